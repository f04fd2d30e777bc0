"""A warm process that opens what strangers send: it may die of it without harm to ours."""

import asyncio
import os
import struct
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from core.errors import Unavailable

CONFINED = Path(__file__).with_name("_confined.py")
MORE = b"m"
"""The verdict on a job of which the process holds the rest: it is not replaced before the end."""
PIECE = 1024 * 1024
"""Bytes handed to the process at a time."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one job may cost."""

    wall_seconds: float = 10.0
    memory: int = 512 * 1024 * 1024
    """Address space of the worker, in bytes; of it the decoder's libraries are 120 MB."""
    jobs: int = 200
    """After so many a worker is replaced, so that no leak lives long."""
    start_seconds: float = 30.0


class Broken(Exception):
    """It died of this job, would not end, or answered nonsense."""


class Worker:
    """One process, started by the first need of it; belongs to one event loop.

    `task` names the script of the work and its arguments whenever a process is started, see
    `_confined.py`.
    """

    def __init__(self, name: str, task: Callable[[], Sequence[str]], limits: Limits) -> None:
        self._name = name
        self._task = task
        self._limits = limits
        self._turn = asyncio.Lock()
        self._starting: asyncio.Task[Process] | None = None
        self._jobs = 0

    def warm(self) -> asyncio.Task[Process]:
        """Starts the process in the background, unless there is one."""
        if self._starting is None:
            self._jobs = 0
            self._starting = asyncio.create_task(self._start())
            # A start that nobody waits for yet fails quietly; whoever needs it hears of it.
            self._starting.add_done_callback(lambda task: task.cancelled() or task.exception())
        return self._starting

    async def work(self, job: bytes, most: int) -> tuple[bytes, bytes]:
        """A job -> its verdict (one byte) and what was made of it, at most `most` bytes.

        Raises `Broken`, and `Unavailable` where no process can be started.
        """
        async with self._turn:
            process = await self._process()
            try:
                async with asyncio.timeout(self._limits.wall_seconds):
                    made = await self._exchange(process, job, most)
            except (OSError, EOFError, TimeoutError) as error:
                await self._discard()
                raise Broken from error
            except BaseException:
                # Cancelled half-way: its answer would be taken for the next one's.
                await self._discard()
                raise
            self._jobs += 1
            if self._jobs >= self._limits.jobs and made[0] != MORE:
                await self._discard()
        return made

    async def close(self) -> None:
        """Ends the process; safe to call twice, and later work starts another."""
        await self._discard()

    async def _process(self) -> Process:
        try:
            process = await asyncio.shield(self.warm())
        except (OSError, EOFError, TimeoutError) as error:
            self._starting = None
            raise Unavailable(self._name, f"the {self._name} worker does not start") from error
        if process.returncode is not None or _pipes(process)[0].is_closing():
            # Killed by somebody else since the last job.
            await self._discard()
            return await self._process()
        return process

    async def _start(self) -> Process:
        limits = self._limits
        script, *arguments = self._task()
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-I",
            str(CONFINED),
            str(int(limits.wall_seconds) + 1),
            str(limits.memory),
            script,
            *arguments,
            stdin=PIPE,
            stdout=PIPE,
            stderr=DEVNULL,
            limit=1024 * 1024,
            # No secret of ours in it; and arenas would eat the address space, 64 MB a thread.
            env={"MALLOC_ARENA_MAX": "1"}
            | {key: os.environ[key] for key in ("LD_LIBRARY_PATH",) if key in os.environ},
        )
        try:
            async with asyncio.timeout(limits.start_seconds):
                await _pipes(process)[1].readexactly(1)
        except BaseException:
            await _end(process)
            raise
        return process

    async def _exchange(self, process: Process, job: bytes, most: int) -> tuple[bytes, bytes]:
        requests, answers = _pipes(process)
        requests.write(struct.pack("!I", len(job)))
        for at in range(0, len(job), PIECE):  # written at once it would be copied as a whole
            requests.write(job[at : at + PIECE])
            await requests.drain()
        await requests.drain()
        verdict, size = struct.unpack("!cI", await answers.readexactly(5))
        if size > most:
            raise EOFError("the worker answers nonsense")
        return verdict, await answers.readexactly(size)

    async def _discard(self) -> None:
        starting, self._starting = self._starting, None
        if starting is None:
            return
        starting.cancel()  # changes nothing where it has started
        await asyncio.wait({starting})
        if not starting.cancelled() and starting.exception() is None:
            await _end(starting.result())


def _pipes(process: Process) -> tuple[asyncio.StreamWriter, asyncio.StreamReader]:
    assert process.stdin is not None
    assert process.stdout is not None
    return process.stdin, process.stdout


async def _end(process: Process) -> None:
    with suppress(ProcessLookupError):
        process.kill()
    requests, answers = _pipes(process)
    requests.close()
    with suppress(OSError):
        await answers.read()  # to its end, else the pipe stays open
    await process.wait()
