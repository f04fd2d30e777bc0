"""What is said of reminders: their lines in a list, and how often they come again."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time

from core.model import Recurrence
from core.skill import Context
from core.study import Reminder
from core.texts import shortened

WORKDAYS = (0, 1, 2, 3, 4)
LAST_DAY = 31
"""Of the month: as arithmetic has it, the last one of any."""
MORNING = time(9)
"""When a day is named and no clock time."""
LINE = 300
"""Characters of a reminder in a list."""


def tidied(ctx: Context, text: str) -> str:
    """Without what only the sentence around it needed: "to", German "zu" before its verb."""
    text = text.strip(" .,;:!")
    dropped = ctx.texts.attribute(ctx.language, "reminders-tidy", "dropped")
    return re.sub(dropped, "", text, flags=re.IGNORECASE) if dropped else text


def lines_of(ctx: Context, reminders: Sequence[Reminder]) -> str:
    """Without numbers: where there are buttons, these have them."""
    return "\n".join(f"• {_line(ctx, one)}" for one in reminders)


def _line(ctx: Context, one: Reminder) -> str:
    when, text = upper(ctx.when(one.wall)), shortened(one.text, LINE)
    if one.every is None:
        return ctx.text("reminders-line", when=when, text=text)
    every = every_when(ctx, one.every, one.wall)
    return ctx.text("reminders-line-again", when=when, text=text, every=every)


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
        which = ctx.text("reminders-which", nth=every.nth)
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
