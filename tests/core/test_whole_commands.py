"""The `viva` command as a process of its own, with its environment pointed at fakes of vendors."""

import asyncio
import json
import os
import sys
from pathlib import Path

import pytest

from tests.documents import pdf
from tests.fakes.llm_wire import Heard, Said
from tests.fakes.stt_server import Told
from tests.fakes.vendors import vendors
from tests.pictures import saved, written
from tests.recordings import encode
from tests.speech import say
from tests.whole import AGREES, SEEN

ROOT = Path(__file__).parents[2]
OURS = ("GROQ_", "OLLAMA_", "OPENAI_", "QDRANT_", "TELEGRAM_", "VIVA_")


@pytest.fixture
async def world():
    async with vendors() as far:
        yield far


def thinking(heard: Heard) -> Said:
    if heard.system.startswith("You are the eyes"):
        return Said(SEEN.format(language="en", text="1/2 + 1/3 = 2/5", shown="-"))
    return Said("By light [Leaves.pdf, p. 1].")


@pytest.fixture
def viva(world, tmp_path):
    """Runs a command in an empty home; what it printed, where it says that all is well."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    ours = {"PYTHONPATH": str(ROOT), "VIVA_HOME": str(tmp_path / "home"), "LANG": "en_GB.UTF-8"}
    environ = {**kept, **ours, **world.settings("openai", "groq", "ollama"), "VIVA_STT": "groq"}

    async def run(*words: str) -> str:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bots", *words),
            cwd=tmp_path,
            env=environ,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        printed, told = await process.communicate()
        assert process.returncode == 0, told.decode()
        return printed.decode()

    return run


async def test_whatever_is_sent_is_answered_and_accounted_for(viva, world, tmp_path):
    for one in world:
        one.answer = thinking
    world.groq.ears.tell = lambda posted: Told((("How do leaves live?", 0.0, 2.0),))
    files = {
        "voice": ("note.ogg", encode(say("good morning"))),
        "image": ("sum.png", saved(written("1/2 + 1/3 = 2/5"))),
        "file": ("Leaves.pdf", pdf("Leaves live by light.")),
    }
    for name, file in files.values():
        (tmp_path / name).write_bytes(file)

    assert "Leaves.pdf" in await viva("send", "--file", "Leaves.pdf")
    assert "By light [Leaves.pdf, p. 1]." in await viva("send", "how do leaves live?")
    world.openai.faults = ["503"]
    await viva("send", AGREES)
    spoken = await viva("send", "--voice", "note.ogg")
    assert "How do leaves live?" in spoken
    assert "By light [Leaves.pdf, p. 1]." in spoken
    world.openai.faults = [None]
    assert "By light" in await viva("send", "--image", "sum.png", "is this right?")
    assert "openai" in await viva("speak", "By light.", "--out", "said.ogg")
    assert (tmp_path / "said.ogg").read_bytes().startswith(b"OggS")

    printed = json.loads(await viva("costs", "--by", "provider", "--json"))
    rows = {row["key"]: row for row in printed["rows"]}
    for name in ("openai", "groq"):
        told = getattr(world, name).told
        assert rows[name]["input_tokens"] == sum(given for _, given, _, _ in told), name
        assert rows[name]["output_tokens"] == sum(said for _, _, said, _ in told), name
    failed = len(world.openai.arrived) - len(world.openai.exchanges)
    assert (rows["openai"]["calls"], rows["openai"]["errors"]) == (
        len(world.openai.arrived),
        failed,
    )
    assert rows["groq"]["sound_ms"] > 0


async def test_the_doctor_finds_on_what_the_settings_name(viva):
    found = json.loads(await viva("doctor", "--json"))
    on = {(one["capability"], one["name"]) for one in found if one["state"] == "on"}
    wanted = {(what, name) for what in ("llm", "vision") for name in ("openai", "groq", "ollama")}
    assert wanted | {("stt", "groq"), ("tts", "openai"), ("tts", "groq")} <= on
