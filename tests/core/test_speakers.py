"""Who said what: voices are told apart by their sound, whoever wrote down the words."""

import asyncio
import io
import random
import wave
from collections.abc import AsyncIterator
from contextlib import aclosing
from itertools import pairwise
from pathlib import Path

import av
import pytest
import pytest_asyncio

from core.integrations._decode import Decoder, Stretch
from core.integrations._speakers import (
    EMBEDDER,
    Speakers,
    Voice,
    labels,
    told_apart,
    turns,
)
from core.integrations._weights import missing
from core.integrations._whisper_weights import BASE
from core.integrations.stt.faster_whisper import FasterWhisper, create
from core.ports.transcriber import Segment, Transcript, Word
from tests.recordings import encode
from tests.speech import say, wav

np = pytest.importorskip("numpy")

CLIPS = Path("../shared/clips")
ANNA, OTTO, MARIA, PAUL = "en-us+f3", "en-us", "en-us+f5", "en-us+m7"
TALK = [
    (OTTO, "What time is it in Berlin?"),
    (ANNA, "My brother lives in London."),
    (OTTO, "I would like to learn the history of Europe."),
    (ANNA, "Where is the museum?"),
]
WRITTEN = [(number, text) for number, (_, text) in zip((1, 2, 1, 2), TALK, strict=True)]

pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.skipif(bool(missing(EMBEDDER)), reason="the voice network is not installed"),
]


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def speakers(cache: Path) -> Speakers:
    return Speakers(cache)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def whisper(cache: Path) -> AsyncIterator[FasterWhisper]:
    if missing(BASE):
        pytest.skip("Whisper's packaged weights are not installed")
    made = create({}, cache)
    yield made
    await made.close()


def talk(*said: tuple[str, str], pause: float = 0.5, pace: int = 150) -> bytes:
    """One after the other in one WAV, each of them (voice, sentence)."""
    samples, rate = b"", 0
    for voice, text in said:
        with wave.open(io.BytesIO(say(text, voice, pace))) as file:
            rate = file.getframerate()
            samples += file.readframes(file.getnframes()) + bytes(int(rate * pause) * 2)
    return wav(samples, rate)


async def heard(recording: bytes) -> Stretch:
    decoder = Decoder()
    async with aclosing(decoder.stretches(recording)) as stretches:
        found = [one async for one in stretches]
    await decoder.close()
    assert len(found) == 1
    return found[0]


async def count(speakers: Speakers, recording: bytes) -> int:
    return len(set(labels(await speakers.voices(await heard(recording)))))


def who_said_what(said: Transcript) -> list[tuple[int | None, str]]:
    """With what one says in several segments in one piece."""
    found: list[tuple[int | None, str]] = []
    for one in said.segments:
        if found and found[-1][0] == one.speaker:
            found[-1] = one.speaker, f"{found[-1][1]} {one.text}"
        else:
            found.append((one.speaker, one.text))
    return found


async def test_two_people_talk_and_each_gets_their_words(whisper: FasterWhisper) -> None:
    said = await whisper.transcribe(talk(*TALK), language="en", speakers=True)
    assert who_said_what(said) == WRITTEN
    assert said.speakers == 2
    assert not any(one.words for one in said.segments), "nobody asked for words"


async def test_the_same_by_telephone_and_with_words(whisper: FasterWhisper) -> None:
    note = encode(talk(*TALK))  # Opus, as messengers send it
    said = await whisper.transcribe(note, language="en", speakers=True, words=True)
    assert who_said_what(said) == WRITTEN
    for one in said.segments:
        assert " ".join(word.text for word in one.words) == one.text
        assert one.start <= one.words[0].start < one.words[-1].end <= one.end + 0.01


async def test_two_recorded_people(whisper: FasterWhisper) -> None:
    clip = CLIPS / "stereo_diarization.wav"
    if not clip.exists():
        pytest.skip("no such clip on this machine")
    left, right = channels(clip.read_bytes())
    kennedy = channels((CLIPS / "jfk.wav").read_bytes())[0][8_000 : 2 * 16_000 * 11]
    pause = bytes(12_000)
    sound = left + pause + kennedy + pause + left
    said = await whisper.transcribe(wav(sound), language="en", speakers=True)
    found = who_said_what(said)
    assert [speaker for speaker, _ in found] == [1, 2, 1]
    assert "curtain on the left" in found[0][1]
    assert found[1][1].startswith("And so my fellow Americans")
    assert "curtain on the left" in found[2][1]
    assert await count(Speakers(whisper._cache), wav(left + pause + right)) == 2


def channels(recording: bytes) -> list[bytes]:
    with av.open(io.BytesIO(recording), "r") as container:
        resampler = av.AudioResampler("s16p", container.streams.audio[0].layout, 16_000)
        parts = [
            frame.to_ndarray()
            for source in (*container.decode(audio=0), None)
            for frame in resampler.resample(source)
        ]
    return [one.tobytes() for one in np.concatenate(parts, axis=1)]


@pytest.mark.parametrize(
    "voices",
    [
        (OTTO,),
        (ANNA,),
        (PAUL,),
        (OTTO, ANNA),
        (ANNA, PAUL),
        (MARIA, PAUL),
    ],
    ids=" and ".join,
)
@pytest.mark.parametrize("kind", ["clean", "noisy", "opus"])
async def test_as_many_as_there_are(speakers: Speakers, voices: tuple[str, ...], kind: str) -> None:
    said = [(voice, text) for _, text in TALK[:3] for voice in voices]
    recording = talk(*said)
    if kind == "opus":
        recording = encode(recording)
    if kind == "noisy":
        recording = noisy(recording)
    assert await count(speakers, recording) == len(voices)


def noisy(recording: bytes) -> bytes:
    """With a hiss 35 dB under its loudest."""
    with wave.open(io.BytesIO(recording)) as file:
        rate, samples = file.getframerate(), np.frombuffer(file.readframes(1 << 30), "<i2")
    hiss = np.random.default_rng(7).normal(0, abs(samples).max() / 56 / 3, len(samples))
    return wav((samples * 0.8 + hiss).astype("<i2").tobytes(), rate)


@pytest.mark.parametrize("voice", [OTTO, ANNA, MARIA, PAUL])
@pytest.mark.parametrize("text", [TALK[1][1], "Yes.", "Thank you very much. Where is the museum?"])
async def test_a_short_note_is_of_one_person(speakers: Speakers, voice: str, text: str) -> None:
    assert await count(speakers, talk((voice, text))) <= 1


async def test_silence_has_no_voice(speakers: Speakers) -> None:
    assert await speakers.voices(Stretch(bytes(64_000))) == []
    assert await speakers.voices(Stretch(b"")) == []
    assert labels([]) == []


async def test_times_are_of_the_whole_recording(speakers: Speakers) -> None:
    stretch = await heard(talk(TALK[0], TALK[1]))
    early = await speakers.voices(stretch)
    late = await speakers.voices(Stretch(stretch.samples, 300.0))
    assert [one.start + 300 for one in early] == pytest.approx([one.start for one in late])
    for one, following in pairwise(early):
        assert 0 <= one.start <= one.end <= following.start + 1e-6


async def test_without_the_network_nobody_is_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.integrations._speakers.missing", lambda _: ("voices",))
    speakers = Speakers(tmp_path)
    assert not speakers.can_tell()
    assert await speakers.voices(await heard(talk(TALK[0]))) == []


def voice(start: float, whose: int, length: float = 0.4) -> Voice:
    vector = np.zeros(16, dtype=np.float32)
    vector[whose] = 1
    return Voice(start, start + length, vector, sure=True)


def conversation(*runs: tuple[int, int]) -> list[Voice]:
    """Runs of (whose, how many voices of 0.4 s)."""
    whose = [who for who, many in runs for _ in range(many)]
    return [voice(0.4 * at, who) for at, who in enumerate(whose)]


def apart(segments: list[Segment], voices: list[Voice]) -> list[Segment]:
    return told_apart(segments, voices, labels(voices))


async def test_a_segment_is_split_where_its_speaker_changes() -> None:
    voices = conversation((3, 5), (1, 10))
    words = tuple(Word(f"w{at}", at * 0.5, at * 0.5 + 0.5) for at in range(8))
    found = apart([Segment("w0 w1 w2 w3 w4 w5 w6 w7", 0.0, 4.0, words)], voices)
    assert [(one.speaker, one.text) for one in found] == [
        (1, "w0 w1 w2 w3"),
        (2, "w4 w5 w6 w7"),
    ]
    assert (found[0].start, found[0].end, found[1].start) == (0.0, 2.0, 2.0)


async def test_a_single_word_is_not_given_to_somebody_else() -> None:
    voices = [*conversation((0, 10)), *[voice(4.0 + 0.4 * at, 1) for at in range(5)]]
    voices[4] = voice(1.6, 1)
    words = tuple(Word(f"w{at}", at * 0.4, at * 0.4 + 0.4) for at in range(10))
    found = apart([Segment("all", 0.0, 4.0, words)], voices)
    assert [one.speaker for one in found] == [1]


async def test_without_words_whoever_speaks_longest_has_it() -> None:
    voices = conversation((0, 4), (1, 8), (2, 6))
    found = apart([Segment("a", 0.0, 3.6), Segment("b", 5.2, 7.2)], voices)
    assert [one.speaker for one in found] == [1, 2]
    assert apart([Segment("late", 99.0, 99.5)], voices)[0].speaker == 1


async def test_who_is_heard_for_a_moment_is_nobody() -> None:
    assert set(labels(conversation((0, 20), (1, 3), (0, 20)))) == {0}
    assert len(set(labels(conversation((0, 20), (1, 4), (0, 20))))) == 2


async def test_no_more_than_eight_are_told_apart() -> None:
    found = labels(conversation(*((who, 10 + who) for who in range(12))))
    assert len(set(found)) == 8


async def test_hours_of_talk_take_a_moment() -> None:
    chance = random.Random(3)
    runs = [(chance.choice((0, 1, 2)), 12) for _ in range(1_200)]
    voices = conversation(*runs)
    began = asyncio.get_running_loop().time()
    found = labels(voices)
    assert asyncio.get_running_loop().time() - began < 8
    assert len(set(found)) == 3
    order = {whose: number for number, whose in enumerate(dict.fromkeys(found))}
    expected = [whose for whose, many in runs for _ in range(many)]
    names = {whose: number for number, whose in enumerate(dict.fromkeys(expected))}
    assert [order[one] for one in found] == [names[one] for one in expected]


async def test_turns_are_cut_where_they_are_too_long() -> None:
    voices = conversation((0, 5), (1, 10))
    assert [end - start for start, end in turns(voices, 30.0)] == pytest.approx([2.0, 4.0])
    assert [end - start for start, end in turns(voices, 2.5)] == pytest.approx([2.0, 2.4, 1.6])
    assert turns([], 30.0) == []
