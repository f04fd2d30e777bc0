"""What is said of figures, topics and cards."""

from collections.abc import Sequence

from core.model import Choice
from core.skill import Context
from core.study import Card
from core.texts import shortened
from skills.progress.figures import Figures, between, by_topic, streak
from skills.progress.stretches import Stretch, name_of

TOPIC = 60
"""Characters of a deck's or a course's title in a sentence."""
MOST_DUE = 1000
START = "quiz.start"


def counted(ctx: Context, found: Figures) -> str:
    """As a list: "84 answers, 81 % right, 1 hour 12 minutes"."""
    parts = []
    if found.answers:
        parts.append(ctx.text("progress-answers", count=found.answers))
    if found.accuracy is not None:
        parts.append(ctx.text("progress-right", percent=found.accuracy))
    if found.minutes:
        parts.append(lasted(ctx, found.minutes))
    return ", ".join(parts) or ctx.text("progress-nothing")


def lasted(ctx: Context, minutes: int) -> str:
    """A time of studying."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return ctx.text("progress-minutes", minutes=rest)
    if not rest:
        return ctx.text("progress-hours", hours=hours)
    return ctx.text(
        "progress-hours-minutes",
        hours=ctx.text("progress-hours", hours=hours),
        minutes=ctx.text("progress-minutes", minutes=rest),
    )


def line_of(ctx: Context, stretch: Stretch, found: Figures) -> str:
    """As a line: "This week: 84 answers, 81 % right"."""
    return ctx.text("progress-line", name=name_of(ctx, stretch), figures=counted(ctx, found))


def streak_line(ctx: Context) -> str:
    """How many days in a row."""
    count, today = streak(ctx)
    if not count:
        return ctx.text("progress-streak-none")
    return ctx.text("progress-streak" if today else "progress-streak-open", count=count)


def extremes(ctx: Context, stretch: Stretch) -> list[str]:
    """The strongest and the weakest topic, where there are two to tell apart."""
    topics = by_topic(between(ctx, stretch.start, stretch.end), ctx.zone)
    if len(topics) < 2 or topics[0][1].accuracy == topics[-1][1].accuracy:
        return []
    (weak, low), (strong, high) = topics[0], topics[-1]
    return [
        ctx.text("progress-strong", topic=shortened(strong, TOPIC), percent=high.accuracy),
        ctx.text("progress-weak", topic=shortened(weak, TOPIC), percent=low.accuracy),
    ]


async def due_lines(ctx: Context) -> tuple[list[str], list[Choice]]:
    """How many cards are due, and the button to begin with them."""
    due = len(await ctx.records(Card).due(ctx.now, MOST_DUE))
    if not due:
        return [], []
    text_id = "progress-due-many" if due == MOST_DUE else "progress-due"
    return [ctx.text(text_id, count=due)], starting(ctx)


def starting(ctx: Context) -> list[Choice]:
    """The button of a quiz, where the house has one."""
    return [ctx.button(START)] if ctx.catalogue.intent(START) else []


def spoken(lines: Sequence[str]) -> str:
    """The same to be said aloud."""
    return " ".join(line.removeprefix("• ") for line in lines)
