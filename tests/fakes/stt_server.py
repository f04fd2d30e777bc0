"""A server of transcriptions on this machine: OpenAI's and Groq's wire, and what they refuse."""

import asyncio
import io
import json
import re
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from typing import Any

import av

from tests.fakes.llm_server import (
    BROKEN,
    BROKEN_STREAMS,
    HEADERS,
    KEY,
    REFUSALS,
    LlmServer,
    _send,
    _whole,
    served,
)
from tests.fakes.llm_wire import Json, Refused, openai_error

PATHS = {"/v1/audio/transcriptions": "openai", "/openai/v1/audio/transcriptions": "groq"}
WHISPERS = {"whisper-1", "whisper-large-v3", "whisper-large-v3-turbo"}
MODELS = {
    "openai": {"whisper-1", "gpt-transcribe", "gpt-4o-transcribe"},
    "groq": {"whisper-large-v3", "whisper-large-v3-turbo"},
}
KINDS = {
    "flac": "flac",
    "mp3": "mp3",
    "mp4": "mov,mp4,m4a,3gp,3g2,mj2",
    "m4a": "mov,mp4,m4a,3gp,3g2,mj2",
    "ogg": "ogg",
    "wav": "wav",
    "webm": "matroska,webm",
}
"""Endings that are taken, and what has to be inside."""
UNOPENED = Refused(400, None, "could not process file - is it a valid media file?", "file")
MOST = 25 * 1024 * 1024
TONGUES = {"en": "english", "es": "spanish", "de": "german", "ru": "russian", "pt": "portuguese"}
FIELDS = {
    *("file", "model", "language", "prompt", "response_format", "temperature"),
    *("timestamp_granularities[]", "languages[]", "keywords[]", "include[]"),
}


@dataclass(frozen=True)
class Posted:
    """A request that is as it should be."""

    vendor: str
    fields: dict[str, list[str]]
    ending: str
    file: bytes
    seconds: float

    def one(self, name: str) -> str | None:
        return self.fields.get(name, [None])[0]


@dataclass(frozen=True)
class Told:
    """What the model hears: segments of (text, from, to), and what it thinks of each."""

    segments: tuple[tuple[str, float, float], ...]
    avg_logprob: float = -0.2
    compression_ratio: float = 1.1
    no_speech_prob: float = 0.01
    language: str = "en"


def told(posted: Posted) -> Told:
    """The ear of the fake: it hears how long it was."""
    seconds = posted.seconds
    return Told(((f"That were {seconds:.0f} seconds.", 0.0, min(seconds, 2.0)),))


class _Wire:
    """As much of a wire as a fault asks for."""

    def error(self, refused: Refused) -> Json:
        return openai_error(refused)

    def kind(self, body: Json) -> str:
        return "application/json"


WIRE: Any = _Wire()


@dataclass
class SttServer(LlmServer):
    """`tell` is what is heard where nothing goes wrong; `unopenable` are endings whose files the
    vendor cannot open though it says that it takes them."""

    tell: Callable[[Posted], Told] = told
    unopenable: set[str] = field(default_factory=set)
    posted: list[Posted] = field(default_factory=list)
    answers: list[Json] = field(default_factory=list)

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        method, path, _ = head[0].split(" ")
        headers = {
            name.lower(): value
            for name, _, value in (line.partition(": ") for line in head[1:] if line)
        }
        raw = await reader.readexactly(int(headers.get("content-length", 0)))
        self.headers.append(headers)
        if method != "POST" or path not in PATHS:
            await _send(writer, 404, "text/plain", b"404 page not found")
            return True
        try:
            self._admit(headers)
            posted = _post(PATHS[path], headers.get("content-type", ""), raw)
            self._open(posted.ending)
        except Refused as refused:
            quoted = Refused(**{**vars(refused), "message": f"{refused.message} {KEY}"})
            body = json.dumps(openai_error(quoted)).encode()
            more = HEADERS.get(self.fault or "", [])
            await _send(writer, refused.status, "application/json", body, more)
            return True
        self.posted.append(posted)
        answer = _answer(posted, self.tell(posted))
        whole = json.dumps(answer).encode()
        step = len(whole) // 6 + 1
        frames = [whole[at : at + step] for at in range(0, len(whole), step)]
        if self.fault in BROKEN_STREAMS:
            middle = json.dumps(openai_error(BROKEN)).encode()
            await self._break(reader, writer, "application/json", middle, frames)
            return False
        if self.fault is not None:
            await _send(writer, *_whole(self.fault, WIRE))
            return True
        self.answers.append(answer)
        await self._stream(writer, "application/json", frames)
        return True

    def _admit(self, headers: dict[str, str]) -> None:
        key = headers.get("authorization", "").removeprefix("Bearer ")
        if key != KEY:
            raise Refused(401, "invalid_api_key", f"Incorrect API key provided: {key}")
        if self.fault in REFUSALS:
            raise REFUSALS[self.fault]

    def _open(self, ending: str) -> None:
        if ending in self.unopenable:
            raise UNOPENED


def stt_server(**more: Any) -> AbstractAsyncContextManager[SttServer]:
    """Serves on a free port of this machine."""
    return served(SttServer(**more))


def _post(vendor: str, kind: str, raw: bytes) -> Posted:
    found = re.fullmatch(r"multipart/form-data; boundary=(\S+)", kind)
    if not found:
        raise Refused(400, None, "Content-Type must be multipart/form-data")
    fields: dict[str, list[str]] = {}
    file, ending = b"", None
    for part in raw.split(b"--" + found[1].encode())[1:-1]:
        head, _, body = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        body = body.removesuffix(b"\r\n")
        name = re.search(rb'name="([^"]+)"', head)
        assert name
        if called := re.search(rb'filename="[^".]*\.?([^"]*)"', head):
            file, ending = body, called[1].decode()
        else:
            fields.setdefault(name[1].decode(), []).append(body.decode())
    return _checked(vendor, fields, file, ending)


def _checked(vendor: str, fields: dict[str, list[str]], file: bytes, ending: str | None) -> Posted:
    model = fields.get("model", [""])[0]
    if ending is None:
        raise Refused(400, None, "file is required", "file")
    if unknown := set(fields) - FIELDS:
        raise Refused(400, "unknown_parameter", f"Unknown parameter: {unknown}")
    if model.startswith("distil-whisper"):
        raise Refused(400, "model_decommissioned", f"The model `{model}` has been decommissioned")
    if model not in MODELS[vendor]:
        raise Refused(404, "model_not_found", f"The model `{model}` does not exist", "model")
    if len(file) > MOST:
        raise Refused(413, "request_too_large", "Maximum content size limit exceeded")
    _fit(model, fields)
    seconds = _opened(file, ending)
    if seconds < 0.1:
        raise Refused(400, "audio_too_short", "Audio file is too short")
    return Posted(vendor, fields, ending, file, seconds)


def _fit(model: str, fields: dict[str, list[str]]) -> None:
    """Refuses what this model does not take."""
    form = fields.get("response_format", ["json"])[0]
    if form not in {"json", "text", "verbose_json"}:
        raise Refused(400, "invalid_value", f"Invalid response_format {form}", "response_format")
    if form == "verbose_json" and model not in WHISPERS:
        raise Refused(400, "unsupported_value", "response_format 'verbose_json' is not compatible")
    granular = fields.get("timestamp_granularities[]", [])
    if granular and (form != "verbose_json" or set(granular) - {"word", "segment"}):
        raise Refused(400, None, "timestamp_granularities needs verbose_json")
    only = {"languages[]": "gpt-transcribe", "keywords[]": "gpt-transcribe", "include[]": "gpt-4o"}
    for name, which in only.items():
        if name in fields and not model.startswith(which):
            raise Refused(400, "unsupported_parameter", f"{name} is not supported with this model")
    for tongue in (*fields.get("language", ()), *fields.get("languages[]", ())):
        if tongue not in TONGUES:
            said = f"Invalid language '{tongue}'. Language parameter must be ISO-639-1 format."
            raise Refused(400, "invalid_language_format", said, "language")
    if not 0 <= float(fields.get("temperature", ["0"])[0]) <= 1:
        raise Refused(400, None, "temperature must be between 0 and 1")


def _opened(file: bytes, ending: str) -> float:
    """Its seconds; refused where it is not what its name says."""
    if ending not in KINDS:
        raise Refused(400, None, f"file must be one of the following types: {[*KINDS]}", "file")
    try:
        with av.open(io.BytesIO(file), "r") as container:
            kind, frames = container.format.name, list(container.decode(audio=0))
    except (av.FFmpegError, IndexError) as error:
        raise UNOPENED from error
    if kind != KINDS[ending]:
        raise UNOPENED
    return sum((frame.samples / frame.sample_rate for frame in frames), 0.0)


def _answer(posted: Posted, heard: Told) -> Json:
    text = "".join(f" {said}" for said, _, _ in heard.segments).strip()
    if posted.one("response_format") == "verbose_json":
        return _verbose(posted, heard, text)
    made: Json = {"text": text}
    if posted.one("model") == "gpt-transcribe":
        made["languages"] = [{"code": heard.language}] if text else []
    if "include[]" in posted.fields:
        made["logprobs"] = [
            {"token": word, "logprob": heard.avg_logprob, "bytes": [*word.encode()]}
            for word in text.split()
        ]
    return made | {"usage": {"type": "duration", "seconds": posted.seconds}}


def _verbose(posted: Posted, heard: Told, text: str) -> Json:
    name = TONGUES[heard.language]
    made: Json = {
        "task": "transcribe",
        "language": name.capitalize() if posted.vendor == "groq" else name,
        "duration": posted.seconds,
        "text": text,
    }
    thought = {
        "avg_logprob": heard.avg_logprob,
        "compression_ratio": heard.compression_ratio,
        "no_speech_prob": heard.no_speech_prob,
    }
    made["segments"] = [
        {
            "id": number,
            "seek": 0,
            "start": start,
            "end": end,
            "text": f" {said}",
            "tokens": [50364],
            "temperature": 0.0,
            **thought,
        }
        for number, (said, start, end) in enumerate(heard.segments)
    ]
    if "word" in posted.fields.get("timestamp_granularities[]", ()):
        made["words"] = [
            word for said, start, end in heard.segments for word in _words(said, start, end)
        ]
    if posted.vendor == "groq":
        made["x_groq"] = {"id": "req_1"}
    return made


def _words(said: str, start: float, end: float) -> list[Json]:
    """Each as long as the other."""
    words = said.split()
    step = (end - start) / max(len(words), 1)
    return [
        {"word": word, "start": start + at * step, "end": start + (at + 1) * step}
        for at, word in enumerate(words)
    ]
