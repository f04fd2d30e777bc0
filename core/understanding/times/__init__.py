"""Finds times, durations, periods, recurrences and numbers in a sentence of one language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from core.model import Duration, Moment, Number, Period, Recurrence, Span, Value
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
    Ordinal,
)
from core.understanding.times.numerals import Conventions

__all__ = ["LONGEST_TEXT", "Times"]

LONGEST_TEXT = 4000
"""Characters that are read; what follows them in a longer text holds no time for us."""


_DIGIT = re.compile("[0-9]")


@dataclass(frozen=True, slots=True)
class _Apart:
    """A day and a clock time that stand apart and mean one moment: "Friday ... at nine"."""

    day: Day | Cycle
    clock: Clock | Daypart

    @classmethod
    def of(cls, meanings: list[Any]) -> "_Apart | None":
        days = [one for one in meanings if isinstance(one, (Day, Cycle))]
        clocks = [one for one in meanings if isinstance(one, (Clock, Daypart))]
        if len(days) != 1 or len(clocks) != 1:
            return None
        return cls(days[0], clocks[0])

    def value(self, now: datetime) -> Value:
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
        self._grammar = Grammar(lexicon, data["templates"])

    @classmethod
    def load(cls, path: Path) -> "Times":
        """From a `times.yaml`."""
        return cls(read_yaml(path))

    def find(self, text: str, now: datetime) -> list[Span]:
        """Everything found, in the order of the text and never overlapping.

        `now` is naive local wall time; offsets are into `text` as it is. A lone day (or recurrence)
        and a lone clock time that stand apart are one moment: both spans have its value.
        """
        bare, places = without_marks(text[:LONGEST_TEXT])
        words = self._words(fold(bare))
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
            if value is not None:
                spans.append(Span(words.starts[place], words.ends[place], value))
        if places is None:
            return spans
        return [Span(places[one.start], places[one.end], one.value) for one in spans]

    def _words(self, folded: str) -> Words | None:
        """The words with their codes; None where none of them has a meaning."""
        lexicon = self._lexicon
        known, numbers = lexicon.codes, lexicon.numbers
        texts: list[str] = TOKEN.findall(folded)
        codes = [known.get(text, UNKNOWN) for text in texts]
        values: list[Any] = [numbers.get(text) for text in texts]
        if _DIGIT.search(folded):
            for place, text in enumerate(texts):
                if codes[place] == UNKNOWN and "0" <= text[0] <= "9":
                    codes[place], values[place] = lexicon.of_digits(text)
        whole = "".join(codes)
        if not whole.strip(UNKNOWN):
            return None
        starts, ends, end = [], [], 0
        for text in texts:  # what lies between two words can begin none
            start = folded.index(text, end)
            end = start + len(text)
            starts.append(start)
            ends.append(end)
        return Words(whole, texts, starts, ends, values)


def _value(meaning: Any, apart: _Apart | None, now: datetime) -> Value | None:
    """What a meaning comes to; None where it is nothing to be told."""
    try:
        if apart is not None and (meaning is apart.day or meaning is apart.clock):
            return apart.value(now)
        return _alone(meaning, now)
    except (ValueError, OverflowError):  # beyond the last day of the calendar
        return None


def _alone(meaning: Any, now: datetime) -> Value | None:
    match meaning:
        case Moment() | Period() | Recurrence():
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
            return Duration(meaning.total())
        case Hours():
            return period(None, meaning, now)
        case Cycle():
            return recurrence(meaning)
    return None
