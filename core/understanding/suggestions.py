"""What somebody who was not understood may have meant: the nearest sentences we know."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from math import log, sqrt

LEAST = 0.32
"""Likeness (0 to 1) under which nothing is suggested."""
MOST = 2


class Suggestions:
    """Intents by the likeness of their sentences' character trigrams, rare ones weighing more."""

    def __init__(self, sentences: Iterable[tuple[str, str]]) -> None:
        known = [(intent, _grams(text)) for intent, text in dict.fromkeys(sentences)]
        often = Counter(gram for _, grams in known for gram in grams)
        self._weight = {gram: log(1 + len(known) / count) for gram, count in often.items()}
        self._intents = [intent for intent, _ in known]
        self._lengths = [self._length(grams) for _, grams in known]
        self._standing: dict[str, list[int]] = defaultdict(list)
        for place, (_, grams) in enumerate(known):
            for gram in grams:
                self._standing[gram].append(place)

    def near(self, text: str) -> list[tuple[str, float]]:
        """Intents and likeness, the nearest first, for a folded text."""
        grams = {gram for gram in _grams(text) if gram in self._weight}
        likeness: dict[int, float] = defaultdict(float)
        for gram in grams:
            weight = self._weight[gram] ** 2
            for place in self._standing[gram]:
                likeness[place] += weight
        length = self._length(grams)
        best: dict[str, float] = {}
        for place, shared in likeness.items():
            intent = self._intents[place]
            score = shared / (length * self._lengths[place])
            best[intent] = max(score, best.get(intent, 0.0))
        return sorted(best.items(), key=lambda one: (-one[1], one[0]))

    def _length(self, grams: Iterable[str]) -> float:
        return sqrt(sum(self._weight[gram] ** 2 for gram in grams)) or 1.0


def _grams(text: str) -> frozenset[str]:
    padded = f" {text.strip()} "
    return frozenset(padded[place : place + 3] for place in range(len(padded) - 2))
