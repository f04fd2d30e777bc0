"""How natives say times: hundreds of expressions a language with what they mean, and what is none.

`value <- one way | another`; the year of now is left out of a value. Brackets show what is taken of
a sentence, without them it is all of it. Behind `@ never` no time may be found.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

from core.model import Moment, Number, Span, Value
from core.understanding.times import Times
from tests.core.test_times import shown

ROOT = Path(__file__).parents[2]
TABLES = Path(__file__).parent / "times" / "said"
LANGUAGES = sorted(path.stem for path in TABLES.glob("*.txt"))
NEVER = "never"
WEDNESDAY = datetime(2026, 11, 18, 10)


@cache
def times(language: str) -> Times:
    return Times.load(ROOT / "locales" / language / "times.yaml")


def said(language: str) -> Iterator[tuple[str, datetime, str]]:
    """(expression with or without brackets, now, value or `never`) of a language's table."""
    now, never = WEDNESDAY, False
    for line in (TABLES / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            never = line[2:] == NEVER
            now = WEDNESDAY if never else datetime.fromisoformat(line[2:])
        elif line and not line.startswith("#"):
            value, _, ways = (NEVER, "", line) if never else line.partition(" <- ")
            for way in ways.split(" <> " if never else " | "):
                yield way, now, value


def plain(value: Value, now: datetime) -> str:
    """A value as the table writes it: whether it is vague is for the other tables."""
    if isinstance(value, Moment):
        value = replace(value, vague=False, dated=True, relative=False)
    return shown(value).replace(f"{now.year}-", "")


def found(way: str, now: datetime, language: str) -> tuple[str, list[Span]]:
    """The expression with what was taken of it in brackets, and what it is."""
    text = way.replace("[", "").replace("]", "")
    spans = times(language).find(text, now)
    for span in reversed(spans):
        text = f"{text[: span.start]}[{text[span.start : span.end]}]{text[span.end :]}"
    return text, spans


def miss(way: str, now: datetime, value: str, language: str) -> str | None:
    """What is wrong with how an expression is read; None: nothing."""
    text, spans = found(way, now, language)
    values = [plain(span.value, now) for span in spans]
    if value == NEVER:
        right = all(isinstance(span.value, Number) for span in spans)
    else:
        whole = way if "[" in way else f"[{way}]"
        right = (text, values) == (whole, [value])
    return None if right else f"{text} => {'; '.join(values)} (not {value})"


@pytest.mark.parametrize("language", LANGUAGES)
def test_said(language: str) -> None:
    ways = list(said(language))
    misses = [one for way, now, value in ways if (one := miss(way, now, value, language))]
    times_said = sum(value != NEVER for _, _, value in ways)
    assert times_said >= 300
    assert len(ways) - times_said >= 60
    print(f"{language}: {len(ways) - len(misses)} of {len(ways)} right")
    assert not misses, "\n".join([f"{len(misses)} of {len(ways)} are wrong", *misses])
