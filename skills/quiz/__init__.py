"""Quizzes: questions about what the person learns, asked again when they are about to forget."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from core.model import Choice, Number, Reply
from core.skill import Context, intent
from core.skill.keywords import agreed
from core.study import Card, Practice
from core.texts import shortened
from skills.quiz.answering import answer, hint, nothing_open, right, skip
from skills.quiz.asking import (
    LABEL,
    aside,
    ask,
    last_practice,
    missed_lines,
    open_practice,
    taken_up,
    together,
    when,
)
from skills.quiz.picking import Picked, pick
from skills.quiz.wording import plain

__all__ = ["again", "answer", "due", "go_on", "hint", "missed", "right", "skip", "start", "stop"]

USUAL, MOST = 10, 50
"""Questions of a round, where nobody says how many, and at most."""


@intent("quiz.start", effect="write")
async def start(
    ctx: Context,
    text: str | None = None,
    count: Number | None = None,
    deck: str | None = None,
    sure: str | None = None,
) -> Reply:
    """Begins a round about a topic, a deck (its id), or whatever is due.

    `sure`: yes where another round may be dropped, or cards that are not due yet may be asked.
    """
    topic, held = text, _remembered(ctx)
    if sure and held:
        topic, count, deck = held["text"], held["count"], held["deck"]
    ctx.slots = {"text": topic, "count": count, "deck": deck}
    agrees = _agreed(ctx, sure) if sure else None
    going = await open_practice(ctx)
    if going is not None and not agrees:
        if agrees is False or (not deck and count is None and _is_about(going, topic)):
            return await go_on(ctx)
        if not topic and not deck:
            return _which(ctx, going)
    if agrees is False:
        return ctx.reply("quiz-start-left")
    picked = await pick(ctx, topic, deck)
    if not picked.cards:
        return await _nothing(ctx, topic)
    if not picked.due and not picked.new and not agrees:
        yes = Choice(ctx.text("quiz-ahead-yes"), "quiz.start", {"sure": "yes"})
        no = Choice(ctx.text("quiz-ahead-no"), "quiz.start", {"sure": "no"})
        soonest = min(one.due for one in picked.cards)
        return ctx.ask("sure", "quiz-ahead", choices=[yes, no], when=when(ctx, soonest))
    most = max(1, min(int(count.value), MOST)) if count else USUAL
    return await _begun(ctx, _title(ctx, picked), picked.cards[:most])


@intent("quiz.continue", effect="write")
async def go_on(ctx: Context) -> Reply:
    """Takes up the round again, wherever it was left: asks its present question."""
    practice = await open_practice(ctx) or await taken_up(ctx)
    if practice is None:
        return nothing_open(ctx)
    practice = replace(practice, asked_at=ctx.now, paused=False)
    await ctx.records(Practice).put(practice)
    told = ctx.reply("quiz-continue-done", title=practice.title, left=len(practice.queue))
    return await ask(ctx, practice, told)


@intent("quiz.stop", effect="write")
async def stop(ctx: Context) -> Reply:
    """Leaves the round for later."""
    practice = await open_practice(ctx)
    if practice is None:
        return nothing_open(ctx)
    await ctx.records(Practice).put(replace(practice, paused=True))
    return ctx.reply(
        "quiz-stop-done",
        choices=[ctx.button("quiz.continue")],
        right=practice.right,
        answered=practice.answered,
        left=len(practice.queue),
    )


@intent("quiz.again", effect="write")
async def again(ctx: Context) -> Reply:
    """A round of what was missed in the last one."""
    practice = await last_practice(ctx)
    cards = ctx.records(Card)
    ids = practice.missed if practice else ()
    missed = [one for id in ids if (one := await cards.get(id)) is not None]
    if practice is None or not missed:
        return ctx.reply("quiz-again-none", choices=[ctx.button("quiz.start")])
    return await _begun(ctx, practice.title, missed)


@intent("quiz.missed", suggest=False)
async def missed(ctx: Context) -> Reply:
    """What was missed in the round that goes on, or in the last one."""
    practice = await last_practice(ctx)
    told = await missed_lines(ctx, practice) if practice else None
    again = [ctx.button("quiz.again" if practice and not practice.queue else "quiz.continue")]
    return replace(told, choices=tuple(again)) if told else ctx.reply("quiz-missed-none")


@intent("quiz.due")
async def due(ctx: Context, text: str | None = None) -> Reply:
    """How many cards wait to be asked, of all or of one topic."""
    picked = await pick(ctx, text)
    if not picked.cards:
        return await _nothing(ctx, text)
    if not picked.due and not picked.new:
        soonest = min(one.due for one in picked.cards)
        return ctx.reply("quiz-due-none", when=when(ctx, soonest))
    told = [ctx.reply("quiz-due-done", due=len(picked.due))]
    if picked.new:
        told.append(ctx.reply("quiz-due-new", new=len(picked.new)))
    return replace(together(*told, joint=" "), choices=(ctx.button("quiz.start"),))


def _remembered(ctx: Context) -> Mapping[str, Any]:
    """What the round was to be that we asked about: a button's token has no room for it."""
    asked = ctx.asked
    if asked is None or (asked.intent, asked.missing) != ("quiz.start", "sure"):
        return {}
    return asked.slots


def _agreed(ctx: Context, said: str) -> bool | None:
    """As any yes or no, or in the words of the button."""
    if plain(said) == plain(ctx.text("quiz-which-new")):
        return True
    return agreed(ctx, said)


def _is_about(practice: Practice, topic: str | None) -> bool:
    return not topic or plain(topic) == plain(practice.title)


def _which(ctx: Context, going: Practice) -> Reply:
    old = Choice(ctx.text("quiz-which-old"), "quiz.continue")
    new = Choice(ctx.text("quiz-which-new"), "quiz.start", {"sure": "yes"})
    title = shortened(going.title, LABEL)
    return ctx.ask("sure", "quiz-which", choices=[old, new], title=title, left=len(going.queue))


async def _nothing(ctx: Context, topic: str | None) -> Reply:
    if topic and await ctx.records(Card).list(1):
        return ctx.reply("quiz-start-unknown", choices=_sources(ctx, "quiz.start"), topic=topic)
    return ctx.reply("quiz-start-none", choices=_sources(ctx))


def _sources(ctx: Context, *first: str) -> Sequence[Choice]:
    wanted = (*first, "decks.samples", "decks.make")
    return [ctx.button(one) for one in wanted if ctx.catalogue.intent(one) is not None]


def _title(ctx: Context, picked: Picked) -> str:
    return picked.title or ctx.text("quiz-everything")


async def _begun(ctx: Context, title: str, cards: Sequence[Card]) -> Reply:
    """A new round in place of the last one; one about something else waits to be taken up."""
    known, left = await last_practice(ctx), await open_practice(ctx)
    left = None if left is not None and plain(left.title) == plain(title) else left
    practice = Practice(
        title, tuple(one.id for one in cards), begun=ctx.now, asked_at=ctx.now, total=len(cards),
        aside=aside(title, known, left),
    )  # fmt: skip
    if known is None:
        practice = await ctx.records(Practice).add(practice, key="practice")
    else:
        practice = replace(practice, id=known.id)
        await ctx.records(Practice).put(practice)
    told = [ctx.reply("quiz-start-done", title=title, count=len(cards))]
    if left is not None:
        told.append(ctx.reply("quiz-start-aside", title=left.title, left=len(left.queue)))
    return await ask(ctx, practice, together(*told, joint=" "))
