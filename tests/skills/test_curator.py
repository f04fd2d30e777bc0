"""The curator: the next step and the week, out of all that is known of a person."""

import re

import pytest

from core.ports.llm import Abilities
from tests.minded import document, minded

__all__ = ["minded"]

WEEKS = {
    "en": ("plan my week", "what should I learn next", "Plan my week", "free"),
    "es": ("planifica mi semana", "qué debería estudiar ahora", "Planificar mi semana", "libre"),
    "de": ("plane meine Woche", "was soll ich als nächstes lernen", "Meine Woche planen", "frei"),
    "ru": ("составь план на неделю", "что мне учить дальше", "Спланировать неделю", "свободно"),
}

WEEK = """\
Your plan for the next seven days:
• Wednesday 18 November: read “Biology.pdf” (3 pages)
• Thursday 19 November: 09:00 call Anna
• Friday 20 November: free
• Saturday 21 November: free
• Sunday 22 November: free
• Monday 23 November: 18:00 choir
• Tuesday 24 November: free
• your note: osmosis is hard"""
NEXT = """\
Next: read “Biology.pdf” (3 pages). You gave it to me to read, and have not learned from it yet.

Or instead:
• your note: osmosis is hard

Coming up:
• Tomorrow, Thursday 19 November, 09:00: call Anna
• Monday 23 November, 18:00: choir"""


async def fill(dialog, speaker):
    await speaker.say("/notes save osmosis is hard")
    await speaker.say("/reminders create tomorrow at nine call Anna")
    await speaker.say("/reminders create every Monday at 18:00 choir")
    await dialog.show(speaker, *document("a\fb\fc", caption="read my paper"))


async def test_without_a_model_the_week_is_laid_out(minded):
    minded.app.house.minds = lambda: None
    anna = minded.speaker()
    await fill(minded, anna)
    await anna(
        (
            "plan my week",
            WEEK,
        ),
        (
            "what should I learn next",
            NEXT,
        ),
        ("[Plan my week]", re.compile("^Your plan")),
    )


@pytest.mark.parametrize("language", WEEKS)
async def test_in_every_language(minded, language):
    minded.app.house.minds = lambda: None
    plan, following, button, free = WEEKS[language]
    anna = minded.speaker(language=language)
    nothing = (await anna.say(plan)).text
    assert nothing == (await anna.say(following)).text
    await minded.show(anna, *document("a\fb", caption="x y z"))
    await anna((following, re.compile("«?Biology.pdf")), (f"[{button}]", re.compile(f": {free}")))


async def test_with_a_model_it_is_thought_through(minded):
    minded.says(["Read first, then rest."], ["Osmosis, with a cup of tea."], ["By heart."])
    anna = minded.speaker()
    await fill(minded, anna)
    await anna(
        ("plan my week", "Read first, then rest."),
        ("what should I learn next", "Osmosis, with a cup of tea."),
        ("ask the curator how to learn vocabulary", "By heart."),
    )
    first, second, third = minded.model.asks
    assert re.search(
        r"^plan my week\n\n<data \w+ plan>\n• Wednesday 18 November: read “Biology.pdf”",
        first.messages[-1].text,
    )
    assert "choir" in second.messages[-1].text
    assert third.messages[-1].text.startswith("ask the curator how to learn vocabulary\n\n<data")
    assert {ask.assistant for ask in minded.model.asks} == {"curator"}


async def test_a_small_model_is_not_asked_what_we_know_better(minded):
    minded.model.abilities = Abilities(small_offline=True)
    anna = minded.speaker()
    await anna.say("/reminders create tomorrow at nine call Anna")
    await anna(("plan my week", re.compile("Thursday 19 November: 09:00 call Anna")))
    assert minded.model.asks == []


async def test_nothing_to_learn_is_told(minded):
    minded.app.house.minds = lambda: None
    await minded(
        ("plan my week", re.compile("^I know of nothing that is due")),
        ("ask the curator", "What would you like to learn?"),
    )
