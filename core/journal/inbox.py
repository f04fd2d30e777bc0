"""The inbox: a message is on disk before its sender hears of it, and is worked on in order."""

import logging
import secrets
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from core.errors import whereabouts
from core.model import Message
from core.ports.clock import Now
from core.store.codec import decode_message, encode_message
from core.store.database import Database
from core.store.traces import hashed

log = logging.getLogger(__name__)

INSERT = """
    INSERT INTO message(key, conversation, body, received) SELECT ?,?,?,?
    WHERE NOT EXISTS (SELECT 1 FROM message WHERE key = ?)
    ON CONFLICT(key) DO NOTHING RETURNING id
"""
# An idle conversation is leased to us in the same statement that notes the new message.
OPEN = """
    INSERT INTO conversation(key, open, due, owner, fence) VALUES (:key, 1, :due, :owner, 1)
    ON CONFLICT(key) DO UPDATE SET open = conversation.open + 1,
      owner = CASE WHEN conversation.open = 0 AND conversation.owner IS NULL
                   THEN excluded.owner ELSE conversation.owner END,
      fence = conversation.fence + CASE WHEN conversation.open = 0 AND conversation.owner IS NULL
                                        THEN 1 ELSE 0 END
    RETURNING open, owner, fence
"""
WAITING = """
    SELECT key FROM conversation WHERE open > 0 AND owner IS NULL AND due <= ?
    ORDER BY due LIMIT ?
"""
CLAIM = """
    UPDATE conversation SET owner = ?, fence = fence + 1 WHERE key = ? AND owner IS NULL
    RETURNING fence
"""
OLDEST = """
    SELECT id, body, tries FROM message WHERE conversation = ? AND state = 'open'
    ORDER BY id LIMIT 1
"""
SUSPECTS = """
    SELECT conversation, tries FROM message WHERE tries >= ? AND id IN
      (SELECT min(id) FROM message WHERE state = 'open' GROUP BY conversation)
    ORDER BY tries, id
"""
SUSPECT = 2
"""Crashes that a message was under way in, from which on it is taken up apart from others."""
APART = 0.5
"""Seconds between two of them."""
FEWER = "UPDATE conversation SET open = open - 1 WHERE key = ?"
RELEASE = "UPDATE conversation SET owner = NULL WHERE key = ?"


@dataclass(frozen=True, slots=True)
class Claim:
    """The right to answer one message: it holds while conversation, owner and fence do."""

    id: int
    message: Message
    conversation: str
    fence: int
    tries: int = 0
    """How often we died over this message before."""


class Inbox:
    """Accepts messages and hands them out, one of a conversation at a time."""

    def __init__(self, database: Database, now: Now) -> None:
        self._database = database
        self._now = now
        self.owner = secrets.token_hex(6)
        """This process; leases bear it."""

    async def recover(self) -> int:
        """Breaks the leases of a process that is gone (we hold its lock); returns what waits.

        Which of the messages under way it died of is not known. Those it may have been come one
        by one, the likeliest last, and after as many seconds as crashes: so a message that kills is
        found out, and those that were only near it are not counted again.
        """
        now = self._now().timestamp()

        def run(connection: sqlite3.Connection) -> int:
            connection.execute(
                "UPDATE message SET tries = tries + 1 WHERE id IN (SELECT min(m.id)"
                " FROM message m JOIN conversation c ON c.key = m.conversation"
                " WHERE m.state = 'open' AND c.owner IS NOT NULL GROUP BY m.conversation)"
            )
            connection.execute("UPDATE conversation SET owner = NULL WHERE owner IS NOT NULL")
            suspects = connection.execute(SUSPECTS, (SUSPECT,)).fetchall()
            connection.executemany(
                "UPDATE conversation SET due = ? WHERE key = ?",
                [(now + tries + place * APART, key) for place, (key, tries) in enumerate(suspects)],
            )
            rows = connection.execute("SELECT count(*) FROM message WHERE state = 'open'")
            return int(rows.fetchone()[0])

        return await self._database.write(run)

    async def accept(self, messages: Sequence[Message], *, lease: bool) -> list[Claim]:
        """Writes them down; returns the claims it took at once where `lease` is wanted and the
        conversation was idle. A message that is known already changes nothing."""
        now = self._now().timestamp()
        owner = self.owner if lease else None
        rows = [(one, encode_message(one)) for one in messages]

        def run(connection: sqlite3.Connection) -> list[Claim]:
            claims: list[Claim] = []
            for message, body in rows:
                claim = _accept(connection, message, body, now, owner)
                if claim is not None:
                    claims.append(claim)
            return claims

        return await self._database.write(run)

    async def claim(self, limit: int) -> list[Claim]:
        """Takes waiting conversations, the longest due first, with the oldest message of each."""
        now = self._now().timestamp()
        if not self._database.read(WAITING, (now, 1)):
            return []

        def run(connection: sqlite3.Connection) -> list[Claim]:
            claims: list[Claim] = []
            for (key,) in connection.execute(WAITING, (now, limit)).fetchall():
                row = connection.execute(CLAIM, (self.owner, key)).fetchone()
                claim = oldest(connection, key, row[0]) if row else None
                if claim is not None:
                    claims.append(claim)
            return claims

        return await self._database.write(run)

    def next_due(self) -> float | None:
        """When the next waiting conversation is to be taken up, as a timestamp."""
        rows = self._database.read(
            "SELECT min(due) FROM conversation WHERE open > 0 AND owner IS NULL"
        )
        return rows[0][0] if rows else None

    async def postpone(self, claim: Claim, seconds: float, *, tried: bool = False) -> None:
        """Gives the conversation back, to be claimed again after a while; `tried` counts."""
        due = self._now().timestamp() + seconds

        def run(connection: sqlite3.Connection) -> None:
            freed = connection.execute(
                "UPDATE conversation SET owner = NULL, due = ?"
                " WHERE key = ? AND owner = ? AND fence = ?",
                (due, claim.conversation, self.owner, claim.fence),
            )
            if tried and freed.rowcount:
                connection.execute("UPDATE message SET tries = tries + 1 WHERE id = ?", (claim.id,))

        await self._database.write(run)


def _accept(
    connection: sqlite3.Connection, message: Message, body: bytes, now: float, owner: str | None
) -> Claim | None:
    key = message.target.key
    # Of a message of somebody who was erased only the hash of its key is left.
    values = (message.key, key, body, now, hashed(message.key))
    row = connection.execute(INSERT, values).fetchone()
    if row is None:
        return None
    opened = {"key": key, "due": now, "owner": owner}
    count, holder, fence = connection.execute(OPEN, opened).fetchone()
    if owner is None or count != 1 or holder != owner:
        return None
    return Claim(row[0], message, key, fence)


def oldest(connection: sqlite3.Connection, conversation: str, fence: int) -> Claim | None:
    """The next message of a conversation whose lease we hold; without one the lease is given back.

    A row that cannot be read is set aside: it must not hold up everybody behind it.
    """
    while row := connection.execute(OLDEST, (conversation,)).fetchone():
        try:
            return Claim(row[0], decode_message(row[1]), conversation, fence, row[2])
        except (msgspec.MsgspecError, LookupError, TypeError, ValueError) as error:
            log.error("message %s cannot be read and is set aside: %s", row[0], whereabouts(error))
            connection.execute("UPDATE message SET state = 'broken' WHERE id = ?", (row[0],))
            connection.execute(FEWER, (conversation,))
    connection.execute(RELEASE, (conversation,))
    return None
