"""The way through a course: a lesson shown in pieces, done, practised, and how far one is."""

from collections.abc import Sequence
from dataclasses import replace

from core.model import Choice, Number, Page, Reply
from core.skill import Context, intent, materials
from core.study import Card, Course, Deck, Enrolment
from skills.courses.offered import chosen, enrolment, enrolments, get, key
from skills.courses.papers import completed
from skills.courses.words import done as done_of
from skills.courses.words import line_mine, minutes, next_place


@intent("courses.lesson")
async def lesson(
    ctx: Context,
    text: str | None = None,
    number: Number | None = None,
    nth: str | None = None,
    piece: str | None = None,
    id: str | None = None,
) -> Reply:
    """Shows a lesson, by default the next one of the course that the person is at."""
    found = await _mine(ctx, text, id, _said(number, nth))
    if isinstance(found, Reply):
        return found
    course, enrolled = found
    place = _place(course, enrolled, number, nth)
    if isinstance(place, str):
        return ctx.reply(place, title=course.title, total=len(course.lessons))
    shown = course.lessons[place]
    pieces = list(materials.split(Page("", shown.text))) or [""]
    at = min(int(piece), len(pieces)) if piece and piece.isdecimal() and int(piece) else 1
    slots = {"id": key(course), "number": str(place + 1)}
    if at < len(pieces):
        offered = [
            Choice(ctx.text("courses-more"), "courses.lesson", {**slots, "piece": str(at + 1)})
        ]
    else:
        offered = [Choice(ctx.text("courses-done-button"), "courses.done", slots)]
    return ctx.reply(
        "courses-lesson-done",
        title=course.title,
        number=place + 1,
        total=len(course.lessons),
        lesson=shown.title,
        piece=at,
        pieces=len(pieces),
        text=pieces[at - 1],
        choices=offered,
    )


@intent("courses.done", effect="write", suggest=False)
async def done(
    ctx: Context,
    text: str | None = None,
    number: Number | None = None,
    nth: str | None = None,
    id: str | None = None,
) -> Reply:
    """Marks a lesson as done, by default the next one; with the last one the course is."""
    found = await _mine(ctx, text, id, _said(number, nth))
    if isinstance(found, Reply):
        return found
    course, enrolled = found
    place = _place(course, enrolled, number, nth)
    if isinstance(place, str):
        return ctx.reply(place, title=course.title, total=len(course.lessons))
    finished = course.lessons[place]
    if place in enrolled.done:
        return ctx.reply(
            "courses-done-already",
            lesson=finished.title,
            choices=_after(ctx, course, enrolled, place),
        )
    enrolled = replace(enrolled, done=tuple(sorted({*enrolled.done, place})), used=ctx.now)
    left = next_place(course, enrolled)
    if left is None and enrolled.completed is None:
        enrolled = replace(enrolled, completed=ctx.now)
        ctx.fact("course.completed", subject=key(course), topic=course.title)
    await ctx.records(Enrolment).put(enrolled)
    seconds = finished.minutes * 60.0
    ctx.fact("lesson.done", subject=key(course), topic=course.title, seconds=seconds)
    told = ctx.text(
        "courses-done-done",
        number=place + 1,
        lesson=finished.title,
        title=course.title,
        done=len(done_of(course, enrolled)),
        total=len(course.lessons),
    )
    offered = _after(ctx, course, enrolled, place)
    if left is None:
        return await completed(ctx, enrolled, told, offered)
    return ctx.reply("courses-show-done", about=told, choices=offered)


@intent("courses.progress")
async def progress(ctx: Context, text: str | None = None, id: str | None = None) -> Reply:
    """How far the person is in a course, by default in the one they are at."""
    found = await _mine(ctx, text, id, {})
    if isinstance(found, Reply):
        return found
    course, enrolled = found
    told = [line_mine(ctx, course, enrolled)]
    left = [place for place in range(len(course.lessons)) if place not in enrolled.done]
    offered: list[Choice] = []
    if left:
        following = course.lessons[left[0]].title
        told.append(
            ctx.text(
                "courses-progress-left",
                minutes=minutes(course, left),
                number=left[0] + 1,
                lesson=following,
            )
        )
        offered = [Choice(ctx.text("courses-go-on"), "courses.lesson", {"id": key(course)})]
    elif enrolled.completed is not None:
        offered = [ctx.button("courses.certificate", {"id": key(course)})]
    return ctx.reply("courses-show-done", about="\n".join(told), choices=offered)


@intent("courses.cards", effect="write")
async def cards(
    ctx: Context, text: str | None = None, number: Number | None = None, id: str | None = None
) -> Reply:
    """Makes a deck of the questions of a course, or adds those of a lesson to it."""
    among = [await get(ctx, one.course) for one in await enrolments(ctx)]
    known = [one for one in among if one is not None]
    course = await chosen(ctx, text, id or _only(known, text), known, **_said(number, None))
    if isinstance(course, Reply):
        return course
    place = int(number.value) - 1 if number is not None else None
    lessons = [one for at, one in enumerate(course.lessons) if one.cards and place in (None, at)]
    if not lessons:
        return ctx.reply("courses-cards-none", title=course.title)
    decks = ctx.records(Deck)
    known_decks = await decks.list(limit=1_000)
    deck = next((one for one in known_decks if one.source == key(course)), None)
    if deck is None:
        deck = await decks.add(
            Deck(course.title, ctx.now, "course", key(course), course.subject, course.language),
            key=key(course),
        )
    kept = ctx.records(Card)
    have = {one.front for one in await kept.list(limit=100_000) if one.deck == deck.id}
    added = 0
    for one in lessons:
        for front, back in one.cards:
            if front not in have:
                cited = f"{course.title}: {one.title}"
                await kept.add(Card(deck.id, front, back, ctx.now, cited=cited))
                added += 1
    text_id = "courses-cards-done" if added else "courses-cards-already"
    return ctx.reply(text_id, count=added, title=deck.title, choices=_practise(ctx, deck))


async def _mine(
    ctx: Context, text: str | None, id: str | None, carried: dict[str, str]
) -> tuple[Course, Enrolment] | Reply:
    """The course that is meant, and the person's place in it; else what is said instead."""
    mine = await enrolments(ctx)
    open_ones = [one for one in mine if one.completed is None] or mine
    if not text and not id:
        if not mine:
            return ctx.reply("courses-mine-none", choices=[ctx.button("courses.list")])
        id = open_ones[0].course
    among = [one for enrolled in mine if (one := await get(ctx, enrolled.course)) is not None]
    course = await chosen(ctx, text, id, among, **carried)
    if isinstance(course, Reply):
        return course
    enrolled = await enrolment(ctx, course)
    if enrolled is None:
        offered = [ctx.button("courses.enrol", {"id": key(course)})]
        return ctx.reply("courses-not-in", title=course.title, choices=offered)
    return course, enrolled


def _place(
    course: Course, enrolled: Enrolment, number: Number | None, nth: str | None
) -> int | str:
    """The place of the lesson that is meant, or the message that says why there is none."""
    if not course.lessons:
        return "courses-lesson-empty"
    if nth == "last":
        return len(course.lessons) - 1
    wanted = _said(number, nth).get("nth")
    if wanted is None:
        left = next_place(course, enrolled)
        return "courses-lesson-all-done" if left is None else left
    if wanted.isdecimal() and 1 <= int(wanted) <= len(course.lessons):
        return int(wanted) - 1
    return "courses-lesson-no-such"


def _said(number: Number | None, nth: str | None) -> dict[str, str]:
    """Which lesson was named, as a button carries it."""
    said = f"{number.value:g}" if number is not None else nth
    return {"nth": said} if said else {}


def _only(known: Sequence[Course], text: str | None) -> str | None:
    return key(known[0]) if known and not text else None


def _after(ctx: Context, course: Course, enrolled: Enrolment, place: int) -> list[Choice]:
    """What can be done once a lesson is: the next one, and practising it."""
    offered: list[Choice] = []
    if next_place(course, enrolled) is not None:
        label = ctx.text("courses-next-button")
        offered.append(Choice(label, "courses.lesson", {"id": key(course)}))
    if course.lessons[place].cards:
        slots = {"id": key(course), "number": str(place + 1)}
        offered.append(Choice(ctx.text("courses-cards-button"), "courses.cards", slots))
    return offered


def _practise(ctx: Context, deck: Deck) -> list[Choice]:
    """A button that starts a quiz about the deck, where there are quizzes."""
    if ctx.catalogue.intent("quiz.start") is None:
        return []
    return [Choice(ctx.text("courses-practise"), "quiz.start", {"deck": deck.id})]
