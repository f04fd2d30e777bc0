"""The auditor passes an honest run and finds each fault that is planted in one."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.torture import auditor
from tests.torture.auditor import Ledger, Verdict, audit

SCHEMA = """
CREATE TABLE message(id INTEGER PRIMARY KEY, key, conversation, state);
CREATE TABLE conversation(key, open, owner);
CREATE TABLE outbox(id INTEGER PRIMARY KEY, owner, body, state, receipt);
CREATE TABLE record(seq INTEGER PRIMARY KEY, kind, id, body);
CREATE TABLE job(key);
"""
ASKED = [(100, "note", "zqa"), (101, "reminder", "zqb"), (102, "list", "zqc"), (103, "note", "zqd")]
ANSWERS = ["Saved: zqa", "Today, 12:00: zqb", "• zqa\n• zqb", "Saved: zqd"]


class Run:
    """A small run in one chat: asked, killed, started again, answered."""

    def __init__(self, folder: Path) -> None:
        self.ledger = Ledger(folder / "ledger.jsonl")
        self.path = folder / "viva.db"
        self.sent = list(enumerate(ANSWERS, 1))
        """Message id and text, as the chat receives them; None instead: killed, started again."""
        with sqlite3.connect(self.path) as database:
            database.executescript(SCHEMA)
            database.execute("INSERT INTO conversation VALUES ('telegram:mentor:7', 0, NULL)")
            for id, (update, sort, mark) in enumerate(ASKED, 1):
                message = (id, f"telegram:mentor:{update}", "telegram:mentor:7")
                database.execute("INSERT INTO message VALUES (?,?,?,'done')", message)
                body = json.dumps([{}, {"text": ANSWERS[id - 1]}])
                row = (id, f"turn/{id}", body, json.dumps({"handle": str(id)}))
                database.execute("INSERT INTO outbox VALUES (?,?,?,'sent',?)", row)
                if sort in ("note", "reminder"):
                    record = (sort, f"r{id}", json.dumps({"text": mark}))
                    database.execute("INSERT INTO record(kind, id, body) VALUES (?,?,?)", record)
            database.execute("INSERT INTO job VALUES ('reminder/r2')")

    def change(self, sql: str) -> None:
        with sqlite3.connect(self.path) as database:
            assert database.execute(sql).rowcount > 0
        database.close()

    def verdict(self, *receipts: int) -> Verdict:
        """`receipts` are the message ids that were marked, by row; else as they are."""
        with sqlite3.connect(self.path) as database:
            for row, handle in enumerate(receipts, 1):
                receipt = json.dumps({"handle": str(handle)})
                database.execute("UPDATE outbox SET receipt = ? WHERE id = ?", (receipt, row))
        database.close()
        self.ledger.note("started", client="httpx")
        self.ledger.note("ready")
        for update, sort, mark in ASKED:
            self.ledger.note("asked", update_id=update, chat=7, sort=sort, mark=mark)
            self.ledger.note("acknowledged", update_id=update)
        for message_id, text in self.sent:
            if not text:
                self.ledger.note("killed")
                self.ledger.note("started", client="httpx")
                continue
            self.ledger.note("sent", chat={"id": 7}, message_id=message_id, text=text)
        return audit(self.ledger.path, self.path)


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return Run(tmp_path)


def test_passes_what_is_as_it_should_be(run: Run) -> None:
    verdict = run.verdict()
    assert verdict.faults == []
    assert (verdict.asked, verdict.answered, verdict.notes, verdict.reminders) == (4, 4, 2, 1)


def test_counts_a_repeat_around_a_kill(run: Run) -> None:
    run.sent = [(1, ANSWERS[0]), (2, ANSWERS[1]), (0, "")]
    run.sent += list(enumerate(ANSWERS[1:], 3))
    verdict = run.verdict(1, 3, 4, 5)
    assert verdict.faults == []
    assert (verdict.repeats, verdict.most_repeats_by_a_kill, verdict.kills) == (1, 1, 1)


def test_refuses_a_repeat_without_a_kill(run: Run) -> None:
    run.sent = [(1, ANSWERS[0]), *enumerate(ANSWERS, 2)]
    assert run.verdict(2, 3, 4, 5).unexplained_repeats == 1


def test_refuses_two_repeats_by_one_kill(run: Run) -> None:
    run.sent = [(1, ANSWERS[0]), (2, ANSWERS[0]), (0, ""), *enumerate(ANSWERS, 3)]
    assert run.verdict(3, 4, 5, 6).unexplained_repeats > 0


def test_refuses_another_answer_the_second_time(run: Run) -> None:
    run.sent = [(1, "Sorry, no. zqa"), (0, ""), *enumerate(ANSWERS, 2)]
    assert run.verdict(2, 3, 4, 5).different > 0


def test_refuses_an_answer_that_only_the_clock_brought(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(auditor, "SILENCE_SECONDS", -1.0)
    assert run.verdict().faults == ["no answer for 0.0 s"]


def _swap(run: Run) -> None:
    run.sent[0], run.sent[1] = run.sent[1], run.sent[0]


def _lose(run: Run) -> None:
    del run.sent[1]


def _alter(run: Run) -> None:
    run.sent[2] = (3, "• zqb\n• zqa")


def _forget(run: Run) -> None:
    run.ledger.note("asked", update_id=104, chat=7, sort="help", mark="zqe")


@pytest.mark.parametrize("plant", [_swap, _lose, _alter, _forget])
def test_finds_what_the_chat_did_not_get(run: Run, plant: Callable[[Run], None]) -> None:
    plant(run)
    assert run.verdict().faults


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM message WHERE id = 4",
        "DELETE FROM outbox WHERE id = 3",
        "DELETE FROM job",
        "INSERT INTO job VALUES ('reminder/r2')",
        "DELETE FROM record WHERE id = 'r1'",
        "INSERT INTO record(kind, id, body) SELECT kind, 'r9', body FROM record WHERE id = 'r1'",
        "UPDATE message SET state = 'open' WHERE id = 4",
        "UPDATE outbox SET state = 'failed' WHERE id = 4",
        "UPDATE conversation SET owner = 'gone'",
        "INSERT INTO outbox SELECT 9, owner, body, state, receipt FROM outbox WHERE id = 4",
        "UPDATE outbox SET owner = 'turn/' || (5 - id)",
    ],
)
def test_finds_what_is_wrong_in_the_journal(run: Run, sql: str) -> None:
    run.change(sql)
    assert run.verdict().faults
