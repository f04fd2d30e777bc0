"""The greeting and the help, in four languages."""

import re

import pytest

HELP = {
    "en": ("what can you do?", "• Save a note: “note that the exam is on Friday”", "[Reminders]"),
    "es": ("¿qué puedes hacer?", "• Guardar una nota: «anota que el", "[Recordatorios]"),
    "de": ("was kannst du?", "• Notiz speichern: „notiere, dass die", "[Erinnerungen]"),
    "ru": ("что ты умеешь?", "• Записать заметку: «запиши, что экзамен", "[Напоминания]"),
}


@pytest.mark.parametrize("language", HELP)
async def test_help_tells_what_can_be_said(dialog, language):
    said, line, topic = HELP[language]
    anna = await dialog((said, re.compile(line)), language=language)
    answer = await anna.say(topic)
    assert answer.text.startswith(topic[1:-1])
    assert line not in answer.text


async def test_the_first_greeting_offers_three_beginnings(dialog):
    anna = await dialog(("/start", re.compile("^Hello! I am your learning assistant")))
    assert list(anna.choices) == ["Set a reminder", "Save a note", "What can I say?"]
    await anna(
        ("[Save a note]", "What shall I note?"),
        ("help", re.compile("^This is what you can say to me")),
        ("help with notes", re.compile("^Notes\n")),
        ("/help reminders", re.compile("^Reminders\n")),
    )
