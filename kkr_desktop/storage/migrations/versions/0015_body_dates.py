"""A body begins and ends on real dates, and says who does its work after it.

Revision ID: 0015
Revises: 0014
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_FIRST_COUNCILS = "2007-01-01"


def upgrade() -> None:
    with op.batch_alter_table("body") as table:
        table.add_column(sa.Column("valid_from", sa.Date(), nullable=True))
        table.add_column(sa.Column("valid_to", sa.Date(), nullable=True))
        table.add_column(sa.Column("successor_id", sa.Integer(), nullable=True))
        table.create_foreign_key(
            op.f("fk_body_successor_id_body"), "body", ["successor_id"], ["id"]
        )
    op.execute(f"UPDATE body SET valid_from = '{_FIRST_COUNCILS}' WHERE kind = 'kkr'")  # noqa: S608
