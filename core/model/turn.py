"""One Message on its way to one Reply: the words, the intent, the people, and the turn itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Literal, NamedTuple

from core.model.message import Message
from core.model.spans import Span


@dataclass(frozen=True, slots=True)
class Utterance:
    """The person's words, however they came."""

    text: str
    language: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Intent:
    """What the person wants: `skill.verb` with its slots (typed values, keyed by name)."""

    name: str
    slots: Mapping[str, object] = field(default_factory=dict)
    confidence: float = 1.0
    plain: bool = True
    """Whether it can be nothing else ("help", a button, "remind me tomorrow at nine to ..."): such
    a wish is no answer to an open question."""


Role = Literal["learner", "teacher", "admin"]
"""What somebody may do; each may do what those before it may."""


@dataclass(frozen=True, slots=True)
class Person:
    """A human, one on every channel."""

    id: str
    workspace: str = "home"
    name: str | None = None
    language: str = "en"
    zone: str | None = None
    """IANA; None: nobody has told us yet."""
    version: int = 0
    merged_into: str | None = None
    role: Role = "learner"
    """By the settings, and not kept."""


@dataclass(frozen=True, slots=True)
class Identity:
    """One account of a person."""

    id: str
    person_id: str
    channel: str
    external_id: str
    workspace: str = "home"


@dataclass(frozen=True, slots=True)
class Question:
    """What we asked and wait for: `missing` is the slot the next message fills."""

    intent: str
    slots: Mapping[str, object]
    missing: str
    asked_at: datetime
    tries: int = 1
    language: str = ""
    """What it was asked in: a bare "ja" is read in it."""
    offered: bool = False
    """Whether answers were offered as buttons, so that other words are no likely answer."""
    keen: bool = False
    """Whether every word is an answer first ("notes", in a quiz), whatever else it may mean: the
    skill looks at `Context.meant` where it was none."""
    rest: tuple[Intent, ...] = ()
    """What was asked for in the same breath, and is done when this has been answered."""
    instead: bool = False
    """Whether its answer takes the place of the last change."""


@dataclass(frozen=True, slots=True)
class Session:
    """The open question of a (person, conversation); `version` is compared when it is set."""

    question: Question | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """A piece of a source that can be cited: a page, a slide, a chapter, a stretch of time."""

    label: str
    """As people call it: "3", "Introduction", "12:30"."""
    text: str


@dataclass(frozen=True, slots=True)
class Source:
    """What a person sent to be read: its words are data, never a wish of the person's."""

    kind: Literal["image", "document", "recording"]
    name: str
    """For people; never a path."""
    ref: str
    """What the channel fetches it by."""
    pages: tuple[Page, ...] = ()
    total: int = 0
    """Pages there are, read or not."""
    cut_short: bool = False
    unread: int = 0
    """Pages that are pictures, and nobody is there to read them."""
    looked: bool = False
    """Whether somebody saw the picture itself, and not only the words in it."""


class Turn(NamedTuple):
    """A Message and what the stages have made of it; a stage fills one empty field.

    A named tuple, since each stage makes another: a dataclass of so many fields takes as long to
    replace as an update to parse.
    """

    id: int
    message: Message
    now: datetime
    """Aware, UTC: the one clock reading of this turn."""
    language: str = "en"
    """What it is answered in."""
    person: Person | None = None
    identity: Identity | None = None
    session: Session = Session()
    utterance: Utterance | None = None
    heard: bool = False
    """Whether the words were spoken, so that the reply repeats them."""
    read: bool = False
    """Whether the words were read in a picture, so that the reply repeats them."""
    cut_short: bool = False
    """Whether the end of the recording is missing, or there was more to read."""
    seen: str | None = None
    """What was read in the pictures, or they show; lines as they stand there."""
    sources: tuple[Source, ...] = ()
    """Pictures, documents and long recordings that came with it, as they were read."""
    intent: Intent | None = None
    instead: bool = False
    """Whether the intent takes the place of the last change: that is taken back first."""
    more: tuple[Intent, ...] = ()
    """What else was asked for in the same breath, in its order."""
    perhaps: tuple[Intent, ...] = ()
    """The wishes that it could be instead, if it is not the one."""
    spans: tuple[Span, ...] = ()
    suggestions: tuple[str, ...] = ()
    """Intents that come near, best first, when nothing matched."""
    timings: Mapping[str, float] = MappingProxyType({})
    """Milliseconds per stage."""
    error: str | None = None
    """The code of what went wrong, where something did."""
