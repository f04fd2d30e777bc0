"""Pictures made upright and of bounded size: what an image worker does, run by `_confined.py`."""

import io
import struct
from contextlib import suppress

from PIL import (
    BmpImagePlugin,
    GifImagePlugin,
    Image,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)

PLUGINS = (
    BmpImagePlugin,
    GifImagePlugin,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,  # reads EXIF
    WebPImagePlugin,
)
"""Pillow imports them when it meets such a picture, which it could not when it is confined."""
FORMATS = ("BMP", "GIF", "JPEG", "PNG", "WEBP")
"""No SVG, which names other files; no PDF or EPS, which are programs; nothing with a codec zoo."""
ORIENTATION = 0x0112
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}

# Ours is the smaller limit, and it is checked before a pixel is decoded.
Image.MAX_IMAGE_PIXELS = None


QUALITIES = (85, 70, 50)
"""Of a JPEG, best first: under the last a smaller picture shows more."""


def answer(image: bytes, megapixels: str, longest_side: str, most: str) -> tuple[bytes, bytes]:
    """`o`k with width, height (2 bytes each, big-endian) and RGB, or, where `most` is not 0, with a
    JPEG of at most so many bytes; too `l`arge; or it `m`oves."""
    limit = int(most)
    pixels = int(megapixels) * 1_000_000
    if _webp_pixels(image) > pixels:
        return b"l", b""
    with Image.open(io.BytesIO(image), formats=FORMATS) as picture:
        if picture.width * picture.height > pixels:
            return b"l", b""
        # A phone's JPEG may hold a second view of the same; that is no movement.
        if picture.format != "MPO" and getattr(picture, "is_animated", False):
            return b"m", b""
        upright = open_picture(picture, int(longest_side))
    if limit:
        return b"o", as_jpeg(upright, limit)
    return b"o", struct.pack("!HH", *upright.size) + upright.tobytes()


def open_picture(picture: Image.Image, longest: int) -> Image.Image:
    """Decoded, made small first and then upright and opaque: so the peak is one large copy."""
    turn = _turn(picture)
    picture.draft("RGB", (longest, longest))  # a JPEG decodes at half or a quarter of its size
    clear = picture.has_transparency_data
    if picture.mode.startswith("I"):  # 16 bits of grey: converted as it is, all would be white
        made: Image.Image = picture.point(lambda value: value * (1 / 256)).convert("L")
    elif clear:
        made = picture.convert("RGBA")
    else:
        made = picture.convert("RGB")
    made.thumbnail((longest, longest), Image.Resampling.BICUBIC, reducing_gap=2.0)
    if clear:
        paper = Image.new("RGBA", made.size, "white")
        made = Image.alpha_composite(paper, made)
    if turn is not None:
        made = made.transpose(turn)
    return made.convert("RGB")


def as_jpeg(picture: Image.Image, most: int) -> bytes:
    """At most so many bytes, of lower quality and then smaller; of it only the pixels are kept."""
    picture.info.clear()  # a comment would be written again
    while True:
        for quality in QUALITIES:
            out = io.BytesIO()
            picture.save(out, "JPEG", quality=quality)
            if out.tell() <= most:
                return out.getvalue()
        picture = picture.resize((picture.width // 2 or 1, picture.height // 2 or 1))


def _turn(picture: Image.Image) -> Image.Transpose | None:
    with suppress(Exception):  # damaged EXIF is no reason to refuse a picture
        return TURNS.get(picture.getexif().get(ORIENTATION, 1))
    return None


def _webp_pixels(image: bytes) -> int:
    """Of a WebP's canvas, which the library would allocate before it tells; else 0."""
    if image[:4] != b"RIFF" or image[8:15] != b"WEBPVP8":
        return 0
    kind, rest = image[15:16], image[20:30].ljust(10, b"\0")
    if kind == b"X":
        wide, high = rest[4:7], rest[7:10]
        return (int.from_bytes(wide, "little") + 1) * (int.from_bytes(high, "little") + 1)
    if kind == b"L":
        bits = int.from_bytes(rest[1:5], "little")
        return ((bits & 0x3FFF) + 1) * ((bits >> 14 & 0x3FFF) + 1)
    width, height = struct.unpack_from("<HH", rest, 6)
    return int(width & 0x3FFF) * int(height & 0x3FFF)


def rehearse() -> None:
    """Makes the library load its codecs."""
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    for kind in FORMATS:
        out = io.BytesIO()
        Image.new("RGB", (8, 4), "white").save(out, kind, exif=exif)
        answer(out.getvalue(), "1", "4", "0")
        answer(out.getvalue(), "1", "4", "1000")
    with suppress(OSError):
        answer(b"no picture", "1", "4", "0")
