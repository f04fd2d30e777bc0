"""The thread of a person with an assistant: a record of theirs, bounded by dropping the oldest.

Before that they are summed up, where a model can (see `memory`). What was learned from is kept as
passages, and found again by its words.
"""

from collections.abc import Sequence
from dataclasses import replace

from core.assistant.prompt import Data, fitted, tokens
from core.skill import Context
from core.study import Exchange, Thread

DEFAULT = "mentor"
"""Whom somebody speaks with who has not chosen."""
MOST_KEPT = 24
"""Exchanges of a thread."""
BUDGET = 6_000
"""Tokens of a thread that are kept, and shown."""
DATA_KEPT = 1_500
"""Tokens of what an exchange was shown with that are kept: enough to go on about one page."""
MOST_THREADS = 20


async def current(ctx: Context) -> str:
    """The intent that takes what nothing else understands, of the assistant they last spoke
    with."""
    threads = await ctx.records(Thread).list(MOST_THREADS)
    latest = sorted(threads, key=lambda one: one.used, reverse=True)
    names = [f"{name}.ask" for name in (*(one.assistant for one in latest), DEFAULT)]
    return next((name for name in names if ctx.catalogue.intent(name)), names[-1])


async def thread_of(ctx: Context, assistant: str) -> Thread:
    """The thread as it is kept, or a new one."""
    threads = await ctx.records(Thread).list(MOST_THREADS)
    known = next((one for one in threads if one.assistant == assistant), None)
    return known or Thread(assistant, ctx.now)


async def touch(ctx: Context, thread: Thread) -> Thread:
    """Keeps it as the one they last spoke in."""
    threads, thread = ctx.records(Thread), replace(thread, used=ctx.now)
    if not thread.id:
        return await threads.add(thread)
    await threads.put(thread)
    return thread


async def extend(ctx: Context, thread: Thread, exchange: Exchange) -> Thread:
    """Keeps one more exchange, and lets go of the oldest ones."""
    exchanges = recent((*thread.exchanges, exchange)[-MOST_KEPT:], BUDGET)
    return await touch(ctx, replace(thread, exchanges=exchanges))


def recent(exchanges: Sequence[Exchange], budget: int) -> tuple[Exchange, ...]:
    """The last of them that fit into so many tokens."""
    found: list[Exchange] = []
    for one in reversed(exchanges):
        budget -= tokens(whole(one))
        if budget < 0:
            break
        found.append(one)
    return tuple(reversed(found))


def whole(exchange: Exchange) -> str:
    """All of its words."""
    return exchange.said + exchange.answer + "".join(data.whole for data in shown(exchange))


def kept(data: Sequence[Data]) -> tuple[tuple[str, str, str], ...]:
    """What of the data stays in the thread."""
    return tuple((one.kind, one.text, one.cited) for one in fitted(data, DATA_KEPT))


def shown(exchange: Exchange) -> list[Data]:
    """The data that an exchange was shown with."""
    return [Data(*one) for one in exchange.data]
