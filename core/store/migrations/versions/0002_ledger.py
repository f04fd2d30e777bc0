"""The ledger: every attempt at a provider, with what it took and what it cost."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """`nanos` is money in nano-dollars; NULL: nobody knows."""
    op.create_table(
        "charge",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("at", sa.Double, nullable=False),
        sa.Column("person_id", sa.Text),
        sa.Column("assistant", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("capability", sa.Text, nullable=False),
        sa.Column("provider", sa.Text, nullable=False),
        sa.Column("model", sa.Text, nullable=False),
        sa.Column("input_tokens", sa.Integer, nullable=False),
        sa.Column("cached_tokens", sa.Integer, nullable=False),
        sa.Column("output_tokens", sa.Integer, nullable=False),
        sa.Column("sound_ms", sa.Integer, nullable=False),
        sa.Column("characters", sa.Integer, nullable=False),
        sa.Column("latency_ms", sa.Integer, nullable=False),
        sa.Column("error", sa.Text, nullable=False),
        sa.Column("estimated", sa.Integer, nullable=False),
        sa.Column("nanos", sa.BigInteger),
        sqlite_autoincrement=True,
    )
    op.create_index("charge_person", "charge", ["person_id", "at"])
    op.create_index("charge_at", "charge", ["at"])
