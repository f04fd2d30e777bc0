"""What a person gave us to read is kept in passages, so that it can be asked about later."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from core.model import Page, Source
from core.skill.context import Context
from core.study import Material, Passage

MOST_CHARACTERS = 1200
"""Of a passage: short enough to be quoted in a prompt beside others."""
LONG_AGO = datetime(1970, 1, 1)
"""Seen from there a day has its date and its year, and is not "today"."""
MOST_COMPARED = 1000
"""Materials among which one sent again is looked for."""

Seams = Sequence[tuple[re.Pattern[str], str]]
"""Where a text may be parted, coarse before fine, and what joins its pieces again."""
SEAMS: Seams = (
    (re.compile(r"\n\s*\n"), "\n\n"),
    (re.compile(r"(?<=[.!?…])\s+"), " "),
    (re.compile(r"\s+"), " "),
)


async def keep(ctx: Context) -> tuple[Material, ...]:
    """Keeps the documents and recordings among the sources; returns them as they are kept."""
    kept = [await _keep(ctx, one) for one in ctx.sources if one.kind != "image" and one.pages]
    return tuple(kept)


async def forget(ctx: Context, material: Material) -> None:
    """Removes it with all its passages."""
    passages = ctx.records(Passage)
    for id in material.passages:
        await passages.remove(id)
    await ctx.records(Material).remove(material.id)


async def _keep(ctx: Context, source: Source) -> Material:
    materials, passages = ctx.records(Material), ctx.records(Passage)
    digest = hashlib.sha256("\f".join(page.text for page in source.pages).encode()).hexdigest()
    for known in await materials.list(limit=MOST_COMPARED):
        if known.digest == digest:
            return known
    made = await materials.add(
        Material(
            title=source.name.strip()
            or ctx.text(f"documents-{source.kind}", when=ctx.when(ctx.local, now=LONG_AGO)),
            media=source.kind,
            total=source.total,
            created=ctx.now,
            cut_short=source.cut_short,
            digest=digest,
            ref=source.ref,
            target=ctx.target,
        )
    )
    pieces = [(page.label, text) for page in source.pages for text in split(page)]
    ids = [
        (await passages.add(Passage(made.id, made.title, label, text, position))).id
        for position, (label, text) in enumerate(pieces)
    ]
    made = replace(made, passages=tuple(ids))
    await materials.put(made)
    return made


def split(page: Page) -> Iterator[str]:
    """A page as passages: whole where it is short, else by paragraphs, sentences, words."""
    yield from _packed(page.text.strip(), SEAMS)


def _packed(text: str, seams: Seams) -> Iterator[str]:
    if len(text) <= MOST_CHARACTERS:
        if text:
            yield text
        return
    if not seams:
        for start in range(0, len(text), MOST_CHARACTERS):
            yield text[start : start + MOST_CHARACTERS]
        return
    (seam, joint), *finer = seams
    held = ""
    for piece in seam.split(text):
        joined = f"{held}{joint}{piece}" if held else piece
        if len(joined) > MOST_CHARACTERS:
            yield from _packed(held, finer)
            joined = piece
        held = joined
    yield from _packed(held, finer)
