"""The one profile of a person: read, and changed, by whoever knows more of them."""

from dataclasses import replace
from typing import Any

from core.skill.context import Context
from core.study import Profile


async def profile(ctx: Context) -> Profile:
    """As it is kept; a fresh one, without an id, where there is none yet."""
    found = await ctx.records(Profile).list(limit=1)
    return found[0] if found else Profile()


async def keep(ctx: Context, **changes: Any) -> Profile:
    """Changes fields of it; writes nothing where they are so already."""
    known = await profile(ctx)
    changed = replace(known, **changes)
    if not known.id:
        return await ctx.records(Profile).add(changed)
    if changed != known:
        await ctx.records(Profile).put(changed)
    return changed
