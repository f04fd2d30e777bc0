"""Where somebody speaks: Silero's voice detector, as it lies inside faster-whisper."""

import os
from importlib.util import find_spec
from typing import Any

from core.integrations._decode import RATE

Span = tuple[int, int]
"""From one sample to another."""
PAUSE, PAD = 2.0, 0.4
"""Seconds of silence that end a span, and that are left around it."""


def can_tell() -> bool:
    """Whether the detector is installed; cheap, and nothing is imported."""
    return find_spec("faster_whisper") is not None and find_spec("onnxruntime") is not None


def sound(samples: bytes) -> Any:
    """16-bit samples as an array of float32 between -1 and 1."""
    import numpy as np

    return np.frombuffer(samples, "<i2").astype(np.float32) / 32768.0


def spoken(heard: Any, *, pause: float = PAUSE, pad: float = PAD) -> list[Span]:
    """The spans of an array of sound in which somebody speaks; takes a thousandth of its length."""
    # Read once, when it is imported.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    from faster_whisper.vad import VadOptions, get_speech_timestamps

    options = VadOptions(min_silence_duration_ms=int(pause * 1000), speech_pad_ms=int(pad * 1000))
    found = get_speech_timestamps(heard, options, RATE)
    return [(int(one["start"]), int(one["end"])) for one in found]
