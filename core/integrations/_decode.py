"""Recordings to samples, in a warm process of their own that may die without harm to ours."""

import asyncio
from asyncio.subprocess import Process
from dataclasses import dataclass
from pathlib import Path

from core.errors import UserError
from core.integrations import _worker
from core.integrations._worker import Broken, Worker

RATE = 16_000
"""Samples a second of what is decoded."""
WORKER = Path(__file__).with_name("_decode_worker.py")


@dataclass(frozen=True, slots=True)
class Limits(_worker.Limits):
    """What one recording may cost."""

    megabytes: int = 20
    """Of the recording as it comes."""
    seconds: float = 300.0
    """Of sound: what is beyond is cut off."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Mono samples, 16 bit little-endian, 16 kHz; `cut_short` where the end is missing."""

    samples: bytes
    cut_short: bool

    @property
    def seconds(self) -> float:
        """The length of what was decoded."""
        return len(self.samples) / (RATE * 2)


class Decoder:
    """One worker process, started by the first need of it; belongs to one event loop."""

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._worker = Worker(
            "decode", lambda: (str(WORKER), str(self._limits.seconds)), self._limits
        )

    def warm(self) -> asyncio.Task[Process]:
        """Starts the worker in the background, unless there is one."""
        return self._worker.warm()

    async def decode(self, recording: bytes) -> Decoded:
        """Any container and codec -> samples.

        Raises `UserError` (voice-empty, voice-too-large, voice-unreadable) for what is no
        recording, and `Unavailable` where no worker can be started.
        """
        if not recording:
            raise UserError("voice-empty")
        if len(recording) > self._limits.megabytes * 1_000_000:
            raise UserError("voice-too-large", limit_mb=self._limits.megabytes)
        try:
            most = int(self._limits.seconds * RATE) * 2
            verdict, samples = await self._worker.work(recording, most)
        except Broken as error:
            raise UserError("voice-unreadable") from error
        if verdict not in {b"o", b"c"}:
            raise UserError("voice-unreadable")
        return Decoded(samples, cut_short=verdict == b"c")

    async def close(self) -> None:
        """Ends the worker; safe to call twice, and a later `decode` starts another."""
        await self._worker.close()
