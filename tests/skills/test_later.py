"""Reminders for whoever does not know when yet: times to choose from."""

import re

import pytest

LATER = {
    "en": (
        ("remind me later to call Anna", "When shall I remind you?"),
        ("[This evening]", "Today, Wednesday 18 November, 19:00: call Anna."),
        ("remind me later", "What shall I remind you of?"),
        ("to call Bert", "When shall I remind you?"),
        ("[Tomorrow morning]", "Tomorrow, Thursday 19 November, 09:00: call Bert."),
    ),
    "es": (
        ("recuérdame más tarde llamar a Ana", "¿Cuándo quieres que te lo recuerde?"),
        ("[Dentro de una hora]", "Hoy, miércoles 18 de noviembre, 11:00: llamar a Ana."),
        ("recuérdamelo luego", "¿Qué quieres que te recuerde?"),
    ),
    "de": (
        ("erinnere mich später daran, Anna anzurufen", "Wann soll ich dich erinnern?"),
        ("[Heute Abend]", "Heute, Mittwoch, 18. November, 19:00: Anna anrufen."),
        ("erinnere mich später", "Woran soll ich dich erinnern?"),
    ),
    "ru": (
        ("напомни позже позвонить Анне", "Когда напомнить?"),
        ("[Завтра утром]", "Завтра, четверг, 19 ноября, 09:00: позвонить Анне."),
        ("напомни потом", "О чём напомнить?"),
    ),
}
NEXT_WEEK = {
    "en": ("remind me next week to call Anna", "[Monday 23 November]"),
    "es": ("recuérdame la próxima semana llamar a Ana", "[Miércoles 25 de noviembre]"),
    "de": ("erinnere mich nächste Woche daran, Anna anzurufen", "[Freitag, 27. November]"),
    "ru": ("напомни на следующей неделе позвонить Анне", "[Понедельник, 23 ноября]"),
}
ZONE = "in which city"


def zone(language):
    """London's clock is UTC's in November."""
    return {"language": language, "zone": "Europe/London"}


@pytest.mark.parametrize("language", LATER)
async def test_some_times_are_offered(dialog, language):
    await dialog(*LATER[language], **zone(language))


@pytest.mark.parametrize("language", NEXT_WEEK)
async def test_some_days_of_next_week_are_offered(dialog, language):
    said, button = NEXT_WEEK[language]
    anna = dialog.speaker(**zone(language))
    await anna.say(said)
    assert len(anna.choices) == 3
    answer = (await anna.say(button)).text
    assert answer.startswith(f"{button[1:-1]}, 09:00: ")


async def test_an_offer_may_be_answered_in_words(dialog):
    anna = await dialog(
        ("remind me later to call Anna", "When shall I remind you?"),
        ("on Friday at ten", re.compile("Friday 20 November, 10:00: call Anna")),
        ("remind me to call Bert", "When shall I remind you?"),
        ("[In an hour]", re.compile("11:00: call Bert")),
    )
    assert await dialog.wait(hours=1) == ["Reminder: call Bert"]
    await anna(("my reminders", re.compile("Anna$")))


async def test_in_an_hour_needs_no_zone_and_this_evening_does(dialog):
    await dialog(
        ("remind me later to call Anna", "When shall I remind you?"),
        ("[In an hour]", re.compile("11:00: call Anna")),
        ("remind me later to call Bert", "When shall I remind you?"),
        ("[This evening]", re.compile(ZONE)),
        ("Berlin", "Today, Wednesday 18 November, 19:00: call Bert."),
        zone=None,
    )


async def test_late_in_the_day_there_is_no_evening_to_offer(dialog):
    await dialog.wait(hours=9)
    anna = await dialog(("remind me later to call Anna", "When shall I remind you?"))
    assert list(anna.choices) == ["In an hour", "Tomorrow morning"]


async def test_an_old_button_of_a_time_is_told_to_be_stale(dialog):
    anna = await dialog(("remind me later to call Anna", "When shall I remind you?"))
    buttons = anna.choices
    await anna(("[In an hour]", re.compile("11:00")))
    anna.choices = buttons
    await anna(("[In an hour]", "This button is too old. Please ask me again."))
    anna.choices = {"Never": "reminders.later?until=9999-99-99"}
    await anna(("[Never]", "This button is too old. Please ask me again."))


async def test_later_with_a_time_is_that_time(dialog):
    await dialog(
        ("remind me tomorrow at nine to see you later", re.compile("09:00: see you later")),
        ("remind me to plan next week", "When shall I remind you?"),
        ("tomorrow at ten", re.compile("10:00: plan next week")),
    )
