"""A stranger's first week in each language: what they are answered, and that it is all true."""

import csv
import io
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml

from core.model import Reply
from core.study import Card
from tests.cards import cards
from tests.dialog import Dialog, Speaker
from tests.skills.studying import Sketcher

WEEKS = Path(__file__).parent / "weeks"
PAUSE = 20
"""Seconds before everything that is said."""
GOES_ON = " …"
WEDNESDAY, THURSDAY, FRIDAY, SATURDAY = "Wednesday", "Thursday", "Friday", "Saturday"
ANSWERED = {WEDNESDAY: 6, THURSDAY: 4, FRIDAY: 10, SATURDAY: 1}
RIGHT = {WEDNESDAY: 2.5, THURSDAY: 4.0, FRIDAY: 10.0, SATURDAY: 0.0}
"""Half for a near miss and for a second try."""
LESSON_SECONDS = 300.0
KEEPING = ("person", "identity", "record", "fact", "session", "job")
"""Tables that have rows of a person."""


@dataclass
class Learner:
    """Somebody who lives through the week that a file tells."""

    dialog: Dialog
    speaker: Speaker
    week: dict[str, Any]

    async def lives(self, day: str) -> list[Reply]:
        """Says everything of that day and compares the answers and their buttons."""
        given = []
        for row in self.week[day]:
            await self.dialog.wait(seconds=PAUSE)
            reply = await self.speaker.say(row["said"])
            compare(row, reply)
            given.append(reply)
        return given

    async def until(self, day: int, hour: int, minute: int = 0) -> list[Reply]:
        """Turns the clock to that local time of November; what was said unasked."""
        now = self.dialog.clock.now().astimezone(ZoneInfo(self.week["zone"]))
        to = now.replace(day=day, hour=hour, minute=minute, second=0)
        before = len(self.dialog.channel.delivered)
        await self.dialog.wait(seconds=(to - now).total_seconds())
        return [one.reply for one in self.dialog.channel.delivered[before:]]

    async def hears(self, part: str, told: list[Reply]) -> None:
        """That is what the file says of what was said unasked."""
        assert len(told) == len(self.week[part])
        for row, reply in zip(self.week[part], told, strict=True):
            compare(row, reply)

    def days(self) -> dict[str, list[tuple[float, float]]]:
        """What was answered on each local weekday, as it was kept: how right, how many seconds."""
        found = defaultdict(list)
        for at, value, seconds in self.dialog.app.house.database.read(
            "SELECT at, value, seconds FROM fact WHERE name = 'quiz.answered' ORDER BY id"
        ):
            local = datetime.fromtimestamp(at, UTC).astimezone(ZoneInfo(self.week["zone"]))
            found[f"{local:%A}"].append((value, seconds))
        return found

    async def cards(self) -> list[Card]:
        return list((await cards(self.dialog)).values())

    async def asked(self) -> list[Card]:
        """Those that have been, in this order."""
        found = [(one.asked, one) for one in await self.cards() if one.asked]
        return [one for _, one in sorted(found, key=lambda pair: pair[0])]


def compare(row: dict[str, Any], reply: Reply) -> None:
    """An answer that is told, and all of its buttons; a row without one is only said."""
    wanted = row.get("answer")
    if wanted is None:
        return
    whole = not wanted.endswith(GOES_ON)
    got = reply.text if whole else f"{reply.text[: len(wanted) - len(GOES_ON)]}{GOES_ON}"
    assert got == wanted, f"said: {row.get('said')}"
    assert [one.label for one in reply.choices] == row.get("buttons", []), row.get("said")


@pytest.fixture(params=["en", "es", "de", "ru"])
async def learner(request, tmp_path):
    """On Wednesday; Germans have the real pictures, the others have theirs sketched."""
    dialog = Dialog(tmp_path)
    if request.param != "de":
        dialog.given["drawing"] = Sketcher()
    await dialog.start()
    week = yaml.safe_load((WEEKS / f"{request.param}.yaml").read_text(encoding="utf-8"))
    yield Learner(dialog, dialog.speaker(language=request.param, zone=None), week)
    await dialog.app.stop()


async def test_the_first_week(learner):
    await learner.lives("wednesday")
    await learner.dialog.sleep_through(hours=20)
    await learner.lives("thursday")
    await who_knew_it_has_longer(learner)
    assert await learner.until(20, 15) == []
    await learner.lives("friday")
    await the_second_time_spreads_them(learner)
    await learner.hears("before_saturday", await learner.until(21, 12))
    await saturday(learner)
    assert await learner.until(22, 17, 59) == []
    summary = await learner.until(22, 18)
    await learner.hears("before_sunday_evening", summary)
    the_figures_are_those_answered(learner, summary[0])
    assert await learner.until(23, 12) == []
    await everything(learner)


def waiting(card: Card) -> timedelta:
    """From when it was asked until it is due."""
    assert card.asked is not None
    return card.due - card.asked


async def who_knew_it_has_longer(learner: Learner) -> None:
    """What was answered Again, Hard and Good comes back in this order, as fsrs has it."""
    waits = [waiting(one) for one in await learner.asked()]
    again, hard, good = (timedelta(seconds=each) for each in (60, 330, 600))
    assert waits == [good, hard, hard, again, hard, again, *[good] * 4]


async def the_second_time_spreads_them(learner: Learner) -> None:
    """All were known on Friday: what was known at once too has days until it comes back."""
    waits: dict[str, list[timedelta]] = {"learning": [], "review": []}
    for one in await learner.asked():
        waits[one.state].append(waiting(one))
    assert waits["learning"] == [timedelta(minutes=10)] * 5  # they have another step to go
    assert len(waits["review"]) == 5
    assert min(waits["review"]) >= timedelta(days=1)


async def saturday(learner: Learner) -> None:
    """What the curator recommends is what is due, and the chart is what was answered."""
    due = [one for one in await learner.cards() if one.due <= learner.dialog.clock.now()]
    advice, first, *_, doing, chart, _ = await learner.lives("saturday")
    assert f" {len(due)} " in advice.text
    known = min((one for one in due if one.state != "new"), key=lambda one: one.due)
    assert first.text.endswith(known.front)
    for reply in (doing, chart):
        the_figures_are_those_answered(learner, reply)


def the_figures_are_those_answered(learner: Learner, reply: Reply) -> None:
    """The words and the picture say what was kept of each day, and that is what was answered."""
    days = learner.days()
    assert {day: len(ones) for day, ones in days.items()} == ANSWERED
    assert {day: sum(value for value, _ in ones) for day, ones in days.items()} == RIGHT
    judged = sum(RIGHT.values()) / sum(ANSWERED.values())
    seconds = LESSON_SECONDS + sum(one for ones in days.values() for _, one in ones)
    told = next(line for line in reply.text.splitlines() if "%" in line)
    assert [int(one.rstrip("%,.")) for one in told.split() if one[0].isdecimal()] == [
        sum(ANSWERED.values()), round(100 * judged), round(seconds / 60)
    ]  # fmt: skip
    assert reply.image is not None
    assert reply.image.alt.startswith(told)
    drawer = learner.dialog.given.get("drawing")
    if drawer is None:
        assert reply.image.data.startswith(b"\x89PNG\r\n")
        assert len(reply.image.data) > 5_000
        return
    drawn, _ = drawer.charts[-1]
    answers, right = drawn.series
    sunday = learner.dialog.clock.now().astimezone(ZoneInfo(learner.week["zone"])).weekday() == 6
    assert answers.values == [0, 0, *ANSWERED.values(), 0 if sunday else None]
    assert right.values == [None, None, 42, 100, 100, 0, None]
    assert drawn.goal == 10


async def everything(learner: Learner) -> None:
    """Their data are all in the file; then nothing is kept, and they are met anew."""
    *_, sent = await learner.lives("monday")
    assert sent.file is not None
    with zipfile.ZipFile(io.BytesIO(sent.file.data)) as archive:
        decks = list(csv.DictReader(io.StringIO(archive.read("cards.csv").decode("utf-8-sig"))))
        notes = archive.read("notes.md").decode()
    assert len(decks) == 28
    assert sum(int(one["right"]) + int(one["wrong"]) for one in decks) == sum(ANSWERED.values())
    assert learner.week["kept"] in notes
    assert any(learner.week["kept"] in one for one in kept_words(learner.dialog))
    await learner.lives("erasure")
    for table in KEEPING:
        assert learner.dialog.app.house.database.read(f"SELECT count(*) FROM {table}") == [(0,)]
    assert not any(learner.week["kept"] in one for one in kept_words(learner.dialog))
    await learner.lives("anew")
    await learner.hears("afterwards", await learner.until(30, 12))


def kept_words(dialog: Dialog) -> Iterator[str]:
    """Every row of every table."""
    database = dialog.app.house.database
    for (table,) in database.read("SELECT name FROM sqlite_master WHERE type = 'table'"):
        for row in database.read(f'SELECT * FROM "{table}"'):
            yield " ".join(
                one.decode(errors="replace") if isinstance(one, bytes) else str(one) for one in row
            )
