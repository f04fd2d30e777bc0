"""Text to vectors: what means the same lies close together."""

from collections.abc import Sequence
from typing import Literal, Protocol

Vector = Sequence[float]
"""Of length one."""


class Embedder(Protocol):
    """Raises `IntegrationError` where the vendor or the engine fails."""

    name: str
    model: str
    """Vectors of two models cannot be compared: it is part of the collection's name."""
    floor: float
    """The cosine under which, for this model, two texts have nothing to do with each other."""

    async def embed(
        self, texts: Sequence[str], *, role: Literal["kept", "asked"] = "kept"
    ) -> list[Vector]:
        """One vector a text; some models want to know which texts are kept and which asked for."""
        ...

    async def close(self) -> None:
        """Closes its connections; safe to call twice."""
        ...
