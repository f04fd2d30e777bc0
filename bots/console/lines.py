"""The lines that somebody types, without anything waiting for them at the end."""

import asyncio
import codecs
import os
import threading
from collections.abc import AsyncIterator


async def lines(descriptor: int = 0) -> AsyncIterator[str]:
    """Lines of standard input until its end; what is no UTF-8 becomes replacement signs.

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
