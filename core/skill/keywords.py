"""The words of a search that carry its meaning."""

import re

from core.skill.context import Context

WORD = re.compile(r"\w+")


def keywords(ctx: Context, text: str) -> str:
    """The text without the small words that are in every note; unchanged if it has no others."""
    small = set(ctx.text("small-words").split())
    words = [word for word in WORD.findall(text) if word.casefold() not in small]
    return " ".join(words) or text
