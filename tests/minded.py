"""A dialog whose house has a language model scripted by the test, and eyes and ears for files."""

from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest_asyncio

from core.model import Document, Image, Page, Part, Reply, Sender, Target, Text, Voice
from core.model import Message as Incoming
from core.ports.llm import LanguageModel
from core.ports.reader import Reading
from core.ports.transcriber import Transcript
from core.ports.vision import Sight
from tests.dialog import CHANNEL, Dialog, DialogChannel, Speaker
from tests.fakes.llm import FakeLanguageModel

PNG = b"\x89PNG\r\n\x1a\n"
"""What a model that looks takes for a picture: the rest is the words in it."""


class Files(DialogChannel):
    """A channel that has the files it is asked for: a ref is what stands in them."""

    async def fetch(self, ref: str) -> bytes:
        return PNG + ref.encode() if ref.startswith("picture ") else ref.encode()


async def _see(images: Sequence[bytes], **_: Any) -> Sight:
    text = "\n".join(one.removeprefix(PNG).decode().removeprefix("picture ") for one in images)
    return Sight(text, "en", 0.95)


async def _read(document: bytes, *, name: str = "", **_: Any) -> Reading:
    """Pages are parted as printers part them."""
    pages = document.decode().split("\f")
    found = tuple(Page(str(number), text) for number, text in enumerate(pages, 1))
    return Reading("text", "", found, len(pages))


async def _hear(recording: bytes, **_: Any) -> Transcript:
    """All recordings are lectures."""
    return Transcript(recording.decode(), "en", 0.95, seconds=600.0)


async def _close() -> None:
    pass


def house(model: LanguageModel | None) -> dict[str, Any]:
    """Providers by capability."""
    ears = {"name": "ears", "close": _close}
    return {
        "llm": model,
        "vision": SimpleNamespace(**ears, looks=False, see=_see),
        "documents": SimpleNamespace(**ears, read=_read),
        "stt": SimpleNamespace(**ears, transcribe=_hear),
    }


class Minded(Dialog):
    """`model` is asked what nothing else understands."""

    model: FakeLanguageModel

    def says(self, *scripts: Any) -> None:
        """The model's next answers."""
        self.model.scripts += scripts

    async def show(self, speaker: Speaker, *parts: Part) -> Reply:
        """One message of these parts, and its answer."""
        return await say_parts(self, speaker, *parts)


async def say_parts(dialog: Dialog, speaker: Speaker, *parts: Part) -> Reply:
    """One message of these parts, and its one answer."""
    before = len(dialog.channel.delivered)
    dialog._sent += 1
    sender = Sender(speaker.id, speaker.name, speaker.language, speaker.zone)
    target = Target(CHANNEL, "home", speaker.id)
    message = Incoming(target, sender, str(dialog._sent), parts, dialog.clock.now())
    assert dialog.channel.accept is not None, "the app runs"
    await dialog.channel.accept([message])
    await dialog._settle()
    fresh = [one for one in dialog.channel.delivered[before:] if one.message_key is not None]
    assert len(fresh) == 1
    speaker.choices = {choice.label: choice.token for choice in fresh[0].reply.choices}
    return fresh[0].reply


def picture(words: str, caption: str = "") -> tuple[Part, ...]:
    """A photo of these words."""
    return (Image(f"picture {words}"), *((Text(caption),) if caption else ()))


def document(words: str, name: str = "Biology.pdf", caption: str = "") -> tuple[Part, ...]:
    """A file of these words; pages are parted by form feeds."""
    return (Document(words, name), *((Text(caption),) if caption else ()))


def lecture(words: str, caption: str = "") -> tuple[Part, ...]:
    """A long recording."""
    return (Voice(words), *((Text(caption),) if caption else ()))


@pytest_asyncio.fixture
async def minded(tmp_path: Path) -> AsyncIterator[Minded]:
    """A house with a scripted model, on Wednesday 18 November 2026, 10:00 UTC."""
    model = FakeLanguageModel()
    dialog = Minded(tmp_path, channel=Files(), given=house(model))
    dialog.model = model
    await dialog.start()
    yield dialog
    await dialog.app.stop()
