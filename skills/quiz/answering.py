"""An answer, and what else can be done about the present question."""

from dataclasses import replace
from typing import Any

from core.model import Intent, Reply
from core.skill import Context, intent, invoke
from core.study import Card, Deck, Practice
from core.texts import LANGUAGES
from skills.quiz.asking import (
    VARIANTS,
    ask,
    finished,
    fresh,
    hinted,
    last_practice,
    open_practice,
    options,
    together,
    wait_for,
    with_options,
)
from skills.quiz.judging import Judge, Verdict
from skills.quiz.memory import Rating, reviewed
from skills.quiz.picking import siblings
from skills.quiz.wording import Words, in_digits, plain, tokens

QUICK, MOST_SECONDS = 6, 120
"""Seconds: who answers within the first knows it by heart; who takes longer than the second was
doing something else."""
LEAST_WISH = 3
"""Words of a wish with free words in it that is done instead of being taken for an answer."""
LETTERS = "abcd"
MEANT_HERE = {
    ("session.cancel", ""): "quiz.stop",
    ("mentor.more", "hint"): "quiz.hint",
    ("mentor.more", "solution"): "quiz.skip",
}
"""What some words mean while a question of ours is open."""


@intent("quiz.answer", effect="write", suggest=False)
async def answer(
    ctx: Context, answer: str | None = None, card: str | None = None, pick: str | None = None
) -> Reply:
    """Judges an answer to the present question; `pick` is the place of a button's choice.

    `card`: the question it answers; where another one is present by now, that is asked instead.
    """
    practice = await open_practice(ctx)
    if practice is None:
        return nothing_open(ctx)
    present = await _present(ctx, practice)
    if card not in (None, present.id):
        return await ask(ctx, await _shown(ctx, practice), ctx.reply("quiz-moved-on"))
    if pick is not None:
        offered = await options(ctx, practice)
        answer = offered[int(pick)].back if pick in map(str, range(len(offered))) else None
    if answer is None:
        return await ask(ctx, await _shown(ctx, practice))
    verdict, answer = await _judged(ctx, practice, present, answer)
    if verdict == "wrong" and (wish := _wish(ctx)) is not None:
        return await _aside(ctx, wish)
    if ctx.asked is not None and ctx.asked.intent == "quiz.answer":
        ctx.language = ctx.asked.language or ctx.language  # "der Hund" is no wish to speak German
    if verdict == "wrong" and not practice.tries:
        return await _once_more(ctx, replace(practice, said=answer), present)
    return await _settled(ctx, practice, present, verdict, answer)


@intent("quiz.hint", effect="write")
async def hint(ctx: Context, how: str | None = None) -> Reply:
    """Helps with the present question; `how` is "choices" where answers to choose from are
    wanted."""
    practice = await open_practice(ctx)
    if practice is None:
        return nothing_open(ctx)
    present = await _present(ctx, practice)
    if how == "choices":
        offered = await with_options(ctx, practice, present)
        if offered is not None:
            await ctx.records(Practice).put(offered)
            return await ask(ctx, offered, hint=await _offer(ctx, offered))
    told = hinted(ctx, present, practice.hints)
    practice = replace(practice, hints=practice.hints + 1)
    await ctx.records(Practice).put(practice)
    return await ask(ctx, practice, hint=told)


@intent("quiz.skip", effect="write", suggest=False)
async def skip(ctx: Context) -> Reply:
    """Tells the answer to who does not know it, and goes on."""
    practice = await open_practice(ctx)
    if practice is None:
        return nothing_open(ctx)
    return await _settled(ctx, practice, await _present(ctx, practice), "unknown", "")


@intent("quiz.right", effect="write", suggest=False)
async def right(ctx: Context, asked: str | None = None) -> Reply:
    """The last answer counts as right after all; `asked` where that is only a question."""
    practice = await last_practice(ctx)
    if practice is None or not (practice.outcome or practice.tries):
        return nothing_open(ctx)
    if practice.tries and practice.queue and not asked:  # the present one was missed once
        present = await _present(ctx, practice)
        await _accept(ctx, present, practice.said)
        practice = replace(practice, tries=0)
        return await _settled(ctx, practice, await _present(ctx, practice), "right", practice.said)
    before = practice.before
    known = await ctx.records(Card).get(before.id) if before else None
    if before is None or known is None:
        return await _on(ctx, practice, ctx.reply("quiz-right-none"))
    if practice.tries or asked:
        passed = practice.outcome if not practice.tries else "wrong"
        text_id = "quiz-right-yes" if passed == "right" else "quiz-right-no"
        shown = text_id if not practice.tries else "quiz-right-open"
        return await _on(ctx, practice, ctx.reply(shown, answer=known.back))
    if practice.outcome == "right":
        return await _on(ctx, practice, ctx.reply("quiz-right-yes", answer=known.back))
    await ctx.records(Card).put(reviewed(before, "good", known.asked or ctx.now))
    if practice.outcome == "wrong":
        await _accept(ctx, known, practice.said)
        practice = replace(practice, right=practice.right + 1)
    practice = replace(
        practice,
        outcome="right",
        missed=tuple(id for id in practice.missed if id != known.id),
    )
    await ctx.records(Practice).put(practice)
    ctx.fact("quiz.corrected", subject=known.id, topic=await _topic(ctx, known), value=1.0)
    return await _on(ctx, practice, ctx.reply("quiz-right-done", answer=known.back))


def nothing_open(ctx: Context) -> Reply:
    """There is no round to go on with."""
    return ctx.reply("quiz-none-open", choices=[ctx.button("quiz.start")])


async def _on(ctx: Context, practice: Practice, told: Reply) -> Reply:
    """The same, and the present question again where there is one."""
    still = await open_practice(ctx)
    return told if still is None or still.paused else await ask(ctx, still, told)


async def _present(ctx: Context, practice: Practice) -> Card:
    card = await ctx.records(Card).get(practice.queue[0])
    assert card is not None, "an open practice has its card"
    return card


async def _shown(ctx: Context, practice: Practice) -> Practice:
    """The present question is shown again: its time begins anew."""
    practice = replace(practice, asked_at=ctx.now, paused=False)
    await ctx.records(Practice).put(practice)
    return practice


async def _judged(ctx: Context, practice: Practice, card: Card, said: str) -> tuple[Verdict, str]:
    """The verdict, and the answer meant where a choice was named by its place."""
    deck = await ctx.records(Deck).get(card.deck)
    mine = (deck.language if deck else "") or ctx.language
    judge = Judge(words_of(ctx), tuple(dict.fromkeys((mine, ctx.language))), card.front, ctx.heard)
    others = (
        [answer for one in await siblings(ctx, card) for answer in (one.back, *one.accepted)]
        if plain(said) != plain(card.back)
        else []
    )
    accepted = (card.back, *card.accepted)
    verdict = judge.verdict(said, accepted, lambda: others)
    if verdict == "wrong" and practice.options:
        offered = await options(ctx, practice)
        place = _place(said, ctx.language)
        if place is not None and place < len(offered):
            said = offered[place].back
            verdict = judge.verdict(said, accepted, lambda: others)
    return verdict, said


def _place(said: str, language: str) -> int | None:
    """Which of the choices "2", "two" or "b" names, from 0."""
    words = in_digits(tokens(said), (language,))
    if len(words) != 1:
        return None
    if words[0] in LETTERS:
        return LETTERS.index(words[0])
    return int(words[0]) - 1 if words[0] in ("1", "2", "3", "4") else None


def _wish(ctx: Context) -> Intent | None:
    """What a wrong answer means as a wish, where it is clearly one."""
    meant = ctx.meant
    if meant is None or meant.name == "quiz.answer":
        return None
    here = MEANT_HERE.get((meant.name, str(meant.slots.get("how", ""))))
    if here is not None:
        return Intent(here)
    if meant.plain or (meant.confidence == 1.0 and len(ctx.said.split()) >= LEAST_WISH):
        return meant
    return None


async def _aside(ctx: Context, wish: Intent) -> Reply:
    """Does something else, and says that the question waits."""
    done = await invoke(ctx.catalogue, wish.name, wish.slots, ctx)
    practice = await open_practice(ctx)
    # A question of that wish's own goes first: the round waits for "continue".
    if wish.name.startswith("quiz.") or ctx.work.session.question or practice is None:
        return done
    present = await _present(ctx, practice)
    practice = await _shown(ctx, practice)
    back = ctx.reply("quiz-aside", question=present.front)
    wait_for(ctx, present)
    choices = (*done.choices, ctx.button("quiz.stop"))
    return replace(
        done,
        text=f"{done.text}\n\n{back.text}",
        speech=together(done, back).speech,
        choices=choices,
        listen=True,
    )


async def _once_more(ctx: Context, practice: Practice, card: Card) -> Reply:
    """The first wrong answer: another try, with a hint."""
    told = _varied(ctx, "quiz-once-more", practice)
    practice = replace(practice, tries=1)
    if practice.options:
        await ctx.records(Practice).put(practice)
        return await ask(ctx, practice, told, hint=await _offer(ctx, practice))
    clue = hinted(ctx, card, practice.hints)
    practice = replace(practice, hints=practice.hints + 1)
    await ctx.records(Practice).put(practice)
    return await ask(ctx, practice, told, hint=clue)


async def _offer(ctx: Context, practice: Practice) -> Reply:
    backs = [one.back for one in await options(ctx, practice)]
    lines = "\n".join(f"• {one}" for one in backs)
    return ctx.reply("quiz-options", lines=lines, spoken=", ".join(backs))


async def _settled(
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
    topic = await _topic(ctx, card)
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
        said=said,
    )
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


async def _accept(ctx: Context, card: Card, said: str) -> None:
    """The answer is as good as the card's own from now on."""
    known = await ctx.records(Card).get(card.id)
    if known is not None and said and plain(said) not in map(plain, known.accepted):
        await ctx.records(Card).put(replace(known, accepted=(*known.accepted, said)))


async def _topic(ctx: Context, card: Card) -> str:
    deck = await ctx.records(Deck).get(card.deck)
    return deck.title if deck else ""


def words_of(ctx: Context) -> Words:
    """What people say around an answer, in all our languages."""

    def listed(name: str) -> list[str]:
        told = (ctx.texts.attribute(one, "quiz-words", name) or "" for one in LANGUAGES)
        return [" ".join(tokens(phrase)) for one in told for phrase in one.split(",")]

    small = " ".join(ctx.texts.format(one, "small-words") for one in LANGUAGES)
    units = {
        name: sign
        for one in LANGUAGES
        for unit in (ctx.texts.attribute(one, "quiz-words", "units") or "").split(",")
        for sign, *names in [unit.split()]
        for name in map(" ".join, map(tokens, names))
    }
    longest_first = sorted(filter(None, listed("leads")), key=len, reverse=True)
    return Words(
        frozenset(listed("articles")),
        tuple(longest_first),
        tuple(filter(None, listed("trails"))),
        tuple(filter(None, listed("unknown"))),
        frozenset(listed("joints")),
        frozenset(listed("doubts")),
        frozenset(tokens(small)),
        units,
    )
