"""Before a recording leaves the house its person is asked, once; it waits until they say yes."""

from dataclasses import replace

from core.errors import UserError
from core.journal import Work
from core.model import Choice, Intent, Message, Press, Text, Turn
from core.pipeline.house import House
from core.pipeline.parts import recordings
from core.ports.caller import acting
from core.ports.transcriber import Transcriber
from core.skill.keywords import WORD, agreed
from core.skill.profile import keep, profile
from core.store.codec import decode_message, encode_message

ASK = "privacy.voice"
HELD = "held"
"""The slot of its question with the message that waits."""
MOST_WORDS = 6
"""Of a yes: who says more than that says something else."""


async def resumed(turn: Turn, work: Work, house: House) -> Turn:
    """Where this is the yes that a recording waits for: the turn of that recording."""
    held = _held(turn)
    if held is None or not _is_yes(turn, work, house):
        return turn
    context = house.context(work, turn.message.target, turn.language)
    await keep(context, voice_outside=True)
    # It was said in the recording's own time, and is no answer to our question any more.
    return turn._replace(message=held, session=replace(turn.session, question=None))


async def listener(turn: Turn, work: Work, house: House) -> Transcriber | None:
    """Who is to hear this person; None: they are to be asked first. Raises UserError where nobody
    may, or nobody is there."""
    context = house.context(work, turn.message.target, turn.language)
    agreed_to = (await profile(context)).voice_outside
    if not agreed_to:
        with acting(inside=True):
            own = house.transcriber()
        if own is not None:
            return own
    anybody = house.transcriber()
    if anybody is None:
        raise UserError("voice-minor" if house.stays(context.person.id) else "voice-off")
    if agreed_to is False:
        raise UserError("voice-stays")
    return anybody if agreed_to else None


def asking(turn: Turn) -> Turn:
    """The same turn as the question whether its recording may go, with all that waits."""
    before = _held(turn)
    parts = (*(before.parts if before else ()), *turn.message.parts)
    waiting = encode_message(replace(turn.message, parts=parts)).decode()
    # What was asked before waits in it too: the recording is no answer to it.
    session = replace(turn.session, question=None)
    return turn._replace(intent=Intent(ASK, {HELD: waiting}), session=session)


def _held(turn: Turn) -> Message | None:
    question = turn.session.question
    held = question.slots.get(HELD) if question and question.intent == ASK else None
    return decode_message(held.encode()) if isinstance(held, str) else None


def _is_yes(turn: Turn, work: Work, house: House) -> bool:
    if recordings(turn.message):
        return False
    for part in turn.message.parts:
        match part:
            case Press(token):
                name, slots = Choice.read(token)
                return name == ASK and slots.get("answer") == "yes"
            case Text(text) if len(WORD.findall(text)) <= MOST_WORDS:
                context = house.context(work, turn.message.target, turn.language)
                return agreed(context, text) is True
    return False
