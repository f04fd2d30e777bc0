"""Documents and long recordings: read when they come, asked about later, forgotten when asked."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest
import pytest_asyncio

from core.errors import Unavailable, UserError, VivaError
from core.model import Document, Image, Text, Voice
from core.ports.transcriber import Segment, Transcript
from core.ports.vision import Vision
from tests.dialog import Dialog
from tests.fakes.reader import FakeReader
from tests.fakes.transcriber import FakeTranscriber
from tests.fakes.vision import FakeVision

PAGES = (
    "The cell is the smallest unit of life.",
    "Photosynthesis happens in the chloroplasts.",
    "Osmosis is the flow of water through a membrane.",
)
BOOK = [f"Page {number} tells of nothing. " + "word " * 400 for number in range(1, 40)]
MEETING = (
    Segment("Shall we revise osmosis?", 0.0, 4.0, speaker=1),
    Segment("Yes, tomorrow at nine.", 4.5, 8.0, speaker=2),
    Segment("Good, I bring the book.", 70.0, 74.0, speaker=1),
)
SAID = {
    b"meeting": Transcript("all of it", "en", 0.9, 75.0, segments=MEETING),
    b"lecture": Transcript(
        "osmosis is slow", "en", 0.2, 1260.0, segments=(Segment("osmosis is slow", 0.0, 3.0),)
    ),
    b"note": Transcript("show my documents", "en", 0.9, 2.0),
}
READ: dict[bytes, Sequence[str | bytes] | VivaError] = {
    b"biology": PAGES,
    b"book": BOOK,
    b"mixed": ("Words about cells.", b"scan"),
    b"locked": UserError("document-encrypted"),
}


@pytest_asyncio.fixture
async def library(tmp_path: Path) -> AsyncIterator[Dialog]:
    vision: Vision = FakeVision({b"scan": "A scanned page about fungi."})
    given = {"documents": FakeReader(READ), "stt": FakeTranscriber(SAID), "vision": vision}
    made = Dialog(tmp_path, given=given)
    for name in ("biology", "book", "mixed", "locked", "meeting", "lecture", "note", "unknown"):
        made.channel.files[name] = name.encode()
    await made.start()
    yield made
    await made.app.stop()


def pdf(name: str) -> Document:
    return Document(name, f"{name.capitalize()}.pdf", media_type="application/pdf")


async def test_a_document_is_read_kept_and_asked_about_by_page(library: Dialog) -> None:
    anna = library.speaker()
    reply = await anna.send(pdf("biology"))
    assert reply.text == "I have read “Biology.pdf”: 3 pages. Ask me about it."
    osmosis = "Biology.pdf, p. 3:\n“Osmosis is the flow of water through a membrane.”"
    await anna(
        ("on which page is osmosis", f"I found this passage:\n{osmosis}"),
        ("does my document mention fungi", "I found nothing about “fungi” in your documents."),
        ("show my documents", "You have one document:\n• Biology.pdf (3 pages)"),
    )


async def test_nobody_else_finds_it(library: Dialog) -> None:
    await library.speaker().send(pdf("biology"))
    other = library.speaker("ben")
    reply = await other.say("what do my documents say about osmosis")
    assert reply.text.startswith("I have no documents of yours yet.")


async def test_the_same_document_sent_again_is_no_second_one(library: Dialog) -> None:
    anna = library.speaker()
    for _ in range(2):
        await anna.send(pdf("biology"))
    await anna(("show my documents", "You have one document:\n• Biology.pdf (3 pages)"))
    assert (await anna.say("on which page is osmosis")).text.count("p. 3") == 1


async def test_words_beside_a_document_are_done_and_it_is_kept_all_the_same(
    library: Dialog,
) -> None:
    anna = library.speaker()
    reply = await anna.send(pdf("biology"), Text("note that the exam is on Friday"))
    assert reply.text == "Saved: the exam is on Friday"
    await anna(("show my documents", "You have one document:\n• Biology.pdf (3 pages)"))


async def test_a_question_beside_it_finds_its_page_without_any_model(library: Dialog) -> None:
    reply = await library.speaker().send(pdf("biology"), Text("where does photosynthesis happen?"))
    assert "Photosynthesis happens in the chloroplasts. [Biology.pdf, p. 2]" in reply.text
    assert "viva doctor" in reply.text


async def test_a_scanned_page_is_read_by_sight(library: Dialog) -> None:
    anna = library.speaker()
    await anna.send(pdf("mixed"))
    assert "Mixed.pdf, p. 2" in (await anna.say("what do my documents say about fungi")).text


@pytest.mark.parametrize(
    ("name", "language", "sentence"),
    [
        ("locked", "en", "This document is locked with a password."),
        ("locked", "es", "Este documento está protegido con contraseña."),
        ("locked", "de", "Dieses Dokument ist mit einem Passwort gesperrt."),
        ("locked", "ru", "Документ закрыт паролем."),
        ("unknown", "en", "I cannot read this kind of file (Unknown.pdf)."),
    ],
)
async def test_what_cannot_be_read_is_told(
    library: Dialog, name: str, language: str, sentence: str
) -> None:
    reply = await library.speaker(language=language).send(pdf(name))
    assert reply.text.startswith(sentence)


async def test_two_voices_become_who_said_what(library: Dialog) -> None:
    anna = library.speaker()
    reply = await anna.send(Voice("meeting"))
    assert reply.text == (
        "I have listened to “Recording, Wednesday 18 November 2026, 10:00”: 2 minutes."
        " Ask me about it.\n"
        "[0:00] Speaker 1: Shall we revise osmosis?\nSpeaker 2: Yes, tomorrow at nine.\n"
        "[1:10] Speaker 1: Good, I bring the book."
    )
    assert (await anna.say("list my reminders")).text.startswith("You have no reminders")
    assert ", 0:00:" in (await anna.say("what do my documents say about osmosis")).text


async def test_a_long_recording_is_no_wish_however_unsure_its_words(library: Dialog) -> None:
    reply = await library.speaker().send(Document("lecture", "Lecture.ogg", media_type="audio/ogg"))
    assert reply.text.startswith("I have listened to “Lecture.ogg”: 21 minutes.")


async def test_words_typed_beside_a_recording_are_the_wish(library: Dialog) -> None:
    anna = library.speaker()
    reply = await anna.send(Voice("note"), Text("note that this is about osmosis"))
    assert reply.text == "Saved: this is about osmosis"
    assert "Recording, Wednesday" in (await anna.say("show my documents")).text


async def test_a_short_file_of_sound_is_what_somebody_says(library: Dialog) -> None:
    anna = library.speaker()
    await anna.send(pdf("biology"))
    reply = await anna.send(Document("note", "note.m4a", media_type="application/octet-stream"))
    assert reply.text.endswith("You have one document:\n• Biology.pdf (3 pages)")


async def test_a_picture_sent_as_a_file_is_a_picture(library: Dialog) -> None:
    library.channel.files["shot"] = b"scan"
    reply = await library.speaker().send(Document("shot", "shot.PNG"))
    assert reply.text.startswith("I read: “A scanned page about fungi.”")


async def test_it_is_forgotten_with_all_that_was_read_in_it(library: Dialog) -> None:
    anna = library.speaker()
    await anna.send(pdf("biology"))
    await anna.send(pdf("book"))
    await anna(
        (
            "delete the document about biology",
            "Forgotten, with all that I had read in it: Biology.pdf",
        ),
        ("on which page is osmosis", "I found nothing about “osmosis” in your documents."),
        ("show my documents", "You have one document:\n• Book.pdf (39 pages)"),
        ("delete a document", "Which document shall I forget?"),
        ("[Book.pdf]", "Forgotten, with all that I had read in it: Book.pdf"),
    )
    left = library.app.house.database.read("SELECT count(*) FROM record WHERE kind = 'passage'")
    assert left[0][0] == 0
    assert library.app.house.database.read("SELECT * FROM step") == [], "no text stays behind"


async def test_too_many_at_once_is_told(library: Dialog) -> None:
    reply = await library.speaker().send(*[pdf("biology")] * 11)
    assert reply.text.startswith("These are too many documents at once")
    assert (await library.speaker().send(*[Image("shot")] * 11)).text.startswith("These are too")


async def test_what_was_read_is_still_there_after_a_restart(library: Dialog) -> None:
    reader = library.given["documents"]
    anna = library.speaker()
    await anna.send(pdf("biology"))
    await library.sleep_through(minutes=1)
    assert reader.calls == [b"biology"]
    await anna(("show my documents", "You have one document:\n• Biology.pdf (3 pages)"))


async def test_a_long_recording_goes_on_where_it_was_broken_off(library: Dialog) -> None:
    def part(number: int) -> Transcript:
        said = Segment(f"part {number}", number * 60.0, number * 60.0 + 5)
        return Transcript(said.text, "en", 0.9, 300.0, segments=(said,))

    ear = library.given["stt"]
    away = [part(1), part(2), Unavailable("fake", "died"), part(4)]
    ear.heard[b"hours"] = away
    library.channel.files["hours"] = b"hours"
    await library.send(library.speaker(), Voice("hours"))
    assert (ear.worked, library.channel.delivered) == ([1, 2, 3], [])
    ear.heard[b"hours"] = [part(1), part(2), part(3), part(4)]
    async with asyncio.timeout(10):
        while not library.channel.delivered:  # it was postponed
            await library.wait(seconds=6)
            await asyncio.sleep(0.01)
    (text,) = (one.reply.text for one in library.channel.delivered)
    assert ear.worked == [1, 2, 3, 3, 4]
    assert "[1:00] part 1" in text
    assert "[4:00] part 4" in text
