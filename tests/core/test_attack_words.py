"""A whole book kept and asked about: nobody else waits, and words stay those of their owner."""

import asyncio
import random
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from time import perf_counter

import pytest

from core.journal import Work
from core.model import Identity, Person
from core.store import terms
from core.store.database import Database
from core.store.people import Known
from core.study import Passage
from tests.databases import fresh

ENDINGS = ("", "ing", "ational", "ness", "ed", "ies")


def words(many, seed=1):
    """No word is met often enough to be remembered."""
    rng = random.Random(seed)  # the same book each time
    letters = "abcdefghijklmnopqrstuvwxyz"
    return ["".join(rng.choices(letters, k=7)) + rng.choice(ENDINGS) for _ in range(many)]


def stemmed(said):
    return [terms._term.__wrapped__(word, "en") for word in said]


def test_two_threads_stem_their_own_words():
    halves = [words(3000, seed=1), words(3000, seed=2)]
    alone = [stemmed(half) for half in halves]
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(2) as threads:
            assert list(threads.map(stemmed, halves)) == alone
    finally:
        sys.setswitchinterval(usual)


@pytest.fixture
async def work(tmp_path):
    """Anna's, with a book of 150 passages that is not yet committed."""
    database = Database(fresh(tmp_path / "viva.db"))
    database.open()
    anna = Person("anna")
    await database.write(
        lambda connection: connection.execute(
            "INSERT INTO person(id, workspace, language, version) VALUES ('anna', 'home', 'en', 0)"
        )
    )
    made = Work(database, "turn/1", Known(anna, Identity("", "anna", "", "")), anna)
    said = words(150 * 150)
    for at in range(150):
        text = " ".join(["osmosis", *said[at * 150 : at * 150 + 150]])
        await made.records(Passage).add(Passage("book", "Book", str(at), text, at))
    yield made
    await database.close()


async def test_others_commit_while_a_book_is_made_ready(work):
    passages = work.records(Passage)
    began = perf_counter()
    ready = asyncio.create_task(_kept(work.database, passages))
    waits = []
    while not ready.done():
        since = perf_counter()
        await work.database.write(lambda connection: connection.execute("SELECT 1"))
        waits.append(perf_counter() - since)
    await ready
    took = perf_counter() - began
    assert took > 0.2, "a book that takes no time shows nothing"
    assert max(waits) < took / 3
    assert len(await _found(work.database, "osmosis")) == 5


async def _kept(database, passages):
    """As `Work.commit` does it."""
    await passages.index()
    await database.write(passages.write)


async def test_a_long_question_to_a_book_holds_up_nobody(work):
    passages = work.records(Passage)
    await passages.index()
    await work.database.write(passages.write)
    worst = 0.0

    async def watch():
        nonlocal worst
        while True:
            since = perf_counter()
            await asyncio.sleep(0.005)
            worst = max(worst, perf_counter() - since)

    watching = asyncio.create_task(watch())
    await asyncio.sleep(0.02)
    found = await _found(work.database, " ".join(["osmosis", *words(380, seed=2)]))
    await asyncio.sleep(0.02)
    watching.cancel()
    assert len(found) == 5
    assert worst < 2.0, "150 passages against 380 words"


async def _found(database, asked):
    anna = Person("anna")
    later = Work(database, "turn/2", Known(anna, Identity("", "anna", "", "")), anna)
    return await later.records(Passage).search(asked)


async def test_what_was_changed_is_found_by_its_new_words(work):
    passages = work.records(Passage)
    (first,) = await passages.search("osmosis", limit=1)
    await passages.put(replace(first, text="Only mitosis now."))
    assert first.id in {one.id for one in await passages.search("mitosis")}
    await passages.index()
    await work.database.write(passages.write)
    assert [one.id for one in await _found(work.database, "mitosis")] == [first.id]
