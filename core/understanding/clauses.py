"""One sentence that is several wishes: "note that the exam is on Friday and remind me on Thursday".

It is cut where words or signs join sentences, and only where each piece is a wish by itself: the
later ones begin with words of their own, or with a time and what is to be done then.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import TYPE_CHECKING, NamedTuple, Protocol

from core.model import Intent, Moment, Span, Value
from core.understanding.folding import fold
from core.understanding.phrases import SIGNS, Phrases

if TYPE_CHECKING:
    from core.understanding import Score
    from core.understanding.language import Language
    from core.understanding.sentences import Match

MOST_PARTS = 3
MOST_JOINTS = 6
SURE = 8
"""Characters of its own with which a later wish cannot be part of free words."""
SMALL_TALK = frozenset(("session", "help", "again", "undo", "confirm", "both"))
"""Skills whose sentences are said beside a wish, and are none themselves."""


class Find(Protocol):
    """Finds times and the like in a text, as of now, or as of another time."""

    def __call__(self, text: str, at: datetime | None = None) -> Sequence[Span]:
        """In their order."""


class Several(NamedTuple):
    """The wishes of one breath, in their order."""

    intents: tuple[Intent, ...]
    sure: bool
    """Whether they can hardly be one."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece that is a wish."""

    match: "Match"
    lent: bool = False
    """Whether its beginning was that of the one before."""


def several(text: str, language: "Language", find: Find, whole: "Score | None") -> Several | None:
    """The wishes of a text (NFC); None where it is one, or none. `whole`: how it matched as one."""
    if whole is not None and not whole.free:
        return None
    parts = _parts(text, language, find, MOST_PARTS)
    if parts is None:
        return None
    return Several(_intents(parts), whole is None or all(map(_is_sure, parts[1:])))


def _parts(text: str, language: "Language", find: Find, most: int) -> list[_Part] | None:
    phrases = language.sentences.phrases
    spans = find(text)
    for first, second in _halves(text, spans, phrases):
        begun = _wish(first, language, find)
        if begun is None:
            continue
        lent = _lent(first, second, begun, find, phrases)
        own = _wish(second, language, find)
        # What is a wish only by its time has no beginning of its own: it is rather lent one.
        ways = (lent, second) if own is not None and own.template.needs else (second, lent)
        for words in filter(None, ways):
            find = _of_the_day(begun, find) if words is lent else find
            wish = _wish(words, language, find)
            if words is lent and (wish is None or wish.template.spec is not begun.template.spec):
                continue
            rest = _parts(words, language, find, most - 1) if most > 2 else None
            if rest is None and wish is not None:
                rest = [_Part(wish)]
            if rest is not None:
                return [_Part(begun), replace(rest[0], lent=words is lent), *rest[1:]]
    return None


def _halves(text: str, spans: Sequence[Span], phrases: Phrases) -> Iterator[tuple[str, str]]:
    """The ways to cut it, from the left; never inside a time ("every Monday and Tuesday")."""
    joints = [*phrases.joints.finditer(fold(text)), *SIGNS.finditer(text)]
    for start, end in sorted({found.span() for found in joints})[:MOST_JOINTS]:
        if any(span.start < start and end < span.end for span in spans):
            continue
        first, second = text[:start].rstrip(" ,;:-–—"), text[end:].lstrip(" ,;:-–—")
        if not first.strip() or fold(first).split()[-1] in phrases.leading_on:
            continue
        if second.strip():
            yield first, second


def _wish(text: str, language: "Language", find: Find) -> "Match | None":
    reading = language.exact(text, find(text))
    if reading is None or reading.match.template.spec.skill in SMALL_TALK:
        return None
    match = reading.match
    # "Mentor, tell me about cells": who is called by name is not asked yet.
    called = match.template.spec.verb == "ask" and not match.free
    return None if match.leads or called else match


def _lent(first: str, second: str, begun: "Match", find: Find, phrases: Phrases) -> str | None:
    """The second half with the beginning of the first: "remind me" | "at ten to call Bob"."""
    if begun.way is None or not begun.way.taken or not (spans := find(second)):
        return None
    if not second[: spans[0].start].strip():
        wish = fold(second[spans[0].end :]).strip()
        if wish and not phrases.infinitive.match(wish + " "):
            return None
        start = begun.way.taken[0].start
    else:
        word = re.escape(second.split(maxsplit=1)[0])
        found = re.search(rf"(?<!\S){word}(?!\S)", first)
        if found is None or not phrases.infinitive.match(fold(second) + " "):
            return None
        start = found.start()
    return f"{first[:start].rstrip()} {second}" if first[:start].strip() else None


def _of_the_day(begun: "Match", find: Find) -> Find:
    """Finds times as of the day of the first wish: "tomorrow at nine ... and at ten"."""
    values = begun.way.values.values() if begun.way else ()
    days = [one.at.date() for one in values if isinstance(one, Moment) and one.dated]
    if not days:
        return find

    def found(text: str, at: datetime | None = None) -> Sequence[Span]:
        there = {one.start: one.value for one in find(text, datetime.combine(days[0], time()))}
        return [_dated(one, there.get(one.start)) for one in find(text, at)]

    return found


def _dated(span: Span, there: Value | None) -> Span:
    """A clock time alone is that day's; whatever names a day is as it is seen from now."""
    own = span.value
    if not isinstance(own, Moment) or own.dated or own.relative or not isinstance(there, Moment):
        return span
    return replace(span, value=replace(there, dated=True))


def _is_sure(part: _Part) -> bool:
    spec = part.match.template.spec
    destroys = spec.effect == "write" and not spec.suggest
    return part.lent or (part.match.literal >= SURE and not destroys)


def _intents(parts: Sequence[_Part]) -> tuple[Intent, ...]:
    """As intents; of two alike the one has the words that the other lacks: "remind me on Monday and
    on Tuesday to run"."""
    found = [part.match.intent(1.0) for part in parts]
    for place, part in enumerate(parts[1:]):
        if not part.lent:
            continue
        one, other = found[place], found[place + 1]
        for slot in part.match.template.spec.slots:
            if slot.is_text and slot.required:
                said = one.slots.get(slot.name) or other.slots.get(slot.name)
                lack = {slot.name: said} if said else {}
                found[place] = one = replace(one, slots={**lack, **one.slots})
                found[place + 1] = other = replace(other, slots={**lack, **other.slots})
    return tuple(found)
