"""Recordings on their way to a vendor: what kind one is by its bytes, and samples as FLAC."""

import io
from typing import Any

from core.integrations._decode import RATE

MEDIA = {
    "flac": "audio/flac",
    "m4a": "audio/mp4",
    "mp3": "audio/mpeg",
    "ogg": "audio/ogg",
    "wav": "audio/wav",
    "webm": "audio/webm",
}
"""Name endings by which the vendors know a kind, and its media type."""
MP4 = (b"M4A ", b"M4B ", b"mp41", b"mp42", b"isom", b"iso2", b"dash")
"""Brands of MP4 that hold sound alone or as anybody would; 3GP and QuickTime are others."""


def kind(recording: bytes) -> str | None:
    """The ending that belongs to it, of `MEDIA`, whatever it was called; None for all others."""
    head = recording[:64]
    if head.startswith(b"OggS"):
        return "ogg"
    if head.startswith(b"fLaC"):
        return "flac"
    if head.startswith(b"RIFF") and head[8:12] == b"WAVE":
        return "wav"
    if head.startswith(b"\x1aE\xdf\xa3") and b"webm" in head:
        return "webm"
    if head[4:8] == b"ftyp" and head[8:12] in MP4:
        return "m4a"
    # A frame of MPEG audio, layer III: ADTS begins alike, with layer 0.
    framed = len(head) > 1 and head[0] == 0xFF and head[1] & 0xE6 == 0xE2
    return "mp3" if head.startswith(b"ID3") or framed else None


def flac(samples: bytes) -> bytes:
    """Mono samples, 16 bit, 16 kHz -> a file of about half their size, nothing lost."""
    import av

    out = io.BytesIO()
    with av.open(out, "w", format="flac") as container:
        stream: Any = container.add_stream("flac", rate=RATE, layout="mono", format="s16")
        second = RATE * 2
        for at in range(0, len(samples) // 2 * 2, second):
            part = samples[at : at + second]
            frame = av.AudioFrame(format="s16", layout="mono", samples=len(part) // 2)
            frame.planes[0].update(part)
            frame.sample_rate = RATE
            frame.pts = at // 2
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return out.getvalue()
