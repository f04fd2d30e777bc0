"""Several wishes of one breath: where they may as well be one, the person is asked."""

from collections.abc import Sequence
from dataclasses import replace

from core.model import Choice, Intent, Reply
from core.skill import Context
from core.skill.keywords import agreed

ANSWER, HOW, BOTH, ONE = "both.answer", "how", "both", "one"


def ask(whole: Intent, parts: Sequence[Intent], context: Context) -> Reply:
    """Asks whether it was the one wish `whole`, or the several that are its parts."""
    lines = [context.text("both-answer-line", what=_in_words(one, context)) for one in parts]
    label = context.text("both-both" if len(parts) == len((BOTH, ONE)) else "both-all")
    choices = [
        Choice(label, ANSWER, {HOW: BOTH}),
        Choice(context.text("both-one"), ANSWER, {HOW: ONE}),
    ]
    context.intent, context.slots = ANSWER, {}
    reply = context.ask(HOW, choices=choices, count=len(parts), lines="\n".join(lines))
    question = context.work.session.question
    if question is not None:
        context.work.question(replace(question, rest=(whole, *parts)))
    return reply


def decided(intent: Intent, context: Context) -> Sequence[Intent] | None:
    """What is to be done after an answer to that; empty where it was none, None where nothing was
    asked."""
    asked = context.asked
    if intent.name != ANSWER or asked is None or asked.intent != ANSWER or not asked.rest:
        return None
    said = str(intent.slots.get(HOW, ""))
    whole, *parts = asked.rest
    if said in (BOTH, ONE):
        return parts if said == BOTH else [whole]
    answer = agreed(context, said)
    return () if answer is None else parts if answer else [whole]


def again(context: Context) -> Reply:
    """Asks once more."""
    assert context.asked is not None
    whole, *parts = context.asked.rest
    return ask(whole, parts, context)


def _in_words(intent: Intent, context: Context) -> str:
    """What it would do: its label, and the words it was given."""
    label = context.button(intent.name).label
    spec = context.catalogue.intent(intent.name)
    texts = [slot.name for slot in spec.slots if slot.is_text] if spec else []
    given = next((intent.slots[name] for name in texts if intent.slots.get(name)), None)
    return f"{label}: {given}" if given else label
