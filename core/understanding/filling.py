"""Which of the spans found in a sentence fill which slots, and the sentence without them."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

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


class Way(NamedTuple):
    """One way of taking spans out: by position in the signature, which value."""

    values: Mapping[int, Value]
    taken: tuple[Span, ...]


def blanked(text: str, taken: Iterable[Span]) -> str:
    """The text with those spans blanked; its length stays."""
    for span in taken:
        blank = BLANK_NUMBER if isinstance(span.value, Number) else BLANK
        text = text[: span.start] + blank * (span.end - span.start) + text[span.end :]
    return text


def by_value(spans: Sequence[Span]) -> dict[Value, list[Span]]:
    """The spans of each value: a day and a clock time that stand apart are two of one."""
    said: dict[Value, list[Span]] = {}
    for span in spans[:MOST_SPANS]:
        said.setdefault(span.value, []).append(span)
    return said


def ways(said: Mapping[Value, Sequence[Span]], wanted: Signature) -> list[Way]:
    """The ways to fill a signature: as many values as it takes, in the order they were said.

    Where there are more than it takes (a time of the wish, and one inside the free words), each
    choice of them is a way, and matching finds out which is best.
    """
    fit = [one for one in said.items() if any([type(one[0]) in kinds for kinds in wanted])]
    found: list[Way] = []
    for size in range(min(len(fit), len(wanted)), 0, -1):
        for chosen in combinations(fit, size):
            values = _filled([value for value, _ in chosen], wanted)
            if values is not None:
                taken = [span for _, spans in chosen for span in spans]
                found.append(Way(values, tuple(sorted(taken, key=_start))))
        if found:
            break
    return found[:MOST_WAYS]


def _start(span: Span) -> int:
    return span.start


def _filled(chosen: Iterable[Value], wanted: Signature) -> dict[int, Value] | None:
    values: dict[int, Value] = {}
    for value in chosen:
        for place, kinds in enumerate(wanted):
            if place not in values and type(value) in kinds:
                values[place] = value
                break
        else:
            return None
    return values
