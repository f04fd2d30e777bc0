"""The whole app on SQLite, and people who write again as soon as they are answered."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

from core.bootstrap import App, build
from core.model import Message, Receipt, Sender, Surface, Target, Text
from core.ports.channel import Accept, Delivery, Route

CHANNEL = "crowd"
CROWD = 256
"""People who speak at once."""


class Crowd:
    """A channel in memory: whoever is answered says the next thing."""

    name = CHANNEL
    surface = Surface()

    def __init__(self, text: str) -> None:
        self._text = text
        self._accept: Accept | None = None
        self._said = 0
        self._left = 0
        self._waiting = 0
        self._tasks: set[asyncio.Task[None]] = set()
        self._done = asyncio.Event()
        self.replies: set[str] = set()

    def routes(self) -> Sequence[Route]:
        return ()

    async def start(self, accept: Accept) -> None:
        self._accept = accept

    async def stop(self) -> None:
        self._accept = None

    async def fetch(self, ref: str) -> bytes:
        raise AssertionError("nobody sends files")

    def draft(self, target: Target, text: str) -> None:
        pass

    def working(self, target: Target, stage: str, share: float | None) -> None:
        pass

    async def deliver(self, delivery: Delivery) -> Receipt:
        self.replies.add(delivery.reply.text)
        self._waiting -= 1
        if self._left:
            self._speak(delivery.target.conversation)
        elif not self._waiting:
            self._done.set()
        return Receipt("sent")

    async def talk(self, turns: int) -> int:
        """Returns when so many messages have been answered and every receipt is kept."""
        self._done.clear()
        self._left = turns
        for number in range(min(CROWD, turns)):
            self._speak(f"{CHANNEL}-{number}")
        await self._done.wait()
        return turns

    def _speak(self, person: str) -> None:
        self._left -= 1
        self._waiting += 1
        self._said += 1
        assert self._accept is not None
        message = Message(
            Target(CHANNEL, "main", person),
            Sender(person, "Anna", "en", "Europe/London"),
            str(self._said),
            (Text(self._text),),
            datetime.now(UTC),
        )
        task = asyncio.create_task(self._take(message))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _take(self, message: Message) -> None:
        assert self._accept is not None
        await self._accept([message])


class Running:
    """An app with a crowd in a home of its own."""

    def __init__(self, home: Path, skills: ModuleType, text: str) -> None:
        self.crowd = Crowd(text)
        room: Any = SimpleNamespace(create=lambda environ, home: self.crowd)
        self.app: App = build({"VIVA_HOME": str(home), "VIVA_LLM": "none"}, skills, [room])
        home.mkdir(parents=True, exist_ok=True)

    async def talk(self, turns: int) -> int:
        """A round; see Crowd."""
        await self.crowd.talk(turns)
        await self.app.worker.idle()
        return turns
