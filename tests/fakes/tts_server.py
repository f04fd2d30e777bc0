"""A server of voices on this machine: OpenAI's wire and Groq's, and what they refuse."""

import io
import json
import wave
from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from typing import Any

from core.integrations._opus import encode
from tests.fakes.llm_server import KEY, REFUSALS, LlmServer, served
from tests.fakes.llm_wire import Json, Refused, known, openai_error
from tests.fakes.synthesiser import EACH, RATE, hum

VOICES = {
    *("alloy", "ash", "ballad", "coral", "echo", "fable", "onyx", "nova"),
    *("sage", "shimmer", "verse", "marin", "cedar"),
}


class OpenAIWire:
    """POST /v1/audio/speech; of its six formats the fake makes the one that we want."""

    models = frozenset({"tts-1", "gpt-4o-mini-tts", "gpt-4o-mini-tts-2025-12-15"})
    voices = frozenset(VOICES)
    formats: tuple[str, ...] = ("mp3", "opus", "aac", "flac", "wav", "pcm")
    longest = 4096
    takes = frozenset({"model", "input", "voice", "instructions", "response_format", "speed"})

    def hear(self, body: Json) -> str:
        known(body, set(self.takes))
        if body["model"] not in self.models:
            said = f"The model `{body['model']}` does not exist"
            raise Refused(404, "model_not_found", said, "model")
        if body.get("voice") not in self.voices:
            raise Refused(400, None, f"voice must be one of {sorted(self.voices)}", "voice")
        if body.get("response_format", "mp3") not in self.formats:
            said = f"response_format must be one of {list(self.formats)}"
            raise Refused(400, None, said, "response_format")
        text: str = body["input"]
        if not 0 < len(text) <= self.longest:
            raise Refused(400, "string_above_max_length", "String too long", "input")
        return text

    def frames(self, text: str, body: Json) -> Iterator[bytes]:
        assert body["response_format"] == "opus"
        yield from _pieces(encode(hum(len(text) * EACH), RATE).audio)

    def kind(self, body: Json) -> str:
        return "audio/ogg"

    def error(self, refused: Refused) -> Json:
        return openai_error(refused)

    def middle(self, refused: Refused) -> bytes:
        return json.dumps(openai_error(refused)).encode()


class GroqWire(OpenAIWire):
    """Orpheus: WAV only, and 200 characters at once."""

    models = frozenset({"canopylabs/orpheus-v1-english"})
    voices = frozenset({"autumn", "diana", "hannah", "austin", "daniel", "troy"})
    formats = ("wav",)
    longest = 200
    takes = frozenset({"model", "input", "voice", "response_format", "sample_rate", "speed"})

    def frames(self, text: str, body: Json) -> Iterator[bytes]:
        out = io.BytesIO()
        with wave.open(out, "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(hum(len(text) * EACH))
        yield from _pieces(out.getvalue())

    def kind(self, body: Json) -> str:
        return "audio/wav"


WIRES: dict[str, Any] = {
    "/v1/audio/speech": OpenAIWire(),
    "/openai/v1/audio/speech": GroqWire(),
}


@dataclass
class TtsServer(LlmServer):
    """`answered`, where it is set, is sent in place of the sound."""

    answered: bytes | None = None
    asked: list[Json] = field(default_factory=list)
    """Each request that was as it should be."""

    def wire(self, method: str, path: str) -> Any:
        return WIRES.get(path) if method == "POST" else None

    def _frames(self, wire: Any, path: str, body: Json, headers: dict[str, str]) -> list[bytes]:
        key = headers.get("authorization", "").removeprefix("Bearer ")
        if key != KEY:
            raise Refused(401, "invalid_api_key", f"Incorrect API key provided: {key}")
        if self.fault in REFUSALS:
            raise REFUSALS[self.fault]
        text = wire.hear(body)
        self.asked.append(body)
        if self.answered is not None:
            return list(_pieces(self.answered))
        return list(wire.frames(text, body))


def tts_server() -> AbstractAsyncContextManager[TtsServer]:
    """Serves on a free port of this machine."""
    return served(TtsServer())


def _pieces(sound: bytes) -> Iterator[bytes]:
    step = len(sound) // 6 + 1
    for start in range(0, len(sound), step):
        yield sound[start : start + step]
