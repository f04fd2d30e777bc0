"""Small models go round in circles: seen while they speak, and cut."""

import re

CIRCLE = re.compile(r"(?s:(.{12,200}?)\s*(?:\1\s*){2,})\Z")
LOOKED_AT = 700
"""Characters at the end that are looked at."""


def cut(text: str) -> str | None:
    """The text up to the end of what it says for the third time now; None where it does not."""
    start = max(len(text) - LOOKED_AT, 0)
    found = CIRCLE.search(text, start)
    return text[: found.end(1)].rstrip() if found else None
