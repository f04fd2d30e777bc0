"""A Synthesiser that hums a voice note as long as its text, or raises what it is told to."""

import asyncio
from array import array
from math import sin, tau

from core.errors import VivaError
from core.integrations._opus import encode, sayable
from core.ports.synthesiser import Speech
from core.ports.transcriber import Progress, silent

RATE = 24_000
EACH = 0.06
"""Seconds that a character takes."""


def hum(seconds: float, rate: int = RATE) -> bytes:
    """Mono samples, 16 bit."""
    return array(
        "h", (int(6000 * sin(tau * 220 * at / rate)) for at in range(int(seconds * rate)))
    ).tobytes()


class FakeSynthesiser:
    """`calls` are the texts and languages it was asked for; `error`, where it is set, is raised.
    `gate`, where it is set, holds every answer back until the event is set."""

    name = "fake"

    def __init__(self, error: VivaError | None = None) -> None:
        self.error = error
        self.calls: list[tuple[str, str]] = []
        self.gate: asyncio.Event | None = None
        self.closed = False

    async def synthesise(
        self, text: str, *, language: str = "en", progress: Progress = silent
    ) -> Speech:
        """As every provider, it takes no empty text and none that is too long."""
        self.calls.append((text, language))
        said = sayable(text)
        if self.error is not None:
            raise self.error
        progress("speaking", 0.0)
        if self.gate is not None:
            await self.gate.wait()
        await asyncio.sleep(0)
        progress("speaking", 1.0)
        return encode(hum(len(said) * EACH), RATE)

    async def close(self) -> None:
        """Nothing to end; `closed` says that it was asked."""
        self.closed = True
