"""Quizzes over days: a round is taken up again, and cards come back when they are due."""

import re

import pytest

from core.model import Message, Sender, Target, Text
from core.study import Card, Practice
from tests.cards import BIOLOGY, cards, facts, plant, records


@pytest.fixture
async def anna(dialog):
    speaker = dialog.speaker()
    await plant(dialog, speaker)
    return speaker


async def test_a_round_survives_days_restarts_and_conversations(dialog, anna):
    await anna(
        ("quiz me on biology", re.compile("1/4")),
        ("mitochondria", re.compile("2/4")),
        ("[Stop]", re.compile("^All right, we stop here: 1 of one right, 3 to go.")),
    )
    await dialog.sleep_through(days=3)
    await anna(
        ("where were we", "Biology: 3 questions to go.\n\n2/4  Where does photosynthesis happen?"),
    )
    await dialog.sleep_through(minutes=1)
    await anna(
        ("chloroplast", "Exactly.\n\n3/4  What holds the genes?"),
        ("repeat the question", "Biology: 2 questions to go.\n\n3/4  What holds the genes?"),
    )
    assert facts(dialog, "quiz.answered")[1] == ("Biology", 1.0, 60.0)


async def test_a_long_break_is_no_time_of_study(dialog, anna):
    await anna(("quiz me on biology", re.compile("1/4")))
    await dialog.wait(hours=5)
    await anna(("mitochondria", re.compile("2/4")))
    assert facts(dialog, "quiz.answered") == [("Biology", 1.0, 120.0)]


async def test_a_week(dialog, anna):
    """Monday's new cards come back when they are about to be forgotten."""
    state = {}

    async def study(*right):
        for _ in range(10):
            (practice,) = await records(dialog, Practice).list(1)
            if not practice.queue:
                break
            await dialog.wait(seconds=15)
            card = await records(dialog, Card).get(practice.queue[0])
            await anna.say(card.back if card.back in right else "no idea")
        state.update({one.back: one for one in (await cards(dialog)).values()})

    await anna.say("quiz me")
    await study("mitochondria", "chloroplast", "nucleus")
    assert {back: one.state for back, one in state.items()} == dict.fromkeys(
        BIOLOGY.values(), "learning"
    )
    await dialog.wait(minutes=15)
    await anna(("quiz me", re.compile("^Mixed cards: 4 questions.\n\n1/4  What surrounds")))
    await study(*BIOLOGY.values())
    assert state["mitochondria"].state == "review"
    assert state["membrane"].state == "learning"
    await anna(("quiz me", re.compile("^Nothing is due, well done! Next time: in \\d+ minutes")))
    assert list(anna.choices) == ["Yes, let's go", "No, later"]
    await anna(("[No, later]", "All right. Enjoy your break!"))
    await dialog.wait(hours=1)
    await anna(("quiz me on biology", re.compile("^Biology: 4 questions.\n\n1/4  What surrounds")))
    await study("membrane")
    assert {state[one].state for one in ("mitochondria", "nucleus")} == {"relearning"}
    await dialog.wait(days=1)
    await anna(("what is due for review", "4 cards are due."))
    await anna.say("[Quiz me]")
    await study(*BIOLOGY.values())
    dues = sorted(one.due for one in state.values())
    assert all(one.state == "review" for one in state.values())
    await dialog.wait(days=6)
    assert all(due > dialog.clock.now().replace(day=19) for due in dues)
    values = [value for _, value, _ in facts(dialog, "quiz.answered")]
    assert len(values) == 16
    assert values.count(0.0) == 4


async def elsewhere(dialog, said, number):
    """The same person says it in another conversation."""
    target = Target("dialog", "home", "group")
    sender = Sender("anna", None, "en", "Europe/London")
    await dialog.channel.accept(
        [Message(target, sender, f"group/{number}", (Text(said),), dialog.clock.now())]
    )
    await dialog.app.worker.idle()
    return dialog.channel.delivered[-1].reply.text


async def test_a_round_goes_on_in_another_conversation(dialog, anna):
    await anna(("quiz me on biology", re.compile("1/4  Which organelle")))

    assert await elsewhere(dialog, "continue the quiz", 1) == (
        "Biology: 4 questions to go.\n\n1/4  Which organelle makes energy?"
    )
    assert (await elsewhere(dialog, "mitochondria", 2)).startswith("Right!\n\n2/4  Where")
    await anna(
        # What is shown here has been answered there: this answers nothing.
        ("the stomach", re.compile("^We have gone on since then.*\n\n2/4  Where", re.DOTALL)),
        ("chloroplast", re.compile("^Exactly.\n\n3/4")),
    )
    assert (await elsewhere(dialog, "chloroplast", 3)).startswith("We have gone on since then")
    known = await cards(dialog)
    assert [one.wrong for one in known.values()] == [0, 0, 0, 0]
