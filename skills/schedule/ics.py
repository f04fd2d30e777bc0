"""Bookings as iCalendar (RFC 5545): what every calendar program reads."""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from core.model import Recurrence, instant
from core.study import Booking

MEDIA_TYPE = "text/calendar"
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LAST_SAFE_DAY, LAST_DAY = 28, 31
"""Days of the month that every month has, and that stands for its last."""
ZONE_YEARS = 12
"""For which the clocks' changes are told; programs know them by the zone's name anyway."""
UNITS = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}


def ics(bookings: Sequence[Booking], name: str, untitled: str) -> bytes:
    """A whole calendar. The same bookings always make the same bytes."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//vivavoce//schedule//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _legible(name))
    for one in sorted(bookings, key=lambda one: one.id):
        for event in _events(one, untitled):
            calendar.add_component(event)
    walls = [one.wall for one in bookings if one.every is not None]
    if walls:
        first = min(walls).date()
        calendar.add_missing_timezones(
            first.replace(month=1, day=1), date(first.year + ZONE_YEARS, 1, 1)
        )
    return bytes(calendar.to_ical())


def _events(one: Booking, untitled: str) -> list[Any]:
    """One event; of a series with several clock times a day one for each of these."""
    if one.every is None or not one.every.also:
        return [_event(one, untitled)]
    found = []
    for number, clock in enumerate((one.every.at, *one.every.also)):
        every = replace(one.every, at=clock, also=())
        first = every.next(one.wall - timedelta(minutes=1))
        if first is not None:
            single = replace(one, every=every, wall=first)
            found.append(_event(single, untitled, f"-{number}" if number else ""))
    return found


def _event(one: Booking, untitled: str, suffix: str = "") -> Any:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{one.id}{suffix}@vivavoce")
    event.add("dtstamp", one.changed or one.created or one.start)
    if one.created:
        event.add("created", one.created)
    if one.changed:
        event.add("last-modified", one.changed)
    event.add("sequence", one.sequence)
    place = _legible(one.place)
    event.add("summary", _legible(one.title) or place or untitled)
    if place:
        event.add("location", place)
    if one.every is None:
        event.add("dtstart", one.start.astimezone(UTC))
        event.add("dtend", one.end.astimezone(UTC))
        return event
    zone = ZoneInfo(one.zone)
    event.add("dtstart", one.wall.replace(tzinfo=zone))
    event.add("dtend", (one.wall + one.length).replace(tzinfo=zone))
    event.add("rrule", rule(one.every, one.wall, one.zone))
    for gone in one.without:
        if gone >= one.wall and gone.time() == one.wall.time():
            event.add("exdate", gone.replace(tzinfo=zone))
    return event


def _legible(text: str) -> str:
    """Without signs that no calendar may hold: control characters and halves of a sign."""
    kept = (one for one in text if one == "\n" or unicodedata.category(one) not in ("Cc", "Cs"))
    return "".join(kept)


def rule(every: Recurrence, first: datetime, zone: str) -> dict[str, Any]:
    """A recurrence as RRULE has it; `first` is its first occurrence, naive in the zone."""
    parts: dict[str, Any] = {"freq": UNITS[every.unit], "interval": every.every}
    if every.unit == "week":
        parts |= {"byday": [WEEKDAYS[day] for day in every.weekdays or (first.weekday(),)]}
        parts["wkst"] = "MO"
    if every.unit == "year":
        parts["bymonth"] = every.month or first.month
    if every.unit in ("month", "year"):
        parts |= _of_month(every, (every.start or first.date()).day)
    if every.until is not None:
        last = datetime.combine(every.until, first.time())
        parts["until"] = instant(last, zone)
    return parts


def _of_month(every: Recurrence, start: int) -> dict[str, Any]:
    day = every.day or start
    if every.nths:
        return {"byday": [f"{nth}{WEEKDAYS[one]}" for nth in every.nths for one in every.weekdays]}
    if day <= LAST_SAFE_DAY:
        return {"bymonthday": day}
    if day == LAST_DAY:
        return {"bymonthday": -1}
    # A month without that day has its last one instead.
    return {"bymonthday": list(range(LAST_SAFE_DAY, day + 1)), "bysetpos": -1}
