"""A model's answer by way of the gateway, against the same client asked directly."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator
from pathlib import Path
from statistics import median

from core.integrations._guarded import guarded
from core.integrations.llm import groq
from core.ports.llm import Abilities, Ask, Final, LanguageModel, Piece, TextDelta, Usage
from core.resilience import Gateway
from tests.bench._paired import Row, cpu_microseconds, interleaved
from tests.fakes.llm_providers import saying
from tests.fakes.llm_server import KEY

ASKS = 60
ENDLESS = {"VIVA_LLM_GROQ_RPM": "100000000", "VIVA_LLM_GROQ_TPM": "100000000000"}
THREAD = saying("What is a whale? " * 60)


def measure(folder: Path) -> Iterator[Row]:
    """Both post to the same fake vendor, in a process of its own, and read the whole stream."""
    vendor = subprocess.Popen(
        (sys.executable, "-m", "tests.bench._llm"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with vendor, asyncio.Runner() as runner:
        assert vendor.stdout is not None
        assert vendor.stdin is not None
        url = f"http://127.0.0.1:{vendor.stdout.readline().strip()}"
        raw = groq.create({"GROQ_API_KEY": KEY, "GROQ_BASE_URL": url}, folder)
        guard: LanguageModel = guarded(Gateway(), ENDLESS, "llm", raw)

        def used(model: LanguageModel) -> Callable[[], float]:
            return lambda: cpu_microseconds(lambda: runner.run(_asks(model)))

        ours, rival = interleaved(used(guard), used(raw), 31)
        pieces = runner.run(_pieces(raw))
        alone, bare = interleaved(
            used(guarded(Gateway(), ENDLESS, "llm", Instant())), used(Instant())
        )
        runner.run(_closed(raw.close()))
        vendor.stdin.write("\n")
        vendor.stdin.close()
    added = median(alone) - median(bare)
    yield Row(
        "gateway", "us CPU an answer", ours, rival, "the same client without the gateway",
        1.15, 1.05,
        notes=[
            f"an answer of {pieces} pieces; the fake vendor is in a process of its own",
            f"around a model that answers at once it takes {added:.0f} us: limits, breaker, charge",
        ],
    )  # fmt: skip


class Instant:
    """A LanguageModel that costs nothing."""

    name = "groq"
    abilities = Abilities()

    async def stream(self, request: Ask) -> AsyncGenerator[Piece, None]:
        for _ in range(5):
            yield TextDelta("word ")
        yield Final("stop", Usage(100, 20), self.name, "instant")

    async def close(self) -> None:
        pass


async def _asks(model: LanguageModel) -> int:
    for _ in range(ASKS):
        await _pieces(model)
    return ASKS


async def _pieces(model: LanguageModel) -> int:
    return len([piece async for piece in model.stream(THREAD)])


async def _closed(closing: Awaitable[None]) -> None:
    await closing
