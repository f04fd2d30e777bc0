"""How people ask for a quiz, and what they say in the middle of one, in four languages."""

from datetime import datetime

import pytest

import skills
from core.model import Number
from core.skill import discover
from core.understanding import Understanding
from tests.test_locales import ROOT

NOW = datetime(2026, 11, 18, 10)

SAID = {
    "en": {
        "quiz.start": [
            "quiz me", "Test me!", "let's practise", "Let's practice", "ask me something",
            "I want to revise a bit", "quiz", "can you quiz me?",
            "could you ask me a few questions",
            "give me a quick quiz", "time to revise", "let me practise a bit",
        ],
        "quiz.hint": ["hint", "hint please", "what's the first letter?", "give me the choices",
                      "multiple choice please", "what does it start with"],
        "quiz.skip": ["I don't know", "next question please", "I forgot", "tell me the answer",
                      "skip this question", "I have no idea"],
        "quiz.stop": ["stop the quiz", "enough for today", "I need a break", "pause",
                      "let's stop here", "no more questions"],
        "quiz.continue": ["continue", "go on", "where were we?", "continue the quiz",
                          "back to the quiz", "repeat the question", "what was the question?",
                          "can you repeat the question please", "resume"],
        "quiz.again": ["repeat my mistakes", "practise the missed ones again",
                       "ask me the ones I got wrong", "the wrong ones again"],
        "quiz.due": ["how many reviews do I have left", "do I have cards to review?",
                     "is anything due today", "when is my next review", "which cards are waiting"],
        "quiz.right": ["I was right", "but that was correct!", "count it as right",
                       "it was just a typo", "was I right?", "that's the same thing"],
        "quiz.answer": ["the answer is mitochondria", "my final answer is Paris"],
    },
    "es": {
        "quiz.start": [
            "pregúntame", "hazme preguntas", "ponme a prueba", "vamos a practicar",
            "quiero repasar",
            "examíname", "pregúntame algo", "hazme un test", "quiz", "tómame la lección",
            "¿puedes hacerme unas preguntas?", "vamos a repasar un poco", "repasemos",
        ],
        "quiz.hint": ["pista", "una ayudita", "¿por qué letra empieza?", "dame las opciones",
                      "dime la primera letra"],
        "quiz.skip": ["no lo sé", "ni idea", "siguiente pregunta", "se me olvidó", "no me acuerdo",
                      "¿cuál es la respuesta?", "salta esta pregunta"],
        "quiz.stop": ["terminemos por hoy", "basta por hoy", "necesito un descanso", "pausa",
                      "no más preguntas", "lo dejamos aquí"],
        "quiz.continue": ["continúa", "sigamos", "¿dónde estábamos?", "sigamos con las preguntas",
                          "repite la pregunta", "¿cuál era la pregunta?", "volvamos al test"],
        "quiz.again": ["repite los fallos", "quiero practicar mis errores",
                       "pregúntame otra vez lo que fallé"],
        "quiz.due": ["¿cuántas tarjetas me tocan hoy?", "¿tengo tarjetas pendientes?",
                     "¿qué toca repasar hoy?", "tarjetas pendientes"],
        "quiz.right": ["tenía razón", "estaba bien", "era correcto", "fue solo una errata",
                       "cuéntala como correcta", "es lo mismo"],
        "quiz.answer": ["mi respuesta es París", "la respuesta correcta es Madrid"],
    },
    "de": {
        "quiz.start": [
            "frag mich ab", "frag mich was", "stell mir Fragen", "teste mich", "lass uns üben",
            "ich will wiederholen", "Quiz", "kannst du mich abfragen?", "prüf mich mal",
            "ich möchte ein bisschen üben", "mach ein Quiz mit mir", "stell mir ein paar Fragen",
            "könntest du mir ein paar Fragen stellen?", "hör mich ab",
        ],
        "quiz.hint": ["Tipp", "Tipp bitte", "womit fängt es an?", "gib mir eine Auswahl",
                      "wie viele Buchstaben hat das Wort?"],
        "quiz.skip": ["ich weiß es nicht", "keine Ahnung", "nächste Frage", "weiß ich nicht",
                      "hab ich vergessen", "sag mir die Antwort", "überspring die Frage"],
        "quiz.stop": ["Pause", "genug für heute", "hör mit den Fragen auf", "lass uns aufhören",
                      "ich brauche eine Pause", "reicht für heute"],
        "quiz.continue": ["weiter", "mach weiter", "wo waren wir?", "wo waren wir stehen geblieben",
                          "wiederhole die Frage", "die Frage noch mal bitte", "zurück zum Quiz",
                          "wie war die Frage?", "mach mit der Abfrage weiter"],
        "quiz.again": ["wiederhole meine Fehler", "die falschen noch mal",
                       "lass uns die Fehler noch mal üben"],
        "quiz.due": ["wie viele Karten sind fällig?", "was ist heute fällig",
                     "habe ich heute Karten zu wiederholen", "welche Karten sind heute dran?"],
        "quiz.right": ["ich hatte recht", "das war richtig", "das war doch richtig!",
                       "werte das als richtig", "das ist dasselbe", "das war nur ein Tippfehler"],
        "quiz.answer": ["meine Antwort ist Paris", "die richtige Antwort lautet Bonn"],
    },
    "ru": {
        "quiz.start": [
            "проверь меня", "поспрашивай меня", "задай мне вопросы", "давай повторим",
            "хочу повторить немного", "квиз", "спроси меня что-нибудь", "погоняй меня",
            "протестируйте меня, пожалуйста", "можешь задать мне несколько вопросов?",
            "давай потренируемся", "проверь мои знания",
        ],
        "quiz.hint": ["намекни", "какая первая буква?", "дай варианты", "на какую букву начинается",
                      "сколько букв?"],
        "quiz.skip": ["не знаю", "понятия не имею", "следующий вопрос", "я забыл", "не помню",
                      "скажи ответ", "пропусти этот вопрос", "какой правильный ответ?"],
        "quiz.stop": ["хватит на сегодня", "на сегодня хватит", "пауза", "давай остановимся",
                      "мне нужен перерыв", "больше не спрашивай"],
        "quiz.continue": ["продолжим", "продолжай", "на каком вопросе мы остановились?",
                          "повтори вопрос", "какой был вопрос?", "вернёмся к вопросам",
                          "давай продолжим", "продолжим вопросы"],
        "quiz.again": ["повтори ошибки", "работа над ошибками", "спроси ещё раз то, что я не знал"],
        "quiz.due": ["сколько карточек пора повторить?", "что мне пора повторить?",
                     "есть что-нибудь на повторение?", "какие карточки пора повторить"],
        "quiz.right": ["я был прав", "я была права", "это было правильно", "засчитай ответ",
                       "это просто опечатка", "это то же самое"],
        "quiz.answer": ["мой ответ Париж", "правильный ответ Москва"],
    },
}  # fmt: skip
TOPICS = {
    "en": [
        ("quiz me on biology", "biology"), ("five questions about photosynthesis", 5),
        ("ask me ten questions on the French Revolution", 10), ("test me on Spanish verbs",
         "Spanish verbs"), ("let's revise organic chemistry", "organic chemistry"),
        ("can you test what I know about Mozart", "Mozart"),
    ],
    "es": [
        ("pregúntame sobre biología", "biología"),
        ("hazme cinco preguntas sobre la fotosíntesis", 5),
        ("quiero repasar los verbos", "los verbos"), ("hazme un test de química", "química"),
        ("ponme a prueba en historia", "historia"),
    ],
    "de": [
        ("frag mich zu Biologie ab", "Biologie"), ("fünf Fragen zur Photosynthese", 5),
        ("stell mir zehn Fragen zum Mittelalter", 10), ("teste mich in Chemie", "Chemie"),
        ("ich möchte Vokabeln üben", "Vokabeln"), ("frag mich die Hauptstädte ab",
         "die Hauptstädte"),
    ],
    "ru": [
        ("проверь меня по биологии", "биологии"), ("пять вопросов о фотосинтезе", 5),
        ("задай мне десять вопросов по истории", 10), ("погоняй меня по химии", "химии"),
        ("давай повторим неправильные глаголы", "неправильные глаголы"),
    ],
}  # fmt: skip
OTHERS = {
    "en": ["good question", "I question that", "this is a test", "the test is on Friday",
           "I passed the test", "answer me", "what is a quiz", "you are right"],
    "es": ["tengo un test mañana", "buena pregunta", "tienes razón", "el examen fue difícil"],
    "de": ["gute Frage", "der Test war schwer", "du hast recht", "morgen schreibe ich einen Test"],
    "ru": ["хороший вопрос", "завтра у меня тест", "ты прав", "тест был трудный"],
}  # fmt: skip


@pytest.fixture(scope="module")
def understanding():
    return Understanding(ROOT / "locales", discover(skills).intents)


@pytest.mark.parametrize("language", SAID)
def test_is_understood(understanding, language):
    wrong = [
        (said, wanted, got.intent and got.intent.name)
        for wanted, sentences in SAID[language].items()
        for said in sentences
        if (got := understanding.understand(said, language, NOW)).intent is None
        or got.intent.name != wanted
    ]

    assert wrong == []


@pytest.mark.parametrize("language", TOPICS)
def test_a_topic_and_a_number_are_found(understanding, language):
    wrong = []
    for said, wanted in TOPICS[language]:
        intent = understanding.understand(said, language, NOW).intent
        slots = intent.slots if intent and intent.name == "quiz.start" else {}
        found = slots.get("count") if isinstance(wanted, int) else slots.get("text")
        if found != (Number(wanted) if isinstance(wanted, int) else wanted):
            wrong.append((said, intent))

    assert wrong == []


@pytest.mark.parametrize("language", OTHERS)
def test_what_only_sounds_like_it_is_left_alone(understanding, language):
    taken = [
        (said, got.intent.name)
        for said in OTHERS[language]
        if (got := understanding.understand(said, language, NOW)).intent
        and got.intent.name.startswith("quiz.")
    ]

    assert taken == []
