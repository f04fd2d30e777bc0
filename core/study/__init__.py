"""The nouns of learning that skills share; each says how it is kept and found."""

from core.study.cards import Card, Deck, Practice
from core.study.courses import Course, Enrolment, Lesson
from core.study.kept import Exchange, Material, Note, Passage, Proposal, Reminder, Thread
from core.study.noun import Noun, Scope
from core.study.profile import Goal, Profile
from core.study.schedule import Booking, Room

__all__ = [
    "Booking",
    "Card",
    "Course",
    "Deck",
    "Enrolment",
    "Exchange",
    "Goal",
    "Lesson",
    "Material",
    "Note",
    "Noun",
    "Passage",
    "Practice",
    "Profile",
    "Proposal",
    "Reminder",
    "Room",
    "Scope",
    "Thread",
]
