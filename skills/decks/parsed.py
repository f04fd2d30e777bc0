"""What was found in something that somebody made cards in: the cards, and the lines at fault."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from core.texts import LANGUAGES, Texts

MOST_CARDS = 5_000
"""Of one import."""
MOST_FAULTS = 1_000
LONGEST = 1_000
"""Characters of a question, and of an answer."""
FIELDS = ("front", "back", "hint", "tags", "accepted", "deck", "title", "language", "cards")

Columns = Mapping[str, str]
"""Words that people write above a column, or as a key, to which of `FIELDS` they mean."""
Why = Literal["no-answer", "no-question", "too-long", "quote", "unreadable", "aliases"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A card as it was written."""

    front: str
    back: str
    hint: str = ""
    tags: str = ""
    accepted: tuple[str, ...] = ()
    cited: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """A line of which no card could be made."""

    line: int
    """From 1, as an editor counts."""
    why: Why


@dataclass(slots=True)
class Parsed:
    """All that was found."""

    title: str = ""
    """As it stands in it; empty where it does not."""
    language: str = ""
    entries: list[Entry] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    more: bool = False
    """Whether there was more than may be taken."""

    def fault(self, line: int, why: Why) -> None:
        """Takes down a line that is no card."""
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(Fault(line, why))

    def take(
        self, line: int, front: str, back: str, *, hint: str = "", tags: str = "",
        accepted: Iterable[str] = (),
    ) -> None:  # fmt: skip
        """Takes a card in, where it is one."""
        front, back = front.strip(), back.strip()
        if len(self.entries) >= MOST_CARDS:
            self.more = True
        elif not front:
            self.fault(line, "no-question")
        elif not back:
            self.fault(line, "no-answer")
        elif max(len(front), len(back)) > LONGEST:
            self.fault(line, "too-long")
        else:
            others = tuple(one.strip()[:LONGEST] for one in accepted if one.strip())[:20]
            told = " ".join(tags.split())[:LONGEST]
            self.entries.append(Entry(front, back, hint.strip()[:LONGEST], told, others))


def columns(texts: Texts) -> Columns:
    """The words of all our languages."""
    return {
        word.replace("_", " "): field
        for language in LANGUAGES
        for field in FIELDS
        for word in texts.format(language, f"decks-column-{field}").split()
    }
