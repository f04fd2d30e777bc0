"""How the last change of a person in a conversation is taken back: what was there before it."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Literal

import msgspec

from core.store.codec import decode, encode
from core.store.database import Database
from core.store.facts import Fact

MOST_IMAGES, MOST_BYTES = 300, 400_000
"""Of one change: a larger one is not taken back."""

RECORD = "SELECT seq, body FROM record WHERE kind = ? AND id = ?"
CLAIMS = "SELECT key, begins, ends FROM claim WHERE kind = ? AND record = ? ORDER BY begins"
JOB = "SELECT body FROM job WHERE key = ?"
FIND = "SELECT undo FROM session WHERE person_id = ? AND conversation = ?"
KEEP = """
    INSERT INTO session(person_id, conversation, version, body, undo) VALUES (?,?,1,?,?)
    ON CONFLICT(person_id, conversation) DO UPDATE SET undo = excluded.undo
"""

Never = Literal["", "outside", "large", "shared", "lasting"]
"""Why something cannot be taken back: it left the house, is too much, is others' too, or is so by
its nature."""


@dataclass(frozen=True, slots=True)
class Image:
    """A record as it was before a change; `body` is None where it was not there."""

    kind: str
    id: str
    revision: int
    """What it has since: another one means that it was changed again. 0: it was removed."""
    body: dict[str, Any] | None = None
    place: int = 0
    """Where it stood among the others."""
    claims: tuple[tuple[str, float, float], ...] = ()
    """Key, begin and end (timestamps) of the times it had."""


@dataclass(frozen=True, slots=True)
class Timer:
    """What stood under the key of an event for later; None: nothing."""

    key: str
    body: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Undo:
    """One change, with all that it needs to be taken back."""

    turn: str
    """Whose it was: `turn/12`."""
    intent: str
    told: str
    """What the person was answered to it."""
    at: datetime
    back: bool = False
    """Whether it was itself a taking back."""
    never: Never = ""
    images: tuple[Image, ...] = ()
    timers: tuple[Timer, ...] = ()
    facts: tuple[Fact, ...] = ()
    """Deeds that were counted with it."""
    struck: tuple[Fact, ...] = ()
    """Deeds that it took out of the count."""
    person: dict[str, tuple[str | None, str | None]] = field(default_factory=dict)
    """What it changed about the person: before and after, by field."""
    base: "Undo | None" = None
    """Of an amendment: how both it and what it amended are taken back, to be amended anew."""

    @property
    def empty(self) -> bool:
        """Whether nothing was changed that could be taken back."""
        return not (self.images or self.timers or self.person or self.never)


def find(database: Database, person_id: str, conversation: str) -> Undo | None:
    """The last change, whether or not it can be taken back."""
    rows = database.read(FIND, (person_id, conversation))
    return msgspec.convert(decode(rows[0][0]), Undo) if rows and rows[0][0] else None


def keep(connection: sqlite3.Connection, person_id: str, conversation: str, undo: Undo) -> None:
    """Within a commit: this is the last change now."""
    body = encode(undo)
    if len(body) > MOST_BYTES or len(undo.images) > MOST_IMAGES:
        large = Undo(undo.turn, undo.intent, undo.told, undo.at, undo.back, never="large")
        body = encode(large)
    connection.execute(KEEP, (person_id, conversation, encode(None), body))


def composed(first: Undo, then: Undo) -> Undo:
    """Two changes, one after the other, as one."""
    known = {(one.kind, one.id): one for one in first.images}
    later = {(one.kind, one.id): one for one in then.images}
    images = [
        replace(known[key], revision=later[key].revision) if key in known else later[key]
        for key in later
    ]
    images += [one for key, one in known.items() if key not in later]
    stood = {one.key: one for one in (*then.timers, *first.timers)}
    return replace(
        then,
        images=tuple(one for one in images if one.body is not None or one.revision),
        timers=tuple(stood.values()),
        facts=_without((*first.facts, *then.facts), then.struck),
        struck=_without((*first.struck, *then.struck), first.facts),
        person={
            **then.person,
            **{
                name: (was, then.person.get(name, ("", now))[1])
                for name, (was, now) in first.person.items()
            },
        },
    )


def _without(facts: tuple[Fact, ...], others: tuple[Fact, ...]) -> tuple[Fact, ...]:
    return tuple(one for one in facts if one not in others)


def images(
    connection: sqlite3.Connection, changed: Iterable[tuple[str, str, int, bool]]
) -> tuple[Image, ...]:
    """Within a commit, before its writes: the records (kind, id, revision, removed) as they are."""
    found = []
    for kind, id, revision, removed in changed:
        if revision == 0:
            if not removed:  # added: there was nothing
                found.append(Image(kind, id, 1))
            continue
        row = connection.execute(RECORD, (kind, id)).fetchone()
        if row is None:  # the commit will find that out, and be run again
            continue
        claims = tuple(connection.execute(CLAIMS, (kind, id)).fetchall())
        after = 0 if removed else revision + 1
        found.append(Image(kind, id, after, decode(row[1]), row[0], claims))
    return tuple(found)


def timers(connection: sqlite3.Connection, keys: Iterable[str]) -> tuple[Timer, ...]:
    """Within a commit, before its writes: what stands under these keys."""
    found = []
    for key in keys:
        row = connection.execute(JOB, (key,)).fetchone()
        found.append(Timer(key, decode(row[0]) if row else None))
    return tuple(found)
