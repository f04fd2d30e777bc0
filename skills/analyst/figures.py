"""What the answers are made of: columns, percentages, pictures."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from core.model import Chart, Series, wall
from core.skill import Context
from core.store.counting import Count
from core.study import Query
from core.texts import shortened
from skills.analyst.periods import in_words, labels
from skills.analyst.telling import MOST_LINES, Answer, Cell, table

MOST_DRAWN, LABEL = 8, 28
"""Bars that lie under one another, and characters beside one."""
QUOTE = 120
"""Characters of a question or a title that is repeated in a sentence."""


def column(ctx: Context, name: str) -> str:
    """What a figure is called."""
    return ctx.text(f"analyst-column-{name}")


def columns(ctx: Context, *names: str) -> list[str]:
    """What several are called."""
    return [column(ctx, name) for name in names]


def percent(share: float) -> int:
    """From 0 to 100."""
    return round(share * 100)


def minutes(count: Count) -> int:
    """Whole ones; some seconds are one."""
    return max(round(count.seconds / 60), 1) if count.seconds else 0


def over_time(
    ctx: Context,
    query: Query,
    begins: Sequence[datetime],
    sentence: str,
    figures: Mapping[str, Sequence[int]],
    shown: Sequence[str] = (),
) -> Answer:
    """An answer stretch by stretch, in one or two figures; `shown`: as they are read."""
    first = next(iter(figures.values()))
    days = [wall(one, ctx.zone).date().isoformat() for one in begins[:-1]]
    rows: list[Sequence[Cell]] = list(zip(days, *figures.values(), strict=True))
    told = list(zip(labels(ctx, query, begins[:-1]), shown or map(str, first), strict=True))
    if len(told) > MOST_LINES:  # of many those where something was, and the last of them
        busy = [line for line, row in zip(told, rows, strict=True) if any(row[1:])]
        told = busy[-MOST_LINES:]
    many = len(rows) > 1  # of one the sentence has said all
    return Answer(
        sentence,
        columns(ctx, "from", *figures),
        rows,
        table(told) if many else (),
        chart(ctx, query, begins, figures) if many and any(map(any, figures.values())) else None,
    )


def chart(
    ctx: Context, query: Query, begins: Sequence[datetime], figures: Mapping[str, Sequence[int]]
) -> Chart:
    """One or two figures over time, the second as a line."""
    series = [
        Series(column(ctx, name), counts, "line" if place else "bars")
        for place, (name, counts) in enumerate(figures.items())
    ]
    title = ctx.text(f"analyst-measure-{query.measure}")
    return Chart(title, labels(ctx, query, begins[:-1]), series, note=in_words(ctx, query))


def bars(
    ctx: Context, query: Query, name: str, figures: Sequence[tuple[str, float]], unit: str = ""
) -> Chart | None:
    """Lying bars of the first ones; None for fewer than two."""
    drawn = [(shortened(title, LABEL), figure) for title, figure in figures[:MOST_DRAWN]]
    if len(drawn) < 2:
        return None
    series = [Series(column(ctx, name), [figure for _, figure in drawn], unit=unit)]
    names = [title for title, _ in drawn]
    return Chart(ctx.text(f"analyst-measure-{query.measure}"), names, series, sideways=True)
