"""A hundred bombs and mutants through the three processes that open media; torture has more."""

import random
import sys

import pytest

from tests.bombs import Medium, Workers, bombs, good, mutant

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")

SLOW = {"eight hours", "14 million", "half a million deep", "unclosed tags", "a million headings"}
"""Bombs that take seconds: torture has them."""


async def test_bombs_and_mutants_harm_nobody() -> None:
    chance = random.Random(2026)
    media = list(good().items())
    offered = {
        name: bomb for name, bomb in bombs().items() if not any(slow in name for slow in SLOW)
    }
    for number in range(75):
        kind, medium = media[number % len(media)]
        changed = mutant(medium.data, chance.choice(media)[1].data, chance)
        offered[f"{kind} {number}"] = Medium(medium.kind, changed)
    workers = Workers()
    outcomes = {name: await workers.offer(name, medium) for name, medium in offered.items()}
    assert len(offered) == 100
    assert 20 < sum(outcome == "answered" for outcome in outcomes.values()) < 80
    assert workers.slowest[0] < 11.0, workers.slowest
    assert workers.largest[0] < 256, workers.largest
    for kind, medium in media:
        assert await workers.offer(kind, medium) == "answered"
    await workers.close()
