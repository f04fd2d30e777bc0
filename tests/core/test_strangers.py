"""How strangers phrase things, who never saw us: a measuring stick that stays elsewhere.

The file is read where `VIVA_STRANGERS` says, or beside the checkout; without it we measure nothing.
"""

import csv
import os
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

import skills
from core.skill import discover
from core.texts import LANGUAGES
from core.understanding import Understanding

ROOT = Path(__file__).parents[2]
STRANGERS = Path(os.environ.get("VIVA_STRANGERS") or ROOT.parent / "shared" / "strangers.tsv")
NOW = datetime(2026, 11, 18, 10)
LEAST_RIGHT, MOST_TAKEN = 0.90, 0.02
ASSISTANTS = {"mentor.ask", "curator.ask", "analyst.ask"}
"""What is not understood and asked goes to one of them."""
ELSEWHERE = {"link.start"}
"""Skills that are not there yet."""

pytestmark = pytest.mark.skipif(not STRANGERS.is_file(), reason=f"{STRANGERS.name} is not here")


class Row(NamedTuple):
    language: str
    wanted: frozenset[str]
    said: str


def rows(part: str) -> Iterator[Row]:
    with STRANGERS.open(encoding="utf-8", newline="") as file:
        for language, intent, said, *_, of in csv.reader(file, "excel-tab", quoting=csv.QUOTE_NONE):
            if of == part:
                yield Row(language, frozenset(intent.split("/")), said)


@cache
def understanding() -> Understanding:
    return Understanding(ROOT / "locales", discover(skills).intents)


def taken(row: Row) -> str:
    """The intent that it is taken for; "none" where none is."""
    found = understanding().understand(row.said, row.language, NOW)
    return found.intent.name if found.intent else "none"


def right(row: Row, name: str) -> bool:
    if name in row.wanted:
        return True
    asked = name == "none" and row.wanted & ASSISTANTS
    return bool(asked) and understanding().asks(row.said, row.language)


def measured(part: str) -> dict[str, tuple[float, float, list[str]]]:
    """By language: the share that is right, the share of chit-chat taken, and each miss."""
    counts: dict[str, Counter[tuple[str, bool]]] = defaultdict(Counter)
    misses: dict[str, list[str]] = defaultdict(list)
    for row in rows(part):
        if row.wanted <= ELSEWHERE:
            continue
        name = taken(row)
        scope = "chat" if row.wanted == {"none"} else "wish"
        good = name == "none" if scope == "chat" else right(row, name)
        counts[row.language][scope, good] += 1
        if not good:
            misses[row.language].append(f"{'/'.join(sorted(row.wanted))} as {name}: {row.said}")
    return {
        language: (
            found["wish", True] / max(found["wish", True] + found["wish", False], 1),
            found["chat", False] / max(found["chat", True] + found["chat", False], 1),
            misses[language],
        )
        for language, found in counts.items()
    }


def test_strangers_are_understood_and_chit_chat_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    found = measured("open")
    with capsys.disabled():
        print("\nstrangers, part open (tuned): right / chit-chat taken")
        for language in LANGUAGES:
            right_share, taken_share, misses = found[language]
            print(f"  {language}  {right_share:6.1%}  {taken_share:6.1%}")
            if os.environ.get("VIVA_MISSES"):
                print(*(f"      {one}" for one in misses), sep="\n")
    assert [one for one in LANGUAGES if found[one][0] < LEAST_RIGHT] == []
    assert [one for one in LANGUAGES if found[one][1] > MOST_TAKEN] == []
