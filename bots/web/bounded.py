"""uvicorn's protocol on httptools with the bounds on a request's head that it lacks."""

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from bots.web.server import HEAD_LIMIT

HEAD_SECONDS = 10.0
"""From a connection, or the first byte of a further request, to the end of the head."""


class Bounded(HttpToolsProtocol):
    """Ends connections whose head is too long or takes too long."""

    _in_head = True
    _head = 0
    _timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        """The clock starts: a silent connection is one that ends."""
        super().connection_made(transport)
        self._timer = self.loop.call_later(HEAD_SECONDS, transport.close)

    def on_message_begin(self) -> None:
        """The first byte of a head."""
        super().on_message_begin()
        self._in_head, self._head = True, 0

    def on_headers_complete(self) -> None:
        """The body has the bounds of the ingress."""
        self._in_head = False
        self._no_timer()
        super().on_headers_complete()

    def data_received(self, data: bytes) -> None:
        """Most heads come whole, and then nothing is counted and no clock is wound up."""
        super().data_received(data)
        if self._in_head:
            self._head += len(data)
            if self._head > HEAD_LIMIT:
                self.transport.close()
            elif self._timer is None:
                self._timer = self.loop.call_later(HEAD_SECONDS, self.transport.close)

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing is left to wait for."""
        self._no_timer()
        super().connection_lost(exc)

    def _no_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
