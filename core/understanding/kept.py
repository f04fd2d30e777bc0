"""What reading the sentences has come to, kept for the next start: it can all be made again."""

import hashlib
import logging
import os
from collections.abc import Sequence
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from core.skill.declare import IntentSpec

log = logging.getLogger(__name__)

T = TypeVar("T")
CODE = ("index.py", "kept.py", "pattern.py", "samples.py", "sentences.py", "templates.py")
"""Our own modules that what is kept depends on."""


class Kept:
    """Values of one language by name, as long as files, intents and code are the same."""

    def __init__(self, cache: Path | None, folder: Path, specs: Sequence[IntentSpec]) -> None:
        """Without a `cache` nothing is kept."""
        self._cache = cache
        self._language = folder.name
        self._key = _key(folder, specs) if cache else ""

    def read(self, name: str, kind: Any) -> Any | None:
        """The value as `kind`; None where there is none, or none that can be read."""
        if self._cache is None:
            return None
        try:
            return msgspec.json.decode(self._path(name).read_bytes(), type=kind)
        except (OSError, msgspec.MsgspecError):
            return None

    def write(self, name: str, value: object) -> None:
        """Keeps it, and drops what stood there for other files; a full disk is no fault."""
        if self._cache is None:
            return
        path = self._path(name)
        fresh = path.with_suffix(f".{os.getpid()}")
        try:
            self._cache.mkdir(parents=True, exist_ok=True, mode=0o700)
            fresh.write_bytes(msgspec.json.encode(value))
            fresh.rename(path)
            for old in self._cache.glob(f"{self._language}-{name}-*.json"):
                if old != path:
                    old.unlink(missing_ok=True)
        except OSError as error:
            log.warning("sentences are not kept: %s", type(error).__name__)
            with suppress(OSError):
                fresh.unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        assert self._cache is not None
        return self._cache / f"{self._language}-{name}-{self._key}.json"


def _key(folder: Path, specs: Sequence[IntentSpec]) -> str:
    digest = hashlib.sha256(version("hassil").encode())
    here = Path(__file__).parent
    files = [here / name for name in CODE]
    files += sorted((*folder.glob("*.yaml"), *folder.glob("*.ftl")))
    for path in files:
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    for spec in specs:
        slots = [(slot.name, [kind.__name__ for kind in slot.kinds]) for slot in spec.slots]
        digest.update(repr((spec.name, slots)).encode())
    return digest.hexdigest()[:32]
