"""What was understood is done: one request or several of one breath, and kept to be taken back."""

from collections.abc import Sequence
from dataclasses import replace

from core.errors import UserError
from core.journal.undoing import Wish, take_back
from core.model import Intent, Reply, Turn
from core.pipeline.house import House
from core.skill import Context, invoke
from core.store.undo import Never, Undo
from core.texts import shortened

LASTING = ("privacy", "quiz", "welcome", "help")
"""Skills whose deeds nobody takes back: what is erased is not kept, what was answered was."""
STEPS = ("courses.done", "courses.lesson", "courses.cards")
"""Steps on a way, which are no changes to be undone either."""
SEVERAL = "several"
"""What wishes of one breath are kept as, and what was amended."""
TOLD = 300
"""Characters of an answer that are repeated when it is taken back."""


async def perform(turn: Turn, intent: Intent, context: Context, house: House) -> tuple[Turn, Reply]:
    """Does the intent and whatever comes after it in the turn; one reply to all of it.

    What comes after a question waits for its answer. The turn comes back with what was done.
    """
    work = context.work
    amended: Undo | None = None
    if turn.instead and (last := work.undo()) is not None:
        amended = last.base or last
        if take_back(work, amended) != "done":
            return turn, context.reply("undo-last-changed", told=last.told)
    done, before = [intent], work.changes
    replies = [await invoke(house.catalogue, intent.name, intent.slots, context)]
    if amended is not None and (asked := work.session.question) is not None:
        work.discard()  # what there was stays until the question is answered
        work.question(replace(asked, instead=True))
        return turn, replies[0]
    if amended is not None and work.changes == before:
        work.discard()
        return turn, context.reply("undo-last-unchanged", told=amended.told)
    waiting = list(turn.more or _waiting(intent, context))
    while waiting and work.session.question is None:
        done.append(_completed(waiting.pop(0), done[-1], context, house))
        replies.append(await _also(done[-1], context, house))
    if waiting and work.session.question is not None:
        work.question(replace(work.session.question, rest=tuple(waiting)))
    reply = joined(replies)
    _keep(done, reply, amended, context, house)
    return turn._replace(intent=done[0], more=tuple(done[1:])), reply


def joined(replies: Sequence[Reply]) -> Reply:
    """Several answers as one."""
    if len(replies) == 1:
        return replies[0]
    speech = [one.speech or one.text for one in replies]
    return Reply(
        text="\n".join(one.text for one in replies),
        speech=" ".join(speech) if any(one.speech for one in replies) else None,
        reprompt=replies[-1].reprompt,
        choices=tuple(choice for one in replies for choice in one.choices),
        listen=any(one.listen for one in replies),
        image=next((one.image for one in replies if one.image), None),
        file=next((one.file for one in replies if one.file), None),
        names=tuple(name for one in replies for name in one.names),
    )


def _waiting(intent: Intent, context: Context) -> Sequence[Intent]:
    """What was put off until a question was answered, if this is the answer."""
    asked = context.work.asked
    return asked.rest if asked is not None and asked.intent == intent.name else ()


def _completed(intent: Intent, before: Intent, context: Context, house: House) -> Intent:
    """With the words of the wish before it, where it points at them: "and remind me of it"."""
    spec, words = house.catalogue.intent(intent.name), _words_of(before, house)
    if spec is None or words is None:
        return intent
    for slot in spec.slots:
        said = intent.slots.get(slot.name)
        points = isinstance(said, str) and house.understanding.points(said, context.language)
        if slot.is_text and (points or (slot.required and said is None)):
            return replace(intent, slots={**intent.slots, slot.name: words})
    return intent


def _words_of(intent: Intent, house: House) -> str | None:
    """The free words that it was given."""
    spec = house.catalogue.intent(intent.name)
    given = (intent.slots.get(slot.name) for slot in spec.slots if slot.is_text) if spec else ()
    return next((one for one in given if isinstance(one, str)), None)


async def _also(intent: Intent, context: Context, house: House) -> Reply:
    """A further request: where it cannot be done, what came before it is done all the same."""
    try:
        return await invoke(house.catalogue, intent.name, intent.slots, context)
    except UserError as error:
        return Reply(context.text(error.text_id, **error.values))


def _keep(
    done: Sequence[Intent], reply: Reply, amended: Undo | None, context: Context, house: House
) -> None:
    """Has the commit keep what it changes, so that it can be taken back."""
    work = context.work
    specs = [spec for one in done if (spec := house.catalogue.intent(one.name))]
    effects = {one.effect for one in specs}
    if (
        work.undoable
        or effects <= {"read"}
        or any(one.skill in LASTING or one.name in STEPS for one in specs)
    ):
        return
    asking = work.session.question is not None
    never: Never = "outside" if "outside" in effects and not asking else ""
    told = shortened(reply.text, TOLD)
    of = specs[-1].name if len(specs) == 1 and amended is None else SEVERAL
    work.undoable = Wish(of, told, context.now, never=never, amended=amended)
