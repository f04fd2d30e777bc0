"""What goes on from the turn before: "and on Friday?", "no, at seven", "the second one", "yes"."""

import re
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
from core.understanding.folding import fold
from core.understanding.followups import TIMES

SOON = timedelta(minutes=10)
"""How long a conversation goes on from a turn."""
MOST_ABOUT = 3
"""Words of "and biology?": a longer sentence is one of its own."""
MOST_LABEL = 80
"""Characters of a button, beyond which nobody types it."""
UNDO = "undo.last"
WORD = re.compile(r"\w+")


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
    last = work.last() if found is not None else None
    if found is None or last is None or not is_fresh(last, turn):
        return None
    verb = found.name.partition(".")[2]
    if verb == "choose":
        return _chosen(found, last)
    if question is not None:
        return None
    if verb == "yes":
        return _accepted(last, house) if understood.intent is None else None
    spec = house.catalogue.intent(last.intent.name) if last.intent else None
    if verb == "undo":
        return _undone(found, last, spec, work, house)
    if spec is None or spec.verb == "ask":  # an assistant remembers by itself
        return None
    return _again(found, turn, last, spec, understood, now, work, house)


def _undone(
    found: Intent, last: Last, spec: IntentSpec | None, work: Work, house: House
) -> Goes | None:
    """The last change is taken back, or what was moved or shown is cancelled."""
    pointed = "it" in found.slots and spec is not None
    if pointed and spec is not None and spec.verb == "move":
        return Goes(Intent(f"{spec.skill}.cancel", {"it": "yes"}))  # not the moving of it
    changed = work.undo()
    if changed and changed.turn == last.turn:
        return Goes(Intent(UNDO))
    return _of_shown("cancel", {}, last, spec, house) if pointed and spec is not None else None


def _again(
    found: Intent,
    turn: Turn,
    last: Last,
    spec: IntentSpec,
    understood: Understood,
    now: datetime,
    work: Work,
    house: House,
) -> Goes | None:
    """The same at another time; a question after a change only shows what there is then."""
    if found.name.endswith(".about") and "text" in found.slots:
        return _about(found, last, spec, understood, now, house)
    assert turn.utterance is not None
    text, language = turn.utterance.text, turn.utterance.language
    about, own = found.name.endswith(".about"), understood.intent
    if not about and own is not None and own.plain and _is_own(own, spec):
        return None  # "move it to Friday" is a sentence of the schedule's own
    asked = "asked" in found.slots or turn.heard or house.understanding.asks(text, language)
    if about and asked and spec.effect != "read":
        return _shown(found, understood, spec, house)
    if not asked and "by" in found.slots:
        slots = {"by": found.slots["by"], "shift": found.slots.get("way")}
        if goes := _of_shown("move", slots, last, spec, house):
            return goes
    when = _when(found, text, language, last, spec, now, house)
    return when and _at(when, about, last, spec, work)


def _is_own(intent: Intent, spec: IntentSpec) -> bool:
    """Whether a sentence of its own is to be heeded after such a turn."""
    return spec.effect == "read" or intent.name.startswith(f"{spec.skill}.")


def typed(turn: Turn, work: Work) -> Intent | None:
    """The button of the last answer that was typed instead of pressed."""
    assert turn.utterance is not None
    said = _plain(turn.utterance.text)
    if turn.read or not said or len(said) > MOST_LABEL:
        return None
    last = work.last()
    if last is None or last.reply is None or last.message.sender.id != turn.message.sender.id:
        return None
    if turn.now - last.at > SOON and turn.session.question is None:
        return None
    meant = [one for one in last.reply.choices if _plain(one.label) == said]
    question = turn.session.question
    if question is not None and question.keen:  # a card may ask for "stop"
        meant = [one for one in meant if one.intent == question.intent]
    return _pressed(meant[0]) if len(meant) == 1 else None


def _plain(text: str) -> str:
    """Folded, without emoji and punctuation."""
    return " ".join(WORD.findall(fold(text)))


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


def _accepted(last: Last, house: House) -> Goes | None:
    """The one thing that was offered in so many words, and never what destroys: "ok" to "It is
    booked" is no press of the button that cancels it."""
    choices = last.reply.choices if last.reply else ()
    if last.reply is None or len(choices) != 1 or not last.reply.text.rstrip().endswith("?"):
        return None
    spec = house.catalogue.intent(choices[0].intent)
    may = spec is not None and (spec.suggest or spec.name == UNDO)  # which can be undone itself
    return Goes(_pressed(choices[0])) if may else None


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


def _shown(found: Intent, understood: Understood, spec: IntentSpec, house: House) -> Goes | None:
    """What there is then: a question after a change changes nothing."""
    own = house.catalogue.intent(understood.intent.name) if understood.intent else None
    if own is not None and own.effect == "read":
        return None
    for one in house.catalogue.of_skill(spec.skill):
        slot = one.slots[0] if one.effect == "read" and one.slots else None
        if slot is not None and set(slot.kinds) & set(TIMES):
            value = fitted(found.slots.get("when"), slot.kinds)
            return Goes(Intent(one.name, {slot.name: value} if value else {}))
    return None


def _of_shown(
    verb: str, slots: dict[str, object], last: Last, spec: IntentSpec, house: House
) -> Goes | None:
    """Something done to what has just been shown, where the skill can do it: "cancel that"."""
    assert last.intent is not None
    doing = house.catalogue.intent(f"{spec.skill}.{verb}")
    if doing is None or spec.effect != "read" or doing.slot("when") is None:
        return None
    slot = doing.slot("source") or doing.slot("when")
    day = last.intent.slots.get("when")
    if slot is not None and isinstance(day, slot.kinds):
        slots = {slot.name: day, **slots}
    return Goes(Intent(doing.name, {name: one for name, one in slots.items() if one is not None}))


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
    if isinstance(found.slots.get("when"), Duration):
        length = spec.slot("length")
        return (length, found.slots["when"]) if length else None
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
