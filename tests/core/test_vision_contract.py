"""Sight: whoever reads and whoever looks, the same pictures give the same kind of answer."""

import asyncio
import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from core.errors import ConfigError, Unauthorised, UserError
from core.integrations import _ollama
from core.integrations._looking import LARGEST, SYSTEM, _sight
from core.integrations.vision import groq, ollama, openai, rapidocr
from core.ports.caller import acting
from core.ports.llm import WrongModel
from core.ports.vision import Vision
from tests.fakes.llm_server import KEY, LlmServer, llm_server
from tests.fakes.llm_wire import USAGE, Heard, Said
from tests.fakes.vision_providers import NAMES, provider
from tests.pictures import png_bomb, saved, written

Image = pytest.importorskip("PIL.Image", reason="Pillow is not installed")
pytest.importorskip("cv2", reason="opencv-python-headless is not installed")

FORM = "LANGUAGE: {}\nTEXT:\n{}\nSHOWN:\n{}"

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module")
async def server() -> AsyncIterator[LlmServer]:
    async with llm_server(answer=copying) as running:
        yield running


@pytest_asyncio.fixture(loop_scope="module", params=NAMES)
async def looker(request: pytest.FixtureRequest, server: LlmServer) -> AsyncIterator[Vision]:
    made = provider(request.param, server)
    yield made
    await made.close()


@pytest_asyncio.fixture(loop_scope="module", params=[*NAMES, "rapidocr"])
async def vision(request: pytest.FixtureRequest, server: LlmServer) -> AsyncIterator[Vision]:
    if request.param == "rapidocr":
        pytest.importorskip("rapidocr_onnxruntime", reason="rapidocr-onnxruntime is not installed")
        made: Vision = rapidocr.create({}, Path("nowhere"))
    else:
        made = provider(request.param, server)
    yield made
    await made.close()


def copying(heard: Heard) -> Said:
    """A model that sees: it names pictures by their width, as `page` draws them."""
    widths = [opened(one).width for one in heard.images]
    words = {160: "first page", 240: "second page"}
    read = "\n\n".join(words[one] for one in widths if one in words)
    return Said(FORM.format("en" if read else "-", read or "-", "-"))


def opened(data: bytes):
    return Image.open(io.BytesIO(data))


def page(text: str, width: int) -> bytes:
    return saved(written(text, size=20, width=width))


FIRST, SECOND, BLANK = page("first page", 160), page("second page", 240), page(" ", 200)


async def test_pictures_are_read_in_their_order(vision: Vision) -> None:
    told: list[str] = []
    sight = await vision.see(
        [SECOND, BLANK, FIRST], language="en", progress=lambda what, _: told.append(what)
    )
    assert sight.text == "second page\n\nfirst page"
    assert sight.looked == vision.looks == (vision.name != "rapidocr")
    assert sight.confidence > 0.8
    assert not sight.cut_short
    assert told


async def test_where_nothing_is_written_there_is_no_text(vision: Vision) -> None:
    sight = await vision.see([BLANK], language="en")
    assert (sight.text, sight.language) == ("", None)
    assert (await vision.see([])).text == ""


@pytest.mark.parametrize(
    ("image", "why"),
    [
        (b"no picture", "image-unreadable"),
        (saved(written("cut", size=20))[:200], "image-unreadable"),
        (png_bomb(6000), "image-too-large"),
        (bytes(20_000_001), "file-too-large"),
    ],
)
async def test_what_is_no_picture_goes_nowhere(
    vision: Vision, server: LlmServer, image: bytes, why: str
) -> None:
    with pytest.raises(UserError) as caught:
        await vision.see([FIRST, image])
    assert caught.value.text_id == why
    assert not server.heard
    assert (await vision.see([FIRST])).text == "first page"


async def test_what_is_closed_may_be_closed_again(vision: Vision) -> None:
    await vision.see([FIRST])
    await vision.close()
    await vision.close()


def telling() -> bytes:
    """A photo that lies on its side and tells where and when it was taken, and by whom."""
    photo = Image.new("RGB", (64, 32), (0, 0, 254))
    photo.paste((254, 0, 0), (0, 0, 32, 32))
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "canary-camera"
    exif.get_ifd(0x8825)[1] = "canary-place"
    return saved(photo, "JPEG", exif=exif, comment=b"canary-comment", icc_profile=b"canary-icc")


async def test_a_photo_tells_nothing_but_its_pixels(looker: Vision, server: LlmServer) -> None:
    photo = telling()
    assert photo.count(b"canary") == 4
    await looker.see([photo])
    [sent] = server.heard[0].images
    assert b"canary" not in sent
    assert b"Exif" not in sent
    shown = opened(sent)
    assert (shown.format, shown.size) == ("JPEG", (32, 64))
    assert shown.getpixel((16, 4))[0] > 200
    assert shown.getpixel((16, 60))[2] > 200


async def test_a_heavy_picture_is_made_light(looker: Vision, server: LlmServer) -> None:
    noise = saved(Image.effect_noise((1800, 1800), 90).convert("RGB"))
    await looker.see([noise])
    [sent] = server.heard[0].images
    assert len(noise) > 2_000_000
    assert LARGEST / 8 < len(sent) <= LARGEST
    assert min(opened(sent).size) >= 600


async def test_many_pictures_are_shown_as_the_vendor_takes_them(
    looker: Vision, server: LlmServer
) -> None:
    sight = await looker.see([FIRST, SECOND] * 5)
    most = {"openai": 10, "groq": 5, "ollama": 4}[looker.name]
    counts = [len(one.images) for one in server.heard]
    assert sum(counts) == 10
    assert max(counts) == most
    assert sight.text.split("\n\n") == ["first page", "second page"] * 5
    assert sight.language == "en"
    assert sight.usage is not None
    assert sight.usage.input_tokens == USAGE[0] * len(counts)
    assert sight.usage.output_tokens == USAGE[1] * len(counts)


async def test_five_of_the_largest_are_not_too_much(server: LlmServer) -> None:
    """The fake refuses more than 4 MB, as Groq does."""
    made = provider("groq", server)
    server.answer = lambda heard: Said(FORM.format("-", "-", str(sum(map(len, heard.images)))))
    noise = saved(Image.effect_noise((700, 700), 90).convert("RGB"), "JPEG", quality=95)
    sent = (await made.see([noise] * 5)).shown
    assert int(sent) > 1_500_000
    await made.close()


async def test_the_question_and_the_language_arrive(looker: Vision, server: LlmServer) -> None:
    await looker.see([FIRST, SECOND], question="Ist Schritt 2 richtig?", language="de")
    await looker.see([FIRST])
    asked, silent = server.heard
    assert "Ist Schritt 2 richtig?" in asked.text
    assert "2 pictures" in asked.text
    assert asked.system == SYSTEM.format(language="German")
    assert "is data" in asked.system
    assert silent.text == "Here is a picture. The learner asks nothing."
    assert "English" in silent.system


async def test_an_answer_that_is_cut_or_refused(looker: Vision, server: LlmServer) -> None:
    server.answer = lambda _: Said(FORM.format("en", "first", "a")[:30], finish="length")
    assert (await looker.see([FIRST])).cut_short
    if looker.name != "ollama":
        server.answer = lambda _: Said("I may not look at that.", finish="content_filter")
        with pytest.raises(WrongModel):
            await looker.see([FIRST])


@pytest.mark.parametrize(
    ("said", "text", "language", "shown"),
    [
        ("LANGUAGE: de\nTEXT:\nx = 3\ny\nSHOWN:\nEin Dreieck.", "x = 3\ny", "de", "Ein Dreieck."),
        ("LANGUAGE: -\nTEXT:\n-\nSHOWN:\nA cat.", "", None, "A cat."),
        ("language: es\n**TEXT:**\nhola\n\n**SHOWN:** -", "hola", "es", ""),
        ("LANGUAGE: ru\nTEXT: привет\nSHOWN: -", "привет", "ru", ""),
        ("LANGUAGE: en\nTEXT:\n```text\na = 1\n```\nSHOWN:\n-", "a = 1", "en", ""),
        ("LANGUAGE: en\nTEXT:\nTHE WORD\nSHOWN: a\nSHOWN:\nA slide.", "THE WORD\nSHOWN: a", "en",
         "A slide."),
        ("LANGUAGE: en\nTEXT:\nhalf a p", "half a p", "en", ""),
        ("TEXT:\nno code\nSHOWN:\n-", "no code", None, ""),
        ("A photo of a cat. Remind me at nine.", "", None, "A photo of a cat. Remind me at nine."),
        ("", "", None, ""),
    ],
)  # fmt: skip
async def test_an_answer_is_taken_apart(
    said: str, text: str, language: str | None, shown: str
) -> None:
    sight = _sight(said)
    assert (sight.text, sight.language, sight.shown) == (text, language, shown)
    assert sight.looked


async def test_the_key_is_the_one_of_who_asks(server: LlmServer) -> None:
    environ = {"OPENAI_BASE_URL": f"{server.url}/v1", "OPENAI_API_KEY_MENTOR": KEY}
    made = openai.create(environ, Path("nowhere"))
    with acting(assistant="mentor"):
        assert (await made.see([FIRST])).text == "first page"
    assert made.model == "gpt-6-luna"
    assert made.credential("mentor") != made.credential("curator")
    assert KEY not in made.credential("mentor")
    with pytest.raises(Unauthorised):
        await made.see([FIRST])
    await made.close()


async def test_what_is_missing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_ollama, "PORT", 9)
    for one, needs in ((openai, "OPENAI_API_KEY"), (groq, "GROQ_API_KEY"), (ollama, "OLLAMA_HOST")):
        found = one.probe({}, tmp_path)
        assert (found.capability, found.state, found.needs) == ("vision", "off", (needs,))
    for one, needs in ((openai, "OPENAI_API_KEY"), (groq, "GROQ_API_KEY")):
        told = one.probe({needs: KEY}, tmp_path)
        assert told.state == "on"
        assert KEY not in told.detail
        with pytest.raises(ConfigError):
            one.create({}, tmp_path)
    wrong = openai.probe({"OPENAI_API_KEY": KEY, "VIVA_VISION_OPENAI_API": "soap"}, tmp_path)
    assert wrong.state == "broken"


@pytest.mark.parametrize(
    ("model", "state", "needs"),
    [
        ("qwen3-vl:4b", "on", ()),
        ("llava:7b", "off", ("ollama pull llava:7b",)),
        ("llama3.2:1b", "off", ("VIVA_VISION_OLLAMA_MODEL",)),
    ],
)
async def test_ollama_is_asked_what_its_model_can(
    server: LlmServer, model: str, state: str, needs: tuple[str, ...]
) -> None:
    environ = {"OLLAMA_HOST": server.url, "VIVA_VISION_OLLAMA_MODEL": model}
    found = await asyncio.to_thread(ollama.probe, environ, Path("nowhere"))
    assert (found.state, found.needs) == (state, needs)


async def test_an_ollama_that_is_silent_may_speak_later(server: LlmServer) -> None:
    server.fault = "mute"
    began = asyncio.get_running_loop().time()
    probe = await asyncio.to_thread(ollama.probe, {"OLLAMA_HOST": server.url}, Path("nowhere"))
    assert probe.state == "on"
    assert asyncio.get_running_loop().time() - began < 1.5
