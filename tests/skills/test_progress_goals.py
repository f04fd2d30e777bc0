"""Goals: counted where they can be, kept in people's words where not, in four languages."""

import re

import pytest

from tests.skills.studying import did, study

__all__ = ["study"]

TABLES = {
    "en": (
        ("what are my goals?", "You have not set a goal yet."),
        ("my goal is 20 minutes a day", "Your goal: 20 minutes a day (today 0 of 20)."),
        ("I want to study half an hour a day", "Your goal: 30 minutes a day (today 0 of 30)."),
        (
            "I want to answer 100 cards a week",
            "Your goal: 100 answers a week (this week 0 of 100).",
        ),
        ("I want to study 5 days a week", "Your goal: 5 days a week (this week 0 of 5)."),
        (
            "I want to pass the B2 exam by June",
            "Your goal: pass the B2 exam by June. I will keep the day in sight: Tuesday 1 June.",
        ),
        (
            "My goal is to read Don Quixote",
            "Your goal: read Don Quixote. I cannot count it, but I will keep it in sight for you.",
        ),
        (
            "show my goals",
            (
                "Your 5 goals:\n• 30 minutes a day: today 0 of 30\n"
                "• 100 answers a week: this week 0 of 100\n• 5 days a week: this week 0 of 5\n"
                "• pass the B2 exam by June: 195 days left\n• read Don Quixote"
            ),
        ),
        ("delete my goal of 100 cards", "Deleted: 100 answers a week"),
        ("I gave up my goal to read Don Quixote", "Deleted: read Don Quixote"),
        ("set a goal", re.compile("^What would you like to reach\\?")),
        ("two hours a week", "Your goal: 2 hours a week (this week 0 of 120)."),
    ),
    "es": (
        ("¿cuáles son mis metas?", "Todavía no te has fijado ninguna meta."),
        ("mi meta son 20 minutos al día", "Tu meta: 20 minutos al día (hoy 0 de 20)."),
        ("quiero estudiar media hora cada dia", "Tu meta: 30 minutos al día (hoy 0 de 30)."),
        (
            "quiero responder 100 tarjetas por semana",
            "Tu meta: 100 respuestas por semana (esta semana 0 de 100).",
        ),
        (
            "quiero estudiar cinco días a la semana",
            "Tu meta: 5 días por semana (esta semana 0 de 5).",
        ),
        (
            "quiero aprobar el B2 antes de junio",
            "Tu meta: aprobar el B2 antes de junio. Tendré presente la fecha: martes 1 de junio.",
        ),
        ("mis objetivos", re.compile("^Tus 4 metas:\n• 30 minutos al día: hoy 0 de 30\n")),
        ("borra mi meta de las 100 tarjetas", "Borrado: 100 respuestas por semana"),
        ("ponme una meta", re.compile("^¿Qué quieres conseguir\\?")),
        ("aprender a cantar", re.compile("^Tu meta: aprender a cantar\\.")),
    ),
    "de": (
        ("Was sind meine Ziele?", "Du hast dir noch kein Ziel gesetzt."),
        ("Mein Ziel sind 20 Minuten am Tag", "Dein Ziel: 20 Minuten am Tag (heute 0 von 20)."),
        (
            "ich will täglich eine halbe Stunde lernen",
            "Dein Ziel: 30 Minuten am Tag (heute 0 von 30).",
        ),
        (
            "ich möchte 100 Vokabeln pro Woche wiederholen",
            "Dein Ziel: 100 Antworten pro Woche (diese Woche 0 von 100).",
        ),
        (
            "Ich will fünf Tage in der Woche lernen",
            "Dein Ziel: 5 Tage pro Woche (diese Woche 0 von 5).",
        ),
        (
            "ich will die B2-Prüfung bis Juni bestehen",
            (
                "Dein Ziel: die B2-Prüfung bis Juni bestehen. "
                "Ich behalte den Tag im Blick: Dienstag, 1. Juni."
            ),
        ),
        ("zeig mir meine Ziele", re.compile("^Deine 4 Ziele:\n• 30 Minuten am Tag: heute 0 von")),
        ("lösche mein Ziel mit den 100 Vokabeln", "Gelöscht: 100 Antworten pro Woche"),
        ("setz mir ein Ziel", re.compile("^Was möchtest du erreichen\\?")),
        ("jeden Tag lernen", "Dein Ziel: 7 Tage pro Woche (diese Woche 0 von 7)."),
    ),
    "ru": (
        ("Какие у меня цели?", "Вы ещё не поставили себе цель."),
        ("моя цель — 20 минут в день", "Ваша цель: 20 минут в день (сегодня 0 из 20)."),
        ("хочу заниматься по полчаса в день", "Ваша цель: 30 минут в день (сегодня 0 из 30)."),
        (
            "хочу отвечать на 100 карточек в неделю",
            "Ваша цель: 100 ответов в неделю (на этой неделе 0 из 100).",
        ),
        (
            "я хочу заниматься 5 дней в неделю",
            "Ваша цель: 5 дней в неделю (на этой неделе 0 из 5).",
        ),
        (
            "хочу сдать B2 к июню",
            "Ваша цель: сдать B2 к июню. Буду помнить о сроке: вторник, 1 июня.",
        ),
        ("мои цели", re.compile("^Ваши 4 цели:\n• 30 минут в день: сегодня 0 из 30\n")),
        ("удали цель про 100 карточек", "Удалено: 100 ответов в неделю"),
        ("поставь цель", re.compile("^Чего вы хотите достичь\\?")),
        ("выучить все неправильные глаголы", re.compile("^Ваша цель: выучить все неправильные")),
    ),
}


@pytest.mark.parametrize("language", TABLES)
async def test_a_goal_is_set_told_and_deleted(study, language):
    await study(*TABLES[language], language=language)


async def test_a_goal_is_counted_by_the_day_and_by_the_week(study):
    anna = await study(
        ("my goal is 20 minutes a day", re.compile("today 0 of 20")),
        ("I want to answer 10 cards a week", re.compile("this week 0 of 10")),
    )
    await did(anna, "Verbs", 8, seconds=90)
    await anna(
        (
            "my goals",
            (
                "Your 2 goals:\n• 20 minutes a day: today 12 of 20\n"
                "• 10 answers a week: this week 8 of 10"
            ),
        )
    )
    await study.wait(days=1)
    await did(anna, "Verbs", 2)
    await anna(
        (
            "my goals",
            (
                "Your 2 goals:\n• 20 minutes a day: today 1 of 20\n"
                "• 10 answers a week: this week 10 of 10, reached"
            ),
        )
    )
    await study.wait(days=5)
    await anna(("my goals", re.compile("today 0 of 20\n.*this week 0 of 10$")))


async def test_of_several_goals_it_is_asked_which(study):
    anna = await study(
        ("my goal is 20 minutes a day", re.compile("today")),
        ("I want to pass the chemistry exam", re.compile("pass the chemistry exam\\.")),
        ("I want to pass the biology exam", re.compile("pass the biology exam\\.")),
        ("delete the goal about the exam", re.compile("^Which goal shall I delete")),
    )
    buttons = anna.choices
    assert list(buttons) == ["pass the chemistry exam", "pass the biology exam"]
    await anna(
        ("[pass the biology exam]", "Deleted: pass the biology exam"),
        ("delete goal 1", "Deleted: 20 minutes a day"),
        ("delete my goal", "Deleted: pass the chemistry exam"),
        ("my goals", "You have not set a goal yet."),
        ("I want to pass the history exam", re.compile("^Your goal")),
    )
    anna.choices = buttons
    await anna(("[pass the biology exam]", "This goal is already gone."))


async def test_what_cannot_be_is_kept_as_words(study):
    await study(
        ("my goal is 30 hours a day", re.compile("^Your goal: 30 hours a day\\. I cannot count")),
        ("my goal is 0 minutes a day", re.compile("I cannot count")),
        ("my goal is 9 days a week", re.compile("I cannot count")),
        ("my goal is $x^2$ & <b>more</b>", re.compile("^Your goal: \\$x\\^2\\$ & <b>more</b>")),
    )


async def test_a_day_that_is_named_is_kept_and_then_passes(study):
    anna = await study(
        (
            "I want to pass the driving test by 20 November",
            (
                "Your goal: pass the driving test by 20 November. "
                "I will keep the day in sight: Friday 20 November."
            ),
        ),
        ("my goals", re.compile("2 days left$")),
    )
    await study.wait(days=2)
    await anna(("my goals", re.compile("today is the day$")))
    await study.wait(days=1)
    await anna(("my goals", re.compile("by 20 November$")))
