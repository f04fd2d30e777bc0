"""What somebody new says who has read nothing: no name but a name, no wish eaten, buttons typed."""

import re

import pytest

FIRST = (
    ("en", "heyy", "shall I call you"),
    ("en", "hi there im tom", "^Hello, Tom!"),
    ("en", "qwertz asdf", "shall I call you"),
    ("es", "buenas, me llamo Carmen", "Carmen"),
    ("de", "hallo, ich bin die Anna", "Anna"),
    ("ru", "добрый день, меня зовут Катя", "Катя"),
    ("es", "llamame luego", "no me parece un nombre"),
    ("es", "me llamo Lucía y estudio en Bogotá", "Lucía!"),
    ("de", "ich heiße Jonas, wohne in hamburg", "Jonas!"),
    ("en", "clear my history", "^What shall I clear"),
)


@pytest.mark.parametrize(("language", "said", "answer"), FIRST)
async def test_first_words_are_taken_as_they_are_meant(dialog, language, said, answer):
    anna = dialog.speaker(language=language, zone=None)
    await anna((said, re.compile(answer)))


MEANT = (
    ("en", "send me a summary every sunday", "progress.weekly"),
    ("es", "deja de mandarme resúmenes", "progress.weekly"),
    ("de", "keine Zusammenfassungen mehr", "progress.weekly"),
    ("ru", "отключи сводку", "progress.weekly"),
    ("es", "cuanto llevo de mi meta", "progress.goals"),
    ("de", "wie steht's um mein ziel", "progress.goals"),
    ("ru", "как там моя цель", "progress.goals"),
    ("en", "sign me up for the maths one", "courses.enrol"),
    ("en", "mark it as done", "courses.done"),
    ("de", "hab ich fertig", "courses.done"),
    ("es", "ya la termine", "courses.done"),
    ("ru", "урок закончила", "courses.done"),
    ("de", "ich will aus dem kurs raus", "courses.leave"),
    ("es", "me quiero salir del curso", "courses.leave"),
    ("en", "you can save what you don't get", "privacy.misses"),
    ("ru", "можешь сохранять то, что не понял", "privacy.misses"),
    ("en", "who is falling behind?", "analyst.report"),
    ("en", "im 14 btw", "privacy.minor"),
)


@pytest.mark.parametrize(("language", "said", "name"), MEANT)
async def test_short_words_are_understood_in_the_persons_language(dialog, language, said, name):
    understood = dialog.app.house.understanding.understand(said, language, dialog.clock.now())
    assert understood.intent is not None
    assert (understood.language, understood.intent.name) == (language, name)


async def test_a_button_is_pressed_by_typing_it(dialog):
    await dialog(
        ("/start", re.compile("What shall I call you")),
        ("skip!", re.compile("learning for")),
        ("SKIP", re.compile("^That is all I need")),
        ("three questions please", re.compile("3")),
    )
