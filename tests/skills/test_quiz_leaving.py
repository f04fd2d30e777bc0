"""What people say in a round besides answers: words to leave with, old buttons, whole books."""

import pytest

from core.model import Press
from core.study import Card, Practice
from tests.cards import plant, records


@pytest.mark.parametrize(("back", "said"), [("stoop", "stop"), ("cancer", "cancel")])
async def test_words_to_leave_with_are_no_slip_of_an_answer(dialog, back, said):
    anna = dialog.speaker()
    await plant(dialog, anna, cards={"q?": back, "r?": "no"})
    await anna.say("start a quiz")
    await anna.say(said)
    (practice,) = await records(dialog, Practice).list(1)
    assert (practice.answered, practice.paused) == (0, True)


async def test_words_to_leave_with_are_an_answer_where_they_are_right(dialog):
    anna = dialog.speaker()
    await plant(dialog, anna, cards={"Translate: parar": "stop", "r?": "no"})
    await anna.say("start a quiz")
    await anna.say("stop")
    (practice,) = await records(dialog, Practice).list(1)
    assert (practice.answered, practice.right) == (1, 1)


async def test_a_slip_is_still_one_where_nobody_leaves(dialog):
    anna = dialog.speaker()
    await plant(dialog, anna, cards={"q?": "cancer", "r?": "no"})
    await anna.say("start a quiz")
    await anna.say("cancr")
    (practice,) = await records(dialog, Practice).list(1)
    assert practice.answered == 1


async def test_an_old_button_is_told_so(dialog):
    anna = dialog.speaker()
    await plant(dialog, anna)
    await anna.say("start a quiz")
    old = anna.choices["I don't know"]
    await anna.say("mitochondria")
    answer = await anna.send(Press(old))
    assert "We have gone on since then." in answer.text
    assert len(old.encode()) <= 64


async def test_a_long_answer_is_not_kept(dialog):
    anna = dialog.speaker()
    await plant(dialog, anna, cards={"q?": "yes indeed", "r?": "no"})
    await anna.say("start a quiz")
    for _ in range(2):
        await anna.say("indeed " * 5_000)
        (practice,) = await records(dialog, Practice).list(1)
        assert len(practice.said) + len(practice.wrong_said) + len(practice.doubted) <= 400
    await anna.say("I was right")
    kept = await records(dialog, Card).list(9)
    assert all(len(one) <= 200 for card in kept for one in card.accepted)
