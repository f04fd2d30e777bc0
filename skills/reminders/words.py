"""What is said of reminders: their text, and their lines in a list."""

import re
from collections.abc import Sequence

from core.skill import Context
from core.skill.recurrences import every_when, upper
from core.study import Reminder
from core.texts import shortened

LINE = 300
"""Characters of a reminder in a list."""


def tidied(ctx: Context, text: str) -> str:
    """Without what only the sentence around it needed: "to", German "zu" before its verb."""
    text = text.strip(" .,;:!")
    dropped = ctx.texts.attribute(ctx.language, "reminders-tidy", "dropped")
    return re.sub(dropped, "", text, flags=re.IGNORECASE) if dropped else text


def lines_of(ctx: Context, reminders: Sequence[Reminder]) -> str:
    """Without numbers: where there are buttons, these have them."""
    return "\n".join(f"• {_line(ctx, one)}" for one in reminders)


def _line(ctx: Context, one: Reminder) -> str:
    when, text = upper(ctx.when(one.wall)), shortened(one.text, LINE)
    if one.every is None:
        return ctx.text("reminders-line", when=when, text=text)
    every = every_when(ctx, one.every, one.wall)
    return ctx.text("reminders-line-again", when=when, text=text, every=every)
