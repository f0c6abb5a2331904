"""An appendix may have a redacted version that the public reads in its place.

Revision ID: 0010
Revises: 0009
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_FILES = ("file_sha256", "original_sha256")


def upgrade() -> None:
    op.create_table(
        "redacted_version",
        sa.Column("appendix_id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("original_name", sa.String(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in _FILES),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("is_tagged", sa.Boolean(), nullable=False),
        sa.Column("free_edges", sa.Text(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["appendix_id"], ["appendix.id"], name=op.f("fk_redacted_version_appendix_id_appendix")
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["appendix_version.id"],
            name=op.f("fk_redacted_version_version_id_appendix_version"),
        ),
        *(
            sa.ForeignKeyConstraint(
                [name],
                ["stored_file.sha256"],
                name=op.f(f"fk_redacted_version_{name}_stored_file"),
            )
            for name in _FILES
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_redacted_version")),
        sa.UniqueConstraint("uid", name=op.f("uq_redacted_version_uid")),
    )
    op.create_index(op.f("ix_redacted_version_appendix_id"), "redacted_version", ["appendix_id"])
