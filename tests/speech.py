"""Speech for tests: espeak-ng as it ships in a wheel says a text, in any of our languages.

Whisper reads back few of its sentences. Choose them by trying: the same words at the same pace
are the same bytes on every run.
"""

import ctypes
import io
import subprocess
import sys
import wave
from functools import cache
from typing import Any

RETRIEVAL, UTF8, PACE = 1, 1, 1  # names of espeak-ng's C interface: output mode, charset, parameter
Callback = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p
)


@cache
def say(text: str, language: str = "en", pace: int = 150) -> bytes:
    """A mono 16-bit WAV of `text`, said in en, es, de or ru with `pace` words a minute."""
    # A process of its own: the engine's noise goes on where the sentence before left it.
    spoken = subprocess.run(
        [sys.executable, __file__, language, str(pace)],
        input=text.encode(),
        stdout=subprocess.PIPE,
        check=True,
    )
    return spoken.stdout


def wav(samples: bytes, rate: int = 16_000) -> bytes:
    """Mono 16-bit samples as a WAV file."""
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(samples)
    return out.getvalue()


def _speak(text: bytes, voice: str, pace: int) -> bytes:
    import espeakng_loader

    engine = ctypes.CDLL(espeakng_loader.get_library_path())
    rate = engine.espeak_Initialize(RETRIEVAL, 0, espeakng_loader.get_data_path().encode(), 0)
    heard = bytearray()

    def listen(samples: Any, count: int, _events: Any) -> int:
        if samples and count:
            heard.extend(ctypes.string_at(samples, count * 2))
        return 0

    callback = Callback(listen)
    engine.espeak_SetSynthCallback(callback)
    engine.espeak_SetParameter(PACE, pace, 0)
    failed = rate <= 0 or engine.espeak_SetVoiceByName(voice.encode())
    data = text + b"\0"
    failed = failed or engine.espeak_Synth(data, len(data), 0, 1, 0, UTF8, None, None)
    engine.espeak_Synchronize()
    if failed or not heard:
        raise RuntimeError(f"espeak-ng does not speak {voice}")
    return wav(bytes(heard), rate)


if __name__ == "__main__":
    language, pace = sys.argv[1:]
    voice = {"en": "en-us"}.get(language, language)
    sys.stdout.buffer.write(_speak(sys.stdin.buffer.read(), voice, int(pace)))
