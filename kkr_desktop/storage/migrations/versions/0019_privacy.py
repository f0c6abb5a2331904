"""A body may keep private contact data, and says how long those of former members are kept.

Revision ID: 0019
Revises: 0018
"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "body",
        sa.Column("private_contacts", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.add_column("body", sa.Column("contacts_kept_months", sa.Integer(), nullable=True))
