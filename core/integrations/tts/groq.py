"""Text to speech at Groq: English only, a few sentences at a time, encoded here."""

import asyncio
import io
import re
import wave
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from core.errors import Unavailable
from core.integrations._http import SOUND, Http
from core.integrations._opus import encode, sayable
from core.integrations._translated import translated
from core.ports.llm import WrongModel
from core.ports.probe import Probe
from core.ports.synthesiser import Speech
from core.ports.transcriber import Progress, silent
from core.settings import Address, Secret, load, setting

NAME = "groq"
LANGUAGES = ("en",)
"""Its only other voice is Arabic."""
PATH = "audio/speech"
SECONDS = 30.0
"""For one whole text."""
MOST = 200
"""Characters that it says at once."""
PAUSE = 0.15
"""Seconds between two pieces."""
UNTOLD = 0x7FFF0000
"""Bytes from which the length in a header is none."""
SENTENCES = re.compile(r"(?<=[.!?…])\s+")


@dataclass(frozen=True, slots=True)
class Settings:
    """Model and voice belong together; the model's terms are accepted at console.groq.com."""

    api_key: Secret = setting("GROQ_API_KEY", needs="Give a key of console.groq.com.")
    base_url: Address = setting("GROQ_BASE_URL", "https://api.groq.com")
    """The root, as Groq's own client takes it: /openai/v1 is added."""
    model: str = setting("VIVA_TTS_GROQ_MODEL", "canopylabs/orpheus-v1-english")
    voice: str = setting("VIVA_TTS_GROQ_VOICE", "hannah")


def create(environ: Mapping[str, str], cache: Path) -> "Groq":
    """The voice; nothing is opened yet. Raises `ConfigError` without a key."""
    return Groq(load(Settings, environ))


def probe(environ: Mapping[str, str], cache: Path) -> Probe:
    """Whether there is a key; asks nobody."""
    if not environ.get("GROQ_API_KEY", "").strip():
        return Probe(NAME, "tts", "off", ("GROQ_API_KEY",))
    settings = load(Settings, environ)
    return Probe(NAME, "tts", "on", (), f"{settings.model}, {settings.voice}; English only")


class Groq:
    """A Synthesiser. `seconds` is how long one text may take."""

    name = NAME

    def __init__(self, settings: Settings, seconds: float = SECONDS) -> None:
        self._settings = settings
        self._seconds = seconds
        root = settings.base_url.rstrip("/").removesuffix("/openai/v1")
        self.model = settings.model
        self._http = Http(NAME, f"{root}/openai/v1/", kinds=SOUND)

    async def synthesise(
        self, text: str, *, language: str = "en", progress: Progress = silent
    ) -> Speech:
        """As the port says; `WrongModel` for other languages. Its pieces are asked for in order,
        so that a full vendor is left in peace at the first refusal."""
        said = pieces(sayable(text))
        if language.partition("-")[0].lower() not in LANGUAGES:
            raise WrongModel(NAME, f"no voice for {language[:20]!r}")
        at = asyncio.get_running_loop().time() + self._seconds
        headers = {"authorization": f"Bearer {self._settings.api_key.reveal()}"}
        sound = bytearray()
        rate = 0
        for number, piece in enumerate(said):
            progress("speaking", number / len(said))
            audio = await self._http.post(PATH, self._body(piece), headers, at)
            samples, its_rate = _samples(audio)
            if rate and rate != its_rate:
                raise Unavailable(NAME, "its pieces do not fit together")
            rate = its_rate
            sound += (bytes(int(PAUSE * rate) * 2) if sound else b"") + samples
        with translated(NAME):
            return await asyncio.to_thread(encode, bytes(sound), rate)

    async def close(self) -> None:
        """Closes its connections."""
        await self._http.close()

    def _body(self, text: str) -> dict[str, str]:
        return {
            "model": self._settings.model,
            "voice": self._settings.voice,
            "input": text,
            "response_format": "wav",
        }


def pieces(text: str, most: int = MOST) -> list[str]:
    """The text in pieces of at most so many characters, cut between sentences, else words."""
    words = [
        part
        for sentence in SENTENCES.split(text)
        for part in ([sentence] if len(sentence) <= most else _parts(sentence, most))
    ]
    joined: list[str] = []
    for part in words:
        if joined and len(joined[-1]) + 1 + len(part) <= most:
            joined[-1] += f" {part}"
        else:
            joined.append(part)
    return joined


def _parts(sentence: str, most: int) -> list[str]:
    """Words; one that is longer than all of a piece is cut."""
    return [
        word[start:end]
        for word in sentence.split()
        for start, end in pairwise([*range(0, len(word), most), len(word)])
    ]


def _samples(audio: bytes) -> tuple[bytes, int]:
    """Of a WAV; one that was streamed does not know how long it is."""
    try:
        with wave.open(io.BytesIO(audio)) as file:
            form = (file.getnchannels(), file.getsampwidth())
            declared, rate = file.getnframes(), file.getframerate()
            samples = file.readframes(declared)
    except (EOFError, wave.Error) as error:
        raise Unavailable(NAME, "what answered is no WAV") from error
    if form != (1, 2) or not samples or not 8_000 <= rate <= 48_000:
        raise Unavailable(NAME, "what answered is no mono sound")
    if len(samples) < declared * 2 < UNTOLD:
        raise Unavailable(NAME, "the answer broke off")
    return samples, rate
