"""What a teacher wants counted, once or again and again."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import ClassVar, Literal

from core.model import Recurrence, Target
from core.study.noun import Noun

Measure = Literal[
    "overview", "active", "new", "idle", "studied", "accuracy", "failing", "course", "rooms"
]
DAYS_BY_DAY, DAYS_BY_WEEK = 31, 190
"""Up to which a period is told day by day, and week by week."""


@dataclass(frozen=True, slots=True)
class Query:
    """A question about the people of a workspace: typed, so that nobody's words become a query."""

    measure: Measure
    first: date
    """In the asking person's calendar."""
    days: int
    """That are counted, from `first` on."""
    about: str = ""
    """The words of a topic, or the id of a course; empty: all of them."""

    @property
    def until(self) -> date:
        """The day after the last one."""
        return self.first + timedelta(days=self.days)

    @property
    def by(self) -> Literal["day", "week", "month"]:
        """Into what the period is broken down, where it is."""
        if self.days <= DAYS_BY_DAY:
            return "day"
        return "week" if self.days <= DAYS_BY_WEEK else "month"


@dataclass(frozen=True, slots=True)
class Inquiry(Noun):
    """The last report that somebody has seen: there is at most one, and "this" means it."""

    kind: ClassVar[str] = "inquiry"

    query: Query
    id: str = ""


@dataclass(frozen=True, slots=True)
class Report(Noun):
    """A report that somebody gets again and again."""

    kind: ClassVar[str] = "report"
    due_field: ClassVar[str | None] = "due"

    query: Query
    """Of its period only the length counts: it ends with the day before the report."""
    every: Recurrence
    wall: datetime
    """Naive local wall time of the next one: it stays eight when the person moves."""
    due: datetime
    """Aware, UTC: the same as an instant."""
    target: Target
    """Where it was asked for, and is said."""
    language: str
    id: str = ""
