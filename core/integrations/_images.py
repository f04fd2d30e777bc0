"""Pictures to pixels, in a warm process of their own that may die without harm to ours."""

import asyncio
import struct
from asyncio.subprocess import Process
from dataclasses import dataclass
from pathlib import Path

from core.errors import UserError
from core.integrations import _worker
from core.integrations._worker import Broken, Worker

WORKER = Path(__file__).with_name("_images_worker.py")


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


class Opener:
    """One worker process, started by the first need of it; belongs to one event loop."""

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        sizes = (str(self._limits.megapixels), str(self._limits.longest_side))
        self._worker = Worker("image", lambda: (str(WORKER), *sizes), self._limits)

    def warm(self) -> asyncio.Task[Process]:
        """Starts the worker in the background, unless there is one."""
        return self._worker.warm()

    async def open(self, image: bytes) -> Picture:
        """JPEG, PNG, WebP, GIF or BMP -> its pixels.

        Raises `UserError` (image-unreadable, image-animated, image-too-large, file-too-large) for
        what is no such picture, and `Unavailable` where no worker can be started.
        """
        limits = self._limits
        if len(image) > limits.megabytes * 1_000_000:
            raise UserError("file-too-large", limit=limits.megabytes)
        try:
            verdict, body = await self._worker.work(image, 4 + 3 * limits.longest_side**2)
        except Broken as error:
            raise UserError("image-unreadable") from error
        if verdict == b"l":
            raise UserError("image-too-large", limit_megapixels=limits.megapixels)
        if verdict == b"m":
            raise UserError("image-animated")
        if verdict != b"o":
            raise UserError("image-unreadable")
        width, height = struct.unpack_from("!HH", body)
        return Picture(width, height, body[4:])

    async def close(self) -> None:
        """Ends the worker; safe to call twice, and a later `open` starts another."""
        await self._worker.close()
