"""The schedule for other calendars: as a file, and under a secret address that they fetch."""

import asyncio
import secrets

from core.model import Attachment, Choice, Reply
from core.skill import Context, feed, intent
from core.skill.profile import keep, profile
from core.study import Booking
from skills.schedule.ics import MEDIA_TYPE, ics
from skills.schedule.keeping import MOST_KEPT

FEED = "schedule"
NONCE_BYTES = 9


@intent("schedule.export")
async def export(ctx: Context) -> Reply:
    """All bookings as one file."""
    kept = await ctx.records(Booking).list(MOST_KEPT)
    if not kept:
        return ctx.reply("schedule-week-none", choices=[ctx.button("schedule.book")])
    reply = ctx.reply(
        "schedule-export-done", count=len(kept), choices=[ctx.button("schedule.subscribe")]
    )
    return Reply(reply.text, choices=reply.choices, file=await calendar(ctx))


@intent("schedule.subscribe", effect="write")
async def subscribe(ctx: Context, fresh: str | None = None) -> Reply:
    """The address under which a calendar fetches the schedule; `fresh`: another one, which makes
    the old one void."""
    nonce = (await profile(ctx)).feed
    if not nonce or fresh:
        nonce = secrets.token_urlsafe(NONCE_BYTES)
    address = ctx.outside.address(FEED, ctx.person.id, nonce)
    if address is None:
        return ctx.reply("schedule-subscribe-off", choices=[ctx.button("schedule.export")])
    await keep(ctx, feed=nonce)
    text_id = "schedule-subscribe-fresh" if fresh else "schedule-subscribe-done"
    label = ctx.text("schedule-subscribe-new")
    again = Choice(label, "schedule.subscribe", {"fresh": "yes"})
    return ctx.reply(text_id, address=address, choices=[again])


@feed(FEED)
async def calendar(ctx: Context) -> Attachment:
    """The person's bookings as a calendar."""
    kept = await ctx.records(Booking).list(MOST_KEPT)
    name, untitled = ctx.text("schedule-title"), ctx.text("schedule-untitled")
    # Hundreds of events take tenths of a second: others are answered meanwhile.
    data = await asyncio.to_thread(ics, kept, name, untitled)
    return Attachment("schedule.ics", MEDIA_TYPE, data)
