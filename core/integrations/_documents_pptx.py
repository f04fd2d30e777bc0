"""Presentations to slides: their words with the speaker's notes below, or the picture they are."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.integrations._documents_package import Package

MOST = 2_000
"""Slides."""
TITLES = {"title", "ctrTitle"}
FURNITURE = {"sldNum", "dt", "ftr", "hdr", "sldImg"}
"""Placeholders that say the same on every slide."""


@dataclass(slots=True)
class Slide:
    """What is said on one slide; `picture` is the part of the last picture on it."""

    title: str = ""
    text: str = ""
    picture: str | None = None


def read(package: "Package", main: str) -> tuple[str, list[Slide]]:
    """The title and the slides in the order in which they are shown."""
    places = {id: name for id, kind, name in package.relations(main) if kind == "slide"}
    order = [one.get("r:id", "") for _, one, _ in package.elements(main, "sldId")]
    slides = [_slide(package, places[id]) for id in order[:MOST] if id in places]
    told = package.elements("docProps/core.xml", "title")
    title = told[0][2] if told else ""
    if not title.strip() or "powerpoint" in title.lower():  # what the program itself writes there
        title = slides[0].title if slides else ""
    return title, slides


def _slide(package: "Package", name: str) -> Slide:
    shown = _Shapes()
    package.walk(name, shown.start, shown.end, shown.characters)
    said = _Shapes()
    diagrams = _Shapes()
    picture = None
    for id, kind, part in package.relations(name):
        if kind == "notesSlide":
            package.walk(part, said.start, said.end, said.characters)
        elif kind == "diagramData":
            package.walk(part, diagrams.start, diagrams.end, diagrams.characters)
        elif kind == "image" and id in shown.pictures:
            picture = part
    lines = [*shown.titles, *shown.lines, *diagrams.lines]
    text = "\n\n".join("\n".join(part) for part in (lines, said.lines) if part)
    return Slide(" ".join(" ".join(shown.titles).split()), text, picture)


@dataclass(slots=True)
class _Shapes:
    """Hears the XML of a slide."""

    titles: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    pictures: set[str] = field(default_factory=set)
    _place: str = ""
    _row: list[str] | None = None
    _words: list[str] | None = None
    _said: bool = False
    _skipped: int = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if self._skipped or tag == "Fallback":
            self._skipped += 1
        elif tag == "sp":
            self._place = ""
        elif tag == "ph":
            self._place = attributes.get("type", "")
        elif tag == "tr":
            self._row = []
        elif tag == "p":
            self._words = []
        elif tag == "br" and self._words is not None:
            self._words.append("\n")
        elif tag == "t":
            self._said = True
        elif tag == "blip":
            self.pictures.add(attributes.get("r:embed", ""))

    def end(self, tag: str) -> None:
        """It ends."""
        if self._skipped:
            self._skipped -= 1
        elif tag == "t":
            self._said = False
        elif tag == "p" and self._words is not None:
            text = "".join(self._words).strip()
            self._words = None
            if not text or self._place in FURNITURE:
                return
            if self._row is not None:
                self._row.append(text)
            else:
                (self.titles if self._place in TITLES else self.lines).append(text)
        elif tag == "tr":
            if self._row:
                self.lines.append(" | ".join(self._row))
            self._row = None
        elif tag == "sp":
            self._place = ""

    def characters(self, data: str) -> None:
        """What stands in it."""
        if self._said and self._words is not None and not self._skipped:
            self._words.append(data)
