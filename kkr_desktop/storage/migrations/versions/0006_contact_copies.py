"""Contacts have names, and say who gets a copy, on paper or in large print.

Revision ID: 0006
Revises: 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "contact_point", sa.Column("name", sa.String(), nullable=False, server_default="")
    )
    for name in ("copy_agenda", "paper", "large_print"):
        op.add_column(
            "contact_point",
            sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false()),
        )
