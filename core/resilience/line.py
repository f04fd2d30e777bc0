"""A queue before one quota: who goes next, and whether it is of any use to wait."""

import asyncio
import secrets
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import count
from math import inf
from typing import Protocol

from core.errors import RateLimited
from core.ports.caller import Priority
from core.ports.clock import Sleep

MINUTE = 60.0
AGEING = 30.0
"""Seconds of waiting that make up for one step of priority: whoever waits is overtaken only by
those who came within so many seconds of them, so nobody waits for ever."""
PROCESS = secrets.token_hex(4)
NUMBERS = count()


@dataclass(frozen=True, slots=True)
class Quota:
    """What one group of credentials may do; None: as much as it likes."""

    requests: int | None = None
    """In any minute."""
    tokens: int | None = None
    """In any minute, answers counted in."""
    at_once: int | None = None
    """For an engine that does one thing after the other."""


class Pass:
    """One call that was let through. It counts from now until a minute after it has arrived.

    The far end counts a call when it arrives, which is before its first sign of life: until that
    has come it counts without an end.
    """

    __slots__ = ("at", "counted", "id", "inside", "line", "settled", "tokens")

    def __init__(self, line: "Line", tokens: int) -> None:
        self.id = f"{PROCESS}-{next(NUMBERS)}"
        self.line = line
        self.tokens = tokens
        self.at: float | None = None
        """When it was known to have arrived."""
        self.counted = True
        self.inside = True
        self.settled = False

    def arrived(self) -> None:
        """The far end has given a sign of life."""
        if self.at is None:
            self.line.stamp(self)

    def leave(self, tokens: int | None = None) -> None:
        """It is over, and took so many tokens; None: as many as were thought."""
        if self.inside:
            self.line.release(self, tokens)

    def withdraw(self) -> None:
        """It was never sent."""
        if self.inside:
            self.line.forget(self)


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
    key: float
    number: int
    tokens: int = field(compare=False)
    until: float = field(compare=False)
    granted: asyncio.Future[Pass] = field(compare=False)


class Line:
    """First come first served within a priority; who cannot be served in time is told at once."""

    def __init__(self, name: str, quota: Quota, clock: Callable[[], float], sleep: Sleep) -> None:
        self.name = name
        self.quota = quota
        self.elsewhere: Elsewhere | None = None
        """Only where there is something to count: requests or tokens."""
        self.windowed = quota.requests is not None or quota.tokens is not None
        self._clock = clock
        self._sleep = sleep
        self._log: deque[Pass] = deque()
        self._on_their_way: dict[str, Pass] = {}
        self._tokens = 0
        self._inside = 0
        self._paused_until = -inf
        self._queue: list[_Waiter] = []
        self._deadlines: list[tuple[float, int, _Waiter]] = []
        self._numbers = count()
        self._changed = asyncio.Event()
        self._serving: asyncio.Task[None] | None = None

    def __iter__(self) -> Iterator[tuple[Pass, float]]:
        """Every call that counts, and for how many seconds more if it arrived now at the latest."""
        now = self._forget()
        for one in (*self._log, *self._on_their_way.values()):
            yield one, (now if one.at is None else one.at) + MINUTE - now

    async def admit(self, priority: Priority, tokens: int = 0, until: float = inf) -> Pass:
        """Returns when it may go. Raises `RateLimited` where that will not be before `until`."""
        tokens = min(tokens, self.quota.tokens or tokens)
        if not self._queue and self.elsewhere is None and self._wait(tokens) <= 0:
            return self._let_in(tokens)
        now = self._clock()
        key = now + priority * AGEING
        wait = self._least_wait(key, tokens)
        if now + wait > until:
            raise RateLimited(self.name, "no room before the deadline", wait)
        granted = asyncio.get_running_loop().create_future()
        waiter = _Waiter(key, next(self._numbers), tokens, until, granted)
        heappush(self._queue, waiter)
        if until < inf:
            heappush(self._deadlines, (until, waiter.number, waiter))
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

    def stamp(self, one: Pass, *, tell: bool = True) -> None:
        """It has arrived: from now on its minute runs."""
        one.at = self._clock()
        if self._on_their_way.pop(one.id, None):
            self._log.append(one)
            self._changed.set()
        if self.elsewhere is not None and tell:
            self.elsewhere.update(one, stamp=True)

    def release(self, one: Pass, tokens: int | None) -> None:
        """It is over."""
        fresh = one.at is None
        if fresh:
            self.stamp(one, tell=False)
        one.inside, one.settled = False, True
        self._inside -= 1
        if tokens is not None and one.counted:
            self._tokens += tokens - one.tokens
            one.tokens = tokens
        if self.elsewhere is not None:
            self.elsewhere.update(one, stamp=fresh)
        self._changed.set()

    def forget(self, one: Pass) -> None:
        """It was not sent, and does not count."""
        self._let_out(one)
        if self.elsewhere is not None:
            self.elsewhere.withdraw(one)
        self._changed.set()

    def _let_in(self, tokens: int) -> Pass:
        made = Pass(self, tokens)
        self._inside += 1
        if self.windowed:
            self._on_their_way[made.id] = made
            self._tokens += tokens
        return made

    def _let_out(self, one: Pass) -> None:
        one.inside = one.counted = False
        self._inside -= 1
        if self._on_their_way.pop(one.id, None):
            self._tokens -= one.tokens

    async def _serve(self) -> None:
        """Lets in whoever waits, until nobody does."""
        while self._queue:
            self._changed.clear()
            self._refuse_the_late()
            head = self._queue[0]
            if head.granted.done():
                heappop(self._queue)
                continue
            wait = self._wait(head.tokens)
            if wait <= 0:
                wait = await self._serve_first()
            if wait > 0:
                ends = self._deadlines[0][0] - self._clock() if self._deadlines else inf
                await self._pass_time(min(wait, ends))

    async def _serve_first(self) -> float:
        """0 when it was let in; else how long the other processes leave no room."""
        head = heappop(self._queue)
        made = self._let_in(head.tokens)
        if self.elsewhere is not None and (wait := await self.elsewhere.enter(made)) > 0:
            self._let_out(made)
            heappush(self._queue, head)
            return wait
        if head.granted.done():
            made.withdraw()
        else:
            head.granted.set_result(made)
        return 0.0

    def _refuse_the_late(self) -> None:
        """Those whose time is up, or will be before a pause is over."""
        now = self._clock()
        while self._deadlines and self._deadlines[0][0] <= max(now, self._paused_until):
            late = heappop(self._deadlines)[2]
            if not late.granted.done():
                wait = max(self._wait(late.tokens), 0.0)
                told = wait if wait < inf else None
                late.granted.set_exception(RateLimited(self.name, "no room in time", told))

    async def _pass_time(self, seconds: float) -> None:
        """Returns after `seconds`, or as soon as something has changed."""
        changed = asyncio.ensure_future(self._changed.wait())
        waits = [changed]
        if seconds < inf:
            waits.append(asyncio.ensure_future(_true(self._sleep(seconds))))
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for one in waits:
                one.cancel()
                with suppress(asyncio.CancelledError):
                    await one

    def _wait(self, tokens: int) -> float:
        """Seconds until one more may go, as things are: inf until somebody leaves."""
        now = self._forget()
        if self._paused_until > now:
            return self._paused_until - now
        if self._inside >= (self.quota.at_once or inf):
            return inf
        crowd = len(self._log) + len(self._on_their_way) + 1 - (self.quota.requests or inf)
        excess = self._tokens + tokens - (self.quota.tokens or inf)
        if crowd <= 0 and excess <= 0:
            return 0.0
        for one in self._log:
            crowd, excess = crowd - 1, excess - one.tokens
            if crowd <= 0 and excess <= 0:
                assert one.at is not None
                return one.at + MINUTE - now
        return inf

    def _least_wait(self, key: float, tokens: int) -> float:
        """Seconds that will pass before its turn, however fast all others are; tokens that may
        yet turn out fewer are not counted on."""
        now = self._forget()
        wait = max(self._paused_until - now, 0.0)
        if self.quota.requests is not None:
            ahead = sum(one.key <= key and not one.granted.done() for one in self._queue)
            minutes, rest = divmod(ahead, self.quota.requests)
            free = self.quota.requests - len(self._log) - len(self._on_their_way)
            wait = max(wait, minutes * MINUTE + self._oldest(rest + 1 - free, now))
        if self.quota.tokens is not None:
            excess = tokens - self.quota.tokens + sum(it.tokens for it in self._log if it.settled)
            gone = 0
            while excess > 0:
                excess -= self._log[gone].tokens if self._log[gone].settled else 0
                gone += 1
            wait = max(wait, self._oldest(gone, now))
        return wait

    def _oldest(self, number: int, now: float) -> float:
        """Seconds until so many have ceased to count."""
        if number <= 0:
            return 0.0
        at = self._log[number - 1].at if number <= len(self._log) else now
        assert at is not None
        return at + MINUTE - now

    def _forget(self) -> float:
        """Drops what counts no more; the present time."""
        now = self._clock()
        while self._log and (at := self._log[0].at) is not None and at + MINUTE <= now:
            gone = self._log.popleft()
            gone.counted = False
            self._tokens -= gone.tokens
        return now


async def _true(waited: object) -> bool:
    await waited  # type: ignore[misc]
    return True
