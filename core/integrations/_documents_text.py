"""What every reader of documents makes of words: clean text, and sections that can be cited."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

Block = tuple[int, str]
"""A paragraph behind its level: 0 for running text, 1-6 for a heading, else `LINE`."""
LINE = -1
"""An item of a list, a row of a table: it stands right below another."""

LONG = 4000
"""Characters from which a section is cut into pieces, where a paragraph ends."""
LABEL = 80
"""Characters of the longest label."""

LIGATURES = {
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st",
    0xFB06: "st",
}  # fmt: skip
SPACES = dict.fromkeys([0xA0, 0x202F, *range(0x2000, 0x200B)], " ")
BREAKS = {0x85: "\n", 0x0B: "\n", 0x0C: "\n", 0x2028: "\n", 0x2029: "\n"}
# Controls, soft hyphens, directions and other signs that nobody sees; tabs and line ends stay.
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
# What PDFium puts where a word was parted, and the hyphen that others leave there.
PARTED = re.compile(
    r"(?<=[^\W\d_])(?:[\x02\ufffe]\s*|[-\u2010]\n[ \t]*)"
    r"(?=[^\W\d_])(?!(?:und|oder|bzw|and|or|y|o|и|или)\b)"
)
SURE = re.compile("[\x02\ufffe]")


def clean(text: str, *, wrapped: bool = False) -> str:
    """NFC without signs that nobody sees, and no more blanks and empty lines than it takes.

    `wrapped`: its lines end where the page did, so that words parted there are joined.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate({**BREAKS, **SPACES})
    if wrapped:
        text = PARTED.sub(_join, text)
        text = SURE.sub("-\n", text)
    text = unicodedata.normalize("NFC", UNSEEN.sub("", text).translate(LIGATURES))
    lines = (line.rstrip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def _join(parted: re.Match[str]) -> str:
    """A capital after the break begins a name or a noun of its own: its hyphen was meant."""
    return "" if parted.string[parted.end()].islower() else "-"


def sections(blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    """Paragraphs -> (label, text) from heading to heading, in pieces of `LONG` characters.

    A heading that nothing follows stands above the next section. The label is the heading, or
    empty where there is none.
    """
    for heading, paragraphs in _by_heading(blocks):
        for piece in _pieces(paragraphs):
            yield heading, piece


def joined(blocks: Iterable[Block]) -> str:
    """Paragraphs as one text."""
    text: list[str] = []
    before = 0
    for level, paragraph in blocks:
        if text:
            text.append("\n" if level == before == LINE else "\n\n")
        text.append(paragraph)
        before = level
    return "".join(text)


def _by_heading(blocks: Iterable[Block]) -> Iterator[tuple[str, list[Block]]]:
    heading = ""
    section: list[Block] = []
    for level, text in blocks:
        if level > 0:
            if any(above <= 0 for above, _ in section[-1:]):
                yield heading, section
                section = []
            heading = " ".join(text.split())
        if text.strip():
            section.append((level, text))
    if section:
        yield heading, section


def _pieces(section: list[Block]) -> Iterator[str]:
    piece: list[Block] = []
    size = 0
    for level, paragraph in section:
        for part in _parts(paragraph):
            if piece and size + len(part) > LONG:
                yield joined(piece)
                piece, size = [], 0
            piece.append((level, part))
            size += len(part) + 2  # and what stands between
    yield joined(piece)


def _parts(paragraph: str) -> Iterator[str]:
    """An endless paragraph in parts, cut where a line, a sentence or a word ends."""
    at = 0
    while len(paragraph) - at > LONG:
        window = paragraph[at : at + LONG]
        ends = (window.rfind("\n") + 1, window.rfind(". ") + 2, window.rfind(" ") + 1)
        cut = next((end for end in ends if end > LONG // 2), LONG)
        yield window[:cut].strip("\n").rstrip()
        at += cut
    yield paragraph[at:].strip("\n").rstrip()


def told_apart(label: str, taken: dict[str, int]) -> str:
    """The label, or with a number where it was there before; `taken` learns it."""
    label = label if len(label) <= LABEL else label[: LABEL - 1].rstrip() + "…"
    made = label
    while made in taken:
        taken[label] += 1
        made = f"{label} ({taken[label]})"
    taken[made] = 1
    return made
