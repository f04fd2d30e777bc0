"""Documents and recordings: read when they come, kept, and searched with the page of each hit."""

from collections.abc import Sequence

from core.assistant.citations import citation
from core.model import Choice, Reply
from core.skill import Context, intent, invoke, materials
from core.skill.keywords import keywords
from core.store.terms import terms
from core.study import Material, Passage
from core.texts import shortened

MOST_SHOWN, MOST_FOUND = 10, 4
QUOTED = 300
"""Characters of a passage that is found."""
SHOWN_WHOLE = 3000
"""Characters of a recording whose words are shown at once."""
LABEL = 40
LOOK = "decks.look"
"""What says how many cards are in a material that is a file of cards."""
CARDS = "decks.make"
"""What makes cards of a material, where the house has it."""


@intent("documents.read")
async def read(ctx: Context) -> Reply:
    """Says what was read in what has just come, or in what came last."""
    found = ctx.materials or tuple(await ctx.records(Material).list(limit=1))
    if not found:
        return ctx.reply("documents-none")
    lines = [await _told(ctx, one) for one in found]
    if unread := sum(one.unread for one in ctx.sources):
        lines.append(ctx.text("documents-unread", count=unread))
    if ctx.catalogue.intent(LOOK) is not None:
        looked = [await invoke(ctx.catalogue, LOOK, {"id": one.id}, ctx) for one in found]
        lines += [one.text for one in looked if one.text]
    choices = [ctx.button("documents.list")]
    if ctx.catalogue.intent(CARDS) is not None:
        choices.insert(0, Choice(ctx.text("documents-cards"), CARDS, {"id": found[0].id}))
    if ctx.model is not None and not ctx.model.abilities.small_offline:
        label = ctx.text("documents-summary")
        choices.insert(0, Choice(label, "mentor.ask", {"text": label}))
    return ctx.reply("documents-read-done", lines="\n\n".join(lines), choices=choices)


@intent("documents.find")
async def find(ctx: Context, text: str) -> Reply:
    """The passages with the most of these words, each with its page."""
    found = await ctx.records(Passage).search(keywords(ctx, text), limit=MOST_FOUND)
    if not found:
        known = await ctx.records(Material).list(limit=1)
        return ctx.reply("documents-find-none" if known else "documents-none", text=text)
    wanted = set(terms(text, ctx.language))
    lines = [_quote(ctx, one, wanted) for one in found]
    return ctx.reply("documents-find-done", count=len(found), lines="\n\n".join(lines))


@intent("documents.list")
async def list_documents(ctx: Context) -> Reply:
    """The newest first."""
    found = await ctx.records(Material).list(limit=MOST_SHOWN)
    if not found:
        return ctx.reply("documents-none")
    lines = "\n".join(f"• {_line(ctx, one)}" for one in found)
    return ctx.reply("documents-list-done", count=len(found), lines=lines)


@intent("documents.delete", effect="write", suggest=False)
async def delete(ctx: Context, text: str | None = None, id: str | None = None) -> Reply:
    """Forgets one with all that was read in it; asks which where several fit."""
    kept = ctx.records(Material)
    if id:
        known = await kept.get(id)
        return await _forgotten(ctx, known) if known else ctx.reply("documents-gone")
    newest = await kept.list(limit=MOST_SHOWN)
    if not newest:
        return ctx.reply("documents-none")
    if not text:
        return ctx.ask("text", choices=_choices(newest))
    wanted = set(terms(text, ctx.language))
    fit = [one for one in newest if wanted & set(terms(one.title, ctx.language))]
    sure = [one for one in fit if wanted <= set(terms(one.title, ctx.language))]
    if len(sure) == 1:
        return await _forgotten(ctx, sure[0])
    return ctx.ask("text", "documents-delete-which", choices=_choices(sure or fit or newest))


def _quote(ctx: Context, passage: Passage, wanted: set[str]) -> str:
    where = citation(ctx, passage.title, passage.page).strip("[]")
    return ctx.text("documents-quote", where=where, text=_around(passage.text, wanted, ctx))


async def _told(ctx: Context, material: Material) -> str:
    told = ctx.text(f"documents-told-{material.media}", title=material.title, total=material.total)
    if material.cut_short:
        told += " " + ctx.text("documents-cut-short")
    if material.media != "recording":
        return told
    passages = [await ctx.records(Passage).get(id) for id in material.passages]
    said = "\n".join(f"[{one.page}] {one.text}" for one in passages if one is not None)
    return f"{told}\n{shorten_lines(said, SHOWN_WHOLE)}"


def shorten_lines(text: str, most: int) -> str:
    """Its first lines, as many as there is room for."""
    if len(text) <= most:
        return text
    return text[:most].rpartition("\n")[0] + "\n…"


async def _forgotten(ctx: Context, material: Material) -> Reply:
    await materials.forget(ctx, material)
    return ctx.reply("documents-delete-done", title=material.title)


def _line(ctx: Context, material: Material) -> str:
    return ctx.text(f"documents-line-{material.media}", title=material.title, total=material.total)


def _around(text: str, wanted: set[str], ctx: Context) -> str:
    """The part of a passage in which the words stand."""
    words = text.split()
    hits = [at for at, word in enumerate(words) if wanted & set(terms(word, ctx.language))]
    start = max(0, (hits[0] if hits else 0) - 12)
    begun = " ".join(words[start:])
    return ("… " if start else "") + shortened(begun, QUOTED, " …")


def _choices(found: Sequence[Material]) -> list[Choice]:
    return [
        Choice(shortened(one.title, LABEL), "documents.delete", {"id": one.id}) for one in found
    ]
