"""OpenAI as a LanguageModel: its Responses API, or chat completions of servers without them."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from core.errors import ConfigError, IntegrationError, Unavailable, VivaError
from core.integrations import _chat
from core.integrations._http import Http, drain, until
from core.integrations._refusal import ContentRefused, refusal
from core.ports.llm import (
    Abilities,
    Ask,
    AssistantMessage,
    ChatMessage,
    Final,
    Piece,
    TextDelta,
    ToolCall,
    ToolMessage,
    Usage,
    UserMessage,
)
from core.settings import Address, Secret, setting

if TYPE_CHECKING:
    from openai import AsyncOpenAI

NAME = "openai"
OFFICIAL = "https://api.openai.com/v1"
Api = Literal["responses", "chat"]
WHICH = "Give responses, or chat for servers without them."


@dataclass(frozen=True, slots=True)
class Account:
    """A key for all or one for each assistant; a server of one's own may want none."""

    api_key: Secret | None = setting("OPENAI_API_KEY", None)
    curator_key: Secret | None = setting("OPENAI_API_KEY_CURATOR", None)
    mentor_key: Secret | None = setting("OPENAI_API_KEY_MENTOR", None)
    analyst_key: Secret | None = setting("OPENAI_API_KEY_ANALYST", None)
    base_url: Address = setting("OPENAI_BASE_URL", OFFICIAL)

    def key(self, assistant: str) -> Secret | None:
        """The assistant's own key, else the one for all."""
        own = {
            "curator": self.curator_key,
            "mentor": self.mentor_key,
            "analyst": self.analyst_key,
        }
        return own.get(assistant) or self.api_key

    def credential(self, assistant: str) -> str:
        """The setting that holds that key: it names the key and tells nothing of it."""
        key = self.key(assistant)
        own = key is not None and key != self.api_key
        return f"OPENAI_API_KEY_{assistant.upper()}" if own else "OPENAI_API_KEY"

    @property
    def shared(self) -> str:
        """What has to be known of several keys; empty where there is one."""
        keys = {self.api_key, self.curator_key, self.mentor_key, self.analyst_key} - {None}
        return f"{len(keys)} keys: those of one project share its limits" if len(keys) > 1 else ""

    @property
    def needs(self) -> tuple[str, ...]:
        """What is missing."""
        keys = (self.api_key, self.curator_key, self.mentor_key, self.analyst_key)
        lacking = self.base_url == OFFICIAL and not any(keys)
        return ("OPENAI_API_KEY",) if lacking else ()

    def check(self) -> None:
        """Raises `ConfigError` where a key is missing."""
        if self.needs:
            raise ConfigError(["OPENAI_API_KEY is not set: Give a key of platform.openai.com."])


class OpenAI:
    """A LanguageModel. The SDK, which takes two seconds to import, is loaded by a first ask."""

    name = NAME
    abilities = Abilities(images=True)

    def __init__(self, account: Account, model: str, api: Api = "responses") -> None:
        self._account = account
        self.model = model
        self._api = api
        self._base_url = account.base_url.rstrip("/")
        self._http = Http(NAME, f"{self._base_url}/")
        self._client: AsyncOpenAI | None = None
        self._making = asyncio.Lock()
        self._fixed_temperature = False

    def stream(self, request: Ask) -> AsyncGenerator[Piece, None]:
        """As the port says."""
        at = asyncio.get_running_loop().time() + request.deadline
        if self._api == "chat":
            headers = self._headers(request)
            body = _chat.body(request, self.model)
            lines = self._http.lines(_chat.PATH, body, headers, at)
            return until(at, NAME, _chat.pieces(NAME, self.model, lines))
        return until(at, NAME, self._responses(request, at))

    def credential(self, assistant: str) -> str:
        """A name for the key that is used for this assistant."""
        return self._account.credential(assistant)

    async def close(self) -> None:
        """Closes its connections."""
        client, self._client = self._client, None
        if client is not None:
            await client.close()
        await self._http.close()

    def _headers(self, request: Ask) -> dict[str, str]:
        key = self._account.key(request.assistant)
        headers = {"authorization": f"Bearer {key.reveal()}"} if key else {}
        if request.idempotency_key:
            headers["idempotency-key"] = request.idempotency_key
        return headers

    async def _responses(self, request: Ask, at: float) -> AsyncGenerator[Piece, None]:
        """The one door where what the SDK raises becomes ours."""
        try:
            async with aclosing(self._events(request, at)) as pieces:
                async for piece in pieces:
                    yield piece
        except Exception as error:  # noqa: BLE001  # its cause is kept out: it may quote the key
            ours = error if isinstance(error, VivaError) else _translated(error)
            if not isinstance(ours, ContentRefused):
                raise ours from None
            yield Final("refused", Usage(), NAME, self.model)

    async def _events(self, request: Ask, at: float) -> AsyncGenerator[Piece, None]:
        stream = await self._open(request, at)
        refused = False
        async with aclosing(stream):
            async for event in stream:
                match event.type:
                    case "response.output_text.delta" | "response.refusal.delta":
                        refused |= event.type == "response.refusal.delta"
                        if event.delta:
                            yield TextDelta(event.delta)
                    case "response.output_item.done" if _is_call(event.item):
                        call = event.item
                        arguments = _chat.parse_arguments(NAME, call.arguments)
                        yield ToolCall(call.call_id, call.name, arguments)
                    case "response.completed" | "response.incomplete":
                        yield self._final(event.response, refused=refused)
                        await drain(stream)
                        return
                    case "response.failed":
                        raise refusal(NAME, 200, _plain(event.response.error))
                    case "error":
                        raise refusal(NAME, 200, {"code": event.code, "message": event.message})
        raise Unavailable(NAME, "the answer broke off")

    async def _open(self, request: Ask, at: float) -> Any:
        """The stream of events; once more without a temperature where the model has its own."""
        client = await self._sdk()
        from core.integrations._openai_client import timeout

        body = _body(request, self.model)
        while True:
            if self._fixed_temperature:
                body.pop("temperature", None)
            left = at - asyncio.get_running_loop().time()
            try:
                opened: Any = await client.responses.create(
                    **body, stream=True, extra_headers=self._headers(request), timeout=timeout(left)
                )
                return opened
            except Exception as error:
                if getattr(error, "param", None) != "temperature" or self._fixed_temperature:
                    raise
                self._fixed_temperature = True

    async def _sdk(self) -> "AsyncOpenAI":
        async with self._making:
            if self._client is None:
                self._client = await asyncio.to_thread(_client, self._base_url)
        return self._client

    def _final(self, response: Any, *, refused: bool) -> Final:
        used = response.usage
        cached = used and used.input_tokens_details and used.input_tokens_details.cached_tokens
        usage = Usage(used.input_tokens, used.output_tokens, cached or 0) if used else Usage()
        why = response.incomplete_details and response.incomplete_details.reason
        model = self.model
        if refused or why == "content_filter":
            return Final("refused", usage, NAME, model)
        if response.status == "incomplete":
            return Final("length", usage, NAME, model)
        called = any(_is_call(item) for item in response.output)
        return Final("tool_calls" if called else "stop", usage, NAME, model)


def _client(base_url: str) -> "AsyncOpenAI":
    """Made on a thread, for the time that it takes to import."""
    from core.integrations._openai_client import client

    return client(NAME, base_url)


def _body(request: Ask, model: str) -> dict[str, Any]:
    """Nothing is kept at OpenAI: the whole thread comes with each ask."""
    made: dict[str, Any] = {
        "model": model,
        "input": [item for one in request.messages for item in _items(one)],
        "max_output_tokens": request.max_tokens,
        "store": False,
    }
    if request.system:
        made["instructions"] = request.system
    if request.temperature is not None:
        made["temperature"] = request.temperature
    if request.user is not None:
        made["safety_identifier"] = request.user
    if request.json_schema is not None:
        form = {"type": "json_schema", "name": "answer", "schema": request.json_schema}
        made["text"] = {"format": {**form, "strict": True}}
    elif request.tools:
        made["tools"] = [
            {
                "type": "function",
                "name": tool.name,
                "description": tool.description,
                "parameters": tool.parameters,
                "strict": False,
            }
            for tool in request.tools
        ]
        made["tool_choice"] = request.tool_choice
    return made


def _items(one: ChatMessage) -> list[dict[str, Any]]:
    match one:
        case UserMessage(text, images):
            shown = [
                {"type": "input_image", "image_url": _chat.data_url(image), "detail": "auto"}
                for image in images
            ]
            return [{"role": "user", "content": [{"type": "input_text", "text": text}, *shown]}]
        case AssistantMessage(text, calls):
            said = [{"role": "assistant", "content": text}] if text else []
            return said + [
                {
                    "type": "function_call",
                    "call_id": call.id,
                    "name": call.name,
                    "arguments": msgspec.json.encode(call.arguments).decode(),
                }
                for call in calls
            ]
        case ToolMessage(call, text):
            return [{"type": "function_call_output", "call_id": call.id, "output": text}]


def _is_call(item: Any) -> bool:
    """Whether it is a tool call, and whole: one that max_tokens cut has no JSON."""
    return bool(item.type == "function_call" and item.status != "incomplete")


def _plain(error: Any) -> dict[str, Any]:
    return {"code": getattr(error, "code", None), "message": getattr(error, "message", None)}


def _translated(error: Exception) -> IntegrationError:
    if isinstance(error, ImportError):
        return Unavailable(NAME, f"not installed: {error.name}")
    from core.integrations._openai_client import translated

    return translated(NAME, error)
