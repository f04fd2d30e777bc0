"""`viva costs`: the figures are the ledger's, and people stay pseudonyms."""

import json
import os
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import skills
from bots.commands.costs import Request, _count, costs
from bots.commands.front import Front
from core.errors import ConfigError
from core.ports.meter import Charge
from core.store.database import Database, connect
from core.store.totals import totals
from tests.books import ASKED, COST, keeping, note
from tests.databases import fresh

ROOT = Path(__file__).parents[2]
ANNA, BOB = "3f2a1c9988776655", "0011223344556677"
UNKNOWN = Charge("llm", "groq", "openai/gpt-oss-120b", 10, 5, latency=2, estimated=True)
EVIL = "Anna [red]\x1b[31m"


@pytest.fixture
async def home(tmp_path):
    """A home in which Anna and Bob have spent something, today and ten days ago."""
    database = Database(fresh(tmp_path / "viva.db"))
    database.open()
    person = (
        "INSERT INTO person(id, workspace, name, language, version) VALUES (?, 'home', ?, 'en', 0)"
    )
    await database.write(lambda c: c.execute(person, (ANNA, EVIL)).rowcount)
    today = keeping(database, datetime.now(UTC))
    await note(today, *[ASKED] * 3, person_id=ANNA)
    await note(
        today, UNKNOWN, Charge("llm", "openai", "priced", error="unavailable"), person_id=BOB
    )
    earlier = keeping(database, datetime.now(UTC) - timedelta(days=10))
    await note(earlier, Charge("llm", "embedded", "small", 12_345, 0))
    await database.close()
    return tmp_path


@pytest.fixture
def told(home, capsys, monkeypatch):
    """What is printed in a terminal of 80 columns."""
    monkeypatch.setenv("COLUMNS", "80")

    async def run(by="model", days=30, names=False, as_json=False):
        front = Front({"VIVA_HOME": str(home)}, skills, ())
        assert await costs(front, Request(by, days, names, as_json)) == 0
        return capsys.readouterr().out

    return run


async def test_a_line_for_each_model_the_dearest_first(told):
    lines = (await told()).splitlines()

    assert [line.split()[:8] for line in lines if re.search(r"\d s\b", line)] == [
        ["openai", "priced", "4", "1", "4.5k", "<", "$0.01", "0.2"],
        ["embedded", "small", "1", "0", "12.3k", "$0.00", "0.0", "s"],
        ["groq", "openai/gpt-oss-120b", "1", "0", "15", "unknown", "2.0", "s"],
        ["total", "6", "1", "16.9k", "<", "$0.01", "+", "?"],
    ]
    assert max(map(len, lines)) <= 80
    assert "Calls whose price is unknown: 1 (groq openai/gpt-oss-120b)." in lines
    assert "Calls whose amounts are our own estimate: 1." in lines


async def test_today_is_not_ten_days_ago(told):
    assert "embedded" not in await told(days=1)
    assert "embedded" not in await told(days=10)
    assert "embedded" in await told(days=11)


async def test_people_are_pseudonyms_until_their_names_are_asked_for(told):
    plain = await told("person")

    assert ANNA[:8] in plain
    assert ANNA not in plain
    assert "Anna" not in plain
    assert "--names" in plain
    assert "--names" not in await told("model")

    named = await told("person", names=True)

    assert f"Anna [red]�[31m ({ANNA[:8]})" in " ".join(named.split())
    assert "--names" not in named
    assert "\x1b" not in named


async def test_json_is_exact(told, home):
    whole = json.loads(await told("person", as_json=True))

    assert whole["total"]["nanos"] == 3 * COST
    assert whole["total"]["usd"] == 3 * COST / 10**9
    assert [(row["key"], row["calls"], row["unpriced"]) for row in whole["rows"]] == [
        (ANNA[:8], 3, 0),
        ("anna", 1, 0),
        (BOB[:8], 2, 1),
    ]
    assert ANNA not in json.dumps(whole)

    connection = connect(home / "viva.db")
    (everything,) = totals(lambda sql, params: connection.execute(sql, params).fetchall())
    connection.close()
    assert whole["total"]["calls"] == everything.calls


async def test_days_stand_in_their_order(told):
    days = [row["key"] for row in json.loads(await told("day", as_json=True))["rows"]]

    assert len(days) == 2
    assert days == sorted(days)


def test_where_nothing_was_said_there_is_nothing_to_tell(tmp_path):
    environ = {**os.environ, "VIVA_HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}

    def viva(*words):
        command = [sys.executable, "-m", "bots", "costs", *words]
        return subprocess.run(
            command, check=False, capture_output=True, text=True, env=environ, cwd=ROOT, timeout=60
        )

    before = viva()

    assert (before.returncode, before.stdout) == (2, "")
    assert "nothing has been said" in before.stderr

    fresh(tmp_path / "viva.db")
    after = viva("--days", "7")

    assert (after.returncode, after.stderr) == (0, "")
    assert after.stdout == "The last 7 days: no provider was called.\n"
    assert viva("--by", "name").returncode == 2


async def test_a_database_that_waits_for_its_upgrade_is_left_alone(told, home):
    connection = connect(home / "viva.db")
    connection.execute("UPDATE alembic_version SET version_num = '0001'")
    connection.close()

    with pytest.raises(ConfigError, match="start `viva chat` once"):
        await told()


@pytest.mark.parametrize(
    ("number", "said"),
    [
        *[(0, "0"), (999, "999"), (1_000, "1.0k"), (12_345, "12.3k"), (999_949, "999.9k")],
        *[(999_950, "1.0M"), (4_500_000, "4.5M"), (10**12, "1000.0G")],
    ],
)
def test_large_numbers_are_short(number, said):
    assert _count(number) == said
