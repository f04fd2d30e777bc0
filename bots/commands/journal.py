"""`viva journal`: reads the journal, also while another process serves it."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from bots.commands.front import Front
from bots.console.screen import as_json as in_json
from bots.console.screen import plain
from core.errors import ConfigError, UserError
from core.store.codec import decode


async def show_all(front: Front, limit: int, as_json: bool) -> int:
    """The newest messages, the newest last."""
    from sqlalchemy import select

    from core.store.tables import message

    newest = select(message).order_by(message.c.id.desc()).limit(limit)
    rows = [_summary(row) for row in reversed(await _rows(front, newest))]
    if as_json:
        print(in_json(rows, indent=2))
    else:
        for row in rows:
            line = "{turn:>6}  {received}  {state:6} {meant:20} {conversation}"
            print(plain(line.format(**row, meant=row["intent"] or "-")))
    return 0


async def show_one(front: Front, turn: int, as_json: bool) -> int:
    """One turn as it is kept; its texts are shown, for it is the owner of the home who asks."""
    from sqlalchemy import select

    from core.store.tables import message, outbox

    found = await _rows(front, select(message).where(message.c.id == turn))
    if not found:
        raise UserError("turn-unknown", turn=turn)
    replies = await _rows(
        front, select(outbox).where(outbox.c.owner == f"turn/{turn}").order_by(outbox.c.seq)
    )
    row = found[0]
    whole = {
        **_summary(row),
        "message": decode(row.body)[0],
        "trace": row.trace and decode(row.trace),
        "replies": [
            {"state": one.state, "reply": decode(one.body)[1],
             "receipt": one.receipt and decode(one.receipt)}
            for one in replies
        ],
    }  # fmt: skip
    print(in_json(whole, indent=None if as_json else 2))
    return 0


def _summary(row: Any) -> dict[str, object]:
    trace = decode(row.trace) if row.trace else None
    intent = (trace or {}).get("intent")
    received = datetime.fromtimestamp(row.received, UTC)
    return {
        "turn": row.id,
        "received": f"{received:%Y-%m-%d %H:%M:%S}",
        "conversation": row.conversation,
        "state": row.state,
        "tries": row.tries,
        "intent": intent and intent["name"],
    }


async def _rows(front: Front, query: Any) -> Sequence[Any]:
    """Rows by SQLAlchemy over aiosqlite: nobody waits for milliseconds here."""
    from sqlalchemy.ext.asyncio import create_async_engine

    path = front.home.database
    if not path.exists():
        raise ConfigError([f"{path} is not there yet: nothing has been said"])
    engine = create_async_engine(f"sqlite+aiosqlite:///{path}")
    try:
        async with engine.connect() as connection:
            return (await connection.execute(query)).fetchall()
    finally:
        await engine.dispose()
