"""A fresh database for a test: migrated once a run, then copied."""

import shutil
import tempfile
from functools import lru_cache
from pathlib import Path

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
