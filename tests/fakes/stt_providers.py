"""The providers of speech to text, those of vendors pointed at the fake server."""

from pathlib import Path
from typing import Any

from core.integrations._decode import Decoder, Limits
from core.integrations._transcription_api import TranscriptionApi
from core.integrations.stt import faster_whisper, groq, openai
from tests.fakes.llm_server import KEY
from tests.fakes.stt_server import SttServer

VENDORS = ("groq", "groq-large", "openai", "openai-whisper", "openai-gpt-4o")
NAMES = ("faster-whisper", *VENDORS)
TIMES = {"faster-whisper", "groq", "groq-large", "openai-whisper"}
"""Those that tell when what was said."""
MODELS = {
    "groq-large": "whisper-large-v3",
    "openai-whisper": "whisper-1",
    "openai-gpt-4o": "gpt-4o-transcribe",
}


def provider(name: str, server: SttServer, cache: Path, stretch: float = 300.0) -> Any:
    """As bootstrap would make it, with stretches of so many seconds."""
    made: Any = (
        faster_whisper.create({}, cache)
        if name == "faster-whisper"
        else vendor(name, server, cache)
    )
    made._decoder = Decoder(Limits(stretch_seconds=stretch))
    return made


def vendor(name: str, server: SttServer, cache: Path) -> TranscriptionApi:
    """As bootstrap would make it."""
    if name.startswith("groq"):
        environ = {"GROQ_API_KEY": KEY, "GROQ_BASE_URL": server.url}
        if name in MODELS:
            environ["VIVA_STT_GROQ_MODEL"] = MODELS[name]
        return groq.create(environ, cache)
    environ = {"OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": f"{server.url}/v1"}
    if name in MODELS:
        environ["VIVA_STT_OPENAI_MODEL"] = MODELS[name]
    return openai.create(environ, cache)
