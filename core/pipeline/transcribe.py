"""Voice to words: the recording is fetched, heard once, and never heard again."""

from textwrap import shorten

from core.errors import UserError
from core.journal import Work
from core.model import Turn, Utterance, Voice
from core.pipeline.house import House
from core.ports.transcriber import Transcript

UNSURE = 0.37
"""Confidence under which the person is asked again: an average log probability of -1."""
SHORT = 30.0
"""Seconds: a longer recording is not heard a second time in the hope of another language."""
ECHOED = 200
"""Characters of a doubtful hearing that are repeated."""


async def transcribe(turn: Turn, work: Work, house: House) -> Turn:
    """Fills `utterance` of a turn whose message is a recording."""
    voice = next((part for part in turn.message.parts if isinstance(part, Voice)), None)
    if voice is None or turn.utterance is not None:
        return turn
    transcriber = house.transcriber()
    if transcriber is None:
        raise UserError("voice-off")
    target = turn.message.target
    channel = house.channels[target.channel]

    def working(what: str, share: float | None) -> None:
        channel.working(target, what, share)

    async def hear() -> Transcript:
        recording = await channel.fetch(voice.ref)
        said = await transcriber.transcribe(recording, language=turn.language, progress=working)
        if not said.text or said.confidence >= UNSURE or said.seconds > SHORT:
            return said
        # Perhaps they spoke another of our languages than the one we know of them.
        guessed = await transcriber.transcribe(recording, progress=working)
        return max(said, guessed, key=lambda one: one.confidence)

    request = [transcriber.name, voice.ref, turn.language]
    said = await work.once("transcribe", request, hear, kind=Transcript, repeatable=True)
    if not said.text.strip():
        raise UserError("heard-nothing")
    if said.confidence < UNSURE:
        raise UserError("heard-unsure", text=shorten(said.text, ECHOED, placeholder=" …"))
    words = Utterance(said.text.strip(), said.language or turn.language, said.confidence)
    return turn._replace(utterance=words, heard=True, cut_short=said.cut_short)
