"""One contract over both ways to call the Bot API: the same results, limits, errors and silence."""

import asyncio
import logging
import sys
import traceback
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, get_args

import pytest

from bots.telegram.client import FILE_LIMIT, Client, Kind, connect
from bots.telegram.simulator import Simulator
from bots.telegram.simulator.refusals import Params, Refusal
from core.errors import (
    ConfigError,
    IntegrationError,
    RateLimited,
    Rejected,
    Unauthorised,
    Unavailable,
    UserError,
)
from core.settings import Secret
from tests.bots.telegram.trial import FAST, MENTOR, accept, delivery, made

KINDS = get_args(Kind)


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> Kind:
    chosen: Kind = request.param
    return chosen


@pytest.fixture
async def client(kind: Kind, api: Simulator) -> AsyncIterator[Client]:
    opened = connect(kind, Secret(MENTOR), api.url + "/")
    yield opened
    await opened.close()


async def test_results_are_plain(api: Simulator, client: Client) -> None:
    markup = {"inline_keyboard": [[{"text": "Да", "callback_data": "quiz.yes"}]]}
    sent = await client.call("sendMessage", chat_id=7, text="Привет 📚", reply_markup=markup)
    assert (sent["message_id"], sent["text"]) == (1, "Привет 📚")
    assert api.sent[0]["reply_markup"] == markup
    assert (await client.call("getMe"))["username"] == "school_mentor_bot"
    hook = {"url": "https://viva.example.org/telegram/mentor", "allowed_updates": ["message"]}
    assert await client.call("setWebhook", **hook) is True
    info = await client.call("getWebhookInfo")
    assert (info["url"], info["pending_update_count"]) == (hook["url"], 0)
    hint = {"chat_id": 7, "action": "typing", "message_thread_id": None}
    assert await client.call("sendChatAction", **hint) is True
    assert "message_thread_id" not in api.calls[-1][1]


async def test_brings_files_up_to_the_limit(api: Simulator, client: Client) -> None:
    api.people.files[MENTOR, "f1"] = bytes(range(256)) * 1000
    file = await client.call("getFile", file_id="f1")
    assert file["file_size"] == 256_000
    assert await client.download(file["file_path"]) == api.people.files[MENTOR, "f1"]
    api.people.files[MENTOR, "f1"] = bytes(FILE_LIMIT + 1)
    with pytest.raises(UserError, match="file-too-large"):
        await client.download(file["file_path"])
    with pytest.raises(Unavailable):
        await client.download("voice/none.oga")


FAULTS: list[tuple[Any, type[IntegrationError], float | None]] = [
    ("429", RateLimited, 1.0),
    ("500", Unavailable, None),
    ("garbage", Unavailable, None),
    ("drop", Unavailable, None),
    ("lost", Unavailable, None),
]


@pytest.mark.parametrize(("fault", "error", "retry_after"), FAULTS)
async def test_what_may_pass(
    api: Simulator,
    client: Client,
    fault: Any,
    error: type[IntegrationError],
    retry_after: float | None,
) -> None:
    api.fail(fault)
    with pytest.raises(error) as raised:
        await client.call("sendMessage", chat_id=7, text="a")
    assert (raised.value.retryable, raised.value.retry_after) == (True, retry_after)
    # It repeats nothing by itself: whether to send again is the outbox's to decide.
    assert len([one for one, _ in api.calls if one == "sendMessage"]) == 1


@pytest.mark.parametrize(
    ("refusal", "error", "words"),
    [
        (Refusal(400, "Bad Request: chat not found"), Rejected, "chat not found"),
        (Refusal(403, "Forbidden: bot was blocked"), Rejected, "blocked"),
        (Refusal(400, "Bad Request: upgraded", migrate_to_chat_id=-77), Rejected, "moved to -77"),
        (Refusal(401, "Unauthorized"), Unauthorised, "token"),
        (Refusal(404, "Not Found"), Unauthorised, "token"),
        (Refusal(409, "Conflict: other"), Unavailable, "telegram: "),
        (Refusal(413, "Request Entity Too Large"), Unavailable, "telegram: "),
        (Refusal(502, "Bad Gateway"), Unavailable, "telegram: "),
    ],
)
async def test_refusals(
    client: Client,
    monkeypatch: pytest.MonkeyPatch,
    refusal: Refusal,
    error: type[IntegrationError],
    words: str,
) -> None:
    def refuse(simulator: Simulator, token: str, params: Params) -> None:
        raise refusal

    monkeypatch.setattr(Simulator, "_send_message", refuse)
    with pytest.raises(error, match=words) as raised:
        await client.call("sendMessage", chat_id=7, text="a")
    assert raised.value.retryable == (error is Unavailable)


async def test_nobody_there_and_no_token_told(
    kind: Kind, api: Simulator, client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    api.people.files[MENTOR, "f1"] = b"a"
    await client.call("sendMessage", chat_id=7, text="a")
    shown: list[str] = [repr(client), repr(vars(client))]
    api.fail("garbage")
    with pytest.raises(Unavailable) as garbled:
        await client.call("sendMessage", chat_id=7, text="a")
    await api.stop()
    for work in (client.call("sendMessage", chat_id=7, text="a"), client.download("f1")):
        with pytest.raises(Unavailable) as raised:
            await work
        assert raised.value.__context__ is None
        shown += traceback.format_exception(raised.value)
    shown += traceback.format_exception(garbled.value)
    assert "canary" not in "\n".join(shown) + caplog.text


async def test_the_channel_takes_either(kind: Kind, api: Simulator) -> None:
    channel = made(TELEGRAM_BASE_URL=api.url, TELEGRAM_CLIENT=kind, **FAST)
    await channel.start(accept)
    api.people.files[MENTOR, "f1"] = b"abc"
    assert (await channel.deliver(delivery())).handle == "1"
    assert (await channel.deliver(delivery("404"))).outcome == "failed"
    assert await channel.fetch("mentor/f1") == b"abc"
    with pytest.raises(UserError, match="file-gone"):
        await channel.fetch("mentor/none")
    await channel.stop()


def test_there_is_no_third() -> None:
    with pytest.raises(ConfigError, match=r"TELEGRAM_CLIENT: .* httpx"):
        made(TELEGRAM_CLIENT="curl")


async def test_the_lean_one_does_without_the_sdk() -> None:
    script = """
import sys
from bots.telegram.client import connect
from core.settings import Secret
connect("httpx", Secret("1:a"), "http://127.0.0.1:9")
sys.exit(sum(name in sys.modules for name in ("aiogram", "aiohttp", "pydantic")))
"""
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", script, cwd=Path.cwd())
    assert await process.wait() == 0
