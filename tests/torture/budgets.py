"""A far end that counts, and the processes that call it."""

import asyncio
import json
import random
import signal
import sys
import time
from dataclasses import dataclass, field
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Arrival:
    """A call as the far end saw it; `at` by the monotonic clock."""

    at: float
    who: str
    tokens: int


def most(arrivals: list[Arrival], seconds: float, *, tokens: bool = False) -> int:
    """The most that ever fell into one window of that length, its end excluded."""
    worst = total = first = 0
    for one in arrivals:
        total += one.tokens if tokens else 1
        while arrivals[first].at <= one.at - seconds:
            total -= arrivals[first].tokens if tokens else 1
            first += 1
        worst = max(worst, total)
    return worst


@dataclass
class FarEnd:
    """Answers each call at once; what it took is any number of tokens up to `largest`."""

    largest: int
    arrivals: list[Arrival] = field(default_factory=list)
    chance: random.Random = field(default_factory=lambda: random.Random(1))

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while who := (await reader.readline()).decode().strip():
            arrival = Arrival(time.monotonic(), who, self.chance.randint(1, self.largest))
            self.arrivals.append(arrival)
            writer.write(f"{arrival.tokens}\n".encode())
        writer.close()

    def since(self, at: float) -> list[Arrival]:
        return [one for one in self.arrivals if one.at >= at]

    def widest_gap(self, at: float, until: float) -> float:
        """The longest time without a call."""
        times = [at, *(one.at for one in self.arrivals if at <= one.at <= until), until]
        return max(later - one for one, later in pairwise(times))


class Caller:
    """A process; what it logs is kept."""

    def __init__(self, **plan: object) -> None:
        self._plan = plan
        self.said: list[str] = []

    async def start(self) -> None:
        self._process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tests.torture.budget_caller", json.dumps(self._plan)),
            stderr=asyncio.subprocess.PIPE,
        )
        self._reading = asyncio.create_task(self._read())

    async def kill(self) -> None:
        if self._process.returncode is None:
            self._process.send_signal(signal.SIGKILL)
        await self._process.wait()
        await self._reading

    async def _read(self) -> None:
        assert self._process.stderr is not None
        async for line in self._process.stderr:
            self.said.append(line.decode().strip())
