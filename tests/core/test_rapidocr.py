"""Reading pictures with RapidOCR as it is: exact in English, and honest about the rest."""

import os
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from core.errors import UserError
from core.integrations.vision import rapidocr
from core.integrations.vision.rapidocr import RapidOcr, odd_share
from core.understanding.folding import fold
from tests.pictures import ENGLISH, saved, written

pytest.importorskip("rapidocr_onnxruntime", reason="rapidocr-onnxruntime is not installed")
pytest.importorskip("cv2", reason="opencv-python-headless is not installed")
pytest.importorskip("PIL", reason="Pillow is not installed")


@pytest_asyncio.fixture
async def vision() -> AsyncIterator[RapidOcr]:
    made = RapidOcr()
    yield made
    await made.close()


def png(*lines: str, **how: int) -> bytes:
    return saved(written(*lines, **how))


@pytest.mark.parametrize("size", [18, 28, 48])
@pytest.mark.parametrize(("ink", "paper"), [(0, 255), (230, 25)])
async def test_english_is_read_word_for_word(vision, size, ink, paper) -> None:
    sight = await vision.see([png(ENGLISH, size=size, ink=ink, paper=paper)], language="en")
    assert sight.text == ENGLISH
    assert sight.confidence > 0.9
    assert (sight.looked, sight.cut_short) == (False, False)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("es", "Recuérdame mañana a las 9 repasar el capítulo tres"),
        ("de", "Erinnere mich morgen um 9 an die Übung"),
    ],
)
async def test_spanish_and_german_lose_their_accents_only(vision, language, sentence) -> None:
    sight = await vision.see([png(sentence)], language=language)
    assert fold(sight.text) == fold(sentence)


async def test_the_sharp_s_is_known_where_german_is_spoken(vision) -> None:
    picture = png("der heiße Tee ist für den Fußball")
    assert "Fußball" in (await vision.see([picture], language="de")).text
    assert "FuBball" in (await vision.see([picture], language="en")).text


async def test_several_pictures_are_one_text_in_their_order(vision) -> None:
    told: list[tuple[str, float | None]] = []
    sight = await vision.see(
        [png("first page", "second line"), png(" "), png("last page")],
        progress=lambda what, share: told.append((what, share)),
    )
    assert sight.text == "first page\nsecond line\n\nlast page"
    assert told[-1] == ("reading", 1.0)
    assert ("loading", None) in told


async def test_an_empty_picture_has_no_words(vision) -> None:
    sight = await vision.see([png(" ")])
    assert (sight.text, sight.confidence) == ("", 0.0)


async def test_a_line_may_be_as_slim_as_it_likes(vision) -> None:
    """The engine by itself would make of 1920 x 1 a picture of gigabytes."""
    line = written(ENGLISH, size=24, width=900)[34:84]
    assert (await vision.see([saved(line)])).text == ENGLISH
    assert (await vision.see([saved(written(" ", width=1900)[:1])])).text == ""
    assert (await vision.see([saved(written(" ", width=1900)[:1].transpose(1, 0, 2))])).text == ""


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("size", [20, 36])
async def test_cyrillic_is_not_passed_off_as_words(vision, size, language) -> None:
    for sentence in ("Напомни мне завтра в 9 повторить третью главу", "мама мыла раму"):
        with pytest.raises(UserError, match="image-no-russian"):
            await vision.see([png(sentence, size=size)], language=language)


async def test_a_russian_may_show_a_picture_in_english(vision) -> None:
    assert (await vision.see([png(ENGLISH)], language="ru")).text == ENGLISH


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("HanoMHM MHe 3aBTpa B 9 nOBTOpITb", True),
        ("MaMa Mblna paMy", True),
        (ENGLISH, False),
        ("GroBe FuBballspiele und heiBer Tee", False),
        ("My iPhone shows H2O at 9am on the 3rd floor, says YouTube", False),
        ("第三章 今天", False),
        ("", False),
    ],
)
def test_what_misread_cyrillic_looks_like(text: str, odd: bool) -> None:
    assert (odd_share(text) >= rapidocr.ODD) is odd


async def test_more_lines_than_we_take_are_told(vision, monkeypatch) -> None:
    monkeypatch.setattr(rapidocr, "MOST_LINES", 2)
    sight = await vision.see([png("the first", "the second", "the third")])
    assert sight.cut_short
    assert len(sight.text.split("\n")) == 2
    monkeypatch.setattr(rapidocr, "SECONDS", 0.0)
    monkeypatch.setattr(rapidocr, "BATCH", 1)
    sight = await vision.see([png("the first", "the second")])
    assert sight.cut_short
    assert len(sight.text.split("\n")) == 1


async def test_a_bad_picture_among_good_ones_is_told(vision) -> None:
    with pytest.raises(UserError, match="image-unreadable"):
        await vision.see([png("good"), b"bad"])
    assert (await vision.see([png("good")])).text == "good"


def test_nothing_is_written_and_nobody_called(tmp_path: Path) -> None:
    """onnxruntime would report home, and keep an identity in ~/.cache."""
    picture = tmp_path / "picture.png"
    picture.write_bytes(png("hello there"))
    home = tmp_path / "home"
    home.mkdir()
    code = f"""
import asyncio, pathlib, sys
sys.path.insert(0, {str(Path.cwd())!r})
def stay(event, values):
    if event in ("socket.connect", "socket.getaddrinfo"):
        print("REACHED OUT", values)
sys.addaudithook(stay)
from core.integrations.vision.rapidocr import RapidOcr
async def main():
    vision = RapidOcr()
    print((await vision.see([pathlib.Path({str(picture)!r}).read_bytes()])).text)
    await vision.close()
asyncio.run(main())
"""
    environ = {**os.environ, "HOME": str(home)}
    environ.pop("ORT_DISABLE_TELEMETRY", None)
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env=environ
    )
    assert ran.stdout == "hello there\n", ran.stderr
    assert list(home.rglob("*")) == []


def test_doctor_is_told_what_is_there(tmp_path: Path, monkeypatch) -> None:
    there = rapidocr.probe({}, tmp_path)
    assert (there.name, there.capability, there.state) == ("rapidocr", "vision", "on")
    monkeypatch.setattr(rapidocr, "find_spec", lambda name: None if name == "cv2" else object())
    absent = rapidocr.probe({}, tmp_path)
    assert (absent.state, absent.needs) == ("off", ("opencv-python-headless",))
