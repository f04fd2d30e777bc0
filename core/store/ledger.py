"""The ledger: what every call to a provider took, on whose behalf, and what a person may spend."""

import logging
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

from core.errors import ConfigError, UserError, whereabouts
from core.model import instant, wall
from core.ports.caller import caller
from core.ports.clock import Now
from core.ports.meter import Charge
from core.settings import load, setting
from core.store.database import Database
from core.store.prices import NANO, Prices, find, read
from core.store.totals import Total, totals

log = logging.getLogger(__name__)

WARN_AT = 0.8
MOST = 2**31 - 1
"""Of any amount in a row; times and sound are in milliseconds."""
AMOUNTS = (
    *(("input_tokens", 1), ("cached_tokens", 1), ("output_tokens", 1), ("characters", 1)),
    *(("seconds", 1_000), ("latency", 1_000)),
)
ADD = """
    INSERT INTO charge(at, person_id, assistant, channel, owner, capability, provider, model,
    input_tokens, cached_tokens, output_tokens, sound_ms, characters, latency_ms, error, estimated,
    nanos) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
"""
PAID_TOKENS = "CASE WHEN nanos = 0 THEN 0 ELSE input_tokens + output_tokens END"
"""What is free counts towards no budget: a model of one's own goes on when it is spent."""
SPENT = f"""
    SELECT coalesce(sum(nanos), 0), coalesce(sum({PAID_TOKENS}), 0), count(*) - count(nanos)
    FROM charge WHERE person_id = ? AND at >= ?
"""  # noqa: S608  # built of constants
CROSSED = f"""
    SELECT owner FROM (
        SELECT id, owner, sum(nanos) OVER (ORDER BY id) AS money,
        sum({PAID_TOKENS}) OVER (ORDER BY id) AS tokens
        FROM charge WHERE person_id = ? AND at >= ?
    ) AS so_far WHERE money >= ? OR tokens >= ? ORDER BY id LIMIT 1
"""  # noqa: S608  # built of constants


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person may spend in a day of theirs at vendors, and what the vendors ask."""

    daily_usd: float | None = setting("VIVA_BUDGET_DAILY_USD", None, "Give dollars, such as 0.5.")
    daily_tokens: int | None = setting("VIVA_BUDGET_DAILY_TOKENS", None, "Give a whole number.")
    prices: Path | None = setting("VIVA_PRICES", None)
    """An own price list; its form is that of `prices.tsv`."""


@dataclass(frozen=True, slots=True)
class Left:
    """A person's present day: what is used of it and what is left."""

    nanos: int
    """Spent, in nano-dollars; what is `unpriced` is not in it."""
    tokens: int
    """Used, of models that are paid for."""
    unpriced: int
    """Calls whose price nobody knows."""
    most_nanos: int | None
    """The day's budget; None: there is none."""
    most_tokens: int | None
    ends: datetime
    """When the next day begins: naive, by the person's clock."""

    @property
    def is_limited(self) -> bool:
        """Whether there is a budget at all."""
        return self.most_nanos is not None or self.most_tokens is not None

    @property
    def share(self) -> float:
        """The used part of the budget that is used most; 0.0 where there is none."""
        return max(_share(self.nanos, self.most_nanos), _share(self.tokens, self.most_tokens))

    @property
    def is_spent(self) -> bool:
        """Whether only what is free may go on."""
        return self.share >= 1

    @property
    def words(self) -> dict[str, object]:
        """The values of the messages about a budget: of the one that is used most."""
        in_money = _share(self.nanos, self.most_nanos) >= _share(self.tokens, self.most_tokens)
        used, most = (self.nanos, self.most_nanos) if in_money else (self.tokens, self.most_tokens)
        size = NANO if in_money else 1
        return {
            "unit": "usd" if in_money else "tokens",
            "budget": (most or 0) / size,
            "left": max((most or 0) - used, 0) / size,
            "percent": min(used * 100 // most, 100) if most else 100,
            "until": f"{self.ends:%H:%M}",
        }


class Ledger:
    """One row for every attempt at a provider; `note` is the Meter of the house."""

    def __init__(
        self, database: Database, now: Now, prices: Prices, settings: Settings | None = None
    ) -> None:
        budget = settings or Settings()
        self._database = database
        self._now = now
        self._prices = prices
        self._most_nanos = None if budget.daily_usd is None else round(budget.daily_usd * NANO)
        self._most_tokens = budget.daily_tokens
        self._told: set[tuple[str, str]] = set()

    async def note(self, charge: Charge) -> None:
        """Writes the charge down on behalf of the present caller; returns when it is on disk.

        It shares the fsync of whatever else is written at the moment: some milliseconds after a
        call of a second, for a row that outlives the answer and a budget that knows of every call
        that has ended. Never raises: a row that cannot be written is logged and lost.
        """
        try:
            row = self._row(charge)
            await self._database.write(lambda connection: connection.execute(ADD, row).rowcount)
        except Exception as error:  # noqa: BLE001  # the books must not cost a person their answer
            log.error("a call to %s is not in the ledger: %s", charge.provider, whereabouts(error))

    def left(self, person_id: str, zone: str) -> Left:
        """How the person's day stands, in their own zone."""
        begins, ends = self._day(zone)
        ((nanos, tokens, unpriced),) = self._database.read(SPENT, (person_id, begins))
        return Left(nanos, tokens, unpriced, self._most_nanos, self._most_tokens, ends)

    def is_spent(self, person_id: str, zone: str) -> bool:
        """Whether that person may ask only for what costs nothing."""
        limited = self._most_nanos is not None or self._most_tokens is not None
        return limited and bool(person_id) and self.left(person_id, zone).is_spent

    def is_free(self, provider: str, model: str = "") -> bool:
        """Whether that model, or every one of that provider's, may go on with a budget spent."""
        return find(self._prices, provider, model).is_free

    def total(self, person_id: str, since: float) -> Total:
        """All that was done for that person since a timestamp."""
        found = totals(self._database.read, since=since, person_id=person_id)
        return found[0] if found else Total("")

    def check(self, person_id: str, zone: str, *, local: bool = False) -> Left:
        """To be called before each call of a model; raises UserError(budget-spent).

        With a `local` model at hand it raises nothing: where `is_spent`, only that one may be
        asked. Calls that have ended are all known; so a budget is exceeded at most by the calls
        that were under way at the time of the check, one for each turn or job of that person.
        """
        left = self.left(person_id, zone)
        if left.is_spent and not local:
            raise UserError("budget-spent", **left.words)
        return left

    def warning(self, person_id: str, zone: str, owner: str) -> Left | None:
        """For the turn or job whose call used up 80 % of the day's budget: its answer says so,
        by `budget-warning` with `words`. None for every other, so it is said once a day."""
        left = self.left(person_id, zone)
        if left.share < WARN_AT:
            return None
        begins, _ = self._day(zone)
        marks = [most and most * WARN_AT for most in (self._most_nanos, self._most_tokens)]
        rows = self._database.read(CROSSED, (person_id, begins, *marks))
        return left if rows and rows[0][0] == owner else None

    def _day(self, zone: str) -> tuple[float, datetime]:
        """When the day of that zone began, as a timestamp, and the local time of its end."""
        today = wall(self._now(), zone).date()
        begins = instant(datetime.combine(today, time()), zone)
        ends = instant(datetime.combine(today + timedelta(days=1), time()), zone)
        return begins.timestamp(), wall(ends, zone)

    def _row(self, charge: Charge) -> tuple[Any, ...]:
        on_behalf = caller()
        charge = _bounded(charge)
        nanos = find(self._prices, charge.provider, charge.model).of(charge)
        if nanos is None:
            self._tell_unknown(charge)
        return (
            self._now().timestamp(), on_behalf.person_id or None, on_behalf.assistant,
            on_behalf.channel, on_behalf.owner, charge.capability, charge.provider, charge.model,
            charge.input_tokens, charge.cached_tokens, charge.output_tokens,
            round(charge.seconds * 1_000), charge.characters, round(charge.latency * 1_000),
            charge.error, int(charge.estimated), nanos,
        )  # fmt: skip

    def _tell_unknown(self, charge: Charge) -> None:
        which = (charge.provider, charge.model)
        if self._most_nanos is not None and which not in self._told:
            self._told.add(which)
            log.warning("a budget in dollars does not see %s %s: VIVA_PRICES has no price", *which)


def create(environ: Mapping[str, str], database: Database, now: Now) -> Ledger:
    """The ledger as the settings want it; raises ConfigError with every fault in them."""
    settings = load(Settings, environ)
    faults = [
        f"{name}: a budget is zero or more"
        for name, value in (
            ("VIVA_BUDGET_DAILY_USD", settings.daily_usd),
            ("VIVA_BUDGET_DAILY_TOKENS", settings.daily_tokens),
        )
        if value is not None and not 0 <= value < MOST
    ]
    prices: Prices = {}
    try:
        prices = read(environ, settings.prices)
    except ConfigError as error:
        faults += error.faults
    if faults:
        raise ConfigError(faults)
    return Ledger(database, now, prices, settings)


def forget(connection: sqlite3.Connection, person_id: str) -> None:
    """For whoever erases a person: what was spent stays in all totals, and is nobody's."""
    connection.execute(
        "UPDATE charge SET person_id = NULL, owner = '' WHERE person_id = ?", (person_id,)
    )


def _bounded(charge: Charge) -> Charge:
    """With amounts that a row takes: more, or less than nothing, is a vendor's mistake."""
    within = {name: min(max(getattr(charge, name), 0), MOST // per) for name, per in AMOUNTS}
    return replace(charge, **within)


def _share(used: int, most: int | None) -> float:
    if most is None:
        return 0.0
    return used / most if most else 1.0
