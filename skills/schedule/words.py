"""What is said of bookings: a line each, and the times in them."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from core.model import Choice, wall
from core.skill import Context
from core.skill.recurrences import every_when, upper
from core.study import Booking, Room
from core.texts import shortened

NEAR = 2
"""Days that have a word of their own: "tomorrow"."""
LINE, LABEL = 200, 40
"""Characters of a title in a list, and on a button."""


def titled(ctx: Context, text: str) -> str:
    """A title as it is shown: without what only the sentence around it needed."""
    text = " ".join(text.split()).strip(" .,;:!?")
    dropped = ctx.texts.attribute(ctx.language, "schedule-tidy", "dropped")
    before = None
    while dropped and before != text:
        before, text = text, re.sub(dropped, "", text, flags=re.IGNORECASE).strip(" .,;:!?")
    return upper(text)


def what(ctx: Context, one: Booking) -> str:
    """What it is and where: "Maths (Library)"."""
    if one.title and one.place:
        return f"{shortened(one.title, LINE)} ({one.place})"
    return shortened(one.title, LINE) or one.place or ctx.text("schedule-untitled")


def when(ctx: Context, begins: datetime, ends: datetime, zone: str | None = None) -> str:
    """As "Tomorrow, Thursday 19 November, 15:00–17:00", by the person's clock unless it is said."""
    return upper(within(ctx, begins, ends, zone))


def within(ctx: Context, begins: datetime, ends: datetime, zone: str | None = None) -> str:
    """The same where it stands in the middle of a sentence."""
    here = zone or ctx.zone
    start, end, now = wall(begins, here), wall(ends, here), wall(ctx.now, here)
    said = f"{ctx.when(start, now=now)}–{ctx.texts.clock(end)}"
    near = 0 <= (start.date() - now.date()).days <= NEAR
    return said[:1].lower() + said[1:] if near else said  # no weekday, which German writes large


def clocks(ctx: Context, begins: datetime, ends: datetime) -> str:
    """As "15:00–17:00"; midnight at the end is 24:00."""
    start, end = wall(begins, ctx.zone), wall(ends, ctx.zone)
    last = "24:00" if end.time() == datetime.min.time() else ctx.texts.clock(end)
    return f"{ctx.texts.clock(start)}–{last}"


def again(ctx: Context, one: Booking) -> str:
    """How often it comes again; only for a series."""
    assert one.every is not None
    return every_when(ctx, one.every, one.wall)


def line(ctx: Context, one: Booking, begins: datetime, ends: datetime) -> str:
    """One of a day's list."""
    said = f"{clocks(ctx, begins, ends)} {what(ctx, one)}"
    return f"• {said} ({again(ctx, one)})" if one.every else f"• {said}"


def by_day(ctx: Context, found: Sequence[tuple[datetime, datetime, Booking]]) -> str:
    """A list with the name of each day over it."""
    lines: list[str] = []
    last = None
    for begins, ends, one in found:
        day = wall(begins, ctx.zone).date()
        if day != last:
            lines.append(f"{upper(ctx.texts.day(ctx.language, day, ctx.local.date()))}:")
            last = day
        lines.append(line(ctx, one, begins, ends))
    return "\n".join(lines)


def label_of(ctx: Context, one: Booking, begins: datetime) -> str:
    """On a button: what it is, and when."""
    start = wall(begins, ctx.zone)
    day = ctx.texts.day(ctx.language, start.date(), ctx.local.date())
    return f"{shortened(what(ctx, one), LABEL)}: {day}, {ctx.texts.clock(start)}"


def time_choices(
    ctx: Context,
    intent: str,
    room: Room,
    times: Sequence[datetime],
    length: timedelta,
    id: str = "",
) -> list[Choice]:
    """Buttons of times at which a room is free."""
    minutes = str(int(length.total_seconds() // 60))
    where = {"id": id} if id else {"room": room.id, "mins": minutes}
    return [
        Choice(
            f"{room.title}: {within(ctx, at, at + length)}",
            intent,
            {**where, "at": at.strftime("%Y%m%d%H%M")},
        )
        for at in times
    ]


def seats(ctx: Context, room: Room) -> str:
    """A room with its seats: "Library (6 seats)"."""
    return (
        ctx.text("schedule-seats", room=room.title, count=room.seats) if room.seats else room.title
    )
