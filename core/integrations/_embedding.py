"""What embedders share: how models want to be asked, and vectors of length one."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from math import hypot, isfinite
from typing import Any, Literal, TypeVar

import msgspec

from core.errors import Unavailable
from core.integrations._http import Http
from core.integrations._refusal import refusal
from core.ports.embedder import Vector

Role = Literal["kept", "asked"]
S = TypeVar("S", bound="Answer")

BATCH = 32
"""Texts a request."""
MOST_BYTES = 8000
"""Of a text, and no token is shorter than a byte: a text is within 8,192 tokens and a batch within
300,000, which OpenAI takes. The index of a longer text covers its beginning."""
BLANK = "-"
"""In place of a text without any: vendors refuse those."""


@dataclass(frozen=True, slots=True)
class Manner:
    """What a family of models puts before texts, and how close unrelated ones may come."""

    kept: str = ""
    asked: str = ""
    floor: float = 0.4


MANNERS = {
    "text-embedding-3": Manner(floor=0.3),
    "embeddinggemma": Manner("title: none | text: ", "task: search result | query: ", 0.4),
    "nomic-embed-text": Manner("search_document: ", "search_query: ", 0.6),
    "qwen3-embedding": Manner(
        "", "Instruct: Given a search query, retrieve relevant passages\nQuery: ", 0.4
    ),
    "bge-m3": Manner(floor=0.5),
    "e5": Manner("passage: ", "query: ", 0.8),
}
"""By a part of the model's name."""


def manner(model: str) -> Manner:
    """That of the model's family, or what fits most."""
    return next((how for part, how in MANNERS.items() if part in model.lower()), Manner())


class Answer(msgspec.Struct):
    """What a vendor answers, right or wrong; numbers are checked later."""

    error: Any = None

    def vectors(self) -> Sequence[Sequence[float]]:
        """In the order of the texts."""
        raise NotImplementedError


async def embedded(
    system: str,
    how: Manner,
    texts: Sequence[str],
    role: Role,
    ask: Callable[[Sequence[str]], Awaitable[Sequence[Sequence[float]]]],
) -> list[Vector]:
    """The vectors of all texts, asked for by the batch."""
    before = how.kept if role == "kept" else how.asked
    whole = [_cut(before + (text.strip() or BLANK)) for text in texts]
    made: list[Vector] = []
    for start in range(0, len(whole), BATCH):
        batch = whole[start : start + BATCH]
        found = await ask(batch)
        if len(found) != len(batch) or len({len(one) for one in found}) != 1:
            raise Unavailable(system, "not one vector a text")
        made += [_unit(system, one) for one in found]
    return made


async def post(
    http: Http,
    system: str,
    path: str,
    body: Mapping[str, Any],
    headers: Mapping[str, str],
    seconds: float,
    kind: type[S],
) -> S:
    """One request to its answer, within so many seconds."""
    at = asyncio.get_running_loop().time() + seconds
    raw = await http.whole(path, body, headers, at)
    try:
        answer = msgspec.json.decode(raw, type=kind)
    except (msgspec.DecodeError, RecursionError) as error:
        raise Unavailable(system, "an answer that is not what was agreed") from error
    if answer.error is not None:
        raise refusal(system, 200, {"error": answer.error})
    return answer


def _cut(text: str) -> str:
    return text.encode(errors="replace")[:MOST_BYTES].decode(errors="ignore")


def _unit(system: str, vector: Sequence[float]) -> Vector:
    length = hypot(*vector)
    if not isfinite(length) or not length:
        raise Unavailable(system, "a vector without a length")
    return [one / length for one in vector]
