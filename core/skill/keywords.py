"""The words of a sentence that carry its meaning: those of a search, and a yes or a no."""

import re
from collections.abc import Sequence

from core.skill.context import Context
from core.texts import LANGUAGES

WORD = re.compile(r"\w+")
MOST_WORDS = 8
"""Of a yes: who says more than that says something else."""


def keywords(ctx: Context, text: str) -> str:
    """The text without the small words that are in every note; unchanged if it has no others."""
    small = set(ctx.text("small-words").split())
    words = [word for word in WORD.findall(text) if word.casefold() not in small]
    return " ".join(words) or text


def agreed(ctx: Context, said: str) -> bool | None:
    """Whether it is a yes, in any of our languages; None where it is neither yes nor no.

    A no anywhere is a no: "nein, nicht löschen", "please don't". A yes says nothing else: "yes,
    delete them please", but not "ok, let me think". A question is neither: "are you sure?"
    """
    if "?" in said:
        return None
    words = " ".join(WORD.findall(said.casefold()))
    if _any_of(_told(ctx, "no-words")).search(words):
        return False
    beside, agreeing = _any_of(_told(ctx, "yes-words")).subn(" ", words)
    alone = set(beside.split()) <= set(_told(ctx, "agreeing-words"))
    return True if agreeing and alone and len(words.split()) <= MOST_WORDS else None


def _any_of(phrases: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?:{'|'.join(map(re.escape, phrases))})(?!\S)")


def _told(ctx: Context, text_id: str) -> list[str]:
    """Phrases of all languages, the longest first."""
    told = (ctx.texts.format(language, text_id) for language in LANGUAGES)
    phrases = (phrase.replace("_", " ") for one in told for phrase in one.split())
    return sorted(phrases, key=len, reverse=True)
