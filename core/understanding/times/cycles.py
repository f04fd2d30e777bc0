"""Recurrences: "every two weeks", "every Monday", and the day and clock time said with them."""

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from core.model import Recurrence, Unit
from core.understanding.times.calendar import weekday_date
from core.understanding.times.clocks import moment
from core.understanding.times.meanings import Clock, Cycle, Day, Daypart, Ordinal, Roles
from core.understanding.times.policy import PARTS

MOST = 1000
"""Units from one time to the next."""

SETS: dict[str, tuple[int, ...]] = {"workday": (0, 1, 2, 3, 4), "weekend": (5, 6)}
A_DAY_LONG_PAST = date(2001, 1, 1)
"""Where a clock time is read as on some day, not on today's."""


def cycle(roles: Roles, now: datetime) -> Cycle | None:
    """A recurrence without its clock time.

    Roles: `count` ("every two"), `unit`, `adverb` ("daily", also "2 week"), `weekday`s, or
    `weekday_from` and `weekday_to`, `set` ("workday", "weekend"), `part` ("every morning"),
    `dayno` and `month`.
    """
    count = roles.one("count", 1)
    count = count.value if isinstance(count, Ordinal) else count
    unit = roles.one("unit")
    if roles.has("adverb"):
        number, _, unit = f"1 {roles.one('adverb')}".rpartition(" ")
        count = int(number.split()[-1])
    if not isinstance(count, int) or not 1 <= count <= MOST or unit == "second":
        return None
    part = roles.one("part")
    weekdays = _weekdays(roles)
    if weekdays:
        start = None
        if count > 1:
            start = min(weekday_date(one, None, now.date()) for one in weekdays)
        return Cycle(Recurrence("week", count, weekdays, start=start), part)
    if roles.has("dayno"):
        number = roles.one("dayno")
        month = roles.one("month")
        day = number.value if isinstance(number, Ordinal) else number
        kind: Unit = "month" if month is None else "year"
        return Cycle(Recurrence(kind, count, day=day, month=month), part)
    return Cycle(Recurrence(unit or "day", count), part)


def _weekdays(roles: Roles) -> tuple[int, ...]:
    if roles.has("set"):
        return SETS[roles.one("set")]
    if roles.has("weekday_from"):
        first, last = roles.one("weekday_from"), roles.one("weekday_to")
        return tuple(sorted((first + n) % 7 for n in range((last - first) % 7 + 1)))
    return tuple(sorted(set(roles.all("weekday"))))


def whole(roles: Roles, _now: datetime) -> Cycle | None:
    """A cycle with the day, the part of the day or the clock time that stands beside it."""
    said: Cycle = roles.one("cycle")
    day, part, clock = roles.one("date"), roles.one("daypart"), roles.one("clock")
    every = said.every
    if day is not None:
        every = replace(every, start=day.date) if day.since else _on(every, day)
    if clock is not None and every.unit in ("minute", "hour"):
        return None
    part_name = part.name if part else (day.part if day and day.part else said.part)
    if clock is not None:
        return Cycle(replace(every, at=clock_time(clock, part_name)))
    return Cycle(every, part_name)


def _on(every: Recurrence, day: Day) -> Recurrence:
    """The cycle on that day: of the week, of the month, of the year."""
    start = day.date if every.every > 1 else None
    if every.unit == "week":
        return replace(every, weekdays=(day.date.weekday(),), start=start)
    if every.unit == "month":
        return replace(every, day=day.date.day, start=start)
    if every.unit == "year":
        return replace(every, day=day.date.day, month=day.date.month, start=start)
    return replace(every, start=day.date)


def clock_time(said: Clock, part: str | None) -> time:
    """A clock time of every day: as it is read after a day."""
    some_day = Day(A_DAY_LONG_PAST, part)
    return moment(some_day, said, datetime.combine(date.max, time())).at.time()


def recurrence(said: Cycle | Any, with_clock: Clock | Daypart | None = None) -> Recurrence:
    """What a cycle comes to, with a clock time said elsewhere."""
    part = with_clock.name if isinstance(with_clock, Daypart) else said.part
    every: Recurrence = said.every
    if every.at is not None or every.unit in ("minute", "hour"):
        return every
    if isinstance(with_clock, Clock):
        return replace(every, at=clock_time(with_clock, part))
    return replace(every, at=PARTS[part].clock) if part else every
