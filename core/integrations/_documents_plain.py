"""Bytes that may be plain text or Markdown to paragraphs, whatever they are encoded in."""

import codecs
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.integrations._documents_text import Block

MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1251", "cp1252", "koi8-r")
CONTROLS = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f]")
DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?([\w.:-]{2,40})""", re.IGNORECASE)
PAIRS = re.compile(rb"[\xc0-\xff]{2}")
SINGLES = re.compile(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])")
HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
UNDERLINE = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
DATA = re.compile(r"data:[\w/+.;-]{1,80},[A-Za-z0-9+/=%]{64,}")
"""A picture among the words, as some programs save it."""
FRONT = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)
TITLE = re.compile(r"^title:\s*(.+)$", re.MULTILINE)


def decode(data: bytes, *, declaring: bool = False) -> str:
    """Text as it says or looks like: a byte order mark, what it declares in its head where it is
    `declaring`, UTF-8, else what Windows wrote in the west, or in Cyrillic, or KOI8-R."""
    for mark, encoding in MARKS.items():
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    declared = DECLARED.search(data[:2048]) if declaring else None
    if declared and (named := declared[1].decode().lower()) in ENCODINGS:
        return data.decode(named, "replace")
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        if error.start > len(data) - 4 and error.reason == "unexpected end of data":
            return data[: error.start].decode()
        if data.count(b"\xd0") + data.count(b"\xd1") > len(data) / 4:
            return data.decode("utf-8", "replace")  # it was, and is damaged
        return data.decode(_legacy(data), "replace")


def _legacy(data: bytes) -> str:
    """In Cyrillic such bytes stand side by side, in western words alone."""
    pairs = b"".join(PAIRS.findall(data))
    if len(pairs) <= len(SINGLES.findall(data)):
        return "cp1252"
    # Small letters are the upper half in one alphabet, the lower half in the other.
    small = sum(byte >= 0xE0 for byte in pairs)
    return "cp1251" if small * 2 >= len(pairs) else "koi8-r"


def is_text(data: bytes) -> bool:
    """Whether people wrote it: no signs but letters, blanks and line ends."""
    return data.startswith(tuple(MARKS)) or not CONTROLS.search(data[:100_000])


def read_text(text: str) -> list["Block"]:
    """Its paragraphs, as empty lines part them."""
    return [(0, part) for part in re.split(r"\n[ \t]*\n", text)]


def is_markdown(text: str) -> bool:
    """Whether a text without a name looks like it: two headings that stand alone."""
    lone = re.findall(r"(?:\A|\n[ \t]*\n)#{1,6} [^\n]+(?=\n[ \t]*\n|\Z)", text[:100_000])
    return len(lone) > 1


def read_markdown(text: str) -> tuple[str, list["Block"]]:
    """The title and the paragraphs; apart from its headings it stays as it is written."""
    front = FRONT.match(text)
    told = TITLE.search(front[1]) if front else None
    text = COMMENT.sub("", DATA.sub("", text[front.end() :] if front else text))
    blocks: list[Block] = []
    lines: list[str] = []
    fence = ""

    def ends() -> None:
        if any(line.strip() for line in lines):
            blocks.append((0, "\n".join(lines)))
        lines.clear()

    for line in text.split("\n"):
        opened = FENCE.match(line)
        if fence:
            lines.append(line)
            if opened and opened[1].startswith(fence) and not line[opened.end() :].strip():
                fence = ""
        elif opened:
            fence = opened[1]
            lines.append(line)
        elif heading := HEADING.match(line):
            ends()
            blocks.append((len(heading[1]), heading[2] or ""))
        elif len(lines) == 1 and lines[0].strip() and (under := UNDERLINE.match(line)):
            blocks.append((1 if under[1][0] == "=" else 2, lines.pop().strip()))
        elif line.strip():
            lines.append(line)
        else:
            ends()
    ends()
    first = next((words for level, words in blocks if level == 1), "")
    return (told[1].strip(" \t\"'") if told else "") or first, blocks
