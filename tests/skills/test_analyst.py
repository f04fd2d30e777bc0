"""The analyst: what teachers ask, counted in their own workspace and in nobody else's."""

import re
from datetime import timedelta
from types import SimpleNamespace

import pytest

from tests.classroom import NOW, a_week, answered, school

__all__ = ["school"]


async def test_how_many_were_active(school):
    await a_week(school)
    zoe = school.teacher()
    reply = await zoe.say("how many learners were active last week")
    assert reply.text == (
        "3 learners were active from 9 to 15 November; in the same time before, nobody was.\n\n"
        "Mon 9 Nov   0\nTue 10 Nov  3\nWed 11 Nov  0\nThu 12 Nov  0\nFri 13 Nov  0\n"
        "Sat 14 Nov  0\nSun 15 Nov  0"
    )
    assert reply.speech == reply.text.partition("\n")[0]


SHARED = (
    "\n\nTold are only topics and questions that at least three learners share:"
    " private cards stay private."
)

COUNTED = (
    (
        "how many new learners this month",
        (
            "4 new learners began from 1 to 18 November; 5 have begun in all.\n\n"
            "Tue 10 Nov  3\nTue 17 Nov  1"
        ),
    ),
    (
        "who has not been active for two weeks",
        "One learner has not been active from 5 to 18 November.\n\n• Eve: 9 October",
    ),
    (
        "which questions fail most",
        (
            "“What is osmosis?” fails most: 67 % of the answers were wrong from 20 October to"
            f" 18 November, of 3 learners.{SHARED}"
        ),
    ),
    (
        "average accuracy by topic",
        (
            "33 % of 6 answers were right from 20 October to 18 November, in one topic;"
            f" the weakest is “Biology” with 33 %.{SHARED}"
        ),
    ),
    (
        "how much was studied each day this month",
        (
            "4 learners studied 7 min in all from 1 to 18 November and answered 7 questions."
            "\n\nTue 10 Nov  3 min · 3 answers\nTue 17 Nov  4 min · 4 answers"
        ),
    ),
    (
        "how is the course Spanish A1 going",
        "“Spanish A1”: 2 enrolled, 1 completed, 75 % of the lessons done; one is late.",
    ),
    ("how is the course knitting going", re.compile("^I know of no course “knitting”")),
    (
        "give me the weekly report",
        re.compile(r"^4 learners studied from 12 to 18 Nov.*\n\nActive learners  4\n"),
    ),
    (
        "how many learners were active yesterday",
        "4 learners were active on 17 November; in the same time before, nobody was.",
    ),
    (
        "how many learners were active in October",
        re.compile("^One learner was active from 1 to 31 October;"),
    ),
)


async def test_what_was_asked_is_what_is_counted(school):
    await a_week(school)
    await school.has(
        None,
        "course",
        "c1",
        title="Spanish A1",
        about="",
        created="2026-11-01T00:00:00Z",
        lessons=[{"title": "one"}, {"title": "two"}],
    )
    for who, done, completed in (("Ann", [0], None), ("Ben", [0, 1], "2026-11-12T00:00:00Z")):
        await school.has(
            who,
            "enrolment",
            f"e-{who}",
            course="c1",
            title="Spanish A1",
            done=done,
            begun="2026-11-01T00:00:00Z",
            deadline="2026-11-10",
            completed=completed,
        )
    await school.teacher()(*COUNTED)


async def test_long_times_are_told_by_weeks_and_months(school):
    await a_week(school)
    zoe = school.teacher()
    reply = await zoe.say("how many learners were active this year")
    sentence, _, lines = reply.text.partition("\n\n")
    assert sentence == (
        "5 learners were active from 1 January to 18 November; in the same time before, nobody was."
    )
    assert lines.splitlines()[0] == "Jan 2026  0"
    assert lines.splitlines()[9:] == ["Oct 2026  1", "Nov 2026  4"]
    reply = await zoe.say("how many learners were active in the last 90 days")
    assert reply.text.partition("\n\n")[2] == "9 Oct   1\n6 Nov   3\n13 Nov  4"
    assert (await zoe.say("as a table")).file.data.count(b"\n") == 14


async def test_days_are_those_of_the_teacher(school):
    late = (NOW.replace(hour=3) - NOW) / timedelta(days=-1)  # 03:00 UTC: the day before, over there
    await school.did(answered("Ann", late, 1.0))
    here = "One learner was active on 18 November"
    there = "Nobody was active on 18 November"
    await school.teacher()(("how many learners were active today", re.compile(f"^{here}")))
    await school.teacher()(("/zone set New York", re.compile("New York|New_York")))
    await school.teacher()(("how many learners were active today", re.compile(f"^{there}")))


async def test_rooms_by_their_claims(school):
    await school.has(None, "room", "r1", title="Blue room")
    begin = NOW.timestamp()
    await school._write(
        "INSERT INTO claim(workspace, key, kind, record, begins, ends)"
        " VALUES (?, 'room/r1', 'booking', ?, ?, ?)",
        [("home", "a", begin, begin + 5400), ("other", "b", begin + 9000, begin + 9999)],
    )
    answer = "One booking from 16 to 22 November, 1.5 h in all.\n\nBlue room  1 × · 1.5 h"
    await school.teacher()(("room use this week", answer))


async def test_learners_are_refused_and_shown_their_own(school):
    await a_week(school)
    ann = school.speaker("somebody")
    refused = "That is for teachers only."
    await ann(
        ("how many learners were active last week", refused),
        ("which questions fail most", refused),
        ("export the report as csv", refused),
        ("send me this report every Monday at 8", refused),
        ("/analyst report new", refused),
        ("/analyst ask who failed", refused),
    )
    report = (await ann.say("give me the weekly report")).text
    assert report == (await ann.say("/progress show")).text


async def test_a_workspace_knows_nothing_of_another(school):
    await a_week(school)
    await school.people("Xeno", "Yan", "Zed", workspace="other")
    for who in ("Xeno", "Yan", "Zed"):
        await school.has(who, "card", f"x-{who.lower()}", front="Theirs?")
        await school.did(answered(who, 1, 0.0, "x", "Their topic"), workspace="other")
        await school.has(
            who,
            "enrolment",
            f"f-{who}",
            course="k",
            title="Their course",
            begun="2026-11-01T00:00:00Z",
        )
    zoe = school.teacher()
    said = [
        (await zoe.say(one)).text
        for one in (
            "give me the weekly report",
            "which questions fail most",
            "average accuracy by topic",
            "how are the courses going",
            "how many new learners this month",
            "who has not been active for two weeks",
        )
    ]
    assert "Their" not in "".join(said)
    assert said[0].startswith("4 learners")
    assert said[4].startswith("4 new learners began from 1 to 18 November; 5 have")


async def test_what_fewer_than_three_have_is_not_told(school):
    await a_week(school)
    zoe = school.teacher()
    for said in ("which questions fail most", "average accuracy by topic", "as a table"):
        reply = await zoe.say(said)
        assert "secret" not in reply.text + str(reply.file and reply.file.data.decode())
        assert "diary" not in reply.text + str(reply.file and reply.file.data.decode())
    await zoe(
        ("accuracy in diary", re.compile("^Nothing was answered .* about “diary” by enough")),
        ("which questions about diary fail most", re.compile("^No question about “diary”")),
    )


async def test_what_is_written_otherwise_is_the_same_question(school):
    for who, front in (
        ("Ann", "Capital of Peru?"),
        ("Ben", " capital  of peru"),
        ("Cleo", "CAPITAL OF PERU"),
    ):
        await school.has(who, "card", f"q-{who.lower()}", front=front)
        await school.did(answered(who, 1, 0.0))
    reply = await school.teacher().say("which questions fail most")
    assert "fails most: 100 % of the answers were wrong" in reply.text


async def test_marked_as_right_afterwards_is_right(school):
    await a_week(school)
    await school.did(("Ben", 1, "quiz.corrected", "q-ben", "Biology", 1.0, 0.0))
    reply = await school.teacher().say("average accuracy by topic")
    assert reply.text.startswith("50 % of 6 answers were right")


async def test_a_table_to_take_along(school):
    await a_week(school)
    await school.people("=HYPERLINK(1)")
    await school.did(("=hyperlink(1)", 50, "lesson.done", "c", "x", None, 1.0))
    zoe = school.teacher()
    await zoe.say("who has not been active for two weeks")
    reply = await zoe.say("[As a table]")
    assert reply.file.name == "idle-2026-11-05.csv"
    assert reply.file.media_type == "text/csv"
    lines = reply.file.data.decode("utf-8-sig").splitlines()
    assert lines == ["Learner,Last active", "'=HYPERLINK(1),2026-09-29", "Eve,2026-10-09"]
    assert reply.file.data == (await zoe.say("export the report as csv")).file.data


async def test_many_names_are_a_number_and_a_table(school):
    names = [f"Learner{number}" for number in range(30)]
    await school.people(*names)
    await school.did(*((name, 60, "lesson.done", "c", "x", None, 1.0) for name in names))
    zoe = school.teacher()
    reply = await zoe.say("who has not been active for two weeks")
    assert reply.text.startswith("30 learners have not been active")
    assert "Learner1" not in reply.text
    assert reply.file is None
    assert b"Learner17" in (await zoe.say("as a table")).file.data


async def test_a_picture_where_somebody_draws(school):
    await a_week(school)
    drawn = []

    async def chart(chart, *, dark=False):
        drawn.append(chart)
        return b"\x89PNG"

    drawer = SimpleNamespace(name="pencil", chart=chart)
    school.app.house.drawers = lambda: drawer
    reply = await school.teacher().say("how many learners were active last week")
    assert reply.image.data == b"\x89PNG"
    assert reply.image.alt == reply.speech
    (shown,) = drawn
    assert shown.labels[1] == "Tue 10 Nov"
    assert list(shown.series[0].values) == [0, 3, 0, 0, 0, 0, 0]


async def test_in_free_words_the_nearest_are_offered(school):
    await a_week(school)
    zoe = school.teacher()
    await zoe(("ask the analyst which rooms and courses matter", "What shall I count?"))
    assert list(zoe.choices)[:2] == ["Courses", "Room use"]
    await zoe(
        ("[Courses]", re.compile("^There are no courses")),
        ("/analyst report newcomers", re.compile("new learner")),
        ("/analyst report the meaning of life", "What shall I count?"),
        ("/analyst report", re.compile("^4 learners studied from 12 to 18 November")),
    )


HOSTILE = ("x" * 500, "'; DROP TABLE fact; --", "{ $people }", "%", "=1+1", "a\nb")


@pytest.mark.parametrize("words", HOSTILE)
async def test_words_are_never_a_query(school, words):
    await a_week(school)
    for who in ("Ann", "Ben", "Cleo"):
        await school.has(who, "card", f"w-{who.lower()}", front=words)
        await school.did(answered(who, 1, 0.0, "w", words))
    zoe = school.teacher()
    for said in ("average accuracy by topic", "which questions fail most"):
        reply = await zoe.say(said)
        assert all(len(line) < 400 for line in reply.text.splitlines())
    assert (await zoe.say("as a table")).file is not None
    await zoe.say(f"/analyst report {words}")
    await zoe.say(f"accuracy in {words}")
    await zoe.say(f"how is the course {words} going")
    for token in (
        "analyst.report?what=../x",
        "analyst.export?what=new&span=99999999x9",
        "analyst.report?what=idle&span=20261101x99999999",
    ):
        zoe.choices = {"old": token}
        assert (await zoe.say("[old]")).text
    assert (await zoe.say("give me the weekly report")).text.startswith("4 learners")
