"""Documents to text on this machine: PDF, Word, PowerPoint, Markdown, HTML, e-books, plain text."""

import logging
import struct
import time
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import Annotated, NamedTuple

import msgspec

from core.errors import UserError, VivaError, whereabouts
from core.integrations import _worker
from core.integrations._documents_text import told_apart
from core.integrations._worker import Broken, Worker
from core.model import Page
from core.ports.probe import Probe
from core.ports.reader import Look, Reading
from core.ports.transcriber import Progress, silent

log = logging.getLogger(__name__)

NAME = "local"
LOCAL = True
LIBRARIES = ("pypdfium2", "selectolax")
WORKER = Path(__file__).parent.with_name("_documents_worker.py")
MOST_ANSWERED = 16_000_000
"""Bytes of one answer of the worker."""


@dataclass(frozen=True, slots=True)
class Limits(_worker.Limits):
    """What one document may cost; the worker's time is for a stretch of its pages."""

    memory: int = 272 * 1024 * 1024
    """Of it the libraries take 32, and a page scanned in colour at 600 dots an inch 190."""
    megabytes: int = 20
    """Of the document as it comes."""
    pages: int = 1_000
    """Pages, slides, chapters or sections: what is beyond is cut off."""
    characters: int = 2_000_000
    """Of all pages."""
    seconds: float = 60.0
    """For all stretches together, without what it takes to look at pictures."""
    pictures: int = 50
    """Pages without text that are looked at."""


Count = Annotated[int, msgspec.Meta(ge=0)]


class Sheet(NamedTuple):
    """A page as the worker tells of it; `number` counts from 0."""

    number: Count
    label: str
    text: str
    scanned: bool


class Stretch(msgspec.Struct, frozen=True):
    """Pages that follow each other, and where those begin that were not reached."""

    kind: str
    title: str
    pages: tuple[Sheet, ...]
    total: Count
    next: Count | None
    cut_short: bool


def create(environ: Mapping[str, str], cache: Path) -> "Local":
    """The provider; nothing is started yet."""
    return Local()


def probe(environ: Mapping[str, str], cache: Path) -> Probe:
    """Whether it would work; imports and starts nothing."""
    needs = tuple(name for name in LIBRARIES if find_spec(name) is None)
    detail = "reads PDF, Word, PowerPoint, Markdown, HTML, EPUB and plain text"
    return Probe(NAME, "documents", "off" if needs else "on", needs, detail)


class Local:
    """A Reader with one worker process, started by the first need of it."""

    name = NAME

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._worker = Worker("documents", lambda: (str(WORKER),), self._limits)

    async def read(
        self,
        document: bytes,
        *,
        name: str = "",
        look: Look | None = None,
        progress: Progress = silent,
    ) -> Reading:
        """As the port says."""
        limits = self._limits
        if not document:
            raise UserError("document-empty")
        if len(document) > limits.megabytes * 1_000_000:
            raise UserError("document-too-large", limit_mb=limits.megabytes)
        return await _Task(self._worker, limits, document, name, look, progress).run()

    async def close(self) -> None:
        """Ends the worker; safe to call twice, and a later `read` starts another."""
        await self._worker.close()


class _Task:
    """One document that is being read."""

    def __init__(
        self, worker: Worker, limits: Limits, document: bytes, name: str, look: Look | None,
        progress: Progress,
    ) -> None:  # fmt: skip
        self._worker = worker
        self._limits = limits
        self._document = document
        self._name = name
        self._look = look
        self._progress = progress
        self._pages: list[Page] = []
        self._labels: dict[str, int] = {}
        self._characters = 0
        self._scanned = self._looked = 0
        self._read = self._cut_short = False
        self._refusal: VivaError | None = None

    async def run(self) -> Reading:
        """Stretch after stretch, until there are no more or it is enough."""
        until = time.monotonic() + self._limits.seconds
        stretch = await self._stretch(0)
        await self._take(stretch)
        while stretch.next is not None and not self._cut_short:
            if stretch.next >= self._limits.pages or time.monotonic() > until:
                self._cut_short = True
                break
            try:
                following = await self._stretch(stretch.next)
            except UserError:  # so far it was read
                self._cut_short = True
                break
            spent = time.monotonic()
            await self._take(following)
            until += time.monotonic() - spent  # looking at pictures has its own limits
            stretch = following
        if not self._read:
            raise self._nothing()
        return Reading(
            stretch.kind, stretch.title, tuple(self._pages), stretch.total, self._scanned,
            self._cut_short,
        )  # fmt: skip

    def _nothing(self) -> VivaError:
        if self._scanned and self._look is None:
            return UserError("document-scanned")
        return self._refusal or UserError("document-empty")

    async def _stretch(self, first: int) -> Stretch:
        """Pages from `first`; raises UserError where there is nothing to be had."""
        body = await self._ask(b"t", first)
        try:
            stretch = msgspec.json.decode(body, type=Stretch)
        except msgspec.DecodeError as error:
            raise UserError("document-unreadable") from error
        if stretch.next is not None and stretch.next <= first:
            raise UserError("document-unreadable")
        return stretch

    async def _ask(self, wanted: bytes, page: int) -> bytes:
        suffix = PurePosixPath(self._name).suffix.encode(errors="replace")[:16]
        left = max(0, self._limits.characters - self._characters)
        job = struct.pack("!cIIB", wanted, page, left, len(suffix)) + suffix + self._document
        try:
            verdict, body = await self._worker.work(job, MOST_ANSWERED)
        except Broken as error:
            raise UserError("document-unreadable") from error
        match verdict:
            case b"o":
                return body
            case b"e":
                raise UserError("document-encrypted")
            case b"l":
                raise UserError("document-too-large", limit_mb=self._limits.megabytes)
            case b"k":
                raise UserError("document-unknown-kind", name=self._name or "?")
            case _:
                raise UserError("document-unreadable")

    async def _take(self, stretch: Stretch) -> None:
        """Keeps its pages; those that are pictures are looked at."""
        for sheet in stretch.pages:
            if sheet.number >= self._limits.pages:
                self._cut_short = True
                break
            self._progress("reading", min(1.0, sheet.number / max(1, stretch.total)))
            text = sheet.text
            if sheet.scanned:
                self._scanned += 1
                seen = await self._see(sheet.number)
                self._read = self._read or bool(seen)
                text = seen or text
            else:
                self._read = True
            if text:
                label = told_apart(sheet.label or str(sheet.number + 1), self._labels)
                self._pages.append(Page(label, text))
                self._characters += len(text)
        self._cut_short = self._cut_short or stretch.cut_short
        done = stretch.total if stretch.next is None else stretch.next
        self._progress("reading", min(1.0, done / max(1, stretch.total)))

    async def _see(self, number: int) -> str:
        """What stands in the picture of a page; empty where nobody can tell."""
        if self._look is None:
            return ""
        if self._looked >= self._limits.pictures:
            self._cut_short = True
            return ""
        self._looked += 1
        try:
            sight = await self._look([await self._ask(b"p", number)])
        except VivaError as error:  # one page of many: what the others say is worth telling
            log.warning("page %d of a document was not read: %s", number + 1, whereabouts(error))
            self._refusal = error
            return ""
        return sight.text.strip()
