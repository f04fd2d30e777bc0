"""A language model behind the gateway: tried again, charged, kept in bounds, followed."""

import asyncio
from contextlib import aclosing
from dataclasses import replace

import pytest

from core.errors import IntegrationError, RateLimited, Unavailable
from core.integrations._fallback import Fallback
from core.integrations._guarded_llm import OF_AN_IMAGE, tokens, tokens_of
from core.ports.caller import acting
from core.ports.llm import Ask, Final, Image, TextDelta, Tool, Usage, UserMessage
from core.ports.meter import Charge
from core.resilience.breaker import FAILURES, PAUSE
from tests.fakes.gateway import House
from tests.fakes.llm import FakeLanguageModel
from tests.fakes.llm_providers import collected, saying
from tests.virtual_loop import now, run

AWAY = Unavailable("one", "500")


def fake(*scripts: object, name: str = "one") -> FakeLanguageModel:
    steps = [one if isinstance(one, list) else [one] for one in scripts]
    return FakeLanguageModel(*steps, name=name)  # type: ignore[arg-type]  # steps


def test_an_answer_passes_and_is_charged_as_the_vendor_counts() -> None:
    async def main() -> None:
        house, model = House(), fake("Hello there.")
        model.usage = Usage(100, 20, 30)
        guard = house.guard(model)
        assert guard.abilities == model.abilities
        text, _, final = await collected(guard, saying("Hi"))
        assert (text, final.usage) == ("Hello there.", Usage(100, 20, 30))
        assert house.charges == [Charge("llm", "one", "scripted", 100, 20, 30)]

    run(main())


def test_tried_again_while_nothing_was_said() -> None:
    async def main() -> None:
        house, model = House(), fake(AWAY, RateLimited("one", "429", 3), "Hello.")
        at = now()
        assert (await collected(house.guard(model), saying("Hi")))[0] == "Hello."
        assert 3 < now() - at < 5
        assert house.errors == ["unavailable", "rate-limited", ""]
        assert model.asks[-1].deadline == pytest.approx(10 - (now() - at))

    run(main())


def test_never_again_once_something_was_said_and_what_was_said_is_charged() -> None:
    async def main() -> None:
        house, model = House(), fake(["Whales are", AWAY], "never")
        with pytest.raises(Unavailable):
            await collected(house.guard(model), saying("Whales?"))
        assert len(model.asks) == 1
        (charge,) = house.charges
        said = tokens("Whales") + tokens(" are")
        assert (charge.error, charge.estimated) == ("unavailable", True)
        assert (charge.input_tokens, charge.output_tokens) == (tokens_of(saying("Whales?")), said)

    run(main())


def test_whoever_leaves_is_charged_for_what_was_said_and_closes_the_stream() -> None:
    async def main() -> None:
        house, model = House(), fake("One two three.")
        async with aclosing(house.guard(model).stream(saying("Count"))) as pieces:
            assert await anext(pieces) == TextDelta("One")
        assert model.closed_early == 1
        (charge,) = house.charges
        assert (charge.error, charge.estimated, charge.output_tokens) == ("cancelled", True, 1)

    run(main())


def test_a_vendor_that_does_not_count_is_counted_for() -> None:
    async def main() -> None:
        house, model = House(), fake("Привет.")
        model.usage = Usage()
        model.scripts = [["Привет.", Final("stop", Usage(), "one", "m")]]
        await collected(house.guard(model), saying("Hi"))
        (charge,) = house.charges
        assert (charge.model, charge.output_tokens, charge.estimated) == ("m", 5, True)

    run(main())


@pytest.mark.parametrize("deadline", [0.5, 3.0])
def test_never_past_the_deadline(deadline: float) -> None:
    """Tries, their waits and the queue included."""

    async def main() -> None:
        at = now()
        for scripts in ([AWAY] * 9, [RateLimited("one", "429", 2)] * 9):
            guard = House().guard(fake(*scripts))
            with pytest.raises(IntegrationError):
                await collected(guard, saying("?", deadline))
            assert now() <= at + deadline
            at = now()
        guard = House().guard(fake("a", "b"), ONE_RPM=1)
        await collected(guard, saying("?"))
        with acting(deadline=at + 1), pytest.raises(RateLimited):
            await collected(guard, saying("?", 300))
        assert now() == at, "refused at once"

    run(main())


def test_tokens_are_reserved_and_corrected_at_the_end() -> None:
    async def main() -> None:
        house = House()
        model = fake(*["ok"] * 5)
        model.usage = Usage(50, 50)
        guard = house.guard(model, ONE_TPM=1000)
        ask = replace(saying("?", 300), max_tokens=700)
        at = now()
        for _ in range(3):  # 700 and a bit are reserved, 100 are used
            await collected(guard, ask)
        assert now() == at
        await collected(guard, ask)
        assert now() == at + 60

    run(main())


def test_a_breaker_that_is_open_makes_way_for_the_next_at_once() -> None:
    async def main() -> None:
        house = House()
        first = fake(*[AWAY] * FAILURES, "One again.")
        second = fake(*["Two."] * 9, name="two")
        both = Fallback([house.guard(first), house.guard(second)])
        while len(first.asks) < FAILURES:
            assert (await collected(both, saying("?")))[0] == "Two."
        at = now()
        assert (await collected(both, saying("?")))[0] == "Two."
        assert (now(), len(first.asks)) == (at, FAILURES)
        await asyncio.sleep(PAUSE)
        assert (await collected(both, saying("?")))[0] == "One again."

    run(main())


def test_a_window_that_is_full_for_too_long_makes_way_at_once_and_the_last_waits() -> None:
    async def main() -> None:
        house = House()
        first, second = fake(*["One."] * 2), fake(*["Two."] * 2, name="two")
        both = Fallback(
            [house.guard(first, ONE_RPM=1), house.guard(second, TWO_RPM=1)], patience=12
        )
        at = now()
        texts = [(await collected(both, saying("?", 100)))[0] for _ in range(2)]
        assert (texts, now()) == (["One.", "Two."], at)
        await asyncio.sleep(10)
        assert (await collected(both, saying("?", 100)))[0] == "Two."
        assert now() == at + 60
        await asyncio.sleep(-10 + 60 - 55)
        assert (await collected(both, saying("?", 100)))[0] == "One."

    run(main())


def test_a_mute_provider_is_left_alone_after_a_while() -> None:
    """The next takes over each time, so nobody but the breaker sees that it is always silent."""

    async def main() -> None:
        house = House()
        mute = fake(*[[1000.0]] * FAILURES)
        both = Fallback([house.guard(mute), house.guard(fake(*["Two."] * 9, name="two"))])
        for _ in range(FAILURES):
            await collected(both, saying("?", 60))
        at = now()
        await collected(both, saying("?", 60))
        assert now() == at

    # FakeLanguageModel sleeps by the loop, and so does the fallback's patience.
    run(main())


def test_estimates_err_upwards() -> None:
    whole = Ask(
        (UserMessage("Wie heißt das?", (Image(b"", "image/png"),)),),
        system="Be kind.",
        tools=(Tool("notes__create", "Keeps a note.", {"type": "object"}),),
        json_schema={"type": "object"},
    )
    assert tokens_of(whole) > OF_AN_IMAGE + 25
    assert tokens("") == 0
    assert tokens("a" * 300) == 100
    assert tokens("\ud800") == 1
