"""What is kept of a person is theirs: to be seen, to be taken along, to be erased."""

import asyncio
from collections.abc import Mapping
from datetime import timedelta

from core.model import Attachment, Choice, Reply
from core.skill import Context, intent
from core.skill.keywords import WORD, agreed
from core.skill.profile import profile
from core.store import erasure, traces
from skills.privacy.archive import Archive, build
from skills.privacy.consents import minor, misses, voice

__all__ = ["erase", "export", "minor", "misses", "show", "voice"]

TOLD = ("note", "reminder", "deck", "card", "enrolment", "booking", "material", "thread")
"""Kinds of records that people know by name; the others are told as one number."""
KEPT, MOST = timedelta(days=1), 6
"""How long a yes is waited for, and the most words that one has."""
CLEARED = ("notes.clear", "reminders.clear")
"""What else somebody may mean who wants something cleared."""
INNER = ("passage",)
"""Kinds that are part of another, and not counted beside it."""


@intent("privacy.show")
async def show(ctx: Context) -> Reply:
    """What we keep, and where it goes."""
    plan = await erasure.plan(ctx.work.database, ctx.person.id)
    known = await profile(ctx)
    kept = _lines(ctx, plan.numbers, plan.messages) or ctx.text("privacy-show-nothing")
    lines = [ctx.text("privacy-show-kept", lines=kept), _where(ctx)]
    if ctx.outside.stays(ctx.person.id):
        lines.append(ctx.text("privacy-show-minor"))
    elif known.voice_outside is not None:
        lines.append(ctx.text("privacy-show-voice", allowed=_word(known.voice_outside)))
    if known.misses_kept is not None:
        lines.append(ctx.text("privacy-show-misses", allowed=_word(known.misses_kept)))
    buttons = [ctx.button("privacy.export"), ctx.button("privacy.erase")]
    return Reply(
        text="\n\n".join([*lines, ctx.text("privacy-show-rights")]),
        speech=ctx.text("privacy-show-speech"),
        choices=tuple(buttons),
    )


# It only reads, and is no tool of a model's for all that: what it gives is for the person alone.
@intent("privacy.export", effect="write")
async def export(ctx: Context) -> Reply:
    """All of it as one file; never where others would see it."""
    found = await traces.look(ctx.work.database, ctx.person.id)
    if ctx.target.key in found.shared:
        return ctx.reply("privacy-export-not-here")
    if not found.people:
        return ctx.reply("privacy-export-nothing")
    tables = await traces.kept(ctx.work.database, ctx.person.id)
    files = traces.media(ctx.work.database, tables["message"])
    words = {name: ctx.text(f"privacy-{name}") for name in ("readme", "left", "left-media")}
    made: Archive = await asyncio.to_thread(build, tables, files, words)
    day = f"{ctx.local:%Y-%m-%d}"
    sent = Attachment(f"vivavoce-{day}.zip", "application/zip", made.data)
    text_id = "privacy-export-cut" if made.left else "privacy-export-done"
    answer = ctx.reply(text_id, rows=made.rows, left=", ".join(made.left))
    return Reply(answer.text, answer.speech, file=sent)


@intent("privacy.erase", effect="write", suggest=False)
async def erase(ctx: Context, sure: str | None = None, what: str | None = None) -> Reply:
    """Erases the person, after a yes of their own: typed, or by the button of that question.

    `what`: only a "history" was spoken of, which may be less than everything.
    """
    if what:
        some = [ctx.button(one) for one in CLEARED if ctx.catalogue.intent(one)]
        every = Choice(ctx.text("privacy-erase-all"), ctx.intent)
        return ctx.reply("privacy-erase-what", choices=[*some, every])
    plan = await erasure.plan(ctx.work.database, ctx.person.id)
    if not plan.found.people:
        return ctx.reply("privacy-erase-nothing")
    answer = agreed(ctx, sure) if sure and _is_answer(ctx, sure) else None
    if answer is False:
        return ctx.reply("privacy-erase-kept")
    lines = _lines(ctx, plan.numbers, plan.messages)
    # A file or a recording may hold anybody's yes.
    by_hand = not ctx.sources and not ctx.heard
    if answer is None or not by_hand:
        yes = Choice(ctx.text("privacy-erase-yes"), ctx.intent, {"sure": "yes"})
        no = Choice(ctx.text("privacy-erase-no"), ctx.intent, {"sure": "no"})
        ctx.slots = {}
        text_id = "privacy-erase-sure" if by_hand or answer is None else "privacy-erase-by-hand"
        return ctx.ask("sure", text_id, choices=[yes, no], patient=True, lines=lines)
    ctx.work.erasing = plan
    when = ctx.when(ctx.local)
    return ctx.reply("privacy-erase-done", lines=lines, id=plan.receipt, when=when)


def _is_answer(ctx: Context, sure: str) -> bool:
    """Whether our question waits for it, and it is no longer than a yes: neither an old button
    nor whoever calls an intent has said it."""
    asked = ctx.asked
    waits = asked is not None and asked.intent == ctx.intent and ctx.now - asked.asked_at < KEPT
    return waits and len(WORD.findall(sure)) <= MOST


def _lines(ctx: Context, numbers: Mapping[str, int], messages: int) -> str:
    """A line for each kind that people know, with how many there are."""
    others = sum(many for kind, many in numbers.items() if kind and kind not in (*TOLD, *INNER))
    counted = [(kind, numbers.get(kind, 0)) for kind in TOLD]
    counted += [("fact", numbers.get("", 0)), ("other", others), ("message", messages)]
    return "\n".join(
        ctx.text("privacy-kind", kind=kind, count=many) for kind, many in counted if many
    )


def _where(ctx: Context) -> str:
    """Whom the house asks, by what for."""
    stays = ctx.outside.stays(ctx.person.id)
    names: dict[str, list[str]] = {}
    for one in ctx.outside.vendors():
        if not one.local and not stays:
            names.setdefault(one.capability, []).append(one.name)
    if not names:
        return ctx.text("privacy-show-inside")
    lines = [
        ctx.text("privacy-vendor", what=what, names=", ".join(who)) for what, who in names.items()
    ]
    return ctx.text("privacy-show-outside", lines="\n".join(lines))


def _word(allowed: bool) -> str:
    return "yes" if allowed else "no"
