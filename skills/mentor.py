"""The mentor: explains, and helps with homework by a hint before the solution."""

import re
from collections.abc import Sequence
from dataclasses import replace

from core.assistant import Assistant, Data, converse, quoted, thread_of
from core.model import Choice, Reply
from core.skill import Context, intent
from core.skill.keywords import keywords
from core.store.terms import stumps, terms
from core.study import Note, Passage
from core.texts import shortened

MENTOR = Assistant("mentor", grants=frozenset({"notes.save", "reminders.create"}))
WAYS = ("hint", "simpler", "solution", "similar")
"""To go on, as buttons and words."""
MOST_FOUND = 6
WHOLE = 30_000
"""Characters of what came with a message that are shown as they are; of more only what fits."""
MOST_QUOTED = 2
LINE = 240
SUM = re.compile(
    r"\d ?[+*×·÷^=] ?\(?-?\w|[a-z] ?= ?-?\d|\d [-/] \d|\d (times|plus|minus|divided by) \d",
    re.IGNORECASE,
)
"""Something to be calculated, as it is written or said."""


@intent("mentor.ask")
async def ask(ctx: Context, text: str | None = None) -> Reply:
    """Answers a question, or looks at homework: by words, photo, document or voice."""
    if not text and not ctx.sources:
        return ctx.ask("text") if ctx.model else ctx.reply("assistant-off")
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
    model = ctx.model
    if model is None:
        return await _without_model(ctx, wanted, found)
    shown = _shown(ctx, found)
    if model.abilities.small_offline:
        bearing = [one for one in found if _bears_on(ctx, said, one)]
        return await _by_a_small_one(ctx, said, bearing, _shown(ctx, bearing))
    choices = [Choice(ctx.text(f"mentor-more-{one}"), "mentor.more", {"how": one}) for one in ways]
    return await converse(ctx, MENTOR, said, shown, choices)


async def _by_a_small_one(
    ctx: Context, said: str, found: Sequence[Data], shown: Sequence[Data]
) -> Reply:
    """What it says stands behind what the person's own papers say; sums are beyond it."""
    if any(SUM.search(text) for text in (said, *(one.text for one in shown))):
        return ctx.reply("mentor-no-sums")
    reply = await converse(ctx, MENTOR, said, shown)
    if not found:
        return reply
    papers = ctx.text("mentor-papers", lines="\n".join(_quotes(found[:MOST_QUOTED])))
    return replace(reply, text=f"{papers}\n\n{reply.text}")


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


def _bears_on(ctx: Context, said: str, data: Data) -> bool:
    """Whether most of what was asked about stands there: one word of several is a chance."""
    wanted = set(terms(keywords(ctx, said), ctx.person.language))
    have = set(terms(data.text, ctx.person.language))
    forms = have.union(*map(stumps, have))
    hits = sum(one in forms or not have.isdisjoint(stumps(one)) for one in wanted)
    return 2 * hits > len(wanted)


def _quotes(found: Sequence[Data]) -> list[str]:
    return [f"• {shortened(one.text, LINE)} {one.cited}" for one in found]


async def _without_model(ctx: Context, wanted: str, found: list[Data]) -> Reply:
    """The person's own papers and notes on it, and what an explanation would need."""
    notes = (
        await ctx.records(Note).search(keywords(ctx, wanted), limit=MOST_FOUND) if wanted else []
    )
    lines = _quotes(found)
    lines += [f"• {shortened(one.text, LINE)}" for one in notes]
    if not lines:
        return ctx.reply("assistant-off")
    return ctx.reply("mentor-off-found", lines="\n".join(lines), remedy=ctx.text("assistant-off"))
