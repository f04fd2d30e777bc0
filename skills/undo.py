"""Taking the last change back, and taking that back again."""

from datetime import timedelta

from core.journal.undoing import MOVED, Outcome, Wish, restored, take_back
from core.model import Choice, Reply
from core.skill import Context, intent
from core.skill.keywords import agreed
from core.store.undo import Undo
from core.texts import shortened

KEPT = timedelta(days=1)
"""How long a change can be taken back at all."""
FRESH = timedelta(minutes=10)
"""How long, and only in the very next turn, without asking whether it is meant."""
LAST = "undo.last"
TOLD = 80
"""Characters of the old answer that tell what it was."""


@intent(LAST, effect="write", suggest=False)
async def last(
    ctx: Context, redo: str | None = None, sure: str | None = None, of: str | None = None
) -> Reply:
    """Makes the last change of this conversation undone, if nothing has touched it since.

    `redo`: only a taking back is meant; `sure`: what was answered, asked about the turn `of`.
    """
    undo = ctx.work.undo()
    if undo is None or ctx.now - undo.at > KEPT:
        return ctx.reply("undo-last-nothing")
    if redo and not undo.back:
        return ctx.reply("undo-last-no-redo")
    if of not in (None, undo.turn):
        return ctx.reply("undo-last-changed", told=_told(undo))
    if undo.back and not redo:
        return ctx.reply("undo-last-redo", told=_told(undo), choices=[_redo(ctx)])
    meant = agreed(ctx, sure) if sure else None
    if meant is False:
        return ctx.reply("undo-last-kept", told=_told(undo))
    if not (meant or redo or undo.never or _is_fresh(ctx, undo)):
        return _ask(ctx, undo)
    outcome = take_back(ctx.work, undo)
    if outcome != "done":
        return _refused(ctx, undo, outcome)
    if undo.person:
        _make_person(ctx, undo)
    ctx.work.undoable = Wish(undo.intent, undo.told, ctx.now, back=not undo.back)
    if undo.back:
        return ctx.reply("undo-last-again", told=_told(undo))
    return ctx.reply("undo-last-done", what=_what(ctx, undo), told=_told(undo))


def _ask(ctx: Context, undo: Undo) -> Reply:
    ctx.slots = {"of": undo.turn}
    yes = Choice(ctx.text("undo-last-yes"), LAST, {"of": undo.turn, "sure": "yes"})
    no = Choice(ctx.text("undo-last-no"), LAST, {"of": undo.turn, "sure": "no"})
    return ctx.ask("sure", told=_told(undo), choices=[yes, no])


def _is_fresh(ctx: Context, undo: Undo) -> bool:
    """Whether it is what the person was answered just now."""
    before = ctx.work.last()
    return before is not None and before.turn == undo.turn and ctx.now - undo.at <= FRESH


def _told(undo: Undo) -> str:
    first = undo.told.strip().partition("\n")[0]
    return shortened(first.rstrip(" .:"), TOLD)


def _what(ctx: Context, undo: Undo) -> str:
    """What has become of it: "The reminder is gone."."""
    try:
        return ctx.text(f"undo-last-{undo.intent.replace('.', '-')}")
    except KeyError:
        return ctx.text("undo-last-back")


def _redo(ctx: Context) -> Choice:
    return Choice(ctx.text("undo-last-redo-button"), LAST, {"redo": "yes"})


def _refused(ctx: Context, undo: Undo, outcome: Outcome) -> Reply:
    told = _told(undo)
    if outcome in ("taken", "gone"):
        return ctx.reply(f"undo-last-{outcome}", told=told)
    if outcome == "changed":
        return ctx.reply("undo-last-changed", told=told)
    text_id = "undo-last-large" if undo.never == "large" else "undo-last-never"
    return ctx.reply(text_id, told=told)


def _make_person(ctx: Context, undo: Undo) -> None:
    """What was changed about the person; with their zone their reminders move."""
    before = ctx.person.zone
    ctx.know(**restored(undo))
    if ctx.person.zone != before:
        ctx.later(MOVED, ctx.now, key=f"{MOVED}/{ctx.person.id}", payload={"before": before})
