"""Webhooks in: bounded, verified on raw bytes, on disk, and only then acknowledged."""

import asyncio
import logging
from collections.abc import Callable, Iterable

from bots.web.answers import (
    NOT_FOUND,
    NOT_GET,
    NOT_JSON,
    NOT_POST,
    NOT_READY,
    OK,
    READY,
    TOO_LARGE,
    TOO_SLOW,
    UNAUTHORISED,
    UNAVAILABLE,
    Answer,
)
from bots.web.feeds import PREFIX, Feeds
from bots.web.server import Receive, Scope, Send, serve_http
from core.ports.channel import Accept, Route

__all__ = ["Ingress", "serve_http"]

log = logging.getLogger(__name__)

BODY_LIMIT = 2**20
"""Bytes of one webhook."""
BODY_SECONDS = 5.0
"""From the head of a request to the end of its body."""


class TooLarge(Exception):  # an answer, not a fault of ours
    """The body is over the limit."""


class Gone(Exception):  # nobody is there to hear of it
    """The sender has hung up."""


class Ingress:
    """An ASGI application over the routes of all channels, with `/health` and `/ready`.

    `accept` puts messages on disk; where it fails the platform hears 503 and sends them again.
    """

    def __init__(
        self,
        routes: Iterable[Route],
        accept: Accept,
        ready: Callable[[], bool],
        *,
        feeds: Feeds | None = None,
        body_limit: int = BODY_LIMIT,
        body_seconds: float = BODY_SECONDS,
    ) -> None:
        self._routes: dict[str, Route] = {}
        for route in routes:
            if route.path in self._routes:
                raise ValueError(f"two routes for {route.path}")
            self._routes[route.path] = route
        self._accept = accept
        self._ready = ready
        self._feeds = feeds
        self._body_limit = body_limit
        self._body_seconds = body_seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI's entry: HTTP only; a WebSocket is refused."""
        if scope["type"] == "websocket":
            await send({"type": "websocket.close"})
            return
        if scope["type"] != "http":
            return
        route = self._routes.get(scope["path"])
        try:
            if route is not None:
                start, body = await self._take(route, scope, receive)
            elif self._feeds is not None and scope["path"].startswith(PREFIX):
                start, body = await self._feeds.answer(scope)
            else:
                start, body = self._own(scope)
        except Gone:
            return
        await send(start)
        await send(body)

    def _own(self, scope: Scope) -> Answer:
        path = scope["path"]
        if path not in ("/health", "/ready"):
            return NOT_FOUND
        if scope["method"] not in ("GET", "HEAD"):
            return NOT_GET
        return OK if path == "/health" else READY if self._ready() else NOT_READY

    async def _take(self, route: Route, scope: Scope, receive: Receive) -> Answer:
        if scope["method"] != "POST":
            return NOT_POST
        headers = _headers(scope["headers"])
        if headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
            return NOT_JSON
        try:
            async with asyncio.timeout(self._body_seconds):
                body = await self._body(headers.get("content-length", ""), receive)
        except TimeoutError:
            return TOO_SLOW
        except TooLarge:
            return TOO_LARGE
        try:
            if not route.verify(headers, body):
                log.warning("refused: not verified")  # nothing of the request: it may be a secret
                return UNAUTHORISED
            messages = route.parse(body)
            if messages:
                await self._accept(messages)
        except Exception as error:  # noqa: BLE001  # whatever it is, the platform keeps it and comes again
            log.error("not accepted: %s", type(error).__name__)
            return UNAVAILABLE
        return OK

    async def _body(self, declared: str, receive: Receive) -> bytes:
        if declared.isdecimal() and (len(declared) > 18 or int(declared) > self._body_limit):
            raise TooLarge
        event = await receive()
        whole: bytes = event.get("body", b"")
        if event["type"] == "http.request" and not event.get("more_body"):
            if len(whole) > self._body_limit:
                raise TooLarge
            return whole
        kept = bytearray(whole)
        while event["type"] == "http.request" and event.get("more_body"):
            if len(kept) > self._body_limit:
                raise TooLarge
            event = await receive()
            kept += event.get("body", b"")
        if event["type"] != "http.request":
            raise Gone
        if len(kept) > self._body_limit:
            raise TooLarge
        return bytes(kept)


def _headers(raw: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """Lower-case names; a repeated header is joined, so that neither of two secrets passes."""
    headers: dict[str, str] = {}
    for name, value in raw:
        key, text = name.decode("latin-1").lower(), value.decode("latin-1")
        headers[key] = f"{headers[key]},{text}" if key in headers else text
    return headers
