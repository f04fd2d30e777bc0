"""The one table of how loose words are read: the hour of "at 5", the clock of "evening".

It is the same in the four languages; what is not a number here is decided by the words of each
`times.yaml` along these lines.

| said | read as |
|---|---|
| "at 5", no day | the next waking hour of the two: `WAKING` |
| "tomorrow at 5", "on Friday at 8" | 7 to 11 are in the morning, the rest after noon: `MORNING` |
| "half four" | half past four; "halb vier", "половина четвёртого" are half past three |
| "morning", "noon", "evening", "tonight" | its clock time in `PARTS`, and vague |
| "tonight at two" | after midnight: `NIGHTS` |
| a bare date, "on Friday" | that day without a clock time |
| "Friday" | the nearest after today; on a Friday the one in a week |
| "this Friday" | today or the nearest after it |
| "next Friday" | that of next week; with a word that means "coming" ("próximo") the nearest |
| "in a week on Friday" | that of the week in which that day is |
| "3/12", "03/12" | the day stands first, where there is such a month; bare only with a nought |
| "the weekend" | Saturday and Sunday of this week, from Saturday on no other |
| "next week", "last month" | of the calendar, from Monday, from the first |
| "the past two weeks", "the next 3 days" | counted from this very moment |
| "in May" | this year's, or next year's where it is over; "last May" is over |
| the beginning of a month | its first day |
| its middle, its end | the 15th (Wednesday of a week), its last day; "the end of the day" is none |
| "a couple", "ein paar", "пара" | two |
| "a few", "einige", "unos", "несколько" | three |
| "the last Friday of the month" | each month's: "the last Friday of next month" is one day |
| "every second Tuesday" | every other one; "of the month" makes it the second of each |
| "Mon to Wed" | those days once; "de lunes a miércoles", "montags bis freitags" are every week |
| "once a day" | every day; "twice a day" is none: nobody knows when |
| "soon", "later", "now", "a second" | none |
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

WAKING = range(7, 23)
"""A bare hour with no day is the next one of these: at 10:00 "at 5" is 17:00, "at 9" 21:00."""

MORNING = range(7, 12)
"""After a day a bare hour of these is in the morning, any other in the afternoon."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the day."""

    clock: time
    """What the word alone means."""
    until: int
    """The hour it is over."""
    twelve: int
    """What "12" of it is."""
    second_half: int
    """From this hour of twelve on, its hours are in the second half of the day."""


PARTS: dict[str, Part] = {
    "morning": Part(time(9), 12, 12, 13),
    "noon": Part(time(12), 14, 12, 1),
    "afternoon": Part(time(15), 18, 12, 1),
    "evening": Part(time(19), 23, 24, 1),
    "night": Part(time(20), 24, 24, 6),
    "late": Part(time(23), 24, 24, 6),
    "dawn": Part(time(5), 7, 12, 13),
    "am": Part(time(9), 12, 0, 13),
    "pm": Part(time(15), 24, 12, 1),
}


NIGHTS = ("night", "late")
"""Parts that go on after midnight: "tonight at two" is tomorrow's two o'clock."""


def hour_of(part: str, hour: int) -> int:
    """The hour of 24 that an hour of twelve is in a part of the day: 3 at night is 3, 11 is 23."""
    if not 1 <= hour <= 12:
        return hour
    if hour == 12:
        return PARTS[part].twelve
    return hour + 12 if hour >= PARTS[part].second_half else hour


def on_day(day: date, hour: int, minute: int) -> datetime:
    """That clock time of that day; 24:00 is the next day's midnight."""
    if hour < 24:
        return datetime(day.year, day.month, day.day, hour, minute)
    return datetime.combine(day, time()) + timedelta(hours=hour, minutes=minute)


def loose_hour(day: date | None, hour: int, minute: int, now: datetime) -> datetime:
    """A bare hour of twelve, on a day or on none."""
    both = (hour % 12, hour % 12 + 12)
    if day is None or day == now.date():
        for ahead in (0, 1) if day is None else (0,):
            for one in both:
                at = on_day(now.date() + timedelta(days=ahead), one, minute)
                if at > now and one in WAKING:
                    return at
    return on_day(day or now.date(), hour if hour in MORNING else both[1], minute)


def loose_part(day: date | None, part: str, now: datetime) -> datetime:
    """A part of the day alone; while it lasts and its clock time is over, the next full hour."""
    meant = PARTS[part]
    at = datetime.combine(day or now.date(), meant.clock)
    if at > now:
        return at
    if at.date() == now.date() and now.hour + 1 < meant.until:
        return on_day(now.date(), now.hour + 1, 0)
    return at if day is not None else at + timedelta(days=1)
