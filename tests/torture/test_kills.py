"""Never lost, never twice: killed at random while it serves, and the auditor says what it kept."""

import asyncio
import json
import os
import secrets
import sys
from pathlib import Path

import pytest

from tests.torture import auditor
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


async def test_a_few_kills(tmp_path: Path) -> None:
    plan = Plan(seed(), kills=6, messages=160, chats=20)
    verdict = await judge(plan, tmp_path)
    assert (verdict["kills"], verdict["asked"], verdict["answered"]) == (6, 160, 160)


@pytest.mark.torture
async def test_a_hundred_kills(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = Plan(seed(), kills=100, messages=2000, chats=200, by_sdk=(33, 66))
    verdict = await judge(plan, tmp_path)
    with capsys.disabled():
        print(f"\nVIVA_SEED={plan.seed} {json.dumps(verdict)}")
    assert (verdict["kills"], verdict["asked"], verdict["answered"]) == (100, 2000, 2000)
