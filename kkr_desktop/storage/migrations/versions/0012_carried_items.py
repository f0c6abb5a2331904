"""An item knows the one that it continues, and the minutes that it approves.

Revision ID: 0012
Revises: 0011
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


_LINKS = (("continued_from_id", "agenda_item"), ("approves_minutes_of_id", "meeting"))


def upgrade() -> None:
    with op.batch_alter_table("agenda_item") as table:
        for column, target in (
            ("continued_from_id", "agenda_item"),
            ("approves_minutes_of_id", "meeting"),
        ):
            table.add_column(sa.Column(column, sa.Integer(), nullable=True))
            table.create_foreign_key(f"fk_agenda_item_{column}_{target}", target, [column], ["id"])
        table.create_index("ix_agenda_item_continued_from_id", ["continued_from_id"])
