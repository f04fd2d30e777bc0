"""Hearing: what was said comes back as text, silence as nothing, and no hub is asked."""

import asyncio
import os
import re
import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import pytest_asyncio

from core.errors import ConfigError, IntegrationError, Unavailable, UserError
from core.integrations._decode import Decoder, Limits
from core.integrations._weights import missing
from core.integrations._whisper_weights import BASE
from core.integrations.stt.faster_whisper import (
    FasterWhisper,
    _confidence,
    _language,
    create,
    probe,
)
from core.ports.transcriber import Transcriber, Transcript
from tests.fakes.transcriber import FakeTranscriber
from tests.recordings import encode, noises, tone
from tests.speech import say, wav

CLIPS = Path("../shared/clips")
KENNEDY = (
    "And so my fellow Americans, ask not what your country can do for you,"
    " ask what you can do for your country."
)
# What this voice can carry was found by measuring: few sentences, and of Russian hardly any.
SAID = [
    ("en", 120, "What time is it in Berlin?"),
    ("en", 150, "I would like to learn the history of Europe."),
    ("es", 120, "La casa es muy grande."),
    ("de", 150, "Der Kurs beginnt am Montag."),
]

pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.skipif(bool(missing(BASE)), reason="Whisper's packaged weights are not installed"),
]


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def whisper(cache: Path) -> AsyncIterator[FasterWhisper]:
    made = create({}, cache)
    yield made
    await made.close()


@pytest.fixture(params=["fake", "faster-whisper"])
def transcriber(request: pytest.FixtureRequest) -> Transcriber:
    made: Transcriber = request.getfixturevalue("whisper")
    return FakeTranscriber() if request.param == "fake" else made


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def spoken(number: int = 0) -> bytes:
    language, pace, text = SAID[number]
    return say(text, language, pace)


@pytest.mark.parametrize(("language", "pace", "text"), SAID)
async def test_what_was_said_is_heard(
    whisper: FasterWhisper, language: str, pace: int, text: str
) -> None:
    heard = await whisper.transcribe(say(text, language, pace), language=language)
    assert words(heard.text) == words(text)
    assert heard.language == language
    assert 0.37 < heard.confidence <= 1
    assert not heard.cut_short


@pytest.mark.parametrize(("clip", "hurried"), [("jfk.wav", True), ("jfk.mp3", False)])
async def test_kennedy_word_for_word(whisper: FasterWhisper, clip: str, hurried: bool) -> None:
    path = CLIPS / clip
    if not path.exists():
        pytest.skip(f"no {clip} on this machine")
    heard = await whisper.transcribe(path.read_bytes(), language="en", hurried=hurried)
    assert words(heard.text) == words(KENNEDY)
    assert abs(heard.seconds - 11.0) < 0.1
    assert heard.confidence > 0.6


async def test_a_torn_voice_note_gives_its_beginning_and_says_so(whisper: FasterWhisper) -> None:
    note = encode(spoken(1))  # Opus in an Ogg, as Telegram sends it
    heard = await whisper.transcribe(note[: len(note) * 2 // 3], language="en")
    assert words(heard.text)[:4] == words(SAID[1][2])[:4]
    assert heard.cut_short


@pytest.mark.parametrize(("name", "sound"), [*noises().items(), ("tone", wav(tone(2.0)))])
async def test_no_speech_is_no_text(whisper: FasterWhisper, name: str, sound: bytes) -> None:
    heard = await whisper.transcribe(sound, language="en")
    assert (heard.text, heard.language, heard.confidence) == ("", None, 0.0)
    assert heard.seconds > 0


async def test_no_speech_needs_no_model(tmp_path: Path) -> None:
    whisper = FasterWhisper(tmp_path / "absent", tmp_path)
    assert (await whisper.transcribe(wav(bytes(64_000)))).text == ""
    with pytest.raises(IntegrationError) as caught:
        await whisper.transcribe(spoken())
    assert caught.value.system == "faster-whisper"
    await whisper.close()


async def test_without_a_hint_the_likeliest_of_ours_is_guessed(whisper: FasterWhisper) -> None:
    heard = await whisper.transcribe(spoken())
    assert heard.language == "en"
    assert words(heard.text) == words(SAID[0][2])


@pytest.mark.parametrize(
    ("hint", "language"),
    [("es", "es"), ("es-MX", "es"), ("pt_BR", "pt"), ("EN", "en")]
    + [(guessed, "ru") for guessed in (None, "", "xx", "no language")],
)
async def test_a_hint_is_any_tag_and_a_guess_is_one_of_ours(
    hint: str | None, language: str
) -> None:
    likely = [("uk", 0.6), ("ru", 0.3), ("en", 0.1)]
    model: Any = SimpleNamespace(
        supported_languages=["en", "es", "pt", "ru", "uk"],
        detect_language=lambda _speech: ("uk", 0.6, likely),
    )
    assert _language(model, hint, None) == language


async def test_a_model_of_english_hears_english() -> None:
    model: Any = SimpleNamespace(supported_languages=["en"])
    assert _language(model, "de", None) == "en"


async def test_hotwords_rescue_a_word(whisper: FasterWhisper) -> None:
    said = say("Viva.")
    assert words((await whisper.transcribe(said, language="en")).text) != ["viva"]
    helped = await whisper.transcribe(said, language="en", hotwords="Viva")
    assert words(helped.text) == ["viva"]


async def test_text_in_circles_is_not_trusted() -> None:
    def segment(ratio: float) -> SimpleNamespace:
        return SimpleNamespace(start=0.0, end=2.0, avg_logprob=-0.1, compression_ratio=ratio)

    assert _confidence([segment(1.2)]) == pytest.approx(0.905, abs=0.001)
    assert _confidence([segment(1.2), segment(9.0)]) == 0.0


@pytest.mark.parametrize(("alone", "text"), [(True, "a a a b"), (False, "b")])
async def test_circles_are_left_out_of_an_hour_and_not_of_a_note(
    whisper: FasterWhisper, monkeypatch: pytest.MonkeyPatch, alone: bool, text: str
) -> None:
    made = [
        SimpleNamespace(
            start=0.0, end=1.0, text=text, words=None, avg_logprob=-0.1, compression_ratio=ratio
        )
        for text, ratio in ((" a a a", 9.0), (" b", 1.0))
    ]
    model = SimpleNamespace(
        supported_languages=["en"], transcribe=lambda *_, **_more: (iter(made), None)
    )
    monkeypatch.setattr(whisper, "_model", model)
    limits = Limits() if alone else Limits(stretch_seconds=2.0)
    monkeypatch.setattr(whisper, "_decoder", Decoder(limits))
    kept: list[Transcript] = []

    async def keep(number: int, work: Callable[[], Awaitable[Transcript]]) -> Transcript:
        kept.append(await work())
        return kept[-1]

    heard = await whisper.transcribe(spoken(1), language="en", keep=keep)
    await whisper._decoder.close()
    first = heard if alone else kept[0]
    assert first.text == text
    assert first.confidence == pytest.approx(0.0 if alone else 0.905, abs=0.001)


async def test_confidence_weighs_by_length() -> None:
    def segment(start: float, end: float, avg: float) -> SimpleNamespace:
        return SimpleNamespace(start=start, end=end, avg_logprob=avg, compression_ratio=1.0)

    sure = _confidence([segment(0, 9, 0.0), segment(9, 10, -1.0)])
    assert sure == pytest.approx(0.905, abs=0.001)
    assert _confidence([segment(1, 1, -1.0)]) == pytest.approx(0.368, abs=0.001)


async def test_progress_is_told_on_the_loop(tmp_path: Path) -> None:
    whisper = create({}, tmp_path)
    told: list[tuple[str, float | None]] = []
    threads = set()

    def progress(what: str, share: float | None) -> None:
        told.append((what, share))
        threads.add(threading.get_ident())

    # With words, Whisper's times are numpy's: no channel could send them on.
    await whisper.transcribe(spoken(), language="en", words=True, speakers=True, progress=progress)
    await whisper.close()
    assert {type(share) for _, share in told} <= {float, type(None)}
    assert threads == {threading.get_ident()}
    for what in ("loading", "transcribing"):
        shares = [share for told_of, share in told if told_of == what and share is not None]
        assert shares == sorted(shares)
        assert 0.7 < shares[-1] <= 1.0
    stages = [what for what, _ in told]
    assert stages == sorted(stages)


async def test_a_cancelled_transcription_does_not_answer_the_next(whisper: FasterWhisper) -> None:
    told: list[str] = []
    for seconds in (0.02, 0.2):
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(seconds):
                await whisper.transcribe(
                    spoken(1), language="en", progress=lambda what, _: told.append(what)
                )
        count = len(told)
        heard = await whisper.transcribe(wav(bytes(32_000)))
        assert heard.text == ""
        assert len(told) == count


async def test_two_at_once_get_each_their_own(whisper: FasterWhisper) -> None:
    heard = await asyncio.gather(
        *(whisper.transcribe(spoken(number), language=SAID[number][0]) for number in (1, 2))
    )
    assert [words(one.text) for one in heard] == [words(SAID[1][2]), words(SAID[2][2])]


@pytest.mark.parametrize(
    ("recording", "said"),
    [
        (b"", "voice-empty"),
        (b"no sound", "voice-unreadable"),
        (bytes(200_000_001), "voice-too-large"),
    ],
    ids=["empty", "text", "large"],
)
async def test_every_transcriber_refuses_what_is_no_recording(
    transcriber: Transcriber, recording: bytes, said: str
) -> None:
    with pytest.raises(UserError) as caught:
        await transcriber.transcribe(recording)
    assert caught.value.text_id == said


async def test_the_fake_says_what_its_script_says() -> None:
    said = Transcript("show my notes", "en", 0.9, 2.0)
    fake = FakeTranscriber({b"mark-1": said, b"mark-2": Unavailable("fake", "down")})
    assert await fake.transcribe(b"RIFF mark-1", language="en") == said
    with pytest.raises(Unavailable):
        await fake.transcribe(b"mark-2")


async def test_an_absent_engine_is_said_to_be_absent(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "faster_whisper", None)
    monkeypatch.setitem(sys.modules, "faster_whisper.vad", None)
    whisper = create({}, cache)
    with pytest.raises(Unavailable, match="not installed"):
        await whisper.transcribe(spoken())
    await whisper.close()


async def test_close_twice_and_then_no_more(cache: Path) -> None:
    whisper = create({}, cache)
    await whisper.close()
    await whisper.close()
    with pytest.raises(IntegrationError):
        await whisper.transcribe(spoken())


async def test_what_is_closed_in_the_middle_is_no_transcript(cache: Path) -> None:
    whisper = create({}, cache)
    begun = asyncio.Event()

    def progress(what: str, share: float | None) -> None:
        if what == "transcribing":
            begun.set()

    task = asyncio.ensure_future(whisper.transcribe(spoken(1), language="en", progress=progress))
    await begun.wait()
    await whisper.close()
    with pytest.raises(Unavailable, match="closed"):
        await task


async def test_a_folder_of_ones_own(cache: Path, tmp_path: Path) -> None:
    for file in (cache / BASE.name).iterdir():
        (tmp_path / file.name).symlink_to(file)
    environ = {"VIVA_STT_FASTER_WHISPER_MODEL": str(tmp_path)}
    whisper = create(environ, Path("/absent"))
    assert words((await whisper.transcribe(spoken(), language="en")).text) == words(SAID[0][2])
    await whisper.close()
    (tmp_path / "tokenizer.json").unlink()  # without it the engine would ask the hub
    with pytest.raises(ConfigError, match=r"tokenizer\.json"):
        create(environ, cache)
    assert probe(environ, cache).state == "broken"


async def test_the_hub_out_of_reach_is_unavailable(cache: Path, network_off: list[str]) -> None:
    whisper = create({"VIVA_STT_FASTER_WHISPER_MODEL": "small"}, cache)
    with pytest.raises(Unavailable, match="hub"):
        await whisper.transcribe(spoken())
    await whisper.close()
    network_off.clear()  # the attempt is what was asked for


async def test_doctor_is_told_what_there_is(cache: Path, tmp_path: Path) -> None:
    assert probe({}, cache).state == "on"
    assert probe({"VIVA_STT_FASTER_WHISPER_MODEL": "small"}, cache).state == "on"
    lost = probe({"VIVA_STT_FASTER_WHISPER_MODEL": str(tmp_path)}, cache)
    assert (lost.state, "model.bin" in lost.detail) == ("broken", True)


async def test_doctor_is_told_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "path", [])
    monkeypatch.setattr(sys, "path_hooks", [])
    for name in [
        name for name in sys.modules if name.partition(".")[0] in ("faster_whisper", "av")
    ]:
        monkeypatch.delitem(sys.modules, name)
    found = probe({}, tmp_path)
    assert found.state == "off"
    assert found.needs == ("faster-whisper", "av", *BASE.distributions)


CHILD = """
import asyncio, os, sys
attempts = []
sys.addaudithook(lambda event, _: attempts.append(event) if event in WATCHED else None)
WATCHED = ("socket.connect", "socket.getaddrinfo", "socket.sendto")
sys.path.insert(0, os.getcwd())
from pathlib import Path
from core.integrations.stt.faster_whisper import create, probe

async def main() -> None:
    cache = Path(sys.argv[1])
    assert probe({}, cache).state == "on"
    whisper = create({}, cache)
    heavy = {"av", "numpy", "faster_whisper", "ctranslate2"} & set(sys.modules)
    assert not heavy, heavy
    heard = await whisper.transcribe(sys.stdin.buffer.read(), language="en")
    await whisper.close()
    print(heard.text)
    assert not attempts, attempts
    assert os.environ["ORT_DISABLE_TELEMETRY"] == os.environ["HF_HUB_OFFLINE"] == "1"

asyncio.run(main())
"""


async def test_an_empty_home_stays_empty_and_nobody_is_called(tmp_path: Path, cache: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    ran = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", CHILD, str(tmp_path / "cache")),
        env={"HOME": str(home), "PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    out, errors = await ran.communicate(spoken())
    assert ran.returncode == 0, errors.decode()
    assert words(out.decode()) == words(SAID[0][2])
    assert list(home.rglob("*")) == []
