"""Folds what is spelled differently but means the same, and keeps the way back to the original."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

BLANK = "\0"
"""Stands for each character of a span that was taken out."""
BLANK_NUMBER = "\1"
"""The same for a bare number, which free words may claim back."""

_TOKEN = re.compile(r"\S+")
_BLANKS = re.compile(f"[{BLANK}{BLANK_NUMBER}]+")
_EDGES = " \t\r\n.,;:!?¿¡…-–—"
_QUOTES = {'"': '"', "“": "”", "„": "“", "«": "»", "‘": "’"}


class _Folds(dict[int, str]):
    """Each character's one-character fold, found when it is first seen."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


def _fold_character(char: str) -> str:
    if char in "'’ʼ´":
        return "'"
    category = unicodedata.category(char)
    if category[0] in "ZC" or category in ("So", "Sk", "Pd", "Ps", "Pe", "Pi", "Pf", "Pc"):
        return " "
    if char in '.,;:!?¿¡…"*\ufe0f':
        return " "
    lower = char.lower()
    if len(lower) != 1:
        return char
    # й is a letter of its own; Hangul would come apart.
    if lower == "й" or not (ord(lower) < 0x0530 or 0x1E00 <= ord(lower) < 0x2000):
        return lower
    return unicodedata.normalize("NFD", lower)[0]


_FOLDS = _Folds()


def fold(text: str) -> str:
    """Lower case, no accents, ё as е, punctuation as spaces; the length stays."""
    return text.translate(_FOLDS)


def words(text: str) -> str:
    """Folded, and its words one space apart."""
    return " ".join(fold(text).split())


@dataclass(slots=True)
class Folded:
    """A sentence made ready for matching, which remembers where each character stood."""

    source: str
    """As it was typed, spans that were taken out blanked."""
    text: str
    """Folded words one space apart, each followed by one."""
    _offsets: Sequence[int] = ()
    """In the source, of each character of the text; found when they are asked for."""
    _folded: str = ""

    @staticmethod
    def of(source: str, instead: Mapping[str, str] | None = None) -> "Folded":
        """Folds a text (NFC); some of its words may be read `instead` as others."""
        folded = fold(source)
        tokens = folded.split()
        if not instead:
            text = " ".join(tokens) + " " if tokens else ""
            same = text == folded or text[:-1] == folded
            return Folded(source, text, range(len(text)) if same else (), folded)
        offsets: list[int] = []
        for found in _TOKEN.finditer(folded):
            length = len(instead.get(found.group(), found.group()))
            last = found.end() - 1
            offsets += (min(found.start() + step, last) for step in range(length - 1))
            offsets += (last, found.end())
        text = " ".join(instead.get(word, word) for word in tokens) + " "
        return Folded(source, text, offsets)

    def original(self, start: int, end: int) -> str:
        """What stood at `text[start:end]`, from the word before it to the word behind it."""
        offsets = self._offsets or self._locate()
        while end > start and self.text[end - 1] == " ":
            end -= 1
        if start == 0:
            first = 0
        elif self.text[start - 1] == " ":
            first = offsets[start - 1]
        else:
            first = offsets[start]
        if end + 1 >= len(self.text):
            last = len(self.source)
        elif self.text[end] == " ":
            last = offsets[end + 1]
        else:
            last = offsets[end - 1] + 1
        return self.source[first:last]

    def _locate(self) -> Sequence[int]:
        offsets: list[int] = []
        end = 0
        for word in self.text.split():
            start = self._folded.index(word, end)
            end = start + len(word)
            offsets.extend(range(start, end + 1))
        self._offsets = offsets
        return offsets


def tidy(text: str) -> str:
    """Free words as they are handed on: no gap where a span was, no punctuation at the edges."""
    parts = _BLANKS.split(text)
    if len(parts) > 1:
        text = " ".join(part.strip(" \t\r\n,;") for part in parts)
    text = text.strip(_EDGES)
    if len(text) > 1 and _QUOTES.get(text[0]) == text[-1]:
        text = text[1:-1].strip(_EDGES)
    return text
