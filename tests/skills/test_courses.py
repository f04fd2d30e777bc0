"""Courses: found, begun, learned and left, in four languages; and what ships is worth it."""

import re

import pytest

from skills.courses import files, offered
from tests.clock import START
from tests.dialog import Dialog

LIST = (
    "• Fractions without fear (3 lessons, 17 min)\n"
    "• Learn how to learn (3 lessons, 12 min)\n"
    "• How plants eat light (3 lessons, 16 min)\n"
    "• Everyday Spanish (2 lessons, 10 min)"
)
STORIES = {
    "en": (
        (
            "which courses am I taking",
            "You are not in any course yet. Shall I show you what there is?",
        ),
        ("what courses are there?", f"There are 4 courses:\n{LIST}"),
        (
            "is there a course about photosynthesis",
            "I found this course:\n• How plants eat light (3 lessons, 16 min)",
        ),
        ("help me find courses about cooking", "I know no course about “cooking”."),
        (
            "what is the course How plants eat light about",
            re.compile("1. A leaf is a kitchen .5 min"),
        ),
        (
            "enrol me in How plants eat light",
            (
                "You are in: “How plants eat light”, 3 lessons, 16 minutes.\n"
                "It is due Wednesday 2 December. I will remind you a week and a day before."
            ),
        ),
        ("sign me up for the photosynthesis course", "You are in “How plants eat light” already."),
        (
            "next lesson",
            re.compile("^How plants eat light\nLesson 1 of 3: A leaf is a kitchen\n\nA pl"),
        ),
        (
            "I finished the lesson",
            "Done: lesson 1, “A leaf is a kitchen”.\nHow plants eat light: 1 of 3 lessons done.",
        ),
        ("start lesson three of How plants eat light", re.compile("Lesson 3 of 3: Two shifts")),
        (
            "how far am I in the course How plants eat light",
            (
                "How plants eat light: 1 of 3 lessons done, due Wednesday 2 December\n"
                "About 11 minutes to go. Next is lesson 2: Green is what is left over."
            ),
        ),
        (
            "what deadlines do I have",
            (
                "You have one deadline:\n"
                "• How plants eat light: 1 of 3 lessons done, due Wednesday 2 December"
            ),
        ),
        ("when is the plants course due", "“How plants eat light” is due Wednesday 2 December."),
        (
            "give me my certificate",
            (
                "There will be a certificate when all lessons are done."
                " How plants eat light: 1 of 3 lessons done, due Wednesday 2 December"
            ),
        ),
        (
            "leave the course How plants eat light",
            re.compile("^You have done one lesson of “How plants eat light”. Shall I take you"),
        ),
        ("no", "All right, you stay in “How plants eat light”."),
        ("quit the How plants eat light course", re.compile("Shall I take you out")),
        ("[Yes, take me out]", "You are out of “How plants eat light”."),
        ("my courses", "You are not in any course yet. Shall I show you what there is?"),
    ),
    "es": (
        ("¿qué cursos hay?", re.compile("^Hay 4 cursos:\n(• .*\n){3}• Cómo comen luz las plantas")),
        ("ayudame a encontrar cursos sobre fotosintesis", re.compile("^He encontrado este curso:")),
        (
            "apúntame al curso Aprender a aprender",
            (
                "Te he inscrito en «Aprender a aprender»: 3 lecciones, 12 minutos.\n"
                "Tienes hasta el miércoles 9 de diciembre."
                " Te lo recuerdo una semana y un día antes."
            ),
        ),
        ("siguiente lección", re.compile("^Aprender a aprender\nLección 1 de 3: Pregúntate")),
        (
            "he terminado la lección",
            (
                "Hecha: lección 1, «Pregúntate en vez de releer».\n"
                "Aprender a aprender: 1 de 3 lecciones hechas."
            ),
        ),
        ("cómo voy en el curso Aprender a aprender", re.compile("^Aprender a aprender: 1 de 3")),
        ("qué plazos tengo", re.compile("^Tienes un plazo:\n• Aprender a aprender: 1 de 3")),
        ("¿en qué cursos estoy?", re.compile("^Estás en un curso:\n• Aprender a aprender: 1 de")),
        ("quiero dejar el curso Aprender a aprender", re.compile("^Has hecho una lección")),
        ("sí", "Ya no estás en «Aprender a aprender»."),
    ),
    "de": (
        ("welche Kurse gibt es?", re.compile("^Es gibt 4 Kurse:\n• Englisch im Alltag .2 Lek")),
        ("ich suche einen Kurs über Photosynthese", re.compile("^Diesen Kurs habe ich gefunden:")),
        (
            "melde mich für Lernen lernen an",
            (
                "Du bist dabei: „Lernen lernen“, 3 Lektionen, 12 Minuten.\n"
                "Fällig am Mittwoch, 9. Dezember."
                " Eine Woche und einen Tag vorher erinnere ich dich."
            ),
        ),
        ("weiter im Kurs", re.compile("^Lernen lernen\nLektion 1 von 3: Frag dich ab")),
        (
            "ich bin mit der Lektion fertig",
            (
                "Geschafft: Lektion 1, „Frag dich ab, statt noch einmal zu lesen“.\n"
                "Lernen lernen: 1 von 3 Lektionen geschafft."
            ),
        ),
        (
            "wie weit bin ich im Kurs Lernen lernen?",
            re.compile("^Lernen lernen: 1 von 3 Lektionen"),
        ),
        ("welche Fristen habe ich", re.compile("^Du hast eine Frist:\n• Lernen lernen: 1 von 3")),
        ("zeig mir meine Kurse", re.compile("^Du bist in einem Kurs:\n• Lernen lernen: 1 von 3")),
        ("melde mich vom Kurs Lernen lernen ab", re.compile("^Du hast eine Lektion von „Lernen")),
        ("ja", "Du bist nicht mehr in „Lernen lernen“."),
    ),
    "ru": (
        ("какие есть курсы?", re.compile("^Есть 4 курса:\n• Английский для начинающих .2 урока")),
        ("есть ли курс про фотосинтез", re.compile("^Нашёлся вот этот курс:\n• Как растения едят")),
        (
            "запиши меня на курс Как учиться",
            (
                "Вы записаны: «Как учиться», 3 урока, 12 мин.\n"
                "Срок: среда, 9 декабря. Напомню за неделю и за день."
            ),
        ),
        ("следующий урок", re.compile("^Как учиться\nУрок 1 из 3: Спрашивайте себя")),
        (
            "урок пройден",
            (
                "Готово: урок 1, «Спрашивайте себя, а не перечитывайте».\n"
                "Как учиться: пройдено 1 из 3 уроков."
            ),
        ),
        ("сколько мне осталось в курсе Как учиться", re.compile("^Как учиться: пройдено 1 из 3")),
        ("какие у меня дедлайны", re.compile("^У вас 1 срок:\n• Как учиться: пройдено 1 из 3")),
        ("на какие курсы я записана?", re.compile("^Вы записаны на 1 курс:\n• Как учиться")),
        ("отпиши меня от курса Как учиться", re.compile("^В курсе «Как учиться» у вас пройден 1")),
        ("да", "Вы больше не записаны на курс «Как учиться»."),
    ),
}


@pytest.mark.parametrize("language", STORIES)
async def test_a_course_is_found_begun_and_left(dialog: Dialog, language: str) -> None:
    await dialog(*STORIES[language], language=language)


def test_every_language_has_three_courses_or_more() -> None:
    languages = [course.language for course in offered.shipped().values()]
    assert {one: languages.count(one) for one in ("en", "es", "de", "ru")} == dict.fromkeys(
        ("en", "es", "de", "ru"), 4
    )


@pytest.mark.parametrize("slug", offered.shipped())
def test_a_shipped_course_has_lessons_worth_doing(slug: str) -> None:
    course = offered.shipped()[slug]
    assert slug.endswith(f".{course.language}")
    assert len(f"courses.lesson?id={slug}&number=10&piece=10") <= 64
    for lesson in course.lessons:
        assert lesson.minutes
        assert len(lesson.text.split()) > 30
        assert len(lesson.cards) >= 2
        assert "\n" not in lesson.text.replace("\n\n", ""), "its lines are paragraphs"
    again = files.read(files.write(course), course.created, slug)
    assert again == course


async def test_cards_become_a_deck_once(dialog: Dialog) -> None:
    anna = await dialog(
        ("enrol me in Fractions without fear", re.compile("You are in")),
        ("I finished the lesson", re.compile("1 of 3")),
        ("[Cards to practise]", "3 cards are in your deck “Fractions without fear” now."),
    )
    assert "Practise now" in anna.choices
    await anna(
        (
            "make cards of the course Fractions without fear",
            re.compile("^6 cards are in your deck"),
        ),
        ("make cards of this course", re.compile("^These cards are in your deck .* already.")),
    )
    decks = dialog.app.house.database.read("SELECT count(*) FROM record WHERE kind = 'deck'")
    assert decks[0][0] == 1


async def test_what_is_done_counts_once(dialog: Dialog) -> None:
    anna = await dialog(
        ("enrol me in Fractions without fear", re.compile("You are in")),
        ("next lesson", re.compile("Lesson 1")),
    )
    buttons = anna.choices
    await anna(("[Done]", re.compile("1 of 3")))
    anna.choices = buttons
    await anna(("[Done]", "You had done “One cake, many slices” already."))
    assert len(dialog.app.house.database.read("SELECT 1 FROM fact WHERE name = 'lesson.done'")) == 1


async def test_what_is_unclear_is_asked(dialog: Dialog) -> None:
    anna = await dialog(
        ("enrol me", "Which course do you mean?"),
        ("[Everyday Spanish]", re.compile("^You are in: “Everyday Spanish”")),
        ("enrol me in the first one", re.compile("^You are in: “Fractions without fear”")),
        ("lesson 7", "“Fractions without fear” has 3 lessons. Tell me a number from 1 to 3."),
        ("continue the Everyday Spanish course", re.compile("^Everyday Spanish\nLesson 1 of 2")),
        ("start the course Learn how to learn", "You are not in “Learn how to learn” yet."),
    )
    assert list(anna.choices) == ["Enrol"]
    await anna(("[Enrol]", re.compile("^You are in: “Learn how to learn”")))


CHAT = (
    ("en", "the course of the river Rhine is long"),
    ("en", "of course"),
    ("en", "I learned my lesson the hard way"),
    ("es", "claro, por supuesto"),
    ("es", "el curso del río es largo"),
    ("de", "der Kurs des Euro ist gefallen"),
    ("de", "das war mir eine Lehre"),
    ("ru", "курс доллара вырос"),
    ("ru", "это будет вам уроком"),
    ("ru", "запиши меня к врачу"),
)


async def test_chat_is_no_wish_for_a_course(dialog: Dialog) -> None:
    for language, said in CHAT:
        understood = dialog.app.house.understanding.understand(said, language, START)
        assert understood.intent is None or not understood.intent.name.startswith("courses.")
