"""Model weights that ship inside registry packages: found, joined, checked and kept in the cache.

They are data. Nothing of such a package is ever imported, and what runs code reads only files
whose hash we know.
"""

import hashlib
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from core.errors import Rejected, Unavailable

Share = Callable[[float], None]
"""Told the share done, 0-1."""
CHUNK = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class File:
    """One file of a model: `parts` are (distribution, file name), joined in that order."""

    name: str
    parts: tuple[tuple[str, str], ...]
    size: int
    """Bytes of the whole."""
    sha256: str


@dataclass(frozen=True, slots=True)
class Weights:
    """A model; `name` is the name of its folder in the cache."""

    name: str
    files: tuple[File, ...]

    @property
    def distributions(self) -> tuple[str, ...]:
        """The packages that carry it, each once, in order."""
        return tuple(dict.fromkeys(dist for file in self.files for dist, _ in file.parts))

    @property
    def size(self) -> int:
        """Bytes of all files together."""
        return sum(file.size for file in self.files)


def missing(weights: Weights) -> tuple[str, ...]:
    """The packages that are not installed; cheap, and nothing is imported."""
    return tuple(name for name in weights.distributions if not _installed(name))


def is_unpacked(weights: Weights, cache: Path) -> bool:
    """Whether the cache holds every file at its full length."""
    folder = cache / weights.name
    return all(_size(folder / file.name) == file.size for file in weights.files)


def unpack(weights: Weights, cache: Path, tell: Share = lambda _: None) -> Path:
    """The folder that holds the model, filled if it is not yet (a second for 150 MB).

    Raises `Unavailable` where a package is not installed, `Rejected` where a file is not the one
    we know, and OSError where the disk will not take it. Several processes may call it at once.
    """
    folder = cache / weights.name
    if is_unpacked(weights, cache):
        return folder
    if lacking := missing(weights):
        raise Unavailable("weights", f"not installed: {', '.join(lacking)}")
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{weights.name}-", dir=cache) as made:
        fresh = Path(made, "fresh")
        fresh.mkdir()
        done = 0

        def count(more: int) -> None:
            nonlocal done
            done += more
            tell(min(done / weights.size, 1.0))

        for file in weights.files:
            _join(file, fresh / file.name, count)
        _sync(fresh)
        try:
            # Another process may have been faster: then its copy stays.
            if not is_unpacked(weights, cache):
                if folder.exists():
                    folder.rename(Path(made, "broken"))
                fresh.rename(folder)
        except OSError:
            if not is_unpacked(weights, cache):
                raise
    _sync(cache)
    return folder


def _join(file: File, to: Path, count: Callable[[int], None]) -> None:
    digest = hashlib.sha256()
    with to.open("wb") as out:
        for distribution, name in file.parts:
            with _find(distribution, name).open("rb") as part:
                while chunk := part.read(CHUNK):
                    out.write(chunk)
                    digest.update(chunk)
                    count(len(chunk))
        out.flush()
        os.fsync(out.fileno())
    if digest.hexdigest() != file.sha256:
        raise Rejected("weights", f"{file.name} of {file.parts[0][0]} is not the file we know")


def _find(distribution: str, name: str) -> Path:
    for file in metadata.files(distribution) or ():
        if file.name == name:
            return Path(str(file.locate()))
    raise Rejected("weights", f"{distribution} holds no {name}")


def _installed(distribution: str) -> bool:
    try:
        metadata.distribution(distribution)
    except metadata.PackageNotFoundError:
        return False
    return True


def _size(path: Path) -> int | None:
    return path.stat().st_size if path.is_file() else None


def _sync(folder: Path) -> None:
    """So that the names in it survive a power cut too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
