"""The store: the schema and how it came to be, the lock, people and their open questions."""

import asyncio
import os
import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, time
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from core.errors import ConfigError, Conflict, Unavailable
from core.model import Message, Moment, Question, Recurrence, Sender, Session, Target, Text
from core.store import people, sessions
from core.store.database import Database
from core.store.home import Home
from core.store.tables import metadata
from core.store.upgrade import newest, present, upgrade
from tests.databases import fresh

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)


@pytest.fixture
async def database(tmp_path):
    database = Database(fresh(tmp_path / "viva.db"))
    database.open()
    yield database
    await database.close()


def test_the_migrations_make_the_tables_that_are_declared(tmp_path):
    engine = create_engine(f"sqlite:///{fresh(tmp_path / 'viva.db')}")
    with engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection), metadata)
    engine.dispose()

    # FTS5 keeps tables of its own; they are no business of SQLAlchemy's.
    assert [one for one in found if "record_search" not in str(one)] == []


def test_upgrading_twice_changes_nothing(tmp_path):
    upgrade(tmp_path / "viva.db")
    upgrade(tmp_path / "viva.db")

    assert newest() == present(tmp_path / "viva.db")


def test_a_database_of_a_newer_program_is_left_alone(tmp_path):
    path = fresh(tmp_path / "viva.db")
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()

    with pytest.raises(ConfigError, match="newer"):
        upgrade(path)


def test_a_damaged_database_is_told_with_advice(tmp_path):
    (tmp_path / "viva.db").write_bytes(b"this is no database" * 500)

    with pytest.raises(ConfigError, match="restore a backup"):
        upgrade(tmp_path / "viva.db")


async def test_writes_of_one_tick_share_one_commit(database):
    commits = []

    def count(connection):
        connection.set_trace_callback(lambda sql: commits.append(sql) if sql == "COMMIT" else None)

    await database.write(count)
    await asyncio.gather(*(database.write(lambda _: None) for _ in range(200)))

    assert commits.count("COMMIT") == 2  # that of `count` itself, and one for all


async def test_what_was_asked_for_before_the_close_is_written(database):
    people = (Sender(str(number)) for number in range(3))
    writing = [asyncio.ensure_future(database.write(lambda _, one=one: one.id)) for one in people]
    await asyncio.sleep(0)
    await database.close()

    assert await asyncio.gather(*writing) == ["0", "1", "2"]


async def test_a_full_disk_is_unavailable_and_heals(database):
    pages = database.read("PRAGMA page_count")[0][0]

    def limit(connection, most):
        return connection.execute(f"PRAGMA max_page_count={most}").fetchone()

    def fill(connection):
        connection.execute(
            "INSERT INTO message(key, conversation, body, received) VALUES ('a', 'b', ?, 1)",
            (b"x" * 100_000,),
        )

    await database.write(lambda connection: limit(connection, pages))
    with pytest.raises(Unavailable):
        await database.write(fill)
    await database.write(lambda connection: limit(connection, 10**6))
    await database.write(fill)

    assert database.read("SELECT count(*) FROM message") == [(1,)]


async def test_what_is_queued_at_the_end_is_still_written(tmp_path):
    path = fresh(tmp_path / "viva.db")
    database = Database(path)
    database.open()
    sql = "INSERT INTO message(key, conversation, body, received) VALUES (?, 1, 1, 1)"

    def row(number):
        return lambda connection: connection.execute(sql, (str(number),)).rowcount

    writing = [asyncio.ensure_future(database.write(row(number))) for number in range(500)]
    await asyncio.sleep(0)
    await database.close()
    await asyncio.gather(*writing)

    rows = sqlite3.connect(path).execute("SELECT count(*) FROM message").fetchone()

    assert rows == (500,)


def test_one_process_at_a_time_holds_the_home(tmp_path):
    home = Home(tmp_path / "home")
    held = home.lock()

    assert held is not None
    assert home.lock() is None

    code = (
        "import sys; from pathlib import Path; from core.store.home import Home;"
        "sys.exit(Home(Path(sys.argv[1])).lock() is None)"
    )
    other = [sys.executable, "-c", code, str(home.path)]
    root = Path(__file__).parents[2]

    assert subprocess.run(other, check=False, cwd=root).returncode == 1

    os.close(held)

    assert subprocess.run(other, check=False, cwd=root).returncode == 0


def test_the_home_is_for_its_owner_only(tmp_path):
    home = Home(tmp_path / "home")
    home.make()

    assert home.path.stat().st_mode & 0o777 == 0o700


def said(id="7", channel="telegram"):
    sender = Sender(id, "Anna", "es-MX")
    return Message(Target(channel, "mentor", id), sender, "1", (Text("hola"),), NOW)


async def test_a_newcomer_is_known_by_the_account_they_came_by(database):
    known = people.newcomer(said(), "es")
    await database.write(lambda c: people.add(c, known, known.person))

    found = people.find(database, said())

    assert found is not None
    assert (known.person, known.identity) == (found.person, found.identity)
    assert people.find(database, said("8")) is None
    assert people.find(database, said(channel="slack")) is None


async def test_of_two_first_messages_at_once_one_runs_again(database):
    one, two = people.newcomer(said(), "es"), people.newcomer(said(), "es")
    await database.write(lambda c: people.add(c, one, one.person))

    with pytest.raises(Conflict):
        await database.write(lambda c: people.add(c, two, two.person))

    assert database.read("SELECT count(*) FROM person") == [(1,)]


async def test_a_person_changed_meanwhile_is_a_conflict(database):
    known = people.newcomer(said(), "es")
    await database.write(lambda c: people.add(c, known, known.person))
    before = known.person
    after = replace(before, zone="Europe/Berlin")
    await database.write(lambda c: people.change(c, before, after))

    with pytest.raises(Conflict):
        await database.write(lambda c: people.change(c, before, after))

    assert replace(after, version=1) == people.by_id(database, before.id)


async def test_a_question_keeps_its_typed_slots(database):
    known = people.newcomer(said(), "es")
    await database.write(lambda c: people.add(c, known, known.person))
    slots = {
        "text": "x",
        "when": Moment(datetime(2026, 11, 19, 9), vague=True),
        "every": Recurrence("week", weekdays=(0, 2), at=time(9)),
    }
    question = Question("reminders.create", slots, "zone", NOW)
    who, where = known.person.id, "telegram:mentor:7"

    await database.write(lambda c: sessions.change(c, who, where, Session(question, 0)))

    assert Session(question, 1) == sessions.find(database, who, where)

    with pytest.raises(Conflict):
        await database.write(lambda c: sessions.change(c, who, where, Session(None, 0)))

    await database.write(lambda c: sessions.change(c, who, where, Session(None, 1)))

    assert Session(None, 2) == sessions.find(database, who, where)


async def test_an_upgrade_that_is_cut_short_leaves_nothing_behind(tmp_path):
    path = tmp_path / "viva.db"
    script = (
        "import os, sqlalchemy\n"
        "from pathlib import Path\n"
        "from core.store.upgrade import upgrade\n"
        "@sqlalchemy.event.listens_for(sqlalchemy.Engine, 'before_cursor_execute')\n"
        "def dies(connection, cursor, statement, *_):\n"
        "    if 'CREATE TABLE outbox' in statement:\n"
        "        os.kill(os.getpid(), 9)\n"
        f"upgrade(Path({str(path)!r}))\n"
    )
    died = await asyncio.create_subprocess_exec(sys.executable, "-c", script)

    assert await died.wait() == -9

    upgrade(path)

    assert present(path) == newest()


def test_a_zone_that_is_none_is_not_believed():
    for zone in ("/etc/localtime", "Foo/Bar", "../Europe/Berlin", "", "\0", "x" * 10_000):
        message = replace(said(), sender=Sender("7", zone=zone))

        assert people.newcomer(message, "en").person.zone is None

    message = replace(said(), sender=Sender("7", zone="Europe/Berlin"))

    assert people.newcomer(message, "en").person.zone == "Europe/Berlin"
