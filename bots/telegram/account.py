"""One Telegram bot: its client, its limits, its files."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack
from typing import Any

from bots.telegram.client import FILE_LIMIT, Client, Kind, connect
from bots.telegram.parse import CHANNEL, Me
from bots.telegram.render import method
from bots.telegram.settings import TelegramSettings
from core.errors import Rejected, Unavailable, UserError
from core.resilience import Window
from core.settings import Secret

log = logging.getLogger(__name__)

REMEMBERED_CHATS = 10_000
IN_FLIGHT = 10
"""Messages on their way at once: where we die amid them, no more than these may come twice. Enough
for thirty a second at a third of a second each."""


class Account:
    """One bot: its token, its client as soon as there is one, its limits."""

    def __init__(self, name: str, token: Secret, settings: TelegramSettings) -> None:
        self.name = name
        self._token = token
        self.me = Me(id=int(token.reveal().partition(":")[0]))
        self._client: Client | None = None
        self._in_flight = asyncio.Semaphore(IN_FLIGHT)
        self._all = Window(settings.per_second, 1.0)
        self._chats = _Windows(lambda: Window(settings.per_chat_second, 1.0))
        self._groups = _Windows(lambda: Window(settings.per_group_minute, 60.0))

    def open(self, kind: Kind, base_url: str) -> None:
        """Makes the client: the SDK's import is seconds of work, for a thread."""
        self._client = connect(kind, self._token, base_url)

    async def send(self, piece: Mapping[str, Any]) -> str:
        """One message, when the limits allow it -> its id; raises IntegrationError."""
        chat = str(piece["chat_id"])
        async with AsyncExitStack() as stack:
            if chat.startswith("-"):
                await stack.enter_async_context(self._groups[chat])
            await stack.enter_async_context(self._chats[chat])
            await stack.enter_async_context(self._all)
            await stack.enter_async_context(self._in_flight)
            message = await self.call(method(piece), **piece)
        return str(message["message_id"])

    async def fetch(self, file_id: str) -> bytes:
        """The bytes of a file; raises UserError where it is gone or too large."""
        try:
            file = await self.call("getFile", file_id=file_id)
        except Rejected as error:
            big = "too big" in str(error)
            failure = UserError("file-too-large", limit=20) if big else UserError("file-gone")
        else:
            path = file.get("file_path")
            if path is None:
                raise UserError("file-gone")
            if (file.get("file_size") or 0) > FILE_LIMIT:
                raise UserError("file-too-large", limit=20)
            return await self._opened().download(path)
        raise failure

    async def learn_name(self) -> None:
        """Asks what the bot is called, so that a group can call it."""
        user = await self.call("getMe")
        self.me = Me(user["id"], user.get("username"))

    async def set_webhook(self, public_url: str, secret: Secret) -> None:
        """Always sets it, since Telegram does not tell whether the secret is still ours."""
        url = f"{public_url.rstrip('/')}/telegram/{self.name}"
        kinds = ["message", "callback_query"]
        await self.call("setWebhook", url=url, secret_token=secret.reveal(), allowed_updates=kinds)
        info = await self.call("getWebhookInfo")
        if info["url"] != url:
            log.warning("telegram %s: another program has set its webhook elsewhere", self.name)
        elif waited := info["pending_update_count"]:
            log.info("telegram %s: %d updates waited", self.name, waited)

    async def hint(self, conversation: str) -> None:
        """Shows "typing"; raises IntegrationError."""
        chat, _, thread = conversation.partition(":")
        topic = int(thread) if thread.isdecimal() else None
        await self.call("sendChatAction", chat_id=chat, action="typing", message_thread_id=topic)

    async def answer(self, callback: str) -> None:
        """Ends the spinner of a pressed button; raises IntegrationError."""
        await self.call("answerCallbackQuery", callback_query_id=callback)

    async def call(self, method: str, **params: Any) -> Any:
        """One call of the Bot API -> its result; raises IntegrationError."""
        return await self._opened().call(method, **params)

    async def close(self) -> None:
        """Closes the connections."""
        if self._client is not None:
            await self._client.close()

    def _opened(self) -> Client:
        if self._client is None:
            raise Unavailable(CHANNEL, "the client is not there yet")
        return self._client


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
