"""The first schema: journal, people, sessions, records."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Journal first, then what is kept."""
    _journal()
    _people()
    _records()


def _journal() -> None:
    op.create_table(
        "message",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("key", sa.Text, nullable=False, unique=True),
        sa.Column("conversation", sa.Text, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("state", sa.Text, nullable=False, server_default="open"),
        sa.Column("tries", sa.Integer, nullable=False, server_default="0"),
        sa.Column("received", sa.Double, nullable=False),
        sa.Column("done", sa.Double),
        sa.Column("trace", sa.LargeBinary),
        sqlite_autoincrement=True,
    )
    _partial_index("message_open", "message", ["conversation", "id"], "state = 'open'")
    op.create_table(
        "conversation",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("open", sa.Integer, nullable=False),
        sa.Column("due", sa.Double, nullable=False),
        sa.Column("owner", sa.Text),
        sa.Column("fence", sa.Integer, nullable=False, server_default="0"),
    )
    _partial_index("conversation_open", "conversation", ["due"], "open > 0")
    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("target", sa.Text, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("state", sa.Text, nullable=False, server_default="due"),
        sa.Column("made", sa.Double, nullable=False),
        sa.Column("receipt", sa.LargeBinary),
        sa.UniqueConstraint("owner", "seq"),
        sqlite_autoincrement=True,
    )
    _partial_index("outbox_due", "outbox", ["id"], "state = 'due'")
    op.create_table(
        "job",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("key", sa.Text, nullable=False, unique=True),
        sa.Column("subscriber", sa.Text),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("due", sa.Double, nullable=False),
        sa.Column("owner", sa.Text),
        sa.Column("fence", sa.Integer, nullable=False, server_default="0"),
        sa.Column("tries", sa.Integer, nullable=False, server_default="0"),
        sqlite_autoincrement=True,
    )
    op.create_index("job_due", "job", ["due"])
    op.create_table(
        "step",
        sa.Column("owner", sa.Text, primary_key=True),
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("request_hash", sa.Text, primary_key=True),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("result", sa.LargeBinary),
    )


def _people() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("workspace", sa.Text, nullable=False),
        sa.Column("name", sa.Text),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("zone", sa.Text),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("merged_into", sa.Text, sa.ForeignKey("person.id")),
    )
    op.create_table(
        "identity",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("person_id", sa.Text, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("workspace", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("external_id", sa.Text, nullable=False),
        sa.UniqueConstraint("workspace", "channel", "external_id"),
    )
    op.create_index("identity_person", "identity", ["person_id"])
    op.create_table(
        "session",
        sa.Column("person_id", sa.Text, sa.ForeignKey("person.id"), primary_key=True),
        sa.Column("conversation", sa.Text, primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )


def _records() -> None:
    op.create_table(
        "record",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("scope", sa.Text, nullable=False),
        sa.Column("person_id", sa.Text, sa.ForeignKey("person.id")),
        sa.Column("identity_id", sa.Text),
        sa.Column("schema_version", sa.Integer, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("terms", sa.Text, nullable=False),
        sa.Column("due", sa.Double),
        sa.UniqueConstraint("kind", "id"),
        sqlite_autoincrement=True,
    )
    op.create_index("record_scope", "record", ["scope", "kind", "seq"])
    op.create_index("record_due", "record", ["kind", "due"])
    op.create_index("record_person", "record", ["person_id"])
    if op.get_bind().dialect.name == "sqlite":
        _sqlite_search()


def _sqlite_search() -> None:
    """FTS5 over `scope` and `terms`, kept in step by triggers: a search never leaves its scope."""
    op.execute(
        "CREATE VIRTUAL TABLE record_search USING fts5(scope, terms,"
        " content='record', content_rowid='seq', tokenize=\"unicode61 tokenchars '_'\")"
    )
    new, old = "new.seq, new.scope, new.terms", "old.seq, old.scope, old.terms"
    add = f"INSERT INTO record_search(rowid, scope, terms) VALUES ({new})"  # noqa: S608
    columns = "record_search, rowid, scope, terms"
    take = f"INSERT INTO record_search({columns}) VALUES('delete', {old})"
    op.execute(f"CREATE TRIGGER record_added AFTER INSERT ON record BEGIN {add}; END")
    op.execute(f"CREATE TRIGGER record_removed AFTER DELETE ON record BEGIN {take}; END")
    op.execute(f"CREATE TRIGGER record_changed AFTER UPDATE ON record BEGIN {take}; {add}; END")


def _partial_index(name: str, table: str, columns: list[str], where: str) -> None:
    op.create_index(
        name, table, columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where)
    )
