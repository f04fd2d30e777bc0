"""SQLite, one writer thread: everything that is written at the same moment shares one fsync."""

import asyncio
import queue
import sqlite3
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from core.errors import Unavailable

R = TypeVar("R")
Operation = Callable[[sqlite3.Connection], Any]
Write = tuple[Operation, asyncio.Future[Any]]
Params = Sequence[object] | Mapping[str, object]

MOST_PER_COMMIT = 256
"""Bounds how long the first of a group waits for the last; measured flat from 128 on. What comes
in one tick of the loop stays together."""


class Database:
    """One file. Writes are grouped on a thread of their own; reads are answered where they are
    asked, because a look-up by key takes 10-30 us and a hop to a thread 100."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._gathered: list[Write] = []
        self._queue: queue.SimpleQueue[list[Write] | None] = queue.SimpleQueue()
        self._reader: sqlite3.Connection | None = None
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    def open(self) -> None:
        """Starts the writer; the schema must be there already (see `core.store.upgrade`)."""
        self._loop = asyncio.get_running_loop()
        self._reader = connect(self.path)
        self._reader.execute("PRAGMA query_only=ON")
        self._thread = threading.Thread(target=self._write_on, name="viva-writer", daemon=True)
        self._thread.start()

    async def close(self) -> None:
        """Finishes what is queued, then closes; safe to call twice."""
        thread, self._thread = self._thread, None
        if thread is not None:
            self._hand_over()
            self._queue.put(None)
            await asyncio.to_thread(thread.join)
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    def read(self, sql: str, params: Params = ()) -> list[Any]:
        """Rows of a query that is quick by an index; sees all that was committed before."""
        assert self._reader is not None, "the database is not open"
        try:
            return self._reader.execute(sql, params).fetchall()
        except sqlite3.OperationalError as error:
            raise Unavailable("database", str(error)) from error

    async def scan(self, read: Callable[[sqlite3.Connection], R]) -> R:
        """What `read` makes of many rows: in a thread with a connection of its own, which writes
        nothing, so that nobody waits for it; it sees all that was committed before."""
        return await asyncio.to_thread(self._scanned, read)

    def _scanned(self, read: Callable[[sqlite3.Connection], R]) -> R:
        connection = connect(self.path)
        try:
            connection.execute("PRAGMA query_only=ON")
            return read(connection)
        except sqlite3.OperationalError as error:
            raise Unavailable("database", str(error)) from error
        finally:
            connection.close()

    async def write(self, operation: Callable[[sqlite3.Connection], R]) -> R:
        """Runs `operation` in the next group and returns once it is on disk.

        An exception of its own undoes only its own part of the group. A failing commit (disk full,
        locked) is `Unavailable` for the whole group.
        """
        if self._thread is None:
            raise Unavailable("database", "closed")
        assert self._loop is not None
        done: asyncio.Future[R] = self._loop.create_future()
        if not self._gathered:
            # Once a tick: a thread woken by the first of many would commit it alone.
            self._loop.call_soon(self._hand_over)
        self._gathered.append((operation, done))
        return await done

    def _hand_over(self) -> None:
        if self._gathered:
            self._queue.put(self._gathered)
            self._gathered = []

    def _write_on(self) -> None:
        connection = connect(self.path)
        last = False
        while not last:
            first = self._queue.get()
            if first is None:
                break
            group = first
            while len(group) < MOST_PER_COMMIT:
                try:
                    more = self._queue.get_nowait()
                except queue.Empty:
                    break
                if more is None:
                    last = True
                    break
                group += more
            outcomes = _run(connection, [operation for operation, _ in group])
            self._tell(list(zip((done for _, done in group), outcomes, strict=True)))
        connection.close()

    def _tell(self, outcomes: list[tuple[asyncio.Future[Any], Any]]) -> None:
        assert self._loop is not None
        try:
            self._loop.call_soon_threadsafe(_resolve, outcomes)
        except RuntimeError:  # the loop ended while we wrote: nobody is left to be told
            return


def connect(path: Path) -> sqlite3.Connection:
    """A connection as every part of the house wants it: WAL, and on disk before it returns."""
    connection = sqlite3.connect(
        path, isolation_level=None, check_same_thread=False, cached_statements=256, timeout=10
    )
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")
    # What is changed or deleted does not stay legible in the file, where that costs no writing.
    connection.execute("PRAGMA secure_delete=FAST")
    return connection


def _run(connection: sqlite3.Connection, operations: list[Operation]) -> list[Any]:
    outcomes: list[Any] = []
    try:
        connection.execute("BEGIN IMMEDIATE")
        for operation in operations:
            connection.execute("SAVEPOINT one")
            try:
                outcomes.append(operation(connection))
            except sqlite3.OperationalError:
                raise
            except Exception as error:  # noqa: BLE001  # handed to whoever asked, whatever it is
                connection.execute("ROLLBACK TO one")
                outcomes.append(error)
            connection.execute("RELEASE one")
        connection.execute("COMMIT")
    except sqlite3.Error as error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        return [Unavailable("database", str(error)) for _ in operations]
    return outcomes


def _resolve(outcomes: list[tuple[asyncio.Future[Any], Any]]) -> None:
    for done, outcome in outcomes:
        if done.done():
            continue
        if isinstance(outcome, Exception):
            done.set_exception(outcome)
        else:
            done.set_result(outcome)
