"""Counting across the people of one workspace: by typed questions, never by somebody's words.

What people call their decks and write on their cards is their own. So a topic or a question is
told only where at least `SHARED_BY` people were asked it, told apart by its folded words: what came
of a course or a sample is shared, a private card is not, and nobody is shown one person's.
"""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

import msgspec

from core.store.database import Database
from core.study import Enrolment

STUDYING = ("quiz.answered", "quiz.finished", "lesson.done", "course.completed", "session.booked")
"""Deeds by which somebody is active."""
SHARED_BY = 3
"""People who have a question or a topic, below which it is not told."""
MOST_CARDS = 50_000
"""Whose fronts are read for one answer: those that were missed most."""
CHUNK = 500

NAMES = ", ".join(f"'{name}'" for name in STUDYING)
OVER = f"""
    SELECT count(DISTINCT person_id), count(*), coalesce(sum(seconds), 0) FROM fact
    WHERE workspace = ? AND name IN ({NAMES}) AND at >= ? AND at < ?
"""  # noqa: S608  # built of constants
# An answer that was marked as right afterwards has a second fact, which is no second answer.
ASKED = "count(CASE name WHEN 'quiz.answered' THEN 1 END)"
TRIED = """
    workspace = ? AND name IN ('quiz.answered', 'quiz.corrected') AND at >= ? AND at < ?
    AND value IS NOT NULL
"""
ANSWERS = f"""
    SELECT count(DISTINCT person_id), {ASKED}, coalesce(sum(seconds), 0), sum(value)
    FROM fact WHERE {TRIED}
"""  # noqa: S608  # built of constants
DONE = "SELECT count(*) FROM fact WHERE workspace = ? AND name = ? AND at >= ? AND at < ?"
FIRST = """
    SELECT (SELECT at FROM fact f WHERE f.person_id = p.id ORDER BY at LIMIT 1)
    FROM person p WHERE p.workspace = ? AND p.merged_into IS NULL
"""
# The plus keeps SQLite from the index of names: it would look for one person in everybody's facts.
LAST = f"""
    SELECT p.id, p.name, (SELECT at FROM fact f WHERE f.person_id = p.id AND +f.name IN ({NAMES})
    AND at < ? ORDER BY at DESC LIMIT 1)
    FROM person p WHERE p.workspace = ? AND p.merged_into IS NULL
"""  # noqa: S608  # built of constants
TOPICS = f"""
    SELECT topic, person_id, {ASKED}, sum(value) FROM fact WHERE {TRIED} GROUP BY topic, person_id
"""  # noqa: S608  # built of constants
CARDS = f"""
    SELECT subject, person_id, topic, {ASKED} AS asked, sum(value) FROM fact
    WHERE {TRIED} GROUP BY subject ORDER BY asked - sum(value) DESC LIMIT ?
"""  # noqa: S608  # built of constants
FRONTS = "SELECT id, body FROM record WHERE kind = 'card' AND id IN ({})"
ENROLMENTS = """
    SELECT r.person_id, r.body FROM person p JOIN record r
    ON r.scope = 'p_' || p.id AND r.kind = 'enrolment'
    WHERE p.workspace = ? AND p.merged_into IS NULL
"""
ROOMS = """
    SELECT key, count(*), sum(min(ends, ?) - max(begins, ?)) FROM claim
    WHERE workspace = ? AND key >= 'room/' AND key < 'room0' AND begins < ? AND ends > ?
    GROUP BY key
"""


@dataclass(frozen=True, slots=True)
class Count:
    """What was done in one stretch of time."""

    people: int = 0
    deeds: int = 0
    seconds: float = 0.0
    right: float | None = None
    """Deeds that went well, those that went half well as a half; None: none could."""

    @property
    def accuracy(self) -> float | None:
        """From 0 to 1; None: nothing went well or ill."""
        return None if self.right is None or not self.deeds else min(self.right / self.deeds, 1.0)


@dataclass(frozen=True, slots=True)
class Shared:
    """A topic or a question that several people have, and how it goes."""

    text: str
    people: int
    answers: int
    accuracy: float


@dataclass(frozen=True, slots=True)
class Idle:
    """Somebody who has studied, or begun a course, and not since."""

    person_id: str
    name: str
    """Empty: nobody knows it."""
    last: datetime | None
    """Aware, UTC; None: they never did."""


@dataclass(frozen=True, slots=True)
class Use:
    """How a room was used."""

    room: str
    """Its id."""
    bookings: int
    seconds: float


@dataclass(slots=True)
class _Group:
    """What is the same to whoever reads it, however each has written it."""

    texts: Counter[str] = field(default_factory=Counter)
    people: set[str] = field(default_factory=set)
    answers: int = 0
    right: float = 0.0

    @property
    def most_written(self) -> str:
        return self.texts.most_common(1)[0][0]

    def add(self, text: str, person_id: str, answers: int, right: float) -> None:
        self.texts[text] += answers
        self.people.add(person_id)
        self.answers += answers
        self.right += right


class _Face(msgspec.Struct):
    """All that is read of somebody's card."""

    front: str


@dataclass(frozen=True, slots=True)
class Counting:
    """Questions about one workspace; each is answered in a thread, and no turn waits for it."""

    database: Database
    workspace: str

    async def over(self, edges: Sequence[datetime]) -> list[Count]:
        """All studying, for each stretch from one edge (aware) to the next."""
        return await self._each(OVER, edges)

    async def answers(self, edges: Sequence[datetime]) -> list[Count]:
        """The same of answered questions alone."""
        return await self._each(ANSWERS, edges)

    async def done(self, name: str, since: datetime, until: datetime) -> int:
        """How often a deed of that name was done."""
        rows = await self._rows(DONE, self.workspace, name, since.timestamp(), until.timestamp())
        return int(rows[0][0])

    async def beginnings(self) -> list[datetime]:
        """When each of the people did something for the first time, the earliest first."""
        rows = await self._rows(FIRST, self.workspace)
        return sorted(datetime.fromtimestamp(at, UTC) for (at,) in rows if at is not None)

    async def idle(self, since: datetime, until: datetime) -> list[Idle]:
        """Who had studied before, or is in a course, and did nothing in that time; the longest
        first."""
        enrolled = {id for id, _ in await self._rows(ENROLMENTS, self.workspace)}
        found = [
            Idle(id, name or "", None if last is None else datetime.fromtimestamp(last, UTC))
            for id, name, last in await self._rows(LAST, until.timestamp(), self.workspace)
            if (last is not None and last < since.timestamp()) or (last is None and id in enrolled)
        ]
        return sorted(found, key=lambda one: one.last.timestamp() if one.last else 0.0)

    async def topics(self, since: datetime, until: datetime) -> list[Shared]:
        """The topics that several people were asked about, the weakest first."""
        within = (self.workspace, since.timestamp(), until.timestamp())

        def read(connection: sqlite3.Connection) -> list[Shared]:
            groups: dict[str, _Group] = defaultdict(_Group)
            for topic, *row in connection.execute(TOPICS, within):
                groups[_folded(topic)].add(topic, *row)
            return _shared(groups)

        return await self.database.scan(read)

    async def questions(
        self, since: datetime, until: datetime, topics: Collection[str] | None = None
    ) -> list[Shared]:
        """The questions that several people were asked, the weakest first; `topics`: only those
        of the topics with one of these texts."""
        within = (self.workspace, since.timestamp(), until.timestamp(), MOST_CARDS)
        wanted = None if topics is None else {_folded(one) for one in topics}

        def read(connection: sqlite3.Connection) -> list[Shared]:
            rows = connection.execute(CARDS, within).fetchall()
            rows = [row for row in rows if wanted is None or _folded(row[2]) in wanted]
            fronts = _fronts(connection, [row[0] for row in rows])
            groups: dict[str, _Group] = defaultdict(_Group)
            for card, person_id, _, answers, right in rows:
                if (front := fronts.get(card)) is not None:  # the card may be gone
                    groups[_folded(front)].add(front, person_id, answers, right)
            return _shared(groups)

        return await self.database.scan(read)

    async def enrolments(self, course: str | None = None) -> list[Enrolment]:
        """Of everybody, in one course or in all."""
        rows = await self._rows(ENROLMENTS, self.workspace)
        found = (msgspec.json.decode(body, type=Enrolment) for _, body in rows)
        return [one for one in found if course is None or one.course == course]

    async def rooms(self, since: datetime, until: datetime) -> list[Use]:
        """The rooms that are booked within that time, and for how much of it."""
        begin, end = since.timestamp(), until.timestamp()
        rows = await self._rows(ROOMS, end, begin, self.workspace, end, begin)
        return [Use(key.partition("/")[2], count, seconds) for key, count, seconds in rows]

    async def _each(self, sql: str, edges: Sequence[datetime]) -> list[Count]:
        stretches = [(since.timestamp(), until.timestamp()) for since, until in pairwise(edges)]

        def read(connection: sqlite3.Connection) -> list[Count]:
            rows = (connection.execute(sql, (self.workspace, *one)) for one in stretches)
            return [Count(*row.fetchone()) for row in rows]

        return await self.database.scan(read)

    async def _rows(self, sql: str, *params: object) -> list[Any]:
        return await self.database.scan(
            lambda connection: connection.execute(sql, params).fetchall()
        )


def _fronts(connection: sqlite3.Connection, cards: Sequence[str]) -> dict[str, str]:
    """What stands on those of the cards that are still there."""
    found: dict[str, str] = {}
    for start in range(0, len(cards), CHUNK):
        some = cards[start : start + CHUNK]
        sql = FRONTS.format(",".join("?" * len(some)))
        for id, body in connection.execute(sql, some):
            found[id] = msgspec.json.decode(body, type=_Face).front
    return found


def _folded(text: str) -> str:
    """As it is compared: spelling, spaces and the sign at the end make no other question."""
    return " ".join(text.casefold().split()).rstrip(" .,:;?!")


def _shared(groups: dict[str, _Group]) -> list[Shared]:
    """Those that enough people have, the weakest first; each as most of them write it."""
    found = [
        Shared(
            one.texts.most_common(1)[0][0], len(one.people), one.answers, one.right / one.answers
        )
        for key, one in groups.items()
        if key and len(one.people) >= SHARED_BY
    ]
    return sorted(found, key=lambda one: (one.accuracy, -one.answers, one.text))
