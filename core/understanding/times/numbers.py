"""Numbers and lengths of time."""

from datetime import datetime

from core.understanding.times.meanings import UNITS, Length, Ordinal, Roles

LONGEST = 100 * 365 * 86_400
"""In seconds; a longer time is nobody's."""


def number(roles: Roles, _now: datetime) -> int | float:
    """`two` `hundred` `five`: a hundred multiplies what stands before it, the rest adds up."""
    total: int | float = 0
    for _, value in roles.pairs:
        total = (total or 1) * 100 if value == 100 else total + value
    return total


def ordinal(roles: Roles, _now: datetime) -> Ordinal:
    """`twenty` `fifth`, `25` `th`."""
    return Ordinal(sum(value for _, value in roles.pairs))


def length(roles: Roles, _now: datetime) -> Length:
    """Numbers and their units in turn; `half` adds half of the unit next to it.

    `length` is seconds, or a number and a unit ("14 day"); `minutes` are those after an hour. It
    may be nothing, or longer than `LONGEST`.
    """
    months = days = seconds = 0.0
    count: float | None = None
    half = False
    unit = Length()
    for role, value in roles.pairs:
        if role == "unit":
            unit = UNITS[value]
            times = (0.5 if half else 1) if count is None else count + half / 2
            months, days = months + unit.months * times, days + unit.days * times
            seconds += unit.seconds * times
            count, half = None, False
        elif role == "length":
            times = 1 if count is None else count
            whole = _length(value)
            months, days = months + whole.months * times, days + whole.days * times
            seconds += whole.seconds * times
            count = None
        elif role == "minutes":
            seconds += value * 60
        elif role == "half":
            half = True
        elif role == "more" and count is not None:  # "два с половиной часа"
            count += 0.5
        elif role == "more":  # "an hour and a half"
            months, days = months + unit.months / 2, days + unit.days / 2
            seconds += unit.seconds / 2
        else:
            count = (count or 0) + value
    return _whole(months, days, seconds)


def _length(said: int | str) -> Length:
    """Of seconds, or of a number and a unit."""
    if isinstance(said, int):
        return Length(seconds=said)
    number, _, name = said.partition(" ")
    unit = UNITS[name]
    return Length(unit.months * int(number), unit.days * int(number), unit.seconds * int(number))


def _whole(months: float, days: float, seconds: float) -> Length:
    """Fractions of a month in days, of a day in seconds."""
    days += (months - int(months)) * 30
    seconds += (days - int(days)) * 86_400
    return Length(int(months), int(days), round(seconds))
