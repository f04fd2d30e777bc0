"""What the clock raises for each person: its next tick, by their local wall time."""

import sqlite3
from collections.abc import Iterable
from datetime import datetime

from core.journal import jobs
from core.model import Event, instant, known_zone, wall
from core.skill.declare import Subscription
from core.store.database import Database

ZONE_UNTIL_TOLD = "UTC"
WITHOUT = """
    SELECT p.id, p.zone FROM person p WHERE p.merged_into IS NULL
    AND NOT EXISTS (SELECT 1 FROM job WHERE key = ? || p.id)
"""


def next_tick(one: Subscription, person_id: str, zone: str | None, now: datetime) -> Event | None:
    """The first tick after `now` (aware); None where there is none any more."""
    assert one.every is not None
    zone = known_zone(zone) or ZONE_UNTIL_TOLD
    at = one.every.next(wall(now, zone))
    if at is None:
        return None
    return Event(one.event, f"{one.event}/{person_id}", {}, instant(at, zone), person_id)


async def set_missing(database: Database, ticks: Iterable[Subscription], now: datetime) -> None:
    """For people who were there before the skill was."""
    for one in ticks:
        people = database.read(WITHOUT, (f"{one.event}/",))
        found = (next_tick(one, id, zone, now) for id, zone in people)
        await _set(database, [event for event in found if event is not None])


async def _set(database: Database, events: list[Event]) -> None:
    def run(connection: sqlite3.Connection) -> None:
        for event in events:
            jobs.set_or_drop(connection, event.key, event)

    if events:
        await database.write(run)
