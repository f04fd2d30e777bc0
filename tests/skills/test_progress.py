"""How somebody is doing: figures, streak, topics, charts, in four languages."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from core.errors import IntegrationError
from core.store.records import Records
from core.study import Card
from tests.skills.studying import Sketcher, did, study

__all__ = ["study"]

# After three days with answers, of which the last is today.
TABLES = {
    "en": (
        (
            "how am I doing?",
            (
                "You have studied 3 days in a row.\n"
                "This week: 36 answers, 75% right, 27 minutes.\n"
                "Your strongest topic: Verbs, 90% right.\n"
                "Needs practice: Cells, 50% right."
            ),
        ),
        ("show me my progress please", re.compile("^You have studied 3 days")),
        ("what have I achieved so far?", re.compile("36 answers")),
        ("my stats", re.compile("36 answers")),
        ("what's my streak?", "You have studied 3 days in a row."),
        ("how many days in a row have I studied?", "You have studied 3 days in a row."),
        ("how many of my answers were right", "This week: 75% of 36 answers were right."),
        ("how often am I right?", "This week: 75% of 36 answers were right."),
        ("how much time did I study today", "Today: 9 minutes."),
        ("how long have I studied this week?", "This week: 27 minutes."),
        (
            "which topics am I weak in?",
            (
                "By topic, the weakest first:\n"
                "• Cells: 50% of 12 answers right\n• Verbs: 90% of 20 answers right"
            ),
        ),
        ("what are my strengths and weaknesses", re.compile("^By topic")),
        (
            "am I better than last week?",
            (
                "This week: 36 answers, 75% right, 27 minutes.\n"
                "By the same day last week: nothing yet."
            ),
        ),
        ("show my progress last month", "October 2026: nothing yet."),
        ("how did I do yesterday", re.compile("^Yesterday: 12 answers, 75% right, 9 minutes\\.")),
        ("show me a chart of last week", "Last week: there is nothing to draw yet."),
    ),
    "es": (
        (
            "¿Cómo voy?",
            (
                "Llevas 3 días seguidos estudiando.\n"
                "Esta semana: 36 respuestas, 75 % de aciertos, 27 minutos.\n"
                "Tu tema más fuerte: Verbs, 90 % de aciertos.\n"
                "Necesita práctica: Cells, 50 % de aciertos."
            ),
        ),
        ("enséñame mis estadísticas", re.compile("^Llevas 3 días")),
        ("qué he conseguido hasta ahora", re.compile("36 respuestas")),
        ("¿cuántos días seguidos llevo estudiando?", "Llevas 3 días seguidos estudiando."),
        (
            "cuantas de mis respuestas fueron correctas",
            "Esta semana: 75 % de aciertos en 36 respuestas.",
        ),
        ("cuánto tiempo he estudiado hoy", "Hoy: 9 minutos."),
        ("¿en qué temas estoy más flojo?", re.compile("^Por temas.*\n• Cells: 50 %")),
        ("¿he mejorado respecto a la semana pasada?", re.compile("hasta el mismo día: nada")),
        ("gráfico del mes pasado", "Octubre de 2026: todavía no hay nada que dibujar."),
    ),
    "de": (
        (
            "Wie stehe ich da?",
            (
                "Du hast 3 Tage in Folge gelernt.\n"
                "Diese Woche: 36 Antworten, 75 % richtig, 27 Minuten.\n"
                "Dein stärkstes Thema: Verbs, 90 % richtig.\n"
                "Braucht Übung: Cells, 50 % richtig."
            ),
        ),
        ("zeig mir meinen Fortschritt", re.compile("^Du hast 3 Tage")),
        ("was habe ich bisher geschafft", re.compile("36 Antworten")),
        ("wie lang ist meine Serie?", "Du hast 3 Tage in Folge gelernt."),
        ("wie hoch ist meine Trefferquote", "Diese Woche: 75 % von 36 Antworten waren richtig."),
        ("wie lange habe ich heute gelernt?", "Heute: 9 Minuten."),
        ("Zeig mir meine Schwächen", re.compile("^Nach Themen.*\n• Cells: 50 %")),
        ("habe ich mich verbessert?", re.compile("bis zum selben Tag: noch nichts")),
        ("Diagramm für letzte Woche", "Letzte Woche: Da gibt es noch nichts zu zeichnen."),
    ),
    "ru": (
        (
            "Как мои успехи?",
            (
                "Вы занимаетесь 3 дня подряд.\n"
                "Эта неделя: 36 ответов, 75 % верных, 27 минут.\n"
                "Самая сильная тема: Verbs, 90 % верных.\n"
                "Стоит повторить: Cells, 50 % верных."
            ),
        ),
        ("покажи мой прогресс", re.compile("^Вы занимаетесь 3 дня")),
        ("чего я достиг?", re.compile("36 ответов")),
        ("сколько дней подряд я занимаюсь", "Вы занимаетесь 3 дня подряд."),
        ("сколько у меня верных ответов", "Эта неделя: 75 % верных из 36 ответов."),
        ("сколько я занимался сегодня", "Сегодня: 9 минут."),
        ("какие у меня слабые места?", re.compile("^По темам.*\n• Cells: 50 %")),
        ("стал ли я лучше?", re.compile("к этому же дню: пока ничего")),
        ("график за прошлую неделю", "Прошлая неделя: рисовать пока нечего."),
    ),
}
NOTHING = {
    "en": ("how am I doing", "^There is nothing to count yet"),
    "es": ("cómo voy", "^Todavía no hay nada que contar"),
    "de": ("wie stehe ich da", "^Es gibt noch nichts zu zählen"),
    "ru": ("как мои успехи", "^Считать пока нечего"),
}


async def three_days(dialog, speaker):
    """Until Wednesday; each day 12 answers of 45 seconds, but 4 of them in no topic of note."""
    dialog.clock.leap(dialog.clock.now() - timedelta(days=2))
    for day in range(3):
        await did(speaker, "Verbs", 6, 1 if day else 0, 45)
        await did(speaker, "Cells", 2, 2, 45)
        await did(speaker, f"Other {day}", 1, 0 if day else 1, 45)
        if day < 2:
            await dialog.wait(days=1)


@pytest.mark.parametrize("language", TABLES)
async def test_how_somebody_is_doing(study, language):
    anna = study.speaker(language=language)
    await three_days(study, anna)
    await anna(*TABLES[language])


@pytest.mark.parametrize("language", NOTHING)
async def test_nothing_done_is_said_so(study, language):
    said, answer = NOTHING[language]
    await study((said, re.compile(answer)), language=language)


async def test_a_day_that_is_not_over_breaks_no_streak(study):
    anna = study.speaker()
    await anna(("my streak", re.compile("^There is nothing")))
    await did(anna, "Verbs", 1)
    await anna(("my streak", "You have studied today: the first day of a new streak."))
    await study.wait(days=1)
    await anna(
        (
            "my streak",
            "You studied yesterday. One answer today, and it is two days in a row.",
        )
    )
    await did(anna, "Verbs", 1)
    await study.wait(days=1)
    await anna(("my streak", "You have studied 2 days in a row. Today is still to come."))
    await study.wait(days=1)
    await anna(
        ("my streak", "You have no streak at the moment. One answer today, and a new one begins.")
    )


async def test_a_lesson_keeps_the_streak_and_a_long_one_is_counted_to_its_end(study):
    anna = study.speaker()
    for day in range(75):
        await anna(("/deeds do lesson;Biology;60", "done"))
        if day < 74:
            await study.wait(days=1)
    await anna(("my streak", "You have studied 75 days in a row."))


async def test_days_are_those_of_the_persons_clock(study):
    """23:30 in New York is the next day in London, and no gap there."""
    kim = study.speaker("kim", zone="America/New_York")
    study.clock.leap(datetime(2026, 10, 31, 3, 30, tzinfo=UTC))  # Friday, 23:30
    await did(kim, "Verbs", 1)
    study.clock.leap(datetime(2026, 10, 31, 15, tzinfo=UTC))  # Saturday, 11:00
    await did(kim, "Verbs", 1)
    study.clock.leap(datetime(2026, 11, 2, 4, 30, tzinfo=UTC))  # Sunday, 23:30: summer is over
    await did(kim, "Verbs", 1)
    await kim(("my streak", "You have studied 3 days in a row."))


async def test_cards_that_are_due_are_told(study):
    anna = study.speaker()
    await did(anna, "Verbs", 1)
    house = study.app.house
    person = house.database.read("SELECT id FROM person")[0][0]
    cards = Records(Card, person, person, None, "en", house.database)
    for number in range(2):
        await cards.add(Card("deck", f"front {number}", "back", due=study.clock.now()))
    await cards.add(Card("deck", "later", "back", due=study.clock.now() + timedelta(days=2)))
    await house.database.write(cards.write)
    await study.wait(minutes=1)
    await anna(("how am I doing", re.compile("\n2 cards are due\\.$")))


async def test_a_chart_shows_the_week(study):
    sketcher = study.given["drawing"] = Sketcher()
    await study.app.stop()
    await study.start()
    anna = study.speaker(language="de")
    await three_days(study, anna)
    reply = await anna.say("wie stehe ich da")
    chart, dark = sketcher.charts[-1]
    assert not dark
    assert chart.title == "Diese Woche"
    assert list(chart.labels) == ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"]
    answers, right = chart.series
    assert answers.name == "Antworten"
    assert answers.values == [12, 12, 12, None, None, None, None]
    assert right.kind == "line"
    assert right.values == [75, 75, 75, None, None, None, None]
    assert reply.image is not None
    assert reply.image.media_type == "image/png"
    assert reply.image.alt == (
        "Diese Woche: 36 Antworten, 75 % richtig, 27 Minuten. "
        "Mo: 12 Antworten, 75 % richtig, 9 Minuten; Di: 12 Antworten, 75 % richtig, 9 Minuten; "
        "Mi: 12 Antworten, 75 % richtig, 9 Minuten."
    )
    assert reply.speech == reply.text.replace("\n", " ")


async def test_charts_of_any_time_and_look(study):
    sketcher = study.given["drawing"] = Sketcher()
    await study.app.stop()
    await study.start()
    anna = study.speaker()
    await three_days(study, anna)
    await anna(
        ("dark mode charts", re.compile("^From now on I draw for a dark screen.\nThis week: 36")),
        ("show me a chart of this month", "This month: 36 answers, 75% right, 27 minutes."),
    )
    month, dark = sketcher.charts[-1]
    assert dark
    assert len(month.labels) == 30
    assert month.labels[15] == "16"
    await anna(("chart since the beginning", re.compile("36 answers")))
    await anna(("show me a chart of this year", re.compile("36 answers")))
    year, _ = sketcher.charts[-1]
    assert list(year.labels[-3:]) == ["Oct", "Nov", "Dec"]
    assert year.series[0].values[-2:] == [36, None]
    await anna(("light mode charts", re.compile("^From now on I draw for a light screen")))
    assert sketcher.charts[-1][1] is False
    await anna(("where am I weak?", re.compile("^By topic")))
    topics, _ = sketcher.charts[-1]
    assert topics.sideways
    assert list(topics.labels) == ["Cells", "Verbs"]


async def test_with_a_goal_of_minutes_the_bars_are_minutes(study):
    sketcher = study.given["drawing"] = Sketcher()
    await study.app.stop()
    await study.start()
    anna = study.speaker()
    await three_days(study, anna)
    await anna(("my goal is 20 minutes a day", "Your goal: 20 minutes a day (today 9 of 20)."))
    await anna(("how am I doing", re.compile("\n• 20 minutes a day: today 9 of 20$")))
    chart, _ = sketcher.charts[-1]
    assert chart.goal == 20
    assert chart.series[0].values[:3] == [9, 9, 9]
    assert chart.series[0].unit == "min"


async def test_a_chart_that_cannot_be_drawn_takes_nothing_from_the_words(study):
    class Broken(Sketcher):
        async def chart(self, chart, *, dark=False):
            raise IntegrationError("sketcher", "no ink")

    study.given["drawing"] = Broken()
    await study.app.stop()
    await study.start()
    anna = study.speaker()
    await did(anna, "Verbs", 1)
    reply = await anna.say("how am I doing")
    assert reply.image is None
    assert "one answer, 100% right" in reply.text


async def test_progress_is_its_owners(study):
    anna, ben = study.speaker("anna"), study.speaker("ben")
    await did(anna, "Verbs", 3)
    await ben(("how am I doing", re.compile("^There is nothing to count yet")))
