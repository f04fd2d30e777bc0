"""Which of the spans found in a sentence fill which slots, and the sentence without them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from core.model import Number, Span, Value
from core.skill.declare import IntentSpec
from core.understanding.folding import BLANK, BLANK_NUMBER

MOST_WAYS = 6
MOST_SPANS = 8

Signature = tuple[frozenset[type], ...]
"""The span types an intent's slots take, slot by slot."""


def signature(spec: IntentSpec) -> Signature:
    """Of an intent; empty where no span fills anything."""
    kinds = (frozenset(slot.kinds) - {str} for slot in spec.slots)
    return tuple(one for one in kinds if one)


def span_slots(spec: IntentSpec) -> list[str]:
    """The names of the slots that spans fill, in the order of the signature."""
    return [slot.name for slot in spec.slots if set(slot.kinds) - {str}]


@dataclass(frozen=True, slots=True)
class Way:
    """One way of taking spans out: by position in the signature, which value."""

    values: Mapping[int, Value]
    taken: tuple[Span, ...]

    @property
    def length(self) -> int:
        """Of the words taken out, in characters."""
        return sum(span.end - span.start for span in self.taken)

    def blank(self, text: str) -> str:
        """The text with the taken spans blanked; its length stays."""
        for span in self.taken:
            blank = BLANK_NUMBER if isinstance(span.value, Number) else BLANK
            text = text[: span.start] + blank * (span.end - span.start) + text[span.end :]
        return text


def ways(spans: Sequence[Span], wanted: Signature) -> list[Way]:
    """The ways to fill a signature: as many spans as it takes, in the order they were said.

    Where there are more than it takes (a time of the wish, and one inside the free words), each
    choice of them is a way, and matching finds out which is best.
    """
    said: dict[Value, list[Span]] = {}
    for span in spans[:MOST_SPANS]:
        if any(type(span.value) in kinds for kinds in wanted):
            # A day and a clock time that stand apart are two spans of one value.
            said.setdefault(span.value, []).append(span)
    found: list[Way] = []
    for size in range(min(len(said), len(wanted)), 0, -1):
        for chosen in combinations(said, size):
            values = _filled(chosen, wanted)
            if values is not None:
                taken = sorted((span for one in chosen for span in said[one]), key=_start)
                found.append(Way(values, tuple(taken)))
        if found:
            break
    return found[:MOST_WAYS]


def _start(span: Span) -> int:
    return span.start


def _filled(chosen: Sequence[Value], wanted: Signature) -> dict[int, Value] | None:
    values: dict[int, Value] = {}
    for value in chosen:
        free = (
            place
            for place, kinds in enumerate(wanted)
            if place not in values and type(value) in kinds
        )
        place = next(free, None)
        if place is None:
            return None
        values[place] = value
    return values
