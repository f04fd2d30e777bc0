"""Which cards are asked: those of a topic, the due ones first, then new ones, then the weakest."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from core.skill import Context
from core.skill.keywords import keywords
from core.store.terms import terms
from core.study import Card, Deck

MOST_CARDS = 5_000
"""Of one person that are looked at."""
MOST_FOUND = 50
"""By the words of a topic."""


@dataclass(frozen=True, slots=True)
class Picked:
    """Cards of one topic in the order in which they are to be asked."""

    title: str
    """Of the topic; empty: everything that there is."""
    due: Sequence[Card] = ()
    new: Sequence[Card] = ()
    later: Sequence[Card] = ()

    @property
    def cards(self) -> Sequence[Card]:
        """All of them."""
        return [*self.due, *self.new, *self.later]


async def pick(ctx: Context, topic: str | None = None, deck: str | None = None) -> Picked:
    """The cards of a deck's id, or about a topic; of everything where none is named."""
    if deck and (known := await ctx.records(Deck).get(deck)):
        return _ordered(known.title, await _of_decks(ctx, known), ctx.now)
    if not topic:
        return _ordered("", await ctx.records(Card).list(MOST_CARDS), ctx.now)
    words = keywords(ctx, topic)
    decks = await _decks(ctx, words)
    cards = await _of_decks(ctx, *decks) if decks else ()
    if not cards:
        cards = await ctx.records(Card).search(words, MOST_FOUND)
        decks = ()
    return _ordered(decks[0].title if len(decks) == 1 else topic, cards, ctx.now)


async def siblings(ctx: Context, card: Card) -> Sequence[Card]:
    """The other cards of its deck."""
    cards = await ctx.records(Card).list(MOST_CARDS)
    return [one for one in cards if one.deck == card.deck and one.id != card.id]


async def _decks(ctx: Context, words: str) -> Sequence[Deck]:
    """Those with all of the words in their titles and topics; the best of several titles alone."""
    wanted = set(terms(words, ctx.person.language))
    found = await ctx.records(Deck).search(words)
    sure = [one for one in found if wanted <= _terms(ctx, f"{one.title} {one.topics}")]
    named = [one for one in sure if wanted == _terms(ctx, keywords(ctx, one.title))]
    return named or sure


def _terms(ctx: Context, text: str) -> set[str]:
    return set(terms(text, ctx.person.language))


async def _of_decks(ctx: Context, *decks: Deck) -> Sequence[Card]:
    ids = {one.id for one in decks}
    return [one for one in await ctx.records(Card).list(MOST_CARDS) if one.deck in ids]


def _ordered(title: str, cards: Sequence[Card], now: datetime) -> Picked:
    known = [one for one in cards if one.state != "new"]
    return Picked(
        title,
        due=sorted((one for one in known if one.due <= now), key=lambda one: one.due),
        new=[one for one in cards if one.state == "new"],
        later=sorted(
            (one for one in known if one.due > now), key=lambda one: (one.stability or 0, one.due)
        ),
    )
