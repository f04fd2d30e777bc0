"""Where a person's clock is."""

import re

import pytest

ZONES = {
    "en": (
        ("what time is it?", re.compile("^In which city are you")),
        ("Munich", "Noted: Berlin. It is 11:00 there now, Wednesday 18 November."),
        ("my time zone is UTC+5:30", re.compile("15:30 there now")),
    ),
    "es": (
        ("vivo en Sevilla", re.compile("^Anotado: Madrid. Allí son ahora las 11:00, miércoles")),
        ("¿qué hora es?", "Son las 11:00, miércoles 18 de noviembre (Madrid)."),
    ),
    "de": (
        ("ich wohne in Köln", re.compile("^Notiert: Berlin. Dort ist es jetzt 11:00 Uhr")),
        ("wie spät ist es", "Es ist 11:00 Uhr, Mittwoch, 18. November (Berlin)."),
    ),
    "ru": (
        ("я живу в Екатеринбурге", re.compile("^Записано: Екатеринбург. Там сейчас 15:00")),
        ("который час", "Сейчас 15:00, среда, 18 ноября (Екатеринбург)."),
    ),
}


@pytest.mark.parametrize("language", ZONES)
async def test_a_place_becomes_a_zone(dialog, language):
    await dialog(*ZONES[language], language=language, zone=None)


async def test_who_is_asked_in_vain_is_not_asked_for_ever(dialog):
    await dialog(
        ("what time is it", re.compile("^In which city")),
        ("beyond the sea", re.compile("^I do not know this place")),
        ("beyond the hills", re.compile("^Let us leave that question")),
        ("note that it rains", "Saved: it rains"),
        zone=None,
    )
