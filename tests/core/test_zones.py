"""Zones in words, in four languages."""

from datetime import UTC, datetime
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


@pytest.mark.parametrize(("said", "zone"), MEANT)
def test_finds_the_zone(said, zone):
    assert find_zone(said, "en", NOW) == zone


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
    assert NOW.astimezone(ZoneInfo(zone)).utcoffset().total_seconds() == minutes * 60


def test_every_zone_of_the_table_exists():
    assert set(_places().values()) <= available_timezones()


def test_a_zone_has_a_name_for_people():
    assert place("Europe/Moscow", "ru") == "Москва"
    assert place("Europe/Moscow", "de") == "Moskau"
    assert place("Etc/GMT-3", "en") == "UTC+3"
    assert place("Etc/GMT+5", "en") == "UTC-5"
    assert place("UTC", "en") == "UTC"
