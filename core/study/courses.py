"""Courses of a workspace, and how far a person is in them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from core.model import Target
from core.study.noun import Noun, Scope


@dataclass(frozen=True, slots=True)
class Lesson:
    """One sitting of a course."""

    title: str
    text: str = ""
    minutes: int = 0
    cards: tuple[tuple[str, str], ...] = ()
    """Questions with their answers, to practise it with."""


@dataclass(frozen=True, slots=True)
class Course(Noun):
    """What a school or a team offers: everybody in the workspace sees it."""

    kind: ClassVar[str] = "course"
    scope: ClassVar[Scope] = "workspace"
    searched: ClassVar[tuple[str, ...]] = ("title", "about", "subject")

    title: str
    about: str
    created: datetime
    """Aware, UTC."""
    subject: str = ""
    language: str = ""
    """Of its lessons; empty: nobody has said."""
    lessons: tuple[Lesson, ...] = ()
    deadline: date | None = None
    """By which everybody is to be done."""
    days: int | None = None
    """Days that somebody has from the day they enrol, where there is no one deadline."""
    teacher: str = ""
    """The person's id; empty: it came with the house."""
    slug: str = ""
    """Under which a catalogue file names it."""
    closed: bool = False
    """Nobody new may enrol."""
    removed: bool = False
    """A teacher has taken away what came with the house."""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Enrolment(Noun):
    """A person in a course."""

    kind: ClassVar[str] = "enrolment"
    searched: ClassVar[tuple[str, ...]] = ("title",)

    course: str
    """Its slug where it has one, else its id."""
    title: str
    """Of the course, as it was."""
    begun: datetime
    """Aware, UTC."""
    done: tuple[int, ...] = ()
    """Places of the lessons that are done, from 0."""
    deadline: date | None = None
    """As the person was last told of it: the course may have another by now."""
    completed: datetime | None = None
    """Aware, UTC."""
    since: date | None = None
    """The day they enrolled, as their calendar had it then: `days` count from it."""
    used: datetime | None = None
    """Aware, UTC: when a lesson of it was last done."""
    told: tuple[int, ...] = ()
    """Days ahead of the deadline at which the person has been reminded of it."""
    target: Target | None = None
    """Where they enrolled, and are reminded."""
    id: str = ""
