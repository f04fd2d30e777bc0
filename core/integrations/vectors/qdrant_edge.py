"""Vectors in a folder of ours, by Qdrant's own engine within the process."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from core.errors import IntegrationError, Unavailable
from core.integrations._collections import collection, payload, point_id
from core.ports.embedder import Vector
from core.ports.probe import Probe
from core.ports.vectors import Near, Point

if TYPE_CHECKING:
    from qdrant_edge import EdgeShard, Filter

R = TypeVar("R")

NAME = "qdrant-edge"
LOCAL = True
FOLDER = "vectors"
BROKEN = ".broken"


def create(environ: Mapping[str, str], cache: Path) -> "QdrantEdge":
    """The store; nothing is imported or opened yet."""
    return QdrantEdge(cache / FOLDER)


def probe(environ: Mapping[str, str], cache: Path) -> Probe:
    """On where the package is."""
    if find_spec("qdrant_edge") is None:
        return Probe(NAME, "vectors", "off", ("qdrant-edge-py",))
    return Probe(NAME, "vectors", "on", (), "in the cache folder")


class QdrantEdge:
    """Vectors, on a thread of their own. Each update is in a log before it returns, so that a kill
    loses nothing; what a power cut loses is seen by `count`.

    The engine builds no graph here: that would hold up the whole process for seconds. The index of
    scopes is enough for tens of thousands of points in each.
    """

    name = NAME

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._shards: dict[str, EdgeShard] = {}
        self._thread: ThreadPoolExecutor | None = None

    async def put(self, model: str, points: Sequence[Point]) -> None:
        """As the port says."""
        if points:
            await self._run(lambda: self._put(model, points))

    async def remove(self, model: str, kind: str, ids: Sequence[str]) -> None:
        """As the port says."""
        await self._run(lambda: self._remove(model, [point_id(kind, id) for id in ids]))

    async def search(
        self, model: str, kind: str, scope: str, vector: Vector, limit: int
    ) -> list[Near]:
        """As the port says."""
        return await self._run(lambda: self._search(model, kind, scope, vector, limit))

    async def count(self, model: str) -> int:
        """As the port says."""
        return await self._run(lambda: self._count(model))

    async def close(self) -> None:
        """Closes the folders."""
        thread, self._thread = self._thread, None
        if thread is not None:
            await asyncio.get_running_loop().run_in_executor(thread, self._close)
            thread.shutdown()

    async def _run(self, work: Callable[[], R]) -> R:
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, thread_name_prefix="viva-vectors")
        return await asyncio.get_running_loop().run_in_executor(self._thread, _translated, work)

    def _put(self, model: str, points: Sequence[Point]) -> None:
        from qdrant_edge import Point as EdgePoint
        from qdrant_edge import UpdateOperation

        made = [
            EdgePoint(point_id(one.kind, one.id), list(one.vector), payload(one)) for one in points
        ]
        size = len(points[0].vector)
        name = collection(model, size)
        shard = self._opened(name) or self._made(name, size)
        shard.update(UpdateOperation.upsert_points(made))

    def _remove(self, model: str, ids: Sequence[str]) -> None:
        from qdrant_edge import UpdateOperation

        for shard in self._of(model):
            shard.update(UpdateOperation.delete_points(list(ids)))

    def _search(self, model: str, kind: str, scope: str, vector: Vector, limit: int) -> list[Near]:
        from qdrant_edge import Query, QueryRequest

        shard = self._opened(collection(model, len(vector)))
        if shard is None:
            return []
        found = shard.query(
            QueryRequest(
                limit=limit,
                query=Query.Nearest(list(vector)),
                filter=_within(kind, scope),
                with_payload=True,
            )
        )
        return [Near((one.payload or {})["id"], one.score) for one in found]

    def _count(self, model: str) -> int:
        from qdrant_edge import CountRequest

        return sum(shard.count(CountRequest(exact=True)) for shard in self._of(model))

    def _close(self) -> None:
        while self._shards:
            _, shard = self._shards.popitem()
            shard.flush()
            shard.close()

    def _of(self, model: str) -> list["EdgeShard"]:
        """The model's shards, whatever their size."""
        folders = sorted(self._folder.glob(collection(model, "*")))
        found = (self._opened(one.name) for one in folders if not one.name.endswith(BROKEN))
        return [shard for shard in found if shard is not None]

    def _opened(self, name: str) -> "EdgeShard | None":
        """None where there is none. One that cannot be opened is put aside: all of it can be made
        again."""
        from qdrant_edge import EdgeShard

        folder = self._folder / name
        if name not in self._shards and folder.is_dir():
            try:
                self._shards[name] = _indexed(EdgeShard.load(str(folder)))
            except BaseException as error:  # the engine panics with one of its own
                if "WouldBlock" in str(error):
                    raise Unavailable(NAME, "another process has the folder") from error
                folder.rename(_free(folder.with_name(name + BROKEN)))
        return self._shards.get(name)

    def _made(self, name: str, size: int) -> "EdgeShard":
        from qdrant_edge import Distance, EdgeConfig, EdgeShard, EdgeVectorParams

        folder = self._folder / name
        folder.mkdir(parents=True)
        config = EdgeConfig(vectors=EdgeVectorParams(size, Distance.Cosine))
        self._shards[name] = _indexed(EdgeShard.create(str(folder), config))
        return self._shards[name]


def _indexed(shard: "EdgeShard") -> "EdgeShard":
    """With what a search is narrowed by; costs nothing where it is there already."""
    from qdrant_edge import KeywordIndexParams, UpdateOperation

    for field, params in (
        ("scope", KeywordIndexParams(is_tenant=True)),
        ("kind", KeywordIndexParams()),
    ):
        shard.update(UpdateOperation.create_field_index(field, params))
    return shard


def _translated(work: Callable[[], R]) -> R:
    """The one door where the engine's errors become ours; its panics are no `Exception`."""
    try:
        return work()
    except IntegrationError:
        raise
    except ImportError as error:
        raise Unavailable(NAME, f"not installed: {error.name}") from error
    except BaseException as error:
        raise IntegrationError(NAME, f"{type(error).__name__}: {error}"[:300]) from error


def _within(kind: str, scope: str) -> "Filter":
    from qdrant_edge import FieldCondition, Filter, MatchValue

    return Filter(
        must=[
            FieldCondition("scope", match=MatchValue(scope)),
            FieldCondition("kind", match=MatchValue(kind)),
        ]
    )


def _free(path: Path) -> Path:
    """The path, when what was put aside before has gone."""
    from shutil import rmtree

    rmtree(path, ignore_errors=True)
    return path
