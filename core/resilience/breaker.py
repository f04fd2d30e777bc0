"""A circuit breaker: who has failed again and again is left alone, then tried by one call.

purgatory, which we looked at, reads the wall clock, lets everybody through once it half-opens,
and lets a call from before the opening close it.
"""

from collections.abc import Callable
from math import inf
from typing import Literal

from core.errors import Unavailable

FAILURES = 5
"""In a row, from which on it is open."""
PAUSE = 30.0
"""Seconds that it stays open."""
Verdict = Literal["alive", "failed", "unknown"]


class Breaker:
    """Closed, open, or half-open while one call tries whether all is well again."""

    def __init__(self, name: str, clock: Callable[[], float]) -> None:
        self.name = name
        self._clock = clock
        self._failures = 0
        self._open_until = -inf
        self._open = False
        self._probing = False
        self._age = 0

    def check(self) -> None:
        """Raises `Unavailable` while it is open, with the seconds that it will be."""
        left = self._open_until - self._clock()
        if self._open and (left > 0 or self._probing):
            raise Unavailable(self.name, "failed again and again", max(left, 1.0))

    def enter(self) -> int:
        """A ticket for one call, to be judged by; raises as `check` does."""
        self.check()
        if self._open:
            self._probing = True
        return self._age

    def judge(self, ticket: int, verdict: Verdict) -> None:
        """What became of that call; one from before the last change proves nothing."""
        if ticket != self._age:
            return
        if verdict == "unknown":
            self._probing = False
        elif verdict == "alive":
            self._failures = 0
            if self._open:
                self._turn(open=False)
        else:
            self._failures += 1
            if self._open or self._failures >= FAILURES:
                self._open_until = self._clock() + PAUSE
                self._turn(open=True)

    def _turn(self, *, open: bool) -> None:
        self._open, self._probing = open, False
        self._age += 1
