"""What a person is told of their decks and cards."""

from collections.abc import Sequence

from core.model import Choice, Reply
from core.skill import Context
from core.study import Card, Deck
from core.texts import shortened
from skills.decks.keeping import Kept
from skills.decks.parsed import MOST_CARDS, Fault

SHOWN, MOST_FAULTS = 3, 5
"""Cards, and lines at fault, of those that are told."""
LINE, LABEL = 160, 40
PRACTISE = "quiz.start"


def made(ctx: Context, kept: Kept, faults: Sequence[Fault] = (), *, more: bool = False,
         fronts: bool = False) -> Reply:  # fmt: skip
    """What became of cards that were put into a deck, with the first of them; `fronts`: without
    their answers, where they are still to be asked."""
    title, new, changed = kept.deck.title, len(kept.new), len(kept.changed)
    if not new and not changed:
        said = [ctx.text("decks-made-nothing", title=title, count=kept.same)]
    else:
        said = [ctx.text("decks-made", title=title, count=new)] if new else []
        if changed:
            said.append(ctx.text("decks-made-changed", title=title, count=changed))
        if kept.same:
            said.append(ctx.text("decks-made-same", count=kept.same))
    shown = (kept.new or kept.changed)[:SHOWN]
    lines = [" ".join(said), *(f"• {_front(one) if fronts else card(one)}" for one in shown)]
    if new > SHOWN:
        lines.append("…")
    lines += fault_lines(ctx, faults)
    if more:
        lines.append(ctx.text("decks-fault-limit", limit=MOST_CARDS))
    return ctx.reply("decks-told", lines="\n".join(lines), choices=ways(ctx, kept.deck))


def fault_lines(ctx: Context, faults: Sequence[Fault]) -> list[str]:
    """The first lines at fault, and how many more there are."""
    lines = [ctx.text(f"decks-fault-{one.why}", line=one.line) for one in faults[:MOST_FAULTS]]
    if len(faults) > MOST_FAULTS:
        lines.append(ctx.text("decks-fault-more", count=len(faults) - MOST_FAULTS))
    return lines


def ways(ctx: Context, deck: Deck) -> list[Choice]:
    """What can be done with a deck."""
    show = Choice(ctx.text("decks-show-cards"), "decks.show", {"id": deck.id})
    if ctx.catalogue.intent(PRACTISE) is None:
        return [show]
    return [Choice(ctx.text("decks-practise"), PRACTISE, {"deck": deck.id}), show]


def card(one: Card) -> str:
    """A card in one line."""
    return f"{shortened(one.front, LINE)} → {shortened(one.back, LINE)}"


def _front(one: Card) -> str:
    return shortened(one.front, LINE)


def choices(found: Sequence[Deck], intent: str) -> list[Choice]:
    """A button for each deck."""
    return [Choice(shortened(one.title, LABEL), intent, {"id": one.id}) for one in found]
