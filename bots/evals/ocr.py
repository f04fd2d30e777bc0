"""`viva eval ocr`: how many characters each engine reads wrong in pictures of text."""

import io
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bots.commands.progress import Progress
from bots.evals.engines import engine, probes
from bots.evals.score import Score, errors, show, signs
from bots.evals.stt import sentences
from core.errors import IntegrationError, UserError
from core.ports.vision import Vision

FONTS = (
    "DejaVuSans.ttf", "LiberationSans-Regular.ttf", "NotoSans-Regular.ttf", "FreeSans.ttf",
    "Arial.ttf", "arial.ttf", "Arial Unicode.ttf", "segoeui.ttf",
)  # fmt: skip
"""The first that there is; else the one that Pillow brings, which has no Cyrillic."""
LOOKS = ((22, "black", "white"), (36, "black", "white"), (36, "#e8e8e8", "#202428"))
"""Size in pixels, ink and paper."""
CANNOT = {"image-no-russian"}
"""What an engine may say of itself without having failed."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A picture, and what is written in it."""

    language: str
    written: str
    picture: bytes


def sheets(chosen: Mapping[str, Sequence[str]]) -> list[Sheet]:
    """All sentences of a language on one page, in each of the looks."""
    return [
        Sheet(language, "\n".join(lines), _drawn(lines, *look))
        for language, lines in chosen.items()
        for look in LOOKS
        if _can_write(_font(look[0]), "".join(lines))
    ]


def _font(size: int) -> Any:
    from PIL import ImageFont

    for name in FONTS:
        try:
            return ImageFont.truetype(name, size)
        except OSError:
            continue
    return ImageFont.load_default(size)


def _can_write(font: Any, text: str) -> bool:
    """Whether it has those letters: what it lacks is drawn as one and the same box."""
    box = bytes(font.getmask("\uffff"))
    return all(bytes(font.getmask(sign)) != box for sign in set(text) if sign.isalpha())


def _drawn(lines: Sequence[str], size: int, ink: str, paper: str) -> bytes:
    from PIL import Image, ImageDraw

    font = _font(size)
    wide = max(int(font.getlength(line)) for line in lines)
    image = Image.new("RGB", (wide + 4 * size, (len(lines) + 1) * 2 * size), paper)
    pen = ImageDraw.Draw(image)
    for number, line in enumerate(lines):
        pen.text((2 * size, (1 + 2 * number) * size), line, ink, font)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


async def look(eye: Vision, name: str, pages: Sequence[Sheet], progress: Progress) -> list[Score]:
    """One score a language."""
    scores: dict[str, Score] = {}
    for number, sheet in enumerate(pages):
        progress.show(f"{name} {sheet.language}", number / len(pages))
        score = scores.setdefault(sheet.language, Score(name, sheet.language))
        began = time.perf_counter()
        try:
            sight = await eye.see([sheet.picture], language=sheet.language)
        except (UserError, IntegrationError) as error:
            score.refused, score.failed = error.code, error.code not in CANNOT
            if isinstance(error, IntegrationError):
                break  # whoever is away for one is away for all
            continue
        score.seconds += time.perf_counter() - began
        score.total += len(signs(sheet.written))
        score.wrong += errors(signs(sheet.written), signs(sight.text))
    return list(scores.values())


async def ocr(environ: Mapping[str, str], only: str | None, *, as_json: bool) -> int:
    """Prints a table or JSON; the exit code."""
    found = probes(environ, "vision", only)
    pages = sheets(sentences())
    scores: list[Score] = []
    with Progress() as progress:
        for one in found:
            async with engine(environ, "vision", one.name) as eye:
                if eye is not None:
                    scores += await look(eye, one.name, pages, progress)
    off = [one for one in found if one.state != "on"]
    return show(scores, off, "characters", as_json=as_json)
