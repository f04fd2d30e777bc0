"""A class that has studied: people, deeds and records as they are kept, for their teacher."""

from datetime import UTC, datetime, timedelta

import pytest_asyncio

from core.store.codec import encode
from tests.dialog import CHANNEL, Dialog

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)
PEOPLE = ("Ann", "Ben", "Cleo", "Dan", "Eve")
FRONT = "What is osmosis?"


class School(Dialog):
    """A class that has studied; `zoe` teaches, everybody else learns."""

    async def people(self, *names, workspace="home"):
        """Learners who exist, and have done nothing yet."""
        rows = [(name.lower(), workspace, name) for name in names]
        await self._write(
            "INSERT INTO person(id, workspace, name, language, version) VALUES (?,?,?,'en',0)", rows
        )

    async def did(self, *facts, workspace="home"):
        """Deeds: person, days ago, name, subject, topic, value, seconds."""
        rows = [
            (workspace, who.lower(), (NOW - timedelta(days=ago)).timestamp(), *rest)
            for who, ago, *rest in facts
        ]
        await self._write(
            "INSERT INTO fact(workspace, person_id, at, name, subject, topic, value, seconds)"
            " VALUES (?,?,?,?,?,?,?,?)",
            rows,
        )

    async def has(self, who, kind, id, **fields):
        """A record of somebody, or of the workspace where `who` is None."""
        scope, person = (f"p_{who.lower()}", who.lower()) if who else ("w_home", None)
        rows = [(kind, id, scope, person, encode({"id": id, **fields}))]
        await self._write(
            "INSERT INTO record(kind, id, scope, person_id, schema_version, revision, body, terms)"
            " VALUES (?,?,?,?,1,1,?,'')",
            rows,
        )

    async def _write(self, sql, rows):
        await self.app.house.database.write(lambda connection: connection.executemany(sql, rows))

    def teacher(self, **known):
        return self.speaker("zoe", **known)


@pytest_asyncio.fixture
async def school(tmp_path):
    school = School(tmp_path, settings={"VIVA_LLM": "none", "VIVA_TEACHERS": f"{CHANNEL}:zoe"})
    await school.start()
    school.app.house.drawers = lambda: None
    await school.people(*PEOPLE)
    yield school
    await school.app.stop()


def answered(who, ago, value, front="q", topic="Biology"):
    return (who, ago, "quiz.answered", f"{front}-{who.lower()}", topic, value, 60.0)


async def a_week(school):
    """Ann, Ben and Cleo share the deck Biology; Dan has a private one; Eve is long gone."""
    for who, right in (("Ann", 1.0), ("Ben", 0.0), ("Cleo", 0.0)):
        await school.has(who, "card", f"q-{who.lower()}", front=FRONT)
        await school.did(answered(who, 8, right), answered(who, 1, right))
    await school.has("Dan", "card", "s-dan", front="my secret?")
    await school.did(answered("Dan", 1, 0.0, "s", "Dan's diary"))
    await school.did(("Eve", 40, "lesson.done", "c", "Spanish", None, 600.0))
