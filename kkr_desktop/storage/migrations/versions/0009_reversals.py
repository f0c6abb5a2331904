"""A change of mayor, an ended membership and a filled seat know their way back.

Revision ID: 0009
Revises: 0008
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "reversal",
        sa.Column("ended_id", sa.Integer(), nullable=True),
        sa.Column("begun_id", sa.Integer(), nullable=True),
        sa.Column("written", sa.Text(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["ended_id"], ["membership.id"], name=op.f("fk_reversal_ended_id_membership")
        ),
        sa.ForeignKeyConstraint(
            ["begun_id"], ["membership.id"], name=op.f("fk_reversal_begun_id_membership")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reversal")),
        sa.UniqueConstraint("uid", name=op.f("uq_reversal_uid")),
    )
    for column in ("ended_id", "begun_id"):
        op.create_index(op.f(f"ix_reversal_{column}"), "reversal", [column])
