"""The channel against the simulated Bot API, over real sockets and through the real SDK."""

import asyncio
import gzip
import json
import logging
import socket
import threading
import time
import traceback
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from bots.telegram.channel import TelegramChannel
from bots.telegram.simulator import Limits, Simulator
from bots.telegram.simulator.refusals import Params
from bots.web.ingress import Ingress, serve_http
from core.errors import IntegrationError, RateLimited, Unauthorised, Unavailable, UserError
from core.model import Choice, Message, Press, Reply, Target, Text, Voice
from core.ports.channel import Delivery
from tests.bots.telegram.trial import FAST, MENTOR, SECRET, accept, delivery, made

SPEC = Path(__file__).parents[4] / "shared" / "specs" / "telegram-bot-api.json.gz"


async def test_not_started_and_stopped_are_unavailable(api: Simulator) -> None:
    channel = made(TELEGRAM_BASE_URL=api.url)
    with pytest.raises(Unavailable):
        await channel.deliver(delivery())
    channel.working(Target("telegram", "mentor", "7"), "thinking", None)
    await channel.start(accept)
    await channel.stop()
    await channel.stop()
    with pytest.raises(Unavailable):
        await channel.deliver(delivery())


# Delivering


async def test_delivers_and_the_ledger_knows(api: Simulator, channel: TelegramChannel) -> None:
    choice = Choice("Yes", "quiz.yes")
    receipt = await channel.deliver(delivery(text="Привет 📚", choices=(choice,)))
    assert (receipt.outcome, receipt.handle) == ("sent", "1")
    assert api.ledger is not None
    (line,) = api.ledger.read_text("utf-8").splitlines()
    entry = json.loads(line)
    assert (entry["bot"], entry["text"]) == ("school_mentor_bot", "Привет 📚")
    assert entry["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == "quiz.yes"


async def test_answers_into_the_topic(api: Simulator, channel: TelegramChannel) -> None:
    api.people.topics.add((-9, 17))
    assert (await channel.deliver(delivery("-9:17"))).outcome == "sent"
    assert api.sent[0]["message_thread_id"] == 17
    receipt = await channel.deliver(delivery("-9:18"))
    assert receipt.outcome == "failed"


@pytest.mark.parametrize(
    ("chat", "detail"),
    [("404", "chat not found"), ("8", "blocked"), ("@nobody", "chat not found"), ("", "chat_id")],
)
async def test_what_can_never_arrive_is_final(
    api: Simulator, channel: TelegramChannel, chat: str, detail: str
) -> None:
    api.blocked.add(8)
    receipt = await channel.deliver(delivery(chat))
    assert receipt.outcome == "failed"
    assert detail in str(receipt.detail)


async def test_nothing_to_read_and_nobody_to_send_are_final(channel: TelegramChannel) -> None:
    assert (await channel.deliver(delivery(text=" "))).outcome == "failed"
    other = Delivery(1, Target("telegram", "gone", "7"), Reply("a"), "en")
    assert (await channel.deliver(other)).outcome == "failed"


@pytest.mark.parametrize(
    ("fault", "error", "retry_after"),
    [
        ("429", RateLimited, 1.0),
        ("500", Unavailable, None),
        ("garbage", Unavailable, None),
        ("drop", Unavailable, None),
        ("lost", Unavailable, None),
    ],
)
async def test_what_may_pass_is_tried_again(
    api: Simulator,
    channel: TelegramChannel,
    fault: Any,
    error: type[IntegrationError],
    retry_after: float | None,
) -> None:
    # aiohttp itself repeats nothing that is no GET, so that one fault is one failure.
    api.fail(fault)
    with pytest.raises(error) as raised:
        await channel.deliver(delivery())
    assert raised.value.retry_after == retry_after
    assert raised.value.retryable
    assert (await channel.deliver(delivery())).outcome == "sent"
    assert len(api.sent) == (2 if fault == "lost" else 1)


async def test_an_unknown_token_is_said_so(api: Simulator) -> None:
    channel = made(TELEGRAM_BASE_URL=api.url, TELEGRAM_BOT_TOKEN_MENTOR="1000001:revoked")
    await channel.start(accept)
    with pytest.raises(Unauthorised):
        await channel.deliver(delivery())
    await channel.stop()


async def test_the_next_try_goes_on_behind_what_was_sent(
    api: Simulator, channel: TelegramChannel
) -> None:
    long = delivery(text="a" * 4096 + "b" * 4096 + "c")
    api.fail("none")
    api.fail("500")
    with pytest.raises(Unavailable):
        await channel.deliver(long)
    assert len(api.sent) == 1
    receipt = await channel.deliver(long)
    assert (receipt.outcome, receipt.handle) == ("sent", "1,2,3")
    assert [entry["text"][0] for entry in api.sent] == ["a", "b", "c"]


# The limits


@pytest.fixture
async def paced(api: Simulator) -> AsyncIterator[TelegramChannel]:
    """Limits as they are on both sides: the simulator would refuse what the channel lets by."""
    api.limits = Limits()
    opened = made(TELEGRAM_BASE_URL=api.url)
    await opened.start(accept)
    yield opened
    await opened.stop()


async def test_keeps_to_one_message_a_second_in_a_chat(
    api: Simulator, paced: TelegramChannel
) -> None:
    await paced.deliver(delivery())
    begun = time.monotonic()
    await asyncio.gather(*(paced.deliver(delivery(number=number)) for number in (2, 3)))
    assert 1.9 < time.monotonic() - begun < 4
    assert len(api.sent) == 3


async def test_keeps_to_thirty_messages_a_second_over_all(
    api: Simulator, paced: TelegramChannel
) -> None:
    api.any_chat = True
    deliveries = [delivery(str(chat), number=chat) for chat in range(100, 170)]
    await paced.deliver(delivery())
    begun = time.monotonic()
    receipts = await asyncio.gather(*map(paced.deliver, deliveries))
    assert {receipt.outcome for receipt in receipts} == {"sent"}
    assert 1.9 < time.monotonic() - begun < 5


# Files


async def test_fetches_what_was_said(api: Simulator, channel: TelegramChannel) -> None:
    body = bytes(range(256)) * 1000
    api.people.files[MENTOR, "f1"] = body
    assert await channel.fetch("mentor/f1") == body


@pytest.mark.parametrize("ref", ["", "mentor", "mentor/", "mentor/none", "gone/f1", "analyst/f1"])
async def test_what_is_gone_is_said_in_words(
    api: Simulator, channel: TelegramChannel, ref: str
) -> None:
    api.people.files[MENTOR, "f1"] = b"a"
    with pytest.raises(UserError, match="file-gone"):
        await channel.fetch(ref)


async def test_too_large_is_said_in_words(api: Simulator, channel: TelegramChannel) -> None:
    api.people.files[MENTOR, "f1"] = bytes(20 * 2**20)
    api.people.files[MENTOR, "f2"] = bytes(20 * 2**20 + 1)
    assert len(await channel.fetch("mentor/f1")) == 20 * 2**20
    with pytest.raises(UserError, match="file-too-large"):
        await channel.fetch("mentor/f2")


@pytest.mark.parametrize("told", [0, 5, 20 * 2**20 + 1])
async def test_a_size_is_counted_and_not_believed(
    api: Simulator, channel: TelegramChannel, told: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lie(token: str, params: Params) -> dict[str, Any]:
        return {"file_id": "f", "file_unique_id": "f", "file_size": told, "file_path": "f"}

    monkeypatch.setattr(Simulator, "_get_file", lambda _, token, params: lie(token, params))
    api.people.files[MENTOR, "f"] = bytes(30 * 2**20)
    with pytest.raises(UserError, match="file-too-large"):
        await channel.fetch("mentor/f")


# Hints and presses


async def test_typing_is_shown_once_in_four_seconds(
    api: Simulator, channel: TelegramChannel
) -> None:
    await channel.deliver(delivery())
    for target in [Target("telegram", "mentor", "7"), Target("telegram", "gone", "7")] * 5:
        channel.working(target, "transcribing", 0.5)
    from_elsewhere = threading.Thread(
        target=channel.working, args=(Target("telegram", "mentor", "-9:17"), "thinking", None)
    )
    from_elsewhere.start()
    from_elsewhere.join()
    await asyncio.sleep(0.3)
    hints = [params for method, params in api.calls if method == "sendChatAction"]
    assert sorted(hint["chat_id"] for hint in hints) == ["-9", "7"]
    assert [hint.get("message_thread_id") for hint in hints if hint["chat_id"] == "-9"] == ["17"]


async def test_a_hint_that_fails_is_nobodys_trouble(
    api: Simulator, channel: TelegramChannel, caplog: pytest.LogCaptureFixture
) -> None:
    await channel.deliver(delivery())
    api.fail("500", 5, "sendChatAction")
    channel.working(Target("telegram", "mentor", "7"), "thinking", None)
    await asyncio.sleep(0.2)
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


# The whole way


async def test_the_whole_way_through_trouble(api: Simulator) -> None:
    kept: list[Message] = []
    refuse = 2

    async def keep(messages: Sequence[Message]) -> None:
        nonlocal refuse
        if refuse:
            refuse -= 1
            raise OSError("disk full")
        kept.extend(messages)

    api.fail("500", 1, "setWebhook")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    public = f"http://127.0.0.1:{port}/"
    channel = made(TELEGRAM_BASE_URL=api.url, VIVA_PUBLIC_URL=public)
    async with serve_http(Ingress(channel.routes(), keep, lambda: True), "127.0.0.1", port):
        await channel.start(accept)
        first_update = api.send_text(7, "hello")
        api.send_voice(7, b"OggS", language="es")
        api.press(7, "quiz.yes?id=4")
        api.send_text(-9, "/help@school_mentor_bot me", user=7)
        api.send_text(-9, "nothing to do with us", user=7)
        async with asyncio.timeout(9):
            await api.people.settled()
        api.people.repeat(first_update)
        await api.people.settled()
        await channel.stop()
    private = [message for message in kept if message.target.conversation == "7"]
    assert [message.parts[0] for message in private] == [
        Text("hello"),
        Voice("mentor/AwACAgIAAxkB000000", 4, "audio/ogg", 3.0),
        Press("quiz.yes?id=4"),
        Text("hello"),
    ]
    assert private[0].key == private[-1].key
    assert len(kept) == 5
    assert max(api.people.attempts.values()) > 1


async def test_a_press_is_answered(api: Simulator, channel: TelegramChannel) -> None:
    (route, _) = channel.routes()
    api.people.callbacks.add("77")
    under = {"chat": {"id": 7}, "message_id": 1, "date": 0}
    press = {"id": "77", "from": {"id": 7}, "message": under, "data": "quiz.yes"}
    (message,) = route.parse(json.dumps({"update_id": 1, "callback_query": press}).encode())
    assert message.parts == (Press("quiz.yes"),)
    await channel.deliver(delivery())
    await asyncio.sleep(0.1)
    assert ("answerCallbackQuery", {"callback_query_id": "77"}) in api.calls


async def test_every_call_is_as_the_bot_api_describes(api: Simulator) -> None:
    if not SPEC.exists():
        pytest.skip("the Bot API description is not at hand")
    methods = json.loads(gzip.decompress(SPEC.read_bytes()))["methods"]
    channel = made(TELEGRAM_BASE_URL=api.url, VIVA_PUBLIC_URL="https://viva.example.org", **FAST)
    await channel.start(accept)
    api.people.files[MENTOR, "f1"] = b"a"
    api.people.topics.add((-9, 17))
    await channel.deliver(delivery("-9:17", choices=(Choice("Yes", "quiz.yes"),)))
    await channel.fetch("mentor/f1")
    channel.working(Target("telegram", "mentor", "-9:17"), "thinking", None)
    callback = {"id": "77", "from": {"id": 7}, "data": "quiz.yes"}
    channel.routes()[0].parse(json.dumps({"update_id": 1, "callback_query": callback}).encode())
    await asyncio.sleep(0.3)
    await channel.stop()
    seen = {method for method, _ in api.calls}
    assert seen >= {"getMe", "setWebhook", "getWebhookInfo", "sendMessage"}
    assert seen >= {"getFile", "sendChatAction", "answerCallbackQuery"}
    for method, params in api.calls:
        fields = {one["name"]: one for one in methods[method].get("fields", [])}
        assert set(params) <= set(fields), method
        assert {name for name, one in fields.items() if one["required"]} <= set(params), method


# Secrets


async def test_no_token_in_errors_and_logs(
    api: Simulator, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    channel = made(TELEGRAM_BASE_URL=api.url, VIVA_PUBLIC_URL="https://viva.example.org", **FAST)
    await channel.start(accept)
    api.people.files[MENTOR, "f1"] = b"a"
    shown: list[str] = [repr(channel), repr(vars(channel))]
    for fault in ("429", "500", "garbage", "drop"):
        api.fail(fault)
        api.fail(fault, 1, "getFile")
        for work in (channel.deliver(delivery()), channel.fetch("mentor/f1")):
            with pytest.raises(IntegrationError) as raised:
                await work
            shown += traceback.format_exception(raised.value)
            assert raised.value.__context__ is None
    shown.append(str(await channel.deliver(delivery("404"))))
    api.people.files.clear()
    with pytest.raises(UserError) as gone:
        await channel.fetch("mentor/f1")
    shown += traceback.format_exception(gone.value)
    await api.stop()
    for work in (channel.deliver(delivery()), channel.fetch("mentor/f1")):
        with pytest.raises(Unavailable) as down:
            await work
        shown += traceback.format_exception(down.value)
    await channel.stop()
    told = "\n".join(shown) + caplog.text
    assert "canary" not in told
    assert SECRET not in told
