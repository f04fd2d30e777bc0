"""Recordings for tests: a tone in any container, noises that are no speech, and a bomb."""

import io
import math
import random
import struct
import zlib
from functools import cache
from typing import Any

import av

from tests.speech import wav

TONE = 440.0
"""Hertz."""
# container of PyAV, codec, rate, options of the container
KINDS: dict[str, tuple[str, str, int, dict[str, str]]] = {
    "ogg": ("ogg", "libopus", 48_000, {}),
    "webm": ("webm", "libopus", 48_000, {}),
    "m4a": ("ipod", "aac", 44_100, {}),
    "mp4-fragments": ("mp4", "aac", 44_100, {"movflags": "+frag_keyframe+empty_moov"}),
    "mp3": ("mp3", "libmp3lame", 44_100, {}),
    "flac": ("flac", "flac", 16_000, {}),
    "wav": ("wav", "pcm_s16le", 16_000, {}),
    "aiff": ("aiff", "pcm_s16be", 22_050, {}),
    "adts": ("adts", "aac", 44_100, {}),
}
_REVERSED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))


def tone(seconds: float, rate: int = 16_000) -> bytes:
    """16-bit samples of a steady tone."""
    count = int(seconds * rate)
    step = 2 * math.pi * TONE / rate
    return struct.pack(f"<{count}h", *(int(9_000 * math.sin(step * i)) for i in range(count)))


@cache
def recording(kind: str, seconds: float = 3.0, layout: str = "mono") -> bytes:
    """The tone in a container and codec of `KINDS`."""
    container, codec, rate, options = KINDS[kind]
    return encode(wav(tone(seconds)), container, codec, rate, layout, options)


def encode(
    sound: bytes,
    container: str = "ogg",
    codec: str = "libopus",
    rate: int = 48_000,
    layout: str = "mono",
    options: dict[str, str] | None = None,
) -> bytes:
    """Any recording as another kind of recording."""
    out = io.BytesIO()
    with (
        av.open(io.BytesIO(sound), "r") as read,
        av.open(out, "w", format=container, options=options or {}) as written,
    ):
        stream: Any = written.add_stream(codec, rate=rate, layout=layout)
        resampler = av.AudioResampler(stream.format.name, layout, rate)
        for frame in [*read.decode(audio=0), None]:
            for part in resampler.resample(frame):
                part.pts = None
                written.mux(stream.encode(part))
        written.mux(stream.encode(None))
    return out.getvalue()


def noises() -> dict[str, bytes]:
    """What a microphone records where nobody speaks, as WAV."""
    chance = random.Random(7)
    hiss = struct.pack("<32000h", *(int(chance.gauss(0, 300)) for _ in range(32_000)))
    click = bytes(16_000) + struct.pack("<40h", *([20_000, -20_000] * 20)) + bytes(32_000)
    return {"silence": wav(bytes(64_000)), "hiss": wav(hiss), "click": wav(click)}


def silent_opus(hours: float) -> bytes:
    """Hours of Opus silence in an Ogg of a few bytes a second: 120 ms a packet, 255 a page."""
    head = b"OpusHead" + struct.pack("<BBHIhB", 1, 1, 0, 48_000, 0, 0)
    tags = b"OpusTags" + struct.pack("<I", 0) + struct.pack("<I", 0)
    packet = b"\xfb\x06" + b"\xff\xfe" * 6  # six CELT frames of 20 ms, each of silence
    pages = math.ceil(hours * 3_600 / 0.12 / 255)
    made = [_page([head], 0, 0, 2), _page([tags], 0, 1, 0)]
    for number in range(1, pages + 1):
        last = 4 if number == pages else 0
        made.append(_page([packet] * 255, number * 255 * 5_760, number + 1, last))
    return b"".join(made)


def _page(packets: list[bytes], position: int, number: int, flags: int) -> bytes:
    lacing = bytes(len(packet) for packet in packets)
    head = struct.pack("<4sBBqIII", b"OggS", 0, flags, position, 1, number, 0)
    page = head + bytes([len(lacing)]) + lacing + b"".join(packets)
    return page[:22] + struct.pack("<I", _ogg_crc(page)) + page[26:]


def _ogg_crc(data: bytes) -> int:
    """Ogg's checksum is zlib's with the bits the other way round and no inversions."""
    mirrored = zlib.crc32(data.translate(_REVERSED), 0xFFFFFFFF) ^ 0xFFFFFFFF
    return int(f"{mirrored:032b}"[::-1], 2)
