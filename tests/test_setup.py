"""Set-up from nothing: the pins say what pyproject.toml asks for, and the Makefile what it does."""

import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, distributions, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS: dict[str, list[str]] = PROJECT["project"]["optional-dependencies"]
GROUPS = ("core", *EXTRAS)
DROPPED = {
    canonicalize_name(Requirement(line).name)
    for line in (ROOT / "pins" / "dropped.in").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
}


def pins(group: str) -> dict[str, Requirement]:
    text = (ROOT / "pins" / f"{group}.txt").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = (line.partition("--hash")[0] for line in text.splitlines())
    found = [Requirement(line) for line in lines if line.strip()]
    assert found, group
    return {canonicalize_name(one.name): one for one in found}


def pinned(one: Requirement) -> str:
    (only,) = one.specifier
    assert only.operator == "==", one
    return only.version


@pytest.mark.parametrize("group", GROUPS)
def test_every_pin_is_exact_and_hashed(group: str) -> None:
    text = (ROOT / "pins" / f"{group}.txt").read_text(encoding="utf-8").replace("\\\n", " ")
    for line in text.splitlines():
        assert re.match(r"\S+==\S+ ", line), line
        assert "--hash=sha256:" in line, line
        assert "://" not in line, line


def test_there_is_one_file_of_pins_a_group() -> None:
    assert {path.stem for path in (ROOT / "pins").glob("*.txt")} == set(GROUPS)


def test_no_package_is_pinned_twice_differently() -> None:
    seen: dict[str, str] = {}
    for group in GROUPS:
        for package, one in pins(group).items():
            assert seen.setdefault(package, pinned(one)) == pinned(one), package


@pytest.mark.parametrize("group", GROUPS)
def test_pins_satisfy_what_is_declared(group: str) -> None:
    asked = PROJECT["project"]["dependencies"] if group == "core" else EXTRAS[group]
    have = {**pins("core"), **pins(group)}
    for line in asked:
        want = Requirement(line)
        assert want.specifier.contains(pinned(have[canonicalize_name(want.name)])), line


def test_what_is_installed_is_what_is_pinned() -> None:
    wrong = []
    for group in GROUPS:
        for package, one in pins(group).items():
            if one.marker and not one.marker.evaluate():
                continue
            try:
                found = version(package)
            except PackageNotFoundError:
                found = "nothing"
            if found != pinned(one):
                wrong.append(f"{group}: {package} {found}, pinned {pinned(one)}")
    assert not wrong, "\n".join(wrong)


def test_what_is_installed_agrees_with_itself() -> None:
    """What `pip check` says, for the pinned packages: installed without looking at dependencies."""
    ours = {package for group in GROUPS for package in pins(group)}
    complaints = []
    for one in distributions():
        if canonicalize_name(one.name) not in ours:
            continue
        for line in one.requires or []:
            want = Requirement(line)
            if canonicalize_name(want.name) in DROPPED:
                continue
            if want.marker and not want.marker.evaluate({"extra": ""}):
                continue
            try:
                found = version(want.name)
            except PackageNotFoundError:
                found = None
            if found is None or not want.specifier.contains(found, prereleases=True):
                complaints.append(f"{one.name} wants {line}, has {found}")
    assert not complaints, "\n".join(complaints)


def test_the_build_packages_come_with_core() -> None:
    have = pins("core")
    for line in [*PROJECT["build-system"]["requires"], *PROJECT["dependency-groups"]["build"]]:
        want = Requirement(line)
        assert want.specifier.contains(pinned(have[canonicalize_name(want.name)])), line


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A checkout with one pin-less group, and programs on PATH that a test puts there."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "pins").mkdir()
    for group in GROUPS:
        (tmp_path / "pins" / f"{group}.txt").touch()
    (tmp_path / "programs").mkdir()
    for program in ("sh", "rm", "touch", "grep", "cat", "sed", "make"):
        found = shutil.which(program)
        assert found, program
        (tmp_path / "programs" / program).symlink_to(found)
    return tmp_path


def program(bare: Path, name: str, script: str) -> None:
    path = bare / "programs" / name
    path.write_text(f"#!{shutil.which('sh')}\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def make(bare: Path, *words: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    environ = {"PATH": str(bare / "programs"), "HOME": str(bare)}
    return subprocess.run(
        [str(bare / "programs" / "make"), *words],
        cwd=bare,
        env=environ,
        input=stdin,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def ours(told: str) -> list[str]:
    return [line for line in told.splitlines() if line.startswith("vivavoce: ")]


def test_no_new_enough_python_is_one_sentence(bare: Path) -> None:
    program(bare, "python3", "exit 1")
    done = make(bare, "chat")
    assert done.returncode != 0
    assert done.stdout == ""
    (sentence,) = ours(done.stderr)
    assert "Python 3.11 or newer" in sentence
    assert "make chat PYTHON=" in sentence


def test_a_missing_venv_module_is_one_sentence(bare: Path) -> None:
    program(bare, "python3", 'case "$*" in *ensurepip*) exit 1;; esac')
    done = make(bare, "chat")
    assert done.returncode != 0
    (sentence,) = ours(done.stderr)
    assert "apt install python3-venv" in sentence


def test_a_failed_environment_leaves_nothing_half_made(bare: Path) -> None:
    program(
        bare,
        "python3",
        'case "$*" in *"-m venv"*) mkdir -p .venv/bin; echo disk full >&2; exit 1;; esac',
    )
    (bare / "programs" / "mkdir").symlink_to(shutil.which("mkdir") or "")
    done = make(bare, "chat")
    assert done.returncode != 0
    assert "disk full" in done.stderr
    assert "run make again" in ours(done.stderr)[-1]
    assert not (bare / ".venv").exists()


def stamp_all(bare: Path) -> None:
    for stamp in (".made", ".project", *(f".pins-{group}" for group in GROUPS)):
        (bare / ".venv" / stamp).touch()


@pytest.mark.parametrize(("goal", "told"), [("chat", "550 MB"), ("chat-small", "300 MB")])
def test_a_first_start_says_what_it_will_fetch(bare: Path, goal: str, told: str) -> None:
    python = bare / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f"#!{shutil.which('sh')}\nexit 0\n", encoding="utf-8")
    python.chmod(0o755)
    (bare / ".venv" / ".made").touch()
    first, *others = ours(make(bare, goal).stderr)
    assert told in first
    assert ("make chat-small" in first) == (goal == "chat")
    assert len(others) == (7 if goal == "chat" else 2)
    assert ours(make(bare, goal).stderr) == []


def test_a_second_start_says_nothing_of_its_own(bare: Path) -> None:
    """Lines in, replies out: stdin reaches the conversation whole, and stdout is its alone."""
    python = bare / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f"#!{shutil.which('sh')}\necho $*; exec cat\n", encoding="utf-8")
    python.chmod(0o755)
    stamp_all(bare)
    done = make(bare, "chat", stdin="one\ntwo\n")
    assert done.stderr == ""
    assert done.stdout == "-m bots chat\none\ntwo\n"


def test_a_dead_interpreter_is_noticed(bare: Path) -> None:
    """A system upgrade took the Python away: the stamps are there, the environment is not."""
    (bare / ".venv" / "bin").mkdir(parents=True)
    (bare / ".venv" / "bin" / "python").symlink_to(bare / "gone")
    stamp_all(bare)
    program(bare, "python3", "exit 1")
    done = make(bare, "chat")
    assert "Python 3.11 or newer" in ours(done.stderr)[0]


def test_a_mirror_in_pip_conf_is_pips(tmp_path: Path, bare: Path) -> None:
    """uv does not read pip.conf: where that names an index, pip installs although uv is there."""
    made = bare / ".venv" / "bin" / "python"
    made.parent.mkdir(parents=True)
    made.write_text(
        f"#!{shutil.which('sh')}\n"
        'case "$*" in *"config list"*) cat pip.conf;; *install*) echo "pip $*" >&2;; esac\n',
        encoding="utf-8",
    )
    made.chmod(0o755)
    (bare / ".venv" / ".made").touch()
    program(bare, "uv", 'echo "uv $*" >&2')
    (tmp_path / "pip.conf").write_text("global.index-url='file:///mirror'\n", encoding="utf-8")
    assert "pip -m pip" in make(bare, ".venv/.pins-core").stderr
    (bare / ".venv" / ".pins-core").unlink()
    (tmp_path / "pip.conf").write_text("global.extra-index-url='x'\n", encoding="utf-8")
    assert "uv pip install" in make(bare, ".venv/.pins-core").stderr


def test_python_is_new_enough_for_what_is_declared() -> None:
    assert PROJECT["project"]["requires-python"] == ">=3.11"
    assert sys.version_info >= (3, 11)
