"""Recordings to words: they are fetched and decoded once, and never heard twice.

A short one is what the person says. A long one, or one in which several people speak, is something
they want to have listened to: a source, as a document is.
"""

from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from math import ceil

from core.errors import UserError
from core.journal import Work
from core.model import Page, Source, Text, Turn, Utterance
from core.pipeline import consent
from core.pipeline.house import House
from core.pipeline.parts import Piece, recordings
from core.ports.transcriber import Segment, Transcriber, Transcript
from core.texts import shortened

MOST = 10
"""Recordings of one message."""
UNSURE = 0.37
"""Confidence under which the person is asked again: an average log probability of -1."""
SHORT = 30.0
"""Seconds: a longer recording is not heard a second time in the hope of another language."""
LONG = 120.0
"""Seconds from which nobody speaks to us any more, but lets us listen."""
PAGE = 60.0
"""Seconds of a long recording that are cited together."""
SHOWN = 12
"""Segments, the last ones, that are shown while there is more to be heard."""
ECHOED = 200
"""Characters of a doubtful hearing that are repeated."""


async def transcribe(turn: Turn, work: Work, house: House) -> Turn:
    """Fills `utterance` of a turn whose message is a recording, or `sources` where it is long; of
    several both, in their order."""
    if turn.utterance is not None:
        return turn
    turn = await consent.resumed(turn, work, house)
    pieces = recordings(turn.message)
    if not pieces:
        return turn
    if len(pieces) > MOST:
        raise UserError("document-too-many", limit=MOST)
    transcriber = await consent.listener(turn, work, house)
    if transcriber is None:
        return consent.asking(turn)
    # Words typed beside a recording are the wish, and the recording is what they are about.
    captioned = any(isinstance(one, Text) and one.text.strip() for one in turn.message.parts)
    for piece in pieces:
        said = await _heard(piece, transcriber, turn, work, house)
        if not said.text.strip():
            raise UserError("heard-nothing")
        if said.seconds > LONG or said.speakers > 1 or captioned:
            turn = turn._replace(sources=(*turn.sources, _source(piece, said, turn, house)))
            continue
        if said.confidence < UNSURE:
            raise UserError("heard-unsure", text=shortened(said.text, ECHOED, " …"))
        words = Utterance(said.text.strip(), said.language or turn.language, said.confidence)
        if turn.utterance is not None:
            words = replace(turn.utterance, text=f"{turn.utterance.text} {words.text}")
        cut_short = turn.cut_short or said.cut_short
        turn = turn._replace(utterance=words, heard=True, cut_short=cut_short)
    return turn


async def _heard(
    piece: Piece, transcriber: Transcriber, turn: Turn, work: Work, house: House
) -> Transcript:
    target = turn.message.target
    working = house.working(target)
    request = [transcriber.name, piece.ref, turn.language]

    async def keep(chunk: int, listen: Callable[[], Awaitable[Transcript]]) -> Transcript:
        step = f"transcribe/{chunk}"
        return await work.once(step, request, listen, kind=Transcript, repeatable=True)

    lately: deque[str] = deque(maxlen=SHOWN)

    def heard(segment: Segment) -> None:
        lately.append(segment.text)
        house.draft(target, " ".join(lately))

    async def hear() -> Transcript:
        recording = await house.fetch(target, piece.ref)
        said = await transcriber.transcribe(
            recording,
            language=turn.language,
            speakers=True,
            progress=working,
            keep=keep,
            heard=heard,
        )
        if not said.text or said.confidence >= UNSURE or said.seconds > SHORT:
            return said
        # Perhaps they spoke another of our languages than the one we know of them.
        guessed = await transcriber.transcribe(recording, speakers=True, progress=working)
        return max(said, guessed, key=lambda one: one.confidence)

    return await work.once("transcribe", request, hear, kind=Transcript, repeatable=True)


def _source(piece: Piece, said: Transcript, turn: Turn, house: House) -> Source:
    def line(segment: Segment) -> str:
        if said.speakers < 2 or segment.speaker is None:
            return segment.text
        who = house.texts.format(turn.language, "speaker", number=segment.speaker)
        return f"{who}: {segment.text}"

    stretches = _stretches(said.segments) or [[Segment(said.text, 0.0, said.seconds)]]
    pages = tuple(
        Page(clock(one[0].start), "\n".join(line(segment) for segment in one)) for one in stretches
    )
    minutes = max(1, ceil(said.seconds / 60))
    return Source("recording", piece.name, piece.ref, pages, minutes, said.cut_short)


def _stretches(segments: Sequence[Segment]) -> list[list[Segment]]:
    """Segments by the minute in which they begin."""
    found: list[list[Segment]] = []
    for segment in segments:
        if not found or segment.start >= found[-1][0].start + PAGE:
            found.append([])
        found[-1].append(segment)
    return found


def clock(seconds: float) -> str:
    """1:02:03, or 2:03 within the first hour."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
