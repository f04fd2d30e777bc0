"""Taking back what others may have wanted meanwhile: a room is had by one only."""

import re

import pytest

from tests.dialog import Dialog


@pytest.fixture
async def school(tmp_path):
    """A house with a teacher."""
    dialog = Dialog(tmp_path, settings={"VIVA_LLM": "none", "VIVA_TEACHERS": "dialog:tess"})
    await dialog.start()
    yield dialog
    await dialog.app.stop()


async def _room(school):
    tess, anna, ben = (school.speaker(id) for id in ("tess", "anna", "ben"))
    await tess(("add a room Library with 6 seats, open 8 to 20", re.compile("Library")))
    return anna, ben


async def test_a_cancelled_booking_comes_back_with_its_room(school):
    anna, ben = await _room(school)
    await anna(
        ("book the library tomorrow from 3 to 5 for maths", re.compile("15:00–17:00")),
        ("cancel my maths session", re.compile("^Cancelled: Maths")),
        ("undo", re.compile("^The booking is back.*Maths")),
        ("my schedule", re.compile("15:00–17:00")),
    )
    await ben(("is the library free tomorrow at 4", re.compile("taken")))


async def test_a_room_that_was_taken_meanwhile_is_not_taken_back(school):
    anna, ben = await _room(school)
    await anna(
        ("book the library tomorrow from 3 to 5 for maths", re.compile("15:00–17:00")),
        ("cancel my maths session", re.compile("^Cancelled: Maths")),
    )
    await ben(("book the library tomorrow from 4 to 5 for art", re.compile("16:00–17:00")))
    await anna(
        ("undo", re.compile("^Somebody has taken that time meanwhile")),
        ("my schedule", re.compile("^(?!.*Maths)", re.DOTALL)),
    )


async def test_a_booking_that_is_taken_back_frees_its_room(school):
    anna, ben = await _room(school)
    await anna(
        ("book the library tomorrow from 3 to 5 for maths", re.compile("15:00–17:00")),
        ("cancel that", re.compile("^The booking is gone")),
    )
    await ben(("book the library tomorrow from 4 to 5 for art", re.compile("16:00–17:00")))


async def test_a_booking_is_moved_by_a_word(school):
    anna, ben = await _room(school)
    await anna(
        ("book the library tomorrow from 3 to 5 for maths", re.compile("15:00–17:00")),
        ("make it an hour later", re.compile("16:00–18:00")),
        ("my schedule", re.compile("16:00–18:00")),
        ("what do I have on Monday", re.compile("")),
        ("and tomorrow?", re.compile("16:00–18:00")),
    )
    await ben(("is the library free tomorrow at 3", re.compile("free")))
