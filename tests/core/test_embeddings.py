"""Embedders at the wire: what they ask for, what they make of the answer, and how they fail."""

import asyncio
import logging
import socket
import traceback
from collections.abc import AsyncIterator
from contextlib import suppress
from math import hypot
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from core.errors import (
    ConfigError,
    IntegrationError,
    Rejected,
    Unauthorised,
    Unavailable,
)
from core.integrations._embedding import BATCH, MOST_BYTES, manner
from core.integrations.embeddings import ollama, openai
from core.ports.caller import acting
from core.ports.embedder import Embedder
from core.ports.llm import WrongModel
from core.settings import load
from tests.fakes.embedder import SIZE, vector
from tests.fakes.embeddings_server import EmbeddingsServer, embeddings_server
from tests.fakes.llm_faults import FAULTS, SLOW, is_told_well
from tests.fakes.llm_server import KEY

NOWHERE = Path("nowhere")
EVERY = {**FAULTS, "redirect": Rejected}
SECRET = "my grandmother's maiden name"

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared() -> AsyncIterator[EmbeddingsServer]:
    async with embeddings_server() as running:
        yield running


@pytest.fixture
def server(shared: EmbeddingsServer) -> EmbeddingsServer:
    shared.fault = shared.wrong = None
    shared.headers.clear()
    shared.asked.clear()
    shared.exchanges.clear()
    return shared


def environ(server: EmbeddingsServer) -> dict[str, str]:
    return {
        "OPENAI_API_KEY": KEY,
        "OPENAI_BASE_URL": f"{server.url}/v1",
        "OLLAMA_HOST": server.url,
        "OLLAMA_API_KEY": KEY,
    }


def made(name: str, server: EmbeddingsServer, seconds: float = 3.0) -> Embedder:
    if name == "openai":
        return openai.OpenAIEmbedder(load(openai.Settings, environ(server)), seconds)
    return ollama.OllamaEmbedder(load(ollama.Settings, environ(server)), seconds)


@pytest_asyncio.fixture(loop_scope="module", params=["openai", "ollama"])
async def embedder(request: pytest.FixtureRequest, server: EmbeddingsServer) -> Any:
    one = made(request.param, server)
    yield one
    await one.close()


async def test_every_text_gets_its_own_vector_of_length_one(
    embedder: Embedder, server: EmbeddingsServer
) -> None:
    texts = [f"word{number}" for number in range(2 * BATCH + 3)]

    found = await embedder.embed(texts)

    before = manner(embedder.model).kept
    assert len(found) == len(texts)
    for text, one in zip(texts, found, strict=True):
        assert one == pytest.approx(vector(before + text), abs=1e-6)
        assert hypot(*one) == pytest.approx(1.0)
    assert [len(asked) for asked in server.asked] == [BATCH, BATCH, 3]
    assert server.connections <= 4  # they are kept open


async def test_no_texts_are_no_request(embedder: Embedder, server: EmbeddingsServer) -> None:
    assert await embedder.embed([]) == []
    assert server.headers == []


async def test_a_model_is_asked_in_its_own_manner(server: EmbeddingsServer) -> None:
    gemma = made("ollama", server)
    await gemma.embed(["osmosis"])
    await gemma.embed(["osmosis"], role="asked")

    assert server.asked == [
        ["title: none | text: osmosis"],
        ["task: search result | query: osmosis"],
    ]
    await gemma.close()


async def test_what_a_vendor_would_refuse_is_put_right(
    embedder: Embedder, server: EmbeddingsServer
) -> None:
    long = "ж" * 20_000

    found = await embedder.embed(["", "  \n", long, "\ud800"])

    assert len(found) == 4
    assert all(0 < len(text.encode()) <= MOST_BYTES for text in server.asked[0])
    assert server.asked[0][2].endswith("ж")


async def test_a_server_that_knows_no_base64(server: EmbeddingsServer) -> None:
    named = {**environ(server), "VIVA_EMBEDDINGS_OPENAI_MODEL": "floats-only"}
    one = openai.create(named, NOWHERE)

    assert (await one.embed(["osmosis"]))[0] == pytest.approx(vector("osmosis"))
    await one.close()


async def test_the_vendors_own_client_reads_the_same(server: EmbeddingsServer) -> None:
    from openai import AsyncOpenAI

    theirs = AsyncOpenAI(api_key=KEY, base_url=f"{server.url}/v1", max_retries=0)
    told = await theirs.embeddings.create(model="text-embedding-3-small", input=["osmosis", "car"])
    ours = made("openai", server)

    in_order = sorted(told.data, key=lambda one: one.index)
    for one, vector_of_ours in zip(in_order, await ours.embed(["osmosis", "car"]), strict=True):
        length = hypot(*one.embedding)
        assert vector_of_ours == pytest.approx([each / length for each in one.embedding])
    await theirs.close()
    await ours.close()


@pytest.mark.parametrize(
    "wrong",
    [[], [[1.0]], [[1.0], [1.0, 2.0]], [[0.0], [0.0]], [[], []], [[1e999], [1.0]]],
    ids=["none", "too few", "uneven", "no length", "no numbers", "infinite"],
)
async def test_vectors_that_are_none(
    embedder: Embedder, server: EmbeddingsServer, wrong: list[list[float]]
) -> None:
    server.wrong = wrong
    with pytest.raises(Unavailable):
        await embedder.embed(["one", "two"])


@pytest.mark.parametrize("fault", EVERY)
async def test_a_fault_is_typed_in_time_and_tells_nothing(
    embedder: Embedder, server: EmbeddingsServer, fault: str, caplog: pytest.LogCaptureFixture
) -> None:
    if embedder.name == "ollama" and fault == "quota":
        pytest.skip("nothing is paid for at Ollama")
    caplog.set_level(logging.DEBUG)
    server.fault = fault
    deadline = 0.2 if fault in SLOW else 3.0
    hurried = made(embedder.name, server, deadline)
    loop = asyncio.get_running_loop()
    begun = loop.time()
    with pytest.raises(IntegrationError) as caught:
        await hurried.embed([SECRET])
    seconds = loop.time() - begun
    error = caught.value
    is_told_well(
        error, fault, embedder.name, seconds=seconds, deadline=deadline,
        logged=caplog.text, secrets=(KEY, SECRET), kinds=EVERY,
    )  # fmt: skip
    assert len(server.headers) == 1, "nobody tries again behind our back"
    server.fault = None
    assert len(await hurried.embed(["osmosis"])) == 1
    await hurried.close()


async def test_nobody_is_there() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        nobody = EmbeddingsServer(port=taken.getsockname()[1])
    for name in ("openai", "ollama"):
        one = made(name, nobody)
        with pytest.raises(Unavailable):
            await one.embed(["osmosis"])
        await one.close()


async def test_a_wrong_key_and_an_unknown_model(server: EmbeddingsServer) -> None:
    wrong = openai.create({**environ(server), "OPENAI_API_KEY": "sk-wrong-canary"}, NOWHERE)
    with pytest.raises(Unauthorised) as caught:
        await wrong.embed(["osmosis"])
    assert "canary" not in "".join(traceback.format_exception(caught.value))
    await wrong.close()
    named = {f"VIVA_EMBEDDINGS_{one}_MODEL": "gone" for one in ("OPENAI", "OLLAMA")}
    for provider in (openai, ollama):
        one: Embedder = provider.create(environ(server) | named, NOWHERE)
        with pytest.raises(WrongModel):
            await one.embed(["osmosis"])
        await one.close()


async def test_a_cancelled_request_is_gone_at_once(
    embedder: Embedder, server: EmbeddingsServer
) -> None:
    server.fault = "mute"
    server.left.clear()
    task = asyncio.ensure_future(embedder.embed(["osmosis"]))
    await asyncio.sleep(0.1)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    assert task.cancelled()
    await asyncio.wait_for(server.left.wait(), 1)


async def test_whose_key_is_used(server: EmbeddingsServer) -> None:
    """The assistant's own; the index, which nobody asks for, takes any."""
    keys = {"OPENAI_API_KEY_MENTOR": KEY, "OPENAI_API_KEY_CURATOR": "sk-curator"}
    base = {"OPENAI_BASE_URL": f"{server.url}/v1"}
    one = openai.create(base | keys, NOWHERE)

    assert len((await one.embed(["osmosis"]))[0]) == SIZE
    assert one.credential("") == "OPENAI_API_KEY_MENTOR"
    assert one.credential("curator") == "OPENAI_API_KEY_CURATOR"
    with acting(assistant="curator"), pytest.raises(Unauthorised):
        await one.embed(["osmosis"])
    await one.close()


async def test_settings_and_probes() -> None:
    assert openai.probe({}, NOWHERE).needs == ("OPENAI_API_KEY",)
    assert openai.probe({"OPENAI_API_KEY": KEY}, NOWHERE).state == "on"
    assert openai.probe({"OPENAI_BASE_URL": "http://127.0.0.1:1/v1"}, NOWHERE).state == "on"
    assert ollama.probe({"OLLAMA_HOST": "here"}, NOWHERE).detail == "embeddinggemma at here:11434"
    with pytest.raises(ConfigError):
        openai.create({}, NOWHERE)
    loud = {"VIVA_EMBEDDINGS_OPENAI_FLOOR": "loud", "VIVA_EMBEDDINGS_OLLAMA_FLOOR": "loud"}
    assert openai.probe({"OPENAI_API_KEY": KEY, **loud}, NOWHERE).state == "broken"
    assert ollama.probe({"OLLAMA_HOST": "here", **loud}, NOWHERE).state == "broken"
    set_low = {"OLLAMA_HOST": "here", "VIVA_EMBEDDINGS_OLLAMA_FLOOR": "0.25"}
    assert ollama.create(set_low, NOWHERE).floor == 0.25
    assert openai.create({"OPENAI_API_KEY": KEY}, NOWHERE).floor == manner("text-embedding-3").floor
