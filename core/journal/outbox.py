"""The outbox: replies on their way, first-in-first-out for each target, until a receipt is kept."""

import asyncio
import logging
import sqlite3
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import random

import msgspec

from core.errors import IntegrationError, Unauthorised, Unavailable, whereabouts
from core.model import Receipt, Reply, Target
from core.ports.channel import Delivery
from core.ports.clock import Now, Sleep
from core.store.codec import decode, encode
from core.store.database import Database
from core.store.erasure import OWNER

log = logging.getLogger(__name__)

BACKOFF = (1.0, 2.0, 5.0, 15.0, 60.0, 300.0, 900.0, 3600.0)
"""Seconds before each further try, with jitter; the last one again and again."""
GIVEN_UP_AFTER = 3 * 24 * 3600.0
"""Seconds: an answer older than this is nobody's answer any more."""
LAST_SENDING, LAST_MARKING = 1.0, 5.0
"""Seconds at the end: a call that is cut short may have arrived, and would come twice."""

ADD = "INSERT INTO outbox(owner, seq, target, body, made) VALUES (?,?,?,?,?) RETURNING id"
ANSWER = "SELECT body FROM outbox WHERE owner = ? ORDER BY seq DESC LIMIT 1"
MARK = "UPDATE outbox SET state = ?, receipt = ? WHERE id = ? AND state = 'due'"
# A file or picture is kept until it is delivered: an archive of 20 MB is in nobody's way then.
EMPTY = """
    UPDATE outbox SET body = CAST(json_replace(CAST(body AS TEXT), '$[1].file.data', '',
    '$[1].image.data', '') AS BLOB) WHERE id = ? AND body != x''
"""
# The last that is said to somebody who was erased goes as soon as they have it.
FORGET = f"""
    UPDATE outbox SET target = '', body = x'', receipt = NULL
    WHERE id = ? AND owner GLOB '{OWNER}*'
"""  # noqa: S608  # built of constants

Deliver = Callable[[Delivery], Awaitable[Receipt]]


@dataclass(frozen=True, slots=True)
class Draft:
    """A reply to be kept: to whom, what, in which language, and what it answers."""

    target: Target
    reply: Reply
    language: str
    message_key: str | None
    trace: Mapping[str, object] | None
    person_id: str = ""
    """Whose it is; wherever it is said."""


@dataclass(frozen=True, slots=True)
class Row:
    """An outbox row on its way; `made` is a timestamp."""

    delivery: Delivery
    made: float


def add(
    connection: sqlite3.Connection, owner: str, drafts: Sequence[Draft], now: float
) -> tuple[Row, ...]:
    """Within a commit: keeps the replies, numbered in order."""
    rows = []
    for seq, draft in enumerate(drafts):
        body = encode(
            [draft.target, draft.reply, draft.language, draft.message_key, draft.trace,
             draft.person_id]
        )  # fmt: skip
        values = (owner, seq, draft.target.key, body, now)
        id = connection.execute(ADD, values).fetchone()[0]
        delivery = Delivery(
            id, draft.target, draft.reply, draft.language, draft.message_key, trace=draft.trace
        )
        rows.append(Row(delivery, now))
    return tuple(rows)


def reply_of(database: Database, owner: str) -> tuple[Reply, str] | None:
    """What a turn has answered, and in which language; None where it has been erased."""
    rows = database.read(ANSWER, (owner,))
    try:
        _, reply, language, *_ = decode(rows[0][0])
        return msgspec.convert(reply, Reply), language
    except (IndexError, TypeError, ValueError, msgspec.DecodeError):
        return None


class Outbox:
    """Delivers rows; one that cannot be delivered holds up its own target only."""

    def __init__(self, database: Database, deliver: Deliver, now: Now, sleep: Sleep) -> None:
        self._database = database
        self._deliver = deliver
        self._now = now
        self._sleep = sleep
        self._waiting: dict[str, deque[Row]] = {}
        self._senders: dict[str, asyncio.Task[None]] = {}
        self._marking: set[asyncio.Future[None]] = set()

    async def recover(self) -> int:
        """Takes up what was committed and has no receipt; returns how many rows."""
        rows = self._database.read(
            "SELECT id, body, made FROM outbox WHERE state = 'due' ORDER BY id"
        )
        self.send(Row(_delivery(id, body), made) for id, body, made in rows)
        return len(rows)

    def send(self, rows: Iterable[Row]) -> None:
        """Puts rows behind what their targets still wait for; returns at once."""
        for row in rows:
            key = row.delivery.target.key
            self._waiting.setdefault(key, deque()).append(row)
            if key not in self._senders:
                self._senders[key] = asyncio.create_task(self._send_all(key))

    @property
    def busy(self) -> bool:
        """Whether anything is on its way."""
        return bool(self._senders)

    async def idle(self) -> None:
        """Returns when nothing is on its way (a test's, and a drain's, question)."""
        while self._senders:
            await asyncio.wait(list(self._senders.values()))

    async def close(self) -> None:
        """Lets what is on its way arrive, then stops; what has no receipt stays due."""
        senders = list(self._senders.values())
        if senders:
            await asyncio.wait(senders, timeout=LAST_SENDING)
        for sender in senders:
            sender.cancel()
        await asyncio.gather(*senders, return_exceptions=True)
        if self._marking:
            _, late = await asyncio.wait(self._marking, timeout=LAST_MARKING)
            for marking in late:  # a full disk must not keep us from ending
                marking.cancel()

    async def _send_all(self, key: str) -> None:
        waiting = self._waiting[key]
        try:
            while waiting:
                receipt = await self._send(waiting[0])
                marking = asyncio.ensure_future(self._mark(waiting[0], receipt))
                self._marking.add(marking)
                marking.add_done_callback(self._marking.discard)
                await asyncio.shield(marking)
                waiting.popleft()
        finally:
            del self._waiting[key], self._senders[key]

    async def _send(self, row: Row) -> Receipt:
        tries = 0
        while True:
            try:
                return await self._deliver(row.delivery)
            except IntegrationError as error:
                age = self._now().timestamp() - row.made
                # A wrong token is put right by somebody: an answer is not lost for it.
                waits = error.retryable or isinstance(error, Unauthorised)
                if not waits or age > GIVEN_UP_AFTER:
                    log.warning("delivery %s failed: %s", row.delivery.id, error.code)
                    return Receipt("failed", detail=error.code)
                delay = error.retry_after or BACKOFF[min(tries, len(BACKOFF) - 1)]
            except Exception as error:  # noqa: BLE001  # a channel's fault must not stop the others
                log.error("delivery %s broke: %s", row.delivery.id, whereabouts(error))
                return Receipt("failed", detail="internal")
            tries += 1
            await self._sleep(delay * (1 + random() / 4))  # noqa: S311  # jitter

    async def _mark(self, row: Row, receipt: Receipt) -> None:
        state = "sent" if receipt.outcome in ("accepted", "sent", "confirmed") else receipt.outcome
        values = (state, encode(receipt), row.delivery.id)

        def run(connection: sqlite3.Connection) -> None:
            connection.execute(MARK, values)
            connection.execute(FORGET, (row.delivery.id,))
            if row.delivery.reply.file or row.delivery.reply.image:
                connection.execute(EMPTY, (row.delivery.id,))

        while True:
            try:
                return await self._database.write(run)
            except Unavailable:  # a full disk: what was sent must be marked before we go on
                await self._sleep(BACKOFF[0])


def _delivery(id: int, body: bytes) -> Delivery:
    target, reply, language, message_key, trace, *_ = decode(body)
    return Delivery(
        id,
        msgspec.convert(target, Target),
        msgspec.convert(reply, Reply),
        language,
        message_key,
        again=True,
        trace=trace,
    )
