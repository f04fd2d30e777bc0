"""Names of files as hostile or plain unlucky people give them."""

import pytest

from core.model import Document
from core.texts import shortened
from tests.dialog import dialog
from tests.fakes.reader import FakeReader

__all__ = ["dialog"]

LONG = "Lecture_notes_of_biology_chapter_three_final_version_2.pdf"
NAMES = [
    LONG,
    "/etc/passwd",
    "..",
    "x" * 5000,
    "\u202egnp.exe",
    "",
    " ",
    "a\nb\x1b[2J.pdf",
    "👩‍🔬" * 60,
]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("short", "short"),
        ("one two three four", "one two…"),
        ("abcdefghijklmnop", "abcdefghi…"),
        ("abcdefghijklmnop and more", "abcdefghi…"),
        ("", ""),
        ("…", "…"),
    ],
)
def test_a_long_word_is_not_swallowed_whole(text, short):
    assert shortened(text, 10) == short


async def test_every_button_says_which_document_it_means(dialog):
    dialog.given["documents"] = FakeReader({b"a": ("One.",), b"b": ("Two.",)})
    await dialog.app.stop()
    await dialog.start()
    anna = dialog.speaker()
    for ref in ("a", "b"):
        dialog.channel.files[ref] = ref.encode()
        await anna.send(Document(ref, f"{ref}_{LONG}"))
    await anna.say("delete a document")
    assert sorted(label[:15] for label in anna.choices) == ["a_Lecture_notes", "b_Lecture_notes"]


@pytest.mark.parametrize("name", NAMES)
async def test_no_name_is_in_the_way(dialog, name):
    dialog.given["documents"] = FakeReader({b"a": ("Osmosis is slow.",)})
    await dialog.app.stop()
    await dialog.start()
    dialog.channel.files["a"] = b"a"
    anna = dialog.speaker()
    assert (await anna.send(Document("a", name))).text.startswith("I have read")
    assert "Osmosis is slow." in (await anna.say("what do my documents say about osmosis")).text
    await anna.say("delete a document")
    (label,) = anna.choices
    assert label.strip()
    assert (await anna.say(f"[{label}]")).text.startswith("Forgotten")
