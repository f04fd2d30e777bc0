"""Decks made of something: a file or lines with cards in it, a document, a recording, notes."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from pathlib import PurePosixPath

from core.assistant.citations import citation
from core.errors import UserError
from core.model import Choice, Reply, Source
from core.skill import Context, intent
from core.skill.keywords import keywords
from core.store.terms import terms
from core.study import Material, Note, Passage
from skills.decks.asked import asked
from skills.decks.cloze import Piece, Tongue, cloze, language_of
from skills.decks.files import MOST_BYTES, decoded, holds_cards, parse
from skills.decks.keeping import Origin, keep
from skills.decks.lines import parse_lines, split_card, unfolded
from skills.decks.parsed import Entry, Parsed, columns
from skills.decks.telling import fault_lines, made

MOST_NOTES, MOST_PASSAGES, MOST_MATERIALS = 200, 20, 1_000


@intent("decks.import", effect="write")
async def take_in(ctx: Context, text: str | None = None, named: str | None = None) -> Reply:
    """A deck out of the file that came with it, or of the lines that were pasted; `named`: the
    first line is its title."""
    if any(one.pages for one in ctx.sources):
        return await _of_sources(ctx)
    if not text:
        return ctx.ask("text")
    text = unfolded(text)
    if named and "\n" not in text.strip():
        return await _empty(ctx, text)
    parsed = await _parsed(ctx, text, titled=named is not None)
    if not parsed.entries:
        faults = fault_lines(ctx, parsed.faults if "\n" in text else ())
        return ctx.ask("text", "decks-import-none", lines="".join(f"\n{one}" for one in faults))
    return await _made(ctx, parsed, parsed.title or ctx.text("decks-title-own"))


@intent("decks.make", effect="write")
async def make(
    ctx: Context, text: str | None = None, id: str | None = None, source: str | None = None
) -> Reply:
    """A deck out of what came with it, of notes (`source`), or of what the person gave us before:
    by its id, by its name, or by what it says; else of what came last."""
    if id:
        known = await ctx.records(Material).get(id)
        return await _of_material(ctx, known) if known else ctx.reply("decks-make-gone")
    if source == "notes":
        return await _of_notes(ctx, text)
    if any(one.pages for one in ctx.sources):
        return await _of_sources(ctx)
    newest = await ctx.records(Material).list(limit=MOST_MATERIALS)
    if not text:
        return await _of_material(ctx, newest[0]) if newest else ctx.ask("text")
    if "\n" in unfolded(text) or split_card(text):
        return await take_in(ctx, text)
    wanted = set(terms(keywords(ctx, text), ctx.person.language))
    fit = [one for one in newest if wanted <= set(terms(one.title, ctx.person.language))]
    if fit and wanted:
        return await _of_material(ctx, fit[0])
    return await _of_passages(ctx, text)


@intent("decks.look", suggest=False)
async def look(ctx: Context, id: str | None = None) -> Reply:
    """How many cards are in a material that is a file of cards; says nothing of any other."""
    newest = await ctx.records(Material).list(limit=1)
    known = await ctx.records(Material).get(id) if id else next(iter(newest), None)
    found = [await ctx.records(Passage).get(one) for one in known.passages] if known else []
    text = "\n".join(one.text for one in found if one is not None)
    none = Reply("") if id else ctx.reply("decks-look-none")
    if known is None or not holds_cards(known.title, text):
        return none
    data = await _bytes(ctx, known)
    parsed = await _parsed(ctx, text if data is None else decoded(data), name=known.title)
    count = len(parsed.entries)
    make = Choice(ctx.text("decks-look-make"), "decks.make", {"id": known.id})
    return ctx.reply("decks-look-done", count=count, choices=[make]) if count else none


async def _bytes(ctx: Context, material: Material) -> bytes | None:
    """As many as may be read; None where the channel has them no more."""
    if material.target is None:
        return None
    with suppress(UserError):
        return (await ctx.outside.fetch(material.target, material.ref))[: MOST_BYTES + 1]
    return None


async def _empty(ctx: Context, title: str) -> Reply:
    """A deck of that name, to be filled by what comes next."""
    kept = await keep(ctx, (), _upper(title), "own")
    ctx.intent, ctx.slots = "decks.add", {}
    return ctx.ask("text", "decks-import-empty", title=kept.deck.title)


async def _of_sources(ctx: Context) -> Reply:
    """What came with the words; several are told one below the other."""
    replies = [
        await _of_file(ctx, one) if _is_deck(one) else await _of_source(ctx, one)
        for one in ctx.sources if one.pages
    ]  # fmt: skip
    if len(replies) == 1:
        return replies[0]
    choices = [choice for one in replies for choice in one.choices[:1]]
    return ctx.reply("decks-told", lines="\n\n".join(one.text for one in replies), choices=choices)


def _is_deck(source: Source) -> bool:
    text = "\n".join(page.text for page in source.pages)
    return source.kind == "document" and holds_cards(source.name, text)


async def _of_file(ctx: Context, source: Source) -> Reply:
    try:
        text = decoded((await ctx.fetch(source.ref))[: MOST_BYTES + 1])
    except UserError:  # gone meanwhile: what was read of it is there
        text = "\n".join(page.text for page in source.pages)
    return await _of_cards(ctx, text, source.name)


async def _of_cards(ctx: Context, text: str, name: str) -> Reply:
    if len(text.encode()) > MOST_BYTES:
        return ctx.reply("decks-too-large", name=name, limit=MOST_BYTES // 1000)
    parsed = await _parsed(ctx, text, name=name)
    if not parsed.entries:
        lines = "".join(f"\n{one}" for one in fault_lines(ctx, parsed.faults))
        return ctx.reply("decks-file-none", name=name, lines=lines)
    return await _made(ctx, parsed, parsed.title or _title(name) or ctx.text("decks-title-own"))


async def _of_source(ctx: Context, source: Source) -> Reply:
    """A document, a recording or a photo; only the first two are kept as materials."""
    kept = [one for one in ctx.sources if one.kind != "image" and one.pages]
    material = ctx.materials[kept.index(source)] if source in kept else None
    title = material.title if material else source.name or ctx.text("decks-title-picture")
    pieces = [Piece(page.text, _cited(ctx, title, page.label)) for page in source.pages]
    return await _of_pieces(ctx, pieces, _title(title), material.id if material else "")


async def _of_material(ctx: Context, material: Material) -> Reply:
    found = [await ctx.records(Passage).get(one) for one in material.passages]
    passages = [one for one in found if one is not None]
    if holds_cards(material.title, "\n".join(one.text for one in passages)):
        return await _of_material_file(ctx, material, passages)
    return await _of_pieces(ctx, _pieces(ctx, passages), _title(material.title), material.id)


async def _of_material_file(ctx: Context, material: Material, passages: Sequence[Passage]) -> Reply:
    """A file of cards that came before: its lines are in its bytes, and not in its passages."""
    data = await _bytes(ctx, material)
    if data is not None:
        return await _of_cards(ctx, decoded(data), material.title)
    if len(passages) == 1:
        return await _of_cards(ctx, passages[0].text, material.title)
    return ctx.reply("decks-make-again", name=material.title)


async def _of_passages(ctx: Context, text: str) -> Reply:
    """What the person's papers and notes say about it."""
    found = await ctx.records(Passage).search(keywords(ctx, text), limit=MOST_PASSAGES)
    if not found:
        return await _of_notes(ctx, text)
    return await _of_pieces(ctx, _pieces(ctx, found), _upper(text), "")


async def _of_notes(ctx: Context, text: str | None) -> Reply:
    notes = ctx.records(Note)
    if text:
        found = await notes.search(keywords(ctx, text), limit=MOST_NOTES)
    else:
        found = await notes.list(limit=MOST_NOTES)
    if not found:
        return ctx.reply("decks-make-none" if text else "decks-make-no-notes", text=text or "",
                         choices=[ctx.button("decks.samples")])  # fmt: skip
    title = _upper(text) if text else ctx.text("decks-title-notes")
    cited = ctx.text("decks-cited-note")
    pieces = [Piece(_noted(one.text), cited) for one in reversed(found)]
    return await _of_pieces(ctx, pieces, title, "", origin="notes")


async def _of_pieces(
    ctx: Context, pieces: Sequence[Piece], title: str, source: str, origin: Origin = "material"
) -> Reply:
    language = language_of(ctx.texts, "\n".join(one.text for one in pieces), ctx.language)
    entries = list(_written(ctx, pieces)) if origin == "notes" else []
    rest = [one for one in pieces if not split_card(one.text)] if entries else pieces
    entries += await asked(ctx, rest, language) or await asyncio.to_thread(
        cloze, rest, Tongue.of(ctx.texts, language)
    )
    if not entries:
        return ctx.reply("decks-make-poor", title=title)
    kept = await keep(ctx, entries, title, origin, source=source, language=language)
    return made(ctx, kept)


def _written(ctx: Context, pieces: Sequence[Piece]) -> Sequence[Entry]:
    """Notes that are cards already: "mitosis = division of a cell"."""
    words = columns(ctx.texts)
    return [
        one for piece in pieces if split_card(piece.text)
        for one in parse_lines(piece.text, words).entries
    ]  # fmt: skip


async def _parsed(ctx: Context, text: str, *, name: str = "", titled: bool = False) -> Parsed:
    words = columns(ctx.texts)
    return await asyncio.to_thread(parse, text, words, name=name, titled=titled)


async def _made(ctx: Context, parsed: Parsed, title: str) -> Reply:
    kept = await keep(ctx, parsed.entries, title, "file", language=parsed.language)
    return made(ctx, kept, parsed.faults, more=parsed.more)


def _noted(text: str) -> str:
    """A note as a whole sentence, unless it is a card already: people begin them small, and end
    them without a full stop."""
    text = text.strip()
    if split_card(text):
        return text
    return _upper(text) + ("" if text.endswith((".", "!", "?", "…")) else ".")


def _pieces(ctx: Context, passages: Sequence[Passage]) -> list[Piece]:
    return [Piece(one.text, _cited(ctx, one.title, one.page)) for one in passages]


def _cited(ctx: Context, title: str, page: str) -> str:
    return citation(ctx, title, page).strip("[]")


def _title(name: str) -> str:
    """A file's name as a title."""
    path = PurePosixPath(name)
    stem = path.stem if 2 <= len(path.suffix) <= 6 and " " not in path.suffix else name
    return _upper(stem.replace("_", " ").strip())


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
