"""What courses there are: those that come with the house and those of teachers, as one."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from core.model import Choice, Reply
from core.skill import Context
from core.skill.keywords import agreed, keywords
from core.store.terms import stumps, terms
from core.study import Course, Enrolment
from core.texts import shortened
from skills.courses import files

CATALOGUE = Path(__file__).parent / "catalogue"
SHIPPED = datetime(2026, 11, 1, tzinfo=UTC)
MOST_KEPT = 1_000
"""Courses of a workspace, and enrolments of a person, that are looked at."""
MOST_OFFERED = 8
MOST_NO = 3
"""Words of a no: a longer one may be a name."""
LABEL = 40
"""Characters of a course on a button."""


def key(course: Course) -> str:
    """By which enrolments and buttons name it: it stays when a teacher changes a shipped one."""
    return course.slug or course.id


@cache
def shipped() -> Mapping[str, Course]:
    """Those of the files, by slug; read when somebody first asks for courses."""
    paths = sorted(CATALOGUE.glob("*.yaml"))
    return {
        path.stem: files.read(path.read_text(encoding="utf-8"), SHIPPED, path.stem)
        for path in paths
    }


def named(course: Course, title: str) -> bool:
    """Whether that is its name."""
    return course.title.casefold() == title.strip().casefold()


async def every(ctx: Context) -> list[Course]:
    """Teachers' courses, the newest first, then the shipped ones that nobody has touched."""
    kept = await ctx.records(Course).list(limit=MOST_KEPT)
    touched = {course.slug for course in kept}
    untouched = [one for slug, one in shipped().items() if slug not in touched]
    return [course for course in (*kept, *untouched) if not course.removed]


async def visible(ctx: Context) -> list[Course]:
    """Those to be shown unasked: of the person's language, or of their teachers."""
    return [one for one in await every(ctx) if one.language in ("", ctx.language) or one.teacher]


async def get(ctx: Context, name: str) -> Course | None:
    """The course of that key."""
    return next((one for one in await every(ctx) if key(one) == name), None)


async def keep(ctx: Context, course: Course) -> Course:
    """Writes it; a shipped one becomes a record by that."""
    if not course.id:
        return await ctx.records(Course).add(course)
    await ctx.records(Course).put(course)
    return course


async def enrolments(ctx: Context) -> list[Enrolment]:
    """The person's, the one they last did something in first."""
    found = await ctx.records(Enrolment).list(limit=MOST_KEPT)
    return sorted(found, key=lambda one: one.used or one.begun, reverse=True)


async def enrolment(ctx: Context, course: Course) -> Enrolment | None:
    """The person's in that course."""
    return next((one for one in await enrolments(ctx) if one.course == key(course)), None)


async def chosen(
    ctx: Context,
    text: str | None,
    id: str | None,
    among: Sequence[Course],
    slot: str = "text",
    **carried: str,
) -> Course | Reply:
    """The one that is meant by its key or by words, else the reply that asks or regrets.

    `among` goes before all others; `carried` are slots of the buttons beside the course.
    """
    if id:
        one = await get(ctx, id)
        return one or ctx.reply("courses-gone", choices=[ctx.button("courses.list")])
    if not text:
        return _ask(ctx, slot, "courses-which", among or await visible(ctx), carried)
    if _is_no(ctx, slot, text):
        return ctx.reply("session-cancel-done")
    pools = (among, await visible(ctx), await every(ctx))
    found = [fitting(ctx, text, pool) for pool in pools]
    # A name is worth more than a mention, wherever it stands.
    offered = next((sure for sure, _ in found if sure), None)
    if offered is not None and len(offered) == 1:
        return offered[0]
    if offered := offered or next((near for _, near in found if near), None):
        return _ask(ctx, slot, "courses-which", offered, carried)
    return ctx.reply("courses-unknown", text=text, choices=[ctx.button("courses.list")])


def _is_no(ctx: Context, slot: str, text: str) -> bool:
    """Whether it is none of those that were asked about."""
    asked = ctx.asked
    waits = asked is not None and (asked.intent, asked.missing) == (ctx.intent, slot)
    return waits and len(text.split()) <= MOST_NO and agreed(ctx, text) is False


def fitting(ctx: Context, text: str, among: Sequence[Course]) -> tuple[list[Course], list[Course]]:
    """Those whose name has all of the words, and those that speak of them at all, best first."""
    said = text.strip(" .,;:!?\"'“”„«»").casefold()
    if exact := [one for one in among if one.title.casefold() == said]:
        return exact, []
    small = set(terms(ctx.text("courses-small-words"), ctx.language))
    wanted = set(terms(keywords(ctx, text), ctx.language)) - small
    if not wanted:
        return [], []
    sure: list[Course] = []
    near: list[tuple[int, Course]] = []
    for one in among:
        if _hits(ctx, wanted, f"{one.title} {one.subject}") == len(wanted):
            sure.append(one)
            continue
        titles = " ".join(lesson.title for lesson in one.lessons)
        hits = _hits(ctx, wanted, f"{one.title} {one.subject} {one.about} {titles}")
        if 2 * hits > len(wanted) or hits == len(wanted):
            near.append((hits, one))
    return sure, [one for _, one in sorted(near, key=lambda pair: -pair[0])]


def choices(courses: Sequence[Course], intent: str, **carried: str) -> list[Choice]:
    """A button for each."""
    return [
        Choice(shortened(one.title, LABEL), intent, {"id": key(one), **carried})
        for one in courses[:MOST_OFFERED]
    ]


def _hits(ctx: Context, wanted: set[str], text: str) -> int:
    """How many of the terms stand in it, in some form."""
    have = {form for term in terms(text, ctx.language) for form in (term, *stumps(term))}
    return sum(not have.isdisjoint((term, *stumps(term))) for term in wanted)


def _ask(
    ctx: Context, slot: str, text_id: str, offered: Sequence[Course], carried: Mapping[str, str]
) -> Reply:
    if not offered:
        return ctx.reply("courses-none")
    return ctx.ask(slot, text_id, choices=choices(offered, ctx.intent, **carried))
