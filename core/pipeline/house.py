"""What the stages work with; bootstrap builds it once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from core.journal import Work
from core.model import Span, Target
from core.ports.channel import Channel
from core.ports.clock import Now
from core.ports.transcriber import Transcriber
from core.ports.vision import Vision
from core.skill import Catalogue, Context
from core.store.database import Database
from core.texts import Texts
from core.understanding import Understood


class Understands(Protocol):
    """The understanding, as the stages need it."""

    def understand(self, text: str, language: str, now: datetime) -> Understood:
        """The sentence of a person; `now` is naive local time."""
        ...

    def spans(self, text: str, language: str, now: datetime) -> tuple[Span, ...]:
        """Times, numbers and the like in it."""
        ...

    def guess_language(self, text: str, default: str) -> str:
        """Which of our languages it is in."""
        ...


@dataclass(slots=True)
class House:
    """The collaborators of every turn."""

    database: Database
    texts: Texts
    catalogue: Catalogue
    understanding: Understands
    now: Now
    channels: Mapping[str, Channel] = field(default_factory=dict)
    transcriber: Callable[[], Transcriber | None] = lambda: None
    """Made when the first recording comes."""
    vision: Callable[[str], Vision | None] = lambda _: None
    """Made when the first picture comes; the one that reads that language, if there is one."""
    language: str = "en"
    """Of whoever says nothing about theirs."""

    def context(self, work: Work, target: Target, language: str) -> Context:
        """What a skill sees of this turn or event."""
        return Context(work, self.texts, self.catalogue, self.now(), language, target)
