"""Teachers: courses made, changed and taken away, by chat and by file; learners may not."""

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import pytest_asyncio

from core.model import Document, Message, Page, Sender, Target, Text
from core.ports.reader import Reading
from skills.courses import files
from tests.dialog import CHANNEL, Dialog, Speaker
from tests.fakes.reader import FakeReader

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)
COURSE = """\
title: Chemistry
about: What things are made of.
subject: science
days: 10
lessons:
- title: Atoms
  text: |
    Everything is made of atoms.

    They are small.
  cards:
  - [What is everything made of?, atoms]
- title: Molecules
  minutes: 7
  text: Atoms hold together.
"""
FAULTY = """\
title: Chemistry
abuot: What things are made of.
days: many
lessons:
- title: Atoms
  cards:
  - [What, is, this?]
- text: Nobody knows its name.
"""
PAGES = (
    Page("Atoms", "Chemistry\n\nAtoms\n\nEverything is made of atoms."),
    Page("Molecules", "Molecules\n\nAtoms hold together."),
    Page("Molecules (2)", "And come apart."),
)


@pytest_asyncio.fixture
async def school(tmp_path: Path) -> AsyncIterator[Dialog]:
    """Tom and Tina teach there."""
    reader = FakeReader(
        {
            b"title:": ["some text"],
            b"\xff": ["some text"],
            b"# Chemistry": Reading("markdown", "Chemistry", PAGES, 3),
            b"plain": ["Everything is made of atoms."],
        }
    )
    teachers = f"{CHANNEL}:tom, {CHANNEL}:tina"
    settings = {"VIVA_LLM": "none", "VIVA_TEACHERS": teachers}
    school = Dialog(tmp_path, settings=settings, given={"documents": reader})
    await school.start()
    yield school
    await school.app.stop()


async def sent(speaker: Speaker, name: str, body: str | bytes, words: str) -> str:
    """What is answered to a file with words beside it."""
    data = body.encode() if isinstance(body, str) else body
    speaker.dialog.channel.files[name] = data
    return (await speaker.send(Document(name, name), Text(words))).text


STORIES = {
    "en": (
        ("create a course", "What is the course called?"),
        (
            "Chemistry for beginners",
            "What is “Chemistry for beginners” about? One or two sentences.",
        ),
        ("What things are made of.", re.compile("^By when is it to be done\\?")),
        (
            "30 days",
            (
                "Created: “Chemistry for beginners”\nWhat things are made of.\n"
                "Deadline: 30 days from the day one enrols\n"
                "Now add a lesson: “add a lesson to Chemistry for beginners: its name”."
            ),
        ),
        ("add a lesson to Chemistry: Atoms", "Send me the text of “Atoms”."),
        (
            "Everything is made of atoms.",
            (
                "Added to “Chemistry for beginners”: lesson 1, “Atoms” (about 1 min)\n"
                "Everything is made of atoms."
            ),
        ),
        ("[Add another lesson]", "What is the new lesson of “Chemistry for beginners” called?"),
        ("Molecules", "Send me the text of “Molecules”."),
        ("Atoms hold together.", re.compile("lesson 2, “Molecules”")),
        (
            "set the deadline of the course Chemistry to 1 June",
            (
                "Deadline of “Chemistry for beginners”: Tuesday 1 June."
                " Whoever is in it hears of it in the morning."
            ),
        ),
        (
            "rename the course Chemistry to Atoms and friends",
            "Renamed: “Chemistry for beginners” is now “Atoms and friends”.",
        ),
        ("edit the course Atoms and friends", "What shall I change in “Atoms and friends”?"),
        ("[Its description]", "What is “Atoms and friends” about?"),
        ("Small things.", "Changed: “Atoms and friends” is about this now: Small things."),
        (
            "close the course Atoms and friends",
            re.compile("^Closed: nobody new can enrol in “Atoms"),
        ),
        ("enrol me in Atoms and friends", re.compile("^“Atoms and friends” is closed")),
        ("reopen the course Atoms and friends", re.compile("^Open again: everybody can enrol")),
        (
            "remove the deadline of the course Atoms and friends",
            re.compile("^Deadline of “Atoms and friends”: none."),
        ),
        ("create a course Atoms and friends", re.compile("^There is a course .* already.")),
        (
            "delete the course Atoms and friends",
            "“Atoms and friends” has 2 lessons. Shall I really delete it?",
        ),
        ("no, keep it", "All right, we leave it."),
        ("delete the course Atoms and friends", re.compile("Shall I really")),
        ("[Yes, delete it]", re.compile("^Deleted: “Atoms and friends”.")),
        ("what is the course Atoms and friends about", re.compile("^I know no course about")),
    ),
    "es": (
        ("crea un curso llamado Química", re.compile("^¿De qué trata «Química»\\?")),
        ("De qué están hechas las cosas.", re.compile("^¿Hasta cuándo hay tiempo\\?")),
        ("ninguno", re.compile("^Creado: «Química»\nDe qué .*\nPlazo: ninguno\n")),
        ("añade una lección a Química: Átomos", "Envíame el texto de «Átomos»."),
        ("Todo está hecho de átomos.", re.compile("^Añadida a «Química»: lección 1, «Átomos»")),
        ("renombra el curso Química a Materia", "Hecho: «Química» se llama ahora «Materia»."),
        ("cierra el curso Materia", "Cerrado: ya nadie puede inscribirse en «Materia»."),
        ("borra el curso Materia", "«Materia» tiene una lección. ¿De verdad lo borro?"),
        ("sí", re.compile("^Borrado: «Materia».")),
    ),
    "de": (
        ("lege einen Kurs Chemie für Anfänger an", re.compile("^Worum geht es in „Chemie für Anf")),
        ("Woraus die Dinge bestehen.", re.compile("^Bis wann soll man fertig sein\\?")),
        ("30 Tage", re.compile("^Angelegt: .*\nWoraus .*\nFrist: 30 Tage ab der Anmeldung\n")),
        ("neue Lektion für Chemie: Atome", "Schick mir den Text von „Atome“."),
        ("Alles besteht aus Atomen.", re.compile("hinzugefügt: Lektion 1, „Atome“")),
        ("benenne den Kurs Chemie in Stoffe um", re.compile("heißt jetzt „Stoffe“.$")),
        (
            "verschiebe die Frist für den Kurs Stoffe auf den 1. Juni",
            re.compile("^Frist von „Stoffe“: Dienstag, 1. Juni."),
        ),
        ("schließe den Kurs Stoffe", re.compile("^Geschlossen: Für „Stoffe“")),
        ("lösche den Kurs Stoffe", re.compile("^„Stoffe“ hat eine Lektion.")),
        ("ja", re.compile("^Gelöscht: „Stoffe“.")),
    ),
    "ru": (
        ("создай курс Химия", re.compile("^О чём курс «Химия»\\?")),
        ("Из чего всё состоит.", re.compile("^К какому сроку его нужно пройти\\?")),
        ("30 дней", re.compile("^Создан курс «Химия»\nИз чего .*\nСрок: 30 дней со дня записи\n")),
        ("добавь урок в курс Химия: Атомы", "Пришлите текст урока «Атомы»."),
        ("Всё состоит из атомов.", re.compile("^Добавлен в курс «Химия»: урок 1, «Атомы»")),
        (
            "переименуй курс Химия в Вещества",
            "Переименовано: «Химия» теперь называется «Вещества».",
        ),
        (
            "перенеси срок курса Вещества на 1 июня",
            re.compile("^Срок курса «Вещества»: вторник, 1"),
        ),
        ("закрой курс Вещества", "Запись на курс «Вещества» закрыта."),
        ("удали курс Вещества", "В курсе «Вещества» 1 урок. Точно удалить его?"),
        ("да", re.compile("^Удалён курс «Вещества».")),
    ),
}


@pytest.mark.parametrize("language", STORIES)
async def test_a_course_is_made_and_changed_by_chat(school: Dialog, language: str) -> None:
    await school(*STORIES[language], id="tom", language=language)


async def test_all_at_once(school: Dialog) -> None:
    await school(
        (
            "create a course Chemistry about the basics of atoms by 1 June",
            re.compile("^Created: “Chemistry”\nthe basics of atoms\nDeadline: Tuesday 1 June\n"),
        ),
        ("create a course Physics", re.compile("about")),
        ("Forces.", re.compile("^By when")),
        ("yesterday", re.compile("^I need a time that is still to come")),
        ("[No deadline]", re.compile("^Created: “Physics”\nForces.\nDeadline: none\n")),
        id="tom",
    )


async def test_a_learner_may_not(school: Dialog) -> None:
    for said in (
        "create a course Chemistry",
        "add a lesson to Everyday Spanish: Verbs",
        "rename the course Everyday Spanish to Hola",
        "delete the course Everyday Spanish",
        "import this course",
        "export the course Everyday Spanish",
    ):
        assert (await school.speaker().say(said)).text == "That is for teachers only."


async def test_a_file_becomes_a_course_and_comes_out_the_same(school: Dialog) -> None:
    tom = school.speaker("tom")
    assert await sent(tom, "chemistry.yaml", COURSE, "import this course") == (
        "Imported: “Chemistry”, 2 lessons, 8 min\n1. Atoms\n2. Molecules"
    )
    reply = await tom.say("export the course Chemistry")
    assert reply.file is not None
    assert (reply.file.name, reply.file.media_type) == ("Chemistry.yaml", "application/yaml")
    first, again = files.read(COURSE, NOW), files.read(reply.file.data.decode(), NOW)
    assert again == first
    changed = reply.file.data.decode().replace("Molecules", "Bonds").replace("days: 10", "days: 20")
    assert await sent(tom, "changed.yaml", changed, "import this course") == (
        "Replaced by your file: “Chemistry”, 2 lessons, 8 min\n1. Atoms\n2. Bonds"
    )
    await school(
        ("courses about science", "I found this course:\n• Chemistry (2 lessons, 8 min)"),
        ("enrol me in Chemistry", re.compile("due Tuesday 8 December")),
        ("lesson 2", re.compile("Lesson 2 of 2: Bonds\n\nAtoms hold together.$")),
    )


async def test_headings_become_lessons(school: Dialog) -> None:
    tom = school.speaker("tom")
    assert await sent(tom, "notes.md", "# Chemistry", "make a course of this file") == (
        "Imported: “Chemistry”, 2 lessons, 2 min\n1. Atoms\n2. Molecules"
    )
    await tom(
        ("enrol me in Chemistry", re.compile("You are in")),
        ("lesson 2", re.compile("Molecules\n\nAtoms hold together.\n\nAnd come apart.$")),
    )
    assert (await sent(tom, "plain.txt", "plain", "import this course")).startswith(
        "I find no headings in “plain.txt”."
    )


async def test_a_document_can_be_the_text_of_a_lesson(school: Dialog) -> None:
    tom = school.speaker("tom")
    await sent(tom, "chemistry.yaml", COURSE, "import this course")
    assert await sent(tom, "plain.txt", "plain", "add a lesson to Chemistry: Ions") == (
        "Added to “Chemistry”: lesson 3, “Ions” (about 1 min)\nEverything is made of atoms."
    )


async def test_faults_are_told_with_their_lines(school: Dialog) -> None:
    tom = school.speaker("tom")
    assert await sent(tom, "faulty.yaml", FAULTY, "import this course") == (
        "I cannot take this course yet. Please put these right and send it again:\n"
        "• Line 2: I do not know the field “abuot”."
        " There are: title, about, subject, language, days, deadline, closed, lessons.\n"
        "• Line 3: “days” should be a whole number from 1 to 3,650.\n"
        "• Line 5: “text” is missing.\n"
        "• Line 7: a card is a question and an answer: [question, answer]."
        " Put a text with a comma in quotes.\n"
        "• Line 8: “title” is missing."
    )
    assert "Chemistry" not in (await tom.say("what courses are there")).text
    assert "Line 1: this is not valid YAML" in await sent(
        tom, "bytes.yaml", b"title: \xff\xfe", "import this course"
    )
    assert (await tom.say("import this course")).text.startswith("Send me the file together")


async def test_a_lesson_has_its_limit(school: Dialog) -> None:
    await school(
        ("create a course Chemistry about atoms by 1 June", re.compile("Created")),
        ("add a lesson to Chemistry: Atoms", re.compile("Send me")),
        (
            "word " * 4_001,
            re.compile("^This text has 20,0.. characters, and a lesson may have up to"),
        ),
        ("Everything is made of atoms.", re.compile("lesson 1, “Atoms”")),
        id="tom",
    )


async def test_a_long_lesson_is_read_in_pieces(school: Dialog) -> None:
    text = "\n\n".join(f"Paragraph {number} " + "tells of atoms. " * 40 for number in range(1, 6))
    tom = await school(
        ("create a course Chemistry about atoms by 1 June", re.compile("Created")),
        ("add a lesson to Chemistry: Atoms", re.compile("Send me")),
        (text, re.compile("about 5 min")),
        ("enrol me in Chemistry", re.compile("You are in")),
        ("next lesson", re.compile("Lesson 1 of 1: Atoms .part 1 of 5.\n\nParagraph 1 ")),
        ("[Read on]", re.compile("part 2 of 5.\n\nParagraph 2 ")),
        ("[Read on]", re.compile("part 3 of 5")),
        ("[Read on]", re.compile("part 4 of 5")),
        ("[Read on]", re.compile("part 5 of 5.\n\nParagraph 5 ")),
        id="tom",
    )
    assert list(tom.choices) == ["Done"]


async def test_a_shipped_course_is_changed_for_everybody_in_it(school: Dialog) -> None:
    anna, tom = school.speaker("anna"), school.speaker("tom")
    await anna(
        ("enrol me in Everyday Spanish", re.compile("You are in")),
        ("lesson 1 is done", re.compile("1 of 2")),
    )
    rows = school.app.house.database.read("SELECT count(*) FROM record WHERE kind = 'course'")
    assert rows[0][0] == 0, "nobody has touched one"
    await tom(
        ("rename the Everyday Spanish course to Hola", re.compile("is now “Hola”")),
        ("set the deadline of the course Hola to 1 December", re.compile("Tuesday 1 December")),
    )
    await anna(("my courses", re.compile("Hola: 1 of 2 lessons done, due Tuesday 1 December")))
    assert await school.wait(days=1) == [
        "Your teacher has changed a deadline: “Hola” is now due Tuesday 1 December."
    ]
    await tom(
        ("delete the course Hola", re.compile("Shall I really")),
        ("yes", re.compile("^Deleted: “Hola”")),
    )
    await anna(
        ("my courses", "You are in one course:\n• Everyday Spanish: no longer offered"),
        ("next lesson", "This course is no longer there."),
        ("what courses are there", re.compile("^There are 3 courses")),
    )
    assert not [said for said in await school.wait(days=30) if "Hola" in said]


async def test_two_teachers_at_once_lose_nothing(school: Dialog) -> None:
    tom, tina = school.speaker("tom"), school.speaker("tina")
    await sent(tom, "chemistry.yaml", COURSE, "import this course")
    await tina.say("hello")
    school.channel.files["plain"] = b"plain"

    def adds(speaker: Speaker, lesson: str) -> Message:
        target = Target(CHANNEL, "home", speaker.id)
        parts = (Document("plain", "plain.txt"), Text(f"add a lesson to Chemistry: {lesson}"))
        sender = Sender(speaker.id, None, "en", "Europe/London")
        return Message(target, sender, f"both-{lesson}", parts, school.clock.now())

    assert school.channel.accept is not None
    messages = [adds(tom, "Ions"), adds(tina, "Acids")]
    await asyncio.gather(*(school.channel.accept([one]) for one in messages))
    await school._settle()
    answers = [one.reply.text.split("\n")[0] for one in school.channel.delivered[-2:]]
    assert sorted(re.findall(r"lesson (\d)", " ".join(answers))) == ["3", "4"]
    shown = (await tom.say("what is the course Chemistry about")).text
    assert "Ions" in shown
    assert "Acids" in shown
