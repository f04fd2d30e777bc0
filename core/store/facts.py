"""What people have done, one row a deed: kept for ever, counted by the person and by teachers."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from core.store.database import Database

ADD = (
    "INSERT INTO fact(workspace, person_id, at, name, subject, topic, value, seconds)"
    " VALUES (?,?,?,?,?,?,?,?)"
)
OWN = (
    "SELECT at, name, subject, topic, value, seconds FROM fact"
    " WHERE person_id = ? AND at >= ? AND at < ? ORDER BY at, id"
)
STRIKE = (
    "DELETE FROM fact WHERE id = (SELECT id FROM fact WHERE person_id = ? AND at = ?"
    " AND name = ? AND subject = ? AND topic = ? LIMIT 1)"
)


@dataclass(frozen=True, slots=True)
class Fact:
    """Something a person did."""

    at: datetime
    """Aware, UTC."""
    name: str
    """`skill.deed`, in the past: "quiz.answered", "lesson.done"."""
    subject: str = ""
    """The id of what it was done to: a card, a course."""
    topic: str = ""
    """What that is about, in people's words: a deck's or a course's title."""
    value: float | None = None
    """How it went, from 0 to 1, where it can go well or ill."""
    seconds: float = 0.0
    """How long it took."""


def add(
    connection: sqlite3.Connection, workspace: str, person_id: str, facts: Sequence[Fact]
) -> None:
    """Within a commit: keeps them."""
    connection.executemany(
        ADD,
        [
            (workspace, person_id, one.at.timestamp(), one.name, one.subject, one.topic,
             one.value, one.seconds)
            for one in facts
        ],
    )  # fmt: skip


def strike(connection: sqlite3.Connection, person_id: str, facts: Sequence[Fact]) -> None:
    """Within a commit: they are not counted any more."""
    connection.executemany(
        STRIKE,
        [(person_id, one.at.timestamp(), one.name, one.subject, one.topic) for one in facts],
    )


def own(database: Database, person_id: str, since: datetime, until: datetime) -> list[Fact]:
    """A person's, from `since` up to and without `until` (aware), the oldest first."""
    rows = database.read(OWN, (person_id, since.timestamp(), until.timestamp()))
    return [Fact(datetime.fromtimestamp(at, UTC), *rest) for at, *rest in rows]
