"""Finds the templates a sentence can match by the rarest words they cannot do without."""

from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import Generic, NamedTuple, TypeVar

from hassil.expression import (
    Alternative,
    Expression,
    Group,
    ListReference,
    RuleReference,
    TextChunk,
)

from core.understanding.pattern import DEEPEST, Scope, folded_chunk

T = TypeVar("T")

MOST_VALUES = 60


class Fragment(NamedTuple):
    """Letters that must stand in the sentence."""

    text: str
    begins_word: bool


Clause = frozenset[Fragment]
"""At least one of its fragments must be there."""


class Index(Generic[T]):
    """Templates under the fragments of one clause each: a sentence's words lead to few of them."""

    def __init__(self, entries: Iterable[tuple[T, Sequence[Clause]]]) -> None:
        entries = list(entries)
        often = Counter(fragment for _, clauses in entries for fragment in set().union(*clauses))
        self._by_prefix: dict[str, list[T]] = {}
        self._inside: dict[str, list[T]] = {}
        self._always: list[T] = []
        for entry, clauses in entries:
            if not clauses:
                self._always.append(entry)
                continue
            rarest = min(clauses, key=lambda clause: _cost(clause, often))
            for text, begins_word in rarest:
                place = self._by_prefix if begins_word else self._inside
                place.setdefault(text, []).append(entry)
        self._longest = max(map(len, self._by_prefix), default=0)

    def find(self, text: str) -> Iterable[T]:
        """Every entry that may match the folded text, each once."""
        found: dict[int, T] = {id(entry): entry for entry in self._always}
        by_prefix, longest = self._by_prefix, self._longest
        for word in set(text.split()):
            for end in range(1, min(len(word), longest) + 1):
                for entry in by_prefix.get(word[:end], ()):
                    found[id(entry)] = entry
        for fragment, entries in self._inside.items():
            if fragment in text:
                for entry in entries:
                    found[id(entry)] = entry
        return found.values()


def _cost(clause: Clause, often: Counter[Fragment]) -> int:
    # A fragment inside a word is looked for in every sentence: only where nothing else is left.
    return sum(often[one] + (0 if one.begins_word else 1000) for one in clause)


def required_clauses(expression: Expression, scope: Scope) -> list[Clause]:
    """What a sentence must contain to match: as `Sentence.get_required_clauses`, on folded text,
    and with the knowledge of where words begin."""
    return _required(expression, True, scope, 0)[0]


def _required(
    expression: Expression, at_word: bool, scope: Scope, depth: int
) -> tuple[list[Clause], bool]:
    """The clauses, and whether a word surely begins behind the expression."""
    match expression:
        case TextChunk():
            return _of_chunk(folded_chunk(expression), at_word)
        case Alternative(items=items):
            return _of_branches(items, at_word, scope, depth)
        case Group(items=items):
            clauses: list[Clause] = []
            for item in items:
                found, at_word = _required(item, at_word, scope, depth)
                clauses += found
            return clauses, at_word
        case RuleReference(rule_name=name) if name in scope.rules and depth < DEEPEST:
            return _required(scope.rules[name], at_word, scope, depth + 1)
        case ListReference(list_name=name) if 0 < len(scope.lists.get(name, ())) <= MOST_VALUES:
            values = [value for value, _ in scope.lists[name]]
            return _of_branches(values, at_word, scope, depth)[0], False
    return [], False


def _of_chunk(text: str, at_word: bool) -> tuple[list[Clause], bool]:
    if not text:
        return [], at_word
    begins = at_word or text.startswith(" ")
    clauses = []
    for piece in text.split():
        clauses.append(frozenset([Fragment(piece, begins)]))
        begins = True
    return clauses, text.endswith(" ")


def _of_branches(
    items: Sequence[Expression], at_word: bool, scope: Scope, depth: int
) -> tuple[list[Clause], bool]:
    branches = [_required(item, at_word, scope, depth) for item in items]
    after = all(behind for _, behind in branches)
    if not branches or not all(clauses for clauses, _ in branches):
        return [], after
    either: set[Fragment] = set()
    for clauses, _ in branches:
        either |= min(clauses, key=_looseness)
    return [frozenset(either)], after


def _looseness(clause: AbstractSet[Fragment]) -> tuple[int, int, int]:
    inside = sum(not one.begins_word for one in clause)
    return inside, len(clause), -max(len(one.text) for one in clause)
