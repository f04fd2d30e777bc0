"""What is said in a round of questions: the question, its hints and choices, and the end."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from math import ceil
from zlib import crc32

from core.model import Choice, Reply, wall
from core.skill import Context
from core.study import Card, Practice
from core.texts import shortened
from skills.quiz.picking import MOST_CARDS, siblings
from skills.quiz.wording import plain

LINE, LABEL = 200, 40
"""Characters of a card in a list, and of an answer on a button."""
OPTIONS = 4
MOST_ASIDE = 3
"""Rounds that wait."""
SOON = 60
"""Minutes that are told as such."""
FEW_WORDS = 3
"""An answer of more is hinted at by its first words, else by the first letters of each."""


async def open_practice(ctx: Context) -> Practice | None:
    """The round that the person is in, if there is one; cards that are gone are left out."""
    practice = await last_practice(ctx)
    if practice is None:
        return None
    cards = ctx.records(Card)
    queue = tuple([id for id in practice.queue if await cards.get(id) is not None])
    gone = len(practice.queue) - len(queue)
    if gone:
        present = practice.queue[:1] == queue[:1]
        practice = replace(practice, queue=queue, total=practice.total - gone)
        practice = practice if present else fresh(ctx, practice)
        await ctx.records(Practice).put(practice)
    return practice if queue else None


async def last_practice(ctx: Context) -> Practice | None:
    """The round that the person is in or has been in last."""
    found = await ctx.records(Practice).list(limit=1)
    return found[0] if found else None


async def taken_up(ctx: Context) -> Practice | None:
    """The round that was left last for another one: it is the present one now."""
    while (known := await last_practice(ctx)) is not None and known.aside:
        first, *rest = known.aside
        await ctx.records(Practice).put(replace(first, id=known.id, aside=tuple(rest)))
        if (practice := await open_practice(ctx)) is not None:
            return practice
    return None


def aside(title: str, known: Practice | None, left: Practice | None) -> tuple[Practice, ...]:
    """The rounds that wait while one of that title goes on; `left`: the one it takes over from."""
    waiting = [replace(left, id="", aside=(), paused=True)] if left is not None else []
    waiting += known.aside if known is not None else ()
    return tuple(one for one in waiting if plain(one.title) != plain(title))[:MOST_ASIDE]


def fresh(ctx: Context, practice: Practice) -> Practice:
    """The next card is the present one: nobody has tried it yet."""
    return replace(practice, tries=0, hints=0, options=(), doubted="", asked_at=ctx.now)


async def ask(ctx: Context, practice: Practice, *before: Reply, hint: Reply | None = None) -> Reply:
    """Shows the present card and waits for its answer; `before` and `hint` are said around it."""
    card = await ctx.records(Card).get(practice.queue[0])
    assert card is not None, "an open practice has its card"
    wait_for(ctx, card)
    number = practice.total - len(practice.queue) + 1
    question = ctx.reply("quiz-ask", question=card.front, number=number, total=practice.total)
    asked = together(*before, hint or question)  # who has just heard it needs no second time
    spoken = question.speech or question.text
    choices = await _choices(ctx, practice, card)
    return replace(asked, choices=choices, listen=True, reprompt=spoken)


def wait_for(ctx: Context, card: Card) -> None:
    """Whatever is said next is an answer to this card first."""
    ctx.intent, ctx.slots = "quiz.answer", {"card": card.id}
    ctx.ask("answer", "quiz-ask", keen=True, patient=True, question="", number=0, total=0)


async def _choices(ctx: Context, practice: Practice, card: Card) -> tuple[Choice, ...]:
    this = {"card": card.id}
    leaving = (ctx.button("quiz.skip", this), ctx.button("quiz.stop"))
    if practice.options:
        offered = await options(ctx, practice)
        picks = [
            Choice(
                shortened(one.back, LABEL),
                "quiz.answer",
                {**this, "pick": str(place)},
            )
            for place, one in enumerate(offered)
        ]
        return (*picks, *leaving)
    if practice.tries and len(await _others(ctx, card)) >= OPTIONS - 1:
        label = ctx.text("quiz-options-label")
        return (Choice(label, "quiz.hint", {**this, "how": "choices"}), *leaving)
    return (ctx.button("quiz.hint", this), *leaving)


async def options(ctx: Context, practice: Practice) -> Sequence[Card]:
    """The cards whose answers are offered, in their order; those that are gone are left out."""
    cards = ctx.records(Card)
    return [one for id in practice.options if (one := await cards.get(id)) is not None]


async def with_options(ctx: Context, practice: Practice, card: Card) -> Practice | None:
    """The same with four answers to choose from; None where the deck has too few."""
    others = await _others(ctx, card)
    if len(others) < OPTIONS - 1:
        return None
    chosen = [one.id for one in others[: OPTIONS - 1]]
    chosen.insert(crc32(card.id.encode()) % OPTIONS, card.id)
    return replace(practice, options=tuple(chosen))


async def _others(ctx: Context, card: Card) -> Sequence[Card]:
    """Cards of its deck with other answers: those that look most like its own first."""
    known = {plain(one) for one in (card.back, *card.accepted)}
    found: dict[str, Card] = {}
    for one in await siblings(ctx, card):
        answer = plain(one.back)
        if answer not in known:
            found.setdefault(answer, one)

    def likeness(one: Card) -> tuple[bool, int, int]:
        number = one.back[-1:].isdigit() == card.back[-1:].isdigit()
        length = abs(len(one.back) - len(card.back)) // 8
        return not number, length, crc32(f"{card.id}{one.id}".encode())

    return sorted(found.values(), key=likeness)


def hinted(ctx: Context, card: Card, hints: int) -> Reply:
    """The hint of that number, from 0: the card's own, then more and more of its letters."""
    if card.hint and hints == 0:
        return ctx.reply("quiz-hint-own", hint=card.hint)
    words = card.back.split()
    half = hints > bool(card.hint)
    if len(words) > FEW_WORDS:
        start = " ".join(words[: len(words) // 2 if half else 2])
        return ctx.reply("quiz-hint-words", start=f"{start} …", count=len(words))
    start = " ".join(_start(word, half=half) for word in words)
    return ctx.reply("quiz-hint-letters", start=start, count=sum(map(len, words)))


def _start(word: str, *, half: bool) -> str:
    shown = max(1, len(word) // 2) if half else 1
    return word if len(word) == 1 else f"{word[:shown]}…"


async def finished(ctx: Context, practice: Practice, *before: Reply) -> Reply:
    """The end of a round: how it went, what was missed, and when the next ones are due."""
    cards = ctx.records(Card)
    ctx.fact(
        "quiz.finished",
        subject=practice.id,
        topic=practice.title,
        value=practice.right / practice.answered if practice.answered else None,
    )
    told = [ctx.reply("quiz-finished", right=practice.right, total=practice.answered)]
    if missed := await missed_lines(ctx, practice):
        told.append(missed)
    coming = [one.due for one in await cards.list(MOST_CARDS) if one.state != "new"]
    if coming:
        told.append(ctx.reply("quiz-finished-next", when=when(ctx, min(coming))))
    again = [ctx.button("quiz.again")] if missed else [ctx.button("quiz.start")]
    if practice.aside:
        again.append(ctx.button("quiz.continue"))
    return replace(together(*before, *told), choices=tuple(again), listen=False)


async def missed_lines(ctx: Context, practice: Practice) -> Reply | None:
    """The cards that were missed, with their answers; None where there are none."""
    cards = ctx.records(Card)
    missed = [one for id in practice.missed if (one := await cards.get(id)) is not None]
    lines = [f"• {shortened(one.front, LINE)} — {shortened(one.back, LINE)}" for one in missed]
    if not lines:
        return None
    return ctx.reply("quiz-finished-missed", count=len(lines), lines="\n".join(lines))


def when(ctx: Context, due: datetime) -> str:
    """A due time as people are told, what is soon in minutes; what is due by now is due now."""
    minutes = ceil((due - ctx.now).total_seconds() / 60)
    if minutes < SOON:
        return ctx.text("quiz-soon", minutes=max(minutes, 0))
    return ctx.when(wall(due, ctx.zone))


def together(*replies: Reply, joint: str = "\n\n") -> Reply:
    """Several replies as one, in their order."""
    speech = " ".join(one.speech or one.text for one in replies)
    return Reply(joint.join(one.text for one in replies), speech=speech)
