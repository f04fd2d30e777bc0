"""Which answers are looked at closely: to compare them all would take seconds."""

from collections.abc import Iterable

from skills.quiz.letters import distance

MOST_LONGER, MOST_MORE = 2, 80
"""An answer of more than so many times what it should be, and so many characters, is none."""
MOST_SIBLINGS, MOST_READ, MOST_SKIMMED = 50, 2_500, 100
"""Other answers that are compared, the likeliest first; characters of all of them, and of each
that its likelihood is told by."""


def is_too_long(said: str, expected: str) -> bool:
    """Whether an answer is so much longer than what it should be that it is none."""
    return len(said) > MOST_LONGER * len(expected) + MOST_MORE


def likeliest(said: str, answers: Iterable[str]) -> list[str]:
    """Those that may be what was said, the likeliest first: by their words, then their letters."""
    skimmed = said[:MOST_SKIMMED].casefold()
    words = set(skimmed.split())

    def unlike(one: str) -> tuple[int, int]:
        other = one[:MOST_SKIMMED].casefold()
        return -len(words.intersection(other.split())), distance(skimmed[:60], other[:60])

    near = [one for one in dict.fromkeys(answers) if one and not is_too_long(said, one)]
    if len(near) > 1:
        near.sort(key=unlike)
    kept: list[str] = []
    read = 0
    for one in near[:MOST_SIBLINGS]:
        read += len(said) + len(one)
        if kept and read > MOST_READ:
            break
        kept.append(one)
    return kept
