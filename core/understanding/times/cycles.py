"""Recurrences: "every two weeks", "every Monday", and the day and clock time said with them."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from core.model import Period, Recurrence, Unit
from core.understanding.times.calendar import weekday_date
from core.understanding.times.clocks import moment
from core.understanding.times.meanings import Clock, Cycle, Day, Daypart, Ordinal, Roles
from core.understanding.times.policy import PARTS

MOST = 1000
"""Units from one time to the next."""

SETS: dict[str, tuple[int, ...]] = {"workday": (0, 1, 2, 3, 4), "weekend": (5, 6)}
LAST, LAST_DAY = -1, 31
"""Of a month: the last such weekday of it; the last day, as no month has more."""
A_DAY_LONG_PAST = date(2001, 1, 1)
"""Where a clock time is read as on some day, not on today's."""


def cycle(roles: Roles, now: datetime) -> Cycle | None:
    """A recurrence without its clock time.

    Roles: `count` ("every two"), `unit`, `adverb` ("daily", also "2 week"), `weekday`s, or
    `weekday_from` and `weekday_to`, `set` ("workday", "weekend"), `part` ("every morning"),
    `dayno` and `month`, `nth` (of the month's weekdays, or -1: its last day). Raises ValueError for
    a count that nobody can wait for.
    """
    count = roles.one("count", 1)
    count = count.value if isinstance(count, Ordinal) else count
    unit = roles.one("unit")
    if roles.has("adverb"):
        number, _, unit = f"1 {roles.one('adverb')}".rpartition(" ")
        count = int(number.split()[-1])
    if not isinstance(count, int) or unit == "second":
        return None
    if not 1 <= count <= MOST:
        raise ValueError(count)
    part = roles.one("part")
    weekdays = _weekdays(roles)
    if roles.has("nth"):
        return _nth(roles.all("nth"), weekdays, count, part)
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


def _nth(
    said: list[int | Ordinal], weekdays: tuple[int, ...], count: int, part: str | None
) -> Cycle | None:
    """Every first and third Tuesday of the month, every last Friday of it, its every last day."""
    several = [one.value if isinstance(one, Ordinal) else one for one in said]
    if not weekdays:
        return Cycle(Recurrence("month", count, day=LAST_DAY), part) if several == [LAST] else None
    if any(nth != LAST and nth not in range(1, 6) for nth in several):
        return None
    nth, *more = dict.fromkeys(several)
    return Cycle(Recurrence("month", count, weekdays, nth=nth, more_nths=tuple(more)), part)


def _weekdays(roles: Roles) -> tuple[int, ...]:
    if roles.has("set"):
        return SETS[roles.one("set")]
    if roles.has("weekday_from"):
        first, last = roles.one("weekday_from"), roles.one("weekday_to")
        return tuple(sorted((first + n) % 7 for n in range((last - first) % 7 + 1)))
    return tuple(sorted(set(roles.all("weekday"))))


def whole(roles: Roles, _now: datetime) -> Cycle | None:
    """A cycle with the day, the part of the day or the clock times that stand beside it."""
    said: Cycle = roles.one("cycle")
    part, clocks = roles.one("daypart"), roles.all("clock")
    every = said.every
    part_name = part.name if part else said.part
    for day in roles.all("date"):
        found = _on(every, day)
        if found is None:
            return None
        every, part_name = found, day.part or part_name
    if roles.has("period"):
        every = _within(every, roles.one("period"))
    if clocks and not said.waits:
        return None
    if clocks:
        times = sorted({clock_time(_clock(one), part_name) for one in clocks})
        return Cycle(replace(every, at=times[0], also=tuple(times[1:])))
    return Cycle(every, part_name)


def _clock(said: Clock | int) -> Clock:
    """The hour of "at 9 and 21"."""
    return Clock(said, exact=said > 12 or said == 0) if isinstance(said, int) else said


def _within(every: Recurrence, said: Period) -> Recurrence:
    last = (said.end - timedelta(microseconds=1)).date()
    return replace(every, start=said.start.date(), until=last)


def _on(every: Recurrence, day: Day) -> Recurrence | None:
    """The cycle from, until or on that day: of the week, of the month, of the year."""
    if day.since:
        return replace(every, start=day.date)
    if day.until:
        return replace(every, until=day.date)
    if every.nth is not None or (day.weekday and every.unit in ("month", "year")):
        return None
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


def recurrence(said: Cycle, with_clock: Clock | Daypart | None = None) -> Recurrence:
    """What a cycle comes to, with a clock time said elsewhere."""
    part = with_clock.name if isinstance(with_clock, Daypart) else said.part
    every: Recurrence = said.every
    if not said.waits:
        return every
    if isinstance(with_clock, Clock):
        return replace(every, at=clock_time(with_clock, part))
    return replace(every, at=PARTS[part].clock) if part else every
