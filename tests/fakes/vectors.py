"""Vectors in memory, compared one by one."""

from collections.abc import Sequence

from core.errors import Unavailable
from core.ports.embedder import Vector
from core.ports.vectors import Near, Point


class FakeVectors:
    """`away` makes every call fail."""

    name = "fake"

    def __init__(self) -> None:
        self.points: dict[tuple[str, str, str], Point] = {}
        """By model, kind and id."""
        self.away = False
        self.puts = 0
        self.closed = False

    async def put(self, model: str, points: Sequence[Point]) -> None:
        """Keeps them."""
        self._here()
        self.puts += 1
        self.points |= {(model, one.kind, one.id): one for one in points}

    async def remove(self, model: str, kind: str, ids: Sequence[str]) -> None:
        """Forgets them."""
        self._here()
        for id in ids:
            self.points.pop((model, kind, id), None)

    async def search(
        self, model: str, kind: str, scope: str, vector: Vector, limit: int
    ) -> list[Near]:
        """All, by their cosine."""
        self._here()
        found = [
            Near(one.id, sum(a * b for a, b in zip(one.vector, vector, strict=True)))
            for (of, _, _), one in self.points.items()
            if (of, one.kind, one.scope) == (model, kind, scope) and len(one.vector) == len(vector)
        ]
        return sorted(found, key=lambda one: -one.score)[:limit]

    async def count(self, model: str) -> int:
        """How many there are."""
        self._here()
        return sum(of == model for of, _, _ in self.points)

    async def close(self) -> None:
        """Nothing to end; `closed` says that it was asked."""
        self.closed = True

    def _here(self) -> None:
        if self.away:
            raise Unavailable(self.name, "away")
