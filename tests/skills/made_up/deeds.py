"""A made-up skill that writes down what the quiz and the courses do, to test what is counted."""

from core.model import Reply
from core.skill import Context, intent


@intent("deeds.do", effect="write")
async def do(ctx: Context, text: str) -> Reply:
    """Takes a topic, how it went, seconds and how many of it ("Verbs;1;20;3"), or a lesson and its
    seconds ("lesson;Biology;900")."""
    first, *rest = text.split(";")
    if first == "lesson":
        ctx.fact("lesson.done", topic=rest[0], seconds=float(rest[1]))
        return Reply("done")
    value, seconds, count = rest
    for _ in range(int(count)):
        ctx.fact("quiz.answered", topic=first, value=float(value), seconds=float(seconds))
    return Reply("done")
