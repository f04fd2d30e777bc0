"""The schedule over time and under attack: zones, clocks, alerts, teachers, hostile buttons."""

import re

import pytest

from core.model import Press
from tests.dialog import Dialog

ROOM = "add a room Library with 6 seats, open 8 to 20"
ADDED = "Added: Library (6 seats), open 08:00–20:00. Everybody can book it now."


@pytest.fixture
async def school(tmp_path):
    """A house with a teacher."""
    dialog = Dialog(tmp_path, settings={"VIVA_LLM": "none", "VIVA_TEACHERS": "dialog:tess"})
    await dialog.start()
    yield dialog
    await dialog.app.stop()


async def test_a_room_keeps_its_hours_and_its_clock(school):
    tess = school.speaker("tess", zone="Europe/Berlin")
    await tess(
        (ROOM, ADDED),
        ("the library is open from 8 to 22", "Changed: Library (6 seats), open 08:00–22:00."),
        ("add a room Cellar, open 9 to 9", re.compile("^These hours do not work")),
        ("add a room Hall with 5000 seats", re.compile("from 1 to 999 seats")),
    )
    anna = school.speaker("anna", zone="Europe/London")
    await anna(
        ("book the library tomorrow from 7 to 8 in the morning", re.compile("closed then")),
        (
            "book the library tomorrow from 21:00 to 22:00",
            (
                "Tomorrow, Thursday 19 November, 21:00–22:00: Library. The room is yours."
                " On your clock: tomorrow, Thursday 19 November, 20:00–21:00."
            ),
        ),
        ("what do I have tomorrow", re.compile("20:00–21:00 Library")),
    )


async def test_who_moves_keeps_the_wall_time_of_sessions_and_the_instant_of_rooms(school):
    await school((ROOM, ADDED), id="tess")
    await school(
        ("book the library tomorrow at 15:00", re.compile("yours")),
        ("plan maths tomorrow at 9:00", re.compile("09:00–10:00: Maths")),
        ("plan physics every Friday at 10:00", re.compile("every Friday")),
        ("my time zone is New York", re.compile("New York")),
        ("what do I have tomorrow", re.compile("09:00–10:00 Maths\n• 10:00–11:00 Library$")),
        ("what do I have on Friday", re.compile("10:00–11:00 Physics")),
    )


async def test_the_end_of_summer_time_moves_no_session(school):
    await school(
        ("plan maths every Sunday at 10:00", re.compile("every Sunday")),
        ("what do I have on 28 March 2027", re.compile("10:00–11:00 Maths")),
        ("what do I have on 4 April 2027", re.compile("10:00–11:00 Maths")),
    )


async def test_two_things_at_once_are_booked_and_told(school):
    await school(
        ("plan maths tomorrow at 9:00", re.compile("Maths. It is in your calendar")),
        ("plan physics tomorrow at 9:30", re.compile("at that time you also have “Maths”")),
    )


async def test_a_session_is_announced(school):
    anna = school.speaker()
    await anna(
        ("plan maths tomorrow at 9:00", re.compile("Maths")),
        ("[Remind me 10 minutes before]", re.compile("^I will remind you 10 minutes before: Ma")),
        ("move it an hour later", re.compile("10:00–11:00")),
    )
    assert await school.wait(hours=23) == []
    assert await school.wait(hours=1) == ["In 10 minutes: Maths, 10:00–11:00."]
    await anna(
        ("plan chess every Friday at 18:00", re.compile("every Friday")),
        ("remind me 30 minutes before my chess session", re.compile("30 minutes before: Chess")),
    )
    assert await school.wait(days=9) == ["In 30 minutes: Chess, 18:00–19:00."] * 2
    await anna(("cancel chess", re.compile("series")), ("[All of them]", re.compile("Cancelled")))
    assert await school.wait(days=14) == []


async def test_only_teachers_change_rooms(school):
    anna, tess = school.speaker("anna"), school.speaker("tess")
    await anna((ROOM, "That is for teachers only."))
    await tess((ROOM, ADDED))
    await anna(
        ("remove the room Library", "That is for teachers only."),
        ("book the library tomorrow at 15:00", re.compile("yours")),
    )
    await tess(
        ("remove the room Library", re.compile("^Library is booked once more")),
        ("[No, keep it]", re.compile("leave it")),
        ("remove the room Library", re.compile("^Library is booked once more")),
        ("[Yes, remove it]", "Removed: Library."),
    )
    await anna(
        ("my schedule", re.compile("15:00–16:00 Library")),
        ("which rooms are there", re.compile("no rooms here yet")),
    )


async def test_when_somebody_is_free(school):
    await school(
        ("plan maths on Friday from 10:00 to 12:00", re.compile("Maths")),
        (
            "when am I free on Friday",
            "You are free:\n• Friday 20 November, 08:00–10:00, 12:00–22:00",
        ),
        ("am I available on Friday at 11:00", re.compile("^You have this then:.*Maths", re.DOTALL)),
        ("am I free on Sunday at five", re.compile("17:00–18:00: you have nothing booked")),
    )


async def test_reminders_of_those_days_are_counted(school):
    anna = school.speaker()
    await anna(
        ("remind me tomorrow at nine to call mum", re.compile("call mum")),
        (
            "what do I have tomorrow",
            "Thursday 19 November: nothing is booked.\nAnd one reminder.",
        ),
        ("[Show my reminders]", re.compile("call mum")),
    )


async def test_hostile_buttons_do_nothing(school):
    await school((ROOM, ADDED), id="tess")
    anna = school.speaker()
    for token in (
        "schedule.book?room=nobody&at=202611191500&mins=60",
        "schedule.book?at=999999999999&mins=99999999",
        "schedule.book?at=x&mins=-1&day=x",
        "schedule.move?id=nobody&at=x",
        "schedule.cancel?id=nobody",
        "schedule.remind?id=nobody&mins=²",
        "schedule.open?text=Attic",
        "schedule.close?text=Library&sure=yes",
    ):
        reply = await anna.send(Press(token))
        assert "went wrong" not in reply.text, (token, reply.text)
    await anna(
        ("my schedule", "Nothing is booked in the next seven days."),
        ("which rooms are there", re.compile("^There is one room:\n• Library")),
    )


async def test_a_room_of_another_cannot_be_cancelled(school):
    await school((ROOM, ADDED), id="tess")
    anna, ben = school.speaker("anna"), school.speaker("ben")
    await anna(("book the library tomorrow at 15:00", re.compile("yours")))
    cancelling = next(one for one in anna.choices.values() if one.startswith("schedule.cancel"))
    assert (await ben.send(Press(cancelling))).text == "This booking is already gone."
    await ben(("is the library free tomorrow at 15:00", re.compile("taken")))
