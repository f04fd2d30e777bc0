"""Whoever makes pictures of numbers, and papers to keep."""

from typing import Protocol

from core.model import Certificate, Chart


class Drawer(Protocol):
    """Lives in `core/integrations/drawing/`; draws in a thread of its own."""

    name: str

    async def chart(self, chart: Chart, *, dark: bool = False) -> bytes:
        """A PNG, readable on a telephone, for a light or a dark screen."""
        ...

    async def certificate(self, certificate: Certificate) -> bytes:
        """A PDF of one page."""
        ...

    async def close(self) -> None:
        """Ends what it holds."""
        ...
