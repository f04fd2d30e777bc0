"""Pictures to words: they are fetched, looked at once, and never looked at again."""

import logging
from collections.abc import Sequence

from core.errors import UserError, VivaError, whereabouts
from core.journal import Work
from core.model import Command, Page, Press, Source, Spoken, Text, Turn, Utterance
from core.pipeline.house import House
from core.pipeline.parts import Piece, pictures
from core.ports.vision import Sight

log = logging.getLogger(__name__)

MOST = 10
"""Pictures of one message: as many as an album holds."""


async def see(turn: Turn, work: Work, house: House) -> Turn:
    """Fills `seen` of a turn whose message has pictures, and `utterance` where no words came."""
    images = pictures(turn.message)
    if not images or turn.seen is not None:
        return turn
    question = _words(turn)
    try:
        sight = await _look(turn, work, house, images, question)
    except VivaError as error:
        if question is None:
            raise
        # What they said stands without the picture.
        log.warning("turn %s: a picture was not seen: %s", turn.id, whereabouts(error))
        return turn
    turn = turn._replace(seen=sight.text, sources=(*turn.sources, *_sources(images, sight)))
    if question is not None:
        return turn
    if not sight.text.strip():
        if sight.shown:
            return turn  # what it shows is for an assistant: nobody has said it
        raise UserError("read-nothing")
    words = Utterance(
        " ".join(sight.text.split()), sight.language or turn.language, sight.confidence
    )
    return turn._replace(utterance=words, read=True, cut_short=sight.cut_short)


def _words(turn: Turn) -> str | None:
    """What the person said beside the pictures; empty for a button or a bare command."""
    if turn.utterance is not None:
        return turn.utterance.text
    for part in turn.message.parts:
        match part:
            case Text(text) if text.strip():
                return text
            case Command(_, text):
                return text
            case Press() | Spoken():
                return ""
            case _:
                continue
    return None


def _sources(images: Sequence[Piece], sight: Sight) -> list[Source]:
    """Each picture; what was read and seen in all of them stands with the first."""
    told = "\n\n".join(part for part in (sight.text.strip(), sight.shown.strip()) if part)
    pages = (Page("1", told),) if told else ()
    first, *others = images
    found = [Source("image", first.name, first.ref, pages, 1, sight.cut_short, looked=sight.looked)]
    return found + [
        Source("image", one.name, one.ref, (), 1, looked=sight.looked) for one in others
    ]


async def _look(
    turn: Turn, work: Work, house: House, images: Sequence[Piece], question: str | None
) -> Sight:
    if len(images) > MOST:
        raise UserError("image-too-many", limit=MOST)
    vision = house.vision(turn.language)
    if vision is None:
        raise UserError("image-off")
    target = turn.message.target
    refs = [one.ref for one in images]

    async def look() -> Sight:
        return await vision.see(
            [await house.fetch(target, ref) for ref in refs],
            question=question,
            language=turn.language,
            progress=house.working(target),
        )

    request = [vision.name, refs, turn.language, question if vision.looks else None]
    return await work.once("see", request, look, kind=Sight, repeatable=True)
