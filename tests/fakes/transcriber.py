"""A Transcriber scripted by data: it knows some recordings, and treats all others as we would."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace

from core.errors import UserError, VivaError
from core.ports.transcriber import (
    Heard,
    Keep,
    Progress,
    Segment,
    Transcript,
    anew,
    silent,
    unheard,
)

LIMIT_MB = 200
Script = Transcript | VivaError
"""What is said, or what is raised."""


class FakeTranscriber:
    """`heard` maps bytes that occur in a recording to what becomes of it; several scripts are the
    chunks of a long one, each of which is kept.

    `calls` are the recordings it was asked for, `hints` what was said of them, `worked` the numbers
    of the chunks that were really listened to. `gate`, where it is set, holds every answer back
    until the event is set.
    """

    name = "fake"

    def __init__(self, heard: Mapping[bytes, Script | Sequence[Script]] | None = None) -> None:
        self.heard = dict(heard or {})
        self.calls: list[bytes] = []
        self.hints: list[tuple[str | None, str | None, bool]] = []
        self.wishes: list[tuple[bool, bool]] = []
        """Words and speakers, as they were asked for."""
        self.worked: list[int] = []
        self.gate: asyncio.Event | None = None
        self.closed = False

    async def transcribe(
        self,
        recording: bytes,
        *,
        language: str | None = None,
        hotwords: str | None = None,
        hurried: bool = True,
        words: bool = False,
        speakers: bool = False,
        progress: Progress = silent,
        keep: Keep = anew,
        heard: Heard = unheard,
    ) -> Transcript:
        """What the script says; bytes that it does not know are no recording."""
        self.calls.append(recording)
        self.hints.append((language, hotwords, hurried))
        self.wishes.append((words, speakers))
        if not recording:
            raise UserError("voice-empty")
        if len(recording) > LIMIT_MB * 1_000_000:
            raise UserError("voice-too-large", limit_mb=LIMIT_MB)
        found = next((said for mark, said in self.heard.items() if mark in recording), None)
        if found is None:
            raise UserError("voice-unreadable")
        progress("transcribing", 0.0)
        if isinstance(found, Sequence):
            said = await self._chunks(found, progress, keep)
        else:
            said = await self._said(found)
            progress("transcribing", 1.0)
        segments = tuple(_as_asked(one, words, speakers) for one in said.segments)
        for one in segments:
            heard(replace(one, speaker=None))
        return replace(said, segments=segments)

    async def _chunks(
        self, scripts: Sequence[Script], progress: Progress, keep: Keep
    ) -> Transcript:
        made: list[Transcript] = []
        for number, script in enumerate(scripts, 1):

            async def work(number: int = number, script: Script = script) -> Transcript:
                self.worked.append(number)
                return await self._said(script)

            made.append(await keep(number, work))
            progress("transcribing", number / len(scripts))
        return replace(
            made[-1],
            text=" ".join(one.text for one in made if one.text),
            confidence=min(one.confidence for one in made),
            segments=tuple(segment for one in made for segment in one.segments),
        )

    async def _said(self, script: Script) -> Transcript:
        if isinstance(script, VivaError):
            raise script
        if self.gate is not None:
            await self.gate.wait()
        await asyncio.sleep(0)
        return script

    async def close(self) -> None:
        """Nothing to end; `closed` says that it was asked."""
        self.closed = True


def _as_asked(segment: Segment, words: bool, speakers: bool) -> Segment:
    """Without what nobody asked for."""
    return replace(
        segment,
        words=segment.words if words else (),
        speaker=segment.speaker if speakers else None,
    )
