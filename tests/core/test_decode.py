"""Decoding: every container comes out right, and no recording harms the process or the next one."""

import asyncio
import http.server
import io
import os
import random
import signal
import struct
import subprocess
import sys
import threading
import time
import zlib
from collections.abc import AsyncIterator
from contextlib import aclosing, suppress
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import av
import pytest
import pytest_asyncio

from core.errors import Unavailable, UserError
from core.integrations import _decode
from core.integrations._decode import WORKER, Decoder, Limits, Stretch
from core.integrations._worker import CONFINED
from tests.recordings import KINDS, TONE, encode, recording, silent_opus, tone
from tests.speech import wav


@pytest_asyncio.fixture
async def decoder() -> AsyncIterator[Decoder]:
    made = Decoder()
    yield made
    await made.close()


@dataclass
class Whole:
    """All stretches of a recording as one."""

    samples: bytes
    cut_short: bool

    @property
    def seconds(self) -> float:
        return len(self.samples) / 32_000


async def decoded(decoder: Decoder, data: bytes) -> Whole:
    stretches = await in_stretches(decoder, data)
    samples = b"".join(one.samples for one in stretches)
    return Whole(samples, stretches[-1].cut_short)


async def in_stretches(decoder: Decoder, data: bytes) -> list[Stretch]:
    async with aclosing(decoder.stretches(data)) as stretches:
        return [one async for one in stretches]


async def pid(decoder: Decoder) -> int:
    return (await decoder.warm()).pid


def pitch(samples: bytes) -> float:
    """Hertz, by counting upward crossings of zero in the middle second."""
    middle = len(samples) // 4 * 2
    values = struct.unpack("<16000h", samples[middle - 16_000 : middle + 16_000])
    return sum(1 for a, b in pairwise(values) if a < 0 <= b)


async def refused(decoder: Decoder, data: bytes) -> str:
    with pytest.raises(UserError) as caught:
        await decoded(decoder, data)
    return caught.value.text_id


@pytest.mark.parametrize("kind", KINDS)
async def test_every_container_gives_its_sound(decoder: Decoder, kind: str) -> None:
    heard = await decoded(decoder, recording(kind))
    assert abs(heard.seconds - 3.0) < 0.1
    assert abs(pitch(heard.samples) - TONE) < 3
    assert not heard.cut_short


async def test_stereo_becomes_mono(decoder: Decoder) -> None:
    heard = await decoded(decoder, recording("mp3", 3.0, "stereo"))
    assert abs(heard.seconds - 3.0) < 0.1
    assert abs(pitch(heard.samples) - TONE) < 3


@pytest.mark.parametrize("share", [0.5, 0.9])
@pytest.mark.parametrize("kind", ["ogg", "webm", "mp4-fragments", "mp3", "flac", "wav", "aiff"])
async def test_a_torn_recording_says_so(decoder: Decoder, kind: str, share: float) -> None:
    whole = recording(kind, 20.0)
    heard = await decoded(decoder, whole[: int(len(whole) * share)])
    assert 0 < heard.seconds < 20.0 * share + 1.5
    assert heard.cut_short


async def test_an_ogg_without_its_last_page_is_torn(decoder: Decoder) -> None:
    whole = recording("ogg", 20.0)
    heard = await decoded(decoder, whole[: whole.rindex(b"OggS")])
    assert heard.cut_short


async def test_damage_in_the_middle_is_told(decoder: Decoder) -> None:
    whole = bytearray(recording("flac", 20.0))
    start, end = len(whole) // 2, len(whole) * 3 // 4
    whole[start:end] = bytes(end - start)
    heard = await decoded(decoder, bytes(whole))
    assert heard.cut_short


async def test_what_is_no_recording_is_refused(decoder: Decoder) -> None:
    assert await refused(decoder, b"") == "voice-empty"
    assert await refused(decoder, b"x") == "voice-unreadable"
    assert await refused(decoder, random.Random(1).randbytes(50_000)) == "voice-unreadable"
    assert await refused(decoder, b"A letter to my teacher. " * 500) == "voice-unreadable"
    assert await refused(decoder, png()) == "voice-unreadable"
    assert await refused(decoder, video()) == "voice-unreadable"
    whole = recording("m4a")  # its index stands at the end
    assert await refused(decoder, whole[: len(whole) // 2]) == "voice-unreadable"
    assert await refused(decoder, wav(b"")) == "voice-unreadable"
    unusual = encode(wav(tone(1.0)), "nut", "pcm_s16le", 16_000)  # no recorder writes it
    assert await refused(decoder, unusual) == "voice-unreadable"


async def test_too_large_is_refused_unread(decoder: Decoder) -> None:
    with pytest.raises(UserError) as caught:
        await decoded(decoder, bytes(200_000_001))
    assert caught.value.text_id == "voice-too-large"
    assert caught.value.values == {"limit_mb": 200}


@pytest.mark.parametrize(
    ("rate", "channels"),
    [(0, 1), (1, 1), (3_999, 1), (192_001, 1), (4_000_000_000, 1), (16_000, 0), (16_000, 9)],
)
async def test_forged_headers_are_refused(decoder: Decoder, rate: int, channels: int) -> None:
    forged = bytearray(wav(tone(1.0)))
    struct.pack_into("<HI", forged, 22, channels, rate)
    assert await refused(decoder, bytes(forged)) == "voice-unreadable"


async def test_eight_hours_of_silence_cost_no_more_than_the_limit() -> None:
    decoder = Decoder(Limits(seconds=900.0))
    bomb = silent_opus(8.0)
    assert len(bomb) < 5_000_000
    await decoded(decoder, recording("ogg"))
    process, started = await pid(decoder), time.monotonic()
    async with aclosing(decoder.stretches(bomb)) as stretches:
        found, peak = [], 0
        async for one in stretches:
            found.append(one)
            peak = peak_kilobytes(process) if sys.platform == "linux" else 0
    heard = Whole(b"".join(one.samples for one in found), found[-1].cut_short)
    assert time.monotonic() - started < 8
    assert heard.seconds == 900.0
    assert heard.cut_short
    assert not any(heard.samples)
    assert len(found) == 4  # none is longer than five minutes
    assert peak < 120_000
    await decoder.close()


async def test_the_limit_of_length_is_exact() -> None:
    decoder = Decoder(Limits(seconds=2.0))
    heard = await decoded(decoder, wav(tone(2.5)))
    assert (heard.seconds, heard.cut_short) == (2.0, True)
    heard = await decoded(decoder, wav(tone(2.0)))
    assert (heard.seconds, heard.cut_short) == (2.0, False)
    await decoder.close()


async def test_playlists_fetch_nothing(decoder: Decoder, tmp_path: Path) -> None:
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

    secret = tmp_path / "secret.wav"
    secret.write_bytes(recording("wav"))
    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}/a"
    hls = "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n{}\n#EXT-X-ENDLIST\n"
    for target in (f"{url}.ts", str(secret), f"file:{secret}"):
        assert await refused(decoder, hls.format(target).encode()) == "voice-unreadable"
        concat = f"ffconcat version 1.0\nfile '{target}'\n"
        assert await refused(decoder, concat.encode()) == "voice-unreadable"
    server.shutdown()
    server.server_close()
    assert asked == []


async def test_mutants_harm_nobody(decoder: Decoder) -> None:
    chance = random.Random(2026)
    survived = 0
    for kind in KINDS:
        for _ in range(12):
            with suppress(UserError):
                heard = await decoded(decoder, mutant(recording(kind), chance))
                assert heard.seconds <= 300
                survived += 1
    assert 0 < survived < 12 * len(KINDS)
    assert abs((await decoded(decoder, recording("ogg"))).seconds - 3.0) < 0.1


async def test_a_cancelled_decode_does_not_answer_the_next(decoder: Decoder) -> None:
    long, short = recording("ogg", 60.0), recording("ogg", 1.0)
    await decoded(decoder, short)
    for milliseconds in (0, 1, 3, 10, 30):
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(milliseconds / 1000):
                await decoded(decoder, long)
        assert abs((await decoded(decoder, short)).seconds - 1.0) < 0.1


async def test_many_at_once_get_each_their_own(decoder: Decoder) -> None:
    lengths = [1.0, 4.0, 2.0, 3.0]
    heard = await asyncio.gather(*(decoded(decoder, recording("ogg", n)) for n in lengths))
    assert [round(one.seconds) for one in heard] == lengths


async def test_a_killed_worker_costs_one_recording_at_most(decoder: Decoder) -> None:
    first = await pid(decoder)
    os.kill(first, signal.SIGSTOP)
    waiting = asyncio.create_task(decoded(decoder, recording("ogg")))
    await asyncio.sleep(0.05)
    os.kill(first, signal.SIGKILL)
    with pytest.raises(UserError, match="voice-unreadable"):
        await waiting
    assert (await decoded(decoder, recording("ogg"))).samples
    second = await decoder.warm()
    second.kill()
    await second.wait()
    assert (await decoded(decoder, recording("ogg"))).samples
    assert len({first, second.pid, await pid(decoder)}) == 3


def test_uvloop_closes_its_pipes_in_another_order() -> None:
    uvloop = pytest.importorskip("uvloop")

    async def scenario() -> None:
        decoder = Decoder()
        for milliseconds in (1, 20):
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(milliseconds / 1000):
                    await decoded(decoder, recording("ogg", 60.0))
        worker = await decoder.warm()
        worker.kill()
        await worker.wait()
        assert abs((await decoded(decoder, recording("ogg", 1.0))).seconds - 1.0) < 0.1
        await decoder.close()

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(scenario())


async def test_whoever_takes_too_long_is_killed() -> None:
    decoder = Decoder(Limits(wall_seconds=0.3))
    stuck = await pid(decoder)
    os.kill(stuck, signal.SIGSTOP)
    assert await refused(decoder, recording("ogg")) == "voice-unreadable"
    with pytest.raises(ProcessLookupError):
        os.kill(stuck, 0)
    assert (await decoded(decoder, recording("ogg"))).samples
    await decoder.close()


async def test_a_worker_is_replaced_after_its_jobs() -> None:
    decoder = Decoder(Limits(jobs=2))
    pids: list[int] = []
    for _ in range(4):
        pids.append(await pid(decoder))
        await decoded(decoder, recording("ogg"))
    assert pids[0] == pids[1] != pids[2] == pids[3]
    await decoder.close()
    await decoder.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pids[3], 0)


async def test_no_worker_is_told_apart_from_a_bad_recording(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    decoder = Decoder()
    monkeypatch.setattr(_decode, "WORKER", tmp_path / "absent.py")
    with pytest.raises(Unavailable):
        await decoded(decoder, recording("ogg"))
    monkeypatch.setattr(_decode, "WORKER", WORKER)
    assert (await decoded(decoder, recording("ogg"))).samples
    await decoder.close()


@pytest.mark.skipif(sys.platform != "linux", reason="reads a process's environment from /proc")
async def test_the_worker_knows_no_secret(
    decoder: Decoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN_MENTOR", "1:made-up")
    assert b"made-up" not in of_process(await pid(decoder), "environ")


def test_the_worker_can_open_and_write_nothing(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    code = f"""
import runpy, signal, socket
worker = runpy.run_path({str(CONFINED)!r}, run_name="worker")
out = open({str(kept)!r}, "wb", buffering=0)
worker["confine"](512 * 1024 * 1024)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
for call in (lambda: open("/etc/passwd"), socket.socket, lambda: out.write(b"x"),
             lambda: bytearray(512 * 1024 * 1024)):
    try:
        call()
    except (OSError, MemoryError) as error:
        print(type(error).__name__)
"""
    ran = subprocess.run(
        [sys.executable, "-I", "-c", code], capture_output=True, text=True, check=False
    )
    assert ran.stdout.split() == ["OSError", "OSError", "OSError", "MemoryError"], ran.stderr
    assert kept.read_bytes() == b""


def test_the_worker_dies_with_its_parent() -> None:
    code = f"""
import asyncio, os, sys
sys.path.insert(0, {str(Path.cwd())!r})
from core.integrations._decode import Decoder
async def main() -> None:
    worker = await Decoder().warm()
    print(worker.pid, flush=True)
    os.kill(os.getpid(), 9)
asyncio.run(main())
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.returncode == -9
    orphan = int(ran.stdout)
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        try:
            os.kill(orphan, 0)
        except ProcessLookupError:
            return
        # Nobody may be there to reap it: a zombie is dead too.
        state = Path(f"/proc/{orphan}/stat")
        if state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z":
            return
        time.sleep(0.02)
    pytest.fail("the worker outlived its parent")


def mutant(data: bytes, chance: random.Random) -> bytes:
    """A recording with bytes changed, a piece cut out, doubled or put elsewhere."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 5, 50, 500))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    start, end = sorted(chance.randrange(len(changed)) for _ in range(2))
    match chance.randrange(4):
        case 0:
            del changed[start:end]
        case 1:
            changed[start:start] = changed[start:end]
        case 2:
            changed[:64] = chance.randbytes(64)
    return bytes(changed)


def png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        checksum = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0))
    rows = chunk(b"IDAT", zlib.compress(bytes(9) * 8))
    return b"\x89PNG\r\n\x1a\n" + head + rows + chunk(b"IEND", b"")


def video() -> bytes:
    out = io.BytesIO()
    with av.open(out, "w", format="mp4") as container:
        stream = container.add_stream("mpeg4", rate=5, width=64, height=64, pix_fmt="yuv420p")
        for _ in range(10):
            container.mux(stream.encode(av.VideoFrame(64, 64, "yuv420p")))
        container.mux(stream.encode(None))
    return out.getvalue()


def of_process(process: int, what: str) -> bytes:
    return Path(f"/proc/{process}/{what}").read_bytes()


def peak_kilobytes(process: int) -> int:
    return int(of_process(process, "status").split(b"VmHWM:")[1].split()[0])
