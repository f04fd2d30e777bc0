"""Who is speaking: the person, their account, their open question."""

from dataclasses import replace

from core.journal import Claim, Job, Work
from core.model import Identity, Turn
from core.pipeline.house import House
from core.skill.gate import RANKS
from core.store import people, sessions
from core.store.people import Known
from core.texts import nearest


def identify(claim: Claim, house: House) -> tuple[Turn, Work]:
    """The turn with its person and session, and the unit of work they will write into."""
    message = claim.message
    known = people.find(house.database, message)
    if known is None:
        hinted = nearest(message.language) or nearest(message.sender.language)
        known = people.newcomer(message, hinted or house.language)
    known = _ranked(known, house)
    session = sessions.find(house.database, known.person.id, claim.conversation)
    asked_in = session.question.language if session.question else None
    language = nearest(message.language) or asked_in or known.person.language
    turn = Turn(
        id=claim.id,
        message=message,
        now=house.now(),
        language=language,
        person=known.person,
        identity=known.identity,
        session=session,
    )
    owner = f"turn/{claim.id}"
    work = Work(
        house.database, owner, known, known.person, session, language,
        meaning=house.meaning, conversation=claim.conversation,
    )  # fmt: skip
    if known.new:
        house.context(work, message.target, language).set_ticks()
    return turn, work


def recognise(job: Job, house: House) -> Work | None:
    """The unit of work of an event: it belongs to the person who asked for it."""
    event = job.event
    if event.person_id is None:
        return None
    person = people.by_id(house.database, event.person_id)
    if person is None:
        return None
    identity = Identity("", person.id, event.target.channel if event.target else "", "")
    owner = f"job/{job.id}.{job.fence}"
    roles = [house.role(one) for one in people.identities(house.database, person.id)]
    person = replace(person, role=max(roles, key=RANKS.index, default="learner"))
    return Work(house.database, owner, Known(person, identity), person, meaning=house.meaning)


def _ranked(known: Known, house: House) -> Known:
    role = house.role(known.identity)
    if role == known.person.role:
        return known
    return replace(known, person=replace(known.person, role=role))
