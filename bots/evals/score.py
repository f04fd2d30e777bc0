"""What an engine got wrong of what was there, and the table that shows it."""

import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from core.ports.probe import Probe

WIDTH = 18
"""Signs of a bar that is full."""
REFUSALS = {"image-no-russian": "reads no Cyrillic"}
"""What stands in the table for the code of a refusal."""


@dataclass(slots=True)
class Score:
    """One engine in one language; `total` and `wrong` are words or characters."""

    engine: str
    language: str
    total: int = 0
    wrong: int = 0
    seconds: float = 0.0
    """That it took."""
    sound: float = 0.0
    """Seconds of sound, where there was sound."""
    refused: str = ""
    """The code of what it said it cannot do, or of how it failed."""
    failed: bool = False
    """Whether that was a failure: not to read Russian is an honest answer."""

    @property
    def rate(self) -> float | None:
        """The error rate; more than 1 where much was made up. None where nothing was measured."""
        return self.wrong / self.total if self.total else None

    @property
    def pace(self) -> float | None:
        """The real-time factor: seconds of work for a second of sound."""
        return self.seconds / self.sound if self.sound else None


def words(text: str) -> list[str]:
    """As they are compared: no case, no punctuation; accents count."""
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text).casefold())


def signs(text: str) -> str:
    """As they are compared: all but how much blank is between them."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def errors(wanted: Sequence[str], found: Sequence[str]) -> int:
    """Insertions, deletions and exchanges between the two."""
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(wanted, found)


def bar(share: float) -> str:
    """Full at 1, and beyond."""
    full = round(min(share, 1.0) * WIDTH)
    return "█" * full + "░" * (WIDTH - full)


def show(
    scores: Sequence[Score], off: Sequence[Probe], unit: str, note: str = "", *, as_json: bool
) -> int:
    """Prints table or JSON, with a note on what was measured; 1 where an engine failed, or none
    was there."""
    if as_json:
        rows = [{**asdict(one), "rate": one.rate, "pace": one.pace} for one in scores]
        lacking = [{"engine": one.name, "state": one.state, "needs": one.needs} for one in off]
        whole = {"unit": unit, "note": note, "scores": rows, "off": lacking}
        print(json.dumps(whole, ensure_ascii=False))
    else:
        _draw(scores, off, unit)
        print(note, end="\n" if note else "")
    return 1 if not scores or any(one.failed for one in scores) else 0


def _draw(scores: Sequence[Score], off: Sequence[Probe], unit: str) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("engine", no_wrap=True)
    table.add_column("")
    for head in (f"{unit} wrong", "rate"):
        table.add_column(head, justify="right")
    table.add_column("", width=WIDTH)
    table.add_column("RTF" if any(one.sound for one in scores) else "s", justify="right")
    for one in scores:
        took = one.seconds if one.pace is None else one.pace
        if one.rate is None:
            table.add_row(one.engine, one.language, "", "", REFUSALS.get(one.refused, one.refused))
            continue
        drawn = one.refused or bar(one.rate)
        counted, rate = f"{one.wrong}/{one.total}", f"{one.rate:.1%}"
        table.add_row(one.engine, one.language, counted, rate, drawn, f"{took:.2f}")
    console = Console()
    if scores:
        console.print(table)
    for each in off:
        lacks = f" needs {', '.join(each.needs)}" if each.needs else f" {each.detail}"
        console.print(f"{each.name} is {each.state}:{lacks}", markup=False, highlight=False)
