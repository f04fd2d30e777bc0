"""A hundred bombs and mutants through the three processes that open media; torture has more."""

import random
import sys

import pytest

from tests.bombs import Workers, bombs, changed, good

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")

SLOW = {"eight hours", "14 million", "half a million deep", "unclosed tags", "a million headings"}
"""Bombs that take seconds: torture has them."""


async def test_bombs_and_mutants_harm_nobody() -> None:
    chance = random.Random(2026)
    kinds = list(good())
    offered = {
        name: bomb for name, bomb in bombs().items() if not any(slow in name for slow in SLOW)
    }
    for number in range(75):
        kind = kinds[number % len(kinds)]
        offered[f"{kind} {number}"] = changed(kind, chance)
    workers = Workers()
    outcomes = {name: await workers.offer(name, medium) for name, medium in offered.items()}
    assert len(offered) == 100
    assert 20 < sum(outcome == "answered" for outcome in outcomes.values()) < 80
    assert workers.slowest[0] < 11.0, workers.slowest
    assert workers.largest[0] < 256, workers.largest
    for kind, medium in good().items():
        assert await workers.offer(kind, medium) == "answered"
    await workers.close()
