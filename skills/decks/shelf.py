"""Decks that came with the house: a YAML file each, found by looking into the folder."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from core.model import Choice, Reply
from core.skill import Context, intent
from core.skill.keywords import keywords
from core.store.terms import terms
from core.texts import LANGUAGES
from skills.decks.keeping import keep
from skills.decks.parsed import Entry, columns
from skills.decks.telling import made
from skills.decks.written import parse_yaml

FOLDER = Path(__file__).parent / "samples"


@dataclass(frozen=True, slots=True)
class Sample:
    """One of them; `name` is that of its file."""

    name: str
    title: str
    language: str
    entries: tuple[Entry, ...]


@intent("decks.samples", effect="write")
async def samples(ctx: Context, text: str | None = None, name: str | None = None) -> Reply:
    """Shows the ready-made decks; the one that is picked is copied for the person."""
    words = tuple(columns(ctx.texts).items())
    shelf = await asyncio.to_thread(shelf_of, ctx.language, FOLDER, words)
    if name is not None:
        whole = [one for language in LANGUAGES
                 for one in await asyncio.to_thread(shelf_of, language, FOLDER, words)]  # fmt: skip
        found = [one for one in whole if one.name == name]
    else:
        wanted = set(terms(keywords(ctx, text or ""), ctx.language))
        fit = [one for one in shelf if wanted & set(terms(one.title, ctx.language))]
        found = fit if text and len(fit) == 1 else []
    if not found:
        choices = [Choice(one.title, "decks.samples", {"name": one.name}) for one in shelf]
        lines = "\n".join(
            "• " + ctx.text("decks-samples-line", title=one.title, count=len(one.entries))
            for one in shelf
        )
        return ctx.reply("decks-samples-done", lines=lines, choices=choices)
    one = found[0]
    kept = await keep(ctx, one.entries, one.title, "sample", source=one.name, language=one.language)
    return made(ctx, kept, fronts=True)


@lru_cache(maxsize=8)
def shelf_of(language: str, folder: Path, words: tuple[tuple[str, str], ...]) -> Sequence[Sample]:
    """The samples of one language, as their files are called; `words` are those of `columns`."""
    found = []
    for path in sorted(folder.glob(f"*.{language}.yaml")):
        parsed = parse_yaml(path.read_text(encoding="utf-8"), dict(words))
        name = path.name.removesuffix(".yaml")
        found.append(Sample(name, parsed.title, language, tuple(parsed.entries)))
    return tuple(found)
