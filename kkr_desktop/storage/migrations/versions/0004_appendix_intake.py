"""An appendix keeps the file as it came beside its pages, and what was found out about them.

Revision ID: 0004
Revises: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_TEXTS = ("notes", "free_edges")


def upgrade() -> None:
    for name in _TEXTS:
        column = sa.Column(name, sa.Text(), nullable=False, server_default="")
        op.add_column("appendix_version", column)
    op.add_column("appendix_version", sa.Column("is_tagged", sa.Boolean(), nullable=True))
    op.add_column("appendix_version", sa.Column("original_sha256", sa.String(), nullable=True))
    op.execute("UPDATE appendix_version SET original_sha256 = file_sha256")
    with op.batch_alter_table("appendix_version") as table:
        table.alter_column("original_sha256", nullable=False)
        table.create_foreign_key(
            "fk_appendix_version_original_sha256_stored_file",
            "stored_file",
            ["original_sha256"],
            ["sha256"],
        )
