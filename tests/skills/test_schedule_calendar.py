"""The schedule in other calendars: the file, the secret address, and what they make of it."""

import asyncio
import re
import stat
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import httpx
import icalendar
import pytest
from dateutil.rrule import rrulestr

from bots.web.feeds import MOST, Feeds
from bots.web.ingress import Ingress, serve_http
from core.errors import ConfigError
from core.model import Recurrence, instant
from core.pipeline.feeds import read_feed
from core.skill.feeds import Addresses
from core.store.keys import Keys
from core.study import Booking
from skills.schedule.ics import ics
from tests.dialog import Dialog

BERLIN = ZoneInfo("Europe/Berlin")
SECRET = "a secret of many letters"
LINK = re.compile(r"https://viva\.example(/feed/([\w-]+)\.ics)")


@pytest.fixture
async def school(tmp_path):
    dialog = Dialog(
        tmp_path, settings={"VIVA_LLM": "none", "VIVA_PUBLIC_URL": "https://viva.example/"}
    )
    await dialog.start()
    yield dialog
    await dialog.app.stop()


def series(every, first, zone="Europe/Berlin", **more):
    start = instant(first, zone)
    end = start + timedelta(hours=1)
    return Booking("Maths", start, end, first, zone, every=every, id="x1", **more)


def event_of(data):
    [event] = icalendar.Calendar.from_ical(data).walk("VEVENT")
    return event


def expanded(event, count):
    """Naive local begins, as python-dateutil expands the rule."""
    start = event["DTSTART"].dt
    rule = rrulestr(event["RRULE"].to_ical().decode(), dtstart=start)
    gone = event.get("EXDATE", [])
    without = {
        one.dt for many in ([gone] if not isinstance(gone, list) else gone) for one in many.dts
    }
    return [
        one.replace(tzinfo=None) for one in islice(rule, count + len(without)) if one not in without
    ][:count]


NINE = time(9)
RULES = [
    Recurrence("day", at=NINE),
    Recurrence("day", every=3, at=NINE),
    Recurrence("week", weekdays=(0, 3), at=NINE),
    Recurrence("week", every=2, weekdays=(1,), at=NINE),
    Recurrence("week", every=2, weekdays=(0, 6), at=NINE),
    Recurrence("month", day=15, at=NINE),
    Recurrence("month", day=31, at=NINE),
    Recurrence("month", day=30, at=NINE),
    Recurrence("month", every=2, weekdays=(4,), nth=2, at=NINE),
    Recurrence("month", weekdays=(4,), nth=-1, at=NINE),
    Recurrence("year", month=2, day=29, at=NINE),
    Recurrence("year", month=12, day=24, at=NINE),
]


@pytest.mark.parametrize("every", RULES, ids=str)
def test_other_calendars_find_the_same_days(every):
    every = every.starting(date(2026, 3, 2))
    first = every.next(datetime(2026, 3, 1, 23))
    booking = series(every, first)

    event = event_of(ics([booking], "Schedule", "Session"))

    assert event["DTSTART"].dt == first.replace(tzinfo=BERLIN)
    assert expanded(event, 12) == list(islice(booking.walls(datetime(2026, 3, 1)), 12))


def test_the_wall_time_stays_when_the_clocks_change():
    booking = series(Recurrence("week", weekdays=(6,), at=NINE, start=date(2026, 3, 22)),
                     datetime(2026, 3, 22, 9))  # fmt: skip
    start = event_of(ics([booking], "Schedule", "Session"))["DTSTART"].dt

    assert [(start + timedelta(weeks=n)).astimezone(UTC).hour for n in (0, 1)] == [8, 7]


def test_what_does_not_take_place_and_the_end_are_told():
    every = Recurrence(
        "week", weekdays=(0,), at=NINE, start=date(2026, 3, 2), until=date(2026, 4, 6)
    )
    booking = series(
        every, datetime(2026, 3, 2, 9), without=(datetime(2026, 3, 30, 9),), sequence=4
    )

    event = event_of(ics([booking], "Schedule", "Session"))

    assert [one.day for one in expanded(event, 9)] == [2, 9, 16, 23, 6]
    assert event["RRULE"]["UNTIL"] == [datetime(2026, 4, 6, 7, tzinfo=UTC)]
    assert event["SEQUENCE"] == 4


def test_hostile_titles_are_words_and_lines_are_folded():
    title = "Maths; a, b\r\nBEGIN:VALARM\\n" + "Ж" * 200
    booking = replace(series(None, datetime(2026, 3, 2, 9)), title=title, place="Room: 1; 2")

    data = ics([booking], "Schedule", "Session")

    event = event_of(data)
    assert str(event["SUMMARY"]).replace("\r", "") == title.replace("\r", "")
    assert event["LOCATION"] == "Room: 1; 2"
    assert not icalendar.Calendar.from_ical(data).walk("VALARM")
    assert max(map(len, data.split(b"\r\n"))) <= 75


def test_the_same_bookings_make_the_same_bytes():
    one = series(Recurrence("day", at=NINE, start=date(2026, 3, 2)), datetime(2026, 3, 2, 9))
    other = replace(series(None, datetime(2026, 5, 2, 9)), id="a2")
    assert ics([one, other], "S", "s") == ics([other, one], "S", "s")


def test_signs_that_no_calendar_holds_are_left_out():
    at = datetime(2026, 11, 19, 9, tzinfo=UTC)
    wall, ends = at.replace(tzinfo=None), at + timedelta(hours=1)
    odd = Booking("Ma\x00th\ud800s\x1b\r", at, ends, wall, "UTC", place="La\x07b", id="x")
    event = event_of(ics([odd], "My\x0b plan\udfff", "Session"))
    assert (event["SUMMARY"], event["LOCATION"]) == ("Maths", "Lab")


async def test_the_calendar_is_sent_as_a_file(school):
    anna = school.speaker(zone="Europe/Berlin")
    await anna(
        ("send me my calendar", "Nothing is booked in the next seven days."),
        ("plan maths every Tuesday at 18:00 for two hours", re.compile("every Tuesday")),
    )
    reply = await anna.say("export my schedule")

    assert reply.text.startswith("Here is your calendar with one booking.")
    assert (reply.file.name, reply.file.media_type) == ("schedule.ics", "text/calendar")
    first = event_of(reply.file.data)
    assert first["DTSTART"].dt == datetime(2026, 11, 24, 18, tzinfo=BERLIN)
    assert first["DTEND"].dt - first["DTSTART"].dt == timedelta(hours=2)
    await anna.say("cancel maths on Tuesday")
    second = event_of((await anna.say("export my schedule")).file.data)
    assert (second["UID"], second["SEQUENCE"]) == (first["UID"], 1)


async def test_without_an_address_of_ours_it_is_said_what_is_missing(dialog):
    await dialog(
        ("give me a link to my calendar", re.compile("has to set VIVA_PUBLIC_URL")),
    )


async def linked(speaker, said="give me a link to my calendar"):
    found = LINK.search((await speaker.say(said)).text)
    assert found
    return found[1], found[2]


async def test_an_address_gives_the_calendar_of_its_person_until_a_new_one(school):
    anna, ben = school.speaker("anna"), school.speaker("ben")
    await anna.say("plan maths tomorrow at 9:00")
    await ben.say("plan chess tomorrow at 9:00")
    path, token = await linked(anna)
    assert (await linked(anna))[1] == token
    house = school.app.house
    app = Ingress(
        [], school.channel.accept, lambda: True, feeds=Feeds(lambda t: read_feed(house, t))
    )

    async with serve_http(app, port=0) as port, httpx.AsyncClient() as client:
        base = f"http://127.0.0.1:{port}"
        got = await client.get(base + path)
        assert (got.status_code, got.headers["content-type"]) == (
            200,
            "text/calendar; charset=utf-8",
        )
        assert got.headers["cache-control"].startswith("private")
        assert event_of(got.content)["SUMMARY"] == "Maths"
        tag = got.headers["etag"]
        again = await client.get(base + path, headers={"if-none-match": f'"x", {tag}'})
        assert (again.status_code, again.content) == (304, b"")
        head = await client.head(base + path)
        assert (head.status_code, head.content) == (200, b"")
        assert (await client.post(base + path)).status_code == 405

        await anna.say("plan physics on Friday at 9:00")
        later = await client.get(base + path, headers={"if-none-match": tag})
        assert (later.status_code, later.headers["etag"] != tag) == (200, True)

        refused = [
            path[:-5] + ("A" if path[-5] != "A" else "B") + ".ics",
            "/feed/.ics",
            "/feed/abc.ics",
            f"/feed/{'A' * 300}.ics",
            f"/feed/{'A' * 3000}.ics",
            path.removesuffix(".ics"),
            path + "/x",
            "/feed/../health.ics",
            "/feed/%00.ics",
        ]
        answers = [await client.get(base + one) for one in refused]
        assert {(one.status_code, one.content) for one in answers} == {
            (404, b'{"error":"not found"}')
        }

        fresh, _ = await linked(anna, "give me a new link to my calendar")
        assert fresh != path
        assert (await client.get(base + path)).status_code == 404
        assert (await client.get(base + fresh)).status_code == 200


async def test_a_feed_writes_nothing(school):
    anna = school.speaker()
    await anna.say("plan maths tomorrow at 9:00")
    _, token = await linked(anna)
    before = list(school.app.house.database.read("SELECT count(*), sum(revision) FROM record"))

    assert await read_feed(school.app.house, token) is not None
    assert school.app.house.database.read("SELECT count(*), sum(revision) FROM record") == before


async def test_one_feed_is_not_fetched_too_often_and_none_is_held_up_by_another():
    now = [0.0]

    async def read(token):
        from core.model import Attachment

        return Attachment("a.ics", "text/calendar", token.encode()) if token != "no" else None

    feeds = Feeds(read, lambda: now[0])

    async def status(token):
        start, _ = await feeds.answer(
            {"method": "GET", "path": f"/feed/{token}.ics", "headers": []}
        )
        return start["status"]

    assert {await status("a") for _ in range(MOST)} == {200}
    assert await status("a") == 429
    assert await status("b") == 200
    assert {await status("no") for _ in range(2 * MOST)} == {404}
    now[0] = 61.0
    assert await status("a") == 200


async def test_a_feed_that_fails_says_so_and_no_more(caplog):
    async def read(token):
        raise RuntimeError(token)

    start, body = await Feeds(read).answer(
        {"method": "GET", "path": "/feed/se-cret.ics", "headers": []}
    )
    assert start["status"] == 503
    assert "se-cret" not in caplog.text + str(body)


def test_tokens_are_for_one_feed_person_and_nonce(tmp_path):
    ours = Addresses(Keys([SECRET], tmp_path / "key"), "https://viva.example/")
    token = ours.token("schedule", "anna", "n1")
    opened = ours.opened(token)
    assert opened is not None
    assert tuple(opened) == ("schedule", "anna", "n1")
    others = Addresses(Keys(["another secret of ours"], tmp_path / "key"), None)
    assert others.opened(token) is None
    assert others.address("schedule", "anna", "n1") is None
    for wrong in ("", "=", "é", token[:-2], token + "AA", token.swapcase(), "A" * 43, "A" * 4000):
        assert ours.opened(wrong) is None


def test_a_list_of_secrets_rotates(tmp_path):
    old = Keys([SECRET], tmp_path / "key")
    both = Keys(["the new secret of ours", SECRET], tmp_path / "key")
    signature = old.sign("feed", b"words")
    assert both.is_ours("feed", b"words", signature)
    assert not old.is_ours("feed", b"words", both.sign("feed", b"words"))
    assert not both.is_ours("other", b"words", signature)
    assert not (tmp_path / "key").exists()


def test_a_secret_is_made_for_its_owner_only_and_kept(tmp_path):
    path = tmp_path / "secret.key"
    signature = Keys([], path).sign("feed", b"words")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert Keys([], path).is_ours("feed", b"words", signature)
    assert [one.name for one in tmp_path.iterdir()] == ["secret.key"]


def test_a_secret_that_is_too_short_stops_the_start(tmp_path):
    with pytest.raises(ConfigError, match="VIVA_SECRET_KEY: too short") as error:
        Keys(["short"], tmp_path / "key")
    assert "'short'" not in str(error.value)
    (tmp_path / "key").write_text("short")
    with pytest.raises(ConfigError, match="holds too short"):
        Keys([], tmp_path / "key").sign("feed", b"")


def test_the_house_keeps_its_word_on_many_bookings():
    many = [replace(series(None, datetime(2026, 3, 2, 9)), id=f"b{n}") for n in range(300)]
    data = asyncio.run(asyncio.to_thread(ics, many, "Schedule", "Session"))
    assert len(icalendar.Calendar.from_ical(data).walk("VEVENT")) == 300
