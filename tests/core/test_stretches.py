"""Long recordings come in stretches that end in pauses, and hold nobody up."""

import os
import signal
from contextlib import aclosing
from itertools import pairwise

import pytest

from core.integrations._decode import Decoder, Limits, Stretch
from tests.recordings import recording, tone
from tests.speech import wav


async def in_stretches(decoder: Decoder, data: bytes) -> list[Stretch]:
    async with aclosing(decoder.stretches(data)) as stretches:
        return [one async for one in stretches]


async def pid(decoder: Decoder) -> int:
    return (await decoder.warm()).pid


def spoken_in_bursts(seconds: int) -> bytes:
    """A tone with a pause of half a second at 4.25 s of every five."""
    samples = bytearray(tone(float(seconds)))
    for at in range(0, seconds, 5):
        samples[int((at + 4.25) * 32_000) : int((at + 4.75) * 32_000)] = bytes(16_000)
    return bytes(samples)


async def test_a_long_recording_is_cut_at_pauses_and_nothing_is_lost() -> None:
    decoder = Decoder(Limits(stretch_seconds=10.0))
    samples = spoken_in_bursts(44)
    found = await in_stretches(decoder, wav(samples))
    assert b"".join(one.samples for one in found) == samples
    assert [one.last for one in found] == [False] * 4 + [True]
    for before, one in pairwise(found):
        assert before.end == one.start
        assert before.share <= one.share
    for one in found[:-1]:
        assert 9.0 <= one.seconds <= 10.0
    assert abs(found[0].end - 9.5) < 0.01  # the middle of the pause
    assert not any(found[0].samples[-6_000:])
    assert found[-1].share == 1.0
    assert not found[-1].cut_short
    await decoder.close()


@pytest.mark.parametrize(("seconds", "pieces"), [(9.9, 1), (10.0, 1), (10.1, 2), (31.0, 4)])
async def test_what_is_just_longer_has_one_stretch_more(seconds: float, pieces: int) -> None:
    decoder = Decoder(Limits(stretch_seconds=10.0))
    found = await in_stretches(decoder, wav(tone(seconds)))
    assert len(found) == pieces
    assert found[-1].end == pytest.approx(seconds, abs=0.001)
    await decoder.close()


async def test_the_end_of_the_last_stretch_may_be_missing() -> None:
    decoder = Decoder(Limits(seconds=25.0, stretch_seconds=10.0))
    found = await in_stretches(decoder, wav(tone(40.0)))
    assert found[-1].end == 25.0
    assert found[-1].cut_short
    whole = recording("ogg", 30.0)
    torn = await in_stretches(decoder, whole[: len(whole) * 4 // 5])
    assert torn[-1].cut_short
    assert 20 < torn[-1].end < 25
    await decoder.close()


async def test_a_short_recording_does_not_wait_for_a_long_one() -> None:
    decoder = Decoder(Limits(stretch_seconds=5.0))
    async with aclosing(decoder.stretches(recording("ogg", 20.0))) as long:
        first = await anext(long)
        short = await in_stretches(decoder, recording("ogg", 2.0))
        assert abs(short[-1].end - 2.0) < 0.1
        rest = [one async for one in long]
    assert rest[-1].end == pytest.approx(20.0, abs=0.1)
    assert rest[0].start == first.end
    await decoder.close()


async def test_a_long_recording_that_nobody_wants_leaves_no_worker() -> None:
    decoder = Decoder(Limits(stretch_seconds=5.0))
    process = await pid(decoder)
    async with aclosing(decoder.stretches(recording("ogg", 20.0))) as long:
        await anext(long)
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    await decoder.close()


async def test_a_worker_that_dies_in_the_middle_leaves_the_beginning() -> None:
    decoder = Decoder(Limits(stretch_seconds=5.0))
    process = await pid(decoder)
    found: list[Stretch] = []
    async with aclosing(decoder.stretches(recording("ogg", 20.0))) as long:
        async for one in long:
            found.append(one)
            if len(found) == 2:
                os.kill(process, signal.SIGKILL)
    assert len(found) == 3
    assert found[-1].cut_short
    assert found[-1].samples == b""
    assert found[-1].end == found[1].end
    await decoder.close()


async def test_a_long_recording_outlives_the_jobs_of_its_worker() -> None:
    decoder = Decoder(Limits(stretch_seconds=5.0, jobs=2))
    found = await in_stretches(decoder, recording("ogg", 30.0))
    assert found[-1].end == pytest.approx(30.0, abs=0.1)
    assert not found[-1].cut_short
    await decoder.close()
