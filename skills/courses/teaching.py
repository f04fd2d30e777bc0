"""What teachers do by chat: a course made, given lessons, changed and taken away."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from core.model import Choice, Duration, Impossible, Moment, Number, Reply
from core.skill import Context, intent
from core.skill.keywords import WORD, agreed
from core.study import Course, Lesson
from core.texts import shortened
from skills.courses.files import (
    MOST_ABOUT,
    MOST_DAYS,
    MOST_LESSONS,
    MOST_TEXT,
    MOST_TITLE,
    minutes_of,
)
from skills.courses.offered import chosen, every, keep, key, named
from skills.courses.words import day

DAY = 24 * 60 * 60
NO_LIMIT = "none"
Time = Moment | Duration | Impossible | Number
WHAT = ("rename", "about", "deadline", "close", "open")


@dataclass(frozen=True, slots=True)
class Limit:
    """By when a course is to be done: a day for everybody, or days for each; neither: whenever."""

    deadline: date | None = None
    days: int | None = None

    def told(self, ctx: Context) -> str:
        """In words, within a sentence."""
        if self.deadline is not None:
            return ctx.text("courses-limit-date", date=day(ctx, self.deadline))
        if self.days is not None:
            return ctx.text("courses-limit-days", days=self.days)
        return ctx.text("courses-limit-none")


@intent("courses.create", effect="write", role="teacher")
async def create(
    ctx: Context,
    title: str | None = None,
    about: str | None = None,
    when: Moment | Duration | Impossible | None = None,
    limit: str | None = None,
) -> Reply:
    """Makes a course; asks for its name, what it is about, and by when it is to be done."""
    title, about = _resumed(ctx, "title", title), _resumed(ctx, "about", about)
    if not title:
        return ctx.ask("title", keen=True)
    title = title.strip(" .!?\"'“”„«»")
    if len(title) > MOST_TITLE:
        ctx.slots = {}
        return ctx.ask("title", "courses-title-long", limit=MOST_TITLE, keen=True)
    if any(named(one, title) for one in await every(ctx)):
        return ctx.reply("courses-create-exists", title=title)
    ctx.slots = {**(ctx.slots or {}), "title": title}
    if not about:
        return ctx.ask("about", keen=True, title=title)
    ctx.slots = {**ctx.slots, "about": about}
    said = when or limit
    found = _limit(ctx, said) if said else None
    if found is None:
        label = ctx.text("courses-no-limit-button")
        none = Choice(label, "courses.create", {"limit": NO_LIMIT})
        text_id = "courses-create-limit" if said is None else "courses-limit-unclear"
        ctx.slots = {"title": title, "about": about}
        return ctx.ask("limit", text_id, choices=[none], keen=True)
    made = Course(
        title, about.strip()[:MOST_ABOUT], ctx.now, language=ctx.language,
        deadline=found.deadline, days=found.days, teacher=ctx.person.id,
    )  # fmt: skip
    made = await keep(ctx, made)
    more = Choice(ctx.text("courses-addlesson-button"), "courses.addlesson", {"id": key(made)})
    return ctx.reply(
        "courses-create-done",
        title=made.title,
        about=made.about,
        limit=found.told(ctx),
        choices=[more],
    )


@intent("courses.addlesson", effect="write", role="teacher")
async def add_lesson(
    ctx: Context,
    course: str | None = None,
    title: str | None = None,
    text: str | None = None,
    id: str | None = None,
) -> Reply:
    """Adds a lesson to a course: "Chemistry: Atoms"; its text is asked for, or what was sent."""
    if course and not title and ":" in course:
        course, _, title = (part.strip() for part in course.partition(":"))
    title = _resumed(ctx, "title", title)
    found = await chosen(ctx, course, id, (), "course")
    if isinstance(found, Reply):
        return found
    if len(found.lessons) >= MOST_LESSONS:
        return ctx.reply("courses-addlesson-full", title=found.title, limit=MOST_LESSONS)
    sent = next((one for one in ctx.sources if one.kind == "document"), None)
    if sent is not None:
        text = "\n\n".join(page.text for page in sent.pages)
        title = title or sent.name.rpartition(".")[0] or sent.name
    ctx.slots = {"id": key(found)}
    if not title or len(title) > MOST_TITLE:
        text_id = "courses-title-long" if title else "courses-addlesson-title"
        return ctx.ask("title", text_id, course=found.title, limit=MOST_TITLE, keen=True)
    ctx.slots = {"id": key(found), "title": title}
    if not text:
        return ctx.ask("text", keen=True, lesson=title)
    if len(text) > MOST_TEXT:
        text_id, count = "courses-addlesson-long", len(text)
        return ctx.ask("text", text_id, keen=True, patient=True, count=count, limit=MOST_TEXT)
    lesson = Lesson(title, text.strip(), minutes_of(text))
    found = await keep(ctx, replace(found, lessons=(*found.lessons, lesson)))
    return ctx.reply(
        "courses-addlesson-done",
        number=len(found.lessons),
        lesson=title,
        title=found.title,
        minutes=lesson.minutes,
        text=shortened(text, 80),
        choices=[Choice(ctx.text("courses-addlesson-more"), ctx.intent, {"id": key(found)})],
    )


@intent("courses.edit", effect="write", role="teacher")
async def edit(
    ctx: Context,
    text: str | None = None,
    what: str | None = None,
    to: str | None = None,
    when: Moment | Duration | Impossible | None = None,
    id: str | None = None,
) -> Reply:
    """Changes the name, the description or the deadline of a course, or closes and opens it."""
    what, when = _resumed(ctx, "what", what), _resumed(ctx, "when", when)
    to = _resumed(ctx, "to", to)
    course = await chosen(ctx, text, id, ())
    if isinstance(course, Reply):
        return course
    if what is None and when is not None:
        what = "deadline"
    if what in ("close", "open"):
        await keep(ctx, replace(course, closed=what == "close"))
        text_id = "courses-edit-closed" if what == "close" else "courses-edit-opened"
        return ctx.reply(text_id, title=course.title)
    ctx.slots = {"id": key(course), "what": what}
    if what == "rename":
        return await _renamed(ctx, course, to)
    if what == "about":
        if not to:
            return ctx.ask("to", "courses-edit-about", keen=True, title=course.title)
        changed = await keep(ctx, replace(course, about=to.strip()[:MOST_ABOUT]))
        return ctx.reply("courses-edit-about-done", title=course.title, about=changed.about)
    if what == "deadline":
        return await _moved(ctx, course, when or to)
    fitting = [one for one in WHAT if one != ("close" if course.closed else "open")]
    labels = {one: ctx.text(f"courses-edit-{one}-button") for one in fitting}
    offered = [
        Choice(labels[one], "courses.edit", {"id": key(course), "what": one}) for one in fitting
    ]
    return ctx.reply("courses-edit-what", title=course.title, choices=offered)


@intent("courses.remove", effect="write", suggest=False, role="teacher")
async def remove(
    ctx: Context, text: str | None = None, id: str | None = None, sure: str | None = None
) -> Reply:
    """Takes a course away, after a yes; who is in it keeps what they have done."""
    course = await chosen(ctx, text, id, ())
    if isinstance(course, Reply):
        return course
    answer = agreed(ctx, sure) if sure else None
    if answer is None:
        ctx.slots = {"id": key(course)}
        yes = Choice(
            ctx.text("courses-remove-yes"), "courses.remove", {"id": key(course), "sure": "yes"}
        )
        no = Choice(ctx.text("courses-remove-no"), "session.cancel")
        count = len(course.lessons)
        return ctx.ask("sure", choices=[yes, no], title=course.title, count=count)
    if not answer:
        return ctx.reply("courses-remove-kept", title=course.title)
    if course.slug:  # its file is still there
        await keep(ctx, replace(course, removed=True))
    else:
        await ctx.records(Course).remove(course.id)
    return ctx.reply("courses-remove-done", title=course.title)


async def _renamed(ctx: Context, course: Course, to: str | None) -> Reply:
    if not to:
        return ctx.ask("to", "courses-edit-rename", keen=True, title=course.title)
    title = to.strip(" .!?\"'“”„«»")
    if len(title) > MOST_TITLE:
        return ctx.ask("to", "courses-title-long", keen=True, limit=MOST_TITLE)
    if any(named(one, title) and key(one) != key(course) for one in await every(ctx)):
        return ctx.reply("courses-create-exists", title=title)
    await keep(ctx, replace(course, title=title))
    return ctx.reply("courses-edit-rename-done", before=course.title, title=title)


async def _moved(ctx: Context, course: Course, said: Time | str | None) -> Reply:
    found = _limit(ctx, said) if said else None
    if found is None:
        none = Choice(
            ctx.text("courses-no-limit-button"),
            "courses.edit",
            {"id": key(course), "what": "deadline", "to": NO_LIMIT},
        )
        text_id = "courses-edit-deadline" if said is None else "courses-limit-unclear"
        return ctx.ask("to", text_id, choices=[none], keen=True, title=course.title)
    await keep(ctx, replace(course, deadline=found.deadline, days=found.days))
    return ctx.reply("courses-edit-deadline-done", title=course.title, limit=found.told(ctx))


def _limit(ctx: Context, said: Time | str) -> Limit | None:
    """What "30 days", "by 1 June" or "none" come to; None where it is no time to come."""
    if isinstance(said, str):
        value = next((span.value for span in ctx.spans(said)), None)
        if isinstance(value, Time):
            return _limit(ctx, value)
        words = set(WORD.findall(said.casefold()))
        without = words & set(ctx.text("courses-no-limit-words").split())
        return Limit() if without or agreed(ctx, said) is False else None
    today = ctx.local.date()
    if isinstance(said, Moment) and not said.relative:
        return Limit(deadline=said.at.date()) if said.at.date() > today else None
    if isinstance(said, Moment):
        days: float = (said.at.date() - today).days
    elif isinstance(said, Duration):
        days = -(-said.seconds // DAY)
    elif isinstance(said, Number):
        days = said.value
    else:
        return None
    return Limit(days=int(days)) if 1 <= days <= MOST_DAYS else None


def _resumed(ctx: Context, name: str, value: Any) -> Any:
    """What the question had already, where a button is the answer: it carries little."""
    asked = ctx.asked
    if value is not None or ctx.said or asked is None or asked.intent != ctx.intent:
        return value
    return asked.slots.get(name)
