"""The mentor through the whole pipeline: asked, gone on with, over papers, without a model."""

import re

import pytest

from core.errors import UserError
from core.ports.llm import Abilities, AssistantMessage, UserMessage
from tests.minded import PNG, document, lecture, minded, picture

__all__ = ["minded"]

TALKS = {
    "en": ("explain photosynthesis to me", "simpler please", "give me a hint"),
    "es": ("explícame la fotosíntesis", "más fácil por favor", "dame una pista"),
    "de": ("erklär mir die Photosynthese", "einfacher bitte", "gib mir einen Tipp"),
    "ru": ("объясни мне фотосинтез", "попроще пожалуйста", "дай мне подсказку"),
}


@pytest.mark.parametrize("language", TALKS)
async def test_a_question_is_answered_and_gone_on_with(minded, language):
    minded.says(["Plants."], ["Leaves."], ["Think of light."], ["All of it."])
    asked, simpler, hint = TALKS[language]
    anna = await minded((asked, "Plants."), language=language)
    assert len(anna.choices) == 4
    solution = list(anna.choices)[2]
    await anna((simpler, "Leaves."), (hint, "Think of light."), (f"[{solution}]", "All of it."))
    assert solution not in anna.choices
    first, *_, last = minded.model.asks
    assert first.messages == (UserMessage(asked),)
    assert last.messages[:2] == (UserMessage(asked), AssistantMessage("Plants."))
    assert [ask.assistant for ask in minded.model.asks] == ["mentor"] * 4
    assert "anna" not in (first.user or "anna")


async def test_homework_in_a_photo_is_looked_at_and_kept_in_mind(minded):
    minded.says(["The first line is right."], ["Divide both sides by two."])
    anna = minded.speaker()
    reply = await minded.show(anna, *picture("2x = 8, so x = 6"))
    assert reply.text.endswith("The first line is right.")
    await anna(("[A hint]", "Divide both sides by two."))
    first, second = minded.model.asks
    (shown,) = first.messages
    assert shown.text.startswith("Please look at what I sent")
    assert re.search(r"<data \w{16} picture>\n2x = 8, so x = 6\n</data", shown.text)
    assert shown.images[0].data.startswith(PNG)
    assert shown.images[0].media_type == "image/png"
    before, *_, now = second.messages
    assert "2x = 8" in before.text
    assert before.images == shown.images
    assert now.text == "Give me one more hint, but not the solution."
    assert now.images == ()


async def test_a_model_that_does_not_look_reads(minded):
    minded.model.abilities = Abilities(images=False)
    minded.says(["It is right."])
    await minded.show(minded.speaker(), *picture("2x = 8, so x = 4", "did I do that well"))
    (ask,) = minded.model.asks
    assert ask.messages[0].images == ()
    assert "2x = 8" in ask.messages[0].text


async def test_a_paper_is_cited_by_its_page_and_by_no_other(minded):
    paper = "Cells are small.\fMitosis has four phases.\fPlants have walls."
    minded.says(["Four [Biology.pdf, p. 2], not nine [Biology.pdf, p. 9] [Chemistry.pdf, p. 2]."])
    anna = minded.speaker()
    reply = await minded.show(anna, *document(paper, caption="how many phases are there then"))
    assert reply.text == "Four [Biology.pdf, p. 2], not nine."
    (ask,) = minded.model.asks
    assert "[Biology.pdf, p. 2]\nMitosis has four phases." in ask.messages[0].text
    assert "Mitosis" not in ask.system

    minded.says(["It was on [Biology.pdf, p. 2]."], ["[Biology.pdf, p. 1] says that."])
    await anna(
        ("mentor which phases does mitosis have again", "It was on [Biology.pdf, p. 2]."),
        ("mentor and walls", "[Biology.pdf, p. 1] says that."),  # still in the thread
    )


async def test_of_a_long_paper_the_pages_on_the_question_are_shown(minded):
    pages = [f"page {number} " + "filler " * 250 for number in range(1, 60)]
    pages[46] += "the krebs cycle makes energy"
    minded.says(["By the Krebs cycle [Biology.pdf, p. 47]."])
    reply = await minded.show(
        minded.speaker(), *document("\f".join(pages), caption="how does the krebs cycle work then")
    )
    assert reply.text == "By the Krebs cycle [Biology.pdf, p. 47]."
    (ask,) = minded.model.asks
    assert "[Biology.pdf, p. 47]" in ask.messages[0].text
    assert len(ask.messages[0].text) < 50_000


async def test_a_lecture_is_cited_by_its_time(minded):
    minded.says(["At the beginning."])
    await minded.show(minded.speaker(), *lecture("Enzymes are proteins.", "what are enzymes then"))
    (ask,) = minded.model.asks
    assert re.search(r"\[Recording[^]]*, 0:00\]\n.*Enzymes are proteins", ask.messages[0].text)


async def test_another_persons_papers_are_theirs(minded):
    minded.says(["One."], ["Two."])
    anna, bert = minded.speaker("anna"), minded.speaker("bert")
    await minded.show(anna, *document("the zebra is striped", caption="why is that so then"))
    await bert(("mentor why is the zebra striped", "Two."))
    assert "striped" in minded.model.asks[0].messages[0].text
    assert minded.model.asks[1].messages == (UserMessage("mentor why is the zebra striped"),)


async def test_nothing_said_is_asked_for(minded):
    minded.says(["Of course."])
    await minded(
        ("ask the mentor", re.compile("^What shall I explain")),
        ("what a cell is and what it does all day long", "Of course."),
    )


async def test_a_picture_answers_what_shall_i_explain(minded):
    minded.says(["It is right."])
    anna = await minded(("ask the mentor", re.compile("^What shall I explain")))
    assert (await minded.show(anna, *picture("2x = 8"))).text.endswith("It is right.")


async def test_without_a_model_ones_own_papers_and_notes_are_found(minded):
    minded.app.house.minds = lambda: None
    anna = await minded(("note that mitosis is on page 12", re.compile("Saved")))
    await minded.show(anna, *document("intro\fMitosis has four phases.", caption="read my paper"))
    await anna(
        (
            "explain mitosis to me",
            re.compile(
                r"^I found this in your own documents and notes:\n"
                r"• Mitosis has four phases\. \[Biology\.pdf, p\. 2\]\n"
                r"• mitosis is on page 12\n\nTo explain and plan I need a language model"
            ),
        ),
        ("explain entropy to me", re.compile(r"^To explain and plan I need .* “viva doctor”")),
    )


async def test_a_spent_budget_is_told_in_the_ledgers_words(minded):
    minded.says([UserError("button-stale")])
    await minded(("explain entropy to me", "This button is too old. Please ask me again."))


async def test_a_hint_on_nothing_asks_what_it_is_about(minded):
    minded.says(["Begin with the last line."])
    await minded(
        ("give me a hint", re.compile("^What shall I explain")),
        ("the proof of the theorem of Pythagoras", "Begin with the last line."),
    )


async def test_a_small_model_stands_behind_what_the_persons_documents_say(minded):
    minded.model.abilities = Abilities(small_offline=True)
    minded.says(["Water moves."], ["Lima, I think."])
    anna = minded.speaker()
    await minded.show(anna, *document("Cells are small.\fOsmosis moves water through walls."))
    reply = await anna.say("why does osmosis move water")
    assert reply.text.startswith(
        "From your own documents:\n• Osmosis moves water through walls. [Biology.pdf, p. 2]\n\n"
        "Water moves.\n\n(This was answered by a small offline model"
    )
    assert reply.choices == (), "it could not go on"
    reply = await anna.say("what is the capital of Peru?")
    assert reply.text.startswith("Lima, I think."), "nothing there bears on it"
    assert len(minded.model.asks[-1].messages) == 1, "what it said before would be said again"


@pytest.mark.parametrize("said", ["what is 7 times 8?", "solve 2x+3=11", "what is 12*12", "5 - 3?"])
async def test_a_small_model_is_asked_for_no_sums(minded, said):
    minded.model.abilities = Abilities(small_offline=True)
    reply = await minded.speaker().say(f"mentor {said}")
    assert reply.text.startswith("This is something to calculate")
    assert not minded.model.asks


@pytest.mark.parametrize("said", ["the cause of the war", "blargh"])
async def test_a_small_model_is_asked_only_what_is_a_question(minded, said):
    minded.model.abilities = Abilities(small_offline=True)
    assert "not" in (await minded.speaker().say(said)).text
    assert not minded.model.asks


async def test_a_model_that_knows_english_only_is_not_asked_in_german(minded):
    minded.model.abilities = Abilities(small_offline=True, languages=("en",))
    anna = minded.speaker(language="de")
    reply = await anna.say("erkläre mir die Osmose")
    assert "kann nur Englisch" in reply.text
    assert not minded.model.asks
