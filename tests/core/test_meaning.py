"""Records found by what they mean, and never those that are not there as they were."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from core.errors import Rejected, Unauthorised, Unavailable
from core.ports.vectors import Near
from core.store.records import Records
from core.study import Note, Passage
from tests.clock import settle
from tests.school import NOW, School, quiet_school


@pytest.fixture
async def quiet(tmp_path) -> AsyncIterator[School]:
    """Nobody follows yet."""
    async with quiet_school(tmp_path) as school:
        yield school


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
    assert school.index is not None
    assert await school.index.near("note", "p_anna", "exam") == []
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


async def test_passages_are_found_within_their_own_kind(school) -> None:
    passages = Records(Passage, "anna", "anna", None, "en", school.database, meaning=school.index)
    made = await passages.add(Passage("m", "Biology", "3", "Diffusion through a wall"))
    await school.database.write(passages.write)
    await school.keep("an automobile")
    await school.caught_up()
    again = Records(Passage, "anna", "anna", None, "en", school.database, meaning=school.index)

    assert await again.search("osmosis") == [made]
    assert await school.found("osmosis") == []
