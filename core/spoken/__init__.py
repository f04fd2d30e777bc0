"""What is said aloud: texts and replies as words, without markup, addresses, signs or digits.

Where a case would be needed that nothing tells, Russian numbers stay in the nominative.
"""

import re
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from core.model import Reply
from core.spoken.lexicon import lexicon
from core.spoken.markup import lines
from core.spoken.sentences import voice
from core.texts import LANGUAGES, nearest

LONGEST = 3_900
"""Characters of `spoken`: what every voice says at once, with room for the choices."""
LONGEST_SSML = 8_000
"""Characters of `ssml`, tags included: Alexa takes no more."""
ROUNDS = 6
PAUSE = '<break time="400ms"/>'
SENTENCE = re.compile(r"(?<=[.!?:])\s+")


def spoken(text: str, language: str, limit: int = LONGEST) -> str:
    """Sentences of words, a line for each paragraph; what is beyond `limit` characters is left out
    at the end of a sentence, and that is said. Empty where there is nothing to be said."""
    tongue = nearest(language) or LANGUAGES[0]
    return "\n".join(_cut(_blocks(text, tongue), limit, tongue, 1))


def ssml(text: str, language: str, limit: int = LONGEST_SSML) -> str:
    """The same as a `<speak>` document, with a pause between paragraphs and items."""
    tongue = nearest(language) or LANGUAGES[0]
    room = limit - len("<speak></speak>")
    blocks = [escape(one, {'"': "&quot;", "'": "&apos;"}) for one in _blocks(text, tongue)]
    return f"<speak>{PAUSE.join(_cut(blocks, room, tongue, len(PAUSE)))}</speak>"


def speech_of(reply: Reply, language: str) -> str:
    """What a voice says of a reply: its own speech, else its text and its choices."""
    if reply.speech is not None:
        return spoken(reply.speech, language)
    tongue = nearest(language) or LANGUAGES[0]
    said = spoken(reply.text, tongue)
    offered = _choices([one.label for one in reply.choices], tongue)
    return "\n".join(filter(None, (said, offered)))


def _choices(labels: Sequence[str], language: str) -> str:
    """Says "you can say: a, b or c", or nothing."""
    said = [spoken(one, language, 100).rstrip(".:").replace("\n", ", ") for one in labels]
    said = [one for one in said if one]
    if not said:
        return ""
    phrases = lexicon(language).phrases
    last = f" {phrases['or']} ".join(filter(None, (", ".join(said[:-1]), said[-1])))
    return phrases["choices"].format(choices=last)


def _blocks(text: str, language: str) -> list[str]:
    """What is left of a sign may make a new one with what stood beside it: again, until none is."""
    say, phrases = voice(language).say, lexicon(language).phrases
    said: list[str] = []
    for _ in range(ROUNDS):
        said = [one for line in lines(text, phrases) if (one := say(line))]
        if "\n".join(said) == text:
            break
        text = "\n".join(said)
    return said


def _cut(blocks: Iterable[str], limit: int, language: str, between: int) -> list[str]:
    """Whole blocks for as long as there is room, then whole sentences, then an honest ending."""
    blocks = list(blocks)
    if sum(map(len, blocks)) + between * (len(blocks) - 1) <= limit:
        return blocks
    more = lexicon(language).phrases["more"]
    room = limit - len(more) - between
    kept: list[str] = []
    for block in blocks:
        fitting = _fitting(block, room)
        if fitting:
            kept.append(fitting)
        if fitting != block:
            break
        room -= len(block) + between
    return [*kept, more] if limit >= len(more) else kept


def _fitting(block: str, room: int) -> str:
    """As many of its sentences as there is room for."""
    if len(block) <= room:
        return block
    end = max((it.start() for it in SENTENCE.finditer(block) if it.start() <= room), default=0)
    return block[:end]
