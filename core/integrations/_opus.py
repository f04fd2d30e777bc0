"""Samples to a voice note, OGG with Opus as messengers take it; and what such a note holds."""

import io
import struct
from typing import Any

from core.errors import UserError
from core.ports.synthesiser import Speech

RATE = 48_000
"""Opus has its clock at this, whatever it was recorded at."""
BITS = 28_000
"""A second: a voice needs no more."""
LONGEST_TEXT = 4_000
"""Characters said at once: about five minutes."""


def sayable(text: str) -> str:
    """The text, trimmed; `UserError` where it is too long or has nothing to be said."""
    if len(text) > LONGEST_TEXT:
        raise UserError("speech-too-long", limit=LONGEST_TEXT)
    if not any(sign.isalnum() for sign in text):
        raise UserError("text-empty")
    return text.replace("\0", "").strip()


def encode(samples: bytes, rate: int) -> Speech:
    """Mono samples, 16 bit little-endian -> a voice note. Takes a hundredth of its length."""
    import av

    frame = av.AudioFrame(format="s16", layout="mono", samples=len(samples) // 2)
    frame.planes[0].update(samples[: len(samples) // 2 * 2])
    frame.sample_rate = rate
    out = io.BytesIO()
    with av.open(out, "w", format="ogg") as container:
        stream: Any = container.add_stream(
            "libopus", rate=RATE, options={"application": "voip"}, layout="mono"
        )
        stream.bit_rate = BITS
        resampler = av.AudioResampler("s16", "mono", RATE, frame_size=RATE // 50)
        for source in (frame, None):
            for piece in resampler.resample(source):
                container.mux(stream.encode(piece))
        container.mux(stream.encode(None))
    return Speech(out.getvalue(), len(samples) / 2 / rate)


def seconds(audio: bytes) -> float:
    """The length of a voice note; `ValueError` for what is no mono OGG with Opus, or torn."""
    at, last = 0, 0
    head = b""
    while at < len(audio):
        if audio[at : at + 4] != b"OggS" or len(audio) < at + 27:
            raise ValueError("no OGG, or torn")
        (granule,) = struct.unpack_from("<q", audio, at + 6)
        lacing = audio[at + 27 : at + 27 + audio[at + 26]]
        body = at + 27 + audio[at + 26]
        head = head or audio[body : body + sum(lacing)]
        last = max(last, granule)
        at = body + sum(lacing)
    if at != len(audio) or len(head) < 12 or not head.startswith(b"OpusHead") or head[9] != 1:
        raise ValueError("no Opus, not mono, or torn")
    (skipped,) = struct.unpack_from("<H", head, 10)
    if last <= skipped:
        raise ValueError("there is no sound in it")
    return float(last - skipped) / RATE
