"""The ledger: it agrees with the vendor's bill, adds up exactly, and never costs an answer."""

import asyncio
import logging
import sqlite3
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.integrations._fallback import Fallback
from core.integrations._guarded_llm import GuardedModel
from core.ports.caller import acting
from core.ports.meter import Charge
from core.resilience import Gateway, Quota
from core.store.database import Database
from core.store.ledger import forget
from core.store.prices import find
from core.store.totals import KEYS, By, Total, totals
from tests.books import ASKED, COST, NOW, PRICES, keeping, note
from tests.databases import fresh
from tests.fakes.llm_providers import provider, saying
from tests.fakes.llm_server import llm_server


@pytest.fixture
async def database(tmp_path):
    database = Database(fresh(tmp_path / "viva.db"))
    database.open()
    yield database
    await database.close()


async def test_a_charge_is_kept_on_behalf_of_whoever_calls(database):
    ledger = keeping(database)
    charge = Charge("stt", "groq", "whisper", 1, 2, 1, 2.5, 7, 0.1234, "rate-limited", True)
    with acting(person_id="anna", channel="slack", assistant="mentor", owner="turn/12"):
        await ledger.note(charge)
    await ledger.note(ASKED)

    other = sqlite3.connect(database.path)
    rows = other.execute("SELECT * FROM charge ORDER BY id").fetchall()
    other.close()

    where = ("mentor", "slack", "turn/12", "stt", "groq", "whisper")
    at = NOW.timestamp()
    assert rows[0] == (
        *(1, at, "anna", *where),
        *(1, 1, 2, 2500, 7, 123, "rate-limited", 1, None),
    )
    nobody = (None, "", "", "")
    assert rows[1] == (
        2,
        at,
        *nobody,
        "llm",
        "openai",
        "priced",
        1_000,
        200,
        500,
        0,
        0,
        250,
        "",
        0,
        COST,
    )


BREAKS = ("cut", "truncated", "garbage", "reset")
"""Faults in the middle of an answer: the vendor tells no usage, the gateway counts itself."""


@pytest.mark.parametrize("first", ["openai", "openai-chat", "groq", "ollama"])
async def test_the_totals_are_the_vendors_own_bill(database, first):
    """Over answers, refusals, retries, fallbacks and cut streams, through the whole gateway."""

    async def at_once(seconds):
        await asyncio.sleep(0)

    gateway = Gateway(meter=keeping(database).note, sleep=at_once)
    async with llm_server() as broken, llm_server() as sound:
        models = [provider(first, broken), provider("ollama", sound)]
        guarded = [GuardedModel(one, gateway, Quota(), apart=False) for one in models]
        asked = Fallback(guarded)
        faults = (None, *BREAKS, None, "429", None, "500", "html")
        for fault in faults:
            broken.fault = fault
            async with aclosing(asked.stream(saying("hello"))) as pieces:
                async for _ in pieces:
                    pass
        await asked.close()
        told = broken.told + sound.told

    sums = "sum(input_tokens), sum(output_tokens), sum(cached_tokens), count(*)"
    (exact,) = database.read(f"SELECT {sums} FROM charge WHERE estimated = 0 AND error = ''")
    (whole,) = totals(database.read)

    assert len(told) == len(faults)
    assert exact == (*map(sum, zip(*(one[1:] for one in told), strict=True)), len(told))
    assert whole.calls == len(told) + whole.errors
    assert whole.estimated == len(BREAKS)
    assert whole.errors >= len([fault for fault in faults if fault])


charges = st.builds(
    Charge,
    capability=st.sampled_from(["llm", "stt"]),
    provider=st.sampled_from(["openai", "embedded", "groq"]),
    model=st.sampled_from(["priced", "other"]),
    input_tokens=st.integers(0, 10**6),
    output_tokens=st.integers(0, 10**6),
    cached_tokens=st.integers(0, 10**6),
    seconds=st.floats(0, 4_000),
    characters=st.integers(0, 10**6),
    latency=st.floats(0, 100),
    error=st.sampled_from(["", "", "unavailable"]),
    estimated=st.booleans(),
)
callers = st.fixed_dictionaries(
    {
        "person_id": st.sampled_from(["", "anna", "bob"]),
        "assistant": st.sampled_from(["", "mentor"]),
        "channel": st.sampled_from(["slack", "telegram"]),
    }
)
OF_KEY: dict[By, Callable[[Charge, dict[str, str]], str]] = {
    "person": lambda one, by: by["person_id"],
    "assistant": lambda one, by: by["assistant"],
    "channel": lambda one, by: by["channel"],
    "provider": lambda one, by: one.provider,
    "model": lambda one, by: f"{one.provider} {one.model}",
    "capability": lambda one, by: one.capability,
    "all": lambda one, by: "",
}


def added_up(key, noted):
    """What the ledger must say, by the plainest arithmetic."""
    waits = sorted(round(one.latency * 1000) for one in noted if not one.error)
    money = [find(PRICES, one.provider, one.model).of(one) for one in noted]
    ranks = (
        [waits[-(-len(waits) * share // 100) - 1] for share in (50, 95)] if waits else [None] * 2
    )
    return Total(
        key,
        len(noted),
        money.count(None),
        sum(one.error != "" for one in noted),
        sum(one.estimated for one in noted),
        sum(one.input_tokens for one in noted),
        sum(one.cached_tokens for one in noted),
        sum(one.output_tokens for one in noted),
        sum(round(one.seconds * 1000) for one in noted),
        sum(one.characters for one in noted),
        sum(one or 0 for one in money),
        *ranks,
    )


@given(noted=st.lists(st.tuples(charges, callers), max_size=12))
def test_every_total_is_the_exact_sum(tmp_path_factory, noted):
    async def run():
        database = Database(fresh(tmp_path_factory.mktemp("ledger") / "viva.db"))
        database.open()
        ledger = keeping(database)
        for charge, by in noted:
            with acting(**by):
                await ledger.note(charge)
        for by_what, key_of in OF_KEY.items():
            groups: dict[str, list[Charge]] = {}
            for charge, by in noted:
                groups.setdefault(key_of(charge, by), []).append(charge)
            expected = [added_up(key, groups[key]) for key in sorted(groups)]
            assert totals(database.read, by_what) == expected
        annas = [charge for charge, by in noted if by["person_id"] == "anna"]
        assert ledger.total("anna", 0) == (added_up("", annas) if annas else Total(""))
        await database.close()

    asyncio.run(run())


async def test_days_and_times_are_told_apart(database):
    for days in (0, 0, 1, 3):
        await note(keeping(database, NOW - timedelta(days=days)), ASKED)

    by_day = totals(database.read, "day")

    assert [one.calls for one in by_day] == [1, 1, 2]
    assert totals(database.read, since=(NOW - timedelta(days=2)).timestamp())[0].calls == 3
    assert {"day", *OF_KEY} == set(KEYS)


async def test_a_row_that_cannot_be_written_costs_nobody_their_answer(database, caplog):
    ledger = keeping(database)
    pages = database.read("PRAGMA page_count")[0][0]
    await database.write(lambda c: c.execute(f"PRAGMA max_page_count={pages}").fetchone())
    caplog.set_level(logging.ERROR)
    await asyncio.gather(*(note(ledger, replace(ASKED, model="m" * 5_000)) for _ in range(9)))
    await note(ledger, replace(ASKED, seconds=float("nan")))
    await database.close()
    await note(ledger, ASKED)

    assert len(caplog.records) == 11
    assert all("not in the ledger" in one.message for one in caplog.records)


async def test_a_vendors_nonsense_lowers_no_sum_and_breaks_none(database):
    ledger = keeping(database)
    await note(ledger, Charge("llm", "openai", "priced", -(10**6), -1, -5, -2.0, -3, -4.0))
    await note(ledger, *[Charge("llm", "openai", "priced", 1, 2**70, 9, latency=1e300)] * 9)

    (whole,) = totals(database.read)

    assert (whole.calls, whole.input_tokens, whole.cached_tokens) == (10, 9, 81)
    assert whole.output_tokens == 9 * (2**31 - 1)
    assert whole.nanos == 9 * (25 + 2_000 * (2**31 - 1))


async def test_a_turn_that_is_stopped_has_still_cost_what_it_has(database):
    turn = asyncio.ensure_future(note(keeping(database), ASKED))
    await asyncio.sleep(0)
    turn.cancel()
    with pytest.raises(asyncio.CancelledError):
        await turn
    await database.write(lambda connection: None)

    assert totals(database.read)[0].nanos == COST


async def test_who_is_erased_leaves_the_totals_as_they_are(database):
    ledger = keeping(database)
    await note(ledger, ASKED, ASKED, owner="turn/3")
    await note(ledger, ASKED, person_id="bob", owner="turn/4")
    before = totals(database.read)

    await database.write(lambda connection: forget(connection, "anna"))

    assert totals(database.read) == before
    assert [(one.key, one.calls) for one in totals(database.read, "person")] == [
        ("", 2),
        ("bob", 1),
    ]
    assert database.read("SELECT count(*) FROM charge WHERE owner = 'turn/3'") == [(0,)]


async def test_many_calls_share_a_commit(database):
    commits = []

    def count(connection):
        connection.set_trace_callback(lambda sql: commits.append(sql) if sql == "COMMIT" else None)

    await database.write(count)
    ledger = keeping(database)
    await asyncio.gather(*(note(ledger, ASKED) for _ in range(200)))

    assert commits.count("COMMIT") == 2  # that of `count` itself, and one for all
