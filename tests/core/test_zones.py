"""Zones in words, in four languages."""

from datetime import UTC, datetime, timedelta
from zoneinfo import available_timezones

import pytest

from core.understanding.zones import _places, find_zone, place

NOW = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)
MEANT = [
    ("Europe/Berlin", "Europe/Berlin"),
    ("america/new_york", "America/New_York"),
    ("UTC+3", "Etc/GMT-3"),
    ("gmt -5", "Etc/GMT+5"),
    ("+3", "Etc/GMT-3"),
    ("utc", "UTC"),
    ("I live in Munich", "Europe/Berlin"),
    ("Berlin, Germany", "Europe/Berlin"),
    ("London time please", "Europe/London"),
    ("vivo en Ciudad de México", "America/Mexico_City"),
    ("São Paulo", "America/Sao_Paulo"),
    ("Alemania", "Europe/Berlin"),
    ("ich wohne in Köln", "Europe/Berlin"),
    ("Österreich", "Europe/Vienna"),
    ("я в Москве", "Europe/Moscow"),
    ("живу в Санкт-Петербурге", "Europe/Moscow"),
    ("в Нижнем Новгороде", "Europe/Moscow"),
    ("Россия", "Europe/Moscow"),
    ("12:02", "Etc/GMT-3"),
    ("it's 4 pm", "Etc/GMT-7"),
    ("es ist 10 Uhr", "Etc/GMT-1"),
    ("las 4 de la tarde", "Etc/GMT-7"),
    ("сейчас 12 часов", "Etc/GMT-3"),
    ("it's 10:30 here in Berlin", "Europe/Berlin"),
]
IN_WORDS = [
    ("en", "it's half past ten", "13:30", "Etc/GMT+3"),
    ("en", "quarter to five in the morning", "09:45", "Etc/GMT+5"),
    ("en", "it's 10 o'clock", "18:00", "Etc/GMT+8"),
    ("en", "it's ten o'clock", "09:00", "Etc/GMT-1"),
    ("de", "es ist halb elf", "09:30", "Etc/GMT-1"),
    ("de", "es ist halb elf", "21:30", "Etc/GMT-1"),
    ("de", "es ist halb 11 Uhr", "09:30", "Etc/GMT-1"),
    ("de", "Viertel vor neun abends", "19:45", "Etc/GMT-1"),
    ("es", "son las diez y media", "16:30", "Etc/GMT+6"),
    ("es", "son las diez y media", "09:30", "Etc/GMT-1"),
    ("es", "las once menos cuarto de la noche", "02:45", "Etc/GMT+4"),
    ("ru", "сейчас половина одиннадцатого", "07:30", "Etc/GMT-3"),
    ("ru", "сейчас половина одиннадцатого", "12:30", "Etc/GMT-10"),
    ("ru", "без пятнадцати девять вечера", "17:45", "Etc/GMT-3"),
]


@pytest.mark.parametrize(("said", "zone"), MEANT)
def test_finds_the_zone(said, zone):
    assert find_zone(said, "en", NOW) == zone


@pytest.mark.parametrize(("language", "said", "utc", "zone"), IN_WORDS)
def test_finds_it_by_a_clock_in_words(language, said, utc, zone):
    hour, minute = map(int, utc.split(":"))
    assert find_zone(said, language, NOW.replace(hour=hour, minute=minute)) == zone


@pytest.mark.parametrize("said", ["in the evening", "tomorrow at nine", "in one hour", "at night"])
def test_no_clock_is_no_zone(said):
    assert find_zone(said, "en", NOW) is None


@pytest.mark.parametrize(
    "said",
    ["", "no", "I do not know", "call mum tomorrow", "USA", "UTC+25", "99:99", "\0", "x" * 9999],
)
def test_rather_nothing_than_a_guess(said):
    assert find_zone(said, "en", NOW) is None


@pytest.mark.parametrize(("said", "minutes"), [("UTC+5:30", 330), ("14:45", 345), ("+9:30", 570)])
def test_finds_quarters_of_an_hour(said, minutes):
    from zoneinfo import ZoneInfo

    zone = find_zone(said, "en", NOW)
    assert zone is not None
    assert NOW.astimezone(ZoneInfo(zone)).utcoffset() == timedelta(minutes=minutes)


def test_every_zone_of_the_table_exists():
    assert set(_places().values()) <= available_timezones()


def test_a_zone_has_a_name_for_people():
    assert place("Europe/Moscow", "ru") == "Москва"
    assert place("Europe/Moscow", "de") == "Moskau"
    assert place("Etc/GMT-3", "en") == "UTC+3"
    assert place("Etc/GMT+5", "en") == "UTC-5"
    assert place("UTC", "en") == "UTC"
