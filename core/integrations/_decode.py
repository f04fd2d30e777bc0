"""Recordings to samples, in a warm process of their own that may die without harm to ours."""

import asyncio
import struct
from asyncio.subprocess import Process
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from pathlib import Path

from core.errors import UserError
from core.integrations import _worker
from core.integrations._worker import MORE, Broken, Worker

RATE = 16_000
"""Samples a second of what is decoded."""
WORKER = Path(__file__).with_name("_decode_worker.py")


@dataclass(frozen=True, slots=True)
class Limits(_worker.Limits):
    """What one recording may cost; the worker's time is for each stretch of it."""

    megabytes: int = 200
    """Of the recording as it comes."""
    seconds: float = 3 * 3_600.0
    """Of sound: what is beyond is cut off."""
    stretch_seconds: float = 300.0
    """What is longer comes in several stretches: the most that is held in memory at once."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A recording or a part of it that ends in a pause: mono samples, 16 bit, 16 kHz."""

    samples: bytes
    start: float = 0.0
    """Seconds of the recording that came before."""
    share: float = 1.0
    """How much of the whole recording has been read with it, 0-1."""
    last: bool = True
    cut_short: bool = False
    """Whether what should follow is missing."""

    @property
    def seconds(self) -> float:
        """Its length."""
        return len(self.samples) / (RATE * 2)

    @property
    def end(self) -> float:
        """Seconds of the recording, with it."""
        return self.start + self.seconds


class Decoder:
    """One worker process, started by the first need of it; belongs to one event loop."""

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._turn = asyncio.Lock()
        self._worker = self._fresh()

    def warm(self) -> asyncio.Task[Process]:
        """Starts the worker in the background, unless there is one."""
        return self._worker.warm()

    async def stretches(self, recording: bytes) -> AsyncGenerator[Stretch, None]:
        """Any container and codec -> samples, of which a long recording has several stretches.

        Raises `UserError` (voice-empty, voice-too-large, voice-unreadable) for what is no
        recording, and `Unavailable` where no worker can be started. Whoever stops early closes it.
        """
        if not recording:
            raise UserError("voice-empty")
        if len(recording) > self._limits.megabytes * 1_000_000:
            raise UserError("voice-too-large", limit_mb=self._limits.megabytes)
        async with self._turn:
            worker = self._worker
            stretch = await self._next(worker, recording, 0.0)
            if not stretch.last:
                # It holds this recording now and is nobody else's until the end of it.
                self._worker = self._fresh()
        try:
            yield stretch
            while not stretch.last:
                stretch = await self._go_on(worker, stretch)
                yield stretch
        finally:
            if worker is not self._worker:
                await worker.close()

    async def close(self) -> None:
        """Ends the worker; safe to call twice, and later work starts another."""
        await self._worker.close()

    def _fresh(self) -> Worker:
        limits = self._limits
        arguments = str(limits.seconds), str(limits.stretch_seconds)
        return Worker("decode", lambda: (str(WORKER), *arguments), limits)

    async def _go_on(self, worker: Worker, before: Stretch) -> Stretch:
        try:
            return await self._next(worker, b"", before.end)
        except UserError:  # it died of what came next: what was heard so far is worth keeping
            return Stretch(b"", before.end, cut_short=True)

    async def _next(self, worker: Worker, job: bytes, start: float) -> Stretch:
        most = int((self._limits.stretch_seconds + 2) * RATE) * 2
        try:
            verdict, body = await worker.work(job, most)
        except Broken as error:
            raise UserError("voice-unreadable") from error
        if verdict not in {MORE, b"o", b"c"}:
            raise UserError("voice-unreadable")
        (share,) = struct.unpack_from("!f", body)
        return Stretch(body[4:], start, share, verdict != MORE, verdict == b"c")
