"""Replies before a meeting, guests, when items were dealt with, and how members stood to them.

Revision ID: 0013
Revises: 0012
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_REFERENCES = {
    "meeting_id": "meeting",
    "membership_id": "membership",
    "item_id": "agenda_item",
    "treatment_id": "treatment",
    "party_id": "party",
}


def upgrade() -> None:
    _add_table(
        "reply",
        _reference("reply", "meeting_id"),
        _reference("reply", "membership_id"),
        sa.Column("answer", sa.String(40), nullable=False),
        sa.UniqueConstraint(
            "meeting_id", "membership_id", name="uq_reply_meeting_id_membership_id"
        ),
    )
    _add_table(
        "guest",
        _reference("guest", "meeting_id"),
        _reference("guest", "item_id", nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("is_presenter", sa.Boolean(), nullable=False),
        indexed="meeting_id",
    )
    _add_table(
        "sitting",
        _reference("sitting", "treatment_id"),
        sa.Column("started_at", sa.DateTime(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        indexed="treatment_id",
    )
    _add_table(
        "stance",
        _reference("stance", "treatment_id"),
        sa.Column("kind", sa.String(40), nullable=False),
        _reference("stance", "membership_id", nullable=True),
        _reference("stance", "party_id", nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        indexed="treatment_id",
    )
    _add_table(
        "vote",
        _reference("vote", "treatment_id"),
        *(
            sa.Column(name, sa.Integer(), nullable=True)
            for name in ("in_favour", "against", "abstained")
        ),
        sa.UniqueConstraint("treatment_id", name="uq_vote_treatment_id"),
    )
    _let_items_be_moved()


def _add_table(
    name: str, *columns: sa.Column[Any] | sa.UniqueConstraint, indexed: str = ""
) -> None:
    """Make a table of rows that people edit."""
    op.create_table(
        name,
        *columns,
        sa.Column("uid", sa.String(36), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.UniqueConstraint("uid", name=f"uq_{name}_uid"),
    )
    if indexed:
        op.create_index(f"ix_{name}_{indexed}", name, [indexed])


def _reference(table: str, column: str, *, nullable: bool = False) -> sa.Column[int]:
    other = _REFERENCES[column]
    key = sa.ForeignKey(f"{other}.id", name=f"fk_{table}_{column}_{other}")
    return sa.Column(column, sa.Integer(), key, nullable=nullable)


def _let_items_be_moved() -> None:
    op.add_column(
        "treatment",
        sa.Column("is_moved", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.add_column("treatment", sa.Column("taken_after_item_id", sa.Integer(), nullable=True))
    with op.batch_alter_table("treatment") as table:
        table.create_foreign_key(
            "fk_treatment_taken_after_item_id_agenda_item",
            "agenda_item",
            ["taken_after_item_id"],
            ["id"],
        )
