"""Taking the last change back, and back again; what cannot be, is told."""

import re

import pytest

STORIES = {
    "en": (
        ("undo", "There is nothing of late that I could take back."),
        ("note that the exam is on Friday", "Saved: the exam is on Friday"),
        ("undo that", "The note is gone. (It was: “Saved: the exam is on Friday”)"),
        ("show my notes", re.compile("no notes")),
        ("undo", re.compile("^I have taken that back already: “Saved: the exam is on Friday”")),
        ("[Do it again]", "Done again: Saved: the exam is on Friday"),
        ("show my notes", "You have one note:\n• the exam is on Friday"),
        ("remind me tomorrow at nine to call Anna", re.compile("call Anna")),
        ("cancel that", re.compile("^The reminder is gone. .It was: “Tomorrow, .*call Anna”.$")),
        ("what are my reminders", "You have no reminders."),
        ("delete the note about the exam", "Deleted: the exam is on Friday"),
        ("take that back", "The note is back. (It was: “Deleted: the exam is on Friday”)"),
        ("redo", "Done again: Deleted: the exam is on Friday"),
        ("redo", "You have taken nothing back that I could do again."),
    ),
    "es": (
        ("anota que el examen es el viernes", "Guardado: el examen es el viernes"),
        ("deshazlo", "La nota ya no está. (Era: «Guardado: el examen es el viernes»)"),
        ("deshaz", re.compile("^Eso ya lo he deshecho")),
        ("sí", "Hecho otra vez: Guardado: el examen es el viernes"),
        ("borra la nota sobre el examen", "Borrado: el examen es el viernes"),
        ("olvídalo", "La nota ha vuelto. (Era: «Borrado: el examen es el viernes»)"),
    ),
    "de": (
        ("schreib auf: Milch kaufen", "Gespeichert: Milch kaufen"),
        ("mach das rückgängig", "Die Notiz ist weg. (Es war: „Gespeichert: Milch kaufen“)"),
        ("nimm das zurück", re.compile("^Das habe ich schon zurückgenommen")),
        ("ja bitte", "Wieder getan: Gespeichert: Milch kaufen"),
        ("lösche die Notiz über Milch", "Gelöscht: Milch kaufen"),
        ("vergiss es", "Die Notiz ist wieder da. (Es war: „Gelöscht: Milch kaufen“)"),
    ),
    "ru": (
        ("запиши, что экзамен в пятницу", "Записано: экзамен в пятницу"),
        ("отмени последнее", "Заметки больше нет. (Было: «Записано: экзамен в пятницу»)"),
        ("верни как было", re.compile("^Это я уже отменил")),
        ("да", "Сделано снова: Записано: экзамен в пятницу"),
        ("удали заметку про экзамен", "Удалено: экзамен в пятницу"),
        ("не то", "Заметка снова на месте. (Было: «Удалено: экзамен в пятницу»)"),
    ),
}


@pytest.mark.parametrize("language", STORIES)
async def test_the_last_change_is_taken_back(dialog, language):
    await dialog(*STORIES[language], language=language)


async def test_a_note_comes_back_to_its_place(dialog):
    await dialog(
        ("note: one", "Saved: one"),
        ("note: two", "Saved: two"),
        ("delete the note about one", "Deleted: one"),
        ("undo", re.compile("^The note is back.*one")),
        ("show my notes", "You have 2 notes:\n• two\n• one"),
        ("find my note about one", "I found this note:\n• one"),
    )


async def test_a_reminder_rings_again_when_its_deletion_is_taken_back(dialog):
    await dialog(
        ("remind me tomorrow at nine to call Anna", re.compile("call Anna")),
        ("delete the reminder to call Anna", "Deleted: call Anna"),
        ("undo", re.compile("^The reminder is back.*call Anna")),
    )

    assert await dialog.wait(days=1) == ["Reminder: call Anna"]


async def test_one_that_was_taken_back_does_not_ring(dialog):
    await dialog(
        ("remind me tomorrow at nine to call Anna", re.compile("call Anna")),
        ("undo", re.compile("The reminder is gone")),
    )

    assert await dialog.wait(days=1) == []


async def test_many_come_back_at_once(dialog):
    anna = dialog.speaker()
    for name in ("one", "two", "three"):
        await anna.say(f"note: {name}")
    await anna(
        ("delete all my notes", re.compile("really")),
        ("yes", re.compile("^Done: all 3")),
        ("undo", re.compile("^Your notes are back")),
        ("show my notes", "You have 3 notes:\n• three\n• two\n• one"),
    )


async def test_what_has_changed_since_is_left(dialog):
    anna = await dialog(("remind me in one minute to stretch", re.compile("stretch")))
    assert await dialog.wait(minutes=2) == ["Reminder: stretch"]
    await anna(("undo", re.compile("^It has changed since then.*stretch")))


async def test_yesterdays_change_is_not_meant(dialog):
    anna = await dialog(("note: one", "Saved: one"))
    await dialog.wait(hours=25)
    await anna(("undo", "There is nothing of late that I could take back."))


async def test_a_name_and_a_zone_are_taken_back_too(dialog):
    await dialog(
        ("call me Anna", re.compile("Anna")),
        ("undo", re.compile("^I call you what")),
        ("what is my name", re.compile("(?i)what (may|shall|should) I call you|name")),
        ("remind me tomorrow at nine to run", re.compile("run")),
        ("I live in Madrid", re.compile("Madrid")),
        ("undo", re.compile("^Your clock is as it was.*Madrid")),
        ("what time is it", re.compile("London")),
        ("what are my reminders", re.compile("09:00: run")),
    )


async def test_everybody_takes_back_their_own(dialog):
    anna, bert = dialog.speaker("anna"), dialog.speaker("bert")
    await anna(("note: one", "Saved: one"))
    await bert(("undo", "There is nothing of late that I could take back."))
    await anna(("undo", re.compile("^The note is gone")))


async def test_an_open_question_is_left_and_nothing_taken_back(dialog):
    await dialog(
        ("note: one", "Saved: one"),
        ("remind me to run", re.compile("When")),
        ("cancel that", "All right, we leave it."),
        ("show my notes", "You have one note:\n• one"),
    )


async def test_what_is_forgotten_later_is_no_undo(dialog):
    """After something else "forget it" means that, and there is nothing to leave."""
    await dialog(
        ("note: one", "Saved: one"),
        ("show my notes", re.compile("one")),
        ("forget it", "All right. There was nothing to cancel."),
        ("show my notes", "You have one note:\n• one"),
    )


async def test_the_last_answer_is_said_again(dialog):
    await dialog(
        ("note: one", "Saved: one"),
        ("say that again", "Saved: one"),
        ("once more please", "Saved: one"),
        ("show my notes", "You have one note:\n• one"),
        ("remind me to run", "When shall I remind you?"),
        ("what did you say", "When shall I remind you?"),
        ("tomorrow at nine", re.compile("09:00: run")),
    )


async def test_it_is_taken_back_after_a_restart(dialog):
    anna = await dialog(("note: one", "Saved: one"))
    await dialog.sleep_through(minutes=1)
    await anna(("undo", re.compile("^The note is gone")))


ASKED = {
    "en": ("note: tea", "undo", "^My last change was: “Saved: tea”", "no", "^All right, it stays"),
    "es": ("anota: té", "deshacer", "^Mi último cambio fue: «Guardado: té»", "no", "^De acuerdo"),
    "de": ("notiere: Tee", "rückgängig", "^Meine letzte Änderung war", "nein", "^Gut, es bleibt"),
    "ru": ("запиши: чай", "отмени последнее", "^Последнее изменение", "нет", "^Хорошо, оставляю"),
}


@pytest.mark.parametrize("language", ASKED)
async def test_what_lies_further_back_is_asked_about(dialog, language):
    wish, undo, question, no, left = ASKED[language]
    anna = dialog.speaker(language=language)
    await anna.say(wish)
    await anna.say({"en": "hello", "es": "hola", "de": "hallo", "ru": "привет"}[language])
    await anna.say("/notes")
    await anna((undo, re.compile(question)), (no, re.compile(left)))


async def test_what_is_agreed_to_is_taken_back_though_it_is_older(dialog):
    anna = await dialog(("note: tea", "Saved: tea"), ("show my notes", re.compile("tea")))
    await anna(("undo", re.compile("^My last change")), ("yes", re.compile("^The note is gone")))
    await anna.say("note: milk")
    await dialog.wait(minutes=11)
    await anna(
        ("undo", re.compile("^My last change was: “Saved: milk”")),
        ("[No, leave it]", re.compile("^All right, it stays")),
        ("show my notes", re.compile("milk")),
    )


async def test_an_answer_in_a_quiz_is_not_taken_back(dialog):
    anna = await dialog(("note: tea", "Saved: tea"))
    await anna.say("give me the capitals deck")
    await anna.say("quiz me on capitals")
    await anna.say("I do not know")
    await anna.say("stop the quiz")
    answer = (await anna.say("undo")).text
    assert answer.startswith(("My last change was", "There is nothing"))
