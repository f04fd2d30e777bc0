"""Voices of vendors that fail: each fault is a typed error, in time, and tells no secret."""

import asyncio
import io
import logging
import socket
import struct
import traceback
import wave
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from pathlib import Path

import pytest
import pytest_asyncio

from core.errors import ConfigError, IntegrationError, Rejected, Unauthorised, Unavailable
from core.integrations._opus import encode
from core.integrations.tts import groq, openai
from core.ports.llm import WrongModel
from core.ports.synthesiser import Synthesiser
from core.settings import load
from tests.fakes.llm_faults import FAULTS, SLOW, WHY, is_told_well
from tests.fakes.llm_server import KEY
from tests.fakes.synthesiser import hum
from tests.fakes.tts_server import TtsServer, tts_server

pytest.importorskip("av", reason="PyAV is not installed")

NOWHERE = Path("nowhere")
EVERY = {**FAULTS, "redirect": Rejected}
SECRET = "my grandmother's maiden name"
NAMES = ("openai", "groq")

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared() -> AsyncIterator[TtsServer]:
    async with tts_server() as running:
        yield running


@pytest.fixture
def server(shared: TtsServer) -> TtsServer:
    shared.fault = shared.answered = None
    shared.headers.clear()
    shared.asked.clear()
    return shared


def environ(server: TtsServer, key: str = KEY) -> dict[str, str]:
    base = {"OPENAI_BASE_URL": f"{server.url}/v1", "GROQ_BASE_URL": server.url}
    return {**base, "OPENAI_API_KEY": key, "GROQ_API_KEY": key}


def voice(
    name: str, server: TtsServer, seconds: float = 3.0, more: Mapping[str, str] | None = None
) -> Synthesiser:
    settings = environ(server) | dict(more or {})
    if name == "openai":
        return openai.OpenAI(load(openai.Settings, settings), seconds)
    return groq.Groq(load(groq.Settings, settings), seconds)


async def failed(one: Synthesiser, text: str = "Hello.") -> tuple[IntegrationError, float]:
    """What is raised, and after how many seconds."""
    loop = asyncio.get_running_loop()
    begun = loop.time()
    with pytest.raises(IntegrationError) as caught:
        await one.synthesise(text)
    await one.close()
    return caught.value, loop.time() - begun


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("fault", EVERY)
async def test_a_fault_is_typed_in_time_and_tells_nothing(
    name: str, server: TtsServer, fault: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    server.fault = fault
    deadline = 0.3 if fault in SLOW else 3.0
    error, seconds = await failed(voice(name, server, deadline), SECRET)
    is_told_well(
        error, fault, name, seconds=seconds, deadline=deadline,
        logged=caplog.text, secrets=(KEY, SECRET), kinds=EVERY,
        why={**WHY, "html": "no sound"},
    )  # fmt: skip
    assert len(server.headers) == 1, "nobody tries again behind our back"


@pytest.mark.parametrize("name", NAMES)
async def test_the_next_call_after_a_fault_is_heard(name: str, server: TtsServer) -> None:
    one = voice(name, server)
    for fault in ("500", "reset", "cut", "endless"):
        server.fault = fault
        with pytest.raises(Unavailable):
            await one.synthesise("Hello.")
        server.fault = None
        assert (await one.synthesise("Hello.")).seconds > 0.3
    await one.close()


async def test_what_they_are_asked_for(server: TtsServer) -> None:
    for name in NAMES:
        one = voice(name, server)
        await one.synthesise("  Hello there.\n")
        await one.close()
    assert server.asked == [
        {"model": "gpt-4o-mini-tts", "voice": "coral", "input": "Hello there.",
         "response_format": "opus"},
        {"model": "canopylabs/orpheus-v1-english", "voice": "hannah", "input": "Hello there.",
         "response_format": "wav"},
    ]  # fmt: skip


async def test_a_voice_may_be_elsewhere_than_the_model(server: TtsServer) -> None:
    nowhere = {"OPENAI_BASE_URL": "http://127.0.0.1:9/v1"}
    one = voice("openai", server, more={**nowhere, "VIVA_TTS_OPENAI_BASE_URL": f"{server.url}/v1/"})
    assert (await one.synthesise("Hello.")).seconds > 0.3
    await one.close()


@pytest.mark.parametrize("name", NAMES)
async def test_a_wrong_key_a_wrong_voice_and_a_model_that_is_gone(
    name: str, server: TtsServer
) -> None:
    prefix = f"VIVA_TTS_{name.upper()}"
    wrong = {"OPENAI_API_KEY": "sk-wrong-canary", "GROQ_API_KEY": "sk-wrong-canary"}
    error, _ = await failed(voice(name, server, more=wrong))
    assert type(error) is Unauthorised
    assert "canary" not in "".join(traceback.format_exception(error))
    error, _ = await failed(voice(name, server, more={f"{prefix}_MODEL": "tts-0"}))
    assert type(error) is WrongModel
    error, _ = await failed(voice(name, server, more={f"{prefix}_VOICE": "robot"}))
    assert type(error) is Rejected


@pytest.mark.parametrize("name", NAMES)
async def test_nobody_is_there(name: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        error, seconds = await failed(voice(name, TtsServer(port=taken.getsockname()[1])))
    assert type(error) is Unavailable
    assert seconds < 3.0


@pytest.mark.parametrize("name", NAMES)
async def test_a_cancelled_call_is_gone_at_once(name: str, server: TtsServer) -> None:
    server.fault = "mute"
    server.left.clear()
    one = voice(name, server)
    task = asyncio.ensure_future(one.synthesise("Hello."))
    await asyncio.sleep(0.2)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    assert task.cancelled()
    await asyncio.wait_for(server.left.wait(), 1)
    await one.close()


def stereo() -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(24_000)
        file.writeframes(hum(0.5))
    return out.getvalue()


async def test_a_streamed_wav_does_not_know_how_long_it_is(server: TtsServer) -> None:
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(24_000)
        file.writeframes(hum(0.5))
    sound = bytearray(out.getvalue())
    sound[4:8] = sound[40:44] = b"\xff\xff\xff\xff"
    server.answered = bytes(sound)
    one = voice("groq", server)
    assert (await one.synthesise("Hello.")).seconds == pytest.approx(0.5, abs=0.01)
    await one.close()


def two_ears() -> bytes:
    """A note whose header says that it is stereo."""
    note = bytearray(encode(hum(0.5), 24_000).audio)
    note[note.index(b"OpusHead") + 9] = 2
    return bytes(note)


NOTE = encode(hum(0.5), 24_000).audio
WRONG = {
    "openai": [
        NOTE[:-9],
        NOTE[:30],
        NOTE[:200],
        two_ears(),
        stereo(),
        b"ID3",
        b"OggS",
        NOTE + b"x",
    ],
    "groq": [stereo(), NOTE, b"RIFF", struct.pack("<4sI4s", b"RIFF", 4, b"WAVE")],
}


@pytest.mark.parametrize(
    ("name", "sound"),
    [
        # Named by their place: an Opus stream has a serial number drawn at random.
        pytest.param(name, one, id=f"{name}-{place}")
        for name in WRONG
        for place, one in enumerate(WRONG[name])
    ],
)
async def test_what_is_no_voice_note_is_not_passed_on(
    name: str, sound: bytes, server: TtsServer
) -> None:
    server.answered = sound
    assert type((await failed(voice(name, server)))[0]) is Unavailable


async def test_without_a_key_they_are_off() -> None:
    for provider, key in ((openai, "OPENAI_API_KEY"), (groq, "GROQ_API_KEY")):
        with pytest.raises(ConfigError, match=key):
            provider.create({}, NOWHERE)
        assert provider.probe({}, NOWHERE).state == "off"
        assert provider.probe({}, NOWHERE).needs == (key,)
        assert provider.probe({key: "sk"}, NOWHERE).state == "on"
    own = {"OPENAI_BASE_URL": "http://127.0.0.1:9/v1"}
    assert openai.probe(own, NOWHERE).state == "on"
    assert "6 January 2027" in openai.probe({"OPENAI_API_KEY": "sk"}, NOWHERE).detail
    assert "6 January 2027" not in openai.probe(own, NOWHERE).detail
    openai.create(own, NOWHERE)
