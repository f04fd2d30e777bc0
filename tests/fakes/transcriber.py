"""A Transcriber scripted by data: it knows some recordings, and treats all others as we would."""

import asyncio
from collections.abc import Mapping

from core.errors import UserError, VivaError
from core.ports.transcriber import Progress, Transcript, silent

LIMIT_MB = 20


class FakeTranscriber:
    """`heard` maps bytes that occur in a recording to what is said there, or to what is raised.

    `calls` are the recordings it was asked for, `hints` what was said of them. `gate`, where it
    is set, holds every answer back until the event is set.
    """

    name = "fake"

    def __init__(self, heard: Mapping[bytes, Transcript | VivaError] | None = None) -> None:
        self.heard = dict(heard or {})
        self.calls: list[bytes] = []
        self.hints: list[tuple[str | None, str | None, bool]] = []
        self.gate: asyncio.Event | None = None
        self.closed = False

    async def transcribe(
        self,
        recording: bytes,
        *,
        language: str | None = None,
        hotwords: str | None = None,
        hurried: bool = True,
        progress: Progress = silent,
    ) -> Transcript:
        """What the script says; bytes that it does not know are no recording."""
        self.calls.append(recording)
        self.hints.append((language, hotwords, hurried))
        if not recording:
            raise UserError("voice-empty")
        if len(recording) > LIMIT_MB * 1_000_000:
            raise UserError("voice-too-large", limit_mb=LIMIT_MB)
        found = next((said for mark, said in self.heard.items() if mark in recording), None)
        if found is None:
            raise UserError("voice-unreadable")
        if isinstance(found, VivaError):
            raise found
        progress("transcribing", 0.0)
        if self.gate is not None:
            await self.gate.wait()
        await asyncio.sleep(0)
        progress("transcribing", 1.0)
        return found

    async def close(self) -> None:
        """Nothing to end; `closed` says that it was asked."""
        self.closed = True
