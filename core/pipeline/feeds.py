"""A feed: what a person's own programs fetch under a secret address; nothing is written."""

import hmac

from core.journal import Work
from core.model import Attachment, Identity, Target
from core.pipeline.house import House
from core.ports.caller import Priority, acting
from core.skill.profile import profile
from core.store import people
from core.store.people import Known


async def read_feed(house: House, token: str) -> Attachment | None:
    """What the token stands for; None where it is not ours, or has been made void."""
    opened = house.addresses.opened(token) if house.addresses else None
    if opened is None:
        return None
    feed = house.catalogue.feeds.get(opened.feed)
    person = people.by_id(house.database, opened.person_id)
    if feed is None or person is None:
        return None
    work = Work(
        house.database,
        f"feed/{opened.feed}",
        Known(person, Identity("", person.id, "", "")),
        person,
    )
    context = house.context(work, Target("", "", ""), person.language)
    wanted = (await profile(context)).feed
    if not wanted or not hmac.compare_digest(wanted.encode(), opened.nonce.encode()):
        return None
    with acting(person_id=person.id, zone=person.zone or "UTC", priority=Priority.LOW):
        found = await feed.handler(context)
    return found if isinstance(found, Attachment) else None
