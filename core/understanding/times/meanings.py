"""What is understood on the way, before it becomes a value: a clock, a day, a length, a cycle."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from core.model import Recurrence
from core.understanding.times.calendar import add_months


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time that still waits for its day."""

    hour: int
    minute: int = 0
    part: str | None = None
    """The part of the day that was said with it."""
    exact: bool = False
    """Whether it can be no other half of the day."""


@dataclass(frozen=True, slots=True)
class Daypart:
    """A part of the day: "in the evening"."""

    name: str


@dataclass(frozen=True, slots=True)
class Day:
    """A date, perhaps with a part of that day: "tomorrow morning"."""

    date: date
    part: str | None = None
    weekday: bool = False
    """Whether only a weekday was said."""
    since: bool = False
    """Whether it was said as a beginning: "from Monday"."""
    until: bool = False
    """Whether it was said as an end: "until Friday"."""


@dataclass(frozen=True, slots=True)
class Hours:
    """From one clock time to another, still without a day."""

    start: Clock
    end: Clock


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time as the calendar counts it."""

    months: int = 0
    days: int = 0
    seconds: int = 0

    def after(self, at: datetime) -> datetime:
        """`at` and so much later."""
        day = add_months(at.date(), self.months) + timedelta(days=self.days)
        return datetime.combine(day, at.time()) + timedelta(seconds=self.seconds)

    def before(self, at: datetime) -> datetime:
        """`at` and so much earlier."""
        return Length(-self.months, -self.days, -self.seconds).after(at)

    def total(self) -> int:
        """In seconds; a month is thirty days, twelve are a year."""
        years, months = divmod(self.months, 12)
        return (years * 365 + months * 30 + self.days) * 86_400 + self.seconds


UNITS: dict[str, Length] = {
    "second": Length(seconds=1),
    "minute": Length(seconds=60),
    "hour": Length(seconds=3600),
    "day": Length(days=1),
    "week": Length(days=7),
    "month": Length(months=1),
    "year": Length(months=12),
}


@dataclass(frozen=True, slots=True)
class Cycle:
    """A recurrence, perhaps with a part of the day that still waits for its hour."""

    every: Recurrence
    part: str | None = None

    @property
    def waits(self) -> bool:
        """Whether a clock time can still be said of it."""
        return self.every.at is None and self.every.unit not in ("minute", "hour")


@dataclass(frozen=True, slots=True)
class Never:
    """What is said as a time and cannot be: "30 February"."""

    kind: str
    """What it would have been: a date, a clock, a cycle; else done."""


@dataclass(frozen=True, slots=True)
class Ordinal:
    """Which one: "the third"."""

    value: int


@dataclass(frozen=True, slots=True)
class Roles:
    """What the groups of a template kept, as (role, value), in the order of the words."""

    pairs: list[tuple[str, Any]]

    def one(self, role: str, default: Any = None) -> Any:
        """The first of that role."""
        for name, value in self.pairs:
            if name == role:
                return value
        return default

    def all(self, role: str) -> list[Any]:
        """Every one of that role."""
        return [value for name, value in self.pairs if name == role]

    def has(self, role: str) -> bool:
        """Whether there is one."""
        for name, _ in self.pairs:  # noqa: SIM110  # thrice as fast as `any`
            if name == role:
                return True
        return False
