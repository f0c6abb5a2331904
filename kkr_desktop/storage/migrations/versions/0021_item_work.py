"""Who writes an item, how far it is, and what was said of it, apart from what documents read.

Revision ID: 0021
Revises: 0020
"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "item_work",
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("owner_email", sa.String(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "ordered",
                "received",
                "in_review",
                "ready",
                name="workstatus",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("whereabouts", sa.String(), nullable=False),
        *_edited(),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_item.id"], name=op.f("fk_item_work_item_id_agenda_item")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_item_work")),
        sa.UniqueConstraint("item_id", name=op.f("uq_item_work_item_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_item_work_uid")),
    )
    op.create_table(
        "item_comment",
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("resolved_at", sa.DateTime(), nullable=True),
        *_edited(),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_item.id"], name=op.f("fk_item_comment_item_id_agenda_item")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_item_comment")),
        sa.UniqueConstraint("uid", name=op.f("uq_item_comment_uid")),
    )
    op.create_index(op.f("ix_item_comment_item_id"), "item_comment", ["item_id"])


def _edited() -> tuple[sa.Column[object], ...]:
    """Return the columns that every row that people edit has."""
    return (
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
    )
