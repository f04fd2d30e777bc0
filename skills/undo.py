"""Taking the last change back, and taking that back again."""

from datetime import timedelta

from core.journal.undoing import MOVED, Outcome, Wish, restored, take_back
from core.model import Reply
from core.skill import Context, intent
from core.store.undo import Undo

KEPT = timedelta(days=1)
"""How long a change can be taken back without asking oneself what it was."""


@intent("undo.last", effect="write", suggest=False)
async def last(ctx: Context, redo: str | None = None) -> Reply:
    """Makes the last change of this conversation undone, if nothing has touched it since.

    `redo`: only a taking back is meant.
    """
    undo = ctx.work.undo()
    if undo is None or ctx.now - undo.at > KEPT:
        return ctx.reply("undo-last-nothing")
    if redo and not undo.back:
        return ctx.reply("undo-last-no-redo")
    outcome = take_back(ctx.work, undo)
    if outcome != "done":
        return _refused(ctx, undo, outcome)
    if undo.person:
        _make_person(ctx, undo)
    ctx.work.undoable = Wish(undo.intent, undo.told, ctx.now, back=not undo.back)
    text_id = "undo-last-again" if undo.back else "undo-last-done"
    return ctx.reply(text_id, told=undo.told)


def _refused(ctx: Context, undo: Undo, outcome: Outcome) -> Reply:
    if outcome == "taken":
        return ctx.reply("undo-last-taken", told=undo.told)
    if outcome == "changed":
        return ctx.reply("undo-last-changed", told=undo.told)
    text_id = "undo-last-large" if undo.never == "large" else "undo-last-never"
    return ctx.reply(text_id, told=undo.told)


def _make_person(ctx: Context, undo: Undo) -> None:
    """What was changed about the person; with their zone their reminders move."""
    before = ctx.person.zone
    ctx.know(**restored(undo))
    if ctx.person.zone != before:
        ctx.later(MOVED, ctx.now, key=f"{MOVED}/{ctx.person.id}", payload={"before": before})
