"""Dates, stretches of the calendar, and times counted from now."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from core.model import Moment, Period, Recurrence
from core.understanding.times.calendar import COMING, add_months, monday_of, next_date, weekday_date
from core.understanding.times.meanings import Day, Length, Ordinal, Roles
from core.understanding.times.numbers import LONGEST, length

SATURDAY = 5
COUNTED = ("count", "unit")


def day(roles: Roles, now: datetime) -> Day | None:
    """A date.

    Roles: `day` (days from today), `weekday` with `shift` ("next", "last") or `week` (weeks from
    this one), `nth` (of the weekdays of `month`, or of the month `shift` ahead), `dayno` with
    `month` and `year`, or of the month `shift` ahead, `fulldate`, `shortdate`, `later` (so many
    days after it), `part` (of the day). Raises ValueError for a day that no calendar has.
    """
    found = _nth(roles, now.date()) if roles.has("nth") else _date(roles, now.date())
    if found is None:
        raise ValueError("no such day")
    found += timedelta(days=roles.one("later", 0))
    bare = roles.has("weekday") and not roles.has("shift") and not roles.has("week")
    return Day(found, roles.one("part"), bare and not roles.has("nth"))


def _date(roles: Roles, today: date) -> date | None:
    if roles.has("day"):
        return today + timedelta(days=roles.one("day"))
    if roles.has("fulldate"):
        found: date | None = roles.one("fulldate")
        return found
    if roles.has("shortdate"):
        day_of_month, month = roles.one("shortdate")
        return next_date(day_of_month, month, today)
    if not roles.has("dayno"):
        return _weekday(roles, today)
    number = roles.one("dayno")
    number = number.value if isinstance(number, Ordinal) else number
    month = roles.one("month")
    month = month.value if isinstance(month, Ordinal) else month  # "am dritten Zwölften"
    if roles.has("year"):
        return date(roles.one("year"), month, number)
    if roles.has("shift"):
        return _month_ahead(roles.one("shift"), today).replace(day=number)
    return next_date(number, month, today)


def _nth(roles: Roles, today: date) -> date | None:
    """Like "the first Monday of December", "the last Friday of next month"."""
    nth = roles.one("nth")
    nth = nth.value if isinstance(nth, Ordinal) else nth
    if roles.has("month"):
        first = _month(roles.one("month"), roles.one("year"), today).start.date()
    else:
        first = _month_ahead(roles.one("shift"), today)
    every = Recurrence("month", 12, (roles.one("weekday"),), nth=nth, start=max(first, today))
    found = every.next(datetime.combine(max(first, today), time()) - timedelta(microseconds=1))
    return found.date() if found else None


def _month_ahead(shift: int | str, today: date) -> date:
    """The first of the month so far ahead."""
    return add_months(today.replace(day=1), 1 if isinstance(shift, str) else shift)


def _weekday(roles: Roles, today: date) -> date | None:
    if not roles.has("weekday"):  # "tonight", "this morning"
        return today
    if roles.has("week"):
        return monday_of(today, roles.one("week")) + timedelta(days=roles.one("weekday"))
    return weekday_date(roles.one("weekday"), roles.one("shift"), today)


def same_day(roles: Roles, _now: datetime) -> Day | None:
    """A date with its weekday: "Friday, 25 November"; None where they do not agree."""
    first, second = roles.all("date")
    if first.weekday == second.weekday or first.date.weekday() != second.date.weekday():
        return None
    kept: Day = second if first.weekday else first
    return replace(kept, part=first.part or second.part)


def relative(roles: Roles, now: datetime) -> Moment | Day | None:
    """So much from now: a moment where hours or less were said, else a day.

    Roles: `duration`, or `unit` with `count` or alone ("через час"); `ago` for the past; `date` to
    count from; `on` is the weekday of the week it comes to ("in a week on Friday"). Raises
    ValueError where it is no time at all, or longer than anybody waits.
    """
    said = roles.one("duration") or _counted(roles, now)
    if said is None:
        return None
    if not 0 < said.total() <= LONGEST:
        raise ValueError(said)
    origin = roles.one("date")
    start = now if origin is None else datetime.combine(origin.date, time())
    at = said.before(start) if roles.has("ago") else said.after(start)
    if roles.has("on"):
        on: Day = roles.one("on")
        weeks = on.weekday and said.days >= 7 and said.days % 7 == said.seconds == said.months == 0
        found = monday_of(at.date()) + timedelta(days=on.date.weekday())
        return Day(found, on.part) if weeks else None
    if said.seconds == 0:
        return Day(at.date())
    return Moment(at, relative=True) if origin is None else None


def _counted(roles: Roles, now: datetime) -> Length:
    """Of `count` and `unit`, in whichever order they were said."""
    return length(Roles(sorted(pair for pair in roles.pairs if pair[0] in COUNTED)), now)


def stretch(roles: Roles, now: datetime) -> Period | None:
    """A stretch of the calendar.

    Roles: `shift` with `unit` (a week if none is said), `weekend`, `month` ("in May"), `year`,
    `duration`, or `count` and `unit` ("the next three days"),
    `weekday_from` and `weekday_to`.
    """
    if roles.has("weekday_from"):
        return days(roles, now)
    today = now.date()
    shift = roles.one("shift", 0)
    if shift == COMING and roles.has("weekend"):
        shift = int(today.weekday() >= SATURDAY)
    shift = 1 if isinstance(shift, str) else shift
    if roles.has("weekend"):
        saturday = monday_of(today, shift) + timedelta(days=SATURDAY)
        return _period(saturday, saturday + timedelta(days=2))
    if roles.has("month"):
        return _month(roles.one("month"), roles.one("year"), today, gone=shift < 0)
    if roles.has("duration") or roles.has("count"):
        said: Length = roles.one("duration") or _counted(roles, now)
        if not said.total():
            return None
        return Period(said.before(now), now) if shift < 0 else Period(now, said.after(now))
    if roles.has("year"):
        return _unit("year", roles.one("year") - today.year, today)
    return _unit(roles.one("unit", "week"), shift, today)


def _unit(unit: str, shift: int, today: date) -> Period | None:
    """The week, month or year so far ahead."""
    if unit == "week":
        return _period(monday_of(today, shift), monday_of(today, shift + 1))
    if unit == "month":
        first = today.replace(day=1)
        return _period(add_months(first, shift), add_months(first, shift + 1))
    if unit == "year":
        year = today.year + shift
        return _period(date(year, 1, 1), date(year + 1, 1, 1))
    return None


def edge(roles: Roles, now: datetime) -> Day | None:
    """Where a week, a month or a year begins, has its middle or ends: "the end of the month".

    Roles: `edge`, and those of `stretch`.
    """
    found = stretch(roles, now)
    if found is None or roles.one("unit") == "day":
        return None
    first, days = found.start.date(), (found.end - found.start).days
    ahead = {"first": 0, "middle": days // 2 - 1, "last": days - 1}[roles.one("edge")]
    return Day(first + timedelta(days=ahead))


def _month(month: int, year: int | None, today: date, *, gone: bool = False) -> Period:
    """That month; the present one counts as itself, one that is over is next year's.

    With `gone` it is the last one before the present.
    """
    first = date(year or today.year, month, 1)
    if gone:
        first = date(today.year - (month >= today.month), month, 1)
    elif year is None and month < today.month:
        first = first.replace(year=today.year + 1)
    return _period(first, add_months(first, 1))


def days(roles: Roles, now: datetime) -> Period | None:
    """From one date to another, the last one included.

    Roles `first` and `last`, or `weekday_from` and `weekday_to`.
    """
    if roles.has("weekday_from"):
        both = (roles.one("weekday_from"), roles.one("weekday_to"))
        first, last = (weekday_date(one, None, now.date()) for one in both)
    else:
        first, last = roles.one("first").date, roles.one("last").date
    if last < first and (roles.has("weekday_to") or roles.one("last").weekday):
        last += timedelta(days=7)
    return _period(first, last + timedelta(days=1)) if first <= last else None


def days_of_month(roles: Roles, now: datetime) -> Period | None:
    """From one day of a month to another; roles `dayno` and `last`, `month` and `year`.

    `last_date` is a day and its month in one. With `at` the first number is an hour: "at 9 until
    24 December".
    """
    if roles.has("at"):
        return None
    last_day, last_month = roles.one("last_date", (roles.one("last"), roles.one("month")))
    numbers = [roles.one("dayno"), last_day]
    first, last = (one.value if isinstance(one, Ordinal) else one for one in numbers)
    month, year = last_month, roles.one("year")
    end = date(year, month, last) if year else next_date(last, month, now.date())
    if end is None or first > last:
        return None
    return _period(end.replace(day=first), end + timedelta(days=1))


def _period(first: date, end: date) -> Period:
    return Period(datetime.combine(first, time()), datetime.combine(end, time()))
