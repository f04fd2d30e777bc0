"""Documents for tests, as the programs that people use would write them."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any


def pdf(
    *pages: str | bytes,
    title: str = "",
    labels: Sequence[str] = (),
    password: str = "",
    font: str = "Helvetica",
) -> bytes:
    """Lines of text a page, or a picture that fills one."""
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    if font != "Helvetica":
        pdfmetrics.registerFont(UnicodeCIDFont(font))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), encrypt=password or None)
    canvas.setTitle(title)
    for number, page in enumerate(pages):
        if number < len(labels):
            canvas.addPageLabel(number, start=1, prefix=labels[number])
        if isinstance(page, bytes):
            picture = ImageReader(io.BytesIO(page))
            canvas.drawImage(picture, 0, 0, 595, 842, preserveAspectRatio=True, anchor="n")
        else:
            written = canvas.beginText(50, 780)
            written.setFont(font, 11)
            written.textLines(page, trim=False)
            canvas.drawText(written)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def form(question: str, answer: str) -> bytes:
    """A page with a field that somebody filled in."""
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.drawString(50, 700, question)
    canvas.acroForm.textfield(name="a", value=answer, x=200, y=690, width=200, height=20)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def garbled_pdf(text: str) -> bytes:
    """A page whose font keeps to itself which letters its signs are."""
    own = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def "
        b"1 begincodespacerange <00> <ff> endcodespacerange "
        b"1 beginbfrange <20> <7e> <E020> endbfrange endcmap end end"
    )
    return raw_pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F"
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 5 0 R>>>>>>>>",
        stream(b"BT /F 20 Tf 30 700 Td (%s) Tj ET" % text.encode()),
        stream(own),
    )


def raw_pdf(*objects: bytes) -> bytes:
    """Objects from number 1, the first of them the catalogue, without a table of them: every
    reader finds them, and some bombs no writer would write."""
    numbered = (b"%d 0 obj\n%s\nendobj\n" % one for one in enumerate(objects, 1))
    return b"%PDF-1.7\n" + b"".join(numbered) + b"trailer<</Root 1 0 R>>\n%%EOF\n"


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """An object of bytes."""
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(data), data)


def docx(made: Any = None, title: str = "") -> bytes:
    """A python-docx document; without one, an empty one."""
    import docx as word

    made = made or word.Document()
    made.core_properties.title = title
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def pptx(*slides: tuple[str, str, str], title: str = "") -> bytes:
    """Slides of title, text and notes."""
    import pptx as powerpoint

    made = powerpoint.Presentation()
    made.core_properties.title = title
    for heading, text, notes in slides:
        slide: Any = made.slides.add_slide(made.slide_layouts[1])
        slide.shapes.title.text = heading
        slide.placeholders[1].text = text
        if notes:
            slide.notes_slide.notes_text_frame.text = notes
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def epub(*chapters: str, title: str = "", more: Mapping[str, bytes] | None = None) -> bytes:
    """Chapters of XHTML, in a folder as most books have them."""
    items = "".join(
        f'<item id="c{n}" href="text/c%20{n}.xhtml" media-type="application/xhtml+xml"/>'
        for n in range(len(chapters))
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    plan = (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title>'
        f"</metadata><manifest>{items}<item id='nav' href='nav.xhtml' properties='nav' "
        f"media-type='application/xhtml+xml'/></manifest><spine>{spine}"
        "<itemref idref='nav'/></spine></package>"
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/>'
        "</rootfiles></container>"
    )
    head = (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html>'
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>'
    )
    parts = {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": container.encode(),
        "OEBPS/book.opf": plan.encode(),
        "OEBPS/nav.xhtml": f"{head}<nav>Contents</nav></body></html>".encode(),
        **{
            f"OEBPS/text/c {n}.xhtml": f"{head}{text}</body></html>".encode()
            for n, text in enumerate(chapters)
        },
        **(more or {}),
    }
    return archive(parts)


def archive(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return out.getvalue()


def with_part(package: bytes, name: str, data: bytes) -> bytes:
    """A package with one part put in or exchanged."""
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        parts = {one: opened.read(one) for one in opened.namelist()}
    return archive({**parts, name: data})


def names(package: bytes) -> list[str]:
    """Those of its parts that are XML."""
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return [one for one in opened.namelist() if one.endswith(("ml", ".rels", ".opf"))]


def part(package: bytes, name: str) -> bytes:
    """One part of a package."""
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return opened.read(name)


def letter() -> Any:
    """A python-docx document of a heading, words and a table."""
    import docx as word

    made = word.Document()
    made.add_heading("One", 1)
    made.add_paragraph("two three")
    made.add_table(2, 2).cell(0, 0).text = "four"
    return made
