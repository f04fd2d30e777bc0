"""Words, buttons and commands to an intent."""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from core.errors import UserError
from core.journal import Work
from core.model import (
    Choice,
    Command,
    Intent,
    Press,
    Span,
    Spoken,
    Text,
    Turn,
    Utterance,
    wall,
)
from core.model.message import MOST_CHARACTERS
from core.pipeline.dialog import follow, typed
from core.pipeline.fixing import SAID, fixed, put_right
from core.pipeline.house import House
from core.skill import IntentSpec
from core.skill.ticks import ZONE_UNTIL_TOLD
from core.understanding import Understood


async def understand(turn: Turn, work: Work, house: House) -> Turn:
    """Fills `intent`, and on the way `utterance` and `spans`; not understood is no error."""
    if turn.intent is not None:
        return turn
    said = turn.utterance
    for part in turn.message.parts:
        match part:
            case Press(token):
                name, slots = Choice.read(token)
                return turn._replace(utterance=said, intent=Intent(name, slots))
            case Command(name, text):
                return _command(turn._replace(utterance=said), name, text, house)
            case Spoken(name, slots):
                return turn._replace(utterance=said, intent=Intent(name, slots))
            case Text(text) if said is None:
                said = _words(text, turn.language)
            case _:
                continue
    if said is None and turn.sources:
        return turn  # they sent something to be read, and said nothing
    if said is None:
        raise UserError("unsupported-part")
    return await _sentence(turn, said, work, house)


def _words(text: str, language: str) -> Utterance:
    # Composed, as spans count: an é of two signs would shift every cut behind it.
    return Utterance(unicodedata.normalize("NFC", text.strip()), language)


async def _sentence(turn: Turn, said: Utterance, work: Work, house: House) -> Turn:
    if len(said.text) > MOST_CHARACTERS:
        raise UserError("text-too-long", limit=MOST_CHARACTERS)
    # A time is meant as of when it was said, however late we come to it.
    if turn.heard:
        said = await put_right(said, work)
    understood = house.understanding.understand(
        said.text, turn.language, said_at(turn), heard=turn.heard
    )
    if said.language != understood.language:
        said = replace(said, language=understood.language)
    turn = turn._replace(
        utterance=said,
        language=understood.language,
        intent=_harmless(understood.intent, turn, house),
        spans=understood.spans,
        suggestions=understood.suggestions,
    )
    if pressed := typed(turn, work):
        return turn._replace(utterance=None, intent=pressed, suggestions=())
    if goes := follow(turn, understood, said_at(turn), work, house):
        return turn._replace(intent=goes.intent, instead=goes.instead, suggestions=())
    if turn.intent is not None and turn.intent.name == SAID and turn.session.question is None:
        return await fixed(turn, turn.intent, said_at(turn), work, house)
    return _in_one_breath(turn, understood, house)


def _in_one_breath(turn: Turn, whole: Understood, house: House) -> Turn:
    """The wishes one by one, where there are several; an answer to a question is one, but a keen
    question takes words for its answer that are none."""
    question = turn.session.question
    if turn.read or (question is not None and not question.keen):
        return turn
    assert turn.utterance is not None
    found = house.understanding.several(turn.utterance.text, whole, said_at(turn))
    if found is None:
        return turn
    if not found.sure:
        return turn if question is not None else turn._replace(perhaps=found.intents)
    first, *more = found.intents
    return turn._replace(intent=first, more=tuple(more), suggestions=())


def _harmless(intent: Intent | None, turn: Turn, house: House) -> Intent | None:
    """What stands in a picture may ask for much, but not for what destroys: who knows who wrote
    it."""
    if intent is None or not turn.read:
        return intent
    spec = house.catalogue.intent(intent.name)
    return intent if spec is not None and spec.suggest else None


def said_at(turn: Turn) -> datetime:
    """When the person said it, as their clock showed it: naive."""
    zone = (turn.person.zone if turn.person else None) or ZONE_UNTIL_TOLD
    return wall(min(turn.message.at, turn.now), zone)


def _command(turn: Turn, name: str, text: str, house: House) -> Turn:
    """`/notes find exam`, `/notes_find exam`, `/notes`, `/cancel`, `/start`."""
    skill, _, verb = name.casefold().partition("_")
    if skill == "start":
        return turn._replace(intent=Intent("help.start"))
    known = house.catalogue.of_skill(skill) or house.catalogue.of_verb(skill)
    if not known:
        raise UserError("command-unknown", name=name[:32])
    if not verb:
        first, _, rest = text.partition(" ")
        if house.catalogue.intent(f"{skill}.{first.casefold()}"):
            verb, text = first.casefold(), rest
    spec = house.catalogue.intent(f"{skill}.{verb}") if verb else _plainest(known)
    if spec is None:
        raise UserError("command-unknown", name=f"{skill} {verb}"[:32])
    if text.strip():
        turn = turn._replace(utterance=_words(text, turn.language))
    return turn._replace(intent=Intent(spec.name, _filled(spec, turn, house)))


def _plainest(known: Sequence[IntentSpec]) -> IntentSpec:
    """What a bare `/skill` means: the first thing that only reads and needs nothing."""
    needs_nothing = (
        spec for spec in known
        if spec.effect == "read" and not any(slot.required for slot in spec.slots)
    )  # fmt: skip
    return next(needs_nothing, known[0])


def _filled(spec: IntentSpec, turn: Turn, house: House) -> dict[str, object]:
    """The words behind a command as slots: spans by their type, the rest as text."""
    slots: dict[str, object] = {}
    text = turn.utterance.text if turn.utterance else ""
    spans = house.understanding.spans(text, turn.language, said_at(turn)) if text else ()
    taken: list[Span] = []
    for slot in spec.slots:
        span = next((one for one in spans if isinstance(one.value, slot.kinds)), None)
        if span is not None and span not in taken:
            slots[slot.name] = span.value
            taken.append(span)
    for span in sorted(taken, key=lambda one: -one.start):
        text = f"{text[: span.start].rstrip()} {text[span.end :].lstrip()}"
    wanted = next((slot for slot in spec.slots if slot.is_text), None)
    if wanted is not None and text.strip():
        slots[wanted.name] = text.strip()
    return slots
