"""Single cards: added in the person's words, and deleted again."""

import re
from collections.abc import Sequence

from core.model import Choice, Reply
from core.skill import Context, intent
from core.skill.keywords import agreed, keywords
from core.store.terms import terms
from core.study import Card, Practice
from core.texts import shortened
from skills.decks.keeping import Kept, called, decks, keep
from skills.decks.lines import parse_lines, split_card, unfolded
from skills.decks.parsed import LONGEST, Entry, columns
from skills.decks.telling import LABEL, card, made, ways

MOST_FOUND = 5


@intent("decks.add", effect="write")
async def add(ctx: Context, text: str, back: str | None = None, deck: str | None = None) -> Reply:
    """Puts a card into the deck that is named, or the newest; asks for the answer it lacks."""
    text = unfolded(text)
    if back is None and deck is None:
        text, deck = await _into(ctx, text)
    if "\n" in text.strip() and back is None:
        parsed = parse_lines(text, columns(ctx.texts))
        if parsed.entries:
            kept = await _kept(ctx, parsed.entries, deck)
            return made(ctx, kept, parsed.faults, more=parsed.more)
    sides = (text, back) if back else split_card(text) or _defined(ctx, text)
    if sides is None:
        return ctx.ask("back", front=shortened(text, LABEL))
    front, answer = (one.strip() for one in sides)
    if max(len(front), len(answer)) > LONGEST:
        return ctx.reply("decks-add-too-long", limit=LONGEST)
    kept = await _kept(ctx, [Entry(front, answer)], deck)
    title = kept.deck.title
    if kept.same:
        return ctx.reply("decks-add-same", title=title, choices=ways(ctx, kept.deck))
    told = card((kept.new or kept.changed)[0])
    text_id = "decks-add-done" if kept.new else "decks-add-changed"
    return ctx.reply(text_id, title=title, card=told, choices=ways(ctx, kept.deck))


@intent("decks.forget", effect="write", suggest=False)
async def forget(ctx: Context, text: str | None = None, id: str | None = None) -> Reply:
    """Deletes one card: that of a button, the one that is being asked, or by its words."""
    cards = ctx.records(Card)
    if id:
        one = await cards.get(id)
        return await _forgotten(ctx, one) if one else ctx.reply("decks-forget-gone")
    if not text:
        practice = await ctx.records(Practice).list(limit=1)
        queue = practice[0].queue if practice else ()
        present = await cards.get(queue[0]) if queue else None
        return await _forgotten(ctx, present) if present else ctx.ask("text")
    if ctx.asked is not None and ctx.asked.intent == ctx.intent and agreed(ctx, text) is False:
        return ctx.reply("decks-left")
    words = keywords(ctx, text)
    found = await cards.search(words, limit=MOST_FOUND)
    if not found:
        return ctx.reply("decks-forget-none", text=text)
    wanted = set(terms(words, ctx.person.language))
    sure = [one for one in found if wanted <= _terms(ctx, one)]
    if len(sure) == 1:
        return await _forgotten(ctx, sure[0])
    return ctx.ask("text", "decks-forget-which", choices=_choices(sure or found),
                   lines="\n".join(f"• {card(one)}" for one in sure or found))  # fmt: skip


async def _forgotten(ctx: Context, one: Card) -> Reply:
    await ctx.records(Card).remove(one.id)
    return ctx.reply("decks-forget-done", card=card(one))


async def _into(ctx: Context, text: str) -> tuple[str, str | None]:
    """The card without the name of a deck at its end: "luna = moon to Spanish animals"."""
    titles = sorted((one.title for one in await decks(ctx)), key=len, reverse=True)
    joints = "|".join(map(re.escape, ctx.text("decks-into").split()))
    for title in titles:
        named = rf"\s+(?:{joints})\s+(?:\w+\s+){{0,2}}[\"“„«]?{re.escape(title)}[\"”“»]?[.!]?\s*$"
        found = re.search(named, text, re.IGNORECASE)
        if found and split_card(text[: found.start()]):
            return text[: found.start()], title
    return text, None


async def _kept(ctx: Context, entries: Sequence[Entry], named: str | None) -> Kept:
    deck, title = None, named or ctx.text("decks-title-own")
    if named:
        fit = await called(ctx, named)
        deck = fit[0] if len(fit) == 1 else None
    elif known := await decks(ctx):
        deck = known[0]
    return await keep(ctx, entries, _upper(title), "own", deck=deck)


def _defined(ctx: Context, text: str) -> tuple[str, str] | None:
    """A term, and what it is: "mitosis is the division of a cell"."""
    for copula in ctx.text("decks-copulas").split():
        front, said, back = text.partition(f" {copula.replace('_', ' ')} ")
        if said and front.strip() and back.strip():
            return front.strip(" ,"), back.strip()
    return None


def _terms(ctx: Context, one: Card) -> set[str]:
    return set(terms(f"{one.front} {one.back} {one.tags}", ctx.person.language))


def _choices(found: Sequence[Card]) -> list[Choice]:
    return [Choice(shortened(card(one), LABEL), "decks.forget", {"id": one.id}) for one in found]


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
