"""Which of the spans found in a sentence fill which slots, and the sentence without them."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from core.model import Impossible, Number, Span, Value
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


class Choice(NamedTuple):
    """Which of the values that were said to take out, and what they fill then."""

    taken: tuple[int, ...]
    fills: tuple[tuple[Signature, tuple[int, ...]], ...]
    """For each signature, the place of each value taken."""

    def of(self, said: Mapping[Value, Sequence[Span]]) -> Mapping[Signature, Way]:
        """The ways to fill the signatures with what was said."""
        values = list(said)
        chosen = [values[one] for one in self.taken]
        spans = [span for value in chosen for span in said[value]]
        taken = tuple(sorted(spans, key=_start) if len(spans) > 1 else spans)
        return {
            wanted: Way(dict(zip(places, chosen, strict=True)), taken)
            for wanted, places in self.fills
        }


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


def choices(kinds: Sequence[type], signatures: Iterable[Signature]) -> Sequence[Choice]:
    """The ways to fill the signatures with values of these types, in the order they were said."""
    found: dict[tuple[int, ...], list[tuple[Signature, tuple[int, ...]]]] = {}
    for wanted in signatures:
        for taken, places in _ways(kinds, wanted):
            found.setdefault(taken, []).append((wanted, places))
    return [Choice(taken, tuple(fills)) for taken, fills in found.items()]


def _ways(
    kinds: Sequence[type], wanted: Signature
) -> Sequence[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Which values fill which places of one signature: as many values as it takes.

    Where there are more than it takes (a time of the wish, and one inside the free words), each
    choice of them is a way, and matching finds out which is best. What cannot be fills a place only
    where nothing else does.
    """
    fit = [one for one, kind in enumerate(kinds) if any(kind in place for place in wanted)]
    fit = [one for one in fit if kinds[one] is not Impossible] or fit
    for size in range(min(len(fit), len(wanted)), 0, -1):
        found = [
            (taken, places)
            for taken in combinations(fit, size)
            if (places := _places([kinds[one] for one in taken], wanted)) is not None
        ]
        if found:
            return found[:MOST_WAYS]
    return ()


def _places(chosen: Iterable[type], wanted: Signature) -> tuple[int, ...] | None:
    """The first place that is free for each in turn."""
    places: list[int] = []
    for kind in chosen:
        free = (
            place for place, kinds in enumerate(wanted) if place not in places and kind in kinds
        )
        if (place := next(free, None)) is None:
            return None
        places.append(place)
    return tuple(places)


def _start(span: Span) -> int:
    return span.start
