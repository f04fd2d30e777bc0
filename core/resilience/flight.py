"""Equal requests at the same time are one request: whoever comes second waits for the first's.

Only whole results are shared. Two equal asks of a model are rare, are meant to be answered each
anew, and would couple the pace of two readers.
"""

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from typing import Any, TypeVar

from core.ports.transcriber import Progress

T = TypeVar("T")


class Flights:
    """What is under way, by what was asked for."""

    def __init__(self) -> None:
        self._aloft: dict[Hashable, _Flight] = {}

    async def share(
        self, key: Hashable, work: Callable[[Progress], Awaitable[T]], progress: Progress
    ) -> T:
        """The result of `work`, ours or that of an equal one. It goes on for as long as one of
        those who want it is left, whoever began it."""
        flight = self._aloft.get(key)
        if flight is None:
            flight = self._aloft[key] = _Flight(work)
        flight.listeners.append(progress)
        try:
            result: T = await asyncio.shield(flight.task)
        finally:
            flight.listeners.remove(progress)
            if not flight.listeners:
                flight.task.cancel()
                if self._aloft.get(key) is flight:
                    del self._aloft[key]
        return result


class _Flight:
    """One request, in a task of its own: no caller's end is its end."""

    def __init__(self, work: Callable[[Progress], Awaitable[Any]]) -> None:
        self.listeners: list[Progress] = []
        self.task = asyncio.ensure_future(_awaited(work(self._tell)))
        self.task.add_done_callback(_heed)

    def _tell(self, what: str, share: float | None) -> None:
        for one in tuple(self.listeners):
            one(what, share)


async def _awaited(work: Awaitable[T]) -> T:
    return await work


def _heed(task: "asyncio.Future[Any]") -> None:
    """Nobody may be left to whom an error could be raised."""
    if not task.cancelled():
        task.exception()
