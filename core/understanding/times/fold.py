"""Folding of case, accents and ё that keeps every character's place."""

import re
import unicodedata
from functools import cache

_MARKS = re.compile("[\u0300-\u036f]")
_SIGNS = {"’": "'", "ʼ": "'", "‘": "'", "–": "-", "—": "-", "‑": "-", "−": "-", "∶": ":"}
_LETTERS = (range(0xC0, 0x250), range(0x370, 0x530), range(0x1E00, 0x1F00))


@cache
def _table() -> dict[int, str]:
    table = {ord(sign): plain for sign, plain in _SIGNS.items()}
    table.update({code: chr(code + 32) for code in range(ord("A"), ord("Z") + 1)})
    for letters in _LETTERS:
        for code in letters:
            lower = chr(code).lower()
            base = unicodedata.normalize("NFD", lower)[:1]
            table[code] = base if len(lower) == 1 else chr(code)
    return table


def fold(text: str) -> str:
    """The text in small letters without accents, of the very same length."""
    return text.lower() if text.isascii() else text.translate(_table())


def without_marks(text: str) -> tuple[str, list[int] | None]:
    """The text without loose accents, and where each of its characters (and its end) stood.

    No places are given where nothing was taken away.
    """
    if text.isascii() or not _MARKS.search(text):
        return text, None
    places = [place for place, sign in enumerate(text) if not "\u0300" <= sign <= "\u036f"]
    bare = "".join(text[place] for place in places)
    return bare, [*places, len(text)]
