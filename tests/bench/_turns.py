"""A turn without any I/O, ours and aiogram's, over the same updates."""

import asyncio
import json
from collections.abc import Callable, Coroutine, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

from bots.telegram.parse import parse
from bots.telegram.render import render
from core.journal import Work
from core.model import Identity, Message, Person, Session, Turn
from core.pipeline import House, Pipeline
from core.store.database import Database
from core.store.people import Known
from tests.bench._aiogram import bot, dispatcher
from tests.bench._paired import Row, cpu_microseconds, interleaved
from tests.bench._school import School
from tests.bench._updates import DATE, update

TURNS, ROUNDS = 240, 21
"""Short rounds, and many: the machine's mood changes within a second."""
INTENTS = 200
"""Our own are a hundred by now; the budget was set for as many."""
NUMBER = 700_000
PERSON = Person("anna", zone="Europe/London")
KNOWN = Known(PERSON, Identity("account", PERSON.id, "telegram", "501"))
NOW = datetime.fromtimestamp(DATE, UTC)


class Ours:
    """From the bytes of an update to the parameters of sendMessage; the person is known already."""

    def __init__(self, school: School, bodies: Sequence[bytes]) -> None:
        self._database = Database(Path("never-opened"))
        self.house = House(
            self._database, school.texts, school.catalogue, school.understanding, lambda: NOW
        )
        self._pipeline = Pipeline(self.house, "bench")
        self._bodies = bodies

    async def answer(self, body: bytes) -> tuple[Turn, str]:
        """The turn, and what it says."""
        (message,) = parse(body, "mentor")
        turn, reply = await self._pipeline._walk(*self._begun(message), patient=True)
        (sent,) = render(reply, message.target)
        return turn, sent["text"]

    def _begun(self, message: Message) -> tuple[Turn, Work]:
        """What `identify` makes of two look-ups."""
        session = Session()
        work = Work(self._database, "turn/1", KNOWN, PERSON, session)
        turn = Turn(1, message, NOW, person=PERSON, identity=KNOWN.identity, session=session)
        return turn, work

    async def all(self) -> None:
        for body in self._bodies:
            await self.answer(body)


def measured(
    name: str, folder: Path, said: Sequence[str] | None, intended: str, budget: float, goal: float
) -> Row:
    """One row: `said`, else the school's own sentences, over and over."""
    school = School(folder / "locales", INTENTS)
    said = said or school.sentences("add", "show", "find", "delete", nouns=6)
    with asyncio.Runner() as runner:
        _check(runner, school, said, intended)
        mine, others = _figures(runner, school, said, plain=False)
        bare = _figures(runner, school, said, plain=True)
    size, bare_size = (len(update(NUMBER, said[0], plain=plain)) for plain in (False, True))
    ratio = median(one / other for one, other in zip(*bare, strict=True))
    notes = [
        f"{school.note}; {len(said)} sentences",
        f"updates of {size} bytes, each in answer to a message with two buttons",
        f"in updates that answer none, {bare_size} bytes, the median is {ratio:.2f} x",
        "parse, understand, route, skill, reply from the locales, render; the rival says nothing",
    ]
    against = "aiogram feed_webhook_update, async filter"
    return Row(name, "us CPU a turn", mine, others, against, budget, goal, notes=notes)


def _check(runner: asyncio.Runner, school: School, said: Sequence[str], intended: str) -> None:
    for text in said:
        turn, reply = runner.run(Ours(school, []).answer(update(NUMBER, text)))
        assert turn.intent is not None, (text, reply)
        assert turn.error is None, (text, reply)
        assert intended in ("", turn.intent.name), (text, turn.intent)


def _figures(
    runner: asyncio.Runner, school: School, said: Sequence[str], *, plain: bool
) -> tuple[list[float], list[float]]:
    sentences = (list(said) * TURNS)[:TURNS]
    bodies = [update(NUMBER + at, text, plain=plain) for at, text in enumerate(sentences)]
    ours, rival, client = Ours(school, bodies), dispatcher(), bot()

    async def theirs() -> None:
        for body in bodies:
            await rival.feed_webhook_update(client, json.loads(body))

    def once(work: Callable[[], Coroutine[Any, Any, None]]) -> int:
        runner.run(work())
        return TURNS

    return interleaved(
        lambda: cpu_microseconds(lambda: once(ours.all)),
        lambda: cpu_microseconds(lambda: once(theirs)),
        ROUNDS,
    )
