"""How teachers ask, in four languages, and what is meant otherwise."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

import skills
from core.skill import discover
from core.understanding import Understanding


@pytest.fixture(scope="module")
def understanding():
    return Understanding(Path(__file__).parents[2] / "locales", discover(skills).intents)


ASKED: dict[str, Any] = {
    "en": {
        "active": (
            "how many students used the bot in the last 30 days",
            "how was the activity last month",
            "who was active yesterday",
        ),
        "new": (
            "how many people joined yesterday",
            "new students this month",
            "who is new this week",
        ),
        "idle": ("who hasn't logged in for 10 days", "list inactive students", "who dropped out"),
        "studied": (
            "how many hours did my class study this week",
            "how much time did the group spend studying",
            "study time of the class per day",
        ),
        "accuracy": (
            "which topics are my students weak in",
            "how accurate are the answers by topic",
            "where does my class struggle most",
        ),
        "failing": (
            "what are the hardest questions this month?",
            "most common mistakes this week",
            "what do my students get wrong",
        ),
        "course": (
            "how many learners have completed their courses",
            "how are our courses going",
            "how is the chemistry course going",
        ),
        "rooms": (
            "how busy were the rooms last week",
            "which room is booked the most",
            "how many bookings did we have this week",
        ),
        "overview": (
            "how's my class doing",
            "give me the weekly report",
            "sum up how my class did",
        ),
    },
    "es": {
        "active": (
            "cuántos estudiantes usaron el bot este mes",
            "¿quiénes estuvieron activos ayer?",
        ),
        "new": (
            "cuántos se apuntaron ayer",
            "alumnos nuevos este mes",
            "quién es nuevo esta semana",
        ),
        "idle": (
            "quién lleva dos semanas sin estudiar",
            "qué alumnos no se han conectado en los últimos 10 días",
            "quién ha desaparecido",
        ),
        "studied": (
            "cuántas horas estudió la clase esta semana",
            "cuánto tiempo dedican mis alumnos a estudiar",
        ),
        "accuracy": (
            "en qué temas flojean mis alumnos",
            "qué les cuesta más a mis alumnos",
            "aciertos por tema",
        ),
        "failing": (
            "errores más comunes este mes",
            "en qué preguntas se equivocan más los alumnos",
            "cuáles son las preguntas más difíciles",
        ),
        "course": (
            "cómo va el curso de química",
            "cómo van los cursos",
            "cuántos han terminado su curso",
        ),
        "rooms": (
            "ocupación de las salas esta semana",
            "qué sala se usa más",
            "cuántas reservas hubo ayer",
        ),
        "overview": (
            "cómo va mi clase",
            "Quiero ver mi reporte semanal",
            "dame un resumen de la clase",
        ),
    },
    "de": {
        "active": (
            "wie viele Schüler haben letzte Woche gelernt",
            "wer war gestern aktiv",
            "wie hoch war die Beteiligung diesen Monat",
        ),
        "new": (
            "wie viele haben sich gestern angemeldet",
            "wer ist diese Woche neu dazugekommen",
            "neue Schüler diesen Monat",
        ),
        "idle": (
            "wer fehlt seit zwei Wochen",
            "wer hat sich lange nicht mehr gemeldet",
            "zeig mir die inaktiven Schüler",
        ),
        "studied": (
            "wie viele Stunden hat die Klasse diese Woche gelernt",
            "Lernzeit der Klasse pro Tag",
        ),
        "accuracy": (
            "wo haben meine Schüler Schwierigkeiten",
            "wie hoch ist die Trefferquote der Klasse",
            "in welchen Themen sind meine Schüler schwach",
        ),
        "failing": (
            "was sind die häufigsten Fehler diesen Monat",
            "welche Fragen sind die schwersten",
            "woran scheitern meine Schüler am meisten",
        ),
        "course": ("wie laufen die Kurse", "wie viele haben den Kurs Chemie abgeschlossen"),
        "rooms": (
            "welche Räume werden am meisten gebucht",
            "wie voll waren die Räume letzte Woche",
        ),
        "overview": (
            "wie läuft es in meiner Klasse",
            "zeig mir den Wochenbericht",
            "wie schlagen sich meine Schüler",
        ),
    },
    "ru": {
        "active": (
            "сколько человек занималось вчера",
            "кто вчера занимался",
            "какая была посещаемость на прошлой неделе",
        ),
        "new": (
            "сколько пришло новичков",
            "кто новенький на этой неделе",
            "новые ученики за месяц",
        ),
        "idle": ("кто уже две недели не заходил", "кто пропал", "кто давно не занимался"),
        "studied": (
            "сколько часов занимались ученики на этой неделе",
            "время занятий класса по дням",
        ),
        "accuracy": (
            "с какими темами трудности у моих учеников",
            "успеваемость по темам",
            "как отвечает мой класс",
        ),
        "failing": (
            "частые ошибки за месяц",
            "в каких вопросах чаще всего ошибаются",
            "самые трудные вопросы",
        ),
        "course": (
            "как дела с курсами",
            "сколько человек прошли курс химия",
            "как идёт курс Испанский",
        ),
        "rooms": ("какую комнату чаще всего бронируют", "какая загрузка комнат на этой неделе"),
        "overview": (
            "как дела у моего класса",
            "Что по итогам недели?",
            "подведи итоги",
            "отчёт за неделю",
        ),
    },
}


@pytest.mark.parametrize("language", ASKED)
def test_teachers_are_understood(language, understanding):
    missed = []
    for measure, sentences in ASKED[language].items():
        for said in sentences:
            intent = understanding.understand(said, language, datetime(2026, 11, 18, 10)).intent
            got = intent and (intent.name, intent.slots.get("what"))
            if got != ("analyst.report", measure):
                missed.append((said, got))
    assert missed == []


OTHERS = {
    "en": (
        "what is a report",
        "compare mitosis and meiosis",
        "analyse this poem",
        "how are you",
        "export my data",
        "the room is full",
        "who is Napoleon",
    ),
    "es": (
        "compara la mitosis y la meiosis",
        "qué es un informe",
        "cómo estás",
        "exporta mis datos",
    ),
    "de": (
        "vergleiche Mitose und Meiose",
        "was ist ein Bericht",
        "wie geht es dir",
        "exportiere meine Daten",
    ),
    "ru": ("сравни митоз и мейоз", "что такое отчёт", "как дела", "выгрузи мои данные"),
}


@pytest.mark.parametrize("language", OTHERS)
def test_what_others_are_asked_is_not_taken(language, understanding):
    for said in OTHERS[language]:
        intent = understanding.understand(said, language, datetime(2026, 11, 18, 10)).intent
        assert intent is None or not intent.name.startswith("analyst."), said
