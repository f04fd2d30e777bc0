"""Which records are embedded, by which model: kept in step with them by triggers."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """`stale`: 1 where the store of vectors does not hold the record as it is, 2 where there is no
    record any more: these come first."""
    op.create_table(
        "vector",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("model", sa.Text, nullable=False, server_default=""),
        sa.Column("revision", sa.Integer, nullable=False, server_default="0"),
        sa.Column("stale", sa.Integer, nullable=False, server_default="1"),
        sa.UniqueConstraint("kind", "id"),
        sqlite_autoincrement=True,
    )
    stale = sa.text("stale > 0")
    op.create_index(
        "vector_stale", "vector", ["stale", "seq"], sqlite_where=stale, postgresql_where=stale
    )
    op.execute("INSERT INTO vector(kind, id) SELECT kind, id FROM record ORDER BY seq")
    if op.get_bind().dialect.name == "sqlite":
        _sqlite_triggers()


def _sqlite_triggers() -> None:
    op.execute(
        "CREATE TRIGGER vector_wanted AFTER INSERT ON record BEGIN"
        " INSERT INTO vector(kind, id) VALUES (new.kind, new.id)"
        " ON CONFLICT(kind, id) DO UPDATE SET stale = 1; END"
    )
    its = "kind = old.kind AND id = old.id"
    stale = f"UPDATE vector SET stale = 1 WHERE {its}"  # noqa: S608  # built of constants
    gone = f"UPDATE vector SET stale = 2 WHERE {its}"  # noqa: S608  # built of constants
    never = f"DELETE FROM vector WHERE {its} AND model = ''"  # noqa: S608  # built of constants
    op.execute(f"CREATE TRIGGER vector_outdated AFTER UPDATE ON record BEGIN {stale}; END")
    op.execute(f"CREATE TRIGGER vector_unwanted AFTER DELETE ON record BEGIN {never}; {gone}; END")
