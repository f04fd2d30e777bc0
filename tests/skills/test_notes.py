"""Notes: saved, found, listed and deleted, in four languages."""

import re

import pytest

STORIES = {
    "en": (
        ("what are my notes", "You have no notes yet."),
        ("note that the exam is on Friday", "Saved: the exam is on Friday"),
        ("Write down: buy milk and bread", "Saved: buy milk and bread"),
        ("what did I write about the exams?", "I found this note:\n• the exam is on Friday"),
        ("show my notes", "You have 2 notes:\n• buy milk and bread\n• the exam is on Friday"),
        ("find my note about the moon landing", "I found no note about “the moon landing”."),
        ("delete the note about the exam", "Deleted: the exam is on Friday"),
        ("delete the note about the exam", "I found no note about “the exam”."),
        ("show my notes", "You have one note:\n• buy milk and bread"),
    ),
    "es": (
        ("cuáles son mis notas", "Todavía no tienes notas."),
        ("anota que el examen es el viernes", "Guardado: el examen es el viernes"),
        ("apunta comprar leche y pan", "Guardado: comprar leche y pan"),
        ("¿qué anoté sobre el examen?", "He encontrado esta nota:\n• el examen es el viernes"),
        ("muestrame mis notas", re.compile("^Tienes 2 notas:\n• comprar leche y pan\n• el examen")),
        ("busca la nota sobre la luna", "No he encontrado ninguna nota sobre «la luna»."),
        ("borra la nota sobre el examen", "Borrado: el examen es el viernes"),
    ),
    "de": (
        ("welche Notizen habe ich?", "Du hast noch keine Notizen."),
        ("notiere, dass die Prüfung am Freitag ist", "Gespeichert: die Prüfung am Freitag ist"),
        ("schreib auf: Milch und Brot kaufen", "Gespeichert: Milch und Brot kaufen"),
        ("was habe ich über die Prüfung aufgeschrieben?", re.compile("^Diese Notiz .*\n• die Prü")),
        ("zeig mir meine notizen", re.compile("^Du hast 2 Notizen:\n• Milch und Brot kaufen\n• ")),
        ("suche die Notiz über den Mond", "Ich habe keine Notiz zu „den Mond“ gefunden."),
        ("lösche die Notiz über die Prüfung", "Gelöscht: die Prüfung am Freitag ist"),
    ),
    "ru": (
        ("какие у меня заметки", "Заметок пока нет."),
        ("запиши, что экзамен в пятницу", "Записано: экзамен в пятницу"),
        ("запомни купить молоко и хлеб", "Записано: купить молоко и хлеб"),
        ("что я записывал про экзамены?", "Нашлась вот эта заметка:\n• экзамен в пятницу"),
        ("покажи мои заметки", re.compile("^У вас 2 заметки:\n• купить молоко и хлеб\n• экзамен")),
        ("найди заметку про луну", "Заметки по словам «луну» не нашлось."),
        ("удали заметку про экзамен", "Удалено: экзамен в пятницу"),
    ),
}


@pytest.mark.parametrize("language", STORIES)
async def test_a_note_is_kept_found_and_deleted(dialog, language):
    await dialog(*STORIES[language], language=language)


async def test_what_is_missing_is_asked_for(dialog):
    await dialog(
        ("make a note", "What shall I note?"),
        ("Anna's number is 12 34", "Saved: Anna's number is 12 34"),
        ("search my notes", "What is the note about?"),
        ("number", re.compile("Anna's number is 12 34")),
    )


async def test_deletes_only_what_it_is_sure_of(dialog):
    anna = await dialog(
        ("note that the biology exam is on Friday", re.compile("Saved")),
        ("note that the chemistry exam is on Monday", re.compile("Saved")),
        ("delete the note about the exam", re.compile("^Which note do you mean")),
    )
    assert list(anna.choices) == [
        "the chemistry exam is on Monday",
        "the biology exam is on Friday",
    ]
    await anna(
        ("[the biology exam is on Friday]", "Deleted: the biology exam is on Friday"),
        ("delete the note about the history exam", re.compile("^Which note.*\n• the chemistry")),
        ("cancel", "All right, we leave it."),
        ("show my notes", "You have one note:\n• the chemistry exam is on Monday"),
    )


async def test_an_old_button_finds_its_note_gone(dialog):
    anna = await dialog(
        ("note that pens are blue", re.compile("Saved")),
        ("note that pens are red", re.compile("Saved")),
        ("delete the note about pens", re.compile("Which")),
    )
    buttons = anna.choices
    await anna(("[pens are red]", "Deleted: pens are red"))
    anna.choices = buttons
    await anna(("[pens are red]", "This note is already gone."))


async def test_notes_are_their_owners(dialog):
    anna, bert = dialog.speaker("anna"), dialog.speaker("bert")
    await anna(("note that the code is 42", "Saved: the code is 42"))
    await bert(
        ("show my notes", "You have no notes yet."),
        ("find my note about the code", "I found no note about “the code”."),
    )


async def test_many_notes_show_the_newest(dialog):
    anna = dialog.speaker()
    for number in range(11):
        await anna((f"/notes save page {chr(97 + number)}", f"Saved: page {chr(97 + number)}"))
    await anna(
        ("my notes", re.compile("^Your newest 10 notes:\n• page k\n(• page .\n){8}• page b$"))
    )


async def test_long_notes_are_kept_and_listed(dialog):
    speaker = dialog.speaker()
    for _ in range(10):
        assert (await speaker.say("/notes save " + "membrane " * 400)).text.startswith("Saved: ")

    assert (await speaker.say("show my notes")).text.count("membrane") > 300
