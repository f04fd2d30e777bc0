"""The kill run with language models: `viva serve` dies while they answer, and they remember it."""

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from tests.fakes.llm_server import KEY, Wire
from tests.fakes.llm_wire import Heard, Json
from tests.fakes.llm_wire import Said as Answer
from tests.fakes.vendors import Vendor
from tests.torture.auditor import Entry, Ledger
from tests.torture.kills import Torture
from tests.torture.speech import ANOTHER, Said, _mark

TALES = {
    "missing": "mentor, tell me about {}",
    "look": "mentor, look up what I know of {}",
    "note": "mentor, propose a note of {}",
    "reminder": "mentor, propose a reminder of {}",
    "plain": "note: {} amber",
}
"""By what is wanted: an answer, an answer with a tool, or something that waits for the yes."""
SHARES = {"missing": 40, "look": 20, "note": 15, "reminder": 15, "plain": 10}
MARK = re.compile(r"zq[a-z]{4}")
UNWELL = 0.3
"""How often the first vendor fails."""
DONE = "SELECT owner, key FROM step WHERE state = 'done' AND key LIKE 'mentor/%'"


@dataclass
class Thinker(Vendor):
    """Answers by the mark of the person's last words, and notes which step of which turn asks."""

    ledger: Ledger = field(default_factory=lambda: Ledger(Path("nowhere")))
    pause: float = 0.04

    def _frames(self, wire: Wire, path: str, body: Json, headers: dict[str, str]) -> list[bytes]:
        if key := headers.get("idempotency-key"):
            owner, turn, step, *_ = key.split("/")
            self.ledger.note("thought", owner=f"{owner}/{turn}", step=f"mentor/{step}")
            said = [one["content"] for one in body["messages"] if one["role"] == "user"][-1]
            self.answer = lambda heard: think(said, heard)
        else:  # a long talk is summed up, when nobody waits
            self.ledger.note("summed")
            self.answer = lambda heard: Answer("They spoke of leaves, light and oxygen.")
        return super()._frames(wire, path, body, headers)


def think(said: str, heard: Heard) -> Answer:
    """What the model does, by the person's own words."""
    mark = MARK.findall(said)[0]
    text = f"Of {mark}: leaves make sugar out of light and water, and oxygen goes into the air."
    if begun := heard.begun.strip():
        return Answer(text[len(begun) :], bits=4)
    if "propose a note" in said:
        return Answer(calls=(("notes__save", {"text": f"{mark} amber"}),))
    if "propose a reminder" in said:
        asked = {"text": f"amber {mark}", "when": "in 2 hours"}
        return Answer(calls=(("reminders__create", asked),))
    if "look up" in said and not heard.after_tool:
        return Answer(calls=(("notes__find", {"text": "amber"}),))
    return Answer(text, bits=8)


@dataclass(slots=True)
class Pondering(Torture):
    """The lives of a house with two vendors, of which the first is often unwell."""

    first: Thinker = field(default_factory=Thinker)
    second: Thinker = field(default_factory=Thinker)

    def _conversation(self) -> Iterator[Said]:
        """A yes follows its proposal at once, in the same chat."""
        chats = range(1000, 1000 + self.plan.chats)
        chat = chats[0]
        for number in range(self.plan.messages):
            if self.rng.random() < ANOTHER:
                chat = self.rng.choice(chats)
            wanted = self.rng.choices(list(SHARES), list(SHARES.values()))[0]
            mark, text = _mark(number), TALES[wanted]
            sort = {"look": "missing", "plain": "note"}.get(wanted, wanted)
            if wanted in {"note", "reminder"}:
                yield Said(chat, "en", "offer", "", text.format(mark))
                text = "yes"
            yield Said(chat, "en", sort, mark, text.format(mark))

    def _minds(self) -> dict[str, str]:
        sick = ["503", "cut", "reset"]
        self.first.faults = [
            self.rng.choice(sick) if self.rng.random() < UNWELL else None for _ in range(200)
        ]
        return {
            "VIVA_LLM": "openai,groq",
            "VIVA_LLM_OPENAI_API": "chat",
            "OPENAI_API_KEY": KEY,
            "OPENAI_BASE_URL": f"{self.first.url}/v1",
            "GROQ_API_KEY": KEY,
            "GROQ_BASE_URL": self.second.url,
        }

    def _waits(self) -> int:
        """Summaries too."""
        query = (
            "SELECT count(*) FROM job WHERE key NOT LIKE 'reminder/%' AND key NOT GLOB 'every/*'"
        )
        with closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)) as database:
            # By its own name: a dataclass with slots is another class than `super` knows.
            return Torture._waits(self) + int(database.execute(query).fetchone()[0])

    def _bury(self) -> None:
        if self.database.is_file():
            with closing(sqlite3.connect(self.database)) as database:
                for owner, step in database.execute(DONE):
                    self.ledger.note("remembered", owner=owner, step=step)


def asked_again(entries: dict[str, list[Entry]]) -> list[str]:
    """Answers that were kept when a process died, and that a model was asked for afterwards."""
    kept: dict[tuple[str, str], int] = {}
    for one in entries["remembered"]:
        kept.setdefault((one["owner"], one["step"]), one["line"])
    return [
        f"{one['owner']} {one['step']}"
        for one in entries["thought"]
        if one["line"] > kept.get((one["owner"], one["step"]), one["line"])
    ]


def unsound(database: Path, offers: int) -> list[str]:
    """Proposals that are not there once and answered yes; what stands twice in a thread."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as opened:
        query = "SELECT body FROM record WHERE kind = ?"
        proposals, threads = (
            [json.loads(body) for (body,) in opened.execute(query, (kind,))]
            for kind in ("proposal", "thread")
        )
    faults = [one["what"] for one in proposals if one["answer"] != "yes"]
    if len({one["what"] for one in proposals}) != offers or len(proposals) != offers:
        faults.append(f"{len(proposals)} proposals of {offers}")
    for one in threads:
        said = Counter(exchange["said"] for exchange in one["exchanges"])
        faults += [f"{words} stands {many} times" for words, many in said.items() if many > 1]
    return faults


def several(asks: Iterable[Entry]) -> int:
    """How many steps were asked for more than once, for whatever reason."""
    return sum(many > 1 for many in Counter((one["owner"], one["step"]) for one in asks).values())
