"""The pipeline: one message walks through the stages, and one reply comes out and is kept."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from time import perf_counter
from typing import TypeVar

from core.errors import (
    Conflict,
    IntegrationError,
    StageError,
    UnknownOutcome,
    UserError,
    VivaError,
    whereabouts,
)
from core.journal import Claim, Committed, Job, Work
from core.model import Reply, Target, Turn
from core.pipeline.house import House
from core.pipeline.identify import identify, recognise
from core.pipeline.route import route
from core.pipeline.trace import trace_of
from core.pipeline.transcribe import transcribe
from core.pipeline.understand import understand
from core.skill import Subscription

__all__ = ["House", "Pipeline"]

log = logging.getLogger(__name__)

T = TypeVar("T")
Stage = Callable[[Turn, Work, House], Awaitable[Turn]]
STAGES: tuple[Stage, ...] = (transcribe, understand)
RERUNS = 4
"""A turn that meets another's writes is run again; the fourth time it gives up politely."""
MOST_TRIES = 5
"""Crashes over one message before it is set aside with an apology."""
PATIENCE = 3
"""How often a vendor that is away for the moment is tried before we say so."""


class Pipeline:
    """Answers claims and jobs: each is one unit of work."""

    def __init__(self, house: House, owner: str) -> None:
        self._house = house
        self._owner = owner

    async def answer(self, claim: Claim) -> Committed:
        """One message to its one final reply, committed.

        Raises LostLease, and IntegrationError where it is worth trying again in a while.
        """
        for _ in range(RERUNS):
            turn, work = identify(claim, self._house)
            if claim.tries >= MOST_TRIES:
                turn, reply = self._apologise(turn, StageError("poison", "crashed too often"))
            else:
                turn, reply = await self._walk(turn, work, patient=claim.tries < PATIENCE)
            work.say(turn.message.target, reply)
            try:
                return await work.commit(self._owner, claim, self._time(), trace_of(turn))
            except Conflict:
                continue
        turn, work = identify(claim, self._house)
        turn, reply = self._apologise(turn, StageError("commit", "too many conflicts"))
        work.say(turn.message.target, reply)
        return await work.commit(self._owner, claim, self._time(), trace_of(turn))

    async def handle(self, job: Job, subscription: Subscription) -> Committed | None:
        """One due event to what its subscriber makes of it; None where its person is gone."""
        for _ in range(RERUNS):
            work = recognise(job, self._house)
            if work is None:
                return None
            target = job.event.target or Target("", "", "")
            context = self._house.context(work, target, work.person.language)
            reply = await subscription.handler(context, job.event)
            if reply is not None and job.event.target is not None:
                work.language = context.language
                work.say(job.event.target, reply)
            try:
                return await work.commit(self._owner, job, self._time())
            except Conflict:
                continue
        raise StageError("event", f"{job.event.name}: too many conflicts")

    def _time(self) -> float:
        return self._house.now().timestamp()

    async def _walk(self, turn: Turn, work: Work, *, patient: bool) -> tuple[Turn, Reply]:
        timings: dict[str, float] = {}
        try:
            for stage in STAGES:
                turn = await _timed(timings, stage.__name__, stage(turn, work, self._house))
            turn, reply = await _timed(timings, "route", route(turn, work, self._house))
        except VivaError as error:
            if patient and isinstance(error, IntegrationError) and error.retryable:
                raise
            work.discard()
            return self._apologise(turn._replace(timings=timings), error)
        except Exception as error:  # noqa: BLE001  # the person gets a sentence, we the place
            log.error("turn %s failed: %s", turn.id, whereabouts(error))
            work.discard()
            failure = StageError("route", type(error).__name__)
            return self._apologise(turn._replace(timings=timings), failure)
        turn = turn._replace(timings=timings)
        return turn, self._with_heard(turn, reply)

    def _apologise(self, turn: Turn, error: VivaError) -> tuple[Turn, Reply]:
        assert turn.person is not None
        text_id, values = "error-internal", {"code": error.code}
        if isinstance(error, UserError):
            text_id, values = error.text_id, error.values  # type: ignore[assignment]
        elif isinstance(error, IntegrationError):
            text_id = "error-unavailable"
        elif isinstance(error, UnknownOutcome):
            text_id = "error-unknown-outcome"
        text = self._house.texts.format(turn.language, text_id, **values)
        return turn._replace(error=error.code), Reply(text)

    def _with_heard(self, turn: Turn, reply: Reply) -> Reply:
        if not turn.heard or turn.utterance is None or not turn.utterance.text:
            return reply
        heard = turn.utterance.text
        lines = [self._house.texts.format(turn.language, "heard", text=heard), reply.text]
        if turn.cut_short:
            lines.insert(1, self._house.texts.format(turn.language, "voice-cut-short"))
        speech = reply.speech or reply.text
        return replace(reply, text="\n".join(lines), speech=speech, heard=heard)


async def _timed(timings: dict[str, float], stage: str, work: Awaitable[T]) -> T:
    """Notes the milliseconds of a stage that came to its end."""
    started = perf_counter()
    done = await work
    timings[stage] = round((perf_counter() - started) * 1000, 3)
    return done
