"""The simulated Bot API and a channel that is started against it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bots.telegram.channel import TelegramChannel
from bots.telegram.simulator import Simulator
from tests.bots.telegram.trial import ANALYST, FAST, MENTOR, NO_LIMITS, accept, made


@pytest.fixture
async def api(tmp_path: Path) -> AsyncIterator[Simulator]:
    tokens = {MENTOR: "school_mentor_bot", ANALYST: "school_analyst_bot"}
    simulator = Simulator(tokens, tmp_path / "sent.jsonl", NO_LIMITS)
    await simulator.start()
    for chat in (7, 8, -9):
        simulator.people.chats.add((MENTOR, chat))
    yield simulator
    await simulator.stop()


@pytest.fixture
async def channel(api: Simulator) -> AsyncIterator[TelegramChannel]:
    opened = made(TELEGRAM_BASE_URL=api.url, TELEGRAM_IAE_BOT_TOKEN=ANALYST, **FAST)
    await opened.start(accept)
    yield opened
    await opened.stop()
