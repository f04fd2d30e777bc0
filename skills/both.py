"""Whether what was said is one wish or several: the pipeline asks, and this takes the answer."""

from core.model import Reply
from core.skill import Context, intent


@intent("both.answer", effect="write", suggest=False)
async def answer(ctx: Context, how: str | None = None) -> Reply:
    """Nothing waits for this answer any more; while something does, it never comes here."""
    return ctx.reply("both-answer-nothing")
