"""Reading order: rows, columns of running text, and a table that is not read by columns."""

import random

from core.integrations._layout import Line, lay_out


def at(text: str, left: float, top: float) -> Line:
    return Line(text, left, top, left + 10 * len(text), top + 20)


def test_nothing_is_nothing():
    assert lay_out([]) == ""


def test_rows_from_top_to_bottom_and_from_left_to_right():
    lines = [at("third", 0, 80), at("second", 100, 42), at("one", 0, 0), at("the", 0, 38)]
    assert lay_out(lines) == "one\nthe second\nthird"


def test_columns_of_running_text_are_read_one_after_the_other():
    left = [f"the left column, line {number}" for number in (1, 2, 3)]
    right = [f"the right column, line {number}" for number in (1, 2)]
    lines = [at("A heading above both of the columns, that is long", 0, 0)]
    lines += [at(text, 0, 40 * (number + 1)) for number, text in enumerate(left)]
    lines += [at(text, 400, 40 * (number + 1) + 5) for number, text in enumerate(right)]
    random.Random(1).shuffle(lines)
    assert lay_out(lines).split("\n")[1:] == [*left, *right]


def test_a_table_is_read_by_rows():
    lines = [at("9:00", 0, 0), at("Maths", 200, 2), at("10:00", 0, 40), at("Physics", 200, 41)]
    assert lay_out(lines) == "9:00 Maths\n10:00 Physics"


def test_three_hundred_lines_are_no_trouble():
    lines = [
        at(f"a line of running text {number}", 400 * (number % 3), 30 * (number // 3))
        for number in range(300)
    ]
    assert lay_out(lines).startswith("a line of running text 0\na line of running text 3\n")
