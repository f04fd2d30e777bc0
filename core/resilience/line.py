"""A queue before one quota: who goes next, and whether it is of any use to wait."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import count
from math import ceil, inf
from typing import Any, Protocol

from core.errors import RateLimited
from core.ports.caller import Priority
from core.ports.clock import Sleep
from core.resilience.log import Log, Pass, Quota

SHARES = {Priority.CRITICAL: 27, Priority.HIGH: 9, Priority.MEDIUM: 3, Priority.LOW: 1}
"""How many of each go by turns where all wait: the urgent hardly notice the others, and nobody
waits for ever. Ageing would not do: of a thousand that were queued at night all would be old, and
go before the one who stands there and waits."""


class NoRoom(RateLimited):
    """Refused by ourselves: the far end was not asked."""


class Elsewhere(Protocol):
    """The same window, kept together with other processes; never raises."""

    async def enter(self, made: Pass) -> float:
        """0 where there is room, which is then taken; else seconds until it is worth asking."""
        ...

    def update(self, made: Pass, *, stamp: bool) -> None:
        """Tells how many tokens it took, and with `stamp` that it has just arrived."""
        ...

    def withdraw(self, made: Pass) -> None:
        """It does not count."""
        ...


@dataclass(order=True, slots=True)
class _Waiter:
    until: float
    number: int
    tokens: int = field(compare=False)
    granted: asyncio.Future[Pass] = field(compare=False)


class _Lane:
    """Those of one priority, in the order in which they came."""

    def __init__(self, share: int) -> None:
        self.step = 1 / share
        self.at = 0.0
        """Grows by `step` with each that goes: the lane that is least far goes next."""
        self.waiting: deque[_Waiter] = deque()

    def __len__(self) -> int:
        """How many wait still; those at the head who have left are dropped."""
        while self.waiting and self.waiting[0].granted.done():
            self.waiting.popleft()
        return len(self.waiting)


class Line:
    """First come first served within a priority; who cannot be served in time is told at once."""

    def __init__(self, name: str, quota: Quota, clock: Callable[[], float], sleep: Sleep) -> None:
        self.name = name
        self.quota = quota
        self.log = Log(quota, clock)
        self.elsewhere: Elsewhere | None = None
        """Only where there is something to count: requests or tokens."""
        self._clock = clock
        self._sleep = sleep
        self._paused_until = -inf
        self._lanes = {one: _Lane(share) for one, share in SHARES.items()}
        self._at = 0.0
        """Of the lane that went last: whoever was idle begins here and not where it stopped."""
        self._deadlines: list[_Waiter] = []
        self._numbers = count()
        self._changed = asyncio.Event()
        self._serving: asyncio.Task[None] | None = None

    async def admit(self, priority: Priority, tokens: int = 0, until: float = inf) -> Pass:
        """Returns when it may go. Raises `NoRoom` where that will not be before `until`."""
        tokens = min(tokens, self.quota.tokens or tokens)
        alone = self.elsewhere is None and not any(map(len, self._lanes.values()))
        if alone and self._wait(tokens) <= 0:
            return self._let_in(tokens)
        now, lane = self._clock(), self._lanes[priority]
        if not lane:
            lane.at = max(lane.at, self._at)
        wait = max(self._paused_until - now, self.log.least_wait(self._ahead(lane), tokens))
        if now + wait > until:
            raise NoRoom(self.name, "no room before the deadline", wait)
        granted: asyncio.Future[Pass] = asyncio.get_running_loop().create_future()
        waiter = _Waiter(until, next(self._numbers), tokens, granted)
        lane.waiting.append(waiter)
        if until < inf:
            heappush(self._deadlines, waiter)
        self._changed.set()
        if self._serving is None or self._serving.done():
            self._serving = asyncio.create_task(self._serve())
        try:
            return await granted
        except asyncio.CancelledError:
            if granted.done() and not granted.cancelled() and granted.exception() is None:
                granted.result().withdraw()
            raise

    def pause(self, seconds: float) -> None:
        """The far end wants to be left alone for so long."""
        self._paused_until = max(self._paused_until, self._clock() + seconds)
        self._changed.set()

    def stamp(self, one: Pass) -> None:
        """It has arrived."""
        self.log.stamp(one)
        if self.elsewhere is not None:
            self.elsewhere.update(one, stamp=True)
        self._changed.set()

    def release(self, one: Pass, tokens: int | None) -> None:
        """It is over."""
        fresh = one.at is None
        if fresh:
            self.log.stamp(one)
        self.log.settle(one, tokens)
        if self.elsewhere is not None:
            self.elsewhere.update(one, stamp=fresh)
        self._changed.set()

    def forget(self, one: Pass) -> None:
        """It was not sent."""
        self.log.drop(one)
        if self.elsewhere is not None:
            self.elsewhere.withdraw(one)
        self._changed.set()

    def _let_in(self, tokens: int) -> Pass:
        made = Pass(self, tokens)
        self.log.add(made)
        return made

    def _wait(self, tokens: int) -> float:
        """Seconds until one more may go, as things are: inf until something changes."""
        paused = self._paused_until - self._clock()
        return paused if paused > 0 else self.log.wait(tokens)

    async def _serve(self) -> None:
        """Lets in whoever waits, until nobody does."""
        while True:
            self._changed.clear()
            waiting = [lane for lane in self._lanes.values() if lane]
            if not waiting:
                return
            lane = min(waiting, key=lambda one: one.at)
            wait = self._wait(lane.waiting[0].tokens)
            if wait <= 0:
                wait = await self._serve_first(lane)
            if wait > 0 and not self._refuse_the_late():
                ends = self._deadlines[0].until - self._clock() if self._deadlines else inf
                await self._pass_time(min(wait, ends))

    async def _serve_first(self, lane: _Lane) -> float:
        """0 when it was let in; else how long the other processes leave no room."""
        head = lane.waiting.popleft()
        made = self._let_in(head.tokens)
        if self.elsewhere is not None and (wait := await self.elsewhere.enter(made)) > 0:
            self.log.drop(made)
            lane.waiting.appendleft(head)
            return wait
        if head.granted.done():
            made.withdraw()
        else:
            head.granted.set_result(made)
            self._at = lane.at
            lane.at += lane.step
        return 0.0

    def _ahead(self, lane: _Lane) -> int:
        """How many will go before one who comes to the lane now, if nobody else comes."""
        turn = lane.at + len(lane) * lane.step
        before = [max(ceil((turn - one.at) / one.step), 0) for one in self._lanes.values()]
        pairs = zip(self._lanes.values(), before, strict=True)
        return sum(len(one) if one is lane else min(len(one), many) for one, many in pairs)

    def _refuse_the_late(self) -> bool:
        """Those whose time is up, or will be before a pause is over; whether there were any."""
        now, any_late = self._clock(), False
        while self._deadlines and self._deadlines[0].until <= max(now, self._paused_until):
            late = heappop(self._deadlines)
            if not late.granted.done():
                any_late = True
                wait = max(self._wait(late.tokens), 0.0)
                told = wait if wait < inf else None
                late.granted.set_exception(NoRoom(self.name, "no room in time", told))
        return any_late

    async def _pass_time(self, seconds: float) -> None:
        """Returns after `seconds`, or as soon as something has changed."""
        waits: list[asyncio.Task[Any]] = [asyncio.create_task(self._changed.wait())]
        if seconds < inf:
            waits.append(asyncio.create_task(_awaited(self._sleep(seconds))))
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for one in waits:
                one.cancel()
                with suppress(asyncio.CancelledError):
                    await one


async def _awaited(what: Awaitable[None]) -> None:
    await what
