"""Never lost, never twice: killed at random while it serves, and the auditor says what it kept."""

import asyncio
import json
import os
import secrets
import sys
from pathlib import Path

import pytest

from tests.torture import auditor
from tests.torture.crash_points import POINTS
from tests.torture.kills import Plan, Torture


def seed() -> int:
    """`VIVA_SEED`, or another one each time."""
    return int(os.environ.get("VIVA_SEED") or secrets.randbelow(2**32))


async def judge(plan: Plan, folder: Path) -> dict[str, object]:
    """The auditor's verdict, from a process of its own, on a run of the plan."""
    print(f"VIVA_SEED={plan.seed}")
    run = Torture(plan, folder)
    await run.run()
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, str(auditor.__file__), str(run.ledger.path), str(run.database)),
        stdout=asyncio.subprocess.PIPE,
    )
    said, _ = await process.communicate()
    print(said.decode())
    verdict: dict[str, object] = json.loads(said)
    assert process.returncode == 0, "\n".join(map(str, verdict["faults"][:20]))  # type: ignore[index]
    return verdict


async def told(plan: Plan, folder: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    """The same, shown though all went well: the figures are what the long run is for."""
    verdict = await judge(plan, folder)
    with capsys.disabled():
        print(f"\nVIVA_SEED={plan.seed} {json.dumps(verdict)}")
    return verdict


async def test_a_few_kills(tmp_path: Path) -> None:
    plan = Plan(seed(), messages=160, chats=8, kills=4, points=tuple(POINTS))
    verdict = await judge(plan, tmp_path)
    assert (verdict["kills"], verdict["answered"]) == (4 + len(POINTS), 160)


@pytest.mark.torture
async def test_a_hundred_kills(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = Plan(seed(), messages=2000, chats=200, kills=98, by_sdk=2, paced=True)
    verdict = await told(plan, tmp_path, capsys)
    assert (verdict["kills"], verdict["answered"]) == (100, 2000)


@pytest.mark.torture
async def test_every_crash_point(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    points = tuple(POINTS) * 15
    plan = Plan(seed(), messages=1500, chats=100, kills=0, points=points)
    verdict = await told(plan, tmp_path, capsys)
    assert (verdict["kills"], verdict["answered"]) == (len(points), 1500)
