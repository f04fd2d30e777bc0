"""Rooms: teachers say which there are, everybody sees them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from core.model import Choice, Number, Period, Reply, Span
from core.model.spans import Value
from core.skill import Context, intent
from core.skill.gate import may
from core.skill.keywords import agreed
from core.skill.recurrences import upper
from core.study import Booking, Room
from core.texts import shortened
from core.understanding.zones import find_zone
from skills.schedule import places, words
from skills.schedule.keeping import MOVED

LONGEST_NAME = 60
MOST_SEATS = 1000
HOUR = timedelta(hours=1)
EDGES = " .,;:!?\"'«»„“”()"


@intent("schedule.rooms")
async def list_rooms(ctx: Context) -> Reply:
    """The rooms of the workspace, with their hours."""
    rooms = await places.all_rooms(ctx)
    if not rooms:
        return _none(ctx)
    lines = "\n".join(f"• {_line(ctx, one)}" for one in rooms)
    return ctx.reply("schedule-rooms-done", count=len(rooms), lines=lines)


@intent("schedule.open", effect="write", suggest=False, role="teacher")
async def open_room(
    ctx: Context,
    text: str,
    more: str | None = None,
    known: str | None = None,
    zone: str | None = None,
) -> Reply:
    """Adds a room, or changes one of that name; seats and hours stand in the words.

    `more`: what is said of it, where that stands apart; `known`: only one that is there is meant.
    """
    described = _Described.read(ctx, f"{text}, {more}" if more else text)
    if described.fault:
        return ctx.reply(f"schedule-open-{described.fault}")
    if ctx.person.zone is None:
        found = find_zone(zone, ctx.language, ctx.now) if zone else None
        if found is None:
            return ctx.ask("zone", "schedule-zone-unknown" if zone else "schedule-zone")
        ctx.know(zone=found)
        ctx.later(MOVED, ctx.now, key=f"{MOVED}/{ctx.person.id}", payload={"before": None})
    rooms = await places.all_rooms(ctx)
    same, _ = places.room_in(ctx, described.name, rooms)
    if same is None and known:
        return ctx.reply("schedule-room-none", room=described.name)
    if same is None and not described.name:
        return ctx.ask("text")
    if same is None and len(rooms) >= places.MOST_ROOMS:
        return ctx.reply("schedule-open-many", count=places.MOST_ROOMS)
    room = described.over(same or Room(described.name, zone=ctx.zone))
    if same is None:
        room = await ctx.records(Room).add(room)
    else:
        await ctx.records(Room).put(room)
    text_id = "schedule-open-changed" if same else "schedule-open-done"
    return ctx.reply(text_id, room=_line(ctx, room))


@intent("schedule.close", effect="write", suggest=False, role="teacher")
async def close(ctx: Context, text: str | None = None, sure: str | None = None) -> Reply:
    """Removes a room; where it is booked, after a yes."""
    rooms = await places.all_rooms(ctx)
    if not rooms:
        return _none(ctx)
    if ctx.asked and ctx.asked.intent == ctx.intent and not ctx.said:
        text = text or str(ctx.asked.slots.get("text", ""))  # the question knows what a yes is for
    room, _ = places.room_in(ctx, text or "", rooms)
    if room is None:
        choices = [Choice(one.title, "schedule.close", {"text": one.title[:20]}) for one in rooms]
        return ctx.ask("text", choices=choices[:8])
    far = ctx.now + timedelta(days=3650)
    booked = ctx.records(Booking).taken(places.key_of(room), ctx.now, far)
    answer = agreed(ctx, sure) if sure else None
    if booked and answer is None:
        ctx.slots = {"text": room.title}
        yes = Choice(ctx.text("schedule-close-yes"), "schedule.close", {"sure": "yes"})
        no = Choice(ctx.text("schedule-close-no"), "session.cancel")
        return ctx.ask("sure", choices=[yes, no], room=room.title, count=len(booked))
    if booked and not answer:
        return ctx.reply("schedule-close-kept", room=room.title)
    await ctx.records(Room).remove(room.id)
    return ctx.reply("schedule-close-done", room=room.title)


def _none(ctx: Context) -> Reply:
    mine = may(ctx.person.role, "teacher")
    return ctx.reply("schedule-rooms-yours" if mine else "schedule-rooms-none-yet")


def _line(ctx: Context, room: Room) -> str:
    opens, closes = f"{room.opens:02}:00", f"{room.closes:02}:00"
    said = words.seats(ctx, room)
    return ctx.text("schedule-room-line", room=said, opens=opens, closes=closes)


@dataclass(frozen=True, slots=True)
class _Described:
    """What was said of a room: "Library with 6 seats, open 8 to 20"."""

    name: str
    seats: int | None = None
    hours: tuple[int, int] | None = None
    fault: str = ""

    @staticmethod
    def read(ctx: Context, text: str) -> "_Described":
        """Read at midnight: a room that opens at eight does so in the morning."""
        midnight = datetime.combine(ctx.local.date(), time())
        spans = ctx.outside.spans(text, ctx.language, midnight)
        of_seats = next((one for one in spans if _counts_seats(ctx, text, one)), None)
        period = next((one for one in spans if isinstance(one.value, Period)), None)
        numbers = [one for one in spans if isinstance(one.value, Number) and one is not of_seats]
        pair = numbers[-2:] if len(numbers) > 1 and numbers[-1].end - numbers[-2].start < 12 else []
        used = [one for one in (of_seats, period, *pair) if one is not None]
        name = _named(ctx, text[: min((one.start for one in used), default=len(text))])
        seats = int(of_seats.value.value) if of_seats else None  # type: ignore[union-attr]
        if seats is not None and seats not in range(1, MOST_SEATS):
            return _Described(name, fault="seats")
        if period is None and not pair:
            return _Described(name, seats)
        said = text[period.start : period.end] if period else ""
        hours = _hours(period.value if period else None, said, [one.value for one in pair])
        return _Described(name, seats, hours, "" if hours else "hours")

    def over(self, room: Room) -> Room:
        """The room as it is now."""
        opens, closes = self.hours or (room.opens, room.closes)
        return replace(room, seats=self.seats or room.seats, opens=opens, closes=closes)


def _counts_seats(ctx: Context, text: str, span: Span) -> bool:
    """Whether it is the six of "6 seats", or of "seats 6"."""
    if not isinstance(span.value, Number):
        return False
    seat_words = set(ctx.text("schedule-seat-words").split())
    before, behind = places.WORD.findall(text[: span.start]), places.WORD.findall(text[span.end :])
    return bool(seat_words & {one.casefold() for one in (*before[-1:], *behind[:1])})


def _named(ctx: Context, text: str) -> str:
    """A name without what was said around it."""
    dropped = ctx.texts.attribute(ctx.language, "schedule-tidy", "room")
    name, before = " ".join(text.split()), None
    while name != before:
        before = name
        name = re.sub(dropped or "^$", "", name.strip(EDGES), flags=re.IGNORECASE).strip(EDGES)
    return upper(shortened(name, LONGEST_NAME))


def _hours(period: Value | None, said: str, pair: Sequence[Value]) -> tuple[int, int] | None:
    """Whole hours of one day; None where they cannot be."""
    if isinstance(period, Period):
        midnight = datetime.combine(period.start.date(), time())
        first, last = period.start.hour, -(-(period.end - midnight) // HOUR)
        digits = re.search(r"\d+", said)
        if digits and int(digits[0]) == first - 12:
            first -= 12  # "from 8 to 22" is the evening for who books, and the day for a room
    else:
        first, last = (int(one.value) for one in pair if isinstance(one, Number))
    return (first, last) if 0 <= first < last <= 24 else None
