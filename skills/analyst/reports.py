"""Reports that come by themselves, at the wall time of whoever asked for them."""

from dataclasses import replace
from datetime import time

from core.errors import UserError
from core.model import Choice, Event, Number, Recurrence, Reply, instant
from core.skill import Context, intent, invoke, on
from core.skill.recurrences import every_when, upper
from core.study import Inquiry, Query, Report
from core.texts import shortened
from skills.analyst.answers import made
from skills.analyst.periods import DAY, USUAL, written
from skills.analyst.telling import told
from skills.analyst.words import measure_of, nearest

DUE = "analyst.due"
MOVED = "zone.changed"
MORNING = time(8)
MOST_KEPT = 20
LENGTHS = {"day": 1, "week": 7, "month": 30, "year": 365}
"""Days that a report is about, by how often it comes."""
LABEL = 40


async def inquiry(ctx: Context) -> Query | None:
    """The last report that the person has seen."""
    kept = await ctx.records(Inquiry).list(limit=1)
    return kept[0].query if kept else None


@intent("analyst.subscribe", effect="write", role="teacher")
async def subscribe(
    ctx: Context,
    every: Recurrence | None = None,
    what: str | None = None,
    regular: str | None = None,
) -> Reply:
    """A report again and again: the named one, else the last one, else the overview.

    "Send me the report", and not how often, is once, unless it is to be `regular`.
    """
    if every is None and regular is None and ctx.asked is None:
        return await _once(ctx, what)
    if every is None:
        return ctx.ask("every")
    if every.unit in ("minute", "hour"):
        return ctx.ask("every", "analyst-subscribe-often")
    kept = await ctx.records(Report).list(MOST_KEPT)
    if len(kept) >= MOST_KEPT:
        return ctx.reply("analyst-subscribe-full", count=MOST_KEPT)
    every = replace(every, at=every.at or MORNING, start=every.start or ctx.local.date())
    wall = every.next(ctx.local)
    if wall is None:
        return ctx.ask("every", "analyst-subscribe-never")
    query = await _wanted(ctx, every, what)
    due = instant(wall, ctx.zone)
    new = Report(query, every, wall, due, ctx.target, ctx.language)
    # Said twice it is one: only the day that it is counted from may differ.
    report = next((one for one in kept if _same(one, new)), None)
    report = report or await ctx.records(Report).add(new)
    _schedule(ctx, report)
    return ctx.reply(
        "analyst-subscribe-done",
        what=_name(ctx, report),
        rhythm=every_when(ctx, every, report.wall),
        when=upper(ctx.when(report.wall)),
    )


@intent("analyst.scheduled", role="teacher")
async def scheduled(ctx: Context) -> Reply:
    """The reports that come by themselves."""
    kept = await ctx.records(Report).list(MOST_KEPT)
    if not kept:
        return ctx.reply(
            "analyst-scheduled-none", choices=[ctx.button("analyst.subscribe", {"regular": "yes"})]
        )
    lines = "\n".join(_line(ctx, one) for one in kept)
    choices = [ctx.button("analyst.unsubscribe")]
    return ctx.reply("analyst-scheduled-done", count=len(kept), lines=lines, choices=choices)


@intent("analyst.unsubscribe", effect="write", suggest=False, role="teacher")
async def unsubscribe(
    ctx: Context,
    text: str | None = None,
    which: Number | None = None,
    id: str | None = None,
    every: str | None = None,
) -> Reply:
    """Ends the one report meant, or all of them; asks where it could be another."""
    kept = await ctx.records(Report).list(MOST_KEPT)
    if not kept:
        return ctx.reply("analyst-scheduled-none")
    if id is not None:
        kept = [one for one in kept if one.id == id]
        return await _ended(ctx, kept[0]) if kept else ctx.reply("analyst-unsubscribe-gone")
    if every is not None:
        for one in kept:
            await _remove(ctx, one)
        return ctx.reply("analyst-unsubscribe-all", count=len(kept))
    if text and text.isdecimal():
        which = Number(int(text))
    if which is not None:
        if which.value not in range(1, len(kept) + 1):
            return ctx.reply("analyst-unsubscribe-no-such", count=len(kept))
        return await _ended(ctx, kept[int(which.value) - 1])
    wanted = nearest(ctx, text) if text else []
    found = [one for one in kept if one.query.measure in wanted] or kept
    if len(found) == 1:
        return await _ended(ctx, found[0])
    choices = [
        Choice(shortened(_line(ctx, one), LABEL), "analyst.unsubscribe", {"id": one.id})
        for one in found
    ]
    return ctx.ask("text", choices=choices)


@on(DUE)
async def due(ctx: Context, event: Event) -> Reply | None:
    """Sends a report, and sets the next; to whoever is no teacher any more it comes no longer."""
    report = await ctx.records(Report).get(str(event.payload["id"]))
    if report is None:
        return None
    ctx.language = report.language
    query = replace(report.query, first=ctx.local.date() - DAY * report.query.days)
    try:
        answer = await made(ctx, query)
    except UserError:
        await _remove(ctx, report)
        return ctx.reply("analyst-due-ended", what=_name(ctx, report))
    await _go_on(ctx, report)
    stop = Choice(ctx.text("analyst-due-stop"), "analyst.unsubscribe", {"id": report.id})
    return await told(ctx, answer, [stop])


@on(MOVED)
async def moved(ctx: Context, event: Event) -> None:
    """Somebody who moves keeps the wall time."""
    for report in await ctx.records(Report).list(MOST_KEPT):
        there = replace(report, due=instant(report.wall, ctx.zone))
        if there.due <= ctx.now:
            await _go_on(ctx, there)
        else:
            await ctx.records(Report).put(there)
            _schedule(ctx, there)


async def _once(ctx: Context, what: str | None) -> Reply:
    """The report as it is now."""
    last = await inquiry(ctx)
    if last is not None and what in (None, last.measure):
        slots = {"what": last.measure, "span": written(last), "text": last.about}
        return await invoke(ctx.catalogue, "analyst.report", slots, ctx)
    return await invoke(ctx.catalogue, "analyst.report", {"what": what}, ctx)


async def _wanted(ctx: Context, every: Recurrence, what: str | None) -> Query:
    """What is to come: its days are as many as lie between two of them."""
    measure, last = measure_of(what), await inquiry(ctx)
    if last is None or (measure is not None and measure != last.measure):
        last = Query(measure or "overview", ctx.local.date(), USUAL["idle"])
    if last.measure == "idle":  # how long somebody has been away, however often it is asked
        return last
    return replace(last, days=LENGTHS[every.unit] * min(every.every, 12))


def _same(one: Report, other: Report) -> bool:
    mine, theirs = one.query, other.query
    return (mine.measure, mine.about, one.wall) == (theirs.measure, theirs.about, other.wall)


def _schedule(ctx: Context, report: Report) -> None:
    key = f"report/{report.id}"
    ctx.later(DUE, report.due, key=key, payload={"id": report.id}, target=report.target)


async def _go_on(ctx: Context, report: Report) -> None:
    """The next one still to come, if there is one: those that were missed are one."""
    at = report.every.next(report.wall)
    while at is not None and instant(at, ctx.zone) <= ctx.now:
        at = report.every.next(max(at, ctx.local))
    if at is None:
        await _remove(ctx, report)
        return
    report = replace(report, wall=at, due=instant(at, ctx.zone))
    await ctx.records(Report).put(report)
    _schedule(ctx, report)


async def _remove(ctx: Context, report: Report) -> None:
    await ctx.records(Report).remove(report.id)
    ctx.forget(f"report/{report.id}")


async def _ended(ctx: Context, report: Report) -> Reply:
    await _remove(ctx, report)
    return ctx.reply("analyst-unsubscribe-done", what=_name(ctx, report))


def _line(ctx: Context, report: Report) -> str:
    return ctx.text(
        "analyst-scheduled-line",
        what=_name(ctx, report),
        rhythm=every_when(ctx, report.every, report.wall),
        when=upper(ctx.when(report.wall)),
    )


def _name(ctx: Context, report: Report) -> str:
    return ctx.text(f"analyst-measure-{report.query.measure}")
