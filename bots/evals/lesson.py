"""A house of its own for one evaluation: the whole pipeline, and one pupil a homework."""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

from bots.evals.homework import Homework
from core.bootstrap import build
from core.model import Command, Document, Message, Part, Receipt, Sender, Surface, Target
from core.ports.channel import Accept, Delivery, Route

NAME = "eval"
PATIENCE = 300.0
"""Seconds for one answer."""
NOT_OURS = {"DATABASE_URL", "REDIS_URL"}
"""What is asked here goes into no database that somebody works with."""


@dataclass(slots=True)
class Lesson:
    """A channel in memory whose conversations are homeworks."""

    name: str = NAME
    surface: Surface = field(default_factory=lambda: Surface(buttons=True))
    _accept: Accept | None = None
    _sources: dict[str, bytes] = field(default_factory=dict)
    _answers: dict[str, asyncio.Future[Delivery]] = field(default_factory=dict)

    async def ask(self, homework: Homework) -> Delivery:
        """What the mentor answers to it. Raises TimeoutError."""
        assert self._accept is not None, "the lesson has begun"
        # To the mentor, whatever else the words could mean.
        parts: tuple[Part, ...] = (Command("mentor", f"ask {homework.asked}"),)
        if homework.source:
            self._sources[homework.id] = homework.source.encode()
            parts += (Document(homework.id, homework.source_name, media_type="text/plain"),)
        answer = self._answers[homework.id] = asyncio.get_running_loop().create_future()
        sender = Sender(homework.id, language=homework.language, zone="Europe/London")
        target = Target(NAME, "home", homework.id)
        message = Message(target, sender, homework.id, parts, datetime.now(UTC))
        await self._accept([message])
        return await asyncio.wait_for(answer, PATIENCE)

    def routes(self) -> Sequence[Route]:
        """None: nobody comes in by the web."""
        return ()

    async def start(self, accept: Accept) -> None:
        """From here on it may be asked."""
        self._accept = accept

    async def stop(self) -> None:
        """Nothing is open."""

    async def deliver(self, delivery: Delivery) -> Receipt:
        """The answer, to whoever waits for it."""
        answer = self._answers[delivery.target.conversation]
        if not answer.done():
            answer.set_result(delivery)
        return Receipt("confirmed")

    async def fetch(self, ref: str) -> bytes:
        """The source of that homework."""
        return self._sources[ref]

    def working(self, target: Target, stage: str, share: float | None) -> None:
        """Nobody looks."""

    def draft(self, target: Target, text: str) -> None:
        """Nobody looks."""


@asynccontextmanager
async def lesson(
    environ: Mapping[str, str], skills: ModuleType, **given: Any
) -> AsyncIterator[Lesson]:
    """The house over an empty home, gone afterwards; `given` are providers, as in `build`."""
    made = Lesson()
    room: Any = SimpleNamespace(create=lambda *_: made)
    with tempfile.TemporaryDirectory(prefix="viva-eval-") as home:
        kept = {name: value for name, value in environ.items() if name not in NOT_OURS}
        own = {"VIVA_HOME": str(Path(home)), "VIVA_DOCUMENTS": "local"}
        app = build({**kept, **own}, skills, [room], **given)
        await app.start()
        try:
            yield made
        finally:
            await app.stop()
