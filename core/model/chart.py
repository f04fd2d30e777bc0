"""A picture of numbers, before anybody draws it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers of one colour, one for each of the chart's labels."""

    name: str
    values: Sequence[float | None]
    """None: there was nothing to count."""
    kind: Literal["bars", "line"] = "bars"
    unit: str = ""
    """Behind each number, as people read it: "%", "min"."""


@dataclass(frozen=True, slots=True)
class Chart:
    """One picture: at most two series, the second against an axis of its own."""

    title: str
    labels: Sequence[str]
    series: Sequence[Series]
    note: str = ""
    """One line under it."""
    goal: float | None = None
    """A line to reach, on the first series' axis."""
    sideways: bool = False
    """Bars lie, so that long labels can be read."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """What somebody who has completed a course gets to keep; all of it as it is printed."""

    heading: str
    name: str
    body: str
    course: str
    date: str
    footer: str
