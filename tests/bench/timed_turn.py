"""A text turn with a time in it, against aiogram taking in the same update."""

from collections.abc import Iterator
from pathlib import Path

from tests.bench._paired import Row
from tests.bench._turns import measured

SAID = [
    "remind me tomorrow at nine to call the dentist",
    "remind me on Friday at half past three to revise chapter three",
    "remind me to water the plants in twenty minutes",
    "please remind me on 25 November at 4 pm about the parents' evening",
    "remind me every Monday at nine to hand in the homework",
    "set a reminder for tomorrow evening to pack the bag",
]


def measure(folder: Path) -> Iterator[Row]:
    """Our own reminders, up to the buffered write; no I/O on either side."""
    yield measured("timed turn", folder, SAID, "reminders.create", budget=1.5, goal=1.0)
