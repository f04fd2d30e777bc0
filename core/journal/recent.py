"""What a conversation goes on from: the last turn, as the journal has it anyway."""

from dataclasses import dataclass
from datetime import UTC, datetime

import msgspec

from core.journal.outbox import reply_of
from core.model import Intent, Message, Reply
from core.store.codec import decode, decode_message, unwrap
from core.store.database import Database

LAST = """
    SELECT m.id, m.body, m.done, m.trace FROM conversation c JOIN message m ON m.id = c.last
    WHERE c.key = ? AND m.state = 'done'
"""


@dataclass(frozen=True, slots=True)
class Last:
    """The turn before this one."""

    turn: str
    """`turn/12`."""
    message: Message
    at: datetime
    """Aware, UTC: when it was answered."""
    said: str
    """The person's words, or what was heard for them; empty for a button."""
    intent: Intent | None
    reply: Reply | None
    language: str


def last(database: Database, conversation: str) -> Last | None:
    """The last turn that was answered; None where there is none, or it has been erased."""
    rows = database.read(LAST, (conversation,))
    if not rows or not rows[0][3]:
        return None
    id, body, done, trace_body = rows[0]
    trace = decode(trace_body)
    if not trace:
        return None
    try:
        message = decode_message(body)
    except (msgspec.DecodeError, KeyError, TypeError, ValueError):  # erased
        return None
    turn, called, said = (
        f"turn/{id}",
        [trace.get("intent"), *trace.get("also", ())][-1],
        trace.get("utterance"),
    )
    answer = reply_of(database, turn)
    return Last(
        turn=turn,
        message=message,
        at=datetime.fromtimestamp(done, UTC),
        said=said["text"] if said else "",
        intent=Intent(called["name"], unwrap(called["slots"])) if called else None,
        reply=answer and answer[0],
        language=answer[1] if answer else "",
    )
