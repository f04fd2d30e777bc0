"""What an attacker found in the talk of the learning loop: each fails until that is mended."""

import asyncio
import re

import pytest

from core.journal import Work
from core.model import Command, Message, Press, Sender, Target, Text, Voice
from core.study import Card, Deck, Enrolment, Practice
from tests.cards import plant, records
from tests.dialog import CHANNEL, Dialog
from tests.skills.test_privacy import Ears

PATIENCE = 30.0
CAPITALS = (Press("decks.samples?name=capitals.en"),)
ENROL = (Press("courses.enrol?id=fractions.en"),)


@pytest.fixture
def at_once(dialog, monkeypatch):
    """Sends a person's messages, each in a conversation of its own; no turn is committed before
    all of them have been thought through."""
    commit = Work.commit

    async def send(speaker, *messages):
        met, waiting = asyncio.Event(), len(messages)

        async def together(work, *args):
            nonlocal waiting
            waiting -= 1
            if waiting == 0:
                met.set()
            if waiting >= 0:
                async with asyncio.timeout(PATIENCE):
                    await met.wait()
            return await commit(work, *args)

        monkeypatch.setattr(Work, "commit", together)
        sender = Sender(speaker.id, None, "en", "Europe/London")
        now = dialog.clock.now()
        await dialog.channel.accept(
            [
                Message(Target(CHANNEL, "home", f"{speaker.id}-{at}"), sender, f"m{at}", parts, now)
                for at, parts in enumerate(messages)
            ]
        )
        await dialog._settle()
        monkeypatch.setattr(Work, "commit", commit)

    return send


def is_watched_over(dialog, speaker):
    ((person,),) = dialog.app.house.database.read(
        "SELECT person_id FROM identity WHERE external_id = ?", (speaker.id,)
    )
    return dialog.app.house.stays(person)


# `agreed` finds a yes anywhere in the words: what is no answer at all must be none.
NO_ANSWERS = {
    "en": ("okay let me think first", "ok what would that delete", "sure is a big step"),
    "de": ("gern würde ich noch überlegen", "das ist doch ein Witz"),
    "es": ("claro que me da miedo", "a ver si me queda claro"),
    "ru": ("хорошо, я подумаю об этом", "давай сначала подумаю"),
}
STORIES = {
    "en": ("note: tea", "Saved: tea", "delete my account", "delete all my notes"),
    "de": (
        "schreib auf: Tee",
        "Gespeichert: Tee",
        "lösche mein Konto",
        "lösche alle meine Notizen",
    ),
    "es": ("anota té", "Guardado: té", "borra mi cuenta", "borra todas mis notas"),
    "ru": ("запиши: чай", "Записано: чай", "удали мой аккаунт", "удали все мои заметки"),
}
PAIRS = [(language, said) for language, ones in NO_ANSWERS.items() for said in ones]


@pytest.mark.parametrize(("language", "said"), PAIRS)
async def test_a_sentence_with_an_ok_in_it_erases_nobody(dialog, language, said):
    anna = dialog.speaker(language=language)
    note, saved, erase, _ = STORIES[language]
    await anna((note, saved))
    await anna.say(erase)
    await anna.say(said)
    assert dialog.app.house.database.read("SELECT count(*) FROM record WHERE kind = 'note'")[0][0]


@pytest.mark.parametrize(("language", "said"), PAIRS)
async def test_a_sentence_with_an_ok_in_it_deletes_no_notes(dialog, language, said):
    anna = dialog.speaker(language=language)
    note, saved, _, clear = STORIES[language]
    await anna((note, saved))
    await anna.say(clear)
    await anna.say(said)
    assert dialog.app.house.database.read("SELECT count(*) FROM record WHERE kind = 'note'")[0][0]


async def test_a_question_of_consent_is_not_answered_by_an_ok_within_a_sentence(tmp_path):
    ears = Ears(outside=True)
    dialog = Dialog(tmp_path, given={"stt": ears})
    await dialog.start()
    dialog.channel.files["tea"] = b"tea"
    anna = dialog.speaker()
    await anna.send(Voice("tea"))
    await anna.say("ok but where does it go")  # the recording goes out
    heard = list(ears.heard)
    await dialog.app.stop()
    assert heard == []


async def test_both_is_not_chosen_by_a_sentence_with_an_ok_in_it(dialog):
    anna = dialog.speaker()
    await anna(
        ("note: milk and add a room Lab with 4 seats", re.compile("as 2 things, or as one")),
        ("okay let me think first", re.compile("^(?!Saved)")),
    )


# A yes presses the only button of the last answer, though that offered nothing: it destroys.
async def test_an_ok_to_a_booking_does_not_cancel_it(dialog):
    anna = dialog.speaker()
    await anna(
        ("book a study session at 10:05 today for 30 minutes", re.compile("in your calendar")),
    )
    await anna.say("ok")
    await anna(("what is on my schedule today", re.compile("10:05")))


async def test_an_ok_to_a_calendars_address_does_not_make_it_void(tmp_path):
    dialog = Dialog(tmp_path)
    dialog.settings["VIVA_PUBLIC_URL"] = "https://viva.example"
    await dialog.start()
    anna = dialog.speaker()
    await anna.say("book a study session tomorrow at 9")
    told = (await anna.say("give me a calendar link")).text
    answer = (await anna.say("ok")).text
    await dialog.app.stop()
    assert "viva.example" in told
    assert "no longer works" not in answer


async def test_an_ok_to_the_list_of_reports_ends_none(tmp_path):
    settings = {"VIVA_LLM": "none", "VIVA_TEACHERS": f"{CHANNEL}:zoe"}
    dialog = Dialog(tmp_path, settings=settings)
    await dialog.start()
    zoe = dialog.speaker("zoe")
    await zoe.say("send me the report every monday")
    await zoe.say("which reports come by themselves")
    answer = (await zoe.say("ok")).text
    await dialog.app.stop()
    assert not answer.startswith("Ended")


# "No, at seven" takes the last change back, and the new one then only asks something.
async def test_an_amendment_that_cannot_be_done_leaves_what_there_was(dialog):
    anna = dialog.speaker()
    await anna.say("remind me tomorrow at 9 to call Anna")
    await anna.say("no, yesterday at 7")
    await anna.say("never mind")
    await anna(("what are my reminders", re.compile("call Anna")))


async def test_the_amendment_of_a_booking_that_cannot_be_done_leaves_it(dialog):
    anna = dialog.speaker()
    await anna.say("book a study session tomorrow at 9")
    await anna.say("no, at 3 in the morning yesterday")
    await anna.say("never mind")
    await anna(("what is on my schedule tomorrow", re.compile("Study session")))


# Where a collection holds one of a person, two turns at once each add theirs.
@pytest.mark.parametrize("age_first", [True, False])
async def test_minors_stay_so_whatever_else_is_said_at_once(dialog, at_once, age_first):
    anna = dialog.speaker()
    await anna.say("note: tea")
    both = [(Text("I am 12 years old"),), (Command("start", ""),)]
    await at_once(anna, *(both if age_first else reversed(both)))
    profiles = dialog.app.house.database.read("SELECT id FROM record WHERE kind = 'profile'")
    assert is_watched_over(dialog, anna)
    assert len(profiles) == 1


async def test_two_rounds_begun_at_once_are_one(dialog, at_once):
    anna = dialog.speaker()
    await plant(dialog, anna)
    await at_once(anna, (Text("start a quiz"),), (Text("start a quiz"),))
    assert len(await records(dialog, Practice).list(9)) == 1


async def test_a_deck_that_is_taken_twice_at_once_is_there_once(dialog, at_once):
    anna = dialog.speaker()
    await anna.say("note: tea")
    await dialog.speaker("ben").send(*CAPITALS)  # who has it read, once
    await at_once(anna, CAPITALS, CAPITALS)
    assert len(await records(dialog, Deck).list(9)) == 1
    assert len(await records(dialog, Card).list(99)) == 28


async def test_a_course_that_is_taken_twice_at_once_is_taken_once(dialog, at_once):
    anna = dialog.speaker()
    await anna.say("note: tea")
    await at_once(anna, ENROL, ENROL)
    assert len(await records(dialog, Enrolment).list(9)) == 1


# A button names no card, so that a late or a second tap is about another question.
@pytest.mark.parametrize("label", ["I don't know", "Hint"])
async def test_an_old_button_is_not_about_the_present_question(dialog, label):
    anna = dialog.speaker()
    await plant(dialog, anna)
    await anna.say("start a quiz")
    old = anna.choices[label]
    await anna.say("mitochondria")
    await anna.send(Press(old))
    (practice,) = await records(dialog, Practice).list(1)
    assert (practice.answered, practice.hints) == (1, 0)


# What a wrong answer means as a wish is done, where it has three words.
async def test_an_answer_does_not_end_the_watch_over_a_minor(dialog):
    anna = dialog.speaker()
    await anna.say("note: tea")
    await anna.say("I am 12 years old")
    await plant(dialog, anna, cards={"Translate: Tengo veinte años": "My age is twenty"})
    await anna.say("start a quiz")
    await anna.say("I am 20 years old")
    assert is_watched_over(dialog, anna)


async def test_an_answer_does_not_give_the_person_another_name(dialog):
    anna = dialog.speaker()
    await plant(dialog, anna, cards={"Translate: Me llamo John": "They call me John"})
    await anna.say("start a quiz")
    await anna.say("my name is John")
    assert dialog.app.house.database.read("SELECT name FROM person") == [(None,)]


# Consent that is taken back leaves what it had allowed.
async def test_sentences_go_when_they_may_be_kept_no_longer(dialog):
    anna = dialog.speaker()
    await anna.send(Press("privacy.misses?answer=yes"))
    await anna.say("flurb the grombl of zap zap")
    await anna.send(Press("privacy.misses?answer=no"))
    assert dialog.app.house.database.read("SELECT id FROM record WHERE kind = 'miss'") == []


# An erased learner's name stays in what their teacher was told, and in the file of it.
async def test_the_name_of_somebody_erased_is_in_nobodys_answers(tmp_path):
    settings = {"VIVA_LLM": "none", "VIVA_TEACHERS": f"{CHANNEL}:zoe"}
    dialog = Dialog(tmp_path, settings=settings)
    await dialog.start()
    zoe, lena = dialog.speaker("zoe"), dialog.speaker("lena", name="Quetzalina")
    await zoe.say("note: tea")
    await plant(dialog, lena)
    await lena.say("start a quiz")
    await lena.say("mitochondria")
    await lena.say("stop")
    await dialog.wait(days=30)
    told = (await zoe.say("who has been inactive")).text
    await lena.say("delete my account")
    await lena.send(Press("privacy.erase?sure=yes"))
    left = dialog.app.house.database.read(
        "SELECT id FROM outbox WHERE instr(CAST(body AS TEXT), 'Quetzalina')"
    )
    await dialog.app.stop()
    assert "Quetzalina" in told
    assert left == []


# Undo looks at the time, not at whether there still is such a room.
async def test_a_booking_of_a_room_that_is_gone_does_not_come_back(tmp_path):
    settings = {"VIVA_LLM": "none", "VIVA_TEACHERS": f"{CHANNEL}:zoe"}
    dialog = Dialog(tmp_path, settings=settings)
    await dialog.start()
    zoe, anna = dialog.speaker("zoe"), dialog.speaker()
    await zoe.say("/schedule_open Lab with 4 seats")
    await anna.say("book the lab tomorrow at 9")
    await anna.say("cancel my lab booking")
    await zoe.say("close the room Lab")
    answer = (await anna.say("undo")).text
    await dialog.app.stop()
    assert answer.startswith("What it was booked with is no longer there")
