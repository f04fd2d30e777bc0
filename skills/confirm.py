"""The person's own yes or no to what a model proposed; nobody else's, and never a document's."""

from core.assistant import current, proposals
from core.model import Reply
from core.skill import Context, intent, invoke
from core.skill.keywords import WORD, agreed

MOST_WORDS = 6
"""Of a yes or a no: who says more than that says something else."""


@intent("confirm.answer", effect="write", suggest=False)
async def answer(ctx: Context, answer: str | None = None, id: str | None = None) -> Reply:
    """Does what was proposed, once, or drops it.

    Words that are neither a yes nor a no are for the assistant: the buttons stay good.
    """
    if ctx.sources:
        ctx.work.question(ctx.asked)  # it stays open: who knows who wrote the yes in it
        return ctx.reply("confirm-by-hand")
    if id is None:
        latest, alone = await proposals.newest(ctx)
        if latest is None:
            return ctx.reply("confirm-nothing")
        if not alone:
            return proposals.offer(ctx, latest)
        id = latest.id
    said = _meant(ctx, answer or "")
    if said is None:
        return await invoke(ctx.catalogue, await current(ctx), {"text": answer}, ctx)
    return await proposals.settle(ctx, id, answer=said)


def _meant(ctx: Context, words: str) -> bool | None:
    meant = agreed(ctx, words)
    long = len(WORD.findall(words)) > MOST_WORDS or "?" in words
    return None if long else meant
