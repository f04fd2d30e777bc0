"""Vendors that fail under the whole house: the next goes on, and in the end one plain sentence."""

import asyncio
import re

import pytest

from core.bootstrap import LOCALES
from core.resilience import breaker
from core.texts import Texts
from tests.fakes.llm_server import KEY
from tests.fakes.llm_wire import Heard, Said
from tests.fakes.stt_server import Told
from tests.pictures import saved, written
from tests.recordings import encode
from tests.speech import say
from tests.whole import AGREES, SEEN, house

__all__ = ["house"]

BEGUN = "Photosynthesis turns light, water and carbon dioxide into sugar, "
WHOLE = f"{BEGUN}and what is left over, oxygen, leaves through the pores of the leaf."
QUESTIONS = {
    "en": "how does photosynthesis work?",
    "es": "¿cómo funciona la fotosíntesis?",
    "de": "wie funktioniert die Photosynthese?",
    "ru": "как происходит фотосинтез?",
}
NOTES = {
    "en": ("note that leaves are green", "Saved"),
    "es": ("apunta que las hojas son verdes", "Guardad"),
    "de": ("Notiere Blätter sind grün", "Gespeichert"),
    "ru": ("запиши что листья зелёные", "Записано"),
}


def going_on(heard: Heard) -> Said:
    """What is left of it, with some of what was said before it, as models do."""
    begun = heard.begun.strip()
    assert WHOLE.startswith(begun)
    return Said(WHOLE[max(len(begun) - 12, 0) :])


@pytest.mark.parametrize("order", ["openai,groq", "groq,ollama", "ollama,openai"])
async def test_who_does_not_answer_is_followed_by_the_next(house, order):
    first, second = order.split(",")
    whole = await house(first, second, VIVA_LLM=order)
    getattr(whole.world, second).answer = going_on
    anna = whole.speaker()
    for fault in ("429", "503", "quota", "html", "decommissioned", "empty", "500"):
        getattr(whole.world, first).faults = [fault]
        assert (await whole.ask(anna, QUESTIONS["en"])).text == WHOLE, fault
    assert len(getattr(whole.world, second).arrived) == 7
    assert len(getattr(whole.world, first).arrived) > 7


@pytest.mark.parametrize("order", ["openai,groq", "groq,ollama", "ollama,openai"])
async def test_who_breaks_off_is_gone_on_with_and_nothing_is_said_twice(house, order):
    first, second = order.split(",")
    whole = await house(first, second, VIVA_LLM=order)
    beginner, ender = getattr(whole.world, first), getattr(whole.world, second)
    beginner.answer, ender.answer = lambda heard: Said(BEGUN), going_on
    anna = whole.speaker()
    for many, fault in enumerate(("cut", "reset", "middle", "garbage"), 1):
        whole.channel.drafts.clear()
        beginner.faults = [fault]
        assert (await whole.ask(anna, QUESTIONS["en"])).text == WHOLE, fault
        assert whole.channel.drafts
        assert all(WHOLE.startswith(one) for one in whole.channel.drafts)
        assert ender.heard[-1].begun, fault
        assert (len(beginner.arrived), len(ender.arrived)) == (many, many)


async def test_a_wrong_key_is_followed_by_the_next(house):
    whole = await house("openai", "groq", OPENAI_API_KEY="sk-of-yesterday")
    whole.world.groq.answer = going_on
    reply = await whole.ask(whole.speaker(), QUESTIONS["en"])
    assert reply.text == WHOLE
    assert whole.world.openai.keys == ["sk-of-yesterday"]


async def test_each_assistant_comes_with_its_own_key(house):
    keys = {"OPENAI_API_KEY": "sk-of-all", "OPENAI_API_KEY_MENTOR": KEY}
    whole = await house("openai", "groq", **keys, OPENAI_API_KEY_CURATOR="sk-of-the-curator")
    anna = whole.speaker()
    await whole.ask(anna, QUESTIONS["en"])
    assert (whole.world.openai.keys, whole.world.groq.keys) == ([KEY], [])
    await whole.ask(anna, "what should I learn next?")
    assert whole.world.openai.keys == [KEY, "sk-of-the-curator"]
    assert whole.world.groq.keys == [KEY]


@pytest.mark.parametrize("language", QUESTIONS)
async def test_where_all_are_away_one_plain_sentence_and_the_rest_goes_on(house, language):
    whole = await house("openai", "groq", "ollama")
    for one in whole.world:
        one.faults = ["503"]
    anna = whole.speaker(language=language)
    reply = await whole.ask(anna, QUESTIONS[language])
    assert reply.text == Texts(LOCALES).format(language, "error-unavailable")
    assert all(one.arrived for one in whole.world)
    said, saved_ = NOTES[language]
    await anna((said, re.compile(saved_)))
    assert await whole.wait(hours=1) == []
    assert len(whole.channel.delivered) == 2


async def test_a_spent_quota_is_told_at_once(house):
    whole = await house("openai")
    whole.world.openai.faults = ["quota"]
    before = whole.clock.now()
    reply = await whole.ask(whole.speaker(), QUESTIONS["en"])
    assert reply.text == Texts(LOCALES).format("en", "error-unavailable")
    assert len(whole.world.openai.arrived) == 1
    assert whole.clock.now() == before


async def test_a_message_waits_for_a_vendor_that_comes_back(house):
    whole = await house("openai")
    whole.world.openai.faults = ["503"] * 3 + [None]
    whole.world.openai.answer = going_on
    reply = await whole.ask(whole.speaker(), QUESTIONS["en"])
    assert reply.text == WHOLE
    assert len(whole.channel.delivered) == 1
    assert len(whole.world.openai.arrived) == 4


async def test_who_fails_five_times_is_left_alone_until_it_is_well(house, monkeypatch):
    monkeypatch.setattr(breaker, "PAUSE", 3.0)
    whole = await house("openai", "groq")
    openai, groq = whole.world.openai, whole.world.groq
    openai.faults, openai.answer, groq.answer = ["503"], going_on, going_on
    anna = whole.speaker()
    for _ in range(4):
        assert (await whole.ask(anna, QUESTIONS["en"])).text == WHOLE
    assert len(openai.arrived) == breaker.FAILURES
    openai.faults, asked = [None], len(groq.arrived)
    await asyncio.sleep(breaker.PAUSE)
    assert (await whole.ask(anna, QUESTIONS["en"])).text == WHOLE
    assert (len(openai.arrived), len(groq.arrived)) == (breaker.FAILURES + 1, asked)


async def test_another_ear_hears_and_without_any_it_is_said(house):
    whole = await house("groq", "openai", VIVA_STT="groq,openai", VIVA_STT_OPENAI_MODEL="whisper-1")
    whole.world.groq.ears.fault = "500"
    whole.world.openai.ears.tell = lambda posted: Told((("Note that leaves are green.", 0.0, 2.0),))
    anna = whole.speaker()
    await whole.ask(anna, AGREES)
    note = whole.voice(encode(say("good morning")))
    assert "Saved" in (await whole.ask(anna, note)).text
    whole.world.openai.ears.fault = "500"
    reply = await whole.ask(anna, note)
    assert reply.text == Texts(LOCALES).format("en", "error-unavailable")
    assert len(whole.channel.delivered) == 3


async def test_another_eye_sees_and_words_stand_without_any(house):
    whole = await house("openai", "groq")
    openai, groq = whole.world.openai, whole.world.groq
    seen = SEEN.format(language="en", text="1/2 + 1/3 = 2/5", shown="-")

    def eyes(heard: Heard) -> Said:
        return Said(seen if heard.system.startswith("You are the eyes") else "A common one.")

    openai.answer = groq.answer = eyes
    openai.faults = ["503"] * 3 + [None]
    photo = saved(written("1/2 + 1/3 = 2/5"))
    anna = whole.speaker()
    reply = await whole.ask(anna, *whole.pictures(photo, caption="which denominator?"))
    assert reply.text == "A common one."
    assert len(groq.heard) == 1
    openai.faults, groq.faults = ["503"], ["503"]
    reply = await whole.ask(anna, *whole.pictures(photo))
    assert reply.text == Texts(LOCALES).format("en", "error-unavailable")
