"""Leaving the question that is open."""

from core.model import Reply
from core.skill import Context, intent


@intent("session.cancel", effect="write", suggest=False)
async def cancel(ctx: Context) -> Reply:
    """Drops the open question; friendly too when there is none."""
    return ctx.reply("session-cancel-done" if ctx.asked is not None else "session-cancel-nothing")
