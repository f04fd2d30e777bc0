"""Sentences that no skill understood: kept for the next phrasing, by those who agree to it."""

from core.model import Utterance
from core.pipeline.house import House
from core.skill import Context
from core.skill.profile import profile
from core.study import Miss

MOST = 200
"""Of one person; the oldest goes first."""
LONGEST = 200
"""Characters: what is longer is a text and no wish."""


async def note_miss(said: Utterance, context: Context, house: House) -> None:
    """Keeps the sentence without what could tell who said it; nothing, unless they have agreed."""
    if len(said.text) > LONGEST or not (await profile(context)).misses_kept:
        return
    text = house.understanding.scrubbed(said.text, said.language, context.person.name)
    misses = context.records(Miss)
    known = await misses.list(limit=MOST)
    if any(one.text == text for one in known):
        return
    if len(known) == MOST:
        await misses.remove(known[-1].id)
    await misses.add(Miss(text, said.language, context.now))
