"""The clock calls each person at their own wall time: once, also over gaps and removals."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from core.bootstrap import build
from tests.core import clockwork
from tests.core.clockwork import bells
from tests.dialog import Dialog


class Tower(Dialog):
    """The dialog of a house that has nothing but bells."""

    async def start(self) -> None:
        room: Any = SimpleNamespace(create=lambda environ, home: self.channel)
        settings = {"VIVA_HOME": str(self.home), **self.settings}
        clock: Any = {"now": self.clock.now, "sleep": self.clock.sleep}
        self.app = build(settings, clockwork, [room], **clock)
        await self.app.start()


@pytest.fixture
async def tower(tmp_path: Path) -> AsyncIterator[Tower]:
    """On Wednesday 18 November 2026, 10:00 UTC."""
    bells.RUNG.clear()
    tower = Tower(tmp_path)
    await tower.start()
    yield tower
    await tower.app.stop()


def rung(what: str) -> list[str]:
    return [at for _, name, at in bells.RUNG if name == what]


async def test_each_is_called_at_their_own_time(tower: Tower) -> None:
    await tower.speaker("anna", zone="Europe/London").say("hello")
    await tower.speaker("kenji", zone="Asia/Tokyo").say("hello")
    assert await tower.wait(days=12) == ["Ding"] * 4
    assert rung("evening") == ["Sun 22 18:00"] * 2 + ["Sun 29 18:00"] * 2
    assert len(rung("night")) == 24


async def test_what_was_missed_comes_as_one(tower: Tower) -> None:
    await tower.speaker("anna").say("hello")
    assert await tower.sleep_through(days=30) == ["Ding"]
    assert len(rung("evening")) == len(rung("night")) == 1
    assert await tower.wait(days=7) == ["Ding"]


@pytest.mark.parametrize(
    ("start", "zone", "shown"),
    [
        # In spring there is no 02:30: the first instant behind the gap.
        (datetime(2027, 3, 27, 12, tzinfo=UTC), "Europe/Berlin", ["Sun 28 03:00", "Mon 29 02:30"]),
        # In autumn there are two: the first of them.
        (datetime(2026, 10, 24, 12, tzinfo=UTC), "Europe/Berlin", ["Sun 25 02:30", "Mon 26 02:30"]),
    ],
)
async def test_the_clocks_change(
    tower: Tower, start: datetime, zone: str, shown: list[str]
) -> None:
    tower.clock.leap(start)
    await tower.speaker("anna", zone=zone).say("hello")
    await tower.wait(days=2)
    assert rung("night")[:2] == shown
    assert len(rung("night")) == 2


async def test_people_from_before_the_skill_was_are_called_too(tower: Tower) -> None:
    await tower.speaker("anna").say("hello")
    await tower.app.house.database.write(lambda connection: connection.execute("DELETE FROM job"))
    assert await tower.wait(days=7) == []
    assert await tower.sleep_through(minutes=1) == []
    assert await tower.wait(days=7) == ["Ding"]
