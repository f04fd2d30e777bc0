"""The week, a line a day: what has its time, and what is spread over the days to study."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime

from core.model import wall
from core.skill import Context
from skills.curator.known import DAY, DAYS, Known, Studying
from skills.curator.steps import lesson_of, paper

USUAL_DAYS = 5
"""To study on, where nobody has said: two stay free."""
MOST_CARDS = 30
"""Of one day: what is more goes to the next."""
WITHOUT_DEADLINE = 2
"""Lessons a week."""
SATURDAY = 5


def laid_out(ctx: Context, known: Known) -> list[str]:
    """The lines; none where there is nothing to plan."""
    if not _anything(known):
        return []
    today = ctx.local.date()
    days = [today + DAY * number for number in range(DAYS)]
    studied = _to_study(ctx, known, days)
    items: dict[date, list[str]] = defaultdict(list)
    for at, text in _times(ctx, known):
        items[at.date()].append(text)
    for day, count in _cards(ctx, known, studied).items():
        items[day].append(ctx.text("curator-cards", count=count, decks=""))
    for one in known.courses:
        for day, place in _lessons(ctx, one, studied):
            items[day].append(lesson_of(ctx, one, place))
    papers = list(known.papers)
    for day in studied:
        if papers and not items[day]:
            newest = papers.pop(0)
            items[day].append(paper(ctx, newest.title, newest.total))
    free = ctx.text("curator-free")
    lines = [
        f"• {ctx.texts.day(ctx.language, day, today)}: {'; '.join(items[day]) or free}"
        for day in days
    ]
    notes = [ctx.text("curator-note", text=text) for text in known.notes[:2]]
    return [*lines, *(f"• {one}" for one in (*notes, *_goals(ctx, known, len(studied))))]


def _anything(known: Known) -> bool:
    return bool(
        known.cards or known.courses or known.sessions or known.reminders or known.papers
        or known.notes
    )  # fmt: skip


def _to_study(ctx: Context, known: Known, days: Sequence[date]) -> list[date]:
    """The days to study on: as many as the person wants, the others stay free.

    A day with a session is one; Sunday and Saturday are free first, then late days; today last.
    """
    booked = {begin.date() for begin, _, _ in known.sessions}
    wanted = known.days or USUAL_DAYS

    def freedom(day: date) -> tuple[bool, bool, int, int]:
        weekend = max(day.weekday(), SATURDAY - 1)
        return day in booked, day == days[0], -weekend, -day.toordinal()

    free = sorted(days, key=freedom)[: DAYS - wanted]
    return [day for day in days if day not in free or day in booked]


def _times(ctx: Context, known: Known) -> list[tuple[datetime, str]]:
    """What has its time of the day, in order."""
    session, clock = ctx.text("curator-session"), ctx.texts.clock
    found = [(at, f"{clock(at)} {text}") for at, text in known.reminders]
    for begin, end, title in known.sessions:
        found.append((begin, f"{clock(begin)}–{clock(end)} {title or session}"))
    return sorted(found)


def _cards(ctx: Context, known: Known, days: Sequence[date]) -> dict[date, int]:
    """How many cards on which day: when they are due or soon after, and not too many at once."""
    waiting = sorted(max(wall(one.due, ctx.zone).date(), ctx.local.date()) for one in known.cards)
    found: dict[date, int] = {}
    for day in days:
        ready = sum(due <= day for due in waiting)
        count = ready if day == days[-1] else min(ready, MOST_CARDS)
        if count:
            found[day], waiting = count, waiting[count:]
    return found


def _lessons(ctx: Context, one: Studying, days: Sequence[date]) -> list[tuple[date, int]]:
    """The lessons of a course that this week has: evenly, and all of them before its deadline."""
    today = ctx.local.date()
    left = len(one.places)
    count = min(left, WITHOUT_DEADLINE)
    usable = list(days)
    if one.deadline is not None:
        until = max((one.deadline - today).days + 1, 1)
        count = min(-(-left * DAYS // until), left) if until > DAYS else left
        usable = [day for day in days if day <= one.deadline] or [today]
    if not usable:
        return []
    places = one.places[:count]
    return [(usable[number * len(usable) // count], place) for number, place in enumerate(places)]


def _goals(ctx: Context, known: Known, days: int) -> list[str]:
    """What the person wants to reach, and how much that is for each day to study on."""
    lines = [ctx.text("curator-goal", goal=goal) for goal in known.goals]
    if known.minutes and days:
        a_day = -(-known.minutes // days)
        lines.append(ctx.text("curator-minutes", minutes=known.minutes, days=days, each=a_day))
    return lines
