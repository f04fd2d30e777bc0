"""What every voice keeps: an OGG with Opus, mono, as long as its words, that any player decodes."""

import asyncio
import io
import json
import sys
import threading
from array import array
from collections.abc import AsyncIterator
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any, ClassVar

import pytest
import pytest_asyncio

from core.errors import ConfigError, IntegrationError, UserError
from core.integrations._opus import LONGEST_TEXT, encode, seconds
from core.integrations.tts import espeak, groq, openai, piper
from core.ports.llm import WrongModel
from core.ports.synthesiser import Speech, Synthesiser
from tests.fakes.llm_server import KEY
from tests.fakes.synthesiser import FakeSynthesiser, hum
from tests.fakes.tts_server import TtsServer, tts_server

av: Any = pytest.importorskip("av", reason="PyAV is not installed")
pytest.importorskip("espeakng_loader", reason="espeakng-loader is not installed")

NOWHERE = Path("nowhere")
SAID = {
    "en": "Hello, the lesson begins at nine o'clock tomorrow.",
    "es": "Hola, la clase empieza mañana a las nueve.",
    "de": "Hallo, der Unterricht beginnt morgen um neun Uhr.",
    "ru": "Привет, занятие начнётся завтра в девять часов.",
}
SPOKEN_BY = {
    "openai": openai.LANGUAGES,
    "groq": groq.LANGUAGES,
    "espeak": espeak.LANGUAGES,
    "piper": ("en",),
    "fake": ("en",),
}

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def server() -> AsyncIterator[TtsServer]:
    async with tts_server() as running:
        yield running


class HummingVoice:
    """In place of Piper's: it hums, a sentence at a time."""

    loaded: ClassVar[list[str]] = []

    @classmethod
    def load(cls, model_path: Path) -> "HummingVoice":
        cls.loaded.append(Path(model_path).name)
        return cls()

    def synthesize(self, text: str) -> Any:
        for sentence in text.split(". "):
            yield SimpleNamespace(
                sample_rate=22_050, audio_int16_bytes=hum(len(sentence) * 0.06, 22_050)
            )


@pytest.fixture
def piper_voice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The file of a voice, and where Piper is not installed somebody who takes its place."""
    voice = tmp_path / "en_US-hum-low.onnx"
    voice.write_bytes(b"")
    Path(f"{voice}.json").write_text(json.dumps({}))
    module = ModuleType("piper")
    module.__spec__ = SimpleNamespace(name="piper")  # type: ignore[assignment]
    module.PiperVoice = HummingVoice  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "piper", module)
    return str(voice)


@pytest_asyncio.fixture(loop_scope="module", params=list(SPOKEN_BY))
async def voice(
    request: pytest.FixtureRequest, server: TtsServer, piper_voice: str
) -> AsyncIterator[Synthesiser]:
    environ = {
        "OPENAI_API_KEY": KEY,
        "OPENAI_BASE_URL": f"{server.url}/v1",
        "GROQ_API_KEY": KEY,
        "GROQ_BASE_URL": server.url,
        "VIVA_TTS_PIPER_MODEL": piper_voice,
    }
    providers: dict[str, Any] = {"openai": openai, "groq": groq, "espeak": espeak, "piper": piper}
    provider = providers.get(request.param)
    one = provider.create(environ, NOWHERE) if provider else FakeSynthesiser()
    yield one
    await one.close()
    await one.close()


def decoded(speech: Speech) -> "array[int]":
    """Its samples at 48 kHz, by a player that is not ours."""
    samples = array("h")
    with av.open(io.BytesIO(speech.audio)) as container:
        assert container.format.name == "ogg"
        (stream,) = container.streams
        assert stream.codec_context.name == "opus"
        assert stream.codec_context.layout.name == "mono"
        resampler = av.AudioResampler("s16", "mono", 48_000)
        for frame in container.decode(stream):
            for piece in resampler.resample(frame):
                samples.frombytes(bytes(piece.planes[0])[: piece.samples * 2])
    return samples


async def test_a_voice_note_is_what_messengers_take(voice: Synthesiser) -> None:
    for language in SPOKEN_BY[voice.name]:
        text = SAID[language]
        speech = await voice.synthesise(text, language=language)
        assert speech.media_type == "audio/ogg"
        assert 0.03 * len(text) < speech.seconds < 0.12 * len(text)
        samples = decoded(speech)
        assert len(samples) / 48_000 == pytest.approx(speech.seconds, abs=0.1)
        assert max(samples) > 2_000, "there is something to be heard"
        assert len(speech.audio) < speech.seconds * 6_000, "about 28 kbit a second and the pages"


async def test_what_cannot_be_said_is_told(voice: Synthesiser) -> None:
    with pytest.raises(UserError) as caught:
        await voice.synthesise("word " * (LONGEST_TEXT // 5) + "x")
    assert (caught.value.text_id, caught.value.values) == (
        "speech-too-long",
        {"limit": LONGEST_TEXT},
    )
    for nothing in ("", " \n", "...", "\0"):
        with pytest.raises(UserError, match="text-empty"):
            await voice.synthesise(nothing)


async def test_it_tells_what_it_does_and_two_at_once_do_not_mix(voice: Synthesiser) -> None:
    told: list[tuple[str, float | None]] = []
    short, long = await asyncio.gather(
        voice.synthesise("One.", progress=lambda *it: told.append(it)),
        voice.synthesise("Two sentences are longer. Much longer than one."),
    )
    assert long.seconds > short.seconds * 2
    await asyncio.sleep(0)
    assert all(share is None or 0 <= share <= 1 for _, share in told)
    assert {what for what, _ in told} <= {"speaking", "loading"}
    assert told


async def test_groq_says_a_long_text_in_pieces(server: TtsServer) -> None:
    text = "The first sentence is short. " * 20 + "word " * 60 + "x" * 450
    one = groq.create({"GROQ_API_KEY": KEY, "GROQ_BASE_URL": server.url}, NOWHERE)
    server.asked.clear()
    speech = await one.synthesise(text)
    said = [body["input"] for body in server.asked]
    assert all(len(piece) <= 200 for piece in said)
    assert "".join(said).replace(" ", "") == text.replace(" ", "")
    assert said[0].endswith("short.")
    assert speech.seconds == pytest.approx(sum(map(len, said)) * 0.06, abs=len(said) * 0.16)
    with pytest.raises(WrongModel):
        await one.synthesise("Guten Tag.", language="de-DE")
    await one.close()


async def test_espeak_leaves_when_nobody_waits() -> None:
    one = espeak.Espeak()
    await one.synthesise("Ready.")
    task = asyncio.ensure_future(one.synthesise("A very long story. " * 200))
    await asyncio.sleep(0.05)
    task.cancel()
    loop = asyncio.get_running_loop()
    begun = loop.time()
    await one.synthesise("Next.")
    assert loop.time() - begun < 1.0
    await one.close()


async def test_espeak_holds_no_other_thread_up() -> None:
    one = espeak.Espeak()
    task = asyncio.ensure_future(one.synthesise("A long story about nothing at all. " * 20))
    ticks = 0
    while not task.done():
        await asyncio.sleep(0.005)
        ticks += 1
    assert (await task).seconds > 30
    assert ticks > 10
    await one.close()


async def test_two_espeaks_share_one_library() -> None:
    voices = [espeak.Espeak() for _ in range(3)]
    said = await asyncio.gather(*(one.synthesise(SAID["de"], language="de") for one in voices))
    assert max(one.seconds for one in said) - min(one.seconds for one in said) < 0.1
    for one in voices:
        await one.close()
    assert not [it for it in threading.enumerate() if it.name.startswith("espeak") and it.daemon]


async def test_an_unknown_language_is_read_as_english_and_tags_are_understood() -> None:
    one = espeak.Espeak()
    near = pytest.approx((await one.synthesise("Hello there.")).seconds, abs=0.01)
    assert (await one.synthesise("Hello there.", language="xx")).seconds == near
    assert (await one.synthesise("Hello there.", language="de_AT")).seconds != near
    await one.close()


async def test_piper_knows_its_voices_by_their_files(piper_voice: str, tmp_path: Path) -> None:
    HummingVoice.loaded.clear()
    one = piper.create({"VIVA_TTS_PIPER_MODEL": piper_voice}, NOWHERE)
    for _ in range(2):
        await one.synthesise("Hello.", language="en-GB")
    assert HummingVoice.loaded == ["en_US-hum-low.onnx"], "loaded once"
    with pytest.raises(WrongModel):
        await one.synthesise("Hallo.", language="de")
    await one.close()
    assert piper.probe({}, NOWHERE).needs[-1:] == ("VIVA_TTS_PIPER_MODEL",)
    assert piper.probe({"VIVA_TTS_PIPER_MODEL": piper_voice}, NOWHERE).state == "on"
    lacking = {"VIVA_TTS_PIPER_MODEL": f"{piper_voice},{tmp_path / 'de_DE-none.onnx'}"}
    assert piper.probe(lacking, NOWHERE).state == "broken"
    for wrong in (lacking, {}):
        with pytest.raises(ConfigError, match="VIVA_TTS_PIPER_MODEL"):
            piper.create(wrong, NOWHERE)


async def test_piper_that_fails_is_an_error_of_ours(
    piper_voice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: Any, text: str) -> Any:
        raise RuntimeError("onnx")

    monkeypatch.setattr(HummingVoice, "synthesize", fail)
    one = piper.create({"VIVA_TTS_PIPER_MODEL": piper_voice}, NOWHERE)
    with pytest.raises(IntegrationError, match="RuntimeError"):
        await one.synthesise("Hello.")
    await one.close()


@pytest.mark.parametrize("rate", [8_000, 16_000, 22_050, 24_000, 44_100, 48_000])
@pytest.mark.parametrize("length", [0.01, 0.5, 7.3])
async def test_any_rate_and_length_keeps_its_length(rate: int, length: float) -> None:
    speech = encode(hum(length, rate), rate)
    assert speech.seconds == pytest.approx(length, abs=0.001)
    assert seconds(speech.audio) == pytest.approx(length, abs=0.03)
    assert len(decoded(speech)) / 48_000 == pytest.approx(length, abs=0.03)
