"""Words as they are searched by: folded and stemmed by us, so every database finds the same."""

import re
import unicodedata
from functools import lru_cache
from typing import Any

WORD = re.compile(r"\w+")
STEMMERS = {"en": "english", "es": "spanish", "de": "german", "ru": "russian"}
ROUNDS = 3
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


@lru_cache(maxsize=8192)
def _term(word: str, language: str) -> str:
    # Cyrillic is Russian here whatever the person speaks; Latin is their own language.
    if "\u0400" <= word[0] <= "\u04ff":
        return str(_stemmer("ru").stemWord(word.replace("ё", "е")))
    stemmer = _stemmer("en" if language == "ru" else language)
    # An accent keeps a stemmer from an ending: "exámenes" is "exam" only in its second round.
    for _ in range(ROUNDS if word.isalpha() else 0):
        word = _bare(str(stemmer.stemWord(word)))
    return _bare(word)


def _bare(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


@lru_cache(maxsize=8)
def _stemmer(language: str) -> Any:
    import snowballstemmer  # imported late: a chat that keeps nothing does without

    return snowballstemmer.stemmer(STEMMERS.get(language, "english"))
