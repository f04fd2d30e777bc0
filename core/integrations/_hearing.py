"""A recording of any length to one transcript: stretch by stretch, each kept, voices told apart."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace

from core.integrations._decode import Decoder, Stretch
from core.integrations._speakers import Speakers, Voice, labels, told_apart
from core.ports.transcriber import Heard, Keep, Progress, Segment, Transcript


@dataclass(frozen=True, slots=True)
class Asked:
    """What is wanted of a recording, as in the port."""

    language: str | None
    hotwords: str | None
    hurried: bool
    words: bool
    speakers: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch to be transcribed, with what is known of it."""

    stretch: Stretch
    asked: Asked
    voices: Sequence[Voice]
    alone: bool
    """Whether it is the whole recording."""
    progress: Progress
    """Told the share of the stretch."""
    heard: Heard


Listen = Callable[[Part], Awaitable[Transcript]]
"""Transcribes a part; times are of the whole recording."""


def tag(hint: str | None) -> str:
    """The language of any IETF tag, in lower case; empty where there is none."""
    return (hint or "").replace("_", "-").partition("-")[0].strip().lower()


async def hear(
    decoder: Decoder,
    speakers: Speakers,
    recording: bytes,
    asked: Asked,
    listen: Listen,
    *,
    progress: Progress,
    keep: Keep,
    heard: Heard,
) -> Transcript:
    """The whole transcript. A short recording is one stretch, and nothing of it is kept."""
    parts: list[Transcript] = []
    voices: list[Voice] = []
    read, wanted = 0.0, asked
    async with aclosing(decoder.stretches(recording)) as stretches:
        async for stretch in stretches:
            new = await speakers.voices(stretch) if asked.speakers else []
            voices += new
            talk = bool(new) and len(set(await asyncio.to_thread(labels, new))) > 1
            known = wanted.language or next((it.language for it in parts if it.language), None)
            wanted = replace(wanted, language=known, words=asked.words or talk)
            alone = stretch.last and not parts
            tell = _within(progress, read, stretch.share)
            part = Part(stretch, wanted, new, alone, tell, heard)
            made = await (listen(part) if alone else _kept(part, len(parts) + 1, listen, keep))
            parts.append(made)
            read = stretch.share
    segments = [segment for part in parts for segment in part.segments]
    if voices:
        whose = await asyncio.to_thread(labels, voices)
        segments = told_apart(segments, voices, whose)
    if not asked.words:
        segments = [replace(segment, words=()) for segment in segments]
    return joined(parts, segments, stretch)


async def _kept(part: Part, number: int, listen: Listen, keep: Keep) -> Transcript:
    """Number 1 is the first. What an earlier run has heard is told of too."""
    anew = False

    async def work() -> Transcript:
        nonlocal anew
        anew = True
        return await listen(part)

    made = await keep(number, work)
    if not anew:
        for segment in made.segments:
            part.heard(segment)
    return made


def _within(progress: Progress, begin: float, end: float) -> Progress:
    """Told shares of a stretch, `progress` tells those of the whole."""

    def tell(what: str, share: float | None) -> None:
        if share is not None and what == "transcribing":
            share = begin + share * (end - begin)
        progress(what, share)

    return tell


def joined(parts: Sequence[Transcript], segments: Sequence[Segment], last: Stretch) -> Transcript:
    spoken = [part for part in parts if part.text]
    lengths = [max(sum(it.end - it.start for it in part.segments), 0.01) for part in spoken]
    weighed = sum(it.confidence * long for it, long in zip(spoken, lengths, strict=True))
    return Transcript(
        text=" ".join(part.text for part in spoken),
        language=spoken[0].language if spoken else None,
        confidence=min(weighed / sum(lengths), 1.0) if spoken else 0.0,
        seconds=last.end,
        cut_short=last.cut_short,
        segments=tuple(segments),
    )
