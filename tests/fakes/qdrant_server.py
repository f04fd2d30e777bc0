"""A Qdrant server on this machine: its requests are checked and answered by Qdrant's own client."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from typing import Any

from qdrant_client import QdrantClient, models

from tests.fakes.llm_server import KEY, REFUSALS, LlmServer, served
from tests.fakes.llm_wire import Json, Refused

Answer = Callable[[QdrantClient, str, Json], Any]


def _strict(kind: type[Any], body: Json) -> Any:
    """As the client's models have it, and nothing that these do not know."""
    found = kind.model_validate(body)
    unknown = set(body) - set(kind.model_fields)
    if unknown:
        raise Refused(400, None, f"Format error in JSON body: unknown {unknown}")
    return found


def _create(client: QdrantClient, name: str, body: Json) -> Any:
    asked = _strict(models.CreateCollection, body)
    if client.collection_exists(name):
        raise Refused(409, None, f"Wrong input: Collection `{name}` already exists!")
    return client.create_collection(
        name, vectors_config=asked.vectors, hnsw_config=asked.hnsw_config
    )


def _index(client: QdrantClient, name: str, body: Json) -> Any:
    asked = _strict(models.CreateFieldIndex, body)
    assert isinstance(asked.field_schema, models.KeywordIndexParams)
    return {"operation_id": 0, "status": "completed"}


def _upsert(client: QdrantClient, name: str, body: Json) -> Any:
    return client.upsert(name, _strict(models.PointsList, body).points).model_dump()


def _delete(client: QdrantClient, name: str, body: Json) -> Any:
    return client.delete(name, _strict(models.PointIdsList, body)).model_dump()


def _query(client: QdrantClient, name: str, body: Json) -> Any:
    asked = _strict(models.QueryRequest, body)
    return client.query_points(
        name,
        query=asked.query,
        query_filter=asked.filter,
        limit=asked.limit or 10,
        with_payload=asked.with_payload or False,
    ).model_dump()


def _count(client: QdrantClient, name: str, body: Json) -> Any:
    return client.count(name, exact=bool(_strict(models.CountRequest, body).exact)).model_dump()


def _exists(client: QdrantClient, name: str, body: Json) -> Any:
    return {"exists": client.collection_exists(name)}


def _list(client: QdrantClient, name: str, body: Json) -> Any:
    return client.get_collections().model_dump()


NAME = r"/collections/(?P<name>[A-Za-z0-9._-]{1,255})"
ROUTES: dict[tuple[str, str], Answer] = {
    ("GET", "/collections"): _list,
    ("GET", f"{NAME}/exists"): _exists,
    ("PUT", NAME): _create,
    ("PUT", rf"{NAME}/index\?wait=true"): _index,
    ("PUT", rf"{NAME}/points\?wait=true"): _upsert,
    ("POST", rf"{NAME}/points/delete\?wait=true"): _delete,
    ("POST", f"{NAME}/points/query"): _query,
    ("POST", f"{NAME}/points/count"): _count,
}


@dataclass(frozen=True)
class QdrantWire:
    """One path."""

    answer: Answer
    name: str

    def frames(self, client: QdrantClient, body: Json) -> Iterator[bytes]:
        try:
            result = self.answer(client, self.name, body)
        except ValueError as error:
            status = 404 if "not found" in str(error) else 400
            raise Refused(status, None, str(error)) from error
        whole = json.dumps({"result": result, "status": "ok", "time": 0.001}).encode()
        step = len(whole) // 6 + 1
        for start in range(0, len(whole), step):
            yield whole[start : start + step]

    def kind(self, body: Json) -> str:
        return "application/json"

    def error(self, refused: Refused) -> Json:
        return {"status": {"error": refused.message}, "time": 0.0}

    def middle(self, refused: Refused) -> bytes:
        return json.dumps(self.error(refused)).encode()


@dataclass
class QdrantServer(LlmServer):
    """Keeps its points in memory."""

    client: QdrantClient = field(default_factory=lambda: QdrantClient(":memory:"))

    def wire(self, method: str, path: str) -> Any:
        for (how, pattern), answer in ROUTES.items():
            found = re.fullmatch(pattern, path)
            if how == method and found:
                return QdrantWire(answer, found.groupdict().get("name", ""))
        return None

    def _frames(self, wire: Any, path: str, body: Json, headers: dict[str, str]) -> list[bytes]:
        if headers.get("api-key") != KEY:
            raise Refused(401, None, "Must provide an API key or an Authorization bearer token")
        if self.fault in REFUSALS:
            raise REFUSALS[self.fault]
        return list(wire.frames(self.client, body))


def qdrant_server() -> AbstractAsyncContextManager[QdrantServer]:
    """Serves on a free port of this machine."""
    return served(QdrantServer())
