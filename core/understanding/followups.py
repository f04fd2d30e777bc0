"""Sentences that mean something only after another one: "and on Friday?", "no, the second one"."""

from core.model import Duration, Moment, Number, Period, Recurrence, Reply
from core.skill.declare import IntentSpec, SlotType

SKILL = "followups"
"""The name of its file in each language's folder."""
MOST_WORDS = 10
"""Of such a sentence."""
TIMES = (Moment, Period, Recurrence)


async def _nobody(_: object) -> Reply:
    raise NotImplementedError("what is meant is found before anything is called")


def _spec(verb: str, *slots: SlotType) -> IntentSpec:
    return IntentSpec(f"{SKILL}.{verb}", slots, "read", _nobody, suggest=False)


SPECS = (
    # The same once more, of another time or of something else.
    _spec(
        "about",
        SlotType("when", TIMES, False),
        SlotType("text", (str,), False),
        SlotType("asked", (str,), False),  # it is a question, with or without its mark
    ),
    # The same in its place: with another time, or another length.
    _spec("instead", SlotType("when", (*TIMES, Number, Duration), False)),
    _spec("shift", SlotType("by", (Duration,), False), SlotType("way", (str,), False)),
    _spec("choose", SlotType("which", (Number,), False), SlotType("place", (str,), False)),
    _spec("undo", SlotType("it", (str,), False)),  # `it`: what was shown may be meant as well
    _spec("yes"),
)
