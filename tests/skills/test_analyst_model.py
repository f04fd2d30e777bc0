"""The analyst with a model: it reads the typed reports, and is told nobody's name."""

import re

import pytest_asyncio

from core.ports.llm import Abilities, ToolCall
from tests.classroom import PEOPLE, School, a_week
from tests.dialog import CHANNEL
from tests.fakes.llm import FakeLanguageModel
from tests.minded import house


@pytest_asyncio.fixture
async def minded(tmp_path):
    model = FakeLanguageModel()
    settings = {"VIVA_LLM": "none", "VIVA_TEACHERS": f"{CHANNEL}:zoe"}
    school = School(tmp_path, settings=settings, given=house(model))
    await school.start()
    await school.people(*PEOPLE)
    await a_week(school)
    yield school, model
    await school.app.stop()


def called(**arguments):
    return [ToolCall("c1", "analyst__report", arguments)]


async def test_it_counts_by_the_typed_reports(minded):
    school, model = minded
    model.scripts += [called(text="active learners", when="last week"), ["Three of them."]]
    zoe = school.teacher()
    await zoe(("ask the analyst whether last week was good", "Three of them."))
    tools = {tool.name: tool for tool in model.asks[0].tools}
    assert "learners who have gone quiet" in str(tools["analyst__report"].parameters)
    assert set(tools["analyst__report"].parameters["properties"]) == {"text", "when"}
    assert "3 learners were active from 9 to 15 November" in model.asks[1].messages[-1].text


async def test_it_is_told_no_names(minded):
    school, model = minded
    model.scripts += [called(text="inactive learners", when="for two weeks"), ["One."]]
    await school.teacher()(("ask the analyst about who has gone missing", "One."))
    shown = str(model.asks)
    assert "One learner has not been active from 5 to 18 November" in shown
    assert "Their names are told to a teacher only" in shown
    assert not re.search(rf"\b({'|'.join(PEOPLE)})\b", shown)
    assert "secret" not in shown


async def test_it_offers_what_it_could_count(minded):
    school, model = minded
    model.scripts += [called(text="the meaning of life"), ["I cannot."]]
    await school.teacher()(("ask the analyst what the meaning of life is", "I cannot."))
    assert "What shall I count?" in model.asks[1].messages[-1].text


async def test_a_learners_assistants_have_no_such_tool(minded):
    school, model = minded
    model.scripts += [called(text="active learners"), ["I do not know."]]
    ann = school.speaker("somebody")
    await ann(
        ("ask the mentor how many were active", "I do not know."),
        ("/analyst ask how many were active", "That is for teachers only."),
    )
    assert "analyst__report" not in {tool.name for tool in model.asks[0].tools}
    assert "There is no such tool." in model.asks[1].messages[-1].text


async def test_a_small_model_is_not_asked(minded):
    school, model = minded
    model.abilities = Abilities(small_offline=True)
    await school.teacher()(("ask the analyst which courses matter", "What shall I count?"))
    assert model.asks == []
