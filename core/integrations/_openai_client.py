"""OpenAI's own client, bounded and pooled; importing this module takes two seconds."""

from collections.abc import AsyncIterator
from typing import Any

import httpx2
import openai

from core.errors import IntegrationError, Unavailable
from core.integrations._http import CONNECT, KEPT, LONGEST, MOST, STALL, is_here
from core.integrations._refusal import refusal


class _Bounded(httpx2.AsyncByteStream):
    """A body that is given up where it has no end: the client's own decoder has no limit."""

    def __init__(self, system: str, stream: Any) -> None:
        self._system = system
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        total = 0
        async for chunk in self._stream:
            total += len(chunk)
            if total > LONGEST:
                raise Unavailable(self._system, "an answer without an end")
            yield chunk

    async def aclose(self) -> None:
        await self._stream.aclose()


def client(system: str, base_url: str) -> openai.AsyncOpenAI:
    """Tries nothing twice, follows nothing elsewhere, unpacks nothing; the key comes with each
    request. Belongs to one event loop."""

    async def bound(response: httpx2.Response) -> None:
        if response.headers.get("content-encoding", "identity") != "identity":
            raise Unavailable(system, "packed, though we asked that it be not")
        response.stream = _Bounded(system, response.stream)

    http = openai.DefaultAsyncHttpxClient(
        follow_redirects=False,
        event_hooks={"response": [bound]},
        limits=httpx2.Limits(max_keepalive_connections=KEPT),
        trust_env=not is_here(base_url),
    )
    made = openai.AsyncOpenAI(
        api_key="given with each request",
        base_url=base_url,
        max_retries=0,
        http_client=http,
        default_headers={"accept-encoding": "identity"},
    )
    # Parts of it are imported when they are first touched.
    _ = made.responses
    return made


def timeout(left: float) -> httpx2.Timeout:
    """For a request that has `left` seconds."""
    left = max(left, 0.001)
    return httpx2.Timeout(left, connect=min(CONNECT, left * MOST), read=min(STALL, left))


def translated(system: str, error: Exception) -> IntegrationError:
    """What the client raises as ours."""
    if isinstance(error, openai.APIStatusError):
        response = error.response
        return refusal(system, response.status_code, error.body, response.headers)
    if isinstance(error, openai.APIError) and error.body is not None:
        return refusal(system, 200, error.body)
    return Unavailable(system, type(error).__name__)
