"""What was said of a time, as a time that can be booked."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from core.model import Duration, Impossible, Moment, Number, Period, Recurrence, wall
from core.skill import Context

Said = Moment | Period | Recurrence | Impossible
SHORTEST, LONGEST = timedelta(minutes=15), timedelta(hours=8)
USUAL = timedelta(hours=1)
CLOCKED = ("minute", "hour")
YEARS = range(1970, 2200)
"""In which a day that was said can be."""
AFTERNOON = range(1, 8)
"""Hours that people mean in the afternoon: "move it to 4"."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A time as it was understood."""

    wall: datetime
    """Naive: of the first occurrence."""
    length: timedelta | None
    """None: nobody has said."""
    every: Recurrence | None = None
    instant: datetime | None = None
    """Aware, where it was counted from now: an hour is an hour in any zone."""


def wanted(
    ctx: Context,
    when: Said | None,
    hours: Period | None = None,
    every: Recurrence | None = None,
    length: Duration | None = None,
    day: date | None = None,
) -> Wanted | str:
    """What was said, put together; or the reason why that is no time, as messages name it.

    `day` was told before, where only a clock time is said now.
    """
    if isinstance(when, Impossible):
        return "impossible"
    if isinstance(when, Period):
        hours, when = hours or when, None
    if isinstance(when, Recurrence):
        every, when = when, None
    if hours is not None and _is_of_days(hours):
        hours = None
    said = timedelta(seconds=length.seconds) if length else None
    if every is not None:
        clock = hours.start.time() if hours else when.at.time() if when and when.clocked else None
        return _again(ctx, every, clock, said or (hours.end - hours.start if hours else None))
    if hours is not None:
        return Wanted(_on_day(ctx, hours.start, when, day), said or hours.end - hours.start)
    return _once(ctx, when, said, day) if when else "when"


def _once(ctx: Context, when: Moment, length: timedelta | None, day: date | None) -> Wanted | str:
    if not when.clocked:
        return "clock"
    at = when.at.replace(second=0, microsecond=0)
    if day and not when.dated:
        at = datetime.combine(day, at.time())
    return Wanted(at, length, instant=as_instant(ctx, when.at) if when.relative else None)


def _on_day(ctx: Context, start: datetime, when: Moment | None, day: date | None) -> datetime:
    """The begin of "from 3 to 5" on the day that was said beside it, or before."""
    if when and when.dated:
        return datetime.combine(when.at.date(), start.time())
    if day and start.date() - ctx.local.date() <= timedelta(days=1):
        return datetime.combine(day, start.time())
    return start


def _again(
    ctx: Context, every: Recurrence, clock: time | None, length: timedelta | None
) -> Wanted | str:
    if every.unit in CLOCKED:
        return "often"
    clock = clock or every.at
    if clock is None:
        return "clock"
    every = replace(every, at=clock, start=every.start or ctx.local.date())
    first = every.next(ctx.local)
    return Wanted(first, length, every) if first else "never"


def _is_of_days(hours: Period) -> bool:
    """Whether it is "next week", and no clock times."""
    return hours.end - hours.start >= timedelta(days=1)


def day_of(when: Said | None) -> date | None:
    """The day that was said, where no clock time was."""
    if isinstance(when, Moment) and when.dated and not when.clocked:
        return when.at.date()
    return None


def day_said(said: str | None) -> date | None:
    """A day in ISO's letters; None where it is none."""
    try:
        day = date.fromisoformat(said) if said else None
    except ValueError:  # buttons come from outside
        return None
    return day if day and day.year in YEARS else None


def clock_of(hour: Number | None, now: datetime) -> Moment | None:
    """A bare number as a clock time: "move it to 4"."""
    if hour is None or hour.value not in range(25):
        return None
    value = int(hour.value) % 24
    value += 12 if value in AFTERNOON else 0
    at = now.replace(hour=value, minute=0, second=0, microsecond=0)
    return Moment(at if at > now else at + timedelta(days=1), dated=False, vague=True)


def as_instant(ctx: Context, at: datetime) -> datetime:
    """Of what was counted from now, by the person's own clock."""
    return (ctx.now + (at - ctx.local)).replace(second=0, microsecond=0)


def stretch(ctx: Context, when: Moment | Period | None) -> tuple[datetime, datetime]:
    """The days (naive local, from midnight on) that somebody asks about; the next seven."""
    today = ctx.local.replace(hour=0, minute=0, second=0, microsecond=0)
    if isinstance(when, Period):
        return when.start, when.end
    if when is not None:
        day = when.at.replace(hour=0, minute=0, second=0, microsecond=0)
        return day, day + timedelta(days=1)
    return today, today + timedelta(days=7)


def local_times(ctx: Context, begins: datetime, ends: datetime) -> tuple[datetime, datetime]:
    """Both as the person's clock shows them."""
    return wall(begins, ctx.zone), wall(ends, ctx.zone)
