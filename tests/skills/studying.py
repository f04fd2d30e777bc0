"""A dialog in a house where people can also say what they have studied."""

import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

import skills
from core.model import Certificate, Chart
from tests.dialog import Dialog, Speaker

MADE_UP = Path(__file__).parent / "made_up"


class Sketcher:
    """A Drawer that keeps what it is to draw."""

    name = "sketcher"

    def __init__(self) -> None:
        self.charts: list[tuple[Chart, bool]] = []

    async def chart(self, chart: Chart, *, dark: bool = False) -> bytes:
        self.charts.append((chart, dark))
        return b"a picture"

    async def certificate(self, certificate: Certificate) -> bytes:
        return b"a paper"

    async def close(self) -> None:
        pass


@pytest_asyncio.fixture
async def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Dialog]:
    """On Wednesday 18 November 2026, 10:00 UTC, without anybody who draws."""
    monkeypatch.setattr(skills, "__path__", [*skills.__path__, str(MADE_UP)])
    dialog = Dialog(tmp_path)
    dialog.settings["VIVA_DRAWING"] = "none"
    await dialog.start()
    yield dialog
    await dialog.app.stop()
    sys.modules.pop("skills.deeds", None)


async def did(speaker: Speaker, topic: str, right: int, wrong: int = 0, seconds: int = 30) -> None:
    """So many answers, of so many seconds each."""
    for value, count in ((1, right), (0, wrong)):
        if count:
            assert (
                await speaker.say(f"/deeds do {topic};{value};{seconds};{count}")
            ).text == "done"
