"""Decks out of what people have: files, documents, photos, notes, samples; also by a model."""

import json
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from core.errors import Unavailable, UserError
from core.model import Document, Image, Text
from tests.dialog import Dialog
from tests.fakes.llm import FakeLanguageModel
from tests.fakes.reader import FakeReader
from tests.fakes.vision import FakeVision

PAGES = (
    (
        "Photosynthesis is the process by which green plants turn light into energy. It happens in"
        "\nthe chloroplasts of the leaves."
    ),
    "Nearly all oxygen in the atmosphere comes from photosynthesis. See Figure 3.",
)
CSV = 'question;answer\nmitosis;division\nosmosis;\n;flow\nmeiosis;"two divisions"\n'
ANKI = (
    "#separator:tab\n#html:true\n#deck column:1\n"
    "Bio::Cells\tWhat is <b>ATP</b>?\tan energy carrier\n"
    "Bio::Cells\t{{c1::Osmosis}} is the flow of water\t\n"
)
FILES = {
    "Cells.csv": CSV.encode(),
    "Latin.csv": "größe;size\nFrühling;spring\n".encode("cp1252"),
    "export.txt": ANKI.encode(),
    "Biology.pdf": b"%biology",
    "Poor.pdf": b"%poor",
    "Big.csv": b"a;b\n" * 60_000,
    "None.csv": b"just words\nand more words\n",
    "photo.png": b"photo",
}


@pytest_asyncio.fixture
async def school(tmp_path: Path) -> AsyncIterator[Dialog]:
    dialog = _school(tmp_path)
    await dialog.start()
    yield dialog
    await dialog.app.stop()


def _school(home: Path, **given: object) -> Dialog:
    read = {name.encode(): [data.decode("utf-8", "replace")] for name, data in FILES.items()}
    known = {data: read[name.encode()] for name, data in FILES.items()}
    known[b"%biology"], known[b"%poor"] = [*PAGES], ["12 14 18"]
    made = Dialog(home, given={"documents": FakeReader(known),
                               "vision": FakeVision({b"photo": PAGES[0]}), **given})  # fmt: skip
    made.channel.files.update(FILES)
    return made


def file(name: str) -> Document:
    return Document(name, name)


async def test_a_file_with_faults_says_which_and_keeps_the_rest(school: Dialog) -> None:
    anna = school.speaker()
    reply = await anna.send(file("Cells.csv"), Text("import this deck"))
    assert reply.text == (
        "There are 2 new cards in your deck “Cells”.\n• mitosis → division\n"
        "• meiosis → two divisions\nLine 3 has no answer.\nLine 4 has no question."
    )
    assert "Practise" in anna.choices
    again = await anna.send(file("Cells.csv"), Text("import this deck"))
    assert again.text.startswith("Nothing new: all 2 cards are in your deck “Cells” already.")
    school.channel.files["Cells.csv"] = CSV.replace("two divisions", "halving").encode() + b"a;b\n"
    school.given["documents"].known[b"halving"] = [CSV]
    third = await anna.send(file("Cells.csv"), Text("make cards from this"))
    assert third.text.startswith(
        "There is one new card in your deck “Cells”. One card in “Cells” has a new answer."
        " One was there already."
    )
    await anna(("show my decks", "You have one deck:\n• Cells: 3 cards, 3 due"))


async def test_the_bytes_of_a_file_are_read_and_not_what_a_reader_made_of_them(
    school: Dialog,
) -> None:
    reply = await school.speaker().send(file("Latin.csv"), Text("make cards from this"))
    assert "• größe → size" in reply.text


async def test_an_anki_file_becomes_its_deck(school: Dialog) -> None:
    reply = await school.speaker().send(file("export.txt"), Text("import my anki deck"))
    assert reply.text == (
        "There are 2 new cards in your deck “Cells”.\n• What is ATP? → an energy carrier\n"
        "• _____ is the flow of water → Osmosis"
    )


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("Big.csv", "“Big.csv” is too large for a deck: I can take up to 200 KB."),
        ("None.csv", "I found no cards in “None.csv”. I need two columns"),
        ("Poor.pdf", "I found no sentences in “Poor” that make good cards."),
    ],
)
async def test_what_gives_no_cards_is_told(school: Dialog, name: str, answer: str) -> None:
    anna = school.speaker()
    assert (await anna.send(file(name), Text("make cards from this"))).text.startswith(answer)
    await anna(("show my decks", re.compile("^You have no decks yet.")))


async def test_a_document_becomes_gaps_with_their_pages(school: Dialog) -> None:
    anna = school.speaker()
    await anna.send(file("Biology.pdf"))
    reply = await anna.say("[Make cards]")
    assert reply.text == (
        "There are 2 new cards in your deck “Biology”.\n"
        "• _____ is the process by which green plants turn light into energy."
        " → Photosynthesis\n"
        "• Nearly all oxygen in the atmosphere comes from _____. → photosynthesis"
    )
    rows = school.app.house.database.read("SELECT body FROM record WHERE kind = 'card'")
    cited = {json.loads(body)["cited"] for (body,) in rows}
    assert cited == {"Biology.pdf, p. 1", "Biology.pdf, p. 2"}
    for said in ("make flashcards from Biology.pdf", "make cards from this", "make some cards"):
        assert (await anna.say(said)).text.startswith("Nothing new: all 2 cards"), said


async def test_a_deck_file_sent_without_a_word_is_offered_and_taken(school: Dialog) -> None:
    school.channel.files["Long.csv"] = "".join(
        f"word {at};Wort {at}\n" for at in range(300)
    ).encode()
    school.given["documents"].known[b"word 299"] = [school.channel.files["Long.csv"].decode()]
    anna = school.speaker()
    await anna.send(file("Long.csv"))
    button = anna.choices["Make cards"]
    assert len(button) <= 64
    assert (await anna.say("[Make cards]")).text.startswith("There are 300 new cards in your deck")


async def test_a_deck_file_that_is_gone_is_asked_for_again(school: Dialog) -> None:
    anna = school.speaker()
    school.channel.files["Long.csv"] = "".join(
        f"word {at};Wort {at}\n" for at in range(300)
    ).encode()
    school.given["documents"].known[b"word 299"] = [school.channel.files["Long.csv"].decode()]
    await anna.send(file("Long.csv"))

    async def gone(ref: str) -> bytes:
        raise UserError("file-gone")

    school.channel.fetch = gone  # type: ignore[method-assign]
    assert (await anna.say("[Make cards]")).text.startswith("To make cards of “Long.csv” I need")


async def test_a_photo_of_a_page_becomes_cards(school: Dialog) -> None:
    reply = await school.speaker().send(Image("photo.png"), Text("make cards from this"))
    assert reply.text.startswith("There is one new card in your deck “Picture”.")


async def test_notes_become_cards_as_they_are_written(school: Dialog) -> None:
    anna = school.speaker()
    await anna(
        ("note that mitosis: the division of a cell nucleus", re.compile("^Saved")),
        (
            "note that the mitochondria produce most of the energy of the cells",
            re.compile("^Saved"),
        ),
        ("note that I have to buy milk", re.compile("^Saved")),
    )
    reply = await anna.say("make cards from my notes on cells")
    assert reply.text == (
        "There are 2 new cards in your deck “Cells”.\n"
        "• mitosis → the division of a cell nucleus\n"
        "• The _____ produce most of the energy of the cells. → mitochondria"
    )
    await anna(
        ("make cards from my notes on the moon", re.compile("^I found nothing about “the m"))
    )


async def test_a_sample_is_picked_and_copied_once(school: Dialog) -> None:
    anna = school.speaker()
    reply = await anna.say("show me some sample decks")
    assert "• Capital cities (28 cards)" in reply.text
    await anna(
        ("[Capital cities]", re.compile("^There are 28 new cards in your deck “Capital cities”")),
        ("give me the sample deck on capital cities", re.compile("^Nothing new: all 28 cards")),
        ("show my decks", "You have one deck:\n• Capital cities: 28 cards, 28 due"),
        ("[Capital cities]", re.compile("^“Capital cities”, 28 cards:\n1. What is the capital")),
        ("[18 more]", re.compile("^“Capital cities”, 28 cards:\n11. ")),
    )
    assert all(len(token.encode()) <= 64 for token in anna.choices.values())


@pytest.mark.parametrize("language", ["en", "es", "de", "ru"])
async def test_every_language_has_its_samples(school: Dialog, language: str) -> None:
    anna = school.speaker(language=language)
    await anna.say("/decks samples")
    assert len(anna.choices) >= 4
    for label, token in list(anna.choices.items()):
        anna.choices = {label: token}
        assert label in (await anna.say(f"[{label}]")).text


ANSWER = {
    "cards": [
        {"passage": 1, "question": "Where does it take place?", "answer": "in the chloroplasts"},
        {"passage": 2, "question": "Where is oxygen found?", "answer": "on the moon"},
    ]
}


@pytest.mark.parametrize(
    ("step", "answer"),
    [
        (
            json.dumps(ANSWER),
            (
                "There is one new card in your deck “Biology”.\n"
                "• Where does it take place? → in the chloroplasts"
            ),
        ),
        ("I'd rather not.", "There are 2 new cards in your deck “Biology”.\n• _____ is the"),
        (Unavailable("fake", "down"), "There are 2 new cards in your deck “Biology”.\n• _____ is"),
    ],
)
async def test_a_model_s_cards_are_taken_where_they_are_good(
    tmp_path: Path, step: str | Unavailable, answer: str
) -> None:
    model = FakeLanguageModel([step])
    school = _school(tmp_path, llm=model)
    school.settings = {}
    await school.start()
    reply = await school.speaker().send(file("Biology.pdf"), Text("make flashcards from this"))
    assert reply.text.startswith(answer)
    (ask,) = model.asks
    assert ask.json_schema is not None
    assert PAGES[0] in ask.messages[0].text
    await school.app.stop()
