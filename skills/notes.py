"""Notes: kept in the person's words, and found again by any of them."""

from collections.abc import Sequence
from textwrap import shorten

from core.model import Choice, Reply
from core.skill import Context, intent
from core.skill.keywords import keywords
from core.store.terms import terms
from core.study import Note

MOST_SHOWN = 10
MOST_FOUND = 5
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
        return ctx.reply("notes-list-none", choices=[_save(ctx)])
    shown = found[:MOST_SHOWN]
    text_id = "notes-list-more" if len(found) > MOST_SHOWN else "notes-list-done"
    return ctx.reply(text_id, count=len(shown), lines=_lines(shown))


@intent("notes.delete", effect="write", suggest=False)
async def delete(ctx: Context, text: str | None = None, id: str | None = None) -> Reply:
    """Deletes the one note meant; asks which where it could be another."""
    notes = ctx.records(Note)
    if id:
        note = await notes.get(id)
        return await _deleted(ctx, note) if note else ctx.reply("notes-delete-gone")
    if not text:
        newest = await notes.list(limit=MOST_FOUND)
        if not newest:
            return ctx.reply("notes-list-none")
        return ctx.ask("text", choices=_choices(newest))
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
    return ctx.ask("text", "notes-delete-which", choices=_choices(offered), lines=_lines(offered))


async def _deleted(ctx: Context, note: Note) -> Reply:
    await ctx.records(Note).remove(note.id)
    return ctx.reply("notes-delete-done", text=shorten(note.text, LINE, placeholder="…"))


def _lines(notes: Sequence[Note]) -> str:
    return "\n".join(f"• {shorten(note.text, LINE, placeholder='…')}" for note in notes)


def _choices(notes: Sequence[Note]) -> list[Choice]:
    return [
        Choice(shorten(note.text, LABEL, placeholder="…"), "notes.delete", {"id": note.id})
        for note in notes
    ]


def _save(ctx: Context) -> Choice:
    label = ctx.texts.attribute(ctx.language, "notes-save", "label")
    assert label is not None, "every intent has its label"
    return Choice(label, "notes.save")
