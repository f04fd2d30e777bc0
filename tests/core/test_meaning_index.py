"""The index of meaning follows the records, whatever happens."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from core.errors import Rejected, Unavailable
from core.integrations.vectors import qdrant_edge
from core.ports.caller import Priority
from core.ports.llm import WrongModel
from core.store.meaning import BATCH
from tests.clock import settle
from tests.school import School, quiet_school


@pytest.fixture
async def quiet(tmp_path) -> AsyncIterator[School]:
    """Nobody follows yet."""
    async with quiet_school(tmp_path) as school:
        yield school


@pytest.fixture
async def school(quiet: School) -> School:
    await quiet.start()
    return quiet


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
    assert school.vectors.points["concepts-1", "note", kept[0].id].revision == 2


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


async def test_erasing_waits_for_no_embedder_and_no_queue(school) -> None:
    await school.keep("Klausur on Monday")
    (other,) = await school.keep("an exam", who="ben")
    await school.caught_up()
    school.embedder.error = Unavailable("fake", "away")
    await school.keep(*(f"word{number}" for number in range(2 * BATCH)), who="ben")
    await settle()
    await school.database.write(
        lambda connection: connection.execute("DELETE FROM record WHERE person_id = 'anna'")
    )
    await school.clock.advance(2)

    assert school.indexed() == {other.id}


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


async def test_one_that_goes_while_it_is_begun_leaves_no_vector(school) -> None:
    """It had none so far, so its mark went with it."""
    remove, write = school.change, school.database.write

    async def late(operation):
        school.database.write = write
        await remove(note, None)
        return await write(operation)

    await settle()
    (note,) = await school.keep("Klausur on Monday")
    school.database.write = late
    await settle()
    await school.caught_up()

    assert school.indexed() == set()


async def test_with_the_engine_itself_through_a_restart(quiet, tmp_path) -> None:
    quiet.vectors = qdrant_edge.create({}, tmp_path / "cache")
    await quiet.start()
    kept = await quiet.keep("Klausur on Monday", "an automobile", "Bake bread on Sunday")
    await quiet.keep("an exam of ben's", who="ben")
    await quiet.caught_up()

    assert await quiet.found("exam") == ["Klausur on Monday"]
    await quiet.stop()
    await quiet.vectors.close()
    await quiet.change(kept[0], None)
    quiet.vectors = qdrant_edge.create({}, tmp_path / "cache")
    await quiet.start()
    await settle()
    await quiet.caught_up()

    assert await quiet.found("exam") == []
    assert await quiet.found("car") == ["an automobile"]
    assert await quiet.vectors.count("concepts-1") == 3
    await quiet.stop()
    await quiet.vectors.close()
