"""What is in a person's schedule, and when there is room in it, or in a room."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from core.model import Choice, Duration, Moment, Period, Reply, instant, wall
from core.skill import Context, intent
from core.skill.recurrences import upper
from core.study import Reminder, Room
from skills.schedule import places, words
from skills.schedule.keeping import between
from skills.schedule.times import LONGEST, USUAL, stretch

MOST_SHOWN = 20
MOST_ROOMS = 5
WAKING = (8, 22)
"""Hours of a day of one's own that are looked through."""
PARTS = {"morning": (8, 12), "afternoon": (12, 18), "evening": (18, 22)}


@intent("schedule.week")
async def week(
    ctx: Context,
    when: Moment | Period | None = None,
    first: str | None = None,
    spoken: str | None = None,
) -> Reply:
    """What is booked, by day: of one day or period where one is named, else the next seven days.

    `first`: only what comes next. `spoken`: the time belongs to the sentence, and is found in it.
    """
    if spoken:
        values = (one.value for one in ctx.spans(ctx.said))
        when = next((one for one in values if isinstance(one, Moment | Period)), None)
    start, end = stretch(ctx, when)
    begins, ends = instant(start, ctx.zone), instant(end, ctx.zone)
    if first:
        begins, ends = ctx.now, ctx.now + timedelta(days=400)
    elif when is None:
        begins = ctx.now
    found = await between(ctx, begins, ends)
    due = [one for one in await ctx.records(Reminder).due(ends) if one.due >= begins]
    told = "\n" + ctx.text("schedule-week-reminders", count=len(due)) if due and not first else ""
    choices = [ctx.button("reminders.list")] if told else []
    if not found:
        choices = [ctx.button("schedule.book"), *choices]
        text_id, days = "schedule-week-none-then", _days(ctx, start, end)
        none = ctx.text("schedule-week-none") if when is None else ctx.text(text_id, days=days)
        return Reply(none + told, choices=tuple(choices))
    shown = found[: 1 if first else MOST_SHOWN]
    lines = words.by_day(ctx, shown)
    if not first and len(found) > len(shown):
        lines += "\n" + ctx.text("schedule-week-more", count=len(found) - len(shown))
    return ctx.reply("schedule-week-done", lines=lines + told, choices=choices)


@intent("schedule.free")
async def free(
    ctx: Context,
    text: str | None = None,
    hours: Period | None = None,
    when: Moment | None = None,
    length: Duration | None = None,
    room: str | None = None,
) -> Reply:
    """Whether and when a room is free, or which; or the person. `room`: `any`, or `own`."""
    rooms = await places.all_rooms(ctx)
    place, _ = places.room_in(ctx, text or "", rooms)
    hours, when, part = _part(ctx, hours, when)
    asked = _asked(ctx, hours, when, length)
    if room == "own" or (place is None and not _speaks_of_rooms(ctx, text, room)):
        return await _own(ctx, asked, when, hours)
    if not rooms:
        return ctx.reply("schedule-rooms-none-yet")
    if place is None and room != "any":
        lines = "\n".join(f"• {words.seats(ctx, one)}" for one in rooms)
        return ctx.reply("schedule-free-unknown", lines=lines)
    chosen = [place] if place else rooms
    if asked is None or part:
        return _gaps(ctx, chosen, *stretch(ctx, hours or when))
    return _at(ctx, chosen, *asked)


def _speaks_of_rooms(ctx: Context, text: str | None, room: str | None) -> bool:
    return room == "any" or bool(text)


def _part(
    ctx: Context, hours: Period | None, when: Moment | None
) -> tuple[Period | None, Moment | None, bool]:
    """The whole afternoon, where that is all that was said of the time; and whether it was."""
    if hours is not None or when is None or not (when.clocked and when.vague):
        return hours, when, False
    for name, (opens, closes) in PARTS.items():
        said = ctx.texts.attribute(ctx.language, "schedule-part", name)
        if said and re.search(said, ctx.said, re.IGNORECASE):
            day = when.at.replace(hour=0, minute=0, second=0, microsecond=0)
            start, end = (day + timedelta(hours=one) for one in (opens, closes))
            return Period(start, end), None, True
    return hours, when, False


def _asked(
    ctx: Context, hours: Period | None, when: Moment | None, length: Duration | None
) -> places.Times | None:
    """The clock times that are asked about, now if none are; None: whole days."""
    if hours is not None and hours.end - hours.start <= LONGEST:
        start = hours.start
        if when and when.dated:
            start = datetime.combine(when.at.date(), start.time())
        begins = instant(start, ctx.zone)
        return begins, begins + (hours.end - hours.start)
    if hours is not None or (when and not when.clocked):
        return None
    begins = instant(when.at, ctx.zone) if when else ctx.now.replace(second=0, microsecond=0)
    return begins, begins + (timedelta(seconds=length.seconds) if length else USUAL)


def _at(ctx: Context, rooms: Sequence[Room], begins: datetime, ends: datetime) -> Reply:
    """Which of the rooms are free then; when they are next, where none is."""
    times, length = words.when(ctx, begins, ends), ends - begins
    open_then = [
        one
        for one in rooms
        if places.is_open(one, begins, ends) and not places.is_taken(ctx, one, begins, ends)
    ]
    if open_then:
        shown = open_then[:MOST_ROOMS]
        choices = [_booked_by(ctx, one, begins, length) for one in shown]
        if len(rooms) == 1:
            return ctx.reply("schedule-free-yes", choices=choices, room=rooms[0].title, when=times)
        lines = "\n".join(f"• {words.seats(ctx, one)}" for one in open_then)
        return ctx.reply("schedule-free-rooms", choices=choices, lines=lines, when=times)
    choices = [
        choice
        for one in rooms[:MOST_ROOMS]
        for choice in words.time_choices(
            ctx,
            "schedule.book",
            one,
            places.next_free(
                ctx, one, max(begins, ctx.now), length, most=3 if len(rooms) == 1 else 1
            ),
            length,
        )
    ]
    if len(rooms) > 1:
        return ctx.reply("schedule-free-none", choices=choices, when=times)
    text_id = "schedule-free-no"
    if not places.is_open(rooms[0], begins, ends):
        text_id = "schedule-free-closed"
    room = rooms[0]
    opens, closes = f"{room.opens:02}:00", f"{room.closes:02}:00"
    return ctx.reply(
        text_id, choices=choices, room=room.title, when=times, opens=opens, closes=closes
    )


def _booked_by(ctx: Context, room: Room, begins: datetime, length: timedelta) -> Choice:
    [choice] = words.time_choices(ctx, "schedule.book", room, [begins], length)
    label = ctx.text("schedule-free-book", room=room.title)
    return Choice(label, choice.intent, choice.slots)


def _gaps(ctx: Context, rooms: Sequence[Room], start: datetime, end: datetime) -> Reply:
    """When they are free on those days."""
    lines = []
    for room in rooms:
        begins, ends = instant(start, ctx.zone), instant(end, ctx.zone)
        found = places.gaps(ctx, room, max(begins, ctx.now), ends)
        lines += _gap_lines(ctx, found, f"{room.title}: ")
    days = _days(ctx, start, end)
    if not lines:
        return ctx.reply("schedule-free-full", days=days)
    return ctx.reply("schedule-free-gaps", lines="\n".join(lines[:MOST_SHOWN]), days=days)


def _gap_lines(ctx: Context, gaps: Sequence[places.Times], name: str = "") -> list[str]:
    """A line for each day that has any."""
    by_day: dict[str, list[str]] = {}
    for begins, ends in gaps:
        day = wall(begins, ctx.zone).date()
        label = ctx.texts.day(ctx.language, day, ctx.local.date())
        by_day.setdefault(label, []).append(words.clocks(ctx, begins, ends))
    return [f"• {name}{day}, {', '.join(times)}" for day, times in by_day.items()]


async def _own(
    ctx: Context, asked: places.Times | None, when: Moment | None, hours: Period | None
) -> Reply:
    """Whether the person has anything then; or when there is nothing."""
    if asked is not None and (when or hours):
        found = await between(ctx, *asked)
        times = words.when(ctx, *asked)
        if not found:
            return ctx.reply("schedule-free-you", when=times)
        return ctx.reply("schedule-free-busy", lines=words.by_day(ctx, found))
    start, end = stretch(ctx, hours or when)
    found = await between(ctx, instant(start, ctx.zone), instant(end, ctx.zone))
    busy = [(begins, ends) for begins, ends, _ in found]
    gaps: list[places.Times] = []
    day = start
    while day < end:
        opens, closes = (instant(day + timedelta(hours=one), ctx.zone) for one in WAKING)
        opens = max(opens, places.rounded(ctx.now))
        if opens < closes:
            gaps += places.without((opens, closes), busy)
        day += timedelta(days=1)
    lines = "\n".join(_gap_lines(ctx, gaps))
    if not lines:
        return ctx.reply("schedule-free-full-you", days=_days(ctx, start, end))
    return ctx.reply("schedule-free-gaps-you", lines=lines)


def _days(ctx: Context, start: datetime, end: datetime) -> str:
    """The days from midnight to midnight, in words."""
    today = ctx.local.date()
    first = ctx.texts.day(ctx.language, start.date(), today)
    last = ctx.texts.day(ctx.language, (end - timedelta(minutes=1)).date(), today)
    return upper(first) if first == last else f"{upper(first)} – {last}"
