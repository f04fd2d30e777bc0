"""The kill run: `viva serve` dies again and again while the fake Telegram keeps on sending."""

import asyncio
import os
import random
import signal
import socket
import sqlite3
import sys
from collections.abc import Iterable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

import httpx

from bots.telegram.simulator import TOKEN, Limits, Simulator
from bots.telegram.simulator.people import Webhook
from tests.torture.auditor import Ledger
from tests.torture.crash_points import POINTS, WITH_A_MODEL
from tests.torture.speech import Said, conversation

ROOT = Path(__file__).parents[2]
OURS = ("ALEXA_", "SLACK_", "TELEGRAM_", "VIVA_")
SECRET = "kill_run"
UNPACED = {
    "TELEGRAM_MESSAGES_PER_SECOND": "1000",
    "TELEGRAM_MESSAGES_PER_CHAT_SECOND": "1000",
}
LONGEST_START = 60.0
"""Seconds after which a start has failed; what is good is the auditor's to say."""
LONGEST_WAIT = 10.0
"""Seconds to wait for the moment to kill it at; then it is killed all the same."""
LONGEST_DRAIN = 180.0
TWICE = 0.1
"""Share of the updates that are delivered again after they were taken."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how hard; the seed decides everything but the machine's own timing."""

    seed: int
    messages: int
    chats: int
    kills: int
    """At random moments."""
    by_sdk: int = 0
    """More kills, of lives that send through aiogram: its import is longer than most lives last."""
    paced: bool = False
    """Whether it keeps to Telegram's limits, as it does unless told otherwise."""
    points: Sequence[str] = ()
    """More kills, each at a named point (see `tests.torture.crash_points`)."""
    most: int = 40
    """How often a crash point is passed before it crashes, at most: the messages under way at five
    crashes are set aside as deadly, and rightly, so that some have to get by."""


@dataclass(slots=True)
class Torture:
    """One run in a folder of its own: `ledger.jsonl`, `home`, `serve.log`."""

    plan: Plan
    folder: Path
    rng: random.Random = field(init=False)
    ledger: Ledger = field(init=False)
    telegram: Simulator = field(init=False)
    port: int = field(init=False)
    _speaking: asyncio.Lock = field(default_factory=asyncio.Lock)
    _process: asyncio.subprocess.Process | None = None

    def __post_init__(self) -> None:
        self.rng = random.Random(self.plan.seed)
        self.ledger = Ledger(self.folder / "ledger.jsonl")
        none = Limits(None, None, None)  # a new process knows nothing of what the last one sent
        self.telegram = Simulator(ledger=self.ledger.path, limits=none)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]

    @property
    def database(self) -> Path:
        """The home's."""
        return self.folder / "home" / "viva.db"

    async def run(self) -> None:
        """All lives; ends when everything said is answered and the last process has left."""
        await self.telegram.start()
        hook = f"http://127.0.0.1:{self.port}/telegram/mentor"
        self.telegram.people.webhooks[TOKEN] = Webhook(hook, SECRET)
        said = list(self._conversation())
        lives = [*["random"] * self.plan.kills, *["aiogram"] * self.plan.by_sdk, *self.plan.points]
        self.rng.shuffle(lives)
        share = len(said) / (len(lives) + 1)
        parts = [
            said[round(number * share) : round((number + 1) * share)]
            for number in range(len(lives) + 1)
        ]
        talk: list[asyncio.Task[None]] = []
        with (self.folder / "serve.log").open("ab") as log:
            try:
                for part, life in zip(parts, lives, strict=False):
                    talk.append(asyncio.create_task(self._talk(part)))
                    await self._live_and_die(log, life)
                talk.append(asyncio.create_task(self._talk(parts[-1])))
                await self._live(log, talk)
            finally:
                if self._process is not None and self._process.returncode is None:
                    self._process.kill()
                    await self._process.wait()
                for task in talk:
                    task.cancel()
                await asyncio.gather(*talk, return_exceptions=True)
                await self.telegram.stop()

    def _conversation(self) -> Iterable[Said]:
        return conversation(self.rng, self.plan.messages, self.plan.chats)

    def _minds(self) -> dict[str, str]:
        """The settings of language models."""
        return {"VIVA_LLM": "none"}

    def _bury(self) -> None:
        """A process is dead and the next one has not begun."""

    async def _talk(self, part: Sequence[Said]) -> None:
        """Says its part over some seconds, whether anybody listens or not."""
        async with self._speaking:  # who speaks of an earlier note speaks after it
            chat = 0
            for one in part:
                if one.chat != chat:
                    await asyncio.sleep(self.rng.expovariate(len(part) / 2.0))
                chat = one.chat
                update = self.telegram.send_text(one.chat, one.text, language=one.language)
                what = {"update_id": update, "chat": one.chat, "sort": one.sort, "mark": one.mark}
                self.ledger.note("asked", **what)
                if self.rng.random() < TWICE:
                    self.telegram.people.repeat(update)
                    self.ledger.note("repeated", update_id=update)

    async def _live_and_die(self, log: IO[bytes], life: str) -> None:
        if life in POINTS | WITH_A_MODEL:
            process = await self._start(
                log, crash_at=f"{life}:{self.rng.randint(1, self.plan.most)}"
            )
            with suppress(TimeoutError):
                await asyncio.wait_for(process.wait(), LONGEST_WAIT)
        else:
            process = await self._start(log, client="aiogram" if life == "aiogram" else "httpx")
            await self._until_some_moment(process, life)
            assert process.returncode is None, f"it ended by itself: {self._last_words()}"
        if process.returncode is None:
            process.kill()
        assert await process.wait() == -signal.SIGKILL, self._last_words()
        self.ledger.note("killed", life=life)
        # What it had sent lies in our own socket still: it belongs to before the next start.
        await asyncio.sleep(0.05)
        self._bury()

    async def _until_some_moment(self, process: asyncio.subprocess.Process, life: str) -> None:
        moment = self.rng.random()
        if life == "aiogram":
            await self._ready(process)
            await self._answers(self.rng.randint(1, 20), LONGEST_START)
        elif moment < 0.15:  # before it is ready
            await asyncio.sleep(self.rng.uniform(0.1, 1.5))
        elif moment < 0.5:
            await self._ready(process)
            await asyncio.sleep(self.rng.uniform(0.0, 4.0))
        else:  # amid its answers
            await self._ready(process)
            await self._answers(self.rng.randint(1, 20), LONGEST_WAIT)
            await asyncio.sleep(self.rng.uniform(0.0, 0.05))

    async def _live(self, log: IO[bytes], talk: list[asyncio.Task[None]]) -> None:
        process = await self._start(log)
        await self._ready(process)
        try:
            async with asyncio.timeout(LONGEST_DRAIN):
                await asyncio.gather(*talk)
                await self.telegram.people.settled()
                while self._waits():  # another process's work wakes nobody here
                    await asyncio.sleep(0.1)
        except TimeoutError:
            pass  # the auditor will say what is missing
        process.terminate()
        assert await asyncio.wait_for(process.wait(), 25) == 0, self._last_words()

    async def _answers(self, more: int, seconds: float) -> None:
        """Returns when that many more answers have come, or the time is up."""
        enough = len(self.telegram.sent) + more
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while len(self.telegram.sent) < enough:  # the simulator wakes nobody
                    await asyncio.sleep(0.005)

    async def _start(
        self, log: IO[bytes], client: str = "httpx", crash_at: str = ""
    ) -> asyncio.subprocess.Process:
        environ = {
            **{name: value for name, value in os.environ.items() if not name.startswith(OURS)},
            "PYTHONPATH": str(ROOT),
            "VIVA_HOME": str(self.folder / "home"),
            **self._minds(),
            "TELEGRAM_BOT_TOKEN_MENTOR": TOKEN,
            "TELEGRAM_WEBHOOK_SECRET": SECRET,
            "TELEGRAM_BASE_URL": self.telegram.url,
            "TELEGRAM_CLIENT": client,
            "VIVA_CRASH_AT": crash_at,
            **({} if self.plan.paced else UNPACED),
        }
        self.ledger.note("started", client=client)
        self._process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tests.torture.crash_points" if crash_at else "bots"),
            *("serve", "--port", str(self.port)),
            cwd=self.folder,  # no .env of the developer's
            env=environ,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=log,
        )
        return self._process

    async def _ready(self, process: asyncio.subprocess.Process) -> None:
        async with asyncio.timeout(LONGEST_START), httpx.AsyncClient(trust_env=False) as http:
            while process.returncode is None:
                with suppress(httpx.TransportError):
                    answer = await http.get(f"http://127.0.0.1:{self.port}/ready")
                    if answer.status_code == 200:
                        self.ledger.note("ready")
                        return
                await asyncio.sleep(0.02)
        raise AssertionError(f"it does not start: {self._last_words()}")

    def _waits(self) -> int:
        """Messages without an answer and answers without a receipt."""
        with closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)) as database:
            query = (
                "SELECT (SELECT count(*) FROM message WHERE state = 'open')"
                " + (SELECT count(*) FROM outbox WHERE state = 'due')"
            )
            return int(database.execute(query).fetchone()[0])

    def _last_words(self) -> str:
        return (self.folder / "serve.log").read_text("utf-8", "replace")[-2000:]
