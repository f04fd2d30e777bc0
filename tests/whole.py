"""The whole house, made by bootstrap out of settings, in a world where the vendors are fakes."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import pytest_asyncio

from core.model import Document, Image, Message, Part, Reply, Sender, Target, Text, Voice
from core.resilience import retry
from tests.databases import fresh
from tests.dialog import CHANNEL, Dialog, Speaker
from tests.fakes.llm_wire import Heard, Said
from tests.fakes.vendors import Vendors, vendors

SEEN = "LANGUAGE: {language}\nTEXT:\n{text}\nSHOWN:\n{shown}"
"""How a looking model is asked to tell what it sees."""
AGREES = "you may send my voice to the speech service"
"""Said before a recording goes to a vendor: else it waits for just that."""
LONGEST = 25.0
"""Seconds of real time for an answer that comes by way of vendors that fail."""
NOWHERE = {"VIVA_LLM": "openai,groq,ollama", "VIVA_VISION": "openai,groq", "VIVA_STT": "groq"}
"""What would be of this machine is off, where a test does not want it."""


@dataclass(slots=True)
class Whole(Dialog):
    """A running app; `world` is what its settings point at."""

    world: Vendors = field(default_factory=Vendors)

    async def ask(self, speaker: Speaker, *parts: Part | str) -> Reply:
        """One message and the one final answer to it, however long it takes by their clock."""
        delivered, before = self.channel.delivered, len(self.channel.delivered)
        await self.tell(speaker, *parts)
        async with asyncio.timeout(LONGEST):
            while len(delivered) == before:
                await asyncio.sleep(0.01)
                await self.wait(seconds=1)
        await self._settle()
        fresh = [one for one in delivered[before:] if one.message_key is not None]
        assert len(fresh) == 1, [one.reply.text for one in fresh]
        speaker.choices = {choice.label: choice.token for choice in fresh[0].reply.choices}
        return fresh[0].reply

    async def tell(self, speaker: Speaker, *parts: Part | str) -> None:
        """One message, and what is done of it at once."""
        self._sent += 1
        said = tuple(speaker._part(one) if isinstance(one, str) else one for one in parts)
        sender = Sender(speaker.id, speaker.name, speaker.language, speaker.zone)
        target = Target(CHANNEL, "home", speaker.id)
        message = Message(target, sender, str(self._sent), said, self.clock.now())
        assert self.channel.accept is not None, "the app runs"
        await self.channel.accept([message])
        await self.app.worker.idle()

    def pictures(self, *files: bytes, caption: str = "") -> tuple[Part, ...]:
        """An album, or one photo."""
        shown = tuple(Image(self._sends(one)) for one in files)
        return (*shown, *((Text(caption),) if caption else ()))

    def voice(self, file: bytes) -> Part:
        """A voice note."""
        return Voice(self._sends(file))

    def document(self, file: bytes, name: str) -> Part:
        """A file."""
        return Document(self._sends(file), name)

    def _sends(self, file: bytes) -> str:
        ref = str(len(self.channel.files))
        self.channel.files[ref] = file
        return ref


Mind = Callable[[Heard], Said]


def mind(**said: str | Said) -> Mind:
    """A model that says something of its own where a word stands in what it is told."""

    def answer(heard: Heard) -> Said:
        for word, one in said.items():
            if word.replace("_", " ") in heard.text.casefold():
                return one if isinstance(one, Said) else Said(one)
        return Said(f"I have heard {len(heard.text.split())} words.")

    return answer


Opening = Callable[..., Awaitable[Whole]]


@asynccontextmanager
async def world(folder: Path) -> AsyncIterator[Opening]:
    """Opens houses in a folder: `opening("openai", "groq", VIVA_LLM=...)`."""
    opened: list[Whole] = []
    async with vendors() as far:

        async def opening(*names: str, home: str = "home", **settings: str) -> Whole:
            found = {**NOWHERE, **far.settings(*names), **settings}
            if not (folder / home).exists():
                fresh(folder / home / "viva.db")
            made = Whole(folder / home, settings=found, world=far)
            await made.start()
            opened.append(made)
            return made

        try:
            yield opening
        finally:
            for one in opened:
                await one.app.stop()


@pytest_asyncio.fixture
async def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Opening]:
    """What `world` yields; who tries again does it soon."""
    monkeypatch.setattr(retry, "BASE", 0.01)
    async with world(tmp_path) as opening:
        yield opening
