"""A fresh process to the first reply of a skill without a model, and the memory it takes."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from tests.bench._paired import Row, interleaved

OURS = (sys.executable, "-m", "bots", "send", "show my notes")
RIVAL = (sys.executable, "-c", "import asyncio, sqlite3")
BYTES_A_UNIT = 1 if sys.platform == "darwin" else 1024
"""Of `ru_maxrss`."""


class Child:
    """A command run to its end, its figures kept."""

    def __init__(self, command: Sequence[str], environ: dict[str, str]) -> None:
        self._command = command
        self._environ = environ
        self.megabytes: list[float] = []

    def __call__(self) -> float:
        """Milliseconds of CPU, those of its own children too."""
        process = subprocess.Popen(
            self._command, env=self._environ, stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        said = process.stdout.read()
        process.stdout.close()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode == 0, self._command
        assert self._command is RIVAL or said.strip(), "no reply"
        self.megabytes.append(used.ru_maxrss * BYTES_A_UNIT / 1e6)
        return (used.ru_utime + used.ru_stime) * 1e3


def measure(folder: Path) -> Iterator[Row]:
    """The second start of a home, with bytecode on disk: each side has run once before."""
    environ = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("VIVA_", "LC_", "PYTHON", "TELEGRAM_"))
    }
    environ |= {
        "VIVA_HOME": str(folder / "home"),
        "LANG": "en_GB.UTF-8",
        # Somebody may have forbidden bytecode, and a test must not write it beside the sources.
        "PYTHONPYCACHEPREFIX": str(folder / "bytecode"),
    }
    ours, rival = Child(OURS, environ), Child(RIVAL, environ)
    mine, theirs = interleaved(ours, rival, rounds=9)
    memory = ours.megabytes[-len(mine) :]
    bare = median(rival.megabytes)
    yield Row(
        "cold start", "ms CPU", mine, theirs, 'python -c "import asyncio, sqlite3"', 16, 10,
        notes=["python -m bots send 'show my notes', second start of a home, bytecode on disk"],
    )  # fmt: skip
    notes = [f"max RSS of the same runs; the bare interpreter takes {bare:.0f} MB"]
    yield Row("cold start memory", "MB", memory, (), "nobody", 120, 80, notes=notes)
