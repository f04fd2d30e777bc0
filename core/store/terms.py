"""Words as they are searched by: folded and stemmed by us, so every database finds the same."""

import re
import unicodedata
from functools import lru_cache
from threading import get_ident
from typing import Any

WORD = re.compile(r"\w+")
STEMMERS = {"en": "english", "es": "spanish", "de": "german", "ru": "russian"}
ROUNDS = 3
LEAST_STEM, LONGEST_ENDING = 5, 3
"""Letters that two forms of a word share from its start, and that may follow in one of them."""
MOST_TERMS = 400
"""Of one text: the index of a very long note covers its first words."""


def terms(text: str, language: str) -> list[str]:
    """The terms of a text in order, double ones kept once."""
    found: dict[str, None] = {}
    for word in WORD.findall(text.casefold()):
        found[_term(word, language)] = None
        if len(found) >= MOST_TERMS:
            break
    return list(found)


def stumps(term: str) -> list[str]:
    """What is left of a term without an ending that its stemmer may have missed, longest first.

    "membranen" of somebody who speaks English: "membrane", "membran", "membra". A term and its
    stump are taken for forms of one word: "organic" and "organ", but not "portable" and "port".
    """
    if not term.isalpha():  # of a number every digit counts
        return []
    least = max(LEAST_STEM, len(term) - LONGEST_ENDING)
    return [term[:length] for length in range(len(term) - 1, least - 1, -1)]


@lru_cache(maxsize=8192)
def _term(word: str, language: str) -> str:
    # Cyrillic is Russian here whatever the person speaks; Latin is their own language.
    if "\u0400" <= word[0] <= "\u04ff":
        return str(_stemmer("ru", get_ident()).stemWord(word.replace("ё", "е")))
    stemmer = _stemmer("en" if language == "ru" else language, get_ident())
    # An accent keeps a stemmer from an ending: "exámenes" is "exam" only in its second round.
    for _ in range(ROUNDS if word.isalpha() else 0):
        word = _bare(str(stemmer.stemWord(word)))
    return _bare(word)


def _bare(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


@lru_cache(maxsize=32)
def _stemmer(language: str, thread: int) -> Any:
    """One for each thread: it keeps the word it works on."""
    import snowballstemmer  # imported late: a chat that keeps nothing does without

    return snowballstemmer.stemmer(STEMMERS.get(language, "english"))
