"""What was heard is put right: by what we know of a person's words, and by what they tell us."""

from dataclasses import replace
from datetime import datetime

from core.journal import Work
from core.journal.recent import Last
from core.model import Intent, Turn, Utterance, Voice
from core.pipeline.dialog import is_fresh
from core.pipeline.house import House
from core.study import Correction
from core.understanding.hearing import corrected, learned, put_in

SAID = "fix.said"
MOST_LEARNED = 60
"""Corrections of one person: the oldest goes for a new one."""


async def put_right(said: Utterance, work: Work) -> Utterance:
    """The transcript as this person's words are known to be meant."""
    known = await work.records(Correction).list(MOST_LEARNED)
    pairs = [(one.heard, one.said) for one in known if one.language == said.language]
    text = corrected(said.text, pairs)
    return said if text == said.text else replace(said, text=text)


async def fixed(turn: Turn, intent: Intent, now: datetime, work: Work, house: House) -> Turn:
    """The turn as if what they really said had been said at once: "no, I said biology".

    What was done for the wrong words is taken back. It stays as it is where there is nothing to
    put right; a mere "I said hello" corrects only what was heard.
    """
    last = work.last()
    if last is None or not is_fresh(last, turn) or not last.said:
        return _unfixed(turn, intent)
    heard = any(isinstance(part, Voice) for part in last.message.parts)
    if not heard and not intent.slots.get("sure"):
        return _unfixed(turn, intent)
    meant = _meant(intent, last, now, house)
    if meant is None:
        return turn
    understood = house.understanding.understand(meant, last.language, now)
    intent_meant = understood.intent or _refilled(last, meant)
    changed = work.undo()
    instead = changed is not None and changed.turn == last.turn and not changed.never
    if heard and intent_meant is not None:
        await _learn(last, meant, work, house, turn.now)
    return turn._replace(
        utterance=Utterance(meant, understood.language),
        heard=True,
        language=understood.language,
        intent=intent_meant,
        instead=instead and intent_meant is not None,
        spans=understood.spans,
        suggestions=understood.suggestions,
    )


def _unfixed(turn: Turn, intent: Intent) -> Turn:
    """Who only tells what they said has corrected nothing."""
    return turn if intent.slots.get("sure") else turn._replace(intent=None)


def _meant(intent: Intent, last: Last, now: datetime, house: House) -> str | None:
    """The whole sentence that was meant: what they say now, or the last one with that in it."""
    piece, wrong = str(intent.slots.get("text") or ""), intent.slots.get("wrong")
    if wrong:
        return put_in(last.said, piece, str(wrong))
    if house.understanding.understand(piece, last.language, now).intent is not None:
        return piece
    return put_in(last.said, piece)


def _refilled(last: Last, meant: str) -> Intent | None:
    """The last wish with the right words, where all that was said filled one slot: an answer."""
    if last.intent is None:
        return None
    slots = last.intent.slots
    filled = next((name for name, value in slots.items() if value == last.said), None)
    return replace(last.intent, slots={**slots, filled: meant}) if filled else None


async def _learn(last: Last, meant: str, work: Work, house: House, at: datetime) -> None:
    small = house.understanding.small_words(last.language)
    corrections = work.records(Correction)
    known = await corrections.list(MOST_LEARNED)
    for heard, said in learned(last.said, meant, small):
        old = [one for one in known if (one.heard, one.language) == (heard, last.language)]
        for one in [*old, *known[MOST_LEARNED - 1 :]]:
            await corrections.remove(one.id)
        await corrections.add(Correction(heard, said, last.language, at))
