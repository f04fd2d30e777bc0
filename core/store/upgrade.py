"""Brings the database to the newest schema; costs nothing where it is there already."""

import sqlite3
from pathlib import Path

from core.errors import ConfigError
from core.store.database import connect

MIGRATIONS = Path(__file__).with_name("migrations")


def newest() -> str:
    """The number of the last revision: files are named `0001_what.py`."""
    names = sorted(path.name for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))
    return names[-1].partition("_")[0]


def present(path: Path) -> str | None:
    """The revision a database file is at; None for a new one.

    Raises ConfigError where the file is no database of ours or is damaged.
    """
    if not path.exists():
        return None
    try:
        connection = connect(path)
        try:
            rows = connection.execute("SELECT version_num FROM alembic_version").fetchall()
        finally:
            connection.close()
    except sqlite3.OperationalError as error:
        if "no such table" in str(error):
            return None
        raise ConfigError([f"{path} cannot be opened: {error}"]) from error
    except sqlite3.DatabaseError as error:
        raise ConfigError([f"{path} is damaged ({error}): restore a backup or move it away"]) from (
            error
        )
    return str(rows[0][0]) if rows else None


def upgrade(path: Path) -> None:
    """For whoever holds the lock of the home, before it listens."""
    target, found = newest(), present(path)
    if found == target:
        return
    if found is not None and found > target:
        raise ConfigError([f"{path} was written by a newer vivavoce (schema {found})"])
    # Imported only here: Alembic and SQLAlchemy cost 0.9 s, the other starts do without.
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import Connection, create_engine, event

    engine = create_engine(f"sqlite:///{path}")

    @event.listens_for(engine, "connect")
    def durable(connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")

    # Left to itself sqlite3 begins before an INSERT only: a kill would leave half of the tables.
    @event.listens_for(engine, "begin")
    def whole(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    engine.dispose()
