"""Cards to be asked, the decks they lie in, and the practice that is going on."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Literal

from core.study.noun import Noun


@dataclass(frozen=True, slots=True)
class Deck(Noun):
    """Cards about one thing."""

    kind: ClassVar[str] = "deck"
    searched: ClassVar[tuple[str, ...]] = ("title", "topics")

    title: str
    created: datetime
    """Aware, UTC."""
    origin: Literal["own", "file", "notes", "material", "course", "sample"] = "own"
    source: str = ""
    """The id of the material or course, or the name of the sample, that it was made of."""
    topics: str = ""
    """Further words by which people ask for it."""
    language: str = ""
    """Of its cards; empty: nobody has said."""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Card(Noun):
    """A question with its answer, and what fsrs knows of the person's memory of it."""

    kind: ClassVar[str] = "card"
    searched: ClassVar[tuple[str, ...]] = ("front", "back", "tags")
    due_field: ClassVar[str | None] = "due"

    deck: str
    """The id of its deck."""
    front: str
    back: str
    due: datetime
    """Aware, UTC: when it is to be asked next; a new one's is when it was made."""
    accepted: tuple[str, ...] = ()
    """Further answers that are as good as `back`."""
    hint: str = ""
    tags: str = ""
    """Words, with spaces between them."""
    cited: str = ""
    """Where it comes from, as people are told: "Biology.pdf, p. 3"."""
    position: int = 0
    """Its place in the deck, in the order in which they were written."""
    state: Literal["new", "learning", "review", "relearning"] = "new"
    step: int | None = None
    stability: float | None = None
    difficulty: float | None = None
    asked: datetime | None = None
    """Aware, UTC: when it was last asked."""
    right: int = 0
    wrong: int = 0
    id: str = ""


@dataclass(frozen=True, slots=True)
class Practice(Noun):
    """The round of questions that a person is in: one at a time, for days, on any channel."""

    kind: ClassVar[str] = "practice"

    title: str
    """What it is about, as the person is told."""
    queue: tuple[str, ...]
    """Ids of the cards still to be asked, the present one first."""
    begun: datetime
    """Aware, UTC."""
    asked_at: datetime
    """Aware, UTC: when the present card was shown."""
    total: int = 0
    right: int = 0
    answered: int = 0
    tries: int = 0
    """At the present card."""
    hints: int = 0
    """Given for the present card."""
    missed: tuple[str, ...] = ()
    """Cards that were answered wrong, to be told at the end."""
    paused: bool = False
    options: tuple[str, ...] = ()
    """Ids of the cards whose answers were offered to choose from, for the present card."""
    before: Card | None = None
    """The card that was answered last, as it was before."""
    outcome: Literal["", "right", "hard", "wrong"] = ""
    """What became of it."""
    said: str = ""
    """The last answer, as it was given."""
    wrong: Card | None = None
    """The card that was answered wrong last, as it was before, and `wrong_said` instead."""
    wrong_said: str = ""
    aside: tuple["Practice", ...] = ()
    """Rounds that were left for this one, the last one first; they have no id."""
    doubted: str = ""
    """Words of which the person was asked whether they are an answer."""
    id: str = ""
