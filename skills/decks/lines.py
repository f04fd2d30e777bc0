"""Lines that people type: "question = answer", "question - answer", or the one below the other."""

import re

from skills.decks.parsed import Columns, Parsed

SEPARATORS = tuple(
    map(
        re.compile,
        (
            r"\s*(?:=>|->|→|⇒)\s*",
            r"\s*\t\s*",
            r"(?:\s+|^)={1,2}(?:\s+|$)|(?<=\w)=(?=\w)|=\s*$",
            r"\s+[-–—](?:\s+|$)",
            r":(?:\s+|$)",
            r"\s*\|\s*",
            r";(?:\s+|$)",
            r"(?<=\?)\s+(?=\S)",
        ),
    )
)
"""The surest first: where two are equally frequent it decides."""
PAIRED = re.compile(r"\S\s*(?:=>|->|→|⇒|=|\s[-–—]\s)\s*\S")
"""A card, beyond doubt."""
BULLET = re.compile(r"\A\s*(?:[-•*·–—]\s+|\(?\d{1,3}[.)]\s+)")
BLANKS = re.compile(r"\s+")
FEWEST = 0.5
"""The part of the lines that a sign must stand in to be what parts them all."""


def parse_lines(text: str, words: Columns, *, titled: bool = False) -> Parsed:
    """A card a line; `titled`: the first line is the deck's name, and not a card."""
    found = Parsed()
    lines = [(number, BULLET.sub("", one, count=1)) for number, one in _lines(text)]
    if len(lines) > 1 and (titled or _is_title(lines[0][1])) and not _parted(lines[0][1]):
        found.title = lines.pop(0)[1].strip("#: ")
    if _in_pairs(lines, words):
        _take_pairs(found, lines, words)
        return found
    order = _by_frequency([one for _, one in lines])
    for number, line in lines:
        parts = next((split for one in order if len(split := one.split(line, maxsplit=1)) > 1),
                     [line, ""])  # fmt: skip
        found.take(number, *parts)
    return found


def unfolded(text: str) -> str:
    """Several cards that stand in one line, a line each: "perro = dog; gato = cat"."""
    if "\n" in text.strip():
        return text
    for sign in (";", ","):
        parts = [one.strip() for one in text.split(sign) if one.strip()]
        if len(parts) > 1 and all(PAIRED.search(one) for one in parts):
            return "\n".join(parts)
    return text


def split_card(text: str) -> tuple[str, str] | None:
    """Question and answer of one card in one line; None where nothing parts them."""
    text = _narrow(text)
    for one in SEPARATORS:
        parts = one.split(text, maxsplit=1)
        if len(parts) > 1 and all(part.strip() for part in parts):
            return parts[0].strip(), parts[1].strip()
    return None


def is_listed(text: str) -> bool:
    """Whether most of its lines are cards, so that it is no running text."""
    lines = [one for _, one in _lines(text)]
    return bool(lines) and sum(map(_parted, lines)) >= max(FEWEST * len(lines), 1)


def _lines(text: str) -> list[tuple[int, str]]:
    narrow = ((number, _narrow(one)) for number, one in enumerate(text.splitlines(), 1))
    return [(number, one) for number, one in narrow if one]


def _narrow(line: str) -> str:
    """With one blank where there are many, for which the separators would take for ever."""
    return BLANKS.sub(lambda one: "\t" if "\t" in one[0] else " ", line.strip())


def _is_title(line: str) -> bool:
    return line.endswith(":") or line.startswith("#")


def _parted(line: str) -> bool:
    return split_card(line) is not None


def _by_frequency(lines: list[str]) -> list[re.Pattern[str]]:
    count = {one: sum(1 for line in lines if one.search(line)) for one in SEPARATORS}
    order = sorted(SEPARATORS, key=lambda one: -count[one])
    if lines and count[order[0]] < FEWEST * len(lines):
        return list(SEPARATORS)
    return order


def _in_pairs(lines: list[tuple[int, str]], words: Columns) -> bool:
    """Whether it is written "Q: ..." and below it "A: ..."."""
    kinds = [_named(line, words)[0] for _, line in lines[:20]]
    return kinds.count("front") > 0 and kinds.count("back") > 0


def _take_pairs(found: Parsed, lines: list[tuple[int, str]], words: Columns) -> None:
    begun, front, back, filling = 0, "", "", ""
    for number, line in [*lines, (0, "")]:
        kind, rest = _named(line, words) if number else ("front", "")
        if kind == "front":
            if begun:
                found.take(begun, front, back)
            begun, front, back, filling = number, rest, "", "front"
        elif kind == "back":
            back, filling = rest, "back"
            begun = begun or number
        elif filling == "back":
            back = f"{back}\n{line}"
        elif filling == "front":
            front = f"{front}\n{line}"
        else:
            found.fault(number, "no-answer")


def _named(line: str, words: Columns) -> tuple[str, str]:
    """Which side of a card a line says that it is, and what stands behind that."""
    name, colon, rest = line.partition(":")
    kind = words.get(name.strip().casefold(), "") if colon and len(name) < 20 else ""
    return (kind, rest.strip()) if kind in {"front", "back"} else ("", line)
