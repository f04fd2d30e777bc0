"""Decks in conversation: made, filled, shown, renamed and deleted, in four languages."""

import re

import pytest

from tests.dialog import Dialog

STORIES = {
    "en": (
        ("show my decks", re.compile("^You have no decks yet.")),
        (
            "make a deck called French\nchat = cat\nchien - dog\nfoo",
            (
                "There are 2 new cards in your deck “French”.\n• chat → cat\n• chien → dog\n"
                "Line 4 has no answer."
            ),
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
            (
                "Hay 2 tarjetas nuevas en tu mazo «Francés».\n• chat → gato\n• chien → perro\n"
                "A la línea 4 le falta la respuesta."
            ),
        ),
        ("añade una tarjeta: lait = leche", "Tarjeta nueva en «Francés»: lait → leche"),
        (
            "nueva tarjeta: la mitosis es la división celular",
            "Tarjeta nueva en «Francés»: la mitosis → la división celular",
        ),
        ("agrega una tarjeta", re.compile("^¿Qué pongo en la tarjeta?")),
        ("pain", "¿Y cuál es la respuesta a «pain»?"),
        ("pan", "Tarjeta nueva en «Francés»: pain → pan"),
        ("muéstrame mis mazos", "Tienes un mazo:\n• Francés: 5 tarjetas, 5 por repasar"),
        (
            "enséñame las tarjetas del mazo de francés",
            re.compile("^«Francés», 5 tarjetas:\n1. chat"),
        ),
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
            (
                "2 neue Karten liegen in deinem Stapel „Französisch“.\n• chat → Katze\n"
                "• chien → Hund\n"
                "In Zeile 4 fehlt die Antwort."
            ),
        ),
        ("neue Karteikarte: lait = Milch", "Neue Karte in „Französisch“: lait → Milch"),
        (
            "leg eine neue Karte an: Mitose ist die Kernteilung",
            "Neue Karte in „Französisch“: Mitose → die Kernteilung",
        ),
        ("füge eine Karte hinzu", re.compile("^Was steht auf der Karte?")),
        ("pain", "Und was ist die Antwort auf „pain“?"),
        ("Brot", "Neue Karte in „Französisch“: pain → Brot"),
        ("zeig mir meine Stapel", "Du hast einen Stapel:\n• Französisch: 5 Karten, 5 fällig"),
        (
            "zeig mir die Karten im Stapel Französisch",
            re.compile("^„Französisch“, 5 Karten:\n1. ch"),
        ),
        ("lösche die Karte über Milch", "Gelöscht: lait → Milch"),
        ("benenne den Stapel Französisch in Vokabeln um", "„Französisch“ heißt jetzt „Vokabeln“."),
        ("lösch den Stapel Vokabeln", re.compile("^In „Vokabeln“ liegen 4 Karten. Soll ich")),
        ("ja", "Gelöscht: der Stapel „Vokabeln“ mit seinen 4 Karten."),
        ("mach Karteikarten aus meinen Notizen", re.compile("^Du hast noch keine Notizen")),
    ),
    "ru": (
        ("покажи мои колоды", re.compile("^Колод пока нет.")),
        (
            "создай колоду под названием Французский\nchat = кошка\nchien - собака\nfoo",
            (
                "В колоде «Французский» 2 новые карточки.\n• chat → кошка\n• chien → собака\n"
                "В строке 4 нет ответа."
            ),
        ),
        ("добавь карточку: lait = молоко", "Новая карточка в колоде «Французский»: lait → молоко"),
        (
            "новая карточка: митоз это деление клетки",
            "Новая карточка в колоде «Французский»: митоз → деление клетки",
        ),
        ("добавь карточку", re.compile("^Что на карточке?")),
        ("pain", "А какой ответ на «pain»?"),
        ("хлеб", "Новая карточка в колоде «Французский»: pain → хлеб"),
        ("какие у меня колоды", "У вас 1 колода:\n• Французский: 5 карточек, к повторению 5"),
        (
            "покажи карточки из колоды французский",
            re.compile("^«Французский», 5 карточек:\n1. chat"),
        ),
        ("удали карточку про молоко", "Удалено: lait → молоко"),
        (
            "переименуй колоду французский в Слова",
            "Колода «Французский» теперь называется «Слова».",
        ),
        ("удали колоду слова", re.compile("^В колоде «Слова» 4 карточки. Точно")),
        ("да", "Удалено: колода «Слова» и 4 карточки."),
        ("сделай карточки из моих заметок", re.compile("^Заметок, из которых")),
    ),
}
SAID = {
    "en": {
        "decks.import": (
            "import a deck",
            "can I upload my own cards",
            "load my anki deck",
            "import flashcards from a csv file",
            "I'd like to paste some cards",
        ),
        "decks.make": (
            "make flashcards from this",
            "turn my notes into flashcards",
            "create cards from Biology.pdf",
            "I need flashcards about osmosis",
            "make me some cards out of my notes on the french revolution",
        ),
        "decks.samples": (
            "show me your ready-made decks",
            "what decks do you have",
            "do you have any sample decks?",
            "give me a ready made deck",
        ),
        "decks.add": (
            "put mitosis = division into my cards",
            "another flashcard",
            "add mitosis = division to my biology deck",
            "let me add a card",
        ),
        "decks.list": (
            "which decks do I have",
            "list all my decks",
            "have I got any decks",
            "where are my decks",
        ),
        "decks.show": (
            "show me the cards in my biology deck",
            "my flashcards",
            "what's in my deck",
        ),
        "decks.rename": ("rename my deck", "call this deck Cells", "give my deck another name"),
        "decks.delete": ("throw away my biology deck", "I no longer need this deck"),
        "decks.forget": ("delete this card", "remove the card with Paris", "this card is wrong"),
    },
    "es": {
        "decks.import": (
            "importa mis tarjetas",
            "quiero subir mis fichas",
            "importar un mazo",
            "carga mi mazo de anki",
            "puedo pegar unas tarjetas",
        ),
        "decks.make": (
            "hazme tarjetas de esto",
            "convierte mis apuntes en tarjetas",
            "crea tarjetas a partir de Biología.pdf",
            "necesito fichas sobre la ósmosis",
            "prepárame tarjetas con mis notas de historia",
        ),
        "decks.samples": (
            "muéstrame los mazos de ejemplo",
            "¿qué mazos tienes?",
            "dame un mazo ya hecho",
            "¿hay algún mazo de muestra?",
        ),
        "decks.add": ("mete lait = leche en mis tarjetas", "otra ficha", "crea una tarjeta nueva"),
        "decks.list": ("cuáles son mis mazos", "lista de mis mazos", "¿cuántos mazos tengo?"),
        "decks.show": ("enséñame mis tarjetas", "¿qué hay en mi mazo?", "quiero ver mis fichas"),
        "decks.rename": ("cambia el nombre del mazo", "llama al mazo Células"),
        "decks.delete": ("quita el mazo de historia", "ya no necesito este mazo"),
        "decks.forget": (
            "borra esta tarjeta",
            "esta tarjeta está mal",
            "elimina la ficha de París",
        ),
    },
    "de": {
        "decks.import": (
            "lies meine Karteikarten ein",
            "ich möchte eigene Karten importieren",
            "Anki-Stapel importieren",
            "Karten aus einer CSV-Datei einlesen",
        ),
        "decks.make": (
            "mach daraus Karteikarten",
            "kannst du mir daraus ein paar Karten machen?",
            "erstell mir Karten aus meinen Notizen über Bio",
            "mach aus dem PDF Karteikarten",
            "ich brauche Lernkarten zur Osmose",
        ),
        "decks.samples": (
            "zeig mir fertige Kartenstapel",
            "welche Stapel hast du?",
            "gibt es schon fertige Stapel?",
            "ich hätte gern einen fertigen Stapel",
        ),
        "decks.add": (
            "noch eine Karte",
            "pack lait = Milch in meine Karten",
            "füg lait = Milch zu meinem Stapel hinzu",
            "ich will eine Karte anlegen",
        ),
        "decks.list": ("meine Stapel", "wie viele Stapel habe ich", "wo sind meine Karten"),
        "decks.show": (
            "zeig mir alle meine Karten",
            "was ist in meinem Stapel",
            "zeig den Stapel Bio",
        ),
        "decks.rename": (
            "benenn den Stapel um",
            "nenn den Stapel Zellen",
            "der Stapel Bio soll Zellen heißen",
        ),
        "decks.delete": ("wirf den Stapel weg", "den Stapel Bio brauche ich nicht mehr"),
        "decks.forget": ("lösch diese Karte", "diese Karte ist falsch", "nimm die Karte raus"),
    },
    "ru": {
        "decks.import": (
            "загрузи мои карточки",
            "хочу импортировать свои карточки",
            "импорт колоды",
            "перенеси мои карточки из Anki",
        ),
        "decks.make": (
            "сделай из этого карточки",
            "преврати мои заметки в карточки",
            "составь карточки по этой лекции",
            "мне нужны карточки про осмос",
            "сделай карточки из заметок по истории",
        ),
        "decks.samples": (
            "покажи готовые колоды",
            "какие колоды у тебя есть?",
            "дай готовую колоду",
            "есть готовые карточки?",
        ),
        "decks.add": (
            "ещё карточка",
            "добавь lait = молоко в мои карточки",
            "хочу добавить карточку",
        ),
        "decks.list": ("мои колоды", "сколько у меня колод?", "список моих колод"),
        "decks.show": (
            "что в моей колоде",
            "покажи колоду биология",
            "хочу посмотреть мои карточки",
        ),
        "decks.rename": ("переименуй колоду", "назови колоду Клетки"),
        "decks.delete": ("выкинь эту колоду", "мне больше не нужна колода по истории"),
        "decks.forget": ("удали эту карточку", "эта карточка неправильная"),
    },
}


@pytest.mark.parametrize("language", STORIES)
async def test_a_deck_is_made_filled_and_deleted(dialog, language):
    await dialog(*STORIES[language], language=language)


@pytest.mark.parametrize("language", SAID)
async def test_it_is_understood_however_it_is_said(dialog, language):
    understanding = dialog.app.house.understanding
    heard = {
        said: getattr(
            understanding.understand(
                said, language, dialog.clock.now().replace(tzinfo=None)
            ).intent,
            "name",
            None,
        )
        for sentences in SAID[language].values()
        for said in sentences
    }
    assert heard == {said: name for name, many in SAID[language].items() for said in many}


async def test_which_deck_is_asked_where_several_fit(dialog: Dialog) -> None:
    anna = dialog.speaker()
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
        ("show my decks", "You have one deck:\n• Biology two: one card, 1 due"),
        ("delete my chemistry deck", re.compile("^You have no deck “chemistry”.")),
        ("add a card e = f to my biology deck", "New card in “Biology two”: e → f"),
    )
    left = dialog.app.house.database.read("SELECT count(*) FROM record WHERE kind = 'card'")
    assert left[0][0] == 2


async def test_an_empty_deck_is_filled_by_what_comes_next(dialog: Dialog) -> None:
    await dialog.speaker()(
        (
            "make a deck called Chemistry",
            re.compile("^Your deck “Chemistry” is there and still em"),
        ),
        ("water = H2O\nsalt = NaCl", re.compile("^There are 2 new cards in your deck “Chemistry”")),
        ("import a deck", re.compile("^Send me a file with cards")),
        ("just some words", re.compile("^I found no cards in that")),
        ("gold = Au", re.compile("^There is one new card in your deck “My cards”")),
    )


async def test_decks_are_their_owners(dialog: Dialog) -> None:
    await dialog.speaker("anna").say("add a card: a = b")
    await dialog.speaker("ben")(("show my decks", re.compile("^You have no decks yet.")))
