"""The worker: claims turn into answers, due jobs into events, and both into deliveries."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any

from core.errors import LostLease, Unavailable, whereabouts
from core.journal import Claim, Committed, Inbox, Job, Jobs, Outbox
from core.model import Message
from core.pipeline import Pipeline
from core.pipeline.house import House
from core.ports.clock import Sleep

log = logging.getLogger(__name__)

SLOTS = 64
"""Conversations answered at once."""
RETRY_AFTER = 5.0
"""Seconds before work that the database refused is taken up again."""
JOB_RETRY = (5.0, 30.0, 120.0, 600.0)
"""Seconds before each further try of an event's handler that failed; then it is dropped."""


class Worker:
    """Runs in the one process that holds the home; `accept` is what channels are given."""

    longest_sleep = 30.0
    """Seconds between two looks at what is due: the machine's clock may have been set meanwhile."""

    def __init__(
        self, house: House, inbox: Inbox, jobs: Jobs, outbox: Outbox, sleep: Sleep
    ) -> None:
        self._house = house
        self._inbox = inbox
        self._jobs = jobs
        self._outbox = outbox
        self._sleep = sleep
        self._pipeline = Pipeline(house, inbox.owner)
        self._running: set[asyncio.Task[None]] = set()
        self._busy = 0
        self._woken = asyncio.Event()
        self._asleep_until = 0.0
        self._backlog = False
        self._stopping = False
        self._clock: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Takes up what an earlier process left, then keeps an eye on the clock."""
        waiting = await self._inbox.recover()
        await self._jobs.recover()
        undelivered = await self._outbox.recover()
        if waiting or undelivered:
            log.info("recovered %s messages, %s deliveries", waiting, undelivered)
        self._clock = asyncio.create_task(self._watch())

    async def stop(self, seconds: float = 20.0) -> None:
        """Lets running turns finish for that long, then lets go; nothing is lost by it.

        The channels are still there: what is finished is delivered.
        """
        self._stopping = True
        if self._clock is not None:
            self._clock.cancel()
            await asyncio.gather(self._clock, return_exceptions=True)
        if self._running:
            _, late = await asyncio.wait(self._running, timeout=seconds)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        await self._outbox.close()

    async def idle(self) -> None:
        """Returns when no turn runs and no reply is on its way."""
        while self._running or self._outbox.busy:
            if self._running:
                await asyncio.wait(list(self._running))
            await self._outbox.idle()

    async def accept(self, messages: Sequence[Message]) -> None:
        """Keeps the messages and begins with those whose conversation is free."""
        free = self._busy < SLOTS and not self._stopping
        for claim in await self._inbox.accept(messages, lease=free):
            if self._stopping:  # since it was written down: for the next process
                await self._inbox.postpone(claim, 0.0)
            else:
                self._begin(self._converse(claim))
        if not free:
            self._backlog = True
            if self._busy < SLOTS:  # a slot came free while it was written down
                self._woken.set()

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        self._busy += 1
        task = asyncio.create_task(work)
        self._running.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._busy -= 1
        self._running.discard(task)
        if self._backlog:
            self._woken.set()
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("work broke: %s", whereabouts(error))

    async def _converse(self, claim: Claim) -> None:
        """Answers a conversation's messages one after the other, while there are any."""
        following: Claim | None = claim
        while following is not None:
            claim = following
            try:
                committed = await self._pipeline.answer(claim)
            except LostLease:
                return
            except Exception as error:  # noqa: BLE001  # a vendor, the database, our own apology
                log.warning("turn %s postponed: %s", claim.id, whereabouts(error))
                await self._postpone(claim, error)
                return
            self._send(committed)
            following = committed.next

    async def _postpone(self, claim: Claim, error: Exception) -> None:
        # A database that is away is waited for however long; everything else is counted.
        pause = min(getattr(error, "retry_after", None) or RETRY_AFTER, 60.0)
        tried = not _is_database(error)
        await self._insist(lambda: self._inbox.postpone(claim, pause, tried=tried))

    async def _happen(self, job: Job) -> None:
        """A due event to its handler; one with several becomes one job for each."""
        try:
            committed = await self._handle(job)
        except LostLease:
            return
        except Exception as error:  # noqa: BLE001  # a skill's fault: tried again, then dropped
            log.error("job %s failed, try %s: %s", job.id, job.tries, whereabouts(error))
            await self._give_back(job, error)
            return
        if committed is not None:
            self._send(committed)

    async def _handle(self, job: Job) -> Committed | None:
        known = self._house.catalogue.subscriptions.get(job.event.name, [])
        if job.subscriber is not None:
            known = [one for one in known if one.subscriber == job.subscriber]
        if len(known) > 1:
            await self._jobs.fan_out(job, [one.subscriber for one in known])
            self._woken.set()
            return None
        committed = await self._pipeline.handle(job, known[0]) if known else None
        if committed is None:
            await self._jobs.drop(job)
        return committed

    async def _give_back(self, job: Job, error: Exception) -> None:
        if _is_database(error):
            await self._insist(lambda: self._jobs.postpone(job, RETRY_AFTER, tried=False))
        elif job.tries > len(JOB_RETRY):
            await self._insist(lambda: self._jobs.drop(job))
        else:
            await self._insist(lambda: self._jobs.postpone(job, JOB_RETRY[job.tries - 1]))

    async def _insist(self, write: Callable[[], Awaitable[None]]) -> None:
        """Until the database takes it: the lease is ours, so nobody else waits."""
        while True:
            try:
                await write()
                return self._woken.set()
            except Unavailable:
                await self._sleep(RETRY_AFTER)

    def _send(self, committed: Committed) -> None:
        self._outbox.send(committed.rows)
        if committed.due is not None and committed.due < self._asleep_until:
            self._woken.set()

    async def _watch(self) -> None:
        """Takes what waits and what is due, then sleeps until the next of it, or until woken."""
        while True:
            self._woken.clear()
            try:
                await self._take()
                pause = self._pause()
            except Exception as error:  # noqa: BLE001  # whatever it is, the clock goes on
                log.error("cannot look at what is due: %s", whereabouts(error))
                pause = RETRY_AFTER
            self._asleep_until = self._house.now().timestamp() + pause
            waking = asyncio.ensure_future(self._woken.wait())
            sleeping = asyncio.ensure_future(self._sleep(pause))
            try:
                await asyncio.wait({waking, sleeping}, return_when=asyncio.FIRST_COMPLETED)
            finally:
                waking.cancel()
                sleeping.cancel()

    async def _take(self) -> None:
        free = SLOTS - self._busy
        if free <= 0:
            return
        claims = await self._inbox.claim(free)
        self._backlog = len(claims) == free
        for claim in claims:
            self._begin(self._converse(claim))
        due = self._jobs.next_due()
        if due is not None and due <= self._house.now().timestamp():
            for job in await self._jobs.claim(max(SLOTS - self._busy, 1)):
                self._begin(self._happen(job))

    def _pause(self) -> float:
        """Seconds until the next job or postponed conversation."""
        if self._busy >= SLOTS:
            self._backlog = True  # whoever ends wakes us
            return self.longest_sleep
        dues = [due for due in (self._jobs.next_due(), self._inbox.next_due()) if due is not None]
        if not dues:
            return self.longest_sleep
        return min(max(min(dues) - self._house.now().timestamp(), 0.0), self.longest_sleep)


def _is_database(error: Exception) -> bool:
    return isinstance(error, Unavailable) and error.system == "database"
