"""All that is known of what a person has to learn, how it goes, and when they have time."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from core.model import instant, wall
from core.skill import Context
from core.skill.profile import profile
from core.study import (
    Booking,
    Card,
    Course,
    Deck,
    Enrolment,
    Material,
    Note,
    Practice,
    Reminder,
)
from core.texts import shortened

DAY = timedelta(days=1)
DAYS = 7
MOST_KEPT = 1_000
MOST_SHOWN = 5
MOST_TIMES = 50
"""Occurrences of one series within the week."""
LOOK_BACK = timedelta(days=30)
WEAK, FEWEST = 0.7, 5
"""Share of right answers below which a topic is weak, of at least so many."""
LINE = 80
"""Characters of a title."""


@dataclass(frozen=True, slots=True)
class Studying:
    """A course that the person is in, and what is left of it."""

    key: str
    title: str
    places: tuple[int, ...]
    """Of the lessons to be done, from 1; the next two where nobody knows here how many there
    are."""
    lesson: str
    """What the next one is called; empty: nobody knows here."""
    left: int | None
    """Lessons; None: nobody knows here."""
    deadline: date | None


@dataclass(frozen=True, slots=True)
class Weak:
    """A topic that goes ill."""

    title: str
    accuracy: float


@dataclass(frozen=True, slots=True)
class Known:
    """It all; titles are short and in one line."""

    practice: Practice | None
    cards: Sequence[Card]
    """Due within the week, the earliest first."""
    decks: Mapping[str, str]
    """What they are called, by id."""
    weak: Sequence[Weak]
    courses: Sequence[Studying]
    sessions: Sequence[tuple[datetime, datetime, str]]
    """Booked within the week: begin, end (naive local) and title."""
    reminders: Sequence[tuple[datetime, str]]
    """Within the week, with every time of a series: naive local."""
    papers: Sequence[Material]
    """Of which there are no cards yet, the newest first."""
    notes: Sequence[str]
    goals: Sequence[str]
    minutes: int
    """That they want to study each week; 0: they have not said."""
    days: int
    """On which they want to study each week; 0: they have not said."""
    streak: int
    """Days in a row until yesterday, or today."""
    today: bool
    """Whether today is one of them."""


async def gathered(ctx: Context) -> Known:
    """What the records and the deeds tell, as of now."""
    end = datetime.combine(ctx.local.date() + DAY * DAYS, time())
    until = instant(end, ctx.zone)
    decks = await ctx.records(Deck).list(MOST_KEPT)
    learned = {one.source for one in decks}
    papers = await ctx.records(Material).list(limit=MOST_SHOWN)
    practices = await ctx.records(Practice).list(limit=1)
    going = [one for one in practices if one.queue]
    aims = (await profile(ctx)).goals
    minutes = sum(one.amount * (7 if one.daily else 1) for one in aims if one.kind == "minutes")
    days = max((one.amount for one in aims if one.kind == "days"), default=0)
    streak, today = _streak(ctx)
    return Known(
        practice=going[0] if going else None,
        cards=await ctx.records(Card).due(until, limit=MOST_KEPT),
        decks={one.id: line(one.title) for one in decks},
        weak=_weak(ctx),
        courses=await _courses(ctx),
        sessions=await _sessions(ctx, until),
        reminders=await _reminders(ctx, end, until),
        papers=[one for one in papers if one.id not in learned],
        notes=[line(one.text) for one in await ctx.records(Note).list(limit=MOST_SHOWN)],
        goals=[line(one.text) for one in aims],
        minutes=minutes,
        days=min(days, DAYS),
        streak=streak,
        today=today,
    )


def line(text: str) -> str:
    """What somebody wrote, in one short line."""
    return shortened(text, LINE)


def _weak(ctx: Context) -> list[Weak]:
    """The weakest topic first."""
    answers: dict[str, list[float]] = defaultdict(list)
    for fact in ctx.facts(ctx.now - LOOK_BACK):
        if fact.name == "quiz.answered" and fact.value is not None and fact.topic:
            answers[fact.topic].append(fact.value)
    found = [
        Weak(line(topic), sum(values) / len(values))
        for topic, values in answers.items()
        if len(values) >= FEWEST
    ]
    return sorted((one for one in found if one.accuracy < WEAK), key=lambda one: one.accuracy)


def _streak(ctx: Context) -> tuple[int, bool]:
    """Days in a row with a deed; today breaks nothing before it is over."""
    facts = ctx.facts(ctx.now - timedelta(days=400))
    days = {wall(fact.at, ctx.zone).date() for fact in facts if fact.name != "session.booked"}
    today = ctx.local.date()
    day, count = (today if today in days else today - DAY), 0
    while day in days:
        day, count = day - DAY, count + 1
    return count, today in days


async def _courses(ctx: Context) -> list[Studying]:
    """Those that are not completed: the nearest deadline first, then the one last worked at."""
    kept = {one.slug or one.id: one for one in await ctx.records(Course).list(limit=MOST_KEPT)}
    mine = [one for one in await ctx.records(Enrolment).list(limit=MOST_KEPT) if not one.completed]
    mine.sort(key=lambda one: -(one.used or one.begun).timestamp())
    found = [_studying(one, kept.get(one.course)) for one in mine]
    begun = [one for one in found if one.places]
    return sorted(begun, key=lambda one: one.deadline or date.max)


def _studying(enrolled: Enrolment, course: Course | None) -> Studying:
    lessons, done = (course.lessons if course else ()), set(enrolled.done)
    known = range(len(lessons)) if lessons else range(len(done) + 2)
    places = [place for place in known if place not in done]
    return Studying(
        key=enrolled.course,
        title=line(course.title if course else enrolled.title),
        places=tuple(place + 1 for place in places),
        lesson=line(lessons[places[0]].title) if lessons and places else "",
        left=len(places) if lessons else None,
        deadline=(course.deadline if course else None) or enrolled.deadline,
    )


async def _sessions(ctx: Context, until: datetime) -> list[tuple[datetime, datetime, str]]:
    found = [
        (wall(begin, ctx.zone), wall(end, ctx.zone), line(one.title))
        for one in await ctx.records(Booking).list(limit=MOST_KEPT)
        for begin, end in one.between(ctx.now, until)
    ]
    return sorted(found)


async def _reminders(ctx: Context, end: datetime, until: datetime) -> list[tuple[datetime, str]]:
    found = []
    for one in await ctx.records(Reminder).due(until, limit=MOST_KEPT):
        at: datetime | None = one.wall
        for _ in range(MOST_TIMES):
            if at is None or at >= end:
                break
            if at.date() >= ctx.local.date():
                found.append((at, line(one.text)))
            at = one.every.next(at) if one.every else None
    return sorted(found)
