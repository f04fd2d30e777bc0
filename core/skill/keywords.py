"""The words of a search that carry its meaning."""

import re

from core.skill.context import Context

WORD = re.compile(r"\w+")


def keywords(ctx: Context, text: str) -> str:
    """The text without the small words every second note has; unchanged if there is nothing else."""
    small = set(ctx.text("small-words").split())
    words = [word for word in WORD.findall(text) if word.casefold() not in small]
    return " ".join(words) or text
