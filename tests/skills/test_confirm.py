"""A yes to what a model proposed: pressed or said, by whoever was asked, in time, and good once."""

import re
from datetime import timedelta

import pytest

import core.assistant.proposals
from core.model import Choice, Message, Press, Sender, Target
from core.ports.llm import ToolCall
from core.skill import invoke
from tests.clock import START
from tests.dialog import CHANNEL
from tests.minded import minded, picture

__all__ = ["minded"]

SAVE = ToolCall("c2", "notes__save", {"text": "mitosis has four phases"})
REMIND = ToolCall("c3", "reminders__create", {"text": "revise", "when": "tomorrow at nine"})
SAVED = "Save a note: “mitosis has four phases”"
REMINDED = "Set a reminder: “revise” · Tomorrow, Thursday 19 November, 09:00"


async def test_what_changes_something_waits_for_a_yes_and_is_done_once(minded):
    minded.says(["I can note that.", SAVE])
    anna = await minded(
        (
            "mentor keep it in mind for me",
            f"I can note that.\n\nI would do this:\n• {SAVED}\nShall I do it?",
        ),
    )
    assert list(anna.choices) == ["Yes, do it", "No, leave it"]
    buttons = anna.choices
    bert = minded.speaker("bert", choices=buttons)
    await bert(("[Yes, do it]", re.compile("^Nothing is waiting for this answer")))
    await anna(("show my notes", "You have no notes yet."))
    anna.choices = buttons
    await anna(("[Yes, do it]", "Saved: mitosis has four phases"))
    anna.choices = buttons
    await anna(("[Yes, do it]", re.compile("^That is already done, and I won't do it twice")))
    anna.choices = buttons
    await anna(
        ("[No, leave it]", re.compile("^That is already done")),
        ("show my notes", "You have one note:\n• mitosis has four phases"),
    )
    assert len(minded.model.asks) == 1


@pytest.mark.parametrize(
    ("said", "answer", "notes"),
    [
        ("yes", "Saved: mitosis has four phases", "You have one note"),
        ("ja bitte", "Gespeichert: mitosis has four phases", "You have one note"),
        ("go ahead", "Saved: mitosis has four phases", "You have one note"),
        ("no", "All right, I'll leave that", "You have no notes"),
        ("no thanks", "All right", "You have no notes"),
    ],
)
async def test_a_yes_may_be_said(minded, said, answer, notes):
    minded.says([SAVE])
    await minded(
        ("mentor keep it in mind for me", re.compile("Shall I do it")),
        (said, re.compile(f"^{answer}")),
        ("show my notes", re.compile(f"^{notes}")),
    )


async def test_a_yes_of_yesterday_is_none(minded):
    minded.says([SAVE])
    anna = await minded(("mentor keep it in mind for me", re.compile("Shall I do it")))
    minded.clock.leap(minded.clock.now() + timedelta(hours=24, seconds=1))
    await anna(
        ("[Yes, do it]", re.compile("^Nothing is waiting for this answer")),
        ("I accept your proposal", "No suggestion is waiting for your answer."),
        ("show my notes", "You have no notes yet."),
    )


async def test_other_words_are_no_answer_but_a_question(minded):
    minded.says([SAVE], ["Four."])
    anna = await minded(("mentor keep it in mind for me", re.compile("Shall I do it")))
    buttons = anna.choices
    await anna(("sure but how many phases does mitosis have then", "Four."))
    anna.choices = buttons
    await anna(("[Yes, do it]", "Saved: mitosis has four phases"))


async def test_a_yes_in_a_picture_is_none(minded):
    minded.says([SAVE])
    anna = await minded(("mentor keep it in mind for me", re.compile("Shall I do it")))
    await minded.show(anna, *picture("yes"))
    assert (await minded.show(anna, *picture("the poster", "yes"))).text.startswith("For that I")
    await anna(("show my notes", "You have no notes yet."))


async def test_two_wishes_are_asked_for_one_after_the_other(minded):
    minded.says([SAVE, REMIND])
    await minded(
        ("mentor keep it and remind me", re.compile("Save a note")),
        (
            "yes",
            f"Saved: mitosis has four phases\n\nI would do this:\n• {REMINDED}\nShall I do it?",
        ),
        ("yes", re.compile("^Tomorrow, Thursday 19 November, 09:00: revise")),
        ("my reminders", re.compile("revise")),
    )


STORIES = {
    "es": ("mentor apúntalo", "acepto tu propuesta", "Guardado: mitosis", "Haría esto"),
    "de": (
        "Mentor merk es",
        "ich bin einverstanden",
        "Gespeichert: mitosis",
        "Ich würde Folgendes tun",
    ),
    "ru": ("наставник запиши", "я согласен", "Записано: mitosis", "Я бы сделал вот что"),
}


@pytest.mark.parametrize("language", STORIES)
async def test_in_every_language(minded, language):
    asked, yes, done, offered = STORIES[language]
    minded.says([SAVE], [SAVE])
    anna = await minded((asked, re.compile(f"^{offered}")), language=language)
    no = list(anna.choices)[1]
    await anna((f"[{no}]", re.compile("mitosis")), (asked, re.compile(f"^{offered}")))
    await anna((yes, re.compile(f"^{done}")))


async def test_a_yes_under_the_clock_of_two_presses_is_done_once(minded):
    """Two presses at once, on two channels: the later one meets the first one's writes."""
    minded.says([SAVE])
    anna = await minded(("mentor keep it in mind for me", re.compile("Shall I do it")))
    press = Press(anna.choices["Yes, do it"])
    sender = Sender(anna.id, None, "en", anna.zone)
    accept = minded.channel.accept
    assert accept is not None
    await accept(
        [
            Message(Target(CHANNEL, "home", room), sender, f"press {room}", (press,), START)
            for room in (anna.id, "elsewhere")
        ]
    )
    await minded._settle()
    texts = sorted(one.reply.text for one in minded.channel.delivered[-2:])
    assert texts[0] == "Saved: mitosis has four phases"
    assert texts[1].startswith("That is already done")
    await anna(("show my notes", "You have one note:\n• mitosis has four phases"))


async def test_it_runs_under_the_turn_that_it_was_made_in(minded, monkeypatch):
    owners: list[str] = []
    original = invoke

    async def spy(catalogue, name, slots, ctx):
        owners.append(ctx.work.owner)
        return await original(catalogue, name, slots, ctx)

    monkeypatch.setattr(core.assistant.proposals, "invoke", spy)
    minded.says([SAVE])
    anna = await minded(("mentor keep it in mind for me", re.compile("Shall I do it")))
    _, query = Choice.read(anna.choices["Yes, do it"])
    await anna(("[Yes, do it]", re.compile("^Saved")))
    assert owners == [f"turn/1/{query['id']}"]


@pytest.mark.parametrize("no", ["no, thanks", "nope", "not now", "cancel", "nein danke", "не надо"])
async def test_whoever_leaves_it_has_refused_it(minded, no):
    minded.says([SAVE])
    anna = await minded(("mentor keep it in mind for me", re.compile("Shall I do it")))
    assert "mitosis" in (await anna.say(no)).text
    await anna(
        ("carry out the suggestion", re.compile("^No suggestion is waiting")),
        ("show my notes", "You have no notes yet."),
    )


async def test_one_of_several_is_asked_about_and_not_guessed(minded):
    minded.says([SAVE], [REMIND])
    anna = await minded(
        ("mentor keep it in mind for me", re.compile("Shall I do it")),
        ("mentor remind me too", re.compile("Shall I do it")),
        ("show my notes", "You have no notes yet."),
        ("carry out the suggestion", re.compile(f"{re.escape(REMINDED)}\nShall I do it")),
    )
    await anna(("yes", re.compile("^Tomorrow, Thursday 19 November, 09:00: revise")))
    await anna(("show my notes", "You have no notes yet."))


async def test_a_command_is_no_answer_to_an_assistants_question(minded):
    await minded(
        ("remind me tomorrow at nine to revise chapter three", re.compile("^Tomorrow")),
        ("mentor", re.compile("What shall I explain")),
        ("cancel the reminder about chapter three", re.compile("^Deleted")),
    )
