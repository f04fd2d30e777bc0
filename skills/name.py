"""What a person is called."""

import re

from core.model import Reply
from core.skill import Context, intent

MOST_WORDS, MOST_CHARACTERS = 4, 60
"""Of a name: "call me when the lesson begins" is none."""


@intent("name.set", effect="write")
async def set_name(ctx: Context, name: str) -> Reply:
    """Remembers the name."""
    name = _name(ctx, name)
    if not name or len(name.split()) > MOST_WORDS or len(name) > MOST_CHARACTERS:
        return ctx.reply("name-set-odd")
    if name.islower():
        name = name.title()
    ctx.know(name=name)
    return ctx.reply("name-set-done", name=name)


@intent("name.show")
async def show(ctx: Context) -> Reply:
    """Tells the name we know, or asks for it."""
    if ctx.person.name:
        return ctx.reply("name-show-done", name=ctx.person.name)
    ctx.intent, ctx.slots = "name.set", {}
    return ctx.ask("name", "name-show-unknown")


def _name(ctx: Context, said: str) -> str:
    """The name in it, up to a comma or an "and I ..."; empty where it is none: "later"."""
    ends = re.compile(ctx.text("name-set-ends"), re.IGNORECASE)
    name = ends.split(said.strip(" .!,"), maxsplit=1)[0].strip(" .!,")
    no_names = ctx.text("name-set-none").split()
    return "" if set(name.casefold().split()) & set(no_names) else name
