"""A language model: a conversation and tools in, streamed pieces of an answer out."""

import re
from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass
from math import inf
from typing import Any, Literal, Protocol

from core.errors import Rejected

TOOL_NAME = re.compile(r"[a-zA-Z0-9_-]{1,64}")
"""What every vendor takes: the dot of an intent's name is not among it."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture as it came; `media_type` is image/png, image/jpeg, image/webp or image/gif."""

    data: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class UserMessage:
    """What the person said or showed."""

    text: str
    images: tuple[Image, ...] = ()


@dataclass(frozen=True, slots=True)
class ToolCall:
    """A tool that the model wants called: a piece of an answer, and later part of the thread."""

    id: str
    name: str
    arguments: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class AssistantMessage:
    """What the model said, or the tools it asked for."""

    text: str
    tool_calls: tuple[ToolCall, ...] = ()


@dataclass(frozen=True, slots=True)
class ToolMessage:
    """What became of a tool call; `text` is for the model only."""

    call: ToolCall
    text: str


ChatMessage = UserMessage | AssistantMessage | ToolMessage


@dataclass(frozen=True, slots=True)
class Tool:
    """`parameters` is the JSON schema of an object. Raises `ValueError` for an unfit name."""

    name: str
    description: str
    parameters: Mapping[str, Any]

    def __post_init__(self) -> None:
        if not TOOL_NAME.fullmatch(self.name):
            raise ValueError(f"no vendor takes a tool called {self.name!r}")


@dataclass(frozen=True, slots=True)
class Ask:
    """One call of a model. The thread ends in what is to be answered or, where an answer is to be
    gone on with, in the beginning of that answer."""

    messages: tuple[ChatMessage, ...]
    system: str = ""
    tools: tuple[Tool, ...] = ()
    tool_choice: Literal["auto", "required"] = "auto"
    json_schema: Mapping[str, Any] | None = None
    """The answer is one JSON object of this shape. All properties are required and no others are
    allowed, in every object of it: vendors refuse what is looser. No tools are offered then."""
    max_tokens: int = 2048
    """Of the answer, thinking included where the model thinks."""
    temperature: float | None = None
    """None: the model's own. Some models have no other."""
    deadline: float = 30.0
    """Seconds from now by which the last piece is there or an error is raised."""
    patience: float = inf
    """Seconds that it may have to wait before it is sent: less where another could be asked."""
    idempotency_key: str | None = None
    user: str | None = None
    """A pseudonym of the person for the vendor's abuse checks: never a name or an account."""
    language: str = ""
    """ISO 639-1, of the answer; empty: any."""
    small: "Ask | None" = None
    """What a small offline model is asked in its place: it reads slowly, and is soon confused."""
    assistant: str = ""
    """Who asks (mentor, curator, analyst): it may have a credential of its own."""


@dataclass(frozen=True, slots=True)
class TextDelta:
    """The next bit of the answer's text, never empty."""

    text: str


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens as the vendor counts them; zeros where it does not tell."""

    input_tokens: int = 0
    output_tokens: int = 0
    cached_tokens: int = 0
    """Of the input, those that were cheaper."""


Finish = Literal["stop", "length", "tool_calls", "refused"]
"""`length`: max_tokens cut it. `refused`: the model or its vendor will not speak of this."""


@dataclass(frozen=True, slots=True)
class Final:
    """Always the last piece, and there is always one unless an error is raised."""

    finish: Finish
    usage: Usage
    provider: str
    model: str
    small_offline: bool = False
    """Whether a small model of this machine had a part in it: the answer is labelled as such."""
    interrupted: tuple[str, ...] = ()
    """Providers that said the beginning of this answer and then failed."""


Piece = TextDelta | ToolCall | Final


@dataclass(frozen=True, slots=True)
class Abilities:
    """What a model can take and do; `small_offline` is as in `Final`."""

    tools: bool = True
    images: bool = False
    json: bool = True
    small_offline: bool = False
    languages: tuple[str, ...] = ()
    """Those it can answer in; empty: any."""

    def cover(self, request: Ask) -> bool:
        """Whether all is there that `request` needs."""
        shown = any(isinstance(one, UserMessage) and one.images for one in request.messages)
        return (
            (self.tools or not request.tools)
            and (self.images or not shown)
            and (self.json or request.json_schema is None)
            and (not self.languages or request.language in {"", *self.languages})
        )


class LanguageModel(Protocol):
    """Raises `RateLimited` (with `retry_after` where the vendor says it), `Unavailable`,
    `Unauthorised` or `Rejected`, of which the kinds below tell why. No error holds words of the
    vendor or of the person."""

    name: str

    @property
    def abilities(self) -> Abilities:
        """What the model that would answer can do."""
        ...

    def stream(self, request: Ask) -> AsyncGenerator[Piece, None]:
        """Text, tool calls, each complete, and one `Final`; whoever stops early closes it."""
        ...

    async def close(self) -> None:
        """Ends connections and what runs; safe to call twice."""
        ...


class WrongModel(Rejected):
    """There is no such model any more, or it cannot do what was asked: another one may."""

    code = "wrong-model"


class ContextTooLong(Rejected):
    """The thread is longer than the model takes: a shorter one would be answered."""

    code = "context-too-long"


class QuotaSpent(Rejected):
    """The account's money or quota is used up: waiting will not help, paying will."""

    code = "quota-spent"
