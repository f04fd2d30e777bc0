"""How often something comes again, and dates within a sentence, in the person's language."""

from collections.abc import Sequence
from datetime import date, datetime, time

from core.model import Recurrence
from core.skill.context import Context

WORKDAYS = (0, 1, 2, 3, 4)
LAST_DAY = 31
"""Of the month: as arithmetic has it, the last one of any."""
MORNING = time(9)
"""When a day is named and no clock time."""


def every_when(ctx: Context, every: Recurrence, at: datetime) -> str:
    """A recurrence in words, without its clock time if it has one; `at` is one of its times."""
    words = _days(ctx, every, at)
    if every.also:
        clocks = [f"{clock:%H:%M}" for clock in (every.at or MORNING, *every.also)]
        words = ctx.text("reminders-every-at", every=words, times=_listed(ctx, clocks))
    if every.until is not None:
        words = ctx.text("reminders-every-until", every=words, date=date_of(ctx, every.until))
    return words


def _days(ctx: Context, every: Recurrence, at: datetime) -> str:
    """The days that it falls on."""
    if every.unit == "week" and every.every == 1 and every.weekdays == WORKDAYS:
        return ctx.text("reminders-every-workday")
    text_id, said = f"reminders-every-{every.unit}", {"every": every.every}
    weekdays = sorted(every.weekdays or (at.weekday(),))
    names = [ctx.text(f"reminders-weekday-{day}") for day in weekdays]
    if every.nth is not None:
        which = _listed(ctx, [ctx.text("reminders-which", nth=nth) for nth in every.nths])
        days = _listed(ctx, names)
        return ctx.text("reminders-every-nth", every=every.every, which=which, days=days)
    if every.unit == "week":
        return ctx.text(text_id, days=_listed(ctx, names), **said)
    if every.unit == "month" and every.day == LAST_DAY:
        return ctx.text("reminders-every-month-end", **said)
    if every.unit == "month":
        return ctx.text(text_id, day=every.day or at.day, **said)
    if every.unit == "year":
        return ctx.text(text_id, date=date_of(ctx, at.date(), year=False), **said)
    return ctx.text(text_id, **said)


def date_of(ctx: Context, day: date, *, year: bool | None = None) -> str:
    """A date within a sentence; the year is said where it is not this one."""
    from babel.dates import format_date

    with_year = day.year != ctx.local.year if year is None else year
    pattern = ctx.text("reminders-date-with-year" if with_year else "reminders-date")
    return str(format_date(day, pattern, locale=ctx.language))


def _listed(ctx: Context, names: Sequence[str]) -> str:
    if len(names) == 1:
        return names[0]
    from babel.lists import format_list

    return str(format_list(names, locale=ctx.language))


def upper(text: str) -> str:
    """A date begins the sentence, and some languages write days small."""
    return text[:1].upper() + text[1:]
