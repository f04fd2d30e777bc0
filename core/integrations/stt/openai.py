"""Speech to text at OpenAI, or at any server that has its `/v1/audio/transcriptions`."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from core.errors import ConfigError
from core.integrations._transcription_api import TranscriptionApi, missing
from core.ports.probe import Probe
from core.settings import Address, Secret, load, setting

NAME = "openai"
LANGUAGES = ("en", "es", "de", "ru")
OFFICIAL = "https://api.openai.com/v1"


@dataclass(frozen=True, slots=True)
class Settings:
    """A server of one's own may want no key. Of OpenAI's models only whisper-1, which ends on 26
    February 2027, tells when which word was said."""

    api_key: Secret | None = setting("OPENAI_API_KEY", None)
    base_url: Address = setting("OPENAI_BASE_URL", OFFICIAL)
    speech_url: Address | None = setting("VIVA_STT_OPENAI_BASE_URL", None)
    """Where the ear is elsewhere than the language model."""
    model: str = setting("VIVA_STT_OPENAI_MODEL", "gpt-transcribe")

    @property
    def url(self) -> str:
        """Where it is asked."""
        return (self.speech_url or self.base_url).rstrip("/")

    @property
    def needs(self) -> tuple[str, ...]:
        """What is missing."""
        return ("OPENAI_API_KEY",) if self.url == OFFICIAL and not self.api_key else ()


def create(environ: Mapping[str, str], cache: Path) -> TranscriptionApi:
    """The transcriber; nothing is opened yet. Raises `ConfigError` without a key."""
    settings = load(Settings, environ)
    if settings.needs:
        raise ConfigError(["OPENAI_API_KEY is not set: Give a key of platform.openai.com."])
    return TranscriptionApi(NAME, settings.url, settings.api_key, settings.model, cache)


def probe(environ: Mapping[str, str], cache: Path) -> Probe:
    """Whether there is a key; asks nobody."""
    settings = load(Settings, environ)
    needs = settings.needs + missing()
    return Probe(NAME, "stt", "off" if needs else "on", needs, settings.model)
