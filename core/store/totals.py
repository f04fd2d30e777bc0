"""What the ledger adds up to: by person, provider, day and so on."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any, Literal

from core.store.database import Params

By = Literal["all", "person", "assistant", "provider", "model", "channel", "capability", "day"]
KEYS: dict[By, str] = {
    "all": "''",
    "person": "coalesce(person_id, '')",
    "assistant": "assistant",
    "provider": "provider",
    "model": "trim(provider || ' ' || model)",
    "channel": "channel",
    "capability": "capability",
    "day": "date(at, 'unixepoch', 'localtime')",
}
SUMS = """
    SELECT {key}, count(*), count(*) - count(nanos), sum(CASE WHEN error = '' THEN 0 ELSE 1 END),
    sum(estimated), sum(input_tokens), sum(cached_tokens), sum(output_tokens), sum(sound_ms),
    sum(characters), coalesce(sum(nanos), 0) FROM charge WHERE {where} GROUP BY 1 ORDER BY 1
"""
LATENCIES = """
    SELECT {key}, latency_ms, count(*) FROM charge WHERE {where} AND error = ''
    GROUP BY 1, 2 ORDER BY 1, 2
"""


@dataclass(frozen=True, slots=True)
class Total:
    """One line: exact sums of whole numbers."""

    key: str
    """Empty: of nobody (erased), of no assistant, of no channel."""
    calls: int = 0
    """Attempts, those that failed too."""
    unpriced: int = 0
    """Calls whose price nobody knows: they are not in `nanos`."""
    errors: int = 0
    estimated: int = 0
    """Calls of which the vendor did not tell what they took."""
    input_tokens: int = 0
    cached_tokens: int = 0
    output_tokens: int = 0
    sound_ms: int = 0
    characters: int = 0
    nanos: int = 0
    """Nano-dollars."""
    p50_ms: int | None = None
    p95_ms: int | None = None
    """Latencies of those that did not fail, by nearest rank."""


def totals(
    read: Callable[[str, Params], list[Any]],
    by: By = "all",
    *,
    since: float = 0.0,
    person_id: str | None = None,
) -> list[Total]:
    """A line for each key since a timestamp, in the order of the keys; of one person or of all.

    Days are those of this machine's zone. A million rows of a year take two seconds, the last month
    of them a fifth of one, a person's month 0.1 ms: nothing needs to be rolled up.
    """
    where, params = "at >= ?", (since,)  # type: tuple[str, tuple[object, ...]]
    if person_id is not None:
        where, params = f"{where} AND person_id = ?", (since, person_id)
    of_key = {"key": KEYS[by], "where": where}
    slow = groupby(read(LATENCIES.format(**of_key), params), itemgetter(0))
    ranks = {key: _ranks([(ms, count) for _, ms, count in rows]) for key, rows in slow}
    return [Total(*row, *ranks.get(row[0], ())) for row in read(SUMS.format(**of_key), params)]


def _ranks(counted: list[tuple[int, int]]) -> tuple[int, int]:
    """The 50th and 95th percentile of (value, how often), sorted by value."""
    many = sum(count for _, count in counted)
    return _at(counted, -(-many * 50 // 100)), _at(counted, -(-many * 95 // 100))


def _at(counted: list[tuple[int, int]], rank: int) -> int:
    for value, count in counted:
        rank -= count
        if rank <= 0:
            return value
    raise ValueError("a rank beyond the end")
