"""Reading by the system's Tesseract: with a program of ours in its place, and with itself."""

import asyncio
import os
import time
from pathlib import Path

import pytest

from core.errors import IntegrationError, Rejected, Unavailable
from core.integrations.vision import tesseract
from core.integrations.vision.tesseract import Tesseract
from tests.pictures import saved, written

pytest.importorskip("PIL", reason="Pillow is not installed")
pytest.importorskip("cv2", reason="opencv-python-headless is not installed")

TABLE = """level\tpage\tblock\tpar\tline\tword\tleft\ttop\twidth\theight\tconf\ttext
1\t1\t0\t0\t0\t0\t0\t0\t900\t180\t-1\t
5\t1\t1\t1\t1\t1\t43\t46\t126\t20\t90\tНапомни
5\t1\t1\t1\t1\t2\t182\t51\t54\t15\t80\tмне
5\t1\t1\t1\t2\t1\t43\t96\t126\t20\t90\tзавтра
5\t1\t1\t1\t2\t2\t43\t96\t126\t20\t90\t 
"""  # noqa: W291  # a word of blanks
PICTURE_BYTES = 40 * 24 * 3


@pytest.fixture
def program(tmp_path: Path):
    """Makes a `tesseract` that does as the shell lines say."""

    def make(lines: str, languages: str = "rus eng") -> str:
        path = tmp_path / "tesseract"
        listed = " ".join(f"'{one}'" for one in ["List of languages:", *languages.split()])
        path.write_text(
            f'#!/bin/sh\nif [ "$1" = --list-langs ]; then printf "%s\\n" {listed}; exit; fi\n'
            f'cat > {tmp_path}/picture; env > {tmp_path}/env; echo "$@" > {tmp_path}/words\n'
            f"{lines}\n"
        )
        path.chmod(0o755)
        tesseract._languages.cache_clear()
        return str(path)

    yield make
    tesseract._languages.cache_clear()


def picture() -> bytes:
    return saved(written(" ", size=1)[:24, :40])


def reader(program: str, seconds: float = 10.0) -> Tesseract:
    return Tesseract(program, frozenset({"rus", "eng"}), seconds=seconds)


async def test_its_table_becomes_lines_and_a_confidence(program, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN_MENTOR", "1:made-up")
    (tmp_path / "table").write_text(TABLE, encoding="utf-8")
    vision = reader(program(f"cat {tmp_path}/table"))
    sight = await vision.see([picture(), picture()], language="ru")
    await vision.close()

    assert sight.text == "Напомни мне\nзавтра\n\nНапомни мне\nзавтра"
    assert sight.confidence == pytest.approx((11 * 0.85 + 6 * 0.9) / 17)
    assert (tmp_path / "picture").read_bytes()[:13] == b"P6 40 24 255\n"
    assert (tmp_path / "picture").stat().st_size == 13 + PICTURE_BYTES
    assert (tmp_path / "words").read_text().split() == ["stdin", "stdout", "-l", "rus+eng", "tsv"]
    assert "made-up" not in (tmp_path / "env").read_text()


async def test_it_is_killed_at_its_deadline_and_when_nobody_waits(program, tmp_path) -> None:
    vision = reader(program(f"echo $$ > {tmp_path}/pid; exec sleep 60"), seconds=0.3)
    started = time.monotonic()
    with pytest.raises(IntegrationError):
        await vision.see([picture()])
    assert time.monotonic() - started < 5
    assert is_gone(int((tmp_path / "pid").read_text()))

    patient = reader(vision._program)
    (tmp_path / "pid").unlink()
    waiting = asyncio.create_task(patient.see([picture()]))
    while not ((tmp_path / "pid").exists() and (tmp_path / "pid").read_text()):
        await asyncio.sleep(0.01)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert is_gone(int((tmp_path / "pid").read_text()))
    await vision.close()
    await patient.close()


async def test_its_failures_are_ours(program, tmp_path) -> None:
    vision = reader(program("exit 1"))
    with pytest.raises(Rejected):
        await vision.see([picture()])
    absent = reader(str(tmp_path / "absent"))
    with pytest.raises(Unavailable):
        await absent.see([picture()])
    await vision.close()
    await absent.close()


async def test_nonsense_in_its_table_is_no_text(program) -> None:
    vision = reader(program("printf 'level\\n5\\t1\\n\\377\\376\\n'"))
    assert (await vision.see([picture()])).text == ""
    await vision.close()


@pytest.mark.parametrize(
    ("language", "known", "wanted"),
    [
        ("ru", "rus eng", "rus+eng"),
        ("en", "rus eng", "eng"),
        ("de", "rus eng", "eng"),
        (None, "rus eng deu fra", "eng+deu+rus"),
        ("en", "rus", "rus"),
    ],
)
def test_it_reads_what_is_spoken_and_english(language, known, wanted) -> None:
    assert Tesseract("tesseract", frozenset(known.split()))._wanted(language) == wanted


def test_doctor_is_told_the_remedy(program, tmp_path) -> None:
    nowhere = tesseract.probe({"PATH": str(tmp_path / "nothing")}, tmp_path)
    assert nowhere.state == "off"
    assert nowhere.needs == ("apt install tesseract-ocr tesseract-ocr-rus",)
    program("exit 0", languages="eng osd")
    assert tesseract.probe({"PATH": str(tmp_path)}, tmp_path).state == "off"
    program("exit 0", languages="eng rus")
    there = tesseract.probe({"PATH": str(tmp_path)}, tmp_path)
    assert (there.state, there.needs) == ("on", ())


async def test_the_real_one_reads_russian(tmp_path) -> None:
    if tesseract.probe(os.environ, tmp_path).state != "on":
        pytest.skip("tesseract-ocr with tesseract-ocr-rus is not installed")
    vision = tesseract.create(os.environ, tmp_path)
    sentence = "Напомни мне завтра в 9 повторить третью главу"
    assert (await vision.see([saved(written(sentence))], language="ru")).text == sentence
    await vision.close()


def is_gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False
