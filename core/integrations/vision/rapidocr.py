"""Text in pictures on this machine: RapidOCR, whose weights come with it; Latin letters only."""

import asyncio
import os
import re
import threading
import time
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.errors import UserError
from core.integrations._images import Limits, Opener, Picture
from core.integrations._layout import Line, lay_out
from core.integrations._relay import relay
from core.integrations._translated import translated
from core.ports.probe import Probe
from core.ports.transcriber import Progress, silent
from core.ports.vision import Sight

if TYPE_CHECKING:
    from rapidocr_onnxruntime import RapidOCR

NAME = "rapidocr"
LOCAL = True
LANGUAGES = ("en", "es", "de")
LIBRARIES = {
    "rapidocr_onnxruntime": "rapidocr-onnxruntime",
    "cv2": "opencv-python-headless",
    "PIL": "pillow",
}

LONGEST_SIDE = 1920
"""Pixels; with its margin it is what the engine takes without making it smaller."""
SEARCHED_SIDE = 1280
"""Pixels of the copy in which lines are looked for: at 1920 that takes three times as long and
finds hardly more. They are read in the larger one."""
SMALL = 1000
"""Pixels of the longest side under which a picture can be doubled."""
SMALL_PRINT = 36
"""Height of a usual line's box under which it is: small print loses its spaces, and large print
doubled has its letters read twice."""
MARGIN = 16
UNCLIP = 2.2
"""How far a line's box is widened: under 2 the engine often reads no spaces between words."""
SLIMMEST = 8
"""Of the whole picture, long side by short: a slimmer one would be padded by the engine without
limit, so we do it."""
LONGEST_LINE = 60
"""Width by height; a longer one is squeezed, since its cost grows with the square."""
BATCH = 3
MOST_LINES = 300
SECONDS = 60.0
"""For the pictures of one message; what is not read by then is left out, and that is told."""
LEGIBLE = 0.5
"""Confidence of a line under which it is no text."""

FULL_WIDTH = {sign: sign - 0xFEE0 for sign in range(0xFF01, 0xFF5F)} | {0x3000: " "}
"""The engine was taught with Chinese, and may put a comma as it is written there."""
SHARP_S = re.compile(r"(?<=[a-zäöü])B(?=[a-zäöü]|\b)")
"""In "GroBe": the engine does not know the German letter."""
MIXED = re.compile(r"[a-z][A-Z]|[A-Za-z]\d+[A-Za-z]")
ODD = 0.5
"""Share of letters in odd words from which a text is Cyrillic misread."""
ODD_FOR_RUSSIANS = 0.3
SURE_FOR_RUSSIANS = 0.9
"""Confidence that misread Cyrillic hardly reaches; nor does a blur, so it proves nothing to
others."""


def create(environ: Mapping[str, str], cache: Path) -> "RapidOcr":
    """The provider; nothing is loaded yet."""
    return RapidOcr()


def probe(environ: Mapping[str, str], cache: Path) -> Probe:
    """Whether it would work; imports and loads nothing."""
    needs = tuple(name for module, name in LIBRARIES.items() if find_spec(module) is None)
    detail = "reads Latin letters in pictures, English best; no Russian"
    return Probe(NAME, "vision", "off" if needs else "on", needs, detail)


class RapidOcr:
    """A Vision that only reads: one engine, one thread for it, one process that opens pictures."""

    name = NAME
    at_once = 1
    looks = False

    def __init__(self, opener: Opener | None = None) -> None:
        self._opener = opener or Opener(Limits(longest_side=LONGEST_SIDE))
        self._thread = ThreadPoolExecutor(1, thread_name_prefix=NAME)
        self._engine: RapidOCR | None = None
        self._closed = threading.Event()

    async def see(
        self,
        images: Sequence[bytes],
        *,
        question: str | None = None,
        language: str | None = None,
        progress: Progress = silent,
    ) -> Sight:
        """As the port says. The thread takes one message at a time."""
        left = threading.Event()
        tell = relay(progress, left)
        with translated(NAME):
            if self._engine is None:
                # While the pictures are opened; what goes wrong here is told by `_read`.
                self._thread.submit(self._load, tell)
            pictures = [await self._opener.open(image) for image in images]
            reading = self._thread.submit(self._read, pictures, tell, left)
            try:
                sight = await asyncio.wrap_future(reading)
            finally:
                left.set()
        if _is_misread(sight, language):
            raise UserError("image-no-russian")
        return replace(sight, text=SHARP_S.sub("ß", sight.text)) if language == "de" else sight

    async def close(self) -> None:
        """Ends the worker and the engine; what is being read stops after a few lines."""
        self._closed.set()
        self._thread.shutdown(wait=False, cancel_futures=True)
        self._engine = None
        await self._opener.close()

    def _load(self, tell: Progress) -> "RapidOCR":
        """On the thread only, so that one engine is loaded and never two."""
        if self._engine is None:
            tell("loading", None)
            os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # read once, when it is imported
            from rapidocr_onnxruntime import RapidOCR

            # More threads than free cores wait for each other: half of them are somebody else's.
            threads = max(1, min(4, (os.cpu_count() or 1) // 2))
            self._engine = RapidOCR(
                det_limit_type="max", intra_op_num_threads=threads, inter_op_num_threads=1
            )
        return self._engine

    def _read(self, pictures: Sequence[Picture], tell: Progress, left: threading.Event) -> Sight:
        engine = self._load(tell)
        until = time.monotonic() + SECONDS
        pages: list[str] = []
        certain = letters = 0.0
        cut_short = False
        for number, picture in enumerate(pictures):
            lines: list[Line] = []
            image, boxes = _find(engine, picture)
            for found, done in _recognise(engine, image, boxes):
                for line, confidence in found:
                    lines.append(line)
                    certain += confidence * len(line.text)
                    letters += len(line.text)
                tell("reading", (number + done) / len(pictures))
                if left.is_set() or self._closed.is_set() or time.monotonic() > until:
                    cut_short = cut_short or done < 1.0
                    break
            cut_short = cut_short or len(boxes) > MOST_LINES
            pages.append(lay_out(lines))
        text = "\n\n".join(page for page in pages if page)
        return Sight(text, confidence=certain / letters if letters else 0.0, cut_short=cut_short)


def _find(engine: "RapidOCR", picture: Picture) -> tuple[Any, list[Any]]:
    """The picture as the engine likes it, and the four corners of each line in it."""
    import cv2
    import numpy as np

    size = (picture.height, picture.width, 3)
    image = np.frombuffer(picture.rgb, np.uint8).reshape(size)[:, :, ::-1]
    framed, boxes = _boxes(engine, image)
    if boxes and max(size) < SMALL and sorted(map(_height, boxes))[len(boxes) // 2] < SMALL_PRINT:
        doubled = cv2.resize(image, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC)
        return _boxes(engine, doubled)
    return framed, boxes


def _boxes(engine: "RapidOCR", image: Any) -> tuple[Any, list[Any]]:
    """The image with a margin all around, and its lines."""
    import cv2
    import numpy as np

    height, width = image.shape[:2]
    across = max(MARGIN, (height // SLIMMEST - width) // 2 + 1)
    down = max(MARGIN, (width // SLIMMEST - height) // 2 + 1)
    paper = image[0, 0].tolist()
    image = cv2.copyMakeBorder(image, down, down, across, across, cv2.BORDER_CONSTANT, value=paper)
    share = min(1.0, SEARCHED_SIDE / max(image.shape))
    searched = cv2.resize(image, None, fx=share, fy=share, interpolation=cv2.INTER_AREA)
    boxes, _ = engine(searched, use_cls=False, use_rec=False, unclip_ratio=UNCLIP)
    return image, [np.array(box, np.float32) / np.float32(share) for box in boxes or ()]


def _height(box: Any) -> float:
    across, down = box[1] - box[0], box[3] - box[0]
    return float(min(across @ across, down @ down) ** 0.5)


def _recognise(
    engine: "RapidOCR", image: Any, boxes: Sequence[Any]
) -> Iterator[tuple[list[tuple[Line, float]], float]]:
    """A few lines at a time with their confidence, and the share done; alike lengths together."""
    import cv2

    boxes = boxes[:MOST_LINES]
    crops = engine.get_crop_img_list(image, boxes)
    for at, crop in enumerate(crops):
        height, width = crop.shape[:2]
        if width > LONGEST_LINE * height:
            crops[at] = cv2.resize(crop, (LONGEST_LINE * height, height))
    order = sorted(range(len(crops)), key=lambda at: crops[at].shape[1] / crops[at].shape[0])
    for start in range(0, len(order), BATCH):
        batch = order[start : start + BATCH]
        read, _ = engine.text_rec([crops[at] for at in batch])
        found = [
            (_line(text, boxes[at]), float(confidence))
            for at, (text, confidence) in zip(batch, read, strict=True)
            if confidence >= LEGIBLE and text.strip()
        ]
        yield found, (start + len(batch)) / len(order)


def _line(text: str, box: Any) -> Line:
    (left, top), (right, bottom) = box.min(axis=0).tolist(), box.max(axis=0).tolist()
    words = unicodedata.normalize("NFC", text.translate(FULL_WIDTH).strip())
    return Line(words, left, top, right, bottom)


def _is_misread(sight: Sight, language: str | None) -> bool:
    odd = odd_share(sight.text)
    if language != "ru":
        return odd >= ODD
    return odd >= ODD_FOR_RUSSIANS or (bool(sight.text) and sight.confidence < SURE_FOR_RUSSIANS)


def odd_share(text: str) -> float:
    """How much of a text is in words that nobody writes ("HanoMHM", "3aBTpa"): what Cyrillic is
    misread as, with no less confidence than what is read well."""
    words = re.findall(r"[^\W_]+", SHARP_S.sub("ss", text))
    odd = sum(len(word) for word in words if _is_odd(word))
    return odd / max(1, sum(map(len, words)))


def _is_odd(word: str) -> bool:
    foreign = any(sign > "\u024f" for sign in word)
    latin = any(sign.isalpha() and sign <= "\u024f" for sign in word)
    return bool(MIXED.search(word)) or (foreign and latin)
