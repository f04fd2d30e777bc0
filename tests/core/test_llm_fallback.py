"""Several models as one: whoever fails is followed, and nothing is said twice."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing
from dataclasses import replace
from typing import Any

import pytest
import pytest_asyncio

from core.errors import IntegrationError, RateLimited, Rejected, Unauthorised, Unavailable
from core.integrations._fallback import GO_ON, Fallback
from core.ports.llm import (
    Abilities,
    Ask,
    AssistantMessage,
    ContextTooLong,
    Image,
    QuotaSpent,
    ToolCall,
    UserMessage,
    WrongModel,
)
from tests.fakes.llm import FakeLanguageModel
from tests.fakes.llm_providers import collected, provider, saying
from tests.fakes.llm_server import LlmServer, llm_server
from tests.fakes.llm_wire import Heard, Said

AWAY = Unavailable("one", "500")
CALL = ToolCall("c1", "notes__create", {"text": "x"})


def fake(*script: object, name: str = "one", **more: Any) -> FakeLanguageModel:
    abilities = Abilities(**{"images": True} | more)
    return FakeLanguageModel(script, name=name, abilities=abilities)  # type: ignore[arg-type]  # steps


@pytest.mark.parametrize(
    "error",
    [
        AWAY,
        RateLimited("one", "429", 7),
        Unauthorised("one", "401"),
        WrongModel("one", "404"),
        QuotaSpent("one", "429"),
        IntegrationError("one", "?"),
    ],
)
async def test_the_next_answers(error: IntegrationError) -> None:
    second = fake("Hello there.", name="two")
    both = Fallback([fake(error), second])
    text, _, final = await collected(both, saying("Hi"))
    assert text == "Hello there."
    assert (final.provider, final.interrupted) == ("two", ())
    assert second.asks[0].messages == (UserMessage("Hi"),)


@pytest.mark.parametrize("error", [Rejected("one", "400"), ContextTooLong("one", "400")])
async def test_what_is_wrong_with_the_ask_is_told_at_once(error: IntegrationError) -> None:
    both = Fallback([fake(error), fake("Hello.", name="two")])
    with pytest.raises(type(error)):
        await collected(both, saying("Hi"))


@pytest.mark.parametrize(
    ("begun", "more", "whole"),
    [
        ("Whales are big", " and gentle.", "Whales are big and gentle."),
        ("Whales are big", "and gentle.", "Whales are big and gentle."),
        ("Whales are big", "Whales are big and gentle.", "Whales are big and gentle."),
        ("Whales are big", "big and gentle.", "Whales are big and gentle."),
        ("Whales are big", " are big, and gentle.", "Whales are big, and gentle."),
        ("Whales are big", "…are big and gentle.", "Whales are big…are big and gentle."),
        ("First. Second.", "Third.", "First. Second. Third."),
        ("a b a b", "a b a b c", "a b a b c"),
        ("It is a", "apple", "It is a apple"),
        ("Im Jahr", "Jahre 1990", "Im Jahre 1990"),
        ("Кит большой", "большой и добрый", "Кит большой и добрый"),
        ("All is said.", "All is said.", "All is said."),
        ("One\n", "\nTwo", "One\n\nTwo"),
        ("(", "x)", "(x)"),
    ],
)
async def test_the_next_goes_on_without_repeating(begun: str, more: str, whole: str) -> None:
    second = fake(more, name="two")
    both = Fallback([fake(begun, AWAY), second])
    text, _, final = await collected(both, replace(saying("Whales?"), system="Be kind."))
    assert text == whole
    assert (final.provider, final.interrupted) == ("two", ("one",))
    assert second.asks[0].messages[-1] == AssistantMessage(begun)
    assert second.asks[0].system == f"Be kind.\n\n{GO_ON}"


async def test_a_third_goes_on_from_all_that_was_said() -> None:
    third = fake("three.", name="three")
    all_of = Fallback([fake("One,", AWAY), fake("One, two,", AWAY, name="two"), third])
    text, _, final = await collected(all_of, saying("Count"))
    assert text == "One, two, three."
    assert final.interrupted == ("one", "two")
    assert third.asks[0].messages[-1] == AssistantMessage("One, two,")


async def test_a_small_beginning_is_labelled_too() -> None:
    small = FakeLanguageModel(["A", AWAY], name="s", abilities=Abilities(small_offline=True))
    _, _, final = await collected(Fallback([small, fake("B", name="two")]), saying("?"))
    assert (final.small_offline, final.interrupted) == (True, ("s",))


async def test_silence_is_not_borne_where_there_is_a_next() -> None:
    slow = fake("One,", 5.0, "never")
    loop = asyncio.get_running_loop()
    begun = loop.time()
    text, _, _ = await collected(
        Fallback([slow, fake("two.", name="two")], patience=0.1), saying("Count")
    )
    assert text == "One, two."
    assert slow.closed_early == 1
    assert loop.time() - begun < 0.5


async def test_the_last_has_all_the_time_that_is_left() -> None:
    slow = fake(0.3, "late", name="two")
    text, _, _ = await collected(Fallback([fake(AWAY), slow], patience=0.1), saying("?", 2.0))
    assert text == "late"
    assert 1.5 < slow.asks[0].deadline <= 2.0


async def test_never_past_the_deadline() -> None:
    loop = asyncio.get_running_loop()
    begun = loop.time()
    with pytest.raises(Unavailable):
        await collected(Fallback([fake(9.0), fake(9.0, name="two")]), saying("?", 0.4))
    assert loop.time() - begun < 0.9


async def test_a_call_that_is_whole_is_not_asked_for_again() -> None:
    second = fake("never")
    _, calls, final = await collected(Fallback([fake(CALL, AWAY), second]), saying("?"))
    assert (calls, final.finish) == ([CALL], "tool_calls")
    assert not second.asks


async def test_json_comes_whole_from_one() -> None:
    ask = replace(saying("?"), json_schema={"type": "object"})
    both = Fallback([fake('{"a": ', AWAY), fake('{"b": 1}', name="two")])
    assert (await collected(both, ask))[0] == '{"b": 1}'


async def test_only_the_able_are_asked() -> None:
    blind, seeing = fake("never", images=False), fake("A cat.", name="two")
    shown = Ask((UserMessage("?", (Image(b"x", "image/png"),)),))
    both = Fallback([blind, seeing])
    assert both.abilities.images
    assert (await collected(both, shown))[0] == "A cat."
    assert not blind.asks
    with pytest.raises(WrongModel):
        await collected(Fallback([blind]), shown)


async def test_of_several_failures_the_one_that_passes_first_is_told() -> None:
    errors = [Unauthorised("a", "401"), RateLimited("b", "429", 60), RateLimited("c", "429", 5)]
    with pytest.raises(RateLimited) as caught:
        await collected(Fallback([fake(one) for one in errors]), saying("?"))
    assert caught.value.retry_after == 5
    with pytest.raises(Unauthorised):
        await collected(Fallback([fake(errors[0]), fake(WrongModel("d", "404"))]), saying("?"))


async def test_stopping_early_closes_who_speaks() -> None:
    first = fake("One two three")
    async with aclosing(Fallback([first]).stream(saying("?"))) as pieces:
        await anext(pieces)
    assert first.closed_early == 1


async def test_closing_closes_all() -> None:
    both = [fake(), fake()]
    await Fallback(both).close()
    assert all(one.closed for one in both)


@pytest_asyncio.fixture
async def vendors() -> AsyncIterator[tuple[LlmServer, LlmServer]]:
    async with llm_server() as first, llm_server() as second:
        yield first, second


@pytest.mark.parametrize("fault", ["500", "429-after", "cut", "stall", "reset", "middle", "quota"])
async def test_real_wires_change_in_mid_answer(
    vendors: tuple[LlmServer, LlmServer], fault: str
) -> None:
    first, second = vendors
    whole = "The first wrong step is the third line, where the sign was lost."
    first.answer = lambda _: Said(whole)
    first.fault = fault

    def go_on(heard: Heard) -> Said:
        assert (GO_ON in heard.system) == bool(heard.begun)
        return Said(whole.removeprefix(heard.begun[:10]))

    second.answer = go_on
    models = [provider("groq", first), provider("ollama", second)]
    both = Fallback(models, patience=0.2)
    text, _, final = await collected(both, saying("What is wrong?", 5.0))
    assert text == whole
    assert final.provider == "ollama"
    assert final.interrupted == (() if fault in {"500", "429-after", "quota"} else ("groq",))
    await both.close()


async def test_a_small_one_is_asked_shortly_and_only_in_its_languages() -> None:
    small = fake("Kurz.", name="small", small_offline=True, images=False, languages=("en",))
    away = fake(AWAY, name="one")
    short = Ask((UserMessage("short"),), language="en")
    full = replace(short, messages=(UserMessage("long"),), small=short)
    both = Fallback([away, small])
    assert both.abilities.languages == ()
    text, *_ = await collected(both, full)
    assert text == "Kurz."
    assert small.asks[0].messages == short.messages

    german = replace(full, language="de", small=replace(short, language="de"))
    with pytest.raises(Unavailable):
        await collected(Fallback([fake(AWAY, name="one"), small]), german)
