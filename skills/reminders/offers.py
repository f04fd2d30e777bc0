"""Times to choose from, for somebody who does not know yet when to be reminded."""

from datetime import date, datetime, time, timedelta

from core.model import Choice, Moment
from core.skill import Context
from core.skill.recurrences import MORNING, upper

EVENING = time(19)


def soon(ctx: Context) -> list[Choice]:
    """Times to choose from, for who knows none."""
    names = ["hour", "evening", "morning"]
    if ctx.local.time() >= time(EVENING.hour - 1):
        names.remove("evening")
    return [
        Choice(ctx.text(f"reminders-later-{name}"), "reminders.later", {"until": name})
        for name in names
    ]


def next_week(ctx: Context) -> list[Choice]:
    """Its Monday, Wednesday and Friday."""
    today = ctx.local.date()
    monday = today + timedelta(days=7 - today.weekday())
    days = [monday + timedelta(days=ahead) for ahead in (0, 2, 4)]
    return [
        Choice(
            upper(ctx.texts.day(ctx.language, day, today)),
            "reminders.later",
            {"until": day.isoformat()},
        )
        for day in days
    ]


def until_when(ctx: Context, said: str) -> Moment | None:
    """What a button of `soon` or `next_week` stands for; anything else may come from outside."""
    now = ctx.local
    if said == "hour":
        return Moment(now + timedelta(hours=1), relative=True)
    if said == "evening":
        return Moment(datetime.combine(now.date(), EVENING))
    if said == "morning":
        return Moment(datetime.combine(now.date() + timedelta(days=1), MORNING))
    try:
        return Moment(datetime.combine(date.fromisoformat(said), MORNING))
    except ValueError:
        return None
