"""Times, durations, periods, recurrences and numbers as found in words, and their arithmetic.

All of them are *local wall time* (naive): "tomorrow at nine" stays nine when the person moves.
`instant` makes an absolute time of it.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


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
    nth: int | None = None
    """Which of the month's `weekdays`, from 1 to 5 or -1 for the last; with unit `month`."""
    until: date | None = None
    """The last day it may happen, where one was said."""
    also: tuple[time, ...] = ()
    """Further clock times of each day, beside `at`."""
    more_nths: tuple[int, ...] = ()
    """Further ones of the month's `weekdays`, beside `nth`: "every first and third Monday"."""

    @property
    def nths(self) -> tuple[int, ...]:
        """Which of the month's `weekdays`; empty where that was not said."""
        return () if self.nth is None else (self.nth, *self.more_nths)

    def next(self, after: datetime) -> datetime | None:
        """The first occurrence later than `after`, both naive local wall time; None: it is over.

        Without `start` it is counted from `after`'s own day, or minute; where no clock time was
        said it is at nine.
        """
        try:
            found = self._next(after)
        except (OverflowError, ValueError):  # beyond the last day of the calendar
            return None
        return None if self.until is not None and found.date() > self.until else found

    def _next(self, after: datetime) -> datetime:
        if self.unit in ("minute", "hour"):
            step = timedelta(minutes=self.every * (60 if self.unit == "hour" else 1))
            begin = datetime.combine(self.start, self.at or time()) if self.start else after
            return begin if begin > after else after + step - (after - begin) % step
        clocks = sorted({self.at or time(9), *self.also})
        days = self._days(max(self.start or after.date(), after.date()))
        times = (datetime.combine(day, clock) for day in days for clock in clocks)
        return next(at for at in times if at > after)

    def _days(self, first: date) -> Iterator[date]:
        """Every day it falls on, from `first` on."""
        start = self.start or first
        if self.unit == "day":
            day = first + timedelta(days=(start - first).days % self.every)
            while True:
                yield day
                day += timedelta(days=self.every)
        if self.unit == "week":
            weekdays = self.weekdays or (start.weekday(),)
            monday = start - timedelta(days=start.weekday())
            weeks = (first - monday).days // 7
            monday += timedelta(weeks=weeks - weeks % self.every)
            days = (
                monday + timedelta(days=weekday, weeks=week)
                for week in count(step=self.every)
                for weekday in sorted(weekdays)
            )
            yield from (day for day in days if day >= first)
        yearly = self.unit == "year"
        step = self.every * (12 if yearly else 1)
        begin = start.year * 12 + (self.month or start.month if yearly else start.month) - 1
        passed = first.year * 12 + first.month - 1 - begin
        for number in count(begin + max(passed - passed % step, 0), step):
            year, month = number // 12, number % 12 + 1
            last = monthrange(year, month)[1]
            if self.nth is None:
                found = [date(year, month, min(self.day or start.day, last))]
            else:
                found = self._weekdays_of(date(year, month, 1), last)
            yield from (day for day in found if day >= first)

    def _weekdays_of(self, first: date, last: int) -> list[date]:
        """The nth of its weekdays in the month of so many days that begins so."""
        found = set()
        for weekday in self.weekdays:
            days = range(1 + (weekday - first.weekday()) % 7, last + 1, 7)
            for nth in self.nths:
                number = nth if nth < 0 else nth - 1
                if number < len(days):  # not every month has a fifth one
                    found.add(first.replace(day=days[number]))
        return sorted(found)

    def starting(self, day: date) -> "Recurrence":
        """The same, anchored: "every two weeks" counts from `day`."""
        return replace(self, start=day)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in digits or words."""

    value: int | float


@dataclass(frozen=True, slots=True)
class Impossible:
    """A time that cannot be, as it was said: "30 February"; for a skill that says so."""

    said: str


Value = Moment | Duration | Period | Recurrence | Number | Impossible


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
    there = ZoneInfo(zone)
    local = wall.replace(tzinfo=there, fold=0)
    at = local.astimezone(UTC)
    if at.astimezone(there).replace(tzinfo=None) == wall:
        return at
    # In a gap fold 0 reads the old offset, which lands behind the gap, and fold 1 the new one,
    # which lands before it: the gap is between them, and its end at a whole second.
    low = local.replace(fold=1).astimezone(UTC).replace(microsecond=0)
    high = at.replace(microsecond=0) + timedelta(seconds=1)
    before = low.astimezone(there).utcoffset()
    while high - low > timedelta(seconds=1):
        middle = low + timedelta(seconds=(high - low) // timedelta(seconds=2))
        if middle.astimezone(there).utcoffset() == before:
            low = middle
        else:
            high = middle
    return high


def known_zone(name: str | None) -> str | None:
    """The name, where it is an IANA zone that this machine knows."""
    try:
        return ZoneInfo(name).key if name else None
    except (OSError, ValueError, ZoneInfoNotFoundError):
        return None


def wall(at: datetime, zone: str) -> datetime:
    """Aware time -> naive local wall time."""
    return at.astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0)
