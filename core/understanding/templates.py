"""The sentence templates of one language, read from the skills' locale files."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hassil.expression import Expression
from hassil.parse_expression import parse_sentence
from hassil.parser import ParseError

from core.skill.declare import IntentSpec
from core.understanding.filling import Signature, signature, span_slots
from core.understanding.folding import words
from core.understanding.pattern import Pattern, Scope, TemplateError, compile_template
from core.understanding.phrases import read_yaml

Files = dict[str, dict[str, Any]]
"""What stands in the file of each skill; `called` is its title where it says nothing of it."""
CALLED = "skill"
"""The list of the skills, by what each file says that its skill is `called`."""


@dataclass(slots=True, eq=False)
class Template:
    """One sentence template of an intent; its `re` is made when it is first needed."""

    spec: IntentSpec
    text: str
    """As it stands in the file."""
    scope: Scope
    slots: Mapping[str, str]
    """Slots that are filled by having said it this way."""
    signature: Signature
    span_slots: Sequence[str]
    """The slots that spans fill, in the order of the signature."""
    needs: frozenset[int] = frozenset()
    """Places of the signature without which it means nothing: "yoga" alone is no wish."""
    _expression: Expression | None = None
    _pattern: Pattern | None = None

    @property
    def expression(self) -> Expression:
        """Parsed when it is first needed; raises ParseError."""
        if self._expression is None:
            self._expression = _parsed(self.text)
        return self._expression

    @property
    def pattern(self) -> Pattern:
        """Compiled; raises TemplateError."""
        if self._pattern is None:
            self._pattern = compile_template(self.expression, self.scope)
        return self._pattern


@dataclass(slots=True)
class Book:
    """What the files of a language hold, and what is wrong with them."""

    files: Files
    language: str
    templates: list[Template] = field(default_factory=list)
    skip_words: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @staticmethod
    def read(folder: Path, specs: Sequence[IntentSpec]) -> "Book":
        """Parses every template of the skills that have these intents."""
        files: Files = {}
        for skill in dict.fromkeys(spec.skill for spec in specs):
            path = folder / f"{skill}.yaml"
            if path.exists():
                data = read_yaml(path) or {}
                files[skill] = {"called": _title(path.with_suffix(".ftl")), **data}
        return Book.of(files, folder.name, specs)

    @staticmethod
    def of(
        files: Files, language: str, specs: Sequence[IntentSpec], *, sound: bool = False
    ) -> "Book":
        """Of the files' contents; those known to be `sound` are parsed bit by bit, when needed."""
        book = Book(files, language)
        by_name = {spec.name: spec for spec in specs}
        called = book._called()
        for skill, data in files.items():
            book._read_file(skill, data, by_name, called, sound)
        return book

    def _called(self) -> list[tuple[Expression, str]]:
        """What people call the skills, each as its own file says, else by its title."""
        found = []
        for skill, data in self.files.items():
            try:
                if said := data.get("called"):
                    found.append((_parsed(said), skill))
            except ParseError as error:
                self.faults.append(f"{self.language}/{skill}.yaml: {error}")
        return found

    def _read_file(
        self,
        skill: str,
        data: Mapping[str, Any],
        specs: Mapping[str, IntentSpec],
        called: Sequence[tuple[Expression, str]],
        sound: bool,
    ) -> None:
        where = f"{self.language}/{skill}.yaml"
        self.skip_words += data.get("skip_words") or []
        try:
            rules = _Rules(data.get("expansion_rules") or {})
            scope = Scope(
                rules if sound else dict(rules),
                {CALLED: called}
                | {
                    name: list(_values(one))
                    for name, one in (data.get("lists") or {}).items()
                    if not one.get("wildcard")
                },
            )
        except (ParseError, TemplateError) as error:
            self.faults.append(f"{where}: {error}")
            return
        for name, body in (data.get("intents") or {}).items():
            if name not in specs:
                self.faults.append(f"{where}: there is no intent {name}")
                continue
            for block in body["data"]:
                self._read_block(f"{where}: {name}", block, specs[name], scope, sound)

    def _read_block(
        self, where: str, block: Mapping[str, Any], spec: IntentSpec, scope: Scope, sound: bool
    ) -> None:
        if more := sorted(block.keys() - {"sentences", "slots", "needs"}):
            self.faults.append(f"{where}: we do not know {', '.join(more)}")
        wanted, named = signature(spec), span_slots(spec)
        needed = block.get("needs") or ()
        needs = frozenset(place for place, name in enumerate(named) if name in needed)
        if len(needs) < len(needed):
            self.faults.append(f"{where}: no time or number fills {', '.join(needed)}")
        for text in block["sentences"]:
            slots = block.get("slots") or {}
            made = Template(spec, text, scope, slots, wanted, named, needs)
            try:
                if not sound:
                    made.expression  # noqa: B018  # parsed now, that its fault is told
            except ParseError as error:
                self.faults.append(f"{where}: {error}")
                continue
            self.templates.append(made)


class _Rules(Mapping[str, Expression]):
    """A file's rules, each parsed when it is first needed."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._parsed: dict[str, Expression] = {}

    def __getitem__(self, name: str) -> Expression:
        if name not in self._parsed:
            self._parsed[name] = _parsed(self._texts[name])
        return self._parsed[name]

    def __contains__(self, name: object) -> bool:
        return name in self._texts

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)


def _title(path: Path) -> str:
    """The title that the skill's messages give it, in words alone; empty where they give none."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    title = re.search(rf"^{re.escape(path.stem)}-title *= *(.+)$", text, re.MULTILINE)
    return words(title[1]) if title else ""


def _parsed(text: str) -> Expression:
    return parse_sentence(text).expression


def _values(body: Mapping[str, Any]) -> Iterable[tuple[Expression, str]]:
    if "values" not in body:
        raise TemplateError("a list is `values` or `wildcard: true`")
    for value in body["values"]:
        said, meant = (value["in"], value["out"]) if isinstance(value, dict) else (value, value)
        yield _parsed(str(said)), str(meant)
