"""The open question of a person in a conversation, set by compare-and-set."""

import sqlite3
from datetime import datetime

import msgspec

from core.errors import Conflict
from core.model import Intent, Question, Session
from core.store.codec import decode, encode, unwrap, wrap
from core.store.database import Database


def find(database: Database, person_id: str, conversation: str) -> Session:
    """The session, or an empty one at version 0."""
    rows = database.read(
        "SELECT version, body FROM session WHERE person_id = ? AND conversation = ?",
        (person_id, conversation),
    )
    if not rows:
        return Session()
    version, body = rows[0]
    fields = decode(body)
    if fields is None:
        return Session(None, version)
    question = Question(
        fields["intent"],
        unwrap(fields["slots"]),
        fields["missing"],
        msgspec.convert(fields["asked_at"], datetime),
        fields["tries"],
        fields.get("language", ""),
        fields.get("offered", False),
        fields.get("keen", False),
        tuple(Intent(name, unwrap(slots)) for name, slots in fields.get("rest", ())),
        fields.get("instead", False),
    )
    return Session(question, version)


def change(
    connection: sqlite3.Connection, person_id: str, conversation: str, session: Session
) -> None:
    """Sets the question; `session.version` is the one that was read, else Conflict."""
    question = session.question
    body = None
    if question is not None:
        body = {
            "intent": question.intent,
            "slots": wrap(question.slots),
            "missing": question.missing,
            "asked_at": question.asked_at,
            "tries": question.tries,
            "language": question.language,
            "offered": question.offered,
            "keen": question.keen,
            "rest": [[one.name, wrap(one.slots)] for one in question.rest],
            "instead": question.instead,
        }
    if session.version == 0:
        sql = "INSERT INTO session(body, version, person_id, conversation) VALUES (?,1,?,?)" \
              " ON CONFLICT(person_id, conversation) DO NOTHING"  # fmt: skip
        done = connection.execute(sql, (encode(body), person_id, conversation))
    else:
        done = connection.execute(
            "UPDATE session SET body = ?, version = version + 1"
            " WHERE person_id = ? AND conversation = ? AND version = ?",
            (encode(body), person_id, conversation, session.version),
        )
    if done.rowcount != 1:
        raise Conflict(f"session {conversation}")
