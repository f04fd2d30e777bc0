"""What a model is told: our words as the system prompt, all others between fences."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from core.assistant.citations import citation
from core.settings import Secret
from core.skill import Context

PER_TOKEN = 3.5
"""Characters, on the average of our languages; Russian has fewer, and the budgets have room."""
LEAST = 200
"""Characters of a piece that are worth showing where the rest does not fit."""


@dataclass(frozen=True, slots=True)
class Data:
    """What somebody wrote, who need not be the person: shown to the model, obeyed by nobody."""

    kind: str
    """document, picture, recording, passage, note, plan or tool: one word of ours."""
    text: str
    cited: str = ""
    """How it is cited; empty where it cannot be."""

    @property
    def whole(self) -> str:
        """With its citation before it."""
        return f"{self.cited}\n{self.text}".strip()


def quoted(ctx: Context, kind: str, title: str, page: str, text: str) -> Data:
    """A page or a passage that can be cited."""
    return Data(kind, text, citation(ctx, title, page) if title else "")


def tokens(text: str) -> int:
    """About as many as a vendor will count."""
    return ceil(len(text) / PER_TOKEN)


def fitted(data: Iterable[Data], budget: int) -> list[Data]:
    """The first of them, as many tokens as fit; the last may be cut."""
    left = int(budget * PER_TOKEN)
    found: list[Data] = []
    for one in data:
        if left < min(LEAST, len(one.text)):
            break
        found.append(Data(one.kind, one.text[:left], one.cited))
        left -= len(found[-1].whole)
    return found


def fenced(boundary: str, kind: str, text: str) -> str:
    """Between fences that nobody could know who wrote the text."""
    return f"<data {boundary} {kind}>\n{text}\n</data {boundary}>"


def message(said: str, data: Sequence[Data], boundary: str) -> str:
    """The person's words, and behind them what they are shown with."""
    return joined([said, *(fenced(boundary, one.kind, one.whole) for one in data)])


def system(ctx: Context, assistant: str, boundary: str, *, small: bool) -> str:
    """The house's own words, and nobody else's."""
    if small:
        return joined(_prompts(ctx, assistant, small=True))
    day = ctx.texts.day(ctx.language, ctx.local.date(), ctx.local.date())
    about = ctx.text(
        "assistant-facts", date=day, time=ctx.texts.clock(ctx.local), boundary=boundary
    )
    return joined([*_prompts(ctx, assistant, small=False), about])


def version(ctx: Context, assistant: str, *, small: bool) -> str:
    """Which prompt it is: changes with its words, so that nobody can forget to change it."""
    words = "\f".join(_prompts(ctx, assistant, small=small))
    return f"{assistant}.{ctx.language}.{hashlib.sha256(words.encode()).hexdigest()[:8]}"


def joined(pieces: Iterable[str]) -> str:
    """Pieces of a prompt; one that is a Secret is a mistake of ours, and goes no further."""
    whole = list(pieces)
    if any(isinstance(one, Secret) for one in whole):
        raise TypeError("a secret is no part of a prompt")
    return "\n\n".join(one for one in whole if one)


def pseudonym(ctx: Context) -> str:
    """Of the person, for a vendor's abuse checks: the same each time, and nobody's name."""
    return hashlib.sha256(f"vivavoce {ctx.person.id}".encode()).hexdigest()[:16]


def _prompts(ctx: Context, assistant: str, *, small: bool) -> list[str]:
    if small:
        short = ctx.texts.attribute(ctx.language, f"{assistant}-prompt", "short")
        return [short] if short else []
    return [ctx.text(f"{assistant}-prompt"), ctx.text("assistant-rules")]
