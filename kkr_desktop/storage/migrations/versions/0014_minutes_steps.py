"""Minutes are frozen on each step: with the chair, sent, approved, published.

Revision ID: 0014
Revises: 0013
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("minutes_version") as table:
        table.add_column(
            sa.Column("stage", sa.String(length=40), nullable=False, server_default="approved")
        )
        table.add_column(sa.Column("word_sha256", sa.String(), nullable=True))
        table.add_column(sa.Column("approved_item_id", sa.Integer(), nullable=True))
        table.create_foreign_key(
            "fk_minutes_version_word_sha256_stored_file",
            "stored_file",
            ["word_sha256"],
            ["sha256"],
        )
        table.create_foreign_key(
            "fk_minutes_version_approved_item_id_agenda_item",
            "agenda_item",
            ["approved_item_id"],
            ["id"],
        )
