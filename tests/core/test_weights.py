"""Packaged weights: joined, checked, kept, and never taken for what they are not."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from core.errors import Rejected, Unavailable
from core.integrations import _weights
from core.integrations._weights import File, Weights, is_unpacked, missing, unpack
from core.integrations._whisper_weights import BASE, TINY_EN

FIRST, SECOND, NAMES = b"first half, ", b"second half", b"a b c"
WHOLE = FIRST + SECOND


def known(data: bytes, name: str, *parts: tuple[str, str]) -> File:
    return File(name, parts, len(data), hashlib.sha256(data).hexdigest())


WEIGHTS = Weights(
    "made-up",
    (
        known(WHOLE, "model.bin", ("made-up-one", "model.1"), ("made-up-two", "model.2")),
        known(NAMES, "names.txt", ("made-up-one", "names.txt")),
    ),
)


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Installs a distribution that carries files, and that raises when it is imported."""
    site = tmp_path / "site"
    monkeypatch.syspath_prepend(site)

    def put(distribution: str, files: dict[str, bytes]) -> Path:
        package = distribution.replace("-", "_")
        folder = site / package
        (folder / "data").mkdir(parents=True)
        (folder / "__init__.py").write_text("raise SystemExit('imported')\n")
        about = site / f"{package}-1.0.dist-info"
        about.mkdir()
        (about / "METADATA").write_text(f"Name: {distribution}\nVersion: 1.0\n")
        names = [f"{package}/__init__.py", *(f"{package}/data/{name}" for name in files)]
        (about / "RECORD").write_text("".join(f"{name},,\n" for name in names))
        for name, data in files.items():
            (folder / "data" / name).write_bytes(data)
        return folder / "data"

    return put


@pytest.fixture
def installed(install: Callable[..., Path]) -> Path:
    install("made-up-two", {"model.2": SECOND})
    return install("made-up-one", {"model.1": FIRST, "names.txt": NAMES})


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def left(cache: Path) -> list[str]:
    return sorted(entry.name for entry in cache.iterdir())


def test_parts_are_joined_in_order(installed: Path, cache: Path) -> None:
    shares: list[float] = []
    folder = unpack(WEIGHTS, cache, shares.append)
    assert (folder / "model.bin").read_bytes() == WHOLE
    assert (folder / "names.txt").read_bytes() == NAMES
    assert left(cache) == ["made-up"]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_the_second_time_reads_no_package(
    installed: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (unpack(WEIGHTS, cache) / "model.bin").stat()
    monkeypatch.setattr(_weights, "_find", lambda *_: pytest.fail("looked for it again"))
    after = (unpack(WEIGHTS, cache) / "model.bin").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_a_half_copy_is_made_anew(installed: Path, cache: Path) -> None:
    folder = unpack(WEIGHTS, cache)
    (folder / "model.bin").write_bytes(FIRST)
    assert not is_unpacked(WEIGHTS, cache)
    assert (unpack(WEIGHTS, cache) / "model.bin").read_bytes() == WHOLE
    (folder / "names.txt").unlink()
    assert (unpack(WEIGHTS, cache) / "names.txt").read_bytes() == NAMES
    assert left(cache) == ["made-up"]


def test_what_is_missing_is_named(install: Callable[..., Path], cache: Path) -> None:
    install("made-up-one", {"model.1": FIRST, "names.txt": NAMES})
    assert missing(WEIGHTS) == ("made-up-two",)
    with pytest.raises(Unavailable, match="made-up-two"):
        unpack(WEIGHTS, cache)
    assert not cache.exists()


@pytest.mark.parametrize("file", ["model.1", "names.txt"])
def test_another_file_of_the_same_length_is_refused(
    installed: Path, cache: Path, file: str
) -> None:
    path = installed / file
    path.write_bytes(bytes(len(path.read_bytes())))
    with pytest.raises(Rejected, match="not the file we know"):
        unpack(WEIGHTS, cache)
    assert left(cache) == []


def test_a_package_without_the_file_is_refused(install: Callable[..., Path], cache: Path) -> None:
    install("made-up-two", {"other": SECOND})
    install("made-up-one", {"model.1": FIRST, "names.txt": NAMES})
    with pytest.raises(Rejected, match=r"holds no model\.2"):
        unpack(WEIGHTS, cache)
    assert left(cache) == []


def test_a_full_disk_leaves_nothing(
    installed: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        unpack(WEIGHTS, cache)
    assert left(cache) == []


def test_another_process_may_be_faster(installed: Path, cache: Path) -> None:
    theirs: list[int] = []

    def overtake(_share: float) -> None:
        if not theirs:
            theirs.append(0)
            theirs[0] = unpack(WEIGHTS, cache).stat().st_ino

    folder = unpack(WEIGHTS, cache, overtake)
    assert folder.stat().st_ino == theirs[0]
    assert (folder / "model.bin").read_bytes() == WHOLE
    assert left(cache) == ["made-up"]


@pytest.mark.parametrize("weights", [BASE, TINY_EN], ids=lambda weights: weights.name)
def test_the_real_ones_are_what_we_know(weights: Weights, tmp_path: Path) -> None:
    if lacking := missing(weights):
        pytest.skip(f"not installed: {lacking}")
    unpack(weights, tmp_path)
    assert is_unpacked(weights, tmp_path)
