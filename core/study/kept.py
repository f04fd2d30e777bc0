"""What a person gives us to keep: notes, reminders, materials, talks with assistants."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Literal

from core.model import Recurrence, Target
from core.study.noun import Noun


@dataclass(frozen=True, slots=True)
class Note(Noun):
    """Something the person wants to keep."""

    kind: ClassVar[str] = "note"
    searched: ClassVar[tuple[str, ...]] = ("text",)

    text: str
    created: datetime
    """Aware, UTC."""
    id: str = ""
    """Given by the collection when it is added."""


@dataclass(frozen=True, slots=True)
class Reminder(Noun):
    """Something to be said later, once or again and again."""

    kind: ClassVar[str] = "reminder"
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


@dataclass(frozen=True, slots=True)
class Material(Noun):
    """Something the person gave us to read: a document, a picture, a long recording."""

    kind: ClassVar[str] = "material"
    searched: ClassVar[tuple[str, ...]] = ("title",)

    title: str
    media: Literal["image", "document", "recording"]
    total: int
    """Pages, slides, chapters or minutes that it has."""
    created: datetime
    """Aware, UTC."""
    cut_short: bool = False
    digest: str = ""
    """Of its text: the same document sent again is no second one."""
    passages: tuple[str, ...] = ()
    """Their ids, in order."""
    ref: str = ""
    """What the channel of `target` fetches its bytes by, as long as it has them."""
    target: Target | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Passage(Noun):
    """A piece of a material, small enough to be found and quoted by its page."""

    kind: ClassVar[str] = "passage"
    searched: ClassVar[tuple[str, ...]] = ("text",)

    material: str
    """The id of its material."""
    title: str
    """Of its material."""
    page: str
    """As people call it: "3", "Introduction", "12:30"."""
    text: str
    position: int = 0
    """Its place in the material, from 0."""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Exchange:
    """What a person said to an assistant, and what it answered."""

    said: str
    answer: str
    data: tuple[tuple[str, str, str], ...] = ()
    """What was shown with it: kind, text, and how it is cited. Nobody's wish then or now."""
    pictures: tuple[str, ...] = ()
    """What the channel fetches them by."""


@dataclass(frozen=True, slots=True)
class Thread(Noun):
    """What a person and one of the assistants have said to each other lately."""

    kind: ClassVar[str] = "thread"

    assistant: str
    used: datetime
    """Aware, UTC: the person's present assistant is the one they last spoke with."""
    exchanges: tuple[Exchange, ...] = ()
    """Oldest first."""
    summary: str = ""
    """Of what came before them: a model's words, shown as data."""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Proposal(Noun):
    """Something a model would have done, and that waits for the person's own yes."""

    kind: ClassVar[str] = "proposal"
    due_field: ClassVar[str | None] = "until"

    assistant: str
    intent: str
    slots: dict[str, Any]
    """As `core.store.codec.wrap` makes them."""
    what: str
    """What would be done, in the words that the person was shown."""
    owner: str
    """The turn it was made in."""
    until: datetime
    """Aware, UTC: a later yes is none."""
    answer: Literal["", "yes", "no"] = ""
    id: str = ""
    """Good for one yes."""


@dataclass(frozen=True, slots=True)
class Miss(Noun):
    """A sentence that no skill understood, without what could tell who said it."""

    kind: ClassVar[str] = "miss"

    text: str
    language: str
    created: datetime
    """Aware, UTC."""
    id: str = ""
