"""`once`: what must not be done twice is written down before and after it is done."""

import hashlib
import sqlite3
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar, cast

import msgspec

from core.errors import UnknownOutcome
from core.store.codec import encode
from core.store.database import Database

R = TypeVar("R")

READ = "SELECT state, result FROM step WHERE owner = ? AND key = ? AND request_hash = ?"
BEGIN = (
    "INSERT INTO step(owner, key, request_hash, state) VALUES (?,?,?,'begun')"
    " ON CONFLICT(owner, key, request_hash) DO NOTHING"
)
DONE = (
    "INSERT INTO step(state, result, owner, key, request_hash) VALUES ('done',?,?,?,?)"
    " ON CONFLICT(owner, key, request_hash) DO UPDATE SET state = 'done', result = excluded.result"
)


async def once(
    database: Database,
    owner: str,
    key: str,
    request: object,
    call: Callable[[], Awaitable[R]],
    *,
    kind: type[R] | None = None,
    repeatable: bool = False,
) -> R:
    """The result of `call`, made at most once per owner, key and request.

    `kind` is the type the stored result is read back as. `repeatable` is for work without effect
    (a transcription): it may run again after a crash in its middle, and saves an fsync. Else a
    call that was begun and not finished raises UnknownOutcome.
    """
    digest = hashlib.sha256(encode(request)).hexdigest()[:32]
    row = (owner, key, digest)
    found = database.read(READ, row)
    if found and found[0][0] == "done":
        stored: Any = msgspec.json.decode(found[0][1], type=kind or Any)
        return cast("R", stored)
    if found and not repeatable:
        raise UnknownOutcome(key)
    if not repeatable:
        await database.write(lambda connection: _begin(connection, row))
    made = await call()
    kept = encode(made)
    await database.write(lambda connection: _done(connection, kept, row))
    return made


def _begin(connection: sqlite3.Connection, row: tuple[str, str, str]) -> None:
    connection.execute(BEGIN, row)


def _done(connection: sqlite3.Connection, result: bytes, row: tuple[str, str, str]) -> None:
    connection.execute(DONE, (result, *row))
