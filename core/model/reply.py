"""What goes out: a platform-neutral Reply, what a channel can show of it, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import parse_qsl

ESCAPED = {ord(sign): f"%{ord(sign):02X}" for sign in "%&=+;#"}


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: what it says, and the intent it stands for."""

    label: str
    intent: str
    slots: Mapping[str, str] = field(default_factory=dict)

    @property
    def token(self) -> str:
        """What travels in the button: keep ids short, Telegram carries 64 bytes."""
        if not self.slots:
            return self.intent
        # Only what would be misread is escaped: a Cyrillic letter stays two bytes, not six.
        pairs = (f"{name}={value.translate(ESCAPED)}" for name, value in self.slots.items())
        return f"{self.intent}?{'&'.join(pairs)}"

    @staticmethod
    def read(token: str) -> tuple[str, dict[str, str]]:
        """A token back to intent name and slots; anything from outside may stand in it."""
        name, _, query = token.partition("?")
        return name, dict(parse_qsl(query))


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes out with a reply, kept with it until it is delivered."""

    name: str
    """As people see it: "progress.png"."""
    media_type: str
    data: bytes = field(repr=False)
    alt: str = ""
    """What a picture shows, for those who cannot see it."""


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer; a channel shows of it what its Surface can."""

    text: str
    speech: str | None = None
    """To be said aloud where it differs from `text`: no URLs, no markup."""
    reprompt: str | None = None
    """Asked again by a voice channel after silence."""
    choices: tuple[Choice, ...] = ()
    listen: bool = False
    """Whether a question is open, so that a voice channel keeps listening."""
    heard: str | None = None
    """What we understood of a recording; shown before the answer."""
    image: Attachment | None = None
    """PNG; what it says stands in `text` too."""
    file: Attachment | None = None
    names: tuple[str, ...] = ()
    """Ids of other people whom it names: it goes with the first of them who is erased."""


@dataclass(frozen=True, slots=True)
class Surface:
    """What a channel can do, and by when."""

    buttons: bool = False
    voice_out: bool = False
    text_limit: int | None = None
    """In the platform's own units."""
    inline_seconds: float | None = None
    """The answer must be in the platform's own request within this time (Alexa)."""


Outcome = Literal["accepted", "sent", "confirmed", "unknown", "failed"]


@dataclass(frozen=True, slots=True)
class Receipt:
    """What really became of a delivery."""

    outcome: Outcome
    handle: str | None = None
    """The platform's own id of what was sent."""
    detail: str | None = None
