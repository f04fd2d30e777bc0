"""One `re` for a template, with hassil's meaning of words, spaces, options, lists and wildcards."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import permutations
from typing import Literal, NamedTuple

from hassil.expression import (
    Alternative,
    Expression,
    Group,
    ListReference,
    Permutation,
    RuleReference,
    TextChunk,
)

from core.understanding.folding import fold

DEEPEST = 24
MOST_PERMUTED = 5
LONGEST_INNER = 600
"""Characters of free text that other words follow; at the end of a sentence there is no bound."""


class TemplateError(Exception):
    """A template that cannot be compiled; says why."""


class Open(NamedTuple):
    """A wildcard has begun: the next words in the template say where it ends."""

    slot: str
    whole_words: bool
    at_word: bool


# Where the text behind what has matched stands: at a word's first letter, at one with perhaps a
# space before it, or inside a word (a space in the template is then one in the text).
State = Literal["word", "gap", "inside"] | Open


@dataclass(frozen=True, slots=True)
class Scope:
    """What the names in a skill's templates stand for."""

    rules: Mapping[str, Expression] = field(default_factory=dict)
    lists: Mapping[str, Sequence[tuple[Expression, str]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pattern:
    """The compiled template; `captures[i]` is what group `i + 1` fills, None: with its own text."""

    regex: re.Pattern[str]
    captures: tuple[tuple[str, str | None], ...]


def compile_template(expression: Expression, scope: Scope) -> Pattern:
    """Matches folded text in which a space follows each word."""
    return _Compiler(scope).compile(expression)


def folded_chunk(chunk: TextChunk) -> str:
    """A chunk's text as it stands in folded text; spaces at its edges count."""
    return _folded(chunk.text)


@lru_cache(maxsize=1 << 15)
def _folded(text: str) -> str:
    # The same small words stand in every template.
    return re.sub(" +", " ", fold(text))


class _Compiler:
    """Compiles path by path: `expression` maps each state it may end in to a regex."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._captures: list[tuple[str, str | None]] = []
        self._depth = 0

    def compile(self, expression: Expression) -> Pattern:
        ends: list[str] = []
        for state, regex in self._expression(expression, "word").items():
            if isinstance(state, Open):
                ends.append(f"{regex} ?{self._capture(state.slot, None)}\\S.*)")
            else:
                ends.append(f"{regex} ?")
        if not ends:
            raise TemplateError("nothing can match: two free texts stand side by side")
        regex = _either(ends) + r"\Z"
        # The parts have been copied about: the groups are counted only now.
        order = [int(one) for one in re.findall("\ue000([0-9]+)\ue001", regex)]
        regex = re.sub("\ue000[0-9]+\ue001", "", regex)
        return Pattern(re.compile(regex), tuple(self._captures[one] for one in order))

    def _capture(self, slot: str, value: str | None) -> str:
        self._captures.append((slot, value))
        return f"(\ue000{len(self._captures) - 1}\ue001"

    def _expression(self, expression: Expression, state: State) -> dict[State, str]:
        match expression:
            case TextChunk():
                return self._chunk(folded_chunk(expression), state)
            case Alternative():
                return _merged(self._expression(one, state) for one in _longest_first(expression))
            case Permutation(items=items):
                if len(items) > MOST_PERMUTED:
                    raise TemplateError(f"more than {MOST_PERMUTED} permuted parts")
                return _merged(self._sequence(order, state) for order in permutations(items))
            case Group(items=items):
                return self._sequence(items, state)
            case ListReference():
                return self._list(expression, state)
            case RuleReference():
                return self._rule(expression.rule_name, state)
        raise TemplateError(f"no template has a {type(expression).__name__}")

    def _sequence(self, items: Iterable[Expression], state: State) -> dict[State, str]:
        done, tails = "", {state: ""}
        for item in items:
            tails = _merged(
                {after: tail + regex for after, regex in self._expression(item, before).items()}
                for before, tail in tails.items()
            )
            if len(tails) == 1:
                ((state, tail),) = tails.items()
                done, tails = done + tail, {state: ""}
        return {after: done + tail for after, tail in tails.items()}

    def _chunk(self, text: str, state: State) -> dict[State, str]:
        if not text:
            return {state: ""}
        after: State = "word" if text[-1] == " " else "gap" if text[-1] == "'" else "inside"
        if isinstance(state, Open):
            if text == " ":
                return {state._replace(at_word=True): ""}
            body = text.lstrip(" ") if state.at_word else text
            edge = r"\b" if state.whole_words else ""
            free = f" ?{self._capture(state.slot, None)}\\S.{{0,{LONGEST_INNER}}}?)"
            return {after: free + edge + re.escape(body)}
        if state == "inside":
            return {after: re.escape(text)}
        return {after: (" ?" if state == "gap" else "") + re.escape(text.lstrip(" "))}

    def _list(self, reference: ListReference, state: State) -> dict[State, str]:
        if reference.is_capture or reference.is_inline_range:
            raise TemplateError(f"{{{reference.list_name}}}: no captures and no ranges")
        if reference.list_name not in self._scope.lists:
            if isinstance(state, Open):
                return {}
            return {Open(reference.slot_name, reference.is_end_of_word, state != "inside"): ""}
        free = ""
        inner = state
        if isinstance(state, Open):
            # The wildcard ends where any value begins.
            edge = r"\b" if state.whole_words else ""
            free = f" ?{self._capture(state.slot, None)}\\S.{{0,{LONGEST_INNER}}}?){edge}"
            inner = "word"
        found = [
            self._capture(reference.slot_name, value) + regex + ")"
            for expression, value in self._scope.lists[reference.list_name]
            for regex in self._expression(expression, inner).values()
        ]
        at_word = state.at_word if isinstance(state, Open) else state != "inside"
        return {"gap" if at_word else "inside": free + _either(found)}

    def _rule(self, name: str, state: State) -> dict[State, str]:
        if name not in self._scope.rules:
            raise TemplateError(f"there is no rule <{name}>")
        if self._depth >= DEEPEST:
            raise TemplateError(f"<{name}> contains itself")
        self._depth += 1
        try:
            return self._expression(self._scope.rules[name], state)
        finally:
            self._depth -= 1


def _merged(paths: Iterable[dict[State, str]]) -> dict[State, str]:
    merged: dict[State, list[str]] = {}
    for path in paths:
        for state, regex in path.items():
            merged.setdefault(state, []).append(regex)
    return {state: _either(found) for state, found in merged.items()}


def _either(found: Sequence[str]) -> str:
    unique = list(dict.fromkeys(found))
    return unique[0] if len(unique) == 1 else f"(?:{'|'.join(unique)})"


def _longest_first(alternative: Alternative) -> list[Expression]:
    """So that "remind me" is preferred to "remind" and free text takes only what is left."""
    return sorted(alternative.items, key=_length, reverse=True)


def _length(expression: Expression) -> int:
    if isinstance(expression, TextChunk):
        return len(expression.text)
    if isinstance(expression, Alternative):
        return max(map(_length, expression.items), default=0)
    if isinstance(expression, Group):
        return sum(map(_length, expression.items))
    return 1
