"""Speech to text."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol

Progress = Callable[[str, float | None], None]
"""Called with what is going on ("loading", "transcribing") and the share done, 0-1 or unknown."""


def silent(what: str, share: float | None) -> None:
    """The Progress of whoever does not want to know."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word and when it was said, in seconds of the recording."""

    text: str
    start: float
    end: float
    probability: float = 1.0


@dataclass(frozen=True, slots=True)
class Segment:
    """What one person said without a break; times in seconds of the whole recording."""

    text: str
    start: float
    end: float
    words: tuple[Word, ...] = ()
    """Only where they were asked for."""
    speaker: int | None = None
    """From 1, in the order in which they first speak; None where nobody asked or can tell."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """What was said. An empty `text` means that no speech was found."""

    text: str
    language: str | None
    """ISO 639-1; None where there was no speech."""
    confidence: float
    """0-1; under 0.37 (an average log probability under -1) the person should be asked again."""
    seconds: float
    """Length of the recording that was decoded."""
    cut_short: bool = False
    """Whether the recording was damaged or longer than we take, so that its end is missing."""
    segments: tuple[Segment, ...] = ()
    """In the order of their start."""

    @property
    def speakers(self) -> int:
        """How many people were told apart; 0 where nobody tried."""
        return len({one.speaker for one in self.segments if one.speaker is not None})


Keep = Callable[[int, Callable[[], Awaitable[Transcript]]], Awaitable[Transcript]]
"""Given the number of a chunk of a long recording and the work on it: runs the work, or returns
what an earlier run, ended by a crash, had made of that chunk."""
Heard = Callable[[Segment], None]
"""Told of each segment as soon as it is known: speakers come only with the whole."""


async def anew(chunk: int, work: Callable[[], Awaitable[Transcript]]) -> Transcript:
    """The Keep of whoever keeps nothing."""
    return await work()


def unheard(segment: Segment) -> None:
    """The Heard of whoever waits for the whole."""


class Transcriber(Protocol):
    """Raises `UserError` for bytes that are no recording or are too long, and
    `IntegrationError` where the engine fails."""

    name: str

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
        """Any container and codec -> words. `language` is what the person speaks, if known.

        `words` asks for their times, `speakers` for who said what.
        """
        ...

    async def close(self) -> None:
        """Ends workers; safe to call twice."""
        ...
