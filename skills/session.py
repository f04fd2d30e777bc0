"""The conversation itself: leaving a question, thanks, and goodbye."""

from core.assistant.proposals import CONFIRM
from core.model import Reply
from core.skill import Context, intent, invoke


@intent("session.cancel", effect="write", suggest=False)
async def cancel(ctx: Context) -> Reply:
    """Drops the open question; friendly too when there is none.

    To leave what an assistant has proposed is to refuse it: no later word can mean it.
    """
    if ctx.asked is not None and ctx.asked.intent == CONFIRM:
        refused = {**ctx.asked.slots, ctx.asked.missing: "no"}
        return await invoke(ctx.catalogue, CONFIRM, refused, ctx)
    return ctx.reply("session-cancel-done" if ctx.asked is not None else "session-cancel-nothing")


@intent("session.thanks", suggest=False)
async def thanks(ctx: Context) -> Reply:
    """Takes thanks and praise."""
    return ctx.reply("session-thanks-done")


@intent("session.goodbye", suggest=False)
async def goodbye(ctx: Context) -> Reply:
    """Says goodbye; what was promised for later stays promised."""
    return ctx.reply("session-goodbye-done")
