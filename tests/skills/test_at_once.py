"""What a person has one of can be had anew, and what others hold of them goes with them."""

import pytest

from core.model import Press
from core.store.home import Home
from core.study import Deck, Enrolment, Practice, Profile
from core.understanding.hearing import put_in
from tests.cards import plant, records
from tests.dialog import CHANNEL, Dialog

CAPITALS = Press("decks.samples?name=capitals.en")
ENROL = Press("courses.enrol?id=fractions.en")


async def test_a_deck_that_was_removed_can_be_taken_again(dialog):
    anna = dialog.speaker()
    await anna.send(CAPITALS)
    (deck,) = await records(dialog, Deck).list()
    await anna.send(Press(f"decks.delete?id={deck.id}&sure=yes"))
    assert await records(dialog, Deck).list() == []
    await anna.send(CAPITALS)
    assert len(await records(dialog, Deck).list()) == 1


async def test_a_course_that_was_left_can_be_taken_again(dialog):
    anna = dialog.speaker()
    await anna.send(ENROL)
    await anna.send(Press("courses.leave?id=fractions.en&sure=yes"))
    assert await records(dialog, Enrolment).list() == []
    await anna.send(ENROL)
    assert len(await records(dialog, Enrolment).list()) == 1


async def test_a_second_round_takes_the_place_of_the_first(dialog):
    anna = dialog.speaker()
    await plant(dialog, anna)
    await anna.say("start a quiz")
    await anna.say("stop")
    await anna.send(Press("quiz.start?sure=yes"))
    (practice,) = await records(dialog, Practice).list()
    assert practice.answered == 0


async def test_of_two_profiles_a_minors_counts_until_they_say_otherwise(dialog):
    anna = dialog.speaker()
    await anna.say("note: tea")
    for one in (Profile(minor=True, feed="f"), Profile()):
        profiles = records(dialog, Profile)
        await profiles.add(one)
        await dialog.app.house.database.write(profiles.write)
    ((person,),) = dialog.app.house.database.read("SELECT id FROM person")
    assert dialog.app.house.stays(person)
    await anna.say("I am 20 years old")
    assert not dialog.app.house.stays(person)
    assert len(await records(dialog, Profile).list()) == 1


async def test_a_file_that_names_somebody_goes_with_them(tmp_path):
    settings = {"VIVA_LLM": "none", "VIVA_TEACHERS": f"{CHANNEL}:zoe"}
    dialog = Dialog(tmp_path, settings=settings)
    await dialog.start()
    zoe, lena = dialog.speaker("zoe"), dialog.speaker("lena", name="Quetzalina")
    await plant(dialog, lena)
    await lena.say("start a quiz")
    await lena.say("mitochondria")
    await lena.say("stop")
    await dialog.wait(days=30)
    await zoe.say("who has been idle")
    reply = await zoe.send(Press("analyst.export?what=idle"))
    assert reply.file is not None
    assert b"Quetzalina" in reply.file.data
    row = dialog.channel.delivered[-1].id
    folder = Home(tmp_path).sent_to("zoe")
    folder.mkdir(parents=True)
    for number in (row, row + 1):  # as a terminal keeps them
        (folder / f"{number}-idle.csv").write_bytes(reply.file.data)
    await lena.say("delete my account")
    await lena.send(Press("privacy.erase?sure=yes"))
    left = dialog.app.house.database.read(
        "SELECT id FROM outbox WHERE instr(CAST(body AS TEXT), 'Quetzalina')"
    )
    await dialog.app.stop()
    assert left == []
    assert [one.name for one in folder.iterdir()] == [f"{row + 1}-idle.csv"]


@pytest.mark.parametrize("at", ["999912312359", "000101010000", "209912312359"])
async def test_a_button_with_a_time_that_no_calendar_holds_is_too_old(dialog, at):
    anna = dialog.speaker()
    reply = await anna.send(Press(f"schedule.book?at={at}&room=own"))
    assert reply.text == "This button is too old. Please ask me again."


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
async def test_a_day_that_no_calendar_holds_is_asked_for(dialog, day):
    anna = dialog.speaker()
    assert (await anna.send(Press(f"schedule.book?day={day}&room=own"))).text == "When shall it be?"


async def test_a_zone_that_is_none_is_one_that_nobody_has_told(dialog):
    anna = await dialog(("note: tea", "Saved: tea"))
    await dialog.app.house.database.write(lambda c: c.execute("UPDATE person SET zone = 'Mars/X'"))
    await anna.say("what time is it")
    told = (await anna.say("my time zone is Berlin")).text
    assert told.startswith("Noted: Berlin. It is 11:00 there now")


def test_a_whole_text_is_not_put_right():
    heard = "make a note about biologie " * 1_000
    assert put_in(heard, "biology") is None
    assert put_in(heard, "biology", "biologie") is None
    assert put_in("make a note about biologie", "biology") == "make a note about biology"
