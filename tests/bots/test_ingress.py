"""The ingress over real sockets: bounded, verified on raw bytes, acknowledged after accept only."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Mapping, MutableMapping, Sequence
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from bots.web.ingress import Ingress, serve_http
from core.errors import ConfigError
from core.model import Message, Sender, Target, Text
from core.ports.channel import Route

JSON = {"content-type": "application/json", "x-secret": "open"}


def parse(body: bytes) -> Sequence[Message]:
    words = json.loads(body)["words"]
    if words == "explode":
        raise RuntimeError(words)
    if not words:
        return []
    target = Target("test", "one", "1")
    return [Message(target, Sender("1"), words, (Text(words),), datetime.now(UTC))]


def verify(headers: Mapping[str, str], body: bytes) -> bool:
    if headers.get("x-secret") == "raises":
        raise RuntimeError
    return headers.get("x-secret") == "open" and body.isascii()


class House:
    """Keeps what it accepts, or fails to."""

    def __init__(self) -> None:
        self.kept: list[str] = []
        self.broken = False
        self.is_ready = True
        self.gate = asyncio.Event()
        self.gate.set()

    async def accept(self, messages: Sequence[Message]) -> None:
        await self.gate.wait()
        if self.broken:
            raise OSError("disk full: somebody's words")
        self.kept += [message.external_id for message in messages]

    def ready(self) -> bool:
        return self.is_ready


@pytest.fixture
def house() -> House:
    return House()


@pytest.fixture
async def port(house: House) -> AsyncIterator[int]:
    routes = [Route("/telegram/mentor", verify, parse)]
    ingress = Ingress(routes, house.accept, house.ready, body_limit=1000, body_seconds=0.3)
    async with serve_http(ingress, "127.0.0.1", 0) as bound:
        yield bound


@pytest.fixture
async def client(port: int) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False) as opened:
        yield opened


async def post(client: httpx.AsyncClient, words: str, **headers: str) -> httpx.Response:
    body = json.dumps({"words": words})
    return await client.post("/telegram/mentor", content=body, headers=JSON | headers)


async def raw(port: int, *pieces: bytes, pause: float = 0.0) -> bytes:
    """What a server says to bytes written by hand, until it closes."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        for piece in pieces:
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(pause)
        return await asyncio.wait_for(reader.read(), 5)
    finally:
        writer.close()


async def test_accepted_and_acknowledged(client: httpx.AsyncClient, house: House) -> None:
    answer = await post(client, "hello")
    assert (answer.status_code, answer.content) == (200, b"{}")
    assert house.kept == ["hello"]
    assert "server" not in answer.headers


async def test_nothing_is_said_before_accept_returns(
    client: httpx.AsyncClient, house: House
) -> None:
    house.gate.clear()
    asked = asyncio.create_task(post(client, "hello"))
    await asyncio.sleep(0.1)
    assert not asked.done()
    house.gate.set()
    assert (await asked).status_code == 200


async def test_what_is_none_of_ours_is_acknowledged_and_not_kept(
    client: httpx.AsyncClient, house: House
) -> None:
    house.broken = True
    assert (await post(client, "")).status_code == 200
    assert house.kept == []


@pytest.mark.parametrize("words", ["hello", "explode"])
async def test_what_cannot_be_kept_is_sent_again(
    client: httpx.AsyncClient, house: House, words: str, caplog: pytest.LogCaptureFixture
) -> None:
    house.broken = True
    answer = await post(client, words)
    assert answer.status_code == 503
    assert int(answer.headers["retry-after"]) > 0
    assert "words" not in caplog.text.replace("not accepted", "")
    house.broken = False
    assert (await post(client, "again")).status_code == 200
    assert house.kept == ["again"]


@pytest.mark.parametrize(
    "headers",
    [{"x-secret": "wrong"}, {"x-secret": ""}, {"x-secret": "open x"}, {"x-other": "open"}],
)
async def test_unverified_is_401_and_unsaid_in_logs(
    client: httpx.AsyncClient,
    house: House,
    headers: dict[str, str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    kind = {"content-type": "application/json"}
    answer = await client.post(
        "/telegram/mentor", content=b'{"words":"hush"}', headers=kind | headers
    )
    assert answer.status_code == 401
    assert house.kept == []
    assert "hush" not in caplog.text
    assert "wrong" not in caplog.text


async def test_a_verifier_that_fails_lets_nobody_in(
    client: httpx.AsyncClient, house: House
) -> None:
    assert (await post(client, "hello", **{"x-secret": "raises"})).status_code == 503
    assert house.kept == []


async def test_a_repeated_header_is_none_of_its_values(port: int, house: House) -> None:
    head = (
        b"POST /telegram/mentor HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n"
        b"x-secret: open\r\nX-Secret: open\r\ncontent-length: 14\r\nconnection: close\r\n\r\n"
    )
    assert (await raw(port, head + b'{"words": "a"}')).startswith(b"HTTP/1.1 401 ")
    assert house.kept == []


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/telegram/mentor", 405),
        ("PUT", "/telegram/mentor", 405),
        ("POST", "/telegram/other", 404),
        ("POST", "/telegram/mentor/", 404),
        ("POST", "/", 404),
        ("POST", "/telegram/../telegram/mentor", 404),
        ("POST", "/health", 405),
        ("GET", "/health", 200),
        ("HEAD", "/health", 200),
        ("GET", "/ready", 200),
    ],
)
async def test_paths_and_methods(
    port: int, house: House, method: str, path: str, status: int
) -> None:
    head = f"{method} {path} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n"
    answer = await raw(port, head.encode())
    assert answer.startswith(f"HTTP/1.1 {status} ".encode())
    assert (status == 405) == (b"\r\nallow: " in answer)


async def test_not_ready(client: httpx.AsyncClient, house: House) -> None:
    house.is_ready = False
    assert (await client.get("/ready")).status_code == 503
    assert (await client.get("/health")).status_code == 200


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        ("application/json", 200),
        ("Application/JSON; charset=utf-8", 200),
        ("", 415),
        ("text/plain", 415),
        ("application/json-patch+json", 415),
        ("multipart/form-data; boundary=application/json", 415),
        ("application/x-www-form-urlencoded", 415),
    ],
)
async def test_content_types(client: httpx.AsyncClient, kind: str, status: int) -> None:
    assert (await post(client, "hello", **{"content-type": kind})).status_code == status


@pytest.mark.parametrize(("size", "status"), [(1000, 200), (1001, 413), (100_000, 413)])
async def test_bodies_of_a_declared_length(
    client: httpx.AsyncClient, house: House, size: int, status: int
) -> None:
    answer = await post(client, "a" * (size - len(json.dumps({"words": ""}))))
    assert answer.status_code == status
    assert len(house.kept) == (status == 200)


@pytest.mark.parametrize("declared", [b"1001", b"9" * 18])
async def test_a_declared_length_over_the_limit_is_not_even_read(
    port: int, declared: bytes
) -> None:
    head = (
        b"POST /telegram/mentor HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n"
        b"x-secret: open\r\ncontent-length: " + declared + b"\r\n\r\n"
    )
    answer = await raw(port, head)
    assert answer.startswith(b"HTTP/1.1 413 ")


async def chunks(size: int) -> AsyncIterator[bytes]:
    yield b'{"words": "'
    for _ in range(size // 100):
        yield b"a" * 100
    yield b'"}'


async def test_bodies_in_chunks(client: httpx.AsyncClient, house: House) -> None:
    answer = await client.post("/telegram/mentor", content=chunks(900), headers=JSON)
    assert answer.status_code == 200
    assert house.kept == ["a" * 900]


@pytest.mark.parametrize("size", [1000, 100_000])
async def test_bodies_in_too_many_chunks(
    client: httpx.AsyncClient, house: House, size: int
) -> None:
    try:
        answer = await client.post("/telegram/mentor", content=chunks(size), headers=JSON)
    except httpx.TransportError:  # closed while still being sent to: the answer may be lost
        pass
    else:
        assert answer.status_code == 413
    assert house.kept == []


async def test_an_endless_body_is_not_gathered(house: House) -> None:
    ingress = Ingress([Route("/a", verify, parse)], house.accept, house.ready, body_limit=1000)
    read, said = 0, []

    async def receive() -> MutableMapping[str, Any]:
        nonlocal read
        read += 100
        await asyncio.sleep(0)
        return {"type": "http.request", "body": b"a" * 100, "more_body": True}

    async def send(event: MutableMapping[str, Any]) -> None:
        said.append(event.get("status"))

    headers = [(name.encode(), value.encode()) for name, value in JSON.items()]
    scope = {"type": "http", "method": "POST", "path": "/a", "headers": headers}
    await ingress(scope, receive, send)
    assert said[0] == 413
    assert read <= 1200


async def test_a_body_that_dribbles_in_has_an_end(port: int, house: House) -> None:
    head = (
        b"POST /telegram/mentor HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n"
        b"x-secret: open\r\ncontent-length: 500\r\n\r\n"
    )
    answer = await raw(port, head, *[b"a"] * 3, pause=0.12)
    assert answer.startswith(b"HTTP/1.1 408 ")
    assert house.kept == []


async def test_who_hangs_up_amid_the_body_changes_nothing(port: int, house: House) -> None:
    _, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(
        b"POST /telegram/mentor HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n"
        b"x-secret: open\r\ncontent-length: 500\r\n\r\n{"
    )
    await writer.drain()
    writer.close()
    await asyncio.sleep(0.1)
    assert house.kept == []


async def test_a_head_without_end_is_ended(port: int) -> None:
    pieces = [b"GET /health HTTP/1.1\r\nhost: a\r\nx: ", *[b"a" * 8192] * 8]
    try:
        answer = await raw(port, *pieces)
    except ConnectionError:
        answer = b""
    assert b"200" not in answer


async def test_a_head_that_dribbles_in_is_ended(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bots.web.bounded.HEAD_SECONDS", 0.2)
    begun = asyncio.get_running_loop().time()
    assert await raw(port, b"GET /health HT") == b""
    assert await raw(port) == b""
    # A connection that is used again has the same bound on its further heads.
    request = b"GET /health HTTP/1.1\r\nhost: a\r\n\r\n"
    answer = await raw(port, request, b"GET /hea", pause=0.05)
    assert answer.count(b"HTTP/1.1 200 ") == 1
    assert asyncio.get_running_loop().time() - begun < 3


async def test_many_requests_on_one_connection(port: int, house: House) -> None:
    body = b'{"words": "a"}'
    request = (
        b"POST /telegram/mentor HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n"
        b"x-secret: open\r\ncontent-length: %d\r\n\r\n%s" % (len(body), body)
    )
    last = b"GET /health HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n"
    answer = await raw(port, request * 50 + last)
    assert answer.count(b"HTTP/1.1 200 ") == 51
    assert len(house.kept) == 50


async def test_a_taken_port_is_said_in_words() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        with pytest.raises(ConfigError, match=rf"{taken}.*--port"):
            async with serve_http(Ingress([], House().accept, bool), "127.0.0.1", taken):
                pass


async def test_stopping_lets_what_is_begun_end() -> None:
    house = House()
    house.gate.clear()
    ingress = Ingress([Route("/telegram/mentor", verify, parse)], house.accept, house.ready)
    async with (
        httpx.AsyncClient(trust_env=False) as client,
        serve_http(ingress, "127.0.0.1", 0) as port,
    ):
        url = f"http://127.0.0.1:{port}/telegram/mentor"
        asked = asyncio.create_task(client.post(url, content=b'{"words": "last"}', headers=JSON))
        await asyncio.sleep(0.1)
        asyncio.get_running_loop().call_later(0.2, house.gate.set)
    assert (await asked).status_code == 200
    assert house.kept == ["last"]


def test_two_routes_for_one_path_are_a_mistake() -> None:
    route = Route("/a", verify, parse)
    with pytest.raises(ValueError, match="/a"):
        Ingress([route, route], House().accept, bool)
