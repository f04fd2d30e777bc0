"""`ctx.records(Note)`: a typed collection of one scope, that sees its turn's own writes."""

import asyncio
import hashlib
import secrets
import sqlite3
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import datetime
from time import perf_counter
from typing import Any, ClassVar, Generic, Protocol, TypeVar

import msgspec

from core.errors import Conflict
from core.store import claims
from core.store.claims import Claim
from core.store.codec import decode, encode
from core.store.database import Database
from core.store.terms import LEAST_STEM, stumps, terms
from core.study import Scope

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
ID_LENGTH = 10
MOST_CANDIDATES = 200
"""Matches looked at in one search, newest first."""
BREATH = 0.01
"""Seconds after which work of many records lets others have their turn."""
DAMPING = 60
"""Of reciprocal rank fusion: one place more or less counts for little, standing in both rankings
for much."""


class Kept(Protocol):
    """A dataclass of `core.study`: says how it is kept and found."""

    kind: ClassVar[str]
    version: ClassVar[int]
    scope: ClassVar[Scope]
    searched: ClassVar[tuple[str, ...]]
    due_field: ClassVar[str | None]

    @property
    def id(self) -> str:
        """Given when it is added."""
        ...


class Meaning(Protocol):
    """Finds records by what they mean; see `core.store.meaning`."""

    async def near(self, kind: str, scope: str, words: str) -> Sequence[str]:
        """Ids of the scope's records that mean what the words mean, the closest first; empty where
        there are none, or nobody can tell at the moment."""
        ...

    def wake(self) -> None:
        """Records were written: what it knows of them is to follow. Returns at once."""
        ...


T = TypeVar("T", bound=Any)


@dataclass(slots=True)
class Row:
    """One record of this turn: as it was read, and as it shall be (None: removed)."""

    revision: int
    """0 for a new one."""
    raw: dict[str, Any]
    """The fields as they were read, with those we do not know."""
    item: Any | None
    changed: bool = False
    terms: str | None = None
    """By which it is found; None until somebody asks."""
    place: int | None = None
    """Where one that was removed stood among the others, if it comes back."""


Claims = dict[tuple[str, str], Sequence[Claim]]
"""What the records of a unit of work claim now, by kind and id."""
Rows = dict[tuple[str, str], Row]
"""Everything a unit of work has read or written, by kind and id."""


@dataclass(slots=True)
class Records(Generic[T]):
    """The records of one kind that belong to one person, or to one workspace."""

    kind: type[T]
    owner: str
    """The person's or the workspace's id."""
    person_id: str | None
    identity_id: str | None
    language: str
    database: Database
    workspace: str = "home"
    rows: Rows = field(default_factory=dict)
    claimed: Claims = field(default_factory=dict)
    meaning: Meaning | None = None
    """None: searches go by the words alone."""

    @property
    def _scope(self) -> str:
        return f"{self.kind.scope[0]}_{self.owner}"

    async def add(self, item: T, *, key: str | None = None) -> T:
        """Keeps a new one; returns it with its id.

        `key`: of what the owner is to have one only. Where two turns add it at the same time, the
        later commit is a Conflict: that turn runs again, and finds it. Whoever adds a second one
        although it can be found has two.
        """
        id = _fresh_id() if key is None else _id_of(self.kind.kind, self._scope, key)
        if key is not None and await self.get(id) is not None:
            id = _fresh_id()
        made: T = replace(item, id=id)
        gone = self.rows.get((self.kind.kind, id))  # removed in this very turn
        self.rows[self.kind.kind, id] = Row(gone.revision if gone else 0, {}, made, changed=True)
        return made

    async def get(self, id: str) -> T | None:
        """The one of that id, if it is of this scope."""
        known = self.rows.get((self.kind.kind, id))
        if known is not None:
            return known.item
        found = self._read("AND r.id = ?", (id,))
        return found[0] if found else None

    async def put(self, item: T) -> None:
        """Writes a changed one back; Conflict at commit where another turn was quicker."""
        if await self.get(item.id) is None:
            raise KeyError(item.id)
        row = self.rows[self.kind.kind, item.id]
        row.item, row.changed, row.terms = item, True, None

    async def remove(self, id: str) -> bool:
        """Removes it; says whether it was there."""
        if await self.get(id) is None:
            return False
        row = self.rows[self.kind.kind, id]
        row.item, row.changed = None, True
        self.claimed[self.kind.kind, id] = ()
        return True

    def revision(self, id: str) -> int:
        """How often it was written, as it stands in the database; 0 where it is not there."""
        found = self.database.read(
            "SELECT revision FROM record WHERE scope = ? AND kind = ? AND id = ?",
            (self._scope, self.kind.kind, id),
        )
        return found[0][0] if found else 0

    def restore(self, id: str, revision: int, raw: dict[str, Any] | None, place: int) -> None:
        """Makes the record of that revision what it once was: these fields, or not there (None).
        One that had been removed (revision 0) is put back in its place among the others."""
        item = None if raw is None else msgspec.convert(raw, self.kind)
        known = Row(revision, raw or {}, item, changed=True, place=place or None)
        self.rows[self.kind.kind, id] = known
        if item is None:
            self.claimed[self.kind.kind, id] = ()

    def claim(self, id: str, *wanted: Claim) -> None:
        """Claims times for the record of that id, in place of those it has. Where another record
        is quicker the commit is a Conflict: the turn runs again, and finds them taken. Raises
        KeyError where this turn has neither read nor added it."""
        row = self.rows.get((self.kind.kind, id))
        if row is None or row.item is None:
            raise KeyError(id)  # somebody else's claims would go
        self.claimed[self.kind.kind, id] = wanted

    def taken(self, key: str, begins: datetime, ends: datetime) -> Sequence[claims.Taken]:
        """Who has claimed time under the key from `begins` up to `ends` (aware), the earliest
        first: records of anybody in the workspace, this turn's own among them."""
        known = claims.taken(self.database, self.workspace, key, begins, ends)
        kept = [one for one in known if (one.kind, one.record) not in self.claimed]
        fresh = [
            claims.Taken(one.begins, one.ends, kind, id)
            for (kind, id), ones in self.claimed.items()
            for one in ones
            if one.key == key and one.begins < ends and begins < one.ends
        ]
        return sorted([*kept, *fresh], key=lambda one: one.begins)

    async def list(self, limit: int = 20) -> Sequence[T]:
        """The newest first; kinds with a due time: the earliest due first."""
        order = "r.due" if self.kind.due_field else "r.seq DESC"
        found = self._read("", (), f"ORDER BY {order} LIMIT {int(limit) + len(self.rows)}")
        fresh = self._fresh()
        if self.kind.due_field:
            key = self.kind.due_field
            return sorted([*fresh, *found], key=lambda item: getattr(item, key))[:limit]
        return [*reversed(fresh), *found][:limit]

    async def search(self, words: str, limit: int = 5) -> Sequence[T]:
        """Those with the most of the words; among equals the most exact, then the newest. Where
        meaning is known, also those that say it otherwise: what both find comes first."""
        wanted = set(terms(words, self.language))
        if not wanted:
            return []
        await self.index()
        if self.meaning is None:
            return self._by_words(wanted)[:limit]
        near = await self.meaning.near(self.kind.kind, self._scope, words)
        # Nothing is read before this wait: others may write meanwhile.
        return _fused(self._by_words(wanted), self._unchanged(near))[:limit]

    def _by_words(self, wanted: AbstractSet[str]) -> Sequence[T]:
        any_of = " OR ".join(sorted({one for term in wanted for one in _queries(term)}))
        found = self._read(
            "AND r.seq IN (SELECT rowid FROM record_search WHERE record_search MATCH ?)",
            (f'scope : "{self._scope}" AND terms : ({any_of})',),
            f"ORDER BY r.seq DESC LIMIT {MOST_CANDIDATES}",
        )
        # What this turn has written is matched by its new words, wherever the index has it.
        candidates = {item.id: item for item in [*reversed(self._own()), *found]}
        hits = [(*_hits(wanted, self._terms(item)), item) for item in candidates.values()]
        best = sorted((hit for hit in hits if hit[0]), key=lambda hit: (-hit[0], -hit[1]))
        most = best[0][0] if best else 0
        # A hit on one word of four is noise where another has three.
        return [item for count, _, item in best if 2 * count >= most]

    def _unchanged(self, ids: Sequence[str]) -> Sequence[T]:
        """Those of the ids that this turn has not written, in their order."""
        kept = (id for id in ids if not self._changed(id))
        return [item for id in kept for item in self._read("AND r.id = ?", (id,))]

    def _changed(self, id: str) -> bool:
        row = self.rows.get((self.kind.kind, id))
        return row is not None and row.changed

    async def due(self, before: datetime, limit: int = 100) -> Sequence[T]:
        """Those whose due time (aware) is before it, the earliest first."""
        key = self.kind.due_field
        assert key is not None, f"{self.kind.kind} has no due time"
        found = self._read(
            "AND r.due < ?", (before.timestamp(),), f"ORDER BY r.due LIMIT {int(limit)}"
        )
        fresh = [item for item in self._fresh() if getattr(item, key) < before]
        return sorted([*found, *fresh], key=lambda item: getattr(item, key))[:limit]

    def _fresh(self) -> Sequence[T]:
        """What this turn has added, oldest first."""
        return [
            row.item
            for (kind, _), row in self.rows.items()
            if kind == self.kind.kind and row.revision == 0 and row.item is not None
        ]

    def _own(self) -> Sequence[T]:
        """What this turn has added or changed, oldest first."""
        mine = ((kind, row) for (kind, _), row in self.rows.items() if row.changed)
        return [row.item for kind, row in mine if kind == self.kind.kind and row.item is not None]

    async def index(self) -> None:
        """Makes the terms of what this turn has written, and lets others have their turn meanwhile:
        of a book it takes seconds, for which every commit would wait if it were done in one."""
        began = perf_counter()
        for item in self._own():
            self._terms(item)
            if perf_counter() - began > BREATH:
                await asyncio.sleep(0)
                began = perf_counter()

    def _terms(self, item: T) -> AbstractSet[str]:
        row = self.rows[self.kind.kind, item.id]
        if row.terms is None:
            text = " ".join(str(getattr(item, name)) for name in self.kind.searched)
            row.terms = " ".join(terms(text, self.language))
        return set(row.terms.split())

    def _read(self, where: str, params: tuple[object, ...], order: str = "") -> Sequence[T]:
        rows = self.database.read(
            "SELECT r.id, r.revision, r.body, r.terms FROM record r"  # noqa: S608  # of constants
            f" WHERE r.scope = ? AND r.kind = ? {where} {order}",
            (self._scope, self.kind.kind, *params),
        )
        found: Iterable[T | None] = (self._take(*row) for row in rows)
        return [item for item in found if item is not None]

    def _take(self, id: str, revision: int, body: bytes, terms: str) -> T | None:
        known = self.rows.get((self.kind.kind, id))
        if known is None:
            raw = decode(body)
            known = Row(revision, raw, msgspec.convert(raw, self.kind), terms=terms)
            self.rows[self.kind.kind, id] = known
        return known.item

    def write(self, connection: sqlite3.Connection) -> None:
        """Puts this collection's changes into the transaction of `connection`."""
        for (kind, id), row in self.rows.items():
            if kind == self.kind.kind and row.changed:
                self._write(connection, id, row)
        wanted = {id: ones for (kind, id), ones in self.claimed.items() if kind == self.kind.kind}
        if wanted:
            claims.write(connection, self.workspace, self.kind.kind, wanted)

    def _write(self, connection: sqlite3.Connection, id: str, row: Row) -> None:
        if row.item is None:
            if row.revision:
                done = connection.execute(
                    "DELETE FROM record WHERE kind = ? AND id = ? AND revision = ?",
                    (self.kind.kind, id, row.revision),
                )
                _one(done, id)
            return
        body = encode({**row.raw, **msgspec.to_builtins(row.item)})
        due = getattr(row.item, self.kind.due_field).timestamp() if self.kind.due_field else None
        self._terms(row.item)
        if row.revision == 0:
            done = connection.execute(
                "INSERT INTO record(seq, kind, id, scope, person_id, identity_id, schema_version,"
                " revision, body, terms, due) VALUES (?,?,?,?,?,?,?,1,?,?,?)"
                " ON CONFLICT(kind, id) DO NOTHING",
                (row.place, self.kind.kind, id, self._scope, self.person_id, self.identity_id,
                 self.kind.version, body, row.terms, due),
            )  # fmt: skip
            _one(done, id)
            return
        done = connection.execute(
            "UPDATE record SET body = ?, terms = ?, due = ?, schema_version = ?,"
            " revision = revision + 1 WHERE kind = ? AND id = ? AND revision = ?",
            (body, row.terms, due, self.kind.version, self.kind.kind, id, row.revision),
        )
        _one(done, id)


def _fused(*rankings: Sequence[T]) -> Sequence[T]:
    """Several rankings as one; where two are equal the earlier ranking's comes first."""
    items = {item.id: item for ranking in rankings for item in ranking}
    scores = dict.fromkeys(items, 0.0)
    for ranking in rankings:
        for place, item in enumerate(ranking, 1):
            scores[item.id] += 1 / (DAMPING + place)
    return sorted(items.values(), key=lambda item: -scores[item.id])


def _queries(term: str) -> Iterable[str]:
    """A term and its other forms in the words of FTS5; `_hits` then looks more closely."""
    yield f'"{term}"*' if term.isalpha() and len(term) >= LEAST_STEM else f'"{term}"'
    yield from (f'"{stump}"' for stump in stumps(term))


def _hits(wanted: AbstractSet[str], have: AbstractSet[str]) -> tuple[int, int]:
    """How many of the terms are there in some form, and how many of these exactly."""
    exact, others = wanted & have, wanted - have
    heads = {term[:LEAST_STEM] for term in others}
    longer = {stump for one in have if one[:LEAST_STEM] in heads for stump in stumps(one)}
    forms = sum(term in longer or not have.isdisjoint(stumps(term)) for term in others)
    return len(exact) + forms, len(exact)


def _fresh_id() -> str:
    return _spelled(secrets.randbelow(len(ALPHABET) ** ID_LENGTH))


def _id_of(*parts: str) -> str:
    """Always the same of the same."""
    digest = hashlib.sha256("\n".join(parts).encode()).digest()
    return _spelled(int.from_bytes(digest) % len(ALPHABET) ** ID_LENGTH)


def _spelled(number: int) -> str:
    letters = []
    for _ in range(ID_LENGTH):
        number, place = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[place])
    return "".join(letters)


def _one(done: sqlite3.Cursor, id: str) -> None:
    if done.rowcount != 1:
        raise Conflict(f"record {id}")
