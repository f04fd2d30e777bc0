"""Limits that hold exactly, on a clock that tests can turn."""

import asyncio
import time
from collections import deque
from collections.abc import Callable
from types import TracebackType

from core.ports.clock import Sleep, system_sleep


class Window:
    """At most `limit` in any `seconds`: a sliding log, first come first served.

    `wait()` counts the moment it returns. `async with window:` counts the call inside from its
    start until `seconds` after its end, so that the far end, which counts arrivals, never sees
    more than `limit` however long each took on its way.
    """

    def __init__(
        self,
        limit: int,
        seconds: float,
        clock: Callable[[], float] = time.monotonic,
        sleep: Sleep = system_sleep,
    ) -> None:
        if limit < 1 or seconds <= 0:
            raise ValueError("a window admits at least one in a time longer than none")
        self._limit = limit
        self._seconds = seconds
        self._clock = clock
        self._sleep = sleep
        self._log: deque[float] = deque()
        self._inside = 0
        self._left = asyncio.Event()
        self._queue = asyncio.Lock()

    @property
    def idle(self) -> bool:
        """Whether nothing counts at the moment, so that it may be forgotten."""
        self._forget()
        return not self._log and not self._inside and not self._queue.locked()

    async def wait(self) -> None:
        """Returns when one more is allowed, and counts it."""
        async with self._queue:
            await self._room()
            self._log.append(self._clock())

    async def __aenter__(self) -> None:
        async with self._queue:
            await self._room()
            self._inside += 1

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._inside -= 1
        self._log.append(self._clock())
        self._left.set()

    async def _room(self) -> None:
        while True:
            self._forget()
            if len(self._log) + self._inside < self._limit:
                return
            self._left.clear()
            if self._log:
                await self._sleep(self._counts_for(self._log[0]))
            else:
                await self._left.wait()

    def _forget(self) -> None:
        while self._log and self._counts_for(self._log[0]) <= 0:
            self._log.popleft()

    def _counts_for(self, at: float) -> float:
        return at + self._seconds - self._clock()
