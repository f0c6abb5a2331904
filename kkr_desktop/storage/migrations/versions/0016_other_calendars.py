"""Calendar blocks come from other calendars too, with their hours.

Revision ID: 0016
Revises: 0015
"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("source", "source_key"):
        op.add_column(
            "calendar_block", sa.Column(name, sa.String(), nullable=False, server_default="")
        )
    for name in ("starts_at", "ends_at"):
        op.add_column("calendar_block", sa.Column(name, sa.Time(), nullable=True))
    op.create_index(op.f("ix_calendar_block_source"), "calendar_block", ["source"])
