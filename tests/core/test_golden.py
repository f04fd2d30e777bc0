"""The golden table by text and by button: the same intent and slots in four languages."""

from collections import Counter
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

import skills
from core.model import Choice
from core.skill import discover
from core.texts import LANGUAGES
from core.understanding import Understanding
from tests.golden import Meaning, faults, meanings

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 18, 10)


@cache
def understanding() -> Understanding:
    return Understanding(ROOT / "locales", discover(skills).intents)


def test_the_table_is_whole() -> None:
    counted = Counter(one.language for one in meanings())
    assert counted == dict.fromkeys(LANGUAGES, 60)
    assert len({(one.language, one.said) for one in meanings()}) == 240


@pytest.mark.parametrize("meaning", meanings(), ids=lambda one: one.id)
def test_text(meaning: Meaning) -> None:
    found = understanding().understand(meaning.said, meaning.language, NOW)
    assert faults(meaning, found.intent) == [], meaning.said
    assert found.language == meaning.language


@pytest.mark.parametrize("language", LANGUAGES)
def test_button(language: str) -> None:
    """Each intent that may be offered has a label there, and its token means it again."""
    from core.texts import Texts

    texts, catalogue = Texts(ROOT / "locales"), discover(skills)
    for name in dict.fromkeys(one.intent for one in meanings()):
        spec = catalogue.intent(name)
        assert spec is not None
        label = texts.attribute(language, name.replace(".", "-"), "label")
        assert label or not spec.suggest, name
        token = Choice(label or name, name, {"text": "a & b = ü"}).token
        assert Choice.read(token) == (name, {"text": "a & b = ü"})
        assert len(Choice(label or name, name).token.encode()) <= 64
