"""The bytes of a file, or a text, to the cards in it: what it is shows in what stands there."""

import codecs
import re
from pathlib import PurePosixPath

from skills.decks.lines import is_listed, parse_lines
from skills.decks.parsed import Columns, Parsed
from skills.decks.tables import delimiter, has_header, is_anki, parse_anki, parse_table
from skills.decks.written import parse_yaml

MOST_BYTES = 200_000
TABLES, YAMLS = (".csv", ".tsv", ".tab"), (".yaml", ".yml")
CARDS = (*TABLES, *YAMLS)
"""Endings of files that hold cards, and no text to be read."""
MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
PAIRS = re.compile(rb"[\xc0-\xff]{2}")
SINGLES = re.compile(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])")


def holds_cards(name: str, text: str) -> bool:
    """Whether a file is a deck: by its name, or by how it begins; else it is there to be read."""
    ending = PurePosixPath(name.casefold()).suffix
    if ending in CARDS or is_anki(text):
        return True
    if ending not in {"", ".txt", ".text"}:
        return False
    return delimiter(text) in {"\t", "|"} or (is_listed(text) and _short(text))


def _short(text: str) -> bool:
    """Whether its lines are those of cards: a paragraph may have a colon in it, too."""
    lines = [one for one in text.splitlines() if one.strip()]
    return sum(len(one) <= 200 for one in lines) >= 0.9 * len(lines)


def decoded(data: bytes) -> str:
    """UTF-8 or what its mark says; else what Windows wrote, in Cyrillic or in the west."""
    for mark, encoding in MARKS.items():
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode()
    except UnicodeDecodeError:
        # Cyrillic words are pairs of such bytes, western ones have one here and there.
        cyrillic = len(PAIRS.findall(data)) > len(SINGLES.findall(data))
        return data.decode("cp1251" if cyrillic else "cp1252", "replace")


def parse(text: str, words: Columns, *, name: str = "", titled: bool = False) -> Parsed:
    """The cards of a text of at most `MOST_BYTES`; `name` is its file's."""
    text = text.replace("\0", "").lstrip("\ufeff")
    ending = PurePosixPath(name.casefold()).suffix
    if is_anki(text):
        return parse_anki(text)
    if ending in YAMLS or _looks_like_yaml(text, words):
        return parse_yaml(text, words)
    parts = delimiter(text)
    if parts and (
        ending in TABLES or parts in "\t|" or has_header(text, parts, words) or not is_listed(text)
    ):
        return parse_table(text, parts, words)
    return parse_lines(text, words, titled=titled)


def _looks_like_yaml(text: str, words: Columns) -> bool:
    names = re.findall(r"(?m)^(\w+):\s*(?:$|\S)", text[:2_000])
    kinds = {words.get(name.casefold()) for name in names}
    dashed = re.findall(r"(?m)^\s*- (\w+):\s", text[:2_000])
    sides = {words.get(name.casefold()) for name in dashed}
    return "cards" in kinds or bool(sides & {"front", "back"})
