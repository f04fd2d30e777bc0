"""Finds the templates a sentence can match by the words they cannot do without."""

from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
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
MOST_WORDS, LONGEST_WORD = 4096, 32
"""Of those whose fragments are remembered."""


class Fragment(NamedTuple):
    """Letters that must stand in the sentence."""

    text: str
    begins_word: bool


Clause = frozenset[Fragment]
"""At least one of its fragments must be there."""


@dataclass(slots=True)
class _Leads(Generic[T]):
    """Where a fragment, or a word with all that begin it, leads."""

    met: int = 0
    """A bit for each clause that it meets."""
    entries: dict[T, int] = field(default_factory=dict)
    """Those whose rarest clause it meets, each with the clauses that they need."""

    def add(self, other: "_Leads[T]") -> None:
        self.met |= other.met
        self.entries |= other.entries


class Index(Generic[T]):
    """Templates (hashed by identity) under the fragments of one clause each, the rarest.

    A sentence's words lead to few of them, and the other clauses leave fewer still.
    """

    def __init__(self, entries: Iterable[tuple[T, Sequence[Clause]]]) -> None:
        entries = list(entries)
        often = Counter(fragment for _, clauses in entries for fragment in set().union(*clauses))
        self._by_prefix: dict[str, _Leads[T]] = {}
        self._inside: dict[str, _Leads[T]] = {}
        self._always: _Leads[T] = _Leads()
        self._words: dict[str, _Leads[T]] = {}
        bits: dict[Clause, int] = {}
        for entry, clauses in entries:
            # Fragments inside words are looked for only where an entry has nothing else.
            plain = [one for one in clauses if all(fragment.begins_word for fragment in one)]
            for clause in plain:
                bits.setdefault(clause, 1 << len(bits))
            need = sum({bits[clause] for clause in plain})
            if not clauses:
                self._always.entries[entry] = need
                continue
            for fragment in min(clauses, key=lambda clause: _cost(clause, often)):
                self._leads(fragment).entries[entry] = need
        for clause, bit in bits.items():
            for fragment in clause:
                self._leads(fragment).met |= bit
        self._longest = max(map(len, self._by_prefix), default=0)

    def find(self, text: str) -> Sequence[T]:
        """Every entry that may match the folded text, each once."""
        met, found = 0, dict(self._always.entries)
        for word in text.split():
            leads = self._words.get(word) or self._leads_of(word)
            met |= leads.met
            if leads.entries:
                found |= leads.entries
        for fragment, leads in self._inside.items():
            if fragment in text:
                found |= leads.entries
        return [entry for entry, need in found.items() if met & need == need]

    def _leads(self, fragment: Fragment) -> _Leads[T]:
        place = self._by_prefix if fragment.begins_word else self._inside
        return place.setdefault(fragment.text, _Leads())

    def _leads_of(self, word: str) -> _Leads[T]:
        leads: _Leads[T] = _Leads()
        for end in range(1, min(len(word), self._longest) + 1):
            if found := self._by_prefix.get(word[:end]):
                leads.add(found)
        if len(word) <= LONGEST_WORD:
            if len(self._words) >= MOST_WORDS:
                self._words.clear()
            self._words[word] = leads
        return leads


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
