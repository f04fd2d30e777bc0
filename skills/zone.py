"""Where a person's clock is, and what it shows."""

from core.model import Reply
from core.skill import Context, intent
from core.understanding import zones

MOVED = "zone.changed"
"""Raised when a person's zone changes; `before` is the old one or None."""


@intent("zone.set", effect="write")
async def set_zone(ctx: Context, place: str) -> Reply:
    """Finds the zone of a place and keeps it."""
    zone = zones.find_zone(place, ctx.language, ctx.now)
    if zone is None:
        return ctx.ask("place", "zone-unknown")
    before = ctx.person.zone
    ctx.know(zone=zone)
    if zone != before:
        ctx.later(MOVED, ctx.now, key=f"{MOVED}/{ctx.person.id}", payload={"before": before})
    return _told(ctx, "zone-set-done")


@intent("zone.show")
async def show(ctx: Context) -> Reply:
    """The person's local time, date and zone; asks where they are if nobody has told us."""
    if ctx.person.zone is None:
        ctx.intent, ctx.slots = "zone.set", {}
        return ctx.ask("place")
    return _told(ctx, "zone-show-done")


def _told(ctx: Context, text_id: str) -> Reply:
    return ctx.reply(
        text_id,
        time=ctx.texts.clock(ctx.local),
        date=ctx.texts.day(ctx.language, ctx.local.date(), ctx.local.date()),
        place=zones.place(ctx.zone, ctx.language),
    )
