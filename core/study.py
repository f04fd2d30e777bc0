"""The nouns of learning that skills share; each says how it is kept and found."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Literal

from core.model import Recurrence, Target

Scope = Literal["person", "workspace"]


@dataclass(frozen=True, slots=True)
class Note:
    """Something the person wants to keep."""

    kind: ClassVar[str] = "note"
    version: ClassVar[int] = 1
    scope: ClassVar[Scope] = "person"
    searched: ClassVar[tuple[str, ...]] = ("text",)
    due_field: ClassVar[str | None] = None

    text: str
    created: datetime
    """Aware, UTC."""
    id: str = ""
    """Given by the collection when it is added."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """Something to be said later, once or again and again."""

    kind: ClassVar[str] = "reminder"
    version: ClassVar[int] = 1
    scope: ClassVar[Scope] = "person"
    searched: ClassVar[tuple[str, ...]] = ("text",)
    due_field: ClassVar[str | None] = "due"

    text: str
    wall: datetime
    """Naive local wall time of the next occurrence: it stays nine when the person moves."""
    due: datetime
    """Aware, UTC: the same as an instant, in the zone the person had when it was set."""
    target: Target
    """Where it was asked, and is said."""
    language: str
    every: Recurrence | None = None
    fixed: bool = False
    """Whether it was counted from now ("in 20 minutes"): it keeps its instant in any zone."""
    id: str = ""
