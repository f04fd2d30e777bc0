"""An answer as it is shown: a sentence, a few lines, a picture, and a table to take along."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.model import Attachment, Chart, Choice, Reply
from core.skill import Context
from core.skill.profile import profile
from core.study import Query
from core.texts import shortened

MOST_LINES = 12
CELL = 48
"""Characters of a name in a line."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would work out, and not show."""

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What was counted, in words and in figures."""

    sentence: str
    """What matters most; all that is said aloud."""
    columns: Sequence[str] = ()
    rows: Sequence[Sequence[Cell]] = ()
    lines: Sequence[str] = ()
    """The rows as they are read."""
    chart: Chart | None = None
    note: str = ""
    more: str = ""
    """Said where there are more lines than are shown."""
    whole: bool = False
    """Every line is shown."""
    people: tuple[str, ...] = ()
    """Ids of those whom the rows name."""

    @property
    def text(self) -> str:
        """The sentence, the first lines, and the note."""
        most = len(self.lines) if self.whole else MOST_LINES
        shown = self.lines[:most]
        more = self.more if len(shown) < len(self.lines) else ""
        told = "\n".join(one for one in (*shown, more) if one)
        return "\n\n".join(one for one in (self.sentence, told, self.note) if one)


async def told(ctx: Context, answer: Answer, choices: Sequence[Choice] = ()) -> Reply:
    """The answer with its picture, where somebody can draw."""
    names = answer.people if answer.lines else ()
    reply = Reply(answer.text, speech=answer.sentence, choices=tuple(choices), names=names)
    if answer.chart is None or ctx.drawer is None:
        return reply
    picture = await ctx.drawer.chart(answer.chart, dark=(await profile(ctx)).dark)
    return replace(reply, image=Attachment("report.png", "image/png", picture, answer.sentence))


def attached(ctx: Context, answer: Answer, query: Query) -> Reply:
    """All of its rows as a file for a spreadsheet."""
    made = io.StringIO()
    writer = csv.writer(made)
    writer.writerow([_harmless(one) for one in answer.columns])
    writer.writerows([_harmless(cell) for cell in row] for row in answer.rows)
    name = f"{query.measure}-{query.first.isoformat()}.csv"
    # With the mark in front of it Excel reads UTF-8.
    file = Attachment(name, "text/csv", made.getvalue().encode("utf-8-sig"))
    reply = ctx.reply("analyst-export-done", count=len(answer.rows), sentence=answer.sentence)
    return replace(reply, file=file, names=answer.people)


def table(rows: Sequence[tuple[str, str]]) -> list[str]:
    """Lines of a name and a figure, the figures one under another where signs have one width."""
    rows = [(shortened(name, CELL), figure) for name, figure in rows]
    width = max((len(name) for name, _ in rows), default=0)
    return [f"{name:<{width}}  {figure}" for name, figure in rows]


def _harmless(cell: Cell) -> Cell:
    """As a spreadsheet may open it: what people wrote is no formula."""
    if isinstance(cell, str) and cell.startswith(FORMULA):
        return f"'{cell}"
    return round(cell, 3) if isinstance(cell, float) else cell
