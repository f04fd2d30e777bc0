"""A place people talk: what every channel offers the core, and what the core hands it."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from core.model import Message, Receipt, Reply, Surface, Target

Accept = Callable[[Sequence[Message]], Awaitable[None]]
"""Puts messages on disk; when it returns they are kept, and a redelivered one changes nothing."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """One outbox row on its way out."""

    id: int
    target: Target
    reply: Reply
    language: str
    message_key: str | None = None
    """The message it answers; None where nobody asked (a reminder)."""
    again: bool = False
    """Whether it may have been sent before, because we died between sending and marking."""
    trace: Mapping[str, object] | None = None
    """What the turn understood and how long it took, for a channel that shows it."""


@dataclass(frozen=True, slots=True)
class Route:
    """One webhook path: raw bytes are verified before anybody parses them."""

    path: str
    verify: Callable[[Mapping[str, str], bytes], bool]
    """Headers with lower-case names, and the raw body."""
    parse: Callable[[bytes], Sequence[Message]]
    """Never raises on a verified body: what it cannot read is an empty list."""


class Channel(Protocol):
    """Lives in `bots/<name>/channel.py`; parse and render beside it are pure."""

    name: str
    surface: Surface

    def routes(self) -> Sequence[Route]:
        """Its webhook paths, if any."""
        ...

    async def start(self, accept: Accept) -> None:
        """Opens what it needs; called after the journal is ready."""
        ...

    async def stop(self) -> None:
        """Closes it again; safe to call twice."""
        ...

    async def deliver(self, delivery: Delivery) -> Receipt:
        """Sends one reply.

        Raises `IntegrationError`: retryable ones are tried again after `retry_after`. A Receipt of
        `failed` is final (blocked, deleted chat); `unknown` is final too, and told truthfully.
        """
        ...

    async def fetch(self, ref: str) -> bytes:
        """The bytes behind a part's `ref`; raises `UserError` where they are gone or too large."""
        ...

    def working(self, target: Target, stage: str, share: float | None) -> None:
        """A hint that something long is going on; must return at once and never raise."""
        ...

    def draft(self, target: Target, text: str) -> None:
        """All that there is until now of an answer under way; must return at once and never raise.

        What is shown of it is no answer: the Reply comes by `deliver`, in its place.
        """
        ...
