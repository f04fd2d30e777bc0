"""Tables: CSV and TSV as spreadsheets write them, and the text that Anki exports."""

import csv
import html
import re
from collections.abc import Iterator, Sequence

from skills.decks.parsed import LONGEST, Columns, Parsed, Why

DELIMITERS = "\t;|,"
"""The rarest in running text first."""
LOOKED_AT = 50
"""Lines by which the delimiter is known."""
TALLEST = 10
"""Lines that one cell may run over; a quote that is not closed within them never was one."""
WIDEST = 64
"""Columns that are looked at."""
NAMED = {
    "comma": ",", "semicolon": ";", "tab": "\t", "space": " ", "pipe": "|", "colon": ":",
}  # fmt: skip
SETTING = re.compile(r"#([a-z ]{2,20}):(.*)")
ANKI = re.compile(r"#(?:separator|html|tags column|deck column|notetype)\b[a-z ]*:")
BREAK = re.compile(r"(?i)<(?:br|/p|/div|/li)\b[^>]{0,200}>")
TAG = re.compile(r"<[a-zA-Z/!][^<>]{0,2000}>")
SOUND = re.compile(r"\[(?:sound|anki):[^\]\n]{0,200}\]")
CLOZE = re.compile(
    r"\{\{c(\d{1,3})::((?:(?!\{\{|\}\}).){1,1000}?)(?:::((?:(?!\}\}).){0,200}))?\}\}", re.DOTALL
)
BLANK = "_____"
"""What stands for the word that is asked for."""

Row = tuple[int, list[str] | Why]
"""A line's number and its cells, or why there are none."""


def delimiter(text: str) -> str:
    """What parts the cells; empty where nothing does in most lines."""
    lines = [one for one in text.splitlines()[: LOOKED_AT * 2] if one.strip()][:LOOKED_AT]
    share = {one: sum(one in line for line in lines) for one in DELIMITERS}
    best = max(DELIMITERS, key=lambda one: share[one])
    return best if lines and share[best] * 2 > len(lines) else ""


def parse_table(text: str, parts: str, words: Columns) -> Parsed:
    """A card a row: the first two columns, or those that the header names."""
    found, places = Parsed(), {"front": 0, "back": 1}
    first = True
    for line, cells in rows(text.splitlines(), parts):
        if isinstance(cells, str):
            found.fault(line, cells)
            continue
        if first and (named := _header(cells, words)):
            places = named
        else:
            _take(found, line, cells, places)
        first = False
    return found


def has_header(text: str, parts: str, words: Columns) -> bool:
    """Whether its first row names the columns."""
    cells = next(rows(text.splitlines()[:TALLEST], parts), (0, "quote"))[1]
    return not isinstance(cells, str) and bool(_header(cells, words))


def _take(found: Parsed, line: int, cells: Sequence[str], places: dict[str, int]) -> None:
    def cell(name: str) -> str:
        place = places.get(name, WIDEST)
        return cells[place] if place < len(cells) else ""

    others = re.split(r"[|;/]", cell("accepted"))
    found.take(
        line, cell("front"), cell("back"), hint=cell("hint"), tags=cell("tags"), accepted=others
    )


def _header(cells: Sequence[str], words: Columns) -> dict[str, int]:
    """Which column holds what; empty where the first row is no header."""
    named: dict[str, int] = {}
    for place, cell in enumerate(cells[:WIDEST]):
        if kind := words.get(" ".join(cell.casefold().split())):
            named.setdefault(kind, place)
    if not named.keys() & {"front", "back"} or len(named) < min(len(cells), 2):
        return {}
    others = (place for place in range(len(cells)) if place not in named.values())
    for kind in ("front", "back"):
        named.setdefault(kind, next(others, WIDEST))
    return named


def rows(lines: Sequence[str], parts: str, first: int = 1) -> Iterator[Row]:
    """The rows, each with the number of the line it begins in; `first` is that of `lines[0]`."""
    at = 0
    while at < len(lines):
        if not lines[at].strip():
            at += 1
            continue
        number, (cells, taken) = first + at, _row(lines[at : at + TALLEST], parts)
        at += taken
        if isinstance(cells, str) or any(cells):
            yield number, cells


def _row(lines: Sequence[str], parts: str) -> tuple[list[str] | Why, int]:
    for size in range(1, len(lines) + 1):
        chunk = [f"{one}\n" for one in lines[:size]]
        try:
            cells = next(csv.reader(chunk, delimiter=parts, strict=True))
        except csv.Error as error:
            if "end of data" in str(error):
                continue
            break  # quotes where none belong: they are meant as they stand
        return [cell.strip() for cell in cells[:WIDEST]], size
    line = lines[0]
    if f"{parts}{line}".count(f'{parts}"') and line.count('"') % 2:
        return "quote", 1
    if len(line) > csv.field_size_limit():
        return "too-long", 1
    plain = csv.reader([line], delimiter=parts, quoting=csv.QUOTE_NONE)
    return [cell.strip() for cell in next(plain)[:WIDEST]], 1


def is_anki(text: str) -> bool:
    """Whether it begins as Anki's own text does."""
    return ANKI.match(text) is not None


def parse_anki(text: str) -> Parsed:
    """Its settings say which columns are no fields; a gap in a text makes a card of its own."""
    lines = text.splitlines()
    settings: dict[str, str] = {}
    while len(settings) < len(lines) and (told := SETTING.match(lines[len(settings)])):
        if told[1] in settings:
            break
        settings[told[1]] = told[2].strip()
    said = settings.get("separator", "tab")
    parts = NAMED.get(said.casefold(), said[:1] or "\t")
    special = {
        kind: int(value) - 1
        for kind, value in settings.items()
        if kind.endswith(" column") and value.isdecimal() and len(value) < 4
    }
    found, decks = Parsed(title=settings.get("deck", "").rpartition("::")[2]), set[str]()
    marked = settings.get("html", "").casefold() == "true"
    start = len(settings)
    for line, cells in rows(lines[start:], parts, start + 1):
        if isinstance(cells, str):
            found.fault(line, cells)
            continue
        fields = [
            _plain(cell) if marked else SOUND.sub("", cell).strip()
            for place, cell in enumerate(cells)
            if place not in special.values()
        ]
        decks.add(_at(cells, special.get("deck column")).rpartition("::")[2])
        tags = _at(cells, special.get("tags column"), settings.get("tags", ""))
        _take_anki(found, line, fields, tags)
    if len(decks) == 1:
        found.title = decks.pop() or found.title
    return found


def _at(cells: Sequence[str], place: int | None, default: str = "") -> str:
    return cells[place] if place is not None and 0 <= place < len(cells) else default


def _take_anki(found: Parsed, line: int, fields: Sequence[str], tags: str) -> None:
    front, back = (*fields, "", "")[:2]
    gaps = dict.fromkeys(one[1] for one in CLOZE.finditer(front[: 2 * LONGEST]))
    for gap in gaps:
        asked = [one for one in CLOZE.finditer(front) if one[1] == gap]
        text = _with_gap(front, gap)
        answer = ", ".join(dict.fromkeys(one[2].strip() for one in asked))
        found.take(line, text, answer, hint=asked[0][3] or "", tags=tags)
    if not gaps:
        found.take(line, front, back, tags=tags)


def _with_gap(text: str, gap: str) -> str:
    return CLOZE.sub(lambda one: BLANK if one[1] == gap else one[2], text)


def _plain(cell: str) -> str:
    """What a browser would show of it."""
    text = TAG.sub("", BREAK.sub("\n", SOUND.sub("", cell)))
    text = html.unescape(text).replace("\xa0", " ")
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())
