"""A text as whole sentences, its headings told apart."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

PARAGRAPH = re.compile(r"\n\s*\n")
ITEM = re.compile(r"(?m)^\s*(?:[-•*·▪–]|\d{1,2}[.)])\s+")
"""Begins an item of a list; what stands there is mostly half a sentence."""
END = re.compile(r"[.!?…][\"'»”“’)\]]*\s+(?=[«“„\"'(¿¡]?[^\W_])")
HEADING = re.compile(r"\s*#{1,6}\s+")
PARTED = re.compile(r"(?<=[^\W\d_])-\n\s*(?=[a-zß-ÿа-яё])")
LONGEST_HEADING = 80
SHORT = 0.75
"""Of the widest line: a line that ends earlier, and without a full stop, was ended on purpose."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One of them."""

    text: str
    number: int
    """Its place in the text."""
    heading: bool = False


def sentences(text: str, abbreviations: Collection[str]) -> Iterator[Sentence]:
    """In their order; `abbreviations` (small letters, without the full stop) end none."""
    number = 0
    for paragraph in PARAGRAPH.split(PARTED.sub("", text)):
        for part, heading in _parts(paragraph):
            found = [part] if heading else _split(" ".join(part.split()), abbreviations)
            for one in found:
                yield Sentence(one, number, heading)
                number += 1


def _parts(paragraph: str) -> Iterator[tuple[str, bool]]:
    """Headings, items and running text of a paragraph, which may stand one below the other."""
    lines = [line.strip() for line in paragraph.splitlines() if line.strip()]
    widest = max(map(len, lines), default=0)
    held: list[str] = []
    for at, line in enumerate(lines):
        item = ITEM.match(line) is not None
        marked = HEADING.match(line)
        follows = lines[at + 1] if at + 1 < len(lines) else ""
        short = len(line) < SHORT * widest or not follows
        closed = line.endswith((".", "!", "?", "…", ":", ";", ",", "”", "»", '"', ")"))
        ends = short and not closed and (not follows or _begins(follows))
        if marked or (ends and not held and not item and len(line) <= LONGEST_HEADING):
            if held:
                yield "\n".join(held), False
                held = []
            yield HEADING.sub("", line), True
            continue
        if item and held:
            yield "\n".join(held), False
            held = []
        held.append(ITEM.sub("", line))
    if held:
        yield "\n".join(held), False


def _begins(line: str) -> bool:
    return line[0].isupper() or line[0].isdigit() or line[0] in "«“„\"'(¿¡-•*"


def _split(text: str, abbreviations: Collection[str]) -> Iterator[str]:
    start = 0
    for end in END.finditer(text):
        word = text[start : end.start()].rpartition(" ")[2].casefold().strip("(«“„\"'")
        following = text[end.end() : end.end() + 2].lstrip("«“„\"'(¿¡")
        small = following[:1].islower()
        if text[end.start()] == "." and (word in abbreviations or len(word) < 2 or small):
            continue
        if word.isdigit() and len(word) < 3:  # "am 3. Oktober"
            continue
        yield text[start : end.end()].strip()
        start = end.end()
    if text[start:].strip():
        yield text[start:].strip()
