"""Which room somebody means, and when it is free."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta

from core.model import instant, wall
from core.skill import Context
from core.store.claims import Claim
from core.store.terms import terms
from core.study import Booking, Room

MOST_ROOMS = 200
WORD = re.compile(r"\w+")
AHEAD = timedelta(days=7)
"""How far free times are looked for."""
GRAIN = timedelta(minutes=15)
"""Free times that are offered begin at such a minute."""

Times = tuple[datetime, datetime]
"""Begin and end, aware."""


async def all_rooms(ctx: Context) -> list[Room]:
    """Those of the workspace, by their names."""
    rooms = await ctx.records(Room).list(MOST_ROOMS)
    return sorted(rooms, key=lambda room: room.title.casefold())


def room_in(ctx: Context, text: str, rooms: Iterable[Room]) -> tuple[Room | None, str]:
    """The room whose whole name stands in the text, the longest name first, and the text without
    it and the small words before it."""
    found = list(WORD.finditer(text))
    said = [_stem(ctx, one[0]) for one in found]
    small = set(ctx.text("schedule-before-room").split())
    for room in sorted(rooms, key=lambda room: -len(room.title)):
        name = [_stem(ctx, one) for one in WORD.findall(room.title)]
        for first in range(len(said) - len(name) + 1 if name else 0):
            if said[first : first + len(name)] != name:
                continue
            behind = found[first + len(name) - 1].end()
            kept = first
            while kept and found[kept - 1][0].casefold() in small:
                kept -= 1
            return room, f"{text[: found[kept].start()]} {text[behind:]}".strip()
    return None, text


def _stem(ctx: Context, word: str) -> str:
    return " ".join(terms(word, ctx.language)) or word.casefold()


def means_a_room(ctx: Context, text: str) -> bool:
    """Whether it speaks of a room, though we know none of that name."""
    wanted = {_stem(ctx, word) for word in ctx.text("schedule-room-words").split()}
    return any(_stem(ctx, word) in wanted for word in WORD.findall(text))


def key_of(room: Room) -> str:
    """Under which its times are claimed."""
    return f"room/{room.id}"


def is_open(room: Room, begins: datetime, ends: datetime) -> bool:
    """Whether it is open all that time."""
    if (room.opens, room.closes) == (0, 24):
        return True
    opens, closes = hours_of(room, wall(begins, room.zone).date())
    return opens <= begins and ends <= closes


def hours_of(room: Room, day: date) -> Times:
    """When it opens and closes on that day of its own calendar."""
    midnight = datetime.combine(day, time())
    hours = (midnight + timedelta(hours=one) for one in (room.opens, room.closes))
    opens, closes = (instant(one, room.zone) for one in hours)
    return opens, closes


def is_taken(ctx: Context, room: Room, begins: datetime, ends: datetime, own: str = "") -> bool:
    """Whether another booking than `own` has it then."""
    claimed = ctx.records(Booking).taken(key_of(room), begins, ends)
    return any(one.record != own for one in claimed)


def gaps(ctx: Context, room: Room, begins: datetime, ends: datetime, own: str = "") -> list[Times]:
    """When it is open and free between two instants, from now on."""
    claimed = ctx.records(Booking).taken(key_of(room), begins, ends)
    busy = [(one.begins, one.ends) for one in claimed if one.record != own]
    found: list[Times] = []
    day = wall(begins, room.zone).date()
    while (times := hours_of(room, day))[0] < ends:
        free = max(times[0], begins, rounded(ctx.now)), min(times[1], ends)
        found += without(free, busy)
        day += timedelta(days=1)
    return found


def without(free: Times, busy: Sequence[Times]) -> list[Times]:
    """What is left of a free time."""
    begins, ends = free
    found = []
    for taken_from, taken_to in busy:
        if begins < min(taken_from, ends):
            found.append((begins, min(taken_from, ends)))
        begins = max(begins, taken_to)
    return [*found, (begins, ends)] if begins < ends else found


def next_free(
    ctx: Context, room: Room, begins: datetime, length: timedelta, own: str = "", most: int = 3
) -> list[datetime]:
    """The next times at which it is free for so long, one in each gap."""
    found = (
        rounded(gap[0])
        for gap in gaps(ctx, room, begins, begins + AHEAD, own)
        if rounded(gap[0]) + length <= gap[1]
    )
    return list(found)[:most]


def rounded(at: datetime) -> datetime:
    """The next quarter of an hour."""
    past = timedelta(minutes=at.minute % 15, seconds=at.second, microseconds=at.microsecond)
    return at + GRAIN - past if past else at


def claims(room: Room, times: Iterable[Times]) -> list[Claim]:
    """What a booking claims of a room."""
    return [Claim(key_of(room), begins, ends) for begins, ends in times]
