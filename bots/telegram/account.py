"""One Telegram bot: the SDK lives here, with its limits, its files and its errors made ours."""

import logging
from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack, aclosing
from typing import TYPE_CHECKING, Any, TypeVar

from bots.telegram.parse import CHANNEL, Me
from bots.telegram.settings import TelegramSettings
from core.errors import (
    IntegrationError,
    RateLimited,
    Rejected,
    Unauthorised,
    Unavailable,
    UserError,
)
from core.resilience import Window
from core.settings import Secret

if TYPE_CHECKING:
    from aiogram import Bot
    from aiogram.methods import TelegramMethod

T = TypeVar("T")
log = logging.getLogger(__name__)

FILE_LIMIT = 20 * 2**20
"""Bytes that Telegram lets a bot download."""
CALL_SECONDS = 20
DOWNLOAD_SECONDS = 60
REMEMBERED_CHATS = 10_000


class Account:
    """One bot: its token, its client as soon as the SDK is there, its limits."""

    def __init__(self, name: str, token: Secret, settings: TelegramSettings) -> None:
        self.name = name
        self._token = token
        self.me = Me(id=int(token.reveal().partition(":")[0]))
        self._client: Bot | None = None
        self._all = Window(settings.per_second, 1.0)
        self._chats = _Windows(lambda: Window(settings.per_chat_second, 1.0))
        self._groups = _Windows(lambda: Window(settings.per_group_minute, 60.0))

    def open(self, base_url: str) -> None:
        """Imports the SDK and makes the client: seconds of work, for a thread."""
        from aiogram import Bot
        from aiogram.client.session.aiohttp import AiohttpSession
        from aiogram.client.telegram import TelegramAPIServer

        api = TelegramAPIServer.from_base(base_url.rstrip("/"))
        self._client = Bot(self._token.reveal(), session=AiohttpSession(api=api))

    async def send(self, piece: Mapping[str, Any]) -> str:
        """One message, when the limits allow it -> its id; raises IntegrationError."""
        from aiogram.methods import SendMessage

        chat = str(piece["chat_id"])
        async with AsyncExitStack() as stack:
            if chat.startswith("-"):
                await stack.enter_async_context(self._groups[chat])
            await stack.enter_async_context(self._chats[chat])
            await stack.enter_async_context(self._all)
            message = await self.call(SendMessage.model_validate(piece))
        return str(message.message_id)

    async def fetch(self, file_id: str) -> bytes:
        """The bytes of a file; raises UserError where it is gone or too large."""
        from aiogram.methods import GetFile

        try:
            file = await self.call(GetFile(file_id=file_id))
        except Rejected as error:
            big = "too big" in str(error)
            failure = UserError("file-too-large", limit=20) if big else UserError("file-gone")
        else:
            if file.file_path is None:
                raise UserError("file-gone")
            if (file.file_size or 0) > FILE_LIMIT:
                raise UserError("file-too-large", limit=20)
            return await self._download(file.file_path)
        raise failure

    async def learn_name(self) -> None:
        """Asks what the bot is called, so that a group can call it."""
        from aiogram.methods import GetMe

        user = await self.call(GetMe())
        self.me = Me(user.id, user.username)

    async def set_webhook(self, public_url: str, secret: Secret) -> None:
        """Always sets it, since Telegram does not tell whether the secret is still ours."""
        from aiogram.methods import GetWebhookInfo, SetWebhook

        url = f"{public_url.rstrip('/')}/telegram/{self.name}"
        kinds = ["message", "callback_query"]
        await self.call(SetWebhook(url=url, secret_token=secret.reveal(), allowed_updates=kinds))
        info = await self.call(GetWebhookInfo())
        if info.url != url:
            log.warning("telegram %s: another program has set its webhook elsewhere", self.name)
        elif info.pending_update_count:
            log.info("telegram %s: %d updates waited", self.name, info.pending_update_count)

    async def hint(self, conversation: str) -> None:
        """Shows "typing"; raises IntegrationError."""
        from aiogram.methods import SendChatAction

        chat, _, thread = conversation.partition(":")
        topic = int(thread) if thread.isdecimal() else None
        await self.call(SendChatAction(chat_id=chat, action="typing", message_thread_id=topic))

    async def answer(self, callback: str) -> None:
        """Ends the spinner of a pressed button; raises IntegrationError."""
        from aiogram.methods import AnswerCallbackQuery

        await self.call(AnswerCallbackQuery(callback_query_id=callback))

    async def call(self, method: "TelegramMethod[T]") -> T:
        """One call of the Bot API; its errors are ours from here on, and bear no token."""
        try:
            if self._client is not None:
                return await self._client(method, request_timeout=CALL_SECONDS)
            failure: IntegrationError = Unavailable(CHANNEL, "the client is not there yet")
        except Exception as error:  # noqa: BLE001  # the SDK lets TypeError and ValueError through
            failure = _translate(error)
        # Outside of the handler: as its context the SDK's error would bear addresses with tokens.
        raise failure

    async def close(self) -> None:
        """Closes the connections."""
        if self._client is not None:
            await self._client.session.close()

    async def _download(self, path: str) -> bytes:
        try:
            return await self._read(path)
        except UserError:
            raise
        except Exception as error:  # noqa: BLE001  # aiohttp's own come through, addresses and all
            failure = _translate(error)
        raise failure

    async def _read(self, path: str) -> bytes:
        assert self._client is not None  # it has just been asked for the path
        session, kept = self._client.session, bytearray()
        url = session.api.file_url(self._token.reveal(), path)
        async with aclosing(session.stream_content(url, timeout=DOWNLOAD_SECONDS)) as chunks:
            async for chunk in chunks:
                kept += chunk
                if len(kept) > FILE_LIMIT:
                    raise UserError("file-too-large", limit=20)
        return bytes(kept)


class _Windows(dict[str, Window]):
    """A Window for each chat, made when needed; the idle ones go when there are many."""

    def __init__(self, make: Callable[[], Window]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, chat: str) -> Window:
        if len(self) >= REMEMBERED_CHATS:
            for other in [key for key, window in self.items() if window.idle]:
                del self[other]
        self[chat] = self._make()
        return self[chat]


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
