"""The shape the house keeps: what import-linter cannot say, read from the sources themselves."""

import ast
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("bots", "core", "skills")
VAGUE = re.compile(r"(^|_)(utils?|helpers?|common|managers?|misc|stuff)(_|$)")
# In pieces, so that this file does not name what it looks for.
HOSTS = re.compile(
    r"py" r"pi\.org|python" r"hosted|npm" r"js|--(extra-)?index-url\b|--find-links\b"
)
MACHINE = re.compile(r"(?<![\w.{}])/(?:home|root|Users|work|tmp|opt)/\w")


def sources(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def kept_files() -> Iterator[tuple[str, str]]:
    """Every text file of the project, whether there is a git here or not."""
    hidden = {".ci", ".gitignore", ".dockerignore", ".github"}
    for top in sorted(ROOT.iterdir()):
        if top.name.startswith(".") and top.name not in hidden:
            continue
        for path in [top] if top.is_file() else sorted(top.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                try:
                    yield name(path), path.read_text(encoding="utf-8")
                except UnicodeDecodeError:
                    continue  # a recording or a picture


def imported(path: Path) -> set[str]:
    """Top-level names of what a module imports from outside the house."""
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found - set(sys.stdlib_module_names) - {*PACKAGES, "tests"}


def declared() -> tuple[set[str], set[str]]:
    """Distributions in pyproject.toml: the house's own, and those of extras."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    def bare(lines: list[str]) -> set[str]:
        return {canonical(re.split(r"[\[<>=!~; ]", line, maxsplit=1)[0]) for line in lines}

    extras = project["optional-dependencies"].values()
    return bare(project["dependencies"]), bare([line for extra in extras for line in extra])


def canonical(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()


@cache
def distributions(package: str) -> frozenset[str]:
    return frozenset(canonical(one) for one in packages_distributions().get(package, [package]))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_one_sentence_opens_every_module() -> None:
    wrong = []
    for path in sources(*PACKAGES, "tests"):
        first = (ast.get_docstring(tree(path)) or "").partition("\n\n")[0]
        sentence = " ".join(first.split())
        if not sentence.endswith(".") or ". " in re.sub(r"\b(e\.g|i\.e|etc)\.", "", sentence):
            wrong.append(f"{name(path)}: {sentence!r}")
    assert not wrong, "\n".join(wrong)


def test_modules_stay_small() -> None:
    lengths = {
        name(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in sources(*PACKAGES, "tests")
    }
    assert {one: length for one, length in lengths.items() if length > 400} == {}
    middle = median(length for one, length in lengths.items() if not one.startswith("tests"))
    assert middle <= 150, f"half of the modules are longer than {middle} lines"


def test_functions_stay_small() -> None:
    long = [
        f"{name(path)}:{one.lineno} {one.name}: {one.end_lineno - one.lineno + 1} lines"
        for path in sources(*PACKAGES, "tests")
        for one in functions(path)
        if one.end_lineno is not None and one.end_lineno - one.lineno + 1 > 60
    ]
    assert not long, "\n".join(long)


def test_names_say_what_is_inside() -> None:
    vague = [
        name(path)
        for folder in (*PACKAGES, "tests", "locales", "docker")
        for path in (ROOT / folder).rglob("*")
        if "__pycache__" not in path.parts and VAGUE.search(path.stem)
    ]
    assert not vague


def test_public_functions_are_annotated() -> None:
    bare = []
    for path in sources(*PACKAGES):
        for one in functions(path):
            named = [*one.args.posonlyargs, *one.args.args, *one.args.kwonlyargs]
            free = [each.arg for each in named if each.annotation is None]
            if one.returns is None or set(free) - {"self", "cls"}:
                bare.append(f"{name(path)}:{one.lineno} {one.name}")
    assert not bare, "\n".join(bare)


def test_only_the_terminal_prints() -> None:
    printing = [
        f"{name(path)}:{node.lineno}"
        for path in sources("core", "skills")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and getattr(node.func, "id", None) == "print"
    ]
    assert not printing


def test_every_import_is_declared() -> None:
    house, extras = declared()
    undeclared = sorted(
        f"{name(path)}: {package}"
        for path in sources(*PACKAGES, "tests")
        for package in imported(path)
        if not distributions(package) & (house | extras)
    )
    assert not undeclared, "\n".join(undeclared)


def test_an_sdk_lives_in_one_room() -> None:
    """What only an extra brings: one channel's folder, never its pure half, or one provider."""
    house, extras = declared()
    rooms: dict[str, set[str]] = defaultdict(set)
    wrong = []
    for path in sources(*PACKAGES):
        for package in imported(path):
            found = distributions(package)
            if found & house or not found & extras:
                continue
            parts = path.relative_to(ROOT).with_suffix("").parts
            if parts[0] == "bots" and len(parts) > 2 and parts[-1] not in {"parse", "render"}:
                rooms[package].add("/".join(parts[:2]))
            elif parts[:2] == ("core", "integrations"):
                shared = parts[2].startswith("_") or package == "numpy"
                rooms[package] |= set() if shared else {"/".join(parts)}
            else:
                wrong.append(f"{name(path)}: {package}")
    assert not wrong, "\n".join(wrong)
    assert {package: places for package, places in rooms.items() if len(places) > 1} == {}


def skill_names() -> set[str]:
    return {
        path.stem
        for path in (ROOT / "skills").iterdir()
        if not path.stem.startswith("_") and (path.suffix == ".py" or path.is_dir())
    }


def listed(node: ast.AST) -> list[str]:
    """The strings that stand side by side in a literal."""
    items = node.keys if isinstance(node, ast.Dict) else getattr(node, "elts", [])
    constants = [item.value for item in items if isinstance(item, ast.Constant)]
    return [value for value in constants if isinstance(value, str)]


def test_no_central_list_of_skills() -> None:
    """A new skill is its own file and its locale files: nothing else names most of them."""
    skills = skill_names()
    lists = []
    for path in sources("bots", "core"):
        for node in ast.walk(tree(path)):
            told = {item.partition(".")[0] for item in listed(node)} & skills
            if len(told) > max(2, len(skills) / 2):
                lists.append(f"{name(path)}: {sorted(told)}")
    assert not lists, "\n".join(lists)


def speaking() -> set[str]:
    """Skills that people speak to: one that only waits for events needs no words."""
    return {
        path.relative_to(ROOT / "skills").parts[0].removesuffix(".py")
        for path in sources("skills")
        if any(
            isinstance(node, ast.Call) and getattr(node.func, "id", "") == "intent"
            for node in ast.walk(tree(path))
        )
    }


def test_every_skill_has_its_words_in_every_language() -> None:
    languages = sorted(path for path in (ROOT / "locales").iterdir() if path.is_dir())
    missing = [
        name(language / f"{skill}{suffix}")
        for language in languages
        for skill in sorted(speaking())
        for suffix in (".yaml", ".ftl")
        if not (language / f"{skill}{suffix}").is_file()
    ]
    assert languages
    assert not missing


@pytest.mark.parametrize(
    ("what", "pattern"), [("registry host", HOSTS), ("path of a machine", MACHINE)]
)
def test_nothing_of_one_machine_is_kept(what: str, pattern: re.Pattern[str]) -> None:
    found = [
        f"{file}:{number}: {what}: {line.strip()[:120]}"
        for file, text in kept_files()
        if file != "tests/test_shape.py"
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]
    assert not found, "\n".join(found)
