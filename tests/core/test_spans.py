"""The arithmetic of times: what comes next, and which instant a wall time is."""

from dataclasses import replace
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
        coming = every.next(at)
        assert coming is not None
        found.append(at := coming)
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
        # of the month's weekdays: the first, the last, a fifth that few months have
        (
            Recurrence("month", weekdays=(0,), nth=1),
            ["12-07 09:00", "01-04 09:00", "02-01 09:00", "03-01 09:00"],
        ),
        (
            Recurrence("month", weekdays=(4,), nth=-1, at=time(17)),
            ["11-27 17:00", "12-25 17:00", "01-29 17:00", "02-26 17:00"],
        ),
        (Recurrence("month", weekdays=(6,), nth=5), ["11-29 09:00", "01-31 09:00", "05-30 09:00"]),
        (
            Recurrence("month", 2, weekdays=(1, 2), nth=3, start=date(2026, 11, 1)),
            ["01-19 09:00", "01-20 09:00", "03-16 09:00", "03-17 09:00"],
        ),
        (
            Recurrence("month", weekdays=(0,), nth=1, more_nths=(3,)),
            ["12-07 09:00", "12-21 09:00", "01-04 09:00", "01-18 09:00"],
        ),
        (
            Recurrence("month", weekdays=(0,), nth=4, more_nths=(-1,)),  # mostly the same day
            ["11-23 09:00", "11-30 09:00", "12-28 09:00", "01-25 09:00"],
        ),
        # several times a day
        (
            Recurrence("day", at=time(9), also=(time(13), time(21))),
            ["11-18 13:00", "11-18 21:00", "11-19 09:00", "11-19 13:00"],
        ),
        (
            Recurrence("week", weekdays=(0,), at=time(8), also=(time(20),)),
            ["11-23 08:00", "11-23 20:00", "11-30 08:00"],
        ),
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


def all_of(every: Recurrence) -> list[datetime]:
    """Every occurrence after Wednesday ten o'clock, of one that ends."""
    found: list[datetime] = []
    while (at := every.next(found[-1] if found else WEDNESDAY)) is not None:
        found.append(at)
    return found


@pytest.mark.parametrize(
    ("every", "days"),
    [
        (Recurrence("day", at=time(9), until=date(2026, 11, 20)), [19, 20]),
        (Recurrence("day", at=time(11), until=date(2026, 11, 18)), [18]),
        (Recurrence("day", at=time(9), until=date(2026, 11, 18)), []),
        (Recurrence("day", until=date(2026, 11, 1)), []),
        (Recurrence("day", 2, start=date(2026, 11, 20), until=date(2026, 11, 23)), [20, 22]),
        (Recurrence("week", weekdays=(0, 4), until=date(2026, 11, 27)), [20, 23, 27]),
        (Recurrence("month", weekdays=(4,), nth=-1, until=date(2026, 12, 24)), [27]),
        (Recurrence("hour", 12, until=date(2026, 11, 19)), [18, 19, 19]),
        (
            Recurrence("day", at=time(9), also=(time(21),), until=date(2026, 11, 19)),
            [18, 19, 19],
        ),
    ],
)
def test_what_ends_is_over(every: Recurrence, days: list[int]) -> None:
    assert [at.day for at in all_of(every)] == days


@pytest.mark.parametrize(
    "every", [Recurrence("year", 1000, start=date(2026, 1, 1)), Recurrence("day", 1000)]
)
def test_after_the_last_day_of_the_calendar_nothing_comes(every: Recurrence) -> None:
    assert every.next(datetime(9998, 12, 31, 23)) is None


MONTHLY = st.builds(
    Recurrence,
    unit=st.just("month"),
    every=st.integers(1, 14),
    weekdays=st.lists(st.integers(0, 6), unique=True, min_size=1, max_size=3).map(tuple),
    nth=st.sampled_from([1, 2, 3, 4, 5, -1]),
    start=st.none() | st.dates(date(1990, 1, 1), date(2060, 1, 1)),
)


def number_in_month(day: date) -> tuple[int, bool]:
    """Which such weekday of its month a day is, and whether it is the last."""
    return (day.day - 1) // 7 + 1, (day + timedelta(days=7)).month != day.month


@given(MONTHLY, st.datetimes(datetime(1990, 1, 1), datetime(2060, 1, 1)))
def test_the_nth_weekday_is_the_nth(every: Recurrence, at: datetime) -> None:
    found = every.next(at)
    assert found is not None
    number, last = number_in_month(found.date())
    assert found > at
    assert found.weekday() in every.weekdays
    assert last if every.nth == -1 else number == every.nth
    if every.every == 1 and every.nth != 5:  # and none is passed over: each month has one
        assert found - max(at, datetime.combine(every.start or at.date(), time())) < timedelta(63)


recurrences = st.builds(
    Recurrence,
    unit=st.sampled_from(["minute", "hour", "day", "week", "month", "year"]),
    every=st.integers(1, 60),
    weekdays=st.lists(st.integers(0, 6), unique=True, max_size=7).map(tuple),
    day=st.none() | st.integers(1, 31),
    month=st.none() | st.integers(1, 12),
    at=st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    start=st.none() | st.dates(date(1990, 1, 1), date(2060, 1, 1)),
    also=st.lists(st.times().map(lambda at: at.replace(microsecond=0)), max_size=3).map(tuple),
)
moments = st.datetimes(datetime(1990, 1, 1), datetime(2060, 1, 1))


@given(recurrences, moments)
def test_next_is_later_and_not_before_the_start(every: Recurrence, at: datetime) -> None:
    found = every.next(at)
    assert found is not None
    assert found > at
    if every.start is not None:
        assert found.date() >= every.start
    if every.unit not in ("minute", "hour"):
        assert found.time() in (every.at or time(9), *every.also)
    if every.unit == "week" and every.weekdays:
        assert found.weekday() in every.weekdays


@given(recurrences.filter(lambda one: one.start is not None), moments, st.integers(0, 10**6))
def test_an_anchored_one_skips_nothing(every: Recurrence, at: datetime, early: int) -> None:
    """Asked from any earlier time before an occurrence, it is that occurrence or one before it."""
    found = every.next(at)
    assert found is not None
    earlier = every.next(at - timedelta(seconds=early))
    assert earlier is not None
    assert earlier <= found
    assert every.next(found - timedelta(microseconds=1)) == found


@given(recurrences, moments, st.integers(0, 1000))
def test_an_end_takes_nothing_from_what_is_before_it(
    every: Recurrence, at: datetime, days: int
) -> None:
    found = every.next(at)
    until = at.date() + timedelta(days=days)
    ended = replace(every, until=until).next(at)
    assert ended == (found if found is not None and found.date() <= until else None)


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
