"""An answer, and what else can be done about the present question."""

from dataclasses import replace

from core.model import Choice, Intent, Reply
from core.skill import Context, intent, invoke
from core.skill.keywords import agreed
from core.study import Card, Practice
from core.texts import shortened
from skills.quiz.asking import (
    LINE,
    ask,
    hinted,
    last_practice,
    open_practice,
    options,
    together,
    wait_for,
    with_options,
)
from skills.quiz.hearing import is_strange, judged, wished
from skills.quiz.memory import reviewed
from skills.quiz.settling import (
    MOST_KEPT,
    accept,
    offer,
    once_more,
    remembered,
    settled,
    topic_of,
)
from skills.quiz.wording import plain

MOST_BESIDE = 2
"""Words around those of a wish of the round, which they leave clearer than another wish."""
LEAST_WISH = 3
"""Words of a wish with free words in it that is done instead of being taken for an answer."""
PERSONAL = ("privacy", "name", "language", "zone", "welcome", "confirm")
"""Skills that change the person, or what is kept of them: an answer never means one of theirs."""
OWN = ("quiz.stop", "quiz.hint", "quiz.skip", "quiz.right", "quiz.continue", "quiz.missed")
"""What is clear in a round however it is said."""
MEANT_HERE = {
    ("session.cancel", ""): "quiz.stop",
    ("session.goodbye", ""): "quiz.stop",
    ("mentor.more", "hint"): "quiz.hint",
    ("mentor.more", "solution"): "quiz.skip",
}
"""What some words mean while a question of ours is open."""


@intent("quiz.answer", effect="write", suggest=False)
async def answer(
    ctx: Context,
    answer: str | None = None,
    card: str | None = None,
    pick: str | None = None,
    sure: str | None = None,
) -> Reply:
    """Judges an answer to the present question; `pick` is the place of a button's choice, `sure`:
    whether what we doubted is an answer.

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
    if sure is not None:
        answer = practice.doubted if sure == "yes" else None
    if not answer:
        return await ask(ctx, await _shown(ctx, practice))
    leaves = sure is None and pick is None and _leaves(ctx)  # a slip of "stoop" is no "stop"
    verdict, answer = await judged(ctx, practice, present, answer, slips=not leaves)
    if verdict == "unknown" and (other := _other(ctx)):  # "next lesson" is no "next"
        return await _aside(ctx, *other)
    free = verdict == "wrong" and sure is None and pick is None
    if free and (told := await _no_answer(ctx, practice, present, answer)) is not None:
        return told
    if ctx.asked is not None and ctx.asked.intent == "quiz.answer":
        ctx.language = ctx.asked.language or ctx.language  # "der Hund" is no wish to speak German
    if verdict == "wrong" and not practice.tries:
        return await once_more(ctx, replace(practice, said=remembered(answer)), present)
    return await settled(ctx, practice, present, verdict, answer)


@intent("quiz.hint", effect="write")
async def hint(ctx: Context, how: str | None = None, card: str | None = None) -> Reply:
    """Helps with the present question; `how` is "choices" where answers to choose from are
    wanted, `card` the question that a button was about."""
    practice = await open_practice(ctx)
    if practice is None:
        return nothing_open(ctx)
    present = await _present(ctx, practice)
    if card not in (None, present.id):
        return await ask(ctx, await _shown(ctx, practice), ctx.reply("quiz-moved-on"))
    if how == "choices":
        offered = await with_options(ctx, practice, present)
        if offered is not None:
            await ctx.records(Practice).put(offered)
            return await ask(ctx, offered, hint=await offer(ctx, offered))
    told = hinted(ctx, present, practice.hints)
    practice = replace(practice, hints=practice.hints + 1)
    await ctx.records(Practice).put(practice)
    return await ask(ctx, practice, hint=told)


@intent("quiz.skip", effect="write", suggest=False)
async def skip(ctx: Context, card: str | None = None) -> Reply:
    """Tells the answer to who does not know it, and goes on; `card`: the question that a button
    was about."""
    practice = await open_practice(ctx)
    if practice is None:
        return nothing_open(ctx)
    present = await _present(ctx, practice)
    if card not in (None, present.id):
        return await ask(ctx, await _shown(ctx, practice), ctx.reply("quiz-moved-on"))
    return await settled(ctx, practice, present, "unknown", "")


@intent("quiz.right", effect="write", suggest=False)
async def right(ctx: Context, asked: str | None = None) -> Reply:
    """The last answer counts as right after all; `asked` where that is only a question."""
    practice = await last_practice(ctx)
    if practice is None or not (practice.queue or practice.outcome):
        return nothing_open(ctx)
    if practice.tries and practice.queue and not asked:  # the present one was missed once
        present = await _present(ctx, practice)
        await accept(ctx, present, practice.said)
        hints = max(practice.hints - 1, 0)  # the one that came with the second try
        practice = replace(practice, tries=0, hints=hints)
        return await settled(ctx, practice, await _present(ctx, practice), "right", practice.said)
    if not practice.queue and practice.outcome == "right" and practice.wrong and not asked:
        practice = replace(
            practice, before=practice.wrong, outcome="wrong", said=practice.wrong_said
        )  # who is right at the end of a round means what was not
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
    rest = 0.5 if practice.outcome == "hard" else 1.0  # what it was not counted for
    await ctx.records(Card).put(reviewed(before, "good", known.asked or ctx.now))
    if practice.outcome == "wrong":
        await accept(ctx, known, practice.said)
        practice = replace(practice, right=practice.right + 1)
    practice = replace(
        practice,
        outcome="right",
        wrong=None if practice.wrong and practice.wrong.id == known.id else practice.wrong,
        missed=tuple(id for id in practice.missed if id != known.id),
    )
    await ctx.records(Practice).put(practice)
    ctx.fact("quiz.corrected", subject=known.id, topic=await topic_of(ctx, known), value=rest)
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
    practice = replace(practice, asked_at=ctx.now, paused=False, doubted="")
    await ctx.records(Practice).put(practice)
    return practice


async def _no_answer(ctx: Context, practice: Practice, present: Card, said: str) -> Reply | None:
    """What a wrong answer comes to that is none, or may be none; None where it is one."""
    agrees = agreed(ctx, said) if practice.doubted else None
    if agrees is not None:
        return await answer(ctx, card=present.id, sure="yes" if agrees else "no")
    if practice.doubted and plain(said[:MOST_KEPT]) == plain(practice.doubted):
        return None
    if (wishes := await _wishes(ctx, present, said)) is not None:
        return await _aside(ctx, *wishes)
    if await is_strange(ctx, present, said):
        return await _doubted(ctx, practice, present, said)
    return None


async def _wishes(ctx: Context, present: Card, said: str) -> tuple[Intent, ...] | None:
    """What a wrong answer means as a wish, or as several, where it clearly is one."""
    meant = ctx.meant
    if meant is not None:
        here = MEANT_HERE.get((meant.name, str(meant.slots.get("how", ""))))
        if meant.name in OWN or here is not None:
            return (Intent(here) if here else meant,)
    own, beside = await wished(ctx, present, said)
    other = _other(ctx)
    if other and (own is None or beside > MOST_BESIDE):
        return other
    if own is not None and ctx.asked is not None:
        ctx.language = ctx.asked.language or ctx.language
    return (Intent(own),) if own else None


def _other(ctx: Context) -> tuple[Intent, ...] | None:
    """What is clearly meant that has nothing to do with the round."""
    meant = ctx.meant
    if meant is None or meant.name in (*OWN, "quiz.answer"):
        return None
    if (meant.name, str(meant.slots.get("how", ""))) in MEANT_HERE:
        return None
    wishes = (meant, *ctx.meant_more)
    if any(one.name.partition(".")[0] in PERSONAL for one in wishes):
        return None
    if meant.plain or (meant.confidence == 1.0 and len(ctx.said.split()) >= LEAST_WISH):
        return wishes
    return None


def _leaves(ctx: Context) -> bool:
    """Whether the words are just those with which one leaves."""
    meant = ctx.meant
    if meant is None or not meant.plain or meant.confidence < 1.0:
        return False
    return "quiz.stop" in (meant.name, MEANT_HERE.get((meant.name, "")))


async def _doubted(ctx: Context, practice: Practice, present: Card, said: str) -> Reply:
    """Asks whether that is an answer: it counts as none until then."""
    if ctx.asked is not None:
        ctx.language = ctx.asked.language or ctx.language
    await ctx.records(Practice).put(replace(practice, doubted=said[:MOST_KEPT]))
    wait_for(ctx, present)
    choices = [
        Choice(ctx.text(f"quiz-doubt-{sure}"), "quiz.answer", {"card": present.id, "sure": sure})
        for sure in ("yes", "no")
    ]
    asked = ctx.reply("quiz-doubt", said=shortened(said, LINE), choices=choices, listen=True)
    leaving = (ctx.button("quiz.skip", {"card": present.id}), ctx.button("quiz.stop"))
    return replace(asked, choices=(*choices, *leaving))


async def _aside(ctx: Context, wish: Intent, *more: Intent) -> Reply:
    """Does something else, and says that the question waits."""
    done = await invoke(ctx.catalogue, wish.name, wish.slots, ctx)
    for one in more:
        if ctx.work.session.question is None:
            also = await invoke(ctx.catalogue, one.name, one.slots, ctx)
            done = replace(together(done, also, joint="\n"), choices=(*done.choices, *also.choices))
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
