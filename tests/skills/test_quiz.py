"""Quizzes: rounds of questions over days, by words and by buttons, in four languages."""

import re
from dataclasses import replace

import pytest

from core.study import Card
from tests.cards import BIOLOGY, CAPITALS, cards, facts, plant, records


@pytest.fixture
async def anna(dialog):
    speaker = dialog.speaker()
    await plant(dialog, speaker)
    return speaker


async def test_a_round(dialog, anna):
    await anna(
        (
            "quiz me on biology",
            "Biology: 4 questions.\n\n1/4  Which organelle makes energy?",
        ),
    )
    assert list(anna.choices) == ["Hint", "I don't know", "Stop"]
    await dialog.wait(seconds=20)
    await anna(
        ("Mitochondria!", "Right!\n\n2/4  Where does photosynthesis happen?"),
        ("the stomach", ("Not yet, you have another try.\n\n"
         "It begins like this: c… (11 characters)")),
        ("I think it's the chloroplast", "Exactly.\n\n3/4  What holds the genes?"),
        ("no idea", "That's fine. The answer is: nucleus\n\n4/4  What surrounds the cell?"),
        ("[Hint]", "It begins like this: m… (8 characters)"),
        ("[Hint]", "It begins like this: memb… (8 characters)"),
        ("membran", re.compile(
            "^(Almost! It is: membrane|That's it: membrane)\n\nThat was it: 3 of 4 right.\n\n"
            "This one you missed:\n• What holds the genes\\? — nucleus\n\n"
            "Next time: in a minute.$")),
    )  # fmt: skip
    assert list(anna.choices) == ["Practise the missed ones"]
    assert facts(dialog, "quiz.answered") == [
        ("Biology", 1.0, 20.0), ("Biology", 0.5, 0.0), ("Biology", 0.0, 0.0), ("Biology", 0.5, 0.0),
    ]  # fmt: skip
    assert facts(dialog, "quiz.finished") == [("Biology", 0.75, 0.0)]
    await anna(
        ("[Practise the missed ones]", "Biology: one question.\n\n1/1  What holds the genes?"),
        ("nucleus", re.compile("^Right!\n\nThat was it: 1 of one right.\n\nNext time: ")),
        ("repeat my mistakes", "You missed nothing in your last quiz. Shall we do another one?"),
    )


ROUNDS = {
    "en": (
        ("five questions about capitals", "Capitals: 2 questions.\n\n1/2  Capital of France?"),
        ("Paris", "Right!\n\n2/2  Capital of Spain?"),
        ("I don't know", re.compile("^Now you will: Madrid\n\nThat was it: 1 of 2 right.")),
    ),
    "es": (
        ("pregúntame sobre capitales", "Capitales: 2 preguntas.\n\n1/2  ¿Capital de Francia?"),
        ("creo que es parís", "¡Correcto!\n\n2/2  ¿Capital de Rusia?"),
        ("ni idea", re.compile("^Ahora ya lo sabes: Moscú\n\nEso era todo: 1 de 2 correctas.")),
    ),
    "de": (
        ("frag mich zu Hauptstädten ab", re.compile("^Hauptstädte: 2 Fragen.\n\n1/2  Haupt")),
        ("das ist Paris", "Richtig!\n\n2/2  Hauptstadt von Russland?"),
        ("keine Ahnung", re.compile("^Jetzt weißt du es: Moskau\n\nDas war’s: 1 von 2 richtig.")),
    ),
    "ru": (
        ("проверь меня по столицам", "Столицы: 2 вопроса.\n\n1/2  Столица Франции?"),
        ("это Париж", "Верно!\n\n2/2  Столица России?"),
        ("не знаю", re.compile("^Теперь будете знать: Москва\n\nВот и всё: верно 1 из 2.")),
    ),
}  # fmt: skip
DECKS = {
    "en": ("Capitals", CAPITALS),
    "es": ("Capitales", {"¿Capital de Francia?": "París", "¿Capital de Rusia?": "Moscú"}),
    "de": ("Hauptstädte", {"Hauptstadt von Frankreich?": "Paris",
                           "Hauptstadt von Russland?": "Moskau"}),
    "ru": ("Столицы", {"Столица Франции?": "Париж", "Столица России?": "Москва"}),
}  # fmt: skip


@pytest.mark.parametrize("language", ROUNDS)
async def test_a_round_in_each_language(dialog, language):
    speaker = dialog.speaker(language=language)
    title, known = DECKS[language]
    await plant(dialog, speaker, title, known, language)
    await speaker(*ROUNDS[language])


NOTHING = {
    "en": ("quiz me", "You have no cards to practise yet. Take one of my sample decks, or let me"),
    "es": ("hazme preguntas", "Todavía no tienes tarjetas para practicar."),
    "de": ("frag mich ab", "Du hast noch keine Karten zum Üben."),
    "ru": ("поспрашивай меня", "Карточек для повторения пока нет."),
}


@pytest.mark.parametrize("language", NOTHING)
async def test_without_cards(dialog, language):
    said, answer = NOTHING[language]
    speaker = await dialog((said, re.compile(f"^{answer}")), language=language)
    assert {token.partition("?")[0] for token in speaker.choices.values()} <= {
        "decks.samples", "decks.make",
    }  # fmt: skip


async def test_an_unknown_topic(dialog, anna):
    await anna(
        ("quiz me on astronomy", re.compile("^I have no cards about “astronomy”.")),
        ("[Quiz me]", re.compile("^Mixed cards: 4 questions.")),
    )


async def test_a_topic_that_only_cards_speak_of(dialog, anna):
    await anna(("quiz me on genes", "genes: one question.\n\n1/1  What holds the genes?"))


async def test_the_due_come_first_then_the_new_then_the_weakest(dialog, anna):
    await plant(dialog, anna, "Capitals", CAPITALS)
    kept = records(dialog, Card)
    now = dialog.clock.now()
    known = {one.front: one for one in await kept.list(100)}
    for front, hours, strength in (
        ("Capital of Spain?", -1, 5.0), ("What holds the genes?", -2, 5.0),
        ("Capital of France?", 5, 9.0), ("What surrounds the cell?", 9, 1.0),
    ):  # fmt: skip
        due = now.replace(hour=now.hour + hours)
        card = replace(
            known[front], state="review", due=due, stability=strength, difficulty=5.0, asked=now
        )
        await kept.put(card)
    await dialog.app.house.database.write(kept.write)
    await anna(
        ("how many flashcards are waiting", "2 cards are due. 2 more are new."),
        ("five questions", "Mixed cards: 5 questions.\n\n1/5  What holds the genes?"),
        ("pass", re.compile("2/5  Capital of Spain")),
        ("pass", re.compile("3/5  Which organelle makes energy")),
        ("pass", re.compile("4/5  Where does photosynthesis happen")),
        ("pass", re.compile("5/5  What surrounds the cell")),
    )


async def test_other_wishes_are_done_and_the_round_stays(dialog, anna):
    await anna(
        ("quiz me on biology", re.compile("1/4  Which organelle")),
        (
            "remind me tomorrow at nine to call mum",
            (
                "Tomorrow, Thursday 19 November, 09:00: call mum.\n\n"
                "Back to our quiz: Which organelle makes energy?"
            ),
        ),
        ("show my notes", re.compile("^You have no notes yet.\n\nBack to our quiz: Which organ")),
        ("note that the exam is on Friday", re.compile("^Saved: .*\n\nBack to our quiz: Which")),
        ("remind me to feed the cat", "When shall I remind you?"),
        ("tomorrow at ten", "Tomorrow, Thursday 19 November, 10:00: feed the cat."),
        ("continue", "Biology: 4 questions to go.\n\n1/4  Which organelle makes energy?"),
        ("mitochondria", re.compile("^Right!\n\n2/4")),
    )


async def test_a_right_answer_is_always_an_answer(dialog):
    anna = dialog.speaker()
    words = {
        "adiós": "goodbye", "gracias": "thank you", "nada": "nothing", "pista": "hint",
        "no sé": "I don't know", "parar": "stop", "mis notas": "my notes",
    }  # fmt: skip
    await plant(dialog, anna, "Spanish", words)
    await anna(("quiz me on Spanish", re.compile("1/7  adiós")))
    for number, answer in enumerate(words.values(), 2):
        wanted = f"\n\n{number}/7  " if number <= 7 else "That was it: 7 of 7 right."
        await anna((answer, re.compile(re.escape(wanted))))


async def test_words_of_another_language_do_not_change_ours(dialog):
    anna = dialog.speaker()
    await plant(dialog, anna, "German", {"the dog": "der Hund", "I": "ich"}, "de")
    await anna(
        ("quiz me on German", re.compile("1/2  the dog")),
        ("das ist die Katze", re.compile("^Not quite. Try once more!")),
        ("der Hund", re.compile("^Right!\n\n2/2  I$")),
        ("ich", re.compile("^Exactly.\n\nThat was it: 2 of 2 right.")),
    )


async def test_choices(dialog, anna):
    await anna(
        ("quiz me on biology", re.compile("1/4")),
        ("stomach", re.compile("^Not quite. Try once more!\n\nIt begins like this: m…")),
        ("[Choices]", re.compile("^One of these:\n(• .*\n){3}• .*$")),
    )
    assert {*list(anna.choices)[:4]} == {*BIOLOGY.values()}
    assert all(len(token.encode()) <= 64 for token in anna.choices.values())
    place = list(anna.choices).index("mitochondria") + 1
    old = anna.choices
    await anna((str(place), re.compile("^Right!\n\n2/4  Where")))
    anna.choices = old
    await anna(
        ("[nucleus]", ("We have gone on since then. The question now:\n\n"
         "2/4  Where does photosynthesis happen?")),
        ("give me the choices", re.compile("^One of these:")),
        ("[nucleus]", re.compile("^Not yet, you have another try.\n\nOne of these:")),
        ("[chloroplast]", re.compile("^Exactly.\n\n3/4")),
    )  # fmt: skip


async def test_a_siblings_answer_is_wrong(dialog):
    anna = dialog.speaker()
    await plant(dialog, anna, "Cells", {"halves": "meiosis", "copies": "mitosis"})
    await anna(
        ("quiz me on cells", re.compile("1/2  halves")),
        ("mitosis", re.compile("^Not quite. Try once more!")),
        ("meiosis", re.compile("^Right!\n\n2/2  copies")),
    )


async def test_i_was_right(dialog, anna):
    await anna(
        ("I was right", "No quiz is open. Shall we start one?"),
        ("quiz me on biology", re.compile("1/4")),
        ("I was right", re.compile("^No quiz is open|^There is no answer yet")),
        ("quiz me on biology", re.compile("1/4")),
        ("powerhouse", re.compile("^Not quite. Try once more!")),
        ("I was right", re.compile("^Right: mitochondria\n\n2/4  Where")),
        ("leaf", re.compile("^Not yet")),
        ("green leaf", re.compile("^That's not it. The answer is: chloroplast\n\n3/4  What holds")),
    )
    missed = (await cards(dialog))["Where does photosynthesis happen?"]
    assert (missed.right, missed.wrong, missed.state) == (0, 1, "learning")
    await anna(
        ("did that count", re.compile("^No, it counts as missed. The answer is: chloroplast")),
        ("I was right", "All right, it counts: chloroplast\n\n3/4  What holds the genes?"),
        ("was that right", re.compile("^Yes, it counts as right: chloroplast")),
    )
    known = await cards(dialog)
    righted = known["Where does photosynthesis happen?"]
    assert (righted.right, righted.wrong) == (1, 0)
    assert righted.accepted == ("green leaf",)
    assert known["Which organelle makes energy?"].accepted == ("powerhouse",)
    await anna(
        ("stop", ("All right, we stop here: 2 of 2 right, 2 to go. Say “continue” whenever you "
         "like.")),
    )  # fmt: skip


WAITS = (
    "Capitals: 2 questions. “Biology” waits for you, with 4 questions to go.\n\n"
    "1/2  Capital of France?"
)
GOING_ON = "Biology: 4 questions to go.\n\n1/4  Which organelle makes energy?"


async def test_another_topic_starts_at_once_and_the_round_waits(dialog, anna):
    await plant(dialog, anna, "Capitals", CAPITALS)
    await anna(
        ("quiz me on biology", re.compile("1/4")),
        ("quiz me on capitals, 3 questions", WAITS),
        ("paris", re.compile("2/2  Capital of Spain")),
        ("madrid", re.compile("That was it: 2 of 2 right")),
        ("[Continue the quiz]", GOING_ON),
        ("quiz me", GOING_ON),
    )


IN_A_ROUND = {
    "en": {
        "stop": ["can we stop", "lets take a break", "im done", "lemme stop here"],
        "hint": ["hint plz"], "tell": ["just tell me"], "right": ["I typed it right!"],
    },
    "es": {"stop": ["paramos un momento"], "hint": ["una pistita porfa"],
           "tell": ["dime ya la respuesta"], "right": ["pero si lo escribí bien"]},
    "de": {"stop": ["ich mach später weiter", "lass mal gut sein"], "hint": ["gib mir nen Tipp"],
           "tell": ["sags mir einfach"], "right": ["das hatte ich doch richtig"]},
    "ru": {"stop": ["давай передохнём", "хватит на сегодня уже"], "hint": ["подсказку можно?"],
           "tell": ["просто скажи уже"], "right": ["я же правильно написал"]},
}  # fmt: skip


@pytest.mark.parametrize("language", IN_A_ROUND)
async def test_words_of_the_round_never_cost_the_card(dialog, language):
    start, wrong = {
        "en": ("quiz me", "chicken"),
        "es": ("pregúntame", "gallina"),
        "de": ("frag mich ab", "Huhn"),
        "ru": ("проверь меня", "курица"),
    }[language]
    speaker = dialog.speaker(language=language)
    await plant(dialog, speaker, "Q", {"Q1?": "quasar", "Q2?": "quark"}, language)
    said = IN_A_ROUND[language]
    for one in said["stop"]:
        await speaker.say(start)
        await speaker.say(one)
        assert [token.partition("?")[0] for token in speaker.choices.values()] == ["quiz.continue"]
    await speaker(
        (start, re.compile("1/2")),
        (said["hint"][0], re.compile("q… ")),
        (wrong, re.compile("qua… ")),
        (said["right"][0], re.compile("2/2  Q2")),
        (said["tell"][0], re.compile("quark")),
    )


async def test_what_resembles_no_answer_is_asked_about(dialog, anna):
    await anna(
        ("quiz me on biology", re.compile("1/4")),
        ("the big brown thing with legs", "Is that your answer: “the big brown thing with legs”?"),
        ("no", "1/4  Which organelle makes energy?"),
        ("the big brown thing with legs", re.compile("^Is that your answer")),
        ("[Yes, it is]", re.compile("^Not quite. Try once more!")),
        ("mitochondria", re.compile("2/4")),
        ("remind me at 5 to feed the cat and at 6 to call dad", re.compile(
            "17:00: feed the cat.\n.*18:00: call dad.\n\nBack to our quiz")),
        ("show me the cards in Biology", re.compile("^“Biology”, 4 cards")),
        ("what did i get wrong", "You missed nothing in your last quiz."),
    )  # fmt: skip


async def test_who_is_right_after_a_round_means_what_was_wrong(dialog, anna):
    await plant(dialog, anna, "Capitals", CAPITALS)
    await anna(
        ("quiz me on capitals", re.compile("1/2")),
        ("rome", re.compile("Try once more|another try")),
        ("rome", re.compile("2/2")),
        ("madrid", re.compile("^(?s:.*)That was it: 1 of 2 right")),
        ("I was right", "All right, it counts: Paris"),
        ("show my progress", re.compile("100% right")),
    )


async def test_another_lesson_is_no_next_question(dialog):
    speaker = dialog.speaker(language="ru")
    await plant(dialog, speaker, "Города", {"Столица Испании?": "Мадрид", "Кто?": "ворон"}, "ru")
    await speaker(
        ("проверь меня", re.compile("1/2")),
        ("следующий урок", re.compile("Вернёмся к вопросам: Столица Испании")),
        ("мадрит", re.compile("2/2")),
    )


async def test_cards_that_are_gone_are_not_asked(dialog, anna):
    await anna(("quiz me on biology", re.compile("1/4")))
    kept = records(dialog, Card)
    for one in await kept.list(100):
        if one.back in ("mitochondria", "nucleus"):
            await kept.remove(one.id)
    await dialog.app.house.database.write(kept.write)
    await anna(
        ("mitochondria", re.compile("^We have gone on since then.*\n\n1/2  Where", re.DOTALL)),
        ("chloroplast", re.compile("2/2  What surrounds")),
        ("membrane", re.compile("That was it: 2 of 2 right")),
    )


async def test_two_people_do_not_share_cards(dialog, anna):
    await dialog.speaker("bert")(("quiz me on biology", re.compile("^You have no cards")))


async def test_it_is_pleasant_aloud(anna):
    begun = await anna.say("quiz me on biology")
    assert begun.speech == "Biology: 4 questions. Which organelle makes energy?"
    assert begun.reprompt == "Which organelle makes energy?"
    assert begun.listen
    hinted = await anna.say("hint")
    assert hinted.speech == "It begins with m… and has 12 characters."
    choices = await anna.say("[Hint]")
    assert choices.listen
    offered = await anna.say("multiple choice please")
    assert re.fullmatch(r"Is it one of these: \w+(, \w+){3}\?", offered.speech)


async def test_commands_and_an_answer_without_a_round(dialog, anna):
    await anna(
        ("my final answer is Paris", "No quiz is open. Shall we start one?"),
        ("hint", "No quiz is open. Shall we start one?"),
        ("continue", "No quiz is open. Shall we start one?"),
        ("/quiz start biology", re.compile("^Biology: 4 questions.")),
        ("the answer is mitochondria", re.compile("^Right!\n\n2/4")),
        ("/quiz stop", re.compile("^All right, we stop here: 1 of one right, 3 to go.")),
        ("thanks", "You are welcome!"),
        ("/quiz continue", re.compile("^Biology: 3 questions to go.")),
        ("bye", re.compile("^All right, we stop here: 1 of one right, 3 to go.")),
    )
