"""Calendar arithmetic on dates: months ahead, the next 25th, which Friday."""

from calendar import monthrange
from datetime import date, timedelta

COMING = "coming"
"""The nearest one after today, whatever week it is in."""


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def monday_of(day: date, weeks: int = 0) -> date:
    """The Monday of the week so many weeks from that day's."""
    return day - timedelta(days=day.weekday() - 7 * weeks)


def weekday_date(weekday: int, shift: int | str | None, today: date) -> date:
    """Which day a weekday means.

    Said alone: the nearest after today; with "this" (0): today or the nearest after it; with
    "next" (1) and so on: that day of the calendar week that many weeks ahead; with "last" (-1): the
    nearest before today.
    """
    ahead = (weekday - today.weekday()) % 7
    if shift == 0:
        return today + timedelta(days=ahead)
    if shift == -1:
        return today + timedelta(days=ahead - 7)
    if isinstance(shift, int):
        return monday_of(today, shift) + timedelta(days=weekday)
    return today + timedelta(days=ahead or 7)


def next_date(day: int, month: int | None, today: date) -> date | None:
    """The first such day of a month (or of any month) that is not over; None: there is none."""
    first = date(today.year, today.month if month is None else month, 1)
    for tries in range(9 * 12 if month is None else 9):  # 29 February may be eight years away
        start = add_months(first, tries if month is None else 12 * tries)
        if day <= monthrange(start.year, start.month)[1]:
            found = start.replace(day=day)
            if found >= today:
                return found
    return None
