"""Trying again: when, how often, and never so often that it makes a bad day worse.

stamina, which we looked at, sleeps by asyncio's clock, knows no budget, and repeats a function,
where a stream must not be repeated once a piece of it was shown.
"""

from collections.abc import Callable

from core.errors import IntegrationError

TRIES = 3
BASE = 0.25
LONGEST = 8.0
"""Seconds; the wait before the n-th further try is anything up to `BASE` * 2 ** n."""
SHARE = 0.1
"""Of the calls that end well, how many more there may be by trying again."""
SAVED = 10.0
"""Further tries that a quiet time saves up, and that there are to begin with."""


class Retries:
    """The budget of one provider and credential."""

    def __init__(self, chance: Callable[[], float]) -> None:
        self._chance = chance
        self._saved = SAVED

    def earn(self) -> None:
        """A call has come to a good end."""
        self._saved = min(self._saved + SHARE, SAVED)

    def wait(self, error: BaseException, tries: int, left: float) -> float | None:
        """Seconds to wait after so many tries; None: it is of no use, there were too many, or it
        would take more than the seconds that are left."""
        if not isinstance(error, IntegrationError) or not error.retryable:
            return None
        wait = (error.retry_after or 0.0) + self._chance() * min(BASE * 2.0**tries, LONGEST)
        if tries >= TRIES or wait >= left or self._saved < 1:
            return None
        self._saved -= 1
        return wait
