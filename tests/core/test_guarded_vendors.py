"""Vendors behind the gateway, at the socket: what they bill, how they fail, whose key it is."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio

from core.errors import Unauthorised, Unavailable
from core.integrations.llm import openai
from core.resilience.breaker import FAILURES, PAUSE
from tests.fakes.gateway import House
from tests.fakes.llm_providers import NAMES, collected, provider, saying
from tests.fakes.llm_server import KEY, LlmServer, llm_server

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared() -> AsyncIterator[LlmServer]:
    async with llm_server() as running:
        yield running


@pytest.fixture
def server(shared: LlmServer) -> LlmServer:
    shared.fault = None
    shared.headers.clear()
    shared.told.clear()
    return shared


@pytest.mark.parametrize("name", NAMES)
async def test_the_bill_is_the_vendors(server: LlmServer, name: str) -> None:
    house = House(hasty=True)
    model = house.guard(provider(name, server))
    for fault in (None, "500", None, "429", None, "cut", "bad", None):
        server.fault = fault
        await asyncio.gather(collected(model, saying("Hello")), return_exceptions=True)
    await model.close()
    told = [(one.input_tokens, one.output_tokens, one.cached_tokens) for one in house.charges]
    good = [it for it, one in zip(told, house.charges, strict=True) if not one.error]
    assert good == [tuple(one[1:]) for one in server.told]
    assert len(good) == 4
    assert len(server.headers) == len(house.charges), "each attempt is charged"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("fault", ["500", "502", "reset", "garbage", "html"])
async def test_five_faults_and_it_is_left_alone(server: LlmServer, name: str, fault: str) -> None:
    house = House(hasty=True)
    at = 0.0
    house.gateway.clock = lambda: at
    model = house.guard(provider(name, server))
    server.fault = fault
    for _ in range(9):
        with pytest.raises(Unavailable):
            await collected(model, saying("Hello"))
    assert len(server.headers) == FAILURES
    at += PAUSE
    server.fault = None
    assert (await collected(model, saying("Hello")))[0] == "You said: Hello"
    await model.close()


async def test_a_key_that_is_revoked_is_that_assistants_affair(server: LlmServer) -> None:
    house = House(hasty=True)
    environ = {
        "OPENAI_API_KEY": KEY,
        "OPENAI_API_KEY_MENTOR": "revoked",
    }
    environ |= {"OPENAI_BASE_URL": f"{server.url}/v1", "VIVA_LLM_OPENAI_API": "chat"}
    raw = openai.create(environ, Path("nowhere"))
    model = house.guard(raw)
    names = {raw.credential(one) for one in ("mentor", "curator", "")}
    assert names == {"OPENAI_API_KEY_MENTOR", "OPENAI_API_KEY"}
    for _ in range(FAILURES):
        with pytest.raises(Unauthorised):
            await collected(model, replace(saying("Hi"), assistant="mentor"))
    with pytest.raises(Unavailable):
        await collected(model, replace(saying("Hi"), assistant="mentor"))
    assert await collected(model, replace(saying("Hi"), assistant="curator"))
    assert "2 keys: those of one project share" in openai.probe(environ, Path("nowhere")).detail
    await model.close()
