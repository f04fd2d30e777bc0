"""Records: what a skill keeps, finds again, and never sees of somebody else."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from core.errors import Conflict
from core.model import Person, Target
from core.store.database import Database
from core.store.meaning import MeaningIndex
from core.store.records import Records
from core.study import Note, Reminder
from tests.databases import caught_up, fresh
from tests.fakes.embedder import FakeEmbedder
from tests.fakes.vectors import FakeVectors

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)


@pytest.fixture(params=["words", "meaning"])
async def database(request, tmp_path):
    """The same is expected of both ways to search."""
    database = School(fresh(tmp_path / "viva.db"))
    database.open()
    if request.param == "meaning":
        database.index = MeaningIndex(database, FakeEmbedder(), FakeVectors())
        await database.index.start()
    for who in ("anna", "ben"):
        await database.write(partial(_person, person=Person(who)))
    yield database
    if database.index:
        await database.index.stop()
    await database.close()


class School(Database):
    """With an index of meaning, or without."""

    index: MeaningIndex | None = None


def _person(connection, person):
    connection.execute(
        "INSERT INTO person(id, workspace, language, version) VALUES (?,?,?,0)",
        (person.id, person.workspace, person.language),
    )


def notes(database, who="anna", language="en"):
    return Records(Note, who, who, None, language, database, meaning=database.index)


def reminders(database, who="anna"):
    return Records(Reminder, who, who, None, "en", database)


async def keep(database, records):
    await database.write(records.write)
    if database.index:
        await caught_up(database, database.index)


async def texts(found):
    return [note.text for note in found]


async def test_what_is_added_is_there_at_once_and_after_the_commit(database):
    mine = notes(database)
    added = await mine.add(Note("Osmosis needs a membrane", NOW))

    assert added == await mine.get(added.id)
    assert await notes(database).list() == []

    await keep(database, mine)

    assert [added] == await notes(database).list()


async def test_the_newest_comes_first(database):
    mine = notes(database)
    for text in ("one", "two", "three"):
        await mine.add(Note(text, NOW))
    await keep(database, mine)
    more = notes(database)
    await more.add(Note("four", NOW))

    assert await texts(await more.list(limit=3)) == ["four", "three", "two"]


@pytest.mark.parametrize(
    ("language", "kept", "asked"),
    [
        ("en", "The exams are in room 5", "exam"),
        ("en", "Read chapter-three", "chapter three"),
        ("es", "Los exámenes son el lunes", "examen"),
        ("de", "Die Prüfungen sind am Montag", "prüfung"),
        ("ru", "Экзамены в понедельник", "экзамен"),
        ("ru", "Ещё одна тетрадь", "тетради еще"),
        ("en", 'He said "NOT (this OR that)"', "NOT this*"),
    ],
)
async def test_search_finds_other_forms_of_a_word(database, language, kept, asked):
    mine = notes(database, language=language)
    await mine.add(Note(kept, NOW))

    assert [kept] == await texts(await mine.search(asked))  # of this turn's own writes

    await keep(database, mine)

    assert [kept] == await texts(await notes(database, language=language).search(asked))


@pytest.mark.parametrize(
    ("language", "kept", "asked"),
    [
        ("en", "Membran und Zelle", "Membranen"),
        ("en", "die Membranen", "Membran"),
        ("de", "membranes let water through", "membrane"),
        ("es", "Membranas y células", "membrane"),
        ("ru", "мембрана клетки", "о мембране"),
        ("ru", "о мембране", "мембрана"),
        ("ru", "мембраной", "мембраны"),
    ],
)
async def test_search_forgives_an_ending_that_the_stemmer_missed(database, language, kept, asked):
    mine = notes(database, language=language)
    await mine.add(Note(kept, NOW))

    assert [kept] == await texts(await mine.search(asked))

    await keep(database, mine)

    assert [kept] == await texts(await notes(database, language=language).search(asked))


@pytest.mark.parametrize(
    ("language", "kept", "asked"),
    [
        ("en", "a portable radio", "port"),
        ("en", "the port of Hamburg", "portable"),
        ("en", "an interruption", "inter"),
        ("es", "la casamentera", "casa"),
        ("de", "der Hausmeister", "Haus"),
        ("de", "Prüfungskommission", "Prüfung"),
        ("ru", "домохозяйка", "дом"),
        ("ru", "контрольная", "контракт"),
        ("en", "call 123456", "12345"),
    ],
)
async def test_search_takes_no_other_word_for_a_form(database, language, kept, asked):
    mine = notes(database, language=language)
    await mine.add(Note(kept, NOW))

    assert await mine.search(asked) == []

    await keep(database, mine)

    assert await notes(database, language=language).search(asked) == []


async def test_search_prefers_the_exact_word(database):
    mine = notes(database)
    for text in ("an organ", "organic food"):
        await mine.add(Note(text, NOW))
    await keep(database, mine)

    assert await texts(await notes(database).search("organ")) == ["an organ", "organic food"]
    assert await texts(await notes(database).search("organic")) == ["organic food", "an organ"]


async def test_a_reminder_of_an_older_version_is_still_read(database):
    """As it was kept before it could be fixed to its instant."""
    body = (
        '{"text":"stretch","wall":"2026-11-18T10:10:00","due":"2026-11-18T10:10:00Z",'
        '"target":{"channel":"console","account":"main","conversation":"anna"},'
        '"language":"en","every":null,"id":"abc"}'
    )
    sql = (
        "INSERT INTO record(kind, id, scope, person_id, schema_version, revision, body, terms, due)"
        " VALUES ('reminder', 'abc', 'p_anna', 'anna', 1, 1, ?, 'stretch', 0)"
    )
    await database.write(lambda connection: connection.execute(sql, (body.encode(),)))

    (kept,) = await reminders(database).list()

    assert (kept.text, kept.fixed, kept.wall.minute) == ("stretch", False, 10)


async def test_search_prefers_more_words_then_the_newer(database):
    mine = notes(database)
    for text in ("cells", "cells divide by mitosis", "cells and walls divide"):
        await mine.add(Note(text, NOW))
    await keep(database, mine)

    found = await texts(await notes(database).search("how do cells divide"))

    assert found == ["cells and walls divide", "cells divide by mitosis", "cells"]


async def test_a_removed_or_changed_note_is_not_found_as_it_was(database):
    mine = notes(database)
    gone, changed = await mine.add(Note("gone", NOW)), await mine.add(Note("old words", NOW))
    await keep(database, mine)
    later = notes(database)
    await later.remove(gone.id)
    await later.get(changed.id)
    await later.put(replace(changed, text="fresh words"))

    for records in (later, notes(database)):
        assert await records.search("gone") == [] or records is not later
        assert await texts(await later.search("fresh")) == ["fresh words"]
        assert await later.search("old") == []
    await keep(database, later)

    assert await notes(database).search("gone old") == []
    assert await texts(await notes(database).search("fresh")) == ["fresh words"]


async def test_nobody_sees_the_records_of_another(database):
    mine = notes(database)
    secret = await mine.add(Note("my secret", NOW))
    await keep(database, mine)
    theirs = notes(database, "ben")

    assert await theirs.get(secret.id) is None
    assert await theirs.search("secret") == []
    assert await theirs.list() == []
    assert not await theirs.remove(secret.id)


async def test_of_two_who_change_the_same_one_the_second_must_run_again(database):
    mine = notes(database)
    note = await mine.add(Note("first", NOW))
    await keep(database, mine)
    one, two = notes(database), notes(database)
    await one.put(replace(await one.get(note.id), text="one"))
    await two.put(replace(await two.get(note.id), text="two"))
    await keep(database, one)

    with pytest.raises(Conflict):
        await keep(database, two)

    assert await texts(await notes(database).list()) == ["one"]


async def test_fields_of_a_newer_version_survive_rewriting(database):
    mine = notes(database)
    note = await mine.add(Note("x", NOW))
    await keep(database, mine)
    await database.write(
        lambda c: c.execute("UPDATE record SET body = json_set(body, '$.colour', 'red')")
    )
    again = notes(database)
    await again.put(replace(await again.get(note.id), text="y"))
    await keep(database, again)

    body = database.read("SELECT json_extract(body, '$.colour') FROM record")

    assert body == [("red",)]


async def test_due_ones_come_in_their_order(database):
    mine = reminders(database)
    target = Target("console", "main", "anna")
    for hours in (3, 1, 2):
        due = NOW + timedelta(hours=hours)
        await mine.add(Reminder(f"in {hours}", due.replace(tzinfo=None), due, target, "en"))
    await keep(database, mine)

    found = await reminders(database).due(NOW + timedelta(hours=2, seconds=1))

    assert await texts(found) == ["in 1", "in 2"]
    assert await texts(await reminders(database).list()) == ["in 1", "in 2", "in 3"]


async def test_what_there_is_one_of_is_added_by_the_first_only(database):
    first, second = notes(database), notes(database)
    for mine in (first, second):
        await mine.add(Note("x", NOW), key="own")
    await keep(database, first)

    with pytest.raises(Conflict):
        await keep(database, second)

    assert len(await notes(database).list()) == 1


async def test_what_there_is_one_of_is_each_owners_and_each_kinds(database):
    for mine in (notes(database), notes(database, "ben")):
        await mine.add(Note("x", NOW), key="own")
        await keep(database, mine)

    assert [len(await notes(database, who).list()) for who in ("anna", "ben")] == [1, 1]


async def test_what_was_removed_can_be_had_anew(database):
    mine = notes(database)
    old = await mine.add(Note("old", NOW), key="own")
    await keep(database, mine)
    mine = notes(database)
    await mine.remove(old.id)
    await keep(database, mine)
    mine = notes(database)
    await mine.add(Note("new", NOW), key="own")
    await keep(database, mine)
    assert await texts(await notes(database).list()) == ["new"]

    mine = notes(database)  # both in one turn
    await mine.remove((await mine.list())[0].id)
    await mine.add(Note("newest", NOW), key="own")
    await keep(database, mine)

    assert await texts(await notes(database).list()) == ["newest"]


async def test_who_adds_a_second_one_knowingly_has_two(database):
    mine = notes(database)
    for text in ("one", "two"):
        await mine.add(Note(text, NOW), key="own")
    await keep(database, mine)

    assert await texts(await notes(database).list()) == ["two", "one"]
