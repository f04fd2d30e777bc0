"""Equal requests at the same time are one, whoever began it and whoever leaves."""

import asyncio
from collections.abc import Callable

import pytest

from core.errors import Unavailable
from core.ports.transcriber import Progress, silent
from core.resilience.flight import Flights


class Work:
    """Counts how often it is done, and waits to be let on."""

    def __init__(self, error: Exception | None = None) -> None:
        self.begun = self.cancelled = 0
        self.go_on = asyncio.Event()
        self.tell: Progress = silent
        self._error = error

    async def __call__(self, tell: Progress) -> str:
        self.begun += 1
        self.tell = tell
        try:
            await self.go_on.wait()
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        if self._error:
            raise self._error
        return "result"


def sharing(flights: Flights, work: Work, key: str = "k") -> Callable[[], asyncio.Task[str]]:
    return lambda: asyncio.create_task(flights.share(key, work, silent))


async def tick() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def test_many_ask_and_one_works() -> None:
    flights, work = Flights(), Work()
    asked = [sharing(flights, work)() for _ in range(5)]
    await tick()
    work.go_on.set()
    assert await asyncio.gather(*asked) == ["result"] * 5
    assert work.begun == 1
    assert await flights.share("k", work, silent) == "result"
    assert work.begun == 2, "nothing is kept"


async def test_different_requests_are_not_one() -> None:
    flights, work = Flights(), Work()
    work.go_on.set()
    await asyncio.gather(sharing(flights, work, "a")(), sharing(flights, work, "b")())
    assert work.begun == 2


async def test_who_began_it_may_leave() -> None:
    flights, work = Flights(), Work()
    first, second = sharing(flights, work)(), sharing(flights, work)()
    await tick()
    first.cancel()
    await tick()
    work.go_on.set()
    assert await second == "result"
    assert first.cancelled()
    assert (work.begun, work.cancelled) == (1, 0)


async def test_when_the_last_has_left_it_ends_and_the_next_begins_anew() -> None:
    flights, work = Flights(), Work()
    asked = [sharing(flights, work)() for _ in range(2)]
    await tick()
    for one in asked:
        one.cancel()
    late = sharing(flights, work)()
    await tick()
    assert (work.begun, work.cancelled) in {(2, 1), (1, 0)}
    work.go_on.set()
    assert await late == "result"


async def test_an_error_is_everybodys() -> None:
    flights, work = Flights(), Work(Unavailable("far", "500"))
    asked = [sharing(flights, work)() for _ in range(3)]
    await tick()
    work.go_on.set()
    results = await asyncio.gather(*asked, return_exceptions=True)
    assert [type(one) for one in results] == [Unavailable] * 3


async def test_an_error_that_nobody_is_left_for_is_no_noise() -> None:
    flights, work = Flights(), Work(Unavailable("far", "500"))
    only = sharing(flights, work)()
    await tick()
    work.go_on.set()
    only.cancel()
    with pytest.raises(asyncio.CancelledError):
        await only
    await tick()


async def test_progress_is_told_to_those_who_are_there() -> None:
    flights, work = Flights(), Work()
    told: dict[str, list[str]] = {"one": [], "two": []}

    def listen(who: str) -> Progress:
        return lambda what, share: told[who].append(what)

    one = asyncio.create_task(flights.share("k", work, listen("one")))
    two = asyncio.create_task(flights.share("k", work, listen("two")))
    await tick()
    work.tell("loading", None)
    one.cancel()
    await tick()
    work.tell("transcribing", 0.5)
    work.go_on.set()
    await two
    assert told == {"one": ["loading"], "two": ["loading", "transcribing"]}
