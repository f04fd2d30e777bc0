"""The auditor: an append-only ledger of what was asked, answered and killed, and the verdict on it.

It shares no code with the product and reads its database only when all is over. As a program
(`python tests/torture/auditor.py LEDGER DATABASE`) it prints the verdict; its exit code is 1 where
there are faults.
"""

import json
import re
import sqlite3
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

READY_SECONDS = 15.0
"""Hard limit of a restart; five are wanted, but the machine may be busy with other things."""
SILENCE_SECONDS = 15.0
"""Hard limit of a pause in the answers of the last life: only the clock has ended a longer one."""
KEPT = {"note", "reminder"}
"""Kinds of message that leave exactly one record."""
TOLD = KEPT | {"missing"}
"""Kinds whose answer is one line that bears the mark of the message and of no other."""

Entry = Mapping[str, Any]


class Ledger:
    """One JSON object a line, never changed; the fake Telegram writes into the same file.

    `asked` {update_id, chat, sort, mark}, `acknowledged` {update_id}, `repeated` {update_id},
    `sent` {chat, message_id, text}, `started` {client}, `ready`, `killed`; each with `at`.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def note(self, kind: str, **what: Any) -> None:
        """One more line."""
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"at": time.time(), "kind": kind, **what}) + "\n")

    def entries(self) -> dict[str, list[Entry]]:
        """All lines by kind, in the order they were written, each with its place as `line`."""
        found: dict[str, list[Entry]] = defaultdict(list)
        for line, text in enumerate(self.path.read_text("utf-8").splitlines()):
            entry = json.loads(text)
            found[entry["kind"]].append({**entry, "line": line})
        return found


@dataclass(slots=True)
class Verdict:
    """What was counted, and every fault found; without faults it has passed."""

    kills: int = 0
    asked: int = 0
    redelivered: int = 0
    answered: int = 0
    lost: int = 0
    different: int = 0
    repeats: int = 0
    """Identical repeats around a kill: sent, and killed before it could be marked."""
    most_repeats_by_a_kill: int = 0
    unexplained_repeats: int = 0
    misordered: int = 0
    notes: int = 0
    reminders: int = 0
    ready_p50: float = 0.0
    ready_max: float = 0.0
    silence: float = 0.0
    """Seconds: the longest pause in the answers after the last start."""
    seconds: float = 0.0
    faults: list[str] = field(default_factory=list)

    def fault(self, what: str, count: int = 1) -> int:
        """Writes a fault down -> its count."""
        self.faults.append(what)
        return count


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the outbox, with the message it answers and the handles of its receipt."""

    id: int
    chat: int
    update_id: int
    text: str
    state: str
    handles: tuple[int, ...]


def audit(ledger: Path, database: Path) -> Verdict:
    """The verdict."""
    entries, verdict = Ledger(ledger).entries(), Verdict()
    _check_restarts(entries, verdict)
    _check_marks(entries, verdict)
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        rows = _rows(connection, verdict)
        _check_rest(connection, rows, verdict)
        _check_taken(connection, entries, rows, verdict)
        _check_answers(entries, rows, verdict)
        _check_records(connection, entries, verdict)
    finally:
        connection.close()
    return verdict


# By the ledger alone


def _check_restarts(entries: Mapping[str, list[Entry]], verdict: Verdict) -> None:
    verdict.kills = len(entries["killed"])
    verdict.asked, verdict.redelivered = len(entries["asked"]), len(entries["repeated"])
    times = [one["at"] for kind in entries.values() for one in kind]
    verdict.seconds = round(max(times) - min(times), 1)
    # Some are killed before they are ready: each `ready` belongs to the last start before it.
    starts = [one["at"] for one in entries["started"]]
    taken = sorted(
        one["at"] - max(at for at in starts if at <= one["at"]) for one in entries["ready"]
    )
    verdict.ready_p50, verdict.ready_max = round(taken[len(taken) // 2], 2), round(taken[-1], 2)
    if taken[-1] > READY_SECONDS:
        verdict.fault(f"ready again only after {taken[-1]:.1f} s")
    begun = max(one["at"] for one in entries["ready"])
    answers = [begun, *(one["at"] for one in entries["sent"] if one["at"] > begun)]
    verdict.silence = round(max((b - a for a, b in pairwise(answers)), default=0.0), 2)
    if verdict.silence > SILENCE_SECONDS:
        verdict.fault(f"no answer for {verdict.silence} s")
    asked = {one["update_id"] for one in entries["asked"]}
    for update_id in sorted(asked - {one["update_id"] for one in entries["acknowledged"]}):
        verdict.fault(f"update {update_id} was never taken")


def _check_marks(entries: Mapping[str, list[Entry]], verdict: Verdict) -> None:
    """In each chat the answers that bear a mark stand in the order of the questions."""
    asked, sent = _by_chat(entries["asked"]), _by_chat(entries["sent"])
    for chat, questions in asked.items():
        marks = [one["mark"] for one in questions if one["sort"] in TOLD]
        got = _marked(sent.get(chat, []), marks)
        texts: dict[str, set[str]] = {mark: set() for mark in marks}
        for mark, text in got:
            texts[mark].add(text)
        for mark, answers in texts.items():
            if not answers:
                verdict.lost += verdict.fault(f"chat {chat}: no answer bears {mark}")
            if len(answers) > 1:
                verdict.different += verdict.fault(f"chat {chat}: {mark} answered differently")
        if [mark for mark, _ in _collapsed(got)] != [mark for mark in marks if texts[mark]]:
            verdict.misordered += verdict.fault(f"chat {chat}: answers out of order")
        if len(sent.get(chat, [])) < len(questions):
            verdict.fault(f"chat {chat}: {len(questions)} questions, fewer answers")
    for chat in sent.keys() - asked.keys():
        verdict.fault(f"chat {chat}: an answer to nobody's question")


def _marked(sent: list[Entry], marks: list[str]) -> list[tuple[str, str]]:
    """The answers that bear one mark, with it; a list of notes bears several, or has lines."""
    found = []
    for one in sent:
        borne = [mark for mark in marks if mark in _words(one["text"])]
        if len(borne) == 1 and "\n" not in one["text"]:
            found.append((borne[0], one["text"]))
    return found


# By the ledger and the journal


def _rows(connection: sqlite3.Connection, verdict: Verdict) -> list[Row]:
    query = (
        "SELECT o.id, m.conversation, m.key, o.body, o.state, o.receipt FROM outbox o"
        " LEFT JOIN message m ON o.owner = 'turn/' || m.id ORDER BY o.id"
    )
    rows = []
    for id, conversation, key, body, state, receipt in connection.execute(query):
        if key is None:
            verdict.fault(f"answer {id} is to no message")
            continue
        handle = (json.loads(receipt) if receipt else {}).get("handle") or ""
        handles = tuple(int(part) for part in handle.split(",") if part)
        chat, update = int(conversation.split(":")[2]), int(key.split(":")[2])
        rows.append(Row(id, chat, update, json.loads(body)[1]["text"], state, handles))
    return rows


def _check_rest(connection: sqlite3.Connection, rows: list[Row], verdict: Verdict) -> None:
    """The database is sound, and nothing in it waits for anything."""
    if (answer := connection.execute("PRAGMA integrity_check").fetchall()) != [("ok",)]:
        verdict.fault(f"integrity: {answer}")
    for key, state in connection.execute("SELECT key, state FROM message WHERE state != 'done'"):
        verdict.fault(f"message {key} is {state}")
    for row in rows:
        if row.state != "sent":
            verdict.fault(f"answer {row.id} is {row.state}")
    leased = "SELECT count(*) FROM conversation WHERE open != 0 OR owner IS NOT NULL"
    if count := connection.execute(leased).fetchone()[0]:
        verdict.fault(f"{count} conversations are not at rest")


def _check_taken(
    connection: sqlite3.Connection,
    entries: Mapping[str, list[Entry]],
    rows: list[Row],
    verdict: Verdict,
) -> None:
    """Every update taken is one message with one answer, in the order they were asked."""
    kept = {int(key.split(":")[2]) for (key,) in connection.execute("SELECT key FROM message")}
    answers = Counter(row.update_id for row in rows)
    for update_id in sorted({one["update_id"] for one in entries["acknowledged"]}):
        if update_id not in kept:
            verdict.lost += verdict.fault(f"update {update_id} was acknowledged and is not kept")
        elif answers[update_id] != 1:
            verdict.fault(f"update {update_id} has {answers[update_id]} answers")
    for chat, asked in _by_chat(entries["asked"]).items():
        wanted = [one["update_id"] for one in asked if answers[one["update_id"]]]
        if [row.update_id for row in rows if row.chat == chat] != wanted:
            verdict.misordered += verdict.fault(f"chat {chat}: not answered in order of acceptance")


def _check_answers(entries: Mapping[str, list[Entry]], rows: list[Row], verdict: Verdict) -> None:
    """What a chat received is what its outbox rows say, in their order, each once.

    A row's receipt names the Telegram message that was marked. What no receipt names was sent and
    not marked: it must be the text of the next marked row, with a new start between the two.
    """
    starts = [one["line"] for one in entries["started"]]
    by_start: Counter[tuple[int, int]] = Counter()
    received = _by_chat(entries["sent"])
    for chat in _by_chat(entries["asked"]):
        expected = [row for row in rows if row.chat == chat]
        by_handle = {handle: row for row in expected for handle in row.handles}
        got = received.get(chat, [])
        order = [by_handle[one["message_id"]].id for one in got if one["message_id"] in by_handle]
        if order != sorted(order):
            verdict.misordered += verdict.fault(f"chat {chat}: received out of order")
        arrived = {one["message_id"] for one in got}
        for row in expected:
            if not row.handles or not set(row.handles) <= arrived:
                verdict.lost += verdict.fault(f"chat {chat}: answer {row.id} never came")
        verdict.answered += len(set(order))
        following: Entry | None = None
        for one in reversed(got):
            marked = by_handle.get(one["message_id"])
            if marked is not None and one["text"] != marked.text:
                verdict.different += verdict.fault(f"chat {chat}: answer {marked.id} was changed")
            if marked is None:
                _check_repeat(chat, one, following, starts, by_start, verdict)
            following = one
    each = Counter(start for start, _ in by_start.elements())
    verdict.most_repeats_by_a_kill = max(each.values(), default=0)


def _check_repeat(
    chat: int,
    one: Entry,
    following: Entry | None,
    starts: list[int],
    by_start: Counter[tuple[int, int]],
    verdict: Verdict,
) -> None:
    if following is None or following["text"] != one["text"]:
        verdict.different += verdict.fault(f"chat {chat}: two answers where one was due")
        return
    between = [line for line in starts if one["line"] < line < following["line"]]
    if not between:
        verdict.unexplained_repeats += verdict.fault(f"chat {chat}: repeated without a kill")
        return
    verdict.repeats += 1
    by_start[between[0], chat] += 1
    # Answers of a chat go one after the other: only one of them can be between sent and marked.
    if by_start[between[0], chat] > 1:
        verdict.unexplained_repeats += verdict.fault(f"chat {chat}: two repeated by one kill")


def _check_records(
    connection: sqlite3.Connection, entries: Mapping[str, list[Entry]], verdict: Verdict
) -> None:
    """One record a note, one record and one job a reminder, and nothing besides."""
    jobs = Counter(
        key for (key,) in connection.execute("SELECT key FROM job WHERE key NOT GLOB 'every/*'")
    )
    kept: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for kind, id, body in connection.execute("SELECT kind, id, body FROM record ORDER BY seq"):
        kept[kind].append((id, json.loads(body).get("text", "")))
    for kind in sorted(KEPT):
        marks = [one["mark"] for one in entries["asked"] if one["sort"] == kind]
        found = Counter(word for _, text in kept[kind] for word in _words(text))
        for mark in marks:
            if found[mark] != 1:
                verdict.fault(f"{kind} {mark} is kept {found[mark]} times")
        if len(kept[kind]) != len(marks):
            verdict.fault(f"{len(kept[kind])} records for {len(marks)} of kind {kind}")
    verdict.notes, verdict.reminders = len(kept["note"]), len(kept["reminder"])
    if jobs != Counter(f"reminder/{id}" for id, _ in kept["reminder"]):
        verdict.fault(f"{len(kept['reminder'])} reminders, {sum(jobs.values())} jobs")


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def _by_chat(entries: Iterable[Entry]) -> dict[int, list[Entry]]:
    found: dict[int, list[Entry]] = defaultdict(list)
    for entry in entries:
        # The simulator writes the whole Chat where the Bot API does.
        chat = entry["chat"]
        found[chat["id"] if isinstance(chat, dict) else chat].append(entry)
    return found


def _collapsed(answers: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Without what is the same as its neighbour: the repeats are counted elsewhere."""
    return answers[:1] + [after for before, after in pairwise(answers) if after != before]


def main() -> int:
    """The program."""
    verdict = audit(Path(sys.argv[1]), Path(sys.argv[2]))
    print(json.dumps(asdict(verdict), indent=2))
    return 1 if verdict.faults else 0


if __name__ == "__main__":
    sys.exit(main())
