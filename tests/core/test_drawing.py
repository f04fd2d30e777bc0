"""Drawn on this machine: charts that show their numbers, certificates that can be read and kept."""

import asyncio
import io
import json
import logging
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from core.bootstrap.providers import Providers
from core.errors import IntegrationError
from core.integrations.drawing import matplotlib as drawing
from core.model import Certificate, Chart, Series
from core.settings import Settings

pytest.importorskip("matplotlib", reason="matplotlib is not installed")
Picture: Any = pytest.importorskip("PIL.Image", reason="Pillow is not installed")

ROOT = Path(__file__).parents[2]
LIGHT, DARK = (255, 255, 255), (23, 33, 43)
BLUE, ORANGE = (43, 115, 200), (200, 101, 12)
PALE_BLUE, PALE_ORANGE = (98, 173, 245), (244, 169, 92)
WEEK = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")
ANSWERS = Series("Antworten", (10, 20, 0, 40, None, 30, None))
RIGHT = Series("Richtige Antworten", (50, 75, None, 80, None, 90, None), "line", "%")


@pytest.fixture
async def drawer(tmp_path_factory):
    made = drawing.create({}, tmp_path_factory.getbasetemp() / "drawn")
    yield made
    await made.close()


def opened(png: bytes) -> Any:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    return Picture.open(io.BytesIO(png)).convert("RGB")


def columns(picture: Any, colour: tuple[int, int, int], low: int, high: int) -> list[range]:
    """Where, between two heights, a colour stands, as runs of columns wide enough for a bar."""
    pixels, found, begun = picture.load(), [], None
    for x in range(picture.width + 1):
        here = x < picture.width and any(pixels[x, y] == colour for y in range(low, high))
        if here and begun is None:
            begun = x
        elif not here and begun is not None:
            if x - begun > 40:
                found.append(range(begun, x))
            begun = None
    return found


def heights(picture: Any, colour: tuple[int, int, int], bars: list[range]) -> list[int]:
    pixels = picture.load()
    middles = [(bar.start + bar.stop) // 2 for bar in bars]
    return [sum(pixels[x, y] == colour for y in range(picture.height)) for x in middles]


@pytest.mark.parametrize(
    ("dark", "ground", "first", "second"),
    [(False, LIGHT, BLUE, ORANGE), (True, DARK, PALE_BLUE, PALE_ORANGE)],
)
async def test_bars_are_as_high_as_their_numbers(drawer, dark, ground, first, second):
    picture = opened(await drawer.chart(Chart("Woche", WEEK, [ANSWERS]), dark=dark))
    assert picture.size == (1000, 600)
    assert picture.getpixel((2, 2)) == ground
    bars = columns(picture, first, 200, 515)
    found = heights(picture, first, bars)
    assert len(found) == 4
    assert [round(one / found[2], 2) for one in found] == [0.25, 0.5, 1.0, 0.75]
    two = opened(await drawer.chart(Chart("Woche", WEEK, [ANSWERS, RIGHT]), dark=dark))
    colours = {colour for _, colour in two.getcolors(1 << 20)}
    assert {ground, first, second} <= colours


async def test_the_numbers_and_labels_can_be_read(drawer):
    reader: Any = pytest.importorskip("rapidocr_onnxruntime").RapidOCR()
    chart = Chart("This week", WEEK, [ANSWERS, RIGHT], note="5 days in a row", goal=25)
    for dark in (False, True):
        found, _ = reader(await drawer.chart(chart, dark=dark))
        said = " ".join(text for _, text, _ in found).replace(" ", "")
        for wanted in ("Thisweek", "Antworten", "10", "20", "40", "30", "25", "75%", "80%", "90%"):
            assert wanted in said, f"{wanted} not in {said}"


@pytest.mark.parametrize(
    "chart",
    [
        Chart("", (), ()),
        Chart("Nothing", (), (), note="Not yet"),
        Chart("None", WEEK, [Series("Answers", [None] * 7), Series("Right", [None] * 7, "line")]),
        Chart("Zero", WEEK, [Series("Answers", [0] * 7)], goal=0),
        Chart("One", ["Mon"], [Series("Answers", [12.5])], goal=20),
        Chart("Endless", ["a", "b"], [Series("Odd", [float("nan"), float("inf")], unit="%")]),
        Chart("Big", ["a", "b"], [Series("Big", [1234567, 0.04])]),
        Chart("Below", ["a", "b"], [Series("Change", [-3, 4])]),
        Chart("🔥 $x_1$ \\frac{1}{2} $", ["$a$", "🎉\n\t漢字"], [Series("$", [1, 2], unit="$")]),
        Chart("Long " * 60, ["Überraschung " * 9] * 3, [Series("x" * 200, [1, 2, 3])], "n " * 300),
        Chart("Many", [f"{one} Okt" for one in range(60)], [Series("A", range(60))], goal=30),
        Chart("Years", [str(one) for one in range(400)], [Series("A", range(400))]),
        Chart("Темы", ["Организация производства " * 3, "Слова"],
              [Series("Верные ответы", [92, None], unit="%"), Series("Ответы", [None, 8])],
              sideways=True, goal=50),
        Chart("Lying", [], [], sideways=True),
    ],
)  # fmt: skip
async def test_anything_can_be_drawn_without_a_warning(drawer, chart, caplog):
    caplog.set_level(logging.WARNING)
    for dark in (False, True):
        picture = opened(await drawer.chart(chart, dark=dark))
        assert picture.size == (1000, 600)
    assert caplog.records == []


async def test_many_lying_bars_make_the_picture_higher(drawer):
    labels = [f"Topic {number}" for number in range(20)]
    chart = Chart("Topics", labels, [Series("Right", range(20), unit="%")], sideways=True)
    width, height = opened(await drawer.chart(chart)).size
    assert width == 1000
    assert 1200 < height < 2000


async def test_a_dollar_and_an_emoji_change_nothing_else(drawer):
    plain = await drawer.chart(Chart("a b", ["x"], [Series("s", [1])]))
    assert await drawer.chart(Chart("a 🔥 b", ["x"], [Series("s", [1])])) == plain
    assert await drawer.chart(Chart("a $b$", ["x"], [Series("s", [1])])) != plain


async def test_pictures_wait_for_each_other_and_come_out_equal(drawer):
    chart = Chart("Woche", WEEK, [ANSWERS, RIGHT])
    found = await asyncio.gather(*(drawer.chart(chart, dark=one % 2 == 1) for one in range(8)))
    assert len(set(found)) == 2


async def test_what_is_wrong_is_an_error_of_ours(drawer):
    wrong: Any = Chart("Wrong", ["a"], [Series("s", ["ten"])])  # type: ignore[list-item]
    with pytest.raises(IntegrationError):
        await drawer.chart(wrong)
    assert await drawer.chart(Chart("Right", ["a"], [Series("s", [10])]))


CERTIFICATES = {
    "en": Certificate(
        "Certificate of Completion", "Anna Schmidt", "has completed the course",
        "Cell Biology", "18 November 2026", "vivavoce",
    ),
    "es": Certificate(
        "Certificado de finalización", "Íñigo Núñez", "ha completado el curso",
        "Español: ¿qué me cuentas?", "18 de noviembre de 2026", "",
    ),
    "de": Certificate(
        "Teilnahmebescheinigung",
        "Dr. Karl-Friedrich Maximilian Freiherr von und zu Wörtersee-Überlingen",
        "hat alle Lektionen des folgenden Kurses abgeschlossen",
        "Grundlagen der Rechtsschutzversicherung und ihre Geschichte zwischen Flensburg und Gera",
        "18. November 2026", "Volkshochschule Überlingen am Bodensee",
    ),
    "ru": Certificate(
        "Сертификат об окончании курса", "Екатерина Александровна Преображенская",
        "успешно прошла все уроки курса", "Организация производства и управление",
        "18 ноября 2026 г.", "Школа «Живой голос»",
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", CERTIFICATES)
async def test_a_certificate_is_one_page_whose_words_can_be_selected(drawer, language):
    pdfium: Any = pytest.importorskip("pypdfium2")
    wanted = CERTIFICATES[language]
    made = await drawer.certificate(wanted)
    assert made.startswith(b"%PDF-")
    document = pdfium.PdfDocument(made)
    assert len(document) == 1
    assert [round(one) for one in document[0].get_size()] == [842, 595]
    said = " ".join(document[0].get_textpage().get_text_range().split())
    for field in ("heading", "name", "body", "course", "date", "footer"):
        assert getattr(wanted, field) in said
    assert document.get_metadata_value("Title") == wanted.heading
    page = document[0].render(scale=1).to_pil().convert("L")
    box = page.point(lambda one: 255 * (one < 200)).getbbox()
    assert box[0] > 15  # nothing runs over the edge
    assert box[2] < 827
    document.close()


async def test_an_endless_certificate_stays_on_its_page(drawer):
    pdfium: Any = pytest.importorskip("pypdfium2")
    made = await drawer.certificate(Certificate(*["wörter " * 80] * 6))
    document = pdfium.PdfDocument(made)
    assert len(document) == 1
    document.close()


def test_it_keeps_its_files_in_the_cache_and_says_nothing(tmp_path):
    script = (
        "import asyncio, json, sys; from pathlib import Path\n"
        "from core.integrations.drawing import matplotlib as m; from core.model import Chart\n"
        "assert 'matplotlib' not in sys.modules\n"
        f"drawer = m.create({{}}, Path({str(tmp_path / 'cache')!r}))\n"
        "made = asyncio.run(drawer.chart(Chart('a', [], [])))\n"
        "print(json.dumps([len(made), 'matplotlib.pyplot' in sys.modules]))\n"
    )
    home = tmp_path / "home"
    home.mkdir()
    keys = {"PATH", "LANG", "LD_LIBRARY_PATH"}
    environ = {key: os.environ[key] for key in keys & os.environ.keys()}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script],
        cwd=ROOT, env={**environ, "HOME": str(home)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    size, pyplot = json.loads(done.stdout)
    assert size > 1000
    assert not pyplot
    assert done.stderr == ""
    assert list(home.iterdir()) == []
    assert list((tmp_path / "cache" / "matplotlib").iterdir())


async def test_it_is_the_drawer_of_a_house_that_says_nothing_else(tmp_path):
    providers = Providers({}, tmp_path, Settings())
    assert providers.faults() == []
    drawer = providers("drawing")
    assert drawer is not None
    assert drawer.name == "matplotlib"
    [found] = providers.probes("drawing")
    assert (found.name, found.state, found.needs) == ("matplotlib", "on", ())
    await providers.close()
