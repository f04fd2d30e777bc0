"""A vendor's `audio/speech`, as OpenAI has it: a text is posted, sound comes back whole."""

import asyncio
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from core.errors import Unavailable
from core.integrations._http import CONNECT, LONGEST, MOST, STALL, is_here
from core.integrations._refusal import refusal
from core.settings import Secret

if TYPE_CHECKING:
    from httpx import AsyncClient, Response

PATH = "audio/speech"
SECONDS = 30.0
"""For one whole text."""
SHORT = 65_536
"""Bytes of a refusal that are looked at."""
SOUND = ("audio/", "application/octet-stream", "application/ogg")


class SpeechApi:
    """One pooled client; belongs to one event loop, and nothing is imported before its use."""

    def __init__(self, system: str, base_url: str, key: Secret | None) -> None:
        self._system = system
        self._base_url = base_url
        self._headers = {"authorization": f"Bearer {key.reveal()}"} if key else {}
        self._client: AsyncClient | None = None

    async def say(self, body: Mapping[str, Any], at: float) -> bytes:
        """The sound, or an error before the loop's time `at`."""
        import httpx

        left = max(at - asyncio.get_running_loop().time(), 0.001)
        timeout = httpx.Timeout(left, connect=min(CONNECT, left * MOST), read=min(STALL, left))
        try:
            async with (
                asyncio.timeout_at(at),
                self._pool().stream(
                    "POST",
                    PATH,
                    content=msgspec.json.encode(body),
                    headers={
                        "content-type": "application/json",
                        "accept-encoding": "identity",
                        **self._headers,
                    },
                    timeout=timeout,
                ) as response,
            ):
                return await self._sound(response)
        except TimeoutError as error:
            raise Unavailable(self._system, "no whole answer before the deadline") from error
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
            raise Unavailable(self._system, type(error).__name__) from error

    async def close(self) -> None:
        """Closes its connections; a later call opens new ones."""
        client, self._client = self._client, None
        if client is not None:
            await client.aclose()

    async def _sound(self, response: "Response") -> bytes:
        if response.status_code != 200:
            said = _parsed(await _read(response, SHORT))
            raise refusal(self._system, response.status_code, said, response.headers)
        if not response.headers.get("content-type", "").lower().startswith(SOUND):
            raise Unavailable(self._system, "what answered is no sound")
        sound = await _read(response, LONGEST)
        if len(sound) > LONGEST:
            raise Unavailable(self._system, "an answer without an end")
        return sound

    def _pool(self) -> "AsyncClient":
        import httpx

        if self._client is None:
            self._client = httpx.AsyncClient(
                base_url=self._base_url, trust_env=not is_here(self._base_url)
            )
        return self._client


async def _read(response: "Response", most: int) -> bytes:
    """The body, or a little more than `most` bytes of it."""
    found = bytearray()
    async for chunk in response.aiter_bytes():
        found += chunk
        if len(found) > most:
            break
    return bytes(found)


def _parsed(body: bytes) -> Any:
    try:
        return msgspec.json.decode(body)
    except (msgspec.DecodeError, RecursionError):
        return None
