"""The process that opens documents: it dies alone, knows no secret and reaches nobody."""

import asyncio
import http.server
import os
import signal
import sys
import threading
from collections.abc import AsyncIterator
from pathlib import Path

import msgspec
import pytest
import pytest_asyncio

from core.errors import IntegrationError, Unavailable, UserError, VivaError
from core.integrations._worker import Broken
from core.integrations.documents import local
from core.integrations.documents.local import WORKER, Limits, Local
from core.model import Page
from core.ports.reader import Reader, Reading
from core.ports.vision import Sight
from tests.documents import docx, epub, letter, pdf, pptx, raw_pdf, stream
from tests.fakes.reader import FakeReader

pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed")


@pytest_asyncio.fixture
async def reader() -> AsyncIterator[Local]:
    made = Local()
    yield made
    await made.close()


async def pid(reader: Local) -> int:
    return (await reader._worker.warm()).pid


async def test_every_kind_is_read_by_one_process(reader) -> None:
    """Whatever a library opens late it would fail to open here."""
    started = await pid(reader)
    for document in (
        pdf("words"), docx(letter()), pptx(("words", "", "notes")), epub("<p>words</p>"),
        b"<html>words", b"# words", "слова".encode("koi8-r"), "words".encode("utf-16"),
    ):  # fmt: skip
        assert (await reader.read(document)).pages
    assert await pid(reader) == started


async def test_a_killed_process_costs_one_document_at_most(reader) -> None:
    first = await pid(reader)
    os.kill(first, signal.SIGSTOP)
    waiting = asyncio.create_task(reader.read(pdf("words")))
    await asyncio.sleep(0.05)
    os.kill(first, signal.SIGKILL)
    with pytest.raises(UserError, match="document-unreadable"):
        await waiting
    assert (await reader.read(pdf("words"))).pages
    assert await pid(reader) != first


async def test_whoever_takes_too_long_is_killed() -> None:
    reader = Local(Limits(wall_seconds=0.3))
    stuck = await pid(reader)
    os.kill(stuck, signal.SIGSTOP)
    with pytest.raises(UserError, match="document-unreadable"):
        await reader.read(pdf("words"))
    with pytest.raises(ProcessLookupError):
        os.kill(stuck, 0)
    await reader.close()


async def test_a_long_pdf_comes_in_stretches_and_ends_in_time(reader, monkeypatch) -> None:
    document = pdf(*map(str, range(30)))
    asked: list[int] = []
    ask = reader._worker.work

    async def one_page(job: bytes, most: int) -> tuple[bytes, bytes]:
        """As from a process so slow that it reads a single page in its time."""
        verdict, body = await ask(job, most)
        stretch = msgspec.json.decode(body, type=local.Stretch)
        asked.append(stretch.pages[0].number)
        short = msgspec.structs.replace(
            stretch, pages=stretch.pages[:1], next=stretch.pages[0].number + 1
        )
        return verdict, msgspec.json.encode(short)

    monkeypatch.setattr(reader._worker, "work", one_page)
    reader._limits = Limits(pages=5)
    reading = await reader.read(document)
    assert asked == [0, 1, 2, 3, 4]
    assert [page.text for page in reading.pages] == ["0", "1", "2", "3", "4"]
    assert (reading.total, reading.cut_short) == (30, True)
    reader._limits = Limits(seconds=0.0)
    reading = await reader.read(document)
    assert ([page.text for page in reading.pages], reading.cut_short) == (["0"], True)


async def test_ten_thousand_pages(reader) -> None:
    kids = b" ".join(b"%d 0 R" % number for number in range(5, 10_005))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 90 90]/Contents 4 0 R/Resources 3 0 R>>"
    document = raw_pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count 10000>>" % kids,
        b"<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>",
        stream(b"BT /F 9 Tf 9 9 Td (words) Tj ET"),
        *[page] * 10_000,
    )
    reading = await reader.read(document)
    assert (len(reading.pages), reading.total, reading.cut_short) == (1_000, 10_000, True)
    assert reading.pages[-1].label == "1000"


async def test_what_was_read_before_it_died_is_kept(reader, monkeypatch) -> None:
    first = local.Stretch("pdf", "", (local.Sheet(0, "", "first", scanned=False),), 9, 1, False)
    answers = [(b"o", msgspec.json.encode(first))]

    async def once(job: bytes, most: int) -> tuple[bytes, bytes]:
        if not answers:
            raise Broken
        return answers.pop()

    monkeypatch.setattr(reader._worker, "work", once)
    reading = await reader.read(b"%PDF-1.7")
    assert ([page.text for page in reading.pages], reading.cut_short) == (["first"], True)


@pytest.mark.parametrize(
    "nonsense",
    [
        b"", b"{}",
        b'{"kind":"pdf","title":"","pages":[],"total":-1,"next":null,"cut_short":false}',
        b'{"kind":"pdf","title":"","pages":[[-1,"","",true]],"total":0,"next":null,"cut_short":false}',
        b"[]", b"\xff", b'{"kind":1}',
        b'{"kind":"pdf","title":"","pages":[],"total":9,"next":0,"cut_short":false}',
        b'{"kind":"pdf","title":"","pages":[["a"]],"total":9,"next":null,"cut_short":false}',
    ],
)  # fmt: skip
async def test_a_process_gone_mad_is_not_believed(reader, monkeypatch, nonsense) -> None:
    async def mad(job: bytes, most: int) -> tuple[bytes, bytes]:
        return b"o", nonsense

    monkeypatch.setattr(reader._worker, "work", mad)
    with pytest.raises(UserError, match="document-unreadable"):
        await reader.read(b"%PDF-1.7")


async def test_no_process_is_told_apart_from_a_bad_document(reader, monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(local, "WORKER", tmp_path / "absent.py")
    with pytest.raises(Unavailable):
        await reader.read(pdf("words"))
    monkeypatch.setattr(local, "WORKER", WORKER)
    assert (await reader.read(pdf("words"))).pages


async def test_many_at_once_get_each_their_own(reader) -> None:
    words = ["one", "two", "three", "four"]
    readings = await asyncio.gather(*(reader.read(pdf(word, word)) for word in words))
    assert [reading.pages[1].text for reading in readings] == words


async def test_a_cancelled_read_does_not_answer_the_next(reader) -> None:
    long = pdf(*["long " * 100] * 200)
    await reader.read(pdf("short"))
    for milliseconds in (0, 1, 5, 20):
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(milliseconds / 1000):
                await reader.read(long)
        assert (await reader.read(pdf("short"))).pages[0].text == "short"


@pytest.mark.skipif(sys.platform != "linux", reason="reads a process's environment from /proc")
async def test_the_process_knows_no_secret(reader, monkeypatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN_MENTOR", "1:made-up")
    assert b"made-up" not in environ(await pid(reader))


def environ(process: int) -> bytes:
    return Path(f"/proc/{process}/environ").read_bytes()


async def test_nothing_outside_is_opened(reader, tmp_path) -> None:
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

    secret = tmp_path / "secret.txt"
    secret.write_text("not for strangers")
    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    for link in (f"http://127.0.0.1:{server.server_port}/a", secret.as_uri()):
        page = f'<html>words<img src="{link}"><link rel=stylesheet href="{link}">'
        page += f'<object data="{link}"></object><iframe src="{link}"></iframe>'
        entity = f'<!DOCTYPE d [<!ENTITY a SYSTEM "{link}">]><d><p><r><t>&a;</t></r></p></d>'
        told = f"/F({link})"
        paper = raw_pdf(
            f"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/URI/URI({link})>>>>".encode(),
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
            stream(b"", told.encode()),
        )
        for document in (page.encode(), epub(page), paper, entity.encode()):
            try:
                reading = await reader.read(document)
            except UserError:
                continue
            assert "strangers" not in "".join(page.text for page in reading.pages)
    server.shutdown()
    server.server_close()
    assert asked == []


SCRIPT: dict[bytes, Reading | tuple[str | bytes, ...] | VivaError] = {
    b"known": ("first", b"a picture", "last"),
    b"only scans": (b"a picture",),
    b"locked": UserError("document-encrypted"),
    b"down": IntegrationError("fake", "down"),
    b"whole": Reading("docx", "Title", (Page("One", "words"),), 1),
}


@pytest.mark.parametrize("which", ["local", "fake"])
async def test_the_fake_keeps_the_contract_of_the_real_one(which) -> None:
    from tests.pictures import saved, written

    scan = saved(written("a scan"))
    reader: Reader = Local() if which == "local" else FakeReader(SCRIPT)
    mixed = pdf("first", scan, "last") if which == "local" else b"known"
    scans = pdf(scan) if which == "local" else b"only scans"
    locked = pdf("x", password="secret") if which == "local" else b"locked"
    told: list[float | None] = []

    async def look(pictures):
        return Sight("seen")

    reading = await reader.read(mixed, look=look, progress=lambda _, share: told.append(share))
    assert [page.text for page in reading.pages] == ["first", "seen", "last"]
    assert (reading.kind, reading.total, reading.scanned) == ("pdf", 3, 1)
    assert (told[0], told[-1]) == (0.0, 1.0)
    for document, refusal in (
        (scans, "document-scanned"), (locked, "document-encrypted"), (b"", "document-empty"),
        (b"\0\1\2\3", "document-unknown-kind"), (bytes(20_000_001), "document-too-large"),
    ):  # fmt: skip
        with pytest.raises(UserError, match=refusal):
            await reader.read(document, name="a.bin")
    await reader.close()
    await reader.close()


def test_the_doctor_is_told_without_loading_anything(tmp_path, monkeypatch) -> None:
    assert local.probe({}, tmp_path).state == "on"
    monkeypatch.setattr(local, "find_spec", lambda _: None)
    found = local.probe({}, tmp_path)
    assert (found.state, found.needs) == ("off", ("pypdfium2", "selectolax"))
    assert local.create({}, tmp_path).name == local.NAME
