"""Calls of the Bot API, by aiogram or plainly by httpx: the same results, limits and errors."""

import json
import logging
from collections.abc import AsyncIterator, Mapping
from contextlib import aclosing
from typing import Any, Literal, Protocol

from bots.telegram.parse import CHANNEL
from bots.telegram.render import uploads
from core.errors import (
    IntegrationError,
    RateLimited,
    Rejected,
    Unauthorised,
    Unavailable,
    UserError,
)
from core.settings import Secret

FILE_LIMIT = 20 * 2**20
"""Bytes that Telegram lets a bot download."""
CALL_SECONDS = 20
DOWNLOAD_SECONDS = 60

Kind = Literal["aiogram", "httpx"]


class Client(Protocol):
    """What a bot asks of Telegram; no error bears an address, since a token stands in it."""

    async def call(self, method: str, **params: Any) -> Any:
        """The result as plain JSON values; raises IntegrationError."""
        ...

    async def download(self, path: str) -> bytes:
        """A file by its `file_path`; raises UserError where it is too large, IntegrationError."""
        ...

    async def close(self) -> None:
        """Closes the connections."""
        ...


def connect(kind: Kind, token: Secret, base_url: str) -> Client:
    """The client; imports what it needs, which takes aiogram seconds: for a thread."""
    made = AiogramClient if kind == "aiogram" else HttpxClient
    return made(token, base_url.rstrip("/"))


class AiogramClient:
    """Through the SDK, which checks what it sends and what it is given."""

    def __init__(self, token: Secret, base_url: str) -> None:
        from aiogram import Bot, methods
        from aiogram.client.session.aiohttp import AiohttpSession
        from aiogram.client.telegram import TelegramAPIServer
        from aiogram.types import BufferedInputFile

        api = TelegramAPIServer.from_base(base_url)
        self._methods = methods
        self._file = BufferedInputFile
        self._token = token
        self._bot = Bot(token.reveal(), session=AiohttpSession(api=api))

    async def call(self, method: str, **params: Any) -> Any:
        """See `Client`."""
        files = {name: self._file(one.data, one.name) for name, one in uploads(params).items()}
        called = getattr(self._methods, method[0].upper() + method[1:])
        asked = called.model_validate({**params, **files})
        try:
            result = await self._bot(asked, request_timeout=CALL_SECONDS)
            return result if isinstance(result, bool) else result.model_dump(exclude_unset=True)
        except Exception as error:  # noqa: BLE001  # the SDK lets TypeError and ValueError through
            failure = _translate(error)
        # Outside of the handler: as its context the SDK's error would bear addresses with tokens.
        raise failure

    async def download(self, path: str) -> bytes:
        """See `Client`."""
        session = self._bot.session
        url = session.api.file_url(self._token.reveal(), path)
        try:
            async with aclosing(session.stream_content(url, timeout=DOWNLOAD_SECONDS)) as chunks:
                return await _whole(chunks)
        except UserError:
            raise
        except Exception as error:  # noqa: BLE001  # aiohttp's own come through, addresses and all
            failure = _translate(error)
        raise failure

    async def close(self) -> None:
        """See `Client`."""
        await self._bot.session.close()


class HttpxClient:
    """Plain JSON over HTTP: a tenth of the SDK's start, in time and memory."""

    def __init__(self, token: Secret, base_url: str) -> None:
        import httpx

        # At INFO it writes every address, token and all.
        logging.getLogger("httpx").setLevel(logging.WARNING)
        self._base, self._token = base_url, token
        self._http = httpx.AsyncClient(timeout=CALL_SECONDS, trust_env=False)

    async def call(self, method: str, **params: Any) -> Any:
        """See `Client`."""
        url = f"{self._base}/bot{self._token.reveal()}/{method}"
        given = {name: value for name, value in params.items() if value is not None}
        try:
            response = await self._http.post(url, **_body(given))
            answer = response.json()
            if response.is_success and answer["ok"]:
                return answer["result"]
            failure = _refused(response.status_code, answer)
        except Exception as error:  # noqa: BLE001  # no network, or no answer of a Bot API
            failure = Unavailable(CHANNEL, type(error).__name__)
        raise failure

    async def download(self, path: str) -> bytes:
        """See `Client`."""
        url = f"{self._base}/file/bot{self._token.reveal()}/{path}"
        try:
            async with self._http.stream("GET", url, timeout=DOWNLOAD_SECONDS) as response:
                if response.is_success:
                    return await _whole(response.aiter_bytes())
                failure = Unavailable(CHANNEL, f"status {response.status_code}")
        except UserError:
            raise
        except Exception as error:  # noqa: BLE001  # httpx's errors bear the request
            failure = Unavailable(CHANNEL, type(error).__name__)
        raise failure

    async def close(self) -> None:
        """See `Client`."""
        await self._http.aclose()


async def _whole(chunks: AsyncIterator[bytes]) -> bytes:
    kept = bytearray()
    async for chunk in chunks:
        kept += chunk
        if len(kept) > FILE_LIMIT:
            raise UserError("file-too-large", limit=FILE_LIMIT // 2**20)
    return bytes(kept)


def _body(given: Mapping[str, Any]) -> dict[str, Any]:
    """JSON; where a file is among it a form, in which what has a structure is JSON."""
    sent = uploads(given)
    if not sent:
        return {"json": given}
    fields = {
        name: value if isinstance(value, str) else json.dumps(value)
        for name, value in given.items()
        if name not in sent
    }
    files = {name: (one.name, one.data, one.media_type) for name, one in sent.items()}
    return {"data": fields, "files": files}


def _refused(status: int, answer: Mapping[str, Any]) -> IntegrationError:
    parameters = answer.get("parameters") or {}
    description = str(answer.get("description") or status)
    if parameters.get("retry_after"):
        return RateLimited(CHANNEL, "too many messages", float(parameters["retry_after"]))
    if parameters.get("migrate_to_chat_id"):
        moved = int(parameters["migrate_to_chat_id"])
        return Rejected(CHANNEL, f"the group has moved to {moved}")
    if status in (401, 404):
        return Unauthorised(CHANNEL, "the token is not known there")
    if status in (400, 403):
        return Rejected(CHANNEL, description)
    return Unavailable(CHANNEL, f"status {status}")


def _translate(error: Exception) -> IntegrationError:
    from aiogram import exceptions as sdk

    match error:
        case sdk.TelegramRetryAfter():
            return RateLimited(CHANNEL, "too many messages", float(error.retry_after))
        case sdk.TelegramMigrateToChat():
            return Rejected(CHANNEL, f"the group has moved to {error.migrate_to_chat_id}")
        case sdk.TelegramUnauthorizedError() | sdk.TelegramNotFound():
            return Unauthorised(CHANNEL, "the token is not known there")
        case sdk.TelegramForbiddenError() | sdk.TelegramBadRequest():
            return Rejected(CHANNEL, error.message)
        case _:
            return Unavailable(CHANNEL, type(error).__name__)
