"""Taking back: what a unit of work changes is noted as it was, and made so again on a wish."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

from core.journal.jobs import decode_event
from core.store import undo as images
from core.store.claims import Claim
from core.store.codec import encode
from core.store.undo import Image, Never, Undo
from core.study.noun import kinds

if TYPE_CHECKING:
    from core.journal.work import Work

TICK, MOVED = "every/", "zone.changed"
"""Events that follow a person's zone by themselves."""
FIELDS = ("name", "language", "zone")

Outcome = Literal["done", "changed", "taken", "gone", "never"]


@dataclass(frozen=True, slots=True)
class Wish:
    """That what a unit of work changes shall be kept so that it can be taken back."""

    intent: str
    told: str
    """What the person is answered."""
    at: datetime
    back: bool = False
    """Whether the work is itself a taking back."""
    never: Never = ""
    amended: Undo | None = None
    """What it takes the place of."""


def before(connection: sqlite3.Connection, work: "Work", wish: Wish) -> Undo:
    """Within a commit, before its writes: how all is now that they will change."""
    changed, never, nouns = [], wish.never, kinds()
    for (kind, id), row in work.rows.items():
        if not row.changed:
            continue
        if nouns[kind].scope == "person":
            changed.append((kind, id, row.revision, row.item is None))
        else:
            never = never or "shared"
    keys = [key for key in work.scheduled if not key.startswith((TICK, MOVED))]
    noted = images.images(connection, changed)
    known, now = work.known.person, work.person
    person = {
        name: (getattr(known, name), getattr(now, name))
        for name in FIELDS
        if not noted and getattr(known, name) != getattr(now, name)
    }
    turn = work.owner
    if never:
        return Undo(turn, wish.intent, wish.told, wish.at, wish.back, never)
    taken = Undo(
        turn, wish.intent, wish.told, wish.at, wish.back,
        images=noted,
        timers=images.timers(connection, keys),
        facts=tuple(work.noted),
        struck=tuple(work.struck),
        person=person,
    )  # fmt: skip
    if wish.amended is None:
        return taken
    return replace(taken, base=images.composed(wish.amended, taken))


def take_back(work: "Work", undo: Undo) -> Outcome:
    """Buffers all that makes the change undone; touches nothing where it cannot be."""
    if (why_not := _obstacle(work, undo)) is not None:
        return why_not
    nouns = kinds()
    for image in undo.images:
        records = work.records(nouns[image.kind])
        records.restore(image.id, image.revision, image.body, image.place)
        if image.claims:
            records.claim(image.id, *(_claim(*one) for one in image.claims))
    for timer in undo.timers:
        if timer.body is None:
            work.unschedule(timer.key)
        else:
            work.schedule(decode_event(encode(timer.body)))
    for fact in undo.struck:
        work.note(fact)
    work.struck.extend(undo.facts)
    return "done"


def _obstacle(work: "Work", undo: Undo) -> Outcome | None:
    if undo.never:
        return "never"
    nouns = kinds()
    if any(
        image.kind not in nouns
        or work.records(nouns[image.kind]).revision(image.id) != image.revision
        for image in undo.images
    ):
        return "changed"
    if any(getattr(work.person, name) != after for name, (_, after) in undo.person.items()):
        return "changed"
    if any(_is_gone(work, image) for image in undo.images):
        return "gone"
    if any(_is_taken(work, image) for image in undo.images):
        return "taken"
    return None


def restored(undo: Undo) -> Mapping[str, str | None]:
    """What of the person is to be as it was."""
    return {name: was for name, (was, _) in undo.person.items()}


def _is_taken(work: "Work", image: Image) -> bool:
    """Whether somebody else has a time that this record had."""
    records = work.records(kinds()[image.kind])
    own = (image.kind, image.id)
    return any(
        (one.kind, one.record) != own
        for key, begins, ends in image.claims
        for one in records.taken(key, _time(begins), _time(ends))
    )


def _is_gone(work: "Work", image: Image) -> bool:
    """Whether something of which it had a time is no longer there: claims name it by its kind."""
    nouns = kinds()
    named = (key.partition("/") for key, _, _ in image.claims)
    return any(
        kind in nouns and not work.records(nouns[kind]).revision(id) for kind, _, id in named
    )


def _claim(key: str, begins: float, ends: float) -> Claim:
    return Claim(key, _time(begins), _time(ends))


def _time(at: float) -> datetime:
    return datetime.fromtimestamp(at, UTC)
