"""Templates over kinds of words, in the notation of sentence templates, compiled to `re`.

`(a|b)` one of them, `[a]` perhaps, `[a]*` up to six times, `word` that very word; `<kind>` a word
or phrase of that kind, kept under its kind; `<kind:role>` kept under that role, or under none if
it is `_`; `<&kind:role>` kept but not passed; `<!kind>` no such word next. For the compiled pattern
each word of the text is one character, its code.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Protocol

_SCAN = re.compile(
    r"<(?P<look>[!&])?(?P<kind>\w+)(?::(?P<role>\w+))?>|(?P<mark>[()\[\]|*])|(?P<word>[^\s()\[\]|*<>]+)"
)
_INNERMOST = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_OPTION = re.compile(r"(?:[^()\[\]|]|[(\[](?:[^()\[\]]|[(\[][^()\[\]]*[)\]])*[)\]])+")
_MOST_REPEATS = 6


class Codes(Protocol):
    """What stands for a word or a kind of word."""

    def words(self, text: str) -> list[str]:
        """The words of a text as the tokeniser cuts them."""

    def of_word(self, word: str) -> frozenset[str]:
        """Every code of that very word."""

    def of_kind(self, kind: str) -> frozenset[str]:
        """Every code of a single word of that kind."""

    def phrases(self, kind: str) -> Sequence[Sequence[str]]:
        """The phrases of several words of that kind, longest first."""


Clause = frozenset[str]
"""Codes of which at least one must be there."""


@dataclass(frozen=True)
class Pattern:
    """Templates in one, what its groups keep, and what a text must have to match."""

    source: str
    roles: tuple[tuple[str, str], ...]
    """(kind, role) of each group."""
    begins: tuple[int, ...]
    """The place in `roles` where each template's own begin."""
    first: frozenset[str]
    """How a match may begin."""
    needs: tuple[frozenset[Clause], ...]
    """For each template the clauses that all must be met."""

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Compiled when the first sentence needs it: most of a language's loading is this."""
        return re.compile(self.source)


class _Part(NamedTuple):
    regex: str
    first: frozenset[str]
    empty: bool
    """Whether it matches without taking a word."""
    needs: frozenset[Clause] = frozenset()


def expand(text: str) -> set[str]:
    """Every word or phrase that `f(ü|ue)nf|six[th]` and the like stand for."""
    return {one for option in _OPTION.findall(text) for one in _expanded(option)}


def _expanded(text: str) -> Iterable[str]:
    inner = _INNERMOST.search(text)
    if inner is None:
        yield " ".join(text.split())
        return
    options = inner[1].split("|") + ([""] if inner[0][0] == "[" else [])
    for option in options:
        yield from _expanded(text[: inner.start()] + option + text[inner.end() :])


def literals(templates: Iterable[str]) -> Iterable[str]:
    """The words that templates name outright."""
    for template in templates:
        yield from (found["word"] for found in _SCAN.finditer(template) if found["word"])


def kinds(templates: Iterable[str]) -> Iterable[str]:
    """The kinds that templates name."""
    for template in templates:
        yield from (found["kind"] for found in _SCAN.finditer(template) if found["kind"])


class Compiler:
    """Makes patterns over one set of codes."""

    def __init__(self, codes: Codes) -> None:
        self.codes = codes
        self._kinds: dict[str, _Part] = {}

    def pattern(self, templates: Iterable[str]) -> Pattern:
        """One pattern of all the templates, earlier ones first; ValueError for a wrong one."""
        roles: list[tuple[str, str]] = []
        begins: list[int] = []
        parts: list[_Part] = []
        for template in templates:
            begins.append(len(roles))
            parts.append(_Reader(template, self, roles).read())
        first = frozenset().union(*(part.first for part in parts))
        body = "|".join(part.regex for part in parts)
        source = f"(?={_class(first)})(?:{body})"
        needs = tuple(dict.fromkeys(part.needs for part in parts))
        return Pattern(source, tuple(roles), tuple(begins), first, needs)

    def phrase(self, words: Sequence[str]) -> _Part:
        """Those very words in turn."""
        codes = [self.codes.of_word(word) for word in words]
        return _Part("".join(map(_class, codes)), codes[0], False, frozenset(codes))

    def kind(self, kind: str) -> _Part:
        """A word or phrase of that kind, in a group."""
        if kind not in self._kinds:
            said = self.codes.phrases(kind)
            phrases = [self.phrase(phrase) for phrase in said]
            single = self.codes.of_kind(kind)
            # the longest word of a phrase is likely its rarest
            telling = (self.codes.of_word(max(phrase, key=len)) for phrase in said)
            regex = "|".join([*(phrase.regex for phrase in phrases), _class(single)])
            first = single.union(*(phrase.first for phrase in phrases))
            needs = frozenset([single.union(*telling)])
            self._kinds[kind] = _Part(f"({regex})", first, False, needs)
        return self._kinds[kind]


def _looseness(clause: Clause) -> tuple[int, list[str]]:
    return len(clause), sorted(clause)


def _class(codes: frozenset[str]) -> str:
    if not codes:
        return "(?!)"
    return "[" + "".join(re.escape(code) for code in sorted(codes)) + "]"


class _Reader:
    """Reads one template by recursive descent."""

    def __init__(self, template: str, owner: Compiler, roles: list[tuple[str, str]]) -> None:
        self._template = template
        self._items = list(_SCAN.finditer(template))
        self._owner = owner
        self._roles = roles
        self._at = 0

    def read(self) -> _Part:
        part = self._choice()
        if self._at < len(self._items) or part.empty:
            raise ValueError(f"not a template: {self._template}")
        return part

    def _mark(self) -> str | None:
        return self._items[self._at]["mark"] if self._at < len(self._items) else None

    def _choice(self) -> _Part:
        options = [self._sequence()]
        while self._mark() == "|":
            self._at += 1
            options.append(self._sequence())
        if len(options) == 1:
            return options[0]
        regex = "(?:" + "|".join(option.regex for option in options) + ")"
        first = frozenset().union(*(option.first for option in options))
        needs: frozenset[Clause] = frozenset()
        if all(option.needs for option in options):
            either = (min(option.needs, key=_looseness) for option in options)
            needs = frozenset([frozenset().union(*either)])
        return _Part(regex, first, any(option.empty for option in options), needs)

    def _sequence(self) -> _Part:
        whole = _Part("", frozenset(), True)
        while self._at < len(self._items) and self._mark() not in ("|", ")", "]"):
            part = self._item()
            first = whole.first | part.first if whole.empty else whole.first
            empty, needs = whole.empty and part.empty, whole.needs | part.needs
            whole = _Part(whole.regex + part.regex, first, empty, needs)
        return whole

    def _item(self) -> _Part:
        item = self._items[self._at]
        self._at += 1
        if item["mark"]:
            return self._group(item["mark"])
        if item["word"]:
            return self._owner.phrase(self._owner.codes.words(item["word"]))
        if item["look"] == "!":
            not_next = _class(self._owner.codes.of_kind(item["kind"]))
            return _Part(f"(?!{not_next})", frozenset(), True)
        part = self._owner.kind(item["kind"])
        self._roles.append((item["kind"], item["role"] or item["kind"]))
        looked = _Part(f"(?={part.regex})", frozenset(), True, part.needs)
        return looked if item["look"] else part

    def _group(self, mark: str) -> _Part:
        begin = self._at
        part = self._choice()
        if self._mark() != {"(": ")", "[": "]"}.get(mark):
            raise ValueError(f"not a template: {self._template}")
        self._at += 1
        if mark == "(":
            return part
        regex, end = f"(?:{part.regex})?", self._at
        if self._mark() == "*":
            copies = [part.regex]
            while len(copies) < _MOST_REPEATS:  # each copy keeps its own groups
                self._at = begin
                copies.append(self._choice().regex)
            self._at = end + 1
            regex = "".join(f"(?:{copy}" for copy in copies) + ")?" * len(copies)
        return _Part(regex, part.first, True)
