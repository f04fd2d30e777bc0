"""Finds times, durations, periods, recurrences and numbers in a sentence of one language."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from core.model import Duration, Impossible, Moment, Number, Period, Recurrence, Span, Value
from core.understanding.phrases import read_yaml
from core.understanding.times.clocks import moment, period
from core.understanding.times.cycles import recurrence
from core.understanding.times.fold import fold, without_marks
from core.understanding.times.grammar import Grammar, Words
from core.understanding.times.lexicon import TOKEN, UNKNOWN, Lexicon
from core.understanding.times.meanings import (
    Clock,
    Cycle,
    Day,
    Daypart,
    Hours,
    Length,
    Never,
    Ordinal,
)
from core.understanding.times.numbers import LONGEST
from core.understanding.times.numerals import Conventions
from core.understanding.times.slips import MENDED, Slips

__all__ = ["LONGEST_TEXT", "Times"]

LONGEST_TEXT = 4000
"""Characters that are read; what follows them in a longer text holds no time for us."""


LONGEST_MENDED = 300
"""Characters; a longer text is no wish of anybody's."""
NEAR = 3
"""Words from a time within which a slip may stand, known ones between them."""

_DIGIT = re.compile("[0-9]")
_MARKS = ".,;:!?\"'()«»„“”"


@dataclass(frozen=True, slots=True)
class _Apart:
    """A day and a clock time that stand apart and mean one moment: "Friday ... at nine"."""

    day: Day | Cycle | Never
    clock: Clock | Daypart | Never

    @classmethod
    def of(cls, meanings: list[Any]) -> "_Apart | None":
        days = [one for one in meanings if _is(one, (Day, Cycle), ("date", "cycle"))]
        clocks = [one for one in meanings if _is(one, (Clock, Daypart), ("clock",))]
        if len(days) != 1 or len(clocks) != 1:
            return None
        if isinstance(days[0], Cycle) and not days[0].waits:
            return None
        return cls(days[0], clocks[0])

    def value(self, now: datetime) -> Value | Never:
        if isinstance(self.day, Never):
            return self.day
        if isinstance(self.clock, Never):
            return self.clock
        if isinstance(self.day, Cycle):
            return recurrence(self.day, self.clock)
        return moment(self.day, self.clock, now)


class Times:
    """The grammar of times of one language; its rules are data."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        """From the content of a `times.yaml`; raises ValueError for a template that is wrong."""
        how = Conventions(**data.get("digits", {}))
        numbers = data.get("numbers", {})
        lexicon = Lexicon(data["words"], numbers, data.get("glue"), how)
        self._lexicon = lexicon
        self._no_slips = fold(data.get("no_slips", "")).split()
        self._grammar = Grammar(lexicon, data["templates"])

    @classmethod
    def load(cls, path: Path) -> "Times":
        """From a `times.yaml`."""
        return cls(read_yaml(path))

    def find(self, text: str, now: datetime) -> list[Span]:
        """Everything found, in the order of the text and never overlapping.

        `now` is naive local wall time; offsets are into `text` as it is. A lone day (or recurrence)
        and a lone clock time that stand apart are one moment: both spans have its value. A mistyped
        word beside a time is read as what makes one time of both.
        """
        bare, places = without_marks(text[:LONGEST_TEXT])
        spans = self._find(bare, now)
        if spans and len(text) <= LONGEST_MENDED:
            spans = self._mended(bare, spans, now)
        if places is None:
            return spans
        return [Span(places[one.start], places[one.end], one.value) for one in spans]

    def _find(self, text: str, now: datetime) -> list[Span]:
        words = self._words(fold(text))
        if words is None:
            return []
        words = self._grammar.understand(words, now)
        ordinals = self._lexicon.values.get("ordinal", {})
        meanings = [
            ordinals.get(text) if meaning is None else meaning
            for text, meaning in zip(words.texts, words.values, strict=True)
        ]
        said = [meaning for meaning in meanings if meaning is not None]
        apart = _Apart.of(said) if len(said) > 1 else None
        spans: list[Span] = []
        for place, meaning in enumerate(meanings if said else ()):
            value = None if meaning is None else _value(meaning, apart, now)
            if isinstance(value, Never):
                never = next(n for n, one in enumerate(meanings) if one is value)
                value = Impossible(text[words.starts[never] : words.ends[never]])
            if value is not None:
                spans.append(Span(words.starts[place], words.ends[place], value))
        return spans

    def _mended(self, text: str, spans: list[Span], now: datetime, most: int = 3) -> list[Span]:
        """The same where no word is a slip; at most so many are mended."""
        for start, word in self._beside(text, spans):
            end = start + len(word)
            for meant in self._slips.meant(fold(word)):
                other = text[:start] + meant + text[end:]
                found = self._find(other, now)
                ahead = end - start - len(meant)
                if not _makes_one(_moved(found, start, ahead), (start, end), spans):
                    continue
                if most > 1:
                    found = self._mended(other, found, now, most - 1)
                return _moved(found, start, ahead)
        return spans

    def _beside(self, text: str, spans: list[Span]) -> Iterator[tuple[int, str]]:
        """The nearest words before and behind each span that mean nothing to us, and where."""
        for span in spans:
            for word in reversed(text[: span.start].rsplit(maxsplit=NEAR)[-NEAR:]):
                if self._is_strange(word := word.strip(_MARKS)):
                    yield text.rindex(word, 0, span.start), word
                    break
            for word in text[span.end :].split(maxsplit=NEAR)[:NEAR]:
                if self._is_strange(word := word.strip(_MARKS)):
                    yield text.index(word, span.end), word
                    break

    def _is_strange(self, word: str) -> bool:
        return word.isalpha() and fold(word) not in self._lexicon.codes

    @cached_property
    def _slips(self) -> Slips:
        return Slips(self._lexicon.said(MENDED), self._no_slips)

    def _words(self, folded: str) -> Words | None:
        """The words with their codes; None where none of them has a meaning."""
        lexicon = self._lexicon
        known, numbers = lexicon.codes, lexicon.numbers
        texts: list[str] = TOKEN.findall(folded)
        codes = [known.get(text, UNKNOWN) for text in texts]
        digits: dict[int, Any] = {}
        if _DIGIT.search(folded):
            for place, text in enumerate(texts):
                if codes[place] == UNKNOWN and "0" <= text[0] <= "9":
                    codes[place], digits[place] = lexicon.of_digits(text)
        whole = "".join(codes)
        if not whole.strip(UNKNOWN):
            return None
        values: list[Any] = [numbers.get(text) for text in texts]
        for place, value in digits.items():
            values[place] = value
        starts, ends, end = [], [], 0
        for text in texts:  # what lies between two words can begin none
            start = folded.index(text, end)
            end = start + len(text)
            starts.append(start)
            ends.append(end)
        return Words(whole, texts, starts, ends, values)


def _moved(spans: list[Span], place: int, ahead: int) -> list[Span]:
    """The spans with all that lies behind a place so much farther on."""
    return [
        Span(
            one.start + (ahead if one.start > place else 0),
            one.end + (ahead if one.end > place else 0),
            one.value,
        )
        for one in spans
    ]


def _makes_one(found: list[Span], word: tuple[int, int], before: list[Span]) -> bool:
    """Whether the word and a span beside it are one time now, and no other span is lost."""
    whole = [one for one in found if one.start <= word[0] and word[1] <= one.end]
    if not whole or not isinstance(whole[0].value, (Moment, Recurrence, Period, Duration)):
        return False
    inside = [one for one in before if whole[0].start <= one.start and one.end <= whole[0].end]
    others = {(one.start, one.end) for one in before if one not in inside}
    return bool(inside) and others <= {(one.start, one.end) for one in found}


def _is(meaning: Any, types: tuple[type, ...], kinds: tuple[str, ...]) -> bool:
    """Whether it is of those types, or would have been."""
    return isinstance(meaning, types) or (isinstance(meaning, Never) and meaning.kind in kinds)


def _value(meaning: Any, apart: _Apart | None, now: datetime) -> Value | Never | None:
    """What a meaning comes to; None where it is nothing to be told."""
    try:
        if apart is not None and (meaning is apart.day or meaning is apart.clock):
            return apart.value(now)
        return _alone(meaning, now)
    except (ValueError, OverflowError):  # beyond the last day of the calendar
        return None


def _alone(meaning: Any, now: datetime) -> Value | Never | None:
    match meaning:
        case Moment() | Period() | Recurrence() | Never():
            return meaning
        case int() | float():
            return Number(meaning)
        case Ordinal() | {"number": _}:
            return Number(meaning.value if isinstance(meaning, Ordinal) else meaning["number"])
        case Clock() | Daypart():
            return moment(None, meaning, now)
        case Day():
            return moment(meaning, None, now)
        case Length():
            return Duration(meaning.total()) if 0 < meaning.total() <= LONGEST else None
        case Hours():
            return period(None, meaning, now)
        case Cycle():
            return recurrence(meaning)
    return None
