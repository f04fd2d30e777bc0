"""What comes in: a platform-neutral Message made of Parts, and the Event that nobody typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

MOST_CHARACTERS = 40_000
"""Of one text; longer ones are files in truth."""


@dataclass(frozen=True, slots=True)
class Text:
    """Typed words, exactly as the person typed them."""

    text: str


@dataclass(frozen=True, slots=True)
class Voice:
    """A recording, by reference: the channel fetches the bytes when a stage needs them."""

    ref: str
    size: int | None = None
    media_type: str | None = None
    seconds: float | None = None
    """As the sender declares it: a hint, never a limit."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture, by reference."""

    ref: str
    size: int | None = None
    media_type: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file, by reference; `name` is for people and never a path."""

    ref: str
    name: str
    size: int | None = None
    media_type: str | None = None


@dataclass(frozen=True, slots=True)
class Press:
    """A button of ours that was pressed; `token` is what `Choice.token` gave it."""

    token: str


@dataclass(frozen=True, slots=True)
class Command:
    """A slash command: its name without the slash, and the words behind it."""

    name: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Spoken:
    """An intent that the platform resolved itself (Alexa), with its slots as text."""

    intent: str
    slots: Mapping[str, str] = field(default_factory=dict)


Part = Text | Voice | Image | Document | Press | Command | Spoken


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sent it, as the platform tells it; everything but `id` is a hint."""

    id: str
    name: str | None = None
    language: str | None = None
    """An IETF tag such as `es-MX`."""
    zone: str | None = None
    """An IANA zone such as `Europe/Berlin`."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where an answer goes: a conversation on an account (bot or team) of a channel."""

    channel: str
    account: str
    conversation: str

    @property
    def key(self) -> str:
        """One string for the three, as the journal orders and the log shows it."""
        return f"{self.channel}:{self.account}:{self.conversation}"


@dataclass(frozen=True, slots=True)
class Message:
    """The envelope: one thing a person sent us, on one channel."""

    target: Target
    sender: Sender
    external_id: str
    """The platform's own id, unique within channel and account: redelivery bears the same one."""
    parts: tuple[Part, ...]
    at: datetime
    """When it was sent; aware, UTC."""
    workspace: str = "home"
    language: str | None = None
    """The language asked for this one message (`viva send --lang`)."""

    @property
    def key(self) -> str:
        """What makes it this message and no other, over redelivery."""
        return f"{self.target.channel}:{self.target.account}:{self.external_id}"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, for every `@on(name)`; `key` makes it this one and no other."""

    name: str
    key: str
    payload: Mapping[str, object]
    due: datetime
    """When it was to happen; aware, UTC. It may be handled later: a skill says so."""
    person_id: str | None = None
    target: Target | None = None
    """Where the person who asked for it was, if anybody did."""
