"""Sentences with a gap: which become cards, and which word is asked for, in four languages."""

from pathlib import Path

import pytest

from core.texts import LANGUAGES, Texts
from skills.decks.asked import checked
from skills.decks.cloze import MOST, Piece, Tongue, cloze, language_of
from skills.decks.sentences import sentences
from skills.decks.tables import BLANK

TEXTS = Texts(Path(__file__).parents[2] / "locales")
BIOLOGY = {
    "en": """Photosynthesis

Photosynthesis is the process by which green plants turn light into chemical energy. It takes place
in the chloroplasts. Inside these organelles, a green pigment absorbs mainly red and blue light.
During the Calvin cycle, carbon dioxide is fixed into sugars by the enzyme rubisco. Oxygen is
released as a by-product when water molecules are split.

Why it matters

Nearly all oxygen in the atmosphere comes from photosynthesis. See Figure 3 for details. However,
this was not always so. Joseph Priestley discovered in 1774 that plants can restore air that a
candle has used up. We will come back to this question in chapter 5.""",
    "de": """Die Zelle

Die Zelle ist die kleinste Einheit des Lebens. In den Mitochondrien wird durch die Zellatmung
Energie in Form von ATP gewonnen. Sie werden deshalb auch Kraftwerke genannt. Die Fotosynthese
findet in den Chloroplasten statt, die den grünen Farbstoff Chlorophyll enthalten. Der Zellkern
enthält die Erbinformation in Form von Chromosomen. Siehe auch Abb. 4 auf S. 12. Wir kommen später
darauf zurück. Der Mensch besitzt in jeder Körperzelle 46 Chromosomen.""",
    "es": """La célula

La célula es la unidad básica de todos los seres vivos. Las mitocondrias producen la mayor parte de
la energía que necesita la célula. En los cloroplastos de las plantas tiene lugar la fotosíntesis,
que transforma la luz en energía química. Estos orgánulos contienen un pigmento verde llamado
clorofila. El núcleo contiene el material genético en forma de cromosomas. Sin embargo, las
bacterias no tienen núcleo. Véase la figura 4 en la página 12.""",
    "ru": """Клетка

Клетка — это наименьшая единица живого. Митохондрии вырабатывают энергию, необходимую для работы
клетки. Фотосинтез происходит в хлоропластах растительных клеток. Они содержат зелёный пигмент.
Растительная клетка окружена плотной оболочкой из целлюлозы. В ядре каждой клетки человека находится
46 хромосом. Об этом мы поговорим позже. См. рис. 4 на стр. 12.""",
}
HISTORY = {
    "en": """The French Revolution began in 1789 with the storming of the Bastille in Paris. In the
following year the Reign of Terror ended with the fall of Maximilien Robespierre. The Declaration of
the Rights of Man abolished the privileges of the nobility. Its consequences were felt in Europe.
Napoleon Bonaparte seized power in a coup in November 1799 and established the Consulate.""",
    "de": """Der Dreißigjährige Krieg begann 1618 mit dem Prager Fenstersturz. Er endete am 24.
Oktober 1648 mit dem Westfälischen Frieden. Schweden griff unter König Gustav Adolf im Jahr 1630 in
den Krieg ein. Die Bevölkerung sank in vielen Gegenden um etwa ein Drittel.""",
    "es": """La Guerra Civil española comenzó en julio de 1936 y terminó el 1 de abril de 1939. El
general Francisco Franco gobernó el país hasta su muerte en 1975. La Constitución de 1978 estableció
una monarquía parlamentaria. Este cambio fue pacífico y sorprendió a toda Europa.""",
    "ru": """Отечественная война 1812 года началась с вторжения армии Наполеона в Россию. Русской
армией командовал Михаил Илларионович Кутузов. Крепостное право было отменено в России манифестом
императора Александра в 1861 году. Это событие изменило жизнь всей страны и каждого крестьянина.""",
}
FOUND = {
    "en": {"Photosynthesis", "Calvin", "Oxygen", "Priestley", "Revolution", "Robespierre"},
    "de": {"Zelle", "Mitochondrien", "Chloroplasten", "Erbinformation", "Chromosomen"},
    "es": {"célula", "fotosíntesis", "núcleo", "1936", "1975", "Constitución"},
    "ru": {"клетки", "хлоропластах", "целлюлозы", "46", "Кутузов"},
}
NEVER = {
    "en": (
        "It takes",
        "these organelles",
        "See Figure",
        "However",
        "We will",
        "Its conseq",
        "Why it",
    ),
    "de": ("Sie werden", "Siehe", "Wir kommen", "Er endete", "Die Zelle\n"),
    "es": ("Estos orgánulos", "Sin embargo", "Véase", "Este cambio"),
    "ru": ("Они содержат", "Об этом", "См.", "Это событие"),
}


def made(language, *texts):
    return cloze([Piece(text, f"p. {at}") for at, text in enumerate(texts, 1)],
                 Tongue.of(TEXTS, language))  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_real_paragraphs_become_good_cards(language):
    cards = made(language, BIOLOGY[language], HISTORY[language])
    assert len(cards) >= 7
    assert {one.back for one in cards} >= FOUND[language]
    assert {one.cited for one in cards} == {"p. 1", "p. 2"}
    for one in cards:
        assert one.front.count(BLANK) == 1
        whole = one.front.replace(BLANK, one.back)
        assert whole in " ".join(f"{BIOLOGY[language]} {HISTORY[language]}".split())
        assert whole.endswith(".")
        assert one.back.casefold() not in one.front.casefold().split()
        assert not whole.startswith(NEVER[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_is_that_of_the_text(language):
    assert language_of(TEXTS, BIOLOGY[language], "en") == language
    assert language_of(TEXTS, HISTORY[language], "ru") == language


def test_a_text_in_another_language_gives_cards_in_that_language():
    code = language_of(TEXTS, BIOLOGY["de"], "en")
    assert "Erbinformation" in {one.back for one in cloze([Piece(BIOLOGY["de"])],
                                                         Tongue.of(TEXTS, code))}  # fmt: skip


def test_there_are_no_more_than_can_be_learned_and_they_are_from_everywhere():
    pieces = [
        f"The element number {at} was discovered in {1700 + at} by a chemist from the town of "
        f"{name}burg. Another sentence says that the metal of {name}ia melts in heat of the sun."
        for at, name in enumerate(a + b for a in "ABCDEF" for b in "aeiou")
    ]
    cards = made("en", *pieces)
    assert len(cards) <= MOST
    assert len({one.cited for one in cards}) == len(cards), "one of each piece before two of one"


def test_what_says_the_same_is_asked_once():
    text = "The mitochondria produce most of the energy that is used by the cells of animals."
    again = "The mitochondria produce most of the energy that is used by the cells of an animal."
    assert len(made("en", text, again)) == 1
    assert len(made("en", text, text)) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Structure of the Atom and the Nature of the Chemical Bond"),
        ("en", "and the rest of the energy is lost as heat to the surroundings of the cell."),
        ("en", "Why do the leaves of most of the trees turn yellow in the autumn of each year?"),
        ("en", "Table 3: 12 14 15 17 18; A B C D E; 1.5 2.5 3.5 (see p. 3)."),
        ("en", "You can find further exercises on the website of the publisher of this book."),
        ("en", "Send your answers to the teacher at biology@example.org by the end of the week."),
        ("de", "und der Rest der Energie geht als Wärme an die Umgebung der Zelle verloren."),
        ("de", "Welche Aufgabe haben die Mitochondrien in den Zellen von Tieren und Pflanzen?"),
        ("es", "¿Qué función tienen las mitocondrias en las células de los animales?"),
        ("ru", "Какую роль играют митохондрии в клетках растений и животных?"),
    ],
)
def test_what_makes_no_card(language, text):
    assert made(language, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One ends here. Two begins.", ["One ends here.", "Two begins."]),
        (
            "Dr. Smith met Mr. J. Brown, e.g. in Rome. He left.",
            ["Dr. Smith met Mr. J. Brown, e.g. in Rome.", "He left."],
        ),
        ("Pi is 3.14 or so. It goes on.", ["Pi is 3.14 or so.", "It goes on."]),
        ("Heading\n\nA sentence\nover two lines.", ["Heading", "A sentence over two lines."]),
        ("Words are par-\nted here, well-\nKnown.", ["Words are parted here, well- Known."]),
        (
            "Heading Here\nAnd a long sentence that runs over the line\nand ends there.",
            ["Heading Here", "And a long sentence that runs over the line and ends there."],
        ),
    ],
)
def test_sentences_are_told_apart(text, found):
    assert [one.text for one in sentences(text, Tongue.of(TEXTS, "en").abbreviations)] == found


PIECES = [Piece("Mitosis is the division of a nucleus.", "Biology.pdf, p. 1"),
          Piece("Osmosis is the flow of water.", "Biology.pdf, p. 2")]  # fmt: skip


def says(*cards):
    keys = ("passage", "question", "answer")
    import json

    return json.dumps({"cards": [dict(zip(keys, one, strict=True)) for one in cards]})


def test_of_a_model_s_cards_only_those_stand_that_their_passage_bears_out():
    text = says(
        (1, "What is mitosis?", "the division of a nucleus"),
        (2, "What flows in osmosis?", "Water."),
        (1, "What flows in osmosis?", "water"),
        (2, "Who discovered osmosis?", "Henri Dutrochet"),
        (3, "What is meiosis?", "the division of a nucleus"),
        (0, "What is nothing?", "water"),
        (2, "Is water what flows?", "water"),
        (2, "See https://evil.example", "water"),
        (2, "x", "water"),
        (2, "What is in the wat of things?", "wat"),
        (1, "WHAT IS MITOSIS?", "division"),
    )
    assert [(one.front, one.back, one.cited) for one in checked(text, PIECES)] == [
        ("What is mitosis?", "the division of a nucleus", "Biology.pdf, p. 1"),
        ("What flows in osmosis?", "Water", "Biology.pdf, p. 2"),
    ]


@pytest.mark.parametrize(
    "text", ["", "no JSON", "[]", '{"cards": 3}', '{"cards": [{"passage": 1}]}']
)
def test_what_is_no_answer_gives_no_cards(text):
    assert checked(text, PIECES) == []
