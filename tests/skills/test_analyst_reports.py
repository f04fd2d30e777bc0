"""Reports that come by themselves, and the same talk in every language."""

import re

import pytest

from tests.classroom import a_week, school

__all__ = ["school"]


async def test_it_comes_every_monday_while_they_teach(school):
    await a_week(school)
    zoe = school.teacher()
    await zoe(
        ("how many learners were active last week", re.compile("^3 learners")),
        (
            "send me this every Monday at 8",
            "Active learners, every Monday. The next one: Monday 23 November, 08:00",
        ),
        (
            "which reports do I get",
            re.compile("^You get one report regularly:\nActive learners, every Monday"),
        ),
    )
    (said,) = await school.wait(days=6)
    assert said.startswith("4 learners were active from 16 to 22 November; ")
    school.app.house.roles = {}
    (said,) = [one for one in await school.wait(days=7) if "Active" in one]
    assert said == "“Active learners” no longer comes: it is for teachers only."
    assert not [one for one in await school.wait(days=7) if "active" in one]


async def test_reports_are_listed_and_ended(school):
    zoe = school.teacher()
    await zoe(
        ("which reports do I get", re.compile("^No report comes by itself")),
        (
            "send me the accuracy report every Friday at 9",
            re.compile("^Accuracy by topic, every Fri"),
        ),
        (
            "send me the accuracy report every Friday at 9",
            re.compile("^Accuracy by topic, every Fri"),
        ),
        ("send me a report every day", re.compile("^Overview, every day. The next one: Tomorrow")),
        ("send me this report every ten minutes", re.compile("^At most once a day")),
        ("cancel", re.compile("")),
        (
            "which reports do I get",
            re.compile("^You get 2 reports regularly:\nOverview, .*\nAccuracy"),
        ),
        ("stop sending me the regular report", "Which of them shall I end?"),
        ("[Accuracy by topic, every Friday, next:…]", "Ended: Accuracy by topic"),
        ("stop sending me all reports", "The report no longer comes."),
        ("stop sending me all reports", re.compile("^No report comes")),
    )
    assert await school.wait(days=8) == []


STORIES = {
    "es": (
        (
            "cuántos alumnos estuvieron activos la semana pasada",
            re.compile("^3 alumnos estuvieron activos del 9 al 15 de noviembre; "),
        ),
        (
            "quién no ha estado activo desde hace dos semanas",
            "Un alumno no ha estado activo del 5 al 18 de noviembre.\n\n• Eve: 9 de octubre",
        ),
        (
            "mándame esto cada lunes a las 8",
            re.compile("^Quién lleva tiempo sin aparecer, todos los lunes. El próximo: Lunes 23"),
        ),
        ("qué informes recibo", re.compile("^Recibes un informe periódico:")),
        ("en una tabla", re.compile("Aquí tienes la tabla, una línea.$")),
        ("deja de mandarme el informe de la clase", "Cancelado: Quién lleva tiempo sin aparecer"),
    ),
    "de": (
        (
            "wie viele Lernende waren letzte Woche aktiv",
            re.compile("^3 Lernende waren vom 9. bis zum 15. November aktiv; "),
        ),
        (
            "wer war seit zwei Wochen nicht aktiv",
            "Eine Person war vom 5. bis zum 18. November nicht aktiv.\n\n• Eve: 9. Oktober",
        ),
        (
            "schick mir das jeden Montag um 8",
            "Wer länger nicht da war, jeden Montag. Der nächste kommt: Montag, 23. November, 08:00",
        ),
        ("welche Berichte bekomme ich", re.compile("^Du bekommst regelmäßig einen Bericht:")),
        ("als Tabelle", re.compile("Hier ist die Tabelle, eine Zeile.$")),
        ("schick mir den Klassenbericht nicht mehr", "Abbestellt: Wer länger nicht da war"),
    ),
    "ru": (
        (
            "сколько учеников было активно на прошлой неделе",
            re.compile("^3 ученика занимались с 9 по 15 ноября; "),
        ),
        (
            "кто не занимался две недели",
            "Не занимался 1 ученик с 5 по 18 ноября.\n\n• Eve: 9 октября",
        ),
        (
            "присылай мне это каждый понедельник в 8",
            re.compile(
                "^Кто давно не занимался, по понедельникам. Следующий: Понедельник, 23 ноября"
            ),
        ),
        ("какие отчёты я получаю регулярно", re.compile("^Вы регулярно получаете 1 отчёт:")),
        ("таблицей", re.compile("Вот таблица, 1 строка.$")),
        ("больше не присылай отчёт по классу", "Отключено: Кто давно не занимался"),
    ),
}


@pytest.mark.parametrize("language", STORIES)
async def test_a_story_in_every_language(school, language):
    await a_week(school)
    await school.teacher(language=language)(*STORIES[language])
