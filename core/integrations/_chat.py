"""The wire of chat completions: an Ask to its JSON, its stream to our pieces."""

from base64 import b64encode
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Any

import msgspec

from core.errors import Unavailable
from core.integrations._http import drain
from core.integrations._refusal import ContentRefused, refusal
from core.ports.llm import (
    Ask,
    AssistantMessage,
    ChatMessage,
    Final,
    Finish,
    Image,
    Piece,
    TextDelta,
    ToolCall,
    ToolMessage,
    Usage,
    UserMessage,
)

PATH = "chat/completions"
CONTROL = (b":", b"event:", b"id:", b"retry:")
"""Lines of a stream that say nothing to us."""
FINISH: dict[str, Finish] = {
    "length": "length",
    "tool_calls": "tool_calls",
    "function_call": "tool_calls",
    "content_filter": "refused",
}


class _Function(msgspec.Struct):
    name: str | None = None
    arguments: str | None = None


class _Call(msgspec.Struct):
    index: int | None = None
    id: str | None = None
    function: _Function = msgspec.field(default_factory=_Function)


class _Said(msgspec.Struct):
    content: str | None = None
    refusal: str | None = None
    tool_calls: list[_Call] | None = None


class _Choice(msgspec.Struct):
    delta: _Said | None = None
    message: _Said | None = None
    """In place of `delta` where the vendor does not stream."""
    finish_reason: str | None = None


class _Cached(msgspec.Struct):
    cached_tokens: int | None = None


class _Usage(msgspec.Struct):
    prompt_tokens: int = 0
    completion_tokens: int = 0
    prompt_tokens_details: _Cached | None = None


class _Groq(msgspec.Struct):
    usage: _Usage | None = None


class _Chunk(msgspec.Struct):
    choices: list[_Choice] = []
    usage: _Usage | None = None
    x_groq: _Groq | None = None
    error: Any = None


def data_url(image: Image) -> str:
    """The picture inside its own address."""
    return f"data:{image.media_type};base64,{b64encode(image.data).decode()}"


def parse_arguments(system: str, raw: str | bytes) -> dict[str, Any]:
    """A tool call's arguments; raises `Unavailable`, since the next try may be well formed."""
    try:
        return msgspec.json.decode(raw or b"{}", type=dict[str, Any])
    except (msgspec.DecodeError, RecursionError) as error:
        raise Unavailable(system, "a tool call whose arguments are no JSON object") from error


def body(request: Ask, model: str, *, limit: str = "max_tokens") -> dict[str, Any]:
    """What is posted; `limit` is what this vendor calls the limit of the answer's tokens."""
    system = [{"role": "system", "content": request.system}] if request.system else []
    made: dict[str, Any] = {
        "model": model,
        "messages": system + [_message(one) for one in request.messages],
        limit: request.max_tokens,
        "stream": True,
        "stream_options": {"include_usage": True},
    }
    if request.temperature is not None:
        made["temperature"] = request.temperature
    if request.user is not None:
        made["user"] = request.user
    if request.tools and request.json_schema is None:
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
        made["tool_choice"] = request.tool_choice
    if request.json_schema is not None:
        made["response_format"] = {
            "type": "json_schema",
            "json_schema": {"name": "answer", "strict": True, "schema": request.json_schema},
        }
    return made


def _message(one: ChatMessage) -> dict[str, Any]:
    match one:
        case UserMessage(text, images) if images:
            shown = [{"type": "image_url", "image_url": {"url": data_url(it)}} for it in images]
            return {"role": "user", "content": [{"type": "text", "text": text}, *shown]}
        case UserMessage(text):
            return {"role": "user", "content": text}
        case AssistantMessage(text, calls) if calls:
            asked = [
                {
                    "id": call.id,
                    "type": "function",
                    "function": {"name": call.name, "arguments": _json(call.arguments)},
                }
                for call in calls
            ]
            return {"role": "assistant", "content": text or None, "tool_calls": asked}
        case AssistantMessage(text):
            return {"role": "assistant", "content": text}
        case ToolMessage(call, text):
            return {"role": "tool", "tool_call_id": call.id, "content": text}


def _json(arguments: Mapping[str, Any]) -> str:
    return msgspec.json.encode(arguments).decode()


@dataclass(slots=True)
class _Answer:
    """What of an answer comes bit by bit and is whole only at its end."""

    system: str
    calls: dict[int, _Call] = field(default_factory=dict)
    usage: Usage = field(default_factory=Usage)
    finish: str | None = None
    refused: bool = False

    def text(self, chunk: _Chunk) -> str:
        """Takes a chunk in; what of it may be shown at once."""
        if chunk.error is not None:
            raise refusal(self.system, 200, {"error": chunk.error})
        used = chunk.usage or (chunk.x_groq and chunk.x_groq.usage)
        if used:
            cached = used.prompt_tokens_details and used.prompt_tokens_details.cached_tokens
            self.usage = Usage(used.prompt_tokens, used.completion_tokens, cached or 0)
        shown = ""
        for choice in chunk.choices[:1]:
            self.finish = choice.finish_reason or self.finish
            said = choice.delta or choice.message or _Said()
            self.refused |= bool(said.refusal)
            shown += (said.content or "") + (said.refusal or "")
            for position, call in enumerate(said.tool_calls or ()):
                self._take(position if call.index is None else call.index, call)
        return shown

    def _take(self, index: int, call: _Call) -> None:
        known = self.calls.setdefault(index, _Call(index, function=_Function("", "")))
        known.id = known.id or call.id
        known.function.name = known.function.name or call.function.name
        known.function.arguments = (known.function.arguments or "") + (
            call.function.arguments or ""
        )

    def end(self, model: str, small_offline: bool) -> list[ToolCall | Final]:
        """The tool calls and the final piece."""
        if self.finish is None:
            raise Unavailable(self.system, "the answer broke off")
        finish = "refused" if self.refused else FINISH.get(self.finish, "stop")
        made: list[ToolCall | Final] = []
        if finish in {"stop", "tool_calls"}:
            made += [
                ToolCall(
                    call.id or f"call_{index}",
                    call.function.name or "",
                    parse_arguments(self.system, call.function.arguments or ""),
                )
                for index, call in sorted(self.calls.items())
            ]
            finish = "tool_calls" if made else "stop"
        return [*made, Final(finish, self.usage, self.system, model, small_offline)]


async def pieces(
    system: str, model: str, lines: AsyncGenerator[bytes, None], *, small_offline: bool = False
) -> AsyncGenerator[Piece, None]:
    """The pieces of a streamed answer, or of one that came whole.

    Raises what the vendor says went wrong in the middle, and `Unavailable` for an answer that
    breaks off or is none.
    """
    answer, whole, done = _Answer(system), b"", False
    async with aclosing(lines):
        try:
            async for line in lines:
                if not line.startswith(b"data:"):
                    whole += b"" if line.startswith(CONTROL) else line
                elif done := line[5:].strip() == b"[DONE]":
                    break
                elif shown := answer.text(_decode(system, line[5:])):
                    yield TextDelta(shown)
            if whole and (shown := answer.text(_decode(system, whole))):
                yield TextDelta(shown)
        except ContentRefused:
            yield Final("refused", answer.usage, system, model, small_offline)
            return
        for piece in answer.end(model, small_offline):
            yield piece
        if done:
            await drain(lines)


def _decode(system: str, data: bytes) -> _Chunk:
    try:
        return msgspec.json.decode(data, type=_Chunk)
    except (msgspec.DecodeError, RecursionError) as error:
        raise Unavailable(system, "an answer that is not what was agreed") from error
