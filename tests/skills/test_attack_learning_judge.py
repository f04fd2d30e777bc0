"""Answers as long as a message may be: to judge one, all others wait; each fails until mended."""

import random
import string
from time import process_time

import pytest

from core.study import Card
from skills.quiz.judging import Judge
from skills.quiz.wording import Words
from tests.cards import plant, records

ALLOWED = 0.2
"""Seconds; 20 ms on a quiet machine."""
rolled = random.Random(1)
WORDS = ["".join(rolled.choices(string.ascii_lowercase, k=7)) for _ in range(1_000)]
TEXT, LIST = " ".join(WORDS[:110]), ", ".join(WORDS[:110])
"""A card's side of a thousand characters: `decks.parsed.LONGEST`."""
SIBLINGS = [" ".join(WORDS[at : at + 110]) for at in range(1, 11)]
CASES = {
    "blanks": ("a" + " " * 15_000 + "b", "mitochondria", ()),  # _ITEMS, _OR, SEGMENTS: O(n²)
    "definition": (" ".join(WORDS[200:700]), TEXT, ()),  # _unmatched: every word with every word
    "list": (" ".join(WORDS[200:700]), LIST, ()),  # _listed: every item at every place
    "siblings": (" ".join(WORDS[:105]), TEXT, SIBLINGS),  # all of that for each other card
}


@pytest.mark.parametrize("name", CASES)
def test_a_long_answer_is_judged_at_once(name):
    said, back, siblings = CASES[name]
    judge = Judge(Words(), ("en",), "What?")
    judge.verdict("twenty", ["20"])  # what is read once
    began = process_time()
    judge.verdict(said, [back], lambda: siblings)
    assert process_time() - began < ALLOWED


async def test_what_counts_as_right_does_not_grow_by_whole_books(dialog):
    anna = dialog.speaker()
    await plant(dialog, anna, cards={"q?": "yes indeed", "r?": "no"})
    await anna.say("start a quiz")
    await anna.say("lorem ipsum " * 3_000)
    await anna.say("I was right")
    kept = await records(dialog, Card).list(9)
    assert all(len(one) <= 1_000 for card in kept for one in card.accepted)
