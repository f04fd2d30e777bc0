"""Windows and breakers that several processes share: Lua in one Redis, on that server's clock."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Iterable, Sequence
from typing import Any, Protocol

from core.errors import Unavailable
from core.resilience.breaker import FAILURES, PAUSE, Verdict
from core.resilience.log import Log, Pass

log = logging.getLogger(__name__)

AGAIN = 1.0
"""Seconds after which a lost Redis is tried again."""
POLL = 0.5
"""Seconds after which it is worth asking for room again, since others may have needed less."""
LEASE = 600.0
"""Seconds after which a call that nobody has ended is taken for that of a dead process."""
ENDLESS = 10**15
MICRO = 1_000_000

_NOW = """
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local function keep(seconds)
  for _, key in ipairs(KEYS) do redis.call('EXPIRE', key, seconds) end
end
"""
ENTER = (
    _NOW
    + """
local log, amounts, epoch = KEYS[1], KEYS[2], KEYS[3]
local id, tokens, window, lease = ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[6]), tonumber(ARGV[7])
if redis.call('GET', epoch) ~= ARGV[1] then return {-1} end
for _, gone in ipairs(redis.call('ZRANGEBYSCORE', log, '-inf', now)) do
  redis.call('HINCRBY', amounts, '', 0 - (redis.call('HGET', amounts, gone) or 0))
  redis.call('HDEL', amounts, gone)
  redis.call('ZREM', log, gone)
end
local crowd = redis.call('ZCARD', log) + 1 - ARGV[4]
local excess = (redis.call('HGET', amounts, '') or 0) + tokens - ARGV[5]
if crowd <= 0 and excess <= 0 then
  if redis.call('ZADD', log, 'NX', now + lease + window, id) == 1 then
    redis.call('HSET', amounts, id, tokens)
    redis.call('HINCRBY', amounts, '', tokens)
  end
  keep(2000)
  return {0}
end
local all = redis.call('ZRANGE', log, 0, -1, 'WITHSCORES')
for i = 1, #all, 2 do
  crowd, excess = crowd - 1, excess - redis.call('HGET', amounts, all[i])
  if crowd <= 0 and excess <= 0 then return {all[i + 1] - now} end
end
return {window}
"""
)
"""-1: what is there is not what we know, tell it anew; 0: it is in; else microseconds to wait."""
UPDATE = (
    _NOW
    + """
local log, amounts, id, tokens = KEYS[1], KEYS[2], ARGV[1], tonumber(ARGV[2])
if not redis.call('ZSCORE', log, id) then return {0} end
if tonumber(ARGV[3]) >= 0 then redis.call('ZADD', log, 'XX', now + ARGV[3], id) end
if tokens >= 0 then
  redis.call('HINCRBY', amounts, '', tokens - redis.call('HGET', amounts, id))
  redis.call('HSET', amounts, id, tokens)
end
return {1}
"""
)
TELL = (
    _NOW
    + """
local log, amounts, epoch = KEYS[1], KEYS[2], KEYS[3]
for i = 1, #ARGV, 3 do
  local id, left, tokens = ARGV[i], ARGV[i + 1], ARGV[i + 2]
  redis.call('HINCRBY', amounts, '', tokens - (redis.call('HGET', amounts, id) or 0))
  redis.call('HSET', amounts, id, tokens)
  redis.call('ZADD', log, now + left, id)
end
redis.call('SET', epoch, now, 'NX')
keep(2000)
return {tonumber(redis.call('GET', epoch))}
"""
)
"""The epoch: it changes when the server has lost what it was told."""
PASS = (
    _NOW
    + """
local open = tonumber(redis.call('HGET', KEYS[1], 'open') or 0)
local age = tonumber(redis.call('HGET', KEYS[1], 'age') or 0)
if open == 0 then return {0, age} end
local shut = math.max(open, tonumber(redis.call('HGET', KEYS[1], 'probe') or 0))
if now < shut then return {shut - now, age} end
redis.call('HSET', KEYS[1], 'probe', now + ARGV[1])
return {0, age}
"""
)
"""Microseconds that it is shut, and the age that the call is to be judged by."""
JUDGE = (
    _NOW
    + """
local at = KEYS[1]
if tonumber(redis.call('HGET', at, 'age') or 0) ~= tonumber(ARGV[1]) then return {0} end
local open = redis.call('HGET', at, 'open')
if ARGV[2] == 'unknown' then
  redis.call('HDEL', at, 'probe')
elseif ARGV[2] == 'alive' then
  redis.call('HDEL', at, 'failures', 'open', 'probe')
  if open then redis.call('HINCRBY', at, 'age', 1) end
elseif redis.call('HINCRBY', at, 'failures', 1) >= tonumber(ARGV[3]) or open then
  redis.call('HSET', at, 'open', now + ARGV[4])
  redis.call('HDEL', at, 'probe')
  redis.call('HINCRBY', at, 'age', 1)
end
keep(3600)
return {1}
"""
)


class Scripts(Protocol):
    """A server of Lua scripts: a Redis, or what speaks as one."""

    async def run(self, script: str, keys: Sequence[str], values: Iterable[int | str]) -> list[int]:
        """What the script returns; raises `Unavailable` where the server is away or slow."""
        ...

    async def close(self) -> None:
        """Closes its connections; safe to call twice."""
        ...


class Shared:
    """The other processes, for as long as Redis is there; without it each keeps to its own."""

    def __init__(self, scripts: Scripts, clock: Callable[[], float]) -> None:
        self.losses = 0
        """How often it was lost: what was told before may not be known any more."""
        self._scripts = scripts
        self._clock = clock
        self._lost_until: float | None = None
        self._telling: set[asyncio.Task[Any]] = set()

    async def ask(
        self, script: str, keys: Sequence[str], values: Iterable[int | str]
    ) -> list[int] | None:
        """What the script returns; None while Redis is lost."""
        lost_until = self._lost_until
        if lost_until is not None:
            if self._clock() < lost_until:
                return None
            self._lost_until = self._clock() + AGAIN  # one at a time tries it
        try:
            found = await self._scripts.run(script, keys, values)
        except Unavailable as error:
            if self._lost_until is None:
                log.warning("limits are kept by each process for itself: %s", error)
            self.losses += 1
            self._lost_until = self._clock() + AGAIN
            return None
        if lost_until is not None:
            self._lost_until = None
            log.warning("limits are shared between processes again")
        return found

    def tell(self, work: Coroutine[Any, Any, Any]) -> None:
        """Does it without anybody waiting for it."""
        task = asyncio.create_task(work)
        self._telling.add(task)
        task.add_done_callback(self._telling.discard)

    async def close(self) -> None:
        """When all is told that was to be told."""
        if self._telling:
            await asyncio.wait(self._telling)
        await self._scripts.close()


class SharedWindow:
    """One line's window in all processes. What this process has in it is told anew where the
    server does not know it any more."""

    def __init__(self, shared: Shared, group: str, log: Log) -> None:
        self._shared = shared
        self._keys = [f"viva:{{{group}}}:{part}" for part in ("log", "tokens", "epoch")]
        self._log = log
        self._epoch = 0
        self._losses = 0
        quota = log.quota
        self._limits = (quota.requests or ENDLESS, quota.tokens or ENDLESS)
        self._window = int(quota.seconds * MICRO)

    async def enter(self, made: Pass) -> float:
        """As the line needs it."""
        while True:
            known = self._epoch and self._losses == self._shared.losses
            if not known and not await self._tell(made):
                return 0.0
            what = (
                self._epoch,
                made.id,
                made.tokens,
                *self._limits,
                self._window,
                int(LEASE * MICRO),
            )
            found = await self._shared.ask(ENTER, self._keys, what)
            if found is None:
                return 0.0
            if found[0] >= 0:
                return min(found[0] / MICRO, POLL)
            self._epoch = 0

    def update(self, made: Pass, *, stamp: bool) -> None:
        """As the line needs it."""
        tokens = made.tokens if made.settled else -1
        self._update(made.id, tokens, self._window if stamp else -1)

    def withdraw(self, made: Pass) -> None:
        """As the line needs it."""
        self._update(made.id, 0, 0)

    def _update(self, *values: int | str) -> None:
        self._shared.tell(self._shared.ask(UPDATE, self._keys[:2], values))

    async def _tell(self, entering: Pass) -> bool:
        """All that counts here but the one that is to enter; whether somebody heard it."""
        losses = self._shared.losses
        values: list[int | str] = []
        for one, left in self._log:
            if one is entering:
                continue
            lease = LEASE if one.at is None else 0.0
            values += (one.id, int((left + lease) * MICRO), one.tokens)
        found = await self._shared.ask(TELL, self._keys, values)
        if found is None:
            return False
        self._epoch, self._losses = found[0], losses
        return True


class SharedBreaker:
    """One breaker in all processes, beside the one that each has of its own."""

    def __init__(self, shared: Shared, name: str, system: str) -> None:
        self._shared = shared
        self._keys = [f"viva:{{{name}}}:breaker"]
        self._system = system

    async def enter(self) -> int | None:
        """A ticket; None where Redis is lost. Raises `Unavailable` while it is open."""
        found = await self._shared.ask(PASS, self._keys, (int(LEASE * MICRO),))
        if found is None:
            return None
        if found[0] > 0:
            wait = min(found[0] / MICRO, PAUSE)
            raise Unavailable(self._system, "failed again and again elsewhere", wait)
        return found[1]

    def judge(self, ticket: int, verdict: Verdict) -> None:
        """What became of the call."""
        values = (ticket, verdict, FAILURES, int(PAUSE * MICRO))
        self._shared.tell(self._shared.ask(JUDGE, self._keys, values))
