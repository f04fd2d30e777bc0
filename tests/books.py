"""A ledger with one priced model, and charges that go into it."""

from datetime import UTC, datetime

from core.ports.caller import acting
from core.ports.meter import Charge
from core.store.database import Database
from core.store.ledger import Ledger, Settings
from core.store.prices import Price

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)
PRICED = Price(input=250_000, cached=25_000, output=2_000_000)
"""A quarter of a dollar, 2.5 cents and two dollars a million."""
PRICES = {("openai", "priced"): PRICED, ("embedded", "*"): Price(0, 0, 0, 0, 0)}
ASKED = Charge("llm", "openai", "priced", 1_000, 500, 200, latency=0.25)
COST = 800 * 250 + 200 * 25 + 500 * 2_000


def keeping(database: Database, now: datetime = NOW, **budget: float) -> Ledger:
    """A ledger whose clock stands still."""
    return Ledger(database, lambda: now, PRICES, Settings(**budget))  # type: ignore[arg-type]


async def note(
    ledger: Ledger, *charges: Charge, person_id: str = "anna", owner: str = "turn/1"
) -> None:
    """Tells the ledger of calls of that person's turn."""
    with acting(person_id=person_id, owner=owner):
        for charge in charges:
            await ledger.note(charge)
