"""Vectors in a Qdrant server, by its REST interface."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec

from core.errors import Unavailable
from core.integrations._collections import collection, payload, point_id
from core.integrations._http import Http
from core.ports.embedder import Vector
from core.ports.llm import WrongModel
from core.ports.probe import Probe
from core.ports.vectors import Near, Point
from core.settings import Address, Secret, load, setting

NAME = "qdrant"
SECONDS = 5.0
INDEXES = {"scope": {"type": "keyword", "is_tenant": True}, "kind": {"type": "keyword"}}
"""What every search is narrowed by."""
PER_SCOPE = {"m": 0, "payload_m": 16}
"""A graph for each scope and none over all: no search looks beyond its scope."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Which server."""

    url: Address = setting("QDRANT_URL", needs="Give the URL of a Qdrant server, with its port.")
    api_key: Secret | None = setting("QDRANT_API_KEY", None)


def create(environ: Mapping[str, str], cache: Path) -> "Qdrant":
    """The store; nothing is opened yet. Raises `ConfigError` without a URL."""
    return Qdrant(load(Settings, environ))


def probe(environ: Mapping[str, str], cache: Path) -> Probe:
    """On where a URL is given; asks nobody."""
    if not environ.get("QDRANT_URL", "").strip():
        return Probe(NAME, "vectors", "off", ("QDRANT_URL",))
    host = urlsplit(load(Settings, environ).url).hostname
    return Probe(NAME, "vectors", "on", (), f"a server at {host}")


class _Answer(msgspec.Struct):
    result: Any


class Qdrant:
    """Vectors."""

    name = NAME

    def __init__(self, settings: Settings, seconds: float = SECONDS) -> None:
        key = settings.api_key
        self._headers = {"api-key": key.reveal()} if key else {}
        self._seconds = seconds
        self._http = Http(NAME, f"{settings.url.rstrip('/')}/")
        self._ready: set[str] = set()
        """Collections that are known to be there."""

    async def put(self, model: str, points: Sequence[Point]) -> None:
        """As the port says."""
        if not points:
            return
        name = collection(model, len(points[0].vector))
        await self._make(name, len(points[0].vector))
        sent = [
            {"id": point_id(one.kind, one.id), "vector": one.vector, "payload": payload(one)}
            for one in points
        ]
        await self._call(f"collections/{name}/points?wait=true", {"points": sent}, "PUT")

    async def remove(self, model: str, kind: str, ids: Sequence[str]) -> None:
        """As the port says."""
        gone = {"points": [point_id(kind, id) for id in ids]}
        for name in await self._of(model):
            await self._call(f"collections/{name}/points/delete?wait=true", gone)

    async def search(
        self, model: str, kind: str, scope: str, vector: Vector, limit: int
    ) -> list[Near]:
        """As the port says."""
        name = collection(model, len(vector))
        if not await self._exists(name):
            return []
        must = [
            {"key": key, "match": {"value": value}}
            for key, value in (("scope", scope), ("kind", kind))
        ]
        asked = {
            "query": vector,
            "filter": {"must": must},
            "limit": limit,
            "with_payload": ["id"],
        }
        found = await self._call(f"collections/{name}/points/query", asked)
        return [Near(one["payload"]["id"], one["score"]) for one in found["points"]]

    async def count(self, model: str) -> int:
        """As the port says."""
        total = 0
        for name in await self._of(model):
            found = await self._call(f"collections/{name}/points/count", {"exact": True})
            total += found["count"]
        return total

    async def close(self) -> None:
        """Closes its connections."""
        await self._http.close()

    async def _make(self, name: str, size: int) -> None:
        if await self._exists(name):
            return
        made = {"vectors": {"size": size, "distance": "Cosine"}, "hnsw_config": PER_SCOPE}
        await self._call(f"collections/{name}", made, "PUT")
        for field, how in INDEXES.items():
            asked = {"field_name": field, "field_schema": how}
            await self._call(f"collections/{name}/index?wait=true", asked, "PUT")
        self._ready.add(name)

    async def _exists(self, name: str) -> bool:
        if name not in self._ready:
            found = await self._call(f"collections/{name}/exists", None, "GET")
            if not found["exists"]:
                return False
            self._ready.add(name)
        return True

    async def _of(self, model: str) -> list[str]:
        """The model's collections, whatever their size."""
        found = await self._call("collections", None, "GET")
        names = (one["name"] for one in found["collections"])
        return [name for name in names if fnmatchcase(name, collection(model, "*"))]

    async def _call(self, path: str, body: Mapping[str, Any] | None, method: str = "POST") -> Any:
        at = asyncio.get_running_loop().time() + self._seconds
        try:
            raw = await self._http.whole(path, body, self._headers, at, method=method)
            return msgspec.json.decode(raw, type=_Answer).result
        except (msgspec.DecodeError, RecursionError) as error:
            raise Unavailable(NAME, "an answer that is not what was agreed") from error
        except WrongModel as error:  # somebody removed the collection: it is made again
            self._ready.clear()
            raise Unavailable(NAME, "no such collection") from error
