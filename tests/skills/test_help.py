"""The greeting and the help, in four languages."""

import re

import pytest

from core.skill import IntentSpec

HELP = {
    "en": ("what can you do?", "• “note that the exam is on Friday”", "[Reminders]"),
    "es": ("¿qué puedes hacer?", "• «anota que el examen es el viernes»", "[Recordatorios]"),
    "de": ("was kannst du?", "• „notiere, dass die Prüfung am Freitag ist“", "[Erinnerungen]"),
    "ru": ("что ты умеешь?", "• «запиши, что экзамен в пятницу»", "[Напоминания]"),
}
MOST_LINES, MOST_BUTTONS = 12, 9


@pytest.mark.parametrize("language", HELP)
async def test_help_tells_what_can_be_said(dialog, language):
    said, line, topic = HELP[language]
    anna = dialog.speaker(language=language)
    overview = (await anna.say(said)).text
    assert line in overview
    assert len(overview.splitlines()) <= MOST_LINES
    assert len(anna.choices) <= MOST_BUTTONS
    assert topic[1:-1] in anna.choices
    answer = await anna.say(topic)
    assert answer.text.startswith(topic[1:-1])
    assert line not in answer.text


async def test_the_first_greeting_offers_three_beginnings(dialog):
    anna = await dialog(("/start", re.compile("^Hello! I am your learning assistant")))
    await anna(("[Skip]", re.compile("learning for")), ("[Skip]", re.compile("That is all I need")))
    assert list(anna.choices)[-3:] == ["Save a note", "Set a reminder", "What can I say?"]
    await anna(
        ("[Save a note]", "What shall I note?"),
        ("help", re.compile("quiz(.|\n)*every Monday at six(.|\n)*voice message")),
        ("help with notes", re.compile("^Notes\n")),
        ("/help reminders", re.compile("^Reminders\n")),
    )


@pytest.mark.parametrize("language", HELP)
async def test_every_example_of_the_overview_is_understood(dialog, language):
    anna = dialog.speaker(language=language)
    overview = (await anna.say("/help")).text
    examples = re.findall(r"• [“«„](.*)[”»“]", overview)
    assert len(examples) == 7
    replies = [(await anna.say(example)).text for example in examples]
    unclear = (await anna.say("xyzzy")).text
    assert unclear not in replies
    assert len(set(replies)) == 7


ABOUT = {"en": "help with {}", "es": "ayuda con {}", "de": "Hilfe zu {}", "ru": "помощь про {}"}


@pytest.mark.parametrize("language", HELP)
async def test_every_skill_of_the_menu_can_be_asked_about_by_its_title(dialog, language):
    anna = dialog.speaker(language=language)
    await anna.say("/help")
    *titles, more = anna.choices
    await anna.say(f"[{more}]")
    titles += anna.choices
    assert len(titles) >= 14
    for title in titles:
        told = await anna.say(ABOUT[language].format(title.lower()))
        assert told.text.startswith(f"{title}\n"), title


ALONE = {
    "en": ("mentor", "curator", "documents", "costs", "suggestions"),
    "es": ("mentor", "tutor", "documentos", "gastos", "propuestas"),
    "de": ("Mentor", "Lernberater", "Dokumente", "Kosten", "Vorschläge"),
    "ru": ("наставник", "куратор", "документы", "расходы", "предложения"),
}


@pytest.mark.parametrize("language", ALONE)
async def test_a_title_alone_is_understood(dialog, language):
    for said in ALONE[language]:
        anna = dialog.speaker(language=language)
        unclear = (await anna.say("xyzzy")).text
        assert (await anna.say(said)).text != unclear, said


SMALL_TALK = {
    "en": (("who are you?", "I am your"), ("how are you", "Very well"), ("what's up", "Very well")),
    "es": (("¿quién eres?", "Soy tu"), ("¿cómo estás?", "¡Muy bien"), ("¿qué tal?", "¡Muy bien")),
    "de": (
        ("wer bist du", "Ich bin"),
        ("wie geht's?", "Sehr gut"),
        ("wie geht es dir", "Sehr gut"),
    ),
    "ru": (("кто ты?", "Я ваш"), ("как дела?", "Всё хорошо"), ("как вас зовут", "Я ваш")),
}


@pytest.mark.parametrize("language", SMALL_TALK)
async def test_small_talk_is_short(dialog, language):
    anna = dialog.speaker(language=language)
    for said, begins in SMALL_TALK[language]:
        reply = await anna.say(said)
        assert reply.text.startswith(begins)
        assert len(re.findall(r"[.!?](?= |$)", reply.text)) <= 2
        assert not reply.choices


async def test_a_skill_without_words_of_its_own_does_not_break_help(dialog):
    """Neither title, label nor example: or an example alone, in the file of another."""

    async def forecast(_context):
        raise AssertionError("nobody asks for it")

    catalogue = dialog.app.house.catalogue
    catalogue.add([IntentSpec("weather_station.show", (), "read", forecast)])
    anna = dialog.speaker()
    assert "voice message" in (await anna.say("help")).text
    assert "Weather station" not in anna.choices

    texts, known = dialog.app.house.texts, dialog.app.house.texts.attribute

    def attribute(language, text_id, name, /, **values):
        only = {"weather_station-show": {"example": "will it rain"}}
        return only.get(text_id, {}).get(name) or known(language, text_id, name, **values)

    texts.attribute = attribute
    await anna(
        ("help", re.compile("voice message")),
        ("[More]", re.compile("else I can help")),
        ("[Weather station]", "Weather station\n\n• Show: “will it rain”"),
    )
