"""A terminal that was stopped reads nothing: the drafts it is sent must not pile up in memory."""

import asyncio
import json

from bots.console import frames
from bots.console.channel import ConsoleChannel, Terminal
from core.model import Reply, Target
from core.ports.channel import Delivery
from core.store.home import Home

ANNA = Target(frames.NAME, "main", "anna")


async def test_drafts_do_not_pile_up_and_the_answer_comes(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # a socket's path has to be short
    home = Home(tmp_path)
    channel = ConsoleChannel(home)
    await channel.start(_nobody)
    reader, writer = await asyncio.open_unix_connection(home.address, limit=1 << 22)
    writer.write(frames.write(frames.Hello("anna")))
    while "anna" not in channel._terminals:
        await asyncio.sleep(0.01)
    (terminal,) = channel._terminals["anna"]
    for length in range(0, 40_000, 20):
        channel.draft(ANNA, "x" * length)  # 40 MB in all
        channel.working(ANNA, "thinking", None)
        await asyncio.sleep(0)
    assert _unread(terminal) < 200_000
    reply = Delivery(1, ANNA, Reply("done"), "en")
    delivering = asyncio.create_task(channel.deliver(reply))
    while (frame := json.loads(await reader.readline()))["type"] != "reply":
        continue
    assert frame["reply"]["text"] == "done"
    writer.write(frames.write(frames.Seen(1)))
    await delivering
    writer.close()
    await channel.stop()


def _unread(terminal: Terminal) -> int:
    return terminal.writer.transport.get_write_buffer_size()


async def _nobody(messages):
    raise AssertionError("nobody speaks")
