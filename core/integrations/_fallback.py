"""A language model made of several: where one fails the next goes on, in mid-answer too."""

import asyncio
import logging
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace

from core.errors import IntegrationError, Rejected, Unavailable
from core.ports.llm import (
    Abilities,
    Ask,
    AssistantMessage,
    Final,
    LanguageModel,
    Piece,
    QuotaSpent,
    TextDelta,
    ToolCall,
    Usage,
    WrongModel,
)

log = logging.getLogger(__name__)

NAME = "llm"
PATIENCE = 12.0
"""Seconds of silence after which the next is asked, where there is a next."""
GO_ON = (
    "Your last message was cut off. Go on exactly where it stops, in the same language, without"
    " repeating any of it and without remarking on it."
)
SURE = 4
"""Characters from which a repetition at a seam is no chance."""


class Fallback:
    """A LanguageModel of LanguageModels, in the order they are given.

    The next is asked where one is away, full, not paid for, without a valid key or without its
    model; what is wrong with the ask itself is raised, since the next would refuse it too. It is
    called as the first of them: whether it costs something is told by that name.
    """

    def __init__(self, models: Sequence[LanguageModel], patience: float = PATIENCE) -> None:
        if not models:
            raise ValueError("there is nothing to fall back on")
        self._models = tuple(models)
        self.name = models[0].name
        self._patience = patience

    @property
    def abilities(self) -> Abilities:
        """What at least one of them can do."""
        all_of = [one.abilities for one in self._models]
        return Abilities(
            tools=any(one.tools for one in all_of),
            images=any(one.images for one in all_of),
            json=any(one.json for one in all_of),
            small_offline=all(one.small_offline for one in all_of),
            languages=()
            if any(not one.languages for one in all_of)
            else tuple(sorted({code for one in all_of for code in one.languages})),
        )

    async def stream(self, request: Ask) -> AsyncGenerator[Piece, None]:
        """As the port says; `Final` tells who answered. JSON comes whole, from one of them."""
        now = asyncio.get_running_loop().time
        ends = now() + request.deadline
        able = [one for one in self._models if one.abilities.cover(_fit(request, one))]
        failed: list[IntegrationError] = []
        answer = _Answer()
        for position, model in enumerate(able):
            left = ends - now()
            if left <= 0:
                break
            patience = min(self._patience, left / 2) if position + 1 < len(able) else left
            fit = replace(_fit(request, model), deadline=left, patience=patience)
            asked = answer.gone_on_with(fit)
            try:
                async with aclosing(_patient(model, asked, patience)) as pieces:
                    async for piece in _held(pieces) if request.json_schema else pieces:
                        for shown in answer.take(piece):
                            yield shown
                return
            except IntegrationError as error:
                if _is_of_the_ask(error):
                    raise
                log.warning("%s failed: %s", model.name, error.code)
                failed.append(error)
                if answer.calls:
                    # They are whole: the answer goes on with what comes of them.
                    yield Final("tool_calls", Usage(), model.name, "")
                    return
                answer.break_off(model)
        raise _worst(failed)

    async def close(self) -> None:
        """Closes all of them."""
        for one in self._models:
            await one.close()


def _fit(request: Ask, model: LanguageModel) -> Ask:
    """What this model is asked."""
    return request.small if request.small and model.abilities.small_offline else request


@dataclass(slots=True)
class _Answer:
    """What the person has seen of the answer, and who said it."""

    said: str = ""
    calls: bool = False
    interrupted: list[str] = field(default_factory=list)
    small_offline: bool = False
    _spoke: bool = False
    _seam: "_Seam | None" = None

    def gone_on_with(self, request: Ask) -> Ask:
        """The ask for whoever comes next."""
        if not self.said:
            return request
        begun = AssistantMessage(self.said)
        system = f"{request.system}\n\n{GO_ON}".strip()
        return replace(request, messages=(*request.messages, begun), system=system)

    def take(self, piece: Piece) -> list[Piece]:
        """What of a piece is new."""
        match piece:
            case TextDelta(text):
                return self._show(self._seam.feed(text) if self._seam else text)
            case ToolCall():
                self.calls = True
                return [*self._close_seam(), piece]
            case Final():
                last = self._close_seam()
                small = self.small_offline or piece.small_offline
                who = tuple(self.interrupted)
                return [*last, replace(piece, small_offline=small, interrupted=who)]

    def break_off(self, model: LanguageModel) -> None:
        """It has failed: what it said stays, what it repeated is forgotten."""
        if self._spoke:
            self.interrupted.append(model.name)
            self.small_offline |= model.abilities.small_offline
        self._spoke = False
        self._seam = _Seam(self.said) if self.said else None

    def _close_seam(self) -> list[Piece]:
        seam, self._seam = self._seam, None
        return self._show(seam.end()) if seam else []

    def _show(self, text: str) -> list[Piece]:
        if not text:
            return []
        self._spoke = True
        self.said += text
        return [TextDelta(text)]


class _Seam:
    """Leaves out of a continuation what it repeats of the end of what was said."""

    def __init__(self, said: str) -> None:
        self._said = said
        self._held = ""
        self._open = True

    def feed(self, text: str) -> str:
        """What may be shown; nothing for as long as all of it may be a repetition."""
        if not self._open:
            return text
        self._held += text
        if self._held.lstrip() in self._said:
            return ""
        return self.end()

    def end(self) -> str:
        """What is left to be shown when no more is coming."""
        if not self._open:
            return ""
        self._open = False
        held = self._held.lstrip()
        for size in range(min(len(held), len(self._said)), 0, -1):
            if self._said.endswith(held[:size]) and self._is_repetition(held, size):
                return held[size:]
        return _joined(self._said, self._held)

    def _is_repetition(self, held: str, size: int) -> bool:
        before = self._said[-size - 1 : -size]
        whole = not before.isalnum() and not held[size : size + 1].isalnum()
        return size >= SURE or (whole and held[:size].strip().isalnum())


def _joined(said: str, text: str) -> str:
    """`text` with one space before it where it needs one, and none where there is one."""
    if said[-1:].isspace():
        return text.lstrip(" ")
    apart = text[:1].isalnum() and (said[-1:].isalnum() or said[-1:] in ".,;:!?")
    return f" {text}" if apart else text


async def _patient(
    model: LanguageModel, request: Ask, patience: float
) -> AsyncGenerator[Piece, None]:
    """The model's pieces, none of them later than `patience` seconds after the one before."""
    async with aclosing(model.stream(request)) as pieces:
        while True:
            try:
                async with asyncio.timeout(patience):
                    piece = await anext(pieces)
            except StopAsyncIteration:
                return
            except TimeoutError as error:
                raise Unavailable(model.name, "too long silent") from error
            yield piece
            if isinstance(piece, Final):
                return


async def _held(pieces: AsyncGenerator[Piece, None]) -> AsyncGenerator[Piece, None]:
    """All at once, when the last is there."""
    for piece in [one async for one in pieces]:
        yield piece


def _is_of_the_ask(error: IntegrationError) -> bool:
    return isinstance(error, Rejected) and not isinstance(error, WrongModel | QuotaSpent)


def _worst(failed: Sequence[IntegrationError]) -> IntegrationError:
    """The one to tell: of those that pass, the one that passes soonest; else the first."""
    passing = [one for one in failed if one.retryable]
    if passing:
        return min(passing, key=lambda one: one.retry_after or 0.0)
    return failed[0] if failed else WrongModel(NAME, "none of the models can do what is asked")
