"""A vendor's `audio/transcriptions`, as OpenAI has it: a recording is posted, its words come back.

A recording that the vendor takes is sent as it came. What is long, too large, damaged or of another
kind is sent as FLAC, a stretch at a time.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.util import find_spec
from math import exp
from pathlib import Path
from typing import Any

import msgspec

from core.errors import Rejected, Unavailable
from core.integrations import _hearing
from core.integrations._decode import RATE, Decoder, Stretch
from core.integrations._hearing import Asked, Part
from core.integrations._http import Http
from core.integrations._recordings import MEDIA, flac, kind
from core.integrations._refusal import refusal
from core.integrations._speakers import Speakers, turns
from core.integrations._spoken import can_tell, sound, spoken
from core.integrations._translated import translated
from core.ports.transcriber import (
    Heard,
    Keep,
    Progress,
    Segment,
    Transcript,
    Word,
    anew,
    silent,
    unheard,
)
from core.settings import Secret

PATH = "audio/transcriptions"
LARGEST = 25_000_000
"""Bytes of a file that every account may send."""
SECONDS, EACH = 30.0, 0.3
"""How long one request may take: so much, and so much for each second of sound."""
SHORTEST = 0.1
"""Seconds of sound under which vendors refuse."""
TURN = 30.0
"""Seconds sent at once of a talk, where the model tells no times."""
REPEATING, UNLIKELY, SILENT = 2.4, -1.0, 0.6
"""Whisper's own bounds: compression ratio, average log probability, probability of no speech."""
UNTOLD = 0.75
"""The confidence where the vendor tells none."""
OURS = ("en", "es", "de", "ru")


class _Word(msgspec.Struct):
    word: str
    start: float
    end: float


class _Segment(msgspec.Struct):
    text: str
    start: float
    end: float
    avg_logprob: float | None = None
    compression_ratio: float | None = None
    no_speech_prob: float | None = None

    @property
    def is_silence(self) -> bool:
        """As Whisper decides it: never by its idea of silence alone."""
        unlikely = self.avg_logprob is not None and self.avg_logprob < UNLIKELY
        return unlikely and (self.no_speech_prob or 0.0) > SILENT

    @property
    def confidence(self) -> float:
        """0-1."""
        if (self.compression_ratio or 0.0) > REPEATING:
            return 0.0
        return UNTOLD if self.avg_logprob is None else min(exp(self.avg_logprob), 1.0)


class _Language(msgspec.Struct):
    code: str


class _Token(msgspec.Struct):
    logprob: float | None = None


class _Answer(msgspec.Struct):
    text: str | None = None
    language: str | None = None
    languages: list[_Language] | None = None
    segments: list[_Segment] | None = None
    words: list[_Word] | None = None
    logprobs: list[_Token] | None = None
    error: Any = None


@dataclass(frozen=True, slots=True)
class Model:
    """What a model is called, and so what it takes and tells."""

    name: str

    @property
    def times(self) -> bool:
        """Whether it tells when what was said: only Whisper does."""
        return "whisper" in self.name

    def form(self, asked: Asked) -> dict[str, str | list[str]]:
        """The fields of a request beside the file."""
        made: dict[str, str | list[str]] = {"model": self.name}
        hint, hotwords = language(asked.language), (asked.hotwords or "").strip()
        if self.name.startswith("gpt-transcribe"):
            made |= {"response_format": "json", "languages[]": [hint] if hint else list(OURS)}
            if hotwords:
                made["keywords[]"] = [word.strip() for word in hotwords.split(",")]
            return made
        if hint:
            made["language"] = hint
        if hotwords:
            made["prompt"] = hotwords
        if self.times:
            made |= {"response_format": "verbose_json", "temperature": "0"}
            made["timestamp_granularities[]"] = ["segment", *(["word"] if asked.words else [])]
            return made
        if self.name.startswith("gpt-4o"):
            made["include[]"] = ["logprobs"]
        return made | {"response_format": "json"}


class TranscriptionApi:
    """A Transcriber. `seconds` is how long a request may take beside the length of its sound."""

    def __init__(
        self,
        name: str,
        base_url: str,
        key: Secret | None,
        model: str,
        cache: Path,
        *,
        decoder: Decoder | None = None,
        seconds: float = SECONDS,
    ) -> None:
        self.name = name
        self._model = Model(model)
        self._headers = {"authorization": f"Bearer {key.reveal()}"} if key else {}
        self._http = Http(name, f"{base_url.rstrip('/')}/", stall=float("inf"))
        self._decoder = decoder or Decoder()
        self._speakers = Speakers(cache)
        self._seconds = seconds

    async def transcribe(
        self,
        recording: bytes,
        *,
        language: str | None = None,
        hotwords: str | None = None,
        hurried: bool = True,
        words: bool = False,
        speakers: bool = False,
        progress: Progress = silent,
        keep: Keep = anew,
        heard: Heard = unheard,
    ) -> Transcript:
        """As the port says; `hurried` makes no difference."""

        async def listen(part: Part) -> Transcript:
            return await self._listen(part, recording)

        asked = Asked(language, hotwords, hurried, words, speakers)
        with translated(self.name):
            return await _hearing.hear(
                self._decoder, self._speakers, recording, asked, listen,
                progress=progress, keep=keep, heard=heard,
            )  # fmt: skip

    async def close(self) -> None:
        """Ends the decoder, closes connections."""
        await self._decoder.close()
        await self._http.close()

    async def _listen(self, part: Part, recording: bytes) -> Transcript:
        stretch = part.stretch
        if not await asyncio.to_thread(_speaks, stretch):
            return Transcript("", None, 0.0, stretch.seconds, stretch.cut_short)
        part.progress("transcribing", 0.0)
        pieces = [(stretch.start, stretch.end)]
        if not self._model.times and part.asked.words:
            pieces = turns(part.voices, TURN) or pieces
        said: list[Transcript] = []
        for number, (start, end) in enumerate(pieces, 1):
            came = recording if part.alone and len(pieces) == 1 else b""
            answer = await self._piece(came, stretch, start, end, part.asked)
            one = _transcript(answer, part.asked, start, end)
            for segment in one.segments:
                part.heard(segment)
            said.append(one)
            part.progress("transcribing", number / len(pieces))
        whole = _hearing.joined(said, [it for one in said for it in one.segments], stretch)
        return replace(whole, seconds=stretch.seconds)

    async def _piece(
        self, came: bytes, stretch: Stretch, start: float, end: float, asked: Asked
    ) -> _Answer:
        """`came` is the recording as it came, where it is no more than this piece."""
        ending = kind(came)
        if ending and len(came) <= LARGEST and not stretch.cut_short:
            try:
                return await self._ask(came, ending, asked, end - start)
            except Rejected as error:
                if type(error) is not Rejected:
                    raise
                # We could open it, so perhaps it is only of a kind that the vendor cannot.
        sent = await asyncio.to_thread(_cut, stretch, start, end)
        return await self._ask(sent, "flac", asked, end - start)

    async def _ask(self, sent: bytes, ending: str, asked: Asked, seconds: float) -> _Answer:
        at = asyncio.get_running_loop().time() + self._seconds + EACH * seconds
        file = (f"recording.{ending}", sent, MEDIA[ending])
        form = self._model.form(asked)
        raw = await self._http.upload(PATH, form, file, self._headers, at)
        try:
            answer = msgspec.json.decode(raw, type=_Answer)
        except (msgspec.DecodeError, RecursionError) as error:
            raise Unavailable(self.name, "an answer that is not what was agreed") from error
        if answer.error is not None:
            raise refusal(self.name, 200, {"error": answer.error})
        if answer.text is None:
            raise Unavailable(self.name, "an answer that is not what was agreed")
        return answer


def missing() -> tuple[str, ...]:
    """The packages that it needs beside a key; cheap, and nothing is imported."""
    return tuple(name for name in ("av",) if find_spec(name) is None)


def language(hint: str | None) -> str | None:
    """ISO 639-1 for a tag such as es-MX, or for a name such as Spanish; None where it is none."""
    said = _hearing.tag(hint)
    return said if len(said) == 2 and said in _names().values() else _names().get(said)


@cache
def _names() -> dict[str, str]:
    """Languages by their English names."""
    from babel import Locale

    told = Locale("en").languages
    return {name.lower(): code for code, name in told.items() if len(code) == 2}


def _speaks(stretch: Stretch) -> bool:
    """Whether it is worth sending; of silence Whisper makes "You", or a web address."""
    if stretch.seconds < SHORTEST:
        return False
    return not can_tell() or bool(spoken(sound(stretch.samples)))


def _cut(stretch: Stretch, start: float, end: float) -> bytes:
    first, last = (int((moment - stretch.start) * RATE) * 2 for moment in (start, end))
    return flac(stretch.samples[first:last])


def _transcript(answer: _Answer, asked: Asked, start: float, end: float) -> Transcript:
    """What was said from `start` to `end` of the recording."""
    told = answer.segments
    if not told:
        told = [_Segment(answer.text or "", 0.0, end - start, _logprob(answer.logprobs))]
    kept = [one for one in told if one.text.strip() and not one.is_silence]
    words = [
        Word(one.word.strip(), start + one.start, min(start + one.end, end))
        for one in answer.words or ()
        if asked.words and one.word.strip()
    ]
    segments = [
        Segment(one.text.strip(), start + one.start, min(start + one.end, end)) for one in kept
    ]
    spoken_in = answer.language or next((one.code for one in answer.languages or ()), None)
    lengths = [max(one.end - one.start, 0.01) for one in kept]
    weighed = sum(one.confidence * long for one, long in zip(kept, lengths, strict=True))
    repeated = any(one.confidence == 0.0 for one in kept)
    return Transcript(
        text=" ".join(segment.text for segment in segments),
        language=(language(spoken_in) or language(asked.language)) if kept else None,
        confidence=0.0 if repeated or not kept else min(weighed / sum(lengths), 1.0),
        seconds=end - start,
        segments=tuple(_with_words(segments, words)),
    )


def _with_words(segments: Sequence[Segment], words: Sequence[Word]) -> list[Segment]:
    """Each word in the segment in which its middle lies, else in the one before."""
    found: list[list[Word]] = [[] for _ in segments]
    at = 0
    for word in words:
        middle = (word.start + word.end) / 2
        while at + 1 < len(segments) and segments[at + 1].start <= middle:
            at += 1
        if segments and middle <= segments[at].end + 1:  # else of a segment that was silence
            found[at].append(word)
    return [replace(one, words=tuple(its)) for one, its in zip(segments, found, strict=True)]


def _logprob(tokens: Sequence[_Token] | None) -> float | None:
    told = [token.logprob for token in tokens or () if token.logprob is not None]
    return sum(told) / len(told) if told else None
