"""Decks and their cards as they are kept: found by what people call them, and added to."""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from core.skill import Context
from core.skill.keywords import keywords
from core.store.terms import terms
from core.study import Card, Deck
from core.texts import shortened
from skills.decks.parsed import Entry

MOST_DECKS, MOST_KEPT = 1_000, 100_000
LONGEST_TITLE = 80
BREATH = 200
"""Cards after which others have their turn."""

Origin = Literal["own", "file", "notes", "material", "course", "sample"]


@dataclass(slots=True)
class Kept:
    """A deck, and what became of the cards that were put into it."""

    deck: Deck
    new: list[Card] = field(default_factory=list)
    changed: list[Card] = field(default_factory=list)
    """Their answer is another now."""
    same: int = 0


async def keep(
    ctx: Context, entries: Iterable[Entry], title: str, origin: Origin, *, source: str = "",
    language: str = "", deck: Deck | None = None,
) -> Kept:  # fmt: skip
    """Puts cards into the deck, or that of this source or title: only what is new in it."""
    deck = (
        deck
        or await _known(ctx, title, source)
        or await ctx.records(Deck).add(
            Deck(shortened(title, LONGEST_TITLE), ctx.now, origin, source, language=language),
            key=source or _key(shortened(title, LONGEST_TITLE)),
        )
    )
    held = {_key(one.front): one for one in await cards_of(ctx, deck.id)}
    kept, fresh = Kept(deck), set[str]()
    place = max((one.position for one in held.values()), default=-1)
    cards = ctx.records(Card)
    for number, entry in enumerate(entries, 1):
        key = _key(entry.front)
        card = held.get(key)
        if card is None:
            place += 1
            card = await cards.add(_card(ctx, deck, entry, place))
            kept.new.append(card)
            fresh.add(key)
        elif _key(entry.back) in map(_key, (card.back, *card.accepted)):
            kept.same += 1
        elif key in fresh:  # the same question again: either answer is right
            card = replace(card, accepted=(*card.accepted, entry.back))
            await cards.put(card)
        else:
            card = replace(card, back=entry.back, accepted=entry.accepted)
            await cards.put(card)
            kept.changed.append(card)
        held[key] = card
        if number % BREATH == 0:
            await asyncio.sleep(0)
    await cards.index()
    return kept


async def cards_of(ctx: Context, deck: str) -> Sequence[Card]:
    """The cards of the deck of that id, as they were made."""
    found = [one for one in await ctx.records(Card).list(MOST_KEPT) if one.deck == deck]
    return sorted(found, key=lambda card: card.position)


async def decks(ctx: Context) -> Sequence[Deck]:
    """All of them, the newest first."""
    return await ctx.records(Deck).list(MOST_DECKS)


async def called(ctx: Context, text: str) -> Sequence[Deck]:
    """The decks that the words may mean: of that very name, else with all of the words."""
    known = await decks(ctx)
    if exact := [one for one in known if _key(one.title) == _key(text)]:
        return exact
    wanted = set(terms(keywords(ctx, text), ctx.person.language))
    return [
        one for one in known
        if wanted <= set(terms(f"{one.title} {one.topics}", ctx.person.language))
    ]  # fmt: skip


async def forget(ctx: Context, deck: Deck) -> int:
    """Removes a deck with its cards; returns how many there were."""
    cards = await cards_of(ctx, deck.id)
    for number, card in enumerate(cards, 1):
        await ctx.records(Card).remove(card.id)
        if number % BREATH == 0:
            await asyncio.sleep(0)
    await ctx.records(Deck).remove(deck.id)
    return len(cards)


async def _known(ctx: Context, title: str, source: str) -> Deck | None:
    known = await decks(ctx)
    same = (one for one in known if source and one.source == source)
    named = (one for one in known if _key(one.title) == _key(shortened(title, LONGEST_TITLE)))
    return next(same, None) or next(named, None)


def _card(ctx: Context, deck: Deck, entry: Entry, place: int) -> Card:
    return Card(
        deck.id, entry.front, entry.back, ctx.now, entry.accepted, entry.hint, entry.tags,
        entry.cited, place,
    )  # fmt: skip


def _key(text: str) -> str:
    return " ".join(text.casefold().split())
