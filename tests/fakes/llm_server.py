"""A server of language models on this machine that also does what only vendors do: it fails."""

import asyncio
import gzip
import json
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar

from tests.fakes.llm_responses import Responses
from tests.fakes.llm_wire import Chat, Heard, Json, Ollama, Refused, Said, answer

Wire = Responses | Chat | Ollama
S = TypeVar("S", bound="LlmServer")
KEY = "sk-canary-0123456789abcdef"
WIRES: dict[str, Wire] = {
    "/v1/responses": Responses(),
    "/v1/chat/completions": Chat(),
    "/openai/v1/chat/completions": Chat(groq=True),
    "/api/chat": Ollama(),
}
ABLE = {"qwen3-vl:4b": ["completion", "vision", "tools"], "llama3.2:1b": ["completion", "tools"]}
"""What Ollama's models can do."""
MODELS = {"gpt-6-luna", "fixed", "openai/gpt-oss-120b", "qwen/qwen3.6-27b", "qwen3-vl:4b"}
BUSY = Refused(429, "rate_limit_exceeded", "Rate limit reached for gpt-6-luna", type="requests")
BROKEN = Refused(500, "server_error", "The server had an error", type="server_error")
REFUSALS = {
    "429": BUSY,
    "429-after": BUSY,
    "429-date": BUSY,
    "500": BROKEN,
    "503": Refused(503, None, "overloaded", type="server_error"),
    "quota": Refused(
        429, "insufficient_quota", "You exceeded your quota", type="insufficient_quota"
    ),
    "decommissioned": Refused(400, "model_decommissioned", "model 'x' not found: decommissioned"),
    "long": Refused(400, "context_length_exceeded", "maximum context length is 8192 tokens"),
    "unsafe": Refused(400, "content_policy_violation", "flagged"),
    "bad": Refused(400, "invalid_value", "Invalid value"),
}
HEADERS = {
    "429-after": ["Retry-After: 7"],
    "429-date": ["Retry-After: Fri, 31 Dec 2027 23:59:59 GMT"],
}
COUNTERS = (
    re.compile(rb'"(?:input_tokens|prompt_tokens|prompt_eval_count)": (\d+)'),
    re.compile(rb'"(?:output_tokens|completion_tokens|eval_count)": (\d+)'),
    re.compile(rb'"cached_tokens": (\d+)'),
)
"""As the wires call input, output and cached tokens."""
BROKEN_STREAMS = {
    "cut",
    "reset",
    "stall",
    "mute",
    "drip",
    "truncated",
    "garbage",
    "middle",
    "endless",
}


@dataclass
class LlmServer:
    """`fault` is what goes wrong with every request, `answer` what is said where nothing does."""

    answer: Callable[[Heard], Said] = answer
    fault: str | None = None
    port: int = 0
    connections: int = 0
    heard: list[Heard] = field(default_factory=list)
    exchanges: list[tuple[str, Json, list[bytes]]] = field(default_factory=list)
    """Path, request and the frames that were sent."""
    headers: list[dict[str, str]] = field(default_factory=list)
    told: list[tuple[str, int, int, int]] = field(default_factory=list)
    """The bill: model, input, output and cached tokens of each usage that went out whole."""
    left: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when a client closed a stream that was not at its end."""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            while await self._one(reader, writer):
                pass
        writer.close()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        method, path, _ = head[0].split(" ")
        headers = {
            name.lower(): value
            for name, _, value in (line.partition(": ") for line in head[1:] if line)
        }
        raw = await reader.readexactly(int(headers.get("content-length", 0)))
        self.headers.append(headers)
        if path == "/api/show" and self.fault != "mute":
            await self._show(writer, json.loads(raw)["model"])
            return True
        wire = self.wire(method, path)
        if self.fault == "mute" and path == "/api/show":
            await self._until_left(reader)
            return False
        if wire is None:
            await _send(writer, 404, "text/plain", b"404 page not found")
            return True
        try:
            body = json.loads(raw or b"{}")
            frames = self._frames(wire, path, body, headers)
        except Refused as refused:
            quoted = Refused(**{**vars(refused), "message": f"{refused.message} {KEY}"})
            told = json.dumps(wire.error(quoted)).encode()
            more = HEADERS.get(self.fault or "", [])
            await _send(writer, refused.status, "application/json", told, more)
            return True
        if self.fault in BROKEN_STREAMS:
            await self._break(reader, writer, wire.kind(body), wire.middle(BROKEN), frames)
            return False
        if self.fault is not None:
            await _send(writer, *_whole(self.fault, wire))
            return True
        self.exchanges.append((path, body, frames))
        await self._stream(writer, wire.kind(body), frames)
        self._bill(body, b"".join(frames))
        return True

    def _bill(self, body: Json, sent: bytes) -> None:
        found = [pattern.findall(sent) for pattern in COUNTERS]
        if found[0]:
            used = (int(of_one[-1]) if of_one else 0 for of_one in found)
            self.told.append((body["model"], *used))

    async def _show(self, writer: asyncio.StreamWriter, model: str) -> None:
        if model not in ABLE:
            told = json.dumps({"error": f"model '{model}' not found"}).encode()
            await _send(writer, 404, "application/json", told)
            return
        told = json.dumps({"details": {}, "capabilities": ABLE[model]}).encode()
        await _send(writer, 200, "application/json", told)

    def wire(self, method: str, path: str) -> Any:
        """Who answers there, if anybody does."""
        return WIRES.get(path) if method == "POST" else None

    def _frames(self, wire: Wire, path: str, body: Json, headers: dict[str, str]) -> list[bytes]:
        key = headers.get("authorization", "").removeprefix("Bearer ")
        if key != KEY and not isinstance(wire, Ollama):
            said = f"Incorrect API key provided: {key}"
            raise Refused(401, "invalid_api_key", said)
        if self.fault in REFUSALS:
            raise REFUSALS[self.fault]
        if body.get("model") not in MODELS:
            said = f"model '{body.get('model')}' not found"
            raise Refused(404, "model_not_found", said, "model")
        heard = wire.hear(body)
        self.heard.append(heard)
        return list(wire.frames(self.answer(heard), body))

    async def _stream(self, writer: asyncio.StreamWriter, kind: str, frames: list[bytes]) -> None:
        writer.write(_head(200, kind, ["Transfer-Encoding: chunked"]))
        for frame in frames:
            writer.write(_chunk(frame))
            await writer.drain()
        writer.write(b"0\r\n\r\n")
        await writer.drain()

    async def _break(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        kind: str,
        middle: bytes,
        frames: list[bytes],
    ) -> None:
        """Begins well, and then: each ends the connection."""
        if self.fault == "mute":
            await self._until_left(reader)
            return
        writer.write(_head(200, kind, ["Transfer-Encoding: chunked"]))
        whole = b"".join(frames)
        if self.fault in {"cut", "reset", "stall", "middle", "garbage"}:
            writer.write(_chunk(b"".join(frames[:-2])))
        torn = {
            "middle": middle,
            "garbage": b'data: {"choices" \xff\xfe nonsense\n\n',
            "truncated": whole[: whole.index(frames[-1]) - 5],
        }
        if self.fault in torn:
            writer.write(_chunk(torn[self.fault]) + b"0\r\n\r\n")
        await writer.drain()
        if self.fault == "reset":
            writer.transport.abort()
        elif self.fault == "stall":
            await self._until_left(reader)
        elif self.fault == "drip":
            await self._drip(reader, writer, whole)
        elif self.fault == "endless":
            while not reader.at_eof():
                writer.write(_chunk(b"x" * 65_536))
                await writer.drain()

    async def _drip(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, whole: bytes
    ) -> None:
        for one in whole:
            if reader.at_eof():
                self.left.set()
                return
            writer.write(_chunk(bytes([one])))
            await writer.drain()
            await asyncio.sleep(0.02)

    async def _until_left(self, reader: asyncio.StreamReader) -> None:
        with suppress(ConnectionError):
            await reader.read()
        self.left.set()


def _whole(fault: str, wire: Wire) -> tuple[int, str, bytes, list[str]]:
    """Faults that are one response."""
    told = json.dumps(wire.error(BROKEN), indent=1).encode()
    page = b"<html><h1>Bad Gateway</h1></html>"
    return {
        "502": (502, "text/html", page, []),
        "html": (200, "text/html", page, []),
        "error-body": (200, "application/json", told, []),
        "empty": (200, wire.kind({"stream": True}), b"", []),
        "list": (200, "application/json", b"[1, 2]", []),
        "bomb": (200, wire.kind({"stream": True}), _bomb(), ["Content-Encoding: gzip"]),
        "redirect": (307, "text/plain", b"", ["Location: http://127.0.0.1:9/"]),
    }[fault]


@cache
def _bomb() -> bytes:
    return gzip.compress(b"\0" * 40_000_000, compresslevel=1)


def _head(status: int, kind: str, more: list[str]) -> bytes:
    lines = [f"HTTP/1.1 {status} Whatever", f"Content-Type: {kind}", *more]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def _chunk(data: bytes) -> bytes:
    return b"%x\r\n%s\r\n" % (len(data), data)


async def _send(
    writer: asyncio.StreamWriter, status: int, kind: str, body: bytes, more: list[str] | None = None
) -> None:
    length = f"Content-Length: {len(body)}"
    writer.write(_head(status, kind, [length, *(more or [])]) + body)
    await writer.drain()


@asynccontextmanager
async def llm_server(**more: Any) -> AsyncIterator[LlmServer]:
    """Serves on a free port of this machine."""
    async with served(LlmServer(**more)) as fake:
        yield fake


@asynccontextmanager
async def served(fake: S) -> AsyncIterator[S]:
    """The fake, on a free port of this machine."""
    serving: dict[asyncio.Task[None] | None, asyncio.StreamWriter] = {}

    async def one(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        serving[asyncio.current_task()] = writer
        await fake.serve(reader, writer)

    server = await asyncio.start_server(one, "127.0.0.1", 0, limit=1_000_000)
    fake.port = server.sockets[0].getsockname()[1]
    try:
        yield fake
    finally:
        server.close()
        for writer in serving.values():
            writer.transport.abort()
        await asyncio.gather(*filter(None, serving))
