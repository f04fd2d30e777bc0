"""The last answer once more, for whoever has not caught it."""

from dataclasses import replace

from core.model import Reply
from core.skill import Context, intent


@intent("again.say", suggest=False)
async def say(ctx: Context) -> Reply:
    """Repeats what was said last in this conversation."""
    last = ctx.work.last()
    if last is None or last.reply is None:
        return ctx.reply("again-say-nothing")
    if last.reply.listen and ctx.asked is not None:
        ctx.work.question(ctx.asked)  # it is still open
    return replace(last.reply, heard=None)
