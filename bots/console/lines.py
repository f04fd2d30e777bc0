"""The lines that somebody types, without anything waiting for them at the end."""

import asyncio
import codecs
import os
import threading
from collections.abc import AsyncIterator


def lines(prompt: str, *, editable: bool) -> AsyncIterator[str]:
    """What is typed, line by line, until its end; `editable` where a person sits at a terminal."""
    return _edited(prompt) if editable else _read()


async def _edited(prompt: str) -> AsyncIterator[str]:
    """With arrows and history; what is printed meanwhile appears above the line."""
    from prompt_toolkit import PromptSession
    from prompt_toolkit.patch_stdout import patch_stdout

    session: PromptSession[str] = PromptSession()
    with patch_stdout(raw=True):
        while True:
            try:
                yield await session.prompt_async(prompt)
            except (EOFError, KeyboardInterrupt):  # Ctrl-D, Ctrl-C
                return


async def _read(descriptor: int = 0) -> AsyncIterator[str]:
    """Of a pipe or a file; what is no UTF-8 becomes replacement signs.

    A thread of our own reads it: one of the loop's would keep Ctrl-C waiting for a last line, and
    `sys.stdin` would be locked by it when the interpreter ends.
    """
    loop = asyncio.get_running_loop()
    read: asyncio.Queue[str | None] = asyncio.Queue()

    def tell(line: str | None) -> None:
        try:
            loop.call_soon_threadsafe(read.put_nowait, line)
        except RuntimeError:  # the loop has ended: nobody listens any more
            return

    def follow() -> None:
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        rest = ""
        while chunk := os.read(descriptor, 1 << 16):
            *whole, rest = (rest + decoder.decode(chunk)).split("\n")
            for line in whole:
                tell(line)
        if rest:
            tell(rest)
        tell(None)

    threading.Thread(target=follow, name="viva-lines", daemon=True).start()
    while (line := await read.get()) is not None:
        yield line
