"""What we know of a person beyond their name: aims, manners, and what they have agreed to."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import ClassVar, Literal

from core.model import Target
from core.study.noun import Noun


@dataclass(frozen=True, slots=True)
class Goal:
    """What a person wants to reach."""

    text: str
    """In their own words."""
    kind: Literal["", "minutes", "answers", "days"] = ""
    """What is counted for it each week, or each day; empty: nothing can be."""
    amount: int = 0
    daily: bool = False
    """Whether `amount` is meant for each day, and not for the whole week."""
    by: date | None = None
    since: datetime | None = None
    """Aware, UTC."""


@dataclass(frozen=True, slots=True)
class Profile(Noun):
    """There is at most one of a person; see `core.skill.profile`."""

    kind: ClassVar[str] = "profile"

    goals: tuple[Goal, ...] = ()
    welcomed: str = ""
    """How far the first conversation has come; `done` when it is over."""
    target: Target | None = None
    """Where they last studied: what nobody asked for is said there."""
    weekly: bool = True
    """Whether they want the summary of their week."""
    quiet_from: time = time(21)
    quiet_until: time = time(8)
    """Local wall time between which nothing is said that they did not ask for."""
    dark: bool = False
    """Whether pictures are drawn for a dark screen."""
    voice_outside: bool | None = None
    """Whether recordings may go to a vendor; None: nobody has asked yet."""
    misses_kept: bool | None = None
    """Whether sentences that were not understood may be kept, scrubbed, for better phrasings."""
    minor: bool = False
    """Nothing of theirs leaves the house, and nobody outside is written to for them."""
    reports: tuple[str, ...] = ()
    """Reports of the workspace that they want regularly."""
    feed: str = ""
    """What their calendar's address is made of; another one makes the old address void."""
    id: str = ""
