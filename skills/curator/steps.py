"""What could be done next, the best first, each with its reason and the button that begins it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from core.model import Choice
from core.skill import Context
from core.skill.keywords import keywords
from core.store.terms import terms
from core.texts import shortened
from skills.curator.known import Known, Studying

LABEL = 40
SOON, NEAR = 2, 7
"""Days before a deadline at which it goes before everything, and before much."""
MOST_DECKS, MOST_COMING = 3, 3
FOR_A_GOAL = 15
"""What a step that serves a goal counts more."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do."""

    weight: int
    """The greater, the better."""
    what: str
    why: str
    about: str
    """The titles that it is about."""
    choice: Choice | None = None


def steps(ctx: Context, known: Known) -> list[Step]:
    """All of them, the best first."""
    found = [
        *_round(ctx, known),
        *_cards(ctx, known),
        *(_lesson(ctx, one) for one in known.courses),
        *_practise(ctx, known),
        *_reading(ctx, known),
    ]
    return sorted((_for_a_goal(ctx, known, one) for one in found), key=lambda one: -one.weight)


def moment(ctx: Context, known: Known) -> str:
    """What this moment is good for: a session that is on, a streak that today keeps."""
    on = [one for one in known.sessions if one[0] <= ctx.local < one[1]]
    if on:
        title, until = on[0][2], ctx.texts.clock(on[0][1])
        return ctx.text("curator-now", title=title, until=until, named="yes" if title else "no")
    if known.streak > 1 and not known.today:
        return ctx.text("curator-streak", days=known.streak)
    return ""


def coming(ctx: Context, known: Known) -> list[str]:
    """The next times: sessions and reminders."""
    booked = [(begin, title or ctx.text("curator-session")) for begin, _, title in known.sessions]
    times = sorted(one for one in (*known.reminders, *booked) if one[0] > ctx.local)
    return [f"• {ctx.when(at)}: {text}" for at, text in times[:MOST_COMING]]


def lesson_of(ctx: Context, one: Studying, place: int) -> str:
    """A lesson, by its place and, where it is the next, by what it is called."""
    lesson = one.lesson if place == one.places[0] else ""
    named = "yes" if lesson else "no"
    return ctx.text("curator-lesson", number=place, title=one.title, lesson=lesson, named=named)


def _round(ctx: Context, known: Known) -> Iterator[Step]:
    practice = known.practice
    if practice is not None and (go := _begin(ctx, "round", "quiz.continue", {})):
        title = shortened(practice.title, LABEL)
        what = ctx.text("curator-round", title=title)
        why = ctx.text("curator-why-round", left=len(practice.queue))
        yield Step(90, what, why, title, go)


def _cards(ctx: Context, known: Known) -> Iterator[Step]:
    due = [one for one in known.cards if one.due <= ctx.now]
    if not due:
        return
    often = Counter(one.deck for one in due).most_common()
    named = [known.decks[deck] for deck, _ in often if deck in known.decks]
    slots = {"deck": often[0][0]} if len(often) == 1 else {}
    decks = ctx.text("curator-decks", titles=", ".join(named[:MOST_DECKS])) if named else ""
    what = ctx.text("curator-cards", count=len(due), decks=decks)
    fresh = all(one.state == "new" for one in due)
    why = ctx.text("curator-why-new" if fresh else "curator-why-cards")
    choice = _begin(ctx, "cards", "quiz.start", slots)
    yield Step(65 if fresh else 80, what, why, " ".join(named), choice)


def _lesson(ctx: Context, one: Studying) -> Step:
    days = None if one.deadline is None else (one.deadline - ctx.local.date()).days
    choice = _begin(ctx, "lesson", "courses.lesson", {"id": one.key})
    what = lesson_of(ctx, one, one.places[0])
    if days is None or one.deadline is None:
        return Step(50, what, ctx.text("curator-why-course"), one.title, choice)
    told = ctx.texts.day(ctx.language, one.deadline, ctx.local.date())
    if days < 0:
        why = ctx.text("curator-why-late", date=told)
        return Step(85, what, why, one.title, choice)
    left = -1 if one.left is None else one.left
    why = ctx.text("curator-why-deadline", left=left, date=told)
    # Three lessons in three days press as much as one in one.
    presses = days <= SOON or max(left, 1) >= days
    weight = 95 if presses else 75 if days <= NEAR else 55
    return Step(weight, what, why, one.title, choice)


def _practise(ctx: Context, known: Known) -> Iterator[Step]:
    for one in known.weak:
        what = ctx.text("curator-weak", title=one.title)
        why = ctx.text("curator-why-weak", percent=round(one.accuracy * 100))
        choice = _begin(ctx, "weak", "quiz.start", {"text": one.title}, title=one.title)
        yield Step(70 - round(one.accuracy * 10), what, why, one.title, choice)


def _reading(ctx: Context, known: Known) -> Iterator[Step]:
    for place, one in enumerate(known.papers):
        what = paper(ctx, one.title, one.total)
        choice = _begin(ctx, "paper", "decks.make", {"id": one.id})
        yield Step(40 - place, what, ctx.text("curator-why-paper"), one.title, choice)
    for text in known.notes[-1:]:
        what = ctx.text("curator-note", text=text)
        yield Step(20, what, ctx.text("curator-why-note"), text)


def paper(ctx: Context, title: str, total: int) -> str:
    """A document to be read."""
    return ctx.text("curator-paper", title=shortened(title, 2 * LABEL), total=total)


def _begin(
    ctx: Context, name: str, intent: str, slots: Mapping[str, str], **values: str
) -> Choice | None:
    """The button that begins a step; None where nobody here can."""
    if ctx.catalogue.intent(intent) is None:
        return None
    return Choice(shortened(ctx.text(f"curator-go-{name}", **values), LABEL), intent, slots)


def _for_a_goal(ctx: Context, known: Known, step: Step) -> Step:
    """What serves a goal of the person goes before its like, and says so."""
    about = set(terms(keywords(ctx, step.about), ctx.language))
    for goal in known.goals:
        if about & set(terms(keywords(ctx, goal), ctx.language)):
            why = f"{step.why} {ctx.text('curator-why-goal', goal=goal)}"
            return replace(step, weight=step.weight + FOR_A_GOAL, why=why)
    return step
