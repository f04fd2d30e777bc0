"""Typing mistakes in the words that templates are made of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice, pairwise, product

from core.understanding.folding import Folded

SHORTEST = 4
LONG = 9
"""From this length on a word may have two mistakes."""
MOST_MISTAKES = 6
MOST_TRIES = 8
MOST_CANDIDATES = 2
KEYBOARDS = (
    ("qwertyuiop", "asdfghjkl", "zxcvbnm"),
    ("qwertzuiop", "asdfghjkl", "yxcvbnm"),
    ("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"),
)
ALIKE = [
    "aeiouy",
    "bpv",
    "dt",
    "szc",
    "ckq",
    "gj",
    "mn",
    "аоуыиеэюяй",
    "бп",
    "вф",
    "дт",
    "зс",
    "гк",
    "жшщ",
    "чщ",
    "ьъ",
]
"""Letters that are written for one another because they sound so."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A reading of the sentence with some words put right."""

    words: Mapping[str, str]
    """By what was typed."""
    sure: bool
    """Whether each was one slip, with one word it can have been."""


class Repair:
    """Knows the words of one language's templates."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self.known = frozenset(vocabulary)
        self._choices = sorted(word for word in self.known if len(word) >= SHORTEST)

    def corrections(self, folded: Folded) -> Iterable[Correction]:
        """The likeliest readings, best first; none where every word is known."""
        slips: list[list[tuple[str, str]]] = []
        sure = True
        for word in dict.fromkeys(folded.text.split()):
            found = self._near(word)
            if found:
                slips.append([(word, near) for near, _ in found])
                sure = sure and len(found) == 1 and found[0][1] == 1 and len(word) > SHORTEST
            if len(slips) == MOST_MISTAKES:
                break
        if slips:
            for chosen in islice(product(*slips), MOST_TRIES):
                yield Correction(dict(chosen), sure)

    def _near(self, word: str) -> list[tuple[str, int]]:
        if word in self.known or not SHORTEST <= len(word) <= 24 or not word.isalpha():
            return []
        # Imported here: most sentences never need it.
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        most = 2 if len(word) >= LONG else 1
        found = extract(word, self._choices, scorer=OSA.distance, score_cutoff=most, limit=None)
        found = [one for one in found if slipped(word, one[0])]
        best = min((distance for _, distance, _ in found), default=0)
        near = [(one, int(distance)) for one, distance, _ in found if distance == best]
        return near[:MOST_CANDIDATES]


def slipped(typed: str, meant: str) -> bool:
    """Whether a finger or an ear makes the one of the other: letters left out, doubled or swapped,
    a key beside the right one, a letter that sounds like it. Else it is a word of its own."""
    # Imported here: most sentences never need it.
    from rapidfuzz.distance import Levenshtein

    changed = [
        (typed[edit.src_pos], meant[edit.dest_pos])
        for edit in Levenshtein.editops(typed, meant)
        if edit.tag == "replace"
    ]
    swapped = {(one, other) for other, one in changed}
    return all(pair in swapped or pair in _near_keys() for pair in changed)


@cache
def _near_keys() -> frozenset[tuple[str, str]]:
    pairs = {(one, other) for letters in ALIKE for one in letters for other in letters}
    for rows in KEYBOARDS:
        for row, below in zip(rows, (*rows[1:], ""), strict=True):
            pairs.update(pairwise(row))
            pairs.update(zip(row, below, strict=False))
            pairs.update(zip(row[1:], below, strict=False))
    return frozenset(pairs | {(other, one) for one, other in pairs})
