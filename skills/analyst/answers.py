"""From a query to its answer."""

from collections.abc import Awaitable, Callable, Mapping

from core.skill import Context
from core.store.counting import Counting
from core.study import Measure, Query
from skills.analyst.people import active, idle, new, overview, studied
from skills.analyst.telling import Answer
from skills.analyst.things import accuracy, course, failing, rooms

ANSWERS: Mapping[Measure, Callable[[Context, Counting, Query], Awaitable[Answer]]] = {
    "overview": overview,
    "active": active,
    "new": new,
    "idle": idle,
    "studied": studied,
    "accuracy": accuracy,
    "failing": failing,
    "course": course,
    "rooms": rooms,
}


async def made(ctx: Context, query: Query) -> Answer:
    """The answer; raises UserError(not-allowed) for whoever is no teacher (any more)."""
    return await ANSWERS[query.measure](ctx, ctx.aggregate(), query)
