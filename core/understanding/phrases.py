"""A language's own small words: fillers at the edges, questions, denials, and how to know it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.understanding.folding import fold, words

SIGNS = re.compile(r"[.!?;]+\s+|,\s+|\n")
"""That may stand between two sentences."""
MOST_JOINED = 400
"""Characters of a sentence that may be two: a longer one is a text."""


def read_yaml(path: Path) -> Any:
    """A locale file; the C loader is several times faster where there is one."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(path.read_bytes(), Loader=loader)  # noqa: S506 - both are safe loaders


@dataclass(frozen=True, slots=True)
class Phrases:
    """`understanding.yaml` of one language, compiled."""

    leading: re.Pattern[str]
    trailing: re.Pattern[str]
    last_words: frozenset[str]
    """With which `trailing` can end, a space behind them."""
    negation: re.Pattern[str]
    """Opens a sentence that asks for the opposite: "don't remind me"."""
    question: re.Pattern[str]
    """Opens a sentence that asks whether something is so: "do you remember"."""
    denial: re.Pattern[str]
    """Opens free text that takes the wish back: "erinnere mich nicht"."""
    asking: re.Pattern[str]
    """Opens free text that is a question when a question mark closes it."""
    leading_on: frozenset[str]
    """With which a sentence cannot end: "erinnere mich daran"."""
    follows: re.Pattern[str]
    """Found in a sentence that may go on from an earlier one: "and on Friday"."""
    joints: re.Pattern[str]
    """Found where another sentence may begin: "and then"."""
    infinitive: re.Pattern[str]
    """Opens what is to be done: "to call Bob"."""
    pointers: frozenset[str]
    """Words for what was said before: "it", "this"."""
    elsewhere: Mapping[str, re.Pattern[str]]
    """Found in what a skill is asked for in free words and does not have, by the skill: nobody
    books a flight with us."""
    function_words: frozenset[str]
    letters: str
    """Letters and signs that our other languages do not have."""

    @staticmethod
    def read(folder: Path, skip_words: Sequence[str] = ()) -> "Phrases":
        """The file in a language's folder; `skip_words` of the skills are fillers too."""
        path = folder / "understanding.yaml"
        data: dict[str, Any] = (read_yaml(path) or {}) if path.exists() else {}
        opening, ending = (_any(data.get(f"follow_{name}", [])) for name in ("openings", "endings"))
        leading, trailing = ([*data.get(name, []), *skip_words] for name in ("leading", "trailing"))
        return Phrases(
            leading=re.compile(f"(?:{_any(leading)} )+"),
            trailing=re.compile(f"(?: {_any(trailing)})+ $"),
            last_words=frozenset(words(one).rpartition(" ")[2] + " " for one in trailing),
            negation=_opening(data.get("negations", [])),
            question=_opening(data.get("questions", [])),
            denial=_opening(data.get("denials", [])),
            asking=_opening(data.get("asking", [])),
            leading_on=frozenset(map(words, data.get("leading_on", []))),
            follows=re.compile(f"^{opening} | {ending} $"),
            joints=re.compile(f"(?<= ){_any(data.get('joints', []))} "),
            infinitive=re.compile(data.get("infinitive") or r"(?!)"),
            pointers=frozenset(map(words, data.get("pointers", []))),
            elsewhere={
                skill: re.compile(f" {_any(things)} ")
                for skill, things in (data.get("elsewhere") or {}).items()
            },
            function_words=frozenset(map(words, data.get("function_words", []))),
            letters=str(data.get("letters") or ""),
        )

    def may_join(self, text: str) -> bool:
        """Whether a text could be more than one sentence."""
        if len(text) > MOST_JOINED:
            return False
        return bool(self.joints.search(fold(text)) or SIGNS.search(text))

    def core(self, text: str) -> tuple[int, int]:
        """Where the sentence itself stands in folded text, politeness left out."""
        found = self.leading.match(text)
        start = found.end() if found else 0
        end = len(text)
        if text[text.rfind(" ", 0, -1) + 1 :] in self.last_words:
            # A search from the left would try every space of a long text.
            for space in _last_spaces(text, start):
                if self.trailing.match(text, space):
                    end = space + 1
        return (start, end) if start < end else (0, len(text))


def _last_spaces(text: str, start: int, most: int = 8) -> list[int]:
    """The places of the last spaces, from the right, the closing one left out."""
    found: list[int] = []
    place = len(text) - 1
    while len(found) < most and (place := text.rfind(" ", start, place)) > 0:
        found.append(place)
    return found


def _any(phrases: Sequence[str]) -> str:
    folded = sorted({words(one) for one in phrases} - {""}, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, folded))})" if folded else r"(?!)"


def _opening(phrases: Sequence[str]) -> re.Pattern[str]:
    return re.compile(_any(phrases) + " ")
