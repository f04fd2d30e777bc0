"""Text to speech."""

from dataclasses import dataclass
from typing import Protocol

from core.ports.transcriber import Progress, silent


@dataclass(frozen=True, slots=True)
class Speech:
    """Something said aloud: OGG with Opus, mono, as messengers take it for a voice note."""

    audio: bytes
    seconds: float
    media_type: str = "audio/ogg"


class Synthesiser(Protocol):
    """Raises `UserError` for text that is too long (speech-too-long) or empty, and
    `IntegrationError` where the engine fails."""

    name: str

    async def synthesise(
        self, text: str, *, language: str = "en", progress: Progress = silent
    ) -> Speech:
        """Says `text`, which is the spoken form already: no markup, no URLs."""
        ...

    async def close(self) -> None:
        """Ends workers and connections; safe to call twice."""
        ...
