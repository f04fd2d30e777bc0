"""The queue before a quota: exact as the far end counts, in order, fair, and honest about time."""

import asyncio
import random
from collections import defaultdict
from itertools import pairwise

import pytest

from core.errors import RateLimited
from core.ports.caller import Priority
from core.resilience.line import Line
from core.resilience.log import Pass, Quota
from tests.virtual_loop import now, run

MINUTE = 60.0
LATE = 1e-6
"""Adding and taking away seconds loses the last bits of a float."""


def line(
    requests: int | None = None, tokens: int | None = None, at_once: int | None = None
) -> Line:
    return Line("far", Quota(requests, tokens, at_once=at_once), now, asyncio.sleep)


def most(arrivals: list[tuple[float, int]]) -> int:
    """The most that ever arrived in one minute, its end excluded."""
    arrivals = sorted(arrivals)
    worst = total = first = 0
    for at, amount in arrivals:
        total += amount
        while arrivals[first][0] <= at - MINUTE + LATE:
            total -= arrivals[first][1]
            first += 1
        worst = max(worst, total)
    return worst


def test_a_thousand_calls_at_four_priorities_through_400_a_minute() -> None:
    async def main() -> None:
        queue, chance = line(400), random.Random(7)
        arrivals: list[tuple[float, int]] = []
        order: list[tuple[Priority, int]] = []
        begun = now()

        async def call(priority: Priority, number: int) -> None:
            made = await queue.admit(priority)
            order.append((priority, number))
            arrivals.append((now(), 1))
            made.leave()

        wanted = [Priority(chance.randrange(4)) for _ in range(1000)]
        async with asyncio.TaskGroup() as group:
            for number, priority in enumerate(wanted):
                group.create_task(call(priority, number))
        assert most(arrivals) == 400
        assert len(order) == 1000
        # 400 at once, 400 after a minute, the last 200 after two: nothing is left unused.
        assert now() - begun == pytest.approx(120.0)
        late = order[400:]  # the first 400 found room before anybody had to wait
        for priority in Priority:
            numbers = [number for one, number in late if one is priority]
            assert numbers == sorted(numbers)
        # While all four wait, each has its share of every forty that go.
        all_wait = [one for one, _ in late[:120]]
        assert [all_wait.count(one) for one in Priority] == [81, 27, 9, 3]
        ends = [max(place for place, it in enumerate(late) if it[0] is one) for one in Priority]
        assert ends == sorted(ends)

    run(main())


@pytest.mark.parametrize("latency", [0.0, 0.3])
def test_under_pressure_nearly_all_of_the_budget_is_used(latency: float) -> None:
    async def main() -> None:
        queue, chance = line(400), random.Random(1)
        arrivals: list[tuple[float, int]] = []
        waits = defaultdict(list)

        async def call(priority: Priority) -> None:
            asked = now()
            made = await queue.admit(priority)
            waits[priority].append(now() - asked)
            await asyncio.sleep(latency * chance.random())
            arrivals.append((now(), 1))
            await asyncio.sleep(latency * chance.random())
            made.leave()

        async with asyncio.TaskGroup() as group:
            begun = now()
            while now() < begun + 600:  # ten minutes of more than it can take: nine a second
                group.create_task(call(Priority(chance.choices(range(4), (1, 2, 4, 2))[0])))
                await asyncio.sleep(chance.expovariate(9))
            ended = now()
        assert most(arrivals) <= 400
        under_pressure = [at for at, _ in arrivals if begun + 60 <= at < ended]
        assert len(under_pressure) >= 0.97 * 400 * (ended - begun - 60) / 60
        means = [sum(waits[one]) / len(waits[one]) for one in Priority]
        assert means == sorted(means)
        assert max(waits[Priority.CRITICAL]) < 65

    run(main())


def test_nobody_starves_however_many_are_more_urgent() -> None:
    async def main() -> None:
        queue = line(60)
        served: dict[str, float] = {}

        async def call(name: str, priority: Priority) -> None:
            (await queue.admit(priority)).leave()
            served.setdefault(name, now())

        async with asyncio.TaskGroup() as group:
            for number in range(60):
                group.create_task(call(f"first {number}", Priority.CRITICAL))
            await asyncio.sleep(0.5)
            group.create_task(call("low", Priority.LOW))
            for number in range(9):
                group.create_task(call(f"low {number}", Priority.LOW))
            for number in range(600):  # twice what it can take, all of them more urgent
                group.create_task(call(f"critical {number}", Priority.CRITICAL))
                await asyncio.sleep(0.5)
        overtook = [name for name, at in served.items() if at < served["low"]]
        assert len(overtook) <= 60 + 1
        lows = sorted(at for name, at in served.items() if name.startswith("low"))
        # One in 28: two or three of every sixty.
        assert all(later - one <= 60 + LATE for one, later in pairwise(lows))

    run(main())


def test_a_thousand_queued_at_night_hold_up_nobody_who_stands_there() -> None:
    async def main() -> None:
        queue = line(30)

        async def call() -> None:
            (await queue.admit(Priority.LOW)).leave()

        night = [asyncio.create_task(call()) for _ in range(1000)]
        await asyncio.sleep(600)
        for _ in range(5):
            asked, gone = now(), sum(one.done() for one in night)
            (await queue.admit(Priority.CRITICAL)).leave()
            assert now() - asked <= MINUTE
            assert sum(one.done() for one in night) <= gone + 1
            await asyncio.sleep(7)
        for one in night:
            one.cancel()

    run(main())


@pytest.mark.parametrize("seed", range(10))
def test_tokens_are_kept_to_and_used_up(seed: int) -> None:
    """Estimates err upwards, the real usage comes with the end of each answer."""

    async def main() -> None:
        queue, chance = line(tokens=8000), random.Random(seed)
        arrivals: list[tuple[float, int]] = []

        async def call() -> None:
            thought = chance.randint(50, 400)
            made = await queue.admit(Priority.MEDIUM, thought)
            real = chance.randint(thought // 3, thought)
            arrivals.append((now(), real))
            await asyncio.sleep(0.2 * chance.random())
            made.arrived()
            await asyncio.sleep(0.5 * chance.random())
            made.leave(real)

        begun = now()
        async with asyncio.TaskGroup() as group:
            for _ in range(600):
                group.create_task(call())
        assert most(arrivals) <= 8000
        minutes = int((now() - begun) / 60)
        used = sum(amount for at, amount in arrivals if at < begun + minutes * 60)
        assert minutes >= 3
        assert used >= 0.97 * 8000 * minutes

    run(main())


@pytest.mark.parametrize("seed", range(30))
def test_exact_for_any_traffic(seed: int) -> None:
    """Whatever comes, waits, leaves early, is cancelled or never sent."""

    async def main() -> None:
        chance = random.Random(seed)
        quota = Quota(chance.randint(1, 9), chance.choice([None, chance.randint(50, 300)]))
        queue = Line("far", quota, now, asyncio.sleep)
        arrivals: list[tuple[float, int]] = []

        async def call() -> None:
            thought = chance.randint(1, 100)
            until = now() + chance.choice([5.0, 100.0, float("inf")])
            try:
                made = await queue.admit(Priority(chance.randrange(4)), thought, until)
            except RateLimited:
                assert now() <= until + LATE
                return
            if chance.random() < 0.1:
                made.withdraw()
                return
            try:
                await asyncio.sleep(chance.random())
                real = chance.randint(1, min(thought, quota.tokens or thought))
                arrivals.append((now(), real))
                await asyncio.sleep(chance.random() * 3)
                made.arrived()
                await asyncio.sleep(chance.random() * 30)
                made.leave(real)
            finally:
                made.leave()

        calls = []
        for _ in range(120):
            calls.append(asyncio.create_task(call()))
            await asyncio.sleep(chance.expovariate(quota.requests or 1) * 20)
            if chance.random() < 0.2:
                chance.choice(calls).cancel()
        await asyncio.gather(*calls, return_exceptions=True)
        assert most([(at, 1) for at, _ in arrivals]) <= (quota.requests or 0)
        assert most(arrivals) <= (quota.tokens or 10**9)
        assert len(arrivals) > 10
        made = await queue.admit(Priority.LOW)  # and it is not clogged
        made.withdraw()

    run(main())


def test_a_call_counts_until_a_minute_after_its_first_sign_of_life() -> None:
    async def main() -> None:
        queue = line(1)
        first = await queue.admit(Priority.MEDIUM)
        await asyncio.sleep(10)
        first.arrived()
        at = now()
        await asyncio.sleep(30)
        first.leave()
        await queue.admit(Priority.MEDIUM)
        assert now() == pytest.approx(at + MINUTE)

    run(main())


def test_first_come_first_served_within_a_priority_and_no_overtaking_by_small_ones() -> None:
    async def main() -> None:
        queue = line(tokens=100)
        order: list[int] = []

        async def call(tokens: int) -> None:
            made = await queue.admit(Priority.MEDIUM, tokens)
            order.append(tokens)
            made.leave()

        (await queue.admit(Priority.MEDIUM, 60)).leave()
        await asyncio.gather(*(call(tokens) for tokens in (90, 10, 80, 20)))
        assert order == [90, 10, 80, 20]

    run(main())


def test_what_is_larger_than_the_limit_goes_when_nothing_else_counts() -> None:
    async def main() -> None:
        queue = line(tokens=100)
        (await queue.admit(Priority.MEDIUM, 1)).leave()
        at = now()
        (await queue.admit(Priority.MEDIUM, 5000)).leave()
        assert now() == pytest.approx(at + MINUTE)

    run(main())


def test_a_deadline_that_cannot_be_met_is_refused_at_once() -> None:
    async def main() -> None:
        queue = line(2)
        for _ in range(2):
            (await queue.admit(Priority.MEDIUM)).leave()
        at = now()
        waiting = [asyncio.create_task(queue.admit(Priority.MEDIUM)) for _ in range(3)]
        await asyncio.sleep(1)
        with pytest.raises(RateLimited) as refused:
            await queue.admit(Priority.MEDIUM, until=now() + 100)
        assert now() == at + 1
        assert refused.value.retry_after == pytest.approx(119)  # behind three: two minutes
        urgent = await queue.admit(Priority.CRITICAL, until=now() + 100)
        assert now() == pytest.approx(at + 60)
        urgent.leave()
        for one in waiting:
            (await one).leave()

    run(main())


def test_one_who_is_overtaken_is_refused_at_its_deadline_and_not_later() -> None:
    async def main() -> None:
        queue = line(1)
        (await queue.admit(Priority.MEDIUM)).leave()
        at = now()
        waiting = asyncio.create_task(queue.admit(Priority.MEDIUM, until=at + 70))
        await asyncio.sleep(1)
        urgent = asyncio.create_task(queue.admit(Priority.CRITICAL))
        with pytest.raises(RateLimited):
            await waiting
        assert at + 60 < now() <= at + 70 + LATE
        (await urgent).leave()

    run(main())


def test_a_pause_holds_everybody_up_and_refuses_those_who_cannot_wait() -> None:
    async def main() -> None:
        queue = line()
        queue.pause(20)
        at = now()
        with pytest.raises(RateLimited) as refused:
            await queue.admit(Priority.CRITICAL, until=at + 19)
        assert refused.value.retry_after == 20
        patient = asyncio.create_task(queue.admit(Priority.LOW, until=at + 300))
        hurried = asyncio.create_task(queue.admit(Priority.LOW, until=at + 40))
        await asyncio.sleep(1)
        queue.pause(60)
        with pytest.raises(RateLimited):
            await hurried
        assert now() == at + 1
        await patient
        assert now() == pytest.approx(at + 61)

    run(main())


def test_an_engine_takes_one_at_a_time_the_most_urgent_first() -> None:
    async def main() -> None:
        queue = line(at_once=1)
        order: list[Priority] = []

        async def call(priority: Priority) -> None:
            made = await queue.admit(priority)
            order.append(priority)
            await asyncio.sleep(1)
            made.leave()

        first = asyncio.create_task(call(Priority.LOW))
        await asyncio.sleep(0.1)
        at = now()
        await asyncio.gather(first, *(call(one) for one in reversed(Priority)))
        assert order == [Priority.LOW, *Priority]
        assert now() == pytest.approx(at + 4.9)

    run(main())


def test_whoever_gives_up_in_the_moment_of_being_let_in_takes_nothing() -> None:
    async def main() -> None:
        queue = line(at_once=1)
        first = await queue.admit(Priority.MEDIUM)
        waiting = asyncio.create_task(queue.admit(Priority.MEDIUM))
        await asyncio.sleep(1)
        first.leave()
        while queue.log._inside == 0:  # until it has been let in and does not know it yet
            await asyncio.sleep(0)
        assert not waiting.done()
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
        made: Pass = await asyncio.wait_for(queue.admit(Priority.MEDIUM), 1)
        made.leave()

    run(main())


def test_ending_twice_changes_nothing() -> None:
    async def main() -> None:
        queue = line(2, 100)
        made = await queue.admit(Priority.MEDIUM, 50)
        made.leave(10)
        made.leave(90)
        made.withdraw()
        made.arrived()
        await queue.admit(Priority.MEDIUM, 90)
        assert now() == 1000.0
        with pytest.raises(RateLimited):
            await queue.admit(Priority.MEDIUM, 0, until=now() + 59)

    run(main())
