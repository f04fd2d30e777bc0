"""Deleting by number, and deleting everything after a yes in whatever language."""

import re
from itertools import product

import pytest

from core.model import Image
from tests.dialog import Dialog
from tests.fakes.vision import FakeVision

KINDS = ("reminders", "notes")
KEPT = {
    "en": ("remind me tomorrow at nine to call Anna", "note that it rains"),
    "es": ("recuérdame mañana a las nueve llamar a Ana", "anota que llueve"),
    "de": ("erinnere mich morgen um neun an Anna", "notiere, dass es regnet"),
    "ru": ("напомни завтра в девять позвонить Анне", "запиши, что идёт дождь"),
}
CLEAR = {
    "en": ("delete all my reminders", "delete all my notes"),
    "es": ("borra todos mis recordatorios", "borra todas mis notas"),
    "de": ("lösche alle Erinnerungen", "lösche alle meine Notizen"),
    "ru": ("удали все напоминания", "удали все мои заметки"),
}
SURE = {
    "en": "really delete it",
    "es": "que l[oa] borre",
    "de": "wirklich löschen",
    "ru": "удалить",
}
YES = {"en": "yes, please", "es": "sí", "de": "ja", "ru": "да"}
NO = {"en": "please don't", "es": "no", "de": "nein, nicht löschen", "ru": "не надо удалять"}
DONE = {"en": "^Done", "es": "^Listo", "de": "^Erledigt", "ru": "^Готово"}
STAYS = {"en": "keep it", "es": "se queda", "de": "sie bleibt", "ru": "остаётся"}
LIST = {
    "en": ("my reminders", "my notes"),
    "es": ("mis recordatorios", "mis notas"),
    "de": ("meine Erinnerungen", "meine Notizen"),
    "ru": ("мои напоминания", "мои заметки"),
}


@pytest.mark.parametrize(("language", "kind"), [*product(KEPT, KINDS)])
async def test_all_are_deleted_only_after_a_yes(dialog, language, kind):
    place, anything = KINDS.index(kind), re.compile(".")
    ask = (CLEAR[language][place], re.compile(SURE[language]))
    anna = await dialog((KEPT[language][place], anything), ask, language=language)
    await anna((NO[language], re.compile(STAYS[language])))
    assert "• " in (await anna.say(LIST[language][place])).text

    await anna(ask, (YES[language], re.compile(DONE[language])))

    assert "• " not in (await anna.say(LIST[language][place])).text
    assert await dialog.wait(days=2) == []


@pytest.mark.parametrize("asked", KEPT)
async def test_a_yes_or_a_no_counts_in_any_language(dialog, asked):
    """Who speaks one language and asks in another may answer in a third."""
    anna = dialog.speaker(language="en")
    await anna.say(KEPT["en"][1])
    for answer in NO.values():
        await anna.say(CLEAR[asked][1])
        await anna.say(answer)
    await anna(("my notes", "You have one note:\n• it rains"))
    for answer in YES.values():
        await anna.say(CLEAR[asked][1])
        await anna.say(answer)
        await anna(("my notes", "You have no notes yet."))
        await anna.say(KEPT["en"][1])


async def test_neither_yes_nor_no_is_asked_again_once(dialog):
    sure = re.compile("^You have one note. Shall I really delete it")
    anna = await dialog(
        ("note that it rains", re.compile("Saved")),
        ("delete all my notes", sure),
        ("the blue one", sure),
        ("perhaps the green one", re.compile("^Let us leave that question")),
        ("yes", re.compile("not sure|did not understand")),
        ("my notes", re.compile("it rains")),
        ("delete all my notes", sure),
        ("a moment", sure),
        ("yes", re.compile("^Done")),
        ("note that it snows", re.compile("Saved")),
        ("delete all my notes", sure),
    )
    await anna(("[No, keep it]", re.compile("All right")), ("my notes", re.compile("it snows")))


async def test_the_buttons_say_one_or_many(dialog):
    ana = dialog.speaker(language="es")
    await ana.say("anota que llueve")
    await ana.say("borra todas mis notas")
    assert list(ana.choices) == ["Sí, bórrala", "No, déjala"]
    await ana.say("no")
    await ana.say("anota que nieva")
    await ana.say("borra todas mis notas")
    assert list(ana.choices) == ["Sí, bórralas", "No, déjalas"]
    await ana(("[Sí, bórralas]", re.compile("^Listo: he borrado tus 2 notas")))


BY_NUMBER = {
    "en": ("delete the first note", "delete note 2", "delete note 7"),
    "es": ("borra la primera nota", "borra la nota 2", "borra la nota 7"),
    "de": ("lösche die erste Notiz", "lösche Notiz 2", "lösche Notiz 7"),
    "ru": ("удали первую заметку", "удали заметку 2", "удали заметку 7"),
}


@pytest.mark.parametrize("language", BY_NUMBER)
async def test_a_note_is_deleted_by_its_place_in_the_list(dialog, language):
    anna = dialog.speaker(language=language)
    for word in ("alpha", "beta", "gamma"):
        await anna.say(f"/notes save {word}")
    first, second, none = BY_NUMBER[language]
    await anna(
        (first, re.compile("gamma$")),
        (second, re.compile("alpha$")),
        (none, re.compile("^(?!.*beta)")),
        (LIST[language][1], re.compile("• beta$")),
    )


async def test_a_number_means_those_that_were_shown(dialog):
    anna = dialog.speaker()
    for text in ("buy milk", "call Anna", "call Bert", "buy bread"):
        await anna((f"remind me tomorrow at nine to {text}", re.compile(text)))
        await anna((f"note that I {text}", re.compile(text)))
    await anna(
        ("delete the reminder about calls", re.compile("Anna\n.*Bert$")),
        ("2", "Deleted: call Bert"),
        ("delete the note about call", re.compile("Bert\n.*Anna$")),
        ("2", "Deleted: I call Anna"),
        ("delete the note about call", "Deleted: I call Bert"),
    )
    await anna.say("my reminders")
    assert not anna.choices


async def test_a_picture_is_no_answer_and_the_question_is_asked_again(tmp_path) -> None:
    shown = Dialog(tmp_path, given={"vision": FakeVision({b"yes": "yes delete them all"})})
    shown.channel.files["yes"] = b"yes"
    await shown.start()
    anna = shown.speaker()
    await anna.say("note that osmosis is slow")
    asked = await anna.say("delete all my notes")
    again = await anna.send(Image("yes"))
    assert again.text.endswith(asked.text)
    assert len(again.choices) == 2
    await anna(("show my notes", "You have one note:\n• osmosis is slow"))
    await shown.app.stop()
