"""The Bot API itself, as far as we use it: methods, limits, files, a ledger, faults on demand."""

import base64
import json
import math
import re
import time
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from aiohttp import web

from bots.telegram.simulator.people import People, Webhook
from bots.telegram.simulator.refusals import (
    Params,
    Refusal,
    Upload,
    decoded,
    integer,
    is_loopback,
    read_markup,
    read_params,
    read_upload,
)

TOKEN = "1000001:simulated"  # noqa: S105  # opens nothing but the simulator
FILE_LIMIT = 20 * 2**20
ACTIONS = {
    *("typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice"),
    *("upload_document", "choose_sticker", "find_location", "record_video_note"),
    "upload_video_note",
}

Fault = Literal["none", "429", "500", "garbage", "drop", "lost"]
"""`none` lets one call through before the next; `drop` ends the connection unheard;
`lost` does what was asked and then ends it."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Messages that a bot may send; None everywhere: as many as it likes."""

    per_second: int | None = 30
    per_chat_second: int | None = 1
    per_group_minute: int | None = 20


@dataclass(slots=True)
class Simulator:
    """Bots by token, the people who write to them, and a ledger of all that was sent."""

    tokens: Mapping[str, str] = field(default_factory=lambda: {TOKEN: "simulated_bot"})
    """Username by token."""
    ledger: Path | None = None
    limits: Limits = field(default_factory=Limits)
    any_chat: bool = False
    """Whether a bot may write to a chat that nobody has opened."""
    sent: list[dict[str, Any]] = field(default_factory=list)
    calls: list[tuple[str, Params]] = field(default_factory=list)
    blocked: set[int] = field(default_factory=set)
    url: str = ""
    people: People = field(init=False)
    _faults: dict[str, deque[Fault]] = field(default_factory=lambda: defaultdict(deque))
    _arrivals: dict[tuple[str, int], deque[float]] = field(
        default_factory=lambda: defaultdict(deque)
    )
    _ids: Counter[str] = field(default_factory=Counter)
    _runner: web.AppRunner | None = None

    def __post_init__(self) -> None:
        self.people = People({bot: self._user(bot) for bot in self.tokens}, self._write)

    async def start(self, port: int = 0) -> str:
        """Listens on 127.0.0.1 -> its address, which is TELEGRAM_BASE_URL."""
        app = web.Application(client_max_size=64 * 2**20)
        app.router.add_route("*", "/bot{token}/{method}", self._call)
        app.router.add_get("/file/bot{token}/{path:.+}", self._file)
        app.router.add_post("/simulator/{action}", self._command)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        await self.people.start()
        return self.url

    async def stop(self) -> None:
        """Ends it; what is not delivered yet stays undelivered."""
        await self.people.stop()
        if self._runner is not None:
            await self._runner.cleanup()

    def send_text(self, chat: int, text: str, **more: Any) -> int:
        """Somebody types; `more` is of `People.message` -> the update id."""
        return self.people.send_text(chat, text, **more)

    def send_voice(self, chat: int, body: bytes, **more: Any) -> int:
        """Somebody speaks -> the update id."""
        return self.people.send_voice(chat, body, **more)

    def press(self, chat: int, data: str, **more: Any) -> int:
        """Somebody presses a button of ours -> the update id."""
        return self.people.press(chat, data, **more)

    def fail(self, fault: Fault, times: int = 1, method: str = "sendMessage") -> None:
        """Makes the next calls of `method` fail so."""
        self._faults[method.lower()].extend([fault] * times)

    async def _call(self, request: web.Request) -> web.StreamResponse:
        method, token = request.match_info["method"], request.match_info["token"]
        try:
            action = self._action(token, method)
            params = await read_params(request)
            self.calls.append((method, params))
            queue = self._faults[method.lower()]
            fault = queue.popleft() if queue else None
            if fault == "garbage":
                return web.Response(body=b"\xff<html>", content_type="text/html")
            if fault == "drop":
                return _hang_up(request)
            _refuse(fault)
            result = action(token, params)
            if fault == "lost":
                return _hang_up(request)
        except Refusal as refusal:
            answer: dict[str, Any] = {
                "ok": False,
                "error_code": refusal.code,
                "description": refusal.description,
            }
            if refusal.parameters:
                answer["parameters"] = refusal.parameters
            return web.json_response(answer, status=refusal.code)
        return web.json_response({"ok": True, "result": result})

    def _action(self, token: str, method: str) -> Callable[[str, Params], Any]:
        if token not in self.tokens:
            raise Refusal(401, "Unauthorized")
        action = self._methods().get(method.lower())
        if action is None:
            raise Refusal(404, "Not Found: method not found")
        return action

    def _methods(self) -> dict[str, Callable[[str, Params], Any]]:
        return {
            "getme": lambda token, _: self._user(token),
            "sendmessage": self._send_message,
            "sendphoto": lambda token, params: self._send_file(token, params, "photo"),
            "senddocument": lambda token, params: self._send_file(token, params, "document"),
            "answercallbackquery": lambda _, params: self._answer_callback(params),
            "sendchataction": self._chat_action,
            "getfile": self._get_file,
            "setwebhook": self._set_webhook,
            "deletewebhook": lambda token, _: self.people.forget_webhook(token),
            "getwebhookinfo": lambda token, _: self.people.webhook_info(token),
        }

    def _user(self, token: str) -> dict[str, Any]:
        name = self.tokens[token]
        return {
            "id": int(token.partition(":")[0]),
            "is_bot": True,
            "first_name": name,
            "username": name,
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": False,
        }

    def _send_message(self, token: str, params: Params) -> dict[str, Any]:
        chat = self._chat(token, params)
        text = str(params.get("text", "")).strip()
        if not text:
            raise Refusal(400, "Bad Request: message text is empty")
        if len(text.encode("utf-16-le")) > 2 * 4096:
            raise Refusal(400, "Bad Request: message is too long")
        return self._sent(token, chat, params, {"text": text})

    def _send_file(self, token: str, params: Params, kind: Upload) -> dict[str, Any]:
        chat = self._chat(token, params)
        sent = read_upload(params, kind)
        id = f"{kind}{len(self.people.files)}"
        self.people.files[token, id] = sent.pop("data")
        file = {"file_id": id, "file_unique_id": id, **sent}
        content: dict[str, Any] = {kind: [file] if kind == "photo" else file}
        if caption := str(params.get("caption", "")).strip():
            content["caption"] = caption
        return self._sent(token, chat, params, content)

    def _sent(
        self, token: str, chat: int, params: Params, content: dict[str, Any]
    ) -> dict[str, Any]:
        """A message with that in it, if all the rest is in order."""
        thread = integer(params, "message_thread_id")
        if thread is not None and (chat, thread) not in self.people.topics:
            raise Refusal(400, "Bad Request: message thread not found")
        markup = read_markup(params.get("reply_markup"))
        self._limit(token, chat)
        self._ids[f"{token}/{chat}"] += 1
        message: dict[str, Any] = {
            "message_id": self._ids[f"{token}/{chat}"],
            "from": {key: self._user(token)[key] for key in ("id", "is_bot", "first_name")},
            "chat": self.people.chat(chat),
            "date": int(time.time()),
            **content,
        }
        if thread is not None:
            message |= {"message_thread_id": thread, "is_topic_message": True}
        if markup is not None:
            message["reply_markup"] = markup
        entry = {"kind": "sent", "bot": self.tokens[token], "chat": chat, **message}
        self.sent.append(entry)
        self._write(entry)
        return message

    def _chat(self, token: str, params: Params) -> int:
        raw = params.get("chat_id", "")
        if raw == "":
            raise Refusal(400, "Bad Request: chat_id is empty")
        chat = integer(params, "chat_id")
        if chat is None or not (self.any_chat or (token, chat) in self.people.chats):
            raise Refusal(400, "Bad Request: chat not found")
        if chat in self.blocked:
            raise Refusal(403, "Forbidden: bot was blocked by the user")
        return chat

    def _limit(self, token: str, chat: int) -> None:
        windows = [(self.limits.per_second, 1.0, 0), (self.limits.per_chat_second, 1.0, chat)]
        if chat < 0:
            windows.append((self.limits.per_group_minute, 60.0, chat))
        now = time.monotonic()
        for limit, seconds, key in windows:
            counted = [at for at in self._arrivals[token, key] if at > now - seconds]
            if limit is not None and len(counted) >= limit:
                wait = max(1, math.ceil(counted[-limit] + seconds - now))
                raise Refusal(429, f"Too Many Requests: retry after {wait}", retry_after=wait)
        for key in {0, chat}:
            arrivals = self._arrivals[token, key]
            arrivals.append(now)
            while arrivals[0] <= now - 60:
                arrivals.popleft()

    def _answer_callback(self, params: Params) -> bool:
        if str(params.get("callback_query_id")) not in self.people.callbacks:
            raise Refusal(
                400,
                "Bad Request: query is too old and response timeout expired or query ID is invalid",
            )
        return True

    def _chat_action(self, token: str, params: Params) -> bool:
        self._chat(token, params)
        if params.get("action") not in ACTIONS:
            raise Refusal(400, "Bad Request: wrong parameter action in request")
        return True

    def _get_file(self, token: str, params: Params) -> dict[str, Any]:
        file_id = str(params.get("file_id", ""))
        body = self.people.files.get((token, file_id))
        if body is None:
            raise Refusal(400, "Bad Request: wrong file_id or the file is temporarily unavailable")
        if len(body) > FILE_LIMIT:
            raise Refusal(400, "Bad Request: file is too big")
        return {
            "file_id": file_id,
            "file_unique_id": file_id[-12:],
            "file_size": len(body),
            "file_path": f"voice/{file_id}.oga",
        }

    def _set_webhook(self, token: str, params: Params) -> bool:
        url = str(params.get("url", ""))
        if not url:
            return self.people.forget_webhook(token)
        # Telegram wants https; http is taken on loopback, where there is nobody to listen in.
        if urlsplit(url).scheme != "https" and not is_loopback(url):
            raise Refusal(
                400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"
            )
        secret = str(params.get("secret_token", ""))
        if not re.fullmatch(r"[A-Za-z0-9_-]{0,256}", secret):
            raise Refusal(400, "Bad Request: secret token contains unallowed characters")
        kinds = decoded(params.get("allowed_updates"), "allowed_updates") or []
        self.people.webhooks[token] = Webhook(url, secret, tuple(kinds))
        return True

    async def _file(self, request: web.Request) -> web.StreamResponse:
        token, path = request.match_info["token"], request.match_info["path"]
        file_id = path.removeprefix("voice/").removesuffix(".oga")
        body = self.people.files.get((token, file_id))
        if body is None:
            return web.json_response({"ok": False, "error_code": 404}, status=404)
        return web.Response(body=body, content_type="application/octet-stream")

    async def _command(self, request: web.Request) -> web.StreamResponse:
        try:
            update = self._played(request.match_info["action"], await request.json())
        except (TypeError, ValueError, AttributeError, LookupError) as error:
            return web.json_response({"error": str(error)}, status=400)
        return web.json_response({"update_id": update})

    def _played(self, action: str, asked: dict[str, Any]) -> int:
        match action:
            case "text":
                return self.people.send_text(**asked)
            case "press":
                return self.people.press(**asked)
            case "voice":
                asked["body"] = base64.b64decode(asked["body"])
                return self.people.send_voice(**asked)
            case "fault":
                self.fail(**asked)
                return 0
            case _:
                raise ValueError(f"{action} is none of text, press, voice, fault")

    def _write(self, entry: Mapping[str, Any]) -> None:
        if self.ledger is not None:
            with self.ledger.open("a", encoding="utf-8") as file:
                file.write(json.dumps({"at": time.time(), **entry}) + "\n")


def _refuse(fault: Fault | None) -> None:
    if fault == "429":
        raise Refusal(429, "Too Many Requests: retry after 1", retry_after=1)
    if fault == "500":
        raise Refusal(500, "Internal Server Error")


def _hang_up(request: web.Request) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
