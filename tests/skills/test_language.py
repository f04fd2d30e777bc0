"""Speaking another language, from every language to every other."""

import re

import pytest

SWITCH = {
    "en": ("speak Spanish", re.compile("en español")),
    "es": ("habla en alemán", re.compile("auf Deutsch")),
    "de": ("sprich Russisch", re.compile("по-русски")),
    "ru": ("говори по-английски", re.compile("in English")),
}


@pytest.mark.parametrize("language", SWITCH)
async def test_the_language_is_switched(dialog, language):
    await dialog(SWITCH[language], language=language)


async def test_the_language_stays_switched(dialog):
    await dialog(
        ("sprich Deutsch", re.compile("^Sehr gern")),
        ("qué hora es", re.compile("^Son las 10:00")),
        ("wie spät ist es?", re.compile("^Es ist 10:00 Uhr")),
        ("xyzzy", re.compile("^Das habe ich nicht verstanden")),
    )


async def test_a_language_we_do_not_speak_is_told_with_those_we_do(dialog):
    anna = await dialog(("do you speak Klingon?", re.compile("I do not speak that one")))
    assert list(anna.choices) == ["English", "Español", "Deutsch", "Русский"]
    await anna(
        ("[Русский]", re.compile("по-русски")),
        ("смени язык", "На каком языке будем говорить?"),
        ("[English]", re.compile("in English")),
        ("/language switch немецкий", re.compile("auf Deutsch")),
    )
