"""Redis as the server of scripts that processes share; nothing is imported where there is none."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from core.errors import ConfigError, Unavailable
from core.settings import Secret, load, setting

if TYPE_CHECKING:
    from redis.asyncio import Redis as Client

NAME = "redis"
SLOW = 0.1
"""Seconds after which it is taken for lost: a call to a vendor must not wait for it."""
SCHEMES = ("redis://", "rediss://", "unix://")


@dataclass(frozen=True, slots=True)
class Settings:
    """Where it is; it may hold a password."""

    url: Secret | None = setting("REDIS_URL", None)


def create(environ: Mapping[str, str]) -> "Redis | None":
    """The server, not yet connected to; None where there is none. Raises `ConfigError`."""
    url = load(Settings, environ).url
    if url is None:
        return None
    if not url.reveal().startswith(SCHEMES) or not _has_port(url.reveal()):
        raise ConfigError(["REDIS_URL: Give an address as redis://127.0.0.1:6379/0."])
    return Redis(url)


def _has_port(url: str) -> bool:
    """Or none at all, which is the usual one."""
    try:
        return urlsplit(url).port != 0
    except ValueError:
        return False


class Redis:
    """Scripts of core.resilience. Belongs to one event loop."""

    def __init__(self, url: Secret, slow: float = SLOW) -> None:
        self._url = url
        self._slow = slow
        self._client: Client | None = None
        self._known: dict[str, Any] = {}

    async def run(self, script: str, keys: Sequence[str], values: Iterable[int | str]) -> list[int]:
        """As the port of the scripts says."""
        from redis.exceptions import RedisError

        known = self._script(script)
        try:
            async with asyncio.timeout(self._slow):
                found: list[int] = await known(keys, list(values))
                return found
        except (RedisError, OSError, TimeoutError) as error:
            await self._drop()
            # Its own words may hold the address, and the address a password.
            raise Unavailable(NAME, type(error).__name__) from None

    async def close(self) -> None:
        """Closes its connections; safe to call twice."""
        client, self._client = self._client, None
        if client is not None:
            await client.aclose()

    async def _drop(self) -> None:
        """Idle connections to a server that is gone: each would be a loss of its own later."""
        if self._client is not None:
            with suppress(Exception):
                async with asyncio.timeout(self._slow):
                    await self._client.connection_pool.disconnect(inuse_connections=False)

    def _script(self, script: str) -> Any:
        if self._client is None:
            from redis.asyncio import Redis as Client
            from redis.asyncio.retry import Retry
            from redis.backoff import NoBackoff

            self._client = Client.from_url(self._url.reveal(), retry=Retry(NoBackoff(), 0))
            self._known.clear()
        if script not in self._known:
            self._known[script] = self._client.register_script(script)
        return self._known[script]
