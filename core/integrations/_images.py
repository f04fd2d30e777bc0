"""Pictures to pixels or small JPEGs, in a warm process that may die without harm to ours."""

import asyncio
import struct
from asyncio.subprocess import Process
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from core.errors import UserError
from core.integrations import _worker
from core.integrations._worker import Broken, Worker

WORKER = Path(__file__).with_name("_images_worker.py")


def lacking() -> tuple[str, ...]:
    """What has to be installed before a picture can be opened; imports nothing."""
    return () if find_spec("PIL") else ("pillow",)


@dataclass(frozen=True, slots=True)
class Limits(_worker.Limits):
    """What one picture may cost."""

    memory: int = 640 * 1024 * 1024
    """Of it a WebP of 25 megapixels takes 490 MB, the libraries 35."""
    megabytes: int = 20
    """Of the picture as it comes."""
    megapixels: int = 25
    """By its header: one of 12,000 x 12,000 in 140 KB would take 900 MB."""
    longest_side: int = 2000
    """Pixels; what is larger is made smaller."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Upright and opaque; three bytes a pixel, row by row."""

    width: int
    height: int
    rgb: bytes


class _Pictures:
    """One worker process, started by the first need of it; belongs to one event loop."""

    def __init__(self, limits: Limits, jpeg_bytes: int) -> None:
        self._limits = limits
        sizes = (str(limits.megapixels), str(limits.longest_side), str(jpeg_bytes))
        self._worker = Worker("image", lambda: (str(WORKER), *sizes), limits)

    def warm(self) -> asyncio.Task[Process]:
        """Starts the worker in the background, unless there is one."""
        return self._worker.warm()

    async def close(self) -> None:
        """Ends the worker; safe to call twice, and later work starts another."""
        await self._worker.close()

    async def _made(self, image: bytes, most: int) -> bytes:
        limits = self._limits
        if len(image) > limits.megabytes * 1_000_000:
            raise UserError("file-too-large", limit=limits.megabytes)
        try:
            verdict, body = await self._worker.work(image, most)
        except Broken as error:
            raise UserError("image-unreadable") from error
        if verdict == b"l":
            raise UserError("image-too-large", limit_megapixels=limits.megapixels)
        if verdict == b"m":
            raise UserError("image-animated")
        if verdict != b"o":
            raise UserError("image-unreadable")
        return body


class Opener(_Pictures):
    """JPEG, PNG, WebP, GIF or BMP -> pixels.

    Raises `UserError` (image-unreadable, image-animated, image-too-large, file-too-large) for what
    is no such picture, and `Unavailable` where no worker can be started.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        super().__init__(limits or Limits(), 0)

    async def open(self, image: bytes) -> Picture:
        """Its pixels."""
        body = await self._made(image, 4 + 3 * self._limits.longest_side**2)
        width, height = struct.unpack_from("!HH", body)
        return Picture(width, height, body[4:])


class Shrinker(_Pictures):
    """As an Opener, but to a JPEG that may leave the house: upright, of at most `most` bytes, and
    without what its file told beside the pixels (place, time, camera, comments)."""

    def __init__(self, most: int, limits: Limits | None = None) -> None:
        super().__init__(limits or Limits(), most)
        self._most = most

    async def shrink(self, image: bytes) -> bytes:
        """The JPEG."""
        return await self._made(image, self._most)
