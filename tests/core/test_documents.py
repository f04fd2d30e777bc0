"""Reading documents as people's programs write them: the words, in their order, and where."""

import io
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from core.errors import UserError
from core.integrations.documents.local import Limits, Local
from core.ports.reader import Reading
from core.ports.vision import Sight
from tests.documents import archive, docx, epub, form, garbled_pdf, letter, pdf, pptx, with_part
from tests.pictures import ENGLISH, saved, written

pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed")

JAPANESE = "HeiseiMin-W3"
"""A font that every reader knows without having it, Cyrillic letters included."""


@pytest_asyncio.fixture
async def reader() -> AsyncIterator[Local]:
    made = Local()
    yield made
    await made.close()


def pages(reading: Reading) -> list[tuple[str, str]]:
    return [(page.label, page.text) for page in reading.pages]


async def refused(reader: Local, document: bytes, name: str = "") -> str:
    with pytest.raises(UserError) as caught:
        await reader.read(document, name=name)
    return caught.value.text_id


async def test_a_pdf_by_its_pages(reader) -> None:
    reading = await reader.read(
        pdf("Die Übung\nfür morgen", "", "größer", title="Über Bücher", labels=("i", "", "A-"))
    )
    assert pages(reading) == [("i", "Die Übung\nfür morgen"), ("A-", "größer")]
    assert (reading.kind, reading.title) == ("pdf", "Über Bücher")
    assert (reading.total, reading.scanned, reading.cut_short) == (3, 0, False)


async def test_a_pdf_in_russian(reader) -> None:
    reading = await reader.read(pdf("Привет, ёжик", title="Книга", font=JAPANESE))
    assert (reading.title, pages(reading)) == ("Книга", [("1", "Привет, ёжик")])


async def test_words_that_a_line_parts_are_joined(reader) -> None:
    text = "photosyn-\nthesis, Goethe-\nInstitut and Nord-\nund Ostsee - and so on, re-read"
    reading = await reader.read(pdf(text))
    joined = "photosynthesis, Goethe-Institut and Nord-\nund Ostsee - and so on, re-read"
    assert reading.pages[0].text == joined


async def test_pages_of_one_name_are_told_apart(reader) -> None:
    reading = await reader.read(pdf("one", "two", labels=("i", "i")))
    assert pages(reading) == [("i", "one"), ("i (2)", "two")]


async def test_a_scan_is_looked_at_page_by_page(reader) -> None:
    scan = saved(written("a scan"))
    shown: list[bytes] = []
    told: list[tuple[str, float | None]] = []

    async def look(pictures):
        shown.extend(pictures)
        return Sight("words seen\n")

    document = pdf("first", scan, "", "last")
    reading = await reader.read(
        document, look=look, progress=lambda what, share: told.append((what, share))
    )
    assert pages(reading) == [("1", "first"), ("2", "words seen"), ("4", "last")]
    assert (reading.total, reading.scanned, reading.cut_short) == (4, 1, False)
    assert [one[:8] for one in shown] == [b"\x89PNG\r\n\x1a\n"]
    shares = [share for what, share in told if what == "reading" and share is not None]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
    reading = await reader.read(document)
    assert (pages(reading), reading.scanned) == ([("1", "first"), ("4", "last")], 1)


async def test_a_scan_that_nobody_can_read(reader) -> None:
    document = pdf(saved(written("a scan")))
    assert await refused(reader, document) == "document-scanned"

    async def unable(pictures):
        raise UserError("image-no-russian")

    with pytest.raises(UserError, match="image-no-russian"):
        await reader.read(document, look=unable)

    async def nothing(pictures):
        return Sight("")

    with pytest.raises(UserError, match="document-empty"):
        await reader.read(document, look=nothing)
    reading = await reader.read(pdf("words", saved(written("a scan"))), look=unable)
    assert (pages(reading), reading.scanned) == ([("1", "words")], 1)


async def test_a_text_that_no_program_can_read_is_looked_at(reader) -> None:
    async def look(pictures):
        return Sight("words seen")

    document = garbled_pdf("words that stand there for people")
    reading = await reader.read(document, look=look)
    assert (pages(reading), reading.scanned) == ([("1", "words seen")], 1)
    assert await refused(reader, document) == "document-scanned"


async def test_what_somebody_filled_in_is_read(reader) -> None:
    reading = await reader.read(form("Name:", "Anna wrote this"))
    assert pages(reading) == [("1", "Name:\nAnna wrote this")]


async def test_only_so_many_scans_are_looked_at() -> None:
    async def look(pictures):
        return Sight("seen")

    reader = Local(Limits(pictures=2))
    reading = await reader.read(pdf(*[saved(written("a scan"))] * 3), look=look)
    assert (len(reading.pages), reading.scanned, reading.cut_short) == (2, 3, True)
    await reader.close()


async def test_a_scan_through_the_real_eyes(reader) -> None:
    pytest.importorskip("rapidocr_onnxruntime", reason="rapidocr-onnxruntime is not installed")
    from core.integrations.vision.rapidocr import RapidOcr

    vision = RapidOcr()

    async def look(pictures):
        return await vision.see(pictures, language="en")

    scan = saved(written(ENGLISH, "second line", size=28, width=900))
    reading = await reader.read(pdf(scan, title="Homework"), look=look)
    assert pages(reading) == [("1", f"{ENGLISH}\nsecond line")]
    await vision.close()


async def test_a_word_document_by_its_headings(reader) -> None:
    import docx as word

    made = word.Document()
    made.add_heading("Das Buch", 0)
    made.add_paragraph("Ein Vorwort für alle")
    made.add_heading("Глава первая", 1)
    made.add_heading("Start", 2)
    words = made.add_paragraph("said\tand ")
    words.add_run("not to be seen").font.hidden = True
    words.add_run("done")
    made.add_paragraph("apples", style="List Bullet")
    made.add_paragraph("pears", style="List Number")
    table = made.add_table(2, 2)
    for cell, text in zip((one for row in table.rows for one in row.cells), "abcd", strict=True):
        cell.text = text
    made.add_heading("Start", 1)
    made.add_paragraph("once more")
    reading = await reader.read(docx(made))
    assert pages(reading) == [
        ("Das Buch", "Das Buch\n\nEin Vorwort für alle"),
        ("Start", "Глава первая\n\nStart\n\nsaid\tand done\n\n- apples\n- pears\na | b\nc | d"),
        ("Start (2)", "Start\n\nonce more"),
    ]
    assert (reading.kind, reading.title, reading.total) == ("docx", "Das Buch", 3)
    assert (await reader.read(docx(made, title="Other"))).title == "Other"


async def test_what_a_simple_library_leaves_out_of_word(reader) -> None:
    """Insertions, forms, text boxes and notes are there; deletions are not."""
    body = (
        "<d><p><ins><r><t>put in</t></r></ins><del><r><delText>taken out</delText></r></del></p>"
        "<sdt><sdtContent><p><r><t>in a form</t></r></p></sdtContent></sdt>"
        "<p><r><AlternateContent><Choice><txbxContent><p><r><t>in a box</t></r></p></txbxContent>"
        "</Choice><Fallback><p><r><t>in a box</t></r></p></Fallback></AlternateContent></r></p>"
        '<p><r><t>noted</t></r><r><footnoteReference id="2"/></r></p></d>'
    )
    notes = (
        '<f><footnote id="1"><p/></footnote><footnote id="2"><p><r><t>so</t></r></p></footnote></f>'
    )
    relation = '<R><Relationship Id="n" Type="u/footnotes" Target="footnotes.xml"/></R>'
    document = with_part(docx(letter()), "word/document.xml", body.encode())
    document = with_part(document, "word/footnotes.xml", notes.encode())
    document = with_part(document, "word/_rels/document.xml.rels", relation.encode())
    reading = await reader.read(document)
    assert pages(reading) == [("1", "put in\n\nin a form\n\nin a box\n\nnoted [so]")]


async def test_slides_with_their_notes(reader) -> None:
    reading = await reader.read(pptx(("Титул", "eins\nzwei", "say hello"), ("", "drei", "")))
    assert pages(reading) == [("1", "Титул\neins\nzwei\n\nsay hello"), ("2", "drei")]
    assert (reading.kind, reading.title, reading.total) == ("pptx", "Титул", 2)


async def test_a_slide_that_is_a_picture(reader) -> None:
    import pptx as powerpoint

    picture = saved(written("a slide"))
    made = powerpoint.Presentation()
    slide = made.slides.add_slide(made.slide_layouts[6])
    slide.shapes.add_picture(io.BytesIO(picture), 0, 0)
    out = io.BytesIO()
    made.save(out)
    shown: list[bytes] = []

    async def look(pictures):
        shown.extend(pictures)
        return Sight("seen")

    reading = await reader.read(out.getvalue(), look=look)
    assert (pages(reading), reading.scanned, shown) == ([("1", "seen")], 1, [picture])


async def test_an_e_book_by_its_chapters(reader) -> None:
    reading = await reader.read(
        epub("<h1>Chapter &eacute;</h1><p>one</p><p>zwei</p>", "<p>без имени</p>", title="Bücher")
    )
    assert pages(reading) == [("Chapter é", "Chapter é\n\none\n\nzwei"), ("2", "без имени")]
    assert (reading.kind, reading.title) == ("epub", "Bücher")


PAGE = """<!doctype html><html><head><title>Tea &amp; more</title><style>p {}</style>
<script>document.write("<p>scripted</p>")</script><body>
<h1>Tea</h1> <p>one <b>two</b>
three<p hidden>hidden<p>shown<div style="DISPLAY : none"><div>deep</div> hidden</div>
<img src="http://example.invalid/a.png"><iframe src="file:///etc/passwd">frame</iframe>
<table><tr><th>a<th>b<tr><td><p>c</p></td><td></td></tr></table>
<ul><li>first<li><p>second</p></ul>
<h2><span>Sub</span></h2>line<br>break<pre>  as
    it is</pre><template>hidden</template><svg><text>drawn</text></svg>"""


async def test_html_as_it_is_shown(reader) -> None:
    reading = await reader.read(PAGE.encode())
    assert pages(reading) == [
        ("Tea", "Tea\n\none two three\n\nshown\n\na | b\nc\n- first\n- second"),
        ("Sub", "Sub\n\nline\nbreak\n\n  as\n    it is"),
    ]
    assert (reading.kind, reading.title) == ("html", "Tea & more")
    russian = "<html><meta charset=windows-1251><p>Привет".encode("cp1251")
    assert pages(await reader.read(russian)) == [("1", "Привет")]


async def test_markdown_by_its_headings(reader) -> None:
    text = "---\ntitle: Front\n---\n# One #\n\nwords\n\nSub\n---\n\n```\n# code\n```\n<!-- no -->\n"
    reading = await reader.read(f"{text}## Zwei\n- ä\n- ö\n".encode(), name="a.md")
    assert pages(reading) == [
        ("One", "One\n\nwords"),
        ("Sub", "Sub\n\n```\n# code\n```"),
        ("Zwei", "Zwei\n\n- ä\n- ö"),
    ]
    assert (reading.kind, reading.title) == ("markdown", "Front")
    picture = "# One\n\n![a](data:image/png;base64," + "iVBO" * 99 + ")\nwords"
    assert pages(await reader.read(picture.encode(), name="a.md"))[0][1].endswith("![a]()\nwords")
    assert (await reader.read(b"# One\n\nwords\n\n## Two\n\nmore\n")).kind == "markdown"
    assert (await reader.read(b"# only a comment\nimport this\n", name="a.py")).kind == "text"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Привет, мир! Это старый файл.", "cp1251"),
        ("Привет, мир! Это старый файл.", "koi8-r"),
        ("Die Übung hört früh auf, größer.", "cp1252"),
        ("mañana el capítulo", "utf-8-sig"),
        ("Привет и ёж", "utf-16"),
        ("naïve café 日本 😀", "utf-8"),
    ],
)
async def test_text_in_whatever_it_was_written(reader, text, encoding) -> None:
    reading = await reader.read(text.encode(encoding), name="a.txt")
    assert (reading.kind, pages(reading)) == ("text", [("1", text)])


async def test_text_is_cleaned(reader) -> None:
    text = "ﬁne\u00ad\u200bly\u202e said\u00a0so\r\nu\u0308ber  \r\n\r\n\r\n\r\nend\x0c\ufeff"
    assert (await reader.read(text.encode())).pages[0].text == "finely said so\nüber\n\nend"


async def test_long_text_comes_in_pieces(reader) -> None:
    text = "\n\n".join(f"Paragraph {number}. " + "words " * 100 for number in range(20))
    reading = await reader.read(text.encode())
    assert [page.label for page in reading.pages] == ["1", "2", "3", "4"]
    assert all(len(page.text) < 4_100 for page in reading.pages)
    assert " ".join(" ".join(page.text for page in reading.pages).split()) == " ".join(text.split())
    endless = await reader.read(b"word " * 10_000)
    assert "".join(page.text + " " for page in endless.pages) == "word " * 10_000


@pytest.mark.parametrize(
    "document",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(100),
        b"{\\rtf1\\ansi Hello}",
        bytes(range(256)),
        archive({"a.txt": b"words"}),
        archive(
            {"_rels/.rels": b'<R><Relationship Type="u/officeDocument" Target="xl/a.xml"/></R>'}
        ),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
    ],
)
async def test_what_we_do_not_read_is_told_by_its_name(reader, document) -> None:
    with pytest.raises(UserError) as caught:
        await reader.read(document, name="homework.doc")
    assert caught.value.text_id == "document-unknown-kind"
    assert caught.value.values == {"name": "homework.doc"}


async def test_what_is_locked_is_told(reader) -> None:
    assert await refused(reader, pdf("words", password="secret")) == "document-encrypted"
    office = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    assert await refused(reader, office, "a.docx") == "document-encrypted"
    sold = {"META-INF/encryption.xml": b'<e><EncryptionMethod Algorithm="aes"/></e>'}
    assert await refused(reader, epub("x", more=sold)) == "document-encrypted"
    locked = bytearray(docx(letter()))
    for at, mark in ((6, b"PK\x03\x04"), (8, b"PK\x01\x02")):
        start = -1
        while (start := locked.find(mark, start + 1)) >= 0:
            locked[start + at] |= 1
    assert await refused(reader, bytes(locked)) == "document-encrypted"


async def test_what_holds_nothing_is_told(reader) -> None:
    for document in (b"", b" \n\n ", pdf("", ""), docx(), pptx(), b"<html><script>x</script>"):
        assert await refused(reader, document) == "document-empty"


async def test_what_is_damaged_is_told(reader) -> None:
    whole = docx(letter())
    entities = b'<!DOCTYPE d [<!ENTITY a "b">]><d><p><r><t>&a;</t></r></p></d>'
    for document in (
        b"%PDF-1.7\nnothing",
        whole[: len(whole) // 2],
        with_part(whole, "word/document.xml", b"<d><p>"),
        with_part(whole, "word/document.xml", entities),
    ):
        assert await refused(reader, document) == "document-unreadable"


async def test_too_large_is_refused_unread(reader) -> None:
    with pytest.raises(UserError) as caught:
        await reader.read(bytes(20_000_001))
    assert caught.value.text_id == "document-too-large"
    assert caught.value.values == {"limit_mb": 20}


async def test_long_ones_are_cut_and_it_is_told() -> None:
    reader = Local(Limits(pages=3, characters=20))
    reading = await reader.read(pdf(*"abcde"))
    assert (pages(reading)[-1], reading.total, reading.cut_short) == (("3", "c"), 5, True)
    for document in (pdf("0123456789ab" * 3, "never read"), b"0123456789ab" * 3):
        reading = await reader.read(document)
        assert (sum(len(page.text) for page in reading.pages), reading.cut_short) == (20, True)
    reading = await reader.read(pdf(*"abc"))
    assert (len(reading.pages), reading.cut_short) == (3, False)
    await reader.close()


async def test_a_text_about_pdf_is_a_text(reader) -> None:
    reading = await reader.read(b"Every PDF begins with %PDF- and a number.")
    assert reading.kind == "text"
