"""Counting across people: their indexes, their edges, and what fewer than three share."""

import re
import sqlite3
from datetime import UTC, datetime, timedelta

import pytest
import pytest_asyncio

from core.errors import Unavailable
from core.store import counting
from core.store.codec import encode
from core.store.counting import SHARED_BY, Count, Counting
from core.store.database import Database
from core.store.upgrade import upgrade

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)
DAY = timedelta(days=1)
QUERIES = ("OVER", "ANSWERS", "DONE", "TOPICS", "CARDS", "ROOMS", "LAST", "FIRST", "ENROLMENTS")


@pytest_asyncio.fixture
async def database(tmp_path):
    upgrade(tmp_path / "viva.db")
    database = Database(tmp_path / "viva.db")
    database.open()
    yield database
    await database.close()


async def put(database, sql, *rows):
    await database.write(lambda connection: connection.executemany(sql, rows))


async def people(database, *ids, workspace="home"):
    sql = "INSERT INTO person(id, workspace, name, language, version) VALUES (?,?,?,'en',0)"
    await put(database, sql, *((id, workspace, id.title()) for id in ids))


async def did(database, *facts, workspace="home"):
    sql = (
        "INSERT INTO fact(workspace, person_id, at, name, subject, topic, value, seconds)"
        " VALUES (?,?,?,?,?,?,?,?)"
    )
    rows = ((workspace, who, at.timestamp(), *rest) for who, at, *rest in facts)
    await put(database, sql, *rows)


def answer(who, at, value, topic="Maths", card="c"):
    return (who, at, "quiz.answered", f"{card}-{who}", topic, value, 30.0)


async def card(database, who, id, front):
    sql = (
        "INSERT INTO record(kind, id, scope, person_id, schema_version, revision, body, terms)"
        " VALUES ('card',?,?,?,1,1,?,'')"
    )
    await put(database, sql, (id, f"p_{who}", who, encode({"front": front, "back": "b"})))


async def test_a_stretch_has_its_beginning_and_not_its_end(database):
    await people(database, "ann", "ben")
    await did(
        database,
        answer("ann", NOW, 1.0),
        answer("ann", NOW + DAY / 2, 0.5),
        answer("ben", NOW + DAY, 0.0),
        ("ben", NOW, "link.made", "", "", None, 0.0),
    )
    first, second, third = await Counting(database, "home").over(
        [NOW, NOW + DAY, NOW + 2 * DAY, NOW + 3 * DAY]
    )
    assert first == Count(1, 2, 60.0)
    assert second == Count(1, 1, 30.0)
    assert third == Count()
    (asked,) = await Counting(database, "home").answers([NOW, NOW + DAY])
    assert asked.accuracy == 0.75


@pytest.mark.parametrize("people_who_have_it", [1, SHARED_BY - 1, SHARED_BY, SHARED_BY + 1])
async def test_what_is_told_is_shared(database, people_who_have_it):
    who = [f"p{number}" for number in range(people_who_have_it)]
    await people(database, *who)
    for one in who:
        await card(database, one, f"c-{one}", "What is it?")
        await did(database, *(answer(one, NOW, 0.0) for _ in range(9)))
    found = Counting(database, "home")
    questions, topics = await found.questions(NOW, NOW + DAY), await found.topics(NOW, NOW + DAY)
    if people_who_have_it < SHARED_BY:
        assert (questions, topics) == ([], [])
    else:
        assert [(one.text, one.people) for one in questions] == [("What is it?", len(who))]
        assert [one.text for one in topics] == ["Maths"]


async def test_one_person_with_many_cards_of_one_text_is_one(database):
    await people(database, "ann")
    for number in range(5):
        await card(database, "ann", f"c{number}-ann", "Mine?")
        await did(database, answer("ann", NOW, 0.0, card=f"c{number}"))
    assert await Counting(database, "home").questions(NOW, NOW + DAY) == []


async def test_a_card_that_is_gone_is_left_out(database):
    await people(database, "ann", "ben", "cleo")
    await did(database, *(answer(one, NOW, 0.0) for one in ("ann", "ben", "cleo")))
    assert await Counting(database, "home").questions(NOW, NOW + DAY) == []


async def test_who_was_joined_with_another_is_nobody_of_their_own(database):
    await people(database, "ann", "old")
    await put(database, "UPDATE person SET merged_into = 'ann' WHERE id = ?", ("old",))
    await did(database, answer("old", NOW - 30 * DAY, 1.0), answer("ann", NOW - 30 * DAY, 1.0))
    idle = await Counting(database, "home").idle(NOW - DAY, NOW)
    assert [one.name for one in idle] == ["Ann"]


async def test_a_scan_changes_nothing_and_tells_of_its_faults(database):
    with pytest.raises(Unavailable):
        await database.scan(lambda connection: connection.execute("DELETE FROM fact"))
    with pytest.raises(Unavailable):
        await database.scan(lambda connection: connection.execute("SELECT a FROM nowhere"))


@pytest.mark.parametrize("name", QUERIES)
def test_every_query_goes_by_an_index(tmp_path, name):
    upgrade(tmp_path / "viva.db")
    sql = getattr(counting, name)
    with sqlite3.connect(tmp_path / "viva.db") as connection:
        plan = connection.execute(f"EXPLAIN QUERY PLAN {sql}", [1] * sql.count("?")).fetchall()
    steps = [step for *_, step in plan]
    scanned = [step for step in steps if step.startswith("SCAN") and "SCAN p" not in step]
    assert scanned == []
    assert any(re.match("SEARCH .* USING (COVERING )?INDEX", step) for step in steps)
