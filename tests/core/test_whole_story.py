"""Words through the whole house by each vendor's wire: asked, streamed, tools called and proposed."""

import re

import pytest

from tests.fakes.llm_server import KEY
from tests.fakes.llm_wire import Heard, Said
from tests.whole import house, mind

__all__ = ["house"]

LONG = "Photosynthesis turns light, water and carbon dioxide into sugar and oxygen, in chloroplasts."
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
    assert "Give me a hint" in anna.choices or anna.choices
    assert [whole.world.bill()] == [{(name, vendor.arrived[0]): (vendor.arrived[0], 11, 7, vendor.told[0][3])}]


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
    reply = await whole.ask(anna, "yes")
    assert "09:00" in reply.text
    assert len(vendor.arrived) == 2
    told = await whole.wait(hours=24)
    assert len(told) == 1
    assert "revise membranes" in told[0]
