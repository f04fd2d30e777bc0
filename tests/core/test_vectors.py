"""Stores of vectors: one contract for the engine within us, the server and the tests' own."""

import asyncio
import os
import signal
import subprocess
import sys
import textwrap
import traceback
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from core.errors import (
    ConfigError,
    IntegrationError,
    Rejected,
    Unauthorised,
    Unavailable,
)
from core.integrations._collections import collection
from core.integrations.vectors import qdrant, qdrant_edge
from core.ports.vectors import Point, Vectors
from core.settings import load
from tests.fakes.llm_faults import FAULTS, SLOW
from tests.fakes.llm_server import KEY
from tests.fakes.qdrant_server import QdrantServer, qdrant_server
from tests.fakes.vectors import FakeVectors

MODEL = "vendor/model:1"
EAST, NORTH, NORTHEAST = (1.0, 0.0), (0.0, 1.0), (0.6, 0.8)
FAULTY: dict[str, type[IntegrationError]] = {
    **{name: kind for name, kind in FAULTS.items() if name not in {"long", "quota"}},
    "decommissioned": Rejected,
    "redirect": Rejected,
}


@pytest_asyncio.fixture
async def server() -> AsyncIterator[QdrantServer]:
    async with qdrant_server() as running:
        yield running


def remote(server: QdrantServer, seconds: float = 3.0) -> Vectors:
    environ = {"QDRANT_URL": f"{server.url}/", "QDRANT_API_KEY": KEY}
    return qdrant.Qdrant(load(qdrant.Settings, environ), seconds)


@pytest_asyncio.fixture(params=["fake", "qdrant", "qdrant-edge"])
async def vectors(request: pytest.FixtureRequest, tmp_path: Path, server: QdrantServer) -> Any:
    one: Vectors = {
        "fake": FakeVectors,
        "qdrant": lambda: remote(server),
        "qdrant-edge": lambda: qdrant_edge.create({}, tmp_path),
    }[request.param]()
    yield one
    await one.close()
    await one.close()


def point(id: str, vector: Any, scope: str = "p_anna", kind: str = "note") -> Point:
    return Point(kind, id, scope, 1, vector)


async def found(vectors: Vectors, vector: Any, **more: Any) -> list[str]:
    asked = {"model": MODEL, "kind": "note", "scope": "p_anna", "limit": 10, **more}
    return [one.id for one in await vectors.search(vector=vector, **asked)]


async def test_the_nearest_come_first_with_their_cosine(vectors: Vectors) -> None:
    await vectors.put(
        MODEL, [point("north", NORTH), point("east", EAST), point("between", NORTHEAST)]
    )

    near = await vectors.search(MODEL, "note", "p_anna", EAST, 2)

    assert [one.id for one in near] == ["east", "between"]
    assert [one.score for one in near] == pytest.approx([1.0, 0.6], abs=1e-6)


async def test_no_search_looks_beyond_its_scope_kind_and_model(vectors: Vectors) -> None:
    await vectors.put(
        MODEL,
        [point("mine", EAST), point("theirs", EAST, "p_ben"), point("due", EAST, kind="reminder")],
    )
    await vectors.put("another", [point("other", EAST)])

    assert await found(vectors, EAST) == ["mine"]
    assert await found(vectors, EAST, scope="p_ben") == ["theirs"]
    assert await found(vectors, EAST, kind="reminder") == ["due"]
    assert await found(vectors, EAST, model="another") == ["other"]
    assert await found(vectors, EAST, scope="p_nobody") == []


async def test_put_again_takes_the_place_of_the_earlier(vectors: Vectors) -> None:
    await vectors.put(MODEL, [point("one", EAST), point("two", NORTH)])
    await vectors.put(MODEL, [Point("note", "one", "p_anna", 2, NORTH)])

    near = await vectors.search(MODEL, "note", "p_anna", EAST, 5)

    assert sorted(one.id for one in near) == ["one", "two"]
    assert all(one.score < 0.1 for one in near)
    assert await vectors.count(MODEL) == 2


async def test_what_is_removed_is_gone_of_its_kind_and_model_only(vectors: Vectors) -> None:
    for model in (MODEL, "another"):
        await vectors.put(
            model, [point("one", EAST), point("two", EAST), point("one", EAST, kind="reminder")]
        )
    await vectors.remove(MODEL, "note", ["one", "never"])

    assert await found(vectors, EAST) == ["two"]
    assert await found(vectors, EAST, kind="reminder") == ["one"]
    assert await vectors.count(MODEL) == 2
    assert await vectors.count("another") == 3


async def test_an_empty_store_finds_nothing_and_forgets_nothing(vectors: Vectors) -> None:
    await vectors.put(MODEL, [])
    await vectors.remove(MODEL, "note", ["one"])

    assert await found(vectors, EAST) == []
    assert await vectors.count(MODEL) == 0


async def test_a_model_of_another_size_begins_anew(vectors: Vectors) -> None:
    if isinstance(vectors, FakeVectors):
        pytest.skip("it has no collections")
    await vectors.put(MODEL, [point("flat", EAST)])
    await vectors.put(MODEL, [point("deep", (1.0, 0.0, 0.0))])

    assert await found(vectors, EAST) == ["flat"]
    assert await found(vectors, (1.0, 0.0, 0.0)) == ["deep"]
    assert await vectors.count(MODEL) == 2
    await vectors.remove(MODEL, "note", ["flat", "deep"])
    assert await vectors.count(MODEL) == 0


async def test_names_of_models_are_fit_for_folders_and_addresses() -> None:
    assert collection("vendor/model:1", 384) == "vendor-model-1_384"
    assert "/" not in collection("../../etc", 2)


async def test_the_folder_is_there_after_a_restart(tmp_path: Path) -> None:
    first = qdrant_edge.create({}, tmp_path)
    await first.put(MODEL, [point("one", EAST)])
    await first.close()
    second = qdrant_edge.create({}, tmp_path)

    assert await found(second, EAST) == ["one"]
    await second.close()


async def test_another_process_has_the_folder(tmp_path: Path) -> None:
    first = qdrant_edge.create({}, tmp_path)
    await first.put(MODEL, [point("one", EAST)])
    second = qdrant_edge.create({}, tmp_path)
    with pytest.raises(Unavailable, match="another process"):
        await second.count(MODEL)
    await first.close()

    assert await second.count(MODEL) == 1
    await second.close()


@pytest.mark.parametrize("damaged", ["edge_config.json", "status.dat"])
async def test_a_damaged_folder_is_put_aside_and_begun_anew(tmp_path: Path, damaged: str) -> None:
    """The second of these makes the engine panic."""
    for _ in range(2):
        store = qdrant_edge.create({}, tmp_path)
        await store.put(MODEL, [point("one", EAST)])
        await store.close()
        (folder,) = (tmp_path / "vectors").glob("*_2")
        for file in folder.rglob(damaged):
            file.write_text("non")
        again = qdrant_edge.create({}, tmp_path)

        assert await again.count(MODEL) == 0
        assert await found(again, EAST) == []
        await again.put(MODEL, [point("two", EAST)])
        assert await found(again, EAST) == ["two"]
        await again.remove(MODEL, "note", ["two"])
        await again.close()


def killed(folder: Path) -> int:
    """How many points a process had put there when it was killed."""
    program = """
        import asyncio, sys
        from pathlib import Path
        from core.integrations.vectors import qdrant_edge
        from core.ports.vectors import Point

        async def main():
            store = qdrant_edge.create({}, Path(sys.argv[1]))
            for number in range(100_000):
                point = Point("note", str(number), "p_anna", 1, (1.0, float(number)))
                await store.put("vendor/model:1", [point])
                print(number, flush=True)

        asyncio.run(main())
    """
    command = [sys.executable, "-c", textwrap.dedent(program), str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path.cwd()) as child:
        assert child.stdout is not None
        said = [child.stdout.readline() for _ in range(40)]
        os.kill(child.pid, signal.SIGKILL)
        said += child.stdout.readlines()
    return int(next(line for line in reversed(said) if line.endswith(b"\n"))) + 1


async def test_a_killed_process_loses_nothing(tmp_path: Path) -> None:
    done = await asyncio.to_thread(killed, tmp_path)
    store = qdrant_edge.create({}, tmp_path)

    assert done <= await store.count(MODEL) <= done + 1
    await store.close()


@pytest.mark.parametrize("fault", FAULTY)
async def test_a_fault_is_typed_in_time_and_tells_nothing(server: QdrantServer, fault: str) -> None:
    deadline = 0.2 if fault in SLOW else 3.0
    store = remote(server, deadline)
    server.fault = fault
    loop = asyncio.get_running_loop()
    begun = loop.time()
    with pytest.raises(IntegrationError) as caught:
        await store.search(MODEL, "note", "p_anna", EAST, 5)
    assert isinstance(caught.value, FAULTY[fault])
    assert loop.time() - begun < deadline + 0.5
    assert len(server.headers) == 1, "nobody tries again behind our back"
    assert KEY not in "".join(traceback.format_exception(caught.value))
    server.fault = None
    assert await found(store, EAST) == []
    await store.close()


async def test_a_wrong_key(server: QdrantServer) -> None:
    environ = {"QDRANT_URL": server.url, "QDRANT_API_KEY": "wrong-canary"}
    store = qdrant.create(environ, Path("nowhere"))
    with pytest.raises(Unauthorised) as caught:
        await store.count(MODEL)
    assert "canary" not in "".join(traceback.format_exception(caught.value))
    await store.close()


async def test_a_collection_that_somebody_removed_is_made_again(server: QdrantServer) -> None:
    store = remote(server)
    await store.put(MODEL, [point("one", EAST)])
    server.client.delete_collection(collection(MODEL, 2))
    with pytest.raises(Unavailable):
        await store.put(MODEL, [point("one", EAST)])

    await store.put(MODEL, [point("one", EAST)])

    assert await found(store, EAST) == ["one"]
    await store.close()


async def test_no_words_and_no_names_go_out(server: QdrantServer) -> None:
    store = remote(server)
    await store.put(MODEL, [point("one", EAST)])

    (sent,) = [body["points"] for path, body, _ in server.exchanges if "points" in path]
    assert set(sent[0]) == {"id", "vector", "payload"}
    assert sent[0]["payload"] == {"kind": "note", "id": "one", "scope": "p_anna", "revision": 1}
    await store.close()


async def test_settings_and_probes(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="QDRANT_URL"):
        qdrant.create({}, tmp_path)
    assert qdrant.probe({}, tmp_path).needs == ("QDRANT_URL",)
    on = qdrant.probe({"QDRANT_URL": "http://name:secret@127.0.0.1:6333"}, tmp_path)
    assert (on.state, on.detail) == ("on", "a server at 127.0.0.1")
    assert qdrant_edge.probe({}, tmp_path).state == "on"
    assert not (tmp_path / "vectors").exists()
