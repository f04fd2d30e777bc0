"""The simulator refuses what Telegram refuses, and answers as Telegram answers."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from bots.telegram.simulator import TOKEN, Limits, Simulator

ME = f"/bot{TOKEN}"
OK = {"chat_id": 7, "text": "hello"}


@pytest.fixture
async def api() -> AsyncIterator[Simulator]:
    simulator = Simulator(limits=Limits(None, None, None))
    await simulator.start()
    simulator.people.chats |= {(TOKEN, 7), (TOKEN, -9)}
    yield simulator
    await simulator.stop()


@pytest.fixture
async def client(api: Simulator) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=api.url, trust_env=False) as opened:
        yield opened


def keyboard(**button: str) -> str:
    return json.dumps({"inline_keyboard": [[button]]})


REFUSED: list[tuple[str, dict[str, Any], int, str]] = [
    ("sendMessage", {}, 400, "chat_id is empty"),
    ("sendMessage", {"chat_id": 7}, 400, "message text is empty"),
    ("sendMessage", OK | {"text": " \n"}, 400, "message text is empty"),
    ("sendMessage", OK | {"text": "a" * 4097}, 400, "message is too long"),
    ("sendMessage", OK | {"text": "😀" * 2049}, 400, "message is too long"),
    ("sendMessage", OK | {"chat_id": 404}, 400, "chat not found"),
    ("sendMessage", OK | {"chat_id": "@nobody"}, 400, "chat not found"),
    ("sendMessage", OK | {"message_thread_id": 3}, 400, "message thread not found"),
    ("sendMessage", OK | {"reply_markup": "{"}, 400, "can't parse reply keyboard markup"),
    ("sendMessage", OK | {"reply_markup": keyboard(text="", callback_data="a")}, 400, "non-empty"),
    (
        "sendMessage",
        OK | {"reply_markup": keyboard(text="a", callback_data="я" * 33)},
        400,
        "BUTTON_DATA_INVALID",
    ),
    ("answerCallbackQuery", {"callback_query_id": "1"}, 400, "query is too old"),
    ("sendChatAction", {"chat_id": 7, "action": "dancing"}, 400, "wrong parameter action"),
    ("sendChatAction", {"chat_id": 404, "action": "typing"}, 400, "chat not found"),
    ("getFile", {"file_id": "none"}, 400, "wrong file_id"),
    ("setWebhook", {"url": "http://viva.example.org/"}, 400, "HTTPS URL must be provided"),
    ("setWebhook", {"url": "https://a.b/", "secret_token": "a b"}, 400, "unallowed characters"),
    ("sendTelepathy", {}, 404, "method not found"),
]


@pytest.mark.parametrize("number", range(len(REFUSED)))
@pytest.mark.parametrize("how", ["json", "data", "multipart"])
async def test_refuses(client: httpx.AsyncClient, api: Simulator, number: int, how: str) -> None:
    method, params, code, description = REFUSED[number]
    if how == "json":
        sent: dict[str, Any] = {"json": params}
    elif how == "data":
        sent = {"data": params}
    else:
        sent = {"files": {name: (None, str(value)) for name, value in params.items()} or None}
    answer = await client.post(f"{ME}/{method}", **sent)
    body = answer.json()
    assert (answer.status_code, body["ok"], body["error_code"]) == (code, False, code)
    assert description in body["description"]
    assert api.sent == []


@pytest.mark.parametrize(
    "sent",
    [
        {"json": OK},
        {"data": OK},
        {"files": {"chat_id": (None, "7"), "text": (None, "hello")}},
        {"params": OK},
    ],
)
async def test_takes_all_four_ways_of_passing_parameters(
    client: httpx.AsyncClient, api: Simulator, sent: dict[str, Any]
) -> None:
    answer = await client.post(f"{ME}/SENDMESSAGE", **sent)
    assert answer.json()["result"]["text"] == "hello"
    assert len(api.sent) == 1


@pytest.mark.parametrize("kind", ["text/plain", "application/octet-stream"])
async def test_reads_nothing_of_another_content_type(client: httpx.AsyncClient, kind: str) -> None:
    answer = await client.post(
        f"{ME}/sendMessage", content=json.dumps(OK), headers={"content-type": kind}
    )
    assert answer.json()["description"] == "Bad Request: chat_id is empty"


@pytest.mark.parametrize("content", [b"[]", b"{", b"\xff"])
async def test_refuses_broken_json(client: httpx.AsyncClient, content: bytes) -> None:
    headers = {"content-type": "application/json"}
    answer = await client.post(f"{ME}/sendMessage", content=content, headers=headers)
    assert answer.status_code == 400


@pytest.mark.parametrize("token", ["1:wrong", TOKEN + "a", "0"])
async def test_refuses_an_unknown_token(client: httpx.AsyncClient, token: str) -> None:
    assert (await client.post(f"/bot{token}/getMe")).status_code == 401
    assert (await client.get(f"/file/bot{token}/voice/a.oga")).status_code == 404


async def test_refuses_who_is_blocked(client: httpx.AsyncClient, api: Simulator) -> None:
    api.blocked.add(7)
    answer = await client.post(f"{ME}/sendMessage", json=OK)
    assert (answer.status_code, answer.json()["error_code"]) == (403, 403)


@pytest.mark.parametrize(
    ("limits", "chats", "taken"),
    [
        (Limits(None, 1, None), [7] * 3, 1),
        (Limits(3, None, None), range(100, 105), 3),
        (Limits(None, None, 20), [-9] * 25, 20),
    ],
)
async def test_refuses_what_is_too_fast(
    client: httpx.AsyncClient, api: Simulator, limits: Limits, chats: list[int], taken: int
) -> None:
    api.limits, api.any_chat = limits, True
    answers = [await client.post(f"{ME}/sendMessage", json=OK | {"chat_id": c}) for c in chats]
    assert [answer.status_code for answer in answers][:taken] == [200] * taken
    assert {answer.status_code for answer in answers[taken:]} == {429}
    assert answers[-1].json()["parameters"]["retry_after"] >= 1


async def test_every_answer_is_real_to_the_sdk(client: httpx.AsyncClient, api: Simulator) -> None:
    types = pytest.importorskip("aiogram.types", reason="aiogram is not installed")
    api.people.files[TOKEN, "f"] = b"a"
    api.people.topics.add((-9, 3))
    markup = keyboard(text="a", callback_data="b")
    calls = [
        ("getMe", {}, types.User),
        ("sendMessage", OK | {"reply_markup": markup}, types.Message),
        ("sendMessage", OK | {"chat_id": -9, "message_thread_id": 3}, types.Message),
        ("getFile", {"file_id": "f"}, types.File),
        ("getWebhookInfo", {}, types.WebhookInfo),
    ]
    for method, params, kind in calls:
        answer = await client.post(f"{ME}/{method}", json=params)
        parsed = kind.model_validate(answer.json()["result"])
        assert not parsed.model_extra, method
    for update in (
        api.send_text(7, "/help me"),
        api.send_voice(7, b"OggS"),
        api.press(7, "a"),
        api.send_text(-9, "@simulated_bot hi", thread=3),
    ):
        parsed = types.Update.model_validate(api.people.updates[update][2])
        assert not parsed.model_extra


async def test_the_program(tmp_path: Path) -> None:
    ledger = tmp_path / "sent.jsonl"
    program = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bots.telegram.simulator", "--port", "0"),
        *("--ledger", str(ledger), "--token", "5:a", "--no-limits"),
        stdout=asyncio.subprocess.PIPE,
        cwd=Path.cwd(),
    )
    assert program.stdout is not None
    url = (await program.stdout.readline()).decode().strip()
    try:
        async with httpx.AsyncClient(base_url=url, trust_env=False) as client:
            for action, asked in [
                ("text", {"chat": 7, "text": "hello"}),
                ("press", {"chat": 7, "data": "a"}),
                ("voice", {"chat": 7, "body": "T2dnUw=="}),
            ]:
                answer = await client.post(f"/simulator/{action}", json=asked)
                assert answer.json()["update_id"] >= 100_000
            await client.post("/simulator/fault", json={"fault": "500"})
            codes = [
                (await client.post("/bot5:a/sendMessage", json=OK)).status_code for _ in range(3)
            ]
            assert codes == [500, 200, 200]
            info = (await client.post("/bot5:a/getWebhookInfo")).json()["result"]
            assert info["pending_update_count"] == 3
    finally:
        program.terminate()
        await program.wait()
    assert len(ledger.read_text().splitlines()) == 2
