"""The Window: exact at both ends, first come first served, on a clock that is turned by hand."""

import asyncio
import random

import pytest

from core.resilience import Window


class Clock:
    """Time that passes only while somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds
        await asyncio.sleep(0)


def crowded(times: list[float], seconds: float) -> int:
    """The most that ever fell into one window of that length, its end excluded."""
    return max(sum(start <= at < start + seconds for at in times) for start in times)


async def test_never_over_the_limit_and_never_idle_under_pressure() -> None:
    clock = Clock()
    window = Window(400, 60.0, clock, clock.sleep)
    times = []
    for _ in range(2000):
        await window.wait()
        times.append(clock.now)
    assert crowded(times, 60.0) == 400
    assert times[-1] - times[0] == pytest.approx(240.0)


@pytest.mark.parametrize("seed", range(20))
async def test_exact_for_any_arrivals(seed: int) -> None:
    chance, clock = random.Random(seed), Clock()
    limit, seconds = chance.randint(1, 5), chance.choice([0.1, 1.0, 7.3])
    window = Window(limit, seconds, clock, clock.sleep)
    times = []
    for _ in range(200):
        clock.now += chance.expovariate(limit / seconds)
        await window.wait()
        times.append(clock.now)
    # Adding and taking away seconds loses the last bits of a float.
    assert crowded(times, seconds - 1e-9) <= limit


async def test_first_come_first_served() -> None:
    clock = Clock()
    window = Window(1, 1.0, clock, clock.sleep)
    order: list[int] = []

    async def one(number: int) -> None:
        await window.wait()
        order.append(number)

    await asyncio.gather(*(one(number) for number in range(10)))
    assert order == list(range(10))


async def test_a_call_counts_until_its_window_after_its_end() -> None:
    clock = Clock()
    window = Window(1, 1.0, clock, clock.sleep)
    async with window:
        clock.now += 5.0
    left = clock.now
    await window.wait()
    assert clock.now == pytest.approx(left + 1.0)


async def test_waits_for_the_first_of_those_inside_to_leave() -> None:
    clock = Clock()
    window = Window(2, 1.0, clock, clock.sleep)
    leave = asyncio.Event()
    entered: list[float] = []

    async def call() -> None:
        async with window:
            entered.append(clock.now)
            await leave.wait()

    calls = [asyncio.create_task(call()) for _ in range(3)]
    for _ in range(20):
        await asyncio.sleep(0)
    assert len(entered) == 2
    leave.set()
    await asyncio.gather(*calls)
    assert entered[2] == pytest.approx(entered[0] + 1.0)


async def test_who_stops_waiting_takes_nothing() -> None:
    window = Window(1, 0.2)
    await window.wait()
    waiting = asyncio.create_task(window.wait())
    await asyncio.sleep(0.01)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    await asyncio.wait_for(window.wait(), 0.5)


async def test_idle_once_nothing_counts() -> None:
    clock = Clock()
    window = Window(3, 1.0, clock, clock.sleep)
    assert window.idle
    async with window:
        assert not window.idle
    assert not window.idle
    clock.now += 1.0
    assert window.idle


@pytest.mark.parametrize(("limit", "seconds"), [(0, 1.0), (-1, 1.0), (1, 0.0)])
def test_refuses_a_window_that_admits_nobody(limit: int, seconds: float) -> None:
    with pytest.raises(ValueError, match="admits"):
        Window(limit, seconds)
