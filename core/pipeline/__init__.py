"""The pipeline: one message walks through the stages, and one reply comes out and is kept."""

import logging
from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from math import inf
from time import monotonic, perf_counter

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
from core.model import Image, Press, Reply, Spoken, Target, Turn, Voice
from core.pipeline.house import House
from core.pipeline.identify import identify, recognise
from core.pipeline.read import read
from core.pipeline.route import route
from core.pipeline.see import see
from core.pipeline.trace import trace_of
from core.pipeline.transcribe import transcribe
from core.pipeline.understand import understand
from core.ports.caller import Caller, Priority, acting
from core.skill import Subscription
from core.texts import shortened

__all__ = ["House", "Pipeline"]

log = logging.getLogger(__name__)

Stage = Callable[[Turn, Work, House], Awaitable[Turn]]
STAGES: tuple[Stage, ...] = (transcribe, see, read, understand)
ECHOED = 500
"""Characters of what was read that are repeated: a page is longer than anybody checks."""
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
                with self._acting(turn, work):
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
            with acting(
                person_id=work.person.id,
                zone=work.person.zone or "UTC",
                channel=target.channel,
                owner=work.owner,
                priority=Priority.LOW,
            ):
                if subscription.every is not None:
                    context.set_tick(subscription)
                reply = await subscription.handler(context, job.event)
            if reply is not None and context.target.channel:
                work.language = context.language
                work.say(context.target, reply)
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
            started = perf_counter()
            for stage in STAGES:
                turn = await stage(turn, work, self._house)
                started = _note(timings, stage.__name__, started)
            turn, reply = await route(turn, work, self._house)
            _note(timings, "route", started)
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

    def _acting(self, turn: Turn, work: Work) -> AbstractContextManager[Caller]:
        """Calls to providers go out on the person's behalf, the sooner the more they wait for it,
        and not beyond what their platform waits."""
        kinds = {type(part) for part in turn.message.parts}
        priority = Priority.MEDIUM
        if Spoken in kinds:
            priority = Priority.CRITICAL
        elif kinds & {Voice, Press, Image}:
            priority = Priority.HIGH
        channel = self._house.channels.get(turn.message.target.channel)
        seconds = channel.surface.inline_seconds if channel else None
        return acting(
            person_id=work.person.id,
            zone=work.person.zone or "UTC",
            channel=turn.message.target.channel,
            owner=work.owner,
            priority=priority,
            deadline=inf if seconds is None else monotonic() + seconds,
        )

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
        if turn.utterance is None or not turn.utterance.text or not (turn.heard or turn.read):
            return reply
        said, cut = ("heard", "voice-cut-short") if turn.heard else ("read", "image-cut-short")
        heard = turn.utterance.text
        shown = heard if turn.heard else shortened(heard, ECHOED, " …")
        lines = [self._house.texts.format(turn.language, said, text=shown), reply.text]
        if turn.cut_short:
            lines.insert(1, self._house.texts.format(turn.language, cut))
        speech = reply.speech or reply.text
        return replace(reply, text="\n".join(lines), speech=speech, heard=heard)


def _note(timings: dict[str, float], stage: str, started: float) -> float:
    """Notes the milliseconds of a stage that came to its end; returns when that was."""
    ended = perf_counter()
    timings[stage] = round((ended - started) * 1000, 3)
    return ended
