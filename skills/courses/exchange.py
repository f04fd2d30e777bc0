"""Courses in and out by file: our own YAML, or a document whose headings become lessons."""

from dataclasses import replace

from core.model import Attachment, Choice, Reply, Source
from core.skill import Context, intent
from core.study import Course
from core.texts import shortened
from skills.courses import files
from skills.courses.offered import chosen, every, keep, key, named
from skills.courses.words import minutes

ENDINGS = (".yaml", ".yml")
MOST_TOLD = 10
"""Lessons that are named in the answer."""


@intent("courses.import", effect="write", suggest=False, role="teacher")
async def import_course(ctx: Context) -> Reply:
    """Makes a course of the file that came with the words; one of that name becomes it."""
    sent = next((one for one in ctx.sources if one.kind == "document"), None)
    if sent is None:
        return ctx.reply("courses-import-nothing")
    try:
        course = await _read(ctx, sent)
    except files.Faulty as found:
        lines = "\n".join(f"• {_told(ctx, fault)}" for fault in found.faults)
        return ctx.reply("courses-import-faults", count=len(found.faults), lines=lines)
    if course is None:
        return ctx.reply("courses-import-no-headings", name=sent.name)
    known = next((one for one in await every(ctx) if named(one, course.title)), None)
    if known is None:
        kept = await keep(ctx, replace(course, teacher=ctx.person.id))
    else:
        kept = await keep(
            ctx,
            replace(
                course,
                created=known.created,
                teacher=known.teacher,
                slug=known.slug,
                id=known.id,
            ),
        )
    lines = "\n".join(
        f"{number}. {shortened(one.title, 60)}"
        for number, one in enumerate(kept.lessons[:MOST_TOLD], 1)
    )
    if len(kept.lessons) > MOST_TOLD:
        lines += "\n…"
    text_id = "courses-import-done" if known is None else "courses-import-again"
    return ctx.reply(
        text_id,
        title=kept.title,
        count=len(kept.lessons),
        minutes=minutes(kept),
        lines=lines,
        choices=[Choice(ctx.text("courses-look"), "courses.show", {"id": key(kept)})],
    )


@intent("courses.export", role="teacher")
async def export(ctx: Context, text: str | None = None, id: str | None = None) -> Reply:
    """The course as a file, to be changed and imported again."""
    course = await chosen(ctx, text, id, ())
    if isinstance(course, Reply):
        return course
    name = " ".join("".join(one if one.isalnum() else " " for one in course.title).split())
    data = files.write(course).encode()
    file = Attachment(f"{name}.yaml", "application/yaml", data)
    return replace(ctx.reply("courses-export-done", title=course.title), file=file)


async def _read(ctx: Context, sent: Source) -> Course | None:
    if not sent.name.casefold().endswith(ENDINGS):
        return files.of_pages(sent.name, sent.pages, ctx.now, ctx.language)
    try:
        # Its own bytes: a reader of documents tidies blanks, and YAML needs them.
        text = (await ctx.fetch(sent.ref)).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise files.Faulty([files.Fault(1, "broken")]) from None
    return files.read(text, ctx.now)


def _told(ctx: Context, fault: files.Fault) -> str:
    what = ctx.text(f"courses-fault-{fault.what}", **fault.values)
    return ctx.text("courses-fault-line", line=fault.line, what=what) if fault.line else what
