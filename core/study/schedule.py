"""Rooms and times: what can be booked, and what a person has booked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar

from core.model import Recurrence, Target, instant
from core.study.noun import Noun, Scope


@dataclass(frozen=True, slots=True)
class Room(Noun):
    """A study room of the workspace."""

    kind: ClassVar[str] = "room"
    scope: ClassVar[Scope] = "workspace"
    searched: ClassVar[tuple[str, ...]] = ("title", "about")

    title: str
    seats: int = 0
    """0: nobody has said."""
    about: str = ""
    opens: int = 8
    closes: int = 22
    """Whole hours of its own wall time, 24 for midnight."""
    zone: str = "UTC"
    """IANA: where it stands."""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Booking(Noun):
    """A time that a person keeps free for studying, in a room or wherever they like."""

    kind: ClassVar[str] = "booking"
    searched: ClassVar[tuple[str, ...]] = ("title", "place")
    due_field: ClassVar[str | None] = "start"

    title: str
    """What it is for, in the person's words; empty: they have not said."""
    start: datetime
    """Aware, UTC; of a series an occurrence, like `end`: its weekly tick moves them on."""
    end: datetime
    wall: datetime
    """Naive wall time in `zone` of the first occurrence: it stays nine when the person moves."""
    zone: str
    room: str = ""
    """The id of the room; empty: a session of one's own."""
    place: str = ""
    """What the room was called."""
    every: Recurrence | None = None
    """Anchored: with a clock time and a first day."""
    without: tuple[datetime, ...] = ()
    """Naive wall times of a series that do not take place."""
    created: datetime | None = None
    """Aware, UTC."""
    changed: datetime | None = None
    """Aware, UTC."""
    sequence: int = 0
    """How often it was changed: calendars want to know."""
    alert: int = 0
    """Minutes before it that the person wants to be told; 0: not at all."""
    target: Target | None = None
    """Where it was asked for, and is spoken of."""
    language: str = ""
    id: str = ""

    @property
    def length(self) -> timedelta:
        """How long each occurrence takes."""
        return self.end - self.start

    def walls(self, after: datetime) -> Iterator[datetime]:
        """Wall times in `zone` of those that begin later than `after` (naive, the same zone)."""
        if self.every is None:
            if self.wall > after:
                yield self.wall
            return
        at = self.every.next(max(after, self.wall - timedelta(minutes=1)))
        while at is not None:
            if at not in self.without:
                yield at
            at = self.every.next(at)

    def between(self, begins: datetime, ends: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Begin and end (aware, UTC) of those that take place, at least partly, in that time."""
        if self.every is None:
            if self.start < ends and begins < self.end:
                yield self.start, self.end
            return
        # A day is more than any zone and any change of the clocks.
        near = (begins - self.length - timedelta(days=1)).replace(tzinfo=None)
        for wall in self.walls(near):
            start = instant(wall, self.zone)
            if start >= ends:
                return
            if start + self.length > begins:
                yield start, start + self.length
