"""Turns a second through the whole app on SQLite: accepted, answered, delivered, each fsynced."""

import asyncio
import os
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import skills
from tests.bench._conversations import CROWD, Running
from tests.bench._paired import Row

SAID = "cancel"
TURNS, ROUNDS = 3000, 7
PAGE = bytes(4096)
SYNCS = 200


def measure(folder: Path) -> Iterator[Row]:
    """Wall time, because the disk is part of it; the bare fsyncs stand beside it."""
    rates, cpu, syncs = asyncio.run(_measure(folder))
    yield Row(
        "journalled turns", "turns/s", rates, (), "nobody", 1000, 5000, at_least=True,
        notes=[
            f"{CROWD} people at once say “{SAID}”, understood and answered from the locales",
            f"three writes a turn, grouped; {median(cpu):.0f} us CPU a turn",
            f"this disk makes {median(syncs):,.0f} fsyncs/s of a page, one after the other",
        ],
    )  # fmt: skip


async def _measure(folder: Path) -> tuple[list[float], list[float], list[float]]:
    running = Running(folder / "home", skills, SAID)
    await running.app.start()
    rates, cpu, syncs = [], [], []
    await running.talk(TURNS)
    for _ in range(ROUNDS):
        syncs.append(_fsyncs(folder / "page"))
        started, used = time.perf_counter(), time.process_time()
        await running.talk(TURNS)
        rates.append(TURNS / (time.perf_counter() - started))
        cpu.append((time.process_time() - used) * 1e6 / TURNS)
    assert len(running.crowd.replies) == 1, running.crowd.replies
    await running.app.stop()
    return rates, cpu, syncs


def _fsyncs(path: Path) -> float:
    with path.open("ab", buffering=0) as file:
        started = time.perf_counter()
        for _ in range(SYNCS):
            file.write(PAGE)
            os.fsync(file.fileno())
        return SYNCS / (time.perf_counter() - started)
