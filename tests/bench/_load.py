"""The load of the ingress row, in a process of its own: raw HTTP over kept connections."""

import asyncio
import sys
import time
from functools import partial

from tests.bench._aiogram import SECRET
from tests.bench._server import PATH
from tests.bench._updates import update

OK = b"HTTP/1.1 200 "


class Connection(asyncio.Protocol):
    """Sends a request whenever the one before is answered, while there are any."""

    def __init__(self, requests: list[bytes], done: asyncio.Future[None]) -> None:
        self._requests = requests
        self._done = done
        self._transport: asyncio.WriteTransport | None = None
        self._answer = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.WriteTransport)
        self._transport = transport
        self._next()

    def data_received(self, data: bytes) -> None:
        self._answer += data
        head, found, body = self._answer.partition(b"\r\n\r\n")
        if not found or len(body) < _length(head):
            return
        if not head.startswith(OK):
            self._done.set_exception(RuntimeError(repr(head)))
            return
        self._answer = b""
        self._next()

    def _next(self) -> None:
        assert self._transport is not None
        if self._requests:
            self._transport.write(self._requests.pop())
        else:
            self._transport.close()

    def connection_lost(self, exc: Exception | None) -> None:
        if not self._done.done():
            self._done.set_result(None)


def _length(head: bytes) -> int:
    _, _, rest = head.lower().partition(b"\r\ncontent-length:")
    return int(rest.partition(b"\r\n")[0] or 0)


async def load(port: int, connections: int, count: int, first: int, plain: int) -> float:
    """Seconds that so many requests took, each with a number of its own."""
    requests = [_request(first + number, plain=bool(plain)) for number in range(count)]
    loop = asyncio.get_running_loop()
    waiting = []
    started = time.perf_counter()
    for _ in range(connections):
        done: asyncio.Future[None] = loop.create_future()
        await loop.create_connection(partial(Connection, requests, done), "127.0.0.1", port)
        waiting.append(done)
    await asyncio.gather(*waiting)
    return time.perf_counter() - started


def _request(number: int, *, plain: bool) -> bytes:
    body = update(number, "show my notes", chat=500 + number % 5000, plain=plain)
    head = (
        f"POST {PATH} HTTP/1.1\r\nHost: school.example\r\nContent-Type: application/json\r\n"
        f"X-Telegram-Bot-Api-Secret-Token: {SECRET}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


if __name__ == "__main__":
    print(asyncio.run(load(*map(int, sys.argv[1:]))))
