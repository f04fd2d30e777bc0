"""What the stages work with; bootstrap builds it once."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Protocol

from core.assistant import current
from core.errors import UserError
from core.journal import Work
from core.model import Identity, Intent, Role, Source, Span, Target
from core.ports.channel import Channel
from core.ports.clock import Now
from core.ports.drawer import Drawer
from core.ports.llm import LanguageModel
from core.ports.probe import Vendor
from core.ports.reader import Reader
from core.ports.transcriber import Progress, Transcriber, silent
from core.ports.vision import Vision
from core.skill import Catalogue, Context
from core.skill.feeds import Addresses
from core.store.database import Database
from core.store.ledger import Ledger
from core.store.records import Meaning
from core.texts import Texts
from core.understanding import Understood

if TYPE_CHECKING:
    from core.understanding.clauses import Several


class Understands(Protocol):
    """The understanding, as the stages need it."""

    def understand(
        self, text: str, language: str, now: datetime, *, heard: bool = False
    ) -> Understood:
        """The sentence of a person, perhaps `heard`; `now` is naive local time."""
        ...

    def spans(self, text: str, language: str, now: datetime) -> tuple[Span, ...]:
        """Times, numbers and the like in it."""
        ...

    def followup(self, text: str, language: str, now: datetime) -> Intent | None:
        """What it means where it goes on from an earlier sentence; see its `followups`."""
        ...

    def several(self, text: str, whole: Understood, now: datetime) -> "Several | None":
        """The wishes of one breath."""
        ...

    def small_words(self, language: str) -> frozenset[str]:
        """The words that are in every sentence, folded."""
        ...

    def points(self, text: str, language: str) -> bool:
        """Whether it only points at what was said before."""
        ...

    def has_content(self, text: str, language: str) -> bool:
        """Whether more is said than small words."""
        ...

    def scrubbed(self, text: str, language: str, name: str | None) -> str:
        """The sentence without what could tell who said it."""
        ...

    def asks(self, text: str, language: str) -> bool:
        """Whether it is a question."""
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
    reader: Callable[[], Reader | None] = lambda: None
    """Made when the first document comes."""
    minds: Callable[[], LanguageModel | None] = lambda: None
    """Made when a skill first asks for one."""
    assistant: Callable[[Context], Awaitable[str]] = current
    """The intent that takes what no skill was meant by, of this person's assistant."""
    meaning: Meaning | None = None
    """By which records are found beside their words."""
    ledger: Ledger | None = None
    """What was spent, and what may be."""
    roles: Mapping[str, Role] = field(default_factory=dict)
    """Of whoever is no learner: by `channel:id` of their account."""
    drawers: Callable[[], Drawer | None] = lambda: None
    """Made when the first picture is drawn."""
    addresses: Addresses | None = None
    """Of what people's own programs fetch."""
    stays: Callable[[str], bool] = lambda _: False
    """Whether nothing of that person (by their id) may leave the house."""
    vendors: Callable[[], Sequence[Vendor]] = lambda: ()
    """Whom we ask, and for what."""
    language: str = "en"
    """Of whoever says nothing about theirs."""

    def context(
        self, work: Work, target: Target, language: str, sources: tuple[Source, ...] = ()
    ) -> Context:
        """What a skill sees of this turn or event."""
        return Context(
            work, self.texts, self.catalogue, self.now(), language, target,
            sources=sources, outside=self, ledger=self.ledger,
        )  # fmt: skip

    def role(self, identity: Identity) -> Role:
        """What the owner of an account may do."""
        return self.roles.get(f"{identity.channel}:{identity.external_id}", "learner")

    def drawer(self) -> Drawer | None:
        """Who draws charts and certificates; None where nobody can."""
        return self.drawers()

    def model(self) -> LanguageModel | None:
        """The language models that are on, as one."""
        return self.minds()

    def spans(self, text: str, language: str, now: datetime) -> Sequence[Span]:
        """Times, numbers and the like in the text."""
        return self.understanding.spans(text, language, now)

    def address(self, feed: str, person_id: str, nonce: str) -> str | None:
        """Under which the person's programs fetch a feed; None where we cannot be reached."""
        return self.addresses.address(feed, person_id, nonce) if self.addresses else None

    async def fetch(self, target: Target, ref: str) -> bytes:
        """The bytes behind a part of a message from there; raises `UserError` where they are
        gone."""
        channel = self.channels.get(target.channel)
        if channel is None:
            raise UserError("file-gone")
        return await channel.fetch(ref)

    def draft(self, target: Target, text: str) -> None:
        """Shows what there is of an answer until now."""
        channel = self.channels.get(target.channel)
        if channel is not None:
            channel.draft(target, text)

    def working(self, target: Target) -> Progress:
        """What a stage tells of its progress, to whoever waits there."""
        channel = self.channels.get(target.channel)
        if channel is None:  # switched off since
            return silent
        return partial(channel.working, target)
