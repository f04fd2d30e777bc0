"""The locales: nothing is missing in any language, and every example means what it stands for."""

from datetime import datetime
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast

import skills
from core.skill import discover
from core.texts import LANGUAGES, Texts
from core.understanding import Understanding

LOCALES = Path(__file__).parents[2] / "locales"
CATALOGUE = discover(skills)
NOW = datetime(2026, 11, 18, 10)
SILENT = {"help.start", "session.thanks", "session.goodbye", "both.answer"} | {
    f"quiz.{verb}" for verb in ("answer", "hint", "right", "skip", "stop", "again", "missed")
}
"""Nobody needs to be told that they may greet, thank, leave, or answer what they are asked; a round
of questions has its own buttons."""


def messages(language):
    found = {}
    for file in sorted((LOCALES / language).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ast.Junk), f"{file.name}: {entry.content}"
            if isinstance(entry, ast.Message):
                key = f"{file.stem}/{entry.id.name}"
                assert key not in found, f"{key} stands twice"
                found[key] = entry
    return found


def variables(node):
    found = set()
    for value in vars(node).values():
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, ast.VariableReference):
                found.add(part.id.name)
            elif isinstance(part, ast.BaseNode):
                found |= variables(part)
    return found


ENGLISH = messages("en")


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_message_is_there_with_its_values(language):
    theirs = messages(language)
    assert theirs.keys() == ENGLISH.keys()
    for key, message in theirs.items():
        mine = ENGLISH[key]
        assert variables(message.value or message) == variables(mine.value or mine), key
        names = {one.id.name for one in message.attributes}
        assert names == {one.id.name for one in mine.attributes}, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_skills_messages_stand_in_its_own_file(language):
    own = {file.stem for file in (LOCALES / language).glob("*.ftl")} - {"core"}
    for key in messages(language):
        file, _, id = key.partition("/")
        owner = id.partition("-")[0]
        assert file == (owner if owner in own else "core"), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_intent_has_label_help_and_an_example_that_means_it(language):
    texts, understanding = Texts(LOCALES), Understanding(LOCALES, CATALOGUE.intents)
    for spec in CATALOGUE.intents:
        if spec.name in SILENT:
            continue
        id = spec.name.replace(".", "-")
        assert texts.attribute(language, id, "label"), spec.name
        assert texts.attribute(language, id, "help"), spec.name
        understood = understanding.understand(
            texts.attribute(language, id, "example") or "", language, NOW
        )
        assert understood.intent is not None, spec.name
        assert understood.intent.name == spec.name
        assert understood.language == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_required_slot_has_its_question(language):
    texts = Texts(LOCALES)
    for spec in CATALOGUE.intents:
        for slot in spec.slots:
            if slot.required:
                assert texts.format(language, f"{spec.name.replace('.', '-')}-{slot.name}")


def test_the_sentences_have_no_faults():
    assert Understanding(LOCALES, CATALOGUE.intents).faults() == []


ASKED = {
    "en": (
        "I don't understand fractions",
        "I don't get the chain rule",
        "I have a question about the French revolution",
        "translate the cat sleeps into German",
        "what does osmosis mean",
    ),
    "es": (
        "no entiendo las fracciones",
        "tengo una pregunta sobre la ósmosis",
        "traduce el gato duerme al alemán",
        "qué significa ósmosis",
    ),
    "de": (
        "ich verstehe Brüche nicht",
        "ich habe eine Frage zur Osmose",
        "übersetze die Katze schläft ins Englische",
        "kannst du die Katze schläft ins Englische übersetzen",
        "was bedeutet Osmose",
    ),
    "ru": (
        "я не понимаю дроби",
        "у меня вопрос про осмос",
        "переведи кошка спит на немецкий",
        "что значит осмос",
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_mentor_is_asked_in_plain_words(language):
    understanding = Understanding(LOCALES, CATALOGUE.intents)
    for said in ASKED[language]:
        intent = understanding.understand(said, language, NOW).intent
        assert intent is not None, said
        assert intent.name == "mentor.ask", said
        assert intent.slots["text"], said
