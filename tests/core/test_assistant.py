"""The loop of an assistant: what it asks, what it calls, and what a second run of a turn does."""

import asyncio
import math
import re
import time
from datetime import timedelta

import pytest

from core.errors import Conflict, LostLease, Unavailable
from core.journal.work import Work
from core.model import Surface, Text
from core.ports.caller import caller
from core.ports.llm import (
    Abilities,
    AssistantMessage,
    ContextTooLong,
    Final,
    ToolCall,
    ToolMessage,
    Usage,
    UserMessage,
)
from core.ports.meter import Charge
from core.store.ledger import Ledger
from core.study import Thread
from tests.dialog import PATIENCE, Dialog
from tests.fakes.llm import FakeLanguageModel
from tests.minded import house, minded

__all__ = ["minded"]

LIST = ToolCall("c1", "notes__list", {})
SAVE = ToolCall("c2", "notes__save", {"text": "mitosis has four phases"})
SAVED = "Save a note: “mitosis has four phases”"
REMINDED = "Set a reminder: “revise” · Tomorrow, Thursday 19 November, 09:00"
REMIND = ToolCall("c3", "reminders__create", {"text": "revise", "when": "tomorrow at nine"})


async def answered(dialog):
    """Turns the clock until there is an answer."""
    async with asyncio.timeout(PATIENCE):
        while not dialog.channel.delivered:
            await asyncio.sleep(0.005)
            await dialog.wait(seconds=1)


async def test_a_tool_that_reads_is_called_at_once(minded):
    minded.says([LIST], ["You have one note, about membranes."])
    anna = await minded(("note that membranes are thin", re.compile("Saved")))
    await anna(("mentor what do I know", "You have one note, about membranes."))
    first, second = minded.model.asks
    assert "notes__list" in {tool.name for tool in first.tools}
    *_, called, result = second.messages
    assert called == AssistantMessage("", (LIST,))
    assert isinstance(result, ToolMessage)
    assert result.call == LIST
    fence = re.fullmatch(
        r"<data (\w{16}) tool>\nYou have one note:\n• membranes are thin\n</data \1>", result.text
    )
    assert fence, result.text
    assert fence[1] in second.system


async def test_six_steps_and_no_more(minded):
    minded.says(*[[LIST]] * 6)
    await minded(("mentor go on for ever", re.compile("^The language model came to no answer")))
    assert len(minded.model.asks) == 6
    assert [bool(ask.tools) for ask in minded.model.asks] == [True] * 5 + [False]


async def test_the_model_hears_what_it_may_not_do(minded):
    calls = [
        ToolCall("a", "notes__delete", {"text": "all"}),
        ToolCall("b", "notes.list", {}),
        ToolCall("c", "mentor__ask", {"text": "again"}),
        ToolCall("d", "confirm__answer", {"answer": "yes"}),
        ToolCall("e", "notes__find", {}),
        ToolCall("f", "reminders__create", {"text": "x", "when": "whenever you like"}),
        ToolCall("g", "notes__save", {"text": ["a", "list"]}),
        ToolCall("h", "language__switch", {"language": "de"}),
    ]
    minded.says(calls, ["I could not."])
    anna = await minded(("mentor try everything", "I could not."))
    told = [one.text.split("\n")[1] for one in minded.model.asks[1].messages[-8:]]
    assert told == [
        *["There is no such tool."] * 4,
        "text is missing: ask the person for it.",
        "when: “whenever you like” is not understood; say it as people do.",
        "text must be a text.",
        "There is no such tool.",
    ]
    assert "Yes, do it" not in anna.choices


@pytest.mark.parametrize("fault", [LostLease, Conflict])
async def test_a_second_run_does_not_ask_the_model_again(minded, monkeypatch, fault):
    """The process that dies before it commits, and the turn that meets another's writes."""
    commit = Work.commit
    failed: list[str] = []

    async def fails_once(self, *given, **named):
        if not failed:
            failed.append(self.owner)
            raise fault("as if we had died here")
        return await commit(self, *given, **named)

    minded.says(["Let me look.", LIST], ["You have none."])
    monkeypatch.setattr(Work, "commit", fails_once)
    await minded.send(minded.speaker(), Text("mentor what do I know"))
    if fault is LostLease:
        assert minded.channel.delivered == []
        await minded.app.stop()
        await minded.start()
    await answered(minded)
    assert failed
    assert [one.reply.text for one in minded.channel.delivered] == [
        "Let me look.\n\nYou have none."
    ]
    assert len(minded.model.asks) == 2


async def test_a_vendor_that_is_away_is_asked_again_from_where_it_broke(minded):
    minded.says([LIST], [Unavailable("fake", "away")], ["You have none."])
    await minded.send(minded.speaker(), Text("mentor what do I know"))
    await answered(minded)
    assert minded.channel.delivered[0].reply.text == "You have none."
    assert len(minded.model.asks) == 3  # the first answer was kept


async def test_drafts_show_what_is_settled(minded):
    minded.says(
        ["Cells divide in four phases, see [evil](http://evil.test/a b) and [Book, p. 9] first."]
    )
    await minded(
        (
            "mentor how do cells divide",
            "Cells divide in four phases, see evil (link removed) and first.",
        )
    )
    drafts = minded.channel.drafts
    assert drafts
    assert all("evil." not in one and "Book" not in one for one in drafts)
    assert drafts[0].startswith("Cells divide in four")


async def test_an_answer_of_a_small_model_says_so_and_its_ask_is_short(minded):
    minded.model.abilities = Abilities(small_offline=True)
    minded.says(["Plants eat light."])
    await minded(
        (
            "explain photosynthesis to me",
            re.compile(r"^Plants eat light\.\n\n\(This was answered by a small offline model"),
        )
    )
    (ask,) = minded.model.asks
    assert not ask.tools
    assert len(ask.system) < 200
    assert ask.max_tokens <= 300


async def test_no_model_is_told_with_what_it_takes(minded):
    minded.app.house.minds = lambda: None
    await minded(("explain photosynthesis to me", re.compile("OPENAI_API_KEY.*viva doctor")))


@pytest.mark.parametrize(
    ("script", "answer"),
    [
        ([Final("refused", Usage(), "fake", "m")], "The language model does not want"),
        (["Half", Final("length", Usage(), "fake", "m")], r"Half…\n\n\(There is more to say"),
        ([""], "The language model came to no answer"),
    ],
)
async def test_an_answer_that_is_none_is_told(minded, script, answer):
    minded.says(script)
    await minded(("explain photosynthesis to me", re.compile(f"^{answer}")))


async def test_what_is_too_long_is_asked_shorter_then_told(minded):
    long = ContextTooLong("fake", "too long")
    minded.says([long], ["Short."], [long], [long])
    await minded(
        ("explain photosynthesis to me", "Short."),
        ("explain mitosis to me", re.compile("^This is too much at once")),
    )
    full, short, *_ = minded.model.asks
    assert full.tools
    assert not short.tools
    assert len(short.system) < len(full.system) / 2


async def test_the_thread_goes_on_and_stays_small(minded):
    def answer(ask):
        return ["in short"] if ask.system.startswith("Sum up") else ["word " * 600]

    minded.says(*[answer] * 40)
    anna = minded.speaker()
    for number in range(12):
        await anna.say(f"mentor tell me more about {number}")
    await anna.say("mentor and now")
    last = [one for one in minded.model.asks if not one.system.startswith("Sum up")][-1]
    said = [one.text for one in last.messages if isinstance(one, UserMessage)]
    assert said[-1].startswith("mentor and now\n\n<data ")
    assert "summary>\nin short\n" in said[-1]
    assert said[-2] == "mentor tell me more about 11"
    assert "mentor tell me more about 0" not in said
    assert sum(len(one.text) for one in last.messages) < 6_000 * 3.5 + 200
    rows = minded.app.house.database.read("SELECT count(*) FROM record WHERE kind = 'thread'")
    assert rows == [(1,)]
    assert Thread.scope == "person"  # exported and erased with them


async def test_free_words_go_to_whom_they_last_spoke_with(minded):
    minded.says(["One."], ["Two."], ["Three."])
    anna = await minded(
        ("why do leaves fall in autumn then", "One."),
        ("ask the curator how to begin", "Two."),
    )
    minded.clock.leap(minded.clock.now() + timedelta(minutes=1))
    await anna(("and how do they come again", "Three."))
    assert [ask.assistant for ask in minded.model.asks] == ["mentor", "curator", "curator"]


class Costly(FakeLanguageModel):
    """Each answer uses so many tokens, as the gateway would note them."""

    ledger: Ledger

    async def stream(self, request):
        await self.ledger.note(Charge("llm", "fake", "scripted", 30, 12))
        async for piece in super().stream(request):
            yield piece


async def test_a_budget_is_warned_of_once_and_then_spent(tmp_path):
    model = Costly(["Cells."], ["Plants."], ["Walls."])
    dialog = Dialog(tmp_path, given=house(model))
    dialog.settings |= {"VIVA_BUDGET_DAILY_TOKENS": "100"}
    await dialog.start()
    ledger = dialog.app.house.ledger
    assert ledger is not None
    model.ledger = ledger
    try:
        anna = await dialog(
            ("mentor what is a cell", "Cells."),
            ("mentor and a plant", re.compile(r"^Plants\.\n\nYou have used 84 % of today")),
            ("mentor and a wall", "Walls."),
            ("mentor and a tree", re.compile("^Your budget for today is spent: 100 tokens")),
            ("show my notes", "You have no notes yet."),
        )
        await dialog.speaker("bert").say("show my notes")
        dialog.clock.leap(dialog.clock.now() + timedelta(days=1))
        model.scripts.append(["Trees."])
        await anna(("mentor and a tree", "Trees."))
    finally:
        await dialog.app.stop()


async def test_a_small_model_that_goes_round_in_circles_is_stopped(minded):
    minded.model.abilities = Abilities(small_offline=True)
    minded.says(["Ein Blatt ist grün. " + "Das ist ein klassisches Beispiel.\n\n" * 40])
    await minded(
        (
            "explain photosynthesis to me",
            re.compile(r"^Ein Blatt ist grün\. Das ist ein klassisches Beispiel\.\n\n\(This was"),
        )
    )
    assert minded.model.closed_early == 1


@pytest.mark.parametrize("inline", [None, 7.0])
async def test_a_call_ends_with_what_the_platform_waits(minded, inline):
    told = []

    def answer(ask):
        told.append(caller())
        return ["Cells."]

    minded.channel.surface = Surface(inline_seconds=inline)
    minded.says(answer)
    before = time.monotonic()
    await minded(("mentor what is a cell", "Cells."))
    (who,) = told
    assert (who.assistant, who.channel, who.owner) == ("mentor", "dialog", "turn/1")
    assert who.person_id
    assert who.deadline == math.inf if inline is None else 6.5 < who.deadline - before < 10
