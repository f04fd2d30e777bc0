"""An answer is judged, in the languages of its card and of the person."""

from core.skill import Context
from core.study import Card, Deck, Practice
from core.texts import LANGUAGES
from skills.quiz.asking import options
from skills.quiz.judging import Judge, Verdict
from skills.quiz.picking import siblings
from skills.quiz.wording import Words, in_digits, plain, tokens

LETTERS = "abcd"


async def judged(ctx: Context, practice: Practice, card: Card, said: str) -> tuple[Verdict, str]:
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
