"""Bombs and mutants through the three processes that open media: they may die, we may not."""

import os
import random
import resource
import sys
import time

import pytest

from tests.bombs import Workers, bombs, changed, good

pytestmark = [
    pytest.mark.torture,
    pytest.mark.skipif(sys.platform != "linux", reason="reads what a process takes from /proc"),
]

SEED = int(os.environ.get("SEED", "0")) or random.SystemRandom().randrange(1, 2**31)
"""Of the mutants; SEED=... makes the same ones again."""
MUTANTS = 2_000
MEGABYTES = 256
SECONDS = 11.0
"""A worker is killed after ten; the rest is this machine's."""


async def answers_still(workers: Workers) -> None:
    for kind, medium in good().items():
        assert await workers.offer(f"a good {kind}", medium) == "answered"


def report(title: str, workers: Workers, seconds: float) -> None:
    print(f"\n{title}: {sum(workers.outcomes.values())} in {seconds:.0f} s")
    for outcome, count in sorted(workers.outcomes.items()):
        print(f"  {count:5} {outcome}")
    (seconds, slow), (megabytes, large) = workers.slowest, workers.largest
    print(f"  slowest job {seconds:.1f} s ({slow}), largest {megabytes:.0f} MB over ({large})")


def check(workers: Workers, before: int) -> None:
    assert workers.slowest[0] < SECONDS, workers.slowest
    assert workers.largest[0] < MEGABYTES, workers.largest
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    assert grown < MEGABYTES, f"{grown:.0f} MB"


async def test_bombs() -> None:
    made = bombs()
    assert len(made) >= 25
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started, workers = time.monotonic(), Workers()
    for name, medium in made.items():
        print(f"  {name}: {await workers.offer(name, medium)}")
    report("bombs", workers, time.monotonic() - started)
    check(workers, before)
    await answers_still(workers)
    await workers.close()


async def test_mutants() -> None:
    print(f"SEED={SEED}")
    chance = random.Random(SEED)
    kinds = list(good())
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started, workers = time.monotonic(), Workers()
    for number in range(MUTANTS):
        kind = kinds[number % len(kinds)]
        await workers.offer(f"{kind} {number}", changed(kind, chance))
    report(f"mutants, SEED={SEED}", workers, time.monotonic() - started)
    check(workers, before)
    await answers_still(workers)
    await workers.close()
