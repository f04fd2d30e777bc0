"""All sentences of one language: which of them a person's words are, exactly."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from core.model import Intent, Number, Span
from core.skill.declare import IntentSpec
from core.understanding.filling import Choice, Signature, Way, blanked, by_value, choices
from core.understanding.folding import BLANK_NUMBER, Folded, tidy
from core.understanding.index import Clause, Index, required_clauses
from core.understanding.kept import Kept
from core.understanding.pattern import Pattern
from core.understanding.phrases import Phrases
from core.understanding.templates import Book, Files, Template

Groups = Sequence[tuple[int, int]]
MOST_TO_DO = 6
"""Words of what is to be done at a time: "gym with Anna", "the second chapter of the book"."""
STOPS = re.compile(r"[,;:.!?…](?=\s)")
LONG_CARRIER = 8
"""Characters: "remind me" is long, "note" is not."""


@dataclass(slots=True)
class Match:
    """A template that a sentence is, and how well; slots are cut out when they are asked for."""

    template: Template
    folded: Folded
    window: tuple[int, int]
    """The part of the folded text that the template covers."""
    groups: Groups
    way: Way | None
    literal: int
    """Characters that the template itself has."""
    span: int
    """Characters of the spans that were taken out."""
    free: int
    """Characters of free text."""

    @property
    def rank(self) -> tuple[int, int]:
        """The greater, the better."""
        return self.literal + self.span, -self.free

    @property
    def opening(self) -> str:
        """The first free text, folded, with a space behind it; empty without any."""
        for start, end in self._free():
            return self.folded.text[start:end].rstrip() + " "
        return ""

    @property
    def leads(self) -> bool:
        """Whether the sentence begins with free text."""
        first = self.window[0]
        return any(start == first for start, _ in self._free())

    @property
    def missing(self) -> int:
        """Required slots that nothing fills."""
        names = {slot for slot, _, _ in self._captured()} | self.template.slots.keys()
        names.update(self._values())
        return sum(slot.required and slot.name not in names for slot in self.template.spec.slots)

    def swallows_number(self) -> bool:
        """Whether a bare number was taken out of the midst of free words: it is theirs."""
        return any(BLANK_NUMBER in self.folded.original(*place) for place in self._free())

    def overreaches(self, phrases: Phrases) -> bool:
        """Whether a wish that only its time tells has other free words than a thing to do has:
        too many of them, or a sentence of its own ("I was in a lesson on Friday")."""
        if not self.template.needs:
            return False
        opening = self.opening if self.leads else ""
        if phrases.asking.match(opening) or opening.partition(" ")[0] in phrases.function_words:
            return True
        said = (self.folded.original(*place) for place in self._free())
        return any(len(one.split()) > MOST_TO_DO or STOPS.search(one) for one in said)

    def slots(self) -> dict[str, object]:
        """Lists' values, free text as it was typed, and what the spans came to."""
        slots = {**self._values(), **self.template.slots}
        for slot, value, (start, end) in self._captured():
            slots[slot] = value if value is not None else tidy(self.folded.original(start, end))
        return slots

    def intent(self, confidence: float) -> Intent:
        """What the person wants by it."""
        return Intent(
            self.template.spec.name, self.slots(), confidence, plain=self._is_plain(confidence)
        )

    def _is_plain(self, confidence: float) -> bool:
        """Without free words; or with a time and so long a carrier that it can be no answer.

        What only its time makes a wish ("learn every day") may well be an answer.
        """
        if self.template.needs:
            return False
        timed = self.way is not None and self.way.values and self.literal >= LONG_CARRIER
        return confidence == 1.0 and (not self.free or bool(timed))

    def better_than(self, other: "Match") -> bool:
        """Whether this one is to be taken."""
        mine, others = self.rank, other.rank
        return self.order() > other.order() if mine == others else mine > others

    def order(self) -> tuple[int, str, str]:
        """Of equals the name decides: the order of files and hashes must not."""
        return -self.missing, self.template.spec.name, self.template.text

    def _captured(self) -> list[tuple[str, str | None, tuple[int, int]]]:
        captures = self.template.pattern.captures
        return [
            (slot, value, place)
            for (slot, value), place in zip(captures, self.groups, strict=True)
            if place[0] >= 0
        ]

    def _free(self) -> list[tuple[int, int]]:
        return [place for _, value, place in self._captured() if value is None]

    def _values(self) -> dict[str, object]:
        if self.way is None:
            return {}
        names = self.template.span_slots
        return {names[place]: value for place, value in self.way.values.items()}


class Sentences:
    """One language's templates, indexed; reading them takes some ten milliseconds."""

    def __init__(self, folder: Path, specs: Sequence[IntentSpec], kept: Kept | None = None) -> None:
        self.book, clauses = _read(folder, specs, kept or Kept(None, folder, specs))
        self.phrases = Phrases.read(folder, self.book.skip_words)
        self._index: Index[Template] = Index(zip(self.templates, clauses, strict=True))
        signatures = (one.signature for one in self.templates if one.signature)
        self._signatures = list(dict.fromkeys(signatures))
        self._choices = lru_cache(maxsize=256)(self._choices_of)
        self._clauses = clauses

    @property
    def templates(self) -> list[Template]:
        """In the order of the files."""
        return self.book.templates

    @property
    def vocabulary(self) -> set[str]:
        """The words that templates cannot do without."""
        fragments = (one for found in self._clauses for clause in found for one in clause)
        return {fragment.text for fragment in fragments if fragment.begins_word}

    def match(
        self, text: str, spans: Sequence[Span], instead: Mapping[str, str] | None = None
    ) -> Match | None:
        """The best template for the text (NFC), words read as what stands `instead` of them."""
        best = self.match_folded(Folded.of(text, instead))
        said = by_value(spans)
        for choice in self._choices(tuple(map(type, said))) if said else ():
            fills = choice.of(said)
            taken = next(iter(fills.values())).taken
            folded = Folded.of(blanked(text, taken), instead)
            found = self.match_folded(folded, fills, taken)
            if found is not None and (best is None or found.better_than(best)):
                best = found
        return best

    def match_folded(
        self,
        folded: Folded,
        fills: Mapping[Signature, Way] | None = None,
        taken: tuple[Span, ...] = (),
    ) -> Match | None:
        """The best template for a folded text: any, or one that the taken spans fill."""
        text = folded.text
        if not text:
            return None
        whole, core = (0, len(text)), self.phrases.core(text)
        windows = (whole,) if core == whole else (whole, core)
        numbers = Number in [type(one.value) for one in taken]
        span = sum([one.end - one.start for one in taken])
        best: Match | None = None
        way: Way | None = None
        for template in self._index.find(text):
            if fills is not None and (way := fills.get(template.signature)) is None:
                continue
            if template.needs and (way is None or not template.needs <= way.values.keys()):
                continue
            pattern = template.pattern
            for start, end in windows:
                found = pattern.regex.match(text, start, end)
                if found is None:
                    continue
                groups = found.regs[1:]
                free = _free_characters(pattern, groups, text)
                literal = end - start - 1 - free
                if best is not None and (literal + span, -free) < best.rank:
                    continue
                match = Match(template, folded, (start, end), groups, way, literal, span, free)
                if best is not None and not match.better_than(best):
                    continue
                if not (numbers and match.swallows_number()) and not match.overreaches(
                    self.phrases
                ):
                    best = match
        return best

    def _choices_of(self, kinds: tuple[type, ...]) -> Sequence[Choice]:
        return choices(kinds, self._signatures)


def _read(folder: Path, specs: Sequence[IntentSpec], kept: Kept) -> tuple[Book, list[list[Clause]]]:
    """The templates and what each cannot do without, from the files or as it was kept of them."""
    known = kept.read("sentences", tuple[Files, list[list[Clause]]])
    if known is not None:
        return Book.of(known[0], folder.name, specs, sound=True), known[1]
    book = Book.read(folder, specs)
    clauses = [required_clauses(one.expression, one.scope) for one in book.templates]
    if not book.faults:
        kept.write("sentences", (book.files, clauses))
    return book, clauses


def _free_characters(pattern: Pattern, groups: Groups, text: str) -> int:
    free = 0
    for (_, value), (start, end) in zip(pattern.captures, groups, strict=True):
        if value is None and start >= 0:
            free += end - start - (text[end - 1] == " ")
    return free
