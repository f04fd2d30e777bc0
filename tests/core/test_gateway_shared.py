"""Limits and breakers that processes share, at a real Redis; and what happens where it is not."""

import asyncio
import logging
from collections.abc import AsyncIterator, Iterable, Sequence
from itertools import pairwise

import pytest
import pytest_asyncio

from core.errors import ConfigError, RateLimited, Unavailable
from core.integrations import _redis
from core.ports.caller import acting
from core.resilience import Gateway, Quota, Way
from core.resilience.breaker import FAILURES
from core.resilience.shared import LEASE
from core.settings import Secret
from tests.redis_server import RedisServer, redis_binary

pytestmark = pytest.mark.skipif(redis_binary() is None, reason="there is no redis-server")
in_one_loop = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def server() -> AsyncIterator[RedisServer]:
    server = RedisServer()
    await server.start()
    yield server
    await server.kill()


class Process:
    """A gateway of its own, as another process would have one."""

    def __init__(self, server: RedisServer, slow: float = 5.0) -> None:
        self.redis = _redis.Redis(Secret(server.url), slow)
        self.gateway = Gateway(scripts=self.redis)

    def way(self, name: str, quota: Quota) -> Way:
        return self.gateway.way("llm", name, quota=quota)


@pytest_asyncio.fixture(loop_scope="module")
async def two(server: RedisServer) -> AsyncIterator[tuple[Process, Process]]:
    both = Process(server), Process(server)
    yield both
    for one in both:
        await one.gateway.close()


async def refused(way: Way, tokens: int = 0) -> float:
    """That there is no room, and for how long."""
    with pytest.raises(RateLimited) as raised:
        await way.line.admit(2, tokens, way.gateway.clock() + 0.2)  # type: ignore[arg-type]  # a number will do
    assert raised.value.retry_after is not None
    return raised.value.retry_after


@in_one_loop
async def test_two_share_requests_and_tokens(two: tuple[Process, Process]) -> None:
    one, other = (it.way("a", Quota(3, 100)) for it in two)
    first = await one.begin(60, 1e12)
    await refused(other, 50)
    second = await other.begin(40, 1e12)
    await first.end(first._way.nothing, tokens=10)
    await two[0].gateway.close()  # when all has been told
    third = await other.begin(50, 1e12)
    await refused(one)
    for it in (second, third):
        await it.end(it._way.nothing)


@in_one_loop
async def test_a_window_passes_for_both(two: tuple[Process, Process]) -> None:
    one, other = (it.way("b", Quota(1, seconds=0.5)) for it in two)
    clock = one.gateway.clock
    times = []
    for way in (one, other, one, other):
        attempt = await way.begin(0, 1e12)
        times.append(clock())
        await attempt.end(way.nothing)
    gaps = [later - at for at, later in pairwise(times)]
    assert min(gaps) >= 0.499


@in_one_loop
async def test_what_was_never_sent_does_not_count(two: tuple[Process, Process]) -> None:
    one, other = (it.way("c", Quota(1)) for it in two)
    (await one.line.admit(0)).withdraw()  # type: ignore[arg-type]  # a number will do
    await two[0].gateway.close()
    (await other.line.admit(0)).withdraw()  # type: ignore[arg-type]  # a number will do


@in_one_loop
async def test_five_failures_of_two_open_it_for_both_and_one_probe_closes_it(
    two: tuple[Process, Process], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.resilience.shared.PAUSE", 0.5)
    one, other = (it.way("d", Quota()) for it in two)
    error = Unavailable("d", "500")
    for number in range(FAILURES):
        way = (one, other)[number % 2]
        attempt = await way.begin(0, 1e12)
        await attempt.end(way.nothing, error=error)
        await way.gateway._shared.close()  # type: ignore[union-attr]  # there is one
    for way in (one, other):
        with pytest.raises(Unavailable, match="elsewhere") as raised:
            await way.begin(0, 1e12)
        assert 0 < (raised.value.retry_after or 0) <= 0.5
    await asyncio.sleep(0.6)
    probe = await other.begin(0, 1e12)
    with pytest.raises(Unavailable):
        await one.begin(0, 1e12)
    await probe.end(other.nothing)
    await two[1].gateway.close()
    for way in (one, other):
        await (await way.begin(0, 1e12)).end(way.nothing)


@in_one_loop
async def test_a_server_that_has_forgotten_is_told_anew(server: RedisServer) -> None:
    one, other = Process(server), Process(server)
    ways = [it.way("e", Quota(2)) for it in (one, other)]
    for way in ways:
        await (await way.begin(0, 1e12)).end(way.nothing)
    await asyncio.gather(*(refused(way) for way in ways))
    await one.redis.run("redis.call('FLUSHALL') return {1}", [], [])
    await (await ways[0].begin(0, 1e12)).end(ways[0].nothing)  # it cannot know of the other's yet
    await refused(ways[1])  # which has told of its own, and knows of both
    await asyncio.gather(one.gateway.close(), other.gateway.close())


@in_one_loop
async def test_a_dead_process_counts_until_its_lease_is_over(two: tuple[Process, Process]) -> None:
    one, other = (it.way("f", Quota(1)) for it in two)
    await one.begin(0, 1e12)  # and never ends it
    await refused(other)
    left = await two[1].redis.run("return {redis.call('TTL', KEYS[1])}", ["viva:{llm/f}:log"], [])
    assert LEASE + 60 < left[0] <= 2000


@in_one_loop
async def test_slow_is_lost_and_it_comes_back(
    server: RedisServer, caplog: pytest.LogCaptureFixture
) -> None:
    process = Process(server, slow=0.3)
    way = process.way("g", Quota(5))
    await (await way.begin(0, 1e12)).end(way.nothing)
    server.stop()
    loop = asyncio.get_running_loop()
    begun = loop.time()
    for _ in range(4):
        await (await way.begin(0, 1e12)).end(way.nothing)
    assert loop.time() - begun < 0.3 + 0.5
    await refused(way)  # five in a minute, as ever
    server.go_on()
    await asyncio.sleep(1.1)
    with acting(patience=0.1):
        await refused(way)
    assert await process.gateway._shared.ask("return {7}", [], []) == [7]  # type: ignore[union-attr]  # there is one
    said = [one.message for one in caplog.records if one.name.startswith("core.")]
    assert said == [
        "limits are kept by each process for itself: redis: TimeoutError",
        "limits are shared between processes again",
    ]
    await process.gateway.close()


class Nowhere:
    """A server that is never there."""

    async def run(self, script: str, keys: Sequence[str], values: Iterable[int | str]) -> list[int]:
        raise Unavailable("redis", "ConnectionError")

    async def close(self) -> None:
        pass


@in_one_loop
async def test_without_it_everything_works_as_in_one_process(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.WARNING)
    gateway = Gateway(scripts=Nowhere())
    way = gateway.way("llm", "far", quota=Quota(2))
    for _ in range(2):
        await (await way.begin(0, 1e12)).end(way.nothing)
    await refused(way)
    await gateway.close()
    assert len(caplog.records) == 1


def test_no_address_no_redis_and_a_wrong_one_is_told() -> None:
    assert _redis.create({}) is None
    with pytest.raises(ConfigError, match="REDIS_URL") as raised:
        _redis.create({"REDIS_URL": "http://user:secret@host"})
    assert "secret" not in str(raised.value)


def test_an_address_with_a_password_is_never_told(caplog: pytest.LogCaptureFixture) -> None:
    async def main() -> None:
        redis = _redis.create({"REDIS_URL": "redis://:secret@127.0.0.1:1/0"})
        assert redis is not None
        with pytest.raises(Unavailable) as raised:
            await redis.run("return {1}", [], [])
        assert "secret" not in repr(raised.value)
        assert raised.value.__cause__ is None
        await redis.close()

    asyncio.run(main())
    assert "secret" not in caplog.text
