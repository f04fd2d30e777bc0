"""The spoken form: words for signs and numbers in four languages, and never any markup."""

import random
import re
import subprocess
import sys
import unicodedata
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from core.model import Choice, Reply
from core.spoken import LONGEST, LONGEST_SSML, speech_of, spoken, ssml
from core.spoken.lexicon import lexicon
from core.spoken.markup import LONGEST as LOOKED_AT
from core.texts import LANGUAGES

TABLES = Path(__file__).parent / "spoken"
UNSAYABLE = re.compile(r"[<>*_`#|~\[\]{}\\/@&=+^%$€£0-9()]|www\.\w|https?:\S|[\ue000-\uf8ff]")
FRAGMENTS = [
    *("**", "*", "_", "`", "```", "~~", "<b>", "</b>", "<", "<<", ">", "&amp;", "&lt;", "[", "]("),
    *(
        ")",
        "http://",
        "https://a.b/c",
        "www.x.org",
        "#",
        "- ",
        "1. ",
        "|",
        "---",
        "\n",
        "\n\n",
        " ",
    ),
    *(". ", ".", ",", ";", ":", "!", "?", "…", "5", "12", "2026", "-", "–", "/", "%", "°C", "€"),
    *("km", "e.g.", "No. ", "09:00", "24.11.", "a", "B", "слово", "x^2", "=", "½", "²", "😀", "é"),
    *("\u200d", "e", "\u0301", "'", '"', "¿", "„", "т. е.", "usw.", "$", r"\frac{1}{2}", "@", "№"),
    *("º", "1/2", "٣", "①", "㎞", "\ue000", "K", "²³", "mailto:a@b.c", "..", "'s", "т.", "д."),
    *("data:image/png;base64,AAAA", "javascript:", "<script>", "<!--", "\x00", "\ud83d", "\u202e"),
]


def rows() -> list[tuple[str, str, str]]:
    found = []
    for language in LANGUAGES:
        text = (TABLES / f"{language}.txt").read_text(encoding="utf-8")
        lines = [one for one in text.splitlines()[1:] if one]
        pairs = zip(lines[::2], lines[1::2], strict=True)
        found += [(language, written, said.strip()) for written, said in pairs]
    return found


@pytest.mark.parametrize(("language", "written", "said"), rows())
def test_what_is_written_is_said(language: str, written: str, said: str) -> None:
    heard = spoken(written.replace("\\n", "\n"), language)
    assert heard == said.replace(" / ", "\n")
    assert spoken(heard, language) == heard
    assert not UNSAYABLE.search(heard)


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_rows_enough(language: str) -> None:
    assert sum(row[0] == language for row in rows()) >= 40


def nasty() -> list[str]:
    """Three hundred that somebody might send, seeded."""
    rng = random.Random(11)
    letters = [chr(rng.randrange(0x20, 0x3000)) for _ in range(400)] + list(
        "<>[]()*_`#|/\\&;:.-'\""
    )
    made = ["".join(rng.choices(FRAGMENTS, k=rng.randrange(1, 40))) for _ in range(150)]
    made += ["".join(rng.choices(letters, k=rng.randrange(1, 120))) for _ in range(110)]
    return [*made, *(sign * LOOKED_AT for sign in "<[*`|\\($&^_-=~#>.,:;/'\"5 \n\t"), *PLANTED]


PLANTED = [
    "",
    " \n\t ",
    "\x00\x01\x02",
    "<" * 500 + "b" + ">" * 500,
    "<<b>script>alert(1)</<b>script>",
    "&amp;amp;amp;lt;b&amp;amp;amp;gt;",
    "＜b＞wide＜/b＞ ｈｔｔｐｓ：／／ｅｖｉｌ．ｃｏｍ",
    "[a](https://evil.com/(x)_(y)) ![b](data:image/png;base64,AAAA==)",
    "hxxp://evil[.]com and http:\u200b//evil.com and ht\u00adtp://evil.com",
    "https://user:pass@evil.com:8080/a?b=c#d",
    "//evil.com/a WWW.EVIL.COM mailto:a@evil.com tel:+491701234567",
    "| a | b |\n|---|\n| c |",
    "```\nnever closed",
    "$$\\int_0^\\infty e^{-x^2} dx = \\frac{\\sqrt{\\pi}}{2}$$",
    "9" * 5_000,
    "1" + ",000" * 3_000,
    "-" * 50 + "5" + "." * 50,
    "99:99 32.13.2026 2026-13-45 0/0 1/0 24:61",
    "31.02.2026 and 0.0.0000 and 00/00/00",
    "٣٤ ५६ ⅷ ① ㊿ 𝟙𝟚",
    "١٢:٣٠ and ۱/۲",
    "€ $ £ % ° § # & @ alone",
    "\ud800 lone surrogate \udfff",
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_comes_is_said_or_left_out(language: str) -> None:
    for text in nasty():
        heard = spoken(text, language)
        assert len(heard) <= LONGEST
        assert not UNSAYABLE.search(heard), (text, heard)
        assert spoken(heard, language) == heard, text
        marked = ssml(text, language)
        ET.fromstring(marked)
        assert len(marked) <= LONGEST_SSML


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=6)), max_size=14).map("".join),
    st.sampled_from(LANGUAGES),
)
@example("5т. е.", "ru")
@example("x^2www.x.org", "en")
def test_saying_it_twice_changes_nothing(text: str, language: str) -> None:
    heard = spoken(text, language)
    assert not UNSAYABLE.search(heard)
    assert spoken(heard, language) == heard
    assert all(unicodedata.category(one)[0] not in "SC" for one in heard.replace("\n", ""))


def test_every_length_is_kept_and_a_cut_is_told() -> None:
    text = "The cat sat on the mat with 3 hats. " * 40 + "\n\n" + "- a thing to buy\n" * 500
    for limit in (30, 60, 100, 700, 2_000, LONGEST):
        heard = spoken(text, "en", limit)
        assert len(heard) <= limit
        *kept, last = heard.split("\n")
        assert last == "There is more in the text."
        assert all(one.endswith(".") for one in kept)
        assert len(heard) > limit - 80 or limit < 60
    assert "more in the text" not in spoken("Short.", "en")
    assert spoken("One long line without an end " * 300, "en") == "There is more in the text."


def test_ssml_pauses_between_items_and_cuts_whole_sentences() -> None:
    assert ssml("Say:\n- Tom's “hat”\n- 1 < 2", "en") == (
        '<speak>Say:<break time="400ms"/>Tom&apos;s “hat”.'
        '<break time="400ms"/>one is less than two.</speak>'
    )
    long = ssml("- it's a thing\n" * 1_200, "en")
    assert 7_800 < len(long) <= LONGEST_SSML
    assert long.endswith('<break time="400ms"/>There is more in the text.</speak>')
    assert len(ET.fromstring(long)) > 100
    assert ssml("", "en") == "<speak></speak>"


CHOICES = (
    Choice("Yes ✅", "yes"),
    Choice("09:00", "at"),
    Choice("*Later*", "later"),
    Choice("🎲", "x"),
)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Which one?\nYou can say: Yes, nine o'clock or Later."),
        ("es", "Which one?\nPuedes decir: Yes, las nueve o Later."),
        ("de", "Which one?\nDu kannst sagen: Yes, neun Uhr oder Later."),
        ("ru-RU", "Which one?\nМожно сказать: Yes, девять часов или Later."),
    ],
)
def test_a_reply_with_choices_offers_them(language: str, said: str) -> None:
    heard = speech_of(Reply("**Which** one?", choices=CHOICES), language)
    assert heard == said
    assert spoken(heard, language) == heard


def test_a_reply_has_its_own_speech_or_its_text() -> None:
    assert speech_of(Reply("See https://a.b", speech="See the *link*.", choices=CHOICES), "en") == (
        "See the link."
    )
    assert speech_of(Reply("Saved: 2 eggs"), "en") == "Saved: two eggs."
    assert speech_of(Reply("Pick", choices=CHOICES[:1]), "en") == "Pick.\nYou can say: Yes."
    assert speech_of(Reply("👍"), "en") == ""
    assert speech_of(Reply("Hola", choices=CHOICES[:2]), "xx").endswith("Yes or nine o'clock.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_word(language: str) -> None:
    english, own = lexicon("en"), lexicon(language)
    for table in ("phrases", "signs", "terms", "fractions"):
        assert set(getattr(own, table)) >= set(getattr(english, table)) - {"w/o", "n/a"}, table
    assert len(own.month_names) == 12
    forms = 4 if language == "ru" else 3
    assert all(len(one) == forms for one in [*own.units.values(), *own.magnitudes.values()])
    assert all(len(one) == 2 * forms - 1 for one in own.currencies.values())
    for number, name in enumerate(own.month_names, 1):
        assert own.month_number(name.upper()) == number


def test_what_holds_no_number_imports_no_numbers() -> None:
    code = (
        "import sys; from core.spoken import spoken; spoken('Hello, *you*.', 'en');"
        "sys.exit('num2words' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
