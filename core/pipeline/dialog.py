"""What goes on from the turn before: "and on Friday?", "no, at seven", "the second one", "yes"."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import NamedTuple

from core.journal import Work
from core.journal.recent import Last
from core.model import Choice, Duration, Intent, Moment, Number, Turn
from core.pipeline.amend import amended, fitted, shifted
from core.pipeline.house import House
from core.skill import IntentSpec, SlotType
from core.understanding import Understood
from core.understanding.followups import TIMES

SOON = timedelta(minutes=10)
"""How long a conversation goes on from a turn."""
MOST_ABOUT = 3
"""Words of "and biology?": a longer sentence is one of its own."""
UNDO = "undo.last"


class Goes(NamedTuple):
    """What a sentence means after the one before."""

    intent: Intent
    instead: bool = False
    """Whether it takes the place of the last change."""


def follow(
    turn: Turn, understood: Understood, now: datetime, work: Work, house: House
) -> Goes | None:
    """What the words mean after the last turn; None where they do not go on from it.

    `now` is naive, when they were said. What a skill of ours is meant by goes before free words.
    """
    assert turn.utterance is not None
    question = turn.session.question
    if turn.read or (question is not None and question.keen):
        return None
    text, language = turn.utterance.text, turn.utterance.language
    found = house.understanding.followup(text, language, now)
    if found is None:
        return None
    last = work.last()
    if (
        last is None
        or turn.now - last.at > SOON
        or last.message.sender.id != turn.message.sender.id
    ):
        return None
    verb = found.name.partition(".")[2]
    if verb == "choose":
        return _chosen(found, last)
    if question is not None:
        return None
    if verb == "yes":
        return _accepted(last) if understood.intent is None else None
    if verb == "undo":
        changed = work.undo()
        return Goes(Intent(UNDO)) if changed and changed.turn == last.turn else None
    spec = house.catalogue.intent(last.intent.name) if last.intent else None
    if spec is None or spec.verb == "ask":  # an assistant remembers by itself
        return None
    if verb == "about" and "text" in found.slots:
        return _about(found, last, spec, understood, now, house)
    when = _when(found, text, language, last, spec, now, house)
    return when and _at(when, verb == "about", last, spec, work)


def is_fresh(last: Last, turn: Turn) -> bool:
    """Whether the same person is still in the same conversation."""
    return turn.now - last.at <= SOON and last.message.sender.id == turn.message.sender.id


def _chosen(found: Intent, last: Last) -> Goes | None:
    """The button of the last answer that is meant by its place."""
    choices = last.reply.choices if last.reply else ()
    which = found.slots.get("which")
    place = which.value if isinstance(which, Number) else int(str(found.slots.get("place", 0)))
    if place not in (-1, *range(1, len(choices) + 1)) or not choices:
        return None
    return Goes(_pressed(choices[int(place) if place < 0 else int(place) - 1]))


def _accepted(last: Last) -> Goes | None:
    """The one thing that was offered."""
    choices = last.reply.choices if last.reply else ()
    return Goes(_pressed(choices[0])) if len(choices) == 1 else None


def _pressed(choice: Choice) -> Intent:
    return Intent(choice.intent, dict(choice.slots))


def _about(
    found: Intent, last: Last, spec: IntentSpec, understood: Understood, now: datetime, house: House
) -> Goes | None:
    """The same of something else."""
    if understood.intent is not None or spec.effect != "read":
        return None
    text = str(found.slots["text"])
    asked = house.understanding.understand(text, understood.language, now)
    if asked.intent is not None:  # "and show my notes": a wish of its own
        return Goes(asked.intent)
    slot = _said_slot(last, spec)
    if slot is None or len(text.split()) > MOST_ABOUT:
        return None
    if not house.understanding.has_content(text, understood.language):
        return None
    assert last.intent is not None
    return Goes(Intent(spec.name, {**last.intent.slots, slot.name: text}))


def _said_slot(last: Last, spec: IntentSpec) -> SlotType | None:
    """The slot that holds words of the person's own."""
    assert last.intent is not None
    said = last.said.casefold()
    for slot in spec.slots:
        value = last.intent.slots.get(slot.name)
        if slot.is_text and isinstance(value, str) and value.casefold() in said:
            return slot
    return None


def _when(
    found: Intent,
    text: str,
    language: str,
    last: Last,
    spec: IntentSpec,
    now: datetime,
    house: House,
) -> tuple[SlotType, object] | None:
    """Which slot gets which time."""
    assert last.intent is not None
    slots = list(_time_slots(spec))
    filled = [one for one in slots if last.intent.slots.get(one.name) is not None]
    if not slots or (not filled and spec.effect != "read"):
        return None
    slot = (filled or slots)[0]
    old = last.intent.slots.get(slot.name)
    if "by" in found.slots:
        by = found.slots["by"]
        assert isinstance(by, Duration)
        made: object = shifted(old, by, earlier=found.slots.get("way") == "earlier")
    else:
        new = found.slots.get("when")
        if isinstance(new, Moment) and new.vague and not new.dated and _later_day(old, now):
            # "at seven" of that day is the morning's, whatever hour it is today.
            assert isinstance(old, Moment)
            there = datetime.combine(old.at.date(), time())
            again = house.understanding.followup(text, language, there)
            new = again.slots.get("when") if again else new
        made = new if old is None and not isinstance(new, Number) else amended(old, new)
    value = fitted(made, slot.kinds)
    return None if value is None else (slot, value)


def _later_day(old: object, now: datetime) -> bool:
    return isinstance(old, Moment) and old.dated and old.at.date() != now.date()


def _time_slots(spec: IntentSpec) -> Iterable[SlotType]:
    return (slot for slot in spec.slots if set(slot.kinds) & set(TIMES))


def _at(
    when: tuple[SlotType, object], also: bool, last: Last, spec: IntentSpec, work: Work
) -> Goes | None:
    """The same at another time: once more, or in the place of what was done."""
    assert last.intent is not None
    slot, value = when
    intent = replace(last.intent, slots={**last.intent.slots, slot.name: value}, plain=True)
    if spec.effect == "read":
        return Goes(intent)
    if also:
        return Goes(intent) if spec.suggest else None
    changed = work.undo()
    fresh = changed is not None and changed.turn == last.turn and not changed.never
    return Goes(intent, instead=True) if fresh else None
