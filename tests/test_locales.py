"""The locales: everything that the code may say is there in every language, with the same gaps."""

import ast
import re
from functools import lru_cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, FluentSerializer
from fluent.syntax import ast as ftl

import skills
from core.skill import discover
from core.texts import LANGUAGES
from core.understanding import Understanding

ROOT = Path(__file__).parents[1]
TELLS = {"reply", "text", "ask", "UserError", "format", "attribute", "_say_ourselves"}
"""Calls that take a message id, as their first or second argument."""
ID = re.compile(r"[a-z]+(-[a-z0-9]+)+")


@lru_cache
def messages(language):
    """Message id -> (the message, the file it stands in)."""
    found = {}
    for path in sorted((ROOT / "locales" / language).glob("*.ftl")):
        resource = FluentParser().parse(path.read_text(encoding="utf-8"))
        for entry in resource.body:
            assert not isinstance(entry, ftl.Junk), f"{path.name}: {entry.content!r}"
            if isinstance(entry, ftl.Message):
                assert entry.id.name not in found, f"{entry.id.name} stands twice in {language}"
                found[entry.id.name] = (entry, path.stem)
    return found


def told():
    """Every message id that stands in the code as a literal."""
    for room in ("bots", "skills", "core"):
        for path in sorted((ROOT / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                for part in _said_in(node):
                    if isinstance(part, ast.Constant) and ID.fullmatch(str(part.value)):
                        yield part.value, f"{path.relative_to(ROOT)}:{part.lineno}"


def _said_in(node):
    """What stands where a message id may stand: in a call that says it, or in a `text_id`."""
    places = []
    if isinstance(node, ast.Call) and _name(node.func) in TELLS:
        places = node.args[:2]
    elif isinstance(node, ast.Assign) and any("text_id" in ast.dump(one) for one in node.targets):
        places = [node.value]
    return [part for place in places for part in ast.walk(place)]


def _name(function):
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def gaps(message):
    """The variables that a message and its attributes use."""
    text = FluentSerializer().serialize_entry(message)
    return set(re.findall(r"\$([a-z_]+)", text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_the_code_says_is_in_the_locale(language):
    missing = [(name, where) for name, where in told() if name not in messages(language)]

    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_a_locale_has_what_english_has_and_nothing_else(language):
    assert set(messages("en")) == set(messages(language))


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_a_translation_uses_no_variable_that_english_does_not_have(language):
    wrong = {
        name: gaps(message) - gaps(messages("en")[name][0])
        for name, (message, _) in messages(language).items()
        if gaps(message) - gaps(messages("en")[name][0])
    }

    assert wrong == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_stands_where_it_is_looked_for(language):
    """A file is read when one of its messages is first needed: `notes-saved` is in `notes.ftl`."""
    files = {path.stem for path in (ROOT / "locales" / language).glob("*.ftl")}
    wrong = []
    for name, (_, file) in messages(language).items():
        owner = name.partition("-")[0]
        if file != (owner if owner in files else "core"):
            wrong.append((name, file))

    assert wrong == []


def test_the_sentences_have_no_faults():
    """Every template compiles, every intent is in every language, nothing stands in two."""
    assert Understanding(ROOT / "locales", discover(skills).intents).faults() == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_intent_can_be_offered_and_asked_about(language):
    missing = []
    for spec in discover(skills).intents:
        own = spec.name.replace(".", "-")
        if spec.suggest and own not in messages(language):
            missing.append(own)
        missing += [
            f"{own}-{slot.name}"
            for slot in spec.slots
            if slot.required and f"{own}-{slot.name}" not in messages(language)
        ]

    assert missing == []


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "who was Napoleon?"),
        ("en", "was Napoleon short?"),
        ("en", "why was Einstein famous?"),
        ("en", "how old am I"),
        ("en", "no idea"),
        ("es", "¿quién fue Napoleón?"),
        ("es", "no me gusta"),
        ("de", "wer war Napoleon?"),
        ("de", "was bedeutet Osmose"),
        ("ru", "кто такой Napoleon Bonaparte?"),
    ],
)
def test_a_question_keeps_its_language(language, said):
    assert Understanding(ROOT / "locales", ()).guess_language(said, language) == language


@pytest.mark.parametrize("said", ["was ist Photosynthese", "wer war Napoleon", "was bedeutet das"])
def test_german_is_german_in_an_english_conversation(said):
    assert Understanding(ROOT / "locales", ()).guess_language(said, "en") == "de"
