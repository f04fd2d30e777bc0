"""A Vision scripted by data: it knows some pictures, and treats all others as we would."""

import asyncio
from collections.abc import Mapping, Sequence

from core.errors import UserError, VivaError
from core.ports.transcriber import Progress, silent
from core.ports.vision import Sight


class FakeVision:
    """`seen` maps bytes that occur in a picture to what is written there, or to what is raised.

    `calls` are the pictures it was shown, `hints` the question and the language that came with
    them.
    """

    name = "fake"
    looks = False

    def __init__(self, seen: Mapping[bytes, str | VivaError] | None = None) -> None:
        self.seen = dict(seen or {})
        self.calls: list[list[bytes]] = []
        self.hints: list[tuple[str | None, str | None]] = []
        self.closed = False

    async def see(
        self,
        images: Sequence[bytes],
        *,
        question: str | None = None,
        language: str | None = None,
        progress: Progress = silent,
    ) -> Sight:
        """What the script says, one page a picture; what it does not know is no picture."""
        self.calls.append(list(images))
        self.hints.append((question, language))
        progress("reading", 0.0)
        await asyncio.sleep(0)
        pages = [self._page(image) for image in images]
        progress("reading", 1.0)
        return Sight("\n\n".join(page for page in pages if page), confidence=0.95)

    def _page(self, image: bytes) -> str:
        found = next((said for mark, said in self.seen.items() if mark in image), None)
        if found is None:
            raise UserError("image-unreadable")
        if isinstance(found, VivaError):
            raise found
        return found

    async def close(self) -> None:
        """Nothing to end; `closed` says that it was asked."""
        self.closed = True
