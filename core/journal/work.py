"""The unit of work: what a turn or a job wants to change, committed in one transaction."""

import sqlite3
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from core.errors import LostLease
from core.journal import jobs as job_rows
from core.journal import outbox as outbox_rows
from core.journal.inbox import RELEASE, Claim, oldest
from core.journal.jobs import Job
from core.journal.outbox import Row
from core.journal.steps import once
from core.model import Event, Identity, Person, Question, Reply, Session, Target
from core.store import facts, people, sessions
from core.store.codec import encode
from core.store.database import Database
from core.store.facts import Fact
from core.store.people import Known
from core.store.records import Claims, Kept, Meaning, Records, Rows

T = TypeVar("T", bound=Kept)
R = TypeVar("R")

FREE = """
    UPDATE conversation SET open = open - 1 WHERE key = ? AND owner = ? AND fence = ?
    RETURNING open
"""
FORGET = "DELETE FROM step WHERE owner = ?"
MARK = "UPDATE message SET state = 'done', done = ?, trace = ? WHERE id = ? AND state = 'open'"


@dataclass(frozen=True, slots=True)
class Committed:
    """What a commit put on its way: rows to deliver, and the conversation's next message."""

    rows: tuple[Row, ...]
    next: Claim | None = None
    due: float | None = None
    """When the earliest event that it scheduled is due, as a timestamp."""


@dataclass(slots=True)
class Work:
    """Buffers of one turn or job; nothing is written before `commit`."""

    database: Database
    owner: str
    """`turn/12` or `job/7`: whose steps and outbox rows they are."""
    known: Known
    person: Person
    session: Session = field(default_factory=Session)
    language: str = "en"
    """Of the replies."""
    meaning: Meaning | None = None
    """By which records are found beside their words."""
    _rows: Rows = field(default_factory=dict)
    _claimed: Claims = field(default_factory=dict)
    _facts: list[Fact] = field(default_factory=list)
    _collections: dict[str, Records[Any]] = field(default_factory=dict)
    _scheduled: dict[str, Event | None] = field(default_factory=dict)
    _replies: list[tuple[Target, Reply]] = field(default_factory=list)
    _asked: bool = False
    _stepped: bool = False
    _first_session: Session = field(init=False)

    def __post_init__(self) -> None:
        """Keeps what a failed turn goes back to."""
        self._first_session = self.session

    @property
    def asked(self) -> Question | None:
        """The question that was open when the work began."""
        return self._first_session.question

    @property
    def identity(self) -> Identity:
        """The account they came by."""
        return self.known.identity

    def records(self, kind: type[T]) -> Records[T]:
        """The collection of a kind; the same one each time, so that it sees its own writes."""
        found = self._collections.get(kind.kind)
        if found is None:
            personal = kind.scope == "person"
            found = Records(
                kind=kind,
                owner=self.person.id if personal else self.person.workspace,
                person_id=self.person.id if personal else None,
                identity_id=self.identity.id or None,
                language=self.person.language,
                database=self.database,
                workspace=self.person.workspace,
                rows=self._rows,
                claimed=self._claimed,
                meaning=self.meaning,
            )
            self._collections[kind.kind] = found
        return found

    def schedule(self, event: Event) -> None:
        """An event for later; the last word under a key counts."""
        self._scheduled[event.key] = event

    def unschedule(self, key: str) -> None:
        """Takes it back."""
        self._scheduled[key] = None

    def question(self, question: Question | None) -> None:
        """What the next message will be an answer to."""
        if question is not None or self.session.question is not None:
            self._asked = True
        self.session = Session(question, self.session.version)

    def discard(self) -> None:
        """Forgets everything but who it is for: a turn that failed has no effect."""
        self.person = self.known.person
        self.session = self._first_session
        self._rows.clear()
        self._claimed.clear()
        self._facts.clear()
        self._collections.clear()
        self._scheduled.clear()
        self._replies.clear()
        self._asked = False

    def note(self, fact: Fact) -> None:
        """Something the person did."""
        self._facts.append(fact)

    def facts(self, since: datetime, until: datetime) -> list[Fact]:
        """What the person did in that time (aware), this turn's own among it."""
        fresh = [one for one in self._facts if since <= one.at < until]
        return facts.own(self.database, self.person.id, since, until) + fresh

    def say(self, target: Target, reply: Reply) -> None:
        """One more reply; those of a work go out in the order they were said."""
        self._replies.append((target, reply))

    async def once(
        self,
        step: str,
        request: object,
        call: Callable[[], Awaitable[R]],
        *,
        kind: type[R] | None = None,
        repeatable: bool = False,
    ) -> R:
        """See `core.journal.steps.once`."""
        # A job taken up again has another fence, and is the same work.
        owner = self.owner.partition(".")[0]
        self._stepped = True
        return await once(
            self.database, owner, step, request, call, kind=kind, repeatable=repeatable
        )

    async def commit(
        self,
        holder: str,
        held: Claim | Job,
        now: float,
        trace: Mapping[str, object] | None = None,
    ) -> Committed:
        """All of it, or nothing: raises Conflict (run again), LostLease (drop it), Unavailable."""
        for collection in self._collections.values():
            await collection.index()
        message_key = held.message.key if isinstance(held, Claim) else None
        bodies = [
            outbox_rows.Draft(target, reply, self.language, message_key, trace)
            for target, reply in self._replies
        ]
        encoded_trace = encode(trace)
        dues = [event.due.timestamp() for event in self._scheduled.values() if event is not None]
        due = min(dues, default=None)

        def run(connection: sqlite3.Connection) -> Committed:
            if isinstance(held, Job):
                job_rows.finish(connection, held, holder)
                left = 0
            else:
                left = _free(connection, held, holder, now, encoded_trace)
            self._write_person(connection, held)
            for collection in self._collections.values():
                collection.write(connection)
            facts.add(connection, self.person.workspace, self.person.id, self._facts)
            for key, event in self._scheduled.items():
                job_rows.set_or_drop(connection, key, event)
            if self._stepped or held.tries > 1:
                # It is never run again: what was heard and read for it need not be kept twice.
                connection.execute(FORGET, (self.owner.partition(".")[0],))
            rows = outbox_rows.add(connection, self.owner, bodies, now)
            return Committed(rows, _next(connection, held, left), due)

        committed = await self.database.write(run)
        if self.meaning is not None and self._rows:
            self.meaning.wake()
        return committed

    def _write_person(self, connection: sqlite3.Connection, held: Claim | Job) -> None:
        if self.known.new:
            people.add(connection, self.known, self.person)
        elif self.person != self.known.person:
            people.change(connection, self.known.person, self.person)
        if self._asked and isinstance(held, Claim):
            sessions.change(connection, self.person.id, held.conversation, self.session)


def _free(
    connection: sqlite3.Connection, claim: Claim, holder: str, now: float, trace: bytes
) -> int:
    row = connection.execute(FREE, (claim.conversation, holder, claim.fence)).fetchone()
    if row is None or connection.execute(MARK, (now, trace, claim.id)).rowcount != 1:
        raise LostLease(claim.conversation)
    return int(row[0])


def _next(connection: sqlite3.Connection, held: Claim | Job, left: int) -> Claim | None:
    """The lease is kept for the conversation's next message, else given back."""
    if isinstance(held, Job):
        return None
    if left > 0:
        return oldest(connection, held.conversation, held.fence)
    connection.execute(RELEASE, (held.conversation,))
    return None
