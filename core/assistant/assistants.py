"""An assistant as a skill declares it, and the way it answers."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.assistant.prompt import Data
from core.errors import UserError
from core.model import Choice, Reply
from core.skill import Context


@dataclass(frozen=True, slots=True)
class Assistant:
    """A skill that asks a model: its prompt is the message `<name>-prompt` of the locales, and what
    is said to it without an intent goes to its intent `<name>.ask`."""

    name: str
    grants: frozenset[str] = frozenset()
    """Intents that change something which it may propose to the person; by itself it only reads."""
    hosts: frozenset[str] = frozenset()
    """Of our own house: it may give their addresses."""


async def converse(
    ctx: Context,
    assistant: Assistant,
    said: str,
    data: Sequence[Data] = (),
    choices: Sequence[Choice] = (),
) -> Reply:
    """What the assistant says to these words of the person, shown with this data.

    Raises UserError where no model is on (assistant-off); what a model raises, goes through.
    """
    if ctx.model is None:
        raise UserError("assistant-off")
    from core.assistant.loop import run  # only who speaks with one: `viva` starts without it

    return await run(ctx, assistant, ctx.model, said, data, choices)
