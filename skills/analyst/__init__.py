"""The analyst: what teachers ask about their workspace, counted by typed queries, as they want it.

A teacher may see the names of the learners of their own workspace, minors among them: whoever
answers for a class must know whom to ask after. So names are told only to the teacher in person, of
who has gone quiet and of nothing else: neither what anybody answered nor what they wrote, and never
to a model, whose vendor is outside of the house.
"""

from collections.abc import Sequence

from core.assistant import Assistant, converse
from core.errors import UserError
from core.model import Choice, Duration, Moment, Period, Recurrence, Reply
from core.skill import Context, intent, invoke
from core.study import Inquiry, Measure, Query
from core.texts import shortened
from skills.analyst.answers import made
from skills.analyst.periods import period, written
from skills.analyst.reports import due, inquiry, moved, scheduled, subscribe, unsubscribe
from skills.analyst.telling import attached, told
from skills.analyst.words import FIRST, courses, measure_of, nearest

__all__ = ["due", "moved", "scheduled", "subscribe", "unsubscribe"]

ANALYST = Assistant("analyst", grants=frozenset({"analyst.report"}))
OWN = "progress.show"
"""What a learner means who asks for a report."""
MOST_OFFERED, LABEL = 5, 40


# No role: "my weekly report" is a learner's wish too, and means their own. `aggregate` refuses.
@intent("analyst.report")
async def report(
    ctx: Context,
    text: str | None = None,
    when: Period | Moment | Duration | Recurrence | None = None,
    what: str | None = None,
    span: str | None = None,
    course: str | None = None,
) -> Reply:
    """Counts one thing: a sentence, its figures, a picture; `text` narrows it, or says what."""
    if ctx.person.role == "learner":
        return await _own(ctx, what or text)
    measure = measure_of(what)
    if measure is None and text:
        found = nearest(ctx, text)
        if len(found) != 1:
            return _offer(ctx, found)
        measure, text = found[0], None
    measure = measure or "overview"
    about = course or (text or "").strip()
    if measure == "course" and course is None and text:
        known = await courses(ctx, text)
        if len(known) != 1:
            return _which(ctx, known, text)
        about = known[0][0]
    return await _answered(ctx, Query(measure, *period(ctx, measure, when, span), about))


@intent("analyst.export", role="teacher")
async def export(ctx: Context, what: str | None = None, span: str | None = None) -> Reply:
    """The last report as a table for a spreadsheet; a button says which."""
    last, measure = await inquiry(ctx), measure_of(what)
    if measure is not None:
        about = last.about if last and last.measure == measure else ""
        last = Query(measure, *period(ctx, measure, None, span), about)
    if last is None:
        return _offer(ctx)
    answer = await made(ctx, last)
    if not answer.rows:
        return ctx.reply("analyst-export-none")
    return attached(ctx, answer, last)


@intent("analyst.ask", role="teacher")
async def ask(ctx: Context, text: str | None = None) -> Reply:
    """Answers in free words, with the reports as a model's tool; else names the nearest ones."""
    if not text or (ctx.sources and not ctx.said):  # words in a picture are nobody's wish
        return ctx.ask("text")
    model = ctx.model
    if model is not None and not model.abilities.small_offline:
        return await converse(ctx, ANALYST, ctx.said or text)
    return _offer(ctx, nearest(ctx, text))


async def _answered(ctx: Context, query: Query) -> Reply:
    """The answer to a query, which is kept: "this" and "as a table" mean it."""
    answer = await made(ctx, query)
    if ctx.for_model:  # no picture is drawn for it, and "this" stays what the person saw
        return Reply(answer.text)
    await _keep(ctx, query)
    slots = {"what": query.measure, "span": written(query)}
    ways = [ctx.button("analyst.export", slots)] if answer.rows else []
    return await told(ctx, answer, [*ways, ctx.button("analyst.subscribe", {"regular": "yes"})])


async def _keep(ctx: Context, query: Query) -> None:
    inquiries = ctx.records(Inquiry)
    kept = await inquiries.list(limit=1)
    if not kept:
        await inquiries.add(Inquiry(query), key="inquiry")
    elif kept[0].query != query:
        await inquiries.put(Inquiry(query, kept[0].id))


async def _own(ctx: Context, wanted: str | None) -> Reply:
    """A learner's report is their own progress; that of others is refused."""
    if wanted in (None, "overview") and ctx.catalogue.intent(OWN):
        return await invoke(ctx.catalogue, OWN, {}, ctx)
    raise UserError("not-allowed", role="teacher")


def _offer(ctx: Context, measures: Sequence[Measure] = ()) -> Reply:
    """The nearest measures, and the usual ones."""
    offered = dict.fromkeys((*measures, *FIRST))
    choices = [
        Choice(ctx.text(f"analyst-measure-{one}"), "analyst.report", {"what": one})
        for one in list(offered)[:MOST_OFFERED]
    ]
    return ctx.reply("analyst-offer", choices=choices)


def _which(ctx: Context, known: Sequence[tuple[str, str]], said: str) -> Reply:
    """Courses to choose from, where none or several are called so."""
    if not known:
        return ctx.reply("analyst-course-unknown", title=shortened(said, LABEL))
    choices = [
        Choice(shortened(title, LABEL), "analyst.report", {"what": "course", "course": key})
        for key, title in known[:MOST_OFFERED]
    ]
    return ctx.reply("analyst-course-which", choices=choices)
