"""What people have done, to be counted; and times that must not overlap."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "fact",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("workspace", sa.Text, nullable=False),
        sa.Column("person_id", sa.Text, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("at", sa.Double, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("topic", sa.Text, nullable=False),
        sa.Column("value", sa.Double),
        sa.Column("seconds", sa.Double, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("fact_person", "fact", ["person_id", "at"])
    op.create_index("fact_name", "fact", ["workspace", "name", "at"])
    op.create_table(
        "claim",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("workspace", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
        sa.Column("begins", sa.Double, nullable=False),
        sa.Column("ends", sa.Double, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("claim_key", "claim", ["workspace", "key", "begins"])
    op.create_index("claim_record", "claim", ["kind", "record"])
