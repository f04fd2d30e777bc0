"""A chart as a picture: few colours, large letters, each number beside what it stands for."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, isfinite

from core.integrations._drawing_sheet import Box, Sheet, fitted, wide, wrapped
from core.model import Chart, Series

WIDTH, HEIGHT = 1000, 600
EDGE = 48
TITLE, LABEL, NOTE = 40, 28, 25
"""Sizes of letters: on a telephone the picture is a third as wide."""
SMALL = 23
"""The smallest that a label may be, where it fits so."""
MIDDLE = 0.36
"""Of a letter's size: how far its middle is above the base line."""
LEADING = 4
ROOM = 8
"""Between a label and its neighbour."""
FEW = 12
"""Places that each have a label, and points that each have a dot."""
ROWS, ROW = 7, 58
"""Lying bars that the usual height has room for, and what each further one needs."""
EXACT = 10
"""Under which a number has one place behind the point, where it needs one."""
GOAL, GAP = (3.0, 3.0), (0.5, 3.0)
"""Dashes."""


@dataclass(frozen=True, slots=True)
class Colours:
    """Of one kind of screen; blue and orange look different to every eye."""

    ground: str
    ink: str
    muted: str
    faint: str
    series: tuple[str, str]


LIGHT = Colours("#ffffff", "#1b2733", "#5f6f7c", "#dfe5ea", ("#2b73c8", "#c8650c"))
DARK = Colours("#17212b", "#f3f6f8", "#9db0bf", "#2f3e4c", ("#62adf5", "#f4a95c"))


def draw(chart: Chart, *, dark: bool = False) -> bytes:
    """The PNG."""
    rows = len(chart.labels) if chart.sideways else 0
    height = HEIGHT + max(rows - ROWS, 0) * ROW
    picture = _Picture(chart, DARK if dark else LIGHT, height)
    box = Box(EDGE, picture.note(), WIDTH - EDGE, picture.title())
    if picture.series and chart.labels:
        (picture.lying if chart.sideways else picture.standing)(box)
    return picture.sheet.png()


class _Picture:
    def __init__(self, chart: Chart, colours: Colours, height: float) -> None:
        self.sheet = Sheet(WIDTH, height, colours.ground)
        self.chart = chart
        self.colours = colours
        others = [one for one in chart.series[1:2] if any(n is not None for n in one.values)]
        self.series = [*chart.series[:1], *others]

    def title(self) -> float:
        """Down to where it comes."""
        y = self.sheet.height - EDGE + 8.0
        for line in wrapped(self.chart.title, TITLE, WIDTH - 2 * EDGE, 2, "Sans-Bold"):
            y -= TITLE
            self.sheet.text(EDGE, y, line, TITLE, self.colours.ink, face="Sans-Bold")
            y -= 10
        return y - 16

    def note(self) -> float:
        """Up to where it comes."""
        if not self.chart.note:
            return EDGE - 14
        said = fitted(self.chart.note, NOTE, WIDTH - 2 * EDGE)
        self.sheet.text(EDGE, 30, said, NOTE, self.colours.muted)
        return 30 + NOTE + 20

    def standing(self, box: Box) -> None:
        """Bars side by side; the second series has a band of its own above them."""
        first, goal = self.series[0], self.chart.goal
        aside = 0.0 if goal is None else wide(_said(goal, first.unit), LABEL) + 14
        box = box._replace(right=box.right - aside)
        box = box._replace(low=self._labels(box) + 14)
        if len(self.series) > 1:
            is_line = self.series[1].kind == "line"
            parting = box.low + (box.high - box.low) * (0.54 if is_line else 0.5)
            self._band(1, box._replace(low=parting + (52 if is_line else 24)))
            box = box._replace(high=parting)
        self._band(0, box)

    def _labels(self, box: Box) -> float:
        """Under the bars, as many as there is room for; up to where they come."""
        labels, slot = self.chart.labels, box.width / len(self.chart.labels)
        sizes = range(LABEL, SMALL - 1, -1)
        step, lines = 1, [wrapped(one, SMALL, slot - ROOM, 2) for one in labels]
        size = next((n for n in sizes if max(wide(one, n) for one in labels) <= slot - ROOM), 0)
        if size:
            lines = [[one] for one in labels]
        elif len(labels) > FEW:
            size, lines = LABEL, [[fitted(one, LABEL, box.width / 4)] for one in labels]
            step = ceil((max(wide(one, LABEL) for (one,) in lines) + 3 * ROOM) / slot)
        most, size = max(map(len, lines)) or 1, size or SMALL
        for place in range(0, len(labels), step):
            for number, line in enumerate(lines[place]):
                x = max(box.left + slot * (place + 0.5), EDGE / 2 + wide(line, size) / 2)
                y = box.low + (most - 1 - number) * (size + LEADING)
                self.sheet.text(x, y, line, size, self.colours.muted, align="center")
        return box.low + most * (size + LEADING)

    def _band(self, which: int, box: Box) -> None:
        """One series with its heading, its numbers and its own axis."""
        series = self.series[which]
        values = [_number(one) for one in series.values]
        there = [one for one in values if one is not None]
        slot = box.width / max(len(values), 1)
        with_units = all(wide(_said(one, series.unit), LABEL) + ROOM <= slot for one in there)
        unit = series.unit if with_units else ""
        self._heading(which, box, unit_told=with_units)
        band = box._replace(high=box.high - LABEL - 22 - LABEL)
        if series.kind == "line":
            self._line(which, values, unit, band)
            return
        goal = self.chart.goal if which == 0 else None
        scale = (band.high - band.low) / (max([*there, goal or 0.0, 0.0]) or 1.0)
        if goal is not None:
            y = band.low + goal * scale
            self.sheet.line([(box.left, y), (box.right, y)], self.colours.muted, 2, GOAL)
            said = _said(goal, series.unit)
            self.sheet.text(box.right + 14, y - LABEL * MIDDLE, said, LABEL, self.colours.muted)
        self._bars(which, values, unit, band, scale)
        self.sheet.line([(box.left, box.low), (box.right, box.low)], self.colours.faint, 2)

    def _heading(self, which: int, box: Box, *, unit_told: bool) -> None:
        series, y, colour = self.series[which], box.high - LABEL, self.colours.series[which]
        name = series.name if unit_told or not series.unit else f"{series.name}, {series.unit}"
        if series.kind == "line":
            self.sheet.line([(box.left + 2, y + 10), (box.left + 22, y + 10)], colour, 4)
            self.sheet.dot(box.left + 12, y + 10, 7, colour)
        else:
            self.sheet.bar(Box(box.left, y - 1, box.left + 22, y + 21), colour, 6)
        self.sheet.text(box.left + 36, y, fitted(name, LABEL, box.width - 36), LABEL, colour)

    def _bars(
        self, which: int, values: Sequence[float | None], unit: str, box: Box, scale: float
    ) -> None:
        slot = box.width / len(values)
        width = min(slot * 0.66, 96.0)
        told = _told(values, unit, slot)
        for place, value in enumerate(values):
            x, high = box.left + slot * (place + 0.5), box.low
            if value is not None and value > 0:
                high += max(value * scale, 3.0)
                bar = Box(x - width / 2, box.low, x + width / 2, high)
                self.sheet.bar(bar, self.colours.series[which], min(width * 0.18, 14), "top")
            if value is not None and place in told:
                said = _said(value, unit if value else "")
                ink = self.colours.ink if value else self.colours.muted
                self.sheet.text(x, high + 10, said, LABEL, ink, align="center", clear=True)

    def _line(self, which: int, values: Sequence[float | None], unit: str, box: Box) -> None:
        there = {place: value for place, value in enumerate(values) if value is not None}
        slot, most, least = box.width / len(values), max(there.values()), min(there.values())
        # Its numbers stand beside it, so that it may show what changes, if not too much.
        least = min(least, most - abs(most) / 4)
        scale = (box.high - box.low) / ((most - least) or 1.0)
        points = {
            place: (box.left + slot * (place + 0.5), box.low + (value - least) * scale)
            for place, value in there.items()
        }
        colour, ink = self.colours.series[which], self.colours.ink
        for before, after in pairwise(points):
            thick, dashes = (5.0, ()) if after == before + 1 else (3.0, GAP)
            self.sheet.line([points[before], points[after]], colour, thick, dashes)
        told = _told(values, unit, slot)
        order = list(points)
        for number, place in enumerate(order):
            x, y = points[place]
            if place in told or len(points) <= FEW:
                self.sheet.dot(x, y, 8, colour)
            if place in told:
                beside = [points[one][1] for one in order[max(number - 1, 0) : number + 2]]
                in_a_dip = len(beside) > 1 and y < sorted(beside)[1]
                at = y - 17 - LABEL * 2 * MIDDLE if in_a_dip else y + 17
                said = _said(there[place], unit)
                self.sheet.text(x, at, said, LABEL, ink, align="center", clear=True)

    def lying(self, box: Box) -> None:
        """Bars one under another, the second series as a column of numbers at their end."""
        first, more = self.series[0], self.series[1:]
        values = [_number(one) for one in first.values]
        there = [one for one in values if one is not None]
        inner = box._replace(right=self._column(more[0], box) if more else box.right)
        slot = min((box.high - LABEL - 18 - box.low) / len(values), 92.0)
        lines = 2 if slot >= 2 * (LABEL + LEADING) else 1
        most = box.width * 0.4
        labels = [wrapped(one, LABEL, most, lines) for one in self.chart.labels]
        beside = max((wide(line, LABEL) for one in labels for line in one), default=0.0)
        numbers = max((wide(_said(one, first.unit), LABEL) for one in there), default=0.0)
        inner = Box(box.left + beside + 20, box.low, inner.right - numbers - 14, box.high)
        self._heading(0, box._replace(right=inner.right), unit_told=True)
        largest = max([*there, self.chart.goal or 0.0, 100.0 if first.unit == "%" else 0.0])
        scale = inner.width / (largest or 1.0)
        for place, value in enumerate(values):
            y = box.high - LABEL - 18 - slot * (place + 0.5)
            self._beside(labels[place], inner.left - 20, y)
            self._lies(value, inner, y, min(slot * 0.6, 46.0), scale)
        if self.chart.goal is not None:
            x, high = inner.left + self.chart.goal * scale, box.high - LABEL - 18
            low = high - slot * len(values)
            self.sheet.line([(x, low), (x, high)], self.colours.muted, 2, GOAL)

    def _column(self, series: Series, box: Box) -> float:
        """Its numbers, one in each row, and its name over them; from where they begin."""
        numbers = [_number(one) for one in series.values]
        said = ["–" if one is None else _said(one, series.unit) for one in numbers]
        name = fitted(series.name, LABEL, box.width / 3)
        y, colour = box.high - LABEL, self.colours.series[1]
        self.sheet.text(box.right, y, name, LABEL, colour, align="right")
        slot = min((box.high - LABEL - 18 - box.low) / len(said), 92.0)
        for place, one in enumerate(said):
            y = box.high - LABEL - 18 - slot * (place + 0.5) - LABEL * MIDDLE
            self.sheet.text(box.right, y, one, LABEL, self.colours.muted, align="right")
        return box.right - max(wide(one, LABEL) for one in [*said, name]) - 30

    def _beside(self, lines: Sequence[str], x: float, y: float) -> None:
        high = y + (len(lines) - 1) * (LABEL + LEADING) / 2 - LABEL * MIDDLE
        for number, line in enumerate(lines):
            at = high - number * (LABEL + LEADING)
            self.sheet.text(x, at, line, LABEL, self.colours.ink, align="right")

    def _lies(self, value: float | None, box: Box, y: float, thick: float, scale: float) -> None:
        unit = self.series[0].unit
        bar = Box(box.left, y - thick / 2, box.right, y + thick / 2)
        if unit == "%":
            self.sheet.bar(bar, self.colours.faint, thick * 0.2, "right")
        if value is None:
            return
        end = box.left + max(value * scale, 3.0)
        if value > 0:
            self.sheet.bar(bar._replace(right=end), self.colours.series[0], thick * 0.2, "right")
        x = box.right if unit == "%" else end
        at = y - LABEL * MIDDLE
        self.sheet.text(x + 14, at, _said(value, unit), LABEL, self.colours.ink, clear=True)


def _told(values: Sequence[float | None], unit: str, slot: float) -> set[int]:
    """The places whose numbers are shown: all, or the largest and the last that is not nought."""
    there = {place: value for place, value in enumerate(values) if value is not None}
    if all(wide(_said(one, unit), LABEL) + ROOM <= slot for one in there.values()):
        return set(there)
    some = {place for place, value in there.items() if value}
    if not some:
        return set()
    most, last = max(some, key=lambda one: there[one]), max(some)
    apart = wide(_said(there[most], unit), LABEL) + ROOM * 2
    return {most, last} if (last - most) * slot >= apart else {most}


def _number(value: float | None) -> float | None:
    return value if value is not None and isfinite(value) else None


def _said(value: float, unit: str) -> str:
    """As people read it: 12 345, 2.5, 81 %."""
    whole = abs(value) >= EXACT or float(value).is_integer()
    said = f"{round(value):,}".replace(",", "\u202f") if whole else f"{value:.1f}"
    return f"{said}\u202f{unit}" if unit else said
