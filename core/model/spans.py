"""Times, durations, periods, recurrences and numbers as found in words, and their arithmetic.

All of them are *local wall time* (naive): "tomorrow at nine" stays nine when the person moves.
`instant` makes an absolute time of it.
"""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time."""

    at: datetime
    """Naive local wall time; 00:00 where no clock time was given."""
    dated: bool = True
    """Whether a day was said ("on Friday"); else `at` holds the next such clock time."""
    clocked: bool = True
    """Whether a clock time was said, exact or vague ("evening" is 19:00)."""
    vague: bool = False
    """Whether the clock time is our reading of a vague word ("evening", "at 5")."""
    relative: bool = False
    """Whether it was counted from now ("in one minute"): true in any zone."""


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time: "forty minutes"."""

    seconds: int


@dataclass(frozen=True, slots=True)
class Period:
    """From `start` up to and without `end`, naive local wall time: "this week", "from 3 to 4"."""

    start: datetime
    end: datetime


Unit = Literal["minute", "hour", "day", "week", "month", "year"]


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Again and again: "every Monday at nine", "every two weeks", "on the 30th of every month"."""

    unit: Unit
    every: int = 1
    weekdays: tuple[int, ...] = ()
    """Monday is 0; with unit `week`."""
    day: int | None = None
    """Day of the month with `month` and `year`; a month without it takes its last day."""
    month: int | None = None
    at: time | None = None
    """Clock time of each occurrence; None: none was said."""
    start: date | None = None
    """The first day it may happen, where one was said or chosen."""

    def next(self, after: datetime) -> datetime:
        """The first occurrence later than `after`, both naive local wall time."""
        if self.unit in ("minute", "hour"):
            step = timedelta(**{f"{self.unit}s": self.every})
            return after + step
        clock = self.at or time(9)
        start = self.start or after.date()
        day = max(start, after.date())
        for _ in range(366 * 5 * max(self.every, 1)):
            found = datetime.combine(day, clock)
            if found > after and self._falls_on(day, start):
                return found
            day += timedelta(days=1)
        raise ValueError(f"no occurrence of {self} after {after}")

    def _falls_on(self, day: date, start: date) -> bool:
        if self.unit == "day":
            return (day - start).days % self.every == 0
        if self.unit == "week":
            weekdays = self.weekdays or (start.weekday(),)
            monday = start - timedelta(days=start.weekday())
            weeks = (day - monday).days // 7
            return day.weekday() in weekdays and weeks % self.every == 0
        wanted = min(self.day or start.day, monthrange(day.year, day.month)[1])
        months = (day.year - start.year) * 12 + day.month - start.month
        if self.unit == "month":
            return day.day == wanted and months % self.every == 0
        month = self.month or start.month
        years = day.year - start.year
        return (day.month, day.day) == (month, wanted) and years % self.every == 0

    def starting(self, day: date) -> "Recurrence":
        """The same, anchored: "every two weeks" counts from `day`."""
        return replace(self, start=day)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in digits or words."""

    value: int | float


Value = Moment | Duration | Period | Recurrence | Number


@dataclass(frozen=True, slots=True)
class Span:
    """A Value and where it stands: `text[start:end]`, with the little word that leads it in."""

    start: int
    end: int
    value: Value


def instant(wall: datetime, zone: str) -> datetime:
    """Naive local wall time -> aware UTC.

    A time the clock skips is the first instant after the gap; one it shows twice is the first.
    """
    local = wall.replace(tzinfo=ZoneInfo(zone), fold=0)
    back = local.astimezone(UTC).astimezone(ZoneInfo(zone))
    if back.replace(tzinfo=None) == wall:
        return local.astimezone(UTC)
    # In a gap fold=0 reads the old offset and fold=1 the new: the gap ends where they meet.
    before, after = local.utcoffset(), local.replace(fold=1).utcoffset()
    assert before is not None
    assert after is not None
    low, high = local.astimezone(UTC) - (after - before), local.astimezone(UTC)
    while high - low > timedelta(seconds=1):
        middle = low + (high - low) / 2
        if middle.astimezone(ZoneInfo(zone)).utcoffset() == before:
            low = middle
        else:
            high = middle
    return high.replace(microsecond=0)


def wall(at: datetime, zone: str) -> datetime:
    """Aware time -> naive local wall time."""
    return at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
