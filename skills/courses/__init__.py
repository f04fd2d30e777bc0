"""Courses: found, begun, learned lesson by lesson, and made by teachers in the same talk."""

from dataclasses import replace

from core.model import Choice, Number, Reply
from core.skill import Context, intent
from core.skill.keywords import agreed
from core.study import Course, Enrolment
from skills.courses.deadlines import AHEAD, due, morning, moved, set_morning
from skills.courses.exchange import export, import_course
from skills.courses.learning import cards, done, lesson, progress
from skills.courses.offered import (
    MOST_KEPT,
    choices,
    chosen,
    enrolment,
    enrolments,
    every,
    fitting,
    get,
    key,
    visible,
)
from skills.courses.papers import certificate
from skills.courses.teaching import add_lesson, create, edit, remove
from skills.courses.words import day, line, line_mine, minutes
from skills.courses.words import due as due_of

__all__ = [
    "add_lesson",
    "cards",
    "certificate",
    "create",
    "done",
    "due",
    "edit",
    "export",
    "import_course",
    "lesson",
    "morning",
    "moved",
    "progress",
    "remove",
]

MOST_SHOWN = 15


@intent("courses.list")
async def list_courses(
    ctx: Context, text: str | None = None, whose: str | None = None, most: Number | None = None
) -> Reply:
    """All that there are, those about something, or the person's own (`whose` is "mine")."""
    if whose == "mine":
        return await _list_mine(ctx, MOST_SHOWN if most is None else max(1, int(most.value)))
    shown = await visible(ctx)
    if not shown:
        return ctx.reply("courses-none")
    if not text:
        return _listed(ctx, "courses-list-done", shown)
    sure, near = fitting(ctx, text, shown)
    if not sure and not near:
        sure, near = fitting(ctx, text, await every(ctx))
    if found := sure + near:
        return _listed(ctx, "courses-list-found", found)
    return ctx.reply("courses-unknown", text=text, choices=[ctx.button("courses.list")])


@intent("courses.show")
async def show(ctx: Context, text: str | None = None, id: str | None = None) -> Reply:
    """What a course is about, and its lessons."""
    course = await chosen(ctx, text, id, ())
    if isinstance(course, Reply):
        return course
    enrolled = await enrolment(ctx, course)
    lessons = "\n".join(
        ctx.text("courses-show-lesson", number=number, title=one.title, minutes=one.minutes)
        for number, one in enumerate(course.lessons, 1)
    )
    parts = [course.title, course.about, lessons or ctx.text("courses-show-empty")]
    if course.deadline is not None:
        parts.append(ctx.text("courses-show-deadline", date=day(ctx, course.deadline)))
    elif course.days is not None:
        parts.append(ctx.text("courses-show-days", days=course.days))
    if enrolled is not None:
        parts.append(ctx.text("courses-show-yours", line=line_mine(ctx, course, enrolled)))
        offered = [Choice(ctx.text("courses-go-on"), "courses.lesson", {"id": key(course)})]
    elif course.closed:
        parts.append(ctx.text("courses-show-closed"))
        offered = []
    else:
        offered = [ctx.button("courses.enrol", {"id": key(course)})]
    told = "\n\n".join(part for part in parts if part)
    return ctx.reply("courses-show-done", about=told, choices=offered)


@intent("courses.enrol", effect="write")
async def enrol(
    ctx: Context, text: str | None = None, id: str | None = None, nth: str | None = None
) -> Reply:
    """Takes the person into a course and repeats what it is; `nth`: its place in the list."""
    listed = [one for one in await visible(ctx) if not one.closed]
    if nth and nth.isdecimal() and 0 < int(nth) <= len(listed):
        id = key(listed[int(nth) - 1])
    course = await chosen(ctx, text, id, listed)
    if isinstance(course, Reply):
        return course
    go_on = Choice(ctx.text("courses-go-on"), "courses.lesson", {"id": key(course)})
    if await enrolment(ctx, course) is not None:
        return ctx.reply("courses-enrol-already", title=course.title, choices=[go_on])
    if course.closed:
        return ctx.reply("courses-enrol-closed", title=course.title)
    today = ctx.local.date()
    made = Enrolment(key(course), course.title, ctx.now, since=today, target=ctx.target)
    by = due_of(ctx, course, made)
    # Who is told of a deadline now need not hear of it again tomorrow.
    near = tuple(ahead for ahead in AHEAD if by is not None and (by - today).days <= ahead)
    await ctx.records(Enrolment).add(replace(made, deadline=by, told=near), key=made.course)
    set_morning(ctx)
    told = ctx.text(
        "courses-enrol-done",
        title=course.title,
        lessons=len(course.lessons),
        minutes=minutes(course),
    )
    if by is not None:
        told += "\n" + ctx.text("courses-enrol-due", date=day(ctx, by))
    start = Choice(ctx.text("courses-start"), "courses.lesson", {"id": key(course)})
    offered = [start] if course.lessons else []
    return replace(ctx.reply("courses-show-done", about=told), choices=tuple(offered))


@intent("courses.leave", effect="write", suggest=False)
async def leave(
    ctx: Context, text: str | None = None, id: str | None = None, sure: str | None = None
) -> Reply:
    """Takes the person out of a course, after a yes."""
    mine = await enrolments(ctx)
    if not mine:
        return ctx.reply("courses-mine-none", choices=[ctx.button("courses.list")])
    if id is None and not text and len(mine) == 1:
        id = mine[0].course
    if id is None:
        course = await chosen(ctx, text, None, await _courses_of(ctx, mine))
        if isinstance(course, Reply):
            return course
        id = key(course)
    enrolled = next((one for one in mine if one.course == id), None)
    if enrolled is None:
        return ctx.reply("courses-leave-not-in")
    answer = agreed(ctx, sure) if sure else None
    if answer is None:
        ctx.slots = {"id": id}
        yes = Choice(ctx.text("courses-leave-yes"), "courses.leave", {"id": id, "sure": "yes"})
        no = Choice(ctx.text("courses-leave-no"), "session.cancel")
        return ctx.ask("sure", title=enrolled.title, count=len(enrolled.done), choices=[yes, no])
    if not answer:
        return ctx.reply("courses-leave-kept", title=enrolled.title)
    await ctx.records(Enrolment).remove(enrolled.id)
    return ctx.reply("courses-leave-done", title=enrolled.title)


async def _list_mine(ctx: Context, most: int) -> Reply:
    mine = (await enrolments(ctx))[:most]
    if not mine:
        return ctx.reply("courses-mine-none", choices=[ctx.button("courses.list")])
    lines = [line_mine(ctx, await get(ctx, one.course), one) for one in mine[:MOST_SHOWN]]
    open_ones = [one for one in mine if one.completed is None]
    offered = choices(await _courses_of(ctx, open_ones), "courses.lesson")
    told = "\n".join(f"• {one}" for one in lines)
    return ctx.reply("courses-mine-done", count=len(mine), lines=told, choices=offered)


def _listed(ctx: Context, text_id: str, found: list[Course]) -> Reply:
    lines = "\n".join(f"• {line(ctx, one)}" for one in found[:MOST_SHOWN])
    if len(found) > MOST_SHOWN:
        lines += "\n" + ctx.text("courses-list-more", count=len(found) - MOST_SHOWN)
    offered = choices(found, "courses.show")
    return ctx.reply(text_id, count=len(found), lines=lines, choices=offered)


async def _courses_of(ctx: Context, enrolled: list[Enrolment]) -> list[Course]:
    found = [await get(ctx, one.course) for one in enrolled[:MOST_KEPT]]
    return [one for one in found if one is not None]
