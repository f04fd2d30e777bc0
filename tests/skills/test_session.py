"""Leaving a question, thanks and goodbye."""

import re

import pytest

CANCEL = {
    "en": (
        ("cancel", "All right. There was nothing to cancel."),
        ("make a note", "What shall I note?"),
        ("never mind", "All right, we leave it."),
        ("thank you!", "You are welcome!"),
        ("bye", re.compile("^Goodbye")),
    ),
    "es": (
        ("toma una nota", "¿Qué quieres que anote?"),
        ("déjalo", "De acuerdo, lo dejamos."),
        ("gracias", "¡De nada!"),
        ("hasta luego", re.compile("^¡Hasta pronto")),
    ),
    "de": (
        ("neue Notiz", "Was soll ich notieren?"),
        ("vergiss es", "Gut, lassen wir es."),
        ("danke", "Gern geschehen!"),
        ("tschüss", re.compile("^Bis bald")),
    ),
    "ru": (
        ("новая заметка", "Что записать?"),
        ("отмена", "Хорошо, оставим это."),
        ("спасибо", "Пожалуйста!"),
        ("до свидания", re.compile("^До встречи")),
    ),
}


@pytest.mark.parametrize("language", CANCEL)
async def test_a_question_can_be_left(dialog, language):
    anna = await dialog(*CANCEL[language], language=language)
    await anna((CANCEL["en"][0][0], re.compile(".")))
