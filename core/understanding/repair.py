"""Typing mistakes in the words that templates are made of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice, product

from core.understanding.folding import Folded

SHORTEST = 4
LONG = 8
"""From this length on a word may have two mistakes."""
MOST_MISTAKES = 6
MOST_TRIES = 8
MOST_CANDIDATES = 2


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
        best = min((distance for _, distance, _ in found), default=0)
        near = [(one, int(distance)) for one, distance, _ in found if distance == best]
        return near[:MOST_CANDIDATES]
