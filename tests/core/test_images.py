"""Opening pictures: every format comes out upright, and none harms the process or the next one."""

import asyncio
import os
import random
import signal
import sys
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import pytest
import pytest_asyncio

from core.errors import Unavailable, UserError
from core.integrations import _images
from core.integrations._images import WORKER, Limits, Opener, Picture
from tests.pictures import mutant, png_bomb, saved

Image = pytest.importorskip("PIL.Image", reason="Pillow is not installed")

RED, BLUE = (254, 0, 0), (0, 0, 254)


@pytest_asyncio.fixture
async def opener() -> AsyncIterator[Opener]:
    made = Opener()
    yield made
    await made.close()


def half_and_half():
    """64 x 32, red on the left, blue on the right."""
    image = Image.new("RGB", (64, 32), BLUE)
    image.paste(RED, (0, 0, 32, 32))
    return image


def pixel(picture: Picture, x: int, y: int) -> tuple[int, ...]:
    at = (y * picture.width + x) * 3
    return tuple(picture.rgb[at : at + 3])


def near(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return all(abs(a - b) < 12 for a, b in zip(one, other, strict=True))


async def refused(opener: Opener, image: bytes) -> str:
    with pytest.raises(UserError) as caught:
        await opener.open(image)
    return caught.value.text_id


@pytest.mark.parametrize("kind", ["BMP", "GIF", "JPEG", "PNG", "WEBP"])
async def test_every_format_gives_its_pixels(opener: Opener, kind: str) -> None:
    picture = await opener.open(saved(half_and_half(), kind))
    assert (picture.width, picture.height) == (64, 32)
    assert near(pixel(picture, 4, 16), RED)
    assert near(pixel(picture, 60, 16), BLUE)


@pytest.mark.parametrize(
    ("orientation", "size", "red"),
    [
        (1, (64, 32), (4, 16)),
        (2, (64, 32), (60, 16)),
        (3, (64, 32), (60, 16)),
        (4, (64, 32), (4, 16)),
        (5, (32, 64), (16, 4)),
        (6, (32, 64), (16, 4)),
        (7, (32, 64), (16, 60)),
        (8, (32, 64), (16, 60)),
        (99, (64, 32), (4, 16)),
    ],
)
async def test_a_photo_is_put_upright(
    opener: Opener, orientation: int, size: tuple[int, int], red: tuple[int, int]
) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    picture = await opener.open(saved(half_and_half(), "JPEG", exif=exif, quality=95))
    assert (picture.width, picture.height) == size
    assert near(pixel(picture, *red), RED)


async def test_damaged_exif_is_no_reason_to_refuse(opener: Opener) -> None:
    image = saved(half_and_half(), "JPEG", exif=b"Exif\0\0II*\0\xff\xff\xff\xff")
    assert (await opener.open(image)).width == 64


async def test_the_clear_parts_are_paper(opener: Opener) -> None:
    picture = await opener.open(saved(Image.new("RGBA", (8, 8), (0, 0, 0, 0))))
    assert set(picture.rgb) == {255}


@pytest.mark.parametrize(
    ("mode", "kind", "value", "grey"),
    [("1", "PNG", 0, 0), ("L", "PNG", 90, 90), ("I;16", "PNG", 30_000, 117),
     ("CMYK", "JPEG", (0, 0, 0, 255), 0), ("P", "GIF", 0, 0)],
)  # fmt: skip
async def test_every_way_to_keep_grey(opener: Opener, mode, kind, value, grey) -> None:
    picture = await opener.open(saved(Image.new(mode, (9, 7), value), kind))
    assert {abs(one - grey) < 3 for one in picture.rgb} == {True}


async def test_large_ones_are_made_smaller_and_small_ones_stay(opener: Opener) -> None:
    picture = await opener.open(saved(Image.new("RGB", (4000, 1000), RED), "JPEG"))
    assert (picture.width, picture.height) == (2000, 500)
    picture = await opener.open(saved(Image.new("RGB", (1, 20_000), RED)))
    assert (picture.width, picture.height) == (1, 2000)


async def test_what_moves_is_refused_and_a_phones_second_view_is_not(opener: Opener) -> None:
    first, second = half_and_half(), Image.new("RGB", (64, 32), RED)
    for kind in ("GIF", "WEBP", "PNG"):
        moving = saved(first, kind, save_all=True, append_images=[second])
        assert await refused(opener, moving) == "image-animated"
    views = saved(first, "MPO", save_all=True, append_images=[second])
    assert near(pixel(await opener.open(views), 60, 16), BLUE)


async def test_what_is_no_picture_is_refused(opener: Opener) -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'
    eps = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n"
    whole = saved(half_and_half())
    tiff, icon = saved(half_and_half(), "TIFF"), saved(half_and_half(), "ICO")
    for image in (b"", b"x", svg, eps, b"%PDF-1.7\n", tiff, icon, whole[: len(whole) // 2]):
        assert await refused(opener, image) == "image-unreadable"


async def test_too_many_bytes_are_refused_unread(opener: Opener) -> None:
    assert await refused(opener, bytes(20_000_001)) == "file-too-large"


async def test_a_bomb_is_refused_fast_by_its_header(opener: Opener) -> None:
    await opener.warm()
    started = time.monotonic()
    with pytest.raises(UserError) as caught:
        await opener.open(png_bomb(12_000))
    assert (caught.value.text_id, caught.value.values) == (
        "image-too-large", {"limit_megapixels": 25},
    )  # fmt: skip
    assert time.monotonic() - started < 2
    if sys.platform == "linux":
        assert peak_kilobytes((await opener.warm()).pid) < 60_000


@pytest.mark.parametrize("flavour", [b"X", b"L", b" "])
async def test_a_webp_is_measured_before_the_library_takes_it(
    opener: Opener, flavour: bytes
) -> None:
    size = {
        b"X": bytes(4) + b"\xff\xff\x00\xff\xff\x00",  # less one: 65,536 each way
        b"L": b"\x2f\xff\xff\xff\x0f" + bytes(5),  # 16,384 each way
        b" ": bytes(3) + b"\x9d\x01\x2a\xff\x3f\xff\x3f",
    }[flavour]
    forged = b"RIFF\x80\0\0\0WEBPVP8" + flavour + b"\x70\0\0\0" + size + bytes(200)
    assert await refused(opener, forged) == "image-too-large"


async def test_the_limit_of_size_is_exact() -> None:
    opener = Opener(Limits(megapixels=1))
    assert (await opener.open(saved(Image.new("1", (1000, 1000))))).width == 1000
    assert await refused(opener, saved(Image.new("1", (1000, 1001)))) == "image-too-large"
    await opener.close()


async def test_the_largest_we_take_fits_the_memory_we_give(opener: Opener) -> None:
    started = await opener.warm()
    for image in (
        saved(Image.new("RGBA", (5000, 5000))),
        saved(Image.new("RGB", (5000, 5000)), "WEBP", quality=1, method=0),
        saved(Image.new("CMYK", (5000, 5000)), "JPEG"),
    ):
        assert (await opener.open(image)).width == 2000
    assert (await opener.warm()).pid == started.pid


async def test_mutants_harm_nobody(opener: Opener) -> None:
    chance = random.Random(2026)
    survived = refusals = 0
    for kind in ("BMP", "GIF", "JPEG", "PNG", "WEBP"):
        whole = saved(half_and_half(), kind)
        for _ in range(25):
            with suppress(UserError):
                refusals += 1
                picture = await opener.open(mutant(whole, chance))
                assert len(picture.rgb) == picture.width * picture.height * 3
                survived += 1
    assert 0 < survived < refusals
    assert (await opener.open(saved(half_and_half()))).width == 64


async def test_whoever_takes_too_long_is_killed() -> None:
    opener = Opener(Limits(wall_seconds=0.3))
    stuck = (await opener.warm()).pid
    os.kill(stuck, signal.SIGSTOP)
    assert await refused(opener, saved(half_and_half())) == "image-unreadable"
    with pytest.raises(ProcessLookupError):
        os.kill(stuck, 0)
    assert (await opener.open(saved(half_and_half()))).width == 64
    await opener.close()


async def test_many_at_once_get_each_their_own(opener: Opener) -> None:
    sizes = [10, 40, 20, 30]
    images = [saved(Image.new("L", (size, 5))) for size in sizes]
    opened = await asyncio.gather(*map(opener.open, images))
    assert [one.width for one in opened] == sizes


async def test_no_worker_is_told_apart_from_a_bad_picture(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opener = Opener()
    monkeypatch.setattr(_images, "WORKER", tmp_path / "absent.py")
    with pytest.raises(Unavailable):
        await opener.open(saved(half_and_half()))
    monkeypatch.setattr(_images, "WORKER", WORKER)
    assert (await opener.open(saved(half_and_half()))).width == 64
    await opener.close()


def peak_kilobytes(process: int) -> int:
    status = Path(f"/proc/{process}/status").read_bytes()
    return int(status.split(b"VmHWM:")[1].split()[0])
