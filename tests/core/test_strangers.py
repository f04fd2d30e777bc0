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
KIND = ("session.", "help.start", "zone.show")
"""Small talk that we answer kindly ("thank you", "see you later", "how
are you", "what time is it"): labelled as
chit-chat, and no harm where it is taken for what it is. It is counted apart."""

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


def measured(part: str) -> dict[str, tuple[float, float, float, list[str]]]:
    """By language: the share that is right, the shares of chit-chat that are taken for a wish and
    for anything at all, and each miss."""
    counts: dict[str, Counter[tuple[str, bool]]] = defaultdict(Counter)
    misses: dict[str, list[str]] = defaultdict(list)
    for row in rows(part):
        if row.wanted <= ELSEWHERE:
            continue
        name = taken(row)
        scope = "chat" if row.wanted == {"none"} else "wish"
        good = name == "none" if scope == "chat" else right(row, name)
        if scope == "chat" and name.startswith(KIND):
            scope = "kind"
        counts[row.language][scope, good] += 1
        if not good:
            misses[row.language].append(f"{'/'.join(sorted(row.wanted))} as {name}: {row.said}")
    found = {}
    for language, count in counts.items():
        wishes = count["wish", True] + count["wish", False]
        wrong, kind = count["chat", False], count["kind", False]
        chat = wrong + kind + count["chat", True]
        shares = [
            of / max(whole, 1)
            for of, whole in ((count["wish", True], wishes), (wrong, chat), (wrong + kind, chat))
        ]
        found[language] = (shares[0], shares[1], shares[2], misses[language])
    return found


def test_strangers_are_understood_and_chit_chat_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    found = measured("open")
    with capsys.disabled():
        print("\nstrangers, part open (tuned): right / chit-chat taken for a wish / for anything")
        for language in LANGUAGES:
            right_share, taken_share, any_share, misses = found[language]
            print(f"  {language}  {right_share:6.1%}  {taken_share:6.1%}  {any_share:6.1%}")
            if os.environ.get("VIVA_MISSES"):
                print(*(f"      {one}" for one in misses), sep="\n")
    assert [one for one in LANGUAGES if found[one][0] < LEAST_RIGHT] == []
    assert [one for one in LANGUAGES if found[one][1] > MOST_TAKEN] == []
