"""A long talk with an assistant is summed up, and the summary is data."""

import msgspec

from core.errors import Unavailable
from core.store.codec import decode
from core.study import Thread
from tests.minded import Minded, minded

__all__ = ["minded"]
LONG = "Cells have walls. " * 200


async def talk(dialog: Minded, times: int) -> list[str]:
    """So many long answers; the words of the asks that were for summaries."""
    anna = dialog.speaker()
    for number in range(times):
        dialog.says([f"Answer {number}. {LONG}"])
        await anna.say(f"mentor what is cell {number}")
    return [one.messages[0].text for one in dialog.model.asks if one.system.startswith("Sum up")]


def kept(dialog: Minded) -> Thread:

    rows = dialog.app.house.database.read("SELECT body FROM record WHERE kind = 'thread'")
    return msgspec.convert(decode(rows[0][0]), Thread)


async def test_the_older_half_becomes_a_summary_that_is_shown_as_data(minded: Minded) -> None:
    assert await talk(minded, 4) == []
    minded.says(["Answer 4. " + LONG], ["They learn about cells."])
    await minded.speaker().say("mentor what is cell 4")
    (summed,) = await talk(minded, 0)
    assert "Learner: mentor what is cell 0" in summed
    assert "cell 3" not in summed
    thread = kept(minded)
    assert thread.summary == "They learn about cells."
    assert thread.exchanges[0].said == "mentor what is cell 2"

    minded.says(["And so on."])
    await minded.speaker().say("mentor and what else")
    last = minded.model.asks[-1].messages[-1].text
    assert "summary>\nThey learn about cells.\n</data" in last
    assert last.startswith("mentor and what else")


async def test_it_comes_in_addition_and_nobody_waits_for_one_that_fails(minded: Minded) -> None:
    await talk(minded, 4)
    minded.says(["Answer 4. " + LONG], [Unavailable("fake", "away")])
    reply = await minded.speaker().say("mentor what is cell 4")
    assert reply.text.startswith("Answer 4.")
    assert kept(minded).summary == ""
    minded.says(["They learn about cells."])
    assert await minded.wait(seconds=10) == []
    assert kept(minded).summary == "They learn about cells."
