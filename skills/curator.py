"""The curator: what to learn next, and a plan for the week, out of what the person keeps."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from core.assistant import Assistant, Data, converse
from core.model import Choice, Reply, instant
from core.skill import Context, intent
from core.study import Material, Note, Reminder
from core.texts import shortened

CURATOR = Assistant("curator", grants=frozenset({"notes.save", "reminders.create"}))
DAYS = 7
MOST_SHOWN, MOST_KEPT = 5, 1_000
MOST_TIMES = 50
"""Occurrences of one series within the week."""
LINE = 160


@intent("curator.ask")
async def ask(ctx: Context, text: str | None = None) -> Reply:
    """Talks about how and what to learn."""
    if not text or (ctx.sources and not ctx.said):  # words in a picture are nobody's wish
        return ctx.ask("text")
    return await _advised(ctx, ctx.said or text, await _next(ctx), "curator-off-next")


@intent("curator.next")
async def next_step(ctx: Context) -> Reply:
    """What to learn now: what is due soonest, and what was put aside."""
    return await _advised(
        ctx, ctx.said or ctx.text("curator-next-words"), await _next(ctx), "curator-off-next"
    )


@intent("curator.plan")
async def plan(ctx: Context) -> Reply:
    """The next seven days: what is due, and the papers spread over the days that are free."""
    return await _advised(
        ctx, ctx.said or ctx.text("curator-plan-words"), await _week(ctx), "curator-off-plan"
    )


async def _advised(ctx: Context, said: str, lines: Sequence[str], off: str) -> Reply:
    """With a model it is thought through; a small one knows less of it than the plain lines."""
    model = ctx.model
    if model is not None and not model.abilities.small_offline:
        data = [Data("plan", "\n".join(lines))] if lines else []
        return await converse(ctx, CURATOR, said, data, _ways(ctx))
    if not lines:
        return ctx.reply("curator-nothing")
    return ctx.reply(off, lines="\n".join(lines), choices=_ways(ctx))


def _ways(ctx: Context) -> list[Choice]:
    """The other thing that can be asked."""
    other = "curator.next" if ctx.intent == "curator.plan" else "curator.plan"
    return [ctx.button(other)]


async def _next(ctx: Context) -> list[str]:
    """What is due soonest, the newest paper, the oldest of the newest notes."""
    reminders = await ctx.records(Reminder).list(limit=2)
    lines = [f"• {ctx.when(one.wall)}: {_line(one.text)}" for one in reminders]
    lines += [f"• {_paper(ctx, one)}" for one in await ctx.records(Material).list(limit=2)]
    notes = await ctx.records(Note).list(limit=MOST_SHOWN)
    return lines + [f"• {ctx.text('curator-note', text=_line(one.text))}" for one in notes[-1:]]


async def _week(ctx: Context) -> list[str]:
    """A line a day, and what the papers and notes are."""
    days = [ctx.local.date() + timedelta(days=number) for number in range(DAYS)]
    due = await _due(ctx, days[0], days[-1])
    papers = list(await ctx.records(Material).list(limit=MOST_SHOWN))
    notes = await ctx.records(Note).list(limit=MOST_SHOWN)
    if not (due or papers or notes):
        return []
    lines = []
    for day in days:
        items = [f"{ctx.texts.clock(at)} {_line(text)}" for at, text in sorted(due.get(day, []))]
        if not items and papers:
            items = [_paper(ctx, papers.pop(0))]
        free = ctx.text("curator-free")
        lines.append(f"• {ctx.texts.day(ctx.language, day, days[0])}: {'; '.join(items) or free}")
    return lines + [f"• {ctx.text('curator-note', text=_line(one.text))}" for one in notes[:2]]


async def _due(ctx: Context, first: date, last: date) -> dict[date, list[tuple[datetime, str]]]:
    """What is due on which of the days, series with every time of theirs."""
    found: dict[date, list[tuple[datetime, str]]] = defaultdict(list)
    end = datetime.combine(last + timedelta(days=1), datetime.min.time())
    for one in await ctx.records(Reminder).due(instant(end, ctx.zone), limit=MOST_KEPT):
        at: datetime | None = one.wall
        for _ in range(MOST_TIMES):
            if at is None or at >= end:
                break
            if at.date() >= first:
                found[at.date()].append((at, one.text))
            at = one.every.next(at) if one.every else None
    return found


def _paper(ctx: Context, material: Material) -> str:
    return ctx.text("curator-paper", title=_line(material.title), total=material.total)


def _line(text: str) -> str:
    return shortened(text, LINE)
