"""The charts of a person's progress, with what they show in words."""

import logging
from collections.abc import Sequence

from core.errors import IntegrationError
from core.model import Attachment, Chart, Series
from core.skill import Context
from core.skill.profile import profile
from core.study import Goal
from core.texts import shortened
from skills.progress.figures import Figures, between, by_day, by_topic, figures
from skills.progress.stretches import MOST_DAYS, Stretch, label_of, name_of
from skills.progress.words import counted, line_of

log = logging.getLogger(__name__)

MOST_TOPICS = 10
LABEL = 60


async def of_stretch(ctx: Context, stretch: Stretch) -> Attachment | None:
    """Bars of answers or minutes, with a line of how many were right; None without a drawer."""
    days = by_day(between(ctx, stretch.start, stretch.end), ctx.zone)
    today = ctx.local.date()
    bars = stretch.bars()
    found: list[Figures | None] = []
    for bar in bars:
        facts = [one for day, ones in days.items() if bar.start <= day < bar.end for one in ones]
        found.append(figures(facts, ctx.zone) if bar.start <= today else None)
    there = [one for one in found if one is not None]
    kept = await profile(ctx)
    daily = [goal for goal in kept.goals if goal.daily and stretch.days <= MOST_DAYS]
    by_time = not any(one.answers for one in there) or any(one.kind == "minutes" for one in daily)
    values = [
        None if one is None else float(one.minutes if by_time else one.answers) for one in found
    ]
    unit = ctx.text("progress-chart-min") if by_time else ""
    name = ctx.text("progress-chart-time" if by_time else "progress-chart-answers")
    right = [None if one is None else one.accuracy for one in found]
    series = [
        Series(name, values, unit=unit),
        Series(ctx.text("progress-chart-right"), right, "line", "%"),
    ]
    labels = [label_of(ctx, bar, stretch) for bar in bars]
    chart = Chart(
        name_of(ctx, stretch),
        labels,
        series,
        goal=_goal(daily, "minutes" if by_time else "answers"),
    )
    whole = figures([one for ones in days.values() for one in ones], ctx.zone)
    told = "; ".join(
        f"{label}: {counted(ctx, one)}"
        for label, one in zip(labels, found, strict=True)
        if one is not None and one.days
    )
    return await _drawn(ctx, chart, f"{line_of(ctx, stretch, whole)} {told}.")


async def of_topics(ctx: Context, stretch: Stretch) -> Attachment | None:
    """How many answers of each topic were right, the weakest first."""
    topics = by_topic(between(ctx, stretch.start, stretch.end), ctx.zone)[:MOST_TOPICS]
    if len(topics) < 2:
        return None
    labels = [shortened(topic, LABEL) for topic, _ in topics]
    series = [
        Series(ctx.text("progress-chart-right"), [one.accuracy for _, one in topics], unit="%"),
        Series(ctx.text("progress-chart-answers"), [one.answers for _, one in topics]),
    ]
    chart = Chart(ctx.text("progress-chart-topics"), labels, series, sideways=True)
    alt = "; ".join(
        f"{label}: {counted(ctx, one)}" for label, (_, one) in zip(labels, topics, strict=True)
    )
    return await _drawn(ctx, chart, f"{chart.title}: {alt}")


def _goal(goals: Sequence[Goal], kind: str) -> float | None:
    return next((float(one.amount) for one in goals if one.kind == kind), None)


async def _drawn(ctx: Context, chart: Chart, alt: str) -> Attachment | None:
    drawer = ctx.drawer
    if drawer is None:
        return None
    dark = (await profile(ctx)).dark
    try:
        picture = await drawer.chart(chart, dark=dark)
    except IntegrationError as error:  # the words say the same
        log.warning("no chart: %s", error.code)
        return None
    return Attachment("progress.png", "image/png", picture, alt)
