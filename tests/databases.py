"""A fresh database for a test: migrated once a run, then copied."""

import asyncio
import shutil
import tempfile
from functools import lru_cache
from pathlib import Path

from core.store.database import Database
from core.store.meaning import MeaningIndex
from core.store.upgrade import upgrade


@lru_cache(maxsize=1)
def _migrated() -> Path:
    path = Path(tempfile.mkdtemp(prefix="viva-tests-")) / "viva.db"
    upgrade(path)
    return path


def fresh(path: Path) -> Path:
    """Puts a database of the newest schema there; returns its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    for part in _migrated().parent.iterdir():
        shutil.copy(part, path.with_name(part.name.replace("viva.db", path.name)))
    return path


async def caught_up(database: Database, index: MeaningIndex) -> None:
    """Returns when everything that was committed is in the index."""
    index.wake()
    async with asyncio.timeout(10):
        while database.read("SELECT 1 FROM vector WHERE stale > 0"):
            await asyncio.sleep(0.002)
