"""The golden table: what people mean, in four languages, and how it reads back."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

from core.model import (
    Duration,
    Intent,
    Moment,
    Number,
    Period,
    Recurrence,
)

TABLE = Path(__file__).parent / "meanings.yaml"
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Meaning(NamedTuple):
    """One sentence of one language, and what it is to be understood as."""

    number: int
    language: str
    intent: str
    said: str
    slots: Mapping[str, str]

    @property
    def id(self) -> str:
        return f"{self.language}-{self.number:02}-{self.intent}"


@cache
def meanings() -> tuple[Meaning, ...]:
    """The whole table, in its order."""
    return tuple(_read())


def _read() -> Iterator[Meaning]:
    for number, entry in enumerate(yaml.safe_load(TABLE.read_text(encoding="utf-8")), 1):
        ((intent, languages),) = entry.items()
        for language, line in languages.items():
            said, _, told = line.partition(" | ")
            slots = dict(one.split("=", 1) for one in told.split("; ") if one)
            yield Meaning(number, language, intent, said, slots)


def faults(meaning: Meaning, intent: Intent | None) -> list[str]:
    """What of the meaning is not in the intent; empty where all of it is."""
    if intent is None:
        return ["not understood"]
    if intent.name != meaning.intent:
        return [f"is taken for {intent.name}"]
    told = {name: plain(intent.slots.get(name)) for name in meaning.slots}
    return [
        f"{name} is {told[name]} and not {wanted}"
        for name, wanted in meaning.slots.items()
        if told[name] != wanted
    ]


def plain(value: object) -> str:
    """A slot as the table writes it."""
    match value:
        case Moment(at=at, clocked=True):
            return f"{at:%Y-%m-%dT%H:%M}"
        case Moment(at=at):
            return f"{at:%Y-%m-%d}"
        case Period(start=start, end=end):
            return f"{start:%Y-%m-%d}/{end:%Y-%m-%d}"
        case Recurrence(unit=unit, weekdays=days, at=at):
            named = " ".join(DAYS[day] for day in days)
            clock = f"{at:%H:%M}" if at else ""
            return " ".join(filter(None, ("every", str(unit), named, clock)))
        case Duration(seconds=seconds):
            return f"{seconds}s"
        case Number(value=number):
            return f"{number}"
        case _:
            return str(value)
