"""The one profile of a person: read, and changed, by whoever knows more of them."""

from dataclasses import replace
from typing import Any

from core.skill.context import Context
from core.study import Profile


async def profile(ctx: Context) -> Profile:
    """As it is kept; a fresh one, without an id, where there is none yet."""
    # Older databases may hold several of a person: a minor is one by any of them.
    found = await ctx.records(Profile).list()
    return replace(found[0], minor=any(one.minor for one in found)) if found else Profile()


async def keep(ctx: Context, **changes: Any) -> Profile:
    """Changes fields of it; writes nothing where they are so already."""
    profiles = ctx.records(Profile)
    changed = replace(await profile(ctx), **changes)
    if not changed.id:
        return await profiles.add(changed, key="profile")
    first, *others = await profiles.list()
    for one in others:
        await profiles.remove(one.id)
    if changed != first:
        await profiles.put(changed)
    return changed
