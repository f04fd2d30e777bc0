"""The index of meaning, killed while it follows: in the end it holds what the records hold."""

import asyncio
import random
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from core.integrations.vectors import qdrant_edge
from core.store.codec import decode
from core.store.database import Database
from core.store.meaning import MeaningIndex
from tests.databases import caught_up, fresh
from tests.fakes.embedder import FakeEmbedder, vector

pytestmark = pytest.mark.torture

ROUNDS = 25
WRITER = """
    import asyncio, random, sys
    from dataclasses import replace
    from datetime import UTC, datetime
    from pathlib import Path
    from core.integrations.vectors import qdrant_edge
    from core.store.database import Database
    from core.store.meaning import MeaningIndex
    from core.store.records import Records
    from core.study import Note
    from tests.fakes.embedder import FakeEmbedder

    WORDS = "exam osmosis car milk doctor study bread lamp river stone".split()

    async def main(folder, seed):
        chance = random.Random(seed)
        database = Database(folder / "viva.db")
        database.open()
        # Another model in every third life.
        embedder = FakeEmbedder(f"concepts-{seed % 3 // 2}")
        index = MeaningIndex(database, embedder, qdrant_edge.create({}, folder))
        await index.start()
        print("ready", flush=True)
        while True:
            notes = Records(Note, "anna", None, None, "en", database)
            text = " ".join(chance.choices(WORDS, k=4))
            old = list(await notes.list(40))
            what = chance.random()
            if what < 0.4 or not old:
                await notes.add(Note(text, datetime.now(UTC)))
            elif what < 0.7:
                await notes.put(replace(chance.choice(old), text=text))
            else:
                await notes.remove(chance.choice(old).id)
            await database.write(notes.write)
            index.wake()
            await asyncio.sleep(chance.choice([0, 0.001, 0.005]))

    asyncio.run(main(Path(sys.argv[1]), int(sys.argv[2])))
"""


def lives(folder: Path) -> None:
    """One after the other, each killed at some moment."""
    chance = random.Random(1)
    for seed in range(ROUNDS):
        command = [sys.executable, "-c", textwrap.dedent(WRITER), str(folder), str(seed)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path.cwd()) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == b"ready\n"
            time.sleep(chance.uniform(0.01, 0.6))
            child.send_signal(signal.SIGKILL)


async def test_after_every_kill_the_index_holds_what_the_records_hold(tmp_path: Path) -> None:
    fresh(tmp_path / "viva.db")
    await asyncio.to_thread(lives, tmp_path)
    database = Database(tmp_path / "viva.db")
    database.open()
    store = qdrant_edge.create({}, tmp_path)
    index = MeaningIndex(database, FakeEmbedder("concepts-0"), store)
    await index.start()
    await asyncio.sleep(1)
    await caught_up(database, index)
    rows = database.read("SELECT id, body FROM record")
    texts = {id: decode(body)["text"] for id, body in rows}

    assert len(texts) > ROUNDS
    assert await store.count("concepts-1") == 0
    assert await store.count("concepts-0") == len(texts)
    for id, text in texts.items():
        near = await store.search("concepts-0", "note", "p_anna", vector(text), len(texts))
        assert next(one.score for one in near if one.id == id) == pytest.approx(1.0, abs=1e-4)
    await index.stop()
    await store.close()
    await database.close()
