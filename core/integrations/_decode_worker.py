"""Recordings to 16 kHz mono s16le samples: what a decode worker does, run by `_confined.py`."""

import io
import struct
from contextlib import suppress
from typing import Any

import av

RATE = 16_000
BYTES_PER_SECOND = RATE * 2
TOLERANCE = 0.5
"""Seconds by which a container may declare more than it holds (padding, rounding)."""

# What recorders write; above all no playlist (hls, concat, dash), which names other files.
FORMATS = (
    "ogg,matroska,webm,mov,mp4,m4a,3gp,3g2,mj2,mp3,wav,w64,flac,aac,amr,amrnb,amrwb,aiff,caf,asf,"
    "au,mpegts,avi"
)
DECLARING = {"matroska,webm", "mov,mp4,m4a,3gp,3g2,mj2", "flac", "aiff", "avi"}
"""Containers whose length stands in a header; elsewhere it is guessed from the bit rate."""


class Unreadable(Exception):
    """No recording, or none that we take."""


def answer(recording: bytes, max_seconds: str) -> tuple[bytes, bytearray]:
    """`o`k or `c`ut short, and the samples."""
    samples, cut_short = decode(recording, float(max_seconds))
    return b"c" if cut_short else b"o", samples


def decode(recording: bytes, max_seconds: float) -> tuple[bytearray, bool]:
    """Any recording -> its samples, and whether its end is missing; raises `Unreadable`."""
    samples = bytearray()
    most = int(max_seconds * RATE) * 2
    with av.open(
        io.BytesIO(recording),
        timeout=5,
        metadata_errors="ignore",
        options={"format_whitelist": FORMATS},
    ) as container:
        stream = next(iter(container.streams.audio), None)
        if stream is None:
            raise Unreadable
        damaged = _decode_stream(container, stream, samples, most)
        if not samples:
            raise Unreadable
        if len(samples) > most:
            del samples[most:]
            return samples, True
        declared = _declared_seconds(container, stream, recording)
    missing = declared - len(samples) / BYTES_PER_SECOND > TOLERANCE
    return samples, damaged or missing or _is_torn(recording)


def _decode_stream(container: Any, stream: Any, samples: bytearray, most: int) -> bool:
    """Fills `samples` up to just over `most` bytes; True where a packet after the first failed."""
    resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE)
    # A second at a time through the resampler: a frame at a time costs twice as much.
    second = av.AudioFifo()
    damaged = False

    def resample(frame: Any) -> None:
        for made in resampler.resample(frame):
            samples.extend(memoryview(made.planes[0])[: made.samples * 2])

    try:
        for packet in container.demux(stream):
            try:
                frames = packet.decode()
            except av.InvalidDataError:
                damaged = damaged or len(samples) > 0 or second.samples > 0
                continue
            for frame in frames:
                _check(frame)
                frame.pts = None
                second.write(frame)
                if second.samples >= frame.sample_rate:
                    resample(second.read())
            if len(samples) > most:
                return damaged
    except (av.FFmpegError, ValueError, Unreadable):
        # The container breaks off, or its sound changes its form half-way (a ValueError).
        damaged = True
    if second.samples:
        resample(second.read())
    resample(None)
    return damaged


def _check(frame: Any) -> None:
    if not (4_000 <= frame.sample_rate <= 192_000 and 1 <= frame.layout.nb_channels <= 8):
        raise Unreadable


def _declared_seconds(container: Any, stream: Any, recording: bytes) -> float:
    """What the container says it holds; 0 where it says nothing."""
    kind = container.format.name
    if kind == "mp3" and not any(mark in recording[:200_000] for mark in (b"Xing", b"Info")):
        return 0.0
    if kind not in DECLARING and kind != "mp3":
        return 0.0
    if stream.duration is not None:
        return float(stream.duration * stream.time_base)
    if container.duration is not None and len(container.streams) == 1:
        return float(container.duration / av.time_base)
    return 0.0


def _is_torn(recording: bytes) -> bool:
    """Whether an Ogg lacks its last page, or a WAV bytes that its header counts."""
    if recording.startswith(b"RIFF"):
        (size,) = struct.unpack_from("<I", recording, 4)
        return bool(len(recording) < size + 8 and size < 0x7FFF0000)  # above: streamed
    if not recording.startswith(b"OggS"):
        return False
    at, last = 0, False
    while recording.startswith(b"OggS", at) and len(recording) >= at + 27:
        last = bool(recording[at + 5] & 4)
        lacing = recording[at + 27 : at + 27 + recording[at + 26]]
        at += 27 + recording[at + 26] + sum(lacing)
    return at > len(recording) or not last


def rehearse() -> None:
    """Makes the library import what it puts off: confined, it could not open those files."""
    av.logging.set_level(None)
    silence = b"RIFF\xff\xff\xff\xffWAVEfmt " + struct.pack(
        "<IHHIIHH", 16, 1, 1, 8000, 16000, 2, 16
    )
    decode(silence + b"data\xff\xff\xff\xff" + bytes(1600), 1)
    with suppress(av.FFmpegError):
        decode(b"no recording", 1)
