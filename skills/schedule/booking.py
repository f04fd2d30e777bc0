"""A time is booked: in a room, or for oneself."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from core.model import (
    Choice,
    Duration,
    Impossible,
    Moment,
    Period,
    Recurrence,
    Reply,
    instant,
    wall,
)
from core.skill import Context, intent
from core.study import Booking, Room
from core.understanding.zones import find_zone
from skills.schedule import places, words
from skills.schedule.keeping import MOVED, Kept, days_of, keep
from skills.schedule.times import LONGEST, SHORTEST, USUAL, Wanted
from skills.schedule.wish import ANY, OWN, Wish

GRACE = timedelta(minutes=5)
"""How long "now" lasts."""
MOST_OFFERED = 5
BOOK = "schedule.book"


@intent(BOOK, effect="write")
async def book(
    ctx: Context,
    text: str | None = None,
    hours: Period | None = None,
    every: Recurrence | None = None,
    when: Moment | Period | Recurrence | Impossible | None = None,
    length: Duration | None = None,
    room: str | None = None,
    day: str | None = None,
    at: str | None = None,
    mins: str | None = None,
    zone: str | None = None,
    said: str | None = None,
) -> Reply:
    """Books a time and repeats it as it was understood; asks when, where, and in which zone.

    The slots are those of `Wish`.
    """
    wish = Wish(text, hours, every, when, length, room, day, at, mins, zone, said)
    if ctx.asked and ctx.asked.intent == BOOK and not ctx.said:
        wish = wish.over(ctx.asked.slots)  # a button says one thing, the question knows the rest
    if ctx.person.zone is None:
        found = find_zone(wish.zone, ctx.language, ctx.now) if wish.zone else None
        if found is None:
            wish = replace(wish, said=wish.said or ctx.said)
            return _ask(ctx, wish, "zone", "schedule-zone-unknown" if zone else "schedule-zone")
        ctx.know(zone=found)
        ctx.later(MOVED, ctx.now, key=f"{MOVED}/{ctx.person.id}", payload={"before": None})
        wish = wish.read_again(ctx)
    rooms = await places.all_rooms(ctx)
    where = _where(ctx, wish, rooms)
    if isinstance(where, Reply):
        return where
    place, title = where
    time = wish.time(ctx)
    if isinstance(time, str):
        return _ask_when(ctx, wish, time)
    if place is None and wish.room == ANY:
        return _ask_where(ctx, wish, _booking(ctx, title, time, rooms[0]), rooms)
    booking = _booking(ctx, title, time, place)
    if booking.start < ctx.now - GRACE:
        past = words.when(ctx, booking.start, booking.end)
        return _ask(ctx, wish.timeless(), "when", "schedule-past", past=past)
    if not SHORTEST <= booking.length <= LONGEST:
        return ctx.reply("schedule-length", minutes=15, hours=8)
    kept = await keep(ctx, booking, place)
    if kept.refused:
        assert place is not None
        return _refused(ctx, wish, kept, place, rooms)
    minutes = booking.length / timedelta(minutes=1)
    ctx.fact("session.booked", subject=kept.booking.id, topic=booking.title, value=minutes)
    return told(ctx, kept, place, usual=time.length is None)


def _where(ctx: Context, wish: Wish, rooms: Sequence[Room]) -> Reply | tuple[Room | None, str]:
    """The room, and what it is for; or what is to be asked first."""
    text = wish.text or ""
    if wish.room == OWN:
        return None, words.titled(ctx, text)
    by_id = next((one for one in rooms if one.id == wish.room), None)
    if by_id is not None:
        return by_id, words.titled(ctx, places.room_in(ctx, text, rooms)[1])
    if wish.room and wish.room != ANY:
        found, _ = places.room_in(ctx, wish.room, rooms)
        return (found, words.titled(ctx, text)) if found else _ask_which(ctx, wish, rooms)
    found, rest = places.room_in(ctx, text, rooms)
    if found is not None:
        return found, words.titled(ctx, rest)
    if wish.room == ANY and rooms:
        return (rooms[0] if len(rooms) == 1 else None), words.titled(ctx, text)
    if wish.room == ANY or places.means_a_room(ctx, text):
        return _ask_which(ctx, wish, rooms)
    return None, words.titled(ctx, text)


def _booking(ctx: Context, title: str, time: Wanted, room: Room | None) -> Booking:
    """As it would be kept. What is said of a room is meant by the clock on its wall."""
    zone = room.zone if room else ctx.zone
    start = time.instant or instant(time.wall, zone)
    at = wall(start, zone) if time.instant else time.wall
    end = start + (USUAL if time.length is None else time.length)
    return Booking(
        title, start, end, at, zone, room.id if room else "", room.title if room else "",
        every=time.every, created=ctx.now, target=ctx.target, language=ctx.language,
    )  # fmt: skip


def told(
    ctx: Context, kept: Kept, room: Room | None, *, usual: bool = False, text_id: str = ""
) -> Reply:
    """A booking as it was understood, what is to be minded, and what can be done with it."""
    one = kept.booking
    zone = one.zone if room else ctx.zone
    said = {"when": words.when(ctx, one.start, one.end, zone), "what": words.what(ctx, one)}
    text_id = text_id or ("schedule-book-room" if room else "schedule-book-done")
    lines = [ctx.text(text_id, **said)]
    if one.every is not None:
        lines.append(ctx.text("schedule-book-again", every=words.again(ctx, one)))
    if usual:
        lines.append(ctx.text("schedule-book-usual"))
    if zone != ctx.zone and wall(one.start, zone) != wall(one.start, ctx.zone):
        yours = words.within(ctx, one.start, one.end)
        lines.append(ctx.text("schedule-book-yours", when=yours))
    if kept.lost:
        lines.append(ctx.text("schedule-book-lost", days=days_of(ctx, kept.lost)))
    if kept.clash is not None:
        lines.append(ctx.text("schedule-book-clash", what=words.what(ctx, kept.clash)))
    choices = []
    if one.start > ctx.now + timedelta(minutes=10) and not one.alert:
        label = ctx.text("schedule-remind-ten", minutes=10)
        choices.append(Choice(label, "schedule.remind", {"id": one.id, "mins": "10"}))
    label = ctx.text("schedule-cancel-this")
    choices.append(Choice(label, "schedule.cancel", {"id": one.id}))
    return Reply(" ".join(lines), choices=tuple(choices))


def _ask(
    ctx: Context, wish: Wish, slot: str, text_id: str, choices: Sequence[Choice] = (), **said: Any
) -> Reply:
    """Asks, keeping what is known of the wish."""
    ctx.intent, ctx.slots = BOOK, wish.slots
    return ctx.ask(slot, text_id, choices=choices, patient=slot == "when", **said)


def _ask_when(ctx: Context, wish: Wish, why: str) -> Reply:
    """Asks for what is missing of the time, and says what was wrong with it."""
    if why == "impossible" and isinstance(wish.when, Impossible):
        said = wish.when.said
        return _ask(ctx, wish.timeless(), "when", "schedule-impossible", said=said)
    if why == "clock":
        every = wish.when if isinstance(wish.when, Recurrence) else wish.every
        return _ask(ctx, wish.timeless(wish.told_day, every), "when", "schedule-clock")
    text_id = {"often": "schedule-often", "never": "schedule-never"}.get(why, "schedule-book-when")
    return _ask(ctx, wish.timeless(), "when", text_id)


def _ask_which(ctx: Context, wish: Wish, rooms: Sequence[Room]) -> Reply:
    """There is no room of that name; one of one's own needs none."""
    choices = [Choice(one.title, BOOK, {"room": one.id}) for one in rooms[:MOST_OFFERED]]
    choices.append(Choice(ctx.text("schedule-book-own"), BOOK, {"room": OWN}))
    wish = replace(wish, room=None)
    if not rooms:
        return _ask(ctx, wish, "room", "schedule-rooms-none", choices)
    lines = "\n".join(f"• {words.seats(ctx, one)}" for one in rooms)
    return _ask(ctx, wish, "room", "schedule-room-unknown", choices, lines=lines)


def _ask_where(ctx: Context, wish: Wish, booking: Booking, rooms: Sequence[Room]) -> Reply:
    """Which of those that are free then."""
    free = _free(ctx, rooms, booking)
    times = words.when(ctx, booking.start, booking.end)
    if not free:
        text_id = "schedule-free-none"
        bare, later = wish.timeless(booking.wall.date()), _later(ctx, booking, rooms)
        return _ask(ctx, bare, "when", text_id, later, when=times)
    choices = [Choice(words.seats(ctx, one), BOOK, {"room": one.id}) for one in free]
    return _ask(ctx, wish, "room", "schedule-book-room-which", choices, when=times)


def _free(ctx: Context, rooms: Sequence[Room], booking: Booking) -> list[Room]:
    """Rooms that could be had at the time of the booking."""
    begins, ends = booking.start, booking.end
    free = (
        one
        for one in rooms
        if places.is_open(one, begins, ends) and not places.is_taken(ctx, one, begins, ends)
    )
    return list(free)[:MOST_OFFERED]


def _later(ctx: Context, booking: Booking, rooms: Sequence[Room]) -> list[Choice]:
    """The next free times of any room."""
    found = [
        (at, room)
        for room in rooms
        for at in places.next_free(ctx, room, booking.start, booking.length, booking.id, most=1)
    ]
    found.sort(key=lambda one: (one[0], one[1].title))
    return [
        choice
        for at, room in found[:MOST_OFFERED]
        for choice in words.time_choices(ctx, BOOK, room, [at], booking.length)
    ]


def _refused(ctx: Context, wish: Wish, kept: Kept, room: Room, rooms: Sequence[Room]) -> Reply:
    """Why not, and what could be had instead: the same room later, another room now."""
    booking = kept.booking
    times = places.next_free(ctx, room, booking.start, booking.length)
    choices = words.time_choices(ctx, BOOK, room, times, booking.length)
    for one in _free(ctx, [one for one in rooms if one.id != room.id], booking)[:2]:
        choices += words.time_choices(ctx, BOOK, one, [booking.start], booking.length)
    return _ask(
        ctx, wish.timeless(booking.wall.date()), "when", f"schedule-{kept.refused}", choices,
        room=room.title, when=words.when(ctx, booking.start, booking.end, room.zone),
        opens=f"{room.opens:02}:00", closes=f"{room.closes:02}:00",
    )  # fmt: skip
