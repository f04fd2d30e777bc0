"""A store of vectors, searched for the nearest within one scope."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from core.ports.embedder import Vector


@dataclass(frozen=True, slots=True)
class Point:
    """A record's vector: never its words, which stay in our own store."""

    kind: str
    id: str
    scope: str
    """Whose it is; no search looks beyond it."""
    revision: int
    vector: Vector


@dataclass(frozen=True, slots=True)
class Near:
    """One found: `score` is the cosine, -1 to 1."""

    id: str
    score: float


class Vectors(Protocol):
    """Raises `IntegrationError` where the store fails."""

    name: str

    async def put(self, model: str, points: Sequence[Point]) -> None:
        """Keeps them in place of earlier ones of their kind and id."""
        ...

    async def remove(self, model: str, kind: str, ids: Sequence[str]) -> None:
        """Forgets them; unknown ones are no error."""
        ...

    async def search(
        self, model: str, kind: str, scope: str, vector: Vector, limit: int
    ) -> list[Near]:
        """The nearest, best first."""
        ...

    async def count(self, model: str) -> int:
        """How many there are: fewer than were put where the store was lost or changed."""
        ...

    async def close(self) -> None:
        """Closes what it holds; safe to call twice."""
        ...
