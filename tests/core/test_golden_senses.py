"""The golden table as pictures and as speech: read and heard by the engines in the house.

What they can carry was measured: so many of sixty in each language. What is missed is an engine's
misreading, and is printed.
"""

import re
from collections.abc import AsyncIterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

import skills
from core.integrations._weights import missing
from core.integrations._whisper_weights import BASE
from core.integrations.stt import faster_whisper
from core.integrations.vision import rapidocr, tesseract
from core.skill import discover
from core.understanding import Understanding
from tests.golden import Meaning, faults, meanings
from tests.pictures import saved, written
from tests.speech import say

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 18, 10)
READ = {"en": 58, "es": 50, "de": 50, "ru": 50}
"""At least so many of sixty pictures are understood like the sentence in them."""
HEARD = {"en": 30, "es": 20, "de": 20}
"""And of recordings by a synthetic voice, which Whisper hears worse than people."""


@cache
def understanding() -> Understanding:
    return Understanding(ROOT / "locales", discover(skills).intents)


def lines(said: str, width: int = 30) -> list[str]:
    """Broken as somebody would write it on paper."""
    return re.findall(rf"\S.{{0,{width}}}(?:(?=\s)|$)", said)


def missed(meaning: Meaning, text: str) -> str | None:
    """Why the text is not understood like the sentence; slots of free words are the engines'."""
    found = understanding().understand(text, meaning.language, NOW)
    timed = {name: value for name, value in meaning.slots.items() if name in ("when", "count")}
    wrong = faults(meaning._replace(slots=timed), found.intent)
    return f"{meaning.said!r} was {text!r}: {'; '.join(wrong)}" if wrong else None


def told(capsys: pytest.CaptureFixture[str], what: str, all_of_them: int, missed: list[str]) -> int:
    with capsys.disabled():
        print(f"\ngolden table, {what}: {all_of_them - len(missed)} of {all_of_them}")
        print(*(f"    {one}" for one in missed), sep="\n")
    return all_of_them - len(missed)


@pytest.mark.parametrize("language", READ)
async def test_image(language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    engine: Any = tesseract if language == "ru" else rapidocr
    if engine.probe({}, tmp_path).state != "on":
        pytest.skip(f"{engine.NAME} cannot read {language} here")
    vision = engine.create({}, tmp_path)
    wrong: list[str] = []
    mine = [one for one in meanings() if one.language == language]
    for meaning in mine:
        picture = saved(written(*lines(meaning.said)))
        sight = await vision.see([picture], language=language)
        wrong += filter(None, [missed(meaning, " ".join(sight.text.split()))])
    await vision.close()
    assert told(capsys, f"{language} as pictures", len(mine), wrong) >= READ[language]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def whisper(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Any]:
    made = faster_whisper.create({}, tmp_path_factory.mktemp("cache"))
    yield made
    await made.close()


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.skipif(bool(missing(BASE)), reason="Whisper's packaged weights are not installed")
@pytest.mark.parametrize("language", HEARD)
async def test_speech(language: str, whisper: Any, capsys: pytest.CaptureFixture[str]) -> None:
    wrong: list[str] = []
    mine = [one for one in meanings() if one.language == language]
    for meaning in mine:
        heard = await whisper.transcribe(say(meaning.said, language), language=language)
        wrong += filter(None, [missed(meaning, heard.text)])
    assert told(capsys, f"{language} as speech", len(mine), wrong) >= HEARD[language]
