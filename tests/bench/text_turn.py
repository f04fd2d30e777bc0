"""A text turn without a time in it, against aiogram taking in the same update."""

from collections.abc import Iterator
from pathlib import Path

from tests.bench._paired import Row
from tests.bench._turns import measured


def measure(folder: Path) -> Iterator[Row]:
    """No I/O on either side."""
    yield measured("text turn", folder, None, "", budget=1.0, goal=0.5)
