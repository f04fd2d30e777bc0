"""The summary of a week, sent on Sunday evening to whoever studies, and never at night."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from core.model import Choice, Event, Impossible, Moment, Period, Recurrence, Reply, instant
from core.skill import Context, every, intent, on
from core.skill.profile import keep, profile
from core.study import Profile
from skills.progress.aims import lines_of
from skills.progress.figures import DAY, STUDIED, between, figures, streak
from skills.progress.pictures import of_stretch
from skills.progress.stretches import Stretch, monday
from skills.progress.words import due_lines, extremes, line_of, spoken, streak_line

PUT_OFF = "progress.summary"
SUNDAY = 6
ACTIVE = timedelta(weeks=4)
"""Who has not studied for so long is left in peace."""
STALE = timedelta(days=2)
"""After Sunday: then the next week is more to the point."""


@every(Recurrence("week", weekdays=(SUNDAY,), at=time(18)))
async def week_is_over(ctx: Context, event: Event) -> Reply | None:
    """Sunday, six o'clock, where the person is."""
    return await _summary(ctx)


@on(PUT_OFF)
async def quiet_is_over(ctx: Context, event: Event) -> Reply | None:
    """The same, when quiet hours came between."""
    return await _summary(ctx)


@intent("progress.weekly", effect="write", suggest=False)
async def weekly(
    ctx: Context, want: str = "yes", when: Recurrence | Moment | Period | None = None
) -> Reply:
    """Whether they want the summary; `when` is heard, and comes on Sundays all the same."""
    wanted = want == "yes"
    await keep(ctx, weekly=wanted)
    if wanted:
        await keep(ctx, target=ctx.target)
        return ctx.reply("progress-weekly-on")
    ctx.forget(_key(ctx))
    again = Choice(ctx.text("progress-weekly-again"), "progress.weekly", {"want": "yes"})
    return ctx.reply("progress-weekly-off", choices=[again])


@intent("progress.quiet", effect="write", suggest=False)
async def quiet(
    ctx: Context, when: Period | Moment | Impossible | None = None, ended: str | None = None
) -> Reply:
    """Hours in which nothing is said that they did not ask for; tells them where none are named."""
    if ended:
        await keep(ctx, quiet_from=time(), quiet_until=time())
        return ctx.reply("progress-quiet-off")
    known = await profile(ctx)
    if isinstance(when, Period):
        known = await keep(ctx, quiet_from=when.start.time(), quiet_until=when.end.time())
    elif isinstance(when, Moment) and when.clocked:
        clock = when.at.time()
        if not _is_end(ctx):
            known = await keep(ctx, quiet_from=clock)
        else:  # "before nine" is the morning's
            early = clock.replace(hour=clock.hour % 12) if when.vague else clock
            known = await keep(ctx, quiet_until=early)
    start, end = (f"{one:%H:%M}" for one in (known.quiet_from, known.quiet_until))
    if start == end:
        return ctx.reply("progress-quiet-off")
    text_id = "progress-quiet-done" if isinstance(when, Period | Moment) else "progress-quiet-now"
    return ctx.reply(text_id, start=start, end=end)


def _is_end(ctx: Context) -> bool:
    """Whether "before nine" was said, and not "after nine"."""
    words = (ctx.text("progress-quiet-before")).split()
    return any(f" {word} " in f" {ctx.said.casefold()} " for word in words)


async def _summary(ctx: Context) -> Reply | None:
    known, today = await profile(ctx), ctx.local.date()
    sunday = today - timedelta(days=(today.weekday() + 1) % 7)
    if not known.weekly or known.target is None or today - sunday > STALE:
        return None
    if not any(one.name in STUDIED for one in ctx.facts(ctx.now - ACTIVE)):
        return None
    end = quiet_end(known, ctx.local)
    if end is not None:
        ctx.later(PUT_OFF, instant(end, ctx.zone), key=_key(ctx), target=known.target)
        return None
    ctx.target = known.target
    return await _told(ctx, known, Stretch(monday(sunday), sunday + DAY))


async def _told(ctx: Context, known: Profile, week: Stretch) -> Reply:
    found = figures(between(ctx, week.start, week.end), ctx.zone)
    before = week.before()
    earlier = figures(between(ctx, before.start, before.end), ctx.zone)
    due, choices = await due_lines(ctx)
    if found.days:
        in_a_row = streak(ctx)[0] > 1
        days = streak_line(ctx) if in_a_row else ctx.text("progress-weekly-days", count=found.days)
        lines = [days, line_of(ctx, week, found)]
    else:
        lines = [ctx.text("progress-weekly-idle")]
    lines += [line_of(ctx, before, earlier)] if earlier.days else []
    lines += [*extremes(ctx, week), *due, *(f"• {one}" for one in lines_of(ctx, known.goals))]
    stop = Choice(ctx.text("progress-weekly-stop"), "progress.weekly", {"want": "no"})
    reply = ctx.reply("progress-weekly-done", choices=[*choices, stop], lines="\n".join(lines))
    heading = reply.text.partition("\n")[0]
    picture = await of_stretch(ctx, week) if found.days else None
    return replace(reply, speech=spoken([heading, *lines]), image=picture)


def quiet_end(known: Profile, now: datetime) -> datetime | None:
    """When the quiet that `now` (naive, local) falls into is over; None where it does not."""
    start, end, clock = known.quiet_from, known.quiet_until, now.time()
    is_quiet = start <= clock < end if start <= end else clock >= start or clock < end
    if not is_quiet:
        return None
    return datetime.combine(now.date() + (DAY if clock >= end else timedelta()), end)


def _key(ctx: Context) -> str:
    return f"{PUT_OFF}/{ctx.person.id}"
