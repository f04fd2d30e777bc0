"""Course files: what is hostile or wrong in them is told apart, with its line."""

from datetime import UTC, datetime

import pytest

from skills.courses import files

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)
BOMB = "title: &a [x]\nabout: [*a, *a, *a]\n"
LONG = f"title: X\nlessons:\n- title: Y\n  text: {'z' * 20_001}\n"
MANY = "title: X\nlessons:\n" + "- {title: Y, text: Z}\n" * 51


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (BOMB, [(1, "alias")]),
        ("title: X\nabout: *nothing\n", [(2, "alias")]),
        ("title: X\nlessons: " + "[" * 50 + "]" * 50, [(2, "deep")]),
        ("title: X\nlessons: " + "[" * 5_000, [(2, "broken")]),
        ("title: 'X\nabout: y\n", [(3, "broken")]),
        ("title: X\n  about: y\n", [(2, "broken")]),
        ("title: \x00", [(1, "broken")]),
        ("", [(1, "fields")]),
        ("just words", [(1, "fields")]),
        ("- a\n- b\n", [(1, "fields")]),
        ("about: y\n", [(1, "missing")]),
        ("title: [a]\n", [(1, "text")]),
        ("title: X\ntitle: Y\n", [(2, "twice")]),
        ("title: X\nlessons: none\n", [(2, "list")]),
        ("title: X\nlessons:\n- words\n", [(3, "fields")]),
        ("title: X\nlanguage: fr\n", [(2, "choice")]),
        ("title: X\ndeadline: soon\n", [(2, "date")]),
        ("title: !!python/object:os.system X\n", None),
        (f"title: {'x' * 101}\n", [(1, "long")]),
        (LONG, [(4, "long")]),
        (MANY, [(53, "many")]),
        ("x" * 2_000_001, [(1, "long")]),
    ],
)
def test_a_hostile_or_wrong_file_is_told_apart(
    text: str, faults: list[tuple[int, str]] | None
) -> None:
    if faults is None:
        assert files.read(text, NOW).title == "X", "tags are words and make nothing"
        return
    with pytest.raises(files.Faulty) as caught:
        files.read(text, NOW)
    assert [(one.line, one.what) for one in caught.value.faults] == faults
