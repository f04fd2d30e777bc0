"""The arithmetic of times: what comes next, and which instant a wall time is."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model import Recurrence, instant, wall

WEDNESDAY = datetime(2026, 11, 18, 10)


def after(every: Recurrence, *times: int) -> list[datetime]:
    """The first occurrences after Wednesday ten o'clock."""
    at, found = WEDNESDAY, []
    for _ in range(times[0] if times else 3):
        at = every.next(at)
        found.append(at)
    return found


@pytest.mark.parametrize(
    ("every", "expected"),
    [
        (Recurrence("day", at=time(9)), ["11-19 09:00", "11-20 09:00", "11-21 09:00"]),
        (Recurrence("day", at=time(11)), ["11-18 11:00", "11-19 11:00", "11-20 11:00"]),
        (Recurrence("day"), ["11-19 09:00", "11-20 09:00", "11-21 09:00"]),
        (
            Recurrence("day", 3, at=time(8), start=date(2026, 11, 15)),
            ["11-21 08:00", "11-24 08:00", "11-27 08:00"],
        ),
        (
            Recurrence("day", at=time(8), start=date(2026, 12, 30)),
            ["12-30 08:00", "12-31 08:00", "01-01 08:00"],
        ),
        (
            Recurrence("week", weekdays=(0,), at=time(9)),
            ["11-23 09:00", "11-30 09:00", "12-07 09:00"],
        ),
        (
            Recurrence("week", weekdays=(4, 2), at=time(9)),
            ["11-20 09:00", "11-25 09:00", "11-27 09:00"],
        ),
        (Recurrence("week", weekdays=(2,), at=time(10)), ["11-25 10:00", "12-02 10:00"]),
        (Recurrence("week", weekdays=(2,), at=time(10, 1)), ["11-18 10:01", "11-25 10:01"]),
        (
            Recurrence("week", 2, weekdays=(0,), at=time(9), start=date(2026, 11, 23)),
            ["11-23 09:00", "12-07 09:00", "12-21 09:00"],
        ),
        (
            Recurrence("week", 2, weekdays=(0, 4), at=time(9), start=date(2026, 11, 12)),
            ["11-23 09:00", "11-27 09:00", "12-07 09:00"],
        ),
        (Recurrence("week", 2), ["12-02 09:00", "12-16 09:00", "12-30 09:00"]),
        (Recurrence("month", day=30, at=time(9)), ["11-30 09:00", "12-30 09:00", "01-30 09:00"]),
        (
            Recurrence("month", day=31, at=time(9)),
            ["11-30 09:00", "12-31 09:00", "01-31 09:00", "02-28 09:00", "03-31 09:00"],
        ),
        (Recurrence("month", day=5), ["12-05 09:00", "01-05 09:00"]),
        (
            Recurrence("month", 3, day=1, start=date(2026, 1, 1)),
            ["01-01 09:00", "04-01 09:00", "07-01 09:00"],
        ),
        (Recurrence("year", day=25, month=11), ["11-25 09:00", "11-25 09:00"]),
        (Recurrence("year", day=1, month=3), ["03-01 09:00", "03-01 09:00"]),
        (Recurrence("hour", 2), ["11-18 12:00", "11-18 14:00", "11-18 16:00"]),
        (Recurrence("minute", 30), ["11-18 10:30", "11-18 11:00"]),
        (
            Recurrence("hour", 5, at=time(9), start=date(2026, 11, 18)),
            ["11-18 14:00", "11-18 19:00", "11-19 00:00"],
        ),
        (Recurrence("hour", start=date(2026, 11, 20)), ["11-20 00:00", "11-20 01:00"]),
    ],
)
def test_next(every: Recurrence, expected: list[str]) -> None:
    assert [f"{at:%m-%d %H:%M}" for at in after(every, len(expected))] == expected


def test_leap_day_falls_on_the_last_of_february() -> None:
    found = after(Recurrence("year", day=29, month=2), 3)
    assert [at.date() for at in found] == [date(2027, 2, 28), date(2028, 2, 29), date(2029, 2, 28)]


def test_every_ten_years_is_found_at_once() -> None:
    found = after(Recurrence("year", 10, day=1, month=1, start=date(2020, 1, 1)), 2)
    assert [at.date() for at in found] == [date(2030, 1, 1), date(2040, 1, 1)]


recurrences = st.builds(
    Recurrence,
    unit=st.sampled_from(["minute", "hour", "day", "week", "month", "year"]),
    every=st.integers(1, 60),
    weekdays=st.lists(st.integers(0, 6), unique=True, max_size=7).map(tuple),
    day=st.none() | st.integers(1, 31),
    month=st.none() | st.integers(1, 12),
    at=st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    start=st.none() | st.dates(date(1990, 1, 1), date(2060, 1, 1)),
)
moments = st.datetimes(datetime(1990, 1, 1), datetime(2060, 1, 1))


@given(recurrences, moments)
def test_next_is_later_and_not_before_the_start(every: Recurrence, at: datetime) -> None:
    found = every.next(at)
    assert found > at
    if every.start is not None:
        assert found.date() >= every.start
    if every.unit not in ("minute", "hour"):
        assert found.time() == (every.at or time(9))
    if every.unit == "week" and every.weekdays:
        assert found.weekday() in every.weekdays


@given(recurrences.filter(lambda one: one.start is not None), moments, st.integers(0, 10**6))
def test_an_anchored_one_skips_nothing(every: Recurrence, at: datetime, early: int) -> None:
    """Asked from any earlier time before an occurrence, it is that occurrence or one before it."""
    found = every.next(at)
    assert every.next(at - timedelta(seconds=early)) <= found
    assert every.next(found - timedelta(microseconds=1)) == found


@pytest.mark.parametrize(
    ("zone", "local", "utc"),
    [
        # gaps: the first instant after
        ("Europe/Berlin", "2026-03-29T02:00", "2026-03-29T01:00"),
        ("Europe/Berlin", "2026-03-29T02:30", "2026-03-29T01:00"),
        ("Europe/Berlin", "2026-03-29T02:59:59.999999", "2026-03-29T01:00"),
        ("Europe/Berlin", "2026-03-29T03:00", "2026-03-29T01:00"),
        ("Europe/Berlin", "2026-03-29T01:59", "2026-03-29T00:59"),
        ("America/New_York", "2026-03-08T02:15", "2026-03-08T07:00"),
        ("America/Santiago", "2026-09-06T00:30", "2026-09-06T04:00"),
        ("Australia/Sydney", "2026-10-04T02:30", "2026-10-03T16:00"),
        ("Australia/Lord_Howe", "2026-10-04T02:10", "2026-10-03T15:30"),
        ("Pacific/Apia", "2011-12-30T12:00", "2011-12-30T10:00"),
        # folds: the first of the two
        ("Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30"),
        ("Europe/Berlin", "2026-10-25T03:00", "2026-10-25T02:00"),
        ("America/New_York", "2026-11-01T01:30", "2026-11-01T05:30"),
        ("Australia/Sydney", "2026-04-05T02:30", "2026-04-04T15:30"),
        # neither
        ("Europe/Berlin", "2026-07-01T09:00", "2026-07-01T07:00"),
        ("Asia/Kolkata", "2026-11-18T10:00", "2026-11-18T04:30"),
    ],
)
def test_instant(zone: str, local: str, utc: str) -> None:
    expected = datetime.fromisoformat(utc).replace(tzinfo=UTC)
    assert instant(datetime.fromisoformat(local), zone) == expected


ZONES = ["Europe/Berlin", "America/New_York", "Australia/Sydney", "America/Santiago", "UTC"]


@given(moments, st.sampled_from(ZONES))
def test_wall_and_instant_agree(local: datetime, zone: str) -> None:
    at = instant(local, zone)
    assert at.tzinfo is UTC
    back = wall(at, zone)
    assert back.fold == 0
    assert back == local or (back > local and back.second == 0)  # the latter in a gap


@given(moments, moments, st.sampled_from(ZONES))
def test_instant_keeps_order_over_gaps(one: datetime, other: datetime, zone: str) -> None:
    early, late = sorted((one, other))
    assert instant(early, zone) <= instant(late, zone)
