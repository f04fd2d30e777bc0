"""The way of every call to a provider: breaker, queue, the call, its charge, perhaps again."""

import logging
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from math import inf
from typing import TypeVar

from core.errors import (
    ConfigError,
    IntegrationError,
    RateLimited,
    Rejected,
    VivaError,
    whereabouts,
)
from core.ports.caller import Priority, caller
from core.ports.clock import Sleep, system_sleep
from core.ports.meter import Charge, Meter, unmetered
from core.resilience.breaker import Breaker, Verdict
from core.resilience.flight import Flights
from core.resilience.line import Line, NoRoom
from core.resilience.log import Pass, Quota
from core.resilience.retry import Retries
from core.resilience.shared import Scripts, Shared, SharedBreaker, SharedWindow

log = logging.getLogger(__name__)

T = TypeVar("T")
FREE = Quota()
PATIENCE = {
    Priority.CRITICAL: 5.0,
    Priority.HIGH: 30.0,
    Priority.MEDIUM: 60.0,
    Priority.LOW: 600.0,
}
"""Seconds in a vendor's queue after which nobody is there any more who waits, or the work is
better begun anew later. An engine of this machine is waited for without end."""
SILENT = 5.0
"""Seconds without a sign after which a caller that gives up has the provider to blame."""


class Gateway:
    """Everything that calls to providers share in this process; belongs to one event loop."""

    def __init__(
        self,
        *,
        meter: Meter = unmetered,
        scripts: Scripts | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Sleep = system_sleep,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self.meter = meter
        self.clock = clock
        self.sleep = sleep
        self.flights = Flights()
        self._chance = chance
        self._shared = Shared(scripts, clock) if scripts else None
        self._lines: dict[str, Line] = {}
        self._ways: dict[tuple[str, str, str], Way] = {}

    def way(
        self,
        capability: str,
        provider: str,
        credential: str = "",
        *,
        model: str = "",
        quota: Quota = FREE,
        group: str = "",
    ) -> "Way":
        """The way to a provider with one of its credentials: always the same for the same.

        Credentials of one `group` share its quota; by default all of a provider are in one.
        """
        key = (capability, provider, credential)
        if key not in self._ways:
            line = self._line(group or f"{capability}/{provider}", provider, quota)
            breaker = Breaker(provider, self.clock)
            shared = quota.at_once is None and self._shared
            theirs = SharedBreaker(shared, "/".join(key), provider) if shared else None
            retries = Retries(self._chance)
            self._ways[key] = Way(
                self, Charge(capability, provider, model), line, breaker, theirs, retries
            )
        return self._ways[key]

    async def close(self) -> None:
        """Ends what goes to the other processes; safe to call twice."""
        if self._shared is not None:
            await self._shared.close()

    def _line(self, group: str, provider: str, quota: Quota) -> Line:
        line = self._lines.get(group)
        if line is None:
            line = self._lines[group] = Line(provider, quota, self.clock, self.sleep)
            if self._shared is not None and line.log.windowed:
                line.elsewhere = SharedWindow(self._shared, group, line.log)
        elif line.quota != quota:
            raise ConfigError([f"two different limits for {group}"])
        return line


class Way:
    """The way to one provider with one credential."""

    def __init__(
        self,
        gateway: Gateway,
        nothing: Charge,
        line: Line,
        breaker: Breaker,
        shared: SharedBreaker | None,
        retries: Retries,
    ) -> None:
        self.gateway = gateway
        self.line = line
        self.breaker = breaker
        self.shared = shared
        self.retries = retries
        self.here = line.quota.at_once is not None
        """Whether it is an engine of this machine: what fails there is the fault of what it was
        given, so it is neither left alone nor given the same again."""
        self.nothing = nothing
        """What an attempt took that came to nothing."""

    async def call(
        self,
        work: Callable[["Attempt"], Awaitable[T]],
        told: Callable[[T], Charge],
        *,
        tokens: int = 0,
    ) -> T:
        """A whole result; `tokens` is what it will take at most, and `told` says what it took."""
        until = self.until()
        tries = 0
        while True:
            attempt = await self.begin(tokens, until)
            tries += 1
            try:
                result = await work(attempt)
            except BaseException as error:  # noqa: BLE001  # `again` raises it, or waits
                await attempt.end(self.nothing, error=error)
                await self.again(error, tries, until)
            else:
                charge = told(result)
                await attempt.end(charge, charge.input_tokens + charge.output_tokens or None)
                return result

    def until(self) -> float:
        """When whoever calls now would wait no longer, by the gateway's clock."""
        who = caller()
        patience = inf if self.here else PATIENCE[who.priority]
        return min(who.deadline, self.gateway.clock() + min(patience, who.patience))

    async def begin(self, tokens: int, until: float) -> "Attempt":
        """Returns when a call may go out, which then has to be ended.

        Raises `NoRoom` where that will not be before `until`, and `Unavailable` where the
        breaker is open.
        """
        self.breaker.check()
        made = await self.line.admit(caller().priority, tokens, until)
        try:
            ticket = self.breaker.enter()
            try:
                shared = await self.shared.enter() if self.shared else None
            except BaseException:
                self.breaker.judge(ticket, "unknown")
                raise
        except BaseException:
            made.withdraw()
            raise
        return Attempt(self, made, ticket, shared)

    async def again(self, error: BaseException, tries: int, until: float) -> None:
        """Waits for another try after so many; raises `error` where there must be none."""
        left = until - self.gateway.clock()
        wait = None if self.here else self.retries.wait(error, tries, left)
        if wait is None:
            raise error
        await self.gateway.sleep(wait)


class Attempt:
    """One call that has gone out: it is ended once, and ending it again changes nothing."""

    __slots__ = ("_begun", "_ended", "_pass", "_seen", "_shared", "_ticket", "_way")

    def __init__(self, way: Way, made: Pass, ticket: int, shared: int | None) -> None:
        self._way = way
        self._pass = made
        self._ticket = ticket
        self._shared = shared
        self._begun = self._seen = way.gateway.clock()
        self._ended = False

    def arrived(self) -> None:
        """A sign of life has come."""
        self._seen = self._way.gateway.clock()
        if self._pass.at is None:
            self._pass.arrived()

    async def renew(self) -> None:
        """What goes on under this attempt is a further call: it waits for its turn, and lets
        others go before it who are more urgent."""
        self._pass.leave()
        way = self._way
        self._pass = await way.line.admit(caller().priority, self._pass.tokens, way.until())
        self._seen = self._way.gateway.clock()

    async def end(
        self, charge: Charge, tokens: int | None = None, error: BaseException | None = None
    ) -> None:
        """It is over; `tokens` is what the far end counts for it, where that is known."""
        if self._ended:
            return
        self._ended = True
        way = self._way
        self._pass.leave(tokens)
        verdict = self._verdict(error)
        way.breaker.judge(self._ticket, verdict)
        if error is None:
            way.retries.earn()
        if isinstance(error, RateLimited) and not isinstance(error, NoRoom):
            way.line.pause(error.retry_after or 0.0)
        if way.shared is not None and self._shared is not None:
            way.shared.judge(self._shared, verdict)
        latency = way.gateway.clock() - self._begun
        try:
            await way.gateway.meter(replace(charge, latency=latency, error=_code(error)))
        except Exception as failure:  # noqa: BLE001  # an answer is worth more than its bill
            log.error("a charge of %s was not kept: %s", charge.provider, whereabouts(failure))

    def _verdict(self, error: BaseException | None) -> Verdict:
        if error is None or self._way.here or isinstance(error, RateLimited | Rejected):
            return "alive"
        if isinstance(error, VivaError):
            return "failed" if isinstance(error, IntegrationError) else "alive"
        if isinstance(error, Exception):
            return "failed"
        if self._way.gateway.clock() - self._seen >= SILENT:
            return "failed"
        return "unknown" if self._pass.at is None else "alive"


def _code(error: BaseException | None) -> str:
    if error is None:
        return ""
    if isinstance(error, VivaError):
        return error.code
    return "internal" if isinstance(error, Exception) else "cancelled"
