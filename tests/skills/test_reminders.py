"""Reminders: set, said, listed, moved and deleted, in four languages."""

import re
from datetime import UTC, datetime

import pytest

SET = {
    "en": (
        "remind me tomorrow at nine to revise chapter three",
        "Tomorrow, Thursday 19 November, 09:00: revise chapter three.",
        "Reminder: revise chapter three",
    ),
    "es": (
        "recuérdame mañana a las nueve repasar el capítulo tres",
        "Mañana, jueves 19 de noviembre, 09:00: repasar el capítulo tres.",
        "Recordatorio: repasar el capítulo tres",
    ),
    "de": (
        "erinnere mich morgen um neun daran, Kapitel drei zu wiederholen",
        "Morgen, Donnerstag, 19. November, 09:00: Kapitel drei wiederholen.",
        "Erinnerung: Kapitel drei wiederholen",
    ),
    "ru": (
        "напомни завтра в девять повторить третью главу",
        "Завтра, четверг, 19 ноября, 09:00: повторить третью главу.",
        "Напоминаю: повторить третью главу",
    ),
}


@pytest.mark.parametrize("language", SET)
async def test_a_reminder_is_repeated_and_said_in_time(dialog, language):
    said, answer, reminded = SET[language]
    await dialog((said, answer), language=language)
    assert await dialog.wait(hours=22, minutes=59) == []
    assert await dialog.wait(minutes=1) == [reminded]
    assert await dialog.wait(days=2) == []


SERIES = {
    "en": (
        "remind me every Monday at six to go running",
        "Monday 23 November, 18:00: go running. I shall repeat it every Monday.",
        "Reminder: go running",
    ),
    "es": (
        "recuérdame cada lunes a las seis ir a correr",
        "Lunes 23 de noviembre, 18:00: ir a correr. Lo repetiré todos los lunes.",
        "Recordatorio: ir a correr",
    ),
    "de": (
        "erinnere mich jeden Montag um sechs ans Laufen",
        "Montag, 23. November, 18:00: Laufen. Ich wiederhole es jeden Montag.",
        "Erinnerung: Laufen",
    ),
    "ru": (
        "напоминай каждый понедельник в шесть про пробежку",
        "Понедельник, 23 ноября, 18:00: пробежку. Буду повторять по понедельникам.",
        "Напоминаю: пробежку",
    ),
}


@pytest.mark.parametrize("language", SERIES)
async def test_a_series_goes_on(dialog, language):
    said, answer, reminded = SERIES[language]
    await dialog((said, answer), language=language)
    assert await dialog.wait(days=5, hours=9) == [reminded]
    assert await dialog.wait(days=14) == [reminded, reminded]


ASKED = {
    "en": (
        ("set a reminder", "What shall I remind you of?"),
        ("to call Anna", "When shall I remind you?"),
        ("whenever", "When shall I remind you?"),
        ("tomorrow at nine", re.compile("in which city are you")),
        ("at grandmother's place", re.compile("^I do not know this place")),
        ("I live in Berlin", "Tomorrow, Thursday 19 November, 09:00: call Anna."),
        ("what time is it?", "It is 11:00, Wednesday 18 November (Berlin)."),
    ),
    "es": (
        ("pon un recordatorio", "¿Qué quieres que te recuerde?"),
        ("llamar a Ana", "¿Cuándo quieres que te lo recuerde?"),
        ("mañana a las nueve", re.compile("en qué ciudad estás")),
        ("en Múnich", "Mañana, jueves 19 de noviembre, 09:00: llamar a Ana."),
    ),
    "de": (
        ("stell eine Erinnerung", "Woran soll ich dich erinnern?"),
        ("Anna anzurufen", "Wann soll ich dich erinnern?"),
        ("morgen um neun", re.compile("In welcher Stadt bist du")),
        ("es ist hier 11:00", "Morgen, Donnerstag, 19. November, 09:00: Anna anrufen."),
    ),
    "ru": (
        ("поставь напоминание", "О чём напомнить?"),
        ("позвонить Анне", "Когда напомнить?"),
        ("завтра в девять", re.compile("в каком вы городе")),
        ("в Санкт-Петербурге", "Завтра, четверг, 19 ноября, 09:00: позвонить Анне."),
    ),
}


@pytest.mark.parametrize("language", ASKED)
async def test_what_is_missing_is_asked_for_once(dialog, language):
    await dialog(*ASKED[language], language=language, zone=None)


async def test_a_countdown_needs_no_zone(dialog):
    anna = await dialog(
        ("remind me in ten minutes to stretch", re.compile("10:10: stretch.$")), zone=None
    )
    await anna(("I live in Tokyo", re.compile("^Noted: Tokyo")))
    await anna(("my reminders", re.compile("19:10: stretch$")))
    assert await dialog.wait(minutes=10) == ["Reminder: stretch"]


MOVES = {
    "en": ("remind me in 20 minutes to drink", "I live in Tokyo", "Reminder: drink"),
    "es": ("recuérdame en 20 minutos beber", "vivo en Tokio", "Recordatorio: beber"),
    "de": ("erinnere mich in 20 Minuten ans Trinken", "ich wohne in Tokio", "Erinnerung: Trinken"),
    "ru": ("напомни через 20 минут попить", "я живу в Токио", "Напоминаю: попить"),
}


@pytest.mark.parametrize("zone", [None, "Europe/London"])
@pytest.mark.parametrize("language", MOVES)
async def test_who_moves_is_still_reminded_in_twenty_minutes(dialog, language, zone):
    said, moved, reminded = MOVES[language]
    anna = dialog.speaker(language=language, zone=zone)
    assert await dialog.wait(minutes=1) == []
    await anna((said, re.compile(".")), (moved, re.compile("19:01")))
    assert await dialog.wait(minutes=19, seconds=59) == []
    assert await dialog.wait(seconds=1) == [reminded]


async def test_a_countdown_keeps_its_instant_over_many_moves(dialog):
    anna = await dialog(("remind me in 20 minutes to drink", re.compile("10:20")), zone=None)
    await anna(
        ("I live in Tokyo", re.compile("19:00")),
        ("I live in Los Angeles", re.compile("02:00")),
        ("I live in Moscow", re.compile("13:00")),
        ("my reminders", re.compile("13:20: drink$")),
    )
    assert await dialog.wait(minutes=20) == ["Reminder: drink"]


async def test_a_wall_time_gone_by_over_there_is_not_said_at_once(dialog):
    anna = await dialog(
        ("remind me today at 11 in the morning to call Anna", re.compile("11:00: call Anna")),
        ("remind me every day at 11:30 to eat", re.compile("11:30: eat")),
    )
    await anna(("I live in Tokyo", re.compile("19:00")))
    assert await dialog.wait(minutes=59) == []
    assert await dialog.wait(minutes=1) == ["Reminder: call Anna"]
    assert await dialog.wait(hours=15, minutes=30) == ["Reminder: eat"]  # 11:30 of the next day


async def test_tomorrow_is_the_persons_own_tomorrow(dialog):
    await dialog.wait(hours=12)  # 22:00 in London is already Thursday, 01:00, in Moscow
    await dialog(
        ("remind me tomorrow at nine to call Anna", re.compile("in which city")),
        ("Moscow", "Tomorrow, Friday 20 November, 09:00: call Anna."),
        zone=None,
    )


async def test_a_time_gone_by_is_told_and_asked_again(dialog):
    await dialog(
        (
            "remind me yesterday at nine to sleep",
            "Tuesday 17 November, 09:00 has already passed. When shall I remind you?",
        ),
        ("tomorrow at ten in the morning", "Tomorrow, Thursday 19 November, 10:00: sleep."),
    )


async def test_a_bare_day_is_its_morning_and_says_so(dialog):
    await dialog(
        (
            "remind me on Friday to buy milk",
            re.compile("Friday 20 November, 09:00: buy milk. You named no time"),
        ),
        ("remind me today to buy bread", "At what time today shall I remind you?"),
        ("at 5", "Today, Wednesday 18 November, 17:00: buy bread."),
        ("remind me every day to drink water", re.compile("09:00.*every day.*morning")),
    )


async def test_owns_up_to_being_late_and_makes_up_for_a_series_once(dialog):
    anna = await dialog(("remind me every day at noon to eat", re.compile("12:00: eat")))
    assert await dialog.sleep_through(days=3, hours=4) == [
        "Reminder: eat\nSorry, I am late. It was due: Wednesday 18 November, 12:00."
    ]
    await anna(("my reminders", re.compile("12:00: eat \\(every day\\)$")))
    assert await dialog.wait(hours=22) == ["Reminder: eat"]


async def test_a_list_of_one_day(dialog):
    await dialog(
        ("what are my reminders", "You have no reminders."),
        ("remind me tomorrow at nine to call Anna", re.compile("call Anna")),
        ("remind me on Friday at ten to call Bert", re.compile("call Bert")),
        (
            "what reminders do I have tomorrow?",
            "You have one reminder:\n• Tomorrow, Thursday 19 November, 09:00: call Anna",
        ),
        ("what reminders do I have today", "You have no reminders for that time."),
        ("my reminders", re.compile("^You have 2 reminders:\n• .*Anna\n• .*Bert$")),
    )


async def test_deletes_by_words_by_number_and_by_button(dialog):
    anna = dialog.speaker()
    for who in ("Anna", "Bert", "Carl", "Dora"):
        await anna((f"remind me tomorrow at nine to call {who}", re.compile(who)))
    await anna(
        ("cancel the reminder about Anna", "Deleted: call Anna"),
        ("delete the second reminder", "Deleted: call Carl"),
        ("delete reminder 7", "There is no reminder with that number: you have 2."),
        ("delete the reminder about calls", re.compile("^Which reminder.*\n• .*Bert\n• .*Dora$")),
        ("[call Dora]", "Deleted: call Dora"),
        ("delete the reminder about rent", "I found no such reminder."),
        ("don't remind me to call Bert", "Deleted: call Bert"),
        ("delete a reminder", "You have no reminders."),
    )
    assert await dialog.wait(days=2) == []


async def test_who_moves_keeps_the_wall_time(dialog):
    anna = await dialog(
        ("remind me tomorrow at nine to call Anna", re.compile("09:00")), zone="Europe/Berlin"
    )
    await anna(
        ("I moved to New York", re.compile("^Noted: New York. It is 05:00 there now")),
        ("my reminders", re.compile("09:00: call Anna$")),
    )
    assert await dialog.wait(hours=27, minutes=59) == []
    assert await dialog.wait(minutes=1) == ["Reminder: call Anna"]
    assert dialog.clock.now() == datetime(2026, 11, 19, 14, tzinfo=UTC)


async def test_a_reminder_is_said_in_the_language_it_was_set_in(dialog):
    anna = await dialog(("remind me in an hour to call Anna", re.compile("call Anna")))
    await anna(("speak German", re.compile("auf Deutsch")))
    assert await dialog.wait(hours=1) == ["Reminder: call Anna"]
    await anna(("meine Erinnerungen", "Du hast keine Erinnerungen."))


EVERY = (
    ("every two weeks on Friday at ten", "every other week on Friday"),
    ("every weekday at ten", "every weekday"),
    ("every Monday and Thursday at ten", "every Monday and Thursday"),
    ("on the 30th of every month at ten", "every month on the 30th"),
    ("on the 1st of every month at ten", "every month on the 1st"),
    ("on the 22nd of every month at ten", "every month on the 22nd"),
    ("every three days at ten", "every 3 days"),
    ("every two hours", "every 2 hours"),
)


@pytest.mark.parametrize(("when", "words"), EVERY)
async def test_a_recurrence_is_told_in_words(dialog, when, words):
    await dialog((f"remind me {when} to stretch", re.compile(f"I shall repeat it {words}\\.$")))


EVERY_TEN = "remind me every 10 minutes to stretch"


@pytest.mark.parametrize(
    "at",
    [
        datetime(2026, 3, 29, 0, 45, tzinfo=UTC),  # 01:45, and at two it will be three
        datetime(2026, 10, 25, 0, 45, tzinfo=UTC),  # 02:45, and at three it will be two
        datetime(2026, 10, 25, 1, 15, tzinfo=UTC),  # 02:15 for the second time
    ],
)
async def test_what_is_counted_in_minutes_goes_on_when_the_clocks_change(dialog, at):
    dialog.clock.leap(at)
    await dialog.speaker(zone="Europe/Berlin").say(EVERY_TEN)

    assert await dialog.wait(hours=2, minutes=1) == ["Reminder: stretch"] * 12


async def test_missed_in_the_hour_that_comes_twice_they_are_still_one(dialog):
    dialog.clock.leap(datetime(2026, 10, 24, 23, 45, tzinfo=UTC))  # 01:45
    await dialog.speaker(zone="Europe/Berlin").say(EVERY_TEN)

    assert len(await dialog.sleep_through(minutes=90)) == 1  # 02:15 for the second time
    assert await dialog.wait(minutes=20) == ["Reminder: stretch"] * 2


MONTHLY = {
    "es": ("recuérdame el día 1 de cada mes a las diez pagar", "Lo repetiré el 1 de cada mes."),
    "de": ("erinnere mich jeden 1. des Monats um zehn Uhr an die Miete", "am 1. jedes Monats."),
    "ru": ("напоминай каждое первое число в десять платить", "каждый месяц 1-го числа."),
}


@pytest.mark.parametrize("language", MONTHLY)
async def test_a_day_of_the_month_is_told_in_words(dialog, language):
    said, ends = MONTHLY[language]
    assert (await dialog.speaker(language=language).say(said)).text.endswith(ends)


LATE = {
    "es": ("recuérdame hoy al mediodía comer", "Era para el miércoles 18 de noviembre, 12:00."),
    "de": ("erinnere mich heute um 12 Uhr ans Essen", "am Mittwoch, 18. November, 12:00."),
    "ru": ("напомни сегодня в полдень поесть", "Срок был: среда, 18 ноября, 12:00."),
}


@pytest.mark.parametrize("language", LATE)
async def test_a_late_one_says_its_day_as_in_a_sentence(dialog, language):
    said, ends = LATE[language]
    await dialog.speaker(language=language).say(said)
    (reminded,) = await dialog.sleep_through(days=1)
    assert reminded.endswith(ends)


DUE_TOMORROW = {
    "en": ("what's due tomorrow", "what do I have to do tomorrow?", "what's planned today"),
    "es": (
        "¿qué tengo pendiente mañana?",
        "¿qué tengo que hacer mañana?",
        "qué tengo previsto hoy",
    ),
    "de": ("was ist morgen fällig", "was muss ich morgen erledigen?", "was ist heute geplant"),
    "ru": (
        "что у меня запланировано на завтра",
        "какие дела на завтра?",
        "что запланировано сегодня",
    ),
}


@pytest.mark.parametrize("language", DUE_TOMORROW)
async def test_what_is_on_a_day_can_be_asked_in_many_ways(dialog, language):
    anna = dialog.speaker(language=language)
    await anna((SET[language][0], re.compile(".")))
    (*tomorrow, today) = DUE_TOMORROW[language]
    for said in tomorrow:
        assert "09:00: " in (await anna.say(said)).text
    assert "09:00" not in (await anna.say(today)).text


WOKEN = {
    "en": ("wake me up at 6", "Tomorrow, Thursday 19 November, 06:00: wake up."),
    "es": ("despiértame a las 6", "Mañana, jueves 19 de noviembre, 06:00: hora de levantarse."),
    "de": ("weck mich um 6", "Morgen, Donnerstag, 19. November, 06:00: aufstehen."),
    "ru": ("разбуди меня в 6", "Завтра, четверг, 19 ноября, 06:00: пора вставать."),
}


@pytest.mark.parametrize("language", WOKEN)
async def test_who_wants_to_be_woken_means_the_morning(dialog, language):
    await dialog(WOKEN[language], language=language)


async def test_who_is_woken_may_name_any_time(dialog):
    await dialog(
        ("wake me up tomorrow at 6 pm", re.compile("Tomorrow.*18:00: wake up")),
        ("wake me up in 20 minutes", re.compile("10:20: wake up")),
        ("wake me up", "When shall I remind you?"),
        ("tomorrow at 7", re.compile("Tomorrow.*07:00: wake up")),
    )
