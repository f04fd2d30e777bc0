"""The wire of `audio/transcriptions`, as OpenAI has it: what is asked, and what an answer says."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import exp
from typing import Any

import msgspec

from core.errors import Unavailable
from core.integrations._hearing import Asked, Part, tag
from core.integrations._refusal import refusal
from core.ports.transcriber import Segment, Transcript, Word

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


class Answer(msgspec.Struct):
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


def parse(system: str, raw: bytes) -> Answer:
    """An answer; raises what it says went wrong, and `Unavailable` where it is none."""
    try:
        answer = msgspec.json.decode(raw, type=Answer)
    except (msgspec.DecodeError, RecursionError) as error:
        raise Unavailable(system, "an answer that is not what was agreed") from error
    if answer.error is not None:
        raise refusal(system, 200, {"error": answer.error})
    if answer.text is None:
        raise Unavailable(system, "an answer that is not what was agreed")
    return answer


def transcript(answer: Answer, part: Part, start: float, end: float) -> Transcript:
    """What was said from `start` to `end` of the recording."""
    hint, told = language(part.asked.language), answer.segments
    if not told:
        told = [_Segment(answer.text or "", 0.0, end - start, _logprob(answer.logprobs))]
    kept = [one for one in told if one.text.strip() and not one.is_silence]
    if not part.alone:  # nobody says an hour again for a minute in circles
        kept = [one for one in kept if one.confidence]
    words = [
        Word(one.word.strip(), start + one.start, min(start + one.end, end))
        for one in answer.words or ()
        if part.asked.words and one.word.strip()
    ]
    segments = [
        Segment(one.text.strip(), start + one.start, min(start + one.end, end)) for one in kept
    ]
    spoken_in = answer.language or next((one.code for one in answer.languages or ()), None)
    lengths = [max(one.end - one.start, 0.01) for one in kept]
    weighed = sum(one.confidence * long for one, long in zip(kept, lengths, strict=True))
    sure = kept and all(one.confidence for one in kept)
    return Transcript(
        text=" ".join(segment.text for segment in segments),
        language=(language(spoken_in) or hint) if kept else None,
        confidence=min(weighed / sum(lengths), 1.0) if sure else 0.0,
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


def language(hint: str | None) -> str | None:
    """ISO 639-1 for a tag such as es-MX, or for a name such as Spanish; None where it is none."""
    said = tag(hint)
    return said if len(said) == 2 and said in _names().values() else _names().get(said)


@cache
def _names() -> dict[str, str]:
    """Languages by their English names."""
    from babel import Locale

    told = Locale("en").languages
    return {name.lower(): code for code, name in told.items() if len(code) == 2}
