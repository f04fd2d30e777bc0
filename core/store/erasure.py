"""Erasing a person: all that names them goes in one transaction, and nothing else does."""

import asyncio
import secrets
import sqlite3
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from shutil import rmtree

from core.errors import Conflict
from core.store import ledger, traces
from core.store.database import Database
from core.store.home import Home
from core.store.traces import ERASED, Traces, listed

OWNER = "erasure/"
"""Whose the outbox row of a receipt is: its body goes once it is delivered."""
PAGES = 500
"""Of the search index, tidied in one write: other commits wait for no more than these."""
CHOSEN = "IN (SELECT value FROM json_each(?))"
NUMBERS = f"""
    SELECT kind, count(*) FROM record WHERE person_id {CHOSEN} GROUP BY kind UNION ALL
    SELECT '', count(*) FROM fact WHERE person_id {CHOSEN}
"""  # noqa: S608  # built of constants
# A teacher's course stays for everybody in it: only who made it is forgotten.
SHARED = """
    UPDATE record SET body = CAST(replace(CAST(body AS TEXT), :id, '""') AS BLOB),
    revision = revision + 1
    WHERE scope GLOB 'w_*' AND instr(CAST(body AS TEXT), :id)
"""
BLANK = f"""
    UPDATE message SET key = ?, conversation = '', body = x'', trace = NULL, state = '{ERASED}'
    WHERE id = ?
"""  # noqa: S608  # built of constants
KEYS = f"SELECT id, key FROM message WHERE id {CHOSEN} AND state != 'open'"  # noqa: S608
USED = f"""
    SELECT 1 FROM message WHERE instr(CAST(body AS TEXT), ?)
    AND (state = 'open' OR NOT id {CHOSEN}) LIMIT 1
"""  # noqa: S608  # built of constants


@dataclass(frozen=True, slots=True)
class Erasure:
    """What the person was told would go, and where it is."""

    person_id: str
    receipt: str
    """A short id, by which they can speak of it later."""
    numbers: Mapping[str, int]
    """How many there are, by the kind of record; deeds that were counted by the empty one."""
    messages: int
    found: Traces


async def plan(database: Database, person_id: str) -> Erasure:
    """What erasing that person would take away."""
    found = await traces.look(database, person_id)
    told = _numbers(database.read(NUMBERS, (listed(found.people),) * 2))
    return Erasure(person_id, secrets.token_hex(4), told, len(found.messages), found)


def remove_files(database: Database, erasure: Erasure) -> None:
    """Takes away what lies in the home: before the rows that say what it is, so that the same
    turn, run again after a crash, finds it again. It blocks."""
    home, found = Home(database.path.parent), erasure.found
    mine = listed(found.messages)
    connection = sqlite3.connect(database.path)
    connection.row_factory = sqlite3.Row
    try:
        sent = traces.chosen(connection, "message", "id", mine)
        for ref, path in traces.media(database, sent).items():
            if not connection.execute(USED, (ref, mine)).fetchone():
                path.unlink(missing_ok=True)
        accounts = traces.chosen(connection, "identity", "person_id", listed(found.people))
    finally:
        connection.close()
    for id in found.named:
        for path in home.sent.glob(f"*/{id}-*"):
            path.unlink(missing_ok=True)
    for one in accounts:
        rmtree(home.sent_to(one["external_id"]), ignore_errors=True)


def erase(connection: sqlite3.Connection, erasure: Erasure) -> None:
    """Within a commit. Raises Conflict where there is more, or less, than they were told.

    Of a message the hash of its key stays, so that it is known when the platform sends it again;
    of what was spent the sums stay, and are nobody's. What they have sent since, and nobody has
    answered, is a stranger's.
    """
    run = connection.execute
    found = traces.find(connection, erasure.person_id, erasure.found)
    people = listed(found.people)
    if _numbers(run(NUMBERS, (people, people)).fetchall()) != erasure.numbers:
        raise Conflict(f"person {erasure.person_id}")
    run("PRAGMA secure_delete=ON")  # whole pages too
    rows = run(KEYS, (listed(found.messages),)).fetchall()
    connection.executemany(BLANK, [(traces.hashed(key), id) for id, key in rows])
    run(f"UPDATE outbox SET body = x'' WHERE id {CHOSEN} AND state != 'due'",  # noqa: S608
        (listed(found.named),))  # fmt: skip
    run(f"DELETE FROM outbox WHERE id {CHOSEN} AND body != x''", (listed(found.named),))  # noqa: S608
    owners = [f"turn/{id}" for id, _ in rows] + [f"job/{id}" for id in found.jobs]
    accounts = run(f"SELECT id FROM identity WHERE person_id {CHOSEN}", (people,)).fetchall()  # noqa: S608
    run(f"UPDATE conversation SET last = NULL WHERE last {CHOSEN}", (listed(found.messages),))  # noqa: S608
    run(f"DELETE FROM claim WHERE (kind, record) IN (SELECT kind, id FROM record"  # noqa: S608
        f" WHERE person_id {CHOSEN})", (people,))  # fmt: skip
    for table, column, values in (
        ("step", "owner", owners),
        ("outbox", "id", found.outbox),
        ("job", "id", found.jobs),
        ("session", "person_id", found.people),
        ("fact", "person_id", found.people),
        ("record", "person_id", found.people),
        ("identity", "person_id", found.people),
        ("person", "id", found.people),
    ):
        run(f"DELETE FROM {table} WHERE {column} {CHOSEN}", (listed(values),))  # noqa: S608
    run(f"DELETE FROM conversation WHERE open = 0 AND key {CHOSEN}",  # noqa: S608
        (listed(found.conversations),))  # fmt: skip
    run(f"UPDATE record SET identity_id = NULL WHERE identity_id {CHOSEN}",  # noqa: S608
        (listed(id for (id,) in accounts),))  # fmt: skip
    for id in found.people:
        run(SHARED, {"id": f'"{id}"'})
        ledger.forget(connection, id)


async def tidy(database: Database) -> None:
    """After the commit: words leave the pages of the search index, and all of it the log of
    changes. Nothing is lost where we die in its middle: no row leads to them any more."""
    pages = -PAGES  # begins anew, over everything
    while await database.write(partial(_merged, pages=pages)):
        pages = PAGES
    await asyncio.to_thread(_emptied, database)


def _merged(connection: sqlite3.Connection, pages: int) -> bool:
    before = connection.total_changes
    connection.execute(
        "INSERT INTO record_search(record_search, rank) VALUES('merge', ?)", (pages,)
    )
    goes_on = connection.total_changes - before >= 2  # as FTS5 tells that there was work
    if not goes_on:
        connection.execute("PRAGMA secure_delete=FAST")
    return goes_on


def _emptied(database: Database) -> None:
    connection = sqlite3.connect(database.path)
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()


def _numbers(rows: list[tuple[str, int]]) -> Mapping[str, int]:
    return Counter({kind: number for kind, number in rows if number})
