"""Telegram as a channel: up to three bots, their webhooks, deliveries and files."""

import asyncio
import hmac
import logging
import time
from collections.abc import Callable, Coroutine, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from bots.telegram.account import Account
from bots.telegram.parse import CHANNEL, messages
from bots.telegram.render import TEXT_LIMIT, render
from bots.telegram.settings import TelegramSettings, read
from bots.telegram.updates import decode
from core.errors import ConfigError, IntegrationError, Rejected, Unavailable, UserError
from core.model import Message, Receipt, Surface, Target
from core.ports.channel import Accept, Delivery, Route
from core.ports.probe import Probe
from core.settings import Secret

Work = Callable[[], Coroutine[Any, Any, None]]
log = logging.getLogger(__name__)

SECRET_HEADER = "x-telegram-bot-api-secret-token"  # noqa: S105
HINT_SECONDS = 4.0
"""Telegram shows "typing" for five."""
SMALL_TASKS = 64
"""Hints and answers to presses under way at once; more are dropped, nobody misses them."""
REMEMBERED = 10_000
"""Chats and half-sent deliveries kept in mind."""


def create(
    environ: Mapping[str, str],
    home: Path,
) -> "TelegramChannel | None":
    """The channel; None where no token is set; raises ConfigError with every fault."""
    settings = read(environ)
    return TelegramChannel(settings) if settings is not None else None


def probe(environ: Mapping[str, str]) -> Probe:
    """Whether the channel would start, and what it needs; asks nobody."""
    needs = ("TELEGRAM_BOT_TOKEN_MENTOR", "TELEGRAM_WEBHOOK_SECRET")
    try:
        settings = read(environ)
    except ConfigError as error:
        return Probe(CHANNEL, "channel", "broken", needs, str(error))
    if settings is None:
        return Probe(CHANNEL, "channel", "off", needs, "")
    names = ", ".join(settings.tokens)
    if not settings.public_url:
        names += "; VIVA_PUBLIC_URL is not set, so nobody but you tells Telegram where we are"
    return Probe(CHANNEL, "channel", "on", (), names)


class TelegramChannel:
    """Up to three bots over webhooks; made by `create`."""

    name = CHANNEL
    surface = Surface(buttons=True, text_limit=TEXT_LIMIT)

    def __init__(self, settings: TelegramSettings) -> None:
        self._settings = settings
        self._secret = settings.webhook_secret or Secret()
        self._accounts = {
            name: Account(name, token, settings) for name, token in settings.tokens.items()
        }
        self._loop: asyncio.AbstractEventLoop | None = None
        self._opening: asyncio.Task[None] | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._hinted: dict[str, float] = {}
        self._sent: dict[int, list[str]] = {}

    def routes(self) -> Sequence[Route]:
        """One path a bot: a token never stands in a path."""
        return [
            Route(f"/telegram/{name}", self._verify, partial(self._parse, account))
            for name, account in self._accounts.items()
        ]

    async def start(self, accept: Accept) -> None:
        """Returns at once: importing the SDK takes seconds and goes on in a thread."""
        if not self._settings.public_url:
            log.warning("telegram: VIVA_PUBLIC_URL is not set, so no webhook is set by us")
        self._loop = asyncio.get_running_loop()
        self._opening = asyncio.create_task(self._open())
        for account in self._accounts.values():
            self._spawn(self._introduce(account))

    async def stop(self) -> None:
        """Drops hints and introductions, closes the connections; safe to call twice."""
        self._loop = None
        tasks: list[asyncio.Task[None]] = [*self._tasks]
        if self._opening is not None:
            tasks.append(self._opening)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.gather(*(account.close() for account in self._accounts.values()))

    async def deliver(self, delivery: Delivery) -> Receipt:
        """Sends a reply in as many messages as it needs.

        Where one of several fails for now, the next try in this process goes on behind those
        already sent. Raises RateLimited, Unavailable, Unauthorised.
        """
        account = self._accounts.get(delivery.target.account)
        if account is None:
            return Receipt("failed", detail="no such bot is set up")
        pieces = render(delivery.reply, delivery.target)
        if not pieces:
            return Receipt("failed", detail="nothing to read in it")
        await self._opened()
        sent = self._sent.pop(delivery.id, [])
        try:
            for piece in pieces[len(sent) :]:
                sent.append(await account.send(piece))
        except Rejected as error:
            return Receipt("failed", ",".join(sent) or None, str(error))
        except (IntegrationError, asyncio.CancelledError):
            self._remember(delivery.id, sent)
            raise
        return Receipt("sent", ",".join(sent))

    async def fetch(self, ref: str) -> bytes:
        """A file by the `<bot>/<file_id>` of its part."""
        name, _, file_id = ref.partition("/")
        account = self._accounts.get(name)
        if account is None or not file_id:
            raise UserError("file-gone")
        await self._opened()
        return await account.fetch(file_id)

    def working(
        self,
        target: Target,
        stage: str,
        share: float | None,
    ) -> None:
        """Shows "typing", at most every four seconds a chat; may be called from any thread."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._hint, target)

    def draft(self, target: Target, text: str) -> None:
        """Shows "typing": an answer is sent when it is whole."""
        self.working(target, "answering", None)

    def _verify(self, headers: Mapping[str, str], body: bytes) -> bool:
        # Telegram signs nothing: whoever knows the secret speaks as Telegram.
        given = headers.get(SECRET_HEADER, "").encode("utf-8", "replace")
        secret = self._secret.reveal().encode()
        return bool(secret) and hmac.compare_digest(given, secret)

    def _parse(self, account: Account, body: bytes) -> Sequence[Message]:
        update = decode(body)
        if update is None:
            return []
        if update.callback_query is not None:
            # The button's spinner says no more than that the press has come in; answering it
            # again after a redelivery does nothing.
            self._spawn_small(partial(account.answer, update.callback_query.id))
        return messages(update, account.name, account.me)

    def _hint(self, target: Target) -> None:
        account, now = self._accounts.get(target.account), time.monotonic()
        if account is None or now - self._hinted.get(target.key, -HINT_SECONDS) < HINT_SECONDS:
            return
        if len(self._hinted) >= REMEMBERED:
            self._hinted.clear()
        self._hinted[target.key] = now
        self._spawn_small(partial(account.hint, target.conversation))

    def _remember(self, delivery: int, sent: list[str]) -> None:
        if sent:
            if len(self._sent) >= REMEMBERED:
                self._sent.pop(next(iter(self._sent)))
            self._sent[delivery] = sent

    def _spawn_small(self, work: Work) -> None:
        if self._loop is not None and len(self._tasks) < SMALL_TASKS:
            self._spawn(self._when_open(work))

    async def _when_open(self, work: Work) -> None:
        with suppress(IntegrationError):
            await self._opened()
            await work()

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _open(self) -> None:
        for account in self._accounts.values():
            await asyncio.to_thread(account.open, self._settings.client, self._settings.base_url)

    async def _opened(self) -> None:
        if self._opening is None or self._loop is None:
            raise Unavailable(CHANNEL, "the channel is not started")
        await asyncio.wait([self._opening])
        if self._opening.cancelled():
            raise Unavailable(CHANNEL, "the channel is stopped")
        if self._opening.exception() is not None:
            raise Unavailable(CHANNEL, f"{self._settings.client} cannot be imported")

    async def _introduce(self, account: Account) -> None:
        """Learns the bot's name and sets its webhook, however long that takes."""
        pause = 1.0
        while True:
            try:
                await self._opened()
                await account.learn_name()
                if self._settings.public_url:
                    await account.set_webhook(self._settings.public_url, self._secret)
                return
            except IntegrationError as error:
                log.warning("telegram %s: not introduced yet: %s", account.name, error.code)
                if not error.retryable:
                    return
                await asyncio.sleep(error.retry_after or pause)
                pause = min(pause * 2, 60.0)
