"""Speech to text."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

Progress = Callable[[str, float | None], None]
"""Called with what is going on ("loading", "transcribing") and the share done, 0-1 or unknown."""


def silent(what: str, share: float | None) -> None:
    """The Progress of whoever does not want to know."""


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
        progress: Progress = silent,
    ) -> Transcript:
        """Any container and codec -> words. `language` is what the person speaks, if known."""
        ...

    async def close(self) -> None:
        """Ends workers; safe to call twice."""
        ...
