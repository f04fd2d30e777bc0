"""Small models go round in circles: seen while they speak, and cut."""

import re
from collections import Counter

SENTENCE = re.compile(r"[^.!?\n]{12,}[.!?\n]")
TOO_OFTEN = 3


def cut(text: str) -> str | None:
    """The text up to the end of the first sentence that it says for the third time; None where
    there is none."""
    found = list(SENTENCE.finditer(text))
    often = Counter(one.group().strip() for one in found)
    first = next((one for one in found if often[one.group().strip()] >= TOO_OFTEN), None)
    return text[: first.end()].rstrip() if first else None
