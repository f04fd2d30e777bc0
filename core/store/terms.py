"""Words as they are searched by: folded and stemmed by us, so that every database finds the same."""

import re
import unicodedata
from functools import lru_cache
from typing import Any

WORD = re.compile(r"\w+")
STEMMERS = {"en": "english", "es": "spanish", "de": "german", "ru": "russian"}
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
    tongue = "ru" if "\u0400" <= word[0] <= "\u04ff" else language
    if tongue == "ru":
        folded = word.replace("ё", "е")
        return str(_stemmer("ru").stemWord(folded))
    stem = str(_stemmer(tongue if tongue != "ru" else "en").stemWord(word)) if word.isalpha() else word
    bare = unicodedata.normalize("NFKD", stem)
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


@lru_cache(maxsize=8)
def _stemmer(language: str) -> Any:
    import snowballstemmer  # imported late: a chat that keeps nothing does without

    return snowballstemmer.stemmer(STEMMERS.get(language, "english"))
