"""On whose behalf a call goes out: carried along with the task, as a trace's context is."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from enum import IntEnum
from math import inf
from typing import Any


class Priority(IntEnum):
    """Who goes first where not all can go at once."""

    CRITICAL = 0
    """Somebody stands and waits for a spoken answer."""
    HIGH = 1
    """A voice note or a press: they look at the screen."""
    MEDIUM = 2
    """A text."""
    LOW = 3
    """Nobody waits: indexing, summaries, evaluations."""


@dataclass(frozen=True, slots=True)
class Caller:
    """The person and the work behind a call; empty where there is none."""

    person_id: str = ""
    zone: str = "UTC"
    """Theirs: a day's budget ends with their day."""
    channel: str = ""
    assistant: str = ""
    """mentor, curator or analyst: it may have a credential of its own."""
    owner: str = ""
    """`turn/12` or `job/7.1`."""
    priority: Priority = Priority.MEDIUM
    inside: bool = False
    """Whether nothing may leave the house for it."""
    deadline: float = inf
    """When whoever waits will wait no longer: by the monotonic clock, not by the wall's."""
    patience: float = inf
    """Seconds that a call may have to wait before it is sent: less where another could be asked."""


_present: ContextVar[Caller] = ContextVar("caller", default=Caller())  # noqa: B039  # it is frozen


def caller() -> Caller:
    """On whose behalf we are at it."""
    return _present.get()


@contextmanager
def acting(**changes: Any) -> Iterator[Caller]:
    """Within it calls go out on behalf of the present caller with these changes."""
    made = replace(_present.get(), **changes)
    token = _present.set(made)
    try:
        yield made
    finally:
        _present.reset(token)
