"""The unit of work: what a turn or a job wants to change, committed in one transaction."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, TypeVar

from core.errors import LostLease
from core.journal import jobs as job_rows
from core.journal import outbox as outbox_rows
from core.journal import recent
from core.journal.inbox import RELEASE, Claim, oldest
from core.journal.jobs import Job
from core.journal.outbox import Row
from core.journal.recent import Last
from core.journal.steps import once
from core.journal.undoing import Wish, before
from core.model import Event, Identity, Person, Question, Reply, Session, Target
from core.store import erasure, facts, people, sessions, undo
from core.store.codec import encode
from core.store.database import Database
from core.store.erasure import Erasure
from core.store.facts import Fact
from core.store.people import Known
from core.store.records import Claims, Kept, Meaning, Records, Rows
from core.store.undo import Undo

T = TypeVar("T", bound=Kept)
R = TypeVar("R")

FREE = """
    UPDATE conversation SET open = open - 1, last = ? WHERE key = ? AND owner = ? AND fence = ?
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
    conversation: str = ""
    """The key of the turn's conversation; an event has none."""
    rows: Rows = field(default_factory=dict)
    scheduled: dict[str, Event | None] = field(default_factory=dict)
    noted: list[Fact] = field(default_factory=list)
    """Deeds to be counted."""
    struck: list[Fact] = field(default_factory=list)
    """Deeds that are not to be counted any more."""
    undoable: Wish | None = None
    """What is kept of this work so that it can be taken back; None: nothing is."""
    erasing: Erasure | None = None
    """Of the person: it is all that is done then, beside what they are told."""
    _claimed: Claims = field(default_factory=dict)
    _collections: dict[str, Records[Any]] = field(default_factory=dict)
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
                rows=self.rows,
                claimed=self._claimed,
                meaning=self.meaning,
            )
            self._collections[kind.kind] = found
        return found

    def schedule(self, event: Event) -> None:
        """An event for later; the last word under a key counts."""
        self.scheduled[event.key] = event

    def unschedule(self, key: str) -> None:
        """Takes it back."""
        self.scheduled[key] = None

    def question(self, question: Question | None) -> None:
        """What the next message will be an answer to."""
        if question is not None or self.session.question is not None:
            self._asked = True
        self.session = replace(self.session, question=question)

    def discard(self) -> None:
        """Forgets everything but who it is for: a turn that failed has no effect."""
        self.person = self.known.person
        self.session = self._first_session
        self.rows.clear()
        self._claimed.clear()
        self.noted.clear()
        self._collections.clear()
        self.scheduled.clear()
        self._replies.clear()
        self._asked = False
        self.struck.clear()
        self.undoable = None
        self.erasing = None

    def last(self) -> Last | None:
        """What the conversation goes on from."""
        return recent.last(self.database, self.conversation) if self.conversation else None

    def undo(self) -> Undo | None:
        """The person's last change in this conversation."""
        return undo.find(self.database, self.person.id, self.conversation)

    def note(self, fact: Fact) -> None:
        """Something the person did."""
        self.noted.append(fact)

    def facts(self, since: datetime, until: datetime) -> list[Fact]:
        """What the person did in that time (aware), this turn's own among it."""
        fresh = [one for one in self.noted if since <= one.at < until]
        return facts.own(self.database, self.person.id, since, until) + fresh

    @property
    def changes(self) -> int:
        """How much it would write by now, to tell whether a skill has done anything."""
        return sum(row.changed for row in self.rows.values()) + len(self.scheduled)

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
            outbox_rows.Draft(target, reply, self.language, message_key, trace, self.person.id)
            for target, reply in self._replies
        ]
        if self.erasing is not None and isinstance(held, Claim):
            return await self._erase(self.erasing, holder, held, now, bodies)
        encoded_trace = encode(trace)
        dues = [event.due.timestamp() for event in self.scheduled.values() if event is not None]
        due = min(dues, default=None)

        def run(connection: sqlite3.Connection) -> Committed:
            if isinstance(held, Job):
                job_rows.finish(connection, held, holder)
                left = 0
            else:
                left = _free(connection, held, holder, now, encoded_trace)
            taken = before(connection, self, self.undoable) if self.undoable else None
            self._write_person(connection, held)
            for collection in self._collections.values():
                collection.write(connection)
            facts.add(connection, self.person.workspace, self.person.id, self.noted)
            facts.strike(connection, self.person.id, self.struck)
            if taken and not taken.empty and isinstance(held, Claim):
                undo.keep(connection, self.person.id, held.conversation, taken)
            for key, event in self.scheduled.items():
                job_rows.set_or_drop(connection, key, event)
            if self._stepped or held.tries > 1:
                # It is never run again: what was heard and read for it need not be kept twice.
                connection.execute(FORGET, (self.owner.partition(".")[0],))
            rows = outbox_rows.add(connection, self.owner, bodies, now)
            return Committed(rows, _next(connection, held, left), due)

        committed = await self.database.write(run)
        if self.meaning is not None and self.rows:
            self.meaning.wake()
        return committed

    async def _erase(
        self,
        plan: Erasure,
        holder: str,
        held: Claim,
        now: float,
        bodies: Sequence[outbox_rows.Draft],
    ) -> Committed:
        await asyncio.to_thread(erasure.remove_files, self.database, plan)

        def run(connection: sqlite3.Connection) -> Committed:
            left = _free(connection, held, holder, now, b"null")
            erasure.erase(connection, plan)
            rows = outbox_rows.add(connection, f"{erasure.OWNER}{plan.receipt}", bodies, now)
            return Committed(rows, _next(connection, held, left))

        committed = await self.database.write(run)
        await erasure.tidy(self.database)
        if self.meaning is not None:
            self.meaning.wake()
        return committed

    def _write_person(self, connection: sqlite3.Connection, held: Claim | Job) -> None:
        if self.known.new:
            people.add(connection, self.known, self.person)
        elif self.person != self.known.person:
            people.change(connection, self.known.person, self.person)
        else:
            people.still(connection, self.person)
        if self._asked and isinstance(held, Claim):
            sessions.change(connection, self.person.id, held.conversation, self.session)


def _free(
    connection: sqlite3.Connection, claim: Claim, holder: str, now: float, trace: bytes
) -> int:
    row = connection.execute(FREE, (claim.id, claim.conversation, holder, claim.fence)).fetchone()
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
