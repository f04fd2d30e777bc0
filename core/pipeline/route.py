"""A turn to the skill that is meant, to an assistant, or to a word about what we could do.

In this order:

1. an open question is answered by what can be its answer; a keen one takes every word first;
2. what may be one wish or several is asked about;
3. a wish is done, with what was said in the same breath, and kept so that it can be taken back
   (`perform`); what goes on from the turn before has been found by `understand` (`dialog`);
4. else the person's assistant is asked; else we say what we could do.
"""

from dataclasses import replace

from core.journal import Work
from core.model import Impossible, Intent, Moment, Question, Reply, Turn
from core.pipeline import breath
from core.pipeline.amend import hour_of
from core.pipeline.house import House
from core.pipeline.misses import note_miss
from core.pipeline.perform import perform
from core.pipeline.understand import said_at
from core.skill import Context, SlotType, invoke, materials
from core.skill.gate import may
from core.skill.keywords import keywords
from core.skill.profile import profile
from core.study import Passage
from core.understanding.folding import fold

WELCOME = "welcome.start"
GREETINGS = frozenset({"help.start", "name.set"})
LISTEN = "documents.read"
"""What somebody wants who sends a document and says nothing."""

SHORT = 4
"""Words of an answer whose number may be an hour."""


async def route(turn: Turn, work: Work, house: House) -> tuple[Turn, Reply]:
    """The turn with the intent that was really called, and its reply."""
    work.language = turn.language
    context = house.context(work, turn.message.target, turn.language, turn.sources)
    context.said = turn.utterance.text if turn.utterance and not turn.read else ""
    context.heard = turn.heard
    if turn.sources:
        context.materials = await materials.keep(context)
    question = turn.session.question
    intent = turn.intent
    if question and turn.utterance and _may_be_answer(turn, question, house):
        # "Call mum" is an answer; "help", "cancel" and a button are not. Free words could be
        # either, and are taken as the answer where they can be one.
        context.meant = intent if question.keen else None
        context.meant_more, turn = turn.more, turn._replace(more=())
        answer = _filled(turn, question, house)
        intent = answer or intent
        if intent is None:
            return turn, await _asked_anew(question, context, house)
        turn = turn._replace(intent=intent, instead=question.instead and answer is not None)
    intent = intent or await _for_an_assistant(turn, context, house)
    intent = intent or await _for_a_newcomer(turn, context)
    if intent is None:
        return turn, _not_understood(turn, context)
    if turn.intent is None:
        turn = turn._replace(intent=intent)
    if turn.perhaps and turn.intent is intent:
        return turn, breath.ask(intent, turn.perhaps, context)
    if (wishes := breath.decided(intent, context)) is not None:
        if not wishes:
            return turn, breath.again(context)
        intent, *more = wishes
        turn = turn._replace(more=tuple(more))
    turn, reply = await perform(turn, intent, context, house)
    work.language = context.language
    if _is_assistants(intent, house) and _unseen(context):
        told = context.text("image-only-read")
        reply = replace(reply, text=f"{reply.text}\n\n{told}")
    return turn, reply


async def _asked_anew(question: Question, context: Context, house: House) -> Reply:
    """By the skill itself: its question has values and buttons of its own."""
    again = await invoke(house.catalogue, question.intent, question.slots, context)
    if question.rest and context.work.session.question is not None:
        context.work.question(replace(context.work.session.question, rest=question.rest))
    return again


def _is_assistants(intent: Intent, house: House) -> bool:
    skill = intent.name.partition(".")[0]
    return house.catalogue.intent(f"{skill}.ask") is not None


def _unseen(context: Context) -> bool:
    """Whether there is a picture that was read and not looked at, and is not looked at now."""
    pictures = [one for one in context.sources if one.kind == "image"]
    looking = context.model is not None and context.model.abilities.images
    return bool(pictures) and not looking and not any(one.looked for one in pictures)


def _may_be_answer(turn: Turn, question: Question, house: House) -> bool:
    """Whether words that mean something otherwise could answer the question."""
    if turn.intent is None:
        return True
    # Of a keen one even "goodbye" and "stop": a card may ask for just these words.
    return question.keen or not (turn.intent.plain or _begins_anew(turn, question, house))


def _begins_anew(turn: Turn, question: Question, house: House) -> bool:
    """Whether the same is wished again as a whole, with a time: "book the library Thu at 4"."""
    intent, said = turn.intent, turn.utterance
    if intent is None or said is None or intent.name != question.intent or intent.confidence < 1:
        return False
    own = [value for value in intent.slots.values() if isinstance(value, str)]
    if not own or len(own) == len(intent.slots) or any(one.start == 0 for one in turn.spans):
        return False
    first = fold(said.text).split()[0]
    inside = any(first in fold(value).split() for value in own)
    return not inside and first not in house.understanding.small_words(turn.language)


def _filled(turn: Turn, question: Question, house: House) -> Intent | None:
    """The asked intent with its missing slot; None where these words cannot be its value."""
    spec = house.catalogue.intent(question.intent)
    if spec is None or (turn.read and not spec.suggest):
        return None  # a picture agrees to nothing
    slot = spec.slot(question.missing)
    value = _value(turn, question, slot, house) if slot and turn.utterance else None
    if value is None:
        return None
    return Intent(question.intent, {**question.slots, question.missing: value})


def _value(turn: Turn, question: Question, slot: SlotType, house: House) -> object | None:
    assert turn.utterance is not None
    text = turn.utterance.text
    if question.keen and slot.is_text:
        return text
    elsewhere = turn.intent is not None and turn.intent.name != question.intent
    # What a skill of ours is meant by goes before what an assistant could be told.
    free = slot.is_text and not question.offered and not question.intent.endswith(".ask")
    if elsewhere and not free:
        return None  # another wish: no answer that was offered, or with a time of its own in it
    if slot.is_text:
        return text
    spans = turn.spans or house.understanding.spans(text, turn.language, said_at(turn))
    fit = [one.value for one in spans if isinstance(one.value, slot.kinds)]
    if not fit and Moment in slot.kinds and len(spans) == 1 and len(text.split()) <= SHORT:
        return hour_of(spans[0].value, said_at(turn))  # "then 18"
    return next((one for one in fit if not isinstance(one, Impossible)), fit[0] if fit else None)


async def _for_an_assistant(turn: Turn, context: Context, house: House) -> Intent | None:
    """What is asked of the person's assistant where no skill was meant."""
    if turn.utterance is None and any(one.kind != "image" for one in turn.sources):
        return Intent(LISTEN)
    if turn.utterance and not turn.read:
        await note_miss(turn.utterance, context, house)
    if not turn.sources and not await _is_worth_asking(turn, context, house):
        return None
    asked = await house.assistant(context)
    # What stands in a picture are not the person's words: the assistant finds it in the sources.
    slots = {"text": turn.utterance.text} if turn.utterance and not turn.read else {}
    return Intent(asked, slots, plain=False) if house.catalogue.intent(asked) else None


async def _for_a_newcomer(turn: Turn, context: Context) -> Intent | None:
    """Whose first words are not understood, or nearly a greeting, is welcomed all the same."""
    greets = not turn.suggestions or bool(GREETINGS & {*turn.suggestions})
    if turn.utterance is None or turn.read or not greets or context.work.last() is not None:
        return None
    if context.catalogue.intent(WELCOME) is None or (await profile(context)).welcomed:
        return None
    return Intent(WELCOME, plain=False)


async def _is_worth_asking(turn: Turn, context: Context, house: House) -> bool:
    """Whether an assistant would answer better than two buttons: a small model only where it is
    asked something, and none at all only where the person's own papers speak of it."""
    model = context.model
    if model is not None and not model.abilities.small_offline:
        return True
    text = turn.utterance.text if turn.utterance else ""
    is_question = house.understanding.asks(text, turn.language)
    if model is not None or not is_question:
        return is_question
    return bool(await context.records(Passage).search(keywords(context, text), limit=1))


def _not_understood(turn: Turn, context: Context) -> Reply:
    if not turn.suggestions:
        return context.reply("not-understood")
    specs = filter(None, map(context.catalogue.intent, turn.suggestions))
    choices = [context.button(one.name) for one in specs if may(context.person.role, one.role)]
    return context.reply("not-understood-suggest" if choices else "not-understood", choices=choices)
