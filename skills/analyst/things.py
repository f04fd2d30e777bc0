"""How it goes with topics, questions, courses and rooms."""

from collections.abc import Sequence

from core.skill import Context
from core.store.counting import Counting, Shared
from core.study import Enrolment, Query, Room
from core.texts import shortened
from skills.analyst.figures import QUOTE, bars, columns, percent
from skills.analyst.periods import ends, in_words
from skills.analyst.telling import Answer, Cell, table
from skills.analyst.words import about, catalogue

MOST_ROOMS = 1_000


async def accuracy(ctx: Context, counting: Counting, query: Query) -> Answer:
    """How many answers are right, topic by topic, the weakest first."""
    whole, period = ends(ctx, query), in_words(ctx, query)
    found = await counting.topics(*whole)
    if query.about:
        found = about(ctx, query.about, found)
    if not found:
        return await _of_no_topic(ctx, counting, query)
    answers, weakest = sum(one.answers for one in found), found[0]
    mean = sum(one.accuracy * one.answers for one in found) / answers
    sentence = ctx.text(
        "analyst-accuracy",
        percent=percent(mean), answers=answers, topics=len(found), period=period,
        title=shortened(weakest.text, QUOTE), weakest=percent(weakest.accuracy),
    )  # fmt: skip
    shares = [one.accuracy for one in found]
    return _of_shared(ctx, query, sentence, ("topic", "accuracy"), found, shares)


async def failing(ctx: Context, counting: Counting, query: Query) -> Answer:
    """The questions that are answered wrong most often, of those that several learners have."""
    whole, period, topics = ends(ctx, query), in_words(ctx, query), None
    title = shortened(query.about, QUOTE)
    if query.about:
        topics = [one.text for one in about(ctx, query.about, await counting.topics(*whole))]
    found = [one for one in await counting.questions(*whole, topics) if one.accuracy < 1]
    if not found:
        text_id = "analyst-failing-none-of" if title else "analyst-failing-none"
        sentence = ctx.text(text_id, title=title, period=period)
        return Answer(sentence, note=ctx.text("analyst-shared"))
    worst = found[0]
    sentence = ctx.text(
        "analyst-failing",
        question=shortened(worst.text, QUOTE), percent=percent(1 - worst.accuracy),
        people=worst.people, period=period,
    )  # fmt: skip
    shares = [1 - one.accuracy for one in found]
    return _of_shared(ctx, query, sentence, ("question", "wrong"), found, shares)


async def course(ctx: Context, counting: Counting, query: Query) -> Answer:
    """How many are in a course, how far they are, and who has run out of time; or of them all."""
    enrolled = await counting.enrolments(query.about or None)
    known = await catalogue(ctx)
    keys = [query.about] if query.about else list(known)
    rows, lines, shares = [], [], []
    for key in keys:
        title, total = known.get(key, (key, 0))
        of_it = [one for one in enrolled if one.course == key]
        completed = sum(one.completed is not None for one in of_it)
        late = sum(_late(ctx, one) for one in of_it)
        share = _done(of_it, total)
        rows.append((title, len(of_it), completed, None if share is None else percent(share), late))
        shares.append((title, percent(share or 0)))
        told = {"enrolled": len(of_it), "completed": completed, "late": late}
        done = -1 if share is None else percent(share)
        title = shortened(title, QUOTE)
        lines.append(ctx.text("analyst-course", title=title, percent=done, **told))
    if not rows:
        return Answer(ctx.text("analyst-course-none"))
    names = columns(ctx, "course", "enrolled", "completed", "done", "late")
    if query.about:
        return Answer(lines[0], names, rows)
    sentence = ctx.text("analyst-courses", courses=len(rows), enrolled=len(enrolled))
    lines = [f"• {one}" for one in lines]
    chart = bars(ctx, query, "done", shares, "%")
    return Answer(sentence, names, rows, lines, chart, more=ctx.text("analyst-more"))


async def rooms(ctx: Context, counting: Counting, query: Query) -> Answer:
    """How often the rooms are booked, and for how long; the busiest first."""
    named = {one.id: one.title for one in await ctx.records(Room).list(MOST_ROOMS)}
    used = {one.room: (one.bookings, one.seconds / 3600) for one in
            await counting.rooms(*ends(ctx, query))}  # fmt: skip
    if not (named or used):
        return Answer(ctx.text("analyst-rooms-none"))
    gone = ctx.text("analyst-room-gone")
    rows = [(named.get(id, gone), *used.get(id, (0, 0.0))) for id in {**named, **used}]
    rows.sort(key=lambda row: -row[2])
    sentence = ctx.text(
        "analyst-rooms",
        bookings=sum(row[1] for row in rows), hours=round(sum(row[2] for row in rows), 1),
        period=in_words(ctx, query),
    )  # fmt: skip
    lines = table(
        [
            (title, ctx.text("analyst-room-line", bookings=count, hours=round(hours, 1)))
            for title, count, hours in rows
        ]
    )
    chart = bars(ctx, query, "hours", [(title, hours) for title, _, hours in rows])
    names = columns(ctx, "room", "bookings", "hours")
    return Answer(sentence, names, rows, lines, chart, more=ctx.text("analyst-more"))


async def _of_no_topic(ctx: Context, counting: Counting, query: Query) -> Answer:
    """Where there is none that several learners share, or none called so."""
    period, note = in_words(ctx, query), ctx.text("analyst-shared")
    if query.about:
        title = shortened(query.about, QUOTE)
        return Answer(ctx.text("analyst-topic-none", title=title, period=period), note=note)
    (asked,) = await counting.answers(ends(ctx, query))
    if asked.accuracy is None:
        return Answer(ctx.text("analyst-answers-none", period=period))
    right = percent(asked.accuracy)
    told = ctx.text("analyst-answers", percent=right, answers=asked.deeds, period=period)
    return Answer(told, note=note)


def _of_shared(
    ctx: Context,
    query: Query,
    sentence: str,
    names: tuple[str, str],
    found: Sequence[Shared],
    shares: Sequence[float],
) -> Answer:
    """Topics or questions, one line each."""
    told = [(one, percent(share)) for one, share in zip(found, shares, strict=True)]
    rows: list[Sequence[Cell]] = [
        (one.text, figure, one.answers, one.people) for one, figure in told
    ]
    lines = table([(one.text, f"{figure} %") for one, figure in told])
    drawn = [(one.text, float(figure)) for one, figure in told]
    return Answer(
        sentence,
        columns(ctx, *names, "answers", "people"),
        rows,
        lines if len(found) > 1 else (),
        bars(ctx, query, names[1], drawn, "%"),
        note=ctx.text("analyst-shared"),
        more=ctx.text("analyst-more"),
    )


def _late(ctx: Context, one: Enrolment) -> bool:
    return one.completed is None and one.deadline is not None and one.deadline < ctx.local.date()


def _done(enrolled: Sequence[Enrolment], lessons: int) -> float | None:
    """The mean share of the lessons that they have done; None where nobody knows how many
    there are."""
    if not enrolled or not (lessons or all(one.completed for one in enrolled)):
        return None
    shares = [1.0 if one.completed else min(len(set(one.done)) / lessons, 1.0) for one in enrolled]
    return sum(shares) / len(shares)
