"""Documents to pages of text: what a documents worker does, run by `_confined.py`.

A job is one byte of what is wanted (`t`ext or a `p`icture), the number of the page it begins with
(4 bytes), the length of the ending of the file's name (1 byte), that ending, and the document. The
readers stand beside this script and are run by their paths: it imports nothing of ours.
"""

import io
import json
import runpy
import struct
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple


def _beside(name: str) -> dict[str, Any]:
    return runpy.run_path(str(Path(__file__).with_name(f"_documents_{name}.py")))


TEXT, PACKAGE, PLAIN, HTML, DOCX, PPTX, EPUB, PDF = map(
    _beside, ("text", "package", "plain", "html", "docx", "pptx", "epub", "pdf")
)
clean = TEXT["clean"]

SECONDS = 3.0
"""For a stretch of the pages of a PDF: then what was read is told, and the rest asked for anew."""
MOST_MARKUP = 8_000_000
"""Bytes of a text or of an HTML page that are looked at."""
HEAD = 2048
LOCKED = "EncryptedPackage".encode("utf-16-le")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The file system in a file of old Office, and of new Office behind a password."""
PROGRAMS = (b"{\\rtf", b"%!PS")
"""They look like text and are none that people read."""
MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")
WEB = (".html", ".htm", ".xhtml")
Block = tuple[int, str]
Page = tuple[int, str, str, bool]
"""Its number from 0, what it is called, what is written there, and whether it is a picture."""


class Found(NamedTuple):
    """A document that was opened."""

    kind: str
    title: str
    total: int
    pages: Iterable[Page]


class Unknown(Exception):
    """Of no kind that we read."""


def answer(job: bytes) -> tuple[bytes, bytes]:
    """`o`k with pages as JSON, or with a picture; `e`ncrypted, too `l`arge, or of no `k`ind."""
    wanted, first, most, length = struct.unpack_from("!cIIB", job)
    suffix, document = job[10 : 10 + length].decode(errors="replace"), job[10 + length :]
    try:
        if wanted == b"p":
            return b"o", _picture(document, first)
        return b"o", json.dumps(_read(document, suffix, first, most)).encode()
    except (PDF["Encrypted"], PACKAGE["Encrypted"], EPUB["Encrypted"]):
        return b"e", b""
    except PACKAGE["TooLarge"]:
        return b"l", b""
    except Unknown:
        return b"k", b""


def _read(document: bytes, suffix: str, first: int, most: int) -> dict[str, Any]:
    """Pages from `first`, up to just over `most` characters."""
    cut_short = False
    if _is_pdf(document):
        pdf = PDF["Pdf"](document)
        found = Found("pdf", pdf.title, pdf.total, pdf.sheets(first, SECONDS))
    elif document.startswith(b"PK"):
        found = _read_package(PACKAGE["Package"](document))
    else:
        found = _read_text(document[:MOST_MARKUP], suffix)
        cut_short = len(document) > MOST_MARKUP
    taken, size, number = [], 0, first - 1
    for number, label, words, scanned in found.pages:
        text = clean(words, wrapped=found.kind in {"pdf", "text"})
        if text or scanned:
            taken.append((number, _line(label), text[: most - size], scanned))
            size += len(text)
        if size > most:
            cut_short = True
            break
    rest = number + 1 if number + 1 < found.total and not cut_short else None
    return {
        "kind": found.kind, "title": _line(found.title), "pages": taken, "total": found.total,
        "next": rest, "cut_short": cut_short,
    }  # fmt: skip


def _is_pdf(document: bytes) -> bool:
    """Its mark may come late, as may the name of it in a text."""
    return b"%PDF-" in document[:1024] and (document[:1] == b"%" or b"endobj" in document)


def _line(text: str) -> str:
    return " ".join(clean(text[:1000]).split())[:200]


def _read_package(package: Any) -> Found:
    if "META-INF/container.xml" in package.names:
        title, chapters = EPUB["read"](package)
        return Found("epub", title, len(chapters), _chapters(package, chapters))
    main = _main(package)
    if main.startswith("word/"):
        return _sections("docx", *DOCX["read"](package, main))
    if main.startswith("ppt/"):
        title, slides = PPTX["read"](package, main)
        pages = [
            (number, "", one.text, not one.text and one.picture is not None)
            for number, one in enumerate(slides)
        ]
        return Found("pptx", title, len(slides), pages)
    raise Unknown


def _main(package: Any) -> str:
    parts = (part for _, kind, part in package.relations("") if kind == "officeDocument")
    return next(parts, "")


def _chapters(package: Any, chapters: list[str]) -> Iterator[Page]:
    """One after the other as they are asked for: few books are wanted whole."""
    for number, name in enumerate(chapters):
        _, blocks = _read_html(package.part(name) if name else b"")
        heading = next((text for level, text in blocks if level > 0), "")
        yield number, heading, TEXT["joined"](blocks), False


def _sections(kind: str, title: str, blocks: list[Block]) -> Found:
    pages = [
        (number, label, text, False)
        for number, (label, text) in enumerate(TEXT["sections"](blocks))
    ]
    return Found(kind, title, len(pages), pages)


def _read_html(page: bytes) -> tuple[str, list[Block]]:
    title, blocks = HTML["read"](PLAIN["decode"](page, declaring=True))
    return title, blocks


def _read_text(document: bytes, suffix: str) -> Found:
    if document.startswith(OLE) and LOCKED in document:
        raise PACKAGE["Encrypted"]
    if document.startswith(PROGRAMS) or not PLAIN["is_text"](document):
        raise Unknown
    head = document[:HEAD].replace(b"\0", b"").lower()
    if b"<!doctype html" in head or b"<html" in head or suffix in WEB:
        return _sections("html", *_read_html(document))
    text = PLAIN["decode"](document).replace("\r\n", "\n")
    if suffix in MARKDOWN or PLAIN["is_markdown"](text):
        return _sections("markdown", *PLAIN["read_markdown"](text))
    return _sections("text", "", PLAIN["read_text"](text))


def _picture(document: bytes, number: int) -> bytes:
    """A page of a PDF as it looks, or the picture that a slide is."""
    if _is_pdf(document):
        return bytes(PDF["Pdf"](document).picture(number))
    package = PACKAGE["Package"](document)
    _, slides = PPTX["read"](package, _main(package))
    return bytes(package.part(slides[number].picture))


def rehearse() -> None:
    """Makes the libraries load what they put off: confined, they could not open those files."""
    for encoding in PLAIN["ENCODINGS"]:
        "мир".encode().decode(encoding, "replace")
    for document in (_pdf(), _docx(), "# Über\n\n# мир\n".encode(), b"<html><p>&Uuml;</html>"):
        made = _read(document, "", 0, 100)
        json.dumps(made).encode()
    _picture(_pdf(), 0)


def _pdf() -> bytes:
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 90 90]/Contents 4 0 R/Resources"
        b"<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"
        b"4 0 obj<</Length 33>>stream\nBT /F 9 Tf 9 9 Td (words) Tj ET   \nendstream endobj\n"
        b"trailer<</Root 1 0 R>>\n"
    )


def _docx() -> bytes:
    out = io.BytesIO()
    relation = '<R xmlns="u"><Relationship Id="1" Type="u/officeDocument" Target="word/a.xml"/></R>'
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("_rels/.rels", relation)
        made.writestr("word/a.xml", "<d><p><r><t>words</t></r></p></d>")
    return out.getvalue()
