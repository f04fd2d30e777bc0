"""Notes: saved, found, listed and deleted, in four languages."""

import re


async def test_a_note_is_kept_and_found(dialog):
    await dialog(
        ("what are my notes", "You have no notes yet."),
        ("note that the exam is on Friday", "Saved: the exam is on Friday"),
        ("write down buy milk and bread", "Saved: buy milk and bread"),
        ("what did I write about the exam?", "I found this note:\n• the exam is on Friday"),
        ("show my notes", re.compile("^You have 2 notes:\n• buy milk and bread\n• the exam")),
        ("find my note about the moon landing", "I found no note about “the moon landing”."),
    )
