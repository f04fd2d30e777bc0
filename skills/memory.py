"""What assistants remember of a long talk: it is summed up when nobody waits for it."""

from core.model import Event
from core.skill import Context, on


@on("thread.outgrown")
async def sum_up(ctx: Context, event: Event) -> None:
    """Says nothing to the person."""
    from core.assistant.memory import summarise  # only who has talked much with a model

    await summarise(ctx, event)
