"""What was sent with a version of an agenda and to whom, and agendas opened for amendment.

Revision ID: 0020
Revises: 0019
"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("meeting") as meeting:
        meeting.add_column(sa.Column("amending_since", sa.DateTime(), nullable=True))
    with op.batch_alter_table("agenda_version") as version:
        version.add_column(sa.Column("recipients", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("agenda_version") as version:
        version.alter_column("recipients", server_default=None)
    op.create_table(
        "sent_document",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "agenda",
                "pack",
                "supplement",
                "correction",
                "changed_pages",
                name="sentkind",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("pdf_sha256", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["agenda_version.id"],
            name=op.f("fk_sent_document_version_id_agenda_version"),
        ),
        sa.ForeignKeyConstraint(
            ["pdf_sha256"],
            ["stored_file.sha256"],
            name=op.f("fk_sent_document_pdf_sha256_stored_file"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sent_document")),
        sa.UniqueConstraint("uid", name=op.f("uq_sent_document_uid")),
        sa.UniqueConstraint("version_id", "kind", name=op.f("uq_sent_document_version_id_kind")),
    )
    op.create_index(op.f("ix_sent_document_version_id"), "sent_document", ["version_id"])
