"""Deeds are kept with their turn, and roles stand in the settings."""

from datetime import UTC, datetime, timedelta
from functools import partial
from getpass import getuser
from pathlib import Path

import pytest

from core.bootstrap import build
from core.journal import Work
from core.model import Identity, Person, Role
from core.skill.gate import may
from core.store import facts, people
from core.store.database import Database
from core.store.facts import Fact
from core.store.people import Known
from tests.core import clockwork
from tests.databases import fresh

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)


@pytest.fixture
async def database(tmp_path: Path):
    made = Database(fresh(tmp_path / "viva.db"))
    made.open()
    for id in ("anna", "bert"):
        known = Known(Person(id), Identity(id, id, "dialog", id), new=True)
        await made.write(partial(people.add, known=known, person=known.person))
    yield made
    await made.close()


def work(database: Database, id: str) -> Work:
    person = Person(id)
    return Work(database, "turn/1", Known(person, Identity(id, id, "dialog", id)), person)


async def test_a_turn_sees_its_own_deeds_and_only_its_persons(database: Database) -> None:
    old = Fact(NOW - timedelta(days=1), "quiz.answered", "c1", "Biology", 1.0, 4.5)
    await database.write(lambda connection: facts.add(connection, "home", "anna", [old]))
    await database.write(lambda connection: facts.add(connection, "home", "bert", [old]))
    anna = work(database, "anna")
    fresh_one = Fact(NOW, "lesson.done", "k1", "Fractions", None, 600)
    anna.note(fresh_one)

    assert anna.facts(NOW - timedelta(days=2), NOW + timedelta(seconds=1)) == [old, fresh_one]
    assert anna.facts(NOW - timedelta(hours=1), NOW) == []
    anna.discard()
    assert anna.facts(NOW - timedelta(days=2), NOW + timedelta(days=1)) == [old]


@pytest.mark.parametrize(
    ("settings", "roles"),
    [
        ({}, {"dialog:anna": "learner", "dialog:tina": "learner"}),
        ({"VIVA_TEACHERS": "dialog:tina"}, {"dialog:anna": "learner", "dialog:tina": "teacher"}),
        (
            {"VIVA_TEACHERS": "dialog:tina, dialog:ada", "VIVA_ADMINS": "dialog:ada"},
            {"dialog:tina": "teacher", "dialog:ada": "admin", "console:tina": "learner"},
        ),
    ],
)
def test_roles_stand_in_the_settings(tmp_path: Path, settings, roles) -> None:
    app = build({"VIVA_HOME": str(tmp_path), "VIVA_LLM": "none", **settings}, clockwork, [])
    told = {account: app.house.role(Identity("", "", *account.split(":", 1))) for account in roles}
    assert told == roles


def test_who_owns_the_machine_is_its_admin(tmp_path: Path) -> None:
    app = build({"VIVA_HOME": str(tmp_path), "VIVA_LLM": "none"}, clockwork, [])
    assert app.house.role(Identity("", "", "console", getuser())) == "admin"


@pytest.mark.parametrize(
    ("role", "needed", "may_it"),
    [
        ("learner", "learner", True), ("learner", "teacher", False), ("teacher", "admin", False),
        ("teacher", "teacher", True), ("admin", "teacher", True),
    ],
)  # fmt: skip
def test_a_role_may_what_those_below_it_may(role: Role, needed: Role, may_it: bool) -> None:
    assert may(role, needed) is may_it
