"""Pictures for tests: words drawn with a font that OpenCV brings, and pictures that harm."""

import io
import random
import struct
import zlib
from typing import Any

ENGLISH = "remind me tomorrow at 9 to revise chapter three"


def written(*lines: str, size: int = 36, ink: int = 0, paper: int = 255, width: int = 0) -> Any:
    """An image with those lines, `size` pixels high, as an array."""
    import cv2
    import numpy as np

    face = cv2.FontFace("sans")
    width = width or 80 + max(len(line) for line in lines) * size * 2 // 3
    image = np.full((80 + len(lines) * size * 2, width, 3), paper, np.uint8)
    for number, line in enumerate(lines):
        at = (40, 40 + size + number * size * 2)
        cv2.putText(image, line, at, (ink, ink, ink), face, size, 400)
    return image


def saved(image: Any, kind: str = "PNG", **options: Any) -> bytes:
    """An array or a Pillow image as a file."""
    from PIL import Image

    out = io.BytesIO()
    made = image if isinstance(image, Image.Image) else Image.fromarray(image)
    made.save(out, kind, **options)
    return out.getvalue()


def png_bomb(side: int) -> bytes:
    """A small file of side x side black pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checksum = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)

    packer = zlib.compressobj(1)
    row = bytes(side + 1)
    rows = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        chunk(kind, data) for kind, data in ((b"IHDR", head), (b"IDAT", rows), (b"IEND", b""))
    )


def mutant(data: bytes, chance: random.Random) -> bytes:
    """A picture with bytes changed, a piece cut out, doubled, or its head destroyed."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 5, 50))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    start, end = sorted(chance.randrange(len(changed)) for _ in range(2))
    match chance.randrange(4):
        case 0:
            del changed[start:end]
        case 1:
            changed[start:start] = changed[start:end]
        case 2:
            changed[:16] = chance.randbytes(16)
    return bytes(changed)
