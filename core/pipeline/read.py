"""Documents to text: each is fetched and opened once, and its pages are told apart."""

from collections.abc import Sequence

from core.errors import UserError
from core.journal import Work
from core.model import Source, Turn
from core.pipeline.house import House
from core.pipeline.parts import Piece, documents
from core.ports.reader import Reader, Reading
from core.ports.vision import Sight

MOST = 10
"""Documents of one message."""


async def read(turn: Turn, work: Work, house: House) -> Turn:
    """Adds to `sources` what the documents of a message hold."""
    pieces = documents(turn.message)
    if not pieces or any(source.kind == "document" for source in turn.sources):
        return turn
    if len(pieces) > MOST:
        raise UserError("document-too-many", limit=MOST)
    reader = house.reader()
    if reader is None:
        raise UserError("document-off")
    found = [await _read(piece, reader, turn, work, house) for piece in pieces]
    return turn._replace(sources=(*turn.sources, *found))


async def _read(piece: Piece, reader: Reader, turn: Turn, work: Work, house: House) -> Source:
    target = turn.message.target
    working = house.working(target)
    vision = house.vision(turn.language)

    async def look(pages: Sequence[bytes]) -> Sight:
        assert vision is not None
        return await vision.see(pages, language=turn.language)

    async def open_it() -> Reading:
        return await reader.read(
            await house.fetch(target, piece.ref),
            name=piece.name,
            look=look if vision else None,
            progress=working,
        )

    request = [reader.name, piece.ref, turn.language]
    reading = await work.once("read", request, open_it, kind=Reading, repeatable=True)
    return Source(
        "document",
        piece.name or reading.title,
        piece.ref,
        reading.pages,
        reading.total,
        reading.cut_short,
        unread=0 if vision else reading.scanned,
    )
