"""A body has a logo for its front pages, and may have words divided at the ends of lines.

Revision ID: 0008
Revises: 0007
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("body", sa.Column("logo", sa.LargeBinary(), nullable=True))
    op.add_column(
        "body", sa.Column("logo_alternate", sa.String(), nullable=False, server_default="")
    )
    op.add_column(
        "body", sa.Column("hyphenates", sa.Boolean(), nullable=False, server_default=sa.false())
    )
