"""Progress: figures, streak, topics, charts and how each is asked for, in four languages."""

import importlib
import re
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

import skills
from tests.dialog import Dialog
from tests.skills import deeds


@pytest_asyncio.fixture
async def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Dialog]:
    """A dialog in a house where one can also say that something was done."""
    monkeypatch.setitem(sys.modules, "skills.deeds", deeds)
    dialog = Dialog(tmp_path)
    await dialog.start()
    yield dialog
    await dialog.app.stop()
