"""What an engine's thread tells, told on the loop."""

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import ParamSpec

P = ParamSpec("P")


def relay(told: Callable[P, None], left: threading.Event) -> Callable[P, None]:
    """`told`, callable from any thread: it runs on the loop, until the caller has left."""
    loop = asyncio.get_running_loop()

    def on_loop(*args: P.args, **kwargs: P.kwargs) -> None:
        if not left.is_set():
            told(*args, **kwargs)

    def tell(*args: P.args, **kwargs: P.kwargs) -> None:
        with suppress(RuntimeError):  # the loop has ended meanwhile
            loop.call_soon_threadsafe(lambda: on_loop(*args, **kwargs))

    return tell
