"""Never lost, never twice, with a model: killed while it answers, and what it said is kept."""

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.fakes.llm_server import served
from tests.torture import auditor
from tests.torture.crash_points import WITH_A_MODEL
from tests.torture.kills import Plan
from tests.torture.minds import Pondering, asked_again, several, unsound
from tests.torture.test_kills import seed


async def judge(plan: Plan, folder: Path) -> dict[str, Any]:
    """The auditor's verdict on a run of the plan, and what the models say."""
    print(f"VIVA_SEED={plan.seed}")
    run = Pondering(plan, folder)
    run.first.ledger = run.second.ledger = run.ledger
    async with served(run.first), served(run.second):
        await run.run()
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, str(auditor.__file__), str(run.ledger.path), str(run.database)),
        stdout=asyncio.subprocess.PIPE,
    )
    said, _ = await process.communicate()
    print(said.decode())
    verdict: dict[str, Any] = json.loads(said)
    entries = run.ledger.entries()
    offers = [one for one in entries["asked"] if one["sort"] == "offer"]
    verdict |= {
        "thought": len(entries["thought"]),
        "of the second": len(run.second.arrived),
        "offers": len(offers),
        "summed up": len(entries["summed"]),
        "several": several(entries["thought"]),
    }
    faults = verdict["faults"] + asked_again(entries) + unsound(run.database, len(offers))
    assert not faults, "\n".join(map(str, faults[:20]))
    assert verdict["answered"] == len(entries["asked"])
    return verdict


async def test_a_few_kills_while_it_answers(tmp_path: Path) -> None:
    plan = Plan(seed(), messages=30, chats=6, kills=2, points=tuple(WITH_A_MODEL), most=2)
    verdict = await judge(plan, tmp_path)
    assert verdict["kills"] == 2 + len(WITH_A_MODEL)
    assert verdict["thought"] >= 30


@pytest.mark.torture
async def test_forty_kills_while_it_answers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    points = tuple(WITH_A_MODEL) * 5 + ("understood", "committed", "called", "delivered", "marked")
    plan = Plan(seed(), messages=450, chats=24, kills=20, points=points, most=8)
    verdict = await judge(plan, tmp_path)
    with capsys.disabled():
        print(f"\nVIVA_SEED={plan.seed} {json.dumps(verdict)}")
    assert verdict["kills"] == 40
