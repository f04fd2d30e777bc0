"""Rings on Sunday evenings, and at half past two every night."""

from datetime import time

from core.model import Event, Recurrence, Reply, Target
from core.skill import Context, every

RUNG: list[tuple[str, str, str]] = []
"""Who was rung for, what, and what their clock showed."""


@every(Recurrence("week", weekdays=(6,), at=time(18)))
async def evening(ctx: Context, event: Event) -> Reply:
    """Says so, where the person is."""
    RUNG.append((ctx.person.id, "evening", f"{ctx.local:%a %d %H:%M}"))
    ctx.target = Target("dialog", "home", "anna")
    return Reply("Ding")


@every(Recurrence("day", at=time(2, 30)))
async def night(ctx: Context, event: Event) -> None:
    """Says nothing."""
    RUNG.append((ctx.person.id, "night", f"{ctx.local:%a %d %H:%M}"))
