"""Transcription at vendors that fail: a typed error, in time, that tells neither key nor words."""

import asyncio
import logging
import socket
import traceback
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import pytest
import pytest_asyncio

from core.errors import IntegrationError, Rejected, Unauthorised, Unavailable
from core.integrations import _transcription_api
from core.integrations._transcription_api import TranscriptionApi
from core.integrations.stt import groq, openai
from core.ports.llm import WrongModel
from tests.fakes.llm_faults import FAULTS, SLOW, is_told_well
from tests.fakes.llm_server import KEY
from tests.fakes.stt_providers import vendor
from tests.fakes.stt_server import SttServer, stt_server
from tests.speech import say

NOTE = say("Yes.")
SECRET = "my grandmother's maiden name"

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared() -> AsyncIterator[SttServer]:
    async with stt_server() as running:
        yield running


@pytest.fixture
def server(shared: SttServer) -> SttServer:
    shared.fault = None
    shared.headers.clear()
    shared.posted.clear()
    return shared


@pytest_asyncio.fixture(scope="module", loop_scope="module", params=["groq", "openai"])
async def model(
    request: pytest.FixtureRequest, shared: SttServer
) -> AsyncIterator[TranscriptionApi]:
    made = vendor(request.param, shared, Path("nowhere"))
    shared.fault = None
    await made.transcribe(NOTE)  # worker and detector are there before anything is timed
    yield made
    await made.close()


@pytest.fixture(autouse=True)
def flat(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_transcription_api, "EACH", 0.0)


async def failed(model: TranscriptionApi, deadline: float) -> tuple[IntegrationError, float]:
    """What is raised, and after how many seconds."""
    loop = asyncio.get_running_loop()
    model._seconds, began = deadline, loop.time()
    with pytest.raises(IntegrationError) as caught:
        await model.transcribe(NOTE, language="en", hotwords=SECRET)
    model._seconds = 30.0
    return caught.value, loop.time() - began


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_fault_is_typed_in_time_and_tells_nothing(
    model: TranscriptionApi, server: SttServer, fault: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    server.fault = fault
    deadline = 0.3 if fault in SLOW else 3.0
    error, seconds = await failed(model, deadline)
    is_told_well(
        error, fault, model.name, seconds=seconds, deadline=deadline,
        logged=caplog.text, secrets=(KEY, SECRET),
    )  # fmt: skip
    # What is refused for no reason that we know goes out once more, as FLAC.
    assert len(server.headers) == (2 if fault == "bad" else 1)
    server.fault = None
    assert (await model.transcribe(NOTE)).text.startswith("That were")


async def test_nobody_is_there(server: SttServer) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    for name in ("groq", "openai"):
        model = vendor(name, SttServer(port=port), Path("nowhere"))
        error, seconds = await failed(model, 3.0)
        assert type(error) is Unavailable
        assert seconds < 3.5
        await model.close()


async def test_there_is_no_such_host_and_no_tls(server: SttServer) -> None:
    for model in (
        openai.create({"OPENAI_BASE_URL": "http://nowhere.invalid/v1"}, Path()),
        groq.create({"GROQ_API_KEY": KEY, "GROQ_BASE_URL": "http://nowhere.invalid"}, Path()),
        openai.create({"OPENAI_BASE_URL": f"https://127.0.0.1:{server.port}/v1"}, Path()),
    ):
        assert type((await failed(model, 2.0))[0]) is Unavailable
        await model.close()


async def test_a_wrong_key_and_an_unknown_or_dead_model(server: SttServer) -> None:
    base = {"OPENAI_BASE_URL": f"{server.url}/v1", "GROQ_BASE_URL": server.url}
    wrong = {**base, "OPENAI_API_KEY": "sk-wrong-canary", "GROQ_API_KEY": "gsk-wrong-canary"}
    for made in (openai, groq):
        model = made.create(wrong, Path())
        error, _ = await failed(model, 3.0)
        assert type(error) is Unauthorised
        assert "canary" not in "".join(traceback.format_exception(error))
        await model.close()
    right = {**base, "OPENAI_API_KEY": KEY, "GROQ_API_KEY": KEY}
    for name in ("gpt-5-transcribe", "distil-whisper-large-v3-en"):
        named = {f"VIVA_STT_{one}_MODEL": name for one in ("OPENAI", "GROQ")}
        for made in (openai, groq):
            model = made.create(right | named, Path())
            assert type((await failed(model, 3.0))[0]) is WrongModel
            await model.close()


async def test_a_language_that_the_vendor_has_not_is_refused(
    model: TranscriptionApi, server: SttServer
) -> None:
    with pytest.raises(Rejected) as caught:
        await model.transcribe(NOTE, language="la")
    assert "invalid_language_format" in str(caught.value)


async def test_a_redirect_is_not_followed_with_the_key(
    model: TranscriptionApi, server: SttServer
) -> None:
    server.fault = "redirect"
    assert type((await failed(model, 3.0))[0]) is Rejected


async def test_whoever_cancels_is_gone_at_once(model: TranscriptionApi, server: SttServer) -> None:
    server.fault = "mute"
    server.left.clear()
    task = asyncio.ensure_future(model.transcribe(NOTE))
    while not server.posted:
        await asyncio.sleep(0.02)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    assert task.cancelled()
    await asyncio.wait_for(server.left.wait(), 1)
