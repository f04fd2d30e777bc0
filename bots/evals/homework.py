"""Homeworks with one known mistake or none, and how a learner asks about them."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

FOLDER = Path(__file__).with_name("homeworks")
PHRASES = Path(__file__).with_name("phrases.yaml")


@dataclass(frozen=True, slots=True)
class Homework:
    """A task and a pupil's work; `wrong` is the number of the first wrong step, 0: all are right.

    `leaks` would give away what the pupil is to find: none of them stands in task or work.
    """

    id: str
    subject: str
    language: str
    level: str
    task: str
    work: tuple[str, ...]
    wrong: int
    why: str
    """Of the mistake, for us."""
    rubric: str
    """What counts, as the pupil was told it."""
    answer: str
    leaks: tuple[str, ...] = ()
    source: str = ""
    """A text that came with the task."""

    @property
    def asked(self) -> str:
        """As the pupil sends it."""
        steps = "\n".join(f"{number}. {step}" for number, step in enumerate(self.work, 1))
        words: str = phrases(self.language)["ask"]
        return words.format(level=self.level, task=self.task, work=steps, rubric=self.rubric)

    @property
    def source_name(self) -> str:
        """What the source's file is called."""
        return str(phrases(self.language)["source"])


def homeworks() -> list[Homework]:
    """All of them, a file a subject."""
    return [
        msgspec.convert({"subject": path.stem, **one}, Homework)
        for path in sorted(FOLDER.glob("*.yaml"))
        for one in _read(path)
    ]


def phrases(language: str) -> dict[str, Any]:
    """See phrases.yaml."""
    found: dict[str, Any] = _read(PHRASES)[language]
    return found


@cache
def _read(path: Path) -> Any:
    import yaml

    return yaml.safe_load(path.read_text(encoding="utf-8"))
