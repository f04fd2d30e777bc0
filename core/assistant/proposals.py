"""What a model would have done waits for the person's own yes: done once, or dropped."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from core.model import Choice, Question, Reply
from core.skill import Context, IntentSpec, invoke
from core.store.codec import unwrap, wrap
from core.study import Proposal

CONFIRM = "confirm.answer"
"""The intent of the two buttons, and of a yes that is said."""
LIFE = timedelta(hours=24)
MOST_OPEN = 50


async def propose(
    ctx: Context, assistant: str, spec: IntentSpec, slots: Mapping[str, object], what: str
) -> Proposal:
    """Keeps one; those that nobody answered in time are forgotten."""
    proposals = ctx.records(Proposal)
    for old in await proposals.due(ctx.now):
        await proposals.remove(old.id)
    return await proposals.add(
        Proposal(assistant, spec.name, wrap(slots), what, ctx.work.owner, ctx.now + LIFE)
    )


def offer(ctx: Context, proposal: Proposal) -> Reply:
    """What would be done, and the question whether it shall be."""
    choices = tuple(
        Choice(ctx.text(f"confirm-{answer}"), CONFIRM, {"id": proposal.id, "answer": answer})
        for answer in ("yes", "no")
    )
    slots = {"id": proposal.id}
    ctx.work.question(Question(CONFIRM, slots, "answer", ctx.now, 1, ctx.language, offered=True))
    told = ctx.text("confirm-offer", what=proposal.what)
    return Reply(f"{told}\n{ctx.text('confirm-answer-answer')}", choices=choices, listen=True)


async def newest(ctx: Context) -> tuple[Proposal | None, bool]:
    """The latest that is still open, for somebody who says yes without a button, and whether it
    is the only one, so that nothing else can be meant."""
    pending = await _open(ctx)
    return (pending[-1] if pending else None), len(pending) == 1


async def settle(ctx: Context, id: str, answer: bool) -> Reply:
    """Does what was proposed, once, or drops it; whatever cannot be answered any more says so."""
    proposals = ctx.records(Proposal)
    proposal = await proposals.get(id)
    if proposal is None or proposal.until <= ctx.now:
        return ctx.reply("confirm-gone")
    if proposal.answer:
        return ctx.reply(f"confirm-was-{proposal.answer}", what=proposal.what)
    await proposals.put(replace(proposal, answer="yes" if answer else "no"))
    if not answer:
        return await _next(ctx, proposal, ctx.reply("confirm-dropped", what=proposal.what))
    # Outside calls go by the turn that it was made in: a second yes at once repeats none of them.
    owner, ctx.work.owner = ctx.work.owner, f"{proposal.owner}/{proposal.id}"
    try:
        done = await invoke(ctx.catalogue, proposal.intent, unwrap(proposal.slots), ctx)
    finally:
        ctx.work.owner = owner
    return await _next(ctx, proposal, done)


async def _next(ctx: Context, proposal: Proposal, done: Reply) -> Reply:
    """The answer, and the next of what was proposed together."""
    if done.listen:
        return done
    pending = [one for one in await _open(ctx) if one.owner == proposal.owner]
    if not pending:
        return done
    asked = offer(ctx, pending[0])
    return replace(asked, text=f"{done.text}\n\n{asked.text}")


async def _open(ctx: Context) -> list[Proposal]:
    """Oldest first."""
    kept = await ctx.records(Proposal).list(MOST_OPEN)
    return [one for one in kept if not one.answer and one.until > ctx.now]
