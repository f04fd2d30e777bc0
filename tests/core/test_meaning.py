"""Records found by what they mean, and the index that follows them whatever happens."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.errors import Rejected, Unauthorised, Unavailable
from core.model import Person
from core.ports.caller import Priority
from core.ports.llm import WrongModel
from core.ports.vectors import Near
from core.store.database import Database
from core.store.meaning import BATCH, MeaningIndex
from core.store.records import Records
from core.study import Note, Passage
from tests.clock import VirtualClock, settle
from tests.databases import caught_up, fresh
from tests.fakes.embedder import FakeEmbedder
from tests.fakes.vectors import FakeVectors

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)


class School:
    """A database of two people with an index that can be stopped and started."""

    def __init__(self, path: Path) -> None:
        self.database = Database(path)
        self.embedder = FakeEmbedder()
        self.vectors = FakeVectors()
        self.clock = VirtualClock()
        self.patience = 2.0
        self.index: MeaningIndex | None = None

    async def start(self) -> None:
        self.index = MeaningIndex(
            self.database,
            self.embedder,
            self.vectors,
            sleep=self.clock.sleep,
            patience=self.patience,
        )
        await self.index.start()

    async def stop(self) -> None:
        if self.index is not None:
            await self.index.stop()

    def notes(self, who: str = "anna") -> Records[Note]:
        return Records(Note, who, who, None, "en", self.database, meaning=self.index)

    async def keep(self, *texts: str, who: str = "anna") -> list[Note]:
        notes = self.notes(who)
        kept = [await notes.add(Note(text, NOW)) for text in texts]
        await self.database.write(notes.write)
        if self.index:
            self.index.wake()
        return kept

    async def change(self, note: Note, text: str | None) -> None:
        notes = self.notes()
        if text is None:
            await notes.remove(note.id)
        else:
            await notes.get(note.id)
            await notes.put(replace(note, text=text))
        await self.database.write(notes.write)

    async def caught_up(self) -> None:
        assert self.index is not None
        await caught_up(self.database, self.index)

    async def found(self, words: str, who: str = "anna") -> list[str]:
        return [note.text for note in await self.notes(who).search(words)]

    def indexed(self, model: str = "concepts-1") -> set[str]:
        return {id for of, _, id in self.vectors.points if of == model}


def _people(connection):
    for who in ("anna", "ben"):
        person = Person(who)
        connection.execute(
            "INSERT INTO person(id, workspace, language, version) VALUES (?,?,?,0)",
            (person.id, person.workspace, person.language),
        )


@pytest.fixture
async def quiet(tmp_path) -> AsyncIterator[School]:
    """Nobody follows yet."""
    school = School(fresh(tmp_path / "viva.db"))
    school.database.open()
    await school.database.write(_people)
    yield school
    await school.stop()
    await school.database.close()


@pytest.fixture
async def school(quiet: School) -> School:
    await quiet.start()
    return quiet


@pytest.mark.parametrize(
    ("kept", "asked"),
    [
        ("Klausur on Monday", "when is my exam"),
        ("The automobile is at the garage", "car"),
        ("Saw the physician about the knee", "doctor"),
        ("Diffusion through a wall", "what did I write about osmosis"),
    ],
)
async def test_only_meaning_finds_other_words(school, kept, asked) -> None:
    await school.keep(kept, "Bake bread on Sunday")
    await school.caught_up()

    assert kept in await school.found(asked)
    assert "Bake bread on Sunday" not in await school.found(asked)
    school.index = None
    assert await school.found(asked) == []


async def test_what_both_find_comes_first(school) -> None:
    await school.keep("car wash", "an automobile", "exam of the car mechanics: car and exam")
    await school.caught_up()

    found = await school.found("car")

    assert set(found) == {"car wash", "an automobile", "exam of the car mechanics: car and exam"}
    assert found[-1] == "an automobile"


@pytest.mark.parametrize("nonsense", ["zyxw qwv", "umbrella tango", "???", ""])
async def test_nonsense_finds_nothing(school, nonsense) -> None:
    await school.keep("Klausur on Monday", "an automobile")
    await school.caught_up()

    assert await school.found(nonsense) == []


async def test_a_turn_finds_its_own_writes_by_their_words_alone(school) -> None:
    exam, car = await school.keep("Klausur on Monday", "an automobile")
    await school.caught_up()
    notes = school.notes()
    await notes.add(Note("a fresh assessment", NOW))
    await notes.get(exam.id)
    await notes.put(replace(exam, text="bake bread"))
    await notes.remove(car.id)

    assert [note.text for note in await notes.search("exam")] == []
    assert [note.text for note in await notes.search("car")] == []
    assert [note.text for note in await notes.search("assessment")] == ["a fresh assessment"]
    assert [note.text for note in await notes.search("bread")] == ["bake bread"]


async def test_a_changed_record_is_not_found_by_what_it_meant(school) -> None:
    (note,) = await school.keep("Klausur on Monday")
    await school.caught_up()
    await school.change(note, "an automobile")  # and nobody has told the index

    assert await school.found("exam") == []
    assert await school.found("car") == []

    await school.caught_up()

    assert await school.found("exam") == []
    assert await school.found("car") == ["an automobile"]


async def test_a_removed_record_never_comes_back(school) -> None:
    (note,) = await school.keep("Klausur on Monday")
    await school.caught_up()
    await school.change(note, None)

    assert school.indexed() == {note.id}
    assert await school.found("exam") == []

    await school.caught_up()

    assert school.indexed() == set()
    assert school.database.read("SELECT * FROM vector") == []


async def test_one_that_is_removed_while_a_search_waits_is_not_found(school) -> None:
    (note,) = await school.keep("my exam, the Klausur")
    await school.caught_up()
    school.embedder.gate = asyncio.Event()
    searching = asyncio.ensure_future(school.found("exam"))
    await settle()
    await school.change(note, None)
    school.embedder.gate.set()

    assert await searching == []


async def test_nobody_finds_the_records_of_another_even_if_the_store_errs(school) -> None:
    (theirs,) = await school.keep("Klausur on Monday", who="ben")
    await school.caught_up()
    assert await school.found("exam") == []
    assert await school.found("exam", "ben") == ["Klausur on Monday"]

    async def err(*asked: object) -> list[Near]:
        return [Near(theirs.id, 1.0), Near("never-was", 1.0)]

    school.vectors.search = err
    assert await school.found("exam") == []
    assert await school.found("exam", "ben") == ["Klausur on Monday"]


@pytest.mark.parametrize(
    "error", [Unavailable("fake", "away"), Unauthorised("fake", "401"), Rejected("fake", "400")]
)
async def test_a_search_without_an_embedder_goes_by_the_words(school, error) -> None:
    await school.keep("the car", "an automobile")
    await school.caught_up()
    school.embedder.error = error

    assert await school.found("car") == ["the car"]


async def test_a_search_without_a_store_goes_by_the_words(school) -> None:
    await school.keep("the car", "an automobile")
    await school.caught_up()
    school.vectors.away = True

    assert await school.found("car") == ["the car"]


async def test_a_slow_embedder_holds_a_search_up_no_longer_than_its_patience(quiet) -> None:
    quiet.patience = 0.1
    await quiet.start()
    await quiet.keep("the car", "an automobile")
    await quiet.caught_up()
    quiet.embedder.gate = asyncio.Event()
    begun = asyncio.get_running_loop().time()

    assert await quiet.found("car") == ["the car"]
    assert 0.09 < asyncio.get_running_loop().time() - begun < 0.5


async def test_a_turn_waits_for_no_index(school) -> None:
    school.embedder.gate = asyncio.Event()
    kept = await school.keep("one", "two")
    await settle()
    await school.change(kept[0], "three")

    assert [note.text for note in await school.notes().list()] == ["two", "three"]
    assert len(school.embedder.calls) == 1
    school.embedder.gate.set()
    await school.caught_up()
    assert school.indexed() == {note.id for note in kept}


async def test_nobody_waits_for_the_index_so_it_comes_last(school) -> None:
    await school.keep("one")
    await school.caught_up()
    await school.found("one")

    assert school.embedder.priorities == [Priority.LOW, Priority.MEDIUM]


async def test_what_was_there_before_is_embedded_by_the_batch_and_the_newest_first(quiet) -> None:
    kept = await quiet.keep(*(f"word{number}" for number in range(2 * BATCH + 5)))
    await quiet.start()
    await quiet.caught_up()

    assert quiet.indexed() == {note.id for note in kept}
    assert [len(texts) for texts in quiet.embedder.calls] == [BATCH, BATCH, 5]
    assert f"word{2 * BATCH + 4}" in quiet.embedder.calls[0]


async def test_a_start_with_nothing_to_do_asks_nobody(school) -> None:
    await school.keep("one", "two")
    await school.caught_up()
    await school.stop()
    school.embedder.calls.clear()
    await school.start()
    await settle()

    assert school.embedder.calls == []


async def test_another_model_begins_anew_and_the_old_vectors_go(school) -> None:
    kept = await school.keep("Klausur on Monday", "an automobile")
    await school.caught_up()
    await school.stop()
    await school.change(kept[1], None)
    school.embedder.model = "concepts-2"
    await school.start()
    await settle()
    await school.caught_up()

    assert school.indexed("concepts-1") == set()
    assert school.indexed("concepts-2") == {kept[0].id}
    assert await school.found("exam") == ["Klausur on Monday"]


async def test_a_store_that_lost_some_is_filled_again(school) -> None:
    kept = await school.keep("Klausur on Monday", "an automobile")
    await school.caught_up()
    await school.stop()
    del school.vectors.points["concepts-1", "note", kept[0].id]
    await school.start()
    await settle()
    await school.caught_up()

    assert school.indexed() == {note.id for note in kept}


@pytest.mark.parametrize("moment", ["before", "after"])
async def test_a_crash_around_a_put_loses_nothing_and_forgets_nothing(school, moment) -> None:
    """The process ends when the store has it, or has not, and nothing says so."""
    put = school.vectors.put

    async def die(model, points):
        if moment == "after":
            await put(model, points)
        await asyncio.Event().wait()

    school.vectors.put = die
    kept = await school.keep("Klausur on Monday", "an automobile")
    await settle()
    await school.stop()
    school.vectors.put = put
    assert bool(school.indexed()) == (moment == "after")
    await school.change(kept[1], None)

    school.embedder.model = "concepts-2"  # the worst: nobody would ever look for them again
    await school.start()
    await settle()
    await school.caught_up()

    assert school.indexed("concepts-1") == set()
    assert school.indexed("concepts-2") == {kept[0].id}


async def test_erasing_a_person_erases_their_vectors_even_if_the_store_is_away(school) -> None:
    await school.keep("Klausur on Monday", "an automobile")
    (other,) = await school.keep("an exam", who="ben")
    await school.caught_up()
    school.vectors.away = True
    await school.database.write(
        lambda connection: connection.execute("DELETE FROM record WHERE person_id = 'anna'")
    )
    assert school.index is not None
    school.index.wake()
    await settle()
    assert len(school.indexed()) == 3
    school.vectors.away = False
    await school.clock.advance(2)
    await school.caught_up()

    assert school.indexed() == {other.id}
    assert school.database.read("SELECT id FROM vector") == [(other.id,)]


async def test_one_that_was_never_embedded_leaves_no_trace(quiet) -> None:
    (note,) = await quiet.keep("one")
    await quiet.change(note, None)

    assert quiet.database.read("SELECT * FROM vector") == []


async def test_a_provider_that_is_away_is_asked_again_less_and_less_often(school) -> None:
    school.embedder.error = Unavailable("fake", "away")
    await school.keep("one")
    await settle()
    assert len(school.embedder.calls) == 1
    await school.clock.advance(1)
    assert len(school.embedder.calls) == 2
    await school.keep("two")  # is no reason to ask before the time
    await school.clock.advance(1)
    assert len(school.embedder.calls) == 2
    await school.clock.advance(1)
    assert len(school.embedder.calls) == 3
    school.embedder.error = Unavailable("fake", "away", retry_after=50)
    await school.clock.advance(4)
    assert len(school.embedder.calls) == 4
    await school.clock.advance(49)
    assert len(school.embedder.calls) == 4
    school.embedder.error = None
    await school.clock.advance(1)
    await school.caught_up()

    assert len(school.indexed()) == 2


async def test_a_text_that_is_refused_holds_up_no_other(school) -> None:
    school.embedder.refused["bomb"] = Rejected("fake", "400")
    kept = await school.keep("Klausur on Monday", "a bomb", "an automobile")
    await school.caught_up()

    assert school.indexed() == {kept[0].id, kept[2].id}
    assert await school.found("exam") == ["Klausur on Monday"]
    asked = len(school.embedder.calls)
    await school.keep("four")
    await school.caught_up()
    assert len(school.embedder.calls) == asked + 2 - 1
    school.embedder.refused.clear()
    await school.change(kept[1], "a test")
    await school.caught_up()
    assert kept[1].id in school.indexed()


async def test_a_refused_one_is_tried_again_by_the_next_start(school) -> None:
    school.embedder.refused["bomb"] = Rejected("fake", "400")
    (note,) = await school.keep("a bomb")
    await school.caught_up()
    await school.stop()
    school.embedder.refused.clear()
    await school.start()
    await settle()
    await school.caught_up()

    assert school.indexed() == {note.id}


@pytest.mark.parametrize("error", [WrongModel("fake", "404"), Rejected("fake", "307")])
async def test_what_is_refused_whatever_the_text_is_nobodys_fault(quiet, error) -> None:
    await quiet.keep("one", "two", "three")
    quiet.embedder.error = error
    await quiet.start()
    await settle()
    quiet.embedder.error = None
    await quiet.clock.advance(1)
    await quiet.caught_up()

    assert len(quiet.indexed()) == 3


async def test_kinds_without_words_and_texts_without_any_are_left_out(school) -> None:
    blank = await school.keep("   ")
    await school.database.write(
        lambda connection: connection.execute(
            "INSERT INTO record(kind, id, scope, schema_version, revision, body, terms)"
            " VALUES ('stranger', 'x', 'p_anna', 1, 1, '{}', '')"
        )
    )
    await school.caught_up()
    assert school.embedder.calls == []
    await school.change(blank[0], "an automobile")
    await school.caught_up()

    assert await school.found("car") == ["an automobile"]


async def test_passages_are_found_within_their_own_kind(school) -> None:
    passages = Records(Passage, "anna", "anna", None, "en", school.database, meaning=school.index)
    made = await passages.add(Passage("m", "Biology", "3", "Diffusion through a wall"))
    await school.database.write(passages.write)
    await school.keep("an automobile")
    await school.caught_up()
    again = Records(Passage, "anna", "anna", None, "en", school.database, meaning=school.index)

    assert await again.search("osmosis") == [made]
    assert await school.found("osmosis") == []
