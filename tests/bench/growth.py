"""A journalled turn at ten thousand and at a million messages in the journal."""

import asyncio
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import skills
from core.model import Message, Sender, Target, Text
from core.store.codec import encode_message
from core.store.database import connect
from core.store.upgrade import upgrade
from tests.bench._conversations import Running
from tests.bench._paired import Row

FEW, MANY = 10_000, 1_000_000
SAID = "cancel"
TURNS, ROUNDS = 2000, 7
PEOPLE = 20_000


def measure(folder: Path, *, long: bool) -> Iterator[Row]:
    """A million rows take half a minute to write: only with --long."""
    if not long:
        return
    few, many = folder / "few", folder / "many"
    _fill(few, FEW)
    _fill(many, MANY)
    mine, theirs = asyncio.run(_measure(many, few))
    size = (many / "viva.db").stat().st_size >> 20
    notes = [f"whole turns as in journalled turns; the larger journal is {size:,} MB"]
    yield Row(
        f"growth, {FEW:,} -> {MANY:,} messages", "us CPU a turn", mine, theirs,
        f"ourselves at {FEW:,}", 1.2, 1.1, notes=notes,
    )  # fmt: skip


async def _measure(many: Path, few: Path) -> tuple[list[float], list[float]]:
    sides = [Running(home, skills, SAID) for home in (many, few)]
    for side in sides:
        await side.app.start()
        await side.talk(TURNS)
    figures: tuple[list[float], list[float]] = ([], [])
    for number in range(ROUNDS):
        for place in (0, 1) if number % 2 else (1, 0):
            used = time.process_time()
            await sides[place].talk(TURNS)
            figures[place].append((time.process_time() - used) * 1e6 / TURNS)
    for side in sides:
        await side.app.stop()
    return figures


def _fill(home: Path, rows: int) -> None:
    """Messages answered long ago, with their conversations and replies."""
    home.mkdir(parents=True)
    upgrade(home / "viva.db")
    connection = connect(home / "viva.db")
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute("BEGIN")
    at = datetime(2026, 1, 1, tzinfo=UTC)
    people = min(PEOPLE, rows)
    connection.executemany(
        "INSERT INTO conversation(key, open, due) VALUES (?,0,0)",
        ((f"past:main:{number}",) for number in range(people)),
    )
    bodies = [
        encode_message(
            Message(
                Target("past", "main", str(number)), Sender(str(number), "Anna", "en"),
                str(number), (Text("what did I write about the exam on Friday"),), at,
            )
        )
        for number in range(100)
    ]  # fmt: skip
    connection.executemany(
        "INSERT INTO message(key, conversation, body, state, received, done, trace)"
        " VALUES (?,?,?,'done',?,?,?)",
        (
            (f"past:main:{number}", f"past:main:{number % people}", bodies[number % 100],
             0.0, 0.0, b"{}" * 150)
            for number in range(rows)
        ),
    )  # fmt: skip
    connection.executemany(
        "INSERT INTO outbox(owner, seq, target, body, made, state) VALUES (?,0,?,?,0.0,'sent')",
        ((f"turn/{number}", f"past:main:{number % people}", bodies[number % 100])
         for number in range(rows)),
    )  # fmt: skip
    connection.execute("COMMIT")
    connection.close()
