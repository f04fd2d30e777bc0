"""The sentence templates of one language, read from the skills' locale files."""

import re
from collections.abc import Iterable, Mapping, Sequence
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

CALLED = "skill"
"""The list of the skills, by what each file says that its skill is `called`."""


@dataclass(slots=True, eq=False)
class Template:
    """One sentence template of an intent; its `re` is made when it is first needed."""

    spec: IntentSpec
    text: str
    """As it stands in the file."""
    expression: Expression
    scope: Scope
    slots: Mapping[str, str]
    """Slots that are filled by having said it this way."""
    signature: Signature
    span_slots: Sequence[str]
    """The slots that spans fill, in the order of the signature."""
    _pattern: Pattern | None = None

    @property
    def pattern(self) -> Pattern:
        """Compiled; raises TemplateError."""
        if self._pattern is None:
            self._pattern = compile_template(self.expression, self.scope)
        return self._pattern


@dataclass(slots=True)
class Book:
    """What the files of a language hold, and what is wrong with them."""

    templates: list[Template] = field(default_factory=list)
    skip_words: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @staticmethod
    def read(folder: Path, specs: Sequence[IntentSpec]) -> "Book":
        """Parses every template of the skills that have these intents."""
        book = Book()
        by_name = {spec.name: spec for spec in specs}
        files: dict[Path, dict[str, Any]] = {}
        for skill in dict.fromkeys(spec.skill for spec in specs):
            path = folder / f"{skill}.yaml"
            if path.exists():
                files[path] = read_yaml(path) or {}
        called = book._called(files)
        for path, data in files.items():
            book._read_file(path, data, by_name, called)
        return book

    def _called(self, files: Mapping[Path, Mapping[str, Any]]) -> list[tuple[Expression, str]]:
        """What people call the skills, each as its own file says, else by its title."""
        found = []
        for path, data in files.items():
            try:
                if said := data.get("called") or _title(path.with_suffix(".ftl")):
                    found.append((_parsed(said), path.stem))
            except ParseError as error:
                self.faults.append(f"{path.parent.name}/{path.name}: {error}")
        return found

    def _read_file(
        self,
        path: Path,
        data: Mapping[str, Any],
        specs: Mapping[str, IntentSpec],
        called: Sequence[tuple[Expression, str]],
    ) -> None:
        where = f"{path.parent.name}/{path.name}"
        self.skip_words += data.get("skip_words") or []
        try:
            scope = Scope(
                {name: _parsed(rule) for name, rule in (data.get("expansion_rules") or {}).items()},
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
                self._read_block(f"{where}: {name}", block, specs[name], scope)

    def _read_block(
        self, where: str, block: Mapping[str, Any], spec: IntentSpec, scope: Scope
    ) -> None:
        if more := sorted(block.keys() - {"sentences", "slots"}):
            self.faults.append(f"{where}: we do not know {', '.join(more)}")
        wanted, named = signature(spec), span_slots(spec)
        for text in block["sentences"]:
            try:
                expression = _parsed(text)
            except ParseError as error:
                self.faults.append(f"{where}: {error}")
                continue
            slots = block.get("slots") or {}
            made = Template(spec, text, expression, scope, slots, wanted, named)
            self.templates.append(made)


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
