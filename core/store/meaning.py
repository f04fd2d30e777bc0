"""Meaning: vectors that follow the records, so that these are found by other words too."""

import asyncio
import logging
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

from core import study
from core.errors import IntegrationError, Rejected, whereabouts
from core.ports.caller import Priority, acting
from core.ports.clock import Sleep, system_sleep
from core.ports.embedder import Embedder, Vector
from core.ports.llm import QuotaSpent, WrongModel
from core.ports.vectors import Point, Vectors
from core.store.codec import decode
from core.store.database import Database

log = logging.getLogger(__name__)

KINDS: Mapping[str, Sequence[str]] = {
    one.kind: one.searched
    for one in vars(study).values()
    if isinstance(one, type) and issubclass(one, study.Noun) and one is not study.Noun
}
"""Every kind of record, with the fields that are searched."""
PATIENCE = 2.0
"""Seconds that a search waits for meaning before it goes by the words alone."""
REST = 15.0
"""Seconds for which searches go by the words alone after one has waited in vain."""
MOST_NEAR = 20
BATCH = 32
"""Records embedded at once."""
RESTED = 5000
"""Marks changed in one write: other commits wait for no more than these."""
SHORTEST, LONGEST = 1.0, 300.0
"""Seconds between tries at a provider that fails; each is twice the one before."""

STALE = """
    SELECT v.kind, v.id, v.model, r.scope, r.revision, r.body FROM vector v
    LEFT JOIN record r ON r.kind = v.kind AND r.id = v.id
    WHERE v.stale > 0 ORDER BY v.stale DESC, v.seq DESC LIMIT ?
"""
UNCHANGED = """
    SELECT r.id FROM vector v CROSS JOIN record r
    WHERE v.stale = 0 AND v.model = ? AND v.kind = ? AND v.id IN ({})
    AND r.kind = v.kind AND r.id = v.id AND r.revision = v.revision AND r.scope = ?
"""
"""In this order: there are far more records in a scope than ids."""
BEGUN = "UPDATE vector SET model = ? WHERE kind = ? AND id = ?"
DONE = """
    UPDATE vector SET revision = ?,
    stale = CASE stale WHEN 2 THEN 2
        ELSE (SELECT revision FROM record WHERE kind = ? AND id = ?) IS NOT ? END
    WHERE kind = ? AND id = ?
"""
GONE = """
    DELETE FROM vector WHERE kind = ? AND id = ?
    AND NOT EXISTS (SELECT 1 FROM record WHERE kind = ? AND id = ?)
"""
KNOWN = "SELECT count(*) FROM vector WHERE model = ? AND stale = 0 AND revision > 0"
AGAIN = """
    UPDATE vector SET stale = 1 WHERE seq IN (SELECT seq FROM vector
    WHERE stale = 0 AND (? OR model != ? OR revision = 0) LIMIT ?)
"""


class Stale(NamedTuple):
    """A record that the vectors do not show as it is; without scope and body it is gone."""

    kind: str
    id: str
    model: str
    """Which model its vector is of; empty where it certainly has none."""
    scope: str | None
    revision: int
    body: bytes | None


class MeaningIndex:
    """A Meaning, and the work behind it: one task that embeds what was written, removes what is
    gone, and begins anew where the model or the store was changed.

    A vector is in the store before it is marked, and its model is marked before it is there: after
    a crash the same is done again, and none is forgotten.
    """

    def __init__(
        self,
        database: Database,
        embedder: Embedder,
        vectors: Vectors,
        *,
        sleep: Sleep = system_sleep,
        patience: float = PATIENCE,
        stays: Callable[[str], bool] = lambda _: False,
    ) -> None:
        """`stays`: whether that person's words, by their id, may not go to the embedder."""
        self._database = database
        self._embedder = embedder
        self._vectors = vectors
        self._sleep = sleep
        self._patience = patience
        self._stays = stays
        self._resting_until = 0.0
        self._woken = asyncio.Event()
        self._following: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begins to follow; the database must be open."""
        self.wake()
        self._following = asyncio.create_task(self._follow())

    async def stop(self) -> None:
        """Ends at once: the rest is done after the next start."""
        task, self._following = self._following, None
        if task is not None:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    def wake(self) -> None:
        """Something was committed."""
        self._woken.set()

    async def near(self, kind: str, scope: str, words: str) -> Sequence[str]:
        """Ids of the scope's records that mean what the words mean, the closest first.

        Only records as they were embedded; empty where nobody can tell in time.
        """
        model, clock = self._embedder.model, asyncio.get_running_loop().time
        if clock() < self._resting_until or self._stays(scope.removeprefix("p_")):
            return []
        try:
            async with asyncio.timeout(self._patience):
                (asked,) = await self._embedder.embed([words], role="asked")
                found = await self._vectors.search(model, kind, scope, asked, MOST_NEAR)
        except (IntegrationError, TimeoutError) as error:
            log.info("searched by words alone: %s", whereabouts(error))
            if isinstance(error, TimeoutError):  # no breaker hears of it
                self._resting_until = clock() + REST
            return []
        close = [one.id for one in found if one.score >= self._embedder.floor]
        marks = ",".join("?" * len(close))
        rows = self._database.read(UNCHANGED.format(marks), (model, kind, *close, scope))
        unchanged = {id for (id,) in rows}
        return [id for id in close if id in unchanged]

    async def _follow(self) -> None:
        with acting(priority=Priority.LOW):
            pause, settled = SHORTEST, False
            while True:
                await self._woken.wait()
                self._woken.clear()
                try:
                    if not settled:
                        await self._settle()
                        settled = True
                    while await self._step():
                        pause = SHORTEST
                except Exception as error:  # noqa: BLE001  # whatever it is, the index lives on
                    log.warning("the index of meaning waits: %s", whereabouts(error))
                    await self._sleep(getattr(error, "retry_after", None) or pause)
                    pause = min(2 * pause, LONGEST)
                    self._woken.set()

    async def _settle(self) -> None:
        """What another model made, what was refused, and everything where the store lost some of
        it, is to be embedded again."""
        model = self._embedder.model
        there = await self._vectors.count(model)

        def lost(connection: sqlite3.Connection) -> bool:
            return bool(connection.execute(KNOWN, (model,)).fetchone()[0] > there)

        everything = await self._database.write(lost)
        done = RESTED
        while done == RESTED:
            done = await self._database.write(
                lambda connection: connection.execute(AGAIN, (everything, model, RESTED)).rowcount
            )

    async def _step(self) -> bool:
        """Brings some stale ones up to date; says whether there were any."""
        rows = [Stale(*row) for row in self._database.read(STALE, (BATCH,))]
        gone = [row for row in rows if row.body is None]
        kept = [row for row in rows if row.body is not None]
        await self._remove(gone + [row for row in kept if row.model != self._embedder.model])
        await self._write(GONE, [(row.kind, row.id, row.kind, row.id) for row in gone])
        await self._put(await self._begun(kept))
        return bool(rows)

    async def _begun(self, rows: Sequence[Stale]) -> Sequence[Stale]:
        """Marks the model of a vector to come; without those whose record went meanwhile, and with
        it the mark that had none: nobody would ever look for their vector."""
        model = self._embedder.model

        def mark(connection: sqlite3.Connection) -> Sequence[Stale]:
            return [
                row for row in rows if connection.execute(BEGUN, (model, row.kind, row.id)).rowcount
            ]

        return await self._database.write(mark)

    async def _remove(self, rows: Sequence[Stale]) -> None:
        leaving: dict[tuple[str, str], list[str]] = defaultdict(list)
        for row in rows:
            if row.model:
                leaving[row.model, row.kind].append(row.id)
        for (model, kind), ids in leaving.items():
            await self._vectors.remove(model, kind, ids)

    async def _put(self, rows: Sequence[Stale]) -> None:
        going = [row for row in rows if not self._stays((row.scope or "").removeprefix("p_"))]
        texts = {row: text for row in going if (text := _text(row))}
        made = dict(zip(texts, await self._embed(list(texts.values())), strict=True))
        points = [
            Point(row.kind, row.id, row.scope or "", row.revision, vector)
            for row, vector in made.items()
            if vector is not None
        ]
        if points:
            await self._vectors.put(self._embedder.model, points)
        embedded = {(point.kind, point.id): point.revision for point in points}
        await self._write(
            DONE,
            [
                (embedded.get((row.kind, row.id), 0),
                 row.kind, row.id, row.revision, row.kind, row.id)
                for row in rows
            ],
        )  # fmt: skip

    async def _embed(self, texts: Sequence[str]) -> Sequence[Vector | None]:
        """A vector a text; None for one that the provider refuses, alone among others."""
        try:
            return await self._embedder.embed(texts) if texts else []
        except (WrongModel, QuotaSpent):
            raise
        except Rejected:
            if len(texts) == 1:
                return [None]
            each = [vector for text in texts for vector in await self._embed([text])]
            if all(vector is None for vector in each):  # it is not the text, then
                raise
            return each

    async def _write(self, sql: str, rows: Sequence[tuple[object, ...]]) -> None:
        if rows:
            await self._database.write(lambda connection: connection.executemany(sql, rows))


def _text(row: Stale) -> str:
    """Of an unknown kind: none."""
    fields = decode(row.body or b"{}")
    return " ".join(str(fields.get(name, "")) for name in KINDS.get(row.kind, ())).strip()
