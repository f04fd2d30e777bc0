"""The HTTP server under the ingress: uvicorn, lean, with the bounds that it lacks itself."""

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, MutableMapping
from contextlib import asynccontextmanager, contextmanager
from typing import Any

from core.errors import ConfigError

Scope = MutableMapping[str, Any]
Event = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Event]]
Send = Callable[[Event], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]
"""ASGI 3."""

HEAD_LIMIT = 32 * 2**10
"""Bytes of a request's line and headers."""
CONNECTIONS = 1000
BACKLOG = 2048
KEEP_ALIVE_SECONDS = 30
DRAIN_SECONDS = 10


@asynccontextmanager
async def serve_http(
    app: Application, host: str = "127.0.0.1", port: int = 8000
) -> AsyncIterator[int]:
    """Answers while the block runs, then ends what it has begun -> the port, 0 being any free one.

    Raises ConfigError where the port is taken. Signals stay with the program. TLS stands in front.
    """
    import uvicorn

    class Quiet(uvicorn.Server):
        @contextmanager
        def capture_signals(self) -> Iterator[None]:
            yield

    listener = _listen(host, port)
    config = uvicorn.Config(
        app,
        http=_protocol(),
        ws="none",
        lifespan="off",
        interface="asgi3",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        limit_concurrency=CONNECTIONS,
        backlog=BACKLOG,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=DRAIN_SECONDS,
        h11_max_incomplete_event_size=HEAD_LIMIT,
    )
    server = Quiet(config)
    running = asyncio.create_task(server.serve([listener]))
    try:
        # Bound and listening already: whoever connects now waits a moment in the backlog.
        yield listener.getsockname()[1]
    finally:
        server.should_exit = True
        await running
        listener.close()


def _listen(host: str, port: int) -> socket.socket:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except OSError as error:
        raise ConfigError([f"--host {host} is no address of this machine"]) from error
    family, kind, protocol, _, address = found[0]
    listener = socket.socket(family, kind, protocol)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(address)
        listener.listen(BACKLOG)
    except OSError as error:
        listener.close()
        why = error.strerror or "refused"
        raise ConfigError([f"cannot listen on {host} port {port} ({why}): try --port"]) from error
    listener.setblocking(False)
    return listener


def _protocol() -> Any:
    """Ours on httptools; h11, which has such bounds itself, where that is not installed."""
    try:
        from bots.web.bounded import Bounded
    except ImportError:
        return "h11"
    return Bounded
