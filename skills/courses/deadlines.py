"""By when a course is to be done: told when asked, and reminded of a week and a day before."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from core.model import Choice, Event, Reply, Target, instant
from core.skill import Context, intent, on
from core.study import Course, Enrolment
from skills.courses.offered import chosen, enrolments, get, key
from skills.courses.words import day, done, line_mine
from skills.courses.words import due as due_of

MOVED = "zone.changed"
MORNING = "courses.morning"
CLOCK = time(9)
AHEAD = (1, 7)
"""Days before a deadline at which it is spoken of."""


@intent("courses.due")
async def due(ctx: Context, text: str | None = None, id: str | None = None) -> Reply:
    """The deadline of one course, or of all that the person is in and not through with."""
    mine = [one for one in await enrolments(ctx) if one.completed is None]
    pairs = [(course, one) for one in mine if (course := await get(ctx, one.course)) is not None]
    if text or id:
        found = await chosen(ctx, text, id, [one for one, _ in pairs])
        return found if isinstance(found, Reply) else _of_one(ctx, found, pairs)
    known = [(by, *pair) for pair in pairs if (by := due_of(ctx, *pair)) is not None]
    if not known:
        return ctx.reply("courses-due-none" if pairs else "courses-due-nowhere")
    known.sort(key=lambda one: one[0])
    lines = "\n".join(f"• {line_mine(ctx, one, enrolled)}" for _, one, enrolled in known)
    return ctx.reply("courses-due-done", count=len(known), lines=lines)


@on(MORNING)
async def morning(ctx: Context, event: Event) -> Reply | None:
    """Looks each morning at the deadlines of whoever is in a course: a teacher may move them."""
    told: list[str] = []
    offered: list[Choice] = []
    active = False
    for enrolled in await enrolments(ctx):
        course = await get(ctx, enrolled.course)
        if course is None or enrolled.completed is not None:
            continue
        active = True
        if said := await _spoken_of(ctx, course, enrolled):
            told.append(said)
            label = ctx.text("courses-go-on")
            offered = offered or [Choice(label, "courses.lesson", {"id": key(course)})]
    if active:
        set_morning(ctx, event.target)
    about = "\n".join(told)
    return ctx.reply("courses-show-done", about=about, choices=offered) if told else None


@on(MOVED)
async def moved(ctx: Context, event: Event) -> None:
    """Nine stays nine for somebody who moves."""
    open_ones = [one for one in await enrolments(ctx) if one.completed is None]
    if open_ones:
        set_morning(ctx, open_ones[0].target)


def set_morning(ctx: Context, target: Target | None = None) -> None:
    """Has the next nine o'clock looked at, in the zone the person has now."""
    at = datetime.combine(ctx.local.date(), CLOCK)
    if instant(at, ctx.zone) <= ctx.now:
        at += timedelta(days=1)
    ctx.later(MORNING, instant(at, ctx.zone), key=f"{MORNING}/{ctx.person.id}", target=target)


async def _spoken_of(ctx: Context, course: Course, enrolled: Enrolment) -> str | None:
    """What is to be said of it this morning; it is said once."""
    by = due_of(ctx, course, enrolled)
    days = (by - ctx.local.date()).days if by is not None else -1
    reached = {ahead for ahead in AHEAD if 0 <= days <= ahead}
    if by != enrolled.deadline:
        changed = replace(enrolled, deadline=by, told=tuple(reached))
        await ctx.records(Enrolment).put(changed)
        return _news(ctx, course, by)
    if by is None or reached <= set(enrolled.told):
        return None
    await ctx.records(Enrolment).put(replace(enrolled, told=tuple(reached | {*enrolled.told})))
    return ctx.text(
        "courses-due-soon",
        title=course.title,
        days=days,
        date=day(ctx, by),
        done=len(done(course, enrolled)),
        total=len(course.lessons),
    )


def _news(ctx: Context, course: Course, by: date | None) -> str:
    if by is None:
        return ctx.text("courses-due-lifted", title=course.title)
    return ctx.text("courses-due-moved", title=course.title, date=day(ctx, by))


def _of_one(ctx: Context, course: Course, pairs: list[tuple[Course, Enrolment]]) -> Reply:
    enrolled = next((one for of, one in pairs if key(of) == key(course)), None)
    by = due_of(ctx, course, enrolled) if enrolled else course.deadline
    if by is not None:
        return ctx.reply("courses-due-one", title=course.title, date=day(ctx, by))
    if course.days is not None:
        return ctx.reply("courses-due-days", title=course.title, days=course.days)
    return ctx.reply("courses-due-free", title=course.title)
