"""The product behind Telegram, whole: webhook in, Bot API out, nothing between them replaced."""

import asyncio
from contextlib import asynccontextmanager

import pytest

import bots.telegram.channel
import skills
from bots.telegram.client import HttpxClient
from bots.telegram.simulator import Simulator
from bots.telegram.simulator.people import Webhook
from bots.web.ingress import Ingress, serve_http
from core.bootstrap import build
from core.model import Message
from core.ports.transcriber import Transcript
from tests.bots.telegram.trial import FAST, MENTOR, NO_LIMITS, SECRET
from tests.clock import START, VirtualClock
from tests.databases import fresh
from tests.fakes.transcriber import FakeTranscriber

ANNA = 7
HEARD = Transcript("remind me in ten minutes to stretch", "en", 0.9, 3.0)


class Wire:
    """A learner's phone, and the app at the other end."""

    def __init__(self, api: Simulator, clock: VirtualClock) -> None:
        self.api = api
        self.clock = clock
        self._read = 0

    async def answers(self, count: int = 1) -> list[str]:
        """The next messages that the phone gets."""
        async with asyncio.timeout(20):
            while len(self.api.sent) < self._read + count:
                await asyncio.sleep(0.01)
        found = [one["text"] for one in self.api.sent[self._read : self._read + count]]
        self._read += count
        return found

    async def says(self, text: str, **more: object) -> str:
        """Types something, and reads the answer."""
        self.api.send_text(ANNA, text, **more)
        return (await self.answers())[0]


@asynccontextmanager
async def product(home, api, clock, **given):
    environ = {
        "VIVA_HOME": str(home),
        "VIVA_LLM": "none",
        "TELEGRAM_BOT_TOKEN_MENTOR": MENTOR,
        "TELEGRAM_WEBHOOK_SECRET": SECRET,
        "TELEGRAM_BASE_URL": api.url,
        "TELEGRAM_CLIENT": "httpx",
        **FAST,
    }
    app = build(environ, skills, [bots.telegram.channel], now=clock.now, sleep=clock.sleep, **given)
    app.home.make()
    await app.start()
    routes = [route for channel in app.channels.values() for route in channel.routes()]
    ingress = Ingress(routes, app.worker.accept, ready=lambda: True)
    try:
        async with serve_http(ingress, port=0) as port:
            url = f"http://127.0.0.1:{port}/telegram/mentor"
            api.people.webhooks[MENTOR] = Webhook(url, SECRET)
            yield app
    finally:
        await app.stop()


@pytest.fixture
async def api(tmp_path):
    simulator = Simulator(
        {MENTOR: "school_mentor_bot"}, tmp_path / "sent.jsonl", NO_LIMITS, any_chat=True
    )
    await simulator.start()
    yield simulator
    await simulator.stop()


@pytest.fixture
def home(tmp_path):
    return fresh(tmp_path / "home" / "viva.db").parent


@pytest.fixture
def clock():
    return VirtualClock(START)


async def test_a_learner_is_asked_for_the_zone_once_and_reminded_in_it(home, api, clock):
    async with product(home, api, clock):
        wire = Wire(api, clock)

        asked = await wire.says("remind me tomorrow at nine to revise chapter three")
        assert "?" in asked

        told = await wire.says("Madrid")
        assert "Tomorrow, Thursday 19 November, 09:00: revise chapter three" in told

        told = await wire.says("remind me today at 18:00 to rest")
        assert "Today, Wednesday 18 November, 18:00: rest" in told

        await clock.advance(7 * 3600 + 1)  # 18:00 in Madrid is 17:00 UTC
        assert await wire.answers() == ["Reminder: rest"]


async def test_a_voice_note_is_heard_repeated_and_done(home, api, clock):
    hearing = FakeTranscriber({b"OggS-stretch": HEARD})
    async with product(home, api, clock, stt=hearing):
        wire = Wire(api, clock)
        api.send_voice(ANNA, b"OggS-stretch")
        (told,) = await wire.answers()

        assert told.startswith("I heard: “remind me in ten minutes to stretch”\n")

        await clock.advance(601)

        assert await wire.answers() == ["Reminder: stretch"]
    assert hearing.hints == [("en", None, True)]


async def test_a_press_and_a_redelivered_update_are_answered_once(home, api, clock):
    async with product(home, api, clock):
        wire = Wire(api, clock)
        hello = await wire.says("/start")
        button = api.sent[-1]["reply_markup"]["inline_keyboard"][-1][0]
        update = api.press(ANNA, button["callback_data"])
        help_text = (await wire.answers())[0]
        api.people.repeat(update)
        await api.people.settled()

        assert hello != help_text
        assert "note that I come last" not in help_text
        assert await wire.says("note that I come last") == "Saved: I come last"
        assert len(api.sent) == 3


async def test_a_learner_who_writes_spanish_is_answered_in_spanish(home, api, clock):
    async with product(home, api, clock):
        wire = Wire(api, clock)

        assert "Guardado" in await wire.says("anota que el examen es el viernes", language="es")


async def test_what_was_accepted_is_answered_by_the_next_process(home, api, clock, monkeypatch):
    """The first process dies between the 200 and the answer."""
    async with product(home, api, clock) as app:
        taken: list[Message] = []

        async def no_further(claim):
            taken.append(claim.message)
            await asyncio.Event().wait()

        monkeypatch.setattr(app.worker._pipeline, "answer", no_further)
        api.send_text(ANNA, "note that I survive")
        await api.people.settled()
        while not taken:
            await asyncio.sleep(0.01)
        await app.worker.stop(seconds=0)

    assert api.sent == []

    async with product(home, api, clock):
        assert await Wire(api, clock).answers() == ["Saved: I survive"]


async def test_what_is_on_its_way_at_the_end_arrives_once(home, api, clock, monkeypatch):
    sent = asyncio.Event()
    call = HttpxClient.call

    async def slow(self, method, **params):
        result = await call(self, method, **params)
        if method == "sendMessage":
            sent.set()
            await asyncio.sleep(0.3)  # the answer's way back
        return result

    monkeypatch.setattr(HttpxClient, "call", slow)
    async with product(home, api, clock):
        api.send_text(ANNA, "note that I come once")
        await asyncio.wait_for(sent.wait(), 20)

    async with product(home, api, clock):
        wire = Wire(api, clock)
        await wire.answers()

        assert await wire.says("note the next one") == "Saved: the next one"
