"""Media that harm whoever opens them carelessly, good ones to make mutants of, and who opens."""

import asyncio
import random
import struct
import time
import zipfile
import zlib
from collections import Counter
from contextlib import aclosing
from functools import cache
from pathlib import Path
from typing import NamedTuple

from core.errors import UserError
from core.integrations._decode import Decoder
from core.integrations._images import Opener
from core.integrations.documents.local import Local
from core.ports.vision import Sight
from tests import documents, pictures, recordings
from tests.speech import wav

MEGABYTE = 1_000_000


class Medium(NamedTuple):
    """What a file is taken for, and its bytes."""

    kind: str
    """recording, image or document."""
    data: bytes


@cache
def good() -> dict[str, Medium]:
    """One small file of every kind that we read."""
    image = pictures.written("hello there", size=18)
    picture = pictures.saved(image)
    made = {kind: Medium("recording", recordings.recording(kind)) for kind in ("ogg", "mp3", "wav")}
    for kind in ("JPEG", "PNG", "WEBP", "GIF"):
        made[kind.lower()] = Medium("image", pictures.saved(image, kind))
    made["pdf"] = Medium("document", documents.pdf("words on a page", picture, title="A book"))
    made["docx"] = Medium("document", documents.docx(documents.letter()))
    made["pptx"] = Medium("document", documents.pptx(("One", "two", "three")))
    made["epub"] = Medium("document", documents.epub("<h1>One</h1><p>two</p>", title="A book"))
    page = "<html><body><h1>One</h1><p>two <b>three</b></p><ul><li>four</ul></body></html>"
    made["html"] = Medium("document", page.encode())
    return made


def mutant(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Bytes changed, a piece cut out, doubled, emptied or taken from another file, or the end
    torn off."""
    changed = bytearray(data or b"\0")
    for _ in range(chance.choice((0, 1, 5, 50))):
        at = chance.randrange(len(changed))
        changed[at] = chance.choice((0, 0x7F, 0x80, 0xFF, changed[at] ^ 1 << chance.randrange(8)))
    start, end = sorted(chance.randrange(len(changed)) for _ in range(2))
    match chance.randrange(7):
        case 0:
            del changed[start:end]
        case 1:
            changed[start:start] = changed[start:end]
        case 2:
            changed[start:end] = bytes(end - start)
        case 3:
            changed[start:end] = other[: end - start]
        case 4:
            del changed[start:]
        case 5:
            changed[start : start + 4] = struct.pack("<I", chance.choice((0, 2**31, 2**32 - 1)))
    return bytes(changed)


def changed(kind: str, chance: random.Random) -> Medium:
    """A mutant of the good file of that kind; of a package often only of a part inside, that it
    can still be opened."""
    medium = good()[kind]
    other = chance.choice(list(good().values())).data
    if kind in {"docx", "pptx", "epub"} and chance.random() < 0.6:
        name = chance.choice(documents.names(medium.data))
        part = documents.part(medium.data, name)
        return medium._replace(
            data=documents.with_part(medium.data, name, mutant(part, other, chance))
        )
    return medium._replace(data=mutant(medium.data, other, chance))


def bombs() -> dict[str, Medium]:
    """Made by hand: some unfold, some never end, some are not what they say."""
    made = {f"recording: {name}": Medium("recording", data) for name, data in _sounds().items()}
    made |= {f"image: {name}": Medium("image", data) for name, data in _images().items()}
    for group in (_archives(), _xml(), _pdfs(), _texts()):
        made |= {f"document: {name}": Medium("document", data) for name, data in group.items()}
    return made


def _sounds() -> dict[str, bytes]:
    forged = bytearray(wav(bytes(32_000)))
    struct.pack_into("<I", forged, 24, 4_000_000_000)
    endless = bytearray(wav(bytes(32_000)))
    struct.pack_into("<I", endless, 4, 0xFFFFFFFF)
    struct.pack_into("<I", endless, 40, 0xFFFFFFFF)
    return {
        "eight hours of silence": recordings.silent_opus(8.0),
        "a forged rate": bytes(forged),
        "a length without end": bytes(endless),
    }


def _images() -> dict[str, bytes]:
    head = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(10 * MEGABYTE), 9)
    chunks = b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in ((b"IHDR", head), (b"IDAT", pixels), (b"IEND", b""))
    )
    comment = b"k\0\0" + _zeros(100)
    small = pictures.png_bomb(8)
    at = small.index(b"IDAT") - 4
    ztxt = struct.pack(">I", len(comment)) + b"zTXt" + comment
    ztxt += struct.pack(">I", zlib.crc32(b"zTXt" + comment))
    gif = b"GIF89a" + struct.pack("<HH", 65_535, 65_535) + b"\xf0\0\0" + bytes(6)
    return {
        "a picture of 50,000 x 50,000": b"\x89PNG\r\n\x1a\n" + chunks,
        "a comment of 100 MB": small[:at] + ztxt + small[at:],
        "a moving picture of 65,535 x 65,535": gif + b",\0\0\0\0\xff\xff\xff\xff\0\2\2D\1\0;",
    }


def _archives() -> dict[str, bytes]:
    unfolding = b"<d>" + b"<p><r><t>" + b" " * (100 * MEGABYTE) + b"</t></r></p></d>"
    plain = documents.docx(documents.letter())
    one = documents.with_part(plain, "word/document.xml", unfolding)
    nested = documents.archive({f"{n}.zip": bytes(MEGABYTE) for n in range(16)})
    for _ in range(5):
        nested = documents.archive({f"{n}.zip": nested for n in range(16)}, zipfile.ZIP_STORED)
        nested = documents.archive({"all.zip": nested})
    many = documents.archive({f"word/{n}.xml": b"" for n in range(6_000)})
    chapter = "<p>" + "a" * (25 * MEGABYTE) + "</p>"
    return {
        "a Word part of 100 MB": one,
        "an e-book of 12 x 25 MB": _same_chapters(chapter, 12),
        "archives in archives": documents.with_part(plain, "word/embeddings/a.zip", nested),
        "an archive that holds itself": _in_itself(),
        "6,000 entries": many,
        "a forged size": _forged_size(plain),
        "LZMA": documents.archive({"word/document.xml": bytes(MEGABYTE)}, zipfile.ZIP_LZMA),
    }


def _same_chapters(chapter: str, times: int) -> bytes:
    """A book whose spine names one chapter many times."""
    book = documents.epub(chapter)
    plan = documents.part(book, "OEBPS/book.opf").decode()
    spine = plan.replace('<itemref idref="c0"/>', '<itemref idref="c0"/>' * times)
    return documents.with_part(book, "OEBPS/book.opf", spine.encode())


def _in_itself() -> bytes:
    """An entry that reaches over its own table to the end of the file."""
    made = documents.archive({"_rels/.rels": b"<r/>" * 99}, zipfile.ZIP_STORED)
    table = made.rindex(b"PK\x01\x02")
    size = struct.pack("<II", len(made) - 41, len(made) - 41)
    return made[: table + 20] + size + made[table + 28 :]


def _forged_size(package: bytes) -> bytes:
    """The table says a few bytes, the data hold more."""
    at = package.rindex(b"PK\x01\x02")
    return package[: at + 24] + struct.pack("<I", 0xFFFFFFF0) + package[at + 28 :]


def _xml() -> dict[str, bytes]:
    laughs = b'<!DOCTYPE l [<!ENTITY a0 "lol">' + b"".join(
        b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10)
    )
    outside = b'<!DOCTYPE l [<!ENTITY a9 SYSTEM "file:///etc/passwd">'
    word = documents.docx(documents.letter())
    book = documents.epub("<p>one</p>")
    deep = b"<d>" + b"<tbl><tr><tc>" * 300_000 + b"<p/></d>"
    svg = b"<html><body><p>words</p>" + laughs + b"]><svg><text>&a9;</text></svg></body></html>"

    def body(doctype: bytes) -> bytes:
        return doctype + b"]><d><p><r><t>&a9;</t></r></p></d>"

    return {
        "laughs in Word": documents.with_part(word, "word/document.xml", body(laughs)),
        "a file of ours in Word": documents.with_part(word, "word/document.xml", body(outside)),
        "laughs in the plan of an e-book": documents.with_part(
            book, "OEBPS/book.opf", body(laughs)
        ),
        "laughs in a drawing in HTML": svg,
        "tables in tables": documents.with_part(word, "word/document.xml", deep),
    }


def _pdfs() -> dict[str, bytes]:
    twice = zlib.compress(_zeros(1000), 9)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Contents 4 0 R>>"
    catalogue, kids = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    filters = b"/Filter[/FlateDecode/FlateDecode]"
    drawing = b"0 0 m 9 9 l S " * 700_000
    acting = (
        b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(while(true){})>>"
        b"/AA<</WC<</S/Launch/F(/bin/sh)>>>>/Names<</JavaScript<</Names[(a)<</S/JavaScript"
        b"/JS(this.exportDataObject({cName:1,nLaunch:2}))>>]>>>>>>"
    )
    words = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 90 90]/Contents 4 0 R/Resources<</Font<</F"
    words += b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>"
    text = documents.stream(b"BT /F 9 Tf 9 9 Td (words) Tj ET")
    return {
        "contents of a gigabyte": documents.raw_pdf(
            catalogue, kids, page % (90, 90), documents.stream(twice, filters)
        ),
        "objects in a gigabyte": documents.raw_pdf(
            b"<</Type/Catalog/Pages 9 0 R>>",
            documents.stream(twice, b"/Type/ObjStm/N 1000000/First 8000000" + filters),
        ),
        "a tree of pages that loops": documents.raw_pdf(
            catalogue, b"<</Type/Pages/Kids[2 0 R 2 0 R 2 0 R]/Count 2000000000>>"
        ),
        "a page of 14 million points": documents.raw_pdf(
            catalogue, kids, page % (14_000_000, 14_000_000), documents.stream(drawing)
        ),
        "scripts and programs": documents.raw_pdf(acting, kids, words, text),
        "a font that draws itself": documents.raw_pdf(
            catalogue,
            kids,
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 90 90]/Contents 4 0 R/Resources 5 0 R>>",
            documents.stream(b"/X Do " * 1000),
            b"<</XObject<</X 6 0 R>>>>",
            documents.stream(
                b"/X Do " * 1000, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources 5 0 R"
            ),
        ),
    }


def _zeros(megabytes: int) -> bytes:
    """So many, deflated: one block again and again, and their checksum."""
    packer = zlib.compressobj(9)
    head = packer.compress(bytes(MEGABYTE)) + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(bytes(MEGABYTE)) + packer.flush(zlib.Z_FULL_FLUSH)
    checksum = (megabytes * MEGABYTE % 65_521) << 16 | 1
    return head + block * (megabytes - 1) + b"\x03\x00" + struct.pack(">I", checksum)


def _texts() -> dict[str, bytes]:
    return {
        "HTML half a million deep": b"<html>" + b"<div>" * (MEGABYTE // 2) + b"words",
        "HTML of unclosed tags": b"<html>" + b"<a " * 300_000,
        "a word of 19 MB": b"# One\n\n" + b"a" * (19 * MEGABYTE),
        "a million headings": b"# a\n\n" * MEGABYTE,
        "a PDF that is a web page and an archive": b"<html>%PDF-1.4<script>" + documents.epub("x"),
        "hyphens and accents": ("a-\n" * 500_000 + "a" + "\u0301" * 500_000).encode(),
    }


class Workers:
    """The three processes that open what strangers send, and what it cost them."""

    def __init__(self) -> None:
        self.decoder, self.opener, self.reader = Decoder(), Opener(), Local()
        self.outcomes: Counter[str] = Counter()
        self.slowest = (0.0, "")
        """Seconds of the longest job, and whose it was."""
        self.largest = (0.0, "")
        """Megabytes over those of a process that has just started."""
        self._bases: dict[int, float] = {}

    async def offer(self, name: str, medium: Medium) -> str:
        """What became of it: `answered`, or the refusal."""
        worker = {
            "recording": self.decoder._worker,
            "image": self.opener._worker,
            "document": self.reader._worker,
        }[medium.kind]
        process = await worker.warm()
        base = self._bases.setdefault(process.pid, peak_megabytes(process.pid))
        work = asyncio.create_task(self._open(name, medium))
        while not work.done():
            await asyncio.wait({work}, timeout=0.02)
            self.largest = max(self.largest, (peak_megabytes(process.pid) - base, name))
        outcome = await work
        died = "" if process.returncode is None else ", its process ended"
        self.outcomes[f"{medium.kind}: {outcome}{died}"] += 1
        return outcome

    async def _open(self, name: str, medium: Medium) -> str:
        began = time.monotonic()

        def done() -> None:
            nonlocal began
            self.slowest = max(self.slowest, (time.monotonic() - began, name))
            began = time.monotonic()

        async def look(images: object) -> Sight:
            return Sight("seen")

        try:
            match medium.kind:
                case "recording":
                    async with aclosing(self.decoder.stretches(medium.data)) as stretches:
                        async for _ in stretches:
                            done()
                case "image":
                    await self.opener.open(medium.data)
                case _:
                    await self.reader.read(medium.data, look=look, progress=lambda *_: done())
        except UserError as error:
            return error.text_id
        finally:
            done()
        return "answered"

    async def close(self) -> None:
        """Ends them."""
        for one in (self.decoder, self.opener, self.reader):
            await one.close()


def peak_megabytes(process: int) -> float:
    """Of a process that is there; 0 where it has gone."""
    try:
        status = Path(f"/proc/{process}/status").read_bytes()
        return int(status.split(b"VmHWM:")[1].split()[0]) / 1024
    except (OSError, IndexError):
        return 0.0
