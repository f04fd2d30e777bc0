"""The curator: what to learn next, and a plan for the week, out of what is known of a person."""

from collections.abc import Sequence

from core.assistant import Assistant, Data, converse
from core.model import Choice, Reply
from core.skill import Context, intent
from skills.curator.known import Known, gathered
from skills.curator.steps import Step, coming, moment, steps
from skills.curator.week import laid_out

CURATOR = Assistant("curator", grants=frozenset({"notes.save", "reminders.create"}))
MOST_ALTERNATIVES, MOST_TOLD = 2, 8
"""Other steps that a person is told, and steps that a model is."""


@intent("curator.ask")
async def ask(ctx: Context, text: str | None = None) -> Reply:
    """Talks about how and what to learn."""
    if not text or (ctx.sources and not ctx.said):  # words in a picture are nobody's wish
        return ctx.ask("text")
    return await _next(ctx, ctx.said or text)


@intent("curator.next")
async def next_step(ctx: Context) -> Reply:
    """One thing to learn now, and why; two others, as buttons that begin them."""
    return await _next(ctx, ctx.said or ctx.text("curator-next-words"))


@intent("curator.plan")
async def plan(ctx: Context) -> Reply:
    """The next seven days: what is booked and due, and cards, lessons and papers between."""
    lines = laid_out(ctx, await gathered(ctx))
    if _thinks(ctx):
        said = ctx.said or ctx.text("curator-plan-words")
        return await _thought(ctx, said, lines, [ctx.button("curator.next")])
    if not lines:
        return _nothing(ctx)
    choices = [ctx.button("curator.next")]
    return ctx.reply("curator-off-plan", lines="\n".join(lines), choices=choices)


async def _next(ctx: Context, said: str) -> Reply:
    known = await gathered(ctx)
    found = steps(ctx, known)
    shown = found[: MOST_ALTERNATIVES + 1]
    choices = [step.choice for step in shown if step.choice]
    choices.append(ctx.button("curator.plan"))
    if _thinks(ctx):
        return await _thought(ctx, said, _as_data(ctx, known, found), choices)
    if not found and not known.reminders and not known.sessions:
        return _nothing(ctx)
    parts = [
        moment(ctx, known),
        *(ctx.text("curator-off-next", what=one.what, why=one.why) for one in shown[:1]),
        _listed(ctx, "curator-or", [f"• {one.what}" for one in shown[1:]]),
        _listed(ctx, "curator-coming", coming(ctx, known)),
    ]
    return Reply("\n\n".join(part for part in parts if part), choices=tuple(choices))


def _thinks(ctx: Context) -> bool:
    """Whether a model can think it through; a small one knows less of it than the plain lines."""
    return ctx.model is not None and not ctx.model.abilities.small_offline


async def _thought(
    ctx: Context, said: str, lines: Sequence[str], choices: Sequence[Choice]
) -> Reply:
    data = [Data("plan", "\n".join(lines))] if lines else []
    return await converse(ctx, CURATOR, said, data, choices)


def _as_data(ctx: Context, known: Known, found: Sequence[Step]) -> list[str]:
    """What there is to be done, best first, and the rest that bears on it."""
    lines = [f"• {one.what}. {one.why}" for one in found[:MOST_TOLD]]
    goals = [f"• {ctx.text('curator-goal', goal=goal)}" for goal in known.goals]
    return [*filter(None, [moment(ctx, known)]), *lines, *goals, *coming(ctx, known)]


def _listed(ctx: Context, text_id: str, lines: Sequence[str]) -> str:
    return "\n".join([ctx.text(text_id), *lines]) if lines else ""


def _nothing(ctx: Context) -> Reply:
    """There is nothing to go by: what would give some."""
    ways = [name for name in ("courses.list", "decks.samples") if ctx.catalogue.intent(name)]
    return ctx.reply("curator-nothing", choices=[ctx.button(name) for name in ways])
