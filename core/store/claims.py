"""Times that must not overlap: whoever commits first has them."""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from core.errors import Conflict
from core.store.database import Database

FREE = "DELETE FROM claim WHERE kind = ? AND record = ?"
OVERLAPS = (
    "SELECT 1 FROM claim WHERE workspace = ? AND key = ? AND begins < ? AND ends > ?"
    " AND NOT (kind = ? AND record = ?) LIMIT 1"
)
TAKE = "INSERT INTO claim(workspace, key, kind, record, begins, ends) VALUES (?,?,?,?,?,?)"
TAKEN = (
    "SELECT begins, ends, kind, record FROM claim"
    " WHERE workspace = ? AND key = ? AND begins < ? AND ends > ? ORDER BY begins"
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A time that a record wants for itself, among all that claim under the same key."""

    key: str
    """Of what there is one only: "room/k3x..."."""
    begins: datetime
    """Aware."""
    ends: datetime
    """Aware; the next one may begin then."""

    def __post_init__(self) -> None:
        """A time that is none would be granted to anybody."""
        if self.begins.tzinfo is None or self.ends.tzinfo is None or self.begins >= self.ends:
            raise ValueError("a claim is of a time from its begin to a later end, both aware")


@dataclass(frozen=True, slots=True)
class Taken:
    """A time that is claimed, and by which record."""

    begins: datetime
    """Aware, UTC."""
    ends: datetime
    kind: str
    record: str


def taken(
    database: Database, workspace: str, key: str, begins: datetime, ends: datetime
) -> list[Taken]:
    """The claims under the key that overlap the time, the earliest first."""
    rows = database.read(TAKEN, (workspace, key, ends.timestamp(), begins.timestamp()))
    return [
        Taken(datetime.fromtimestamp(a, UTC), datetime.fromtimestamp(b, UTC), kind, record)
        for a, b, kind, record in rows
    ]


def write(
    connection: sqlite3.Connection,
    workspace: str,
    kind: str,
    wanted: Mapping[str, Sequence[Claim]],
) -> None:
    """Within a commit: the claims of these records are now these; Conflict where one is taken.

    All of them are freed first, so that two records can change places. SQLite writes one
    transaction at a time, so that nobody comes between the look and the claim.
    """
    connection.executemany(FREE, [(kind, record) for record in wanted])
    for record, claims in wanted.items():
        for one in claims:
            begins, ends = one.begins.timestamp(), one.ends.timestamp()
            span = (workspace, one.key, ends, begins, kind, record)
            if connection.execute(OVERLAPS, span).fetchone():
                raise Conflict(f"claim {one.key}")
            connection.execute(TAKE, (workspace, one.key, kind, record, begins, ends))
