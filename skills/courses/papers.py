"""What somebody who has completed a course gets to keep: a certificate with their name."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from core.model import Attachment, Certificate, Choice, Reply, wall
from core.skill import Context, intent, invoke
from core.study import Enrolment
from skills.courses.offered import chosen, enrolments, get
from skills.courses.words import line_mine, minutes

NAMING = "name.set"
MOST_WORDS, MOST_CHARACTERS = 6, 60
"""Of a name."""
UNSAFE = re.compile(r"[^\w .-]+")


@intent("courses.certificate", effect="write")
async def certificate(
    ctx: Context, text: str | None = None, name: str | None = None, id: str | None = None
) -> Reply:
    """The certificate of a completed course; asks for the name if nobody has told us."""
    mine = await enrolments(ctx)
    finished = [one for one in mine if one.completed is not None]
    if id is None and not text and finished:
        id = max(finished, key=lambda one: one.completed or one.begun).course
    if id is None and not mine:
        return ctx.reply("courses-mine-none", choices=[ctx.button("courses.list")])
    if id is None and not text:
        id = mine[0].course
    if id is None:
        found = [await get(ctx, one.course) for one in mine]
        course = await chosen(ctx, text, None, [one for one in found if one is not None])
        if isinstance(course, Reply):
            return course
        id = course.slug or course.id
    enrolled = next((one for one in mine if one.course == id), None)
    if enrolled is None:
        return ctx.reply("courses-certificate-not-in")
    if enrolled.completed is None:
        line = line_mine(ctx, await get(ctx, id), enrolled)
        go_on = Choice(ctx.text("courses-go-on"), "courses.lesson", {"id": id})
        return ctx.reply("courses-certificate-early", line=line, choices=[go_on])
    if name:
        return await _named(ctx, enrolled, name)
    return await _given(ctx, enrolled, "")


async def completed(
    ctx: Context, enrolled: Enrolment, told: str, choices: Sequence[Choice]
) -> Reply:
    """What is said when the last lesson is done: the certificate, or whose name it shall bear."""
    told += "\n" + ctx.text("courses-completed", title=enrolled.title)
    return replace(await _given(ctx, enrolled, told), choices=tuple(choices))


async def _named(ctx: Context, enrolled: Enrolment, name: str) -> Reply:
    """Takes the answer for a name, unless it is one in a sentence, or something else is meant."""
    meant = ctx.meant
    if meant is not None and meant.name == NAMING:
        name = str(meant.slots.get("name") or name)
    elif meant is not None and meant.plain:
        return await invoke(ctx.catalogue, meant.name, meant.slots, ctx)
    name = " ".join(name.strip(" .!,").split())
    if not name or len(name.split()) > MOST_WORDS or len(name) > MOST_CHARACTERS:
        ctx.slots = {"id": enrolled.course}
        return ctx.ask("name", "courses-certificate-name-odd", keen=True)
    ctx.know(name=name.title() if name.islower() else name)
    return await _given(ctx, enrolled, "")


async def _given(ctx: Context, enrolled: Enrolment, told: str) -> Reply:
    if not ctx.person.name:
        ctx.intent, ctx.slots = "courses.certificate", {"id": enrolled.course}
        asked = ctx.ask("name", keen=True)
        return replace(asked, text=f"{told}\n{asked.text}".lstrip())
    file = await _drawn(ctx, enrolled, ctx.person.name)
    handed = ctx.text("courses-certificate-done", name=ctx.person.name, title=enrolled.title)
    return replace(ctx.reply("courses-show-done", about=f"{told}\n{handed}".lstrip()), file=file)


async def _drawn(ctx: Context, enrolled: Enrolment, name: str) -> Attachment:
    """A PDF where somebody draws, else the same in plain text."""
    course = await get(ctx, enrolled.course)
    lessons = len(course.lessons) if course else len(enrolled.done)
    at = wall(enrolled.completed or ctx.now, ctx.zone).date()
    paper = Certificate(
        heading=ctx.text("courses-paper-heading"),
        name=name,
        body=ctx.text("courses-paper-body"),
        course=enrolled.title,
        date=ctx.texts.day(ctx.language, at, date.min),
        footer=ctx.text(
            "courses-paper-footer", lessons=lessons, minutes=minutes(course) if course else 0
        ),
    )
    title = " ".join(UNSAFE.sub(" ", enrolled.title).split())
    if ctx.drawer is not None:
        data = await ctx.drawer.certificate(paper)
        return Attachment(f"{title}.pdf", "application/pdf", data)
    lines = (paper.heading, paper.name, paper.body, paper.course, paper.date, paper.footer)
    return Attachment(f"{title}.txt", "text/plain", "\n\n".join(lines).encode())
