"""Speech to text at Groq: Whisper, with times and confidence, a few seconds for an hour."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from core.integrations._transcription_api import TranscriptionApi, missing
from core.ports.probe import Probe
from core.settings import Address, Secret, load, setting

NAME = "groq"
LANGUAGES = ("en", "es", "de", "ru")


@dataclass(frozen=True, slots=True)
class Settings:
    """`whisper-large-v3` is slower, dearer and a little better."""

    api_key: Secret = setting("GROQ_API_KEY", needs="Give a key of console.groq.com.")
    base_url: Address = setting("GROQ_BASE_URL", "https://api.groq.com")
    """The root, as Groq's own client takes it: /openai/v1 is added."""
    model: str = setting("VIVA_STT_GROQ_MODEL", "whisper-large-v3-turbo")


def create(environ: Mapping[str, str], cache: Path) -> TranscriptionApi:
    """The transcriber; nothing is opened yet. Raises `ConfigError` without a key."""
    settings = load(Settings, environ)
    root = settings.base_url.rstrip("/").removesuffix("/openai/v1")
    return TranscriptionApi(NAME, f"{root}/openai/v1", settings.api_key, settings.model, cache)


def probe(environ: Mapping[str, str], cache: Path) -> Probe:
    """Whether there is a key; asks nobody."""
    key = () if environ.get("GROQ_API_KEY", "").strip() else ("GROQ_API_KEY",)
    if needs := key + missing():
        return Probe(NAME, "stt", "off", needs)
    return Probe(NAME, "stt", "on", (), load(Settings, environ).model)
