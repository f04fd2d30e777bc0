"""What digits can mean: a number, a clock time, a date; and what a number is good for."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

LONGEST_NUMBER = 9
"""In digits; a longer one is no number to us."""


@dataclass(frozen=True, slots=True)
class Conventions:
    """How a language writes numbers, dates and clock times in digits."""

    decimal: str = "."
    half_day: bool = True
    """Whether 5:20 may be in the afternoon."""


@dataclass(frozen=True, slots=True)
class Digital:
    """A clock time in digits; `exact` where it can be no other half of the day."""

    hour: int
    minute: int
    exact: bool


Readings = dict[str, object]
"""What a word of digits means, by kind."""

NUMBER_KINDS: dict[str, range] = {
    "hour": range(25),
    "hour12": range(1, 13),
    "minute": range(60),
    "minutes": range(10, 60),
    "dayno": range(1, 32),
    "year": range(1900, 2200),
    "noday": range(32, 100),
    "nohour": range(25, 100),
}
"""What a whole number may be."""

DIGIT_KINDS = (
    "digital",
    "noclock",
    "vast",
    "dotclock",
    "fulldate",
    "shortdate",
    "paddate",
    "dotdate",
    "number",
)


def number_kinds(value: float) -> frozenset[str]:
    """The kinds of a number by its value."""
    whole = isinstance(value, int)
    kinds = {kind for kind, values in NUMBER_KINDS.items() if whole and value in values}
    return frozenset(kinds | {"number"})


def read_digits(text: str, how: Conventions) -> int | Readings:
    """What a run of digits and their marks means; empty where it means nothing ("192.168.1.10")."""
    if text.isdigit():
        return int(text) if len(text) <= LONGEST_NUMBER else {"vast": 10**LONGEST_NUMBER}
    for mark, read in _READERS.items():
        if mark in text:
            parts = text.split(mark)
            fits = len(parts) <= 3 and all(part.isdigit() and len(part) <= 4 for part in parts)
            return read(parts, how) if fits else {}
    return {}


def _colon(parts: list[str], how: Conventions) -> Readings:
    clock = _clock(parts[0], parts[1], exact=not how.half_day)
    if clock is not None:
        return {"digital": clock}
    return {"noclock": True} if [len(part) for part in parts] in ([1, 2], [2, 2]) else {}


def _clock(hour: str, minute: str, exact: bool) -> Digital | None:
    if len(hour) > 2 or len(minute) != 2 or int(minute) > 59:
        return None
    if int(hour) * 60 + int(minute) > 24 * 60:
        return None
    return Digital(int(hour), int(minute), exact or hour[0] == "0" or int(hour) > 12)


def _dot(parts: list[str], how: Conventions) -> Readings:
    if len(parts) == 3:
        return _full(*parts)
    found: Readings = {}
    clock = _clock(parts[0], parts[1], exact=not how.half_day)
    if clock is not None:
        found["dotclock"] = clock
    if _is_day(*parts):
        found["dotdate"] = (int(parts[0]), int(parts[1]))
    if how.decimal == ".":
        found["number"] = float(".".join(parts))
    elif len(parts[1]) == 3:
        found["number"] = int("".join(parts))
    return found


def _comma(parts: list[str], how: Conventions) -> Readings:
    if how.decimal == "," and len(parts) == 2:
        return {"number": float(".".join(parts))}
    thousands = all(len(part) == 3 for part in parts[1:])
    return {"number": int("".join(parts))} if how.decimal == "." and thousands else {}


def _slash(parts: list[str], _how: Conventions) -> Readings:
    if len(parts) == 3:
        return _full(*parts) or _full(parts[1], parts[0], parts[2])
    for day, month in (parts, parts[::-1]):
        if _is_day(day, month):
            found: Readings = {"shortdate": (int(day), int(month))}
            # "03/12" is a date wherever it stands, "3/4" is so only behind "on"
            return {**found, "paddate": found["shortdate"]} if _is_padded(parts) else found
    return {}


def _is_padded(parts: list[str]) -> bool:
    return all(len(part) == 2 for part in parts) and any(part[0] == "0" for part in parts)


def _dash(parts: list[str], _how: Conventions) -> Readings:
    return _full(*parts[::-1])


def _full(day: str, month: str, year: str) -> Readings:
    if len(year) not in (2, 4) or not _is_day(day, month):
        return {}
    try:
        return {"fulldate": date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))}
    except ValueError:  # the 31st of a shorter month
        return {"fulldate": None}


def _is_day(day: str, month: str) -> bool:
    short = len(day) <= 2 and len(month) <= 2
    return short and 1 <= int(day) <= 31 and 1 <= int(month) <= 12


_READERS: dict[str, Callable[[list[str], Conventions], Readings]] = {
    ":": _colon,
    "-": _dash,
    "/": _slash,
    ",": _comma,
    ".": _dot,
}
