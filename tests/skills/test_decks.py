"""Decks: pasted, sent, made of notes and documents, added to, renamed and deleted."""

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

STORIES = {
    "en": (
        ("show my decks", re.compile("^You have no decks yet.")),
        (
            "make a deck called French\nchat = cat\nchien - dog\nfoo",
            "There are 2 new cards in your deck “French”.\n• chat → cat\n• chien → dog\n"
            "Line 4 has no answer.",
        ),
        ("add a card: lait = milk", "New card in “French”: lait → milk"),
        ("add a card: lait = milk", "This card is in your deck “French” already."),
        ("new card mitosis is the division of a cell", re.compile("mitosis → the division of a")),
        ("add a card", re.compile("^What is on the card")),
        ("pain", "And what is the answer to “pain”?"),
        ("bread", "New card in “French”: pain → bread"),
        ("show my decks", "You have one deck:\n• French: 5 cards, 5 due"),
        ("what's in my French deck?", re.compile("^“French”, 5 cards:\n1. chat → cat\n2. chien")),
        ("delete the card about milk", "Deleted: lait → milk"),
        ("rename my french deck to Words", "“French” is called “Words” now."),
        ("delete my deck words", re.compile("^“Words” has 4 cards. Shall I really")),
        ("no", "All right, “Words” stays."),
        ("delete my deck words", re.compile("^“Words” has 4 cards")),
        ("yes", "Deleted: the deck “Words” with its 4 cards."),
        ("make cards from my notes", re.compile("^You have no notes yet")),
    ),
    "es": (
        ("¿qué mazos tengo?", re.compile("^Todavía no tienes mazos.")),
        (
            "crea un mazo llamado Francés\nchat = gato\nchien - perro\nfoo",
            "Hay 2 tarjetas nuevas en tu mazo «Francés».\n• chat → gato\n• chien → perro\n"
            "A la línea 4 le falta la respuesta.",
        ),
        ("añade una tarjeta: lait = leche", "Tarjeta nueva en «Francés»: lait → leche"),
        ("nueva tarjeta: la mitosis es la división celular",
         "Tarjeta nueva en «Francés»: la mitosis → la división celular"),
        ("agrega una tarjeta", re.compile("^¿Qué pongo en la tarjeta?")),
        ("pain", "¿Y cuál es la respuesta a «pain»?"),
        ("pan", "Tarjeta nueva en «Francés»: pain → pan"),
        ("muéstrame mis mazos", "Tienes un mazo:\n• Francés: 5 tarjetas, 5 por repasar"),
        ("enséñame las tarjetas del mazo de francés", re.compile("^«Francés», 5 tarjetas:\n1. chat")),
        ("borra la tarjeta sobre la leche", "Borrado: lait → leche"),
        ("renombra el mazo francés a Palabras", "«Francés» se llama ahora «Palabras»."),
        ("elimina el mazo de palabras", re.compile("^«Palabras» tiene 4 tarjetas. ¿De verdad")),
        ("sí", "Borrado: el mazo «Palabras» con sus 4 tarjetas."),
        ("haz tarjetas con mis apuntes", re.compile("^Todavía no tienes notas")),
    ),
    "de": (
        ("welche Kartenstapel habe ich?", re.compile("^Du hast noch keine Kartenstapel.")),
        (
            "erstelle einen Stapel namens Französisch\nchat = Katze\nchien - Hund\nfoo",
            "2 neue Karten liegen in deinem Stapel „Französisch“.\n• chat → Katze\n• chien → Hund\n"
            "In Zeile 4 fehlt die Antwort.",
        ),
        ("neue Karteikarte: lait = Milch", "Neue Karte in „Französisch“: lait → Milch"),
        ("leg eine neue Karte an: Mitose ist die Kernteilung",
         "Neue Karte in „Französisch“: Mitose → die Kernteilung"),
        ("füge eine Karte hinzu", re.compile("^Was steht auf der Karte?")),
        ("pain", "Und was ist die Antwort auf „pain“?"),
        ("Brot", "Neue Karte in „Französisch“: pain → Brot"),
        ("zeig mir meine Stapel", "Du hast einen Stapel:\n• Französisch: 5 Karten, 5 fällig"),
        ("zeig mir die Karten im Stapel Französisch", re.compile("^„Französisch“, 5 Karten:\n1. ch")),
        ("lösche die Karte über Milch", "Gelöscht: lait → Milch"),
        ("benenne den Stapel Französisch in Vokabeln um",
         "„Französisch“ heißt jetzt „Vokabeln“."),
        ("lösch den Stapel Vokabeln", re.compile("^In „Vokabeln“ liegen 4 Karten. Soll ich")),
        ("ja", "Gelöscht: der Stapel „Vokabeln“ mit seinen 4 Karten."),
        ("mach Karteikarten aus meinen Notizen", re.compile("^Du hast noch keine Notizen")),
    ),
    "ru": (
        ("покажи мои колоды", re.compile("^Колод пока нет.")),
        (
            "создай колоду под названием Французский\nchat = кошка\nchien - собака\nfoo",
            "В колоде «Французский» 2 новые карточки.\n• chat → кошка\n• chien → собака\n"
            "В строке 4 нет ответа.",
        ),
        ("добавь карточку: lait = молоко", "Новая карточка в колоде «Французский»: lait → молоко"),
        ("новая карточка: митоз это деление клетки",
         "Новая карточка в колоде «Французский»: митоз → деление клетки"),
        ("добавь карточку", re.compile("^Что на карточке?")),
        ("pain", "А какой ответ на «pain»?"),
        ("хлеб", "Новая карточка в колоде «Французский»: pain → хлеб"),
        ("какие у меня колоды", "У вас 1 колода:\n• Французский: 5 карточек, к повторению 5"),
        ("покажи карточки из колоды французский", re.compile("^«Французский», 5 карточек:\n1. chat")),
        ("удали карточку про молоко", "Удалено: lait → молоко"),
        ("переименуй колоду французский в Слова", "Колода «Французский» теперь называется «Слова»."),
        ("удали колоду слова", re.compile("^В колоде «Слова» 4 карточки. Точно")),
        ("да", "Удалено: колода «Слова» и 4 карточки."),
        ("сделай карточки из моих заметок", re.compile("^Заметок, из которых")),
    ),
}  # fmt: skip
SAID = {
    "en": {
        "decks.import": ("import a deck", "can I upload my own cards", "load my anki deck",
                         "import flashcards from a csv file", "I'd like to paste some cards"),
        "decks.make": ("make flashcards from this", "turn my notes into flashcards",
                       "create cards from Biology.pdf", "I need flashcards about osmosis",
                       "make me some cards out of my notes on the french revolution"),
        "decks.samples": ("show me your ready-made decks", "what decks do you have",
                          "do you have any sample decks?", "give me a ready made deck"),
        "decks.add": ("put mitosis = division into my cards", "another flashcard",
                      "add mitosis = division to my biology deck", "let me add a card"),
        "decks.list": ("which decks do I have", "list all my decks", "any decks", "where are my decks"),
        "decks.show": ("show me the cards in my biology deck", "my flashcards", "what's in my deck"),
        "decks.rename": ("rename my deck", "call this deck Cells", "give my deck another name"),
        "decks.delete": ("throw away my biology deck", "I no longer need this deck"),
        "decks.forget": ("delete this card", "remove the card with Paris", "this card is wrong"),
    },
    "es": {
        "decks.import": ("importa mis tarjetas", "quiero subir mis fichas", "importar un mazo",
                         "carga mi mazo de anki", "puedo pegar unas tarjetas"),
        "decks.make": ("hazme tarjetas de esto", "convierte mis apuntes en tarjetas",
                       "crea tarjetas a partir de Biología.pdf", "necesito fichas sobre la ósmosis",
                       "prepárame tarjetas con mis notas de historia"),
        "decks.samples": ("muéstrame los mazos de ejemplo", "¿qué mazos tienes?",
                          "dame un mazo ya hecho", "¿hay algún mazo de muestra?"),
        "decks.add": ("mete lait = leche en mis tarjetas", "otra ficha", "crea una tarjeta nueva"),
        "decks.list": ("cuáles son mis mazos", "lista de mis mazos", "¿cuántos mazos tengo?"),
        "decks.show": ("enséñame mis tarjetas", "¿qué hay en mi mazo?", "quiero ver mis fichas"),
        "decks.rename": ("cambia el nombre del mazo", "llama al mazo Células"),
        "decks.delete": ("quita el mazo de historia", "ya no necesito este mazo"),
        "decks.forget": ("borra esta tarjeta", "esta tarjeta está mal", "elimina la ficha de París"),
    },
    "de": {
        "decks.import": ("lies meine Karteikarten ein", "ich möchte eigene Karten importieren",
                         "Anki-Stapel importieren", "Karten aus einer CSV-Datei einlesen"),
        "decks.make": ("mach daraus Karteikarten", "kannst du mir daraus ein paar Karten machen?",
                       "erstell mir Karten aus meinen Notizen über Bio",
                       "mach aus dem PDF Karteikarten", "ich brauche Lernkarten zur Osmose"),
        "decks.samples": ("zeig mir fertige Kartenstapel", "welche Stapel hast du?",
                          "gibt es schon fertige Stapel?", "ich hätte gern einen fertigen Stapel"),
        "decks.add": ("noch eine Karte", "pack lait = Milch in meine Karten",
                      "füg lait = Milch zu meinem Stapel hinzu", "ich will eine Karte anlegen"),
        "decks.list": ("meine Stapel", "wie viele Stapel habe ich", "wo sind meine Karten"),
        "decks.show": ("zeig mir meine Karten", "was ist in meinem Stapel", "zeig den Stapel Bio"),
        "decks.rename": ("benenn den Stapel um", "nenn den Stapel Zellen",
                         "der Stapel Bio soll Zellen heißen"),
        "decks.delete": ("wirf den Stapel weg", "den Stapel Bio brauche ich nicht mehr"),
        "decks.forget": ("lösch diese Karte", "diese Karte ist falsch", "nimm die Karte raus"),
    },
    "ru": {
        "decks.import": ("загрузи мои карточки", "хочу импортировать свои карточки",
                         "импорт колоды", "перенеси мои карточки из Anki"),
        "decks.make": ("сделай из этого карточки", "преврати мои заметки в карточки",
                       "составь карточки по этой лекции", "мне нужны карточки про осмос",
                       "сделай карточки из заметок по истории"),
        "decks.samples": ("покажи готовые колоды", "какие колоды у тебя есть?",
                          "дай готовую колоду", "есть готовые карточки?"),
        "decks.add": ("ещё карточка", "добавь lait = молоко в мои карточки", "хочу добавить карточку"),
        "decks.list": ("мои колоды", "сколько у меня колод?", "список моих колод"),
        "decks.show": ("что в моей колоде", "покажи колоду биология", "хочу посмотреть мои карточки"),
        "decks.rename": ("переименуй колоду", "назови колоду Клетки"),
        "decks.delete": ("выкинь эту колоду", "мне больше не нужна колода по истории"),
        "decks.forget": ("удали эту карточку", "эта карточка неправильная"),
    },
}  # fmt: skip
PAGES = (
    "Photosynthesis is the process by which green plants turn light into chemical energy. It takes"
    " place in the chloroplasts.",
    "Nearly all oxygen in the atmosphere comes from photosynthesis. See Figure 3.",
)
CSV = "question;answer\nmitosis;division\nosmosis;\n;flow\nmeiosis;\"two divisions\"\n"
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
    known[b"%biology"], known[b"%poor"] = PAGES, ["12 14 18"]
    made = Dialog(home, given={"documents": FakeReader(known),
                               "vision": FakeVision({b"photo": PAGES[0]}), **given})  # fmt: skip
    made.channel.files.update(FILES)
    return made


def file(name: str) -> Document:
    return Document(name, name)


@pytest.mark.parametrize("language", STORIES)
async def test_a_deck_is_made_filled_and_deleted(dialog, language):
    await dialog(*STORIES[language], language=language)


@pytest.mark.parametrize("language", SAID)
async def test_it_is_understood_however_it_is_said(dialog, language):
    understanding = dialog.app.house.understanding
    heard = {
        said: getattr(
            understanding.understand(said, language, dialog.clock.now().replace(tzinfo=None)).intent,
            "name", None)
        for sentences in SAID[language].values() for said in sentences
    }  # fmt: skip
    assert heard == {said: name for name, many in SAID[language].items() for said in many}


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
        "• _____ is the process by which green plants turn light into chemical energy."
        " → Photosynthesis\n"
        "• Nearly all oxygen in the atmosphere comes from _____. → photosynthesis"
    )
    rows = school.app.house.database.read("SELECT body FROM record WHERE kind = 'card'")
    cited = {json.loads(body)["cited"] for (body,) in rows}
    assert cited == {"Biology.pdf, p. 1", "Biology.pdf, p. 2"}
    for said in ("make flashcards from Biology.pdf", "make cards from this", "make some cards"):
        assert (await anna.say(said)).text.startswith("Nothing new: all 2 cards"), said


async def test_a_deck_file_sent_without_a_word_is_offered_and_taken(school: Dialog) -> None:
    school.channel.files["Long.csv"] = "".join(f"word {at};Wort {at}\n" for at in range(300)).encode()
    school.given["documents"].known[b"word 299"] = [school.channel.files["Long.csv"].decode()]
    anna = school.speaker()
    await anna.send(file("Long.csv"))
    button = anna.choices["Make cards"]
    assert len(button) <= 64
    assert (await anna.say("[Make cards]")).text.startswith("There are 300 new cards in your deck")


async def test_a_deck_file_that_is_gone_is_asked_for_again(school: Dialog) -> None:
    anna = school.speaker()
    school.channel.files["Long.csv"] = "".join(f"word {at};Wort {at}\n" for at in range(300)).encode()
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
        ("note that the mitochondria produce most of the energy of the cells", re.compile("^Saved")),
        ("note that I have to buy milk", re.compile("^Saved")),
    )
    reply = await anna.say("make cards from my notes on cells")
    assert reply.text == (
        "There are 2 new cards in your deck “Cells”.\n"
        "• mitosis → the division of a cell nucleus\n"
        "• The _____ produce most of the energy of the cells. → mitochondria"
    )
    await anna(("make cards from my notes on the moon", re.compile("^I found nothing about “the m")))


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


async def test_which_deck_is_asked_where_several_fit(school: Dialog) -> None:
    anna = school.speaker()
    await anna(
        ("make a deck called Biology one\na = b", re.compile("^There is one new card")),
        ("make a deck called Biology two\nc = d", re.compile("^There is one new card")),
        ("delete my biology deck", "Which deck do you mean?"),
    )
    assert list(anna.choices) == ["Biology two", "Biology one"]
    await anna(
        ("[Biology one]", re.compile("^“Biology one” has one card. Shall I really")),
        ("[No, keep it]", re.compile("leave")),
        ("delete my biology deck", "Which deck do you mean?"),
        ("biology one", re.compile("^“Biology one” has one card.")),
        ("[Yes, delete it]", "Deleted: the deck “Biology one” with its card."),
        ("show my decks", "You have one deck:\n• Biology two: one card, one due"),
        ("delete my chemistry deck", re.compile("^You have no deck “chemistry”.")),
        ("add a card e = f to my biology deck", "New card in “Biology two”: e → f"),
    )
    left = school.app.house.database.read("SELECT count(*) FROM record WHERE kind = 'card'")
    assert left[0][0] == 2


async def test_an_empty_deck_is_filled_by_what_comes_next(school: Dialog) -> None:
    await school.speaker()(
        ("make a deck called Chemistry", re.compile("^Your deck “Chemistry” is there and still em")),
        ("water = H2O\nsalt = NaCl", re.compile("^There are 2 new cards in your deck “Chemistry”")),
        ("import a deck", re.compile("^Send me a file with cards")),
        ("just some words", re.compile("^I found no cards in that")),
        ("gold = Au", re.compile("^There is one new card in your deck “My cards”")),
    )


async def test_decks_are_their_owners(school: Dialog) -> None:
    await school.speaker("anna").say("add a card: a = b")
    await school.speaker("ben")(("show my decks", re.compile("^You have no decks yet.")))


ANSWER = {
    "cards": [
        {"passage": 1, "question": "Where does it take place?", "answer": "in the chloroplasts"},
        {"passage": 2, "question": "Where is oxygen found?", "answer": "on the moon"},
    ]
}


@pytest.mark.parametrize(
    ("step", "answer"),
    [
        (json.dumps(ANSWER), "There is one new card in your deck “Biology”.\n"
                             "• Where does it take place? → in the chloroplasts"),
        ("I'd rather not.", "There are 2 new cards in your deck “Biology”.\n• _____ is the"),
        (Unavailable("fake", "down"), "There are 2 new cards in your deck “Biology”.\n• _____ is"),
    ],
)  # fmt: skip
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
    assert PAGES[0] in ask.messages[0].text  # type: ignore[union-attr]
    await school.app.stop()
