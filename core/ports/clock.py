"""What time it is, and waiting for it: the one place, so that tests can turn it."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

Now = Callable[[], datetime]
"""Aware, UTC."""
Sleep = Callable[[float], Awaitable[None]]
"""Seconds."""


def system_now() -> datetime:
    """The machine's wall clock."""
    return datetime.now(UTC)


system_sleep: Sleep = asyncio.sleep
