"""The people of the simulator: they write, speak and press, and webhooks hear of it until 2xx."""

import asyncio
import re
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import aiohttp

FIRST_UPDATE = 100_000
PATIENCE_SECONDS = 60.0
LONGEST_PAUSE_SECONDS = 2.0

_COMMAND = re.compile(r"/[A-Za-z0-9_]+(@\w+)?")
_MENTION = re.compile(r"@\w{4,}")


@dataclass(slots=True)
class Webhook:
    """Where a bot's updates go."""

    url: str
    secret: str = ""
    kinds: tuple[str, ...] = ()
    """Empty: all."""
    error: str | None = None
    error_at: int = 0


@dataclass(slots=True)
class People:
    """Everybody who writes to the bots; updates of one chat are delivered in order."""

    bots: Mapping[str, dict[str, Any]]
    """The bot's User by its token."""
    write: Callable[[Mapping[str, Any]], None]
    webhooks: dict[str, Webhook] = field(default_factory=dict)
    chats: set[tuple[str, int]] = field(default_factory=set)
    """Token and chat: who has written to which bot."""
    topics: set[tuple[int, int]] = field(default_factory=set)
    files: dict[tuple[str, str], bytes] = field(default_factory=dict)
    callbacks: set[str] = field(default_factory=set)
    updates: dict[int, tuple[str, int, dict[str, Any]]] = field(default_factory=dict)
    """Token, chat and body by update id."""
    attempts: Counter[int] = field(default_factory=Counter)
    acknowledged: dict[int, float] = field(default_factory=dict)
    """When the webhook took an update, by its id; seconds since the epoch."""
    _queues: dict[tuple[str, int], asyncio.Queue[int]] = field(default_factory=dict)
    _workers: set[asyncio.Task[None]] = field(default_factory=set)
    _session: aiohttp.ClientSession | None = None
    _next: int = FIRST_UPDATE

    async def start(self) -> None:
        """Opens the connections to webhooks."""
        timeout = aiohttp.ClientTimeout(total=PATIENCE_SECONDS)
        self._session = aiohttp.ClientSession(timeout=timeout)

    async def stop(self) -> None:
        """Ends all deliveries."""
        for worker in self._workers:
            worker.cancel()
        await asyncio.gather(*self._workers, return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    async def settled(self) -> None:
        """Returns when every update so far has been taken."""
        await asyncio.gather(*(queue.join() for queue in self._queues.values()))

    def send_text(self, chat: int, text: str, **more: Any) -> int:
        """Somebody types; `more` is of `message` -> the update id."""
        entities = [
            {"type": kind, "offset": _units(text[: found.start()]), "length": _units(found[0])}
            for kind, found in [
                *(("bot_command", found) for found in [_COMMAND.match(text)] if found),
                *(("mention", found) for found in _MENTION.finditer(text)),
            ]
        ]
        body = {"text": text, **({"entities": entities} if entities else {})}
        return self.message(chat, body, **more)

    def send_voice(self, chat: int, body: bytes, seconds: int = 3, **more: Any) -> int:
        """Somebody speaks (OGG with Opus) -> the update id."""
        token = more.get("token") or next(iter(self.bots))
        file_id = f"AwACAgIAAxkB{len(self.files):06d}"
        self.files[token, file_id] = body
        voice = {
            "file_id": file_id,
            "file_unique_id": file_id[-8:],
            "duration": seconds,
            "mime_type": "audio/ogg",
            "file_size": len(body),
        }
        return self.message(chat, {"voice": voice}, **more)

    def message(
        self,
        chat: int,
        body: Mapping[str, Any],
        *,
        token: str | None = None,
        user: int | None = None,
        language: str = "en",
        thread: int | None = None,
    ) -> int:
        """Any message; `user` is the chat's own id where it is not told -> the update id."""
        message: dict[str, Any] = {
            "message_id": self._next,
            "from": _person(user or abs(chat), language),
            "chat": self.chat(chat),
            "date": int(time.time()),
            **body,
        }
        if thread is not None:
            self.topics.add((chat, thread))
            message |= {"message_thread_id": thread, "is_topic_message": True}
        return self._post(token, chat, "message", message)

    def press(
        self, chat: int, data: str, *, token: str | None = None, user: int | None = None
    ) -> int:
        """Somebody presses a button of ours -> the update id."""
        bot = self.bots[token or next(iter(self.bots))]
        callback = f"44{self._next}"
        self.callbacks.add(callback)
        under = {"message_id": 1, "from": bot, "chat": self.chat(chat), "date": 1, "text": "?"}
        body = {
            "id": callback,
            "from": _person(user or abs(chat), "en"),
            "message": under,
            "chat_instance": "-1",
            "data": data,
        }
        return self._post(token, chat, "callback_query", body)

    def repeat(self, update_id: int) -> None:
        """Delivers an update once more, as happens when an answer got lost on its way."""
        token, chat, _ = self.updates[update_id]
        self._enqueue(token, chat, update_id)

    def chat(self, chat: int) -> dict[str, Any]:
        """A Chat: groups have negative ids."""
        if chat < 0:
            return {"id": chat, "type": "supergroup", "title": "Study group"}
        return {"id": chat, "type": "private", "first_name": "Ana"}

    def webhook_info(self, token: str) -> dict[str, Any]:
        """A WebhookInfo."""
        hook = self.webhooks.get(token, Webhook(""))
        open_updates = [
            one
            for one, (owner, _, _) in self.updates.items()
            if owner == token and one not in self.acknowledged
        ]
        info: dict[str, Any] = {
            "url": hook.url,
            "has_custom_certificate": False,
            "pending_update_count": len(open_updates),
        }
        if hook.kinds:
            info["allowed_updates"] = list(hook.kinds)
        if hook.error:
            info |= {"last_error_date": hook.error_at, "last_error_message": hook.error}
        return info

    def forget_webhook(self, token: str) -> bool:
        """Updates wait until there is one again."""
        self.webhooks.pop(token, None)
        return True

    def _post(self, token: str | None, chat: int, kind: str, body: Mapping[str, Any]) -> int:
        token = token or next(iter(self.bots))
        self.chats.add((token, chat))
        update_id, self._next = self._next, self._next + 1
        self.updates[update_id] = (token, chat, {"update_id": update_id, kind: body})
        self._enqueue(token, chat, update_id)
        return update_id

    def _enqueue(self, token: str, chat: int, update_id: int) -> None:
        key = (token, chat)
        if key not in self._queues:
            self._queues[key] = asyncio.Queue()
            self._workers.add(asyncio.create_task(self._deliver(token, self._queues[key])))
        self._queues[key].put_nowait(update_id)

    async def _deliver(self, token: str, queue: asyncio.Queue[int]) -> None:
        while True:
            update_id = await queue.get()
            pause = 0.1
            while not await self._try(token, update_id):
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE_SECONDS)
            queue.task_done()

    async def _try(self, token: str, update_id: int) -> bool:
        hook, body = self.webhooks.get(token), self.updates[update_id][2]
        if hook is None or self._session is None:
            return False
        if hook.kinds and not set(hook.kinds) & set(body):
            return True
        headers = {"X-Telegram-Bot-Api-Secret-Token": hook.secret} if hook.secret else {}
        self.attempts[update_id] += 1
        try:
            async with self._session.post(hook.url, json=body, headers=headers) as answer:
                await answer.read()
                status = answer.status
        except (aiohttp.ClientError, TimeoutError) as error:
            hook.error, hook.error_at = type(error).__name__, int(time.time())
            return False
        if not 200 <= status < 300:
            hook.error = f"Wrong response from the webhook: {status}"
            hook.error_at = int(time.time())
            return False
        self.acknowledged[update_id] = time.time()
        self.write({"kind": "acknowledged", "update_id": update_id})
        return True


def _person(user: int, language: str) -> dict[str, Any]:
    return {"id": user, "is_bot": False, "first_name": "Ana", "language_code": language}


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
