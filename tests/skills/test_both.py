"""Two wishes in one breath: both are done; where they may be one, we ask; where one, it stays."""

import re

import pytest

STORIES = {
    "en": (
        (
            "note that the exam is on Friday and remind me on Thursday at six to revise",
            re.compile(
                "^Saved: the exam is on Friday\nTomorrow, Thursday 19 November, 18:00: revise.$"
            ),
        ),
        ("undo", re.compile("^Taken back.*Saved: the exam is on Friday")),
        ("show my notes. what are my reminders?", "You have no notes yet.\nYou have no reminders."),
        (
            "remind me tomorrow at 9 to call Anna and at 10 to call Bob",
            re.compile("09:00: call Anna.*\n.*10:00: call Bob"),
        ),
        ("add milk to my notes, and show my notes", "Saved: milk\nYou have one note:\n• milk"),
        ("delete the note about milk and show my notes", "Deleted: milk\nYou have no notes yet."),
        (
            "note that Anna likes tea and remind me of it tomorrow at nine",
            re.compile("^Saved: Anna likes tea\nTomorrow.*09:00: Anna likes tea"),
        ),
        (
            "remind me on Monday at nine and on Tuesday at nine to run",
            re.compile("23 November, 09:00: run.*\n.*24 November, 09:00: run"),
        ),
        ("save this and remind me tomorrow at nine", "What shall I note?"),
        ("the code is 42", re.compile("^Saved: the code is 42\n.*09:00: the code is 42")),
    ),
    "es": (
        (
            "anota que el examen es el viernes y recuérdame el jueves a las seis repasar",
            re.compile("^Guardado: el examen es el viernes\n.*18:00: repasar"),
        ),
        (
            "recuérdame mañana a las 9 llamar a Ana y a las 10 llamar a Bob",
            re.compile("09:00: llamar a Ana.*\n.*10:00: llamar a Bob"),
        ),
        (
            "borra la nota sobre el examen y muéstrame mis notas",
            re.compile("^Borrado: .*\nTodavía"),
        ),
        (
            "anota que Ana viene y recuérdame eso mañana a las nueve",
            re.compile("^Guardado: Ana viene\n.*09:00: Ana viene"),
        ),
        ("guarda esto y recuérdamelo mañana a las nueve", re.compile("^¿")),
        ("la clave es 42", re.compile("^Guardado: la clave es 42\n.*09:00: la clave es 42")),
    ),
    "de": (
        (
            "notiere, dass die Prüfung am Freitag ist, und erinnere mich um sechs ans Lernen",
            re.compile("^Gespeichert: die Prüfung am Freitag ist\n.*18:00: .*Lernen"),
        ),
        (
            "erinnere mich morgen um 9 daran, Anna anzurufen, und um 10 daran, Bob anzurufen",
            re.compile("09:00: Anna anrufen.*\n.*10:00: Bob anrufen"),
        ),
        (
            "lösche die Notiz über die Prüfung und zeig mir meine Notizen",
            re.compile("^Gelöscht: .*\nDu hast noch keine"),
        ),
        (
            "schreib auf: Anna kommt, und erinnere mich morgen um neun daran",
            re.compile("^Gespeichert: Anna kommt\n.*09:00: Anna kommt"),
        ),
    ),
    "ru": (
        (
            "запиши, что экзамен в пятницу, и напомни в четверг в шесть повторить",
            re.compile("^Записано: экзамен в пятницу\n.*18:00: повторить"),
        ),
        (
            "напомни завтра в 9 позвонить Анне и в 10 позвонить Бобу",
            re.compile("09:00: позвонить Анне.*\n.*10:00: позвонить Бобу"),
        ),
        (
            "удали заметку про экзамен и покажи мои заметки",
            re.compile("^Удалено: экзамен в пятницу\nЗаметок пока нет"),
        ),
        (
            "запиши, что Анна придёт, и напомни об этом завтра в девять",
            re.compile("^Записано: Анна придёт\n.*09:00: Анна придёт"),
        ),
    ),
}
WHOLE = {
    "en": (
        (
            "remind me tomorrow at nine to buy milk and bread",
            re.compile("09:00: buy milk and bread"),
        ),
        ("note that Tom and Anna come", "Saved: Tom and Anna come"),
        ("note: eggs, butter, and milk", "Saved: eggs, butter, and milk"),
        (
            "note that the exam is at 9 and at 10 we meet",
            "Saved: the exam is at 9 and at 10 we meet",
        ),
        ("remind me every Monday and Tuesday at nine to run", re.compile("09:00: run")),
    ),
    "es": (
        (
            "recuérdame mañana a las nueve comprar leche y pan",
            re.compile("09:00: comprar leche y pan"),
        ),
        ("anota leche, huevos y pan", "Guardado: leche, huevos y pan"),
    ),
    "de": (
        ("erinnere mich morgen um neun an Milch und Brot", re.compile("09:00: .*Milch und Brot")),
        ("notiere Milch, Eier und Brot", "Gespeichert: Milch, Eier und Brot"),
    ),
    "ru": (
        ("напомни завтра в девять купить молоко и хлеб", re.compile("09:00: купить молоко и хлеб")),
        ("запиши молоко, яйца и хлеб", "Записано: молоко, яйца и хлеб"),
    ),
}
UNSURE = {
    "en": (
        "remind me tomorrow at nine to open the app and note the price",
        "Do both",
        "Only one thing",
        "open the app",
        "Saved: the price",
    ),
    "es": (
        "recuérdame mañana a las nueve abrir la app y anota el precio",
        "Haz las dos",
        "Es una sola",
        "abrir la app",
        "Guardado: el precio",
    ),
    "de": (
        "erinnere mich morgen um neun an Anna und notiere Preis",
        "Mach beides",
        "Nur eines",
        "Anna",
        "Gespeichert: Preis",
    ),
    "ru": (
        "напомни завтра в девять открыть чат и запиши цену",
        "И то и другое",
        "Это одно",
        "открыть чат",
        "Записано: цену",
    ),
}


@pytest.mark.parametrize("language", STORIES)
async def test_both_are_done_in_their_order(dialog, language):
    await dialog(*STORIES[language], language=language)


@pytest.mark.parametrize("language", WHOLE)
async def test_an_and_in_free_words_joins_no_wishes(dialog, language):
    await dialog(*WHOLE[language], language=language)


@pytest.mark.parametrize("language", ["en", "ru"])
async def test_where_it_is_unclear_we_ask(dialog, language):
    said, both, one, first, second = UNSURE[language]
    anna = dialog.speaker(language=language)
    await anna.say(said)
    assert list(anna.choices) == [both, one]
    await anna((f"[{both}]", re.compile(f"09:00: {first}.*\n{second}$")))
    bert = dialog.speaker("bert", language=language)
    await bert.say(said)
    whole = (await bert.say(f"[{one}]")).text
    assert first in whole
    assert second not in whole


async def test_the_answer_may_be_spoken(dialog):
    said = UNSURE["en"][0]
    await dialog(
        (
            said,
            re.compile(
                "^I could take that as 2 things, or as one.*\n• Set a reminder: open the app"
                "\n• .*: the price$"
            ),
        ),
        ("both of them please", re.compile("open the app.*\nSaved: the price$")),
        (said, re.compile("2 things")),
        ("no", re.compile("open the app and note the price")),
        (said, re.compile("2 things")),
        ("cancel", "All right, we leave it."),
        ("both", "There is nothing to decide at the moment."),
    )


async def test_what_destroys_is_asked_about_and_confirmed(dialog):
    await dialog(
        ("note: one", "Saved: one"),
        ("remind me tomorrow at nine to run and delete all my notes", re.compile("2 things")),
        ("[Do both]", re.compile("09:00: run.*\nYou have one note. Shall I really delete it\\?$")),
        ("no", "All right, I keep it."),
        ("show my notes", "You have one note:\n• one"),
    )


async def test_what_comes_after_a_question_waits_for_its_answer(dialog):
    anna = dialog.speaker(zone=None)
    await anna(
        ("remind me tomorrow at nine to run and show my notes", re.compile("in which city")),
        ("Madrid", re.compile("09:00: run.*\nYou have no notes yet.$")),
        ("remind me to swim and show my notes", re.compile("^When")),
        ("I do not know yet", re.compile("^When")),
        ("tomorrow at ten", re.compile("10:00: swim.*\nYou have no notes yet.$")),
    )


async def test_three_are_done(dialog):
    await dialog(
        (
            "remind me tomorrow at 9 to call Anna, at 10 to call Bob and at 11 to call Carl",
            re.compile("09:00: call Anna.*\n.*10:00: call Bob.*\n.*11:00: call Carl"),
        ),
        ("what are my reminders", re.compile("^You have 3 reminders")),
        ("undo", re.compile("^My last change was")),
        ("yes", re.compile("^Taken back")),
        ("what are my reminders", "You have no reminders."),
    )


async def test_an_answer_to_a_question_is_one(dialog):
    await dialog(
        ("make a note", "What shall I note?"),
        ("buy milk and show my notes to Bob", "Saved: buy milk and show my notes to Bob"),
    )
