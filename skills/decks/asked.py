"""Cards by a language model: of what it returns stands only what the passages themselves say."""

import re
import secrets
from collections.abc import Sequence
from contextlib import aclosing
from typing import Any

import msgspec

from core.assistant import budget
from core.assistant.prompt import fenced, joined, pseudonym
from core.errors import IntegrationError, UserError
from core.ports.caller import acting
from core.ports.llm import Ask, Final, TextDelta, UserMessage
from core.skill import Context
from skills.decks.cloze import MOST, Piece
from skills.decks.parsed import Entry

MOST_SHOWN = 24_000
"""Characters of the passages that are shown."""
LONGEST_QUESTION, LONGEST_ANSWER = 300, 160
SECONDS, TOKENS = 60.0, 3_000
CARD = {
    "type": "object",
    "properties": {
        "passage": {"type": "integer"},
        "question": {"type": "string"},
        "answer": {"type": "string"},
    },
    "required": ["passage", "question", "answer"],
    "additionalProperties": False,
}
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {"cards": {"type": "array", "items": CARD}},
    "required": ["cards"],
    "additionalProperties": False,
}
FOREIGN = re.compile(r"https?:|www\.|[<>\[\]`*\\]|\n")
"""What a question or an answer has no use for."""


class _Card(msgspec.Struct):
    passage: int
    question: str
    answer: str


class _Cards(msgspec.Struct):
    cards: list[_Card]


async def asked(ctx: Context, pieces: Sequence[Piece], language: str) -> list[Entry]:
    """At most `MOST` cards; none where no model is on, or what it says is no good."""
    model = ctx.model
    if model is None or model.abilities.small_offline or not model.abilities.json:
        return []
    shown = _shown(pieces)

    async def ask() -> str:
        text, finish = "", ""
        with acting(assistant="mentor"):
            async with aclosing(model.stream(_ask(ctx, shown, language))) as parts:
                async for part in parts:
                    text += part.text if isinstance(part, TextDelta) else ""
                    finish = part.finish if isinstance(part, Final) else finish
        return text if finish == "stop" else ""

    request = [language, [one.text for one in shown]]
    try:
        budget.check(ctx, model)
        text = await ctx.once("decks/cards", request, ask, kind=str, repeatable=True)
    except (IntegrationError, UserError):
        return []  # it can be done without
    return checked(text, shown)


def checked(text: str, pieces: Sequence[Piece]) -> list[Entry]:
    """The cards of a model's answer (JSON) that are fit to be kept.

    It was shown what strangers wrote: each answer has to stand in the passage that it names.
    """
    try:
        said = msgspec.json.decode(text, type=_Cards)
    except msgspec.DecodeError:
        return []
    found: dict[str, Entry] = {}
    for one in said.cards[: 3 * MOST]:
        question, answer = " ".join(one.question.split()), " ".join(one.answer.split()).rstrip(".")
        if not 1 <= one.passage <= len(pieces) or FOREIGN.search(one.question + one.answer):
            continue
        piece = pieces[one.passage - 1]
        if not (8 <= len(question) <= LONGEST_QUESTION and 1 <= len(answer) <= LONGEST_ANSWER):
            continue
        if not _stands(answer, piece.text) or _stands(answer, question):
            continue
        found.setdefault(question.casefold(), Entry(question, answer, cited=piece.cited))
    return list(found.values())[:MOST]


def _stands(answer: str, text: str) -> bool:
    """Whether the words stand there, as whole words."""
    said = r"\s+".join(re.escape(word) for word in answer.casefold().split())
    return re.search(rf"(?<!\w){said}(?!\w)", text.casefold()) is not None


def _shown(pieces: Sequence[Piece]) -> list[Piece]:
    """As many as may be shown, from all over the text."""
    total = sum(len(one.text) for one in pieces)
    step = max(-(-total // MOST_SHOWN), 1)
    left, found = MOST_SHOWN, []
    for one in pieces[::step]:
        if len(one.text) <= left:
            found.append(one)
            left -= len(one.text)
    return found


def _ask(ctx: Context, pieces: Sequence[Piece], language: str) -> Ask:
    boundary = secrets.token_hex(8)
    data = [fenced(boundary, f"passage {at}", one.text) for at, one in enumerate(pieces, 1)]
    return Ask(
        (UserMessage(joined([ctx.text("decks-make-wish", count=MOST), *data])),),
        system=ctx.texts.format(language, "decks-make-prompt", count=MOST, boundary=boundary),
        json_schema=SCHEMA,
        max_tokens=TOKENS,
        deadline=SECONDS,
        user=pseudonym(ctx),
        assistant="mentor",
        language=ctx.language,
    )
