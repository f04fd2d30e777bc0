"""Documents to text, page by page."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from core.model import Page
from core.ports.transcriber import Progress, silent
from core.ports.vision import Sight

Look = Callable[[Sequence[bytes]], Awaitable[Sight]]
"""Pictures of pages that hold no text, to what is read in them."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a document holds; pages without text are left out, their labels are not reused."""

    kind: str
    """pdf, docx, pptx, markdown, html, epub or text."""
    title: str
    """As the document calls itself; empty where it does not."""
    pages: tuple[Page, ...]
    total: int
    """Pages, slides or chapters that it has."""
    scanned: int = 0
    """Pages that were pictures, whether they could be read or not."""
    cut_short: bool = False
    """Whether there was more than we take."""


class Reader(Protocol):
    """Raises `UserError` for what cannot be read (document-unreadable), is locked
    (document-encrypted), holds no text (document-empty), is of no kind we know
    (document-unknown-kind) or too large (file-too-large, document-too-large), and
    `IntegrationError` where the engine fails."""

    name: str

    async def read(
        self,
        document: bytes,
        *,
        name: str = "",
        look: Look | None = None,
        progress: Progress = silent,
    ) -> Reading:
        """Bytes -> text. `name` is what the sender calls the file: a hint, never trusted."""
        ...

    async def close(self) -> None:
        """Ends workers; safe to call twice."""
        ...
