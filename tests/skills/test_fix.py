"""What was heard wrong: read as it was meant, put right by the person, and known the next time."""

import re

import pytest
import pytest_asyncio

from core.model import Voice
from core.ports.transcriber import Transcript
from tests.dialog import Dialog, Speaker
from tests.fakes.transcriber import FakeTranscriber


class Ear(FakeTranscriber):
    """Hears what the test says that it hears: a recording is its own transcript."""

    async def transcribe(self, recording, *, language=None, **asked):
        return Transcript(recording.decode(), language, 0.9, 2.0)


@pytest_asyncio.fixture
async def heard(tmp_path):
    """An app with an ear."""
    dialog = Dialog(tmp_path, given={"stt": Ear()})
    await dialog.start()
    yield dialog
    await dialog.app.stop()


async def say(speaker: Speaker, *table):
    """Rows as in a dialog; what begins with ~ is spoken, and the answer without what was heard."""
    for said, wanted in table:
        if said.startswith("~"):
            ref = f"r{len(speaker.dialog.channel.files)}"
            speaker.dialog.channel.files[ref] = said[1:].encode()
            got = (await speaker.send(Voice(ref))).text
        else:
            got = (await speaker.say(said)).text
        pattern = wanted if isinstance(wanted, re.Pattern) else re.compile(re.escape(wanted) + "$")
        assert pattern.search(got), f"said: {said}\nanswered: {got}\nwanted: {pattern.pattern}"


MISHEARD = {
    "en": (
        ("~node that the exam is on friday", "Saved: the exam is on friday"),
        ("~show my nodes", "You have one note:\n• the exam is on friday"),
        ("~rewind me tomorrow at nine to call anna", re.compile("09:00: call anna")),
        ("~right down milk", "Saved: milk"),
        ("~what are my remainders", re.compile("call anna")),
    ),
    "es": (
        ("~a nota que el examen es el viernes", "Guardado: el examen es el viernes"),
        ("~recuerda me mañana a las nueve llamar a ana", re.compile("09:00: llamar a ana")),
        ("~muestra me mis notas", re.compile("el examen es el viernes")),
    ),
    "de": (
        ("~motiviere dass die prüfung am freitag ist", "Gespeichert: die prüfung am freitag ist"),
        ("~er innere mich morgen um neun an anna", re.compile("09:00: .*anna")),
        ("~zeig mir meine no tizen", re.compile("die prüfung am freitag ist")),
    ),
    "ru": (
        ("~за пиши что экзамен в пятницу", "Записано: экзамен в пятницу"),
        ("~на помни завтра в девять позвонить анне", re.compile("09:00: позвонить анне")),
        ("~пакажи маи заметки", re.compile("экзамен в пятницу")),
    ),
}
FIXED = {
    "en": (
        ("~note that the bologna exam is on friday", "Saved: the bologna exam is on friday"),
        (
            "no, I said biology",
            (
                "I heard: “note that the biology exam is on friday”\n"
                "Saved: the biology exam is on friday"
            ),
        ),
        ("show my notes", "You have one note:\n• the biology exam is on friday"),
        ("show my corrections", "One correction I have learned:\n• “bologna” → “biology”"),
        (
            "~find my note about bologna",
            (
                "I heard: “find my note about biology”\n"
                "I found this note:\n• the biology exam is on friday"
            ),
        ),
        ("forget my corrections", "Forgotten: one correction."),
        ("~find my note about bologna", "I found no note about “bologna”."),
    ),
    "es": (
        ("~anota que el examen de geografia es el lunes", re.compile("Guardado")),
        ("no, dije geología", re.compile("examen de geología es el lunes»\nGuardado: .*geología")),
        ("mis correcciones", re.compile("«geografia» → «geología»")),
        ("olvida mis correcciones", "Olvidada: una corrección."),
    ),
    "de": (
        ("~notiere bio lernen mit hanna", "Gespeichert: bio lernen mit hanna"),
        ("du hast dich verhört, ich sagte Anna", re.compile("Gespeichert: bio lernen mit Anna")),
        ("meine Korrekturen", re.compile("„hanna“ → „Anna“")),
        ("vergiss meine Korrekturen", "Vergessen: eine Korrektur."),
    ),
    "ru": (
        ("~запиши что экзамен по биографии в пятницу", re.compile("Записано")),
        ("нет, я сказал биологии", re.compile("Записано: экзамен по биологии в пятницу")),
        ("мои исправления", re.compile("«биографии» → «биологии»")),
        ("забудь мои исправления", re.compile("^Забыто 1 исправление")),
    ),
}


@pytest.mark.parametrize("language", MISHEARD)
async def test_slips_of_the_ear_are_read_as_they_were_meant(heard, language):
    await say(heard.speaker(language=language), *MISHEARD[language])


@pytest.mark.parametrize("language", FIXED)
async def test_a_person_puts_right_what_was_heard(heard, language):
    await say(heard.speaker(language=language), *FIXED[language])


async def test_the_whole_sentence_is_said_anew(heard):
    await say(
        heard.speaker(),
        ("~note that Tom comes", "Saved: Tom comes"),
        ("no, I said remind me tomorrow at nine to call Tom", re.compile("09:00: call Tom")),
        ("show my notes", "You have no notes yet."),
        ("show my corrections", re.compile("no corrections|tom", re.IGNORECASE)),
    )


async def test_what_was_wrong_is_named(heard):
    await say(
        heard.speaker(),
        ("~remind me tomorrow at nine to call hannah", re.compile("09:00: call hannah")),
        ("~I said Anna not Hannah", re.compile("09:00: call Anna")),
        ("what are my reminders", re.compile("^You have one reminder:\n• .*: call Anna")),
        ("undo", re.compile("^My last change was.*call Anna")),
        ("yes", re.compile("^Taken back.*call Anna")),
        ("what are my reminders", re.compile("^You have one reminder:\n• .*: call hannah")),
        ("show my corrections", "I have learned no corrections."),
    )


async def test_an_answer_to_a_question_is_put_right(heard):
    await say(
        heard.speaker(),
        ("make a note", "What shall I note?"),
        ("~buy a cello", "Saved: buy a cello"),
        ("fix: buy a melon", "Saved: buy a melon"),
        ("show my notes", "You have one note:\n• buy a melon"),
    )


async def test_small_words_and_numbers_are_not_learned(heard):
    await say(
        heard.speaker(),
        ("~note that it is for Anna", "Saved: it is for Anna"),
        ("no, I said note that it is from Anna", "Saved: it is from Anna"),
        ("show my corrections", "I have learned no corrections."),
    )


async def test_corrections_are_a_persons_own(heard):
    await say(
        heard.speaker("anna"),
        ("~note that the bologna exam is near", re.compile("Saved")),
        ("no, I said biology", re.compile("Saved: the biology")),
    )
    await say(heard.speaker("bert"), ("~note: bologna is nice", "Saved: bologna is nice"))


@pytest.mark.parametrize(
    "said",
    [
        "~I said hello to my friend",
        "~delete all my nods please",
        "~i know what you mean",
        "~so what do you want",
        "~that is a nice horse",
        "~the weather is nice two day",
    ],
)
async def test_chat_is_not_misread(heard, said):
    anna = heard.speaker()
    await say(anna, ("note: uno", "Saved: uno"), (said, re.compile("^(?!.*(Saved|Taken|Done))")))
    await say(anna, ("cancel", re.compile("")), ("show my notes", "You have one note:\n• uno"))


async def test_who_types_what_they_said_corrects_nothing(heard):
    await say(
        heard.speaker(),
        ("note: uno", "Saved: uno"),
        ("I said hello to everybody", re.compile("^(?!Saved)")),
        ("show my notes", "You have one note:\n• uno"),
        ("no, I meant dos", re.compile("")),
    )


async def test_what_was_typed_is_put_right_too(heard):
    await say(
        heard.speaker(),
        ("note that Tom comes", "Saved: Tom comes"),
        ("no, I meant note that Tim comes", re.compile("Saved: Tim comes$")),
        ("show my notes", "You have one note:\n• Tim comes"),
        ("show my corrections", "I have learned no corrections."),
    )


async def test_there_is_nothing_to_put_right(heard):
    await say(
        heard.speaker(),
        ("you misheard me, I said biology", re.compile("^I do not know what to correct")),
    )
