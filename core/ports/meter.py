"""What a call to a provider took: told to whoever keeps the ledger."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Charge:
    """One attempt at one provider, paid or not; whoever keeps it adds the present Caller."""

    capability: str
    """llm, stt, tts, vision or embeddings."""
    provider: str
    model: str
    input_tokens: int = 0
    output_tokens: int = 0
    cached_tokens: int = 0
    """Of the input, those that were cheaper."""
    seconds: float = 0.0
    """Of sound heard."""
    characters: int = 0
    """Spoken."""
    latency: float = 0.0
    """Seconds from the call to its end."""
    error: str = ""
    """The code of what went wrong, where something did."""
    estimated: bool = False
    """Whether the amounts are our own count, since the vendor told none."""


Meter = Callable[[Charge], Awaitable[None]]


async def unmetered(charge: Charge) -> None:
    """The Meter of whoever keeps no ledger."""
