"""Clock times: read from their parts, and put on a day."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from core.model import Moment, Period
from core.understanding.times.meanings import Clock, Day, Daypart, Hours, Roles
from core.understanding.times.numerals import Digital
from core.understanding.times.policy import NIGHTS, hour_of, loose_hour, loose_part, on_day


def clock(roles: Roles, _now: datetime) -> Clock | None:
    """A clock time.

    Roles: `hour` or `digital` or `named`, `minute`, `to` (the minutes are before the hour), `into`
    (the hour that has begun: 4 in "halb vier"), `fraction` (how much of it is gone), `part`;
    `noclock` or `nohour` is what no clock shows, and raises ValueError.
    """
    if roles.has("noclock") or roles.has("nohour"):
        raise ValueError("no such clock time")
    part = roles.one("part")
    digital = roles.one("digital")
    if digital is not None:
        return _digital(digital, part)
    into = roles.one("into")
    hour = roles.one("named", roles.one("hour") if into is None else into - 1)
    minutes = (hour or (12 if into is not None else 0)) * 60 + roles.one("fraction", 0)
    minute = roles.one("minute", 0)
    minutes += -minute if roles.has("to") else minute
    if minutes < 0:
        minutes += 24 * 60
    if minutes > 24 * 60 and roles.has("named"):  # "five past midnight"
        minutes -= 24 * 60
    if minutes > 24 * 60:
        return None
    exact = roles.has("named") or hour > 12 or (hour == 0 and into is None)
    return Clock(minutes // 60, minutes % 60, part, exact)


def _digital(said: Digital, part: str | None) -> Clock:
    return Clock(said.hour, said.minute, part, said.exact)


def daypart(roles: Roles, _now: datetime) -> Daypart:
    """A part of the day with its lead-in: "in the evening"."""
    return Daypart(roles.one("part"))


def hours(roles: Roles, _now: datetime) -> Hours | None:
    """From one clock time to another; a part of the day is the end's."""
    start, end = (plain(roles.one(role)) for role in ("start", "end"))
    end = end if end.part else replace(end, part=roles.one("part"))
    if roles.has("start_part"):
        start = replace(start, part=roles.one("start_part"))
    return Hours(start, end)


def plain(said: int | Digital | Clock) -> Clock:
    """The clock time of an hour, of digits or of what is one already."""
    if isinstance(said, Clock):
        return said
    if isinstance(said, Digital):
        return _digital(said, None)
    return Clock(said, exact=said > 12 or said == 0)


def moment(day: Day | None, said: Clock | Daypart | None, now: datetime) -> Moment:
    """The point in time of a day, a clock time or both."""
    date_, part = (day.date, day.part) if day else (None, None)
    if isinstance(said, Daypart):
        part, said = said.name, None
    if said is not None:
        said = replace(said, part=part) if part and not said.part else said
        at, vague = _at(date_, said, now)
        return Moment(at, dated=day is not None, vague=vague)
    if date_ is not None and part is None:
        return Moment(on_day(date_, 0, 0), clocked=False)
    return Moment(loose_part(date_, part or "morning", now), dated=day is not None, vague=True)


def _at(day: date | None, said: Clock, now: datetime) -> tuple[datetime, bool]:
    """When that is, and whether the half of the day was our reading."""
    hour = said.hour
    if said.part is not None and not said.exact:
        hour = hour_of(said.part, hour)
    elif not said.exact and 1 <= hour <= 12:
        return loose_hour(day, hour, said.minute, now), True
    at = on_day(day or now.date(), hour, said.minute)
    tonight = said.part in NIGHTS and day == now.date()
    if at <= now and (day is None or tonight):
        at += timedelta(days=1)
    return at, False


def period(day: Day | None, said: Hours, now: datetime) -> Period:
    """From one clock time to another of a day, or of the next day that fits."""
    end = said.end
    if said.start.exact or said.start.part or not (end.exact or end.part):
        start = moment(day, said.start, now).at
        return Period(start, _end_after(start, end))
    # "from 3 to 4 pm", "from 9 to 5 pm": the start is the last such hour before the end.
    finish = moment(day, end, now).at
    first = said.start
    both = [on_day(finish.date(), first.hour % 12 + half, first.minute) for half in (0, 12)]
    start = max((one for one in both if one < finish), default=both[1] - timedelta(days=1))
    if day is None and start <= now:
        return Period(start + timedelta(days=1), finish + timedelta(days=1))
    return Period(start, finish)


def _end_after(start: datetime, end: Clock) -> datetime:
    hour = hour_of(end.part, end.hour) if end.part and not end.exact else end.hour
    sure = end.exact or end.part is not None or not 1 <= hour <= 12
    both = (hour,) if sure else (hour % 12, hour % 12 + 12)
    options = (
        on_day(start.date() + timedelta(days=ahead), one, end.minute)
        for ahead in (0, 1)
        for one in both
    )
    return min(option for option in options if option > start)
