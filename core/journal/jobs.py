"""Later work: events that are due one day, kept in the journal's own database."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec

from core.errors import LostLease
from core.model import Event, Target
from core.ports.clock import Now
from core.store.codec import decode, encode
from core.store.database import Database

SET = """
    INSERT INTO job(key, subscriber, body, due) VALUES (?,?,?,?)
    ON CONFLICT(key) DO UPDATE SET body = excluded.body, due = excluded.due,
      subscriber = excluded.subscriber, owner = NULL, tries = 0, fence = job.fence + 1
"""
CLAIM = """
    UPDATE job SET owner = ?, fence = fence + 1, tries = tries + 1 WHERE id IN
      (SELECT id FROM job WHERE due <= ? AND owner IS NULL ORDER BY due LIMIT ?)
    RETURNING id, key, subscriber, body, fence, tries
"""
FINISH = "DELETE FROM job WHERE id = ? AND owner = ? AND fence = ?"


@dataclass(frozen=True, slots=True)
class Job:
    """A due event in our hands: it holds while owner and fence do."""

    id: int
    key: str
    event: Event
    fence: int
    tries: int
    subscriber: str | None = None
    """The one handler this row is for, where an event has several."""


class Jobs:
    """What is due, and when the next will be."""

    def __init__(self, database: Database, now: Now, owner: str) -> None:
        self._database = database
        self._now = now
        self._owner = owner

    async def recover(self) -> None:
        """Breaks the leases of a process that is gone."""

        def run(connection: sqlite3.Connection) -> None:
            connection.execute("UPDATE job SET owner = NULL WHERE owner IS NOT NULL")

        await self._database.write(run)

    def next_due(self) -> float | None:
        """When the next unclaimed one is due, as a timestamp."""
        rows = self._database.read("SELECT min(due) FROM job WHERE owner IS NULL")
        return rows[0][0] if rows else None

    async def claim(self, limit: int = 64) -> list[Job]:
        """Takes those that are due, the earliest first."""
        now = self._now().timestamp()

        def run(connection: sqlite3.Connection) -> list[Any]:
            return connection.execute(CLAIM, (self._owner, now, limit)).fetchall()

        rows = await self._database.write(run)
        jobs = [
            Job(id, key, decode_event(body), fence, tries, subscriber)
            for id, key, subscriber, body, fence, tries in rows
        ]
        return sorted(jobs, key=lambda job: job.event.due)

    async def fan_out(self, job: Job, subscribers: Sequence[str]) -> None:
        """Replaces the row of an event by one for each of its handlers."""
        body = encode(job.event)
        due = job.event.due.timestamp()

        def run(connection: sqlite3.Connection) -> None:
            finish(connection, job, self._owner)
            connection.executemany(
                SET, [(f"{job.key}#{name}", name, body, due) for name in subscribers]
            )

        await self._database.write(run)

    async def postpone(self, job: Job, seconds: float, *, tried: bool = True) -> None:
        """Gives it back, to be tried again after a while; `tried` counts."""
        due = self._now().timestamp() + seconds

        def run(connection: sqlite3.Connection) -> None:
            connection.execute(
                "UPDATE job SET owner = NULL, due = ?, tries = ?"
                " WHERE id = ? AND owner = ? AND fence = ?",
                (due, job.tries if tried else job.tries - 1, job.id, self._owner, job.fence),
            )

        await self._database.write(run)

    async def drop(self, job: Job) -> None:
        """Ends a job that nobody handles, or that failed for good."""

        def run(connection: sqlite3.Connection) -> None:
            if connection.execute(FINISH, (job.id, self._owner, job.fence)).rowcount:
                connection.execute("DELETE FROM step WHERE owner = ?", (f"job/{job.id}",))

        await self._database.write(run)


def set_or_drop(connection: sqlite3.Connection, key: str, event: Event | None) -> None:
    """Within a commit: sets the event under its key, or takes what stands there away."""
    if event is None:
        connection.execute("DELETE FROM job WHERE key = ?", (key,))
    else:
        connection.execute(SET, (key, None, encode(event), event.due.timestamp()))


def finish(connection: sqlite3.Connection, job: Job, owner: str) -> None:
    """Within a commit: ends the job; LostLease where it was taken back or set anew meanwhile."""
    if connection.execute(FINISH, (job.id, owner, job.fence)).rowcount != 1:
        raise LostLease(job.key)


def decode_event(body: bytes) -> Event:
    """An event as `encode` wrote it."""
    fields = decode(body)
    target = fields["target"]
    return Event(
        name=fields["name"],
        key=fields["key"],
        payload=fields["payload"],
        due=msgspec.convert(fields["due"], datetime),
        person_id=fields["person_id"],
        target=msgspec.convert(target, Target) if target else None,
    )
