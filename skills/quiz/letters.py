"""Two words by their letters: how far one is from the other, and whether they are opposites."""

import re
from functools import lru_cache

from skills.quiz.wording import sound

_OPPOSED: tuple[tuple[str, ...], ...] = (
    ("hypo", "hyper"), ("endo", "exo"), ("intra", "inter"), ("macro", "micro"), ("ante", "anti"),
    ("pre", "post"), ("pro", "anti"), ("iso", "aniso"), ("homo", "hetero"), ("poly", "mono"),
    ("hipo", "hiper"), ("mikro", "makro"), ("гипо", "гипер"), ("эндо", "экзо"),
    ("микро", "макро"), ("интра", "интер"), ("in", "ex"), ("im", "ex"),
)  # fmt: skip
_ENDINGS: tuple[tuple[str, ...], ...] = (
    ("ase", "ose"), ("ate", "ite", "ide"), ("ane", "ene", "yne"), ("ato", "ito", "uro"),
    ("asa", "osa"), ("ano", "eno", "ino"), ("at", "it", "id"), ("an", "en", "in"),
    ("ат", "ит", "ид"), ("аза", "оза"), ("ан", "ен", "ин"),
)  # fmt: skip
_DOUBLED = re.compile(r"(.)\1+")


def opposed(mine: str, other: str) -> bool:
    """Whether the words differ in the very part that tells their meanings apart."""
    if mine.endswith(other) or other.endswith(mine):  # "legal", "illegal"
        return True
    begun = any(
        mine.startswith(one) and other == f"{part}{mine.removeprefix(one)}"
        for parts in _OPPOSED
        for one in parts
        for part in parts
    )
    return begun or any(
        mine.endswith(one) and other == f"{mine.removesuffix(one)}{part}"
        for parts in _ENDINGS
        for one in parts
        for part in parts
    )


def same_letters(mine: str, other: str) -> bool:
    """Whether a short word has the same letters, its first and last where they belong: "trre"."""
    return (mine[0], mine[-1], set(mine)) == (other[0], other[-1], set(other))


def sounded(mine: str, other: str) -> tuple[str, str]:
    """Both with ph and f, y and i, doubled letters and single ones alike."""
    for letters, one in (("ph", "f"), ("th", "t"), ("rh", "r"), ("y", "i"), ("ck", "k")):
        mine, other = mine.replace(letters, one), other.replace(letters, one)
    return _DOUBLED.sub(r"\1", mine), _DOUBLED.sub(r"\1", other)


@lru_cache(maxsize=4_000)
def heard_as(word: str) -> str:
    """What is heard of one word, roughly."""
    return sound([word])


def distance(mine: str, other: str) -> int:
    """Letters put, left out, exchanged or turned round."""
    from rapidfuzz.distance import OSA  # imported late: most answers are right

    return int(OSA.distance(mine, other))
