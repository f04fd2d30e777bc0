"""Every transcriber keeps the same promises, whether it listens here or asks a vendor."""

import asyncio
import io
import threading
import wave
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
import pytest_asyncio

from core.errors import UserError
from core.integrations._speakers import EMBEDDER
from core.integrations._weights import missing
from core.integrations._whisper_weights import BASE
from core.ports.transcriber import Segment, Transcriber, Transcript
from tests.fakes.stt_providers import NAMES, TIMES, provider
from tests.fakes.stt_server import Posted, SttServer, Told, stt_server, told
from tests.recordings import encode, noises
from tests.speech import say, wav

SAID = (
    "What time is it in Berlin?",
    "My brother lives in London.",
    "I would like to learn the history of Europe.",
    "Where is the museum?",
)
LONG = (*SAID, *SAID, SAID[2])
STRETCH = 5.0
"""Seconds, so that LONG has five chunks."""
TWO = ("en-us", "en-us+f3")

pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.skipif(bool(missing(BASE)), reason="Whisper's packaged weights are not installed"),
]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared() -> AsyncIterator[SttServer]:
    async with stt_server() as running:
        yield running


@pytest.fixture
def server(shared: SttServer) -> SttServer:
    shared.fault, shared.tell = None, told
    shared.posted.clear()
    return shared


@pytest.fixture(scope="module")
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest_asyncio.fixture(scope="module", loop_scope="module", params=NAMES)
async def name(request: pytest.FixtureRequest) -> AsyncIterator[str]:
    yield request.param


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def transcriber(
    name: str, shared: SttServer, cache_folder: Path
) -> AsyncIterator[Transcriber]:
    made = provider(name, shared, cache_folder, STRETCH)
    yield made
    await made.close()


@cache
def spoken(*said: str, voices: tuple[str, ...] = ("en-us",), pause: float = 0.7) -> bytes:
    """The sentences one after the other, by one voice after the other."""
    samples, rate = b"", 0
    for number, text in enumerate(said):
        with wave.open(io.BytesIO(say(text, voices[number % len(voices)]))) as file:
            rate = file.getframerate()
            samples += file.readframes(file.getnframes()) + bytes(int(rate * pause) * 2)
    return wav(samples, rate)


def sane(said: Transcript) -> None:
    """What holds for every transcript."""
    assert said.text == " ".join(one.text for one in said.segments)
    assert all(0 <= one.start <= one.end <= said.seconds + 0.02 for one in said.segments)
    for before, one in pairwise(said.segments):
        assert before.start <= one.start
    for one in said.segments:
        assert one.text == one.text.strip() != ""
        for word in one.words:
            assert one.start - 0.5 <= word.start <= word.end <= one.end + 0.5


async def test_a_short_note(transcriber: Transcriber, server: SttServer) -> None:
    said = await transcriber.transcribe(spoken(SAID[1]), language="en-GB")
    sane(said)
    assert said.text
    assert said.language == "en"
    assert 0.37 < said.confidence <= 1
    assert 2 < said.seconds < 4
    assert not said.cut_short
    assert (said.speakers, said.segments[0].words) == (0, ())


async def test_words_have_times_where_the_model_tells_them(
    transcriber: Transcriber, server: SttServer, name: str
) -> None:
    said = await transcriber.transcribe(spoken(SAID[1]), language="en", words=True)
    sane(said)
    words = [word.text for one in said.segments for word in one.words]
    assert " ".join(words) == (said.text if name in TIMES else "")


async def test_silence_is_no_text_and_nobody_is_asked(
    transcriber: Transcriber, server: SttServer
) -> None:
    for sound in noises().values():
        said = await transcriber.transcribe(sound, language="en", speakers=True)
        assert (said.text, said.language, said.confidence, said.segments) == ("", None, 0.0, ())
        assert said.seconds > 0
    assert server.posted == []


@pytest.mark.parametrize(
    ("recording", "text_id"),
    [
        (b"", "voice-empty"),
        (b"no sound", "voice-unreadable"),
        (bytes(200_000_001), "voice-too-large"),
    ],
    ids=["empty", "text", "large"],
)
async def test_what_is_no_recording_is_refused(
    transcriber: Transcriber, server: SttServer, recording: bytes, text_id: str
) -> None:
    with pytest.raises(UserError) as caught:
        await transcriber.transcribe(recording)
    assert caught.value.text_id == text_id
    assert server.posted == []


async def test_a_torn_note_gives_its_beginning_and_says_so(
    transcriber: Transcriber, server: SttServer
) -> None:
    note = encode(spoken(SAID[2]))
    said = await transcriber.transcribe(note[: len(note) * 2 // 3], language="en")
    sane(said)
    assert said.text
    assert said.cut_short
    assert all(one.ending == "flac" for one in server.posted), "vendors refuse what is torn"


UNBROKEN: dict[str, Transcript] = {}
"""What each made of LONG where nothing happened."""


async def test_a_long_recording_comes_in_chunks(
    transcriber: Transcriber, server: SttServer, name: str
) -> None:
    numbers: list[int] = []
    shares: list[float] = []
    heard: list[Segment] = []
    threads: set[int] = set()

    async def keep(number: int, work: Callable[[], Awaitable[Transcript]]) -> Transcript:
        numbers.append(number)
        return await work()

    def progress(what: str, share: float | None) -> None:
        threads.add(threading.get_ident())
        if what == "transcribing" and share is not None:
            shares.append(share)

    said = await transcriber.transcribe(
        spoken(*LONG), language="en", keep=keep, progress=progress, heard=heard.append
    )
    sane(said)
    UNBROKEN[name] = said
    assert numbers == [1, 2, 3, 4, 5]
    assert shares == sorted(shares)
    assert 0 <= shares[0] < 0.2
    assert shares[-1] == pytest.approx(1.0, abs=0.05)
    assert threads == {threading.get_ident()}
    assert tuple(heard) == said.segments
    assert 20 < said.seconds < 25
    assert said.segments[-1].start > 17
    assert len(said.segments) >= 5
    assert not said.cut_short


async def test_a_run_after_a_crash_redoes_only_what_was_not_done(
    transcriber: Transcriber, server: SttServer, name: str
) -> None:
    kept: dict[int, Transcript] = {}
    worked: list[int] = []
    heard: list[Segment] = []
    dies = True

    async def keep(number: int, work: Callable[[], Awaitable[Transcript]]) -> Transcript:
        if number not in kept:
            worked.append(number)
            if dies and number == 3:
                raise SystemError("killed")
            kept[number] = await work()
        return kept[number]

    recording = spoken(*LONG)
    with pytest.raises(SystemError, match="killed"):
        await transcriber.transcribe(recording, language="en", keep=keep)
    assert worked == [1, 2, 3]
    dies = False
    worked.clear()
    server.posted.clear()
    again = await transcriber.transcribe(recording, language="en", keep=keep, heard=heard.append)
    assert worked == [3, 4, 5]
    assert len(server.posted) in {0, 3}
    whole = UNBROKEN.get(name) or await transcriber.transcribe(recording, language="en")
    assert again == whole
    assert tuple(heard) == again.segments, "what was kept is told of too"


@pytest.mark.skipif(bool(missing(EMBEDDER)), reason="the voice network is not installed")
async def test_two_people_are_told_apart(
    transcriber: Transcriber, server: SttServer, name: str
) -> None:
    recording = spoken(*SAID, voices=TWO, pause=0.5)
    lengths = [_length(say(text, voice)) for text, voice in zip(SAID, TWO * 2, strict=True)]

    def tell(posted: Posted) -> Told:
        if abs(posted.seconds - sum(lengths) - 0.5 * 4) > 0.1:
            return told(posted)
        starts = [sum(lengths[:at]) + 0.5 * at for at in range(4)]
        middle = " ".join(SAID[1:3])  # two people in one segment: it has to be split
        return Told(
            (
                (SAID[0], starts[0], starts[0] + lengths[0]),
                (middle, starts[1], starts[2] + lengths[2]),
                (SAID[3], starts[3], starts[3] + lengths[3]),
            )
        )

    server.tell = tell
    whole = provider(name, server, transcriber._speakers._cache)  # type: ignore[attr-defined]
    said = await whole.transcribe(recording, language="en", speakers=True)
    await whole.close()
    sane(said)
    assert said.speakers == 2
    runs = [one.speaker for one in said.segments]
    assert [after for before, after in pairwise([0, *runs]) if before != after] == [1, 2, 1, 2]
    assert not any(one.words for one in said.segments)


def _length(recording: bytes) -> float:
    with wave.open(io.BytesIO(recording)) as file:
        return float(file.getnframes() / file.getframerate())


async def test_one_person_is_one_speaker(transcriber: Transcriber, server: SttServer) -> None:
    said = await transcriber.transcribe(spoken(SAID[0]), language="en", speakers=True)
    sane(said)
    assert [one.speaker for one in said.segments] == [1] * len(said.segments)


async def test_two_at_once_get_each_their_own(transcriber: Transcriber, server: SttServer) -> None:
    both = await asyncio.gather(
        *(transcriber.transcribe(spoken(text), language="en") for text in (SAID[3], SAID[2]))
    )
    assert both[0].seconds < both[1].seconds
    assert both[0].text != both[1].text


async def test_whoever_leaves_is_gone_at_once(transcriber: Transcriber, server: SttServer) -> None:
    told_of: list[str] = []
    task = asyncio.ensure_future(
        transcriber.transcribe(
            spoken(*SAID), language="en", progress=lambda what, _: told_of.append(what)
        )
    )
    await asyncio.sleep(0.15)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    count = len(told_of)
    assert (await transcriber.transcribe(wav(bytes(32_000)))).text == ""
    assert len(told_of) == count


async def test_close_twice(name: str, server: SttServer, cache_folder: Path) -> None:
    made = provider(name, server, cache_folder)
    await made.close()
    await made.close()
