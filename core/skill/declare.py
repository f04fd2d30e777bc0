"""`@intent`, `@on`, `@every`, `@feed`: a skill's doors, read off the functions behind them."""

import inspect
import types
from collections.abc import AsyncGenerator, Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from core.model import Duration, Impossible, Moment, Number, Period, Recurrence, Role

Effect = Literal["read", "write", "outside"]
Handler = Callable[..., Awaitable[Any] | AsyncGenerator[Any, None]]
F = TypeVar("F", bound=Handler)
G = TypeVar("G", bound=Callable[..., Awaitable[Any]])

SPAN_TYPES: tuple[type, ...] = (Moment, Duration, Period, Recurrence, Number, Impossible)


@dataclass(frozen=True, slots=True)
class SlotType:
    """One parameter of an intent: what it takes, and whether it must be there."""

    name: str
    kinds: tuple[type, ...]
    """`str`, or the span types it takes."""
    required: bool
    default: object = None

    @property
    def is_text(self) -> bool:
        """Whether it is filled by the words themselves and not by a span."""
        return str in self.kinds


@dataclass(frozen=True, slots=True)
class IntentSpec:
    """An intent as declared: its name, its slots, what it does, and the function that does it."""

    name: str
    slots: tuple[SlotType, ...]
    effect: Effect
    handler: Handler
    """Returns a Reply; or, as a generator, yields the text of its answer bit by bit, and at last
    the Reply, which alone counts."""
    suggest: bool = True
    """Whether it may be offered to somebody who was not understood; never what destroys."""
    role: Role = "learner"
    """Who may ask for it: those of this role and of the roles above it."""

    @property
    def skill(self) -> str:
        """The part before the dot."""
        return self.name.partition(".")[0]

    @property
    def verb(self) -> str:
        """The part behind the dot."""
        return self.name.partition(".")[2]

    def slot(self, name: str) -> SlotType | None:
        """The slot of that name, if there is one."""
        return next((slot for slot in self.slots if slot.name == name), None)


@dataclass(frozen=True, slots=True)
class Subscription:
    """A handler of an event's name."""

    event: str
    subscriber: str
    """`module.function`: the fan-out is once per event and subscriber."""
    handler: Callable[..., Awaitable[Any]]
    every: Recurrence | None = None
    """When the clock raises its event for each person; None: somebody else raises it."""


@dataclass(frozen=True, slots=True)
class Feed:
    """Who answers for the feed of that name."""

    name: str
    handler: Callable[..., Awaitable[Any]]


def intent(
    name: str, *, effect: Effect = "read", suggest: bool = True, role: Role = "learner"
) -> Callable[[F], F]:
    """The words, commands, buttons and calls that mean `skill.verb`; parameters are its slots."""

    def mark(function: F) -> F:
        spec = IntentSpec(name, _slots(function), effect, function, suggest, role)
        function.__viva__ = [*getattr(function, "__viva__", []), spec]  # type: ignore[attr-defined]
        return function

    return mark


def on(event: str) -> Callable[[G], G]:
    """Something happened: called once per event, as durably as a turn."""

    def mark(function: G) -> G:
        name = f"{function.__module__}.{function.__qualname__}"
        function.__viva__ = [  # type: ignore[attr-defined]
            *getattr(function, "__viva__", []),
            Subscription(event, name, function),
        ]
        return function

    return mark


def every(when: Recurrence) -> Callable[[G], G]:
    """The clock: called for each person at their local wall time, as durably as a turn.

    Ticks that were missed come as one. What it returns goes to `Context.target`, which the
    handler sets: nobody has asked, so there is none.
    """

    def mark(function: G) -> G:
        name = f"{function.__module__}.{function.__qualname__}"
        function.__viva__ = [  # type: ignore[attr-defined]
            *getattr(function, "__viva__", []),
            Subscription(f"every/{name}", name, function, when),
        ]
        return function

    return mark


def feed(name: str) -> Callable[[G], G]:
    """What a person's own programs fetch under a secret address (see `core.skill.feeds`): called
    with a Context, whose writes are dropped, it returns an Attachment."""

    def mark(function: G) -> G:
        function.__viva__ = [  # type: ignore[attr-defined]
            *getattr(function, "__viva__", []),
            Feed(name, function),
        ]
        return function

    return mark


def _slots(function: Callable[..., Any]) -> tuple[SlotType, ...]:
    hints = get_type_hints(function)
    found: list[SlotType] = []
    for parameter in list(inspect.signature(function).parameters.values())[1:]:
        hint = hints[parameter.name]
        union = get_origin(hint) in (Union, types.UnionType)
        options = get_args(hint) if union else (hint,)
        kinds = tuple(kind for kind in options if kind is not type(None))
        wrong = [kind for kind in kinds if kind is not str and kind not in SPAN_TYPES]
        if wrong:
            raise TypeError(f"{function.__qualname__}({parameter.name}): no slot can be {wrong[0]}")
        required = type(None) not in options and parameter.default is inspect.Parameter.empty
        default = None if parameter.default is inspect.Parameter.empty else parameter.default
        found.append(SlotType(parameter.name, kinds, required, default))
    return tuple(found)
