"""Lines of text somewhere on a page to text in reading order; pure."""

from collections.abc import Sequence
from dataclasses import dataclass

COLUMN = 20
"""Characters of a usual line from which side by side means columns; less is a row of a table."""
ROWS = 2
"""Of them a column has at least so many."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words in a box; pixels, from the top left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def lay_out(lines: Sequence[Line]) -> str:
    """Rows from top to bottom, each from left to right; column after column where there are any."""
    return "\n".join(_read(_rows(lines)))


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines whose middle is within the height of the row's first line are one row."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda one: one.top + one.bottom):
        middle = (line.top + line.bottom) / 2
        if rows and rows[-1][0].top < middle < rows[-1][0].bottom:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda one: one.left) for row in rows]


def _read(rows: list[list[Line]]) -> list[str]:
    """A heading may stand above the columns: they begin at the first row that allows it."""
    for start in range(len(rows) - ROWS + 1):
        if len(rows[start]) < 2:
            continue
        lines = [line for row in rows[start:] for line in row]
        if columns := _columns(lines):
            left, right = columns
            return [*map(_joined, rows[:start]), *_read(_rows(left)), *_read(_rows(right))]
    return [_joined(row) for row in rows]


def _joined(row: Sequence[Line]) -> str:
    return " ".join(line.text for line in row)


def _columns(lines: Sequence[Line]) -> tuple[list[Line], list[Line]] | None:
    """The two sides of the first gap that no line crosses, if both are running text."""
    ordered = sorted(lines, key=lambda one: one.left)
    reach = ordered[0].right
    for at, line in enumerate(ordered):
        if line.left > reach:
            sides = ordered[:at], ordered[at:]
            if all(map(_is_column, sides)):
                return sides
        reach = max(reach, line.right)
    return None


def _is_column(lines: Sequence[Line]) -> bool:
    usual = sorted(len(one.text) for one in lines)[len(lines) // 2]
    return usual >= COLUMN and len(_rows(lines)) >= ROWS
