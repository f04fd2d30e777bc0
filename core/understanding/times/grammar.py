"""The grammar of a language: stages of rules, each making one word of several."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from core.model import Period
from core.understanding.times import clocks, cycles, days, numbers
from core.understanding.times.lexicon import UNKNOWN, Lexicon
from core.understanding.times.meanings import (
    Clock,
    Cycle,
    Day,
    Daypart,
    Hours,
    Length,
    Never,
    Roles,
)
from core.understanding.times.numerals import DIGIT_KINDS, NUMBER_KINDS
from core.understanding.times.templates import Clause, Compiler, Pattern, kinds, literals

Meaning = Callable[[Roles, datetime], Any]


def _nothing(_roles: Roles, _now: datetime) -> None:
    """What sounds like a time and is none: "good morning"."""


def _moment(roles: Roles, now: datetime) -> Any:
    said = roles.one("clock") or roles.one("hour")
    said = roles.one("daypart") if said is None else clocks.plain(said)
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
    until = roles.has("until")
    return replace(roles.one("date"), since=not until, until=until)


def _day_part(roles: Roles, _now: datetime) -> Any:
    return replace(roles.one("date"), part=roles.one("part"))


def _hours(roles: Roles, now: datetime) -> Any:
    day: Day = roles.one("date")
    if roles.has("daypart"):
        day = replace(day, part=roles.one("daypart").name)
    said = roles.one("hours") if roles.has("hours") else clocks.hours(roles, now)
    if said is None:
        return None
    return clocks.period(day, said, now)


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
        "edge": days.edge,
        "days_of_month": days.days_of_month,
    },
    {
        "relative": days.relative,
        "same_day": days.same_day,
        "part_clock": _part_clock,
        "hour_range": clocks.hours,
        "days": days.days,
        "led": _led,
        "day_part": _day_part,
        "duration_stretch": days.stretch,
    },
    {
        "recurrence": cycles.whole,
        "hours_of_day": _hours,
        "moment": _moment,
    },
)
"""The rules a language may have templates for, and what they mean."""

DAYS = "(<date>|<period>)"
MORE = (
    "([, (<clock>|<hour:clock>)]* [,] <and> (<clock>|<hour:clock> <!counted> <!unit> <!month>)"
    "|[, <clock>]*)"
)
"""Further clock times: "and 21", ", 13 and 21", ", at 13, at 21"."""

JOINS: dict[str, tuple[str, ...]] = {
    "days_of_month": (
        (
            "[<at>] [<from>] (<dayno>|<ordinal:dayno>|<nth:dayno>) [.] (<until>|<dash>)"
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
        f"<cycle> [,] [{DAYS}] [,] [<daypart>] [,] <clock> {MORE} [[,] {DAYS}]",
        f"<cycle> [,] {DAYS} [[,] <daypart>] [[,] <date>]",
        f"<cycle> [,] <daypart> [[,] {DAYS}]",
        f"{DAYS} [,] <cycle> [[,] <clock> {MORE}]",
        f"(<clock> {MORE}|<daypart>) [,] <cycle> [[,] {DAYS}]",
    ),
    "hours_of_day": (
        "<date> [,] [<daypart> [,]] <hours>",
        "<hours> [,] <date>",
        "<date> [,] <hour:start> (<until>|<dash>) <hour:end> <!counted> <!unit> <!month>",
        "<date> [,] (<hour:start>|<digital:start>) (<until>|<dash>) (<digital:end>|<clock:end>)",
        "<date> [,] (<hour:start>|<clock:start>) <dash> (<hour:end>|<digital:end>) [,] <daypart>",
        "<date> [,] <clock:start> (<until>|<dash>) (<clock:end>|<digital:end>)",
    ),
    "moment": (
        "<date> [,] [<daypart>] [,] <clock>",
        "<date> [,] <daypart>",
        "<date> [,] <dotclock:clock>",
        "<date> <hour> <!counted> <!unit>",
        "<clock> [,] <date> <daypart>",
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
    Period: "period",
}
"""What later stages call an outcome; numbers are told apart by rule, the rest is done."""

TOLD = ("date", "clock", "cycle", "relative")
"""The rules whose impossible outcomes are told; what another cannot make of words, they do not
mean."""

NEVER_IS = {
    **dict.fromkeys(("date", "same_day", "led", "day_part"), "date"),
    **dict.fromkeys(("clock", "part_clock"), "clock"),
    **dict.fromkeys(("cycle", "recurrence"), "cycle"),
}
"""What later stages call an impossible outcome; else it is done."""

MEANINGS = ("ordinal", "nth", "done", *KIND_OF.values())


@dataclass(slots=True)
class Words:
    """A text on its way through the stages: a code, a place and perhaps a value per word."""

    codes: str
    texts: list[str]
    starts: list[int]
    ends: list[int]
    values: list[Any]

    def splice(self, start: int, end: int, code: str, value: Any) -> None:
        """Makes one word of several."""
        self.codes = self.codes[:start] + code + self.codes[end:]
        self.texts[start:end] = ("",)
        self.starts[start:end] = (self.starts[start],)
        self.ends[start:end] = (self.ends[end - 1],)
        self.values[start:end] = (value,)


@dataclass(frozen=True, slots=True)
class Rule:
    """Templates of one name, and what they mean."""

    name: str
    pattern: Pattern
    meaning: Meaning


class Grammar:
    """The rules of one language over its lexicon.

    Most rules have nothing to say to most sentences, and a sentence shows it by its codes alone:
    each set of codes of which a template needs one has a bit, each code the bits of its sets.
    """

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
        self._clauses: dict[Clause, int] = {}
        compiler = Compiler(lexicon)
        self._stages = [
            [
                self._rule(name, compiler.pattern(own_and_joins[name]), meaning)
                for name, meaning in stage.items()
                if own_and_joins[name]
            ]
            for stage in STAGES
        ]
        self._rarest = [_union(rarest for rarest, *_ in stage) for stage in self._stages]
        self._bits: dict[str, int] = {}
        for clause, bit in self._clauses.items():
            for code in clause:
                self._bits[code] = self._bits.get(code, 0) | bit

    def _rule(
        self, name: str, pattern: Pattern, meaning: Meaning
    ) -> tuple[int, int, tuple[int, ...], Rule]:
        """What it must have any of, what it begins with, what its templates need, and itself."""
        needs = {sum(map(self._bit, clauses)) for clauses in pattern.needs}
        least = (one for one in needs if not any(other & one == other != one for other in needs))
        rarest = _union(self._bit(min(clauses, key=len)) for clauses in pattern.needs)
        first = self._bit(pattern.first)
        return rarest, first, tuple(sorted(least)), Rule(name, pattern, meaning)

    def _bit(self, clause: Clause) -> int:
        return self._clauses.setdefault(clause, 1 << len(self._clauses))

    def _bits_of(self, codes: str) -> int:
        bits = 0
        for code in set(codes):
            bits |= self._bits.get(code, 0)
        return bits

    def understand(self, words: Words, now: datetime) -> Words:
        """The words with every time, number and so on made one; longest first in each stage."""
        bits = self._bits_of(words.codes)
        for rarest_of_all, stage in zip(self._rarest, self._stages, strict=True):
            if not bits & rarest_of_all:
                continue
            found = [
                (match.start() - match.end(), match.start(), match.end(), rule, match)
                for rarest, first, needs, rule in stage
                if bits & rarest and bits & first and _enough(bits, needs)
                for match in rule.pattern.regex.finditer(words.codes)
            ]
            if found:
                found.sort(key=_longest_first)
                self._reduce(words, found, now)
                bits = self._bits_of(words.codes)
        return words

    def _reduce(self, words: Words, found: list[Any], now: datetime) -> None:
        taken = bytearray(len(words.codes))
        made: list[tuple[int, int, str, Any]] = []
        for length, start, end, rule, match in found:
            if 1 in taken[start:end]:
                continue
            roles = self._roles(rule.pattern, match, words)
            value = _value(rule, roles, now)
            if value is None and rule.name != "ignore":
                continue
            taken[start:end] = b"\x01" * -length
            made.append((start, end, self._code(rule.name, value), value))
        for start, end, code, value in sorted(made, key=_by_place, reverse=True):
            words.splice(start, end, code, value)

    def _roles(self, pattern: Pattern, match: re.Match[str], words: Words) -> Roles:
        pairs: list[tuple[str, Any]] = []
        last = match.lastindex or 0
        # Only one template has matched: its groups end with the last one that took part.
        begin = pattern.begins[bisect_right(pattern.begins, last - 1) - 1] if last else 0
        for group in range(begin, last):
            start, end = match.span(group + 1)
            kind, role = pattern.roles[group]
            if start < 0 or role == "_":
                continue
            table = self._lexicon.values.get(kind)
            text = words.texts[start] if end - start == 1 else " ".join(words.texts[start:end])
            value = table.get(text) if table else None
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
        if isinstance(value, Never):
            return self._lexicon.of_meaning(value.kind)
        return self._lexicon.of_meaning(KIND_OF.get(type(value), "done"))


def _value(rule: Rule, roles: Roles, now: datetime) -> Any:
    """What a rule makes of its roles; None: it was not meant."""
    try:
        if not any(isinstance(value, Never) for _, value in roles.pairs):
            return rule.meaning(roles, now)
    except (ValueError, OverflowError):  # the 31st of February, a million years from now
        if rule.name not in TOLD:
            return None
    return Never(NEVER_IS.get(rule.name, "done"))


def _check(lexicon: Lexicon, templates: Mapping[str, Sequence[str]]) -> None:
    """Raises ValueError for a rule or kind that nobody knows: a typing mistake in the data."""
    rules = {name for stage in STAGES for name in stage}
    unknown = templates.keys() - rules
    known = {*lexicon.values, *lexicon.number_words, *NUMBER_KINDS, *DIGIT_KINDS, *MEANINGS}
    unknown |= {kind for several in templates.values() for kind in kinds(several)} - known
    if unknown:
        raise ValueError(f"no such rules or kinds: {', '.join(sorted(unknown))}")
    if taken := lexicon.values.keys() & set(KIND_OF.values()):
        raise ValueError(f"kinds of words with the name of a meaning: {', '.join(sorted(taken))}")


def _union(several: Iterable[int]) -> int:
    """All their bits."""
    bits = 0
    for one in several:
        bits |= one
    return bits


def _enough(bits: int, needs: Sequence[int]) -> bool:
    """Whether one of the templates has all that it needs."""
    for need in needs:  # noqa: SIM110  # `any` takes thrice as long, and most answers are no
        if bits & need == need:
            return True
    return False


def _longest_first(found: Sequence[Any]) -> tuple[int, int]:
    return found[0], found[1]


def _by_place(made: tuple[int, int, str, Any]) -> int:
    return made[0]
