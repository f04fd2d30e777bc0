"""What a person's deeds come to: answers, time, days in a row, topics."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from core.model import instant, wall
from core.skill import Context
from core.store.facts import Fact

ANSWERED, CORRECTED = "quiz.answered", "quiz.corrected"
STUDIED = (ANSWERED, "lesson.done")
"""Deeds that make a day one of studying."""
ENOUGH = 5
"""Answers by which a topic is known to be strong or weak."""
DAY, LOOK_BACK = timedelta(days=1), timedelta(days=60)
"""So far is looked for days in a row at first: they rarely are more."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Of some time, or of one topic."""

    answers: int = 0
    judged: int = 0
    right: float = 0.0
    """Of those judged; a half for one with help."""
    seconds: float = 0.0
    days: int = 0
    """On which there was something."""

    @property
    def accuracy(self) -> int | None:
        """Per cent; None where no answer was judged."""
        return round(100 * self.right / self.judged) if self.judged else None

    @property
    def minutes(self) -> int:
        """Whole ones."""
        return round(self.seconds / 60)


def figures(facts: Iterable[Fact], zone: str) -> Figures:
    """What the deeds come to."""
    facts = list(facts)
    studied = [one for one in facts if one.name in STUDIED]
    answers = [one for one in studied if one.name == ANSWERED]
    values = [one.value for one in answers if one.value is not None]
    # Each corrects a wrong answer, and is none of its own; that may have been before this time.
    righted = sum(one.value or 0.0 for one in facts if one.name == CORRECTED)
    return Figures(
        answers=len(answers),
        judged=len(values),
        right=min(sum(values) + righted, len(values)),
        seconds=sum(one.seconds for one in studied),
        days=len({day_of(one, zone) for one in studied}),
    )


def by_topic(facts: Iterable[Fact], zone: str) -> Sequence[tuple[str, Figures]]:
    """Topics with answers enough to tell, the weakest first."""
    told = (ANSWERED, CORRECTED)
    named = sorted((one for one in facts if one.topic and one.name in told), key=_topic)
    found = [(topic, figures(ones, zone)) for topic, ones in groupby(named, key=_topic)]
    known = [(topic, one) for topic, one in found if one.judged >= ENOUGH]
    return sorted(known, key=lambda each: each[1].right / each[1].judged)


def by_day(facts: Iterable[Fact], zone: str) -> Mapping[date, Sequence[Fact]]:
    """The deeds of each local day that has some."""
    days: dict[date, list[Fact]] = {}
    for one in facts:
        days.setdefault(day_of(one, zone), []).append(one)
    return days


def day_of(fact: Fact, zone: str) -> date:
    """The day that the person's clock showed, by the zone they are in now."""
    return wall(fact.at, zone).date()


def between(ctx: Context, start: date, end: date) -> Sequence[Fact]:
    """The deeds of the local days from `start` up to and without `end`."""
    return ctx.facts(midnight(ctx, start), midnight(ctx, end))


def midnight(ctx: Context, day: date) -> datetime:
    """When the person's day begins: aware, UTC."""
    return instant(datetime.combine(day, datetime.min.time()), ctx.zone)


def streak(ctx: Context) -> tuple[int, bool]:
    """Days in a row until today, and whether today is one: until it is over it breaks nothing."""
    today, span = ctx.local.date(), LOOK_BACK
    while True:
        start = today - span
        found = between(ctx, start, today + DAY)
        days = {day_of(one, ctx.zone) for one in found if one.name in STUDIED}
        day = today if today in days else today - DAY
        count = 0
        while day in days:
            count += 1
            day -= DAY
        if day >= start:
            return count, today in days
        span *= 4


def _topic(fact: Fact) -> str:
    return fact.topic
