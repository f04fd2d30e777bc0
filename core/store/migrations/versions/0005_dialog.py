"""What a conversation goes on from: its last message, and how its last change is taken back."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.add_column("conversation", sa.Column("last", sa.Integer))
    op.add_column("session", sa.Column("undo", sa.LargeBinary))
