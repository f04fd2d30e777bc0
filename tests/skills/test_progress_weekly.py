"""The summary of the week: to whoever studies, at their own time, never at night, three weeks."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from core.model import Target
from core.store.records import Records
from core.study import Profile
from skills.progress.weekly import quiet_end
from tests.skills.studying import Sketcher, did, study

__all__ = ["study"]

OPT_OUT = {
    "en": (
        ("no more weekly summaries", re.compile("^All right, no more weekly summaries")),
        ("start the weekly summary again", re.compile("^All right: on Sunday evenings")),
        ("stop the weekly summary", re.compile("^All right, no more")),
        ("[Start them again]", re.compile("^All right: on Sunday evenings")),
    ),
    "es": (
        ("no quiero más resúmenes semanales", re.compile("^De acuerdo, no habrá más")),
        ("activa otra vez los resúmenes semanales", re.compile("^De acuerdo: los domingos")),
        ("deja de mandarme resúmenes semanales", re.compile("^De acuerdo, no habrá más")),
        ("[Volver a recibirlos]", re.compile("^De acuerdo: los domingos")),
    ),
    "de": (
        ("keine Wochenrückblicke mehr", re.compile("^Gut, keine Wochenrückblicke mehr")),
        ("schick mir wieder den Wochenrückblick", re.compile("^Gut: Am Sonntagabend")),
        ("stell den Wochenrückblick ab", re.compile("^Gut, keine")),
        ("[Doch wieder]", re.compile("^Gut: Am Sonntagabend")),
    ),
    "ru": (
        ("не присылай больше итоги недели", re.compile("^Хорошо, итогов недели больше не")),
        ("присылай снова итоги недели", re.compile("^Хорошо: по воскресеньям")),
        ("отключи итоги недели", re.compile("^Хорошо, итогов")),
        ("[Присылать снова]", re.compile("^Хорошо: по воскресеньям")),
    ),
}
LAST_WEEK = "Last week: 2 answers, 100% right, one minute."
QUIET = {
    "en": (
        ("quiet hours", re.compile("^Your quiet hours are from 21:00 to 08:00\\.")),
        ("don't write to me between 10 pm and 7 am", re.compile("^From 22:00 to 07:00 I will")),
        ("don't disturb me after 11 pm", re.compile("^From 23:00 to 07:00 I will")),
        ("you can write to me at any time", re.compile("^You have no quiet hours")),
    ),
    "es": (
        ("horas de silencio", re.compile("^Tus horas de silencio son de 21:00 a 08:00\\.")),
        (
            "no me escribas entre las 10 de la noche y las 7 de la mañana",
            re.compile("^De 22:00 a 07:00 no te mandaré"),
        ),
        ("no me escribas de 23 a 8", re.compile("^De 23:00 a 08:00 no te")),
        ("puedes escribirme a cualquier hora", re.compile("^No tienes horas de silencio")),
    ),
    "de": (
        ("wann ist meine Ruhezeit?", re.compile("^Deine Ruhezeit ist von 21:00 bis 08:00 Uhr")),
        ("schreib mir nicht zwischen 22 und 7 Uhr", re.compile("^Von 22:00 bis 07:00 Uhr")),
        ("stör mich nicht vor 9 Uhr", re.compile("^Von 22:00 bis 09:00 Uhr")),
        ("du darfst mir jederzeit schreiben", re.compile("^Du hast keine Ruhezeiten")),
    ),
    "ru": (
        ("какие у меня тихие часы", re.compile("^Тихие часы: с 21:00 до 08:00\\.")),
        ("не пиши мне с 22 до 7", re.compile("^С 22:00 до 07:00 не буду")),
        ("не беспокой меня с 11 вечера до 8 утра", re.compile("^С 23:00 до 08:00 не буду")),
        ("пиши мне в любое время", re.compile("^Тихих часов нет")),
    ),
}


@pytest.mark.parametrize("language", OPT_OUT)
async def test_the_summary_is_stopped_and_started_in_words(study, language):
    await study(*OPT_OUT[language], language=language)


@pytest.mark.parametrize("language", QUIET)
async def test_quiet_hours_are_set_in_words(study, language):
    await study(*QUIET[language], language=language)


async def test_three_weeks(study):
    sketcher = study.given["drawing"] = Sketcher()
    await study.app.stop()
    await study.start()
    anna = study.speaker(zone="Europe/Berlin")
    await anna(("I want to answer 20 cards a week", re.compile("this week 0 of 20")))
    told = []
    for day in range(19):  # from Wednesday; nothing on the second weekend, nor in the third week
        if day < 9 and day not in (3, 4):
            await did(anna, "Verbs", 5, 1)
            await did(anna, "Cells", 1 + day // 3, 3)
        told += await study.wait(days=1)
    assert told == [
        (
            "Your week:\n"
            "You studied on 3 days.\n"
            "This week: 30 answers, 60% right, 15 minutes.\n"
            "Your strongest topic: Verbs, 83% right.\n"
            "Needs practice: Cells, 25% right.\n"
            "• 20 answers a week: this week 30 of 20, reached"
        ),
        (
            "Your week:\n"
            "You studied on 4 days.\n"
            "This week: 47 answers, 66% right, 24 minutes.\n"
            "Last week: 30 answers, 60% right, 15 minutes.\n"
            "Your strongest topic: Verbs, 83% right.\n"
            "Needs practice: Cells, 48% right.\n"
            "• 20 answers a week: this week 47 of 20, reached"
        ),
        (
            "Your week:\n"
            "You have not studied this week. A few minutes are enough to begin again.\n"
            "Last week: 47 answers, 66% right, 24 minutes.\n"
            "• 20 answers a week: this week 0 of 20"
        ),
    ]
    pictures = [chart.series[0].values for chart, _ in sketcher.charts]
    assert pictures == [[0, 0, 10, 10, 10, 0, 0], [11, 12, 12, 12, 0, 0, 0]]
    await anna(
        ("my streak", re.compile("^You have no streak")),
        ("show my progress last week", re.compile("^Last week: nothing yet\\.$")),
        (
            "which topics am I weak in",
            re.compile("^By topic, the weakest first:\n• Cells: 40% of 35"),
        ),
    )


async def test_on_sunday_evening_by_the_persons_own_clock(study):
    sketcher = study.given["drawing"] = Sketcher()
    await study.app.stop()
    await study.start()
    anna = study.speaker(zone="America/New_York")
    await did(anna, "Verbs", 3, 1)
    assert await study.wait(days=4, hours=12, minutes=59) == []  # Sunday, 17:59 in New York
    assert await study.wait(minutes=1) == [
        "Your week:\nYou studied on one day.\nThis week: 4 answers, 75% right, 2 minutes."
    ]
    delivered = study.channel.delivered[-1]
    assert delivered.target == Target("dialog", "home", "anna")
    assert delivered.reply.image.data == b"a picture"
    assert sketcher.charts[-1][0].series[0].values == [0, 0, 4, 0, 0, 0, 0]
    assert [one.label for one in delivered.reply.choices][-1] == "No more summaries"


async def test_who_has_stopped_studying_is_left_in_peace_after_four_weeks(study):
    anna = study.speaker()
    await did(anna, "Verbs", 3)
    told = await study.wait(days=60)
    assert len(told) == 4
    assert told[1].startswith("Your week:\nYou have not studied this week.")
    await anna(("how am I doing", re.compile("no streak")))
    assert await study.wait(days=14) == []
    await did(anna, "Verbs", 1)
    assert len(await study.wait(days=7)) == 1


async def test_who_has_never_studied_or_wants_none_gets_none(study):
    anna, ben = study.speaker("anna"), study.speaker("ben")
    await anna(("how am I doing", re.compile("nothing to count")))
    await did(ben, "Verbs", 2)
    await ben(("no more weekly summaries", re.compile("no more")))
    assert await study.wait(days=7) == []
    await ben(("start the weekly summaries again", re.compile("Sunday")))
    assert len(await study.wait(days=7)) == 1


async def test_the_button_of_a_summary_stops_them(study):
    anna = study.speaker()
    await did(anna, "Verbs", 2)
    await study.wait(days=7)
    summary = study.channel.delivered[-1].reply
    anna.choices = {one.label: one.token for one in summary.choices}
    await did(anna, "Verbs", 2)
    anna.choices = {one.label: one.token for one in summary.choices}
    await anna(("[No more summaries]", re.compile("^All right, no more")))
    assert await study.wait(days=7) == []


async def test_quiet_hours_put_it_off_to_their_end(study):
    anna = study.speaker()
    await did(anna, "Verbs", 2)
    await anna(("don't write to me between 5 pm and 9 am", re.compile("^From 17:00 to 09:00")))
    assert await study.wait(days=4, hours=22, minutes=59) == []  # Monday, 08:59
    told = await study.wait(minutes=1)
    assert [one.splitlines()[2] for one in told] == [LAST_WEEK]
    assert await study.wait(days=3) == []


async def test_put_off_and_stopped_meanwhile_it_does_not_come(study):
    anna = study.speaker()
    await did(anna, "Verbs", 2)
    await anna(("don't write to me between 5 pm and 9 am", re.compile("^From")))
    await study.wait(days=4, hours=10)
    await anna(("no more weekly summaries", re.compile("no more")))
    assert await study.wait(days=2) == []


async def test_where_they_studied_last_is_remembered(study):
    anna = study.speaker()
    await anna(("how am I doing", re.compile("nothing")))
    assert await kept_target(study) is None
    await did(anna, "Verbs", 1)
    assert await kept_target(study) == Target("dialog", "home", "anna")


async def kept_target(dialog):
    house = dialog.app.house
    person = house.database.read("SELECT id FROM person")[0][0]
    found = await Records(Profile, person, person, None, "en", house.database).list()
    return found[0].target if found else None


async def test_late_is_better_than_never_but_not_for_long(study):
    anna = study.speaker()
    await did(anna, "Verbs", 2)
    told = await study.sleep_through(days=5, hours=2)  # until Monday noon
    assert [one.splitlines()[2] for one in told] == [LAST_WEEK]
    await did(anna, "Verbs", 1)
    assert await study.sleep_through(days=9) == []  # until Wednesday of the week after
    assert len(await study.wait(days=5)) == 1


async def test_it_keeps_six_in_the_evening_when_the_clocks_change(study):
    study.clock.leap(datetime(2027, 3, 24, 10, tzinfo=UTC))
    anna = study.speaker(zone="Europe/Berlin")
    await did(anna, "Verbs", 2)
    # Summer begins on Sunday 28 March, so that six is four o'clock UTC.
    assert await study.wait(days=4, hours=5, minutes=59) == []
    assert len(await study.wait(minutes=1)) == 1


async def test_somebody_who_moves_gets_it_at_six_there(study):
    anna = study.speaker()
    await did(anna, "Verbs", 2)
    await anna(("I live in Tokyo", re.compile("Tokyo")))
    assert await study.wait(days=3, hours=22, minutes=59) == []  # Sunday, 17:59 there
    assert len(await study.wait(minutes=1)) == 1
    assert await study.wait(days=2) == []


@pytest.mark.parametrize(
    ("clock", "end"),
    [
        ("20:59", None),
        ("21:00", "19 08:00"),
        ("23:59", "19 08:00"),
        ("00:00", "18 08:00"),
        ("07:59", "18 08:00"),
        ("08:00", None),
    ],
)
def test_when_quiet_is_over(clock, end):
    now = datetime.fromisoformat(f"2026-11-18 {clock}")
    found = quiet_end(Profile(), now)
    assert (found and f"{found:%d %H:%M}") == end


def test_no_quiet_and_quiet_by_day():
    noon = datetime(2026, 11, 18, 12)
    always = Profile(quiet_from=noon.time(), quiet_until=noon.time())
    assert quiet_end(always, noon) is None
    siesta = Profile(quiet_from=noon.time(), quiet_until=(noon + timedelta(hours=2)).time())
    assert quiet_end(siesta, noon) == noon + timedelta(hours=2)
    assert quiet_end(siesta, noon - timedelta(minutes=1)) is None
