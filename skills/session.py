"""The conversation itself: leaving a question, thanks, and goodbye."""

from core.model import Reply
from core.skill import Context, intent


@intent("session.cancel", effect="write", suggest=False)
async def cancel(ctx: Context) -> Reply:
    """Drops the open question; friendly too when there is none."""
    return ctx.reply("session-cancel-done" if ctx.asked is not None else "session-cancel-nothing")


@intent("session.thanks", suggest=False)
async def thanks(ctx: Context) -> Reply:
    """Takes thanks and praise."""
    return ctx.reply("session-thanks-done")


@intent("session.goodbye", suggest=False)
async def goodbye(ctx: Context) -> Reply:
    """Says goodbye; what was promised for later stays promised."""
    return ctx.reply("session-goodbye-done")
