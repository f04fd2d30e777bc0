"""A word that is heard wrong again and again, and what the person really says."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from core.study.noun import Noun


@dataclass(frozen=True, slots=True)
class Correction(Noun):
    """What was heard of a person, and what they said."""

    kind: ClassVar[str] = "correction"

    heard: str
    """One to three words, lower case."""
    said: str
    """As the person wrote or said it."""
    language: str
    created: datetime
    """Aware, UTC."""
    id: str = ""
