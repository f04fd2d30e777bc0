"""Which days a report is about, and how they are told."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from core.model import Duration, Moment, Period, Recurrence, instant, wall
from core.skill import Context
from core.study import Measure, Query

USUAL: dict[Measure, int] = {"new": 30, "accuracy": 30, "failing": 30, "idle": 14, "studied": 7}
"""Days, up to today, where nobody names a time; of the others it is a week."""
MOST_DAYS = 3_700
DAY = timedelta(days=1)
COMING: tuple[Measure, ...] = ("rooms",)
"""What is known of days to come, too."""
Said = Period | Moment | Duration | Recurrence | None


def period(ctx: Context, measure: Measure, when: Said, span: str | None) -> tuple[date, int]:
    """The first day and how many, by what was said, by the word or button `span`, or as usual."""
    today = ctx.local.date()
    found = _said(when, today) or _spanned(span or "", today)
    if found is None:
        days = USUAL.get(measure, 7)
        return today - DAY * (days - 1), days
    first, until = found
    if measure == "idle" and isinstance(when, Moment):  # since then, however it was put
        away = abs((first - today).days)
        first = first if away <= 7 else today - DAY * (away - 1)
        until = max(until, today + DAY)
    if measure not in COMING:
        while first > today:  # "on Monday", "in October": the one that was
            back = timedelta(days=7 if first - today <= timedelta(days=7) else 365)
            first, until = first - back, (until - back if isinstance(when, Period) else until)
        until = min(until, today + DAY)
    return first, min(max((until - first).days, 1), MOST_DAYS)


def written(query: Query) -> str:
    """The days as a button carries them: "20261109x7"."""
    return f"{query.first:%Y%m%d}x{query.days}"


def edges(ctx: Context, query: Query) -> list[datetime]:
    """When each day, week or month of the period begins, and the last one ends: aware."""
    days, day = [query.first], query.first
    while day < query.until:
        if query.by == "month":
            day = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
        else:
            day += DAY if query.by == "day" else timedelta(days=7)
        days.append(min(day, query.until))
    return [instant(datetime.combine(one, time()), ctx.zone) for one in days]


def ends(ctx: Context, query: Query) -> tuple[datetime, datetime]:
    """When the period begins and ends: aware."""
    both = (datetime.combine(day, time()) for day in (query.first, query.until))
    since, until = (instant(one, ctx.zone) for one in both)
    return since, until


def in_words(ctx: Context, query: Query) -> str:
    """The period within a sentence: "from 9 to 15 November"."""
    last = query.until - DAY
    if last == query.first:
        return ctx.text("analyst-period-day", day=day_of(ctx, last))
    if (query.first.year, query.first.month) == (last.year, last.month):
        first = str(query.first.day)
        return ctx.text("analyst-period-month", first=first, last=day_of(ctx, last))
    return ctx.text("analyst-period", first=day_of(ctx, query.first), last=day_of(ctx, last))


def day_of(ctx: Context, day: date) -> str:
    """A date within a sentence."""
    near = day.year == ctx.local.year
    return _formatted(ctx, day, ctx.text("analyst-date" if near else "analyst-date-with-year"))


def labels(ctx: Context, query: Query, begins: Sequence[datetime]) -> list[str]:
    """What each stretch of the period is called in a table: "Mon 9", "Nov"."""
    pattern = ctx.text(f"analyst-column-{query.by}")
    return [_formatted(ctx, wall(one, ctx.zone).date(), pattern) for one in begins]


def _formatted(ctx: Context, day: date, pattern: str) -> str:
    from babel.dates import format_date  # 30 ms: only who says a date

    return str(format_date(day, pattern, locale=ctx.language))


def _said(when: Said, today: date) -> tuple[date, date] | None:
    match when:
        case Period(start=start, end=end):
            if start.time() == time():
                return start.date(), end.date() + (DAY if end.time() > time() else timedelta())
            # "The last seven days" are counted from now: today is one of them.
            return start.date() + DAY, end.date() + DAY
        case Moment(at=at, dated=True):
            return at.date(), at.date() + DAY
        case Duration(seconds=seconds):
            days = min(max(round(seconds / 86_400), 1), MOST_DAYS)
            return today - DAY * (days - 1), today + DAY
        case Recurrence(start=date() as first, until=date() as last):
            return first, last + DAY
    return None


def _spanned(span: str, today: date) -> tuple[date, date] | None:
    """Of a button, or of the words that are no time by the grammar ("lately")."""
    begins, _, days = span.partition("x")
    if days.isdecimal() and begins.isdecimal() and len(begins) == 8:
        try:
            first = datetime.strptime(begins, "%Y%m%d").date()  # noqa: DTZ007  # a day has no zone
            return first, first + DAY * min(int(days), MOST_DAYS)
        except (ValueError, OverflowError):
            return None
    lengths = {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365, "ever": MOST_DAYS}
    if span not in lengths:
        return None
    return today - DAY * (lengths[span] - 1), today + DAY
