"""What is in a picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from core.ports.llm import Usage
from core.ports.transcriber import Progress, silent


@dataclass(frozen=True, slots=True)
class Sight:
    """What was seen. An empty `text` means that there was nothing to read."""

    text: str
    """Of all pictures, in their order; lines and paragraphs as they stand there."""
    language: str | None = None
    """ISO 639-1, where the provider knows it."""
    confidence: float = 0.0
    """0-1, of the characters: a wrong alphabet may look just as sure."""
    looked: bool = False
    """Whether the provider saw the pictures themselves, or only the words in them."""
    cut_short: bool = False
    """Whether there was more to read than we take."""
    shown: str = ""
    """In the person's language: the answer to their question, and what the pictures show beside
    words. Only where the provider looked; a model's words, never the person's."""
    usage: Usage | None = None
    """Tokens as the vendor counts them; None where there are none, or it does not tell."""


class Vision(Protocol):
    """Raises `UserError` for bytes that are no picture (image-unreadable), move (image-animated),
    are too large (image-too-large, file-too-large) or in an alphabet it cannot read
    (image-no-russian), and `IntegrationError` where the engine fails."""

    name: str
    looks: bool
    """Whether it can say what a picture shows; else it only reads the words in it."""

    async def see(
        self,
        images: Sequence[bytes],
        *,
        question: str | None = None,
        language: str | None = None,
        progress: Progress = silent,
    ) -> Sight:
        """Pictures that belong together; `question` is what the person asks about them, and
        `language` what they speak."""
        ...

    async def close(self) -> None:
        """Ends workers; safe to call twice."""
        ...
