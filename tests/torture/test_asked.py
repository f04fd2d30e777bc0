"""Killed in the midst of an answer: what the model has answered is never asked again."""

import asyncio
import os
import sqlite3
import sys
from pathlib import Path

import pytest

from tests.fakes.llm_server import KEY, llm_server
from tests.fakes.llm_wire import Heard, Said

pytestmark = pytest.mark.torture
ROOT = Path(__file__).parents[2]
POINTS = ("answered:1", "answered:2", "understood:1", "committed:1")
"""After the answer that calls a tool, after the last one, before the commit, and behind it."""


def mind(heard: Heard) -> Said:
    if heard.after_tool:
        return Said("You know that membranes are thin.")
    return Said(calls=(("notes__list", {}),))


async def viva(environ: dict[str, str], module: str, *words: str) -> tuple[int, str]:
    """How a process ended, and what it printed."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", module, *words, cwd=ROOT, env=environ,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    async with asyncio.timeout(60):
        printed, _ = await process.communicate()
    assert process.returncode is not None
    return process.returncode, printed.decode()


@pytest.mark.parametrize("point", POINTS)
async def test_a_model_is_not_asked_twice(tmp_path, point):
    async with llm_server(answer=mind) as vendor:
        environ = os.environ | {
            "VIVA_HOME": str(tmp_path), "VIVA_LLM": "openai", "OPENAI_API_KEY": KEY,
            "OPENAI_BASE_URL": f"{vendor.url}/v1", "VIVA_CRASH_AT": point, "LANG": "en_GB.UTF-8",
        }  # fmt: skip
        ended, printed = await viva(
            environ, "tests.torture.crash_points", "send", "mentor what do I know?"
        )
        assert ended == -9, printed
        ended, printed = await viva(environ, "bots", "send", "show my notes")
        assert ended == 0, printed
        assert "You have no notes yet." in printed
        assert len(vendor.heard) == 2, "one ask for the tool, and one for the answer"
    with sqlite3.connect(tmp_path / "viva.db") as database:
        finals = database.execute("SELECT count(*) FROM outbox WHERE owner = 'turn/1'").fetchone()
        steps = database.execute("SELECT key, state FROM step ORDER BY key").fetchall()
    assert finals == (1,)
    assert steps == [], "what a turn was to remember goes with its commit"
