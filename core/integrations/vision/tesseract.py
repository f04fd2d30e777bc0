"""Text in pictures by the system's Tesseract, which reads Russian; each picture a process."""

import asyncio
import os
import shutil
import subprocess
import unicodedata
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from core.errors import IntegrationError, Rejected, Unavailable
from core.integrations._images import Opener, Picture
from core.ports.probe import Probe
from core.ports.transcriber import Progress, silent
from core.ports.vision import Sight

NAME = "tesseract"
LOCAL = True
LANGUAGES = ("en", "es", "de", "ru")
DATA = {"en": "eng", "es": "spa", "de": "deu", "ru": "rus"}
"""Our languages as the data files are named."""
REMEDY = "apt install tesseract-ocr tesseract-ocr-rus"
SECONDS = 60.0
"""For one picture."""
PASSED_ON = ("LD_LIBRARY_PATH", "TESSDATA_PREFIX")
WORD = "5"
"""The level of a word in the table."""


def create(environ: Mapping[str, str], cache: Path) -> "Tesseract":
    """The provider; nothing is started yet."""
    program = _program(environ)
    return Tesseract(program or NAME, _languages(program))


def probe(environ: Mapping[str, str], cache: Path) -> Probe:
    """Whether it is there, with Russian: for the rest there are others."""
    program = _program(environ)
    known = _languages(program)
    if DATA["ru"] not in known:
        return Probe(NAME, "vision", "off", (REMEDY,), "reads Russian in pictures")
    ours = [code for code in DATA.values() if code in known]
    return Probe(NAME, "vision", "on", (), f"{program} reads {', '.join(ours)}")


def _program(environ: Mapping[str, str]) -> str | None:
    return shutil.which(NAME, path=environ.get("PATH"))


@lru_cache
def _languages(program: str | None) -> frozenset[str]:
    """The data it has, by its own word; empty where it is not there."""
    if program is None:
        return frozenset()
    try:
        told = subprocess.run(  # noqa: S603  # the program that the system calls so
            [program, "--list-langs"],
            check=True, capture_output=True, text=True, timeout=5, env=_environ(),
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return frozenset()
    return frozenset(told.stdout.split())


def _environ() -> dict[str, str]:
    """No secret of ours; and one thread, since the machine has other work."""
    kept = {key: os.environ[key] for key in PASSED_ON if key in os.environ}
    return {"PATH": os.defpath, "OMP_THREAD_LIMIT": "1", **kept}


class Tesseract:
    """A Vision that only reads. What it is given are pixels: no picture is opened by it."""

    name = NAME
    at_once = 1
    looks = False

    def __init__(
        self,
        program: str,
        known: frozenset[str],
        opener: Opener | None = None,
        seconds: float = SECONDS,
    ) -> None:
        self._program = program
        self._known = known
        self._opener = opener or Opener()
        self._seconds = seconds
        self._turn = asyncio.Lock()

    async def see(
        self,
        images: Sequence[bytes],
        *,
        question: str | None = None,
        language: str | None = None,
        progress: Progress = silent,
    ) -> Sight:
        """As the port says. One picture at a time is read."""
        pictures = [await self._opener.open(image) for image in images]
        pages: list[list[tuple[str, float]]] = []
        async with self._turn:
            for number, picture in enumerate(pictures):
                progress("reading", number / len(pictures))
                pages.append(_lines(await self._read(picture, self._wanted(language))))
        lines = [line for page in pages for line in page]
        letters = sum(len(text) for text, _ in lines)
        certain = sum(len(text) * confidence for text, confidence in lines)
        text = "\n\n".join("\n".join(text for text, _ in page) for page in pages if page)
        return Sight(text, confidence=certain / letters if letters else 0.0)

    async def close(self) -> None:
        """Ends the worker that opens pictures."""
        await self._opener.close()

    def _wanted(self, language: str | None) -> str:
        """The person's language and English, or everything we speak: each costs its time."""
        wanted = [DATA[language], DATA["en"]] if language in DATA else list(DATA.values())
        return "+".join(code for code in dict.fromkeys(wanted) if code in self._known) or "rus"

    async def _read(self, picture: Picture, languages: str) -> str:
        pixels = b"P6 %d %d 255\n" % (picture.width, picture.height) + picture.rgb
        try:
            process = await asyncio.create_subprocess_exec(
                self._program, "stdin", "stdout", "-l", languages, "tsv",
                stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=_environ(),
            )  # fmt: skip
        except OSError as error:
            raise Unavailable(NAME, "the program does not start") from error
        try:
            async with asyncio.timeout(self._seconds):
                table, _ = await process.communicate(pixels)
        except TimeoutError as error:
            raise IntegrationError(NAME, "it would not end") from error
        finally:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()
        if process.returncode != 0:
            raise Rejected(NAME, f"exit code {process.returncode}")
        return table.decode("utf-8", "replace")


def _lines(table: str) -> list[tuple[str, float]]:
    """The words of the table as lines, each with its confidence, 0-1."""
    cells = [row.split("\t") for row in table.splitlines()]
    words = [row for row in cells if len(row) == 12 and row[0] == WORD and row[11].strip()]
    found = []
    for _, line in groupby(words, key=lambda row: row[1:5]):
        row = list(line)
        text = unicodedata.normalize("NFC", " ".join(word[11] for word in row))
        found.append((text, sum(float(word[10]) for word in row) / len(row) / 100))
    return found
