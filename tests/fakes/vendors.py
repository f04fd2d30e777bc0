"""Whole vendors on this machine: one address each, with everything that is sold there behind it."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from tests.fakes import embeddings_server, stt_server, tts_server
from tests.fakes.embeddings_server import EmbeddingsServer
from tests.fakes.llm_server import KEY, LlmServer, Wire, _chunk, _head, served
from tests.fakes.llm_wire import Json
from tests.fakes.qdrant_server import QdrantServer
from tests.fakes.stt_server import SttServer
from tests.fakes.tts_server import TtsServer

Bill = tuple[str, int, int, int]
"""Model, input, output and cached tokens."""


@dataclass
class Vendor(LlmServer):
    """A server of models that also hears, speaks and embeds.

    Each ask of a model takes the next of `faults`, and the last of them stays.
    """

    faults: list[str | None] = field(default_factory=list)
    pause: float = 0.0
    """Seconds between two frames of an answer."""
    arrived: list[str] = field(default_factory=list)
    """The model of every ask, refused or not."""
    keys: list[str] = field(default_factory=list)
    """What each of them came with."""
    ears: SttServer = field(default_factory=SttServer)
    voice: TtsServer = field(default_factory=TtsServer)
    embedder: EmbeddingsServer = field(default_factory=EmbeddingsServer)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """A connection belongs to whoever knows the path that it begins with."""
        try:
            head = await reader.readuntil(b"\r\n\r\n")
        except (ConnectionError, asyncio.IncompleteReadError):
            writer.close()
            return
        whole = asyncio.StreamReader(limit=1_000_000)
        whole.feed_data(head)
        pump = asyncio.create_task(_pump(reader, whole))
        try:
            part = self._whose(head.split(b" ", 2)[1].decode())
            await (super().serve(whole, writer) if part is None else part.serve(whole, writer))
        finally:
            pump.cancel()
            await asyncio.gather(pump, return_exceptions=True)

    def _whose(self, path: str) -> LlmServer | None:
        known: tuple[tuple[Mapping[str, Any], LlmServer], ...] = (
            (stt_server.PATHS, self.ears),
            (tts_server.WIRES, self.voice),
            (embeddings_server.WIRES, self.embedder),
        )
        return next((part for paths, part in known if path in paths), None)

    def _frames(self, wire: Wire, path: str, body: Json, headers: dict[str, str]) -> list[bytes]:
        if self.faults:
            self.fault = self.faults.pop(0)
        self.arrived.append(body["model"])
        self.keys.append(headers.get("authorization", "").removeprefix("Bearer "))
        return super()._frames(wire, path, body, headers)

    async def _stream(self, writer: asyncio.StreamWriter, kind: str, frames: list[bytes]) -> None:
        if not self.pause:
            await super()._stream(writer, kind, frames)
            return
        writer.write(_head(200, kind, ["Transfer-Encoding: chunked"]))
        for frame in frames:
            writer.write(_chunk(frame))
            await writer.drain()
            await asyncio.sleep(self.pause)
        writer.write(b"0\r\n\r\n")
        await writer.drain()


async def _pump(source: asyncio.StreamReader, target: asyncio.StreamReader) -> None:
    with suppress(ConnectionError):
        while data := await source.read(65_536):
            target.feed_data(data)
    target.feed_eof()


@dataclass
class Vendors:
    """All that a house of ours may be pointed at."""

    openai: Vendor = field(default_factory=Vendor)
    groq: Vendor = field(default_factory=Vendor)
    ollama: Vendor = field(default_factory=Vendor)
    qdrant: QdrantServer = field(default_factory=QdrantServer)

    def __iter__(self) -> Iterator[Vendor]:
        """Those that have models."""
        return iter((self.openai, self.groq, self.ollama))

    def settings(self, *names: str) -> dict[str, str]:
        """Keys and addresses of these."""
        known = {
            "openai": {"OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": f"{self.openai.url}/v1"},
            "groq": {"GROQ_API_KEY": KEY, "GROQ_BASE_URL": self.groq.url},
            "ollama": {"OLLAMA_HOST": self.ollama.url},
            "qdrant": {"QDRANT_URL": self.qdrant.url, "QDRANT_API_KEY": KEY},
        }
        return {name: value for one in names for name, value in known[one].items()}

    def bill(self) -> dict[tuple[str, str], Bill]:
        """What each vendor counts of each of its models: all that went out whole."""
        made: dict[tuple[str, str], Bill] = {}
        for name in ("openai", "groq", "ollama"):
            for model, *used in getattr(self, name).told:
                before = made.get((name, model), (model, 0, 0, 0))
                given, said, cached = (a + b for a, b in zip(before[1:], used, strict=True))
                made[name, model] = (model, given, said, cached)
        return made


@asynccontextmanager
async def vendors() -> AsyncIterator[Vendors]:
    """All of them, each on a free port of this machine."""
    made = Vendors()
    async with AsyncExitStack() as stack:
        for one in (*made, made.qdrant):
            await stack.enter_async_context(served(one))
        yield made
