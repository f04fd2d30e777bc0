"""`viva` that kills itself at a named point of a message's way: VIVA_CRASH_AT=point:times.

Run as `python -m tests.torture.crash_points serve ...`: the product itself knows of no such points.
Turns are slow here, as with a model or a recording, so that messages wait behind one another.
"""

import asyncio
import functools
import importlib
import os
import signal
from inspect import iscoroutinefunction
from typing import Any

from core.pipeline import Pipeline

POINTS = {
    "accepted": ("core.journal.inbox", "Inbox.accept"),
    "written": ("core.store.database", "_run"),
    "understood": ("core.pipeline", "Pipeline._walk"),
    "committed": ("core.journal.work", "Work.commit"),
    "called": ("bots.telegram.client", "HttpxClient.call"),
    "delivered": ("bots.telegram.channel", "TelegramChannel.deliver"),
    "marked": ("core.journal.outbox", "Outbox._mark"),
}
"""Name: the function after whose n-th return it dies, before its caller hears of it."""
WITH_A_MODEL = {
    "streamed": ("core.assistant.loop", "_Talk._draft"),
    "answered": ("core.assistant.loop", "_Talk._answer"),
    "settled": ("core.assistant.proposals", "settle"),
}
"""Those that no turn comes by where there is no model."""
TURN_SECONDS = 0.1


def plant(point: str, times: int) -> None:
    """Wraps the point's function: on its so-manieth return the process is gone."""
    module, path = (POINTS | WITH_A_MODEL)[point]
    *way, name = path.split(".")
    owner = functools.reduce(getattr, way, importlib.import_module(module))
    original = getattr(owner, name)
    left = times

    def die() -> None:
        nonlocal left
        left -= 1
        if left <= 0:
            os.kill(os.getpid(), signal.SIGKILL)

    async def later(*given: Any, **named: Any) -> Any:
        result = await original(*given, **named)
        die()
        return result

    def at_once(*given: Any, **named: Any) -> Any:
        result = original(*given, **named)
        die()
        return result

    setattr(owner, name, later if iscoroutinefunction(original) else at_once)


def slow_down(seconds: float) -> None:
    """Makes every turn last that much longer."""
    original = Pipeline._walk

    async def walk(*given: Any, **named: Any) -> Any:
        await asyncio.sleep(seconds)
        return await original(*given, **named)

    Pipeline._walk = walk  # type: ignore[method-assign]


def main() -> None:
    """The `viva` command, with one point planted."""
    point, _, times = os.environ["VIVA_CRASH_AT"].partition(":")
    slow_down(TURN_SECONDS)
    plant(point, int(times))
    from bots.__main__ import main as viva

    viva()


if __name__ == "__main__":
    main()
