"""Three vendors' wires for the fake server: what they refuse, and how they say what they say."""

import base64
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]
NAME = re.compile(r"[a-zA-Z0-9_-]{1,64}")
MEDIA = re.compile(r"data:image/(png|jpeg|webp|gif);base64,([A-Za-z0-9+/=]+)")
USAGE = (11, 7, 3)
"""Input, output and cached tokens of every answer."""


@dataclass(frozen=True)
class Refused(Exception):
    """What a vendor answers instead."""

    status: int
    code: str | None
    message: str
    param: str | None = None
    type: str = "invalid_request_error"


@dataclass(frozen=True)
class Heard:
    """A request, whichever wire it came by."""

    text: str
    """The last user message or tool result."""
    system: str
    images: tuple[bytes, ...]
    tools: tuple[Json, ...]
    required: bool
    schema: Json | None
    after_tool: bool
    begun: str = ""
    """What the answer was prompted with."""


@dataclass(frozen=True)
class Said:
    """What the model says to it."""

    text: str = ""
    calls: tuple[tuple[str, Json], ...] = ()
    finish: str = "stop"
    refusal: bool = False
    bits: int = 5
    extra: Json = field(default_factory=dict)

    def chunks(self) -> list[str]:
        step = max(len(self.text) // self.bits, 1)
        return [self.text[at : at + step] for at in range(0, len(self.text), step)]


def instance(schema: Json) -> Any:
    """The plainest value that fits."""
    if "const" in schema or "enum" in schema:
        return schema.get("const", schema.get("enum", [None])[0])
    match schema.get("type"):
        case "object":
            return {name: instance(one) for name, one in schema.get("properties", {}).items()}
        case "array":
            return [instance(schema["items"])]
        case "integer" | "number":
            return 7
        case "boolean":
            return True
    return "gist"


def answer(heard: Heard) -> Said:
    """The mind of the fake: it does what it is asked in the plainest way."""
    if heard.schema is not None:
        return Said(json.dumps(instance(heard.schema)))
    if heard.tools and not heard.after_tool and (heard.required or "call" in heard.text):
        tool = heard.tools[0]
        return Said(calls=((tool["name"], instance(tool["parameters"])),))
    if heard.images:
        return Said(f"I see {len(heard.images)} pictures of {[len(it) for it in heard.images]}.")
    return Said(f"You said: {heard.text}")


def known(body: Json, allowed: set[str]) -> None:
    for name in body:
        if name not in allowed:
            raise Refused(400, "unknown_parameter", f"Unknown parameter: '{name}'.", name)


def checked(tools: list[Json]) -> tuple[Json, ...]:
    for tool in tools:
        if not NAME.fullmatch(tool.get("name", "")):
            raise Refused(400, "invalid_value", "Invalid 'tools[0].name'", "tools[0].name")
        if tool.get("parameters", {}).get("type") != "object":
            said = f"Invalid schema for function '{tool['name']}'"
            raise Refused(400, "invalid_function_parameters", said, "tools[0].parameters")
    return tuple(tools)


def strict(schema: Json) -> Json:
    """A schema as OpenAI wants it, all the way down."""
    if schema.get("type") == "object":
        whole = set(schema.get("required", ())) == set(schema.get("properties", {}))
        if not whole or schema.get("additionalProperties") is not False:
            raise Refused(400, "invalid_json_schema", "Invalid schema for response_format")
        for one in schema["properties"].values():
            strict(one)
    if schema.get("type") == "array":
        strict(schema["items"])
    return schema


def image(url: str) -> bytes:
    found = MEDIA.fullmatch(url)
    if not found:
        raise Refused(400, "invalid_image_url", "Invalid image URL")
    return base64.b64decode(found[2], validate=True)


class Chat:
    """Chat completions, as OpenAI, Groq and llama.cpp have them."""

    PARAMETERS = frozenset(
        (
            *("model", "messages", "stream", "stream_options", "temperature", "user", "tools"),
            *("tool_choice", "response_format", "max_tokens", "max_completion_tokens"),
            *("include_reasoning", "reasoning_format"),
        )
    )

    def __init__(self, *, groq: bool = False) -> None:
        self._groq = groq

    def hear(self, body: Json) -> Heard:
        known(body, set(self.PARAMETERS))
        form = body.get("response_format", {}).get("json_schema")
        if self._groq:
            self._as_groq(body, form)
            self._as_groq_sees(body)
        tools = checked([tool["function"] for tool in body.get("tools", [])])
        asked: set[str] = set()
        images: list[bytes] = []
        for message in body["messages"]:
            asked |= {call["id"] for call in message.get("tool_calls", ())}
            for call in message.get("tool_calls", ()):
                json.loads(call["function"]["arguments"])
            if message["role"] == "tool" and message["tool_call_id"] not in asked:
                raise Refused(400, None, "messages with role 'tool' must follow 'tool_calls'")
            if isinstance(message["content"], list):
                shown = [part for part in message["content"] if part["type"] == "image_url"]
                images += [image(part["image_url"]["url"]) for part in shown]
        return Heard(
            text=_text(body["messages"]),
            system=_system(body["messages"]),
            images=tuple(images),
            tools=tools,
            required=body.get("tool_choice") == "required",
            schema=strict(form["schema"]) if form else None,
            after_tool=body["messages"][-1]["role"] == "tool",
            begun=_begun(body["messages"]),
        )

    def _as_groq(self, body: Json, form: Json | None) -> None:
        if form and (body.get("stream") or body.get("tools")):
            raise Refused(400, None, "response_format does not support streaming or tools")
        if "gpt-oss" in body["model"]:
            if "reasoning_format" in body:
                raise Refused(400, None, "reasoning_format is not supported with this model")
            if any(isinstance(one["content"], list) for one in body["messages"]):
                raise Refused(400, None, "messages[0].content must be a string")

    def _as_groq_sees(self, body: Json) -> None:
        parts = [part for one in body["messages"] for part in one["content"] or ()]
        urls = [part["image_url"]["url"] for part in parts if "image_url" in part]
        if len(urls) > 5:
            raise Refused(400, None, "too many images: at most 5 are supported")
        if sum(map(len, urls)) > 4_000_000:
            raise Refused(413, "request_too_large", "Request Entity Too Large")

    def frames(self, said: Said, body: Json) -> Iterator[bytes]:
        ids = [f"call_{number}" for number in range(len(said.calls))]
        calls: list[Json] = [
            {
                "index": number,
                "id": ids[number],
                "type": "function",
                "function": {"name": name, "arguments": json.dumps(arguments)},
            }
            for number, (name, arguments) in enumerate(said.calls)
        ]
        finish = "tool_calls" if calls else said.finish
        if not body.get("stream"):
            message = {"role": "assistant", "content": said.text or None, "tool_calls": calls}
            choice = {"index": 0, "message": message, "finish_reason": finish}
            yield json.dumps(self._chunk(body, [choice], "chat.completion"), indent=1).encode()
            return
        yield self._frame(body, {"role": "assistant", "content": ""})
        for bit in said.chunks():
            yield self._frame(body, {"refusal" if said.refusal else "content": bit})
        for call in calls:
            whole = call["function"]["arguments"]
            head = {**call, "function": {"name": call["function"]["name"], "arguments": ""}}
            yield self._frame(body, {"tool_calls": [head]})
            for part in (whole[:3], whole[3:]):
                more = {"index": call["index"], "function": {"arguments": part}}
                yield self._frame(body, {"tool_calls": [more]})
        yield self._frame(body, {}, finish)
        if body.get("stream_options", {}).get("include_usage"):
            yield b"data: " + json.dumps(self._chunk(body, [])).encode() + b"\n\n"
        yield b"data: [DONE]\n\n"

    def _chunk(self, body: Json, choices: list[Json], kind: str = "chat.completion.chunk") -> Json:
        made: Json = {"id": "chatcmpl-1", "object": kind, "created": 1, "model": body["model"]}
        used = {
            "prompt_tokens": USAGE[0],
            "completion_tokens": USAGE[1],
            "total_tokens": USAGE[0] + USAGE[1],
            "prompt_tokens_details": {"cached_tokens": USAGE[2]},
        }
        if not choices or kind == "chat.completion":
            made["usage"] = used
        return made | {"choices": choices}

    def _frame(self, body: Json, delta: Json, finish: str | None = None) -> bytes:
        choice = {"index": 0, "delta": delta, "finish_reason": finish}
        return b"data: " + json.dumps(self._chunk(body, [choice])).encode() + b"\n\n"

    def kind(self, body: Json) -> str:
        return "text/event-stream" if body.get("stream") else "application/json"

    def error(self, refused: Refused) -> Json:
        return openai_error(refused)

    def middle(self, refused: Refused) -> bytes:
        return b"data: " + json.dumps(openai_error(refused)).encode() + b"\n\n"


def openai_error(refused: Refused) -> Json:
    told = {"message": refused.message, "type": refused.type, "code": refused.code}
    return {"error": {**told, "param": refused.param}}


class Ollama:
    """Ollama's own API: lines of JSON."""

    def hear(self, body: Json) -> Heard:
        options = body.get("options", {})
        if not isinstance(options.get("num_predict", 1), int):
            raise Refused(400, None, "option num_predict must be of type integer")
        images = [
            base64.b64decode(one, validate=True)
            for message in body["messages"]
            for one in message.get("images", ())
        ]
        for message in body["messages"]:
            if message["role"] not in {"system", "user", "assistant", "tool"}:
                raise Refused(400, None, "invalid role")
            for call in message.get("tool_calls", ()):
                if not isinstance(call["function"]["arguments"], dict):
                    raise Refused(400, None, "cannot unmarshal string into arguments")
        form = body.get("format")
        return Heard(
            text=_text(body["messages"]),
            system=_system(body["messages"]),
            images=tuple(images),
            tools=checked([tool["function"] for tool in body.get("tools", [])]),
            required=False,
            schema=form if isinstance(form, dict) else None,
            after_tool=body["messages"][-1]["role"] == "tool",
            begun=_begun(body["messages"]),
        )

    def frames(self, said: Said, body: Json) -> Iterator[bytes]:
        for bit in said.chunks():
            yield self._line(body, {"content": bit})
        for name, arguments in said.calls:
            call = {"function": {"name": name, "arguments": arguments}}
            yield self._line(body, {"content": "", "tool_calls": [call]})
        counted = {"prompt_eval_count": USAGE[0], "eval_count": USAGE[1]}
        yield self._line(body, {"content": ""}, done=True, done_reason=said.finish, **counted)

    def _line(self, body: Json, message: Json, **more: Any) -> bytes:
        made = {"model": body["model"], "created_at": "2026-11-22T00:00:00Z", "done": False}
        whole = {**made, "message": {"role": "assistant", **message}, **more}
        return json.dumps(whole).encode() + b"\n"

    def kind(self, body: Json) -> str:
        return "application/x-ndjson"

    def error(self, refused: Refused) -> Json:
        return {"error": refused.message}

    def middle(self, refused: Refused) -> bytes:
        return json.dumps(self.error(refused)).encode() + b"\n"


def _plain(content: Any) -> str:
    if isinstance(content, list):
        return "".join(part.get("text", "") for part in content)
    return content or ""


def _text(messages: list[Mapping[str, Any]]) -> str:
    told = [one for one in messages if one["role"] in {"user", "tool"}]
    return _plain(told[-1]["content"]) if told else ""


def _system(messages: list[Mapping[str, Any]]) -> str:
    return "".join(_plain(one["content"]) for one in messages if one["role"] == "system")


def _begun(messages: list[Mapping[str, Any]]) -> str:
    last = messages[-1]
    return _plain(last["content"]) if last["role"] == "assistant" else ""
