"""Understanding at 15 and at 1,000 intents, and at 1,000 against plain hassil."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from tests.bench._paired import Row, cpu_microseconds, interleaved
from tests.bench._school import VOCABULARY, School

NOW = datetime(2026, 11, 18, 10, 0)
FEW, MANY = 15, 1000
ROUNDS_OF_SENTENCES = 40
"""How often ours goes through the sentences, so that a round takes long enough to be measured."""


def measure(folder: Path) -> Iterator[Row]:
    """The same sentences everywhere: those of the few intents, which the many have too."""
    few = School(folder / "few", FEW, own=False)
    many = School(folder / "many", MANY, own=False)
    said = few.sentences("add", "show", "find", "delete")
    mine, smaller = interleaved(
        lambda: cpu_microseconds(lambda: _ours(many, said, ROUNDS_OF_SENTENCES)),
        lambda: cpu_microseconds(lambda: _ours(few, said, ROUNDS_OF_SENTENCES)),
        rounds=9,
    )
    notes = [f"{VOCABULARY}; {len(said)} sentences, all of them understood, times looked for"]
    yield Row(
        f"understanding, {FEW} -> {MANY:,} intents", "us CPU a sentence", mine, smaller,
        f"ourselves at {FEW}", 1.6, 1.0, notes=notes,
    )  # fmt: skip
    intents = _hassil(folder / "many")
    mine, plain = interleaved(
        lambda: cpu_microseconds(lambda: _ours(many, said, ROUNDS_OF_SENTENCES)),
        lambda: cpu_microseconds(lambda: _plain(intents, said)),
        rounds=5,
    )
    yield Row(
        f"understanding, {MANY:,} intents", "us CPU a sentence", mine, plain,
        "hassil.recognize_best", 60, 200, at_least=True, inverse=True, notes=notes,
    )  # fmt: skip


def _ours(school: School, said: Sequence[str], times: int) -> int:
    for _ in range(times):
        for text in said:
            assert school.understanding.understand(text, "en", NOW).intent is not None, text
    return len(said) * times


def _plain(intents: Any, said: Sequence[str]) -> int:
    from hassil import recognize_best

    for text in said:
        assert recognize_best(text, intents) is not None, text
    return len(said)


def _hassil(folder: Path) -> Any:
    """Every template of the folder in one set of intents, as hassil reads them."""
    import yaml
    from hassil import Intents

    whole: dict[str, Any] = {"language": "en", "intents": {}, "lists": {}, "expansion_rules": {}}
    for path in sorted((folder / "en").glob("*.yaml")):
        found = yaml.load(path.read_bytes(), yaml.CSafeLoader)
        for part in ("intents", "lists", "expansion_rules"):
            whole[part] |= found.get(part) or {}
    return Intents.from_dict(whole)
