"""What was heard wrong: put right, and known the next time."""

from core.model import Reply
from core.skill import Context, intent
from core.study import Correction

MOST_SHOWN, MOST_KEPT = 20, 100


@intent("fix.said", effect="write", suggest=False)
async def said(ctx: Context, text: str, wrong: str | None = None, sure: str | None = None) -> Reply:
    """There is nothing to put right: where there is, the right words have been done already.

    `wrong`: what was heard for it; `sure`: it can only be meant as a correction.
    """
    return ctx.reply("fix-said-nothing", text=text)


@intent("fix.list")
async def list_fixes(ctx: Context) -> Reply:
    """What we have learned to hear."""
    known = await ctx.records(Correction).list(MOST_SHOWN)
    if not known:
        return ctx.reply("fix-list-none")
    lines = [ctx.text("fix-list-line", heard=one.heard, said=one.said) for one in known]
    choices = [ctx.button("fix.forget")]
    return ctx.reply("fix-list-done", choices=choices, count=len(known), lines="\n".join(lines))


@intent("fix.forget", effect="write", suggest=False)
async def forget(ctx: Context) -> Reply:
    """Forgets it all: words are taken again as they are heard."""
    corrections = ctx.records(Correction)
    known = await corrections.list(MOST_KEPT)
    for one in known:
        await corrections.remove(one.id)
    return ctx.reply("fix-forget-done" if known else "fix-list-none", count=len(known))
