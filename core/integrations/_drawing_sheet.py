"""A sheet to draw on in plain units from its lower left corner: texts, bars, lines and dots."""

import importlib
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any, Literal, NamedTuple

Face = Literal["Sans", "Sans-Bold", "Serif", "Serif-Bold", "Serif-Italic"]
"""DejaVu comes with matplotlib and has the letters of all our languages."""
Point = tuple[float, float]
UNIT = 72
"""Units in an inch, so that a size in points is one in units, and in pixels of a PNG."""
RULES: Any = {"pdf.fonttype": 42, "pdf.compression": 6, "axes.unicode_minus": False}
"""Fonts go into a PDF as fonts: their text can be selected, Cyrillic too."""


class Box(NamedTuple):
    """A part of a sheet."""

    left: float
    low: float
    right: float
    high: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left


@contextmanager
def ready(cache: Path) -> Iterator[None]:
    """Within it matplotlib is there, keeps what it keeps in the cache, and leaves HOME alone."""
    before = os.environ.get("MPLCONFIGDIR")
    if before is None:
        os.environ["MPLCONFIGDIR"] = str(cache / "matplotlib")
    try:
        import matplotlib as mpl

        mpl.get_configdir()  # both are asked for once, and remembered
        mpl.get_cachedir()
        importlib.import_module("matplotlib.font_manager")  # makes its list of fonts there
    finally:
        if before is None:
            os.environ.pop("MPLCONFIGDIR", None)
    with mpl.rc_context(RULES):
        yield


class Sheet:
    """Only one thread draws, and only within `ready`."""

    def __init__(self, width: float, height: float, colour: str) -> None:
        from matplotlib.figure import Figure
        from matplotlib.transforms import IdentityTransform

        self.width, self.height, self.colour = width, height, colour
        self._figure = Figure(figsize=(width / UNIT, height / UNIT), dpi=UNIT, facecolor=colour)
        self._plain = IdentityTransform()

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        colour: str,
        *,
        face: Face = "Sans",
        align: Literal["left", "center", "right"] = "left",
        clear: bool = False,
    ) -> None:
        """One line on its base line at `y`; `clear` keeps what lies under it at a distance."""
        from matplotlib.font_manager import FontProperties
        from matplotlib.patheffects import withStroke

        font = FontProperties(fname=_file(face), size=size)
        made = self._figure.text(
            x, y, printable(text, face), fontproperties=font, color=colour, ha=align,
            va="baseline", transform=self._plain, parse_math=False,
        )  # fmt: skip
        if clear:
            made.set_path_effects([withStroke(linewidth=size / 4, foreground=self.colour)])

    def bar(
        self,
        box: Box,
        colour: str,
        radius: float = 0.0,
        ends: Literal["all", "top", "right"] = "all",
    ) -> None:
        """A box, round at these of its ends."""
        from matplotlib.patches import PathPatch
        from matplotlib.path import Path as Outline

        r = min(
            radius, (box.right - box.left) / 2, (box.high - box.low) / (1 if ends == "top" else 2)
        )
        left, low, right, high = box.left, box.low, box.right, box.high
        bottom_left = r if ends == "all" else 0.0
        bottom_right = 0.0 if ends == "top" else r
        top_left = 0.0 if ends == "right" else r
        points, codes = [(left + bottom_left, low)], [Outline.MOVETO]
        for x, y, round_by, dx, dy in (
            (right, low, bottom_right, 0, 1), (right, high, r, -1, 0),
            (left, high, top_left, 0, -1), (left, low, bottom_left, 1, 0),
        ):  # fmt: skip
            before = (x - dy * round_by, y + dx * round_by)
            points += [before, (x, y), (x + dx * round_by, y + dy * round_by)]
            codes += [Outline.LINETO, Outline.CURVE3, Outline.CURVE3]
        self._add(PathPatch(Outline(points, codes), facecolor=colour, linewidth=0))

    def frame(self, inset: float, colour: str, thick: float) -> None:
        """A line around the sheet, so far from its edge."""
        far, high = self.width - inset, self.height - inset
        corners = [(inset, inset), (far, inset), (far, high), (inset, high), (inset, inset)]
        self.line(corners, colour, thick)

    def line(
        self, points: Sequence[Point], colour: str, thick: float, dashes: Sequence[float] = ()
    ) -> None:
        """From point to point."""
        from matplotlib.lines import Line2D

        across, up = zip(*points, strict=True)
        made = Line2D(
            across, up, color=colour, linewidth=thick,
            solid_capstyle="round", solid_joinstyle="round",
        )  # fmt: skip
        if dashes:
            made.set_dashes(dashes)
        self._add(made)

    def dot(self, x: float, y: float, radius: float, colour: str) -> None:
        """A filled circle."""
        from matplotlib.patches import Circle

        self._add(Circle((x, y), radius, facecolor=colour, linewidth=0))

    def png(self) -> bytes:
        """As a picture of one pixel a unit."""
        from matplotlib.backends.backend_agg import FigureCanvasAgg

        out = BytesIO()
        canvas: Any = FigureCanvasAgg(self._figure)
        canvas.print_png(out, metadata={"Software": None})
        return out.getvalue()

    def pdf(self, title: str) -> bytes:
        """As a document of one page."""
        from matplotlib.backends.backend_pdf import FigureCanvasPdf

        out = BytesIO()
        known = {"Title": title, "Creator": None, "Producer": None, "CreationDate": None}
        canvas: Any = FigureCanvasPdf(self._figure)
        canvas.print_pdf(out, metadata=known)
        return out.getvalue()

    def _add(self, artist: Any) -> None:
        artist.set_transform(self._plain)
        self._figure.add_artist(artist)


@lru_cache(maxsize=4096)
def wide(text: str, size: float, face: Face = "Sans") -> float:
    """How wide a line is."""
    font = _font(face)
    font.set_size(size, UNIT)
    font.set_text(printable(text, face), 0.0)
    return float(font.get_width_height()[0]) / 64


def fitted(text: str, size: float, most: float, face: Face = "Sans") -> str:
    """The line, or as much of its beginning as is no wider than that."""
    text = " ".join(text.split())
    if wide(text, size, face) <= most:
        return text
    short, long = 0, len(text)
    while long - short > 1:
        middle = (short + long) // 2
        fits = wide(f"{text[:middle].rstrip()}…", size, face) <= most
        short, long = (middle, long) if fits else (short, middle)
    return f"{text[:short].rstrip(' ,.;:-–—')}…"


def wrapped(text: str, size: float, most: float, lines: int, face: Face = "Sans") -> list[str]:
    """At most so many lines of at most that width; what does not go into them is left out."""
    found: list[str] = []
    words = text.split()
    while words and len(found) < lines:
        if len(found) == lines - 1:
            return [*found, fitted(" ".join(words), size, most, face)]
        taken = 1
        while taken < len(words) and wide(" ".join(words[: taken + 1]), size, face) <= most:
            taken += 1
        found.append(fitted(" ".join(words[:taken]), size, most, face))
        words = words[taken:]
    return found


def balanced(text: str, size: float, most: float, lines: int, face: Face = "Serif") -> list[str]:
    """The same in lines of about one length."""
    found = wrapped(text, size, most, lines, face)
    while len(found) > 1:
        closer = wrapped(text, size, most - size / 2, len(found) + 1, face)
        if len(closer) != len(found) or any(line.endswith("…") for line in closer):
            break
        found, most = closer, most - size / 2
    return found


def printable(text: str, face: Face = "Sans") -> str:
    """Without the signs that the face does not have: an emoji would be an empty box."""
    known = _signs(face)
    return " ".join("".join(sign for sign in text if sign.isspace() or ord(sign) in known).split())


@lru_cache
def _file(face: Face) -> str:
    import matplotlib as mpl

    return str(Path(mpl.get_data_path(), "fonts", "ttf", f"DejaVu{face}.ttf"))


@lru_cache
def _font(face: Face) -> Any:
    from matplotlib.ft2font import FT2Font

    return FT2Font(_file(face))


@lru_cache
def _signs(face: Face) -> frozenset[int]:
    return frozenset(_font(face).get_charmap())
