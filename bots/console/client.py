"""The terminal's side: says things to the serving process and waits for what comes back."""

import asyncio
import contextlib
import hashlib
import json
import os
import secrets
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, BinaryIO

from bots.console import frames
from core.errors import UserError
from core.model.message import MOST_CHARACTERS
from core.store.home import Home

LARGEST_FILE = 200 * 1024 * 1024
"""Bytes; each worker that opens it has its own limit below that."""

LONGEST_NAME = 120
GOODBYE_SECONDS = 2.0


class Client:
    """One connection to the home's serving process."""

    def __init__(
        self, home: Home, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self._home = home
        self._reader = reader
        self._writer = writer

    @classmethod
    async def connect(cls, home: Home) -> "Client":
        """Raises OSError where nobody serves the home."""
        reader, writer = await asyncio.open_unix_connection(
            home.address, limit=frames.LONGEST_LINE * 4
        )
        return cls(home, reader, writer)

    async def hello(self, hello: frames.Hello) -> None:
        """Says who sits here: from now on their replies come."""
        await self._send(hello)

    async def say(self, **what: Any) -> str:
        """Sends one message, by the fields of `frames.Say`; returns its id."""
        said = frames.Say(**{"id": secrets.token_hex(16), **what})
        await self._send(said)
        return said.id

    async def seen(self, row: int) -> None:
        """A reply has been shown."""
        await self._send(frames.Seen(row))

    async def incoming(self) -> AsyncIterator[dict[str, Any]]:
        """What the server says, until it hangs up."""
        while line := await self._reader.readline():
            yield json.loads(line)

    async def close(self) -> None:
        """Hangs up once the server has read all that was said to it."""
        with contextlib.suppress(OSError, TimeoutError):
            self._writer.write_eof()
            async with asyncio.timeout(GOODBYE_SECONDS):
                while await self._reader.read(1 << 16):
                    pass
        self._writer.close()

    async def _send(self, frame: frames.Frame) -> None:
        self._writer.write(frames.write(frame))
        await self._writer.drain()


def typed(text: str) -> str:
    """Words as they can be sent: raises UserError for more than one message holds."""
    text = text.encode("utf-8", "surrogateescape").decode("utf-8", "replace").strip()
    if len(text) > MOST_CHARACTERS:
        raise UserError("text-too-long", limit=MOST_CHARACTERS)
    return text


def keep(home: Home, path: Path) -> str:
    """Copies a file into the home, on disk before it returns; its hash is the ref.

    Raises UserError where there is no such file, or it is too large.
    """
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise UserError("file-missing", name=path.name)
        if size > LARGEST_FILE:
            raise UserError("file-too-large", limit=LARGEST_FILE >> 20)
        with path.open("rb") as file:
            ref = hashlib.file_digest(file, "sha256").hexdigest()
            kept = home.media / ref
            if not kept.exists():
                file.seek(0)
                _copy(file, kept)
    except OSError as error:
        raise UserError("file-missing", name=path.name) from error
    return ref


def named(home: Home, path: Path) -> tuple[str, str]:
    """Keeps a file; returns its ref and its name as others may show it."""
    name = "".join(sign for sign in path.name if sign.isprintable())
    return keep(home, path), name[:LONGEST_NAME] or "file"


def _copy(file: BinaryIO, kept: Path) -> None:
    fresh = kept.with_name(f"{kept.name}.{os.getpid()}")
    with fresh.open("wb") as copy:
        shutil.copyfileobj(file, copy)
        copy.flush()
        os.fsync(copy.fileno())
    fresh.rename(kept)
    _sync(kept.parent)


def _sync(folder: Path) -> None:
    """A new name is on disk when its folder is."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
