"""What goes to a vendor and what is made of its answer: kinds of files, forms, gates, times."""

import gzip
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
import yaml

from core.errors import ConfigError
from core.integrations import _transcription_api
from core.integrations._recordings import MEDIA, flac, kind
from core.integrations._transcription import UNTOLD, language
from core.integrations._transcription_api import TranscriptionApi
from core.integrations.stt import groq, openai
from core.ports.transcriber import Transcript
from tests.fakes.llm_server import KEY
from tests.fakes.openapi import faults
from tests.fakes.stt_providers import TIMES, VENDORS, provider, vendor
from tests.fakes.stt_server import Posted, SttServer, Told, stt_server, told
from tests.recordings import KINDS, encode, tone
from tests.speech import say, wav

SPEC = Path("../shared/specs/openai.yaml.gz")
NOTE = say("My brother lives in London.")
NOTE_OF_TWENTY_SECONDS = say(" ".join(["My brother lives in London."] * 12))
AS_THEY_CAME = {
    "ogg": "ogg",
    "webm": "webm",
    "m4a": "m4a",
    "mp4-fragments": "m4a",
    "mp3": "mp3",
    "flac": "flac",
    "wav": "wav",
}
SCHEMA = "CreateTranscriptionRequest"

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared() -> AsyncIterator[SttServer]:
    async with stt_server() as running:
        yield running


@pytest.fixture
def server(shared: SttServer) -> SttServer:
    shared.tell, shared.fault = told, None
    shared.unopenable.clear()
    shared.posted.clear()
    shared.answers.clear()
    return shared


@pytest_asyncio.fixture(scope="module", loop_scope="module", params=VENDORS)
async def model(
    request: pytest.FixtureRequest, shared: SttServer
) -> AsyncIterator[tuple[str, TranscriptionApi]]:
    made = vendor(request.param, shared, Path("nowhere"))
    yield request.param, made
    await made.close()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def turbo(shared: SttServer) -> AsyncIterator[TranscriptionApi]:
    made = vendor("groq", shared, Path("nowhere"))
    yield made
    await made.close()


def as_kind(name: str) -> bytes:
    container, codec, rate, options = KINDS[name]
    return encode(NOTE, container, codec, rate, "mono", options)


@pytest.mark.parametrize("name", KINDS)
async def test_a_note_is_sent_as_it_came_where_the_vendor_takes_it(
    turbo: TranscriptionApi, server: SttServer, name: str
) -> None:
    note = as_kind(name)
    assert (await turbo.transcribe(note)).text
    (sent,) = server.posted
    assert sent.ending == AS_THEY_CAME.get(name, "flac")
    assert (sent.file == note) == (name in AS_THEY_CAME)


async def test_what_the_vendor_cannot_open_goes_as_flac(
    turbo: TranscriptionApi, server: SttServer
) -> None:
    server.unopenable.add("webm")
    assert (await turbo.transcribe(as_kind("webm"))).text
    (sent,) = server.posted
    assert (sent.ending, sent.file[:4]) == ("flac", b"fLaC")


async def test_what_is_too_large_goes_as_flac(
    turbo: TranscriptionApi, server: SttServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_transcription_api, "LARGEST", len(NOTE) - 1)
    await turbo.transcribe(NOTE)
    (sent,) = server.posted
    assert sent.ending == "flac"
    assert len(sent.file) < len(NOTE) * 0.8


async def test_flac_loses_nothing() -> None:
    samples = tone(2.5)
    assert encode(flac(samples), "wav", "pcm_s16le", 16_000)[-len(samples) :] == samples
    assert kind(flac(samples)) == "flac"


@pytest.mark.parametrize(
    ("head", "ending"),
    [
        (b"OggS", "ogg"),
        (b"ID3\x04", "mp3"),
        (b"\xff\xfb\x90", "mp3"),
        (b"\xff\xf3\x90", "mp3"),
        (b"\xff\xf1\x50", None),  # ADTS
        (b"\x00\x00\x00\x18ftypM4A ", "m4a"),
        (b"\x00\x00\x00\x18ftyp3gp4", None),
        (b"\x00\x00\x00\x18ftypqt  ", None),
        (b"\x1aE\xdf\xa3" + b"\x42\x82\x84webm", "webm"),
        (b"\x1aE\xdf\xa3" + b"\x42\x82\x88matroska", None),
        (b"RIFF....WAVE", "wav"),
        (b"RIFF....AVI ", None),
        (b"FORM....AIFF", None),
        (b"\xff", None),
        (b"", None),
    ],
)
async def test_a_kind_is_told_by_its_bytes(head: bytes, ending: str | None) -> None:
    assert kind(head) == ending
    assert ending is None or ending in MEDIA


@pytest.fixture(scope="module")
def schemas() -> Any:
    if not SPEC.exists():
        pytest.skip("no description of OpenAI's API on this machine")
    spec = yaml.load(gzip.decompress(SPEC.read_bytes()), yaml.CSafeLoader)
    return spec["components"]["schemas"]


async def test_every_request_and_answer_is_as_the_vendor_describes_them(
    model: tuple[str, TranscriptionApi], server: SttServer, schemas: Any
) -> None:
    _, made = model
    await made.transcribe(NOTE)
    await made.transcribe(NOTE, language="de-AT", hotwords="London, Berlin", words=True)
    for posted, answer in zip(server.posted, server.answers, strict=True):
        assert faults(schemas[SCHEMA], body(posted), schemas) == []
        form = "Verbose" if posted.one("response_format") == "verbose_json" else ""
        reply = schemas[f"CreateTranscriptionResponse{form}Json"]
        assert faults(reply, answer, schemas) == []


def body(posted: Posted) -> dict[str, Any]:
    """The form as the JSON that it stands for."""
    made: dict[str, Any] = {"file": "bytes"}
    for name, values in posted.fields.items():
        made[name.removesuffix("[]")] = values if name.endswith("[]") else values[0]
    if "temperature" in made:
        made["temperature"] = float(made["temperature"])
    return made


async def test_the_form_says_what_the_model_can_use(
    model: tuple[str, TranscriptionApi], server: SttServer
) -> None:
    name, made = model
    await made.transcribe(NOTE)
    await made.transcribe(NOTE, language="DE-at", hotwords="Humboldt, Ostwald", words=True)
    without, hinted = (one.fields for one in server.posted)
    if name == "openai":
        assert without["languages[]"] == ["en", "es", "de", "ru"]
        assert hinted["languages[]"] == ["de"]
        assert hinted["keywords[]"] == ["Humboldt", "Ostwald"]
        return
    assert "language" not in without
    assert hinted["language"] == ["de"]
    assert hinted["prompt"] == ["Humboldt, Ostwald"]
    if name in TIMES:
        assert without["timestamp_granularities[]"] == ["segment"]
        assert hinted["timestamp_granularities[]"] == ["segment", "word"]
        assert hinted["temperature"] == ["0"]
    else:
        assert hinted["include[]"] == ["logprobs"]


async def said(turbo: TranscriptionApi, server: SttServer, **thought: Any) -> Transcript:
    segments = (("You.", 0.0, 1.0), ("You.", 1.0, 2.0))
    server.tell = lambda _: Told(segments, **thought)
    return await turbo.transcribe(NOTE, language="en")


async def test_whisper_is_not_believed_where_it_heard_silence(
    turbo: TranscriptionApi, server: SttServer
) -> None:
    silent = await said(turbo, server, avg_logprob=-1.2, no_speech_prob=0.9)
    assert (silent.text, silent.language, silent.confidence) == ("", None, 0.0)
    true_no = await said(turbo, server, avg_logprob=-0.3, no_speech_prob=0.9)
    assert true_no.text == "You. You."
    unsure = await said(turbo, server, avg_logprob=-1.2, no_speech_prob=0.1)
    assert unsure.text
    assert 0 < unsure.confidence < 0.37
    circles = await said(turbo, server, avg_logprob=-0.1, compression_ratio=9.0)
    assert circles.confidence == 0.0


async def test_of_an_hour_circles_are_left_out(server: SttServer, tmp_path: Path) -> None:
    def tell(posted: Posted) -> Told:
        ratio = 9.0 if len(server.posted) == 2 else 1.1
        return Told(((f"chunk {len(server.posted)}", 0.0, 4.0),), compression_ratio=ratio)

    server.tell = tell
    made = provider("groq", server, tmp_path, 5.0)
    heard = await made.transcribe(NOTE_OF_TWENTY_SECONDS, language="en")
    await made.close()
    assert heard.text.startswith("chunk 1 chunk 3 chunk 4")
    assert heard.confidence > 0.8


async def test_confidence_is_what_the_vendor_tells(
    model: tuple[str, TranscriptionApi], server: SttServer
) -> None:
    name, made = model
    server.tell = lambda _: Told((("Yes.", 0.0, 1.0),), avg_logprob=-0.5)
    heard = await made.transcribe(NOTE)
    expected = UNTOLD if name == "openai" else 0.607
    assert heard.confidence == pytest.approx(expected, abs=0.001)


async def test_what_was_spoken_is_told_by_its_code(
    model: tuple[str, TranscriptionApi], server: SttServer
) -> None:
    name, made = model
    server.tell = lambda _: Told((("Sí.", 0.0, 1.0),), language="es")
    heard = await made.transcribe(NOTE)
    assert heard.language == (None if name == "openai-gpt-4o" else "es")
    assert (await made.transcribe(NOTE, language="de")).language in {"es", "de"}


@pytest.mark.parametrize(
    ("hint", "code"),
    [
        ("es", "es"), ("es-MX", "es"), ("pt_BR", "pt"), ("EN", "en"), ("Spanish", "es"),
        ("russian", "ru"), ("xx", None), ("no language", None), ("", None), (None, None),
    ],
)  # fmt: skip
async def test_a_hint_is_any_tag_or_name(hint: str | None, code: str | None) -> None:
    assert language(hint) == code


async def test_words_stand_in_their_segments(turbo: TranscriptionApi, server: SttServer) -> None:
    server.tell = lambda _: Told((("one two", 0.2, 0.9), ("three four five", 1.1, 1.9)))
    heard = await turbo.transcribe(NOTE, language="en", words=True)
    assert [[word.text for word in one.words] for one in heard.segments] == [
        ["one", "two"],
        ["three", "four", "five"],
    ]


async def test_what_was_heard_before_the_decoder_died_is_kept(
    server: SttServer, tmp_path: Path
) -> None:
    made = provider("groq", server, tmp_path, 5.0)
    worker = await made._decoder.warm()

    async def keep(number: int, work: Callable[[], Awaitable[Transcript]]) -> Transcript:
        heard = await work()
        if number == 2:
            worker.kill()
            await worker.wait()
        return heard

    heard = await made.transcribe(NOTE_OF_TWENTY_SECONDS, language="en", keep=keep)
    await made.close()
    assert heard.cut_short
    assert 9 < heard.seconds < 10
    assert len(heard.segments) == len(server.posted) == 2


async def test_a_tenth_of_a_second_is_not_worth_asking(
    model: tuple[str, TranscriptionApi], server: SttServer
) -> None:
    assert (await model[1].transcribe(wav(tone(0.05)))).text == ""
    assert server.posted == []


async def test_without_the_detector_the_vendor_hears_silence_too(
    turbo: TranscriptionApi, server: SttServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_transcription_api, "can_tell", lambda: False)
    await turbo.transcribe(wav(bytes(64_000)))
    assert len(server.posted) == 1


async def test_what_is_missing_is_told(tmp_path: Path) -> None:
    for one, needs in ((openai, "OPENAI_API_KEY"), (groq, "GROQ_API_KEY")):
        found = one.probe({}, tmp_path)
        assert (found.name, found.capability) == (one.NAME, "stt")
        assert (found.state, found.needs) == ("off", (needs,))
        assert one.probe({needs: KEY}, tmp_path).state == "on"
        assert one.create({needs: KEY}, tmp_path).model in one.probe({needs: KEY}, tmp_path).detail
        assert KEY not in repr(one.probe({needs: KEY}, tmp_path))
        with pytest.raises(ConfigError, match=needs):
            one.create({}, tmp_path)
    own = {"OPENAI_BASE_URL": "http://127.0.0.1:9/v1"}
    assert openai.probe(own, tmp_path).state == "on", "a server of one's own may want no key"
    elsewhere = {"VIVA_STT_OPENAI_BASE_URL": "http://127.0.0.1:9/v1"}
    assert openai.probe(elsewhere, tmp_path).state == "on"
