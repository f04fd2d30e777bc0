"""Files and lines to cards: every way in which people and programs write them, and hostile ones."""

import time
from pathlib import Path

import pytest

from core.texts import LANGUAGES, Texts
from skills.decks.files import MOST_BYTES, decoded, holds_cards, parse
from skills.decks.parsed import MOST_CARDS, Fault, columns
from skills.decks.shelf import FOLDER
from skills.decks.written import parse_yaml

WORDS = columns(Texts(Path(__file__).parents[2] / "locales"))


def cards(text, name="", *, titled=False):
    return [(one.front, one.back) for one in parse(text, WORDS, name=name, titled=titled).entries]


@pytest.mark.parametrize(
    "text",
    [
        "mitosis = division\nosmosis = flow",
        "mitosis=division\nosmosis=flow",
        "mitosis - division\nosmosis - flow",
        "mitosis – division\nosmosis — flow",
        "mitosis: division\nosmosis: flow",
        "mitosis → division\nosmosis -> flow",
        "mitosis\tdivision\nosmosis\tflow",
        "mitosis | division\nosmosis | flow",
        "mitosis; division\nosmosis; flow",
        "1. mitosis = division\n2) osmosis = flow",
        "• mitosis = division\n\n- osmosis = flow\n",
        "Q: mitosis\nA: division\n\nQ: osmosis\nA: flow",
        "Frage: mitosis\nAntwort: division\nFrage: osmosis\nAntwort: flow",
        "Вопрос: mitosis\nОтвет: division\nВопрос: osmosis\nОтвет: flow",
        "front,back\nmitosis,division\nosmosis,flow",
        "mitosis,division\nosmosis,flow",
        '"mitosis";"division"\n"osmosis";"flow"',
        "Pregunta;Respuesta;Pista\nmitosis;division;cell\nosmosis;flow;water",
        "Antwort\tFrage\ndivision\tmitosis\nflow\tosmosis",
        "\ufefffront\tback\r\nmitosis\tdivision\r\nosmosis\tflow\r\n",
        "title: Cells\ncards:\n  - front: mitosis\n    back: division\n  - {q: osmosis, a: flow}",
        "- question: mitosis\n  answer: division\n- [osmosis, flow]",
        "cards:\n  mitosis: division\n  osmosis: flow",
        "#separator:tab\n#html:true\nmitosis\tdivision\nosmosis\t<b>flow</b>",
        "#separator:Semicolon\n#html:false\nmitosis;division\nosmosis;flow",
    ],
)
def test_all_these_are_the_same_two_cards(text):
    assert cards(text) == [("mitosis", "division"), ("osmosis", "flow")]


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("What is 2+2? 4\nWhat is 3+3? 6", "", [("What is 2+2?", "4"), ("What is 3+3?", "6")]),
        ("2+2=4\n3x = 9: x = 3", "", [("2+2", "4"), ("3x", "9: x = 3")]),
        (
            "well-known = famous\nthe 19th - century one = old",
            "",
            [("well-known", "famous"), ("the 19th - century one", "old")],
        ),
        (
            'a,"b, with a comma"\n"say ""hi""",greet',
            "x.csv",
            [("a", "b, with a comma"), ('say "hi"', "greet")],
        ),
        ('a,"two\nlines"\nb,c', "x.csv", [("a", "two\nlines"), ("b", "c")]),
        ('5" pipe;pipe of 5"\nb;c', "x.csv", [('5" pipe', 'pipe of 5"'), ("b", "c")]),
        ("word,translation,tags\nHaus,house,a1 home", "x.csv", [("Haus", "house")]),
        (
            "no: yes\n1.10: on\n2001-01-01: ~",
            "x.yaml",
            [("no", "yes"), ("1.10", "on"), ("2001-01-01", "~")],
        ),
        ("house: [casa, hogar]\ncat: gato", "x.yml", [("house", "casa"), ("cat", "gato")]),
        ("- chat = cat\n- chien = dog", "x.yaml", [("chat", "cat"), ("chien", "dog")]),
    ],
)
def test_what_is_written_is_kept_as_it_is_meant(text, name, found):
    assert cards(text, name) == found


def test_a_title_is_no_card():
    parsed = parse("French\nchat = cat", WORDS, titled=True)
    assert (parsed.title, len(parsed.entries)) == ("French", 1)
    assert parse("French:\nchat = cat\nchien = dog", WORDS).title == "French"
    assert parse("title: French\ncards: [[chat, cat]]", WORDS, name="a.yaml").title == "French"


def test_an_anki_file_gives_up_its_columns_markup_and_gaps():
    text = (
        "#separator:tab\n#html:true\n#deck column:1\n#tags column:4\n"
        "School::Biology\t<div>What is <b>mitosis</b>?</div>\tdivision&nbsp;of a<br>nucleus\tcell\n"
        "School::Biology\t{{c1::Osmosis::o…}} is a flow of {{c2::water}}[sound:a.mp3]\t\tcell a2\n"
        'School::Biology\t"a ""quoted"" <img src=""x.png"">front"\tback\t\n'
    )
    parsed = parse(text, WORDS, name="export.txt")
    assert parsed.title == "Biology"
    assert [(one.front, one.back, one.hint, one.tags) for one in parsed.entries] == [
        ("What is mitosis?", "division of a\nnucleus", "", "cell"),
        ("_____ is a flow of water", "Osmosis", "o…", "cell a2"),
        ("Osmosis is a flow of _____", "water", "", "cell a2"),
        ('a "quoted" front', "back", "", ""),
    ]


def test_a_header_names_hints_and_further_answers():
    parsed = parse("question;answer;hint;accepted\nthe USA?;Washington;W;DC|Washington D.C.", WORDS)
    (card,) = parsed.entries
    assert (card.hint, card.accepted) == ("W", ("DC", "Washington D.C."))


@pytest.mark.parametrize(
    ("text", "name", "faults", "good"),
    [
        ("a = b\nc =\n= d\ne = f", "", [Fault(2, "no-answer"), Fault(3, "no-question")], 2),
        ("a;b\nc\n\n;d\ne;f", "x.csv", [Fault(2, "no-answer"), Fault(4, "no-question")], 2),
        ('a,b\nc,"d\ne,f\n' + "g,h\n" * 20, "x.csv", [Fault(2, "quote")], 22),
        ("a = b\n" + "x" * 1500 + " = y", "", [Fault(2, "too-long")], 1),
        (
            "- front: a\n  back: b\n- front: c\n- front: d\n  back: e",
            "x.yaml",
            [Fault(3, "no-answer")],
            2,
        ),
        (
            "- front: a\n  back: b\n- front: c: d\n  back: e\n",
            "x.yaml",
            [Fault(3, "unreadable")],
            1,
        ),
        ("a: &x b\nc: *x\n", "x.yaml", [Fault(2, "aliases")], 1),
        ("#separator:tab\na\tb\nc\t\n", "x.txt", [Fault(3, "no-answer")], 1),
    ],
)
def test_a_line_at_fault_is_told_and_the_others_are_kept(text, name, faults, good):
    parsed = parse(text, WORDS, name=name)
    assert (parsed.faults, len(parsed.entries)) == (faults, good)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("столица Франции;Париж\nстолица Испании;Мадрид", "cp1251"),
        ("größte Stadt;München\nFrühling;primavera", "cp1252"),
        ("¿cuánto?;mucho\nniño;child", "latin-1"),
        ("ёлка;Tanne", "utf-8-sig"),
        ("ёлка;Tanne", "utf-16"),
    ],
)
def test_whatever_a_spreadsheet_writes_in_is_read(text, encoding):
    assert decoded(text.encode(encoding)).lstrip("\ufeff") == text


@pytest.mark.parametrize(
    ("name", "text", "is_deck"),
    [
        ("a.csv", "x", True),
        ("Deck.YAML", "x", True),
        ("export.txt", "#separator:tab\n#html:true\na\tb", True),
        ("words.txt", "chat = cat\nchien = dog", True),
        ("essay.txt", "The cell is the smallest unit.\nIt divides.", False),
        ("Biology.pdf", "mitosis = division\nosmosis = flow", False),
    ],
)
def test_a_deck_is_told_from_a_text(name, text, is_deck):
    assert holds_cards(name, text) is is_deck


LAUGHS = "\n".join(
    f"{chr(97 + at)}: &{chr(97 + at)} [{', '.join(['*' + chr(96 + at)] * 9) if at else 'lol'}]"
    for at in range(20)
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (",".join(f"c{at}" for at in range(10_000)) + "\n" + "x," * 40_000, "a.csv"),
        ("a," + "b" * 199_000, "a.csv"),
        ('"' * 199_000, "a.csv"),
        ('a,"\n' * 40_000, "a.csv"),
        ("a" + " " * 190_000 + "b", ""),
        ("a" + "\t " * 90_000 + "b", ""),
        ("=" * 190_000, ""),
        ("-" * 190_000, ""),
        ("a = b\n" * 30_000, ""),
        (LAUGHS, "a.yaml"),
        ("[" * 190_000, "a.yaml"),
        ("{a: " * 45_000, "a.yaml"),
        ("- " * 90_000, "a.yaml"),
        ("? " * 90_000, "a.yaml"),
        ("- !!python/object/apply:os.system ['false']\n" * 4_000, "a.yaml"),
        ("#separator:tab\n#html:true\n" + "<" * 190_000, "a.txt"),
        ("#separator:tab\n#html:true\na\t" + "<a " * 60_000, "a.txt"),
        ("#separator:tab\n" + "{{c1::" * 30_000, "a.txt"),
        ("#separator:tab\n" + "\n".join("{{c1::a" * 100 for _ in range(280)), "a.txt"),
        ("Q: a\n" * 39_000, ""),
        ("\0" * 190_000, ""),
    ],
)
def test_a_hostile_file_takes_no_time(text, name):
    began = time.process_time()
    parsed = parse(text, WORDS, name=name)
    assert time.process_time() - began < 3.0
    assert len(parsed.entries) <= MOST_CARDS


def test_what_is_beyond_the_limit_is_owned_up_to():
    parsed = parse("\n".join(f"a{at}=b" for at in range(MOST_CARDS + 1)), WORDS)
    assert (len(parsed.entries), parsed.more) == (MOST_CARDS, True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_samples_are_sound(language):
    paths = sorted(FOLDER.glob(f"*.{language}.yaml"))
    assert len(paths) >= 3
    for path in paths:
        text = path.read_text(encoding="utf-8")
        parsed = parse_yaml(text, WORDS)
        assert (parsed.faults, parsed.language) == ([], language), path.name
        assert parsed.title
        assert len(parsed.entries) >= 12
        assert len({one.front for one in parsed.entries}) == len(parsed.entries), path.name
        assert len(text) < MOST_BYTES
        # A button has 64 bytes: "decks.samples?name=" and the name.
        assert len(path.stem) < 40


def test_the_sums_of_the_samples_are_right():
    for path in FOLDER.glob("arithmetic.*.yaml"):
        for one in parse_yaml(path.read_text(encoding="utf-8"), WORDS).entries:
            digits = "".join(sign if sign in "0123456789×÷²%" else " " for sign in one.front)
            for sign, meant in {"×": "*", "÷": "//", "²": "**2"}.items():
                digits = digits.replace(sign, meant)
            if "%" in digits:
                part, whole = digits.replace("%", " ").split()
                digits = f"{part} * {whole} // 100"
            assert eval(digits) == int(one.back), one.front
