"""The schedule as people go on about it: a day asked about, another hour, what is no booking."""

import re

import pytest

from tests.dialog import Dialog

ROOM = ("add a room Library with 6 seats, open 8 to 20", re.compile("^Added"))
TAKEN = ("book the library tomorrow from 15:00 to 16:30", re.compile("yours"))

ASKED_ABOUT = {
    "en": (
        ("book maths tomorrow at 3", re.compile("15:00–16:00: Maths")),
        ("move it to friday", re.compile("^Moved.*20 November, 15:00–16:00: Maths")),
        ("and on sunday?", "Sunday 22 November: nothing is booked."),
        ("what about friday", re.compile("^Your schedule:.*\n• 15:00–16:00 Maths$", re.DOTALL)),
    ),
    "es": (
        ("reserva mates mañana a las 15", re.compile("15:00–16:00: Mates")),
        ("¿y el domingo?", "Domingo 22 de noviembre: nada reservado."),
        ("qué tal mañana", re.compile("^Tu agenda:.*15:00–16:00 Mates$", re.DOTALL)),
    ),
    "de": (
        ("buch mir morgen um 15 uhr mathe", re.compile("15:00–16:00: Mathe")),
        ("verschieb das auf 17 uhr", re.compile("^Verschoben.*17:00–18:00: Mathe")),
        ("und am sonntag?", "Sonntag, 22. November: nichts gebucht."),
    ),
    "ru": (
        ("запланируй физику на завтра в 15:00", re.compile("15:00–16:00: Физику")),
        ("перенеси на 17 часов", re.compile("^Перенесено. Завтра.*17:00–18:00: Физику")),
        ("а в воскресенье", "Воскресенье, 22 ноября: ничего не запланировано."),
    ),
}
TAKEN_BACK = {
    "en": ("book maths tomorrow at 3", "cancel", "^The booking is gone"),
    "es": ("reserva mates mañana a las 15", "cancela", "^La reserva"),
    "de": ("buch mir morgen um 15 uhr mathe", "storno", "^Die Buchung ist weg"),
    "ru": ("запланируй физику на завтра в 15:00", "отмени", "^Брони больше нет"),
}
ANOTHER_HOUR = {
    "en": ("book the library tomorrow at 15:00", "then at 5pm", "^Tomorrow.*17:00–18:00"),
    "es": ("reserva la library mañana a las 15", "a las 17 entonces", "^Mañana.*17:00–18:00"),
    "de": ("buch die library morgen um 15 uhr", "dann halt um 17 uhr", "^Morgen.*17:00–18:00"),
    "ru": ("забронируй library завтра в 15:00", "тогда на 18", "^Завтра.*18:00–19:00"),
}
SHOWN = {
    "en": (
        ("book maths tomorrow at 3", re.compile("Maths")),
        ("whats on tomorrow", re.compile("15:00–16:00 Maths$")),
        ("move it an hour later", re.compile("^Moved.*16:00–17:00")),
        ("delete it", re.compile("^Cancelled: Maths")),
    ),
    "es": (
        ("reserva mates el jueves a las 17", re.compile("Mates")),
        ("qué tengo mañana", re.compile("17:00–18:00 Mates$")),
        ("ponlo una hora más tarde", re.compile("18:00–19:00: Mates")),
        ("cancela la del jueves", re.compile("^Cancelada: Mates")),
    ),
    "de": (
        ("buch mir morgen um 15 uhr mathe", re.compile("Mathe")),
        ("was steht morgen an", re.compile("15:00–16:00 Mathe$")),
        ("verschieb das um ne stunde nach hinten", re.compile("^Verschoben.*16:00–17:00")),
        ("storniere das", re.compile("^Abgesagt: Mathe")),
    ),
    "ru": (
        ("запланируй физику на завтра в 15:00", re.compile("Физику")),
        ("что у меня завтра", re.compile("15:00–16:00 Физику$")),
        ("перенеси на час позже", re.compile("^Перенесено.*16:00–17:00")),
        ("отмени это", re.compile("^Отменено: Физику")),
    ),
}
WISHES = (
    ("en", "book maths thursday 9-11", "19 November, 09:00–11:00: Maths. It is in your calendar.$"),
    ("en", "book maths friday 10 to 11:30", "20 November, 10:00–11:30: Maths. It is"),
    ("en", "put a 90 min chemistry session on saturday morning", "09:00–10:30: Chemistry. It"),
    (
        "es",
        "pon fisica los lunes y jueves a las 18",
        "18:00–19:00: Fisica.*los lunes y jueves",
    ),
    ("es", "quiero una clase con tina el viernes a las 3", "20 de noviembre, 15:00–16:00"),
    ("de", "kannst du mir übermorgen 2 stunden mathe eintragen", "^Um wie viel Uhr"),
    ("de", "buche mathe am donnerstag 9 bis 11", "19. November, 09:00–11:00: Mathe"),
    ("ru", "поставь мне 2 часа физики в субботу утром", "21 ноября, 09:00–11:00"),
)
NO_BOOKINGS = (
    ("en", "book report is due friday, i hate it"),
    ("en", "my book is due thursday at 5"),
    ("en", "i need to schedule my life better"),
    ("en", "sign me up for the maths one"),
    ("de", "kann ich mein zeugnis als bild haben"),
)
NOT_ASKED = re.compile("^(When shall it be|At what time|Wann soll)|in your calendar|Kalender")


@pytest.fixture
async def school(tmp_path):
    """A house with a room that is taken tomorrow at three."""
    dialog = Dialog(tmp_path, settings={"VIVA_LLM": "none", "VIVA_TEACHERS": "dialog:tess"})
    await dialog.start()
    await dialog(ROOM, TAKEN, id="tess")
    yield dialog
    await dialog.app.stop()


@pytest.mark.parametrize("language", ASKED_ABOUT)
async def test_a_question_after_a_booking_books_nothing(dialog, language):
    await dialog(*ASKED_ABOUT[language], language=language)


@pytest.mark.parametrize("language", TAKEN_BACK)
async def test_a_cancel_right_after_a_booking_takes_it_back(dialog, language):
    book, cancel, gone = TAKEN_BACK[language]
    await dialog((book, re.compile("15:00")), (cancel, re.compile(gone)), language=language)


@pytest.mark.parametrize("language", ANOTHER_HOUR)
async def test_another_hour_is_of_the_day_that_was_wanted(school, language):
    book, other, then = ANOTHER_HOUR[language]
    await school((book, re.compile("15:00–16:00")), (other, re.compile(then)), language=language)


@pytest.mark.parametrize("language", SHOWN)
async def test_what_was_shown_or_moved_is_moved_and_cancelled(dialog, language):
    await dialog(*SHOWN[language], language=language)


@pytest.mark.parametrize(("language", "said", "answer"), WISHES)
async def test_wishes_as_they_are_said(dialog, language, said, answer):
    await dialog((said, re.compile(answer)), language=language)


@pytest.mark.parametrize(("language", "said"), NO_BOOKINGS)
async def test_what_is_no_booking(dialog, language, said):
    reply = await dialog.speaker(language=language).say(said)
    assert not NOT_ASKED.search(reply.text)


async def test_a_whole_new_wish_takes_the_place_of_a_question(school):
    await school(
        ("book english", "When shall it be?"),
        ("put a 90 min chemistry session on saturday morning", re.compile("–10:30: Chemistry")),
        ("and make it two hours long", re.compile("09:00–11:00: Chemistry")),
        ("cancel saturday", re.compile("^Cancelled: Chemistry")),
        ("book maths saturday at 3", re.compile("Maths")),
        ("cancel the saturday one", re.compile("^Cancelled: Maths")),
        ("book the gym tomorrow at 3 room 9", re.compile("")),
        ("book library thu 5pm", re.compile("^Tomorrow.*17:00–18:00: Library")),
    )


async def test_a_whole_part_of_the_day_is_looked_through(dialog):
    anna = await dialog(
        ("book maths thursday at 5pm", re.compile("17:00")),
        ("am i free on thursday afternoon", re.compile("17:00–18:00 Maths$")),
        ("am i free on friday afternoon", re.compile("12:00–18:00: you have nothing booked")),
        ("am i free on friday at 3", re.compile("15:00–16:00: you have nothing booked")),
    )
    anna.language = "es"
    await anna(("¿estoy libre el viernes por la tarde?", re.compile("12:00–18:00")))
