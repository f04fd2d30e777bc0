"""Language models that fail: each fault is a typed error, in time, and tells no secret."""

import asyncio
import logging
import socket
import traceback
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import pytest
import pytest_asyncio

from core.errors import (
    IntegrationError,
    RateLimited,
    Rejected,
    Unauthorised,
    Unavailable,
)
from core.integrations._refusal import refusal
from core.integrations.llm import groq, ollama, openai
from core.ports.llm import ContextTooLong, LanguageModel, QuotaSpent, WrongModel
from tests.fakes.llm_faults import FAULTS, SLOW, is_told_well
from tests.fakes.llm_providers import NAMES, collected, provider, saying
from tests.fakes.llm_server import KEY, LlmServer, llm_server

SECRET = "my grandmother's maiden name"

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared() -> AsyncIterator[LlmServer]:
    async with llm_server() as running:
        yield running


@pytest.fixture
def server(shared: LlmServer) -> LlmServer:
    shared.fault = None
    shared.headers.clear()
    return shared


@pytest_asyncio.fixture(scope="module", loop_scope="module", params=NAMES)
async def model(request: pytest.FixtureRequest, shared: LlmServer) -> AsyncIterator[LanguageModel]:
    made = provider(request.param, shared)
    shared.fault = None
    await collected(made, saying("Hello"))  # the SDK is loaded before anything is timed
    yield made
    await made.close()


async def failed(model: LanguageModel, deadline: float) -> tuple[IntegrationError, float]:
    """What is raised, and after how many seconds."""
    loop = asyncio.get_running_loop()
    begun = loop.time()
    with pytest.raises(IntegrationError) as caught:
        await collected(model, saying(f"call {SECRET}", deadline))
    return caught.value, loop.time() - begun


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_fault_is_typed_in_time_and_tells_nothing(
    model: LanguageModel, server: LlmServer, fault: str, caplog: pytest.LogCaptureFixture
) -> None:
    if model.name == "ollama" and fault == "quota":
        pytest.skip("nothing is paid for at Ollama")
    caplog.set_level(logging.DEBUG)
    server.fault = fault
    deadline = 0.2 if fault in SLOW else 3.0
    error, seconds = await failed(model, deadline)
    is_told_well(
        error, fault, model.name, seconds=seconds, deadline=deadline,
        logged=caplog.text, secrets=(KEY, SECRET),
    )  # fmt: skip
    assert len(server.headers) == 1, "nobody tries again behind our back"
    server.fault = None
    assert (await collected(model, saying("Hello")))[0] == "You said: Hello"


async def test_nobody_is_there(server: LlmServer) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    for name in NAMES:
        model = provider(name, LlmServer(port=port))
        error, seconds = await failed(model, 3.0)
        assert type(error) is Unavailable
        assert seconds < 3.0
        await model.close()


async def test_there_is_no_such_host() -> None:
    nowhere = "http://nowhere.invalid"
    for model in (
        openai.create({"OPENAI_BASE_URL": f"{nowhere}/v1"}, Path()),
        groq.create({"GROQ_API_KEY": KEY, "GROQ_BASE_URL": nowhere}, Path()),
        ollama.create({"OLLAMA_HOST": nowhere}, Path()),
    ):
        assert type((await failed(model, 3.0))[0]) is Unavailable
        await model.close()


async def test_the_vendor_speaks_no_tls(server: LlmServer) -> None:
    model = openai.create({"OPENAI_BASE_URL": f"https://127.0.0.1:{server.port}/v1"}, Path())
    assert type((await failed(model, 0.5))[0]) is Unavailable
    await model.close()


async def test_a_wrong_key_and_an_unknown_model(server: LlmServer) -> None:
    base = {"OPENAI_BASE_URL": f"{server.url}/v1", "GROQ_BASE_URL": server.url}
    wrong = {**base, "OPENAI_API_KEY": "sk-wrong-canary", "GROQ_API_KEY": "gsk-wrong-canary"}
    chat = {"VIVA_LLM_OPENAI_API": "chat"}
    for model in (
        openai.create(wrong, Path()),
        openai.create(wrong | chat, Path()),
        groq.create(wrong, Path()),
    ):
        error, _ = await failed(model, 3.0)
        assert type(error) is Unauthorised
        assert "canary" not in "".join(traceback.format_exception(error))
        await model.close()
    right = {**base, "OPENAI_API_KEY": KEY, "GROQ_API_KEY": KEY, "OLLAMA_HOST": server.url}
    named = {f"VIVA_LLM_{one}_MODEL": "gpt-3.5-turbo" for one in ("OPENAI", "GROQ", "OLLAMA")}
    for made in (openai, groq, ollama):
        model = made.create(right | named, Path())
        assert type((await failed(model, 3.0))[0]) is WrongModel
        await model.close()


async def test_a_page_is_no_answer_whatever_it_holds(server: LlmServer) -> None:
    server.fault = "html"
    for name in NAMES[1:]:
        model = provider(name, server)
        error, _ = await failed(model, 3.0)
        assert "speaks no JSON" in str(error)
        await model.close()


async def test_a_redirect_is_not_followed_with_the_key(server: LlmServer) -> None:
    server.fault = "redirect"
    for name in NAMES[1:]:
        model = provider(name, server)
        assert type((await failed(model, 3.0))[0]) is Rejected
        await model.close()


async def test_a_cancelled_ask_is_gone_at_once(model: LanguageModel, server: LlmServer) -> None:
    server.fault = "mute"
    server.left.clear()
    task = asyncio.ensure_future(collected(model, saying("Hello")))
    await asyncio.sleep(0.1)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    assert task.cancelled()
    await asyncio.wait_for(server.left.wait(), 1)


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (429, {"error": {"code": "rate_limit_exceeded"}}, RateLimited),
        (429, {"error": {"code": None, "type": "insufficient_quota"}}, QuotaSpent),
        (402, None, QuotaSpent),
        (413, {"error": {"code": "rate_limit_exceeded"}}, ContextTooLong),
        (400, {"error": "the input length exceeds the context length"}, ContextTooLong),
        (400, {"error": {"type": "exceed_context_size_error", "code": 400}}, ContextTooLong),
        (400, {"error": '"llama" does not support tools'}, WrongModel),
        (500, {"error": {"message": "image input is not supported - hint: …"}}, WrongModel),
        (404, {"error": "model 'x' not found"}, WrongModel),
        (404, "404 page not found", WrongModel),
        (400, {"error": {"code": "tool_use_failed"}}, Unavailable),
        (403, {"error": {"code": "unsupported_country_region_territory"}}, Unauthorised),
        (200, {"code": "rate_limit_exceeded", "message": "slow down"}, RateLimited),
        (200, {"error": "model runner has unexpectedly stopped"}, Unavailable),
        (529, [1, 2], Unavailable),
        (422, {"error": {"code": "line\nbreak", "type": 7}}, Rejected),
    ],
)
async def test_what_vendors_call_it(
    status: int, body: object, kind: type[IntegrationError]
) -> None:
    error = refusal("vendor", status, body)
    assert type(error) is kind
    assert "\n" not in str(error)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "12"}, 12.0),
        ({"retry-after": "1.5"}, 1.5),
        ({"retry-after-ms": "250", "retry-after": "9"}, 0.25),
        ({"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}, 0.0),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "-3"}, None),
        ({"retry-after": "1e9"}, None),
        ({}, None),
    ],
)
async def test_when_to_come_again(headers: dict[str, str], seconds: float | None) -> None:
    assert refusal("vendor", 429, None, headers).retry_after == seconds
