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


NEVER_MIND = {"en": "never mind", "es": "da igual", "de": "egal", "ru": "неважно"}


@pytest.mark.parametrize("language", CANCEL)
async def test_never_mind_leaves_a_question(dialog, language):
    anna = dialog.speaker(language=language)
    question = next(said for said, answer in CANCEL[language] if str(answer).endswith("?"))
    assert (await anna.say(question)).listen
    reply = await anna.say(NEVER_MIND[language])
    assert not reply.listen
    assert not reply.text.endswith("?")
    assert "• " not in (await anna.say("my notes")).text
