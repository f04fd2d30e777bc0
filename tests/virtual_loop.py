"""An event loop whose time stands still while it works, and leaps while it would wait."""

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class VirtualLoop(asyncio.SelectorEventLoop):
    """Its `time` begins at 1000; threads and sockets are not waited for."""

    def __init__(self) -> None:
        super().__init__(_Leaping(self))
        self.at = 1000.0

    def time(self) -> float:
        return self.at


class _Leaping(selectors.DefaultSelector):
    def __init__(self, loop: VirtualLoop) -> None:
        super().__init__()
        self._loop = loop

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(0)
        if not ready:
            assert timeout is not None, "everybody waits for something that nobody does"
            self._loop.at += timeout
        return ready


def run(work: Coroutine[Any, Any, T]) -> T:
    """Its result, however long it takes by the loop's own time."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(work)


def now() -> float:
    """The running loop's time, as a clock to hand in."""
    return asyncio.get_running_loop().time()
