"""The time that somebody asks about: days with a name, and the bars they make."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from core.model import Duration, Moment, Period
from core.skill import Context

When = Period | Moment | Duration
DAY, WEEK = timedelta(days=1), timedelta(days=7)
MOST_DAYS, MOST_WEEKS = 31, 26
"""That are bars of their own."""
FIRST = datetime(2020, 1, 1, tzinfo=UTC)
"""Nobody has studied here before."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Local days from `start` up to and without `end`."""

    start: date
    end: date

    @property
    def days(self) -> int:
        """How many."""
        return (self.end - self.start).days

    def before(self) -> "Stretch":
        """As many days, just before these."""
        return Stretch(self.start - (self.end - self.start), self.start)

    def bars(self) -> Sequence["Stretch"]:
        """Its days, weeks or months, whichever are few enough to be seen."""
        found, day = [], self.start
        while day < self.end:
            after = self._after(day)
            found.append(Stretch(day, min(after, self.end)))
            day = after
        return found

    def _after(self, day: date) -> date:
        if self.days <= MOST_DAYS:
            return day + DAY
        if self.days <= MOST_WEEKS * 7:
            return monday(day) + WEEK
        return first_of_next(day)


def monday(day: date) -> date:
    """That its week begins with."""
    return day - timedelta(days=day.weekday())


def first_of_next(day: date) -> date:
    """The first day of the month after."""
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def this_week(ctx: Context) -> Stretch:
    """From Monday to Sunday."""
    start = monday(ctx.local.date())
    return Stretch(start, start + WEEK)


def stretch_of(ctx: Context, when: When | None, back: str | None) -> Stretch | None:
    """What was asked about, however it was found in the words; None where nothing was.

    What lies ahead is meant as it was last: "on Monday", "in November".
    """
    today = ctx.local.date()
    if isinstance(when, Duration):
        days = max(round(when.seconds / 86_400), 1)
        return Stretch(max(today - timedelta(days=days - 1), FIRST.date()), today + DAY)
    if isinstance(when, Moment):
        return _past(Stretch(when.at.date(), when.at.date() + DAY), today)
    if isinstance(when, Period):
        whole = when.end.time() == datetime.min.time()
        end = when.end.date() + (timedelta() if whole else DAY)
        return _past(Stretch(when.start.date(), max(end, when.start.date() + DAY)), today)
    return _back(ctx, back, today) if back else None


def _back(ctx: Context, back: str, today: date) -> Stretch | None:
    """The times that the grammar does not know, by the name that the sentences give them."""
    first = today.replace(day=1)
    if back == "last-month":
        return Stretch((first - DAY).replace(day=1), first)
    if back == "all":
        known = ctx.facts(FIRST)
        begun = known[0].at.date() - DAY if known else today
        return Stretch(begun.replace(day=1), today + DAY)
    lengths = {"week": 7, "month": 30, "year": 365}
    days = lengths.get(back)
    return Stretch(today - timedelta(days=days - 1), today + DAY) if days else None


def _past(found: Stretch, today: date) -> Stretch:
    if found.start <= today:
        return found
    if found.start - today < WEEK and found.days == 1:
        return Stretch(found.start - WEEK, found.end - WEEK)
    try:
        past = found.start.replace(year=found.start.year - 1)
    except ValueError:  # 29 February
        past = found.start - timedelta(days=365)
    return _past(Stretch(past, past + (found.end - found.start)), today)


def name_of(ctx: Context, stretch: Stretch) -> str:
    """As people call it: "This week", "November 2026", "3 Nov – 9 Nov"."""
    week, today = this_week(ctx), ctx.local.date()
    first = today.replace(day=1)
    if stretch == week:
        return ctx.text("progress-this-week")
    if stretch == week.before():
        return ctx.text("progress-last-week")
    if stretch == Stretch(today, today + DAY):
        return ctx.text("progress-today")
    if stretch == Stretch(today - DAY, today):
        return ctx.text("progress-yesterday")
    if stretch == Stretch(first, first_of_next(first)):
        return ctx.text("progress-this-month")
    if stretch.days == 1:
        day = ctx.texts.day(ctx.language, stretch.start, today)
        return day[:1].upper() + day[1:]
    if stretch.start.day == 1 and stretch.end == first_of_next(stretch.start):
        month = dated(ctx, stretch.start, ctx.text("progress-month-pattern"))
        return month[:1].upper() + month[1:]
    pattern = ctx.text("progress-day-pattern")
    return f"{dated(ctx, stretch.start, pattern)} – {dated(ctx, stretch.end - DAY, pattern)}"


def label_of(ctx: Context, bar: Stretch, whole: Stretch) -> str:
    """Under its bar."""
    if whole.days <= 7:
        return dated(ctx, bar.start, ctx.text("progress-weekday-pattern")).rstrip(".")
    if whole.days > MOST_WEEKS * 7:
        return dated(ctx, bar.start, "LLL").rstrip(".")
    last = whole.end - DAY
    if (whole.start.year, whole.start.month) == (last.year, last.month):
        return str(bar.start.day)
    return dated(ctx, bar.start, ctx.text("progress-day-pattern"))


def dated(ctx: Context, day: date, pattern: str) -> str:
    """A date by a pattern of CLDR."""
    from babel.dates import format_date

    return str(format_date(day, pattern, locale=ctx.language))
