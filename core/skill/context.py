"""Context: what a skill sees of a turn, and the one unit of work it writes into."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Protocol, TypeVar

from core.errors import UserError
from core.journal.work import Work
from core.model import (
    Choice,
    Event,
    Intent,
    Person,
    Question,
    Reply,
    Source,
    Span,
    Target,
    wall,
)
from core.ports.drawer import Drawer
from core.ports.llm import LanguageModel
from core.ports.probe import Vendor
from core.skill.declare import IntentSpec, Subscription
from core.skill.ticks import ZONE_UNTIL_TOLD, next_tick
from core.store.counting import Counting
from core.store.facts import Fact
from core.store.ledger import Ledger
from core.store.records import Kept, Records
from core.study import Material
from core.texts import Texts

T = TypeVar("T", bound=Kept)
R = TypeVar("R")

MOST_ASKED = 2
"""How often in a row one slot is asked for."""


class Catalogue(Protocol):
    """What can be asked of the house, as help shows it."""

    @property
    def intents(self) -> Sequence[IntentSpec]:
        """Every intent, in the order of skills and their declarations."""
        ...

    @property
    def ticks(self) -> Sequence[Subscription]:
        """What the clock raises for each person."""
        ...

    def intent(self, name: str) -> IntentSpec | None:
        """The intent of that name, if there is one."""
        ...


class Outside(Protocol):
    """What a skill may reach beyond its records; the house is it."""

    def model(self) -> LanguageModel | None:
        """The language models that are on, as one; None where there is none."""
        ...

    def drawer(self) -> Drawer | None:
        """Who draws charts and certificates; None where nobody can."""
        ...

    def spans(self, text: str, language: str, now: datetime) -> Sequence[Span]:
        """Times, numbers and the like in the text; `now` is naive local time."""
        ...

    @property
    def stays(self) -> Callable[[str], bool]:
        """Whether nothing of that person (by their id) may leave the house."""
        ...

    @property
    def vendors(self) -> Callable[[], Sequence[Vendor]]:
        """Whom the house asks, and for what."""
        ...

    def address(self, feed: str, person_id: str, nonce: str) -> str | None:
        """Under which the person's programs fetch a feed; None where we cannot be reached."""
        ...

    async def fetch(self, target: Target, ref: str) -> bytes:
        """The bytes behind a part of a message from there."""
        ...

    def draft(self, target: Target, text: str) -> None:
        """Shows what there is of an answer until now."""
        ...


class Alone:
    """The Outside of a test, or of a house with nothing in it."""

    def model(self) -> LanguageModel | None:
        """There is none."""
        return None

    def drawer(self) -> Drawer | None:
        """There is none."""
        return None

    def spans(self, text: str, language: str, now: datetime) -> Sequence[Span]:
        """None are found."""
        return ()

    def stays(self, person_id: str) -> bool:
        """Nobody is watched over."""
        return False

    def vendors(self) -> Sequence[Vendor]:
        """There are none."""
        return ()

    def address(self, feed: str, person_id: str, nonce: str) -> str | None:
        """There is none."""
        return None

    async def fetch(self, target: Target, ref: str) -> bytes:
        """There is nothing to be had."""
        raise UserError("file-gone")

    def draft(self, target: Target, text: str) -> None:
        """Nobody looks."""


ALONE = Alone()


@dataclass(slots=True)
class Context:
    """One turn or one event, for one person; writes are buffered and committed once, at the end."""

    work: Work
    texts: Texts
    catalogue: Catalogue
    now: datetime
    """Aware, UTC."""
    language: str
    """The language of this turn: it is answered in it."""
    target: Target
    """Where the answer goes."""
    intent: str = ""
    slots: Mapping[str, object] | None = None
    said: str = ""
    """The person's own words, whole; empty for a button, and for what stands in a picture."""
    heard: bool = False
    """Whether they were spoken, so that a word may have been misheard."""
    sources: tuple[Source, ...] = ()
    """What the person sent along to be read: data, never a wish of theirs."""
    materials: tuple[Material, ...] = ()
    """What of them has been kept, to be asked about later."""
    outside: Outside = ALONE
    ledger: Ledger | None = None
    """What was spent; None only in a test."""
    meant: Intent | None = None
    """What the words of an answer mean as a wish of their own, where `ask` was `keen`."""
    meant_more: tuple[Intent, ...] = ()
    """Further wishes of the same breath."""
    for_model: bool = False
    """Whether a model asks, so that what it is told may leave the house."""

    @property
    def model(self) -> LanguageModel | None:
        """The language models that are on, as one; None where there is none, or none that knows
        the language of this turn."""
        model = self.outside.model()
        if model is None or not model.abilities.languages:
            return model
        return model if self.language in model.abilities.languages else None

    def spans(self, text: str) -> Sequence[Span]:
        """Times, numbers and the like in the text, as of now where the person is."""
        return self.outside.spans(text, self.language, self.local)

    async def fetch(self, ref: str) -> bytes:
        """The bytes of one of the sources."""
        return await self.outside.fetch(self.target, ref)

    def draft(self, text: str) -> None:
        """Shows all that there is of a streaming answer until now; it is no answer yet."""
        self.outside.draft(self.target, text)

    @property
    def person(self) -> Person:
        """Who is asking, with what this turn has already changed about them."""
        return self.work.person

    @property
    def zone(self) -> str:
        """The person's zone, or UTC until they have told us."""
        return self.person.zone or ZONE_UNTIL_TOLD

    @property
    def local(self) -> datetime:
        """Now, as the person's clock shows it: naive."""
        return wall(self.now, self.zone)

    def records(self, kind: type[T]) -> Records[T]:
        """What the person keeps of this kind; reads see this turn's own writes."""
        return self.work.records(kind)

    def fact(
        self,
        name: str,
        *,
        subject: str = "",
        topic: str = "",
        value: float | None = None,
        seconds: float = 0.0,
    ) -> None:
        """Keeps that the person did something, to be counted; see `core.store.facts.Fact`."""
        self.work.note(Fact(self.now, name, subject, topic, value, seconds))

    def facts(self, since: datetime, until: datetime | None = None) -> Sequence[Fact]:
        """What the person did from `since` up to and without `until` (aware), the oldest first."""
        return self.work.facts(since, until or self.now + timedelta(seconds=1))

    def aggregate(self) -> Counting:
        """Counts across the people of the workspace; raises UserError(not-allowed) for learners."""
        if self.person.role == "learner":
            raise UserError("not-allowed", role="teacher")
        return Counting(self.work.database, self.person.workspace)

    @property
    def drawer(self) -> Drawer | None:
        """Who draws charts and certificates; None where nobody can."""
        return self.outside.drawer()

    def know(self, **changes: str | None) -> None:
        """Changes about the person: `name`, `language`, `zone`."""
        self.work.person = replace(self.work.person, **changes)  # type: ignore[arg-type]
        self.language = changes.get("language") or self.language
        if "zone" in changes:
            self.set_ticks()

    def set_ticks(self) -> None:
        """Has the clock call for this person, at their wall time as it is now."""
        for one in self.catalogue.ticks:
            self.set_tick(one)

    def set_tick(self, one: Subscription) -> None:
        """The same of one of them."""
        if (event := next_tick(one, self.person.id, self.person.zone, self.now)) is not None:
            self.work.schedule(event)

    def later(
        self,
        event: str,
        due: datetime,
        *,
        key: str,
        payload: Mapping[str, object] | None = None,
        target: Target | None = None,
    ) -> None:
        """Raises `event` at `due` (aware), once, durably; the same `key` replaces the earlier."""
        self.work.schedule(
            Event(event, key, payload or {}, due, self.person.id, target or self.target)
        )

    def forget(self, key: str) -> None:
        """Takes back what `later` set under `key`."""
        self.work.unschedule(key)

    async def once(
        self,
        step: str,
        request: object,
        call: Callable[[], Awaitable[R]],
        *,
        kind: type[R] | None = None,
        repeatable: bool = False,
    ) -> R:
        """An outside call that a second run of this turn does not repeat; what it gave is read
        back as `kind`. `repeatable` is what may be asked again if we die in its middle."""
        return await self.work.once(step, request, call, kind=kind, repeatable=repeatable)

    def text(self, text_id: str, **values: object) -> str:
        """A message of the locales in this turn's language."""
        return self.texts.format(self.language, text_id, **values)

    def when(self, at: datetime, *, now: datetime | None = None) -> str:
        """A naive local time in words: "Tomorrow, Monday 23 November, 09:00"."""
        return self.texts.when(self.language, at, now or self.local)

    def reply(
        self, text_id: str, *, choices: Sequence[Choice] = (), listen: bool = False, **values: Any
    ) -> Reply:
        """An answer by its message id; an attribute `.speech` of the message is what is said."""
        return Reply(
            text=self.text(text_id, **values),
            speech=self.texts.attribute(self.language, text_id, "speech", **values),
            choices=tuple(choices),
            listen=listen,
        )

    def button(self, intent: str, slots: Mapping[str, str] | None = None) -> Choice:
        """A button for an intent, with its label of the locales."""
        label = self.texts.attribute(self.language, intent.replace(".", "-"), "label")
        return Choice(label or intent, intent, slots or {})

    def ask(
        self,
        slot: str,
        text_id: str | None = None,
        *,
        choices: Sequence[Choice] = (),
        keen: bool = False,
        patient: bool = False,
        **values: Any,
    ) -> Reply:
        """Asks for a slot of the present intent: the next message fills it and runs it again.

        Without `text_id` the question is the message `<skill>-<verb>-<slot>`. Who is asked in vain
        is not asked for ever: the question is left, unless it is `patient`. A `keen` question takes
        every word for an answer first; the skill finds in `meant` what else it could be.
        """
        previous = self.asked
        tries = 1
        if previous and (previous.intent, previous.missing) == (self.intent, slot):
            tries = previous.tries + 1
        if tries > MOST_ASKED and not patient:
            self.work.question(None)
            return self.reply("question-left")
        slots, offered = dict(self.slots or {}), bool(choices)
        self.work.question(
            Question(self.intent, slots, slot, self.now, tries, self.language, offered, keen)
        )
        text_id = text_id or f"{self.intent.replace('.', '-')}-{slot}"
        return replace(self.reply(text_id, choices=choices, **values), listen=True)

    @property
    def asked(self) -> Question | None:
        """The question that was open when this turn began; it is closed unless it is asked anew."""
        return self.work.asked
