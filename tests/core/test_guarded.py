"""Whole results behind the gateway: the ports are kept, equal calls are one, turns are taken."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Literal

import pytest

from core.errors import ConfigError, RateLimited, Unavailable, UserError
from core.integrations._guarded import limits
from core.integrations._in_turn import Hearing
from core.ports.caller import Priority, acting
from core.ports.embedder import Vector
from core.ports.meter import Charge
from core.ports.synthesiser import Speech
from core.ports.transcriber import Keep, Progress, Transcript, anew, silent
from core.ports.vision import Sight
from core.resilience import Quota
from tests.fakes.gateway import House
from tests.virtual_loop import now, run


class Far:
    """A provider of every capability: each call takes a second, and what it was given is kept."""

    def __init__(self, name: str = "one", stretches: int = 0, **more: Any) -> None:
        self.name = name
        self.model = ""
        self.looks = True
        self.calls: list[tuple[float, Any]] = []
        self.fails: list[Exception] = []
        self.inside = self.most = 0
        self._stretches = stretches
        vars(self).update(more)

    async def _work(self, what: Any) -> None:
        self.calls.append((now(), what))
        self.inside += 1
        self.most = max(self.most, self.inside)
        try:
            await asyncio.sleep(1)
        finally:
            self.inside -= 1
        if self.fails:
            raise self.fails.pop(0)

    async def transcribe(
        self, recording: bytes, *, keep: Keep = anew, progress: Progress = silent, **asked: Any
    ) -> Transcript:
        async def one() -> Transcript:
            await self._work(recording)
            return Transcript(recording.decode(), "en", 1.0, 7.0)

        progress("transcribing", 0.5)
        if not self._stretches:
            return await one()
        parts = [await keep(number + 1, one) for number in range(self._stretches)]
        return Transcript(" ".join(part.text for part in parts), "en", 1.0, 7.0 * len(parts))

    async def see(self, images: Sequence[bytes], **asked: Any) -> Sight:
        await self._work(images)
        return Sight("A cat sits here.", looked=self.looks)

    async def synthesise(self, text: str, **asked: Any) -> Speech:
        await self._work(text)
        return Speech(b"OggS", 1.0)

    async def embed(
        self, texts: Sequence[str], *, role: Literal["kept", "asked"] = "kept"
    ) -> list[Vector]:
        await self._work((texts, role))
        return [[1.0] for _ in texts]

    async def close(self) -> None:
        self.calls.append((now(), "closed"))


CALLS: dict[str, tuple[Callable[[Any], Awaitable[Any]], Charge]] = {
    "stt": (lambda it: it.transcribe(b"hello"), Charge("stt", "one", "m", seconds=7.0)),
    "vision": (
        lambda it: it.see([b"png"], question="What?"),
        Charge("vision", "one", "m", 2050, 6, estimated=True),
    ),
    "tts": (lambda it: it.synthesise("Hello"), Charge("tts", "one", "m", characters=5)),
    "embeddings": (
        lambda it: it.embed(["Hello", "you"]),
        Charge("embeddings", "one", "m", 3, estimated=True),
    ),
}


@pytest.mark.parametrize("capability", CALLS)
def test_the_port_is_kept_and_the_call_is_charged(capability: str) -> None:
    async def main() -> None:
        house, far = House(), Far(model="m", floor=0.3)
        guard = house.guard(far, capability)
        call, charge = CALLS[capability]
        assert await call(guard) == await call(far)
        assert house.charges == [Charge(**{**_fields(charge), "latency": 1.0})]
        assert guard.name == "one"
        if capability == "embeddings":
            assert (guard.model, guard.floor) == ("m", 0.3)
            assert not hasattr(guard, "ceiling")
        if capability == "vision":
            assert guard.looks
        await guard.close()
        assert far.calls[-1][1] == "closed"

    run(main())


def _fields(charge: Charge) -> dict[str, Any]:
    return {name: getattr(charge, name) for name in Charge.__slots__}


@pytest.mark.parametrize("capability", CALLS)
def test_equal_calls_at_the_same_time_are_one(capability: str) -> None:
    async def main() -> None:
        house, far = House(), Far()
        guard = house.guard(far, capability)
        call = CALLS[capability][0]
        asked = [asyncio.ensure_future(call(guard)) for _ in range(3)]
        await asyncio.sleep(0.5)
        asked[0].cancel()
        results = await asyncio.gather(*asked, return_exceptions=True)
        assert isinstance(results[0], asyncio.CancelledError)
        assert results[1] == results[2]
        assert (len(far.calls), len(house.charges)) == (1, 1)

    run(main())


@pytest.mark.parametrize("capability", CALLS)
def test_tried_again_and_the_persons_own_fault_is_not(capability: str) -> None:
    async def main() -> None:
        house, far = House(), Far()
        guard = house.guard(far, capability)
        far.fails = [Unavailable("one", "502")]
        assert await CALLS[capability][0](guard)
        far.fails = [UserError("voice-empty")]
        with pytest.raises(UserError):
            await CALLS[capability][0](guard)
        assert house.errors == ["unavailable", "", "voice-empty"]

    run(main())


@pytest.mark.parametrize("capability", CALLS)
def test_never_past_the_callers_deadline(capability: str) -> None:
    async def main() -> None:
        house, far = House(), Far()
        guard = house.guard(far, capability)
        at = now()
        with acting(deadline=at + 0.4), pytest.raises(Unavailable):
            await CALLS[capability][0](guard)
        assert now() == pytest.approx(at + 0.4)
        await asyncio.sleep(0.1)
        assert house.errors == ["cancelled"]

    run(main())


def test_an_engine_takes_one_at_a_time_the_most_urgent_first() -> None:
    async def main() -> None:
        far = Far(at_once=1)
        guard = House().guard(far, "stt")

        async def hear(priority: Priority, what: str = "") -> None:
            with acting(priority=priority):
                await guard.transcribe((what or priority.name).encode())

        first = asyncio.create_task(hear(Priority.LOW, "first"))
        await asyncio.sleep(0.1)
        await asyncio.gather(first, *(hear(one) for one in reversed(Priority)))
        names = [what.decode() for _, what in far.calls]
        assert names == ["first", "CRITICAL", "HIGH", "MEDIUM", "LOW"]
        assert far.most == 1

    run(main())


def test_a_long_recording_makes_way_between_its_stretches() -> None:
    async def main() -> None:
        far = Far(at_once=1, stretches=4)
        guard = House().guard(far, "stt")
        with acting(priority=Priority.MEDIUM):
            long = asyncio.create_task(guard.transcribe(b"lecture"))
            await asyncio.sleep(0.1)
        with acting(priority=Priority.HIGH):
            await guard.transcribe(b"note")
        assert (await long).text == " ".join(["lecture"] * 4)
        order = [what.decode() for _, what in far.calls]
        assert order[:2] == ["lecture", "note"]
        assert order.count("lecture") == 4
        assert far.most == 1

    run(main())


def test_each_stretch_that_is_sent_counts_and_kept_ones_do_not() -> None:
    async def main() -> None:
        house, far = House(), Far(stretches=3)
        guard = house.guard(far, "stt", ONE_RPM=3)
        known = {1: Transcript("known", "en", 1.0, 7.0)}

        async def keep(number: int, work: Callable[[], Awaitable[Transcript]]) -> Transcript:
            return known[number] if number in known else await work()

        at = now()
        said = await guard.transcribe(b"x", keep=keep)  # two are sent
        assert (said.text, now()) == ("known x x", at + 2)
        with acting(priority=Priority.LOW):
            await guard.transcribe(b"y")  # three: one finds room
        assert [when - at for when, _ in far.calls] == pytest.approx([0, 1, 2, 61, 62])

    run(main())


def test_a_stretch_that_has_to_wait_too_long_is_told_and_holds_up_nobody_else() -> None:
    async def main() -> None:
        house, far = House(), Far(stretches=3)
        guard = house.guard(far, "stt", ONE_RPM=2)
        at = now()
        with acting(priority=Priority.HIGH), pytest.raises(RateLimited) as raised:
            await guard.transcribe(b"x")
        assert now() == at + 2
        assert raised.value.retry_after == pytest.approx(59)
        with acting(priority=Priority.LOW):
            await guard.transcribe(b"y", speakers=True)
        assert [when - at for when, _ in far.calls] == pytest.approx([0, 1, 61, 62, 122])
        assert house.errors == ["rate-limited", ""]

    run(main())


def test_what_is_kept_for_somebody_is_nobody_elses() -> None:
    async def main() -> None:
        far = Far()
        guard = House().guard(far, "stt")

        async def keep(number: int, work: Callable[[], Awaitable[Transcript]]) -> Transcript:
            return await work()

        await asyncio.gather(*(guard.transcribe(b"x", keep=keep) for _ in range(2)))
        assert len(far.calls) == 2

    run(main())


def test_a_full_window_makes_way_for_the_next_at_once() -> None:
    async def main() -> None:
        house = House()
        first, second = Far(), Far("two")
        both = Hearing([house.guard(first, "stt", ONE_RPM=1), house.guard(second, "stt")])
        with acting(priority=Priority.LOW):  # who would wait for ten minutes, if need be
            texts = [(await both.transcribe(word)).text for word in (b"a", b"b")]
        assert texts == ["a", "b"]
        assert (len(first.calls), len(second.calls)) == (1, 1)

    run(main())


def test_credentials_apart_have_limits_of_their_own() -> None:
    async def main() -> None:
        house, far = House(), Far(credential=lambda assistant: assistant)
        together = {"ONE_RPM": 1}
        for settings, refused in ((together, True), ({**together, "ONE_KEYS_APART": "1"}, False)):
            house = House()
            guard = house.guard(far, "tts", **settings)
            with acting(assistant="mentor"):
                await guard.synthesise("a")
            with acting(assistant="curator", patience=0.0):
                if refused:
                    with pytest.raises(RateLimited):
                        await guard.synthesise("b")
                else:
                    await guard.synthesise("b")

    run(main())


def test_limits_are_settings_and_wrong_ones_are_told() -> None:
    environ = {"VIVA_STT_FASTER_WHISPER_RPM": "30", "VIVA_STT_FASTER_WHISPER_TPM": "8000"}
    assert limits(environ, "stt", "faster-whisper", 1) == (Quota(30, 8000, at_once=1), False)
    assert limits({}, "llm", "openai") == (Quota(), False)
    for value in ("many", "0", "-3"):
        with pytest.raises(ConfigError) as raised:
            limits({"VIVA_LLM_OPENAI_RPM": value}, "llm", "openai")
        assert "VIVA_LLM_OPENAI_RPM" in str(raised.value)


def test_what_has_no_limits_is_left_as_it_is() -> None:
    async def main() -> None:
        far = Far()
        assert House().guard(far, "documents") is far

    run(main())
