"""`viva costs`: tokens, money and waiting, by whatever one likes, also while another serves."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from bots.commands.front import Front
from bots.console.screen import as_json as in_json
from bots.console.screen import plain
from core.errors import ConfigError
from core.store.database import Params, connect
from core.store.prices import NANO
from core.store.totals import By, Total, totals
from core.store.upgrade import newest, present

if TYPE_CHECKING:
    from rich.console import RenderableType

Read = Callable[[str, Params], list[Any]]

SHORT = 8
"""Characters of a person's id: enough to tell people apart."""
BAR = 8
CENT = NANO // 100
MOST_NAMED = 3
"""Models without a price that are named."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for."""

    by: By
    days: int
    names: bool
    """Whether people are called by their names."""
    as_json: bool


async def costs(front: Front, request: Request) -> int:
    """Prints the table."""
    path = front.home.database
    found = present(path)
    if found is None:
        raise ConfigError([f"{path} is not there yet: nothing has been said"])
    if found != newest():
        raise ConfigError([f"{path} is of another version: start `viva chat` once, then ask again"])
    with closing(connect(path)) as connection:

        def read(sql: str, params: Params) -> list[Any]:
            return connection.execute(sql, params).fetchall()

        _print(read, request)
    return 0


def _print(read: Read, request: Request) -> None:
    midnight = datetime.now(UTC).astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
    # Through wall time: where the clock was changed since then, midnight is another instant.
    first = (midnight.replace(tzinfo=None) - timedelta(days=request.days - 1)).astimezone()
    since = first.timestamp()
    lines = totals(read, request.by, since=since)
    if request.by == "person":
        lines = _pseudonymous(lines, _names(read) if request.names else {})
    if request.by != "day":
        lines.sort(key=lambda one: (-one.nanos, -_tokens(one), -one.calls))
    whole = next(iter(totals(read, since=since)), Total(""))
    if request.as_json:
        told = {"by": request.by, "days": request.days, "since": first.isoformat()}
        print(in_json({**told, "total": _object(whole), "rows": [*map(_object, lines)]}, indent=2))
        return
    from rich.console import Console

    console = Console(highlight=False, soft_wrap=False)
    days = "Today" if request.days == 1 else f"The last {request.days} days"
    if not lines:
        console.print(f"{days}: no provider was called.")
        return
    console.print(_table(request.by, lines, whole, "#" if console.options.ascii_only else "█"))
    remarks = _remarks(read, whole, since)
    if request.by == "person" and not request.names:
        remarks.append("People are shown by the first of their id: --names calls them by name.")
    console.print(f"\n{days}, since {first:%Y-%m-%d}.", *remarks, sep="\n", markup=False)


def _table(by: By, lines: Sequence[Total], whole: Total, block: str) -> "RenderableType":
    from rich.box import ASCII, SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    box = ASCII if block == "#" else SIMPLE_HEAD
    table = Table(box=box, show_edge=False, padding=0, show_footer=True)
    table.add_column(by, "total", min_width=10)  # only this one breaks where there is no room
    for name, footer in zip(
        ("calls", "failed", " tokens", " cost", "  p50", "  p95"), _cells(whole), strict=True
    ):
        table.add_column(name, footer, justify="right", no_wrap=True)
    table.add_column("", no_wrap=True)
    measure = _nanos if whole.nanos else _tokens if _tokens(whole) else _calls
    most = max(map(measure, lines))
    for one in lines:
        bar = block * -(-measure(one) * BAR // most)
        table.add_row(Text(plain(one.key) or "(none)"), *_cells(one), Text(bar, style="cyan"))
    return table


def _cells(one: Total) -> tuple[str, ...]:
    waits = ("" if ms is None else f"{ms / 1000:.1f} s" for ms in (one.p50_ms, one.p95_ms))
    return (_count(one.calls), _count(one.errors), _count(_tokens(one)), _money(one), *waits)


def _money(one: Total) -> str:
    if one.unpriced and not one.nanos:
        return "unknown"
    known = "< $0.01" if 0 < one.nanos < CENT else f"${one.nanos / NANO:,.2f}"
    return f"{known} + ?" if one.unpriced else known


def _count(number: int) -> str:
    """At most five characters: 999, 12.3k, 4.5M."""
    size = float(number)
    for unit in ("", "k", "M", "G"):
        if size < 999.95 or unit == "G":  # what rounds to 1000 is of the next unit
            break
        size /= 1000
    return f"{size:.1f}{unit}" if unit else str(number)


def _remarks(read: Read, whole: Total, since: float) -> list[str]:
    told = []
    if whole.unpriced:
        models = [one for one in totals(read, "model", since=since) if one.unpriced]
        models.sort(key=lambda one: -one.unpriced)
        named = ", ".join(plain(one.key) for one in models[:MOST_NAMED])
        more = f" and {len(models) - MOST_NAMED} more" if len(models) > MOST_NAMED else ""
        told.append(f"Calls whose price is unknown: {whole.unpriced} ({named}{more}).")
        told.append("VIVA_PRICES names a list of prices; see core/store/prices.tsv for its form.")
    if whole.estimated:
        told.append(f"Calls whose amounts are our own estimate: {whole.estimated}.")
    return told


def _nanos(one: Total) -> int:
    return one.nanos


def _tokens(one: Total) -> int:
    return one.input_tokens + one.output_tokens


def _calls(one: Total) -> int:
    return one.calls


def _names(read: Read) -> dict[str, str]:
    return dict(read("SELECT id, name FROM person WHERE name IS NOT NULL", ()))


def _pseudonymous(lines: Sequence[Total], names: Mapping[str, str]) -> list[Total]:
    shown = ((one, one.key[:SHORT], names.get(one.key)) for one in lines)
    return [replace(one, key=f"{name} ({id})" if name else id) for one, id, name in shown]


def _object(one: Total) -> dict[str, object]:
    """A line as JSON: `nanos` is exact, `usd` the same for people."""
    return {**asdict(one), "usd": one.nanos / NANO}
