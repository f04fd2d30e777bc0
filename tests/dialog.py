"""Dialogs as tables: what a person says, and what they are answered, through the whole pipeline."""

import asyncio
import re
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest_asyncio

import skills
from core.bootstrap import App, build
from core.model import Command, Message, Part, Press, Receipt, Reply, Sender, Surface, Target, Text
from core.ports.channel import Accept, Delivery, Route
from tests.clock import START

Answer = str | re.Pattern[str]
CHANNEL = "dialog"
PATIENCE = 10.0
"""Seconds of real time an answer may take on a busy machine."""


class DialogChannel:
    """A channel in memory: it keeps what it delivers."""

    name = CHANNEL
    surface = Surface(buttons=True)

    def __init__(self) -> None:
        self.accept: Accept | None = None
        self.delivered: list[Delivery] = []
        self.drafts: list[str] = []
        self.files: dict[str, bytes] = {}
        """What people send, by the refs of their parts."""

    def routes(self) -> Sequence[Route]:
        return ()

    async def start(self, accept: Accept) -> None:
        self.accept = accept

    async def stop(self) -> None:
        self.accept = None

    async def deliver(self, delivery: Delivery) -> Receipt:
        self.delivered.append(delivery)
        return Receipt("confirmed")

    async def fetch(self, ref: str) -> bytes:
        assert ref in self.files, f"nobody has sent {ref}"
        return self.files[ref]

    def working(self, target: Target, stage: str, share: float | None) -> None:
        pass

    def draft(self, target: Target, text: str) -> None:
        self.drafts.append(text)


@dataclass(slots=True)
class Speaker:
    """One person in one conversation; `language` and `zone` are what their platform tells."""

    dialog: "Dialog"
    id: str = "anna"
    language: str = "en"
    zone: str | None = "Europe/London"
    name: str | None = None
    choices: Mapping[str, str] = field(default_factory=dict)
    """The buttons of the last answer: label to token."""

    async def __call__(self, *table: tuple[str, Answer]) -> None:
        """Says each row's first part and compares the answer: exactly, or with a pattern.

        `[Label]` presses the last answer's button of that label, `/name words` is a command.
        """
        for said, answer in table:
            _compare(said, answer, (await self.say(said)).text)

    async def say(self, said: str) -> Reply:
        """One message and its one answer."""
        return await self.send(self._part(said))

    async def send(self, *parts: Part) -> Reply:
        """The same of any parts."""
        delivered = self.dialog.channel.delivered
        before = len(delivered)
        await self.dialog.send(self, *parts)
        fresh = [one for one in delivered[before:] if one.message_key is not None]
        assert len(fresh) == 1, f"{parts} was answered {len(fresh)} times"
        reply = fresh[0].reply
        self.choices = {choice.label: choice.token for choice in reply.choices}
        return reply

    def _part(self, said: str) -> Part:
        if said.startswith("[") and said.endswith("]"):
            assert said[1:-1] in self.choices, f"no button {said} among {list(self.choices)}"
            return Press(self.choices[said[1:-1]])
        if said.startswith("/"):
            name, _, text = said[1:].partition(" ")
            return Command(name, text)
        return Text(said)


class LeapingClock:
    """A clock that goes straight to a time: whoever sleeps until then wakes there, at once."""

    def __init__(self, at: datetime = START) -> None:
        self._at = at
        self._sleepers: list[tuple[datetime, asyncio.Future[None]]] = []

    def now(self) -> datetime:
        return self._at

    async def sleep(self, seconds: float) -> None:
        waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._sleepers.append((self._at + timedelta(seconds=seconds), waiting))
        self.leap(self._at)
        await waiting

    def leap(self, to: datetime) -> None:
        """Sets the time."""
        self._at = to
        for until, waiting in self._sleepers:
            if until <= to and not waiting.done():
                waiting.set_result(None)
        self._sleepers = [one for one in self._sleepers if not one[1].done()]


@dataclass(slots=True)
class Dialog:
    """A running app, its virtual clock, and the people who speak with it."""

    home: Path
    clock: LeapingClock = field(default_factory=LeapingClock)
    channel: DialogChannel = field(default_factory=DialogChannel)
    given: dict[str, Any] = field(default_factory=dict)
    """Providers by capability: `llm`, `stt`, `vision` and the like."""
    settings: dict[str, str] = field(default_factory=lambda: {"VIVA_LLM": "none"})
    app: App = field(init=False)
    _sent: int = 0

    def speaker(self, id: str = "anna", **known: Any) -> Speaker:
        """Somebody who speaks; see Speaker."""
        return Speaker(self, id, **known)

    async def __call__(self, *table: tuple[str, Answer], **known: Any) -> Speaker:
        """A table by somebody, who is returned to go on."""
        speaker = self.speaker(**known)
        await speaker(*table)
        return speaker

    async def start(self) -> None:
        """The app, over whatever is in the home already."""
        room: Any = SimpleNamespace(create=lambda environ, home: self.channel)
        self.app = build(
            {"VIVA_HOME": str(self.home), **self.settings},
            skills,
            [room],
            now=self.clock.now,
            sleep=self.clock.sleep,
            **self.given,
        )
        await self.app.start()

    async def send(self, speaker: Speaker, *parts: Part) -> None:
        """One message in, and everything done that it asks for now."""
        self._sent += 1
        sender = Sender(speaker.id, speaker.name, speaker.language, speaker.zone)
        target = Target(CHANNEL, "home", speaker.id)
        message = Message(target, sender, str(self._sent), parts, self.clock.now())
        assert self.channel.accept is not None, "the app runs"
        await self.channel.accept([message])
        await self._settle()

    async def wait(self, **time: float) -> list[str]:
        """Turns the clock (hours=1), stopping wherever something is due; what was said unasked."""
        before = len(self.channel.delivered)
        end = self.clock.now() + timedelta(**time)
        while (due := self._next_due()) is not None and due <= end:
            self.clock.leap(max(due, self.clock.now()))
            await self._settle()
        self.clock.leap(end)
        await self._settle()
        return [one.reply.text for one in self.channel.delivered[before:]]

    async def sleep_through(self, **time: float) -> list[str]:
        """The app is not running all that time, then starts again; what it said unasked."""
        before = len(self.channel.delivered)
        await self.app.stop()
        self.clock.leap(self.clock.now() + timedelta(**time))
        await self.start()
        await self._settle()
        return [one.reply.text for one in self.channel.delivered[before:]]

    async def _settle(self) -> None:
        """Until no turn runs and nothing that is due waits."""
        async with asyncio.timeout(PATIENCE):
            while True:
                await self.app.worker.idle()
                due = self._next_due()
                if due is None or due > self.clock.now():
                    return
                await asyncio.sleep(0.002)

    def _next_due(self) -> datetime | None:
        rows = self.app.house.database.read("SELECT min(due) FROM job")
        return datetime.fromtimestamp(rows[0][0], UTC) if rows[0][0] is not None else None


def _compare(said: str, answer: Answer, got: str) -> None:
    if isinstance(answer, str):
        assert got == answer, f"said: {said}\nanswered: {got}\nwanted: {answer}"
    else:
        assert answer.search(got), f"said: {said}\nanswered: {got}\nwanted: {answer.pattern}"


@pytest_asyncio.fixture
async def dialog(tmp_path: Path) -> AsyncIterator[Dialog]:
    """An app in a fresh home, without any key, on Wednesday 18 November 2026, 10:00 UTC."""
    dialog = Dialog(tmp_path)
    await dialog.start()
    yield dialog
    await dialog.app.stop()
