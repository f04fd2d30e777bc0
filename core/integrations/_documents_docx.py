"""Word documents to paragraphs: what stands there when it is printed, in its order."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.integrations._documents_package import Package
    from core.integrations._documents_text import Block

SKIPPED = {"del", "moveFrom", "Fallback", "tabs", "instrText", "rPrChange", "pPrChange"}
"""Deleted words, the older form of a drawing, tab stops, codes of fields, how it was before."""
LINE = -1
TITLE = 9
"""Stands for the level of the style that is called so."""
SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
NOTES = {"footnotes": "footnote", "endnotes": "endnote"}


def read(package: "Package", main: str) -> tuple[str, list["Block"]]:
    """The title and the paragraphs; a row of a table is one, its cells between bars."""
    parts = {kind: part for _, kind, part in package.relations(main)}
    notes = {
        (f"{note}Reference", number): text
        for kind, note in NOTES.items()
        for number, text in _notes(package, parts.get(kind, ""), note)
    }
    body = _Body(_styles(package, parts.get("styles", "")), notes)
    package.walk(main, body.start, body.end, body.characters)
    told = package.elements("docProps/core.xml", "title")
    return (told[0][2] if told else "") or body.title, body.blocks


def _styles(package: "Package", part: str) -> dict[str, int]:
    """Styles that are headings or items of a list, or come from one -> their level."""
    levels: dict[str, int] = {}
    parents: dict[str, str] = {}
    style = ""
    wanted = ("style", "name", "basedOn", "outlineLvl", "numPr")
    for tag, attributes, _ in package.elements(part, *wanted):
        value = attributes.get("val", "")
        if tag == "style":
            style = attributes.get("styleId", "")
        elif tag == "basedOn":
            parents[style] = value
        elif level := _level(tag, value):
            levels[style] = max(level, levels.get(style, LINE))
    for child in parents:
        seen, at = {child}, child
        while at not in levels and parents.get(at, at) not in seen:
            at = parents[at]
            seen.add(at)
        if at in levels:
            levels.setdefault(child, levels[at])
    return levels


def _level(tag: str, value: str) -> int:
    """What an element says of its style's level; 0 for nothing."""
    value = value.lower()
    if tag == "numPr":
        return LINE
    if tag == "outlineLvl" and value.isdecimal() and int(value) < 9:
        return min(int(value) + 1, 6)
    if tag == "name" and value == "title":
        return TITLE
    if tag == "name" and value.startswith("heading ") and value[8:].isdecimal():
        return min(max(int(value[8:]), 1), 6)
    return 0


@dataclass(slots=True)
class _Paragraph:
    level: int = 0
    words: list[str] = field(default_factory=list)


class _Body:
    """Hears the XML of a body, or of notes; paragraphs may stand inside others (text boxes)."""

    def __init__(self, styles: dict[str, int], notes: dict[tuple[str, str], str]) -> None:
        self.title = ""
        self.blocks: list[Block] = []
        self._styles = styles
        self._notes = notes
        self._open: list[_Paragraph] = []
        self._rows: list[list[list[str]]] = []
        """Cells of the rows that are open: a table may stand in a cell."""
        self._skipped = 0
        self._said = False
        self._in_run = self._hidden = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if self._skipped or tag in SKIPPED:
            self._skipped += 1
            return
        if tag == "p":
            self._open.append(_Paragraph())
        elif tag == "tr":
            self._rows.append([])
        elif tag == "tc" and self._rows:
            self._rows[-1].append([])
        elif self._open:
            self._begin(self._open[-1], tag, attributes)

    def _begin(self, paragraph: _Paragraph, tag: str, attributes: dict[str, str]) -> None:
        value = attributes.get("val", "")
        if tag == "t":
            self._said = True
        elif tag == "r":
            self._in_run, self._hidden = True, False
        elif tag == "vanish" and self._in_run:
            self._hidden = value not in {"0", "false"}
        elif tag in SIGNS and not self._hidden:
            paragraph.words.append(SIGNS[tag])
        elif note := self._notes.get((tag, attributes.get("id", ""))):
            paragraph.words.append(f" [{note}]")
        elif tag == "pStyle":
            paragraph.level = self._styles.get(value, 0)
        elif level := _level(tag, value):
            paragraph.level = max(level, paragraph.level or LINE)

    def end(self, tag: str) -> None:
        """It ends."""
        if self._skipped:
            self._skipped -= 1
        elif tag == "t":
            self._said = False
        elif tag == "r":
            self._in_run = self._hidden = False
        elif tag == "p" and self._open:
            self._close(self._open.pop())
        elif tag == "tr" and self._rows:
            cells = [" ".join(cell) for cell in self._rows.pop()]
            self._keep(LINE, " | ".join(cells) if any(cells) else "")

    def characters(self, data: str) -> None:
        """What stands in it."""
        if self._said and self._open and not self._skipped and not self._hidden:
            self._open[-1].words.append(data)

    def _close(self, paragraph: _Paragraph) -> None:
        text = "".join(paragraph.words).strip("\n")
        if paragraph.level == TITLE:
            self.title = self.title or text.strip()
        level = 1 if paragraph.level == TITLE else paragraph.level
        self._keep(level, f"- {text}" if level == LINE and text else text)

    def _keep(self, level: int, text: str) -> None:
        if not text.strip():
            return
        if self._rows:
            if self._rows[-1]:
                self._rows[-1][-1].append(text)
            return
        self.blocks.append((level, text))


def _notes(package: "Package", part: str, tag: str) -> Iterator[tuple[str, str]]:
    """The notes of a part: number, text."""
    body = _Body({}, {})
    found: list[tuple[str, int]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == tag:
            found.append((attributes.get("id", ""), len(body.blocks)))
        body.start(name, attributes)

    package.walk(part, start, body.end, body.characters)
    ends = [first for _, first in found[1:]] + [len(body.blocks)]
    for (number, first), end in zip(found, ends, strict=False):
        yield number, " ".join(text.strip() for _, text in body.blocks[first:end])
