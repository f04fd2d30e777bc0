"""Bookings are moved, cancelled and announced: the one meant, or of a series one or all."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from core.model import (
    Choice,
    Duration,
    Impossible,
    Moment,
    Number,
    Period,
    Recurrence,
    Reply,
    instant,
    wall,
)
from core.skill import Context, intent
from core.study import Booking, Room
from skills.schedule import places, words
from skills.schedule.booking import GRACE, told
from skills.schedule.finding import Meant, choices, lines, meant, of_all
from skills.schedule.keeping import keep, remove, set_alert
from skills.schedule.times import LONGEST, SHORTEST, clock_of, day_said
from skills.schedule.wish import read_instant

MOVE, CANCEL = "schedule.move", "schedule.cancel"
HOUR = 3600
OFFSET = 9 * HOUR
"""Seconds by which nobody moves a session: "на 17 часов" is the hour that it goes to."""
USUAL_ALERT, LONGEST_ALERT = 10, 24 * 60
"""Minutes."""


@intent(MOVE, effect="write", suggest=False)
async def move(
    ctx: Context,
    text: str | None = None,
    source: Moment | None = None,
    when: Moment | Period | Impossible | None = None,
    hours: Period | None = None,
    by: Duration | None = None,
    hour: Number | None = None,
    shift: str | None = None,
    of: str | None = None,
    id: str | None = None,
    at: str | None = None,
    day: str | None = None,
) -> Reply:
    """Moves the booking meant; asks which, when, and of a series whether all of it.

    With one time said that is where it goes: `source` is where it was, if both are said. `by` and
    `shift` (later, earlier) are counted from where it was. `day` (in ISO's letters) is where it was
    to go before another clock time was asked for.
    """
    given = {"text": text, "source": source, "when": when, "hours": hours, "by": by, "hour": hour,
             "shift": shift, "of": of, "id": id, "at": at, "day": day}  # fmt: skip
    slots = _over(ctx, MOVE, given)
    if slots.get("when") is None and slots.get("source") is not None and by is None:
        slots["when"], slots["source"] = slots.pop("source"), None
    found = await meant(ctx, slots.get("text"), slots.get("source"), slots.get("id"), it=True)
    if len({one.booking.id for one in found}) != 1:
        return _which(ctx, MOVE, slots, found)
    one = found[0]
    slots["id"] = one.booking.id
    start = _start(ctx, one, slots)
    if isinstance(start, str):
        kept = {name: slots.get(name) for name in ("id", "of", "source")}
        impossible = slots.get("when")
        said = impossible.said if isinstance(impossible, Impossible) else ""
        return _ask(ctx, MOVE, kept, "when", start, what=words.what(ctx, one.booking), said=said)
    begins, length = start
    whole = of_all(ctx, slots.get("of")) if one.booking.every else True
    if whole is None and slots.get("source") is None:
        return _one_or_all(ctx, MOVE, slots, one)
    if begins < ctx.now - GRACE:
        past = words.when(ctx, begins, begins + length)
        return _ask(ctx, MOVE, {"id": one.booking.id, "of": slots.get("of")}, "when",
                    "schedule-past", past=past)  # fmt: skip
    if not SHORTEST <= length <= LONGEST:
        return ctx.reply("schedule-length", minutes=15, hours=8)
    return await _moved(ctx, one, begins, length, slots, whole=bool(whole))


async def _moved(
    ctx: Context,
    one: Meant,
    begins: datetime,
    length: timedelta,
    slots: dict[str, Any],
    *,
    whole: bool,
) -> Reply:
    booking = one.booking
    room = await ctx.records(Room).get(booking.room) if booking.room else None
    zone = booking.zone if room else ctx.zone
    there = replace(
        booking, start=begins, end=begins + length, wall=wall(begins, zone), zone=zone,
        sequence=booking.sequence + 1,
    )  # fmt: skip
    if booking.every is None or not whole:
        there = replace(there, every=None, without=())
    else:
        every = shifted(booking.every, wall(one.begins, zone), wall(begins, zone))
        if every is None:
            return ctx.reply("schedule-move-never")
        there = replace(there, every=every, without=())
    apart = booking.every is not None and not whole
    if apart:
        await keep(ctx, _without(booking, one.begins), room)
        there = replace(there, id="", created=ctx.now, sequence=0)
    kept = await keep(ctx, there, room)
    if not kept.refused:
        return told(ctx, kept, room, text_id="schedule-move-done")
    if apart:
        await keep(ctx, booking, room)
    assert room is not None
    times = places.next_free(ctx, room, begins, length, booking.id)
    offered = words.time_choices(ctx, MOVE, room, times, length, booking.id)
    known = {"id": booking.id, "of": slots.get("of"), "source": slots.get("source"),
             "day": wall(begins, zone).date().isoformat()}  # fmt: skip
    return _ask(
        ctx, MOVE, known, "when", f"schedule-{kept.refused}", offered, room=room.title,
        when=words.when(ctx, begins, begins + length, room.zone),
        opens=f"{room.opens:02}:00", closes=f"{room.closes:02}:00",
    )  # fmt: skip


def _start(ctx: Context, one: Meant, slots: dict[str, Any]) -> tuple[datetime, timedelta] | str:
    """The new begin and length; or what is to be asked."""
    length = one.ends - one.begins
    zone = one.booking.zone if one.booking.room else ctx.zone
    old = wall(one.begins, zone)
    when, hours, by = slots.get("when"), slots.get("hours"), slots.get("by")
    when = when or clock_of(slots.get("hour"), ctx.local)
    if slots.get("at") and (stamp := read_instant(slots["at"], ctx)):
        return stamp, length
    if isinstance(when, Impossible):
        return "schedule-impossible"
    if isinstance(when, Period):
        hours, when = hours or when, None
    if by is not None and when is None and not slots.get("shift") and by.seconds >= OFFSET:
        when, by = clock_of(Number(by.seconds // HOUR), ctx.local), None
    if by is not None and when is None:
        ahead = timedelta(seconds=by.seconds)
        return one.begins - ahead if slots.get("shift") == "earlier" else one.begins + ahead, length
    if hours is not None:
        day = when.at.date() if when and when.dated else hours.start.date()
        if day == ctx.local.date():  # none was said
            day = old.date()
        start = datetime.combine(day, hours.start.time())
        return instant(start, zone), hours.end - hours.start
    if when is None:
        return "schedule-move-when"
    if when.relative:
        return ctx.now + (when.at - ctx.local), length
    day = when.at.date() if when.dated else day_said(slots.get("day")) or old.date()
    return instant(
        datetime.combine(day, when.at.time() if when.clocked else old.time()), zone
    ), length


def shifted(every: Recurrence, old: datetime, new: datetime) -> Recurrence | None:
    """A series with one of its times moved, and all others likewise; None where that is none."""
    days = (new.date() - old.date()).days
    if days and every.unit in ("month", "year"):
        return None
    if every.also:
        return None
    weekdays = tuple(sorted((day + days) % 7 for day in every.weekdays))
    return replace(every, at=new.time(), weekdays=weekdays, start=new.date())


@intent(CANCEL, effect="write", suggest=False)
async def cancel(
    ctx: Context,
    text: str | None = None,
    when: Moment | Period | None = None,
    id: str | None = None,
    of: str | None = None,
    first: str | None = None,
    it: str | None = None,
) -> Reply:
    """Cancels the booking meant; asks which, and of a series whether one or all of it.

    `it`: the one that has just been made or moved.
    """
    given = {"text": text, "when": when, "id": id, "of": of, "first": first, "it": it}
    slots = _over(ctx, CANCEL, given)
    day = slots.get("when") if isinstance(slots.get("when"), Moment) else None
    found = await meant(ctx, slots.get("text"), day, slots.get("id"), it=bool(it))
    if isinstance(slots.get("when"), Period):
        found = _within(ctx, found, slots["when"])
    if slots.get("first"):
        found = (await meant(ctx, None))[:1]
    if id and not found:
        return ctx.reply("schedule-cancel-gone")
    if len({one.booking.id for one in found}) != 1:
        return _which(ctx, CANCEL, slots, found)
    one = found[0]
    if one.booking.every is None:
        await remove(ctx, one.booking)
    else:
        whole = of_all(ctx, slots.get("of"))
        if whole is None and (day is None or not day.dated):
            slots["id"] = one.booking.id
            return _one_or_all(ctx, CANCEL, slots, one)
        if whole:
            await remove(ctx, one.booking)
            what = words.what(ctx, one.booking)
            return ctx.reply("schedule-cancel-all", what=what, every=words.again(ctx, one.booking))
        room = await ctx.records(Room).get(one.booking.room) if one.booking.room else None
        await keep(ctx, _without(one.booking, one.begins), room)
    times = words.when(ctx, one.begins, one.ends)
    return ctx.reply("schedule-cancel-done", what=words.what(ctx, one.booking), when=times)


def _within(ctx: Context, found: list[Meant], when: Period) -> list[Meant]:
    return [one for one in found if when.start <= wall(one.begins, ctx.zone) < when.end]


def _without(booking: Booking, begins: datetime) -> Booking:
    """A series that does not take place then."""
    gone = wall(begins, booking.zone)
    return replace(booking, without=(*booking.without, gone), sequence=booking.sequence + 1)


@intent("schedule.remind", effect="write", suggest=False)
async def remind(
    ctx: Context,
    text: str | None = None,
    before: Duration | None = None,
    id: str | None = None,
    mins: str | None = None,
) -> Reply:
    """Has a session announced some minutes before it begins, each time where it is a series."""
    found = await meant(ctx, text, None, id)
    if not found:
        return ctx.reply("schedule-cancel-gone" if id else "schedule-none-such")
    one = found[0]
    minutes = int(mins) if mins and mins.isdecimal() else USUAL_ALERT
    minutes = before.seconds // 60 if before else minutes
    if not 1 <= minutes <= LONGEST_ALERT:
        return ctx.reply("schedule-remind-hours", hours=LONGEST_ALERT // 60)
    if one.booking.every is None and one.begins - timedelta(minutes=minutes) <= ctx.now:
        return ctx.reply("schedule-remind-late")
    booking = replace(one.booking, alert=minutes, target=ctx.target, language=ctx.language)
    await ctx.records(Booking).put(booking)
    set_alert(ctx, booking)
    times = words.when(ctx, one.begins, one.ends)
    said = words.what(ctx, booking)
    return ctx.reply("schedule-remind-done", minutes=minutes, what=said, when=times)


def _over(ctx: Context, intent: str, given: dict[str, Any]) -> dict[str, Any]:
    """A button says one thing; the question that it answers knows the rest."""
    said = {name: value for name, value in given.items() if value is not None}
    if ctx.asked and ctx.asked.intent == intent and not ctx.said:
        return {**ctx.asked.slots, **said}
    return said


def _ask(
    ctx: Context,
    intent: str,
    slots: dict[str, Any],
    slot: str,
    text_id: str,
    offered: list[Choice] | None = None,
    **said: Any,
) -> Reply:
    ctx.intent = intent
    ctx.slots = {name: value for name, value in slots.items() if value is not None}
    return ctx.ask(slot, text_id, choices=offered or (), patient=True, **said)


def _which(ctx: Context, intent: str, slots: dict[str, Any], found: list[Meant]) -> Reply:
    """There is none, or more than one."""
    if not found:
        return ctx.reply("schedule-none-such", choices=[ctx.button("schedule.week")])
    slots = {name: value for name, value in slots.items() if name != "text"}
    said = lines(ctx, found)
    return _ask(
        ctx, intent, slots, "text", "schedule-which", choices(ctx, found, intent), lines=said
    )


def _one_or_all(ctx: Context, intent: str, slots: dict[str, Any], one: Meant) -> Reply:
    label = words.label_of(ctx, one.booking, one.begins)
    offered = [
        Choice(ctx.text("schedule-only-one"), intent, {"of": "one"}),
        Choice(ctx.text("schedule-all-of-them"), intent, {"of": "all"}),
    ]
    return _ask(ctx, intent, slots, "of", "schedule-one-or-all", offered, what=label)
