"""`make bench`: measures every row in a process of its own, prints a table, writes bench.json."""

import argparse
import json
import os
import platform
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from tests.bench._paired import Row
from tests.bench._rows import measure, rows

REPORT = Path(__file__).parents[2] / "bench.json"
WIDTH = 118
COLOURS = {"goal": "green", "ok": "yellow", "missed": "red"}


def main() -> int:
    """Returns 1 where a budget is missed or a row cannot be measured."""
    options = _options()
    measured: list[Row] = []
    broken: dict[str, str] = {}
    console = Console(width=WIDTH)
    for name in options.rows or rows():
        print(f"measuring {name} ...", file=sys.stderr, flush=True)
        with ProcessPoolExecutor(1, get_context("spawn")) as alone:
            try:
                measured += alone.submit(measure, name, long=options.long).result()
            except Exception as error:  # noqa: BLE001  # the other rows are measured all the same
                broken[name] = f"{type(error).__name__}: {error}"
    console.print(_table(measured))
    for row in measured:
        for note in (f"against {row.against}", *row.notes):
            console.print(f"[dim]{row.name}: {note}", highlight=False, soft_wrap=True)
    for name, why in broken.items():
        console.print(f"[red]{name} broke: {escape(why)}", highlight=False, soft_wrap=True)
    report = {**_report(measured), "broken": broken}
    REPORT.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    return int(bool(broken) or any(row.verdict == "missed" for row in measured))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tests.bench", description=__doc__)
    parser.add_argument("rows", nargs="*", choices=[*rows(), []], help="all, where none is named")
    parser.add_argument("--long", action="store_true", help="the rows that take minutes, too")
    return parser.parse_args()


def _table(measured: list[Row]) -> Table:
    table = Table(box=None, header_style="bold")
    for heading in ("row", "ours", "rival", "min", "median", "max", "budget", "goal", "verdict"):
        table.add_column(heading, justify="left" if heading in ("row", "verdict") else "right")
    for row in measured:
        judged, sign = row.judged, ">=" if row.at_least else "<="
        times = "x" if row.rival else ""
        table.add_row(
            f"{row.name}[dim], {row.unit}",
            _figure(median(row.ours)),
            _figure(median(row.rival)) if row.rival else "-",
            *(f"{_figure(one)}{times}" for one in (min(judged), median(judged), max(judged))),
            *(f"{sign} {_figure(one)}{times}" for one in (row.budget, row.goal)),
            f"[{COLOURS[row.verdict]}]{row.verdict}",
        )
    return table


def _figure(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def _report(measured: list[Row]) -> dict[str, object]:
    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "python": platform.python_version(),
        "system": platform.platform(terse=True),
        "cores": os.cpu_count(),
        "rows": [{**asdict(row), "ratios": row.judged, "verdict": row.verdict} for row in measured],
    }


if __name__ == "__main__":
    sys.exit(main())
