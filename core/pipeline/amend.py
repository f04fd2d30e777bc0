"""The arithmetic of "no, at seven", "I meant Friday", "an hour later": another time for it."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from core.model import Duration, Moment, Number, Period, Recurrence

Time = Moment | Period | Recurrence
MORNING = time(9)
"""What a day without a clock time is taken for, and is shifted from."""
DAY = timedelta(days=1)
AFTERNOON = range(1, 8)
"""Bare hours that are meant in the afternoon."""


def amended(old: object, new: object) -> Time | None:
    """The old time with what the new one says of it; None where the two do not go together."""
    if isinstance(old, Moment):
        return _moment(old, new)
    if isinstance(old, Recurrence):
        return _again(old, new)
    return new if isinstance(old, Period) and isinstance(new, Moment | Period) else None


def shifted(old: object, by: Duration, *, earlier: bool) -> Time | None:
    """The old time so much later or earlier; None where it would be another day's by the clock."""
    step = timedelta(seconds=-by.seconds if earlier else by.seconds)
    if isinstance(old, Moment):
        whole_days = step % DAY == timedelta()
        at = old.at if old.clocked or whole_days else datetime.combine(old.at.date(), MORNING)
        return replace(old, at=at + step, dated=True, clocked=old.clocked or not whole_days)
    if isinstance(old, Recurrence):
        start = datetime.combine(datetime(2000, 1, 2), old.at or MORNING)
        moved = start + step
        return replace(old, at=moved.time()) if moved.date() == start.date() else None
    if isinstance(old, Period):
        return Period(old.start + step, old.end + step)
    return None


def fitted(value: object, kinds: tuple[type, ...]) -> object | None:
    """The time as a slot of those kinds takes it: a day is a period too."""
    if isinstance(value, kinds):
        return value
    if isinstance(value, Moment) and Period in kinds and not value.clocked:
        return Period(value.at, value.at + DAY)
    return None


def hour_of(said: object, now: datetime) -> Moment | None:
    """A bare number as the next such hour; None where it is none."""
    if not isinstance(said, Number) or not isinstance(said.value, int) or not 0 <= said.value < 24:
        return None
    hour = said.value + 12 if said.value in AFTERNOON else said.value
    at = datetime.combine(now.date(), time(hour))
    return Moment(at if at > now else at + DAY, dated=False, vague=hour != said.value)


def _moment(old: Moment, new: object) -> Time | None:
    if isinstance(new, Number):
        hour = new.value
        if not old.clocked or not isinstance(hour, int) or not 0 <= hour < 24:
            return None
        return replace(old, at=old.at.replace(hour=hour, minute=0), vague=False, relative=False)
    if isinstance(new, Period):
        return new
    if isinstance(new, Recurrence):
        return new if new.at or not old.clocked else replace(new, at=old.at.time())
    if not isinstance(new, Moment):
        return None
    if new.dated and not new.clocked and old.clocked:
        at = datetime.combine(new.at.date(), old.at.time())
        return Moment(at, vague=old.vague)
    if new.clocked and not new.dated and old.dated:
        return replace(new, at=datetime.combine(old.at.date(), new.at.time()), dated=True)
    return new


def _again(old: Recurrence, new: object) -> Time | None:
    if isinstance(new, Recurrence):
        return replace(new, at=new.at or old.at)
    if not isinstance(new, Moment):
        return None
    changed = old
    if new.clocked:
        changed = replace(changed, at=new.at.time(), also=())
    if new.dated:
        if old.unit != "week" or len(old.weekdays) > 1:
            return None
        changed = replace(changed, weekdays=(new.at.weekday(),))
    return changed
