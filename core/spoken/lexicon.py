"""What a language says for signs, units, dates and clock times: `locales/<lang>/spoken.yaml`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import msgspec
import yaml

LOCALES = Path(__file__).resolve().parents[2] / "locales"
Words = Mapping[str, str]
Forms = Sequence[str]
"""A gender, and the forms: of one and of more; in Russian of one, of two and of five."""


@dataclass(frozen=True, slots=True)
class Dates:
    """How a date is written, in patterns with {day}, {month} and {year}, and said."""

    order: str
    day_first: str
    said: str
    with_year: str
    month_first: str = ""
    first: str = ""
    """What the first of a month is called, where it is not by its number."""
    case: str = "n"
    since: str = ""
    """What leads in the first of two days."""


@dataclass(frozen=True, slots=True)
class Clock:
    """How a clock time is said; `before` and `after` are patterns of what it takes the place of."""

    before: str
    after: str
    whole: str
    minutes: str
    few: str
    one: Words
    special: Words
    parts: Mapping[int, str]
    half: Words
    dative: Words = field(default_factory=dict)
    dotted: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language; the fields are explained in the English file."""

    phrases: Words
    signs: Words
    terms: Words
    abbreviations: Words
    before_number: Words
    closing: Sequence[str]
    decimal: str
    thousands: str
    units: Mapping[str, Forms]
    magnitudes: Mapping[str, Forms]
    currencies: Mapping[str, Forms]
    money: str
    fractions: Mapping[int, tuple[str, str]]
    months: str
    date: Dates
    clock: Clock
    language: str = ""
    noun: str = ""
    feminine: str = ""
    neuter: str = ""
    feminine_few: str = ""
    ordinal: str = ""
    ordinal_endings: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    ordinal_after: Words = field(default_factory=dict)
    date_ending: str = ""
    year_after: Words = field(default_factory=dict)
    year_before: Words = field(default_factory=dict)
    year_words: Words = field(default_factory=dict)
    decade: str = ""
    cases: Words = field(default_factory=dict)

    @property
    def month_names(self) -> list[str]:
        """As they are said, January first."""
        return [one.partition("|")[0] for one in self.months.split()]

    @property
    def month_pattern(self) -> str:
        """Any of them, abbreviated too."""
        every = "|".join(self.months.split()).split("|")
        return "(?:" + "|".join(sorted(every, key=len, reverse=True)) + ")"

    def month_number(self, written: str) -> int:
        """From 1; `written` is what the pattern has found."""
        for number, one in enumerate(self.months.split(), 1):
            if re.fullmatch(one, written, re.IGNORECASE):
                return number
        raise ValueError(written)


@lru_cache
def lexicon(language: str) -> Lexicon:
    """Of one of our languages."""
    text = (LOCALES / language / "spoken.yaml").read_text(encoding="utf-8")
    data = yaml.load(text, yaml.CSafeLoader)
    return msgspec.convert({**data, "language": language}, Lexicon, strict=False)


def alternatives(written: Sequence[str]) -> str:
    """A pattern of any of them, the longest first; a blank may be missing."""
    ordered = sorted(written, key=len, reverse=True)
    return "|".join(re.escape(one).replace(r"\ ", r"\s?") for one in ordered)
