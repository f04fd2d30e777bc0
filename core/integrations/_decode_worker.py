"""Recordings to 16 kHz mono s16le samples: what a decode worker does, run by `_confined.py`."""

import io
import struct
from array import array
from collections.abc import Iterator
from contextlib import suppress
from itertools import accumulate
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


MORE, WHOLE, CUT_SHORT = b"m", b"o", b"c"
_going_on: list[Iterator[tuple[bytes, float, bytearray]]] = []
"""The recording of which there is more, if there is one."""


def answer(job: bytes, max_seconds: str, stretch_seconds: str) -> tuple[bytes, bytes]:
    """A recording's first stretch or, where the job is empty, the next one of the last recording:
    a verdict, the share of its bytes that was read (float32, big-endian), and the samples."""
    if job:
        _going_on[:] = [stretches(job, float(max_seconds), float(stretch_seconds))]
    verdict, share, samples = next(_going_on[0])
    if verdict != MORE:
        _going_on.clear()
    return verdict, struct.pack("!f", share) + samples


def stretches(
    recording: bytes, max_seconds: float, stretch_seconds: float
) -> Iterator[tuple[bytes, float, bytearray]]:
    """Any recording -> its samples, cut at pauses; raises `Unreadable`."""
    most, longest = int(max_seconds * RATE) * 2, int(stretch_seconds * RATE) * 2
    source = io.BytesIO(recording)
    with av.open(
        source, timeout=5, metadata_errors="ignore", options={"format_whitelist": FORMATS}
    ) as container:
        stream = next(iter(container.streams.audio), None)
        if stream is None:
            raise Unreadable
        damage: list[str] = []
        held, given = bytearray(), 0
        for piece in _pieces(container, stream, damage):
            held += piece[: most + 2 - given - len(held)]
            while len(held) > longest:
                at = pause(held, longest)
                yield MORE, source.tell() / len(recording), held[:at]
                del held[:at]
                given += at
            if given + len(held) > most:
                break
        if not held:
            raise Unreadable
        if given + len(held) > most:
            del held[most - given :]
            yield CUT_SHORT, 1.0, held
            return
        declared = _declared_seconds(container, stream, recording)
    missing = declared - (given + len(held)) / BYTES_PER_SECOND > TOLERANCE
    torn = damage or missing or _is_torn(recording)
    yield CUT_SHORT if torn else WHOLE, 1.0, held


def pause(samples: bytearray, longest: int) -> int:
    """Where to cut, in bytes: within the quietest half second of the last tenth of `longest`."""
    frame, half_second = RATE // 100, 50
    begin = longest * 9 // 10 // 2 * 2
    tail = array("h", samples[begin:longest])
    loud = [sum(map(abs, tail[at : at + frame])) for at in range(0, len(tail), frame)]
    until = list(accumulate(loud, initial=0))
    sums = [after - before for before, after in zip(until, until[half_second:], strict=False)]
    quietest = sums.index(min(sums)) + half_second // 2 if sums else len(loud)
    return begin + min(quietest * frame, len(tail)) * 2


def _pieces(container: Any, stream: Any, damage: list[str]) -> Iterator[bytes]:
    """Samples of about a second each; `damage` is filled where a packet after the first fails."""
    resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE)
    # A second at a time through the resampler: a frame at a time costs twice as much.
    second = av.AudioFifo()
    begun = False

    def resample(frame: Any) -> bytes:
        parts = resampler.resample(frame)
        return b"".join(memoryview(made.planes[0])[: made.samples * 2] for made in parts)

    try:
        for packet in container.demux(stream):
            try:
                frames = packet.decode()
            except av.InvalidDataError:
                if begun:
                    damage.append("a packet")
                continue
            for frame in frames:
                _check(frame)
                frame.pts = None
                second.write(frame)
                begun = True
                if second.samples >= frame.sample_rate:
                    yield resample(second.read())
    except (av.FFmpegError, ValueError, Unreadable):
        # The container breaks off, or its sound changes its form half-way (a ValueError).
        damage.append("the rest")
    if second.samples:
        yield resample(second.read())
    yield resample(None)


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
    list(stretches(silence + b"data\xff\xff\xff\xff" + bytes(1600), 1, 1))
    with suppress(av.FFmpegError):
        list(stretches(b"no recording", 1, 1))
