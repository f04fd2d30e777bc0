"""The words of a language: which kinds each is of, what it means, and its code."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from core.understanding.times.fold import fold
from core.understanding.times.numerals import (
    DIGIT_KINDS,
    NUMBER_KINDS,
    Conventions,
    number_kinds,
    read_digits,
)
from core.understanding.times.templates import expand

TOKEN = re.compile(
    r"(?<![0-9])[^\W\d_]++(?:[0-9_]\w*)?|[^\W\d_]+"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])|[0-9]+(?:[.,:/][0-9]+)*|[^\w\s]|_\w*"
)
"""Words, names such as `b12`, digits with their marks, single signs."""

UNKNOWN = "\x00"
Symbols = frozenset[str]
ANY_NUMBER: Symbols = frozenset({"number"})
YEARS = NUMBER_KINDS["year"]


class Lexicon:
    """Words by kind, and the code (one character) of every word, number and kind of meaning."""

    def __init__(
        self,
        tables: Mapping[str, Mapping[Any, str]],
        numbers: Mapping[str, Mapping[int, str]],
        glue: Mapping[str, Any] | None,
        how: Conventions,
    ) -> None:
        self._how = how
        self._symbols: dict[str, set[str]] = defaultdict(set)
        self._phrases: dict[str, list[list[str]]] = defaultdict(list)
        self._codes: dict[Symbols, str] = {frozenset(): UNKNOWN}
        self._members: dict[str, set[str]] = defaultdict(set)
        self.codes: dict[str, str] = {}
        """Of every word that has a meaning."""
        self._number_codes: dict[float, str] = {}
        self.values: dict[str, dict[str, Any]] = {}
        """The meaning of a word or phrase, by kind."""
        self.numbers: dict[str, int] = {}
        self.number_words = numbers.keys()
        """The kinds of words that are numbers."""
        for kind, table in tables.items():
            self.values[kind] = dict(self._read(kind, table))
        for kind, table in numbers.items():
            for word, value in self._read(kind, table):
                self._add_number(word, value)
        if glue is not None:
            self._glue(glue["and"], dict(self._read("stem", glue["stems"])))

    def _read(self, kind: str, table: Mapping[Any, str]) -> Iterable[tuple[str, Any]]:
        for value, notation in table.items():
            for phrase in expand(notation):
                words = self.words(phrase)
                if len(words) == 1:
                    self._symbols[words[0]].add(kind)
                else:
                    self._phrases[kind].append(words)
                    self.add_literals(words)
                yield " ".join(words), value

    def _add_number(self, word: str, value: int) -> None:
        self.numbers[word] = value
        self._symbols[word] |= number_kinds(value)

    def _glue(self, glue: str, stems: Mapping[str, int]) -> None:
        """Adds what is written in one word: `fünf` `und` `zwanzig`, `zwei` `hundert` and so on."""
        named = {kind: self._of_kind(kind) for kind in ("ones", "teens", "tens", "hundred")}
        units = {**named["ones"], **stems}
        below: dict[str, int] = {**named["ones"], **named["teens"], **named["tens"]}
        for ten, value in named["tens"].items():
            below.update({one + glue + ten: value + unit for one, unit in units.items()})
        whole = dict(below)
        for word, hundred in named["hundred"].items():
            for one, unit in {"": 1, **units}.items():
                whole[one + word] = unit * hundred
                whole.update({one + word + rest: unit * hundred + n for rest, n in below.items()})
        for word, value in whole.items():
            self._add_number(word, value)

    def _of_kind(self, kind: str) -> dict[str, int]:
        return {word: n for word, n in self.numbers.items() if kind in self._symbols[word]}

    def said(self, kinds: Iterable[str]) -> set[str]:
        """The words of those kinds, those of phrases among them."""
        phrases = (phrase for kind in kinds for phrase in self.values.get(kind, ()))
        return {word for phrase in phrases for word in phrase.split()}

    def words(self, text: str) -> list[str]:
        """The words of a text as `find` sees them."""
        return TOKEN.findall(fold(text))

    def add_literals(self, words: Iterable[str]) -> None:
        """Makes words known that templates or phrases name outright."""
        for text in words:
            for word in self.words(text):
                self._symbols[word].add(f"={word}")
                if word.isdigit():
                    self._add_number(word, int(word))

    def settle(self, meanings: Iterable[str]) -> None:
        """Gives every set of kinds its code; nothing can be added afterwards."""
        self._number_codes = {n: self._code(number_kinds(n)) for n in (*range(100), *YEARS)}
        self._code(ANY_NUMBER)
        for kind in (*meanings, *DIGIT_KINDS):
            self._code(frozenset((kind,)))
        self._code(frozenset(("dotclock", "dotdate")))
        self._code(frozenset(("shortdate", "paddate")))
        for kinds in (("dotclock", "number"), ("dotdate", "number")):
            self._code(frozenset(kinds))
        self._code(frozenset(("dotclock", "dotdate", "number")))
        self.codes = {
            word: self._code(frozenset(symbols)) for word, symbols in self._symbols.items()
        }
        for phrases in self._phrases.values():
            phrases.sort(key=len, reverse=True)
        for symbols, code in self._codes.items():
            for kind in symbols:
                self._members[kind].add(code)

    def _code(self, symbols: Symbols) -> str:
        return self._codes.setdefault(symbols, chr(len(self._codes)))

    def of_digits(self, word: str) -> tuple[str, Any]:
        """The code and the value of a word of digits and their marks."""
        value = read_digits(word, self._how)
        if isinstance(value, int):
            return self.of_number(value), value
        return self._codes[frozenset(value)], value

    def of_number(self, value: float) -> str:
        """The code of a number that is no single word."""
        return self._number_codes.get(value) or self._codes[ANY_NUMBER]

    def of_meaning(self, kind: str) -> str:
        """The code of something understood from several words."""
        return self._codes[frozenset((kind,))]

    def of_word(self, word: str) -> frozenset[str]:
        """Every code of that very word."""
        return self.of_kind(f"={word}")

    def of_kind(self, kind: str) -> frozenset[str]:
        """Every code of a single word of that kind."""
        return frozenset(self._members.get(kind, ()))

    def phrases(self, kind: str) -> Sequence[Sequence[str]]:
        """The phrases of several words of that kind, longest first."""
        return self._phrases.get(kind, ())
