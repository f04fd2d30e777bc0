"""Everything that is kept of a person, wherever it lies: found for them to have, or to be erased.

Messages, outbox, jobs and steps hold a person only in their bodies: these are read through, by a
thread with a connection of its own, since it takes a second for each million of them.
"""

import asyncio
import hashlib
import re
import sqlite3
from base64 import b64encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from core.store.codec import decode
from core.store.database import Database, connect
from core.store.home import Home

MEDIA = re.compile(r'"([0-9a-f]{64})"')
"""How a file in the home is named in a message."""
ERASED = "erased"
"""The state of a message of which only the hash of its key is left."""

PEOPLE = """
    WITH RECURSIVE own(id) AS (SELECT ? UNION SELECT p.id FROM person p JOIN own ON
    p.merged_into = own.id) SELECT id FROM own
"""
MESSAGES = f"""
    SELECT m.id, m.conversation FROM message m JOIN (
        SELECT value ->> 0 AS workspace, value ->> 1 AS channel, value ->> 2 AS sender
        FROM json_each(?)
    ) i WHERE m.id > ? AND m.state != '{ERASED}' AND json_valid(CAST(m.body AS TEXT))
    AND CAST(m.body AS TEXT) ->> '$[0].sender.id' = i.sender
    AND CAST(m.body AS TEXT) ->> '$[0].target.channel' = i.channel
    AND CAST(m.body AS TEXT) ->> '$[0].workspace' = i.workspace
"""  # noqa: S608  # built of constants
SHARED = f"""
    SELECT DISTINCT conversation FROM message WHERE state != '{ERASED}'
    AND conversation IN (SELECT value FROM json_each(?))
    AND id NOT IN (SELECT value FROM json_each(?))
"""  # noqa: S608  # built of constants
JOBS = """
    SELECT id FROM job WHERE id > ? AND CAST(body AS TEXT) ->> '$.person_id'
    IN (SELECT value FROM json_each(?))
"""
OUTBOX = """
    SELECT id FROM outbox WHERE id > ? AND (
        owner IN (SELECT 'turn/' || value FROM json_each(?))
        OR target IN (SELECT value FROM json_each(?))
        OR CASE WHEN json_valid(CAST(body AS TEXT)) THEN CAST(body AS TEXT) ->> '$[5]' END
        IN (SELECT value FROM json_each(?)))
"""
NAMED = """
    SELECT id FROM outbox WHERE id > ? AND json_valid(CAST(body AS TEXT))
    AND CAST(body AS TEXT) ->> '$[1].names[0]' IS NOT NULL AND EXISTS (
        SELECT 1 FROM json_each(CAST(body AS TEXT), '$[1].names') WHERE value
        IN (SELECT value FROM json_each(?)))
"""
TOPS = "SELECT (SELECT max(id) FROM message), (SELECT max(id) FROM outbox), max(id) FROM job"
PERSONAL = ("identity", "session", "record", "fact", "charge")
"""Tables with a `person_id`."""
OF_RECORDS = {"claim": "record", "vector": "id"}
"""Tables of which a row names its record, and in which column."""


@dataclass(slots=True)
class Traces:
    """Where a person is to be found."""

    people: Sequence[str] = ()
    """Their id, and those that were joined with it."""
    messages: list[int] = field(default_factory=list)
    outbox: list[int] = field(default_factory=list)
    named: list[int] = field(default_factory=list)
    """Outbox rows in which others are told of them by name."""
    jobs: list[int] = field(default_factory=list)
    conversations: set[str] = field(default_factory=set)
    """Keys of those in which they are alone with us."""
    shared: set[str] = field(default_factory=set)
    """Keys of those in which others speak too."""
    tops: tuple[int, int, int] = (0, 0, 0)
    """The last message, outbox row and job that were looked at."""


def find(connection: sqlite3.Connection, person_id: str, known: Traces | None = None) -> Traces:
    """All of it; with `known`, what has come since is added to it."""
    found = known or Traces()
    run = connection.execute
    found.people = [id for (id,) in run(PEOPLE, (person_id,))]
    people = listed(found.people)
    accounts = run(
        "SELECT json_group_array(json_array(workspace, channel, external_id)) FROM identity"
        " WHERE person_id IN (SELECT value FROM json_each(?))",
        (people,),
    ).fetchone()[0]
    messages, outbox, jobs = found.tops
    tops = run(TOPS).fetchone()
    rows = run(MESSAGES, (accounts, messages)).fetchall()
    found.messages += [id for id, _ in rows]
    theirs = {key for _, key in rows} | found.conversations | found.shared
    shared = run(SHARED, (listed(theirs), listed(found.messages)))
    found.shared = {key for (key,) in shared}
    found.conversations = theirs - found.shared
    found.jobs += [id for (id,) in run(JOBS, (jobs, people))]
    own = (outbox, listed(found.messages), listed(found.conversations), people)
    found.outbox += [id for (id,) in run(OUTBOX, own)]
    found.named += [id for (id,) in run(NAMED, (outbox, people))]
    found.tops = (tops[0] or 0, tops[1] or 0, tops[2] or 0)
    return found


async def look(database: Database, person_id: str) -> Traces:
    """The same, in a thread."""
    return await asyncio.to_thread(_aside, database.path, lambda one: find(one, person_id))


async def kept(database: Database, person_id: str) -> dict[str, list[dict[str, Any]]]:
    """Every row of theirs, by its table, with bodies as they can be read."""
    return await asyncio.to_thread(_aside, database.path, lambda one: rows(one, person_id))


def rows(connection: sqlite3.Connection, person_id: str) -> dict[str, list[dict[str, Any]]]:
    """Of that person: table -> rows, as plain values."""
    connection.row_factory = sqlite3.Row
    found = find(connection, person_id)
    people = listed(found.people)
    owners = [f"turn/{id}" for id in found.messages] + [f"job/{id}" for id in found.jobs]
    tables = {"person": chosen(connection, "person", "id", people)}
    for name in PERSONAL:
        tables[name] = chosen(connection, name, "person_id", people)
    for name, column in OF_RECORDS.items():
        tables[name] = _of_records(connection, name, column, people)
    for name, ids in (("message", found.messages), ("outbox", found.outbox), ("job", found.jobs)):
        tables[name] = chosen(connection, name, "id", listed(ids))
    tables["step"] = chosen(connection, "step", "owner", listed(owners))
    keys = listed(sorted(found.conversations | found.shared))
    tables["conversation"] = chosen(connection, "conversation", "key", keys)
    return tables


def media(database: Database, messages: Iterable[dict[str, Any]]) -> dict[str, Path]:
    """Of what they sent, the files that lie in the home: by their names in the messages."""
    home = Home(database.path.parent)
    named = {ref for one in messages for ref in MEDIA.findall(msgspec.json.encode(one).decode())}
    return {ref: home.media / ref for ref in sorted(named) if (home.media / ref).is_file()}


def hashed(key: str) -> str:
    """What stays of the key of an erased message, so that it is known when it comes again."""
    return f"#{hashlib.sha256(key.encode()).hexdigest()}"


def _aside(path: Path, work: Any) -> Any:
    connection = connect(path)
    try:
        connection.execute("PRAGMA query_only=ON")
        connection.execute("BEGIN")  # one moment for all of it
        return work(connection)
    finally:
        connection.close()


def chosen(
    connection: sqlite3.Connection, table: str, column: str, values: str
) -> list[dict[str, Any]]:
    """Rows of a table by the values of a column, as `listed`; of a connection with `Row`s."""
    query = f"SELECT * FROM {table} WHERE {column} IN (SELECT value FROM json_each(?))"  # noqa: S608  # of constants
    return [_plain(row) for row in connection.execute(query, (values,))]


def _of_records(
    connection: sqlite3.Connection, table: str, column: str, people: str
) -> list[dict[str, Any]]:
    rows = connection.execute(
        f"SELECT t.* FROM record r JOIN {table} t ON t.kind = r.kind AND t.{column} = r.id"  # noqa: S608  # of constants
        " WHERE r.person_id IN (SELECT value FROM json_each(?))",
        (people,),
    )
    return [_plain(row) for row in rows]


def _plain(row: sqlite3.Row) -> dict[str, Any]:
    return {name: _read(row[name]) for name in row.keys()}  # noqa: SIM118  # a Row iterates values


def _read(value: Any) -> Any:
    if not isinstance(value, bytes):
        return value
    try:
        return decode(value)
    except msgspec.DecodeError:
        return b64encode(value).decode()


def listed(values: Iterable[object]) -> str:
    """Values as one parameter of a query: `IN (SELECT value FROM json_each(?))`."""
    return msgspec.json.encode(list(values)).decode()
