"""The first minute: four questions at most, each of which can be skipped, and none comes twice."""

import re

import pytest

STORIES = {
    "en": (
        (
            "/start",
            re.compile("^Hello! I am your learning assistant.*shall I call you\\?$", re.DOTALL),
        ),
        ("I'm Anna", re.compile("^Nice to meet you, Anna!\n\nWhich city are you in\\?")),
        ("[New York]", re.compile("^Noted: New York.*And what are you learning for\\?", re.DOTALL)),
        ("[Pass an exam]", re.compile("Pass an exam.*That is all I need", re.DOTALL)),
    ),
    "es": (
        ("hola", re.compile("^¡Hola! Soy tu asistente.*¿Cómo quieres que te llame\\?$", re.DOTALL)),
        ("me llamo Ana", re.compile("^¡Mucho gusto, Ana!\n\n¿En qué ciudad estás\\?")),
        ("vivo en Bogotá", re.compile("^Anotado: Bogotá.*¿Y para qué estudias\\?", re.DOTALL)),
        ("quiero aprobar biología", re.compile("aprobar biología.*Con esto me basta", re.DOTALL)),
    ),
    "de": (
        (
            "Hallo",
            re.compile("^Hallo! Ich bin dein Lernassistent.*soll ich dich nennen\\?$", re.DOTALL),
        ),
        ("Anna", re.compile("^Freut mich, Anna!\n\nIn welcher Stadt bist du\\?")),
        ("München", re.compile("^Notiert: .*Und wofür lernst du\\?", re.DOTALL)),
        ("[Überspringen]", re.compile("^Mehr brauche ich nicht")),
    ),
    "ru": (
        ("/start", re.compile("^Здравствуйте! Я ваш учебный.*Как к вам обращаться\\?$", re.DOTALL)),
        ("меня зовут Анна", re.compile("Анна.*В каком вы городе\\?", re.DOTALL)),
        ("[Екатеринбург]", re.compile("Екатеринбург.*И ради чего вы учитесь\\?", re.DOTALL)),
        ("выучить биологию", re.compile("выучить биологию.*Больше ничего не нужно", re.DOTALL)),
    ),
}


@pytest.mark.parametrize("language", STORIES)
async def test_somebody_new_is_met_in_four_turns(dialog, language):
    anna = dialog.speaker(language=language, zone=None)
    await anna(*STORIES[language])
    again = await anna.say(STORIES[language][0][0])
    assert "?" in again.text
    assert "Anna" not in again.text


async def test_what_is_known_is_not_asked(dialog):
    anna = dialog.speaker(name="Anna")  # and their platform tells the zone too
    reply = await anna.say("/start")
    assert reply.text.startswith("Hello, Anna! I am your learning assistant")
    assert reply.text.endswith(
        "And what are you learning for? Tap one, or say it in your own words."
    )
    await anna(("skip", re.compile("^That is all I need")))


async def test_every_step_can_be_skipped_by_word_or_button(dialog):
    await dialog(
        ("hello", re.compile("What shall I call you")),
        ("[Skip]", re.compile("^Which city")),
        ("skip", re.compile("^And what are you learning for")),
        ("[Skip]", re.compile("^That is all I need")),
        ("what's my name", re.compile("^I do not know your name yet")),
        zone=None,
    )


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("remind me tomorrow at nine to call mum", "call mum"),
        ("note that tea is green", "^Saved: tea is green"),
        ("what can you do", "^Just write or say it"),
    ],
)
async def test_another_first_message_is_answered_as_it_is(dialog, said, answer):
    await dialog((said, re.compile(answer)))


async def test_a_wish_in_between_is_done_and_the_meeting_goes_on_days_later(dialog):
    anna = await dialog(
        ("/start", re.compile("What shall I call you")),
        ("note that tea is green", "Saved: tea is green"),
        ("show my notes", "You have one note:\n• tea is green"),
        zone=None,
    )
    await dialog.sleep_through(days=3)
    await anna(
        ("/start", "What shall I call you?"),
        ("Anna", re.compile("^Nice to meet you, Anna!\n\nWhich city")),
    )
    await dialog.sleep_through(days=3)
    await anna(
        ("hello", re.compile("^Which city")), ("Narnia", re.compile("I do not know this pla"))
    )
    await anna(("Nowhere", re.compile("^And what are you learning for")))  # it is left then


async def test_a_child_is_believed_at_once(dialog):
    await dialog(
        ("/start", re.compile("What shall I call you")),
        (
            "I am 12",
            re.compile("nothing of yours leaves this house.*What shall I call you\\?$", re.DOTALL),
        ),
        ("Tom", re.compile("^Nice to meet you, Tom!")),
    )


async def test_an_old_button_asks_what_is_asked_now(dialog):
    anna = await dialog(("/start", re.compile("What shall I call you")), zone=None)
    old = anna.choices
    await anna(("Anna", re.compile("Which city")))
    anna.choices = old
    await anna(
        ("[Skip]", re.compile("^Which city")), ("Madrid", re.compile("what are you learning"))
    )


async def test_who_answers_in_another_language_speaks_it_from_then_on(dialog):
    anna = await dialog(
        ("/start", re.compile("What shall I call you")),
        ("ich heiße Anna", re.compile("^Freut mich, Anna!")),
        zone=None,
    )
    await anna(("Berlin", re.compile("^Notiert: Berlin")))


async def test_the_first_win_is_three_questions(dialog):
    anna = await dialog(
        ("/start", re.compile("What shall I call you")),
        ("[Skip]", re.compile("learning for")),
        ("[Skip]", re.compile("^That is all I need. Shall we try three quick questions")),
    )
    reply = await anna.say("[Three questions, please]")
    assert re.search(r"3", reply.text), reply.text
