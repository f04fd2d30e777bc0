"""Progress out of an engine's thread."""

import asyncio
import threading
from contextlib import suppress

from core.ports.transcriber import Progress


def relay(progress: Progress, left: threading.Event) -> Progress:
    """`progress`, callable from any thread: it runs on the loop, until the caller has left."""
    loop = asyncio.get_running_loop()

    def on_loop(what: str, share: float | None) -> None:
        if not left.is_set():
            progress(what, share)

    def tell(what: str, share: float | None) -> None:
        with suppress(RuntimeError):  # the loop has ended meanwhile
            loop.call_soon_threadsafe(on_loop, what, share)

    return tell
