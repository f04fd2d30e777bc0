"""Decks of cards: made, filled, shown, renamed and deleted; practising them is another skill's."""

from collections import Counter
from dataclasses import replace

from core.model import Choice, Reply
from core.skill import Context, intent
from core.skill.keywords import agreed
from core.study import Card, Deck
from core.texts import shortened
from skills.decks.adding import add, forget
from skills.decks.keeping import LONGEST_TITLE, MOST_KEPT, called, cards_of, decks
from skills.decks.keeping import forget as forget_deck
from skills.decks.making import look, make, take_in
from skills.decks.shelf import samples
from skills.decks.telling import card, choices, ways

__all__ = [
    "add",
    "delete",
    "forget",
    "list_decks",
    "look",
    "make",
    "rename",
    "samples",
    "show",
    "take_in",
]

MOST_SHOWN, MOST_CARDS = 20, 10


@intent("decks.list")
async def list_decks(ctx: Context) -> Reply:
    """Each with how many cards it has, and how many of them are due."""
    known = await decks(ctx)
    if not known:
        offers = [ctx.button(one) for one in ("decks.samples", "decks.import", "decks.add")]
        return ctx.reply("decks-list-none", choices=offers)
    cards = await ctx.records(Card).list(MOST_KEPT)
    count = Counter(one.deck for one in cards)
    due = Counter(one.deck for one in cards if one.due <= ctx.now)
    lines = [
        "• " + ctx.text("decks-list-line", title=one.title, count=count[one.id], due=due[one.id])
        for one in known[:MOST_SHOWN]
    ]
    if len(known) > MOST_SHOWN:
        lines.append(ctx.text("decks-list-more", count=len(known) - MOST_SHOWN))
    offered = ways(ctx, known[0])[:-1] if len(known) == 1 else []
    offered += choices(known[:3], "decks.show")
    return ctx.reply("decks-list-done", count=len(known), lines="\n".join(lines), choices=offered)


@intent("decks.show")
async def show(
    ctx: Context, text: str | None = None, id: str | None = None, begin: str | None = None
) -> Reply:
    """The cards of one deck, some at a time; `begin`: the place of the first."""
    deck = await _meant(ctx, text, id)
    if isinstance(deck, Reply):
        return deck
    cards = await cards_of(ctx, deck.id)
    if not cards:
        return ctx.reply("decks-show-empty", title=deck.title, choices=[ctx.button("decks.add")])
    start = min(int(begin), len(cards) - 1) if begin and begin.isdecimal() else 0
    shown = cards[start : start + MOST_CARDS]
    lines = "\n".join(f"{at}. {card(one)}" for at, one in enumerate(shown, start + 1))
    offered = ways(ctx, deck)[:-1]
    left = len(cards) - start - len(shown)
    if left > 0:
        slots = {"id": deck.id, "begin": str(start + len(shown))}
        offered.append(Choice(ctx.text("decks-show-more", count=left), "decks.show", slots))
    return ctx.reply(
        "decks-show-done", title=deck.title, count=len(cards), lines=lines, choices=offered
    )


@intent("decks.rename", effect="write")
async def rename(ctx: Context, to: str, text: str | None = None, id: str | None = None) -> Reply:
    """Calls a deck otherwise: the one that is named, or the newest."""
    known = await decks(ctx)
    if not text and not id and known:
        id = known[0].id
    deck = await _meant(ctx, text, id)
    if isinstance(deck, Reply):
        return deck
    title = shortened(to, LONGEST_TITLE)
    await ctx.records(Deck).put(replace(deck, title=title))
    return ctx.reply("decks-rename-done", before=deck.title, title=title)


@intent("decks.delete", effect="write", suggest=False)
async def delete(
    ctx: Context, text: str | None = None, id: str | None = None, sure: str | None = None
) -> Reply:
    """Deletes a deck with its cards; asks which where several fit, and once more where it has
    any."""
    deck = await _meant(ctx, text, id)
    if isinstance(deck, Reply):
        return deck
    count = len(await cards_of(ctx, deck.id))
    answer = agreed(ctx, sure) if sure else None
    if count and answer is None:
        ctx.slots = {"id": deck.id}
        slots = {"id": deck.id, "sure": "yes"}
        yes = Choice(ctx.text("decks-delete-yes"), "decks.delete", slots)
        no = Choice(ctx.text("decks-delete-no"), "session.cancel")
        return ctx.ask("sure", choices=[yes, no], title=deck.title, count=count)
    if count and not answer:
        return ctx.reply("decks-delete-kept", title=deck.title)
    await forget_deck(ctx, deck)
    return ctx.reply("decks-delete-done", title=deck.title, count=count)


async def _meant(ctx: Context, text: str | None, id: str | None) -> Deck | Reply:
    """The one deck that is meant; else what the person is told or asked."""
    if id:
        deck = await ctx.records(Deck).get(id)
        return deck or ctx.reply("decks-gone")
    known = await decks(ctx)
    if not known:
        return ctx.reply("decks-list-none", choices=[ctx.button("decks.samples")])
    fit = await called(ctx, text) if text else known
    if len(fit) == 1 and (text or len(known) == 1):
        return fit[0]
    if not fit and text and ctx.asked is not None and agreed(ctx, text) is False:
        return ctx.reply("decks-left")
    if not fit:
        lines = "\n".join(f"• {one.title}" for one in known[:MOST_SHOWN])
        return ctx.reply("decks-unknown", text=text or "", lines=lines)
    return ctx.ask("text", "decks-which", choices=choices(fit[:MOST_SHOWN], ctx.intent))
