"""Rooms and times: what can be booked, and what a person has booked."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from core.model import Recurrence
from core.study.noun import Noun, Scope


@dataclass(frozen=True, slots=True)
class Room(Noun):
    """A study room of the workspace."""

    kind: ClassVar[str] = "room"
    scope: ClassVar[Scope] = "workspace"
    searched: ClassVar[tuple[str, ...]] = ("title", "about")

    title: str
    seats: int = 1
    about: str = ""
    opens: int = 8
    closes: int = 22
    """Whole hours of the workspace's wall time."""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Booking(Noun):
    """A time that a person keeps free for studying, in a room or wherever they like."""

    kind: ClassVar[str] = "booking"
    searched: ClassVar[tuple[str, ...]] = ("title",)
    due_field: ClassVar[str | None] = "start"

    title: str
    """What it is for, in the person's words."""
    start: datetime
    """Aware, UTC; of a series the next occurrence, like `end`."""
    end: datetime
    wall: datetime
    """Naive local wall time of `start`: it stays nine when the person moves."""
    zone: str
    room: str = ""
    """The id of the room; empty: a session of one's own."""
    every: Recurrence | None = None
    series: str = ""
    """What the bookings of one series share."""
    created: datetime | None = None
    """Aware, UTC."""
    sequence: int = 0
    """How often it was changed: calendars want to know."""
    id: str = ""
