"""A server in a process of its own: ours with its journal, or aiogram's handler; says its CPU."""

import asyncio
import socket
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from bots.commands.serve import new_loop
from tests.bench._aiogram import SECRET, TOKEN

PATH = "/telegram/mentor"


async def ours(folder: Path) -> None:
    """The ingress as `viva serve` has it; what was accepted is not worked on, as in the rival."""
    from bots.telegram.channel import create
    from bots.web.ingress import Ingress, serve_http
    from core.journal import Inbox
    from core.model import Message
    from core.ports.clock import system_now
    from core.store.database import Database
    from core.store.upgrade import upgrade

    upgrade(folder / "viva.db")
    database = Database(folder / "viva.db")
    database.open()
    inbox = Inbox(database, system_now)
    environ = {"TELEGRAM_BOT_TOKEN_MENTOR": TOKEN, "TELEGRAM_WEBHOOK_SECRET": SECRET}
    channel = create(environ, folder)
    assert channel is not None

    async def accept(messages: Sequence[Message]) -> None:
        await inbox.accept(messages, lease=True)

    async with serve_http(Ingress(channel.routes(), accept, lambda: True), port=0) as port:
        await _until_told(port)
    rows = database.read("SELECT count(*) FROM message")[0][0]
    print(rows, flush=True)
    await database.close()


async def aiograms() -> None:
    """As its documentation sets it up, in the foreground, with nothing to do."""
    from aiogram.webhook.aiohttp_server import SimpleRequestHandler
    from aiohttp import web

    from tests.bench._aiogram import bot, dispatcher

    app = web.Application()
    handler = SimpleRequestHandler(dispatcher(), bot(), secret_token=SECRET)
    handler.register(app, path=PATH)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    listener = socket.create_server(("127.0.0.1", 0), backlog=2048)
    await web.SockSite(runner, listener).start()
    await _until_told(listener.getsockname()[1])
    print(0, flush=True)
    await runner.cleanup()


async def _until_told(port: int) -> None:
    """Each line that comes in is answered with the CPU seconds so far; the end ends it."""
    print(port, flush=True)
    loop, ended = asyncio.get_running_loop(), asyncio.Event()

    def answer() -> None:
        for _ in sys.stdin:
            print(time.process_time(), flush=True)
        loop.call_soon_threadsafe(ended.set)

    threading.Thread(target=answer, daemon=True).start()
    await ended.wait()


if __name__ == "__main__":
    if sys.argv[1] == "ours":
        with asyncio.Runner(loop_factory=new_loop) as runner:  # as `viva serve` runs
            runner.run(ours(Path(sys.argv[2])))
    else:
        asyncio.run(aiograms())
