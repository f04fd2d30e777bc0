"""A clock that tests turn by hand: sleepers wake when it passes their time."""

import asyncio
import heapq
from datetime import UTC, datetime, timedelta
from itertools import count

START = datetime(2026, 11, 18, 10, 0, tzinfo=UTC)
"""A Wednesday."""


class VirtualClock:
    """`now` and `sleep` as `core.ports.clock` has them."""

    def __init__(self, at: datetime = START) -> None:
        self._at = at
        self._sleepers: list[tuple[datetime, int, asyncio.Future[None]]] = []
        self._order = count()

    def now(self) -> datetime:
        """The time it was set to."""
        return self._at

    async def sleep(self, seconds: float) -> None:
        """Returns when the clock has been turned that far."""
        until = self._at + timedelta(seconds=seconds)
        if seconds <= 0:
            await asyncio.sleep(0)
            return
        waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (until, next(self._order), waiting))
        await waiting

    async def advance(self, seconds: float) -> None:
        """Turns the clock, waking each sleeper at its own time and letting it work."""
        end = self._at + timedelta(seconds=seconds)
        await settle()
        while self._sleepers and self._sleepers[0][0] <= end:
            until, _, waiting = heapq.heappop(self._sleepers)
            self._at = max(self._at, until)
            if not waiting.done():
                waiting.set_result(None)
                await settle()
        self._at = end
        await settle()


async def settle() -> None:
    """Lets everything run that does not wait for the clock; disk and threads take real time."""
    for _ in range(8):
        await asyncio.sleep(0.002)
