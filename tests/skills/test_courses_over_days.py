"""Courses over days: deadlines that are spoken of in time, and the certificate at the end."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from core.integrations.drawing import matplotlib
from tests.dialog import Dialog


@pytest_asyncio.fixture
async def school(tmp_path: Path) -> AsyncIterator[Dialog]:
    """The same with a drawer of certificates."""
    school = Dialog(tmp_path, given={"drawing": matplotlib.create({}, tmp_path / "cache")})
    await school.start()
    yield school
    await school.app.stop()


async def told(dialog: Dialog, **time: int) -> list[str]:
    """What is said unasked about plants meanwhile."""
    return [said for said in await dialog.wait(**time) if "plants" in said]


def words_of(pdf: bytes) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    text = str(document[0].get_textpage().get_text_range())
    document.close()
    return text


async def test_from_the_first_word_to_the_certificate(school: Dialog) -> None:
    anna = school.speaker()
    await anna(("enrol me in Everyday Spanish", re.compile("2 lessons, 10 minutes.$")))
    await anna(("[Start the first lesson]", re.compile("Lesson 1 of 2: Hello, how are you")))
    await anna(("[Done]", re.compile("Everyday Spanish: 1 of 2 lessons done.$")))
    await school.wait(days=1)
    await anna(
        ("[Next lesson]", re.compile("Lesson 2 of 2: A coffee, please")),
        (
            "[Done]",
            (
                "Done: lesson 2, “A coffee, please”.\nEveryday Spanish: 2 of 2 lessons done.\n"
                "You have completed “Everyday Spanish”. Congratulations!\n"
                "What name shall stand on the certificate?"
            ),
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
        ("запиши меня на курс Английский для начинающих", re.compile("^Вы записаны")),
        ("урок пройден", re.compile("1 из 2")),
    )
    reply = await vera.say("урок пройден")
    assert reply.text.endswith("Вот ваш сертификат, Вера Котова: «Английский для начинающих».")
    assert reply.file is not None
    text = " ".join(words_of(reply.file.data).split())
    assert "Вера Котова" in text
    assert "Английский для начинающих" in text


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
    assert await told(dialog, days=6, hours=22) == []  # Wednesday the 25th, 08:00
    assert await told(dialog, hours=1) == [
        "“How plants eat light” is due in a week, Wednesday 2 December. 1 of 3 lessons are done."
    ]
    assert await told(dialog, days=5, hours=23) == []
    assert await told(dialog, hours=1) == [
        "“How plants eat light” is due tomorrow, Wednesday 2 December. 1 of 3 lessons are done."
    ]
    assert await told(dialog, days=30) == []


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
    assert await told(dialog, days=30) == []


async def test_nine_stays_nine_for_somebody_who_moves(dialog: Dialog) -> None:
    await dialog(
        ("enrol me in How plants eat light", re.compile("due Wednesday 2 December")),
        ("I live in New York", re.compile("New York")),
    )
    assert await told(dialog, days=7, hours=3, minutes=59) == []  # 13:59 UTC, 08:59 there
    assert len(await told(dialog, minutes=1)) == 1


async def test_a_missed_morning_is_made_up_for(dialog: Dialog) -> None:
    await dialog(("enrol me in How plants eat light", re.compile("You are in")))
    said = await dialog.sleep_through(days=9)
    assert [one for one in said if "plants" in one] == [
        "“How plants eat light” is due in 5 days, Wednesday 2 December. 0 of 3 lessons are done."
    ]
