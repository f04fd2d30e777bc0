"""Text to speech at OpenAI, or at any server that has its `/v1/audio/speech`."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from core.errors import ConfigError, Unavailable
from core.integrations._http import SOUND, Http
from core.integrations._opus import sayable, seconds
from core.ports.probe import Probe
from core.ports.synthesiser import Speech
from core.ports.transcriber import Progress, silent
from core.settings import Address, Secret, load, setting

NAME = "openai"
LANGUAGES = ("en", "es", "de", "ru")
PATH = "audio/speech"
SECONDS = 30.0
"""For one whole text."""
OFFICIAL = "https://api.openai.com/v1"
ENDING = ("tts-1", "gpt-4o-mini-tts")
"""All that OpenAI has at this address, until 6 January 2027; other servers have their own."""


@dataclass(frozen=True, slots=True)
class Settings:
    """A server of one's own may want no key."""

    api_key: Secret | None = setting("OPENAI_API_KEY", None)
    base_url: Address = setting("OPENAI_BASE_URL", OFFICIAL)
    speech_url: Address | None = setting("VIVA_TTS_OPENAI_BASE_URL", None)
    """Where the voice is elsewhere than the language model."""
    model: str = setting("VIVA_TTS_OPENAI_MODEL", "gpt-4o-mini-tts")
    voice: str = setting("VIVA_TTS_OPENAI_VOICE", "coral")

    @property
    def url(self) -> str:
        """Where it is asked."""
        return (self.speech_url or self.base_url).rstrip("/")


def create(environ: Mapping[str, str], cache: Path) -> "OpenAI":
    """The voice; nothing is opened yet. Raises `ConfigError` without a key."""
    settings = load(Settings, environ)
    if settings.url == OFFICIAL and not settings.api_key:
        raise ConfigError(["OPENAI_API_KEY is not set: Give a key of platform.openai.com."])
    return OpenAI(settings)


def probe(environ: Mapping[str, str], cache: Path) -> Probe:
    """Whether there is a key; asks nobody."""
    settings = load(Settings, environ)
    detail = f"{settings.model}, {settings.voice}"
    if settings.url == OFFICIAL:
        if not settings.api_key:
            return Probe(NAME, "tts", "off", ("OPENAI_API_KEY",), detail)
        if settings.model.startswith(ENDING):
            detail += "; OpenAI switches it off on 6 January 2027"
    return Probe(NAME, "tts", "on", (), detail)


class OpenAI:
    """A Synthesiser. `seconds` is how long one text may take."""

    name = NAME

    def __init__(self, settings: Settings, seconds: float = SECONDS) -> None:
        self._settings = settings
        self._seconds = seconds
        self.model = settings.model
        self._http = Http(NAME, f"{settings.url}/", kinds=SOUND)

    async def synthesise(
        self, text: str, *, language: str = "en", progress: Progress = silent
    ) -> Speech:
        """As the port says; the model hears from the text which language it is."""
        said = sayable(text)
        at = asyncio.get_running_loop().time() + self._seconds
        progress("speaking", None)
        body = {
            "model": self._settings.model,
            "voice": self._settings.voice,
            "input": said,
            "response_format": "opus",
        }
        audio = await self._http.post(PATH, body, self._headers(), at)
        try:
            return Speech(audio, seconds(audio))
        except ValueError as error:
            raise Unavailable(NAME, "what answered is no voice note") from error

    def _headers(self) -> dict[str, str]:
        key = self._settings.api_key
        return {"authorization": f"Bearer {key.reveal()}"} if key else {}

    async def close(self) -> None:
        """Closes its connections."""
        await self._http.close()
