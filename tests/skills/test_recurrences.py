"""Reminders that come again, come to an end, or cannot be, in four languages."""

import re

import pytest

NTH = {
    "en": ("remind me on the last Friday of the month at 5pm to pay rent", "Reminder: pay rent"),
    "es": (
        "recuérdame el último viernes de cada mes a las 17:00 pagar",
        "Recordatorio: pagar",
    ),
    "de": (
        "erinnere mich am letzten Freitag des Monats um 17 Uhr an die Miete",
        "Erinnerung: Miete",
    ),
    "ru": ("напоминай в последнюю пятницу месяца в 17:00 заплатить", "Напоминаю: заплатить"),
}
IN_WORDS = {
    "en": "on the last Friday of every month",
    "es": "los últimos viernes de cada mes",
    "de": "am letzten Freitag jedes Monats",
    "ru": "по последним пятницам каждого месяца",
}


@pytest.mark.parametrize("language", NTH)
async def test_the_last_friday_of_every_month(dialog, language):
    said, reminded = NTH[language]
    answer = re.compile(f"27.*17:00: .*{IN_WORDS[language]}\\.$")
    await dialog((said, answer), language=language)
    assert await dialog.wait(days=9, hours=6) == []
    assert await dialog.wait(hours=1) == [reminded]
    assert await dialog.wait(days=27) == []
    assert await dialog.wait(days=1) == [reminded]  # 25 December


UNTIL = {
    "en": ("remind me every day at 9 until Friday to drink", "every day until 20 November"),
    "es": (
        "recuérdame todos los días a las 9 hasta el viernes beber",
        "todos los días hasta el 20 de noviembre inclusive",
    ),
    "de": (
        "erinnere mich jeden Tag um 9 bis Freitag ans Trinken",
        "jeden Tag bis einschließlich 20. November",
    ),
    "ru": (
        "напоминай каждый день в 9 до пятницы пить",
        "каждый день до 20 ноября включительно",
    ),
}
NONE_LEFT = {"en": "no reminders", "es": "No tienes", "de": "keine", "ru": "нет"}
MY_REMINDERS = {
    "en": "my reminders",
    "es": "mis recordatorios",
    "de": "meine Erinnerungen",
    "ru": "мои напоминания",
}


@pytest.mark.parametrize("language", UNTIL)
async def test_a_series_ends_on_its_last_day(dialog, language):
    said, words = UNTIL[language]
    anna = await dialog((said, re.compile(f"{words}\\.$")), language=language)
    assert len(await dialog.wait(days=2)) == 2  # Thursday and Friday
    assert await dialog.wait(days=7) == []
    await anna((MY_REMINDERS[language], re.compile(NONE_LEFT[language])))


async def test_a_series_that_is_over_before_it_begins_is_asked_again(dialog):
    await dialog(
        (
            "remind me every Monday until Friday to run",
            "Until 20 November there is no such day. When shall I remind you?",
        ),
        ("every Monday at six", re.compile("every Monday\\.$")),
    )


async def test_what_is_counted_by_the_clock_ends_too(dialog):
    await dialog(("remind me every 6 hours until tomorrow to stretch", re.compile("every 6 hours")))
    assert len(await dialog.wait(days=3)) == 6  # at 16 and 22, and four times on Thursday


TWICE = {
    "en": ("remind me every day at 9 and 21 to drink", "every day at 09:00 and 21:00"),
    "es": (
        "recuérdame todos los días a las 9 y a las 21 beber",
        "todos los días a las 09:00 y 21:00",
    ),
    "de": (
        "erinnere mich jeden Tag um 9 und 21 Uhr ans Trinken",
        "jeden Tag um 09:00 und 21:00",
    ),
    "ru": ("напоминай каждый день в 9 и 21 пить", "каждый день в 09:00 и 21:00"),
}


@pytest.mark.parametrize("language", TWICE)
async def test_several_times_a_day(dialog, language):
    said, words = TWICE[language]
    await dialog((said, re.compile(f"21:00: .*{words}\\.$")), language=language)
    assert len(await dialog.wait(hours=12)) == 1
    assert len(await dialog.wait(days=2)) == 4


EVERY = (
    ("every first Monday of the month at ten", "on the first Monday of every month"),
    ("every two months on the second Tuesday", "every 2 months on the second Tuesday"),
    ("on the last day of every month at ten", "on the last day of every month"),
    ("every day this week at ten", "every day until 22 November"),
    ("every day at ten until 5 March", "every day until 5 March 2027"),
    ("every year on 25 December at ten", "every year on 25 December"),
)


@pytest.mark.parametrize(("when", "words"), EVERY)
async def test_a_recurrence_is_told_in_words(dialog, when, words):
    await dialog((f"remind me {when} to stretch", re.compile(f"I shall repeat it {words}\\.")))


IMPOSSIBLE = {
    "en": (
        ("remind me on 30 February to call Anna", "“on 30 February”: there is no such time."),
        ("at 25:00", "“at 25:00”: there is no such time."),
        ("tomorrow at nine", "Tomorrow, Thursday 19 November, 09:00: call Anna."),
    ),
    "es": (
        ("recuérdame el 31 de noviembre llamar a Ana", "«el 31 de noviembre»: ese momento no"),
        ("en 0 minutos", "«en 0 minutos»: ese momento no existe."),
        ("mañana a las nueve", "Mañana, jueves 19 de noviembre, 09:00: llamar a Ana."),
    ),
    "de": (
        ("erinnere mich am 30. Februar daran, Anna anzurufen", "„am 30. Februar“: So eine Zeit"),
        ("um 25 Uhr", "„um 25 Uhr“: So eine Zeit gibt es nicht."),
        ("morgen um neun", "Morgen, Donnerstag, 19. November, 09:00: Anna anrufen."),
    ),
    "ru": (
        ("напомни 30 февраля позвонить Анне", "«30 февраля» — такого времени не бывает."),
        ("через 0 минут", "«через 0 минут» — такого времени не бывает."),
        ("завтра в девять", "Завтра, четверг, 19 ноября, 09:00: позвонить Анне."),
    ),
}


@pytest.mark.parametrize("language", IMPOSSIBLE)
async def test_what_cannot_be_is_told_and_asked_again(dialog, language):
    rows = [(said, re.compile("^" + re.escape(answer))) for said, answer in IMPOSSIBLE[language]]
    await dialog(*rows, language=language, zone="Europe/London")


async def test_what_cannot_be_may_stand_in_the_words_of_a_wish(dialog):
    await dialog(
        (
            "remind me tomorrow at nine to fix the 30 February bug",
            "Tomorrow, Thursday 19 November, 09:00: fix the 30 February bug.",
        ),
        ("note: there is no 30 February", re.compile("there is no 30 February")),
    )


MISTYPED = {
    "en": ("remind me evry monday at 8 to run", "Monday 23 November, 08:00: run."),
    "es": ("recuérdame mañna a las 9 correr", "Mañana, jueves 19 de noviembre, 09:00: correr."),
    "de": ("erinnere mich jedn Montag um 8 ans Laufen", "Montag, 23. November, 08:00: Laufen."),
    "ru": ("напомни завтар в 9 побегать", "Завтра, четверг, 19 ноября, 09:00: побегать."),
}


@pytest.mark.parametrize("language", MISTYPED)
async def test_mistyped_times_are_times(dialog, language):
    said, answer = MISTYPED[language]
    await dialog((said, re.compile("^" + re.escape(answer))), language=language)


CLOCKS = {
    "en": ("remind me tomorrow at nine to run", "it's half past nine"),
    "es": ("recuérdame mañana a las nueve correr", "son las nueve y media"),
    "de": ("erinnere mich morgen um neun ans Laufen", "es ist halb elf"),
    "ru": ("напомни завтра в девять побегать", "сейчас половина второго"),
}


@pytest.mark.parametrize("language", CLOCKS)
async def test_the_zone_is_understood_from_a_clock_in_words(dialog, language):
    said, clock = CLOCKS[language]
    anna = dialog.speaker(language=language, zone=None)
    await dialog.wait(minutes=30)
    await anna((said, re.compile("\\?|скажите|Oder sag")), (clock, re.compile("19.*09:00")))
