"""The first minute with somebody new: name, zone, a goal, a first small win; all can be left."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from core.assistant import current
from core.model import Choice, Number, Reply
from core.skill import Context, intent, invoke
from core.skill.profile import keep, profile
from core.study import Deck, Goal
from core.understanding import zones

START, DONE, SKIP, QUIZ = "welcome.start", "done", "-", "quiz"
STEPS = ("name", "zone", "goal")
"""In this order; what is known already is not asked."""
TELLS: Mapping[str, tuple[str, str]] = {
    "name": ("name.set", "name"),
    "zone": ("zone.set", "place"),
    "goal": ("progress.goal", "text"),
}
"""Who keeps the answer of a step, and in which slot it goes."""
BESIDE = ("privacy", "language")
"""Skills that are no answer, and after which the same step is asked."""
AIMS = ("progress", "curator", "mentor")
"""Skills that free words about learning may seem to be meant for, and are a goal here."""
LIKELY: Mapping[str, Sequence[str]] = {
    "en": ("Europe/London", "America/New_York", "America/Los_Angeles", "Asia/Kolkata"),
    "es": ("Europe/Madrid", "America/Mexico_City", "America/Bogota",
           "America/Argentina/Buenos_Aires"),
    "de": ("Europe/Berlin", "Europe/Vienna", "Europe/Zurich"),
    "ru": ("Europe/Moscow", "Asia/Yekaterinburg", "Asia/Novosibirsk", "Asia/Almaty"),
}  # fmt: skip
GOALS = ("exam", "language", "school", "work")
SAMPLE, QUESTIONS = "capitals", 3
"""The ready-made deck of the first win."""
FIRST_STEPS = ("notes.save", "reminders.create", "help.show")
MOST_TRIES = 2
"""How often one step is asked in a row."""


@intent(START, effect="write", suggest=False)
async def start(ctx: Context, answer: str | None = None, step: str | None = None) -> Reply:
    """Asks one thing after the other, and never the same one twice."""
    present = (await profile(ctx)).welcomed
    if step == QUIZ:
        return await _quiz(ctx)
    if present == DONE:
        return ctx.reply("welcome-again", choices=_buttons(ctx))
    if not present:
        await _introduced(ctx)
        return await _ask(ctx, 0, _hello(ctx))
    if answer is None or (step or present) != present:  # or a button of a step that is over
        return await _ask(ctx, STEPS.index(present))
    return await _answered(ctx, present, answer)


async def _introduced(ctx: Context) -> None:
    """Keeps a name that came with the greeting: "hi there, I'm Tom"."""
    found = re.match(ctx.text("welcome-introduced"), ctx.said.strip(), flags=re.IGNORECASE)
    if found is not None and not ctx.person.name:
        await invoke(ctx.catalogue, "name.set", {"name": found["name"]}, ctx)


async def _answered(ctx: Context, step: str, answer: str) -> Reply:
    place = STEPS.index(step)
    meant, tries = ctx.meant, ctx.asked.tries if ctx.asked else 1
    skill, slot = TELLS[step]
    if answer == SKIP or (meant and meant.name == "session.cancel"):
        return await _ask(ctx, place + 1)
    if meant and meant.name == skill:
        answer = str(meant.slots.get(slot) or answer)
    elif (
        meant
        and meant.name != START
        and (meant.plain or step != "goal" or _skill(meant.name) not in AIMS)
    ):
        done = await invoke(ctx.catalogue, meant.name, meant.slots, ctx)
        beside = _skill(meant.name) in BESIDE and ctx.work.session.question is None
        return await _ask(ctx, place, done.text) if beside else done
    elif "?" in answer:
        return await invoke(ctx.catalogue, await current(ctx), {"text": answer}, ctx)
    if ctx.language != ctx.person.language:
        ctx.know(language=ctx.language)  # who answers in it, speaks it
    told = await _kept(ctx, step, answer)
    unfit = (step == "name" and not ctx.person.name) or (step == "zone" and not ctx.person.zone)
    if unfit and tries < MOST_TRIES:
        return await _ask(ctx, place, told, tries + 1)
    return await _ask(ctx, place + 1, "" if unfit else told)


async def _kept(ctx: Context, step: str, answer: str) -> str:
    """Keeps the answer by the skill whose it is; what that says to it."""
    name, slot = TELLS[step]
    if step == "name":
        answer = re.sub(ctx.text("welcome-leads"), "", answer.strip(), flags=re.IGNORECASE)
    if ctx.catalogue.intent(name) is None:
        await keep(ctx, goals=(Goal(answer, since=ctx.now),))
        return ctx.text("welcome-goal-kept", text=answer)
    return (await invoke(ctx.catalogue, name, {slot: answer}, ctx)).text


async def _ask(ctx: Context, place: int, lead: str = "", tries: int = 1) -> Reply:
    """The first step from that place on whose answer nobody knows; after the last the win."""
    known = await profile(ctx)
    have = {"name": ctx.person.name, "zone": ctx.person.zone, "goal": known.goals}
    step = next((one for one in STEPS[place:] if not have[one]), DONE)
    await keep(ctx, welcomed=step)
    ctx.work.question(None)
    if step == DONE:
        asked = _win(ctx)
    else:
        ctx.intent, ctx.slots = START, {"step": step}
        choices = [*_choices(ctx, step), _choice(ctx.text("welcome-skip"), step, SKIP)]
        asked = ctx.ask("answer", f"welcome-{step}", choices=choices, keen=True, patient=True)
        question = ctx.work.session.question
        ctx.work.question(replace(question, tries=tries) if question else None)
    return replace(asked, text=f"{lead}\n\n{asked.text}" if lead else asked.text)


def _skill(name: str) -> str:
    return name.partition(".")[0]


def _hello(ctx: Context) -> str:
    if ctx.person.name:
        return ctx.text("welcome-hello-name", name=ctx.person.name)
    return ctx.text("welcome-hello")


def _choices(ctx: Context, step: str) -> list[Choice]:
    if step == "zone":
        likely = LIKELY.get(ctx.language, LIKELY["en"])
        return [_choice(zones.place(zone, ctx.language), step, zone) for zone in likely]
    if step == "goal":
        said = [ctx.text(f"welcome-goal-{goal}") for goal in GOALS]
        return [_choice(one, step, one) for one in said]
    return []


def _choice(label: str, step: str, answer: str) -> Choice:
    return Choice(label, START, {"step": step, "answer": answer})


def _win(ctx: Context) -> Reply:
    if ctx.catalogue.intent("quiz.start") and ctx.catalogue.intent("decks.samples"):
        go = Choice(ctx.text("welcome-try"), START, {"step": QUIZ})
        return ctx.reply("welcome-win", choices=[go, *_buttons(ctx)])
    return ctx.reply("welcome-begin", choices=_buttons(ctx))


def _buttons(ctx: Context) -> list[Choice]:
    return [ctx.button(name) for name in FIRST_STEPS if ctx.catalogue.intent(name)]


async def _quiz(ctx: Context) -> Reply:
    """A few questions of a ready-made deck, which is theirs from then on."""
    await invoke(ctx.catalogue, "decks.samples", {"name": f"{SAMPLE}.{ctx.language}"}, ctx)
    decks = await ctx.records(Deck).list(limit=1)
    slots: dict[str, object] = {"deck": decks[0].id if decks else None, "count": Number(QUESTIONS)}
    return await invoke(ctx.catalogue, "quiz.start", slots, ctx)
