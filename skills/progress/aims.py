"""Goals: read in people's own words, counted where they can be, and told."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal
from zlib import crc32

from core.model import Choice, Duration, Moment, Number, Period, Reply
from core.skill import Context, intent
from core.skill.profile import keep, profile
from core.store.terms import terms
from core.study import Goal
from core.texts import shortened
from skills.progress.figures import DAY, Figures, between, figures
from skills.progress.stretches import Stretch, dated, first_of_next, this_week
from skills.progress.words import lasted, spoken

DAY_SECONDS = 86_400
MOST = {"minutes": 24 * 60, "answers": 100_000, "days": 7}
"""Of one day, or of one week for the days."""
MOST_KEPT = 10
LABEL, LINE = 40, 200


@intent("progress.goal", effect="write")
async def goal(ctx: Context, text: str) -> Reply:
    """Keeps a goal and repeats how it was understood; a new one of a kind takes the old one's
    place."""
    made = read(ctx, text)
    known = (await profile(ctx)).goals
    kept = [one for one in known if not _replaced(one, made)]
    await keep(ctx, goals=(*kept, made)[-MOST_KEPT:])
    if not made.kind:
        by = _date(ctx, made.by) if made.by else ""
        text_id = "progress-goal-kept-by" if by else "progress-goal-kept"
        return ctx.reply(text_id, text=made.text, date=by)
    return ctx.reply("progress-goal-counted", goal=said(ctx, made), state=_state(ctx, made))


@intent("progress.goals")
async def goals(ctx: Context) -> Reply:
    """All of them, and how far they are."""
    known = (await profile(ctx)).goals
    if not known:
        return ctx.reply("progress-goals-none", choices=[ctx.button("progress.goal")])
    lines = [f"• {one}" for one in lines_of(ctx, known)]
    choices = [ctx.button("progress.drop")]
    reply = ctx.reply(
        "progress-goals-done", choices=choices, count=len(known), lines="\n".join(lines)
    )
    heading = reply.text.partition("\n")[0]
    return replace(reply, speech=spoken([heading, *lines]))


@intent("progress.drop", effect="write", suggest=False)
async def drop(
    ctx: Context, text: str | None = None, id: str | None = None, which: Number | None = None
) -> Reply:
    """Deletes the goal meant, by its words or its place; asks where it could be another."""
    known = (await profile(ctx)).goals
    if not known:
        return ctx.reply("progress-goals-none", choices=[ctx.button("progress.goal")])
    if id:
        found = [one for one in known if _id(one) == id]
        return await _dropped(ctx, found) if found else ctx.reply("progress-drop-gone")
    if text and text.isdecimal():
        which, text = Number(int(text)), None
    if which and not text and which.value in range(1, len(known) + 1):
        return await _dropped(ctx, [known[int(which.value) - 1]])
    wanted = set(terms(text or "", ctx.person.language))
    found = [one for one in known if wanted and wanted <= _terms(ctx, one)]
    if len(found) == 1 or (len(known) == 1 and not text and not which):
        return await _dropped(ctx, found or list(known))
    offered = found or known
    lines = "\n".join(f"• {said(ctx, one)}" for one in offered)
    choices = [
        Choice(shortened(said(ctx, one), LABEL), "progress.drop", {"id": _id(one)})
        for one in offered
    ]
    return ctx.ask("text", choices=choices, lines=lines)


def lines_of(ctx: Context, known: Sequence[Goal]) -> list[str]:
    """Each with how far it is."""
    states = [(said(ctx, one), _state(ctx, one)) for one in known]
    return [
        ctx.text("progress-goal-line", goal=goal, state=state) if state else goal
        for goal, state in states
    ]


def said(ctx: Context, one: Goal) -> str:
    """As it is counted ("20 minutes a day"), else in the person's own words."""
    if one.kind == "minutes":
        amount = lasted(ctx, one.amount)
    elif one.kind:
        amount = ctx.text(f"progress-amount-{one.kind}", count=one.amount)
    else:
        return shortened(one.text, LINE)
    return ctx.text("progress-each-day" if one.daily else "progress-each-week", amount=amount)


def read(ctx: Context, text: str) -> Goal:
    """What they want, as it can be counted."""
    whole = _without(ctx, "carrier", ctx.said) if text in ctx.said else text
    whole = whole.strip(" .,;:!") or text
    per, rest = _per(ctx, whole)
    made = Goal(whole, since=ctx.now)
    counted = next(_counted(ctx, rest, per), None)
    if counted is None:
        return replace(made, by=_deadline(ctx, whole))
    kind, amount = counted
    daily = per != "week" and kind != "days"
    amount = amount * 7 if kind == "days" and per == "day" and amount == 1 else amount
    if not 1 <= amount <= MOST[kind] * (1 if daily or kind == "days" else 7):
        return made
    return replace(made, kind=kind, amount=amount, daily=daily)


def _counted(
    ctx: Context, rest: str, per: str
) -> Iterator[tuple[Literal["minutes", "answers", "days"], int]]:
    """Everything in it that can be counted, what is sure first."""
    values = [one.value for one in ctx.spans(rest)]
    for value in values:
        if isinstance(value, Duration) and value.seconds % DAY_SECONDS:
            yield "minutes", value.seconds // 60
        elif isinstance(value, Duration) and per == "week":
            yield "days", value.seconds // DAY_SECONDS
    numbers = [one.value for one in values if isinstance(one, Number)]
    for number in numbers:
        if per and _has(ctx, "answers", rest):
            yield "answers", int(number)
        elif per == "week" and _has(ctx, "times", rest):
            yield "days", int(number)
    if per == "day" and not values and _has(ctx, "studying", rest):
        yield "days", 1


def _per(ctx: Context, text: str) -> tuple[str, str]:
    """Whether it is meant for each day or week, and the words without saying so."""
    for per in ("day", "week"):
        rest = _without(ctx, per, text)
        if rest != text:
            return per, rest
    return "", text


def _pattern(ctx: Context, name: str) -> str:
    return ctx.texts.attribute(ctx.language, "progress-goal-read", name) or "$^"


def _has(ctx: Context, name: str, text: str) -> bool:
    return re.search(_pattern(ctx, name), text, re.IGNORECASE) is not None


def _without(ctx: Context, name: str, text: str) -> str:
    return re.sub(_pattern(ctx, name), " ", text, count=1, flags=re.IGNORECASE).strip()


def _deadline(ctx: Context, text: str) -> date | None:
    for one in ctx.spans(text):
        if isinstance(one.value, Moment) and one.value.dated:
            return one.value.at.date()
        if isinstance(one.value, Period):
            return (one.value.end - timedelta(microseconds=1)).date()
    found = re.search(_pattern(ctx, "by"), text, re.IGNORECASE)
    return _month(ctx, found[1]) if found else None


def _month(ctx: Context, word: str) -> date | None:
    """The first day of the month of that name that comes next: by then it is to be done."""
    day = first_of_next(ctx.local.date())
    stems: list[tuple[str, date]] = []
    for _ in range(12):
        # A Russian month in any case: "июнь", "июня", "к июню".
        stems.append((dated(ctx, day, "MMMM").casefold().rstrip("аяьй"), day))
        day = first_of_next(day)
    fit = [(stem, day) for stem, day in stems if word.casefold().startswith(stem)]
    return max(fit, key=lambda one: len(one[0]))[1] if fit else None


def _state(ctx: Context, one: Goal) -> str:
    """How far it is."""
    if not one.kind:
        if one.by is None:
            return ""
        left = (one.by - ctx.local.date()).days
        return ctx.text("progress-state-days", count=left) if left >= 0 else ""
    today = ctx.local.date()
    stretch = Stretch(today, today + DAY) if one.daily else this_week(ctx)
    done = _done(figures(between(ctx, stretch.start, stretch.end), ctx.zone), one)
    text_id = "progress-state-today" if one.daily else "progress-state-week"
    state = ctx.text(text_id, count=done, amount=one.amount)
    return ctx.text("progress-state-reached", state=state) if done >= one.amount else state


def _done(found: Figures, one: Goal) -> int:
    return {"minutes": found.minutes, "answers": found.answers, "days": found.days}[one.kind]


def _replaced(old: Goal, new: Goal) -> bool:
    if new.kind:
        return (old.kind, old.daily) == (new.kind, new.daily)
    return not old.kind and old.text.casefold() == new.text.casefold()


def _terms(ctx: Context, one: Goal) -> set[str]:
    return set(terms(f"{one.text} {said(ctx, one)}", ctx.person.language))


def _id(one: Goal) -> str:
    return f"{crc32(f'{one.kind}/{one.daily}/{one.text}'.encode()):x}"


def _date(ctx: Context, day: date) -> str:
    return ctx.texts.day(ctx.language, day, ctx.local.date())


async def _dropped(ctx: Context, gone: Sequence[Goal]) -> Reply:
    known = (await profile(ctx)).goals
    await keep(ctx, goals=tuple(one for one in known if one not in gone))
    return ctx.reply("progress-drop-done", text=said(ctx, gone[0]))
