"""PDF to the text of its pages, a stretch at a time; a page without any to its picture."""

import struct
import time
import unicodedata
import zlib
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, NamedTuple

import pypdfium2
from pypdfium2 import raw

DOTS = 200
"""An inch, of the picture of a page."""
LONGEST = 2000
"""Pixels of its longest side."""
FEW = 40
"""Characters under which a page that a picture covers is a scan: a stamp, a page number."""
COVERED = 0.5
GARBLED = 0.3
"""Share of signs that mean something to its font alone, from which a text is none."""
OWN = {"Co", "Cn"}
"""Unicode's categories of such."""
DRAWN = 20
"""Lines and curves from which a page without text is a picture too: letters may be drawn."""
OBJECTS = 2_000
"""Of a page, that are looked at."""
SHOWN = (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING)


class Encrypted(Exception):
    """It opens with a password."""


class Sheet(NamedTuple):
    """A page: its number, from 0, what it is called, what is written there, or `scanned`."""

    number: int
    label: str
    text: str
    scanned: bool


class Pdf:
    """A document in memory; raises what the library raises where it is damaged."""

    def __init__(self, document: bytes) -> None:
        try:
            self._pdf = pypdfium2.PdfDocument(document)
        except pypdfium2.PdfiumError as error:
            if error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}:
                raise Encrypted from error
            raise
        self._filled_in = False
        with suppress(pypdfium2.PdfiumError):  # a damaged form is no reason to refuse the rest
            self._filled_in = self._pdf.init_forms()
        self.total = len(self._pdf)
        if not self.total:
            raise ValueError("no pages")

    @property
    def title(self) -> str:
        """As it calls itself; what a printer driver writes there is a file's name."""
        title = str(self._pdf.get_metadata_value("Title")).strip()
        return "" if title.lower().startswith(("microsoft word -", "untitled")) else title

    def sheets(self, first: int, seconds: float) -> Iterator[Sheet]:
        """Pages from `first`, as many as can be read in that time; at least one. Those that are
        damaged come without text."""
        until = time.monotonic() + seconds
        for number in range(first, self.total):
            sheet = Sheet(number, "", "", scanned=False)
            with suppress(Exception):
                sheet = self._sheet(number)
            yield sheet
            if time.monotonic() > until:
                return

    def _sheet(self, number: int) -> Sheet:
        page = self._page(number)
        try:
            words = page.get_textpage()
            text = words.get_text_bounded()  # nothing from beside the page
            words.close()
            letters = sum(map(str.isalnum, text))
            scanned = letters < FEW and _is_picture(page, letters)
            scanned = scanned or (letters < len(text) / 2 and _is_garbled(text))
            return Sheet(number, self._pdf.get_page_label(number).strip(), text, scanned)
        finally:
            page.close()

    def _page(self, number: int) -> Any:
        """A page; what somebody filled in becomes a part of it."""
        page = self._pdf[number]
        if self._filled_in:
            with suppress(pypdfium2.PdfiumError):
                page.flatten()
            page.close()
            page = self._pdf[number]
        return page

    def picture(self, number: int) -> bytes:
        """A page as a PNG in grey."""
        page = self._page(number)
        longest = max(1.0, *page.get_size())
        bitmap = page.render(
            scale=min(DOTS / 72, LONGEST / longest), grayscale=True, may_draw_forms=False
        )
        return _png(bitmap)


def _is_garbled(text: str) -> bool:
    """Whether the words are there for the eyes only."""
    own = sum(sign == "\ufffd" or unicodedata.category(sign) in OWN for sign in text)
    return own > GARBLED * len(text)


def _is_picture(page: Any, letters: int) -> bool:
    """Whether a page of few letters, or none, shows something else."""
    width, height = page.get_size()
    drawn = 0
    for number, shown in enumerate(page.get_objects(filter=SHOWN, max_depth=3)):
        if number > OBJECTS:
            break
        if shown.type == raw.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = shown.get_bounds()
            if not letters or (right - left) * (top - bottom) > COVERED * width * height:
                return True
        drawn += 1
    return not letters and drawn >= DRAWN


def _png(bitmap: Any) -> bytes:
    """A bitmap of one byte a pixel as a file."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checksum = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)

    width, height, stride = bitmap.width, bitmap.height, bitmap.stride
    pixels = memoryview(bitmap.buffer)
    packer = zlib.compressobj(1)
    rows = bytearray()
    for row in range(height):
        rows += packer.compress(b"\0" + pixels[row * stride : row * stride + width])
    rows += packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    made = (chunk(b"IHDR", head), chunk(b"IDAT", bytes(rows)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(made)
