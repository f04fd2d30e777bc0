"""Claims: whoever commits first has the time, and nobody else."""

from datetime import UTC, datetime, timedelta

import pytest

from core.errors import Conflict
from core.store.claims import Claim
from core.store.database import Database
from core.store.records import Records
from core.study import Booking
from tests.databases import fresh

NOON = datetime(2026, 11, 18, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def booking(at=NOON):
    return Booking("maths", at, at + HOUR, at.replace(tzinfo=None), "UTC")


def hour(after=0.0, key="room/a", hours=1.0):
    return Claim(key, NOON + after * HOUR, NOON + (after + hours) * HOUR)


def _people(connection):
    for who in ("anna", "ben"):
        connection.execute(
            "INSERT INTO person(id, workspace, language, version) VALUES (?,'home','en',0)", (who,)
        )


@pytest.fixture
async def database(tmp_path):
    database = Database(fresh(tmp_path / "viva.db"))
    database.open()
    await database.write(_people)
    yield database
    await database.close()


def records(database, who="anna", workspace="home"):
    return Records(Booking, who, who, None, "en", database, workspace)


async def claimed(database, *wanted, who="anna", workspace="home"):
    kept = records(database, who, workspace)
    one = await kept.add(booking())
    kept.claim(one.id, *wanted)
    await database.write(kept.write)
    return one


def taken(database, after=0.0, key="room/a", workspace="home"):
    kept = records(database, "ben", workspace)
    begin = NOON + after * HOUR
    return [one.begins for one in kept.taken(key, begin, begin + HOUR)]


@pytest.mark.parametrize(("after", "hours"), [(0, 1), (-0.5, 1), (0.5, 1), (0.25, 0.5), (-1, 3)])
async def test_what_overlaps_is_a_conflict_and_nothing_of_it_is_kept(database, after, hours):
    await claimed(database, hour())

    with pytest.raises(Conflict):
        await claimed(database, hour(5), hour(after, hours=hours), who="ben")

    assert taken(database, 5) == []
    assert await records(database, "ben").list() == []


@pytest.mark.parametrize(
    "other", [hour(1), hour(-1), hour(key="room/b")], ids=["behind", "before", "another room"]
)
async def test_what_only_touches_is_free(database, other):
    await claimed(database, hour())
    await claimed(database, other, who="ben")


async def test_another_workspace_has_rooms_of_its_own(database):
    await claimed(database, hour())
    await claimed(database, hour(), who="ben", workspace="elsewhere")

    assert taken(database, workspace="nowhere") == []


async def test_new_claims_take_the_place_of_the_old(database):
    one = await claimed(database, hour())
    kept = records(database)
    await kept.get(one.id)
    kept.claim(one.id, hour(0.5))
    assert [one.begins for one in kept.taken("room/a", NOON, NOON + 4 * HOUR)] == [NOON + HOUR / 2]
    await database.write(kept.write)

    assert taken(database, -0.5) == []
    assert taken(database, 1) == [NOON + HOUR / 2]


async def test_two_records_of_one_turn_change_places(database):
    first, second = await claimed(database, hour()), await claimed(database, hour(1))
    kept = records(database)
    for one, wanted in ((first, hour(1)), (second, hour())):
        await kept.get(one.id)
        kept.claim(one.id, wanted)
    await database.write(kept.write)

    found = records(database).taken("room/a", NOON, NOON + 2 * HOUR)
    assert [one.record for one in found] == [second.id, first.id]


async def test_a_removed_record_lets_its_times_go(database):
    one = await claimed(database, hour())
    kept = records(database)
    await kept.remove(one.id)
    assert kept.taken("room/a", NOON, NOON + HOUR) == []
    await database.write(kept.write)
    await claimed(database, hour(), who="ben")


async def test_nobody_frees_what_is_anothers(database):
    one = await claimed(database, hour())
    with pytest.raises(KeyError):
        records(database, "ben").claim(one.id)


async def test_claims_of_one_record_may_overlap(database):
    await claimed(database, hour(), hour(0.5))
    assert len(taken(database)) == 2


@pytest.mark.parametrize(
    ("begins", "ends"),
    [(NOON, NOON), (NOON + HOUR, NOON), (NOON.replace(tzinfo=None), NOON + HOUR)],
)
def test_a_claim_is_of_a_time(begins, ends):
    with pytest.raises(ValueError, match="a claim is of a time"):
        Claim("room/a", begins, ends)
