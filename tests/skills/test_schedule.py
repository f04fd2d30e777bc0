"""The schedule: rooms and sessions booked, looked up, moved and cancelled, in four languages."""

import re

import pytest

from tests.dialog import Dialog


@pytest.fixture
async def school(tmp_path):
    """A house with a teacher."""
    dialog = Dialog(tmp_path, settings={"VIVA_LLM": "none", "VIVA_TEACHERS": "dialog:tess"})
    await dialog.start()
    yield dialog
    await dialog.app.stop()


ROOMS = {
    "en": "add a room Library with 6 seats, open 8 to 20",
    "es": "nueva sala Biblioteca con 6 plazas, abierta de 8 a 20",
    "de": "neuer Raum Bibliothek mit 6 Plätzen, offen von 8 bis 20 Uhr",
    "ru": "новая комната Библиотека на 6 мест, открыта с 8 до 20",
}
ADDED = {
    "en": "Added: Library (6 seats), open 08:00–20:00. Everybody can book it now.",
    "es": "Añadida: Biblioteca (6 plazas), abierta 08:00–20:00. Ya se puede reservar.",
    "de": "Angelegt: Bibliothek (6 Plätze), offen 08:00–20:00. Alle können ihn jetzt buchen.",
    "ru": "Добавлено: Библиотека (6 мест), открыто 08:00–20:00. Теперь её могут бронировать все.",
}
STORIES = {
    "en": (
        ("my schedule", "Nothing is booked in the next seven days."),
        (
            "book the library tomorrow from 3 to 5",
            "Tomorrow, Thursday 19 November, 15:00–17:00: Library. The room is yours.",
        ),
        (
            "plan two hours of maths on Saturday morning",
            "Saturday 21 November, 09:00–11:00: Maths. It is in your calendar.",
        ),
        (
            "put a study session in my calendar every Tuesday at six",
            (
                "Tuesday 24 November, 18:00–19:00: Study session. It is in your calendar. I repeat"
                " it every Tuesday. One hour, since you named no end."
            ),
        ),
        (
            "is the library free tomorrow at 3",
            "Tomorrow, Thursday 19 November, 15:00–16:00: Library is taken.",
        ),
        ("what do I have on Tuesday", re.compile(r"Tuesday 24 November:\n• 18:00–19:00 Study se")),
        (
            "what's on this week",
            (
                "Your schedule:\nThursday 19 November:\n• 15:00–17:00 Library\n"
                "Saturday 21 November:\n• 09:00–11:00 Maths"
            ),
        ),
        (
            "move my maths session to Friday at 4",
            "Moved. The day after tomorrow, Friday 20 November, 16:00–18:00: Maths.",
        ),
        (
            "cancel my maths session",
            (
                "Cancelled: Maths. The day after tomorrow, Friday 20 November, 16:00–18:00 is free"
                " again."
            ),
        ),
    ),
    "es": (
        ("mi agenda", "No hay nada reservado en los próximos siete días."),
        (
            "reserva la biblioteca mañana de 3 a 5",
            "Mañana, jueves 19 de noviembre, 15:00–17:00: Biblioteca. La sala es tuya.",
        ),
        (
            "planifica dos horas de mates el sábado por la mañana",
            "Sábado 21 de noviembre, 09:00–11:00: Mates. Ya está en tu agenda.",
        ),
        (
            "pon una sesión de estudio en mi calendario cada martes a las 6",
            re.compile("^Martes 24 de noviembre, 18:00–19:00: Sesión de estudio. .* los martes"),
        ),
        (
            "¿está libre la biblioteca mañana a las 3?",
            "Mañana, jueves 19 de noviembre, 15:00–16:00: Biblioteca está ocupada.",
        ),
        (
            "qué tengo esta semana",
            (
                "Tu agenda:\nJueves 19 de noviembre:\n• 15:00–17:00 Biblioteca\n"
                "Sábado 21 de noviembre:\n• 09:00–11:00 Mates"
            ),
        ),
        (
            "pasa mi sesión de mates al viernes a las 4",
            "Cambiada. Pasado mañana, viernes 20 de noviembre, 16:00–18:00: Mates.",
        ),
        (
            "cancela mi sesión de mates",
            (
                "Cancelada: Mates. Pasado mañana, viernes 20 de noviembre, 16:00–18:00 vuelve a"
                " estar libre."
            ),
        ),
    ),
    "de": (
        ("mein Kalender", "In den nächsten sieben Tagen ist nichts gebucht."),
        (
            "buche die Bibliothek morgen von 15 bis 17 Uhr",
            "Morgen, Donnerstag, 19. November, 15:00–17:00: Bibliothek. Der Raum gehört dir.",
        ),
        (
            "plane zwei Stunden Mathe am Samstagvormittag",
            "Samstag, 21. November, 09:00–11:00: Mathe. Steht in deinem Kalender.",
        ),
        (
            "trag mir jeden Dienstag um 18 Uhr eine Lerneinheit in den Kalender ein",
            re.compile("^Dienstag, 24. November, 18:00–19:00: Lernzeit. .* jeden Dienstag"),
        ),
        (
            "ist die Bibliothek morgen um 15 Uhr frei?",
            "Morgen, Donnerstag, 19. November, 15:00–16:00: Bibliothek ist belegt.",
        ),
        (
            "was steht diese Woche an?",
            (
                "Dein Kalender:\nDonnerstag, 19. November:\n• 15:00–17:00 Bibliothek\n"
                "Samstag, 21. November:\n• 09:00–11:00 Mathe"
            ),
        ),
        (
            "verschiebe Mathe auf Freitag um 16 Uhr",
            "Verschoben. Übermorgen, Freitag, 20. November, 16:00–18:00: Mathe.",
        ),
        (
            "sag meine Mathestunde ab",
            re.compile("^Abgesagt: Mathe. Übermorgen, Freitag, 20. November, 16:00–18:00 ist"),
        ),
    ),
    "ru": (
        ("моё расписание", "На ближайшие семь дней ничего не запланировано."),
        (
            "забронируй библиотеку завтра с 15 до 17",
            "Завтра, четверг, 19 ноября, 15:00–17:00: Библиотека. Комната за вами.",
        ),
        (
            "запланируй два часа математики в субботу утром",
            "Суббота, 21 ноября, 09:00–11:00: Математики. Это в вашем календаре.",
        ),
        (
            "поставь занятие в календарь каждый вторник в 18:00",
            re.compile("^Вторник, 24 ноября, 18:00–19:00: Занятие. .* по вторникам"),
        ),
        (
            "свободна ли библиотека завтра в 15:00?",
            "Завтра, четверг, 19 ноября, 15:00–16:00: Библиотека — занято.",
        ),
        (
            "что у меня на этой неделе?",
            (
                "Ваше расписание:\nЧетверг, 19 ноября:\n• 15:00–17:00 Библиотека\n"
                "Суббота, 21 ноября:\n• 09:00–11:00 Математики"
            ),
        ),
        (
            "перенеси математику на пятницу в 16:00",
            "Перенесено. Послезавтра, пятница, 20 ноября, 16:00–18:00: Математики.",
        ),
        (
            "отмени математику",
            "Отменено: Математики. Послезавтра, пятница, 20 ноября, 16:00–18:00 снова свободно.",
        ),
    ),
}


@pytest.mark.parametrize("language", STORIES)
async def test_a_time_is_booked_found_moved_and_cancelled(school, language):
    await school((ROOMS[language], ADDED[language]), id="tess", language=language)
    await school(*STORIES[language], language=language)


async def test_two_students_and_a_room(school):
    """The story: Anna books, Ben is told and offered others, Anna gives it back, Ben has it."""
    tess, anna, ben = (school.speaker(id) for id in ("tess", "anna", "ben"))
    await tess((ROOMS["en"], ADDED["en"]))
    await anna(
        ("book the library tomorrow from 3 to 5 for maths", re.compile(r"Maths \(Library\)\. The")),
    )
    await ben(
        (
            "book the library tomorrow at 4",
            (
                "Tomorrow, Thursday 19 November, 16:00–17:00: Library is already taken."
                " Which other time shall I take?"
            ),
        ),
    )
    assert list(ben.choices) == [
        "Library: tomorrow, Thursday 19 November, 17:00–18:00",
        "Library: the day after tomorrow, Friday 20 November, 08:00–09:00",
        "Library: Saturday 21 November, 08:00–09:00",
    ]
    await ben(
        (
            "[Library: tomorrow, Thursday 19 November, 17:00–18:00]",
            "Tomorrow, Thursday 19 November, 17:00–18:00: Library. The room is yours.",
        ),
        ("is the library free tomorrow at 4", re.compile("Library is taken")),
    )
    await anna(("cancel my maths session", re.compile("^Cancelled: Maths")))
    await ben(
        ("is the library free tomorrow at 4", re.compile(r"16:00–17:00: Library is free\.$")),
        ("my schedule", "Your schedule:\nThursday 19 November:\n• 17:00–18:00 Library"),
        (
            "move my booking to 16:30",
            re.compile(r"Moved\. Tomorrow, Thursday 19 November, 16:30–17:30"),
        ),
    )


async def test_where_there_are_no_rooms_it_is_said_and_sessions_need_none(school):
    anna = school.speaker()
    await anna(
        ("which rooms are there", re.compile("^There are no rooms here yet: a teacher adds them")),
        ("is there a free room", re.compile("^There are no rooms here yet")),
        ("book the library tomorrow from 3 to 5", re.compile("^There are no rooms here yet")),
        (
            "[Without a room]",
            "Tomorrow, Thursday 19 November, 15:00–17:00: Library. It is in your calendar.",
        ),
    )
    await school(
        ("what rooms are there", re.compile("^There are no rooms yet. Add one:")), id="tess"
    )


async def test_what_is_missing_is_asked_for(school):
    await school(
        ("plan a study session", "When shall it be?"),
        ("on Sunday", "At what time?"),
        ("at 5", re.compile("^Sunday 22 November, 17:00–18:00: Study session.*One hour")),
        ("book maths every Thursday", "At what time?"),
        ("at half past four", re.compile("^Tomorrow, .*16:30–17:30: Maths.* every Thursday")),
        ("plan physics on 31 February", re.compile("there is no such time")),
        ("yesterday at 5", re.compile("^Tuesday 17 November, 17:00–18:00 has already passed")),
        ("Friday from 10 to 12", re.compile("^The day after.*10:00–12:00: Physics")),
        ("plan chess tomorrow from 8 to 8:05", re.compile("from 15 minutes to 8 hours")),
        ("plan chess tomorrow at 8 for 9 hours", re.compile("from 15 minutes to 8 hours")),
        ("plan chess every 20 minutes", re.compile("^That is too often for me")),
    )


async def test_the_zone_is_asked_for_and_the_sentence_read_again(school):
    await school(
        ("plan maths tomorrow at 5", re.compile("in which city are you")),
        ("Atlantis", re.compile("^I do not know this place")),
        ("Tokyo", re.compile(r"^Tomorrow, Thursday 19 November, 17:00–18:00: Maths\.")),
        zone=None,
    )


async def test_a_session_goes_over_midnight(school):
    await school(
        ("plan astronomy tonight from 10 pm to 1 am", re.compile("^Today, .*22:00–01:00: Astron")),
        ("what do I have tomorrow", re.compile("22:00–01:00 Astronomy")),
    )


async def test_of_a_series_one_or_all_is_moved_and_cancelled(school):
    anna = school.speaker()
    await anna(
        ("plan maths every Tuesday at 16:00 for two hours", re.compile("every Tuesday")),
        ("cancel maths", re.compile("^It is a series. Only this one")),
        ("[Only this one]", re.compile("^Cancelled: Maths. Tuesday 24 November")),
        ("move maths to 17:00", re.compile("^It is a series")),
        ("[All of them]", re.compile("^Moved. Tuesday 1 December, 17:00–19:00: Maths. I repeat")),
        ("what do I have on 8 December", re.compile("17:00–19:00 Maths")),
        ("cancel maths on 8 December", re.compile("^Cancelled: Maths. Tuesday 8 December")),
        ("what do I have on 8 December", re.compile("nothing is booked")),
        ("cancel maths", re.compile("series")),
        ("all of them", "Cancelled: Maths, every Tuesday."),
        ("my schedule", "Nothing is booked in the next seven days."),
    )


async def test_one_of_a_series_in_a_room_moves_into_its_own_time(school):
    await school((ROOMS["en"], ADDED["en"]), id="tess")
    anna = school.speaker()
    await anna(
        ("book the library every Tuesday from 3 to 5 for maths", re.compile("every Tuesday")),
        ("push maths an hour later", re.compile("^It is a series")),
        ("[Only this one]", re.compile("^Moved. Tuesday 24 November, 16:00–18:00: Maths")),
        ("is the library free on Tuesday at 3", re.compile(r"15:00–16:00: Library is free\.$")),
        ("is the library free on 1 December at 3", re.compile("Library is taken")),
    )


async def test_taken_days_of_a_series_are_told(school):
    await school((ROOMS["en"], ADDED["en"]), id="tess")
    await school(("book the library on 1 December at 15:00", re.compile("yours")), id="ben")
    await school(
        (
            "book the library every Tuesday from 3 to 5",
            re.compile("^Tuesday 24 November, .*Already taken, so without you: 1 December"),
        ),
        ("what do I have on 1 December", re.compile("nothing is booked")),
        ("what do I have on 8 December", re.compile("15:00–17:00 Library")),
    )


async def test_a_series_is_drawn_on_and_loses_what_others_took(school):
    await school((ROOMS["en"], ADDED["en"]), id="tess")
    anna, ben = school.speaker("anna"), school.speaker("ben")
    await anna(("book the library every Tuesday from 3 to 5", re.compile("every Tuesday")))
    # Beyond the twelve weeks that are claimed, and so Ben's.
    await ben(("book the library on 16 February 2027 at 15:00", re.compile("yours")))
    told = await school.wait(weeks=2)
    assert told == [
        (
            "On some days of your series the room is taken by others, so these do not take place:\n"
            "• Library: 16 February 2027"
        )
    ]
    await ben(
        ("is the library free on 9 February 2027 at 15:00", re.compile("Library is taken")),
        ("is the library free on 2 March 2027 at 15:00", re.compile("Library is free")),
    )
