"""Processes that share a budget by one real Redis, while they and it are killed and stopped."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from tests.redis_server import RedisServer, redis_binary
from tests.torture.budgets import Arrival, Caller, FarEnd, most

pytestmark = pytest.mark.skipif(redis_binary() is None, reason="there is no redis-server")

LOST = "limits are kept by each process for itself: redis: "
BACK = "limits are shared between processes again"


@asynccontextmanager
async def far_end(largest: int = 100) -> AsyncIterator[tuple[FarEnd, int]]:
    end = FarEnd(largest)
    server = await asyncio.start_server(end.serve, "127.0.0.1", 0)
    try:
        yield end, server.sockets[0].getsockname()[1]
    finally:
        server.close()
        await asyncio.sleep(0.1)


@asynccontextmanager
async def running(count: int, **plan: object) -> AsyncIterator[list[Caller]]:
    callers = [Caller(name=f"p{number}", **plan) for number in range(count)]
    try:
        await asyncio.gather(*(one.start() for one in callers))
        yield callers
    finally:
        await asyncio.gather(*(one.kill() for one in callers))


@asynccontextmanager
async def redis() -> AsyncIterator[RedisServer]:
    server = RedisServer()
    await server.start()
    try:
        yield server
    finally:
        await server.kill()


def plan(server: RedisServer, far: int, **changes: object) -> dict[str, object]:
    # On a busy machine an answer may be a while in coming: that is not what is tried here.
    made = {"url": server.url, "far": far, "requests": 40, "seconds": 1.5, "slow": 5.0}
    return {**made, "callers": 8, "estimate": 100, **changes}


async def until(what: object, count: int) -> None:
    """Returns when so many calls have arrived."""
    assert isinstance(what, FarEnd)
    async with asyncio.timeout(60):
        while len(what.arrivals) < count:
            await asyncio.sleep(0.05)


def of(arrivals: list[Arrival], who: str) -> list[Arrival]:
    return [one for one in arrivals if one.who == who]


@pytest.mark.parametrize("tokens", [None, 1500])
async def test_two_processes_never_exceed_it_together_also_when_one_dies(
    tokens: int | None,
) -> None:
    async with redis() as server, far_end() as (end, port):
        async with running(2, **plan(server, port, tokens=tokens)) as callers:
            await until(end, 90)
            await callers[1].kill()
            await until(end, 150)
        assert {one.who for one in end.arrivals} == {"p0", "p1"}
        assert most(end.arrivals, 1.5) <= 40
        assert tokens is None or most(end.arrivals, 1.5, tokens=True) <= tokens
        assert not any(one.said for one in callers)


@pytest.mark.torture
async def test_a_minute_is_used_up_and_never_more(capsys: pytest.CaptureFixture[str]) -> None:
    async with redis() as server, far_end() as (end, port):
        async with running(3, **plan(server, port, requests=400, seconds=60.0)) as callers:
            await until(end, 1)
            begun = time.monotonic()
            await asyncio.sleep(70)
            await callers[2].kill()
            await asyncio.sleep(115)
        arrivals = [one for one in end.since(begun) if one.at < begun + 180]
        used = len(arrivals) / (400 * 3)
        with capsys.disabled():
            print(f"\n{len(arrivals)} calls in three minutes, {used:.1%} of the budget")
        assert most(end.arrivals, 60.0) <= 400
        assert used >= 0.97
        assert len(of(arrivals, "p0")) > 100
        assert len(of(arrivals, "p1")) > 100


@pytest.mark.torture
@pytest.mark.parametrize("how", ["killed", "stopped"])
async def test_without_redis_each_keeps_to_its_own_and_it_comes_back(how: str) -> None:
    async with redis() as server, far_end() as (end, port):
        async with running(2, **plan(server, port, slow=0.3)) as callers:
            await until(end, 80)
            before = time.monotonic()
            if how == "killed":
                await server.kill()
            else:
                server.stop()
            await asyncio.sleep(10)
            after = time.monotonic()
            if how == "killed":
                await server.start()
            else:
                server.go_on()
            async with asyncio.timeout(10):
                while not all(BACK in one.said for one in callers):
                    await asyncio.sleep(0.05)
            shared = time.monotonic()
            await asyncio.sleep(8)
        for one in callers:
            assert [line for line in one.said if line.startswith(LOST)]
            assert one.said[-1] == BACK
            assert len(one.said) == 2, one.said
        for who in ("p0", "p1"):
            mine = of(end.arrivals, who)
            assert most(mine, 1.5) <= 40
            assert len([one for one in mine if before + 1 < one.at < after]) > 80
        assert most([one for one in end.arrivals if one.at < before], 1.5) <= 40
        assert most(end.since(shared + 1.5), 1.5) <= 40
        assert len(end.since(shared + 1.5)) > 100
        assert end.widest_gap(before, shared) < 1.5 + 1.0
