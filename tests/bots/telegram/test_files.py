"""Pictures and files go out: rendered, sent by both clients, refused as Telegram refuses them."""

import struct
import zlib
from collections.abc import AsyncIterator

import pytest

from bots.telegram.client import Client, Kind, connect
from bots.telegram.render import CAPTION_LIMIT, method, render
from bots.telegram.simulator import Simulator
from core.errors import Rejected
from core.model import Attachment, Choice, Reply, Target
from core.settings import Secret
from tests.bots.telegram.trial import FAST, MENTOR, accept, delivery, made

CHAT = Target("telegram", "mentor", "7")


def png(width: int = 4, height: int = 3) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        crc = zlib.crc32(kind + body)
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", crc)

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * (width + 1) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


CHART = Attachment("progress.png", "image/png", png(), "A chart")
DATA = Attachment("my data.zip", "application/zip", b"PK\x05\x06" + bytes(18))


def test_a_short_text_is_the_caption_of_the_picture() -> None:
    (piece,) = render(Reply("Well done", image=CHART, choices=(Choice("More", "a.b"),)), CHAT)
    assert (method(piece), piece["photo"], piece["caption"]) == ("sendPhoto", CHART, "Well done")
    assert piece["reply_markup"]["inline_keyboard"][0][0]["text"] == "More"
    assert "link_preview_options" not in piece  # sendPhoto knows none


def test_a_long_text_follows_the_picture() -> None:
    first, last = render(Reply("a" * (CAPTION_LIMIT + 1), image=CHART), CHAT)
    assert (method(first), method(last)) == ("sendPhoto", "sendMessage")
    assert "caption" not in first


def test_a_picture_and_a_file_are_two_messages() -> None:
    first, last = render(Reply("Both", image=CHART, file=DATA), CHAT)
    assert (method(first), method(last)) == ("sendPhoto", "sendDocument")
    assert last["caption"] == "Both"


def test_a_file_needs_no_words() -> None:
    (piece,) = render(Reply("", file=DATA), CHAT)
    assert piece == {"chat_id": 7, "document": DATA}


@pytest.fixture(params=["aiogram", "httpx"])
async def client(request: pytest.FixtureRequest, api: Simulator) -> AsyncIterator[Client]:
    kind: Kind = request.param
    opened = connect(kind, Secret(MENTOR), api.url)
    yield opened
    await opened.close()


async def test_both_clients_upload(api: Simulator, client: Client) -> None:
    (piece,) = render(Reply("Да", image=CHART, choices=(Choice("Ещё", "a.b"),)), CHAT)
    sent = await client.call("sendPhoto", **piece)
    assert (sent["caption"], sent["photo"][0]["width"]) == ("Да", 4)
    assert api.people.files[MENTOR, sent["photo"][0]["file_id"]] == CHART.data
    assert api.sent[0]["reply_markup"]["inline_keyboard"][0][0]["text"] == "Ещё"
    sent = await client.call("sendDocument", **render(Reply("", file=DATA), CHAT)[0])
    assert sent["document"]["file_name"] == "my data.zip"
    assert api.people.files[MENTOR, sent["document"]["file_id"]] == DATA.data


@pytest.mark.parametrize(
    ("called", "params", "words"),
    [
        ("sendPhoto", {"photo": Attachment("a.png", "image/png", b"text")}, "IMAGE_PROCESS"),
        ("sendPhoto", {"photo": Attachment("a.png", "image/png", png(1, 40))}, "DIMENSIONS"),
        ("sendPhoto", {"photo": CHART, "caption": "a" * 1025}, "caption is too long"),
        ("sendDocument", {"document": Attachment("a", "text/plain", b"")}, "non-empty"),
    ],
)
async def test_what_telegram_refuses(
    api: Simulator, client: Client, called: str, params: dict[str, object], words: str
) -> None:
    with pytest.raises(Rejected, match=words):
        await client.call(called, chat_id=7, **params)


async def test_a_reply_with_both_arrives(api: Simulator) -> None:
    channel = made(TELEGRAM_BASE_URL=api.url, TELEGRAM_CLIENT="httpx", **FAST)
    await channel.start(accept)
    receipt = await channel.deliver(delivery(text="Your week", image=CHART, file=DATA))
    await channel.stop()
    assert receipt.outcome == "sent"
    assert [next(k for k in ("photo", "document") if k in one) for one in api.sent] == [
        "photo",
        "document",
    ]
