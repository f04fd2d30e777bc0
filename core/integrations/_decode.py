"""Recordings to samples, in a warm process of their own that may die without harm to ours."""

import asyncio
import os
import struct
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from core.errors import Unavailable, UserError

RATE = 16_000
"""Samples a second of what is decoded."""
WORKER = Path(__file__).with_name("_decode_worker.py")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one recording may cost."""

    megabytes: int = 20
    """Of the recording as it comes."""
    seconds: float = 300.0
    """Of sound: what is beyond is cut off."""
    wall_seconds: float = 10.0
    memory: int = 512 * 1024 * 1024
    """Address space of the worker, in bytes; of it 120 MB are libraries."""
    jobs: int = 200
    """After so many recordings a worker is replaced, so that no leak lives long."""
    start_seconds: float = 30.0


@dataclass(frozen=True, slots=True)
class Decoded:
    """Mono samples, 16 bit little-endian, 16 kHz; `cut_short` where the end is missing."""

    samples: bytes
    cut_short: bool

    @property
    def seconds(self) -> float:
        """The length of what was decoded."""
        return len(self.samples) / (RATE * 2)


class Decoder:
    """One worker process, started by the first need of it; belongs to one event loop."""

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._turn = asyncio.Lock()
        self._starting: asyncio.Task[Process] | None = None
        self._jobs = 0

    def warm(self) -> asyncio.Task[Process]:
        """Starts the worker in the background, unless there is one."""
        if self._starting is None:
            self._jobs = 0
            self._starting = asyncio.create_task(self._start())
            # A start that nobody waits for yet fails quietly; whoever needs it hears of it.
            self._starting.add_done_callback(lambda task: task.cancelled() or task.exception())
        return self._starting

    async def decode(self, recording: bytes) -> Decoded:
        """Any container and codec -> samples.

        Raises `UserError` (voice-empty, voice-too-large, voice-unreadable) for what is no
        recording, and `Unavailable` where no worker can be started.
        """
        if not recording:
            raise UserError("voice-empty")
        if len(recording) > self._limits.megabytes * 1_000_000:
            raise UserError("voice-too-large", limit_mb=self._limits.megabytes)
        async with self._turn:
            worker = await self._worker()
            try:
                async with asyncio.timeout(self._limits.wall_seconds):
                    verdict, samples = await self._exchange(worker, recording)
            except (OSError, EOFError, TimeoutError) as error:
                # It died of this recording, or would not end: the recording is to blame.
                await self._discard()
                raise UserError("voice-unreadable") from error
            except BaseException:
                # Cancelled half-way: its answer would be taken for the next one's.
                await self._discard()
                raise
            self._jobs += 1
            if self._jobs >= self._limits.jobs:
                await self._discard()
        if verdict == b"u":
            raise UserError("voice-unreadable")
        return Decoded(samples, cut_short=verdict == b"c")

    async def close(self) -> None:
        """Ends the worker; safe to call twice, and a later `decode` starts another."""
        await self._discard()

    async def _worker(self) -> Process:
        try:
            worker = await asyncio.shield(self.warm())
        except (OSError, EOFError, TimeoutError) as error:
            self._starting = None
            raise Unavailable("decode", "the decode worker does not start") from error
        if worker.returncode is not None or _pipes(worker)[0].is_closing():
            # Killed by somebody else since the last job.
            await self._discard()
            return await self._worker()
        return worker

    async def _start(self) -> Process:
        limits = self._limits
        worker = await asyncio.create_subprocess_exec(
            sys.executable,
            "-I",
            str(WORKER),
            str(limits.seconds),
            str(int(limits.wall_seconds) + 1),
            str(limits.memory),
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
                await _pipes(worker)[1].readexactly(1)
        except BaseException:
            await _end(worker)
            raise
        return worker

    async def _exchange(self, worker: Process, recording: bytes) -> tuple[bytes, bytes]:
        requests, answers = _pipes(worker)
        requests.write(struct.pack("!I", len(recording)))
        requests.write(recording)
        await requests.drain()
        verdict, size = struct.unpack("!cI", await answers.readexactly(5))
        if verdict not in b"ocu" or size > self._limits.seconds * RATE * 2:
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


def _pipes(worker: Process) -> tuple[asyncio.StreamWriter, asyncio.StreamReader]:
    assert worker.stdin is not None
    assert worker.stdout is not None
    return worker.stdin, worker.stdout


async def _end(worker: Process) -> None:
    with suppress(ProcessLookupError):
        worker.kill()
    requests, answers = _pipes(worker)
    requests.close()
    with suppress(OSError):
        await answers.read()  # to its end, else the pipe stays open
    await worker.wait()
