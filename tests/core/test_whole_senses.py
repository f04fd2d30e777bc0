"""Voices, photos, papers and meaning through the whole house, each by a vendor's own wire."""

import pytest

import skills
from bots.commands.front import Front
from bots.commands.speak import speak
from tests.databases import caught_up
from tests.documents import pdf
from tests.fakes.llm_wire import Heard, Said
from tests.fakes.stt_server import Told
from tests.pictures import saved, written
from tests.recordings import encode
from tests.speech import say
from tests.whole import AGREES, SEEN, house

__all__ = ["house"]

SUM = SEEN.format(language="en", text="1/2 + 1/3 = 2/5", shown="A sum, in a child's hand.")


def eyes(mentor: str):
    """A model that sees a sum, and as a mentor says something else."""

    def answer(heard: Heard) -> Said:
        return Said(SUM if heard.system.startswith("You are the eyes") else mentor)

    return answer


def asked_of_mentor(vendor) -> list[Heard]:
    return [one for one in vendor.heard if not one.system.startswith("You are the eyes")]


async def test_a_voice_note_is_heard_by_groq_and_done(house):
    whole = await house("groq")
    words = "Remind me tomorrow at nine to revise chapter three."
    whole.world.groq.ears.tell = lambda posted: Told(((words, 0.0, 3.0),))
    anna = whole.speaker()
    await whole.ask(anna, AGREES)
    reply = await whole.ask(anna, whole.voice(encode(say("good morning"))))
    assert words in reply.text
    assert "Tomorrow, Thursday 19 November, 09:00" in reply.text
    (posted,) = whole.world.groq.ears.posted
    assert posted.one("model") == "whisper-large-v3-turbo"
    assert posted.one("language") == "en"
    assert whole.world.groq.arrived == []
    assert len(await whole.wait(hours=24)) == 1


async def test_a_question_that_is_spoken_goes_to_the_mentor(house):
    whole = await house("groq")
    words = "How does photosynthesis work?"
    whole.world.groq.ears.tell = lambda posted: Told(((words, 0.0, 3.0),))
    whole.world.groq.answer = lambda heard: Said("By light.")
    anna = whole.speaker()
    await whole.ask(anna, AGREES)
    reply = await whole.ask(anna, whole.voice(encode(say("good morning"))))
    assert words in reply.text
    assert reply.text.endswith("By light.")


@pytest.mark.parametrize("name", ["openai", "groq", "ollama"])
async def test_a_homework_photo_is_read_and_seen_by_the_mentor(house, name):
    whole = await house(name, VIVA_LLM=name, VIVA_VISION=name)
    vendor = getattr(whole.world, name)
    vendor.answer = eyes("Look at the denominators: what do they have in common?")
    photo = saved(written("1/2 + 1/3 = 2/5"))
    anna = whole.speaker()
    reply = await whole.ask(anna, *whole.pictures(photo, caption="is this right?"))
    assert "Look at the denominators" in reply.text
    looked, *answered = vendor.heard
    assert "is this right?" in looked.text
    assert looked.images[0].startswith(b"\xff\xd8\xff")
    (mentor,) = answered
    assert "1/2 + 1/3 = 2/5" in mentor.text
    assert mentor.images == (photo,)
    reply = await whole.ask(anna, "mentor and what is the next step?")
    assert vendor.heard[-1].images == (photo,)


async def test_one_vendor_reads_the_photo_and_the_mentor_of_another_has_its_words(house):
    whole = await house("openai", "groq", VIVA_LLM="groq", VIVA_VISION="openai")
    whole.world.openai.answer = whole.world.groq.answer = eyes("Common denominators.")
    photo = saved(written("1/2 + 1/3 = 2/5"))
    reply = await whole.ask(whole.speaker(), *whole.pictures(photo))
    assert "Common denominators." in reply.text
    assert len(whole.world.openai.heard) == 1
    (mentor,) = whole.world.groq.heard
    assert "1/2 + 1/3 = 2/5" in mentor.text


async def test_several_pictures_are_one_question(house):
    whole = await house("groq")
    groq = whole.world.groq
    groq.answer = eyes("Both pages are about sums.")
    pages = [saved(written(f"page {number}")) for number in (1, 2, 3)]
    reply = await whole.ask(whole.speaker(), *whole.pictures(*pages, caption="compare these"))
    assert "Both pages are about sums." in reply.text
    assert [len(one.images) for one in groq.heard] == [3, 3]
    assert groq.arrived == ["qwen/qwen3.6-27b"] * 2


async def test_a_paper_is_cited_with_its_page_and_only_where_it_was_shown(house):
    whole = await house("openai")
    openai = whole.world.openai
    openai.answer = lambda heard: Said(
        "Osmosis needs a membrane [Biology.pdf, p. 2]. So says everybody [Physics.pdf, p. 9]."
    )
    paper = pdf("Cells have walls.", "Osmosis is diffusion of water across a membrane.")
    anna = whole.speaker()
    told = await whole.ask(anna, whole.document(paper, "Biology.pdf"))
    assert "Biology.pdf" in told.text
    assert openai.arrived == []
    reply = await whole.ask(anna, "mentor what is osmosis?")
    assert reply.text == "Osmosis needs a membrane [Biology.pdf, p. 2]. So says everybody."
    assert "[Biology.pdf, p. 2]" in openai.heard[0].text
    assert "diffusion of water across a membrane" in openai.heard[0].text


async def test_a_note_is_found_by_other_words(house):
    whole = await house("openai", "qdrant", VIVA_LLM="none", VIVA_EMBEDDINGS="openai")
    anna = whole.speaker()
    await whole.ask(anna, "note that the exam is in room twelve")
    await whole.ask(anna, "note that milk is cheap on Mondays")
    await caught_up(whole.app.house.database, whole.app.meaning)
    assert whole.world.qdrant.client.get_collections().collections
    reply = await whole.ask(anna, "find my notes about the assessment")
    assert "room twelve" in reply.text
    assert "milk" not in reply.text
    whole.world.openai.embedder.fault = "500"
    reply = await whole.ask(anna, "find my notes about the exam")
    assert "room twelve" in reply.text


async def test_the_assistant_finds_by_other_words_too(house):
    whole = await house("openai", "qdrant", VIVA_EMBEDDINGS="openai")
    openai = whole.world.openai

    def answer(heard: Heard) -> Said:
        if heard.after_tool:
            return Said("In room twelve.")
        return Said(calls=(("notes__find", {"text": "assessment"}),))

    openai.answer = answer
    anna = whole.speaker()
    await whole.ask(anna, "note that the exam is in room twelve")
    await caught_up(whole.app.house.database, whole.app.meaning)
    assert (await whole.ask(anna, "mentor where is my assessment?")).text == "In room twelve."
    assert "the exam is in room twelve" in openai.heard[-1].text


@pytest.mark.parametrize("name", ["openai", "groq"])
async def test_a_text_is_said_aloud(house, tmp_path, capsys, name):
    whole = await house(name, VIVA_TTS=name)
    out = tmp_path / "said.ogg"
    front = Front({"VIVA_HOME": str(whole.home), **whole.settings}, skills, ())
    assert await speak(front, "Photosynthesis makes sugar.", "en", out) == 0
    assert out.read_bytes().startswith(b"OggS")
    assert [one["input"] for one in getattr(whole.world, name).voice.asked] == [
        "Photosynthesis makes sugar."
    ]
    assert capsys.readouterr().out.endswith(f"{name}\n")


async def test_a_scanned_paper_is_looked_at_and_cited(house):
    whole = await house("groq")
    groq = whole.world.groq
    text = "Osmosis is diffusion of water across a membrane."
    seen = SEEN.format(language="en", text=text, shown="-")
    cited = "Through a membrane [Scan.pdf, p. 1]."
    groq.answer = lambda heard: Said(seen if heard.images else cited)
    anna = whole.speaker()
    await whole.ask(anna, whole.document(pdf(saved(written(text))), "Scan.pdf"))
    reply = await whole.ask(anna, "mentor what is osmosis?")
    assert reply.text == cited
    assert [len(one.images) for one in groq.heard] == [1, 0]
    assert text in groq.heard[1].text
