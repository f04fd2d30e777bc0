"""`viva serve`: ingress and worker in one process, until it is told to stop."""

import asyncio
import logging
import signal
import sys
from functools import partial

from bots.commands.front import Front
from bots.web.feeds import Feeds
from bots.web.ingress import Ingress, serve_http
from core.errors import ConfigError
from core.pipeline.feeds import read_feed

log = logging.getLogger(__name__)


def new_loop() -> asyncio.AbstractEventLoop:
    """uvloop's, which takes a fifth off each webhook; asyncio's own where there is none."""
    try:
        import uvloop
    except ImportError:  # it is not made for every system
        return asyncio.new_event_loop()
    return uvloop.new_event_loop()


async def serve(front: Front, host: str, port: int) -> int:
    """Serves until SIGTERM or SIGINT; returns the exit code."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
    logging.getLogger("alembic").setLevel(logging.WARNING)
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    async with front.serving() as app:
        if app is None:
            raise ConfigError([f"{front.home.path} is served by another process already"])
        routes = [route for channel in app.channels.values() for route in channel.routes()]
        ingress = Ingress(
            routes,
            app.worker.accept,
            ready=lambda: not stop.is_set(),
            feeds=Feeds(partial(read_feed, app.house)),
        )
        async with serve_http(ingress, host, port) as bound:
            names = ", ".join(sorted(app.channels))
            print(f"viva serves {names} on http://{host}:{bound}", file=sys.stderr, flush=True)
            await stop.wait()
    return 0
