"""An answer is judged, in the languages of its card and of the person."""

from collections.abc import Sequence

from core.skill import Context
from core.study import Card, Deck, Practice
from core.texts import LANGUAGES, Texts
from skills.quiz.asking import options
from skills.quiz.judging import Judge, Verdict
from skills.quiz.picking import siblings
from skills.quiz.wording import Words, in_digits, plain, tokens

LETTERS = "abcd"
WISHES = ("right", "skip", "hint", "stop", "continue")
"""What is wished for in the middle of a round, by its intent and its words in the locales."""
MOST_BESIDE = 6
"""Words around those of a wish."""
MOST_READ = 2_000
"""Characters of an answer that is looked at for what else it could be."""
MOST_COMPARED = 20_000
"""Characters of answers in whose words that is looked for."""
MUCH_LONGER = 3
"""Words that an answer has more than the card's own, where it may be none."""


async def judged(
    ctx: Context, practice: Practice, card: Card, said: str, *, slips: bool = True
) -> tuple[Verdict, str]:
    """The verdict, and the answer meant where a choice was named by its place; `slips`: whether it
    may have any."""
    deck = await ctx.records(Deck).get(card.deck)
    mine = (deck.language if deck else "") or ctx.language
    judge = Judge(words_of(ctx), tuple(dict.fromkeys((mine, ctx.language))), card.front, ctx.heard)
    others = (
        [answer for one in await siblings(ctx, card) for answer in (one.back, *one.accepted)]
        if plain(said) != plain(card.back)
        else []
    )
    accepted = (card.back, *card.accepted)
    verdict = judge.verdict(said, accepted, lambda: others, slips=slips)
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


async def wished(ctx: Context, card: Card, said: str) -> tuple[str | None, int]:
    """The intent that a wrong answer of several words is about, by some of them ("hint plz"), and
    how many stand beside those."""
    heard = tokens(said[:MOST_READ])
    text = f" {' '.join(heard)} "
    if len(heard) < 2 or await _resembles(ctx, card, heard):
        return None, 0
    found = [
        (len(phrase.split()), len(phrase), -order, name)
        for order, name in enumerate(WISHES)
        for phrase in phrases(ctx.texts, "quiz-wishes", name)
        if f" {phrase} " in text and len(heard) <= len(phrase.split()) + MOST_BESIDE
    ]
    if not found:
        return None, 0
    length, *_, name = max(found)
    return f"quiz.{name}", len(heard) - length


async def is_strange(ctx: Context, card: Card, said: str) -> bool:
    """Whether a wrong answer may be none at all: much longer than the card's own or a wish of some
    kind, and without a word of any answer."""
    heard = tokens(said[:MOST_READ])
    told = Judge(words_of(ctx)).stripped(heard)
    usual = max(len(tokens(one)) for one in (card.back, *card.accepted))
    wish = ctx.meant is not None and ctx.meant.name != "quiz.answer" and len(told) > 1
    return (wish or len(told) >= usual + MUCH_LONGER) and not await _resembles(ctx, card, told)


async def _resembles(ctx: Context, card: Card, heard: Sequence[str]) -> bool:
    """Whether there is a word in it that is one of an answer's, in the card's deck."""
    words = words_of(ctx)
    sought = set(heard) - words.small - words.articles
    left = MOST_COMPARED
    for one in (card, *await siblings(ctx, card)):
        for text in (one.back, *one.accepted):
            if not sought.isdisjoint(tokens(text)):
                return True
            left -= len(text)
        if left < 0:
            break
    return False


def phrases(texts: Texts, text_id: str, name: str) -> list[str]:
    """Phrases with commas between, of all our languages, as they are compared."""
    told = (texts.attribute(one, text_id, name) or "" for one in LANGUAGES)
    listed = (" ".join(tokens(phrase)) for one in told for phrase in one.split(","))
    return [one for one in listed if one]


def words_of(ctx: Context) -> Words:
    """What people say around an answer, in all our languages."""

    def listed(name: str) -> list[str]:
        return phrases(ctx.texts, "quiz-words", name)

    small = " ".join(ctx.texts.format(one, "small-words") for one in LANGUAGES)
    units = {
        name: sign
        for one in LANGUAGES
        for unit in (ctx.texts.attribute(one, "quiz-words", "units") or "").split(",")
        for sign, *names in [unit.split()]
        for name in map(" ".join, map(tokens, names))
    }
    longest_first = sorted(listed("leads"), key=len, reverse=True)
    return Words(
        frozenset(listed("articles")),
        tuple(longest_first),
        tuple(listed("trails")),
        tuple(listed("unknown")),
        frozenset(listed("joints")),
        frozenset(listed("doubts")),
        frozenset(tokens(small)),
        units,
        frozenset(listed("equals")),
    )
