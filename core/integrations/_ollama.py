"""An Ollama server, here or elsewhere, as a LanguageModel by its own API."""

import asyncio
import socket
from base64 import b64encode
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing, suppress
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

import msgspec

from core.errors import ConfigError, Unavailable
from core.integrations._http import Http, drain, until
from core.integrations._refusal import ContentRefused, refusal
from core.ports.llm import (
    Abilities,
    Ask,
    AssistantMessage,
    ChatMessage,
    Final,
    Finish,
    Piece,
    TextDelta,
    ToolCall,
    ToolMessage,
    Usage,
    UserMessage,
)
from core.settings import Secret, load, setting

NAME = "ollama"
PORT = 11434
LOADING = 120.0
"""Seconds of silence that are borne: after five idle minutes a model is loaded anew."""


PATIENCE = 0.5
"""Seconds for a question about the server itself."""


@dataclass(frozen=True, slots=True)
class Account:
    """Which server."""

    host: str = setting("OLLAMA_HOST", f"127.0.0.1:{PORT}")
    api_key: Secret | None = setting("OLLAMA_API_KEY", None)
    """Only ollama.com asks for one."""


def base_url(host: str) -> str:
    """OLLAMA_HOST in any of the forms that Ollama itself takes, as a URL."""
    whole = host if "://" in host else f"http://{host}"
    try:
        parts = urlsplit(whole)
        told = parts.port
    except ValueError as error:
        raise ConfigError(["OLLAMA_HOST: not valid, give an address as host:port."]) from error
    name = {"0.0.0.0": "127.0.0.1", None: "127.0.0.1"}.get(parts.hostname, parts.hostname)  # noqa: S104  # a server's "anywhere" is a client's "here"
    shown = f"[{name}]" if name and ":" in name else name
    port = told or (PORT if parts.scheme == "http" else 443)
    return f"{parts.scheme}://{shown}:{port}{parts.path.rstrip('/')}"


def is_own(environ: Mapping[str, str], model: str) -> bool:
    """Whether what that model is asked stays on this machine or in its own network."""
    settings = load(Account, environ)
    host = urlsplit(base_url(settings.host)).hostname or ""
    with suppress(ValueError):
        return ip_address(host).is_private and not model.endswith("cloud")
    # A name without a dot is one of the own network; a cloud's model is only handed on.
    return "." not in host and settings.api_key is None and not model.endswith("cloud")


def listens() -> bool:
    """Whether somebody is there, at the usual port of this machine."""
    with suppress(OSError), socket.create_connection(("127.0.0.1", PORT), 0.2):
        return True
    return False


def abilities(account: Account, model: str) -> set[str] | None:
    """What the server says that its model can do; empty where it has no such model, None where it
    does not answer at once. It blocks, for half a second at most."""
    from http.client import HTTPConnection, HTTPException, HTTPSConnection  # 20 ms

    parts = urlsplit(base_url(account.host))
    connection = (HTTPSConnection if parts.scheme == "https" else HTTPConnection)(
        parts.netloc, timeout=PATIENCE
    )
    headers = {"content-type": "application/json"}
    if account.api_key:
        headers["authorization"] = f"Bearer {account.api_key.reveal()}"
    try:
        asked = msgspec.json.encode({"model": model})
        connection.request("POST", f"{parts.path}/api/show", asked, headers)
        answer = connection.getresponse()
        if answer.status == 404:
            return set()
        told = msgspec.json.decode(answer.read(), type=_Shown).capabilities
    except (OSError, HTTPException, msgspec.DecodeError):
        return None
    finally:
        connection.close()
    return None if told is None else set(told)


class _Shown(msgspec.Struct):
    capabilities: list[str] | None = None


class Ollama:
    """A LanguageModel. Whether its model takes pictures and tools is seen when it is asked."""

    name = NAME
    abilities = Abilities(images=True)

    def __init__(self, account: Account, model: str, context: int) -> None:
        self._key = account.api_key
        self.model = model
        self._context = context
        self._http = Http(NAME, f"{base_url(account.host)}/api/", stall=LOADING)

    def stream(self, request: Ask) -> AsyncGenerator[Piece, None]:
        """As the port says; where a schema is asked for, no tools are offered."""
        at = asyncio.get_running_loop().time() + request.deadline
        headers = {"authorization": f"Bearer {self._key.reveal()}"} if self._key else {}
        lines = self._http.lines("chat", self._body(request), headers, at)
        return until(at, NAME, _pieces(self.model, lines))

    async def close(self) -> None:
        """Closes its connections."""
        await self._http.close()

    def _body(self, request: Ask) -> dict[str, Any]:
        options: dict[str, Any] = {
            "num_ctx": self._context,
            "num_predict": request.max_tokens,
        }
        if request.temperature is not None:
            options["temperature"] = request.temperature
        system = [{"role": "system", "content": request.system}] if request.system else []
        made: dict[str, Any] = {
            "model": self.model,
            "messages": system + [_message(one) for one in request.messages],
            "stream": True,
            "think": False,
            "options": options,
            # A thread that is too long is an error, and not quietly cut.
            "truncate": False,
            "shift": False,
        }
        if request.json_schema is not None:
            made["format"] = request.json_schema
        elif request.tools:
            made["tools"] = [
                {
                    "type": "function",
                    "function": {
                        "name": tool.name,
                        "description": tool.description,
                        "parameters": tool.parameters,
                    },
                }
                for tool in request.tools
            ]
        return made


def _message(one: ChatMessage) -> dict[str, Any]:
    match one:
        case UserMessage(text, images):
            shown = [b64encode(image.data).decode() for image in images]
            return {"role": "user", "content": text} | ({"images": shown} if shown else {})
        case AssistantMessage(text, calls):
            asked = [{"function": {"name": it.name, "arguments": it.arguments}} for it in calls]
            return {"role": "assistant", "content": text} | ({"tool_calls": asked} if asked else {})
        case ToolMessage(call, text):
            return {"role": "tool", "tool_name": call.name, "content": text}


class _Function(msgspec.Struct):
    name: str
    arguments: dict[str, Any] = {}


class _Call(msgspec.Struct):
    function: _Function
    id: str | None = None


class _Said(msgspec.Struct):
    content: str | None = None
    tool_calls: list[_Call] | None = None


class _Line(msgspec.Struct):
    message: _Said | None = None
    done: bool = False
    done_reason: str | None = None
    prompt_eval_count: int = 0
    eval_count: int = 0
    error: Any = None

    def calls(self) -> list[_Call]:
        """The tools it wants called; raises what the server says went wrong in the middle."""
        if self.error is not None:
            raise refusal(NAME, 200, {"error": self.error})
        return (self.message and self.message.tool_calls) or []


async def _pieces(model: str, lines: AsyncGenerator[bytes, None]) -> AsyncGenerator[Piece, None]:
    calls: list[ToolCall] = []
    async with aclosing(lines):
        try:
            async for raw in lines:
                line = _decode(raw)
                for call in line.calls():
                    known = call.id or f"call_{len(calls)}"
                    calls.append(ToolCall(known, call.function.name, call.function.arguments))
                if line.message and line.message.content:
                    yield TextDelta(line.message.content)
                if line.done:
                    for one in calls:
                        yield one
                    finish: Finish = "length" if line.done_reason == "length" else "stop"
                    usage = Usage(line.prompt_eval_count, line.eval_count)
                    yield Final("tool_calls" if calls else finish, usage, NAME, model)
                    await drain(lines)
                    return
        except ContentRefused:
            yield Final("refused", Usage(), NAME, model)
            return
    raise Unavailable(NAME, "the answer broke off")


def _decode(raw: bytes) -> _Line:
    try:
        return msgspec.json.decode(raw, type=_Line)
    except (msgspec.DecodeError, RecursionError) as error:
        raise Unavailable(NAME, "an answer that is not what was agreed") from error
