"""Durable ingress against aiogram's request handler, which keeps nothing."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from statistics import median

from tests.bench._paired import Row, interleaved

CONNECTIONS, REQUESTS, ROUNDS = 64, 4000, 7


class Server:
    """A child that serves; a round gives the CPU of a request, and notes the requests a second."""

    def __init__(self, arguments: Sequence[str], first: Iterator[int]) -> None:
        self._child = subprocess.Popen(
            [sys.executable, "-m", "tests.bench._server", *arguments],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        self._port = self._line()
        self._first = first
        self.rates: list[float] = []
        self.sent = 0
        self.plain = False

    def __call__(self) -> float:
        """Microseconds of CPU, the writer's thread too."""
        before = self._cpu()
        command = [sys.executable, "-m", "tests.bench._load", self._port, str(CONNECTIONS)]
        loaded = subprocess.run(
            [*command, str(REQUESTS), str(next(self._first) * REQUESTS + 1), str(int(self.plain))],
            stdout=subprocess.PIPE, check=True, text=True,
        )  # fmt: skip
        used = self._cpu() - before
        self.rates.append(REQUESTS / float(loaded.stdout))
        self.sent += REQUESTS
        return used * 1e6 / REQUESTS

    def close(self) -> int:
        """Ends it; returns how many messages it has kept."""
        assert self._child.stdin is not None
        self._child.stdin.close()
        kept = int(self._line())
        self._child.wait()
        assert self._child.stdout is not None
        self._child.stdout.close()
        return kept

    def _cpu(self) -> float:
        assert self._child.stdin is not None
        self._child.stdin.write("\n")
        self._child.stdin.flush()
        return float(self._line())

    def _line(self) -> str:
        assert self._child.stdout is not None
        return self._child.stdout.readline().strip()


def measure(folder: Path) -> Iterator[Row]:
    """Each of ours is on disk before it is answered."""
    numbers = count(1)
    ours, rival = Server(["ours", str(folder)], numbers), Server(["aiogram"], numbers)
    mine, theirs = interleaved(ours, rival, ROUNDS)
    rate, other = median(ours.rates[1:]), median(rival.rates[1:])
    ours.plain = rival.plain = True
    plain = interleaved(ours, rival, 3)
    bare = median(theirs / mine for mine, theirs in zip(*plain, strict=True))
    rival.close()
    kept = ours.close()
    assert kept == ours.sent, (kept, ours.sent)
    notes = [
        f"{CONNECTIONS} kept connections, unique ids, {kept:,} messages on disk afterwards",
        f"by the clock {rate:,.0f} requests/s against {other:,.0f}: {rate / other:.1f} x",
        f"with updates that answer no message the median is {bare:.1f} x",
    ]
    yield Row(
        "durable ingress", "us CPU a request", mine, theirs,
        "aiogram SimpleRequestHandler, not durable", 4, 7, at_least=True, inverse=True, notes=notes,
    )  # fmt: skip
