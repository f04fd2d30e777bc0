"""The channel's settings, its secret header, and its start."""

import asyncio
import sys
from pathlib import Path

import pytest

from bots.telegram.channel import create, probe
from core.errors import ConfigError
from tests.bots.telegram.trial import MENTOR, SECRET, environ, made

# Settings


def test_off_without_a_token() -> None:
    assert create({}, Path()) is None
    assert create({"TELEGRAM_WEBHOOK_SECRET": SECRET}, Path()) is None
    assert probe({}).state == "off"
    assert probe(environ()).state == "on"


@pytest.mark.parametrize("secret", ["", " ", "a b", "a\nb", "ключ", "a" * 257, "a,b", "a=", "'"])
def test_refuses_to_start_without_a_sound_secret(secret: str) -> None:
    wrong = environ(TELEGRAM_WEBHOOK_SECRET=secret)
    with pytest.raises(ConfigError, match="TELEGRAM_WEBHOOK_SECRET"):
        create(wrong, Path())
    assert probe(wrong).state == "broken"


def test_tells_every_fault_at_once_and_no_secret() -> None:
    with pytest.raises(ConfigError) as raised:
        create(
            {
                "TELEGRAM_BOT_TOKEN_MENTOR": "canary-without-digits",
                "TELEGRAM_IAE_BOT_TOKEN": "canary-without-digits",
                "TELEGRAM_BASE_URL": "ftp://example.org",
                "TELEGRAM_MESSAGES_PER_SECOND": "0",
            },
            Path(),
        )
    assert len(raised.value.faults) == 6
    assert "canary" not in str(raised.value)


def test_a_path_for_each_bot_and_no_token_in_it() -> None:
    paths = [route.path for route in made(TELEGRAM_TRAFFIC_BOT_TOKEN="3:c").routes()]
    assert paths == ["/telegram/mentor", "/telegram/traffic"]


# The secret header

NAME = "x-telegram-bot-api-secret-token"
NEGATIVES: list[dict[str, str]] = [
    {},
    {NAME: ""},
    {NAME: " "},
    {NAME: "\t"},
    {NAME: "\x00"},
    {NAME: "None"},
    {NAME: "null"},
    {NAME: "***"},
    {NAME: SECRET[:-1]},
    {NAME: SECRET + "a"},
    {NAME: SECRET + " "},
    {NAME: " " + SECRET},
    {NAME: SECRET + "\x00"},
    {NAME: SECRET + "\n"},
    {NAME: SECRET.lower()},
    {NAME: SECRET.upper()},
    {NAME: SECRET.swapcase()},
    {NAME: SECRET[::-1]},
    {NAME: f"{SECRET},{SECRET}"},
    {NAME: f"{SECRET}, {SECRET}"},
    {NAME: f'"{SECRET}"'},
    {NAME: f"Bearer {SECRET}"},
    {NAME: SECRET.replace("-", "_")},
    {NAME: SECRET.replace("_", "%5F")},
    {NAME: SECRET.encode().hex()},
    {NAME: SECRET.replace("a", "\u0430")},
    {NAME: "\udcff"},
    {NAME: MENTOR},
    {"authorization": SECRET},
    {"x-telegram-bot-api-secret": SECRET},
    {NAME.replace("-", "_"): SECRET},
    {NAME: "a" * 100_000},
]


@pytest.mark.parametrize("number", range(len(NEGATIVES)))
def test_refuses(number: int) -> None:
    (route,) = made().routes()
    assert not route.verify(NEGATIVES[number], b"{}")


def test_takes_the_secret() -> None:
    (route,) = made().routes()
    assert route.verify({NAME: SECRET}, b"{}")


# Starting


async def test_starting_waits_for_nothing_and_blocks_nobody() -> None:
    script = """
import asyncio, sys, time
from pathlib import Path
from bots.telegram.channel import create

async def main():
    channel = create({"TELEGRAM_BOT_TOKEN_MENTOR": "1:a", "TELEGRAM_WEBHOOK_SECRET": "a",
                      "TELEGRAM_BASE_URL": "http://127.0.0.1:9"}, Path())
    assert "aiogram" not in sys.modules
    begun = time.monotonic()
    await channel.start(None)
    started, gaps = time.monotonic() - begun, []
    while "aiogram.methods.send_message" not in sys.modules or len(gaps) < 50:
        before = time.monotonic()
        await asyncio.sleep(0.01)
        gaps.append(time.monotonic() - before)
    print(started, sorted(gaps)[len(gaps) // 2], max(gaps))
    await channel.stop()

asyncio.run(main())
"""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", script), stdout=asyncio.subprocess.PIPE, cwd=Path.cwd()
    )
    said, _ = await process.communicate()
    started, usual, longest = map(float, said.split())
    assert process.returncode == 0
    # Importing holds the interpreter a few milliseconds at a time, a binary module longer.
    assert started < 0.1
    assert usual < 0.1
    assert longest < 2.0
