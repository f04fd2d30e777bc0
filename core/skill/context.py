"""Context: what a skill sees of a turn, and the one unit of work it writes into."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Protocol, TypeVar

from core.journal.work import Work
from core.model import Choice, Event, Person, Question, Reply, Target, wall
from core.skill.declare import IntentSpec
from core.store.records import Kept, Records
from core.texts import Texts

T = TypeVar("T", bound=Kept)
R = TypeVar("R")

ZONE_UNTIL_TOLD = "UTC"
MOST_ASKED = 2
"""How often in a row one slot is asked for."""


class Catalogue(Protocol):
    """What can be asked of the house, as help shows it."""

    @property
    def intents(self) -> Sequence[IntentSpec]:
        """Every intent, in the order of skills and their declarations."""
        ...


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

    def know(self, **changes: str | None) -> None:
        """Changes about the person: `name`, `language`, `zone`."""
        self.work.person = replace(self.work.person, **changes)  # type: ignore[arg-type]
        self.language = changes.get("language") or self.language

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

    async def once(self, step: str, request: object, call: Callable[[], Awaitable[R]]) -> R:
        """An outside call that a second run of this turn does not repeat."""
        return await self.work.once(step, request, call)

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

    def ask(
        self,
        slot: str,
        text_id: str | None = None,
        *,
        choices: Sequence[Choice] = (),
        **values: Any,
    ) -> Reply:
        """Asks for a slot of the present intent: the next message fills it and runs it again.

        Without `text_id` the question is the message `<skill>-<verb>-<slot>`. Who is asked in vain
        is not asked for ever: the question is left.
        """
        previous = self.asked
        tries = 1
        if previous and (previous.intent, previous.missing) == (self.intent, slot):
            tries = previous.tries + 1
        if tries > MOST_ASKED:
            self.work.question(None)
            return self.reply("question-left")
        slots, offered = dict(self.slots or {}), bool(choices)
        self.work.question(
            Question(self.intent, slots, slot, self.now, tries, self.language, offered)
        )
        text_id = text_id or f"{self.intent.replace('.', '-')}-{slot}"
        return replace(self.reply(text_id, choices=choices, **values), listen=True)

    @property
    def asked(self) -> Question | None:
        """The question that was open when this turn began; it is closed unless it is asked anew."""
        return self.work.asked
