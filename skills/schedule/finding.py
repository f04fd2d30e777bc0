"""Which booking somebody means: by its words, its time, or as the one just spoken of."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from core.model import Choice, Moment, instant, wall
from core.skill import Context
from core.skill.keywords import keywords
from core.store.terms import terms
from core.study import Booking
from skills.schedule import words
from skills.schedule.keeping import coming, upcoming
from skills.schedule.places import WORD

JUST = timedelta(minutes=15)
"""How long "it" is the booking that was made last."""
MOST_OFFERED = 6
LEAST = 3
"""Letters of a word within another."""


class Meant(NamedTuple):
    """A booking, and which of its occurrences."""

    booking: Booking
    begins: datetime
    ends: datetime


async def meant(
    ctx: Context,
    text: str | None,
    when: Moment | None = None,
    id: str | None = None,
    *,
    it: bool = False,
) -> list[Meant]:
    """Those that are not over and fit, the next first; by `id` alone where there is one.

    `it`: without any words the one that was made last is meant.
    """
    kept = await upcoming(ctx)
    if id:
        kept = [one for one in kept if one.id == id]
    found = [one for booking in kept for one in _occurrences(ctx, booking, when)]
    found.sort(key=lambda one: one.begins)
    if id:
        return found
    wanted = _wanted(ctx, text or "")
    if wanted:
        return [one for one in found if wanted <= _terms(ctx, one.booking)]
    if it and when is None and not text:
        latest = [one for one in found if (one.booking.changed or ctx.now) > ctx.now - JUST]
        latest.sort(key=lambda one: one.booking.changed or ctx.now)
        return latest[-1:] or found
    return found


def _occurrences(ctx: Context, booking: Booking, when: Moment | None) -> list[Meant]:
    """Its next one, or those of the day; where a clock time fits one of them, only that."""
    if when is None:
        times = coming(ctx, booking)
        return [Meant(booking, *times)] if times else []
    if not when.dated:
        times = coming(ctx, booking)
        fits = times and wall(times[0], ctx.zone).time() == when.at.time()
        return [Meant(booking, *times)] if times and fits else []
    day = when.at.replace(hour=0, minute=0, second=0, microsecond=0)
    begins, ends = instant(day, ctx.zone), instant(day + timedelta(days=1), ctx.zone)
    found = [
        Meant(booking, *times)
        for times in booking.between(max(begins, ctx.now), ends)
        if times[0] >= begins
    ]
    exact = [one for one in found if wall(one.begins, ctx.zone) == when.at]
    return exact if when.clocked and not when.vague else exact or found


def _wanted(ctx: Context, text: str) -> set[str]:
    """Words that must be in it: none that any booking could be called."""
    names = ctx.text("schedule-general").split()
    said = WORD.findall(keywords(ctx, text).casefold()) if text else []
    apart = " ".join(_without(names, word) for word in said)
    return set(terms(apart, ctx.language)) - set(terms(" ".join(names), ctx.language))


def _without(names: Sequence[str], word: str) -> str:
    """The "Mathe" of "Mathestunde"."""
    ends = (one for one in names if len(one) > LEAST and word.endswith(one))
    longest = max(ends, key=len, default="")
    return word[: len(word) - len(longest)] if len(word) > len(longest) + LEAST else word


def _terms(ctx: Context, one: Booking) -> set[str]:
    return set(terms(f"{one.title} {one.place}", ctx.language))


def choices(ctx: Context, found: Sequence[Meant], intent: str) -> list[Choice]:
    """A button for each booking."""
    first = {one.booking.id: one for one in reversed(found)}
    shown = sorted(first.values(), key=lambda one: one.begins)[:MOST_OFFERED]
    return [
        Choice(words.label_of(ctx, one.booking, one.begins), intent, {"id": one.booking.id})
        for one in shown
    ]


def lines(ctx: Context, found: Sequence[Meant]) -> str:
    """The same as a list."""
    return words.by_day(ctx, [(one.begins, one.ends, one.booking) for one in found[:MOST_OFFERED]])


def of_all(ctx: Context, said: str | None) -> bool | None:
    """Whether a whole series is meant; None: nobody has said."""
    if not said:
        return None
    if said in ("one", "all"):
        return said == "all"
    heard = {word.casefold() for word in WORD.findall(said)}
    if heard & set(ctx.text("schedule-all-words").split()):
        return True
    return False if heard & set(ctx.text("schedule-one-words").split()) else None
