"""What is said of courses: their lines in a list, how far somebody is, and by when."""

from datetime import date, timedelta

from core.model import wall
from core.skill import Context
from core.study import Course, Enrolment


def due(ctx: Context, course: Course, enrolled: Enrolment) -> date | None:
    """By when the person is to be done: it follows the course when a teacher moves it."""
    if course.deadline is not None or course.days is None:
        return course.deadline
    since = enrolled.since or wall(enrolled.begun, ctx.zone).date()
    return since + timedelta(days=course.days)


def done(course: Course, enrolled: Enrolment) -> list[int]:
    """Places of its lessons that are done; a teacher may have taken some away."""
    return [place for place in enrolled.done if place < len(course.lessons)]


def next_place(course: Course, enrolled: Enrolment) -> int | None:
    """The first lesson that is not done."""
    left = (place for place in range(len(course.lessons)) if place not in enrolled.done)
    return next(left, None)


def minutes(course: Course, places: list[int] | None = None) -> int:
    """Of all its lessons, or of those."""
    chosen = range(len(course.lessons)) if places is None else places
    return sum(course.lessons[place].minutes for place in chosen)


def day(ctx: Context, at: date) -> str:
    """A date in words."""
    return ctx.texts.day(ctx.language, at, ctx.local.date())


def line(ctx: Context, course: Course) -> str:
    """One of those that there are."""
    return ctx.text(
        "courses-line", title=course.title, lessons=len(course.lessons), minutes=minutes(course)
    )


def line_mine(ctx: Context, course: Course | None, enrolled: Enrolment) -> str:
    """One of those that the person is in."""
    if enrolled.completed is not None:
        return ctx.text("courses-line-completed", title=enrolled.title)
    if course is None:
        return ctx.text("courses-line-gone", title=enrolled.title)
    said = ctx.text(
        "courses-line-mine",
        title=course.title,
        done=len(done(course, enrolled)),
        total=len(course.lessons),
    )
    by = due(ctx, course, enrolled)
    return said if by is None else ctx.text("courses-line-due", line=said, date=day(ctx, by))
