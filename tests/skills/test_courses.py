"""Courses: found, begun, learned over days, reminded of, and certified, in four languages."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from core.integrations.drawing import matplotlib
from skills.courses import files, offered
from tests.dialog import Dialog

LIST = (
    "• Fractions without fear (3 lessons, 17 min)\n"
    "• Learn how to learn (3 lessons, 12 min)\n"
    "• How plants eat light (3 lessons, 16 min)\n"
    "• Everyday Spanish (2 lessons, 10 min)"
)
STORIES = {
    "en": (
        ("which courses am I taking", "You are not in any course yet. Shall I show you what there is?"),
        ("what courses are there?", f"There are 4 courses:\n{LIST}"),
        (
            "is there a course about photosynthesis",
            "I found this course:\n• How plants eat light (3 lessons, 16 min)",
        ),
        ("help me find courses about cooking", "I know no course about “cooking”."),
        ("what is the course How plants eat light about", re.compile("1. A leaf is a kitchen .5 min")),
        (
            "enrol me in How plants eat light",
            "You are in: “How plants eat light”, 3 lessons, 16 minutes.\n"
            "It is due Wednesday 2 December. I remind you a week and a day before.",
        ),
        ("sign me up for the photosynthesis course", "You are in “How plants eat light” already."),
        ("next lesson", re.compile("^How plants eat light\nLesson 1 of 3: A leaf is a kitchen\n\nA pl")),
        (
            "I finished the lesson",
            "Done: lesson 1, “A leaf is a kitchen”.\nHow plants eat light: 1 of 3 lessons done.",
        ),
        ("start lesson three of How plants eat light", re.compile("Lesson 3 of 3: Two shifts")),
        (
            "how far am I in the course How plants eat light",
            "How plants eat light: 1 of 3 lessons done, due Wednesday 2 December\n"
            "About 11 minutes to go. Next is lesson 2: Green is what is left over.",
        ),
        (
            "what deadlines do I have",
            "You have one deadline:\n"
            "• How plants eat light: 1 of 3 lessons done, due Wednesday 2 December",
        ),
        ("when is the plants course due", "“How plants eat light” is due Wednesday 2 December."),
        (
            "give me my certificate",
            "There will be a certificate when all lessons are done."
            " How plants eat light: 1 of 3 lessons done, due Wednesday 2 December",
        ),
        (
            "leave the course How plants eat light",
            "You have done one lesson of “How plants eat light”. Shall I take you out, and forget it?",
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
            "Ya estás en «Aprender a aprender»: 3 lecciones, 12 minutos.\n"
            "Tienes hasta el miércoles 9 de diciembre. Te lo recuerdo una semana y un día antes.",
        ),
        ("siguiente lección", re.compile("^Aprender a aprender\nLección 1 de 3: Pregúntate")),
        (
            "he terminado la lección",
            "Hecha: lección 1, «Pregúntate en vez de releer».\n"
            "Aprender a aprender: 1 de 3 lecciones hechas.",
        ),
        ("cómo voy en el curso Aprender a aprender", re.compile("^Aprender a aprender: 1 de 3")),
        ("qué plazos tengo", re.compile("^Tienes un plazo:\n• Aprender a aprender: 1 de 3")),
        ("¿en qué cursos estoy?", re.compile("^Estás en un curso:\n• Aprender a aprender: 1 de")),
        ("quiero dejar el curso Aprender a aprender", re.compile("^Has hecho una lección")),
        ("sí", "Ya no estás en «Aprender a aprender»."),
    ),
    "de": (
        ("welche Kurse gibt es?", re.compile("^Es gibt 4 Kurse:\n• Englisch für jeden Tag .2 Lek")),
        ("ich suche einen Kurs über Photosynthese", re.compile("^Diesen Kurs habe ich gefunden:")),
        (
            "melde mich für Lernen lernen an",
            "Du bist dabei: „Lernen lernen“, 3 Lektionen, 12 Minuten.\n"
            "Fällig am Mittwoch, 9. Dezember. Eine Woche und einen Tag vorher erinnere ich dich.",
        ),
        ("weiter im Kurs", re.compile("^Lernen lernen\nLektion 1 von 3: Frag dich ab")),
        (
            "ich bin mit der Lektion fertig",
            "Geschafft: Lektion 1, „Frag dich ab, statt noch einmal zu lesen“.\n"
            "Lernen lernen: 1 von 3 Lektionen geschafft.",
        ),
        ("wie weit bin ich im Kurs Lernen lernen?", re.compile("^Lernen lernen: 1 von 3 Lektionen")),
        ("welche Fristen habe ich", re.compile("^Du hast eine Frist:\n• Lernen lernen: 1 von 3")),
        ("zeig mir meine Kurse", re.compile("^Du bist in einem Kurs:\n• Lernen lernen: 1 von 3")),
        ("melde mich vom Kurs Lernen lernen ab", re.compile("^Du hast eine Lektion von „Lernen")),
        ("ja", "Du bist nicht mehr in „Lernen lernen“."),
    ),
    "ru": (
        ("какие есть курсы?", re.compile("^Есть 4 курса:\n• Английский на каждый день .2 урока")),
        ("есть ли курс про фотосинтез", re.compile("^Нашёлся вот этот курс:\n• Как растения едят")),
        (
            "запиши меня на курс Как учиться",
            "Вы записаны: «Как учиться», 3 урока, 12 мин.\n"
            "Срок: среда, 9 декабря. Напомню за неделю и за день.",
        ),
        ("следующий урок", re.compile("^Как учиться\nУрок 1 из 3: Спрашивайте себя")),
        (
            "урок пройден",
            "Готово: урок 1, «Спрашивайте себя, а не перечитывайте».\n"
            "Как учиться: пройдено 1 из 3 уроков.",
        ),
        ("сколько мне осталось в курсе Как учиться", re.compile("^Как учиться: пройдено 1 из 3")),
        ("какие у меня дедлайны", re.compile("^У вас 1 срок:\n• Как учиться: пройдено 1 из 3")),
        ("на какие курсы я записана?", re.compile("^Вы записаны на 1 курс:\n• Как учиться")),
        ("отпиши меня от курса Как учиться", re.compile("^В курсе «Как учиться» у вас пройден 1")),
        ("да", "Вы больше не записаны на курс «Как учиться»."),
    ),
}


@pytest_asyncio.fixture
async def school(tmp_path: Path) -> AsyncIterator[Dialog]:
    """The same with a drawer of certificates."""
    school = Dialog(tmp_path, given={"drawing": matplotlib.create({}, tmp_path / "cache")})
    await school.start()
    yield school
    await school.app.stop()


def words_of(pdf: bytes) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    text = str(document[0].get_textpage().get_text_range())
    document.close()
    return text


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


async def test_from_the_first_word_to_the_certificate(school: Dialog) -> None:
    anna = school.speaker()
    await anna(("enrol me in Everyday Spanish", re.compile("2 lessons, 10 minutes.$")))
    await anna(("[Start the first lesson]", re.compile("Lesson 1 of 2: Hello, how are you")))
    await anna(("[Done]", re.compile("Everyday Spanish: 1 of 2 lessons done.$")))
    assert await school.wait(days=1) == []
    await anna(
        ("[Next lesson]", re.compile("Lesson 2 of 2: A coffee, please")),
        (
            "[Done]",
            "Done: lesson 2, “A coffee, please”.\nEveryday Spanish: 2 of 2 lessons done.\n"
            "You have completed “Everyday Spanish”. Congratulations!\n"
            "What name shall stand on the certificate?",
        ),
    )
    reply = await anna.say("my name is Anna Bell")
    assert reply.text == "Here is your certificate, Anna Bell: “Everyday Spanish”."
    assert reply.file is not None
    assert (reply.file.name, reply.file.media_type) == ("Everyday Spanish.pdf", "application/pdf")
    text = " ".join(words_of(reply.file.data).split())
    assert "Anna Bell" in text
    assert "Everyday Spanish" in text
    assert "19 November 2026" in text
    await anna(
        ("what's my name", "Your name is Anna Bell."),
        ("my courses", "You are in one course:\n• Everyday Spanish: completed"),
        ("certificate for Everyday Spanish", re.compile("^Here is your certificate, Anna Bell")),
    )
    facts = school.app.house.database.read("SELECT name, subject, topic, seconds FROM fact")
    assert sorted(facts) == [
        ("course.completed", "spanish.en", "Everyday Spanish", 0.0),
        ("lesson.done", "spanish.en", "Everyday Spanish", 300.0),
        ("lesson.done", "spanish.en", "Everyday Spanish", 300.0),
    ]


async def test_a_russian_certificate_has_cyrillic(school: Dialog) -> None:
    vera = school.speaker("vera", language="ru")
    await vera(
        ("меня зовут Вера Котова", re.compile("Вера")),
        ("запиши меня на курс Английский на каждый день", re.compile("^Вы записаны")),
        ("урок пройден", re.compile("1 из 2")),
    )
    reply = await vera.say("урок пройден")
    assert reply.text.endswith("Вот ваш сертификат, Вера Котова: «Английский на каждый день».")
    assert reply.file is not None
    text = " ".join(words_of(reply.file.data).split())
    assert "Вера Котова" in text
    assert "Английский на каждый день" in text


async def test_without_a_drawer_the_certificate_is_plain_text(dialog: Dialog) -> None:
    dialog.app.house.drawers = lambda: None
    anna = await dialog(
        ("my name is Anna", re.compile("Anna")),
        ("enrol me in Everyday Spanish", re.compile("You are in")),
        ("lesson 1 is done", re.compile("1 of 2")),
    )
    reply = await anna.say("lesson 2 is done")
    assert reply.file is not None
    assert (reply.file.name, reply.file.media_type) == ("Everyday Spanish.txt", "text/plain")
    assert "\n\nAnna\n\nhas completed the course\n\nEveryday Spanish" in reply.file.data.decode()


async def test_what_is_no_name_is_asked_again_and_another_wish_is_done(dialog: Dialog) -> None:
    await dialog(
        ("enrol me in Everyday Spanish", re.compile("You are in")),
        ("lesson 1 is done", re.compile("1 of 2")),
        ("lesson 2 is done", re.compile("What name shall stand on the certificate.$")),
        ("show my notes", "You have no notes yet."),
        ("give me my certificate", "What name shall stand on the certificate?"),
        ("a b c d e f g h i j k", re.compile("^That is too long for a name")),
        ("anna bell", "Here is your certificate, Anna Bell: “Everyday Spanish”."),
    )


async def test_deadlines_are_spoken_of_a_week_and_a_day_before(dialog: Dialog) -> None:
    await dialog(
        ("enrol me in How plants eat light", re.compile("due Wednesday 2 December")),
        ("I finished the lesson", re.compile("1 of 3")),
    )
    assert await dialog.wait(days=6, hours=22) == []  # Wednesday the 25th, 08:00
    assert await dialog.wait(hours=1) == [
        "“How plants eat light” is due in a week, Wednesday 2 December."
        " 1 of 3 lessons are done."
    ]
    assert await dialog.wait(days=5, hours=23) == []
    assert await dialog.wait(hours=1) == [
        "“How plants eat light” is due tomorrow, Wednesday 2 December. 1 of 3 lessons are done."
    ]
    assert await dialog.wait(days=30) == []


async def test_nobody_is_reminded_of_what_is_done_or_left(dialog: Dialog) -> None:
    anna = await dialog(("enrol me in How plants eat light", re.compile("You are in")))
    await dialog(("enrol me in How plants eat light", re.compile("You are in")), id="ben")
    for number in (1, 2, 3):
        await anna((f"lesson {number} is done", re.compile(f"{number} of 3")))
    await dialog(
        ("leave the course How plants eat light", re.compile("Shall I")),
        ("yes", re.compile("You are out")),
        id="ben",
    )
    assert await dialog.wait(days=30) == []


async def test_nine_stays_nine_for_somebody_who_moves(dialog: Dialog) -> None:
    await dialog(
        ("enrol me in How plants eat light", re.compile("due Wednesday 2 December")),
        ("I'm in New York", re.compile("New York")),
    )
    assert await dialog.wait(days=7, hours=3, minutes=59) == []  # 13:59 UTC, 08:59 there
    assert len(await dialog.wait(minutes=1)) == 1


async def test_a_missed_morning_is_made_up_for(dialog: Dialog) -> None:
    await dialog(("enrol me in How plants eat light", re.compile("You are in")))
    assert await dialog.sleep_through(days=9) == [
        "“How plants eat light” is due in 5 days, Wednesday 2 December. 0 of 3 lessons are done."
    ]


async def test_cards_become_a_deck_once(dialog: Dialog) -> None:
    anna = await dialog(
        ("enrol me in Fractions without fear", re.compile("You are in")),
        ("I finished the lesson", re.compile("1 of 3")),
        ("[Cards to practise]", "3 cards are in your deck “Fractions without fear” now."),
    )
    assert "Practise now" in anna.choices
    await anna(
        ("make cards of the course Fractions without fear", re.compile("^6 cards are in your deck")),
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


@pytest.mark.parametrize(
    ("language", "said"),
    [
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
    ],
)
async def test_chat_is_no_wish_for_a_course(dialog: Dialog, language: str, said: str) -> None:
    understood = dialog.app.house.understanding.understand(said, language, dialog.clock.now())
    assert understood.intent is None or not understood.intent.name.startswith("courses.")
