"""Two people want one room at the same moment: one has it, the other is told."""

import asyncio
import itertools

import pytest

from core.model import Message, Sender, Target, Text
from core.store.database import Database
from tests.dialog import CHANNEL, Dialog

PAIRS = 50


ADDED = "Added: Library (6 seats), open 00:00–24:00. Everybody can book it now."


@pytest.fixture
async def school(tmp_path):
    dialog = Dialog(tmp_path, settings={"VIVA_LLM": "none", "VIVA_TEACHERS": "dialog:tess"})
    await dialog.start()
    await dialog(("add a room Library with 6 seats, open 0 to 24", ADDED), id="tess")
    yield dialog
    await dialog.app.stop()


def message(dialog, who, said, key):
    target = Target(CHANNEL, "home", who)
    sender = Sender(who, None, "en", "Europe/London")
    return Message(target, sender, key, (Text(said),), dialog.clock.now())


async def both(dialog, said, key):
    """Both say it before either is answered -> what each is told."""
    before = len(dialog.channel.delivered)
    at_once = [message(dialog, who, said, f"{key}-{who}") for who in ("anna", "ben")]
    await asyncio.gather(*(dialog.channel.accept([one]) for one in at_once))
    await dialog._settle()
    told = dialog.channel.delivered[before:]
    assert len(told) == 2
    return [one.reply.text for one in told]


async def test_one_of_two_has_the_room(school):
    for who in ("anna", "ben"):
        await school.speaker(who).say("hello")
    told = await both(school, "book the library tomorrow from 3 to 5", "first")
    assert sorted("yours" in one for one in told) == [False, True], told
    assert sum("already taken" in one for one in told) == 1, told


async def test_fifty_pairs_never_both_have_it(school, monkeypatch):
    conflicts = []
    write = Database.write

    async def counted(self, operation):
        try:
            return await write(self, operation)
        except Exception as error:
            conflicts.append(type(error).__name__)
            raise

    monkeypatch.setattr(Database, "write", counted)
    for number in range(PAIRS):
        day, clock = 1 + number // 20, f"{number % 20 + 1:02}:00"
        told = await both(school, f"book the library on {day} December at {clock}", str(number))
        assert sum("yours" in one for one in told) == 1, told
        assert sum("already taken" in one for one in told) == 1, told
    rows = school.app.house.database.read("SELECT begins, ends FROM claim ORDER BY begins")
    assert len(rows) == PAIRS
    assert all(one[1] <= later[0] for one, later in itertools.pairwise(rows))
    assert "Conflict" in conflicts, "nobody ever met another: this proves nothing"
