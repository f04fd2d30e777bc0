"""A person's name."""

import re

import pytest

NAMES = {
    "en": (
        ("what's my name?", re.compile("^I do not know your name yet")),
        ("Otto", "Nice to meet you, Otto!"),
        ("who am I", "Your name is Otto."),
        ("call me anna maria", "Nice to meet you, Anna Maria!"),
    ),
    "es": (("me llamo Ana", "¡Mucho gusto, Ana!"), ("cómo me llamo", "Te llamas Ana.")),
    "de": (("ich heiße Jürgen", "Freut mich, Jürgen!"), ("wie heiße ich?", "Du heißt Jürgen.")),
    "ru": (
        ("меня зовут Фёдор", "Приятно познакомиться, Фёдор!"),
        ("как меня зовут?", "Вас зовут Фёдор."),
    ),
}


@pytest.mark.parametrize("language", NAMES)
async def test_a_name_is_remembered(dialog, language):
    await dialog(*NAMES[language], language=language)


async def test_a_sentence_is_no_name(dialog):
    await dialog(
        ("call me when the second lesson begins", re.compile("does not look like a name")),
        ("/name show", re.compile("^I do not know your name yet")),
    )
