"""A turn without any I/O, ours and aiogram's, over the same updates."""

import asyncio
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

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

TURNS, ROUNDS = 240, 25
"""A round."""
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
        turn, reply = await self._pipeline._walk(*self._begun(message))
        (sent,) = render(reply, message.target)
        return turn, sent["text"]

    def _begun(self, message: Message) -> tuple[Turn, Work]:
        """What `identify` makes of two look-ups."""
        session = Session()
        work = Work(self._database, "turn/1", KNOWN, PERSON, session)
        turn = Turn(
            1, message, NOW, person=PERSON, identity=KNOWN.identity, session=session
        )
        return turn, work

    async def all(self) -> None:
        for body in self._bodies:
            await self.answer(body)


def measured(
    name: str, folder: Path, said: Sequence[str] | None, intended: str, budget: float, goal: float
) -> Row:
    """One row: `said`, else the school's own sentences, over and over."""
    school = School(folder / "locales", 100)
    said = said or school.sentences("add", "show", "find", "delete", nouns=6)
    sentences = (said * TURNS)[:TURNS]
    bodies = [update(700_000 + number, text) for number, text in enumerate(sentences)]
    loop = asyncio.new_event_loop()
    ours = Ours(school, bodies)
    for text, body in zip(said, bodies, strict=False):
        turn, reply = loop.run_until_complete(ours.answer(body))
        assert turn.intent is not None and turn.error is None, (text, reply)
        assert intended in ("", turn.intent.name), (text, turn.intent)
    rival, client = dispatcher(), bot()

    async def theirs() -> None:
        for body in bodies:
            await rival.feed_webhook_update(client, json.loads(body))

    def ours_once() -> int:
        loop.run_until_complete(ours.all())
        return TURNS

    def rival_once() -> int:
        loop.run_until_complete(theirs())
        return TURNS

    mine, others = interleaved(
        lambda: cpu_microseconds(ours_once), lambda: cpu_microseconds(rival_once), ROUNDS
    )
    loop.close()
    size = sum(map(len, bodies)) // len(bodies)
    notes = [
        f"{school.note}; {len(said)} sentences in updates of {size} bytes",
        "parse, understand, route, skill, reply from the locales, render; the rival answers nothing",
    ]
    against = "aiogram feed_webhook_update, async filter"
    return Row(name, "us CPU a turn", mine, others, against, budget, goal, notes=notes)
