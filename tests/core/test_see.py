"""Pictures through the whole pipeline: what is written in them is what the person said."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

import skills
from core.bootstrap import build, probes
from core.errors import ConfigError, Rejected, UserError, VivaError
from core.model import Command, Image, Message, Part, Reply, Sender, Target, Text
from core.pipeline.see import MOST
from core.ports.vision import Vision
from tests.dialog import CHANNEL, Dialog, DialogChannel
from tests.fakes.vision import FakeVision
from tests.pictures import ENGLISH, saved, written

WORDS = b"words"
SEEN: dict[bytes, str | VivaError] = {
    WORDS: "Remind me tomorrow at 9\nto revise chapter three",
    b"second": "and bring the book",
    b"blank": " ",
    b"moving": UserError("image-animated"),
    b"russian": UserError("image-no-russian"),
    b"page": "note that " + "osmosis needs a membrane " * 60,
}


class Album(DialogChannel):
    """A channel whose pictures are their own references."""

    async def fetch(self, ref: str) -> bytes:
        return bytes.fromhex(ref)


@dataclass(slots=True)
class Gallery(Dialog):
    """A dialog of pictures."""

    def __post_init__(self) -> None:
        self.channel = Album()

    async def show(self, *images: bytes, beside: Part | None = None, language: str = "en") -> Reply:
        """One message with those pictures, and its answer."""
        parts: tuple[Part, ...] = tuple(Image(image.hex()) for image in images)
        if beside is not None:
            parts += (beside,)
        self._sent += 1
        sender = Sender("anna", None, language, "Europe/London")
        target = Target(CHANNEL, "home", "anna")
        message = Message(target, sender, str(self._sent), parts, self.clock.now())
        assert self.channel.accept is not None
        await self.channel.accept([message])
        await self._settle()
        return self.channel.delivered[-1].reply


Opening = Callable[..., Awaitable[Gallery]]


@pytest_asyncio.fixture
async def gallery(tmp_path: Path) -> AsyncIterator[Opening]:
    opened: list[Gallery] = []

    async def opening(vision: Vision | None, settings: str = "rapidocr") -> Gallery:
        chosen = {"VIVA_LLM": "none", "VIVA_VISION": settings}
        made = Gallery(tmp_path, given={"vision": vision}, settings=chosen)
        await made.start()
        opened.append(made)
        return made

    yield opening
    for one in opened:
        await one.app.stop()


async def test_what_a_picture_says_is_done_and_repeated(gallery: Opening) -> None:
    fake = FakeVision(SEEN)
    shown = await gallery(fake)
    reply = await shown.show(WORDS)
    assert reply.text == (
        "I read: “Remind me tomorrow at 9 to revise chapter three”\n"
        "Tomorrow, Thursday 19 November, 09:00: revise chapter three."
    )
    assert reply.speech == "Tomorrow, Thursday 19 November, 09:00: revise chapter three."
    assert fake.hints == [(None, "en")]
    assert await shown.wait(days=1) == ["Reminder: revise chapter three"]


async def test_the_persons_own_words_win_over_those_of_the_picture(gallery: Opening) -> None:
    fake = FakeVision(SEEN)
    shown = await gallery(fake)
    reply = await shown.show(WORDS, beside=Text("note that the exam is on Friday"))
    assert reply.text == "Saved: the exam is on Friday"
    assert fake.hints == [("note that the exam is on Friday", "en")]
    assert (await shown.show(WORDS, beside=Command("help"))).text.startswith("Just write or say it")


async def test_words_stand_where_the_picture_cannot_be_seen(gallery: Opening) -> None:
    shown = await gallery(FakeVision(SEEN))
    for bad in (b"moving", b"unknown", b"blank"):
        reply = await shown.show(bad, beside=Text("note that all is well"))
        assert reply.text == "Saved: all is well"


async def test_several_pictures_are_one_question(gallery: Opening) -> None:
    fake = FakeVision(SEEN)
    shown = await gallery(fake)
    reply = await shown.show(WORDS, b"second")
    assert "chapter three and bring the book”" in reply.text
    assert fake.calls == [[WORDS, b"second"]]
    assert "up to 10" in (await shown.show(*[WORDS] * (MOST + 1))).text
    assert len(fake.calls) == 1


async def test_a_page_is_repeated_by_its_beginning_only(gallery: Opening) -> None:
    shown = await gallery(FakeVision(SEEN))
    first, second = (await shown.show(b"page")).text.split("\n")
    assert first.startswith("I read: “note that osmosis")
    assert first.endswith(" …”")
    assert len(first) < 520
    assert len(second) > 1000


@pytest.mark.parametrize(
    ("image", "language", "sentence"),
    [
        (b"blank", "en", "I could not find any words in this picture"),
        (b"moving", "es", "Esta imagen se mueve"),
        (b"unknown", "de", "Dieses Bild kann ich nicht öffnen"),
        (b"russian", "ru", "Кириллицу на картинках я здесь прочитать не могу"),
    ],
)
async def test_what_is_not_read_is_said(gallery: Opening, image, language, sentence) -> None:
    shown = await gallery(FakeVision(SEEN))
    assert (await shown.show(image, language=language)).text.startswith(sentence)


async def test_without_a_provider_it_says_so_and_hears_the_words(gallery: Opening) -> None:
    shown = await gallery(None, settings=",")
    assert (await shown.show(WORDS)).text.startswith("I cannot read pictures yet")
    assert (await shown.show(WORDS, beside=Text("note one"))).text == "Saved: one"


async def test_a_picture_is_looked_at_once(gallery: Opening, monkeypatch) -> None:
    """The turn is run again after it met another's writes: the engine is not."""
    from core.errors import Conflict
    from core.journal import Work

    fake = FakeVision(SEEN)
    shown = await gallery(fake)
    commit = Work.commit
    met: list[int] = []

    async def conflicting(self: Work, *args: Any) -> Any:
        if not met:
            met.append(1)
            raise Conflict
        return await commit(self, *args)

    monkeypatch.setattr(Work, "commit", conflicting)
    assert "Tomorrow" in (await shown.show(WORDS)).text
    assert met
    assert len(fake.calls) == 1


async def test_an_engine_that_fails_is_one_sentence(gallery: Opening) -> None:
    shown = await gallery(FakeVision({WORDS: Rejected("fake", "secret words")}))
    assert (await shown.show(WORDS)).text.startswith("I cannot reach something I need")


async def test_the_one_who_reads_the_language_is_asked(tmp_path: Path, monkeypatch) -> None:
    from core.integrations.vision import rapidocr, tesseract
    from core.ports.probe import Probe

    on = Probe("any", "vision", "on")
    for one in (rapidocr, tesseract):
        monkeypatch.setattr(one, "probe", lambda environ, cache: on)
    monkeypatch.setattr(tesseract, "_languages", lambda program: frozenset({"rus"}))
    app = build({"VIVA_HOME": str(tmp_path)}, skills, [])
    for language, name in (("en", "rapidocr"), ("ru", "tesseract"), ("de", "rapidocr")):
        chosen = app.house.vision(language)
        assert chosen is not None
        assert chosen.name == name
        assert app.house.vision(language) is chosen
    assert app.house.vision("en") is app.house.vision("de")
    await app.stop()


def test_the_doctor_knows_them_and_a_wrong_name_is_told(tmp_path: Path) -> None:
    found = {one.name: one.capability for one in probes({"VIVA_HOME": str(tmp_path)}, [])}
    assert (found["rapidocr"], found["tesseract"]) == ("vision", "vision")
    with pytest.raises(ConfigError) as caught:
        build({"VIVA_HOME": str(tmp_path), "VIVA_VISION": "eyes", "VIVA_STT": "ears"}, skills, [])
    assert caught.value.faults == [
        "VIVA_STT: there is no ears; there are: faster-whisper, groq, openai",
        "VIVA_VISION: there is no eyes; there are: groq, ollama, openai, rapidocr, tesseract",
    ]


@pytest.mark.parametrize(
    ("language", "sentence", "answer"),
    [
        ("en", ENGLISH, "Tomorrow, Thursday 19 November, 09:00: revise chapter three"),
        (
            "es",
            "Recuérdame mañana a las 9 repasar el capítulo tres",
            "Mañana, jueves 19 de noviembre, 09:00: repasar el capitulo tres",
        ),
        (
            "de",
            "Erinnere mich morgen um 9 daran, Vokabeln zu lernen",
            "Morgen, Donnerstag, 19. November, 09:00: Vokabeln",
        ),
    ],
)
async def test_a_real_picture_sets_a_reminder(
    gallery: Opening, language: str, sentence: str, answer: str
) -> None:
    for package in ("rapidocr_onnxruntime", "cv2", "PIL"):
        pytest.importorskip(package, reason=f"{package} is not installed")
    shown = await gallery(None)
    reply = await shown.show(saved(written(sentence)), language=language)
    assert reply.text.split("\n")[1].startswith(answer)
    rows = shown.app.house.database.read("SELECT count(*) FROM job WHERE key GLOB 'reminder/*'")
    assert rows[0][0] == 1
