"""Notes: kept in the person's words, and found again by any of them."""

from collections.abc import Sequence

from core.model import Choice, Number, Reply
from core.skill import Context, intent
from core.skill.keywords import agreed, keywords
from core.store.terms import terms
from core.study import Note
from core.texts import shortened

MOST_SHOWN, MOST_FOUND, MOST_KEPT = 10, 5, 100_000
LINE, LABEL = 300, 40
"""Characters of a note in a list, and on a button."""


@intent("notes.save", effect="write")
async def save(ctx: Context, text: str) -> Reply:
    """Keeps a note and repeats it."""
    note = await ctx.records(Note).add(Note(text=text.strip(), created=ctx.now))
    return ctx.reply("notes-save-done", text=note.text)


@intent("notes.find")
async def find(ctx: Context, text: str) -> Reply:
    """The notes with the most of these words."""
    found = await ctx.records(Note).search(keywords(ctx, text), limit=MOST_FOUND)
    if not found:
        return ctx.reply("notes-find-none", text=text)
    return ctx.reply("notes-find-done", count=len(found), lines=_lines(found))


@intent("notes.list")
async def list_notes(ctx: Context) -> Reply:
    """The newest notes."""
    found = await ctx.records(Note).list(limit=MOST_SHOWN + 1)
    if not found:
        return ctx.reply("notes-list-none", choices=[ctx.button("notes.save")])
    shown = found[:MOST_SHOWN]
    text_id = "notes-list-more" if len(found) > MOST_SHOWN else "notes-list-done"
    return ctx.reply(text_id, count=len(shown), lines=_lines(shown))


@intent("notes.delete", effect="write", suggest=False)
async def delete(
    ctx: Context,
    text: str | None = None,
    id: str | None = None,
    which: Number | None = None,
    among: str | None = None,
) -> Reply:
    """Deletes the one note meant, by words or place in the list; asks where it could be another.

    `among`: the ids of those that were shown, where they were not the newest.
    """
    notes = ctx.records(Note)
    if id:
        note = await notes.get(id)
        return await _deleted(ctx, note) if note else ctx.reply("notes-delete-gone")
    if text and text.isdecimal():
        which, text = Number(int(text)), None
    if which and not text:
        return await _delete_by_number(ctx, which, among)
    if not text:
        newest = await notes.list(limit=MOST_FOUND)
        if not newest:
            return ctx.reply("notes-list-none")
        return ctx.ask("text", choices=_choices(newest), lines=_lines(newest))
    words = keywords(ctx, text)
    found = await notes.search(words, limit=MOST_FOUND)
    if not found:
        return ctx.reply("notes-find-none", text=text)
    # What destroys must be sure: one note with all of the words, not the best of several.
    wanted = set(terms(words, ctx.person.language))
    sure = [note for note in found if wanted <= set(terms(note.text, ctx.person.language))]
    if len(sure) == 1:
        return await _deleted(ctx, sure[0])
    offered = sure or found
    ctx.slots = {"among": " ".join(note.id for note in offered)}
    return ctx.ask("text", "notes-delete-which", choices=_choices(offered), lines=_lines(offered))


@intent("notes.clear", effect="write", suggest=False)
async def clear(ctx: Context, sure: str | None = None) -> Reply:
    """Deletes them all, after a yes."""
    notes = ctx.records(Note)
    kept = await notes.list(limit=MOST_KEPT)
    if not kept:
        return ctx.reply("notes-list-none")
    answer = agreed(ctx, sure) if sure else None
    if answer is None:
        label = ctx.text("notes-clear-yes", count=len(kept))
        yes = Choice(label, "notes.clear", {"sure": "yes"})
        no = Choice(ctx.text("notes-clear-no", count=len(kept)), "session.cancel")
        return ctx.ask("sure", choices=[yes, no], count=len(kept))
    if not answer:
        return ctx.reply("notes-clear-kept", count=len(kept))
    for note in kept:
        await notes.remove(note.id)
    return ctx.reply("notes-clear-done", count=len(kept))


async def _delete_by_number(ctx: Context, which: Number, among: str | None) -> Reply:
    """Counted from the newest, as they are listed, or among those that were offered."""
    kept = await ctx.records(Note).list(limit=MOST_KEPT)
    if not kept:
        return ctx.reply("notes-list-none")
    shown = kept if among is None else [note for note in kept if note.id in among.split()]
    if which.value not in range(1, len(shown) + 1):
        return ctx.reply("notes-delete-no-such", count=len(shown))
    return await _deleted(ctx, shown[int(which.value) - 1])


async def _deleted(ctx: Context, note: Note) -> Reply:
    await ctx.records(Note).remove(note.id)
    return ctx.reply("notes-delete-done", text=shortened(note.text, LINE))


def _lines(notes: Sequence[Note]) -> str:
    return "\n".join(f"• {shortened(note.text, LINE)}" for note in notes)


def _choices(notes: Sequence[Note]) -> list[Choice]:
    return [Choice(shortened(note.text, LABEL), "notes.delete", {"id": note.id}) for note in notes]
