"""Bookings are kept: with their claims, their alerts, and whatever the clock asks of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from core.model import Event, Recurrence, Reply, instant, wall
from core.skill import Context, every, on
from core.skill.recurrences import date_of
from core.study import Booking, Room
from skills.schedule import places
from skills.schedule.words import clocks, what

MOVED = "zone.changed"
SOON = "schedule.soon"
HORIZON = timedelta(weeks=12)
"""How far ahead a series has its room; each week it is drawn on."""
KEPT = timedelta(days=180)
"""How long a booking that is over stays in the calendar."""
MOST_KEPT = 2000
LATE = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class Kept:
    """How it went."""

    booking: Booking
    refused: str = ""
    """Why it was not kept: `closed` or `taken`."""
    lost: tuple[datetime, ...] = ()
    """Naive wall times of a series at which the room is taken."""
    clash: Booking | None = None
    """Something else that the person has at that time."""


async def upcoming(ctx: Context) -> list[Booking]:
    """The person's bookings that are not over."""
    kept = await ctx.records(Booking).list(MOST_KEPT)
    return [one for one in kept if one.every is not None or one.end > ctx.now]


async def between(
    ctx: Context, begins: datetime, ends: datetime
) -> list[tuple[datetime, datetime, Booking]]:
    """All that takes place in that time (aware), in order."""
    kept = await ctx.records(Booking).list(MOST_KEPT)
    found = [(*times, one) for one in kept for times in one.between(begins, ends)]
    return sorted(found, key=lambda one: one[:2])


def coming(ctx: Context, one: Booking) -> tuple[datetime, datetime] | None:
    """Its next occurrence that is not over."""
    return next(one.between(ctx.now, ctx.now + timedelta(days=800)), None)


async def keep(ctx: Context, booking: Booking, room: Room | None) -> Kept:
    """Adds it, or puts it back if it has an id; claims its room, or says why that is not possible.

    Whoever claims at the same time and is quicker has it: this turn is then run again.
    """
    lost: tuple[datetime, ...] = ()
    times: Sequence[places.Times] = ()
    if room is not None:
        if not places.is_open(room, booking.start, booking.end):
            return Kept(booking, "closed")
        lost = _lost(ctx, booking, room)
        booking = replace(booking, without=(*booking.without, *lost))
        times = list(booking.between(ctx.now, ctx.now + HORIZON)) if booking.every else ()
        if booking.every is None:
            times = [(booking.start, booking.end)]
        if (booking.every is None and lost) or not times:
            return Kept(booking, "taken")
        if booking.every is not None:
            booking = replace(booking, start=times[0][0], end=times[0][1])
    booking = replace(booking, changed=ctx.now)
    clash = await _clash(ctx, booking)
    if booking.id:
        await ctx.records(Booking).put(booking)
    else:
        booking = await ctx.records(Booking).add(booking)
    ctx.records(Booking).claim(booking.id, *(places.claims(room, times) if room else ()))
    set_alert(ctx, booking)
    return Kept(booking, "", lost, clash)


def _lost(ctx: Context, booking: Booking, room: Room) -> tuple[datetime, ...]:
    """Wall times at which the room is another's."""
    until = ctx.now + HORIZON if booking.every else booking.end
    since = ctx.now if booking.every else booking.start
    return tuple(
        wall(begins, booking.zone)
        for begins, ends in booking.between(since, until)
        if places.is_taken(ctx, room, begins, ends, booking.id)
    )


async def _clash(ctx: Context, booking: Booking) -> Booking | None:
    found = await between(ctx, booking.start, booking.end)
    return next((one for _, _, one in found if one.id != booking.id), None)


async def remove(ctx: Context, booking: Booking) -> None:
    """Takes it out of the calendar; its room is free again."""
    await ctx.records(Booking).remove(booking.id)
    ctx.forget(_key(booking))


def set_alert(ctx: Context, booking: Booking) -> None:
    """Has the next occurrence announced, where the person wants that."""
    ctx.forget(_key(booking))
    ahead = timedelta(minutes=booking.alert)
    if not ahead or booking.target is None:
        return
    days = booking.between(ctx.now, ctx.now + timedelta(days=800))
    begins = next((begins for begins, _ in days if begins - ahead > ctx.now), None)
    if begins is not None:
        payload = {"id": booking.id, "begins": begins.isoformat()}
        ctx.later(SOON, begins - ahead, key=_key(booking), payload=payload, target=booking.target)


def _key(booking: Booking) -> str:
    return f"session/{booking.id}"


@on(SOON)
async def soon(ctx: Context, event: Event) -> Reply | None:
    """Announces a session; nothing is said of one that has begun meanwhile, or is off."""
    booking = await ctx.records(Booking).get(str(event.payload["id"]))
    if booking is None:
        return None
    ctx.language = booking.language or ctx.language
    set_alert(ctx, booking)
    begins = datetime.fromisoformat(str(event.payload["begins"]))
    times = next(booking.between(begins, begins + timedelta(seconds=1)), None)
    if times is None or times[0] != begins or begins <= ctx.now:
        return None
    minutes = -(-(begins - ctx.now) // timedelta(minutes=1))
    said = what(ctx, booking)
    return ctx.reply("schedule-soon", minutes=minutes, what=said, times=clocks(ctx, *times))


@on(MOVED)
async def moved(ctx: Context, event: Event) -> None:
    """Sessions of one's own keep their wall time; a room stays where it is, with its instants."""
    bookings = ctx.records(Booking)
    for one in await bookings.list(MOST_KEPT):
        if one.room or (one.every is None and one.end <= ctx.now):
            continue
        start = instant(wall(one.start, one.zone), ctx.zone)
        there = replace(one, zone=ctx.zone, start=start, end=start + one.length)
        there = replace(there, sequence=one.sequence + 1, changed=ctx.now)
        await bookings.put(there)
        set_alert(ctx, there)


@every(Recurrence("week", weekdays=(6,), at=time(4)))
async def draw_on(ctx: Context, event: Event) -> Reply | None:
    """Draws series on into the weeks to come, tells what is taken there, and lets the past go."""
    told: list[str] = []
    for one in await ctx.records(Booking).list(MOST_KEPT):
        if one.every is None:
            if one.end + KEPT < ctx.now:
                await remove(ctx, one)
            continue
        if coming(ctx, one) is None:
            continue  # it is over, and stays to be looked at
        told += await _drawn(ctx, one)
    if not told:
        return None
    return ctx.reply("schedule-lost-later", lines="\n".join(told))


async def _drawn(ctx: Context, one: Booking) -> list[str]:
    """One series moved on to its next occurrence; lines about those that are taken."""
    room = await ctx.records(Room).get(one.room) if one.room else None
    lost = _lost(ctx, one, room) if room else ()
    there = replace(one, without=(*one.without, *lost))
    begins, ends = coming(ctx, there) or (one.start, one.end)
    there = replace(there, start=begins, end=ends)
    if lost:
        there = replace(there, sequence=one.sequence + 1, changed=ctx.now)
    await ctx.records(Booking).put(there)
    if room is not None:
        times = there.between(ctx.now, ctx.now + HORIZON)
        ctx.records(Booking).claim(one.id, *places.claims(room, times))
    if lost and one.target is not None:
        ctx.target, ctx.language = one.target, one.language or ctx.language
        return [f"• {what(ctx, one)}: {days_of(ctx, lost)}"]
    return []


def days_of(ctx: Context, walls: Iterable[datetime]) -> str:
    """Dates in a row."""
    return ", ".join(date_of(ctx, one.date()) for one in walls)
