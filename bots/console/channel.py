"""The server's side of the terminals: a socket in the home that only its owner can open."""

import asyncio
import logging
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from bots.console import frames
from core.errors import Unavailable, UserError
from core.model import Receipt, Surface, Target
from core.ports.channel import Accept, Delivery, Route
from core.ports.probe import Probe
from core.settings import Settings, load
from core.store.home import Home

log = logging.getLogger(__name__)

MOST_UNREAD = 1 << 16
"""Bytes that wait for a terminal from which on it is told no progress: it may be stopped."""
REF = re.compile(r"[0-9a-f]{64}")


def create(environ: Mapping[str, str], home: Path) -> "ConsoleChannel":
    """The console is always on."""
    return ConsoleChannel(Home(home))


def probe(environ: Mapping[str, str]) -> Probe:
    """For `viva doctor`."""
    home = load(Settings, environ).home.absolute()
    return Probe(frames.NAME, "channel", "on", (), f"terminals speak to {home / 'console.sock'}")


class Terminal:
    """One connection, and who sits there."""

    def __init__(self, writer: asyncio.StreamWriter) -> None:
        self.writer = writer
        self.hello: frames.Hello | None = None

    def send(self, frame: object) -> None:
        """Writes a frame; a terminal that is gone is noticed by its reader."""
        if not self.writer.is_closing():
            self.writer.write(frames.write(frame))

    def tell(self, frame: object) -> None:
        """Writes a frame that the next one makes out of date, where the terminal keeps up."""
        if self.writer.transport.get_write_buffer_size() < MOST_UNREAD:
            self.send(frame)


@dataclass(slots=True)
class Showing:
    """The reply that a person's terminals are to show now."""

    row: int
    frame: object
    seen: asyncio.Future[None]


class ConsoleChannel:
    """A reply waits until a terminal of its person is there and says it has shown it."""

    name = frames.NAME
    surface = Surface(buttons=True)

    def __init__(self, home: Home) -> None:
        self._home = home
        self._server: asyncio.Server | None = None
        self._terminals: dict[str, list[Terminal]] = {}
        self._showing: dict[str, Showing] = {}
        self._accept: Accept | None = None

    def routes(self) -> Sequence[Route]:
        """No webhook."""
        return ()

    async def start(self, accept: Accept) -> None:
        """Listens; a socket left by a process that died is taken away (we hold its lock)."""
        self._accept = accept
        self._home.make()
        self._home.socket.unlink(missing_ok=True)
        before = os.umask(0o177)
        try:
            self._server = await asyncio.start_unix_server(
                self._attend, self._home.address, limit=frames.LONGEST_LINE
            )
        finally:
            os.umask(before)

    async def stop(self) -> None:
        """Hangs up."""
        if self._server is None:
            return
        self._server.close()
        for terminals in list(self._terminals.values()):
            for terminal in list(terminals):
                terminal.writer.close()
        await self._server.wait_closed()
        self._server = None
        self._home.socket.unlink(missing_ok=True)

    async def deliver(self, delivery: Delivery) -> Receipt:
        """Waits for a terminal, however long: the outbox holds up this person's replies only."""
        person = delivery.target.conversation
        kept = await asyncio.to_thread(self._keep, delivery)
        seen = asyncio.get_running_loop().create_future()
        self._showing[person] = Showing(delivery.id, frames.render(delivery, kept), seen)
        try:
            for terminal in self._terminals.get(person, ()):
                terminal.send(self._showing[person].frame)
            await seen
        finally:
            del self._showing[person]
        return Receipt("confirmed")

    def _keep(self, delivery: Delivery) -> list[dict[str, str]]:
        """Its picture and its file where their reader can open them; the same at each try."""
        kept = []
        for one in (delivery.reply.image, delivery.reply.file):
            if one is None:
                continue
            path = self._home.sent_to(delivery.target.conversation) / frames.file_name(
                delivery.id, one.name
            )
            path.parent.mkdir(mode=0o700, exist_ok=True)
            path.write_bytes(one.data)
            kept.append({"name": one.name, "path": str(path), "alt": one.alt})
        return kept

    async def fetch(self, ref: str) -> bytes:
        """A file the terminal has put into the home, by its hash."""
        if not REF.fullmatch(ref):
            raise UserError("file-missing", name="?")
        path = self._home.media / ref
        if not path.is_file():
            raise UserError("file-missing", name=ref[:8])
        return await asyncio.to_thread(path.read_bytes)

    def working(self, target: Target, stage: str, share: float | None) -> None:
        """Shown as a progress bar."""
        for terminal in self._terminals.get(target.conversation, ()):
            terminal.tell(frames.working(stage, share))

    def draft(self, target: Target, text: str) -> None:
        """Shown in place of the progress bar, until the answer itself comes."""
        for terminal in self._terminals.get(target.conversation, ()):
            terminal.tell(frames.draft(text))

    async def _attend(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        terminal = Terminal(writer)
        try:
            while line := await reader.readline():
                await self._take(terminal, frames.read(line))
        except (msgspec.MsgspecError, ValueError, RecursionError):
            log.warning("a terminal sent what is no frame")
        except Unavailable as error:  # not kept: hearing no "kept" it knows
            log.warning("not accepted: %s", error.code)
        except ConnectionError:
            pass
        finally:
            self._seat(terminal, None)
            terminal.writer.close()

    async def _take(self, terminal: Terminal, frame: frames.Frame) -> None:
        match frame:
            case frames.Hello():
                self._seat(terminal, frame)
            case frames.Seen(row) if terminal.hello is not None:
                showing = self._showing.get(terminal.hello.person)
                if showing is not None and showing.row == row and not showing.seen.done():
                    showing.seen.set_result(None)
            case frames.Say() if terminal.hello is not None and self._accept is not None:
                await self._accept([frames.parse(frame, terminal.hello)])
                terminal.send({"type": "kept", "id": frame.id})
            case _:
                log.warning("a terminal spoke before it said who sits there")

    def _seat(self, terminal: Terminal, hello: frames.Hello | None) -> None:
        if terminal.hello is not None:
            self._terminals[terminal.hello.person].remove(terminal)
        terminal.hello = hello
        if hello is not None:
            self._terminals.setdefault(hello.person, []).append(terminal)
            if showing := self._showing.get(hello.person):
                terminal.send(showing.frame)
