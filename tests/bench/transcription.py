"""A recording through our transcriber against faster-whisper called directly."""

import asyncio
import io
import os
import time
from collections.abc import Iterator
from pathlib import Path

from core.integrations._weights import missing, unpack
from core.integrations._whisper_weights import BASE
from core.integrations.stt.faster_whisper import create
from tests.bench._paired import Row
from tests.speech import say

SAID = "I would like to learn the history of Europe."
ROUNDS = 9
SKIPPED = "the packaged weights are not installed: make setup"


def measure(folder: Path) -> Iterator[Row]:
    """Both decode, look for speech, and transcribe with the same weights, threads and options."""
    os.environ |= {"HF_HUB_OFFLINE": "1", "ORT_DISABLE_TELEMETRY": "1"}
    if missing(BASE):
        raise RuntimeError(SKIPPED)
    ours, theirs, text = asyncio.run(_measure(folder))
    notes = [
        f"“{text}”: beam 1, temperature 0, voice activity found first, Whisper base in int8",
        "our decoding in a process of its own is counted in",
    ]
    yield Row(
        "transcription", "ms CPU a recording", ours, theirs, "WhisperModel.transcribe",
        1.05, 1.02, notes=notes,
    )  # fmt: skip


async def _measure(folder: Path) -> tuple[list[float], list[float], str]:
    from faster_whisper import WhisperModel

    recording = say(SAID)
    transcriber = create({}, folder)
    threads = min(2, os.cpu_count() or 1)
    weights = unpack(BASE, folder)
    model = WhisperModel(str(weights), device="cpu", compute_type="int8", cpu_threads=threads)

    async def ours() -> str:
        return (await transcriber.transcribe(recording, language="en")).text

    async def theirs() -> str:
        segments, _ = model.transcribe(
            io.BytesIO(recording), language="en", beam_size=1, temperature=0.0,
            condition_on_previous_text=False, vad_filter=True,
        )  # fmt: skip
        return " ".join(segment.text.strip() for segment in segments)

    heard = await ours(), await theirs()
    assert heard[0] == heard[1], heard
    figures: tuple[list[float], list[float]] = ([], [])
    for number in range(ROUNDS):
        for place in (0, 1) if number % 2 else (1, 0):
            used = _cpu()
            await (ours, theirs)[place]()
            figures[place].append((_cpu() - used) * 1e3)
    await transcriber.close()
    return *figures, heard[0]


def _cpu() -> float:
    """Seconds of this process and, where the system tells, of its living children."""
    used = time.process_time()
    for task in Path("/proc/self/task").glob("*/children"):
        for child in task.read_text().split():
            fields = Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()
            used += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return used
