"""Typing mistakes in the words that times are made of: "evry", "tomrrow", "montga"."""

from collections import defaultdict
from collections.abc import Iterable

MENDED = (
    "day", "tonight", "weekday", "weekdays", "weekday_in", "month", "unit", "every", "adverb",
    "set", "sets", "bare_part", "part", "adverb_part", "parts", "named",
)  # fmt: skip
"""Kinds of words that are mended: what names a time, not the small words and numbers around it."""
SHORTEST, LONG = 4, 6
"""Letters: from `LONG` on one letter may stand for another."""


class Slips:
    """Knows the words of one language's times.

    A slip keeps the first letter: one behind it is left out, doubled, swapped with the next or, in
    a long word, another. More than that makes other words: "night" is not "right".
    """

    def __init__(self, words: Iterable[str], others: Iterable[str]) -> None:
        """`others` are words of the language that look like a slip and are none."""
        self._words = frozenset(word for word in words if len(word) >= SHORTEST and word.isalpha())
        self._others = frozenset(others)
        self._without: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for word in sorted(self._words):
            for place in range(1, len(word)):
                self._without[word[:place] + word[place + 1 :]].append((word, place))

    def meant(self, typed: str) -> list[str]:
        """The words it may be a slip of, the likeliest first."""
        if len(typed) < SHORTEST or not typed.isalpha() or typed in self._others:
            return []
        places = range(1, len(typed))
        found = [word for word, _ in self._without.get(typed, ())]
        found += (typed[:at] + typed[at + 1] + typed[at] + typed[at + 2 :] for at in places[:-1])
        found += (typed[:at] + typed[at + 1 :] for at in places if typed[at] == typed[at - 1])
        if len(typed) >= LONG:
            for at in places:
                bare = typed[:at] + typed[at + 1 :]
                found += (word for word, place in self._without.get(bare, ()) if place == at)
        return [word for word in dict.fromkeys(found) if word in self._words and word != typed]
