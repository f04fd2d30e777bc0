"""Whether an answer is right: pure, and kind to how people write and speak, but not to mistakes."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import islice
from typing import Literal

from core.store.terms import terms
from skills.quiz.letters import distance, heard_as, opposed, same_letters, sounded
from skills.quiz.likely import MOST_MORE, is_too_long, likeliest
from skills.quiz.wording import (
    SEGMENTS,
    Words,
    bare,
    in_digits,
    is_number,
    plain,
    repaired,
    tokens,
    with_signs,
)

Verdict = Literal["right", "close", "wrong", "unknown"]

SHORT, LONG, LONGEST = 5, 7, 12
"""Letters: a shorter word may have no slip; from the second on it may be far off and close; from
the last on it may have two."""
MOST_EXTRA = 6
"""Words around an answer that belong to its question."""
DEFINED = 4
"""Words with a meaning: an answer of so many is a definition, judged by how many are there."""
ENOUGH, HALF = 0.8, 0.5
"""Of them: for a right answer, and for a close one."""
MOST_PER_ITEM = 3
MOST_WORDS = 60
"""Of a list or a definition that are compared with each other: the first ones."""
MOST_ALTERNATIVES = 20
_ITEMS = re.compile(r"\s*(?:,(?!\d)|\n|•)\s*")
_OR = re.compile(r"\s*;\s*|\s+/\s+|(?<=[^\W\d_]{3})/(?=[^\W\d_]{3})")
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*")
_HARDENED = tuple(map(set, ("бп", "вф", "гк", "дт", "жш", "зс")))
"""Letters that sound alike at the end of a Russian word."""


class Level(IntEnum):
    """How near an answer comes, the nearest first."""

    STRICT = 0
    """Letter for letter."""
    SAME = 1
    """But for accents, articles, how numbers are written, and what is said around it."""
    SLIP = 2
    """But for mistakes of typing or hearing."""
    NEAR = 3
    NONE = 4


Rank = tuple[Level, int]
"""A level, and how far off within it."""


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges answers to one question."""

    words: Words
    languages: Sequence[str] = ("en",)
    """In which numbers and forms of words are read, the card's own first."""
    question: str = ""
    """Its words may be repeated around an answer."""
    spoken: bool = False
    _asked: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Reads the question once."""
        object.__setattr__(self, "_asked", frozenset(tokens(self.question)))

    def verdict(
        self,
        said: str,
        accepted: Iterable[str],
        siblings: Callable[[], Iterable[str]] = tuple,
        *,
        slips: bool = True,
    ) -> Verdict:
        """`siblings`: answers to other questions of the deck; what fits one of them at least as
        well is no slip of ours. They are asked for only where the answer is not exact. `slips`:
        whether an answer may have any."""
        said, mine = _in_lines(said), [_in_lines(one) for one in accepted]
        known = {plain(one) for whole in mine for one in _variants(whole)}
        if plain(said) in known:
            return "right"
        if all(is_too_long(said, one) for one in mine):
            return "unknown" if len(said) <= MOST_MORE and self._knows_not(said) else "wrong"
        heard = list(self._heard(said))
        level, off = self._best(said, heard, mine)
        if not slips and level >= Level.SLIP:
            level = Level.NONE
        if level < Level.NONE:
            others = [
                one
                for one in map(_in_lines, likeliest(said, siblings()))
                if plain(one) not in known
            ]
            best = self._best(said, heard, others)
            if best < (level, off) or (level >= Level.SLIP and best == (level, off)):
                level = Level.NONE
        if level <= Level.SLIP:
            return "right"
        if level is Level.NEAR:
            return "close"
        return "unknown" if self._knows_not(said) else "wrong"

    def _knows_not(self, said: str) -> bool:
        spoken = f"{' '.join(tokens(said))} "
        return any(
            spoken.startswith(f"{one} ") and spoken.count(" ") - one.count(" ") <= MOST_PER_ITEM + 1
            for one in self.words.unknown
        )

    def _best(self, said: str, heard: Sequence[list[str]], answers: Iterable[str]) -> Rank:
        return min((self._rank(said, heard, one) for one in answers), default=(Level.NONE, 0))

    def _rank(self, said: str, heard: Sequence[list[str]], expected: str) -> Rank:
        variants = _variants(expected)
        if any(plain(said) == plain(one) for one in variants):
            return Level.STRICT, 0
        if is_too_long(said, expected):
            return Level.NONE, 0
        best: Rank = (Level.NONE, 0)
        for one in variants:
            wanted = self._read(tokens(one))
            best = min(best, *(self._compared(way, wanted, one) for way in heard))
        if best[0] is Level.NONE:
            best = self._first_part(said, variants)
        return best

    def _read(self, words: Sequence[str]) -> list[str]:
        return with_signs(bare(in_digits(words, self.languages), self.words), self.words)

    def _heard(self, said: str) -> Iterable[list[str]]:
        """The answer as it is, and without what is said around it."""
        spoken = tokens(said)
        yield self._read(spoken)
        text = f"{' '.join(spoken)} "
        stripped = self._without(text)
        if stripped != text and stripped.strip():
            yield self._read(stripped.split())
        numerals = repaired(stripped.split(), self.languages)
        if numerals != stripped.split():
            yield self._read(numerals)

    def stripped(self, words: Sequence[str]) -> list[str]:
        """The words (folded) without what is said around an answer, and its articles."""
        return bare(self._without(f"{' '.join(words)} ").split() or words, self.words)

    def _without(self, text: str) -> str:
        for _ in range(3):  # "well, I think it is"
            before = text
            for lead in self.words.leads:
                text = text.removeprefix(f"{lead} ")
            for trail in self.words.trails:
                if text.endswith(f" {trail} "):
                    text = text.removesuffix(f"{trail} ")
            if text == before:
                break
        return text

    def _compared(self, heard: list[str], wanted: list[str], expected: str) -> Rank:
        if not heard or not wanted:
            return Level.NONE, 0
        if heard == wanted or "".join(heard) == "".join(wanted):
            return Level.SAME, 0
        ranks = [
            self._around(heard, wanted),
            self._measured(heard, wanted),
            self._worked_out(heard, wanted),
            self._slipped(heard, wanted),
            self._hardened(heard, wanted, expected),
            self._listed(heard, expected),
            self._dated(heard, wanted),
            self._defined(heard, wanted),
            self._in_part(heard, wanted),
        ]
        return min(ranks)

    def _around(self, heard: list[str], wanted: list[str]) -> Rank:
        """The answer within words of its question: "the capital of France is Paris"."""
        length = len(wanted)
        if all(one in self.words.small for one in wanted) or len(heard) > length + MOST_EXTRA:
            return Level.NONE, 0
        harmless = self._asked | self.words.small | self.words.articles
        for start in range(len(heard) - length + 1):
            around = heard[:start] + heard[start + length :]
            if heard[start : start + length] == wanted and not self._doubts(around):
                return (Level.SAME, 1) if harmless.issuperset(around) else (Level.NONE, 0)
        return Level.NONE, 0

    def _measured(self, heard: list[str], wanted: list[str]) -> Rank:
        """A number without its unit, or with one where none was asked for."""
        mine, others = _numbers(heard), _numbers(wanted)
        rest = [one for one in wanted if not is_number(one)]
        more = [one for one in heard if not is_number(one)]
        if len(mine) != 1 or mine != others or max(len(rest), len(more)) > MOST_PER_ITEM:
            return Level.NONE, 0
        if self._doubts(more) or not wanted[0][-1].isdigit():
            return Level.NONE, 0
        return (Level.SAME, 1) if not rest or set(more) <= set(rest) else (Level.NONE, 0)

    def _worked_out(self, heard: list[str], wanted: list[str]) -> Rank:
        """A number at the end of how one comes to it: "six times seven is 42"."""
        before = heard[: -len(wanted)]
        fits = heard[-len(wanted) :] == wanted and is_number(wanted[0])
        if not fits or not before or before[-1] not in self.words.equals:
            return Level.NONE, 0
        return (Level.NONE, 0) if self._doubts(before) else (Level.SAME, 1)

    def _slipped(self, heard: list[str], wanted: list[str]) -> Rank:
        if _numbers(heard) != _numbers(wanted) or self._doubts(heard) != self._doubts(wanted):
            return Level.NONE, 0
        if len(heard) != len(wanted):
            pairs = [("".join(heard), "".join(wanted))]
        else:
            pairs = list(zip(heard, wanted, strict=True))
        return max(self._word(mine, other) for mine, other in pairs)

    def _hardened(self, heard: list[str], wanted: list[str], expected: str) -> Rank:
        """A name with the letter at its end as it is heard: "Мадрит"."""
        if len(heard) != 1 or len(wanted) != 1 or not expected[:1].isupper():
            return Level.NONE, 0
        mine, other = heard[0], wanted[0]
        same = len(other) >= SHORT and mine[:-1] == other[:-1]
        return (Level.NEAR, 1) if same and {mine[-1], other[-1]} in _HARDENED else (Level.NONE, 0)

    def _word(self, mine: str, other: str) -> Rank:
        """One word against the one it should be."""
        if mine == other:
            return Level.SAME, 0
        length, off = len(other), distance(mine, other)
        alike = self.spoken and length >= SHORT - 1 and heard_as(mine) == heard_as(other)
        if off > 3 + self.spoken and not alike:  # most of them, so that this comes first
            return Level.NONE, 0
        if not (mine.isalpha() and other.isalpha()) or opposed(mine, other):
            return Level.NONE, 0
        if alike:
            return Level.SLIP, 0
        if length == SHORT - 1 and off == 1 and same_letters(mine, other):
            return Level.NEAR, off
        if length < SHORT:
            return Level.NONE, 0
        most = 1 + (length >= LONGEST) + (self.spoken and length > SHORT)
        # At its end a short word changes its meaning: "hablo", "habla", "macht", "machst".
        same_end = sorted(mine[-2:]) == sorted(other[-2:])
        same_end = same_end or (length >= LONG and mine[-1] == other[-1])
        if length >= LONG and off > most and same_end and distance(*sounded(mine, other)) <= 1:
            return Level.NEAR, off
        if off <= most and same_end and min(mine[:2]) in other[:2]:
            return Level.SLIP, off
        most = 1 + (length >= LONG) + (length >= LONGEST)
        return (Level.NEAR, off) if off <= most else (Level.NONE, 0)

    def _listed(self, heard: list[str], expected: str) -> Rank:
        """The things of a list in any order."""
        wanted = [self._read(one) for one in self._items(expected)]
        if len(wanted) < 2 or any(len(one) > MOST_PER_ITEM for one in wanted):
            return Level.NONE, 0
        left = [one for one in heard if one not in self.words.joints]
        if self._doubts(left) or max(len(left), len(wanted)) > MOST_WORDS:
            return Level.NONE, 0
        found, worst = 0, (Level.SAME, 0)
        for number, item in enumerate(wanted):
            rank, at = self._placed(left, item)
            if rank[0] <= Level.SLIP:
                found, worst = found + 1, max(worst, rank)
                del left[at : at + len(item)]
            elif 2 * (number + 1 - found) > len(wanted):  # too many are missing by now
                return Level.NONE, 0
        left = [one for one in left if one not in self.words.small]
        if found == len(wanted) and not left:
            return worst
        near = found * 2 >= len(wanted) and found > len(left)
        return (Level.NEAR, len(wanted) - found) if near and found > 1 else (Level.NONE, 0)

    def _placed(self, left: list[str], item: list[str]) -> tuple[Rank, int]:
        """Where a thing of a list comes nearest, and how near."""
        places = range(len(left) - len(item) + 1)
        for at in places:
            if left[at : at + len(item)] == item:
                return (Level.SAME, 0), at
        tried = ((self._slipped(left[at : at + len(item)], item), at) for at in places)
        return min(tried, default=((Level.NONE, 0), 0))

    def _items(self, expected: str) -> list[list[str]]:
        items: list[list[str]] = []
        for part in _ITEMS.split(expected):
            items.append([])
            for one in tokens(part):
                if one in self.words.joints:
                    items.append([])
                else:
                    items[-1].append(one)
        return [one for one in items if one]

    def _dated(self, heard: list[str], wanted: list[str]) -> Rank:
        """A date in another order: "July 14, 1789"."""
        heard, wanted = (
            [one for one in words if one not in self.words.small] for words in (heard, wanted)
        )
        numbers = _numbers(wanted)
        year = any(len(one) >= 3 for one in numbers)
        is_date = 2 <= len(wanted) <= 3 and year and len(numbers) == len(set(numbers))
        return (Level.SAME, 1) if is_date and sorted(heard) == sorted(wanted) else (Level.NONE, 0)

    def _defined(self, heard: list[str], wanted: list[str]) -> Rank:
        """A definition in the person's words: by how many of its own are there."""
        sought, told = (self._meaning(one)[:MOST_WORDS] for one in (wanted, heard))
        if len(sought) < DEFINED or self._doubts(heard) != self._doubts(wanted):
            return Level.NONE, 0
        if not set(_numbers(wanted)) <= set(_numbers(heard)):
            return Level.NONE, 0
        missing = self._unmatched(sought, told)
        share = 1 - len(missing) / len(sought)
        # Who says "increases" for "decreases" has left out one word, and has put another.
        if share >= ENOUGH and not (missing and self._unmatched(told, sought)):
            return Level.SLIP, len(missing)
        return (Level.NEAR, len(missing)) if share >= HALF else (Level.NONE, 0)

    def _unmatched(self, ones: Sequence[str], others: Sequence[str]) -> list[str]:
        known = set(others)
        return [
            one
            for one in ones
            if one not in known
            and not any(self._word(other, one)[0] <= Level.SLIP for other in known)
        ]

    def _meaning(self, words: Sequence[str]) -> list[str]:
        carrying = [one for one in words if one not in self.words.small and one.isalnum()]
        return terms(" ".join(carrying), self.languages[0])

    def _in_part(self, heard: list[str], wanted: list[str]) -> Rank:
        """The last words of a few: "Newton" for Isaac Newton."""
        length = len(heard)
        letters = sum(map(len, heard))
        enough = letters >= SHORT and 2 * letters >= sum(map(len, wanted))
        if _numbers(wanted) or not length < len(wanted) < DEFINED or not enough:
            return Level.NONE, 0
        return (Level.NEAR, 1) if heard == wanted[-length:] else (Level.NONE, 0)

    def _first_part(self, said: str, variants: Iterable[str]) -> Rank:
        """What comes first in "Paris, the city on the Seine"."""
        first, *rest = SEGMENTS.split(said)
        if not rest or self._doubts(tokens(said)):
            return Level.NONE, 0
        heard = self._read(tokens(first))
        same = any(heard and heard == self._read(tokens(one)) for one in variants)
        return (Level.SAME, 2) if same else (Level.NONE, 0)

    def _doubts(self, words: Iterable[str]) -> bool:
        return not self.words.doubts.isdisjoint(words)


def _variants(expected: str) -> list[str]:
    """The answers that are meant by one text: its alternatives, and without what is in brackets."""
    found: dict[str, None] = {expected: None}
    for one in islice(_OR.split(expected), MOST_ALTERNATIVES):
        found[one] = None
        found[_BRACKETS.sub(r" \1 ", one)] = None
        found[_BRACKETS.sub(" ", one)] = None
    return [one for one in found if one.strip()]


def _in_lines(text: str) -> str:
    """The same with single spaces: what looks for marks between them tries every one."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def _numbers(words: Iterable[str]) -> list[str]:
    return [one for one in words if is_number(one)]
