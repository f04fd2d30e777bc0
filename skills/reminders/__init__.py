"""Reminders: said later, once or again and again, at the person's own wall time."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from core.model import (
    Choice,
    Event,
    Impossible,
    Moment,
    Number,
    Period,
    Recurrence,
    Reply,
    instant,
    wall,
)
from core.skill import Context, intent, on
from core.skill.keywords import agreed, keywords
from core.skill.recurrences import MORNING, date_of, every_when, upper
from core.store.terms import terms
from core.study import Reminder
from core.texts import shortened
from core.understanding.zones import find_zone
from skills.reminders.offers import next_week, soon, until_when
from skills.reminders.words import LINE, lines_of, tidied

DUE = "reminders.due"
MOVED = "zone.changed"
WAKING = range(16, 23)
"""Hours of the afternoon that nobody is woken at: "at six" is then the morning's."""
CLOCKED = ("minute", "hour")
"""Units that are counted by the clock, and not by the calendar."""
LATE = timedelta(seconds=60)
MOST_SHOWN, MOST_FOUND, MOST_KEPT = 10, 5, 100_000
LABEL = 40
"""Characters of a reminder on a button."""


@intent("reminders.create", effect="write")
async def create(
    ctx: Context,
    text: str,
    when: Moment | Recurrence | Impossible | None = None,
    zone: str | None = None,
    waking: str | None = None,
) -> Reply:
    """Sets a reminder and repeats it as it was understood; asks when, and in which zone."""
    if when is None:
        return ctx.ask("when", choices=soon(ctx))
    if isinstance(when, Impossible):
        return ctx.ask("when", "reminders-impossible", choices=soon(ctx), said=when.said)
    if ctx.person.zone is None and not (isinstance(when, Moment) and when.relative):
        found = find_zone(zone, ctx.language, ctx.now) if zone else None
        if found is None:
            return ctx.ask("zone", "reminders-create-zone-unknown" if zone else None)
        ctx.know(zone=found)
        ctx.later(MOVED, ctx.now, key=f"{MOVED}/{ctx.person.id}", payload={"before": None})
        when = _as_local(ctx, when)
    if waking and isinstance(when, Moment):
        when = _in_the_morning(ctx, when)
    if isinstance(when, Recurrence):
        return await _create_again(ctx, tidied(ctx, text), when)
    return await _create_once(ctx, tidied(ctx, text), when)


@intent("reminders.later", effect="write", suggest=False)
async def later(
    ctx: Context, text: str | None = None, vaguely: str | None = None, until: str | None = None
) -> Reply:
    """Asks when exactly, and offers some times; `until` is the one of a button."""
    asked = ctx.asked
    ctx.intent, ctx.slots = "reminders.create", {"text": text}
    if until is None:
        choices = next_week(ctx) if vaguely == "week" else soon(ctx)
        return ctx.ask("when", choices=choices) if text else ctx.ask("text")
    when = until_when(ctx, until)
    if when is None or asked is None or (asked.intent, asked.missing) != (ctx.intent, "when"):
        return ctx.reply("button-stale")
    ctx.slots = {**asked.slots, "when": when}
    return await create(ctx, str(asked.slots["text"]), when)


@on(DUE)
async def due(ctx: Context, event: Event) -> Reply | None:
    """Says a reminder, owns up to being late, and sets the next one of a series."""
    reminders = ctx.records(Reminder)
    reminder = await reminders.get(str(event.payload["id"]))
    if reminder is None:
        return None
    ctx.language = reminder.language
    if reminder.every is None:
        await reminders.remove(reminder.id)
    else:
        await _go_on(ctx, reminder, reminder.every)
    if ctx.now - event.due > LATE:
        # Not "tomorrow" as it was when we should have spoken: as it looks now.
        was = wall(event.due, ctx.zone)
        day = ctx.texts.day(ctx.language, was.date(), ctx.local.date())
        return ctx.reply(
            "reminders-due-late", text=reminder.text, date=day, time=ctx.texts.clock(was)
        )
    return ctx.reply("reminders-due", text=reminder.text)


@on(MOVED)
async def moved(ctx: Context, event: Event) -> None:
    """Somebody who moves keeps the wall time; what was counted from now keeps its instant."""
    reminders = ctx.records(Reminder)
    for reminder in await reminders.list(limit=MOST_KEPT):
        there = replace(reminder, due=instant(reminder.wall, ctx.zone))
        counted = reminder.every is not None and reminder.every.unit in CLOCKED
        gone_by = there.due <= ctx.now and reminder.every is None
        if reminder.fixed or counted or gone_by or event.payload["before"] is None:
            await reminders.put(replace(reminder, wall=wall(reminder.due, ctx.zone)))
        elif there.every is not None and there.due <= ctx.now:
            await _go_on(ctx, there, there.every)
        else:
            await reminders.put(there)
            _schedule(ctx, there)


@intent("reminders.list")
async def list_reminders(ctx: Context, when: Moment | Period | None = None) -> Reply:
    """What is to come, the next first; of one day or period where one is named."""
    found = [one for one in await ctx.records(Reminder).list(MOST_KEPT) if _falls_in(one, when)]
    if not found:
        return ctx.reply("reminders-list-none" if when is None else "reminders-list-none-then")
    lines = lines_of(ctx, found[:MOST_SHOWN])
    more = len(found) - MOST_SHOWN
    if more > 0:
        lines += "\n" + ctx.text("reminders-list-more", count=more)
    return ctx.reply("reminders-list-done", count=len(found), lines=lines)


@intent("reminders.delete", effect="write", suggest=False)
async def delete(
    ctx: Context,
    text: str | None = None,
    id: str | None = None,
    which: Number | None = None,
    when: Moment | None = None,
    among: str | None = None,
) -> Reply:
    """Deletes the one reminder meant, by words, place in the list or time; else asks which.

    `among`: the ids of those that were shown, where not all of them were.
    """
    reminders = ctx.records(Reminder)
    if id:
        one = await reminders.get(id)
        return await _deleted(ctx, one) if one else ctx.reply("reminders-delete-gone")
    kept = await reminders.list(MOST_KEPT)
    if not kept:
        return ctx.reply("reminders-list-none")
    if text and text.isdecimal():
        which, text = Number(int(text)), None
    if which and not text:
        shown = [one for one in kept if among is None or one.id in among.split()]
        if which.value not in range(1, len(shown) + 1):
            return ctx.reply("reminders-delete-no-such", count=len(shown))
        return await _deleted(ctx, shown[int(which.value) - 1])
    found = [one for one in kept if _falls_in(one, when)]
    # What destroys must be sure: one reminder with all of the words, not the best of several.
    words = keywords(ctx, text or "")
    wanted = set(terms(words, ctx.person.language))
    sure = [one for one in found if wanted <= set(terms(one.text, ctx.person.language))]
    if len(sure) == 1 and (text or when):
        return await _deleted(ctx, sure[0])
    near = [one for one in await reminders.search(words, MOST_FOUND) if one in found]
    offered = (sure or near)[:MOST_FOUND]
    if not offered:
        return ctx.reply("reminders-delete-none")
    ctx.slots = {"among": " ".join(one.id for one in offered)}
    choices = [
        Choice(shortened(one.text, LABEL), "reminders.delete", {"id": one.id}) for one in offered
    ]
    return ctx.ask("text", choices=choices, lines=lines_of(ctx, offered))


@intent("reminders.clear", effect="write", suggest=False)
async def clear(ctx: Context, sure: str | None = None) -> Reply:
    """Deletes them all, after a yes."""
    reminders = ctx.records(Reminder)
    kept = await reminders.list(MOST_KEPT)
    if not kept:
        return ctx.reply("reminders-list-none")
    answer = agreed(ctx, sure) if sure else None
    if answer is None:
        label = ctx.text("reminders-clear-yes", count=len(kept))
        yes = Choice(label, "reminders.clear", {"sure": "yes"})
        no = Choice(ctx.text("reminders-clear-no", count=len(kept)), "session.cancel")
        return ctx.ask("sure", choices=[yes, no], count=len(kept))
    if not answer:
        return ctx.reply("reminders-clear-kept", count=len(kept))
    for one in kept:
        await _remove(ctx, one)
    return ctx.reply("reminders-clear-done", count=len(kept))


async def _create_once(ctx: Context, text: str, when: Moment) -> Reply:
    at = when.at.replace(microsecond=0)
    if when.dated and not when.clocked:
        at = datetime.combine(at.date(), MORNING)
        if at <= ctx.local and at.date() == ctx.local.date():
            return ctx.ask("when", "reminders-create-clock")
    if when.relative:
        due, at = _by_the_instant(ctx, at)
    else:
        due = instant(at, ctx.zone)
        if due <= ctx.now:
            return ctx.ask("when", "reminders-create-past", past=upper(ctx.when(at)))
    await _keep(ctx, Reminder(text, at, due, ctx.target, ctx.language, fixed=when.relative))
    text_id = "reminders-create-done" if when.clocked else "reminders-create-morning"
    return ctx.reply(text_id, when=upper(ctx.when(at)), text=text)


async def _create_again(ctx: Context, text: str, every: Recurrence) -> Reply:
    told = every.at is not None or every.unit in CLOCKED
    counted = every.unit in CLOCKED and every.start is None
    every = replace(
        every,
        at=every.at or (None if told else MORNING),
        start=every.start or ctx.local.date(),
    )
    first = every.next(ctx.local)
    if first is None:
        last = date_of(ctx, every.until or date.max)
        return ctx.ask("when", "reminders-create-never", date=last)
    at = first.replace(microsecond=0)
    due = instant(at, ctx.zone)
    if counted or due <= ctx.now:  # the clock shows this hour a second time
        due, at = _by_the_instant(ctx, at)
    await _keep(ctx, Reminder(text, at, due, ctx.target, ctx.language, every))
    text_id = "reminders-create-again" if told else "reminders-create-again-morning"
    return ctx.reply(text_id, when=upper(ctx.when(at)), text=text, every=every_when(ctx, every, at))


def _by_the_instant(ctx: Context, at: datetime) -> tuple[datetime, datetime]:
    """Due and wall time of what is counted from now: an hour is an hour when the clocks change."""
    due = (ctx.now + (at - ctx.local)).replace(microsecond=0)
    return due, wall(due, ctx.zone)


async def _keep(ctx: Context, reminder: Reminder) -> None:
    _schedule(ctx, await ctx.records(Reminder).add(reminder))


async def _go_on(ctx: Context, reminder: Reminder, every: Recurrence) -> None:
    """The next occurrence still to come, if there is one: those that were missed are one."""
    if every.unit in CLOCKED:
        step = timedelta(**{f"{every.unit}s": every.every})
        due = reminder.due + step * ((ctx.now - reminder.due) // step + 1)
        at: datetime | None = wall(due, ctx.zone)
        if at and every.until and at.date() > every.until:
            at = None
    else:
        at = every.next(reminder.wall)
        while at is not None and (due := instant(at, ctx.zone)) <= ctx.now:
            at = every.next(max(at, ctx.local))
    if at is None:
        await _remove(ctx, reminder)
        return
    reminder = replace(reminder, wall=at, due=due)
    await ctx.records(Reminder).put(reminder)
    _schedule(ctx, reminder)


def _schedule(ctx: Context, reminder: Reminder) -> None:
    key = f"reminder/{reminder.id}"
    ctx.later(DUE, reminder.due, key=key, payload={"id": reminder.id}, target=reminder.target)


async def _remove(ctx: Context, reminder: Reminder) -> None:
    await ctx.records(Reminder).remove(reminder.id)
    ctx.forget(f"reminder/{reminder.id}")


async def _deleted(ctx: Context, reminder: Reminder) -> Reply:
    await _remove(ctx, reminder)
    return ctx.reply("reminders-delete-done", text=shortened(reminder.text, LINE))


def _as_local(ctx: Context, when: Moment | Recurrence) -> Moment | Recurrence:
    """What was reckoned by UTC's calendar, by the person's: near midnight "tomorrow" is another."""
    if isinstance(when, Recurrence):
        return when
    if not when.dated:
        at = datetime.combine(ctx.local.date(), when.at.time())
        return replace(when, at=at if at > ctx.local else at + timedelta(days=1))
    ahead = when.at.date() - ctx.now.date()
    if timedelta(0) <= ahead <= timedelta(days=2):  # today, tomorrow, the day after; else a date
        return replace(when, at=when.at + (ctx.local.date() - ctx.now.date()))
    return when


def _in_the_morning(ctx: Context, when: Moment) -> Moment:
    """Who says "wake me at six" means the next morning's."""
    if not when.vague or when.at.hour not in WAKING:
        return when
    at = when.at - timedelta(hours=12)
    return replace(when, at=at if when.dated or at > ctx.local else at + timedelta(days=1))


def _falls_in(reminder: Reminder, when: Moment | Period | None) -> bool:
    if when is None:
        return True
    if isinstance(when, Period):
        return when.start <= reminder.wall < when.end
    same_day = not when.dated or reminder.wall.date() == when.at.date()
    same_time = not when.clocked or reminder.wall.time() == when.at.time()
    return same_day and same_time
