"""A thread that has outgrown its budget: its older half becomes a summary, when nobody waits.

The summary is a model's words about what others wrote: from then on it is shown as data, and can
do no more than the documents that it may have been talked into something by.
"""

import secrets
from contextlib import aclosing

from core.assistant import budget
from core.assistant.prompt import fenced, joined, pseudonym, tokens
from core.assistant.thread import BUDGET, MOST_KEPT, thread_of, whole
from core.errors import UserError
from core.model import Event
from core.ports.caller import acting
from core.ports.llm import Ask, TextDelta, UserMessage
from core.skill import Context
from core.study import Exchange, Thread

OUTGROWN = "thread.outgrown"
FULL = 0.7
"""Of what is kept: early enough that nothing is dropped before it is summed up."""
LENGTH = 400
"""Tokens of a summary."""
SECONDS = 60.0


def watch(ctx: Context, thread: Thread) -> None:
    """Has it summed up once it has grown too long; by no small model, which makes things up."""
    model = ctx.model
    if model is None or model.abilities.small_offline:
        return
    taken = sum(tokens(whole(one)) for one in thread.exchanges)
    if taken > FULL * BUDGET or len(thread.exchanges) > FULL * MOST_KEPT:
        key = f"{OUTGROWN}/{ctx.person.id}/{thread.assistant}"
        ctx.later(OUTGROWN, ctx.now, key=key, payload={"assistant": thread.assistant})


async def summarise(ctx: Context, event: Event) -> None:
    """The older half of the thread, with the summary that there was, to one summary."""
    thread = await thread_of(ctx, str(event.payload["assistant"]))
    model, half = ctx.model, len(thread.exchanges) // 2
    if model is None or model.abilities.small_offline or not half:
        return
    try:
        budget.check(ctx, model)
    except UserError:
        return  # it can wait: the oldest exchanges are dropped meanwhile
    older = thread.exchanges[:half]

    async def ask() -> str:
        text = ""
        with acting(assistant=thread.assistant):
            async with aclosing(model.stream(_ask(ctx, thread, older))) as pieces:
                async for piece in pieces:
                    text += piece.text if isinstance(piece, TextDelta) else ""
        return text.strip()

    said = [(one.said, one.answer) for one in older]
    summary = await ctx.once(OUTGROWN, [thread.summary, said], ask, kind=str, repeatable=True)
    if summary:
        left = Thread(thread.assistant, thread.used, thread.exchanges[half:], summary, thread.id)
        await ctx.records(Thread).put(left)


def _ask(ctx: Context, thread: Thread, older: tuple[Exchange, ...]) -> Ask:
    boundary = secrets.token_hex(8)
    before = [fenced(boundary, "summary", thread.summary)] if thread.summary else []
    talk = [joined([f"Learner: {one.said}", f"Assistant: {one.answer}"]) for one in older]
    return Ask(
        (UserMessage(joined([*before, fenced(boundary, "talk", joined(talk))])),),
        system=ctx.text("assistant-summary"),
        max_tokens=LENGTH,
        deadline=SECONDS,
        user=pseudonym(ctx),
        assistant=thread.assistant,
    )
