"""Going on from the sentence before: another day, another time, the second of those offered."""

import re

import pytest

STORIES = {
    "en": (
        ("remind me on Friday at nine to call Anna", re.compile("Friday 20 November, 09:00: call")),
        ("an hour later", re.compile("Friday 20 November, 10:00: call Anna")),
        ("no, at seven", re.compile("Friday 20 November, 07:00: call Anna")),
        ("I meant Saturday", re.compile("Saturday 21 November, 07:00: call Anna")),
        ("better on Sunday at eight in the evening", re.compile("Sunday 22 November, 20:00: call")),
        ("make it half an hour earlier", re.compile("Sunday 22 November, 19:30: call Anna")),
        ("what are my reminders", "You have one reminder:\n• Sunday 22 November, 19:30: call Anna"),
        ("what reminders do I have on Friday", "You have no reminders for that time."),
        ("and on Sunday?", "You have one reminder:\n• Sunday 22 November, 19:30: call Anna"),
        ("and next week?", "You have no reminders for that time."),
    ),
    "es": (
        (
            "recuérdame el viernes a las nueve llamar a Ana",
            re.compile("20 de noviembre.*09:00: lla"),
        ),
        ("una hora más tarde", re.compile("20 de noviembre.*10:00: llamar a Ana")),
        ("no, a las siete", re.compile("20 de noviembre.*07:00: llamar a Ana")),
        ("quise decir el sábado", re.compile("21 de noviembre.*07:00: llamar a Ana")),
        ("mejor el domingo", re.compile("22 de noviembre.*07:00: llamar a Ana")),
        ("qué recordatorios tengo el viernes", re.compile("^No tienes")),
        ("¿y el domingo?", re.compile("07:00: llamar a Ana")),
    ),
    "de": (
        ("erinnere mich am Freitag um neun an Anna", re.compile("20. November.*09:00: .*Anna")),
        ("eine Stunde später", re.compile("20. November.*10:00: .*Anna")),
        ("nein, um sieben", re.compile("20. November.*07:00: .*Anna")),
        ("ich meinte Samstag", re.compile("21. November.*07:00: .*Anna")),
        ("lieber am Sonntag", re.compile("22. November.*07:00: .*Anna")),
        ("verschieb es um eine Stunde", re.compile("22. November.*08:00: .*Anna")),
        ("welche Erinnerungen habe ich am Freitag?", re.compile("keine Erinnerungen")),
        ("und am Sonntag?", re.compile("08:00: .*Anna")),
    ),
    "ru": (
        (
            "напомни в пятницу в девять позвонить Анне",
            re.compile("20 ноября.*09:00: позвонить Анне"),
        ),
        ("на час позже", re.compile("20 ноября.*10:00: позвонить Анне")),
        ("нет, в семь", re.compile("20 ноября.*07:00: позвонить Анне")),
        ("я имел в виду субботу", re.compile("21 ноября.*07:00: позвонить Анне")),
        ("лучше в воскресенье", re.compile("22 ноября.*07:00: позвонить Анне")),
        ("какие напоминания у меня в пятницу?", re.compile("нет")),
        ("а в воскресенье?", re.compile("07:00: позвонить Анне")),
    ),
}
OF_SOMETHING_ELSE = {
    "en": (
        ("note that the exam is on Friday", re.compile("Saved")),
        ("find my note about the moon", "I found no note about “the moon”."),
        ("and the exam?", "I found this note:\n• the exam is on Friday"),
        ("and Jupiter?", "I found no note about “Jupiter”."),
        ("and show my notes", "You have one note:\n• the exam is on Friday"),
    ),
    "es": (
        ("anota que el examen es el viernes", re.compile("Guardado")),
        ("busca la nota sobre la luna", re.compile("«la luna»")),
        ("¿y el examen?", "He encontrado esta nota:\n• el examen es el viernes"),
    ),
    "de": (
        ("schreib auf: Milch kaufen", re.compile("Gespeichert")),
        ("suche die Notiz über den Mond", re.compile("„den Mond“")),
        ("und Milch?", re.compile("Milch kaufen$")),
    ),
    "ru": (
        ("запиши, что экзамен в пятницу", re.compile("Записано")),
        ("найди заметку про луну", re.compile("«луну»")),
        ("а про экзамен?", "Нашлась вот эта заметка:\n• экзамен в пятницу"),
    ),
}
CHOSEN = {
    "en": ("delete the note about pens", "note that pens are", "no, the second one", "Deleted: "),
    "es": ("borra la nota sobre pens", "anota pens", "la segunda", "Borrado: "),
    "de": ("lösche die Notiz über pens", "notiere pens", "die zweite", "Gelöscht: "),
    "ru": ("удали заметку про pens", "запиши pens", "вторую", "Удалено: "),
}


@pytest.mark.parametrize("language", STORIES)
async def test_another_time_for_the_same(dialog, language):
    await dialog(*STORIES[language], language=language)


@pytest.mark.parametrize("language", OF_SOMETHING_ELSE)
async def test_the_same_of_something_else(dialog, language):
    await dialog(*OF_SOMETHING_ELSE[language], language=language)


@pytest.mark.parametrize("language", CHOSEN)
async def test_one_of_those_offered_by_its_place(dialog, language):
    delete, note, second, deleted = CHOSEN[language]
    anna = dialog.speaker(language=language)
    await anna.say(f"{note} blue")
    await anna.say(f"{note} red")
    await anna.say(delete)
    meant = list(anna.choices)[1]
    await anna((second, f"{deleted}{meant}"))


async def test_only_the_changed_one_rings(dialog):
    await dialog(
        ("remind me tomorrow at nine to call Anna", re.compile("09:00")),
        ("make it an hour later", re.compile("10:00")),
    )
    assert await dialog.wait(hours=23, minutes=30) == []
    assert await dialog.wait(hours=1) == ["Reminder: call Anna"]


async def test_another_one_is_added(dialog):
    await dialog(
        ("remind me tomorrow at nine to call Anna", re.compile("19 November, 09:00")),
        ("and on Friday", re.compile("20 November, 09:00: call Anna")),
        ("what are my reminders", re.compile("^You have 2 reminders")),
    )


async def test_a_series_is_moved(dialog):
    await dialog(
        ("remind me every Monday at nine to run", re.compile("23 November, 09:00.*every Monday")),
        ("no, at seven in the evening", re.compile("23 November, 19:00.*every Monday")),
        ("I meant Tuesday", re.compile("24 November, 19:00.*every Tuesday")),
        ("an hour earlier", re.compile("24 November, 18:00.*every Tuesday")),
        ("what are my reminders", re.compile("^You have one reminder")),
    )


async def test_the_change_itself_is_taken_back(dialog):
    await dialog(
        ("remind me tomorrow at nine to run", re.compile("09:00")),
        ("no, at eleven", re.compile("11:00")),
        ("undo", re.compile("^Taken back.*11:00")),
        ("what are my reminders", re.compile("^You have one reminder:\n• Tomorrow.*09:00: run")),
    )


async def test_a_past_time_asks_and_takes_the_answer(dialog):
    await dialog(
        ("remind me today at three to run", re.compile("15:00")),
        ("no, at nine in the morning", re.compile("passed. When shall I remind you")),
        ("tomorrow at nine", re.compile("19 November, 09:00: run")),
        ("what are my reminders", re.compile("^You have one reminder")),
    )


async def test_the_only_offer_is_taken_with_a_yes(dialog):
    await dialog(
        ("continue the quiz", re.compile("Shall we start one")),
        ("yes please", re.compile("no cards")),
    )


@pytest.mark.parametrize(
    "said",
    [
        "and you?",
        "and then we all went home for the holidays",
        "no",
        "better",
        "the capital of Spain",
        "no, at seven",
        "an hour later",
        "the second one",
        "yes",
        "and on Friday?",
    ],
)
async def test_nothing_goes_on_from_nothing(dialog, said):
    anna = dialog.speaker()
    assert "Saved" not in (await anna.say(said)).text
    reply = (await anna.say("show my notes")).text
    assert reply == "You have no notes yet."


@pytest.mark.parametrize(
    "said", ["and you?", "no", "and we all went home in the end", "and on Friday?"]
)
async def test_chat_after_a_note_changes_nothing(dialog, said):
    anna = await dialog(("note: uno", "Saved: uno"))
    assert "uno" not in (await anna.say(said)).text
    await anna(("show my notes", "You have one note:\n• uno"))


async def test_a_conversation_is_over_after_a_while(dialog):
    anna = await dialog(("remind me tomorrow at nine to run", re.compile("09:00")))
    await dialog.wait(minutes=11)
    assert "10:00" not in (await anna.say("an hour later")).text
    await anna(("what are my reminders", re.compile("09:00: run")))
