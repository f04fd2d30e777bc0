"""A terminal's line to the assistant, whoever serves the home at the moment."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bots.commands.front import Front
from bots.console.client import Client
from core.store.home import Home

PATIENCE = 10.0
"""Seconds for another process to begin to listen, or to end."""


def to_a_file(home: Home) -> None:
    """What the house logs goes to a file of the home, and not between the lines of a talk."""
    home.make()
    shape = "%(asctime)s %(levelname)s %(name)s %(message)s"
    logging.basicConfig(filename=home.path / "viva.log", level=logging.WARNING, format=shape)


@asynccontextmanager
async def attached(front: Front) -> AsyncIterator[Client]:
    """A connection to the process that serves the home: another, or else this one.

    Raises ConnectionError where another holds the home and does not listen.
    """
    until = time.monotonic() + PATIENCE
    while True:
        async with front.serving("console"):
            client = await _connected(front)
            if client is not None:
                try:
                    yield client
                finally:
                    await client.close()
                return
        if time.monotonic() > until:
            raise ConnectionError("another process holds the home and does not listen")
        await asyncio.sleep(0.1)


async def _connected(front: Front) -> Client | None:
    try:
        return await Client.connect(front.home)
    except (ConnectionError, FileNotFoundError):  # it begins or ends at this moment
        return None
