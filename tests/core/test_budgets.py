"""Budgets: a person's day, what stops them, who is warned, and what a race may cost."""

import asyncio
from datetime import UTC, datetime

import pytest

from core.errors import UserError
from core.ports.meter import Charge
from core.store.database import Database
from core.store.ledger import SPENT
from core.store.prices import NANO
from tests.books import ASKED, COST, keeping, note
from tests.databases import fresh


@pytest.fixture
async def database(tmp_path):
    database = Database(fresh(tmp_path / "viva.db"))
    database.open()
    yield database
    await database.close()


async def test_a_spent_budget_stops_all_but_local_models(database):
    ledger = keeping(database, daily_usd=2 * COST / NANO)
    await note(ledger, ASKED)

    assert ledger.check("anna", "UTC").share == 0.5

    await note(ledger, ASKED)
    await note(ledger, Charge("llm", "embedded", "x", 10**6, 10**6))

    with pytest.raises(UserError) as told:
        ledger.check("anna", "UTC")
    assert told.value.code == "budget-spent"
    assert told.value.values == {
        "unit": "usd",
        "budget": 2 * COST / NANO,
        "left": 0,
        "percent": 100,
        "until": "00:00",
    }
    assert ledger.check("anna", "UTC", local=True).is_spent
    assert not ledger.check("bob", "UTC").is_spent


async def test_tokens_of_paid_and_of_unpriced_models_count(database, caplog):
    ledger = keeping(database, daily_usd=1, daily_tokens=2_000)
    unknown = Charge("llm", "groq", "new", 300, 100)
    refused = Charge("llm", "groq", "newer", error="rate-limited")
    await note(ledger, ASKED, unknown, unknown, refused)
    await note(ledger, Charge("llm", "embedded", "x", 10**6, 10**6))

    left = ledger.left("anna", "UTC")

    assert (left.nanos, left.tokens, left.unpriced) == (COST, 2_300, 2)
    assert left.is_spent
    assert (left.words["unit"], left.words["percent"]) == ("tokens", 100)
    assert [one.message for one in caplog.records] == [
        "a budget in dollars does not see groq new: VIVA_PRICES has no price"
    ]


async def test_without_a_budget_nothing_is_ever_spent(database):
    ledger = keeping(database)
    await note(ledger, *[ASKED] * 20)

    left = ledger.check("anna", "UTC")

    assert (left.is_limited, left.share, left.is_spent) == (False, 0.0, False)
    assert ledger.warning("anna", "UTC", "turn/1") is None


async def test_what_is_free_is_known_before_it_is_asked(database):
    ledger = keeping(database)

    assert ledger.is_free("embedded", "anything")
    assert ledger.is_free("embedded")
    assert not ledger.is_free("openai", "priced")
    assert not ledger.is_free("groq", "unknown")


async def test_a_budget_of_nothing_is_spent_at_once(database):
    with pytest.raises(UserError):
        keeping(database, daily_usd=0).check("anna", "UTC")


async def test_the_day_is_the_persons_own(database):
    """What was spent at 22:30 UTC is yesterday's in Berlin and still today's in London."""
    await note(keeping(database, datetime(2026, 11, 17, 23, 30, tzinfo=UTC)), ASKED)
    ledger = keeping(database, datetime(2026, 11, 17, 23, 59, tzinfo=UTC), daily_usd=1)

    assert ledger.left("anna", "Europe/London").nanos == COST
    assert ledger.left("anna", "Asia/Tokyo").nanos == COST
    assert ledger.left("anna", "Asia/Kathmandu").nanos == COST

    next_day = keeping(database, datetime(2026, 11, 18, 0, 1, tzinfo=UTC), daily_usd=1)

    assert next_day.left("anna", "Europe/London").nanos == 0
    assert next_day.left("anna", "Europe/Berlin").nanos == COST
    assert next_day.left("anna", "America/New_York").nanos == COST


async def test_a_day_begins_where_the_clock_skips_midnight(database):
    """In Beirut summer began on 29 March 2026 at midnight: the clock went on to 01:00."""
    ledger = keeping(database, datetime(2026, 3, 28, 20, tzinfo=UTC), daily_usd=1)

    assert ledger.left("anna", "Asia/Beirut").words["until"] == "01:00"


async def test_the_warning_is_said_by_the_one_turn_that_used_up_most(database):
    ledger = keeping(database, daily_usd=10 * COST / NANO)
    warned = []
    for turn in range(12):
        await note(ledger, ASKED, owner=f"turn/{turn}")
        if ledger.warning("anna", "UTC", f"turn/{turn}"):
            warned.append(turn)

    assert warned == [7]

    again = ledger.warning("anna", "UTC", "turn/7")  # the turn is run again after a crash
    assert again is not None
    assert again.words["percent"] == 100


async def test_of_turns_at_once_one_warns(database):
    ledger = keeping(database, daily_usd=10 * COST / NANO)
    owners = [f"turn/{number}" for number in range(9)]
    await asyncio.gather(*(note(ledger, ASKED, owner=owner) for owner in owners))

    assert sum(ledger.warning("anna", "UTC", owner) is not None for owner in owners) == 1


async def test_turns_at_once_exceed_a_budget_by_no_more_than_what_is_under_way(database):
    budget, at_once = 10, 3
    ledger = keeping(database, daily_usd=budget * COST / NANO)
    calls = 0

    async def turn():
        nonlocal calls
        while True:
            ledger.check("anna", "UTC")
            await asyncio.sleep(0.001)  # the vendor thinks
            calls += 1
            await note(ledger, ASKED)

    ended = await asyncio.gather(*(turn() for _ in range(at_once)), return_exceptions=True)

    assert all(isinstance(one, UserError) for one in ended)
    assert budget <= calls <= budget + at_once - 1
    assert ledger.left("anna", "UTC").nanos == calls * COST


async def test_one_turn_alone_never_exceeds_by_more_than_a_call(database):
    ledger = keeping(database, daily_tokens=4_000)
    for _ in range(3):
        ledger.check("anna", "UTC")
        await note(ledger, ASKED)

    with pytest.raises(UserError):
        ledger.check("anna", "UTC")


async def test_a_check_reads_the_persons_day_only(database):
    plan = database.read(f"EXPLAIN QUERY PLAN {SPENT}", ("anna", 0))

    assert [row[3] for row in plan] == [
        "SEARCH charge USING INDEX charge_person (person_id=? AND at>?)"
    ]
