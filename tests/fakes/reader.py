"""A Reader scripted by data: it knows some documents, and treats all others as we would."""

import asyncio
from collections.abc import Mapping, Sequence

from core.errors import UserError, VivaError
from core.model import Page
from core.ports.reader import Look, Reading
from core.ports.transcriber import Progress, silent

LIMIT_MB = 20


class FakeReader:
    """`known` maps bytes that occur in a document to what it holds, or to what is raised: a
    Reading as it is, or the texts of its pages, of which bytes are pictures to be looked at.

    `calls` are the documents it was given, `names` what they were called.
    """

    name = "fake"

    def __init__(
        self, known: Mapping[bytes, Reading | Sequence[str | bytes] | VivaError] | None = None
    ) -> None:
        self.known = dict(known or {})
        self.calls: list[bytes] = []
        self.names: list[str] = []
        self.closed = False

    async def read(
        self,
        document: bytes,
        *,
        name: str = "",
        look: Look | None = None,
        progress: Progress = silent,
    ) -> Reading:
        """What the script says; bytes that it does not know are no document."""
        self.calls.append(document)
        self.names.append(name)
        if not document:
            raise UserError("document-empty")
        if len(document) > LIMIT_MB * 1_000_000:
            raise UserError("document-too-large", limit_mb=LIMIT_MB)
        found = next((held for mark, held in self.known.items() if mark in document), None)
        if found is None:
            raise UserError("document-unknown-kind", name=name)
        if isinstance(found, VivaError):
            raise found
        progress("reading", 0.0)
        await asyncio.sleep(0)
        reading = found if isinstance(found, Reading) else await self._pages(found, look)
        progress("reading", 1.0)
        return reading

    async def _pages(self, found: Sequence[str | bytes], look: Look | None) -> Reading:
        pages: list[Page] = []
        for number, held in enumerate(found, 1):
            text = held if isinstance(held, str) else ""
            if isinstance(held, bytes) and look is not None:
                text = (await look([held])).text
            if text:
                pages.append(Page(str(number), text))
        scanned = sum(isinstance(held, bytes) for held in found)
        if not pages:
            raise UserError("document-scanned" if scanned and look is None else "document-empty")
        return Reading("pdf", "", tuple(pages), len(found), scanned)

    async def close(self) -> None:
        """Nothing to end; `closed` says that it was asked."""
        self.closed = True
