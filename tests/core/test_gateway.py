"""The gateway: breakers, tries, deadlines and charges, in virtual time."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import pytest

from core.errors import (
    ConfigError,
    IntegrationError,
    RateLimited,
    Rejected,
    Unauthorised,
    Unavailable,
    UserError,
)
from core.ports.caller import Priority, acting
from core.ports.llm import QuotaSpent
from core.ports.meter import Charge
from core.resilience import Attempt, Gateway, Quota, Way
from core.resilience.breaker import FAILURES, PAUSE, Breaker
from core.resilience.gateway import PATIENCE, SILENT
from core.resilience.retry import SAVED, SHARE, TRIES
from tests.virtual_loop import now, run

AWAY = Unavailable("far", "500")


@dataclass
class Far:
    """A provider that answers with what it is given, in turn; then always well."""

    script: list[Exception | float] = field(default_factory=list)
    charges: list[Charge] = field(default_factory=list)
    times: list[float] = field(default_factory=list)

    def gateway(self, chance: float = 0.5) -> Gateway:
        return Gateway(meter=self.meter, clock=now, sleep=asyncio.sleep, chance=lambda: chance)

    async def meter(self, charge: Charge) -> None:
        self.charges.append(charge)

    async def answer(self, attempt: Attempt | None = None) -> str:
        self.times.append(now())
        step = self.script.pop(0) if self.script else 0.0
        if isinstance(step, Exception):
            raise step
        await asyncio.sleep(step)
        return "well"

    async def ask(self, way: Way) -> str:
        return await way.call(self.answer, lambda _: Charge("stt", "far", "m", seconds=3))


def in_virtual_time(test: Callable[[], Awaitable[None]]) -> Callable[[], None]:
    async def main() -> None:
        await test()

    def wrapped() -> None:
        run(main())

    wrapped.__name__ = test.__name__
    return wrapped


@pytest.mark.parametrize(
    ("verdicts", "open_after"),
    [
        (["failed"] * FAILURES, True),
        (["failed"] * (FAILURES - 1), False),
        (["failed"] * (FAILURES - 1) + ["alive", "failed"], False),
        (["failed", *["unknown", "failed"] * (FAILURES - 1)], True),
        (["alive"] * 9, False),
    ],
)
def test_the_breaker_opens_after_so_many_failures_in_a_row(
    verdicts: list[str], open_after: bool
) -> None:
    breaker = Breaker("far", lambda: 0.0)
    for verdict in verdicts:
        breaker.judge(breaker.enter(), verdict)  # type: ignore[arg-type]  # one of the literals
    if not open_after:
        breaker.check()
        return
    with pytest.raises(Unavailable) as refused:
        breaker.enter()
    assert refused.value.retry_after == PAUSE


class Hands:
    """A clock that is set by hand."""

    at = 0.0

    def __call__(self) -> float:
        return self.at


def opened(clock: Hands) -> Breaker:
    breaker = Breaker("far", clock)
    for _ in range(FAILURES):
        breaker.judge(breaker.enter(), "failed")
    return breaker


def test_half_open_lets_exactly_one_through() -> None:
    clock = Hands()
    breaker = opened(clock)
    clock.at = PAUSE - 0.1
    with pytest.raises(Unavailable):
        breaker.enter()
    clock.at = PAUSE
    probe = breaker.enter()
    for _ in range(3):
        with pytest.raises(Unavailable):
            breaker.enter()
    breaker.judge(probe, "alive")
    breaker.enter()
    for _ in range(FAILURES - 1):  # and counts from the beginning
        breaker.judge(breaker.enter(), "failed")
    breaker.check()


def test_a_probe_that_fails_opens_it_again_and_one_without_a_verdict_gives_way() -> None:
    clock = Hands()
    breaker = opened(clock)
    clock.at = PAUSE
    breaker.judge(breaker.enter(), "unknown")
    breaker.judge(breaker.enter(), "failed")
    clock.at = PAUSE * 2 - 0.1
    with pytest.raises(Unavailable):
        breaker.check()
    clock.at = PAUSE * 2
    breaker.judge(breaker.enter(), "alive")
    breaker.check()


@pytest.mark.parametrize("verdict", ["alive", "failed"])
def test_calls_from_before_it_opened_prove_nothing(verdict: str) -> None:
    clock = Hands()
    breaker = Breaker("far", clock)
    early = breaker.enter()
    for _ in range(FAILURES):
        breaker.judge(breaker.enter(), "failed")
    breaker.judge(early, verdict)  # type: ignore[arg-type]  # one of the literals
    with pytest.raises(Unavailable) as refused:
        breaker.check()
    assert refused.value.retry_after == PAUSE


@pytest.mark.parametrize(
    ("error", "opens"),
    [
        (Unavailable("far", "500"), True),
        (Unauthorised("far", "401"), True),
        (IntegrationError("far", "?"), True),
        (RuntimeError("a slip of ours"), True),
        (RateLimited("far", "429"), False),
        (Rejected("far", "400"), False),
        (QuotaSpent("far", "429"), False),
        (UserError("voice-empty"), False),
    ],
)
def test_only_what_is_the_providers_fault_opens_it(error: Exception, opens: bool) -> None:
    async def main() -> None:
        far = Far([error] * 99)
        way = far.gateway().way("stt", "far")
        while len(far.times) < FAILURES:
            with pytest.raises(type(error)):
                await far.ask(way)
        called = len(far.times)
        far.script.clear()
        if opens:
            with pytest.raises(Unavailable):
                await far.ask(way)
            assert len(far.times) == called
            await asyncio.sleep(PAUSE)
        assert await far.ask(way) == "well"

    run(main())


@in_virtual_time
async def test_each_credential_has_its_own_breaker_and_all_share_the_quota() -> None:
    far = Far([Unauthorised("far", "401")] * FAILURES)
    gateway = far.gateway()
    one, two = (gateway.way("llm", "far", key, quota=Quota(6)) for key in ("a", "b"))
    assert gateway.way("llm", "far", "a", quota=Quota(6)) is one
    for _ in range(FAILURES):
        with pytest.raises(Unauthorised):
            await far.ask(one)
    with pytest.raises(Unavailable):
        await far.ask(one)
    assert await far.ask(two) == "well"
    at = now()
    assert await far.ask(two) == "well"  # the seventh
    assert now() == pytest.approx(at + 60)
    assert (await gateway.way("llm", "far", "c", group="own").begin(0, at)) is not None
    with pytest.raises(ConfigError):
        gateway.way("llm", "far", "d", quota=Quota(7))


@in_virtual_time
async def test_tries_again_with_growing_waits() -> None:
    far = Far([AWAY, AWAY])
    assert await far.ask(far.gateway(chance=1.0).way("stt", "far")) == "well"
    first, second, third = far.times
    assert (second - first, third - second) == (0.5, 1.0)
    assert [one.error for one in far.charges] == ["unavailable", "unavailable", ""]
    assert [one.seconds for one in far.charges] == [0, 0, 3]


@in_virtual_time
async def test_so_many_tries_and_no_more() -> None:
    far = Far([AWAY] * 4)
    with pytest.raises(Unavailable):
        await far.ask(far.gateway().way("stt", "far"))
    assert len(far.times) == TRIES


@in_virtual_time
async def test_retry_after_is_honoured_by_all() -> None:
    far = Far([RateLimited("far", "429", 7)])
    way = far.gateway(chance=0.0).way("stt", "far")
    at = now()
    with acting(priority=Priority.HIGH):
        first = asyncio.create_task(far.ask(way))
        await asyncio.sleep(1)
        await asyncio.gather(first, far.ask(way))
    assert far.times == pytest.approx([at, at + 7, at + 7])


@in_virtual_time
async def test_retry_after_beyond_the_patience_is_raised_at_once() -> None:
    for error in (RateLimited("far", "429", 7), Unavailable("far", "503", 7)):
        far = Far([error])
        way = far.gateway().way("stt", "far")
        at = now()
        with acting(priority=Priority.CRITICAL), pytest.raises(type(error)) as raised:
            await far.ask(way)
        assert now() == at
        assert raised.value.retry_after == 7
    assert PATIENCE[Priority.CRITICAL] < 7


@in_virtual_time
async def test_tries_do_not_multiply_a_bad_day() -> None:
    far = Far()
    way = far.gateway().way("stt", "far")
    for _ in range(300):
        far.script = [AWAY]
        await asyncio.gather(far.ask(way), return_exceptions=True)
        far.script = []
        await far.ask(way)
    calls = 600
    assert len(far.times) <= calls * (1 + SHARE) + SAVED


@in_virtual_time
async def test_the_callers_patience_and_deadline_bound_the_queue() -> None:
    far = Far()
    way = far.gateway().way("stt", "far", quota=Quota(1))
    await far.ask(way)
    at = now()
    with acting(priority=Priority.LOW):
        for changes in ({"patience": 59.0}, {"deadline": at + 59}):
            with acting(**changes), pytest.raises(RateLimited):
                await far.ask(way)
        assert now() == at
        await far.ask(way)
        assert now() == at + 60


@in_virtual_time
async def test_an_engine_of_this_machine_is_waited_for() -> None:
    far = Far([100.0, 100.0])
    way = far.gateway().way("stt", "far", quota=Quota(at_once=1))
    with acting(priority=Priority.CRITICAL):
        assert await asyncio.gather(*(far.ask(way) for _ in range(2))) == ["well", "well"]
    assert far.times[1] - far.times[0] == 100


@in_virtual_time
async def test_a_provider_that_keeps_silent_until_it_is_given_up_is_to_blame() -> None:
    far = Far([1000.0] * 9)
    way = far.gateway().way("stt", "far")
    for seconds in [SILENT / 2] * 9 + [SILENT] * FAILURES:
        far.script[:1] = [1000.0, 1000.0]
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(seconds):
                await far.ask(way)
    with pytest.raises(Unavailable):
        await far.ask(way)
    assert {one.error for one in far.charges} == {"cancelled"}


@in_virtual_time
async def test_whoever_waits_when_it_opens_is_told_and_takes_no_room() -> None:
    far = Far([AWAY] * FAILURES)
    gateway = far.gateway()
    way = gateway.way("stt", "far", quota=Quota(FAILURES))
    calls = [asyncio.create_task(far.ask(way)) for _ in range(FAILURES + 3)]
    results = await asyncio.gather(*calls, return_exceptions=True)
    assert all(isinstance(one, Unavailable) for one in results)
    assert len(far.times) == FAILURES
    assert len(list(way.line.log)) == FAILURES


@in_virtual_time
async def test_a_ledger_that_fails_spoils_no_answer() -> None:
    async def broken(charge: Charge) -> None:
        raise OSError("disk full")

    far = Far()
    gateway = Gateway(meter=broken, clock=now, sleep=asyncio.sleep)
    assert await far.ask(gateway.way("stt", "far")) == "well"


@in_virtual_time
async def test_latency_is_from_the_call_and_not_from_the_queue() -> None:
    far = Far([0.0, 2.0])
    way = far.gateway().way("stt", "far", quota=Quota(1))
    await far.ask(way)
    await far.ask(way)
    assert [one.latency for one in far.charges] == [0.0, 2.0]
    assert now() == 1062.0
