"""People and their accounts: who a sender is, and what a turn has learned about them."""

import secrets
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from core.errors import Conflict
from core.model import Identity, Message, Person, known_zone
from core.store.database import Database

COLUMNS = "p.id, p.workspace, p.name, p.language, p.zone, p.version, p.merged_into"
BY_IDENTITY = f"""
    SELECT {COLUMNS}, i.id, i.channel, i.external_id FROM identity i JOIN person p
    ON p.id = i.person_id WHERE i.workspace = ? AND i.channel = ? AND i.external_id = ?
"""  # noqa: S608  # built of constants
ACCOUNTS = "SELECT id, person_id, channel, external_id, workspace FROM identity WHERE person_id = ?"
STILL = "SELECT 1 FROM person WHERE id = ? AND merged_into IS NULL"
BY_ID = f"SELECT {COLUMNS} FROM person p WHERE p.id = ?"  # noqa: S608  # built of constants


@dataclass(frozen=True, slots=True)
class Known:
    """A person and the account they came by; `new` until they are written down."""

    person: Person
    identity: Identity
    new: bool = False


def find(database: Database, message: Message) -> Known | None:
    """Whoever the sender is known to be."""
    account = (message.workspace, message.target.channel, message.sender.id)
    rows = database.read(BY_IDENTITY, account)
    if not rows:
        return None
    *columns, identity_id, channel, external_id = rows[0]
    person = _follow(database, _person(columns))
    identity = Identity(identity_id, person.id, channel, external_id, message.workspace)
    return Known(person, identity)


def by_id(database: Database, person_id: str) -> Person | None:
    """The person of that id, or the one they were joined with."""
    rows = database.read(BY_ID, (person_id,))
    return _follow(database, _person(rows[0])) if rows else None


def identities(database: Database, person_id: str) -> list[Identity]:
    """All accounts of a person."""
    rows = database.read(ACCOUNTS, (person_id,))
    return [Identity(*row) for row in rows]


def newcomer(message: Message, language: str) -> Known:
    """A person never met before, with what the platform tells of them and we can use."""
    sender = message.sender
    person = Person(
        id=secrets.token_hex(8),
        workspace=message.workspace,
        name=sender.name,
        language=language,
        zone=known_zone(sender.zone),
    )
    identity = Identity(
        secrets.token_hex(8), person.id, message.target.channel, sender.id, message.workspace
    )
    return Known(person, identity, new=True)


def add(connection: sqlite3.Connection, known: Known, person: Person) -> None:
    """Writes a newcomer down; Conflict where another turn has just done so."""
    connection.execute(
        "INSERT INTO person(id, workspace, name, language, zone, version) VALUES (?,?,?,?,?,0)",
        (person.id, person.workspace, person.name, person.language, person.zone),
    )
    one = known.identity
    done = connection.execute(
        "INSERT INTO identity(id, person_id, workspace, channel, external_id) VALUES (?,?,?,?,?)"
        " ON CONFLICT(workspace, channel, external_id) DO NOTHING",
        (one.id, person.id, one.workspace, one.channel, one.external_id),
    )
    if done.rowcount != 1:
        raise Conflict(f"identity {one.id}")


def change(connection: sqlite3.Connection, before: Person, after: Person) -> None:
    """Writes what changed; Conflict where they were changed or joined meanwhile."""
    done = connection.execute(
        "UPDATE person SET name = ?, language = ?, zone = ?, version = version + 1"
        " WHERE id = ? AND version = ? AND merged_into IS NULL",
        (after.name, after.language, after.zone, before.id, before.version),
    )
    if done.rowcount != 1:
        raise Conflict(f"person {before.id}")


def still(connection: sqlite3.Connection, person: Person) -> None:
    """Conflict where they were erased or joined meanwhile."""
    found = connection.execute(STILL, (person.id,)).fetchone()
    if found is None:
        raise Conflict(f"person {person.id}")


def _person(columns: Sequence[Any]) -> Person:
    """As they are kept; a zone that this machine does not know is one that nobody has told us."""
    person = Person(*columns)
    return replace(person, zone=known_zone(person.zone))


def _follow(database: Database, person: Person) -> Person:
    seen: set[str] = set()
    while person.merged_into and person.merged_into not in seen:
        seen.add(person.id)
        rows: list[Any] = database.read(BY_ID, (person.merged_into,))
        person = _person(rows[0])
    return person
