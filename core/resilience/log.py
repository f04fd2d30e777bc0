"""What one quota has let through of late: exact in every window, as the far end counts."""

import os
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from math import inf
from typing import Protocol

PROCESS = os.urandom(4).hex()
NUMBERS = count()


@dataclass(frozen=True, slots=True)
class Quota:
    """What one group of credentials may do; None: as much as it likes."""

    requests: int | None = None
    tokens: int | None = None
    """Answers counted in."""
    seconds: float = 60.0
    """In any time of this length; what is said of minutes here is of it."""
    at_once: int | None = None
    """For an engine that does one thing after the other."""


class Keeper(Protocol):
    """Who is told what becomes of a Pass."""

    def stamp(self, one: "Pass") -> None:
        """It has arrived."""
        ...

    def release(self, one: "Pass", tokens: int | None) -> None:
        """It is over."""
        ...

    def forget(self, one: "Pass") -> None:
        """It was not sent."""
        ...


class Pass:
    """One call that was let through. It counts from now until a minute after it has arrived.

    The far end counts a call when it arrives, which is before its first sign of life: until that
    has come it counts without an end.
    """

    __slots__ = ("_keeper", "at", "counted", "id", "inside", "settled", "tokens")

    def __init__(self, keeper: Keeper, tokens: int) -> None:
        self.id = f"{PROCESS}-{next(NUMBERS)}"
        self.tokens = tokens
        self.at: float | None = None
        """When it was known to have arrived."""
        self.counted = True
        self.inside = True
        self.settled = False
        """Whether the tokens are what it really took."""
        self._keeper = keeper

    def arrived(self) -> None:
        """The far end has given a sign of life."""
        if self.at is None:
            self._keeper.stamp(self)

    def leave(self, tokens: int | None = None) -> None:
        """It is over, and took so many tokens; None: as many as were thought."""
        if self.inside:
            self._keeper.release(self, tokens)

    def withdraw(self) -> None:
        """It was never sent."""
        if self.inside:
            self._keeper.forget(self)


class Log:
    """A sliding log of passes, and the number of those that are inside."""

    def __init__(self, quota: Quota, clock: Callable[[], float]) -> None:
        self.quota = quota
        self.windowed = quota.requests is not None or quota.tokens is not None
        self._clock = clock
        self._arrived: deque[Pass] = deque()
        self._on_their_way: dict[str, Pass] = {}
        self._tokens = 0
        self._inside = 0

    def __iter__(self) -> Iterator[tuple[Pass, float]]:
        """Every pass that counts, and for how many seconds more if it arrived by now."""
        now = self._forget()
        for one in (*self._arrived, *self._on_their_way.values()):
            yield one, (now if one.at is None else one.at) + self.quota.seconds - now

    def add(self, one: Pass) -> None:
        """It is let in."""
        self._inside += 1
        if self.windowed:
            self._on_their_way[one.id] = one
            self._tokens += one.tokens

    def drop(self, one: Pass) -> None:
        """It was not sent, and does not count."""
        one.inside = one.counted = False
        self._inside -= 1
        if self._on_their_way.pop(one.id, None):
            self._tokens -= one.tokens

    def stamp(self, one: Pass) -> None:
        """It has arrived: from now on its minute runs."""
        one.at = self._clock()
        if self._on_their_way.pop(one.id, None):
            self._arrived.append(one)

    def settle(self, one: Pass, tokens: int | None) -> None:
        """It is over, and really took so many tokens."""
        one.inside, one.settled = False, True
        self._inside -= 1
        if tokens is not None and one.counted:
            self._tokens += tokens - one.tokens
            one.tokens = tokens

    def wait(self, tokens: int) -> float:
        """Seconds until one more may go, as things are: inf until somebody leaves."""
        now = self._forget()
        if self._inside >= (self.quota.at_once or inf):
            return inf
        crowd = len(self._arrived) + len(self._on_their_way) + 1 - (self.quota.requests or inf)
        excess = self._tokens + tokens - (self.quota.tokens or inf)
        if crowd <= 0 and excess <= 0:
            return 0.0
        for number, one in enumerate(self._arrived, 1):
            crowd, excess = crowd - 1, excess - one.tokens
            if crowd <= 0 and excess <= 0:
                return self._left(number, now)
        return inf

    def least_wait(self, ahead: int, tokens: int) -> float:
        """Seconds that will pass before the turn of one behind so many, however fast they are;
        tokens that may yet turn out fewer are not counted."""
        now, wait = self._forget(), 0.0
        if self.quota.requests is not None:
            minutes, rest = divmod(ahead, self.quota.requests)
            free = self.quota.requests - len(self._arrived) - len(self._on_their_way)
            wait = minutes * self.quota.seconds + self._left(rest + 1 - free, now)
        if self.quota.tokens is not None:
            settled = [one.tokens if one.settled else 0 for one in self._arrived]
            excess, gone = tokens - self.quota.tokens + sum(settled), 0
            while excess > 0:
                excess -= settled[gone]
                gone += 1
            wait = max(wait, self._left(gone, now))
        return wait

    def _left(self, number: int, now: float) -> float:
        """Seconds until so many have ceased to count."""
        if number <= 0:
            return 0.0
        at = self._arrived[number - 1].at if number <= len(self._arrived) else now
        assert at is not None
        return at + self.quota.seconds - now

    def _forget(self) -> float:
        """Drops what counts no more; the present time."""
        now, oldest = self._clock(), self._arrived
        while oldest and (at := oldest[0].at) is not None and at + self.quota.seconds <= now:
            gone = oldest.popleft()
            gone.counted = False
            self._tokens -= gone.tokens
        return now
