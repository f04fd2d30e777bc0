"""Speech to text on this machine: Whisper by faster-whisper, with weights that need no hub."""

import asyncio
import os
import re
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from importlib.util import find_spec
from math import exp
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.errors import ConfigError, Rejected, Unavailable
from core.integrations import _hearing
from core.integrations._decode import RATE, Decoder
from core.integrations._hearing import Asked, Part
from core.integrations._relay import relay
from core.integrations._speakers import Speakers
from core.integrations._spoken import Span, sound, spoken
from core.integrations._translated import translated
from core.integrations._weights import Weights, is_unpacked, missing, unpack
from core.integrations._whisper_weights import BASE, TINY_EN
from core.ports.probe import Probe
from core.ports.transcriber import (
    Heard,
    Keep,
    Progress,
    Segment,
    Transcript,
    Word,
    anew,
    silent,
    unheard,
)
from core.settings import load, setting

if TYPE_CHECKING:
    from faster_whisper import WhisperModel

NAME = "faster-whisper"
LOCAL = True
LANGUAGES = ("en", "es", "de", "ru")
"""Of these the likeliest is taken where nobody says what is spoken."""
SIZES = re.compile(
    r"(tiny|base|small|medium)(\.en)?|large(-v[123])?|(large-v3-)?turbo"
    r"|distil-(small\.en|medium\.en|large-v[23])"
)
REPEATING = 2.4
"""Compression ratio from which a text is one phrase over and over, however sure Whisper is."""
NEEDED = ("model.bin", "config.json", "tokenizer.json")
"""Without its own tokenizer.json the engine would ask the hub for one."""


PACKAGED = {"base": BASE, "tiny.en": TINY_EN}
Source = Weights | Path | str
"""Packaged weights, a folder, or a size that the hub has."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Which model; the packaged multilingual base where nothing is said."""

    model: str | None = setting(
        "VIVA_STT_FASTER_WHISPER_MODEL",
        None,
        "Give the folder of a CTranslate2 model, or a Whisper size such as small.",
    )


def create(environ: Mapping[str, str], cache: Path) -> "FasterWhisper":
    """The transcriber; nothing is loaded yet. Raises `ConfigError` for a model that is none."""
    return FasterWhisper(_source(load(Settings, environ)), cache)


def probe(environ: Mapping[str, str], cache: Path) -> Probe:
    """Whether it would work; imports and loads nothing."""
    libraries = {"faster_whisper": NAME, "av": "av"}
    needs = tuple(name for module, name in libraries.items() if find_spec(module) is None)
    try:
        source = _source(load(Settings, environ))
    except ConfigError as error:
        return Probe(NAME, "stt", "broken", needs, str(error))
    if isinstance(source, Weights):
        if not is_unpacked(source, cache):
            needs += missing(source)
        detail = f"{source.name}, packaged"
    else:
        detail = str(source)
        if isinstance(source, str):
            detail += ", fetched from the hub by its first use"
    return Probe(NAME, "stt", "off" if needs else "on", needs, detail)


def _source(settings: Settings) -> Source:
    if settings.model is None:
        return BASE
    packaged = PACKAGED.get(settings.model)
    if packaged and not missing(packaged):
        return packaged
    if SIZES.fullmatch(settings.model):
        return settings.model
    folder = Path(settings.model).expanduser()
    if lacking := [name for name in NEEDED if not (folder / name).is_file()]:
        raise ConfigError(
            [f"VIVA_STT_FASTER_WHISPER_MODEL: {folder} holds no {', '.join(lacking)}."]
        )
    return folder


class FasterWhisper:
    """A Transcriber: one model, one thread for it, one process that decodes."""

    name = NAME
    at_once = 1

    def __init__(self, source: Source, cache: Path, decoder: Decoder | None = None) -> None:
        self.model = source if isinstance(source, str) else source.name
        self._source = source
        self._cache = cache
        self._decoder = decoder or Decoder()
        self._speakers = Speakers(cache)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix=NAME)
        self._model: WhisperModel | None = None
        self._closed = threading.Event()

    async def transcribe(
        self,
        recording: bytes,
        *,
        language: str | None = None,
        hotwords: str | None = None,
        hurried: bool = True,
        words: bool = False,
        speakers: bool = False,
        progress: Progress = silent,
        keep: Keep = anew,
        heard: Heard = unheard,
    ) -> Transcript:
        """As the port says; `language` may be any IETF tag. The thread takes one at a time."""
        asked = Asked(language, hotwords, hurried, words, speakers)
        left = threading.Event()
        try:
            with translated(NAME):
                if self._model is None:
                    # While the recording is decoded; what goes wrong here is told by `_listen`.
                    self._thread.submit(self._load, relay(progress, left))
            return await _hearing.hear(
                self._decoder, self._speakers, recording, asked, self._part,
                progress=progress, keep=keep, heard=heard,
            )  # fmt: skip
        finally:
            left.set()

    async def warm(self) -> None:
        """Loads the model and starts the decoder before anybody waits for them."""
        with translated(NAME):
            self._decoder.warm()
            await asyncio.wrap_future(self._submit(self._load, silent))

    async def close(self) -> None:
        """Ends decoder and model; what is being transcribed stops at its next segment."""
        self._closed.set()
        self._thread.shutdown(wait=False, cancel_futures=True)
        self._model = None
        await self._decoder.close()

    def _submit(self, call: Callable[..., Any], *args: Any) -> Future[Any]:
        return self._thread.submit(call, *args)

    def _load(self, tell: Progress) -> "WhisperModel":
        """On the thread only, so that one model is loaded and never two."""
        if self._model is None:
            tell("loading", None)
            self._model = _load(self._source, self._cache, tell)
        return self._model

    async def _part(self, part: Part) -> Transcript:
        left = threading.Event()
        call = (part, relay(part.progress, left), relay(part.heard, left), left)
        try:
            with translated(NAME):
                made: Transcript = await asyncio.wrap_future(self._submit(self._listen, *call))
            return made
        finally:
            left.set()

    def _listen(
        self, part: Part, tell: Progress, heard: Heard, left: threading.Event
    ) -> Transcript:
        _before_import(hub=isinstance(self._source, str))
        stretch, asked = part.stretch, part.asked
        whole = sound(stretch.samples)
        spans = spoken(whole)
        nothing = Transcript("", None, 0.0, stretch.seconds, stretch.cut_short)
        if not spans:  # of silence Whisper makes "You", or a web address
            return nothing
        model = self._load(tell)
        tell("transcribing", 0.0)
        speech = _joined(whole, spans)
        spoken_in = _language(model, asked.language, speech)
        made, _ = model.transcribe(
            speech,
            language=spoken_in,
            beam_size=1 if asked.hurried else 5,
            temperature=0.0,
            condition_on_previous_text=False,
            hotwords=asked.hotwords,
            word_timestamps=asked.words,
        )
        segments: list[Any] = []
        told: list[Segment] = []
        for segment in _in_time(made, spans):
            if left.is_set() or self._closed.is_set():
                raise Unavailable(NAME, "closed in the middle")  # a part must not pass for all
            tell("transcribing", min(float(segment.end) / stretch.seconds, 1.0))
            # Nobody says an hour again for a minute in circles; of a note nothing is left out.
            if segment.text.strip() and (part.alone or not _is_circling(segment)):
                segments.append(segment)
                told.append(_segment(segment, stretch.start))
                heard(told[-1])
        if not told:
            return nothing
        return Transcript(
            text=" ".join(one.text for one in told),
            language=spoken_in,
            confidence=_confidence(segments),
            seconds=stretch.seconds,
            cut_short=stretch.cut_short,
            segments=tuple(told),
        )


def _joined(whole: Any, spans: Sequence[Span]) -> Any:
    """The stretches where somebody speaks, one after the other."""
    import numpy as np

    return np.concatenate([whole[start:end] for start, end in spans])


def _in_time(segments: Iterable[Any], spans: Sequence[Span]) -> Iterable[Any]:
    """With the times that they have where there is silence between the spans."""
    from faster_whisper.transcribe import restore_speech_timestamps

    cut = [{"start": start, "end": end} for start, end in spans]
    timed: Iterable[Any] = restore_speech_timestamps(segments, cut, RATE)
    return timed


def _segment(made: Any, start: float) -> Segment:
    words = tuple(
        Word(one.word.strip(), *map(float, (start + one.start, start + one.end, one.probability)))
        for one in made.words or ()
        if one.word.strip()
    )
    times = float(start + made.start), float(start + made.end)  # numpy's are no JSON
    return Segment(made.text.strip(), *times, words)


def _is_circling(segment: Any) -> bool:
    return bool(segment.compression_ratio > REPEATING)


def _confidence(segments: Sequence[Any]) -> float:
    """The mean probability of a word piece, 0 where Whisper has run in circles."""
    if any(_is_circling(segment) for segment in segments):
        return 0.0
    lengths = [max(segment.end - segment.start, 0.01) for segment in segments]
    weighed = sum(one.avg_logprob * seconds for one, seconds in zip(segments, lengths, strict=True))
    return min(exp(weighed / sum(lengths)), 1.0)


def _language(model: "WhisperModel", hint: str | None, speech: Any) -> str:
    """The hint where the model knows it, else the likeliest of our four."""
    known = model.supported_languages
    if known == ["en"]:
        return "en"
    tag = _hearing.tag(hint)
    if tag in known:
        return tag
    _, _, likely = model.detect_language(speech)
    best: str = max((share, tag) for tag, share in likely if tag in LANGUAGES)[1]
    return best


def _load(source: Source, cache: Path, tell: Progress) -> "WhisperModel":
    _before_import(hub=isinstance(source, str))
    from faster_whisper import WhisperModel

    if isinstance(source, Weights):
        source = unpack(source, cache, lambda share: tell("loading", share))
        tell("loading", None)
    elif isinstance(source, str):
        source = _from_hub(source)
    threads = min(2, os.cpu_count() or 1)
    return WhisperModel(str(source), device="cpu", compute_type="int8", cpu_threads=threads)


def _from_hub(size: str) -> Path:
    from faster_whisper import download_model

    try:
        return Path(download_model(size))
    except ValueError as error:
        raise Rejected(NAME, f"there is no model {size}") from error
    except Exception as error:
        raise Unavailable(NAME, f"the hub does not give {size}") from error


def _before_import(*, hub: bool) -> None:
    """Both libraries read these once, when they are imported."""
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    if not hub:
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
