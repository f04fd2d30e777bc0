"""The words of a sentence that carry its meaning: those of a search, and a yes or a no."""

import re

from core.skill.context import Context
from core.texts import LANGUAGES

WORD = re.compile(r"\w+")


def keywords(ctx: Context, text: str) -> str:
    """The text without the small words that are in every note; unchanged if it has no others."""
    small = set(ctx.text("small-words").split())
    words = [word for word in WORD.findall(text) if word.casefold() not in small]
    return " ".join(words) or text


def agreed(ctx: Context, said: str) -> bool | None:
    """Whether it is a yes, in any of our languages; None where it is neither yes nor no.

    A no anywhere is a no: "nein, nicht löschen", "please don't". A question is neither: "are you
    sure?"
    """
    if "?" in said:
        return None
    words = f" {' '.join(WORD.findall(said.casefold()))} "
    for text_id, meaning in (("no-words", False), ("yes-words", True)):
        told = (ctx.texts.format(language, text_id) for language in LANGUAGES)
        phrases = (phrase.replace("_", " ") for one in told for phrase in one.split())
        if any(f" {phrase} " in words for phrase in phrases):
            return meaning
    return None
