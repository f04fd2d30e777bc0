"""Progress: what somebody has done, how well it went, and what they want to reach."""

from dataclasses import replace
from datetime import timedelta

from core.model import Choice, Duration, Moment, Period, Reply
from core.skill import Context, intent
from core.skill.profile import keep, profile
from core.texts import shortened
from skills.progress.aims import drop, goal, goals, lines_of
from skills.progress.figures import DAY, between, by_topic, figures
from skills.progress.pictures import of_stretch, of_topics
from skills.progress.stretches import FIRST, Stretch, name_of, stretch_of, this_week
from skills.progress.weekly import quiet, quiet_is_over, week_is_over, weekly
from skills.progress.words import (
    TOPIC,
    counted,
    due_lines,
    extremes,
    lasted,
    line_of,
    spoken,
    starting,
    streak_line,
)

__all__ = [
    "chart",
    "drop",
    "goal",
    "goals",
    "quiet",
    "quiet_is_over",
    "show",
    "week_is_over",
    "weekly",
]

LATELY = 28
"""Days by which topics are judged where no time is named."""
MOST_TOPICS = 10
LOOKS = ("dark", "light")


@intent("progress.show")
async def show(
    ctx: Context,
    about: str | None = None,
    when: Period | Moment | Duration | None = None,
    back: str | None = None,
) -> Reply:
    """How they are doing: all of it, or only `about` streak, accuracy, time, topics, change."""
    if not ctx.facts(FIRST):
        return ctx.reply("progress-show-none", choices=starting(ctx))
    asked = stretch_of(ctx, when, back)
    if about == "streak":
        return ctx.reply("progress-show-done", lines=streak_line(ctx))
    if about == "topics":
        return await _topics(ctx, asked)
    if about == "change":
        return await _change(ctx)
    if about in ("accuracy", "time"):
        return await _one(ctx, about, asked or this_week(ctx))
    return await _all(ctx, asked)


@intent("progress.chart")
async def chart(
    ctx: Context,
    when: Period | Moment | Duration | None = None,
    back: str | None = None,
    look: str | None = None,
) -> Reply:
    """A picture of some time; `look` is how it is to be drawn from now on: dark or light."""
    look = look if look in LOOKS else None
    if look:
        await keep(ctx, dark=look == "dark")
    stretch = stretch_of(ctx, when, back) or this_week(ctx)
    found = figures(between(ctx, stretch.start, stretch.end), ctx.zone)
    lines = [ctx.text(f"progress-chart-{look}")] if look else []
    if not found.days:
        lines.append(ctx.text("progress-chart-empty", name=name_of(ctx, stretch)))
        return ctx.reply("progress-show-done", lines="\n".join(lines))
    lines.append(line_of(ctx, stretch, found))
    if ctx.drawer is None:
        lines.append(ctx.text("progress-chart-off"))
    reply = ctx.reply("progress-show-done", lines="\n".join(lines))
    return replace(reply, speech=spoken(lines), image=await of_stretch(ctx, stretch))


async def _all(ctx: Context, asked: Stretch | None) -> Reply:
    stretch = asked or this_week(ctx)
    found = figures(between(ctx, stretch.start, stretch.end), ctx.zone)
    lines = [line_of(ctx, stretch, found)]
    choices: list[Choice] = []
    if asked is None:
        before = stretch.before()
        earlier = figures(between(ctx, before.start, before.end), ctx.zone)
        due, choices = await due_lines(ctx)
        lines = [streak_line(ctx), *lines]
        lines += [line_of(ctx, before, earlier)] if earlier.days else []
        lines += [*extremes(ctx, _lately(ctx)), *due]
        lines += [f"• {one}" for one in lines_of(ctx, (await profile(ctx)).goals)]
    else:
        lines += extremes(ctx, stretch)
    reply = ctx.reply("progress-show-done", choices=choices, lines="\n".join(lines))
    picture = await of_stretch(ctx, stretch) if found.days else None
    return replace(reply, speech=spoken(lines), image=picture)


async def _topics(ctx: Context, asked: Stretch | None) -> Reply:
    stretch = asked or _lately(ctx)
    topics = by_topic(between(ctx, stretch.start, stretch.end), ctx.zone)
    if not topics:
        return ctx.reply("progress-topics-none", choices=starting(ctx))
    lines = [
        ctx.text(
            "progress-topic",
            topic=shortened(topic, TOPIC),
            percent=found.accuracy,
            count=found.answers,
        )
        for topic, found in topics[:MOST_TOPICS]
    ]
    reply = ctx.reply("progress-topics-done", lines="\n".join(f"• {one}" for one in lines))
    heading = reply.text.partition("\n")[0]
    return replace(reply, speech=spoken([heading, *lines]), image=await of_topics(ctx, stretch))


async def _change(ctx: Context) -> Reply:
    """How far this week is, and how far the last one was by the same day."""
    week, today = this_week(ctx), ctx.local.date()
    passed = Stretch(week.start, today + DAY)
    then = Stretch(passed.start - timedelta(days=7), passed.end - timedelta(days=7))
    now, earlier = (figures(between(ctx, one.start, one.end), ctx.zone) for one in (passed, then))
    lines = [line_of(ctx, week, now)]
    lines.append(ctx.text("progress-then", figures=counted(ctx, earlier)))
    reply = ctx.reply("progress-show-done", lines="\n".join(lines))
    return replace(reply, speech=spoken(lines), image=await of_stretch(ctx, week))


async def _one(ctx: Context, about: str, stretch: Stretch) -> Reply:
    found = figures(between(ctx, stretch.start, stretch.end), ctx.zone)
    name = name_of(ctx, stretch)
    if about == "time":
        time = lasted(ctx, found.minutes) if found.minutes else ctx.text("progress-nothing")
        return ctx.reply("progress-line", name=name, figures=time)
    if found.accuracy is None:
        return ctx.reply("progress-line", name=name, figures=ctx.text("progress-nothing"))
    return ctx.reply("progress-accuracy", name=name, percent=found.accuracy, count=found.judged)


def _lately(ctx: Context) -> Stretch:
    today = ctx.local.date()
    return Stretch(today - timedelta(days=LATELY - 1), today + DAY)
