"""Transcripts as they may have been meant: words that sound alike, glued, or split elsewhere.

Only for what was heard, and never for what destroys.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice
from pathlib import Path

from core.understanding.folding import fold, words
from core.understanding.phrases import read_yaml

MOST_READINGS = 24
MOST_WORDS = 40
SHORTEST = 3
"""Letters of a word that is compared by its sound, or found by joining two."""
MOST_LEARNED_WORDS = 3
ALIKE = 0.5
"""Likeness (0 to 1) from which a few words are taken for a piece that was heard wrong."""
LONGEST = 2_000
"""Characters of what is put right: what is longer is a text, as it is for understanding."""

_WORD = re.compile(r"[\w'’]+")

Pair = tuple[str, str]
"""What was heard, and what was said."""


@dataclass(frozen=True, slots=True)
class Sounds:
    """`heard.yaml` of one language: slips of the ear, and how sounds are spelled."""

    meant: dict[str, tuple[str, ...]]
    """What may have been said, by what is heard for it."""
    rules: tuple[tuple[re.Pattern[str], str], ...]

    @staticmethod
    def read(folder: Path) -> "Sounds":
        """The file in a language's folder."""
        data = read_yaml(folder / "heard.yaml") or {}
        meant: dict[str, list[str]] = {}
        for said, slips in (data.get("slips") or {}).items():
            for heard in slips:
                meant.setdefault(words(str(heard)), []).append(str(said))
        rules = tuple((re.compile(said), meant) for said, meant in data.get("sounds", []))
        return Sounds({one: tuple(others) for one, others in meant.items()}, rules)

    def key(self, word: str) -> str:
        """How a folded word sounds: equal for words that are hard to tell apart."""
        for said, meant in self.rules:
            word = said.sub(meant, word)
        return re.sub(r"(.)\1+", r"\1", word)


class Hearing:
    """Knows the words of one language's templates by their sound."""

    def __init__(self, sounds: Sounds, vocabulary: Iterable[str]) -> None:
        self._sounds = sounds
        self._known = frozenset(vocabulary)
        self._by_sound: dict[str, list[str]] = {}
        for word in sorted(self._known):
            if len(word) >= SHORTEST:
                self._by_sound.setdefault(sounds.key(word), []).append(word)

    def readings(self, text: str) -> Iterator[str]:
        """The text with one or two places read otherwise, the fewest changes first."""
        said = _WORD.findall(text)
        if not 0 < len(said) <= MOST_WORDS:
            return
        once = [*self._otherwise(said)]
        twice = (again for one in once for again in self._otherwise(one))
        for reading in islice((*once, *islice(twice, MOST_READINGS)), MOST_READINGS):
            yield " ".join(reading)

    def _otherwise(self, said: Sequence[str]) -> Iterator[list[str]]:
        """Each way to read one place otherwise."""
        folded = [fold(one) for one in said]
        for place, word in enumerate(folded):
            before, after = list(said[:place]), list(said[place + 1 :])
            glued = word + folded[place + 1] if after else ""
            if len(glued) >= SHORTEST and glued in self._known:
                yield [*before, glued, *after[1:]]
            pair = f"{word} {folded[place + 1]}" if after else ""
            for other in self._sounds.meant.get(pair, ()):
                yield [*before, other, *after[1:]]
            for other in self._sounds.meant.get(word, ()):
                yield [*before, other, *after]
            if word in self._known:
                continue
            for other in self._by_sound.get(self._sounds.key(word), ()):
                yield [*before, other, *after]
            for cut in range(2, len(word) - 1):
                if word[:cut] in self._known and word[cut:] in self._known:
                    yield [*before, word[:cut], word[cut:], *after]


def corrected(text: str, pairs: Iterable[Pair]) -> str:
    """The transcript with what is known to be heard wrong put right; whole words only."""
    for heard, said in pairs:
        apart = r"\W+".join(map(re.escape, heard.split()))
        escaped = said.replace("\\", r"\\")
        text = re.sub(rf"(?<!\w){apart}(?!\w)", escaped, text, flags=re.IGNORECASE)
    return text


def put_in(heard: str, piece: str, wrong: str | None = None) -> str | None:
    """What was heard with the piece in the place of what was misheard; `wrong` names that, else it
    is what looks most like the piece. None where nothing does, or all of it is a text."""
    if len(heard) > LONGEST or len(piece) > LONGEST:
        return None
    if wrong is not None:
        made = corrected(heard, [(wrong, piece)])
        return made if made != heard else None
    found = list(_WORD.finditer(heard))
    size = len(piece.split())
    best, place = ALIKE, None
    for length in range(max(1, size - 1), size + 2):
        for first in range(len(found) - length + 1):
            start, end = found[first].start(), found[first + length - 1].end()
            likeness = SequenceMatcher(None, fold(heard[start:end]), fold(piece)).ratio()
            if likeness > best:
                best, place = likeness, (start, end)
    return None if place is None else f"{heard[: place[0]]}{piece}{heard[place[1] :]}"


def learned(heard: str, said: str, small: frozenset[str]) -> list[Pair]:
    """The places in which the two differ, word for word; nothing of small words alone, which are
    right elsewhere, and nothing of numbers."""
    before, after = _WORD.findall(heard), _WORD.findall(said)
    matcher = SequenceMatcher(None, [fold(one) for one in before], [fold(one) for one in after])
    if matcher.ratio() < ALIKE / 2:
        return []  # another sentence, and no slip of the ear
    pairs = []
    for kind, a, b, c, d in matcher.get_opcodes():
        wrong, right = before[a:b], after[c:d]
        few = 0 < len(wrong) <= MOST_LEARNED_WORDS and 0 < len(right) <= MOST_LEARNED_WORDS
        telling = not {fold(one) for one in wrong} <= small
        if kind == "replace" and few and telling and not any(map(_has_digit, wrong)):
            pairs.append((" ".join(wrong).lower(), " ".join(right)))
    return pairs


def _has_digit(word: str) -> bool:
    return any(sign.isdigit() for sign in word)
