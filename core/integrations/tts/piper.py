"""Text to speech on this machine by Piper, where somebody has installed it: it is under the GPL."""

import asyncio
import importlib
import os
import threading
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from core.errors import ConfigError, UserError
from core.integrations._opus import encode, sayable
from core.integrations._relay import relay
from core.integrations._translated import translated
from core.ports.llm import WrongModel
from core.ports.probe import Probe
from core.ports.synthesiser import Speech
from core.ports.transcriber import Progress, silent
from core.settings import load, setting

NAME = "piper"
LOCAL = True
LANGUAGES = ("en", "es", "de", "ru")
"""There are voices for all of them; which are here the setting says."""


@dataclass(frozen=True, slots=True)
class Settings:
    """A voice is a file `en_US-joe-medium.onnx` with `….onnx.json` beside it."""

    model: tuple[str, ...] = setting(
        "VIVA_TTS_PIPER_MODEL", (), "Give the .onnx file of a voice, or of several languages."
    )


def create(environ: Mapping[str, str], cache: Path) -> "Piper":
    """The voices; none is loaded yet. Raises `ConfigError` for a file that is none."""
    return Piper(_voices(load(Settings, environ)))


def probe(environ: Mapping[str, str], cache: Path) -> Probe:
    """Whether it is installed and has a voice; loads nothing."""
    libraries = {"piper": "piper-tts", "av": "av"}
    needs = tuple(name for module, name in libraries.items() if find_spec(module) is None)
    settings = load(Settings, environ)
    if not settings.model:
        return Probe(NAME, "tts", "off", (*needs, "VIVA_TTS_PIPER_MODEL"))
    try:
        voices = _voices(settings)
    except ConfigError as error:
        return Probe(NAME, "tts", "broken", needs, str(error))
    return Probe(NAME, "tts", "off" if needs else "on", needs, ", ".join(sorted(voices)))


def _voices(settings: Settings) -> dict[str, Path]:
    """Language -> the file of its voice: the first of two."""
    if not settings.model:
        raise ConfigError(["VIVA_TTS_PIPER_MODEL is not set: Give the .onnx file of a voice."])
    found: dict[str, Path] = {}
    faults = []
    for name in settings.model:
        path = Path(name).expanduser()
        if path.suffix == ".onnx" and path.is_file() and Path(f"{path}.json").is_file():
            found.setdefault(path.name.partition("_")[0].lower(), path)
        else:
            faults.append(f"VIVA_TTS_PIPER_MODEL: {path} is no .onnx file with its .onnx.json.")
    if faults:
        raise ConfigError(faults)
    return found


class Piper:
    """A Synthesiser with one thread; a voice is loaded by its first text and stays."""

    name = NAME
    at_once = 1

    def __init__(self, voices: Mapping[str, Path]) -> None:
        self._voices = dict(voices)
        self._loaded: dict[str, Any] = {}
        self._thread = ThreadPoolExecutor(1, thread_name_prefix=NAME)
        self._closed = threading.Event()

    async def synthesise(
        self, text: str, *, language: str = "en", progress: Progress = silent
    ) -> Speech:
        """As the port says; `WrongModel` where there is no voice for the language."""
        said = sayable(text)
        tag = language.replace("_", "-").partition("-")[0].lower()
        if tag not in self._voices:
            raise WrongModel(NAME, f"no voice for {tag[:20]!r}")
        left = threading.Event()
        with translated(NAME):
            work = self._thread.submit(self._say, said, tag, relay(progress, left), left)
            try:
                return await asyncio.wrap_future(work)
            finally:
                left.set()

    async def close(self) -> None:
        """Stops after the sentence that is being said; safe to call twice."""
        self._closed.set()
        self._thread.shutdown(wait=False, cancel_futures=True)
        self._loaded.clear()

    def _say(self, text: str, language: str, tell: Progress, left: threading.Event) -> Speech:
        if language not in self._loaded:
            tell("loading", None)
            os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # read once, when it is imported
            # By name, so that nothing of ours asks for it: whoever wants it installs it.
            voice_class = importlib.import_module("piper").PiperVoice
            self._loaded[language] = voice_class.load(self._voices[language])
        tell("speaking", None)
        sound = bytearray()
        rate = 0
        for sentence in self._loaded[language].synthesize(text):
            if left.is_set() or self._closed.is_set():
                break
            rate = sentence.sample_rate
            sound += sentence.audio_int16_bytes
        if not sound:
            raise UserError("text-empty")
        return encode(bytes(sound), rate)
