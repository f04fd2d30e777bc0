"""One pooled HTTP client of a provider: what is streamed comes back line by line, within bounds."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import aclosing, suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import msgspec

from core.errors import Unavailable
from core.integrations._refusal import refusal
from core.ports.llm import Final, Piece

if TYPE_CHECKING:
    from httpx import AsyncClient, Response

CONNECT = 5.0
"""Seconds to be connected, and never more than most of those that are left: whoever is cancelled
in the middle of a handshake leaves its socket open."""
MOST = 0.9
STALL = 30.0
"""Seconds without a byte after which a stream is given up."""
KEPT = 8
"""Connections of a provider that stay open between asks."""
LONGEST_LINE = 4 * 1024 * 1024
LONGEST = 32 * 1024 * 1024
"""Bytes of one answer, unpacked: what is longer has no end."""
STREAMED = ("text/event-stream", "application/x-ndjson", "application/json", "application/ndjson")
SOUND = ("audio/", "application/octet-stream", "application/ogg")
"""How the media types begin that an answer may have."""


def is_here(url: str) -> bool:
    """Whether it is on this machine, where no proxy of the environment can stand between."""
    return urlsplit(url).hostname in {"127.0.0.1", "localhost", "::1"}


async def until(
    at: float, system: str, stream: AsyncGenerator[Piece, None]
) -> AsyncGenerator[Piece, None]:
    """`stream`, but never beyond the loop's time `at`: then `Unavailable`, and it is closed.

    Each step is timed for itself, since a timeout that spans a `yield` would cancel the caller.
    """
    said: Piece | None = None
    async with aclosing(stream):
        while True:
            try:
                async with asyncio.timeout_at(at):
                    said = await anext(stream)
            except StopAsyncIteration:
                return
            except TimeoutError as error:
                if isinstance(said, Final):
                    return
                raise Unavailable(system, "no whole answer before the deadline") from error
            yield said


async def drain(stream: AsyncIterator[object]) -> None:
    """Reads what follows the last word, so that the connection can be used again."""
    with suppress(Exception):  # whatever comes now, the answer is there
        async with asyncio.timeout(0.2):
            async for _ in stream:
                pass


class Http:
    """Belongs to one event loop; nothing is imported or opened before its first use."""

    def __init__(
        self,
        system: str,
        base_url: str,
        *,
        kept: int = KEPT,
        stall: float = STALL,
        kinds: tuple[str, ...] = STREAMED,
    ) -> None:
        self._kinds = kinds
        self._system = system
        self._base_url = base_url
        self._kept = kept
        self._stall = stall
        self._client: AsyncClient | None = None

    async def whole(
        self,
        path: str,
        body: Mapping[str, Any] | None,
        headers: Mapping[str, str],
        at: float,
        *,
        method: str = "POST",
    ) -> bytes:
        """The answer in one piece, by the loop's time `at`."""
        try:
            async with (
                asyncio.timeout_at(at),
                aclosing(self.lines(path, body, headers, at, method=method)) as lines,
            ):
                return b"".join([line async for line in lines])
        except TimeoutError as error:
            raise Unavailable(self._system, "no whole answer before the deadline") from error

    async def upload(
        self,
        path: str,
        form: Mapping[str, str | list[str]],
        file: tuple[str, bytes, str],
        headers: Mapping[str, str],
        at: float,
    ) -> bytes:
        """The answer to a form with a file (name, bytes, media type), by the loop's time `at`."""
        return await self._all(
            self._answer("POST", path, headers, at, data=form, files={"file": file}), at
        )

    async def post(
        self, path: str, body: Mapping[str, Any], headers: Mapping[str, str], at: float
    ) -> bytes:
        """The answer to JSON as it comes, by the loop's time `at`."""
        kind = {"content-type": "application/json"}
        content = msgspec.json.encode(body)
        return await self._all(
            self._answer("POST", path, {**kind, **headers}, at, content=content), at
        )

    async def _all(self, answer: AsyncGenerator[bytes, None], at: float) -> bytes:
        found = bytearray()
        try:
            async with asyncio.timeout_at(at), aclosing(answer) as chunks:
                async for chunk in chunks:
                    found += chunk
                    if len(found) > LONGEST:
                        raise Unavailable(self._system, "an answer without an end")
        except TimeoutError as error:
            raise Unavailable(self._system, "no whole answer before the deadline") from error
        return bytes(found)

    async def lines(
        self,
        path: str,
        body: Mapping[str, Any] | None,
        headers: Mapping[str, str],
        at: float,
        *,
        method: str = "POST",
    ) -> AsyncGenerator[bytes, None]:
        """The lines of the answer, without their ends and without empty ones."""
        kind = {} if body is None else {"content-type": "application/json"}
        content = None if body is None else msgspec.json.encode(body)
        answer = self._answer(method, path, {**kind, **headers}, at, content=content)
        split = _Lines(self._system)
        async with aclosing(answer) as chunks:
            async for chunk in chunks:
                for line in split.feed(chunk):
                    yield line
            for line in split.feed(b"\n"):
                yield line

    async def _answer(
        self, method: str, path: str, headers: Mapping[str, str], at: float, **content: Any
    ) -> AsyncGenerator[bytes, None]:
        """What is answered, as it comes; raises for what is no answer."""
        import httpx

        left = max(at - asyncio.get_running_loop().time(), 0.001)
        timeout = httpx.Timeout(
            left, connect=min(CONNECT, left * MOST), read=min(self._stall, left)
        )
        try:
            async with self._pool().stream(
                method,
                path,
                headers={"accept-encoding": "identity", **headers},
                timeout=timeout,
                **content,
            ) as response:
                await self._look(response)
                async for chunk in response.aiter_bytes():
                    yield chunk
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
            raise Unavailable(self._system, type(error).__name__) from error

    async def close(self) -> None:
        """Closes its connections; a later call opens new ones."""
        client, self._client = self._client, None
        if client is not None:
            await client.aclose()

    def _pool(self) -> "AsyncClient":
        import httpx

        if self._client is None:
            limits = httpx.Limits(max_keepalive_connections=self._kept)
            self._client = httpx.AsyncClient(
                base_url=self._base_url, limits=limits, trust_env=not is_here(self._base_url)
            )
        return self._client

    async def _look(self, response: "Response") -> None:
        """Raises for what is no answer at all."""
        if response.status_code != 200:
            raise refusal(
                self._system, response.status_code, await _short(response), response.headers
            )
        kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        if not kind.startswith(self._kinds):
            wanted = "is no sound" if self._kinds is SOUND else "speaks no JSON"
            raise Unavailable(self._system, f"what answered {wanted}")


class _Lines:
    """Bytes to lines, without their ends and without empty ones."""

    def __init__(self, system: str) -> None:
        self._system = system
        self._rest = b""
        self._total = 0

    def feed(self, chunk: bytes) -> list[bytes]:
        """The lines that `chunk` completes."""
        self._total += len(chunk)
        *whole, self._rest = (self._rest + chunk).split(b"\n")
        if self._total > LONGEST or len(self._rest) > LONGEST_LINE:
            raise Unavailable(self._system, "an answer without an end")
        return [line for each in whole if (line := each.strip())]


async def _short(response: "Response") -> Any:
    """The beginning of an error's body, parsed where it is JSON."""
    found = b""
    async for chunk in response.aiter_bytes():
        found += chunk
        if len(found) > 65_536:
            break
    try:
        return msgspec.json.decode(found)
    except (msgspec.DecodeError, RecursionError):
        return None
