"""A language model behind the gateway: its limits kept, tried again while nothing was said."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace

import msgspec

from core.ports.caller import caller
from core.ports.llm import (
    Abilities,
    Ask,
    AssistantMessage,
    Final,
    LanguageModel,
    Piece,
    TextDelta,
    ToolCall,
    Usage,
    UserMessage,
)
from core.ports.meter import Charge
from core.resilience import Gateway, Quota, Way

BYTES = 3
"""Of text to a token: seldom fewer, in any of our languages."""
OF_AN_IMAGE = 2048
OF_A_MESSAGE = 8
"""Tokens that stand around it."""


def tokens(text: str) -> int:
    """How many tokens a text has, rather too many than too few."""
    size = len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))
    return -(-size // BYTES)


def tokens_of(request: Ask) -> int:
    """The same of what is asked, without the answer."""
    total = tokens(request.system)
    for one in request.messages:
        total += OF_A_MESSAGE + tokens(one.text)
        if isinstance(one, UserMessage):
            total += OF_AN_IMAGE * len(one.images)
        elif isinstance(one, AssistantMessage):
            total += sum(map(_tokens_of_call, one.tool_calls))
    for tool in request.tools:
        total += OF_A_MESSAGE + tokens(f"{tool.name}{tool.description}{_json(tool.parameters)}")
    return total + tokens(_json(request.json_schema)) if request.json_schema else total


def _tokens_of_call(call: ToolCall) -> int:
    return OF_A_MESSAGE + tokens(call.name) + tokens(_json(call.arguments))


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


class GuardedModel:
    """A LanguageModel: the one it is given, by way of the gateway."""

    def __init__(
        self, model: LanguageModel, gateway: Gateway, quota: Quota, *, apart: bool
    ) -> None:
        """`apart`: each credential has a quota of its own."""
        self.name = model.name
        self._model = model
        self._gateway = gateway
        self._quota = quota
        self._apart = apart

    @property
    def abilities(self) -> Abilities:
        """As the model tells."""
        return self._model.abilities

    async def stream(self, request: Ask) -> AsyncGenerator[Piece, None]:
        """As the port says. An equal ask at the same time is answered for itself."""
        way, clock = self._way(request.assistant), self._gateway.clock
        now = clock()
        ends = min(now + request.deadline, caller().deadline)
        patience = min(ends, now + request.patience)
        asked = tokens_of(request)
        tries = 0
        while True:
            attempt = await way.begin(asked + request.max_tokens, patience)
            tries += 1
            said = _Said(self.name, getattr(self._model, "model", ""), asked)
            try:
                left = replace(request, deadline=max(ends - clock(), 0.0))
                async with aclosing(self._model.stream(left)) as pieces:
                    async for piece in pieces:
                        attempt.arrived()
                        said.take(piece)
                        if isinstance(piece, Final):
                            await attempt.end(said.charge(), said.counted())
                        yield piece
                await attempt.end(said.charge())
                return
            except BaseException as error:
                begun = said.begun or not isinstance(error, Exception)
                await attempt.end(said.charge() if begun else way.nothing, error=error)
                if begun:
                    raise
                await way.again(error, tries, patience)

    async def close(self) -> None:
        """Closes the model."""
        await self._model.close()

    def _way(self, assistant: str) -> Way:
        own = getattr(self._model, "credential", None)
        credential: str = own(assistant) if own else ""
        group = f"llm/{self.name}/{credential}" if self._apart else ""
        return self._gateway.way(
            "llm", self.name, credential,
            model=getattr(self._model, "model", ""), quota=self._quota, group=group,
        )  # fmt: skip


class _Said:
    """What an answer took until now: as the vendor tells at its end, else by our own count."""

    def __init__(self, provider: str, model: str, asked: int) -> None:
        self.begun = False
        self._provider = provider
        self._model = model
        self._asked = asked
        self._answered = 0
        self._final: Final | None = None

    def take(self, piece: Piece) -> None:
        """One more piece."""
        self.begun = True
        if isinstance(piece, TextDelta):
            self._answered += tokens(piece.text)
        elif isinstance(piece, ToolCall):
            self._answered += _tokens_of_call(piece)
        else:
            self._final = piece

    def counted(self) -> int | None:
        """The tokens that the vendor counts; None where it does not tell."""
        used = self._final.usage if self._final else Usage()
        return used.input_tokens + used.output_tokens or None

    def charge(self) -> Charge:
        """For the ledger."""
        if self._final is None or not self.counted():
            model = self._final.model if self._final else self._model
            return Charge("llm", self._provider, model, self._asked, self._answered, estimated=True)
        used = self._final.usage
        counts = (used.input_tokens, used.output_tokens, used.cached_tokens)
        return Charge("llm", self._provider, self._final.model, *counts)
