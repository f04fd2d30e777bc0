"""The nouns of learning that skills share; each says how it is kept and found."""

from core.study.cards import Card, Deck, Practice
from core.study.correction import Correction
from core.study.courses import Course, Enrolment, Lesson
from core.study.kept import Exchange, Material, Miss, Note, Passage, Proposal, Reminder, Thread
from core.study.noun import Noun, Scope
from core.study.profile import Goal, Profile
from core.study.reports import Inquiry, Measure, Query, Report
from core.study.schedule import Booking, Room

__all__ = [
    "Booking",
    "Card",
    "Correction",
    "Course",
    "Deck",
    "Enrolment",
    "Exchange",
    "Goal",
    "Inquiry",
    "Lesson",
    "Material",
    "Measure",
    "Miss",
    "Note",
    "Noun",
    "Passage",
    "Practice",
    "Profile",
    "Proposal",
    "Query",
    "Reminder",
    "Report",
    "Room",
    "Scope",
    "Thread",
]
