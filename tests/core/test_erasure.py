"""Nothing is forgotten in an archive, and nothing is left of whoever was erased: in no table."""

import asyncio
import hashlib
import json
import sqlite3
import zipfile
from collections.abc import AsyncIterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from core.errors import Conflict
from core.journal import Committed, Work
from core.model import Voice
from core.ports.transcriber import Transcript
from core.store import erasure, traces
from core.store.tables import metadata
from tests.databases import fresh
from tests.dialog import Dialog

NOBODYS = {
    "alembic_version": "the number of the schema",
}
"""Tables without a person, and why."""
SENT = "a" * 64
CANARIES = (
    "anna-kinkajou", "Quetzalina", "axolotl", "pangolin", "capybara", "okapi", "narwhal", "wombat",
    "numbat", "quokka", SENT,
)  # fmt: skip
"""Words that stand somewhere in what the person is known by or has given us."""


class Deaf:
    """Hears nothing in any recording."""

    name = "deaf"

    async def transcribe(self, recording: bytes, **asked: object) -> Transcript:
        return Transcript("", None, 0.0, 1.0)

    async def close(self) -> None:
        pass


@pytest_asyncio.fixture
async def dialog(tmp_path: Path) -> AsyncIterator[Dialog]:
    fresh(tmp_path / "viva.db")
    dialog = Dialog(tmp_path, given={"stt": Deaf()})
    await dialog.start()
    yield dialog
    await dialog.app.stop()


async def settled_in(dialog: Dialog):
    """A person with a row in every table, and another one who stays."""
    anna, bert = dialog.speaker("anna-kinkajou"), dialog.speaker("bert")
    await anna.say("my name is Quetzalina")
    await anna.say("note that the axolotl is mine")
    await anna.say("remind me tomorrow at nine to feed the pangolin")
    await anna.say("/help capybara")
    dialog.channel.files[SENT] = b"wombat"
    await anna.send(Voice(SENT))
    await bert.say("note that the tapir is mine")
    await bert.say("note that the axolotl belongs to somebody")
    await anna.say("make a note")  # a question is open
    database, home = dialog.app.house.database, dialog.app.home
    home.make()
    (home.media / SENT).write_bytes(b"wombat")
    name = hashlib.sha256(b"anna-kinkajou").hexdigest()[:16]
    (home.sent / name).mkdir()
    (home.sent / name / "1-numbat.png").write_bytes(b"numbat")
    person = known(dialog, "anna-kinkajou")
    note, work = database.read(
        "SELECT r.id, p.workspace FROM record r JOIN person p ON p.id = r.person_id"
        " WHERE kind = 'note' AND p.id = ?", (person,)
    )[0]  # fmt: skip

    def more(connection: sqlite3.Connection) -> None:
        run = connection.execute
        run("INSERT INTO fact(workspace, person_id, at, name, subject, topic, seconds)"
            " VALUES (?,?,0,'quiz.answered','','okapi',0)", (work, person))  # fmt: skip
        run("INSERT INTO claim(workspace, key, kind, record, begins, ends)"
            " VALUES (?,'quokka','note',?,0,1)", (work, note))  # fmt: skip
        run("INSERT INTO step VALUES ('turn/1','a','b','done',?)", (b'"narwhal"',))
        run("INSERT INTO charge(at, person_id, assistant, channel, owner, capability, provider,"
            " model, input_tokens, cached_tokens, output_tokens, sound_ms, characters, latency_ms,"
            " error, estimated, nanos) VALUES (0,?,'','','turn/1','llm','p','m',1,0,1,0,0,0,'',0,"
            "7)", (person,))  # fmt: skip
        run("INSERT INTO record(kind, id, scope, person_id, identity_id, schema_version, revision,"
            " body, terms) VALUES ('course','c1','w_home',NULL,(SELECT id FROM identity WHERE"
            " person_id = ?),1,1,?,'course')",
            (person, json.dumps({"title": "Fish", "teacher": person}).encode()))  # fmt: skip

    await database.write(more)
    return anna, bert


def known(dialog: Dialog, account: str) -> str:
    sql = "SELECT person_id FROM identity WHERE external_id = ?"
    return str(dialog.app.house.database.read(sql, (account,))[0][0])


def everything(dialog: Dialog) -> str:
    """Every value of every table, the inner ones of the search too."""
    connection = sqlite3.connect(dialog.app.home.database)
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    values = [
        value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
        for (name,) in names
        for row in connection.execute(f'SELECT * FROM "{name}"')  # a test's
        for value in row
    ]
    connection.close()
    return "\n".join(values)


async def test_every_table_is_exported_and_erased(dialog):
    anna, bert = await settled_in(dialog)
    database, home = dialog.app.house.database, dialog.app.home
    person = known(dialog, "anna-kinkajou")
    accounts = [id for (id,) in database.read(
        "SELECT id FROM identity WHERE person_id = ?", (person,))]  # fmt: skip

    kept = await traces.kept(database, person)
    assert set(kept) == set(metadata.tables) - set(NOBODYS), "a new table: is it anybody's?"
    assert [name for name, rows in kept.items() if not rows] == [], "the fixture knows it not"

    reply = await anna.say("send me my data")
    assert reply.file is not None
    with zipfile.ZipFile(BytesIO(reply.file.data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    for name, rows in kept.items():
        given = json.loads(files[f"data/{name}.json"])
        if name in {"message", "outbox", "session", "conversation"}:  # the wish came since
            given = given[: len(rows)]
            assert len(given) == len(rows)
        else:
            assert given == rows, name
    told = b"\n".join(files.values()).decode("utf-8", "replace")
    missing = [word for word in (*CANARIES, person, *accounts) if word not in told]
    assert missing == ["numbat"]  # what we sent lies with them already
    assert "tapir" not in told

    await anna.say("delete everything about me")
    assert (await anna.say("yes")).text.startswith("Done. Everything about you is erased.")
    left = everything(dialog)
    named = (*(word for word in CANARIES if word != "axolotl"), person, *accounts)
    assert [word for word in named if word in left] == []
    assert "axolotl" in left, "what is another's stays"
    assert "tapir" in left
    assert database.read("SELECT sum(nanos), max(person_id) FROM charge") == [(7, None)]
    course = "SELECT CAST(body AS TEXT) FROM record WHERE kind = 'course'"
    assert json.loads(database.read(course)[0][0]) == {"title": "Fish", "teacher": ""}

    await dialog.app.stop()
    found = {
        f"{word} in {path.name}"
        for path in home.path.rglob("*")
        if path.is_file()
        for word in named[: len(CANARIES) - 1]  # the ids of rows say nothing to anybody
        if word.encode() in path.read_bytes()
    }
    assert found == set()
    await dialog.start()
    assert "the tapir is mine" in (await bert.say("show my notes")).text


async def test_a_file_that_somebody_else_sent_too_stays(dialog):
    _, bert = await settled_in(dialog)
    await bert.send(Voice(SENT))
    plan = await erasure.plan(dialog.app.house.database, known(dialog, "anna-kinkajou"))
    await asyncio.to_thread(erasure.remove_files, dialog.app.house.database, plan)
    assert (dialog.app.home.media / SENT).read_bytes() == b"wombat"


async def test_more_than_was_told_is_not_erased(dialog):
    anna, _ = await settled_in(dialog)
    database = dialog.app.house.database
    plan = await erasure.plan(database, known(dialog, "anna-kinkajou"))
    await anna.say("/notes save one more")
    before = everything(dialog)
    with pytest.raises(Conflict):
        await database.write(lambda connection: erasure.erase(connection, plan))
    assert everything(dialog) == before


async def test_an_erasure_that_dies_in_its_middle_has_not_begun(dialog, monkeypatch):
    anna, _ = await settled_in(dialog)
    database, delivered = dialog.app.house.database, dialog.channel.delivered
    await anna.say("delete everything about me")
    rows = "SELECT (SELECT count(*) FROM record), (SELECT count(*) FROM outbox), count(*) FROM fact"
    before, told = database.read(rows), len(delivered)

    def dies(*_: object) -> None:
        raise RuntimeError("killed")

    with monkeypatch.context() as patched:
        patched.setattr("core.store.ledger.forget", dies)  # the last of its steps
        await dialog.send(anna, anna._part("yes"))
    assert (len(delivered), database.read(rows)) == (told, before)
    async with asyncio.timeout(10):
        while len(delivered) == told:
            await dialog.wait(seconds=1)
            await asyncio.sleep(0.01)
    assert delivered[-1].reply.text.startswith("Done. Everything about you is erased.")
    assert "Quetzalina" not in everything(dialog)


async def test_a_turn_that_was_under_way_finds_a_stranger(dialog, monkeypatch):
    """What was read of a person before they were erased is not answered after it."""
    anna, _ = await settled_in(dialog)
    database, person = dialog.app.house.database, known(dialog, "anna-kinkajou")
    commit = Work.commit

    async def late(self: Work, *args: Any, **kwargs: Any) -> Committed:
        if self.person.id == person:
            plan = await erasure.plan(database, person)
            await database.write(lambda connection: erasure.erase(connection, plan))
        return await commit(self, *args, **kwargs)

    monkeypatch.setattr(Work, "commit", late)
    reply = await anna.say("what's my name")
    assert reply.text.startswith("I do not know your name yet.")
    assert "Quetzalina" not in everything(dialog)


def test_a_hash_says_nothing_of_its_key():
    key = "telegram:mentor:4711"
    assert "4711" not in traces.hashed(key)
    assert traces.hashed(key) == traces.hashed(key) != traces.hashed(key + "0")
