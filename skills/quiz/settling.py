"""What becomes of an answer: the card's next time, the score, what is said, and what comes next."""

from dataclasses import replace
from typing import Any

from core.model import Reply
from core.skill import Context
from core.study import Card, Deck, Practice
from skills.quiz.asking import ask, finished, fresh, hinted, options
from skills.quiz.judging import Verdict
from skills.quiz.memory import Rating, reviewed
from skills.quiz.wording import plain

QUICK, MOST_SECONDS = 6, 120
"""Seconds: who answers within the first knows it by heart; who takes longer than the second was
doing something else."""
MOST_KEPT, MOST_ACCEPTED = 200, 20
"""Characters of an answer that is remembered, and answers that count as a card's own."""
VARIANTS = 4
"""Of each way to say how an answer was; in the locales they are counted from 0."""


async def settled(
    ctx: Context, practice: Practice, card: Card, verdict: Verdict, said: str
) -> Reply:
    """Keeps what became of the present card, says it, and asks the next one."""
    seconds = min((ctx.now - practice.asked_at).total_seconds(), MOST_SECONDS)
    helped = bool(practice.tries or practice.hints or practice.options)
    rating: Rating = "again"
    if verdict == "right" and not helped:
        rating = "easy" if seconds <= QUICK else "good"
    elif verdict in ("right", "close"):
        rating = "hard"
    after = reviewed(card, rating, ctx.now)
    await ctx.records(Card).put(after)
    value = {"again": 0.0, "hard": 0.5}.get(rating, 1.0)
    topic = await topic_of(ctx, card)
    ctx.fact("quiz.answered", subject=card.id, topic=topic, value=value, seconds=seconds)
    told = _feedback(ctx, practice, card, verdict, said)
    missed = rating == "again"
    practice = replace(
        fresh(ctx, practice),
        queue=practice.queue[1:],
        answered=practice.answered + 1,
        right=practice.right + (not missed),
        missed=(*practice.missed, card.id) if missed else practice.missed,
        paused=False,
        before=card,
        outcome="wrong" if missed else "hard" if rating == "hard" else "right",
        said=remembered(said),
    )
    if verdict == "wrong":
        practice = replace(practice, wrong=card, wrong_said=practice.said)
    await ctx.records(Practice).put(practice)
    if not practice.queue:
        return await finished(ctx, practice, told)
    return await ask(ctx, practice, told)


def _feedback(ctx: Context, practice: Practice, card: Card, verdict: Verdict, said: str) -> Reply:
    if verdict == "right" and plain(card.back) in plain(said):
        return _varied(ctx, "quiz-right-said", practice)
    if verdict == "right":
        return _varied(ctx, "quiz-right-told", practice, answer=card.back)
    if verdict == "close":
        return ctx.reply("quiz-close", answer=card.back)
    told = _varied(
        ctx, "quiz-unknown" if verdict == "unknown" else "quiz-missed", practice, answer=card.back
    )
    return replace(told, text=f"{told.text} ({card.cited})") if card.cited else told


def _varied(ctx: Context, text_id: str, practice: Practice, **values: Any) -> Reply:
    """One of the ways to say it: the same each time the turn is run."""
    return ctx.reply(text_id, variant=practice.answered % VARIANTS, **values)


async def accept(ctx: Context, card: Card, said: str) -> None:
    """The answer, unless it is a long one, is as good as the card's own from now on."""
    said = remembered(said)
    known = await ctx.records(Card).get(card.id)
    if known is not None and said and plain(said) not in map(plain, known.accepted):
        accepted = (*known.accepted, said)[-MOST_ACCEPTED:]
        await ctx.records(Card).put(replace(known, accepted=accepted))


def remembered(said: str) -> str:
    """An answer as it is kept: nothing of what is longer than any can be."""
    return said if len(said) <= MOST_KEPT else ""


async def topic_of(ctx: Context, card: Card) -> str:
    """The title of its deck."""
    deck = await ctx.records(Deck).get(card.deck)
    return deck.title if deck else ""


async def once_more(ctx: Context, practice: Practice, card: Card) -> Reply:
    """The first wrong answer: another try, with a hint."""
    told = _varied(ctx, "quiz-once-more", practice)
    practice = replace(practice, tries=1)
    if practice.options:
        await ctx.records(Practice).put(practice)
        return await ask(ctx, practice, told, hint=await offer(ctx, practice))
    clue = hinted(ctx, card, practice.hints)
    practice = replace(practice, hints=practice.hints + 1)
    await ctx.records(Practice).put(practice)
    return await ask(ctx, practice, told, hint=clue)


async def offer(ctx: Context, practice: Practice) -> Reply:
    """The answers to choose from, said at once."""
    backs = [one.back for one in await options(ctx, practice)]
    lines = "\n".join(f"• {one}" for one in backs)
    return ctx.reply("quiz-options", lines=lines, spoken=", ".join(backs))
