"""Text to speech on this machine by espeak-ng, whose library and voices come in a wheel."""

import asyncio
import ctypes
import threading
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cache as once
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from core.errors import IntegrationError, UserError
from core.integrations._opus import encode, sayable
from core.integrations._relay import relay
from core.integrations._translated import translated
from core.ports.probe import Probe
from core.ports.synthesiser import Speech
from core.ports.transcriber import Progress, silent

NAME = "espeak"
LOCAL = True
LANGUAGES = ("en", "es", "de", "ru")
VOICES = {"en": "en-us"}
"""Where a voice is not called as its language is."""
RETRIEVAL, UTF8, PACE = 1, 1, 1
"""Names of the C interface: the output mode, the character set and a parameter."""
WORDS_A_MINUTE = 155
SECONDS_EACH = 0.08
"""About so long a character takes, to guess how far it has come."""
_TURN = threading.Lock()
"""The library is one for the process, and can say one thing at a time."""
_Callback = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p
)


def create(environ: Mapping[str, str], cache: Path) -> "Espeak":
    """The voice; nothing is loaded yet."""
    return Espeak()


def probe(environ: Mapping[str, str], cache: Path) -> Probe:
    """Whether it is installed; loads nothing."""
    libraries = {"espeakng_loader": "espeakng-loader", "av": "av"}
    needs = tuple(name for module, name in libraries.items() if find_spec(module) is None)
    detail = "a plain voice of this machine, in four languages"
    return Probe(NAME, "tts", "off" if needs else "on", needs, detail)


class Espeak:
    """A Synthesiser with one thread; texts wait for each other."""

    name = NAME
    at_once = 1

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix=NAME)
        self._closed = threading.Event()

    async def synthesise(
        self, text: str, *, language: str = "en", progress: Progress = silent
    ) -> Speech:
        """As the port says; a language it does not speak is read as English."""
        said = sayable(text)
        tag = language.replace("_", "-").partition("-")[0].lower()
        voice = VOICES.get(tag, tag) if tag in LANGUAGES else VOICES["en"]
        left = threading.Event()
        with translated(NAME):
            work = self._thread.submit(self._say, said, voice, relay(progress, left), left)
            try:
                return await asyncio.wrap_future(work)
            finally:
                left.set()

    async def close(self) -> None:
        """Stops what is being said; safe to call twice."""
        self._closed.set()
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _say(self, text: str, voice: str, tell: Progress, left: threading.Event) -> Speech:
        heard = bytearray()
        likely = len(text) * SECONDS_EACH

        def listen(samples: Any, count: int, _events: Any) -> int:
            if samples and count:
                heard.extend(ctypes.string_at(samples, count * 2))
                tell("speaking", min(len(heard) / 2 / rate / likely, 1.0))
            return int(left.is_set() or self._closed.is_set())  # 1: no more of it

        with _TURN:
            engine, rate = _engine()
            listener = _Callback(listen)
            engine.espeak_SetSynthCallback(listener)
            engine.espeak_SetParameter(PACE, WORDS_A_MINUTE, 0)
            data = text.encode("utf-8", "replace") + b"\0"
            failed = engine.espeak_SetVoiceByName(voice.encode()) or engine.espeak_Synth(
                data, len(data), 0, 1, 0, UTF8, None, None
            )
            engine.espeak_Synchronize()
        if failed:
            raise IntegrationError(NAME, f"it does not speak {voice}")
        if not heard:
            raise UserError("text-empty")
        return encode(bytes(heard), rate)


@once
def _engine() -> tuple[ctypes.CDLL, int]:
    """The library, ready, and the samples a second that it makes."""
    import espeakng_loader

    engine = ctypes.CDLL(espeakng_loader.get_library_path())
    engine.espeak_Synth.argtypes = [
        ctypes.c_char_p, ctypes.c_size_t, ctypes.c_uint, ctypes.c_int,
        ctypes.c_uint, ctypes.c_uint, ctypes.c_void_p, ctypes.c_void_p,
    ]  # fmt: skip
    rate = engine.espeak_Initialize(RETRIEVAL, 0, espeakng_loader.get_data_path().encode(), 0)
    if rate <= 0:
        raise IntegrationError(NAME, "its voices are missing")
    return engine, rate
