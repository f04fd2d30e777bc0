"""An Embedder with a concept space made by hand: words that mean the same point the same way."""

import asyncio
import zlib
from collections.abc import Sequence
from math import hypot
from typing import Literal

from core.ports.caller import Priority, caller
from core.ports.embedder import Vector
from core.store.terms import terms

CONCEPTS = (
    ("exam", "test", "assessment", "klausur", "prüfung", "экзамен", "зачёт"),
    ("osmosis", "diffusion", "membrane", "осмос"),
    ("car", "automobile", "vehicle", "auto"),
    ("buy", "purchase", "shopping", "groceries", "milk"),
    ("doctor", "physician", "appointment", "surgery"),
    ("revise", "study", "learn", "lernen"),
)
OTHERS = 250
"""Directions that the rest of all words share."""
WEIGHT = 3.0
"""Of a word that has a concept, beside the others."""
SIZE = len(CONCEPTS) + OTHERS
PLACES = {
    term: place
    for place, words in enumerate(CONCEPTS)
    for word in words
    for language in ("en", "de")
    for term in terms(word, language)
}


class FakeEmbedder:
    """`error` is raised by every call, and that of `refused` for a text that has its key in it.

    `gate` holds each call back until it is set. `calls` are the batches that were asked for, and
    `priorities` who asked.
    """

    name = "fake"
    floor = 0.5

    def __init__(self, model: str = "concepts-1") -> None:
        self.model = model
        self.error: Exception | None = None
        self.gate: asyncio.Event | None = None
        self.refused: dict[str, Exception] = {}
        self.calls: list[list[str]] = []
        self.priorities: list[Priority] = []
        self.closed = False

    async def embed(
        self, texts: Sequence[str], *, role: Literal["kept", "asked"] = "kept"
    ) -> list[Vector]:
        """The sum of the directions of a text's words."""
        self.calls.append(list(texts))
        self.priorities.append(caller().priority)
        if self.gate is not None:
            await self.gate.wait()
        if self.error is not None:
            raise self.error
        for text in texts:
            for part, error in self.refused.items():
                if part in text:
                    raise error
        return [vector(text) for text in texts]

    async def close(self) -> None:
        """Nothing to end; `closed` says that it was asked."""
        self.closed = True


def vector(text: str) -> Vector:
    """Of length one; a text without words points nowhere in particular."""
    made = [0.0] * SIZE
    for term in terms(text, "en") or [text]:
        other = len(CONCEPTS) + zlib.crc32(term.encode()) % OTHERS
        made[PLACES.get(term, other)] += WEIGHT if term in PLACES else 1.0
    length = hypot(*made)
    return [one / length for one in made]
