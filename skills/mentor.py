"""The mentor: explains, and helps with homework by a hint before the solution."""

from collections.abc import Sequence
from textwrap import shorten

from core.assistant import Assistant, Data, converse, quoted, thread_of
from core.model import Choice, Reply
from core.skill import Context, intent
from core.skill.keywords import keywords
from core.study import Note, Passage

MENTOR = Assistant("mentor", grants=frozenset({"notes.save", "reminders.create"}))
WAYS = ("hint", "simpler", "solution", "similar")
"""To go on, as buttons and words."""
MOST_FOUND = 6
WHOLE = 30_000
"""Characters of what came with a message that are shown as they are; of more only what fits."""
LINE = 240


@intent("mentor.ask")
async def ask(ctx: Context, text: str | None = None) -> Reply:
    """Answers a question, or looks at homework: by words, photo, document or voice."""
    if not text and not ctx.sources:
        return ctx.ask("text")
    # Words in a picture are nobody's wish, even where they look like one: they are its text.
    said = ctx.said or ("" if ctx.sources else text or "")
    return await _answered(ctx, said or ctx.text("mentor-look"), said, WAYS)


@intent("mentor.more")
async def more(ctx: Context, how: str = "hint") -> Reply:
    """Goes on with the same: a further hint, in simpler words, the solution, a similar task."""
    if not (await thread_of(ctx, MENTOR.name)).exchanges:
        ctx.intent, ctx.slots = "mentor.ask", {}
        return ctx.ask("text")
    how = how if how in WAYS else WAYS[0]
    words = ctx.texts.attribute(ctx.language, f"mentor-more-{how}", "words") or how
    return await _answered(ctx, words, "", [one for one in WAYS if one != how])


async def _answered(ctx: Context, said: str, wanted: str, ways: Sequence[str]) -> Reply:
    found = await _found(ctx, wanted)
    if ctx.model is None:
        return await _without_model(ctx, wanted, found)
    choices = [Choice(ctx.text(f"mentor-more-{one}"), "mentor.more", {"how": one}) for one in ways]
    return await converse(ctx, MENTOR, said, _shown(ctx, found), choices)


async def _found(ctx: Context, wanted: str) -> list[Data]:
    """The passages of the person's papers that have these words."""
    if not wanted:
        return []
    found = await ctx.records(Passage).search(keywords(ctx, wanted), limit=MOST_FOUND)
    return [quoted(ctx, "passage", one.title, one.page, one.text) for one in found]


def _shown(ctx: Context, found: list[Data]) -> list[Data]:
    """What came with the message and what was found: what bears on the question first."""
    titles = iter(one.title for one in ctx.materials)
    came: list[Data] = []
    for source in ctx.sources:
        title = next(titles, source.name) if source.pages and source.kind != "image" else ""
        kind = "picture" if source.kind == "image" else source.kind
        came += [quoted(ctx, kind, title, page.label, page.text) for page in source.pages]
    if sum(len(one.text) for one in came) > WHOLE:
        return [*found, *came]
    cited = {one.cited for one in came}
    return [*came, *(one for one in found if one.cited not in cited)]


async def _without_model(ctx: Context, wanted: str, found: list[Data]) -> Reply:
    """The person's own papers and notes on it, and what an explanation would need."""
    notes = (
        await ctx.records(Note).search(keywords(ctx, wanted), limit=MOST_FOUND) if wanted else []
    )
    lines = [f"• {shorten(one.text, LINE, placeholder='…')} {one.cited}" for one in found]
    lines += [f"• {shorten(one.text, LINE, placeholder='…')}" for one in notes]
    if not lines:
        return ctx.reply("assistant-off")
    return ctx.reply("mentor-off-found", lines="\n".join(lines), remedy=ctx.text("assistant-off"))
