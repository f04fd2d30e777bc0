"""An answer as it is compared: its words and numbers, however they were written or said."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from core.understanding.folding import fold

SHORTEST_NUMERAL, LONG_NUMERAL = 4, 8
"""Letters of a number word that may have a slip (the shortest only one left out), and two."""
MOST_NUMERALS = 8
"""Words of a number with a slip in one of them, and what is said around it."""
MOST_IN_WORDS = 2100
"""The largest number that is read in words: every year somebody is asked for."""
SEGMENTS = re.compile(r"\s*[;:()\n]\s*|,\s+|[.!?…]\s+|\s[-–—]\s")
_TOKEN = re.compile(
    r"(?<![\w])-?\d+(?:[.,]\d+)*|\d+(?:[.,]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*|[+#%°€$£&@=<>*/^√∞]"
)
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3})+(?!\d)")
_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*")


@dataclass(frozen=True, slots=True)
class Words:
    """What people say around an answer, in all languages of the house, folded."""

    articles: frozenset[str] = frozenset()
    leads: tuple[str, ...] = ()
    """Before an answer: "I think it is"."""
    trails: tuple[str, ...] = ()
    """Behind it: "I guess"."""
    unknown: tuple[str, ...] = ()
    """Instead of one: "no idea"."""
    joints: frozenset[str] = frozenset()
    """Between the things of a list: "and"."""
    doubts: frozenset[str] = frozenset()
    """What makes another answer of it: "not", "or"."""
    small: frozenset[str] = frozenset()
    """Words that carry no meaning."""
    units: Mapping[str, str] | None = None
    """How a unit is written or called: its sign."""
    equals: frozenset[str] = frozenset()
    """Before what something comes to: "is", "="."""


def tokens(text: str) -> list[str]:
    """Folded words, numbers as digits with a point, and the signs that make a difference."""
    text = unicodedata.normalize("NFKC", text).replace("−", "-").replace("’", "'")
    text = _GROUPED.sub(lambda found: found.group().replace(" ", ""), text)
    return [_token(found) for found in _TOKEN.findall(text)]


def plain(text: str) -> str:
    """The same text in other capitals, spaces and marks at its ends; accents stay."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(text.split()).strip(" .,;:!?¡¿…\"'“”„«»") or text.strip()


def repaired(words: Sequence[str], languages: Iterable[str]) -> list[str]:
    """Words with a slip as the number words they are meant to be, where only one comes near."""
    if len(words) > MOST_NUMERALS:
        return list(words)
    known = tuple(languages)
    return [_repaired(one, known) for one in words]


def is_number(token: str) -> bool:
    """Whether a token is a number in digits."""
    return token[-1].isdigit()


def _token(token: str) -> str:
    if not is_number(token):
        return fold(token).strip() or token
    if _THOUSANDS.fullmatch(token):
        return re.sub("[.,]", "", token)
    whole, _, part = token.replace(",", ".").partition(".")
    part = part.rstrip("0") if part.isdigit() else part
    whole = whole.lstrip("0") or "0" if not whole.startswith("-") else whole
    return f"{whole}.{part}" if part else whole


def bare(words: Sequence[str], known: Words) -> list[str]:
    """Without articles: at the start any, within only those that can be nothing else."""
    kept = list(words)
    while len(kept) > 1 and kept[0] in known.articles:
        kept.pop(0)
    last = len(kept) - 1
    return [
        one
        for place, one in enumerate(kept)
        if place in (0, last) or len(one) == 1 or one not in known.articles
    ]


def in_digits(words: Sequence[str], languages: Iterable[str]) -> list[str]:
    """Numbers in words as digits, the longest reading first: "twenty one" is 21."""
    for language in languages:
        words = _in_digits(words, _numerals(language))
    return list(words)


def with_signs(words: Sequence[str], known: Words) -> list[str]:
    """Units by their signs: "12 kilometres" is "12 km"."""
    units = known.units or {}
    told: list[str] = []
    for one in words:
        measured = bool(told) and (is_number(told[-1]) or told[-1] == "°")
        told.append(units.get(one, one) if measured else one)
    return told


def sound(words: Iterable[str]) -> str:
    """What is heard of the words, roughly: letters that sound alike are one."""
    heard = "".join(words)
    for letters, one in _ALIKE:
        heard = heard.replace(letters, one)
    return re.sub(r"(.)\1+", r"\1", heard)


_ALIKE = (
    ("ph", "f"), ("th", "t"), ("ck", "k"), ("qu", "k"), ("sch", "s"), ("sh", "s"), ("ch", "k"),
    ("gh", "g"), ("ll", "y"), ("c", "k"), ("z", "s"), ("v", "b"), ("w", "b"), ("y", "i"),
    ("h", ""), ("dt", "t"), ("ие", "и"), ("я", "а"), ("о", "а"), ("е", "и"), ("ь", ""),
    ("ъ", ""), ("тся", "ца"), ("э", "и"),
)  # fmt: skip


def _in_digits(words: Sequence[str], numerals: Mapping[tuple[str, ...], str]) -> list[str]:
    read: list[str] = []
    place = 0
    while place < len(words):
        for length in range(min(8, len(words) - place), 0, -1):
            if found := numerals.get(tuple(words[place : place + length])):
                read.append(found)
                place += length
                break
        else:
            read.append(words[place])
            place += 1
    return read


@lru_cache(maxsize=1_000)
def _repaired(word: str, languages: tuple[str, ...]) -> str:
    if len(word) < SHORTEST_NUMERAL or not word.isalpha():
        return word
    from rapidfuzz.distance import OSA

    known = _number_words(languages)
    most = 1 + (len(word) >= LONG_NUMERAL)
    near = [
        (off, one)
        for one in known
        if one[0] == word[0]
        and (len(word) > SHORTEST_NUMERAL or len(one) > len(word))
        and (off := int(OSA.distance(word, one, score_cutoff=most))) <= most
    ]
    least = min(near, default=(0, ""))[0]
    best = [one for off, one in near if off == least]
    return best[0] if len(best) == 1 and word not in known else word


@cache
def _number_words(languages: tuple[str, ...]) -> frozenset[str]:
    return frozenset(one for language in languages for said in _numerals(language) for one in said)


@cache
def _numerals(language: str) -> Mapping[tuple[str, ...], str]:
    """Every way to say a number, by its folded words."""
    from num2words import num2words  # a tenth of a second: only who compares a number

    found: dict[tuple[str, ...], str] = {}
    for number in range(MOST_IN_WORDS):
        ways = [num2words(number, lang=language)]
        if number >= 1000:
            ways.append(num2words(number, lang=language, to="year"))
        for way in ways:
            said = tuple(tokens(way))
            found.setdefault(said, str(number))
            found.setdefault(tuple(one for one in said if one != "and"), str(number))
            if said[0] in _LEFT_OUT and number >= 100:  # "тысяча", "a hundred"
                found.setdefault(said[1:], str(number))
            elif language == "de" and said[0].startswith(("einhundert", "eintausend")):
                found.setdefault((said[0].removeprefix("ein"), *said[1:]), str(number))
    found.pop((), None)
    return found


_LEFT_OUT = ("одна", "one")
