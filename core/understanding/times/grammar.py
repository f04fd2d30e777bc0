"""The grammar of a language: stages of rules, each making one word of several."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from core.understanding.times import clocks, cycles, days, numbers
from core.understanding.times.lexicon import UNKNOWN, Lexicon
from core.understanding.times.meanings import (
    Clock,
    Cycle,
    Day,
    Daypart,
    Hours,
    Length,
    Roles,
)
from core.understanding.times.numerals import DIGIT_KINDS, NUMBER_KINDS
from core.understanding.times.templates import Compiler, Pattern, kinds, literals

Meaning = Callable[[Roles, datetime], Any]


def _nothing(_roles: Roles, _now: datetime) -> None:
    """What sounds like a time and is none: "good morning"."""


def _moment(roles: Roles, now: datetime) -> Any:
    said = roles.one("clock") or roles.one("daypart")
    if roles.has("hour"):
        said = Clock(roles.one("hour"), exact=roles.one("hour") > 12)
    day: Day = roles.one("date")
    if roles.has("clock") and roles.has("daypart"):
        day = Day(day.date, roles.one("daypart").name)
    return clocks.moment(day, said, now)


def _part_clock(roles: Roles, _now: datetime) -> Any:
    clock: Clock = roles.one("clock")
    part: Daypart = roles.one("daypart")
    return clock if clock.part else Clock(clock.hour, clock.minute, part.name, clock.exact)


def _led(roles: Roles, _now: datetime) -> Any:
    """A day or clock time behind "from" or "until"."""
    if roles.has("clock"):
        return roles.one("clock")
    return replace(roles.one("date"), since=not roles.has("until"))


def _hours(roles: Roles, now: datetime) -> Any:
    return clocks.period(roles.one("date"), roles.one("hours"), now)


STAGES: tuple[dict[str, Meaning], ...] = (
    {
        "number": numbers.number,
        "ordinal": numbers.ordinal,
        "nth": numbers.ordinal,
    },
    {
        "ignore": _nothing,
        "clock": clocks.clock,
        "daypart": clocks.daypart,
        "hours": clocks.hours,
        "date": days.day,
        "duration": numbers.length,
        "cycle": cycles.cycle,
        "stretch": days.stretch,
        "days_of_month": days.days_of_month,
    },
    {
        "relative": days.relative,
        "same_day": days.same_day,
        "part_clock": _part_clock,
        "hour_range": clocks.hours,
        "days": days.days,
        "led": _led,
        "duration_stretch": days.stretch,
    },
    {
        "recurrence": cycles.whole,
        "hours_of_day": _hours,
        "moment": _moment,
    },
)
"""The rules a language may have templates for, and what they mean."""

JOINS: dict[str, tuple[str, ...]] = {
    "days_of_month": (
        (
            "[<from>] (<dayno>|<ordinal:dayno>|<nth:dayno>) [.] (<until>|<dash>)"
            " (<dayno:last>|<ordinal:last>|<nth:last>) [.] [<of>] <month> [[<of>] <year>]"
        ),
    ),
    "same_day": ("<date> [,] <date>",),
    "part_clock": ("<clock> <daypart>", "<daypart> [,] <clock>"),
    "hour_range": (
        "[<from>] <clock:start> (<until>|<dash>) (<clock:end>|<hour:end> <!counted> <!unit>)",
        "<from> (<hour:start>|<digital:start>) (<until>|<dash>) <clock:end>",
        "<between> (<clock:start>|<hour:start>) <and> (<clock:end>|<hour:end> <!counted> <!unit>)",
    ),
    "days": (
        "[<from>] <date:first> (<until>|<dash>) <date:last>",
        "<between> <date:first> <and> <date:last>",
    ),
    "led": ("(<until>|<from>|<since>) (<date>|<clock>)",),
    "recurrence": (
        "<cycle> [,] [<date>] [,] [<daypart>] [,] <clock> [[,] <date>]",
        "<cycle> [,] <date> [[,] <daypart>]",
        "<cycle> [,] <daypart> [[,] <date>]",
        "<date> <cycle> [[,] <clock>]",
        "(<clock>|<daypart>) [,] <cycle> [[,] <date>]",
    ),
    "hours_of_day": ("<date> [,] <hours>", "<hours> [,] <date>"),
    "moment": (
        "<date> [,] [<daypart>] [,] <clock>",
        "<date> [,] <daypart>",
        "<date> [,] <dotclock:clock>",
        "<date> <hour> <!counted> <!unit>",
        "(<clock>|<daypart>) [,] <date>",
    ),
}
"""Templates that hold for every language; a language's own come before them."""

KIND_OF: dict[type, str] = {
    Clock: "clock",
    Daypart: "daypart",
    Hours: "hours",
    Day: "date",
    Length: "duration",
    Cycle: "cycle",
}
"""What later stages call an outcome; numbers are told apart by rule, the rest is done."""

MEANINGS = ("ordinal", "nth", "done", *KIND_OF.values())


@dataclass(slots=True)
class Words:
    """A text on its way through the stages: a code, a place and perhaps a value per word."""

    codes: str
    texts: list[str]
    starts: list[int]
    ends: list[int]
    values: list[Any]


@dataclass(frozen=True, slots=True)
class Rule:
    """Templates of one name, and what they mean."""

    name: str
    pattern: Pattern
    meaning: Meaning


class Grammar:
    """The rules of one language over its lexicon."""

    def __init__(self, lexicon: Lexicon, templates: Mapping[str, Sequence[str]]) -> None:
        self._lexicon = lexicon
        _check(lexicon, templates)
        own_and_joins = {
            name: (*templates.get(name, ()), *JOINS.get(name, ()))
            for stage in STAGES
            for name in stage
        }
        for several in own_and_joins.values():
            lexicon.add_literals(literals(several))
        lexicon.settle(MEANINGS)
        compiler = Compiler(lexicon)
        self._stages = [
            [
                Rule(name, compiler.pattern(own_and_joins[name]), meaning)
                for name, meaning in stage.items()
                if own_and_joins[name]
            ]
            for stage in STAGES
        ]

    def understand(self, words: Words, now: datetime) -> Words:
        """The words with every time, number and so on made one; longest first in each stage."""
        for stage in self._stages:
            codes = words.codes
            found = [
                (match.start() - match.end(), match.start(), match.end(), rule, match.regs)
                for rule in stage
                if not rule.pattern.first.isdisjoint(codes)
                for match in rule.pattern.regex.finditer(codes)
            ]
            if found:
                found.sort(key=_longest_first)
                words = self._reduced(words, found, now)
        return words

    def _reduced(self, words: Words, found: list[Any], now: datetime) -> Words:
        taken = bytearray(len(words.codes))
        made: list[tuple[int, int, str, Any]] = []
        for length, start, end, rule, groups in found:
            if any(taken[start:end]):
                continue
            roles = self._roles(rule.pattern, groups, words)
            try:
                value = rule.meaning(roles, now)
            except (ValueError, OverflowError):  # the 31st of February, a million years from now
                continue
            if value is None and rule.name != "ignore":
                continue
            taken[start:end] = b"\x01" * -length
            made.append((start, end, self._code(rule.name, value), value))
        return _spliced(words, sorted(made, key=lambda one: one[0])) if made else words

    def _roles(self, pattern: Pattern, groups: Sequence[tuple[int, int]], words: Words) -> Roles:
        pairs = []
        for (kind, role), (start, end) in zip(pattern.roles, groups[1:], strict=True):
            if start < 0 or role == "_":
                continue
            table = self._lexicon.values.get(kind)
            value = table.get(" ".join(words.texts[start:end])) if table else None
            if value is None:
                value = words.values[start]
                if isinstance(value, dict):
                    value = value.get(kind)
            pairs.append((role, value))
        return Roles(pairs)

    def _code(self, rule: str, value: Any) -> str:
        if value is None:
            return UNKNOWN
        if rule in ("ordinal", "nth"):
            return self._lexicon.of_meaning(rule)
        if isinstance(value, (int, float)):
            return self._lexicon.of_number(value)
        return self._lexicon.of_meaning(KIND_OF.get(type(value), "done"))


def _check(lexicon: Lexicon, templates: Mapping[str, Sequence[str]]) -> None:
    """Raises ValueError for a rule or kind that nobody knows: a typing mistake in the data."""
    rules = {name for stage in STAGES for name in stage}
    unknown = templates.keys() - rules
    known = {*lexicon.values, *lexicon.number_words, *NUMBER_KINDS, *DIGIT_KINDS, *MEANINGS}
    unknown |= {kind for several in templates.values() for kind in kinds(several)} - known
    if unknown:
        raise ValueError(f"no such rules or kinds: {', '.join(sorted(unknown))}")


def _longest_first(found: Sequence[Any]) -> tuple[int, int]:
    return found[0], found[1]


def _spliced(words: Words, made: Sequence[tuple[int, int, str, Any]]) -> Words:
    codes: list[str] = []
    spliced = Words("", [], [], [], [])
    at = 0
    for start, end, code, value in [*made, (len(words.codes), 0, "", None)]:
        codes.append(words.codes[at:start] + code)
        spliced.texts += words.texts[at:start]
        spliced.starts += words.starts[at:start]
        spliced.ends += words.ends[at:start]
        spliced.values += words.values[at:start]
        if end:
            spliced.texts.append("")
            spliced.starts.append(words.starts[start])
            spliced.ends.append(words.ends[end - 1])
            spliced.values.append(value)
        at = end
    spliced.codes = "".join(codes)
    return spliced
