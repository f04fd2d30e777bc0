"""How many learners there are, how much they do, and who has gone quiet."""

from itertools import pairwise

from core.model import wall
from core.skill import Context
from core.store.counting import Counting
from core.study import Query
from core.texts import shortened
from skills.analyst.figures import QUOTE, chart, column, columns, minutes, over_time, percent
from skills.analyst.periods import day_of, edges, ends, in_words
from skills.analyst.telling import Answer, Cell, table

MOST_NAMED = 20
"""Learners who are named in the text: more are a number there, and names in the table."""


async def overview(ctx: Context, counting: Counting, query: Query) -> Answer:
    """The few figures by which a teacher sees how it goes."""
    whole = since, until = ends(ctx, query)
    (done,), (asked,) = await counting.over(whole), await counting.answers(whole)
    fresh = sum(since <= one < until for one in await counting.beginnings())
    rows: list[tuple[str, Cell]] = [
        (column(ctx, "people"), done.people),
        (column(ctx, "new"), fresh),
        (column(ctx, "minutes"), minutes(done)),
        (column(ctx, "answers"), asked.deeds),
        (column(ctx, "accuracy"), None if asked.accuracy is None else percent(asked.accuracy)),
        (column(ctx, "lessons"), await counting.done("lesson.done", since, until)),
        (column(ctx, "completed"), await counting.done("course.completed", since, until)),
    ]
    begins = edges(ctx, query)
    people = [one.people for one in await counting.over(begins)]
    return Answer(
        ctx.text("analyst-overview", people=done.people, period=in_words(ctx, query)),
        columns(ctx, "what", "count"),
        rows,
        table([(name, "–" if figure is None else str(figure)) for name, figure in rows]),
        chart(ctx, query, begins, {"people": people}) if len(people) > 1 and any(people) else None,
    )


async def active(ctx: Context, counting: Counting, query: Query) -> Answer:
    """How many did something, and how many as long a time before."""
    since, until = ends(ctx, query)
    before, now = await counting.over([since - (until - since), since, until])
    begins, period = edges(ctx, query), in_words(ctx, query)
    people = [one.people for one in await counting.over(begins)]
    sentence = ctx.text("analyst-active", people=now.people, before=before.people, period=period)
    return over_time(ctx, query, begins, sentence, {"people": people})


async def new(ctx: Context, counting: Counting, query: Query) -> Answer:
    """How many did something for the first time."""
    begins, known = edges(ctx, query), await counting.beginnings()
    fresh = [sum(since <= one < until for one in known) for since, until in pairwise(begins)]
    total = sum(one < begins[-1] for one in known)
    sentence = ctx.text("analyst-new", people=sum(fresh), total=total, period=in_words(ctx, query))
    return over_time(ctx, query, begins, sentence, {"new": fresh})


async def studied(ctx: Context, counting: Counting, query: Query) -> Answer:
    """How long, and how many questions were answered."""
    whole, begins = ends(ctx, query), edges(ctx, query)
    (done,), (asked,) = await counting.over(whole), await counting.answers(whole)
    spent = [minutes(one) for one in await counting.over(begins)]
    answers = [one.deeds for one in await counting.answers(begins)]
    sentence = ctx.text(
        "analyst-studied",
        people=done.people, minutes=minutes(done), answers=asked.deeds, period=in_words(ctx, query),
    )  # fmt: skip
    shown = [
        ctx.text("analyst-studied-line", minutes=length, answers=count)
        for length, count in zip(spent, answers, strict=True)
    ]
    figures = {"minutes": spent, "answers": answers}
    return over_time(ctx, query, begins, sentence, figures, shown)


async def idle(ctx: Context, counting: Counting, query: Query) -> Answer:
    """Who has studied, or begun a course, and not since: by name, but for a model."""
    quiet = await counting.idle(*ends(ctx, query))
    found = [one for one in quiet if one.person_id != ctx.person.id]
    sentence = ctx.text("analyst-idle", people=len(found), period=in_words(ctx, query))
    if ctx.for_model:
        return Answer(sentence, note=ctx.text("analyst-idle-unnamed") if found else "")
    nobody, never = ctx.text("analyst-nameless"), ctx.text("analyst-never")
    named = [
        (shortened(one.name, QUOTE) or nobody, one.last and wall(one.last, ctx.zone).date())
        for one in found
    ]
    many = len(found) > MOST_NAMED
    lines = [f"• {name}: {day_of(ctx, last) if last else never}" for name, last in named]
    return Answer(
        sentence,
        columns(ctx, "name", "last"),
        [(name, last.isoformat() if last else "") for name, last in named],
        () if many else lines,
        note=ctx.text("analyst-idle-many") if many else "",
        whole=True,
        people=tuple(one.person_id for one in found),
    )
