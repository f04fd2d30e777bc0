"""A certificate as one lying page of A4, to be printed or kept."""

from dataclasses import dataclass

from core.integrations._drawing_sheet import Face, Sheet, balanced, wrapped
from core.model import Certificate

WIDTH, HEIGHT = 841.89, 595.28
PAPER, INK, MUTED, ACCENT = "#ffffff", "#1f2a36", "#55616d", "#8a6a2f"
CENTRE, MOST = WIDTH / 2, WIDTH - 2 * 105
"""The middle of the page, and how wide a line may be."""
FOOT, SIDE = 92, 230
"""How high the two lines at the foot are, and how wide each of them."""
TOP, BOTTOM = HEIGHT - 62, FOOT + 40
"""Between these stands what it is about."""
LEADING = 1.28
LONGEST = 300
"""Characters: more never go into the lines that a block may have."""


@dataclass(frozen=True, slots=True)
class Block:
    """Some lines of one kind."""

    text: str
    size: float
    least: float
    """To which it may shrink before its end is left out."""
    most: int
    """Lines."""
    face: Face
    colour: str
    before: float
    """Distance to what stands above it."""

    def laid(self) -> tuple[float, list[str]]:
        """Its size and its lines."""
        size = self.size
        while size > self.least:
            lines = wrapped(self.text[:LONGEST], size, MOST, self.most, self.face)
            if not lines or not lines[-1].endswith("…"):
                break
            size -= 1
        return size, balanced(self.text[:LONGEST], size, MOST, self.most, self.face)


def draw(certificate: Certificate) -> bytes:
    """The PDF."""
    sheet = Sheet(WIDTH, HEIGHT, PAPER)
    sheet.frame(24, ACCENT, 2.4)
    sheet.frame(31, ACCENT, 0.7)
    blocks = [
        Block(certificate.heading, 36, 22, 2, "Serif", ACCENT, 0),
        Block(certificate.name, 42, 22, 2, "Serif-Bold", INK, 56),
        Block(certificate.body, 17, 13, 3, "Serif", MUTED, 42),
        Block(certificate.course, 27, 15, 3, "Serif-Bold", INK, 24),
    ]
    laid = [(block, *block.laid()) for block in blocks if block.text.strip()]
    height = sum(size * LEADING * len(lines) for _, size, lines in laid)
    height += sum(block.before for block, _, _ in laid)
    y = (TOP + BOTTOM + height) / 2
    for number, (block, size, lines) in enumerate(laid):
        y -= block.before
        for line in lines:
            y -= size * LEADING
            sheet.text(CENTRE, y + size * 0.3, line, size, block.colour, face=block.face,
                       align="center")  # fmt: skip
        if block.face == "Serif" and number == 0:
            _ornament(sheet, y - 20)
        elif block.text == certificate.name:
            sheet.line([(CENTRE - 150, y - 16), (CENTRE + 150, y - 16)], ACCENT, 0.7)
    _foot(sheet, certificate.date, 105 + SIDE / 2)
    _foot(sheet, certificate.footer, WIDTH - 105 - SIDE / 2)
    return sheet.pdf(certificate.heading)


def _ornament(sheet: Sheet, y: float) -> None:
    """A line with a rhomb in its middle."""
    for side in (-1, 1):
        sheet.line([(CENTRE + side * 14, y), (CENTRE + side * 95, y)], ACCENT, 0.9)
    rhomb = [(CENTRE - 5, y), (CENTRE, y + 5), (CENTRE + 5, y), (CENTRE, y - 5), (CENTRE - 5, y)]
    sheet.line(rhomb, ACCENT, 1.1)


def _foot(sheet: Sheet, text: str, x: float) -> None:
    if not text.strip():
        return
    sheet.line([(x - SIDE / 2, FOOT), (x + SIDE / 2, FOOT)], MUTED, 0.6)
    for number, line in enumerate(wrapped(text, 12, SIDE, 3, "Serif")):
        sheet.text(x, FOOT - 17 - number * 15, line, 12, MUTED, face="Serif", align="center")
